//! Bytes of a compound file -> its streams, and what kind of document they make, by \[MS-CFB\].

use std::io::{Cursor, Read};
use std::path::Path;

use cfb::CompoundFile;

use super::limits::Limits;
use super::unreadable::{Damage, Unreadable};

/// Streams that tell what the file is, and the extension of that.
const TELLING_STREAMS: [(&str, &str); 5] = [
    ("WordDocument", "doc"),
    ("PowerPoint Document", "ppt"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("__properties_version1.0", "msg"),
];

/// Folders and streams in one folder; no file that was made in earnest has as many.
const MAX_ENTRIES: usize = 1 << 16;

/// An open compound file.
pub(super) struct Ole<'a>(CompoundFile<Cursor<&'a [u8]>>);

impl<'a> Ole<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Self, Unreadable> {
        let file = CompoundFile::open(Cursor::new(bytes));
        let file = file.map_err(|error| Unreadable::Damaged(Damage::Said(error.to_string())))?;
        if file.exists("EncryptedPackage") {
            return Err(Unreadable::Protected);
        }
        Ok(Self(file))
    }

    pub fn has(&self, path: &str) -> bool {
        self.0.exists(path)
    }

    /// The names in a folder.
    pub fn names(&self, folder: &str) -> Vec<String> {
        let entries = self.0.read_storage(folder).into_iter().flatten();
        entries.take(MAX_ENTRIES).map(|entry| entry.name().to_owned()).collect()
    }

    /// Whether there is a folder with this path.
    pub fn has_folder(&self, path: &str) -> bool {
        self.0.is_storage(path)
    }

    /// A stream as far as it can be read; nothing if there is none.
    pub fn part(&mut self, path: impl AsRef<Path>, limits: &Limits) -> Option<Vec<u8>> {
        let stream = self.0.open_stream(path).ok()?;
        let mut bytes = Vec::new();
        // what was read before it breaks off counts
        let _ = stream.take(limits.max_file_bytes).read_to_end(&mut bytes);
        Some(bytes)
    }

    /// A stream that has to be there as a whole.
    pub fn stream(&mut self, name: &str, limits: &Limits) -> Result<Vec<u8>, Unreadable> {
        let damaged = |error: std::io::Error| {
            Unreadable::Damaged(Damage::Stream { name: name.to_owned(), said: error.to_string() })
        };
        let stream = self.0.open_stream(name).map_err(damaged)?;
        let mut bytes = Vec::new();
        stream.take(limits.max_file_bytes).read_to_end(&mut bytes).map_err(damaged)?;
        Ok(bytes)
    }
}

/// The extension of what a compound file holds; nothing where it does not tell.
pub(super) fn kind(bytes: &[u8]) -> Option<&'static str> {
    let name = |name: &str| name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let found = match CompoundFile::open(Cursor::new(bytes)) {
        Ok(file) => TELLING_STREAMS.iter().find(|(stream, _)| file.exists(stream)),
        Err(_) => TELLING_STREAMS.iter().find(|(stream, _)| memchr::memmem::find(bytes, &name(stream)).is_some()),
    };
    found.map(|(_, extension)| *extension)
}
