//! Listening, and ending in peace.

use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use axum::Extension;
use axum::body::Body;
use axum::extract::ConnectInfo;
use hyper::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tower::{Layer, ServiceExt};

use crate::app_files::{AppError, AppFiles};
use crate::desk::DESK;
use crate::officer_token;
use crate::origin::origin;
use crate::site::{Site, router};
use crate::state::{OpenError, Portal, Settings};

/// How long requests that are under way may go on once the end was asked for.
const LAST_REQUESTS: Duration = Duration::from_secs(10);

/// How long a connection may bring no whole request: nothing, or its head byte by byte.
const PATIENCE: Duration = Duration::from_secs(30);
/// Most bytes before a request's body.
const LONGEST_HEAD: usize = 32 << 10;
/// How long nothing is taken while the system has no room for another connection.
const NO_ROOM: Duration = Duration::from_secs(1);

/// What to serve, and where.
#[derive(Clone, Debug)]
pub struct ServeOptions {
    /// Host name or address to listen at.
    pub host: String,
    /// Port to listen at; 0 for any that is free.
    pub port: u16,
    /// The portal. It is not opened where `portal` names another.
    pub settings: Settings,
    /// Folder of the built app.
    pub app: Option<PathBuf>,
    /// Address of another portal, for which only the app is served.
    pub portal: Option<String>,
    /// Origins of apps elsewhere that may use the API.
    pub allow_origins: Vec<String>,
}

/// Why nothing is served.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The portal cannot be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The app cannot be served.
    #[error(transparent)]
    App(#[from] AppError),
    /// Another portal's address is none.
    #[error("{0} is not the address of a portal: it must begin with http:// or https://")]
    Address(String),
    /// Another portal without an app.
    #[error("with --portal there must be an app to serve: add --app")]
    NoApp,
    /// Something else listens there.
    #[error("port {1} of {0} is taken by another program; choose another with --port")]
    PortTaken(String, u16),
    /// It cannot listen there.
    #[error("cannot listen at {0}, port {1}: {2}")]
    Listen(String, u16, io::Error),
}

/// A site that listens and waits to be served.
#[derive(Debug)]
pub struct Bound {
    /// Where it listens.
    pub address: SocketAddr,
    listener: TcpListener,
    router: axum::Router,
    portal: Option<Portal>,
    /// Where the officers' token is, for people.
    token: String,
}

/// Opens the portal and listens; nothing is answered yet.
///
/// # Errors
/// The portal or the app cannot be opened, or the port is taken.
pub async fn bind(options: ServeOptions) -> Result<Bound, ServeError> {
    // The port first: a second portal must not touch the data of the first.
    let (host, port) = (options.host, options.port);
    let listener = TcpListener::bind((host.as_str(), port))
        .await
        .map_err(|error| match error.kind() {
            io::ErrorKind::AddrInUse => ServeError::PortTaken(host.clone(), port),
            _ => ServeError::Listen(host.clone(), port, error),
        })?;
    let address = listener
        .local_addr()
        .map_err(|error| ServeError::Listen(host, port, error))?;
    let other_portal = match &options.portal {
        None => None,
        Some(url) => Some(origin(url).ok_or_else(|| ServeError::Address(url.clone()))?),
    };
    let mut allow_origins = Vec::new();
    for url in &options.allow_origins {
        allow_origins.push(origin(url).ok_or_else(|| ServeError::Address(url.clone()))?);
    }
    if other_portal.is_some() && options.app.is_none() {
        return Err(ServeError::NoApp);
    }
    let app = match &options.app {
        None => None,
        Some(folder) => Some(AppFiles::open(folder, options.portal)?),
    };
    let token = match &options.settings.officer_token {
        Some(_) => String::from("the one that --officer-token gives"),
        None => officer_token::path(&options.settings.data)
            .display()
            .to_string(),
    };
    let portal = match other_portal {
        Some(_) => None,
        None => Some(Portal::open(options.settings)?),
    };
    let router = router(Site {
        portal: portal.clone(),
        app,
        other_portal,
        allow_origins,
    });
    Ok(Bound {
        address,
        listener,
        router,
        portal,
        token,
    })
}

impl Bound {
    /// Answers until `end` comes, and then ends what is under way. Meanwhile the portal is swept.
    pub async fn serve(self, end: impl Future<Output = ()> + Send) {
        let mut http = http1::Builder::new();
        http.timer(TokioTimer::new())
            .header_read_timeout(PATIENCE)
            .max_header_size(LONGEST_HEAD);
        let connections = GracefulShutdown::new();
        let taking = async {
            loop {
                let (stream, address) = next(&self.listener).await;
                let with_address = Extension(ConnectInfo(address)).layer(self.router.clone());
                let service = TowerToHyperService::new(
                    with_address.map_request(|request: Request<Incoming>| request.map(Body::new)),
                );
                let connection = http.serve_connection(TokioIo::new(stream), service);
                // An error is the client's: it has gone, was too slow, or speaks no HTTP.
                tokio::spawn(connections.watch(connection));
            }
        };
        let sweeping = async {
            match &self.portal {
                Some(portal) => portal.keep_swept().await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            () = end => {}
            () = taking => {}
            () = sweeping => {}
        }
        drop(self.listener);
        let _ = tokio::time::timeout(LAST_REQUESTS, connections.shutdown()).await;
    }
}

/// The next connection. One that breaks while it is taken is none; where the system has no room
/// for more, it will have some when others end.
async fn next(listener: &TcpListener) -> (TcpStream, SocketAddr) {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    loop {
        match listener.accept().await {
            Ok((stream, address)) => {
                // An answer is written at once; waiting to put more into a packet only costs time.
                let _ = stream.set_nodelay(true);
                return (stream, address);
            }
            Err(error)
                if [ConnectionAborted, ConnectionRefused, ConnectionReset]
                    .contains(&error.kind()) => {}
            Err(error) => {
                eprintln!("portal-reference: cannot take a connection: {error}");
                tokio::time::sleep(NO_ROOM).await;
            }
        }
    }
}

/// Opens, listens, says on standard output where (and on standard error where the officer's desk is), and serves until `end` comes.
///
/// # Errors
/// As [`bind`].
pub async fn serve(
    options: ServeOptions,
    end: impl Future<Output = ()> + Send,
) -> Result<(), ServeError> {
    let bound = bind(options).await?;
    println!("listening on http://{}", bound.address);
    // Not on standard output: programs read the line above there, and nothing else.
    if bound.portal.is_some() {
        let (address, token) = (bound.address, &bound.token);
        eprintln!("the officer's desk: http://{address}{DESK} (token: {token})");
    }
    bound.serve(end).await;
    Ok(())
}
