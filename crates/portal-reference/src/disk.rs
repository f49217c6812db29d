//! Making what was written outlast a power cut.

use std::fs::{File, OpenOptions};
use std::io;
use std::path::Path;
use std::sync::Arc;

/// Writes back to the disk what the system still holds. Tests hand in their own.
#[derive(Clone)]
pub(crate) struct Disk(Arc<Write>);

type Write = dyn Fn(&Path) -> io::Result<()> + Send + Sync;

impl Disk {
    /// A disk for which `write` does it, with a file or with a folder.
    pub(crate) fn new(write: impl Fn(&Path) -> io::Result<()> + Send + Sync + 'static) -> Self {
        Self(Arc::new(write))
    }

    /// The computer's disk.
    pub(crate) fn system() -> Self {
        Self::new(write)
    }

    /// Writes a file back, or the names of a folder: a file that was synced is gone all the same if
    /// the folder has lost its name.
    ///
    /// # Errors
    /// The disk cannot promise it.
    pub(crate) fn keep(&self, path: &Path) -> io::Result<()> {
        (self.0)(path)
    }
}

impl std::fmt::Debug for Disk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Disk")
    }
}

fn write(path: &Path) -> io::Result<()> {
    if path.is_dir() {
        // Elsewhere a folder is no file that could be opened, and its names are written with it.
        return match cfg!(unix) {
            true => File::open(path)?.sync_all(),
            false => Ok(()),
        };
    }
    // Some systems write back only what was opened to be written.
    OpenOptions::new().append(true).open(path)?.sync_all()
}
