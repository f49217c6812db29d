//! Listening, and ending in peace.

use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use tokio::net::TcpListener;

use crate::app_files::{AppError, AppFiles};
use crate::origin::origin;
use crate::site::{Site, router};
use crate::state::{OpenError, Portal, Settings};

/// How long requests that are under way may go on once the end was asked for.
const LAST_REQUESTS: Duration = Duration::from_secs(10);

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
    /// It could listen no longer.
    #[error("cannot serve any longer: {0}")]
    Serve(io::Error),
}

/// A site that listens and waits to be served.
#[derive(Debug)]
pub struct Bound {
    /// Where it listens.
    pub address: SocketAddr,
    listener: TcpListener,
    router: axum::Router,
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
    let portal = match other_portal {
        Some(_) => None,
        None => Some(Portal::open(options.settings)?),
    };
    let router = router(Site {
        portal,
        app,
        other_portal,
        allow_origins,
    });
    Ok(Bound {
        address,
        listener,
        router,
    })
}

impl Bound {
    /// Answers until `end` comes, and then ends what is under way.
    ///
    /// # Errors
    /// The listener broke.
    pub async fn serve(
        self,
        end: impl Future<Output = ()> + Send + 'static,
    ) -> Result<(), ServeError> {
        let (ended, end_seen) = tokio::sync::oneshot::channel();
        let serving = axum::serve(self.listener, self.router).with_graceful_shutdown(async {
            end.await;
            let _ = ended.send(());
        });
        let limit = async {
            // An error means that serving ended by itself.
            let _ = end_seen.await;
            tokio::time::sleep(LAST_REQUESTS).await;
        };
        tokio::select! {
            done = serving => done.map_err(ServeError::Serve),
            () = limit => Ok(()),
        }
    }
}

/// Opens, listens, says on standard output where, and serves until `end` comes.
///
/// # Errors
/// As [`bind`] and [`Bound::serve`].
pub async fn serve(
    options: ServeOptions,
    end: impl Future<Output = ()> + Send + 'static,
) -> Result<(), ServeError> {
    let bound = bind(options).await?;
    println!("listening on http://{}", bound.address);
    bound.serve(end).await
}
