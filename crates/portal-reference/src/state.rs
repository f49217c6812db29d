//! What the portal knows while it runs.

use std::net::IpAddr;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use crate::accounts::oidc::{self, AddressError, Provider};
use crate::catalogue::Procedures;
use crate::clock::Clock;
use crate::code_lists::CodeLists;
use crate::desk::Sessions;
use crate::disk::Disk;
use crate::dossier_code::Unit;
use crate::origin::origin;
use crate::registers::Registers;
use crate::store::{Store, StoreError};
use crate::turns::Turns;
use crate::uploads::Uploads;
use crate::{accounts, calendar, limit, officer_token, tracking, uploads};
use procedure::Calendar;

/// Most bytes of one file, where nothing else is said: 5 MiB.
pub const MAX_UPLOAD: u64 = 5 << 20;

/// How often what has had its time is deleted.
const SWEEP: Duration = Duration::from_secs(60 * 60);

/// How to open a portal.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Folder of the database and the uploads.
    pub data: PathBuf,
    /// Folder of definitions; those that come with the project where there is none.
    pub procedures: Option<PathBuf>,
    /// The agency in the codes of dossiers.
    pub unit: Unit,
    /// What officers show; made up and kept in `data` where there is none.
    pub officer_token: Option<String>,
    /// Most bytes of one file.
    pub max_upload: u64,
    /// The path before every address of the API: empty, or `/...` without a slash behind.
    pub prefix: String,
    /// Proxies in front of the portal. From them, and from nobody else, `X-Forwarded-For`,
    /// `X-Forwarded-Proto` and `X-Forwarded-Host` are believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// The address at which people reach the portal, where that is not what requests say: behind a proxy
    /// that has another name for it.
    pub public_url: Option<String>,
    /// The OpenID provider at which people can sign in.
    pub oidc: Option<Provider>,
    /// Registers that do not answer, to see what happens then.
    pub broken_registers: Vec<String>,
    /// What tells the time.
    pub clock: Clock,
}

impl Settings {
    /// The usual settings, with the data in this folder.
    pub fn new(data: impl Into<PathBuf>) -> Self {
        Self {
            data: data.into(),
            procedures: None,
            unit: Unit::sample(),
            officer_token: None,
            max_upload: MAX_UPLOAD,
            prefix: "/api".into(),
            trusted_proxies: Vec::new(),
            public_url: None,
            oidc: None,
            broken_registers: Vec::new(),
            clock: Clock::system(),
        }
    }
}

/// Why a portal cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The data folder cannot be made or written.
    #[error("cannot write to the data folder {0}: {1}")]
    Data(PathBuf, std::io::Error),
    /// The database cannot be opened.
    #[error("cannot open the {0}")]
    Store(#[from] StoreError),
    /// The folder of definitions cannot be read.
    #[error("cannot read the procedures in {0}: {1}")]
    Procedures(PathBuf, std::io::Error),
    /// The embedded catalogue is broken.
    #[error("cannot read the catalogue: {0}")]
    Catalogue(#[from] search::table::TableError),
    /// The provider cannot be asked in a way that is safe.
    #[error("the provider to sign in at: {0}")]
    Provider(#[from] AddressError),
    /// The address at which people reach the portal is none.
    #[error("{0} is not the address of a portal: it must begin with http:// or https://")]
    PublicUrl(String),
    /// The embedded code lists, days off or registers are broken.
    #[error("cannot read the code lists, days off or registers: {0}")]
    CodeLists(#[from] serde_json::Error),
}

/// A portal that is open. Clones share it.
#[derive(Clone, Debug)]
pub struct Portal(Arc<Inner>);

/// The parts of a portal.
#[derive(Debug)]
pub struct Inner {
    pub(crate) store: Store,
    pub(crate) procedures: Procedures,
    pub(crate) code_lists: CodeLists,
    pub(crate) calendar: Calendar,
    pub(crate) uploads: Uploads,
    /// By key: one request with a key at a time.
    pub(crate) sending: Turns,
    pub(crate) unit: Unit,
    pub(crate) officer_token: String,
    /// Officers who have signed in at the desk.
    pub(crate) sessions: Sessions,
    pub(crate) prefix: String,
    pub(crate) trusted_proxies: Vec<IpAddr>,
    /// An origin, as browsers write it.
    pub(crate) public_url: Option<String>,
    pub(crate) oidc: Option<Provider>,
    pub(crate) registers: Registers,
    pub(crate) clock: Clock,
}

impl Portal {
    /// Opens the portal whose data are in `settings.data`, or begins one there.
    ///
    /// # Errors
    /// The folder cannot be written, or what is in it cannot be read.
    pub fn open(settings: Settings) -> Result<Self, OpenError> {
        Self::open_on(Disk::system(), settings)
    }

    /// Opens it on this disk.
    pub(crate) fn open_on(disk: Disk, settings: Settings) -> Result<Self, OpenError> {
        let data = |error| OpenError::Data(settings.data.clone(), error);
        let public_url = match &settings.public_url {
            None => None,
            Some(url) => Some(origin(url).ok_or_else(|| OpenError::PublicUrl(url.clone()))?),
        };
        if let Some(provider) = &settings.oidc {
            oidc::check(provider)?;
        }
        std::fs::create_dir_all(&settings.data).map_err(data)?;
        let store = Store::open(&database(&settings.data))?;
        let uploads = Uploads::open(&settings.data, settings.max_upload, disk).map_err(data)?;
        let procedures = match &settings.procedures {
            None => Procedures::embedded()?,
            Some(folder) => Procedures::of_folder(folder)
                .map_err(|error| OpenError::Procedures(folder.clone(), error))?,
        };
        let officer_token = match settings.officer_token {
            Some(token) => token,
            None => officer_token::kept(&settings.data).map_err(data)?,
        };
        let portal = Self(Arc::new(Inner {
            store,
            procedures,
            code_lists: CodeLists::embedded()?,
            calendar: calendar::embedded()?,
            uploads,
            sending: Turns::default(),
            unit: settings.unit,
            officer_token,
            sessions: Sessions::default(),
            prefix: settings.prefix,
            trusted_proxies: settings.trusted_proxies,
            public_url,
            oidc: settings.oidc,
            registers: Registers::embedded(settings.broken_registers)?,
            clock: settings.clock,
        }));
        portal.sweep()?;
        Ok(portal)
    }

    /// Deletes what has had its time by the portal's clock: uploads that nobody has claimed, wrong
    /// tries, sessions and codes. Waits for the disk.
    ///
    /// # Errors
    /// The database does not work.
    pub fn sweep(&self) -> Result<(), StoreError> {
        let now = self.clock.now();
        uploads::sweep(&self.store, &self.uploads, now)?;
        self.store.now(|db| {
            tracking::forget(db, now)?;
            limit::forget(db, now)?;
            accounts::sweep(db, now)
        })
    }

    /// Sweeps every hour, for as long as it is awaited.
    pub async fn keep_swept(&self) {
        loop {
            tokio::time::sleep(SWEEP).await;
            let portal = self.clone();
            // What did not work stays for the next time.
            match tokio::task::spawn_blocking(move || portal.sweep()).await {
                Ok(Ok(())) => {}
                Ok(Err(error)) => eprintln!("portal-reference: sweeping: {error}"),
                Err(error) => eprintln!("portal-reference: sweeping: {error}"),
            }
        }
    }
}

impl Deref for Portal {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

/// The database of a data folder.
pub(crate) fn database(data: &Path) -> PathBuf {
    data.join("portal.sqlite")
}
