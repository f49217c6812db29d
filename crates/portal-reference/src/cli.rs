//! The command line.

use std::net::IpAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use portal_wire::{NewStatus, Status};
use time::OffsetDateTime;

use crate::accounts::oidc::Provider;
use crate::clock::{self, Clock};
use crate::desk::DESK;
use crate::dossier_code::Unit;
use crate::officer;
use crate::serve::{ServeOptions, serve};
use crate::state::Settings;

/// Motcua's reference portal: its REST contract over an embedded database, for evaluation and
/// tests. Nothing that is sent to it reaches an authority.
#[derive(Debug, Parser)]
#[command(
    name = "portal-reference",
    version,
    args_conflicts_with_subcommands = true
)]
pub struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    serve: Serve,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the portal, the app, or both (as without a command).
    Serve(Box<Serve>),
    /// Set the status of a dossier, as an officer, directly in the database.
    Officer(Officer),
    /// Print the answers of a dossier as an officer reads them.
    Answers(Answers),
}

#[derive(Debug, Args)]
struct Serve {
    /// Port to listen at; 0 for any that is free.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Host name or address to listen at.
    #[arg(long, default_value = "127.0.0.1")]
    host: String,
    /// Folder of the database and the uploads.
    #[arg(long, default_value = "data", value_name = "DIR")]
    data: PathBuf,
    /// Folder of the built app.
    #[arg(long, value_name = "DIR")]
    app: Option<PathBuf>,
    /// Folder of procedure definitions, in place of those that come with the project and of the
    /// national catalogue.
    #[arg(long, value_name = "DIR")]
    procedures: Option<PathBuf>,
    /// Serve only the app, for the portal at this address.
    #[arg(long, value_name = "URL")]
    portal: Option<String>,
    /// Token for officers; made up and kept in the data folder where none is given.
    #[arg(long, value_name = "TOKEN", value_parser = clap::builder::NonEmptyStringValueParser::new())]
    officer_token: Option<String>,
    /// Agency in the codes of dossiers.
    #[arg(long, default_value = "H00.00.00", value_parser = unit)]
    unit: Unit,
    /// Path before every address of the API.
    #[arg(long, default_value = "/api", value_name = "PATH", value_parser = prefix)]
    api_prefix: String,
    /// An app at this origin may use the API. Can be given several times.
    #[arg(long, value_name = "ORIGIN")]
    allow_origin: Vec<String>,
    /// A proxy at this address stands in front, and adds to X-Forwarded-For who asks. Without this
    /// all of its clients count as one when wrong tries at tracking are counted. What it says in
    /// X-Forwarded-Proto and X-Forwarded-Host is believed at the officer's desk. Can be given
    /// several times.
    #[arg(long, value_name = "ADDRESS")]
    trusted_proxy: Vec<IpAddr>,
    /// Address at which people reach the portal, where a proxy in front has another name for it.
    /// With https the session's cookie is sent over https only.
    #[arg(long, value_name = "URL")]
    public_url: Option<String>,
    /// OpenID provider at which people can sign in, on this computer: this program speaks no TLS.
    #[arg(long, value_name = "URL", requires = "oidc_client_id")]
    oidc_issuer: Option<String>,
    /// The portal's name at the provider.
    #[arg(long, value_name = "ID", requires = "oidc_issuer")]
    oidc_client_id: Option<String>,
    /// The portal's secret at the provider, where it has one.
    #[arg(long, value_name = "SECRET", requires = "oidc_issuer")]
    oidc_client_secret: Option<String>,
    /// What people call the provider.
    #[arg(long, value_name = "TEXT", default_value = "VNeID")]
    oidc_name: String,
    /// What the provider's acr says of accounts of level 1 and of level 2.
    #[arg(long, value_name = "ACR", num_args = 2, default_values = ["vneid:1", "vneid:2"])]
    oidc_acr: Vec<String>,
    /// What the portal asks the provider for.
    #[arg(long, value_name = "SCOPE", default_value = "openid profile")]
    oidc_scope: String,
    /// A register that does not answer: people, licences, businesses, birth-notices. Can be given
    /// several times.
    #[arg(long, value_name = "NAME")]
    broken_register: Vec<String>,
    #[command(flatten)]
    now: Now,
}

/// For tests and demonstrations: another day than today.
#[derive(Debug, Args)]
struct Now {
    /// The portal's clock begins at this moment, in place of the computer's: 2026-11-24T09:00:00+07:00.
    #[arg(long, value_name = "MOMENT", value_parser = clock::moment)]
    now: Option<OffsetDateTime>,
}

impl Now {
    fn clock(&self) -> Clock {
        self.now.map_or_else(Clock::system, Clock::starting_at)
    }
}

impl Serve {
    fn provider(&self) -> Option<Provider> {
        let (issuer, client_id) = (self.oidc_issuer.as_ref()?, self.oidc_client_id.as_ref()?);
        let usual = Provider::new(issuer, client_id);
        Some(Provider {
            client_secret: self.oidc_client_secret.clone(),
            name: self.oidc_name.clone(),
            acr: <[String; 2]>::try_from(self.oidc_acr.clone()).unwrap_or(usual.acr),
            scope: self.oidc_scope.clone(),
            ..usual
        })
    }
}

#[derive(Debug, Args)]
struct Officer {
    /// Folder of the database.
    #[arg(long, default_value = "data", value_name = "DIR")]
    data: PathBuf,
    /// The dossier's code.
    code: String,
    /// The status to set: accepted, in-progress, documents-requested ...
    #[arg(value_parser = status)]
    status: Status,
    /// What to say to the applicant.
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    #[command(flatten)]
    now: Now,
}

#[derive(Debug, Args)]
struct Answers {
    /// Folder of the database.
    #[arg(long, default_value = "data", value_name = "DIR")]
    data: PathBuf,
    /// The dossier's code.
    code: String,
}

fn unit(text: &str) -> Result<Unit, String> {
    Unit::read(text).ok_or_else(|| "not an agency's code, such as H15.50.05".into())
}

fn prefix(text: &str) -> Result<String, String> {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-_/".contains(&b);
    let fits = text.is_empty()
        || (text.starts_with('/')
            && !text.ends_with('/')
            && text.bytes().all(plain)
            && !text.contains("//"));
    if text == DESK || text.starts_with(&format!("{DESK}/")) {
        return Err(format!("{DESK} is where the officer's desk is"));
    }
    fits.then(|| text.to_string())
        .ok_or_else(|| "must be empty, or begin with a slash and not end with one".into())
}

fn status(text: &str) -> Result<Status, String> {
    Status::ALL
        .into_iter()
        .find(|status| status.name() == text || status.number().to_string() == text)
        .ok_or_else(|| {
            let names: Vec<_> = Status::ALL.iter().map(|status| status.name()).collect();
            format!("one of: {}", names.join(", "))
        })
}

/// Does what the command line says, until it is done or `end` comes.
///
/// # Errors
/// A sentence that says why it could not be done.
pub async fn run(
    cli: Cli,
    end: impl Future<Output = ()> + Send + 'static,
) -> Result<(), Box<dyn std::error::Error>> {
    match cli.command {
        Some(Command::Officer(officer)) => {
            let new = NewStatus {
                status: officer.status,
                note: officer.note,
            };
            let clock = officer.now.clock();
            let from = officer::set_in(&officer.data, &officer.code, &new, &clock)?;
            println!("{}: {} -> {}", officer.code, from.name(), new.status.name());
            Ok(())
        }
        Some(Command::Answers(answers)) => {
            for answer in officer::answers_in(&answers.data, &answers.code)? {
                let value = answer.value.replace('\n', "; ");
                println!("{} | {}: {value}", answer.section, answer.label);
            }
            Ok(())
        }
        Some(Command::Serve(options)) => Ok(serve((*options).into(), end).await?),
        None => Ok(serve(cli.serve.into(), end).await?),
    }
}

impl From<Serve> for ServeOptions {
    fn from(serve: Serve) -> Self {
        let (oidc, clock) = (serve.provider(), serve.now.clock());
        Self {
            host: serve.host,
            port: serve.port,
            settings: Settings {
                procedures: serve.procedures,
                unit: serve.unit,
                officer_token: serve.officer_token,
                prefix: serve.api_prefix,
                trusted_proxies: serve.trusted_proxy,
                public_url: serve.public_url,
                oidc,
                broken_registers: serve.broken_register,
                clock,
                ..Settings::new(serve.data)
            },
            app: serve.app,
            portal: serve.portal,
            allow_origins: serve.allow_origin,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_sound() {
        Cli::command().debug_assert();
        assert_eq!(status("accepted"), Ok(Status::Accepted));
        assert_eq!(status("10"), Ok(Status::Delivered));
        assert!(status("sent").is_err());
        assert!(prefix("").is_ok() && prefix("/api/v1").is_ok());
        for bad in ["/", "api", "/api/", "/{x}", "//x", "/desk", "/desk/api"] {
            assert!(prefix(bad).is_err(), "{bad}");
        }
    }
}
