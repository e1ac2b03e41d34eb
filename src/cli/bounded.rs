//! A file that was named to its text, no more of it than is looked at.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use crate::error::{Error, Result};

/// The text of a file of at most `most` bytes; no file of a device without end is read further.
///
/// # Errors
/// The file cannot be read, is larger or no UTF-8.
pub(super) fn text(path: &Path, most: u64) -> Result<String> {
    let read = || {
        let mut text = String::new();
        let read = File::open(path)?.take(most + 1).read_to_string(&mut text)?;
        if read as u64 > most { Err(io::Error::from(io::ErrorKind::FileTooLarge)) } else { Ok(text) }
    };
    read().map_err(|error| Error::io(path, error))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn no_more_is_read_than_is_looked_at() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        let check = |content: &[u8], expected: Option<&str>| {
            fs::write(&path, content).unwrap();
            assert_eq!(text(&path, 4).ok().as_deref(), expected, "{content:?}");
        };
        check(b"", Some(""));
        check(b"abcd", Some("abcd"));
        check(b"abcde", None);
        check(b"\xFF", None);
        assert!(text(&folder.path().join("b.txt"), 4).is_err());
    }
}
