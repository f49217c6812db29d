//! Running the app: in front of the reference portal, in front of another, or for development.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Instant;

use crate::run::{command, root, run, say};
use crate::{Done, build, tools};

/// The flags of `serve` and `dev`.
struct Flags {
    port: String,
    data: String,
    portal: Option<String>,
    now: Option<String>,
}

fn flags(args: &[String]) -> Result<Flags, String> {
    let mut flags = Flags {
        port: "8080".into(),
        data: root().join("data").to_string_lossy().into_owned(),
        portal: None,
        now: None,
    };
    let mut args = args.iter();
    while let Some(flag) = args.next() {
        let value = args.next().ok_or(format!("{flag} needs a value"))?.clone();
        match flag.as_str() {
            "--port" => {
                value
                    .parse::<u16>()
                    .map_err(|_| format!("\"{value}\" is no port (0 to 65535)"))?;
                flags.port = value;
            }
            "--data" => flags.data = value,
            "--portal" => flags.portal = Some(value),
            "--now" => flags.now = Some(value),
            other => {
                return Err(format!(
                    "{other} is no flag of this command; cargo xtask help lists them"
                ));
            }
        }
    }
    Ok(flags)
}

/// Builds what is stale, quickly, and starts the portal with the app.
///
/// # Errors
/// What failed.
pub(crate) fn serve(args: &[String]) -> Done {
    let flags = flags(args)?;
    let began = Instant::now();
    // The app and the portal are built at the same time: each has stretches in which it keeps one core busy.
    let (app, portal) = thread::scope(|scope| {
        let portal = scope.spawn(timed(build::portal));
        let app = timed(build::quick)();
        (app, portal.join())
    });
    let (app, app_took) = app?;
    let (portal, portal_took) = portal.map_err(|_| "building the portal panicked")??;
    println!(
        "\n  Built in {} s: the app {app_took} s, the portal {portal_took} s",
        began.elapsed().as_secs()
    );
    let mut server = Command::new(portal);
    server
        .current_dir(root())
        .args(["--port", &flags.port, "--data", &flags.data, "--app"])
        .arg(app);
    if let Some(now) = &flags.now {
        server.args(["--now", now]);
    }
    // It ends with this program, whatever comes of it.
    let mut stand_in = None;
    match &flags.portal {
        Some(other) => {
            server.args(["--portal", other]);
        }
        None => match StandIn::start(flags.now.as_deref()) {
            Ok(started) => {
                server.args(started.flags());
                stand_in = Some(started);
            }
            Err(why) => println!("  VNeID is not stood in for, so only a phone signs in: {why}"),
        },
    }
    say("Starting. Stop with Ctrl+C");
    match &flags.portal {
        Some(other) => println!("  The app stands in front of {other}"),
        None => {
            println!(
                "  Data: {} (kept; delete the folder to begin anew)",
                flags.data
            );
            println!(
                "  Officer: http://127.0.0.1:{}/desk (token: {}/officer-token), or cargo xtask officer CODE STATUS",
                flags.port, flags.data
            );
            if let Some(stand_in) = &stand_in {
                println!(
                    "  A stand-in for VNeID, not VNeID, at {}: sign in as a person who doesn't exist",
                    stand_in.issuer
                );
            }
        }
    }
    run(&mut server)
}

/// The same, with the seconds that it took.
fn timed<T>(what: fn() -> Result<T, String>) -> impl FnOnce() -> Result<(T, u64), String> {
    move || {
        let began = Instant::now();
        what().map(|made| (made, began.elapsed().as_secs()))
    }
}

/// The stand-in for VNeID while it runs.
struct StandIn {
    process: Child,
    issuer: String,
}

impl StandIn {
    /// Starts it at a port that is free.
    ///
    /// # Errors
    /// Why it cannot be had.
    fn start(now: Option<&str>) -> Result<Self, String> {
        if !tools::node_is_there() {
            return Err("Node is not installed.".into());
        }
        tools::npm()?;
        let mut process = command("node")
            .arg("e2e/support/vneid/server.mjs")
            .args(now.map(|now| ["--now", now]).into_iter().flatten())
            .stdout(Stdio::piped())
            // What the package says of its own settings is not for whoever tries the portal out.
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("it could not be started: {error}"))?;
        let mut line = String::new();
        let read = process
            .stdout
            .take()
            .map(|out| BufReader::new(out).read_line(&mut line));
        let said: serde_json::Value = serde_json::from_str(&line).unwrap_or_default();
        match (read, said["issuer"].as_str()) {
            (Some(Ok(_)), Some(issuer)) => Ok(Self {
                issuer: issuer.to_string(),
                process,
            }),
            _ => {
                drop(process.kill());
                drop(process.wait());
                Err(
                    "it ended before it was ready. To see why: node e2e/support/vneid/server.mjs"
                        .into(),
                )
            }
        }
    }

    /// What the portal must know of it.
    fn flags(&self) -> [&str; 6] {
        [
            "--oidc-issuer",
            &self.issuer,
            "--oidc-client-id",
            "motcua",
            "--oidc-name",
            "VNeID (bản giả lập để thử)",
        ]
    }
}

impl Drop for StandIn {
    fn drop(&mut self) {
        // It may have ended by the same Ctrl+C.
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

/// Debug build with live reload, in front of the reference portal. It has a page more than a release:
/// `/gallery`.
///
/// # Errors
/// What failed.
pub(crate) fn dev(args: &[String]) -> Done {
    let flags = flags(args)?;
    if flags.portal.is_some() || flags.now.is_some() {
        return Err("dev has only --port and --data; serve has more".into());
    }
    tools::for_app()?;
    tools::trunk()?;
    let portal = build::portal()?;
    let api_port = flags
        .port
        .parse::<u16>()
        .unwrap_or(8080)
        .wrapping_add(1)
        .to_string();
    say("Starting the reference portal");
    let mut server = Command::new(portal)
        .current_dir(root())
        .args(["--port", &api_port, "--data", &flags.data])
        .spawn()
        .map_err(|error| format!("The reference portal could not be started: {error}"))?;
    say("Starting Trunk. Stop with Ctrl+C");
    let backend = format!("http://127.0.0.1:{api_port}/api");
    let done = run(build::trunk().args([
        "serve",
        "--features",
        "gallery",
        "--port",
        &flags.port,
        "--proxy-backend",
        &backend,
    ]));
    // It may have ended by the same Ctrl+C.
    drop(server.kill());
    drop(server.wait());
    done
}

/// An officer's command, on the data of the reference portal.
///
/// # Errors
/// What the portal says.
pub(crate) fn officer(args: &[String]) -> Done {
    let portal = build::portal()?;
    let mut officer = command(&portal.to_string_lossy());
    officer.arg("officer");
    if !args.iter().any(|arg| arg == "--data") {
        officer.arg("--data").arg(root().join("data"));
    }
    run(officer.args(args))
}
