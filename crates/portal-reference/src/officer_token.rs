//! The token that officers show, made at the first start and kept in the data folder.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::random;

/// The file of the token in a data folder.
pub(crate) fn path(data: &Path) -> PathBuf {
    data.join("officer-token")
}

/// The token of the portal whose data are in `data`; made now where there is none yet. Nobody
/// but the owner of the file may read it.
///
/// # Errors
/// The file cannot be read or written.
pub(crate) fn kept(data: &Path) -> io::Result<String> {
    let path = path(data);
    match std::fs::read_to_string(&path) {
        Ok(token) if !token.trim().is_empty() => return Ok(token.trim().to_string()),
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let token = random::id().map_err(io::Error::other)?;
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(&path)?.write_all(token.as_bytes())?;
    Ok(token)
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_token_is_made_once_and_only_its_owner_reads_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let token = super::kept(folder.path()).expect("a token");
        assert_eq!(token.len(), 32);
        assert_eq!(super::kept(folder.path()).expect("a token"), token);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let file = std::fs::metadata(folder.path().join("officer-token")).expect("a file");
            assert_eq!(file.permissions().mode() & 0o777, 0o600);
        }
    }
}
