//! Bytes of a compound file -> its streams, and what kind of document they make, by \[MS-CFB\].

mod mend;

use std::borrow::Cow;
use std::io::{Cursor, Read};
use std::path::Path;

use cfb::CompoundFile;

use self::mend::{ends_early, mended};

use super::content::Content;
use super::limits::Limits;
use super::oddity::Oddity;
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
pub(super) struct Ole<'a> {
    file: Compound<'a>,
    is_cut: bool,
}

impl<'a> Ole<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Self, Unreadable> {
        let open = |bytes| {
            let file = CompoundFile::open(Cursor::new(bytes));
            file.map_err(|error| Unreadable::Damaged(Damage::Said(error.to_string())))
        };
        let (file, is_cut) = match open(Cow::Borrowed(bytes)) {
            Ok(file) if kind_in(&file).is_some() => (file, ends_early(bytes)),
            // its directory may end too early
            Ok(file) => match mended_with_kind(bytes) {
                Some(mended) => (mended, true),
                None => (file, ends_early(bytes)),
            },
            Err(error) => {
                let error = if ends_early(bytes) { Unreadable::Damaged(Damage::BreaksOff) } else { error };
                (open(Cow::Owned(mended(bytes).ok_or(error)?))?, true)
            }
        };
        if file.exists("EncryptedPackage") {
            return Err(Unreadable::Protected);
        }
        Ok(Self { file, is_cut })
    }

    /// Whether the file ends before all that it lists.
    pub fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// Tells of what was read that it is not whole, if it is not.
    pub fn noted(&self, content: Content) -> Content {
        if self.is_cut { self.noted_as_cut(content) } else { content }
    }

    /// The same of what is known not to be whole.
    pub fn noted_as_cut(&self, mut content: Content) -> Content {
        if !content.notices.contains(&Oddity::BreaksOff) {
            content.notices.push(Oddity::BreaksOff);
        }
        content
    }

    pub fn has(&self, path: &str) -> bool {
        self.file.exists(path)
    }

    /// The names in a folder.
    pub fn names(&self, folder: &str) -> Vec<String> {
        let entries = self.file.read_storage(folder).into_iter().flatten();
        entries.take(MAX_ENTRIES).map(|entry| entry.name().to_owned()).collect()
    }

    /// Whether there is a folder with this path.
    pub fn has_folder(&self, path: &str) -> bool {
        self.file.is_storage(path)
    }

    /// A stream as far as it can be read; nothing if there is none.
    pub fn part(&mut self, path: impl AsRef<Path>, limits: &Limits) -> Option<Vec<u8>> {
        let stream = self.file.open_stream(path).ok()?;
        let mut bytes = Vec::new();
        // what was read before it breaks off counts
        let _ = stream.take(limits.max_file_bytes).read_to_end(&mut bytes);
        Some(bytes)
    }

    /// A stream that has to be there, as far as it can be read; where that is not to its end, the file counts as cut.
    pub fn stream(&mut self, name: &str, limits: &Limits) -> Result<Vec<u8>, Unreadable> {
        let damaged = |error: std::io::Error| {
            Unreadable::Damaged(Damage::Stream { name: name.to_owned(), said: error.to_string() })
        };
        let stream = self.file.open_stream(name).map_err(damaged)?;
        let mut bytes = Vec::new();
        match stream.take(limits.max_file_bytes).read_to_end(&mut bytes) {
            Err(_) if !bytes.is_empty() => self.is_cut = true,
            read => drop(read.map_err(damaged)?),
        }
        Ok(bytes)
    }
}

/// The extension of what a compound file holds; nothing where it does not tell.
pub(super) fn kind(bytes: &[u8]) -> Option<&'static str> {
    let whole = CompoundFile::open(Cursor::new(Cow::Borrowed(bytes))).ok();
    whole.as_ref().and_then(kind_in).or_else(|| kind_in(&mended_with_kind(bytes)?))
}

type Compound<'a> = CompoundFile<Cursor<Cow<'a, [u8]>>>;

fn kind_in(file: &Compound) -> Option<&'static str> {
    TELLING_STREAMS.iter().find(|(stream, _)| file.exists(stream)).map(|(_, extension)| *extension)
}

/// What is left of a file, if it tells what that is.
fn mended_with_kind<'a>(bytes: &[u8]) -> Option<Compound<'a>> {
    let file = CompoundFile::open(Cursor::new(Cow::Owned(mended(bytes)?))).ok();
    file.filter(|file| kind_in(file).is_some())
}
