//! A path in the file system -> a file that can be read, and what its name tells.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use crate::system;

const MAX_EXTENSION_BYTES: usize = 10;

/// A file that can be given to `read`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Where the file lies.
    pub path: PathBuf,
    /// What it is known by: the id of where the walk began with the path below it, as of [`id_of`](super::id_of).
    pub id: String,
    /// Bytes of the file.
    pub size: u64,
    /// The last change in nanoseconds since 1970; 0 if the system does not tell.
    pub modified_ns: u64,
    /// Whether the system refuses to let it be read.
    pub is_closed: bool,
}

impl Source {
    /// A file that is known by this id.
    ///
    /// # Errors
    /// The system does not tell anything of it.
    pub fn at(path: PathBuf, id: String) -> io::Result<Self> {
        let metadata = fs::metadata(&path)?;
        let age = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        let modified_ns = age.map_or(0, |age| u64::try_from(age.as_nanos()).unwrap_or(u64::MAX));
        let is_closed = system::is_closed(&path, &metadata);
        Ok(Self { path, id, size: metadata.len(), modified_ns, is_closed })
    }
}

/// What Outlook calls its own part of a mail, and the extension that stands for its format.
const OUTLOOK_PART: (&str, &str) = ("winmail.dat", "tnef");

/// The extension in lower case, or `""` if the name has none.
///
/// `Quyết định 12.2021` and `q.1 năm 2021` have none.
pub(super) fn extension_of(path: &Path) -> String {
    let (name, extension) = OUTLOOK_PART;
    if path.file_name().is_some_and(|own| own.eq_ignore_ascii_case(name)) {
        return extension.to_owned();
    }
    path.extension()
        .and_then(|extension| extension.to_str())
        .filter(|extension| extension.len() <= MAX_EXTENSION_BYTES)
        .filter(|extension| extension.bytes().all(|b| b.is_ascii_alphanumeric()))
        .filter(|extension| extension.bytes().any(|b| b.is_ascii_alphabetic()))
        .map(str::to_ascii_lowercase)
        .unwrap_or_default()
}

/// What archives are called before the number of a volume of theirs.
const PARTED: [&str; 3] = [".7z", ".zip", ".rar"];

/// Whether a file of this name is one of the volumes of an archive: `a.r00`, `a.z01`, `a.7z.002`. One that is called
/// `a.part2.rar` tells itself.
pub(super) fn is_volume(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    let Some((stem, extension)) = name.rsplit_once('.') else { return false };
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_old = extension.len() == 3 && extension.strip_prefix(['r', 'z']).is_some_and(are_digits);
    let is_new = are_digits(extension) && extension.len() >= 3 && PARTED.iter().any(|parted| stem.ends_with(parted));
    is_old || is_new
}

/// What systems keep in folders that were looked at.
const SYSTEM_FILES: [&str; 3] = ["Thumbs.db", "desktop.ini", ".DS_Store"];

/// Whether another program has left a file of this name beside a document.
pub(super) fn is_remains(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().as_encoded_bytes();
    let is_of_system = SYSTEM_FILES.iter().any(|system| name.eq_ignore_ascii_case(system.as_bytes()));
    name.starts_with(b"~$") || name.starts_with(b"._") || is_of_system
}
