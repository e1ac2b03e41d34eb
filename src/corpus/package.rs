//! Bytes of a zip file -> its parts, unpacked within limits.
//!
//! What a part says of its own size is never believed.

mod cut;
mod honest;

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::{self, Cursor, Read};

use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

use self::cut::ENTRY_SIGNATURE;
pub(super) use self::honest::{FREE_BYTES, MAX_MEMBERS, honest, most};
use super::legacy::Legacy;
use super::oddity::Oddity;
use super::old_names::{self, OldNames};
use super::unreadable::{Damage, Unreadable};

/// An open zip file.
pub(super) struct Package<'a> {
    zip: ZipArchive<Cursor<Cow<'a, [u8]>>>,
    bytes: &'a [u8],
    /// Whether the file ends before its table of contents does, and whether that is so before all members.
    is_cut: bool,
    lacks_members: bool,
    /// Bytes that may still be unpacked, and at the start.
    left: u64,
    limit: u64,
    /// The encoding of names from before Unicode, once one was met.
    old_names: Option<Option<Legacy>>,
}

impl<'a> Package<'a> {
    pub fn open(bytes: &'a [u8], limit: u64) -> Result<Self, Unreadable> {
        if bytes.windows(4).filter(|window| **window == ENTRY_SIGNATURE).count() > MAX_MEMBERS {
            return Err(Unreadable::Damaged(Damage::ManyMembers(MAX_MEMBERS)));
        }
        let limit = limit.min(most(bytes.len() as u64));
        let (zip, has_all) = match ZipArchive::new(Cursor::new(Cow::Borrowed(bytes))) {
            Ok(zip) => (zip, None),
            Err(error) => {
                let error = unreadable(error);
                let (mended, has_all) = cut::with_table(bytes, limit).ok_or(error)?;
                (ZipArchive::new(Cursor::new(Cow::Owned(mended))).map_err(unreadable)?, Some(has_all))
            }
        };
        let (is_cut, lacks_members) = (has_all.is_some(), has_all == Some(false));
        Ok(Self { zip, bytes, is_cut, lacks_members, left: limit, limit, old_names: None })
    }

    /// Whether it ends so that more may have been in it.
    pub fn lacks_members(&self) -> bool {
        self.lacks_members
    }

    /// To how many bytes a member is said to unpack, which need not be true.
    pub fn size(&mut self, index: usize) -> u64 {
        self.zip.by_index_raw(index).map_or(0, |file| file.size())
    }

    /// Whether a member is a symbolic link.
    pub fn is_link(&mut self, index: usize) -> bool {
        self.zip.by_index_raw(index).is_ok_and(|file| file.is_symlink())
    }

    /// The number of members, folders included.
    pub fn len(&self) -> usize {
        self.zip.len().min(MAX_MEMBERS)
    }

    /// The name of a member as it stands; `None` for a folder. One from before Unicode is in the encoding that makes
    /// the most Vietnamese of all such names, or else in the code page of DOS.
    pub fn name(&mut self, index: usize) -> Result<Option<String>, Unreadable> {
        let file = self.zip.by_index_raw(index).map_err(unreadable)?;
        if file.is_dir() {
            return Ok(None);
        }
        let raw = file.name_raw().to_vec();
        let told = file.name().map_or_else(|_| String::from_utf8_lossy(&raw).into_owned(), Into::into);
        drop(file);
        let old = if std::str::from_utf8(&raw).is_ok() { None } else { self.old_names() };
        Ok(Some(old_names::decoded(&raw, old, || told)))
    }

    fn old_names(&mut self) -> Option<Legacy> {
        if let Some(known) = self.old_names {
            return known;
        }
        let mut names = OldNames::default();
        for index in 0..self.len() {
            let Ok(file) = self.zip.by_index_raw(index) else { continue };
            names.add(file.name_raw());
        }
        *self.old_names.insert(names.encoding())
    }

    /// The names of members, no folders, that cannot be reached, as a later one has the same: each as often as it is so.
    pub fn covered(&self) -> Vec<String> {
        if self.is_cut || !self.zip.has_duplicate_names() {
            return Vec::new();
        }
        let mut seen: HashMap<&[u8], usize> = HashMap::new();
        let start = usize::try_from(self.zip.central_directory_start()).unwrap_or(usize::MAX);
        let mut rest = self.bytes.get(start..).unwrap_or_default();
        while let Some((name, behind)) = entry(rest) {
            *seen.entry(name).or_default() += 1;
            rest = behind;
        }
        let mut names: Vec<String> = seen
            .into_iter()
            .filter(|(name, _)| !name.ends_with(b"/"))
            .flat_map(|(name, times)| (1..times).map(|_| String::from_utf8_lossy(name).into_owned()))
            .collect();
        names.sort();
        names
    }

    pub fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// Unpacks a part; `None` if there is none of this name. A damaged one is unpacked as far as it
    /// goes, with a notice, as is what is left of a file that was cut off.
    pub fn part(&mut self, name: &str, notices: &mut Vec<Oddity>) -> Result<Option<Vec<u8>>, Unreadable> {
        if self.is_cut && !notices.contains(&Oddity::BreaksOff) {
            notices.push(Oddity::BreaksOff);
        }
        let Some(index) = self.zip.index_for_name(name) else {
            return Ok(None);
        };
        let (left, limit) = (self.left, self.limit);
        let (bytes, damage) = self.unpack_some(index, left).map_err(|error| match error {
            // no option allows more than what one of its size holds
            Unreadable::UnpacksTooLarge { .. } if limit == most(self.bytes.len() as u64) => {
                Unreadable::Swells { limit }
            }
            Unreadable::UnpacksTooLarge { .. } => Unreadable::UnpacksTooLarge { limit },
            error => error,
        })?;
        self.left -= bytes.len() as u64;
        let damage = damage.filter(|_| !self.is_cut);
        notices.extend(damage.map(|damage| Oddity::DamagedPart { name: name.to_owned(), said: damage.to_string() }));
        Ok(Some(bytes))
    }

    /// Unpacks a member to at most `limit` bytes.
    pub fn unpack(&mut self, index: usize, limit: u64) -> Result<Vec<u8>, Unreadable> {
        match self.unpack_some(index, limit)? {
            (bytes, None) => Ok(bytes),
            (bytes, Some(_)) if self.is_cut && !bytes.is_empty() => Ok(bytes),
            (_, Some(damage)) => Err(Unreadable::Damaged(Damage::Packed(damage.to_string()))),
        }
    }

    /// What comes out of a member before it turns out to be damaged, and how it is.
    fn unpack_some(&mut self, index: usize, limit: u64) -> Result<(Vec<u8>, Option<io::Error>), Unreadable> {
        let file = self.zip.by_index(index).map_err(unreadable)?;
        let method = file.compression();
        if !matches!(method, CompressionMethod::Stored | CompressionMethod::Deflated) {
            return Err(Unreadable::Method(method_name(&method.to_string())));
        }
        let packed = file.compressed_size();
        let honest = honest(packed);
        let mut bytes = Vec::new();
        let damage = file.take(limit.min(honest).saturating_add(1)).read_to_end(&mut bytes).err();
        match bytes.len() as u64 {
            length if length > limit => Err(Unreadable::UnpacksTooLarge { limit }),
            length if length > honest => Err(Unreadable::Bomb),
            _ => Ok((bytes, damage)),
        }
    }
}

/// The name of the first entry of a table of contents, and what stands behind the entry.
fn entry(table: &[u8]) -> Option<(&[u8], &[u8])> {
    const HEAD_BYTES: usize = 46;
    let table = table.strip_prefix(&ENTRY_SIGNATURE)?;
    let length = |at: usize| Some(usize::from(u16::from_le_bytes([*table.get(at)?, *table.get(at + 1)?])));
    let [name, extra, comment] = [length(24)?, length(26)?, length(28)?];
    let rest = table.get(HEAD_BYTES - ENTRY_SIGNATURE.len()..)?;
    Some((rest.get(..name)?, rest.get(name + extra + comment..)?))
}

/// Methods by the numbers that the notes on the format give them (APPNOTE.TXT 4.4.5).
const METHODS: [(u16, &str); 14] = [
    (1, "Shrink"),
    (2, "Reduce"),
    (3, "Reduce"),
    (4, "Reduce"),
    (5, "Reduce"),
    (6, "Implode"),
    (9, "Deflate64"),
    (12, "BZip2"),
    (14, "LZMA"),
    (93, "Zstandard"),
    (94, "MP3"),
    (95, "XZ"),
    (96, "JPEG"),
    (98, "PPMd"),
];

/// What a method is called; one without a name by its number alone.
fn method_name(said: &str) -> String {
    let number = said.strip_prefix("Unsupported(").and_then(|number| number.strip_suffix(')')).unwrap_or(said);
    let known = METHODS.iter().find(|(known, name)| known.to_string() == number || name.eq_ignore_ascii_case(number));
    known.map_or(number, |(_, name)| name).to_owned()
}

fn unreadable(error: ZipError) -> Unreadable {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => Unreadable::Protected,
        ZipError::CompressionMethodNotSupported(method) => Unreadable::Method(method_name(&method.to_string())),
        error => Unreadable::Damaged(Damage::Said(error.to_string())),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use std::io::Write;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    /// A zip file of these parts.
    pub fn zip_of(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in parts {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    #[test]
    fn what_is_unpacked_has_limits() {
        let check = |bytes: &[u8], limit: u64, expected: &str| {
            let mut package = Package::open(bytes, limit).unwrap();
            let told = match package.part("a", &mut Vec::new()) {
                Ok(part) => format!("{:?}", part.map(|part| part.len())),
                Err(error) => error.to_string(),
            };
            assert_eq!(told, expected);
        };
        let small = zip_of(&[("a", b"0123456789")]);
        check(&small, 10, "Some(10)");
        check(&small, 9, "it unpacks to more than 9 bytes");
        check(&zip_of(&[("b", b"")]), 10, "None");
        let zeros = zip_of(&[("a", &vec![0; 20 << 20])]);
        check(&zeros, 1 << 30, "it unpacks to more than a thousand times its size");
        check(&zip_of(&[("a", &vec![0; FREE_BYTES])]), 1 << 30, "Some(10485760)");
    }

    #[test]
    fn names_from_before_unicode_are_read() {
        let bytes = zip_of(&[("C?ng h?a.txt", b"a"), ("?o?n lao ??ng t?nh.txt", b"b")]);
        let old = |name: &[u8], encoded: &[u8], bytes: Vec<u8>| {
            let mut bytes = bytes;
            while let Some(at) = memchr::memmem::find(&bytes, name) {
                bytes[at..at + name.len()].copy_from_slice(encoded);
            }
            bytes
        };
        let bytes = old(b"C?ng h?a", b"C\xE9ng h\xDFa", bytes);
        let bytes = old(b"?o?n lao ??ng t?nh", b"\xA7o\xB5n lao \xAE\xE9ng t\xD8nh", bytes);
        let mut package = Package::open(&bytes, 100).unwrap();
        assert_eq!(package.name(0).unwrap().as_deref(), Some("Cộng hòa.txt"));
        assert_eq!(package.name(1).unwrap().as_deref(), Some("Đoàn lao động tỉnh.txt"));
    }

    #[test]
    fn parts_together_stay_below_the_limit() {
        let bytes = zip_of(&[("a", b"0123456789"), ("b", b"0123456789")]);
        let mut package = Package::open(&bytes, 15).unwrap();
        assert_eq!(package.part("a", &mut Vec::new()).unwrap().unwrap().len(), 10);
        assert!(matches!(package.part("b", &mut Vec::new()), Err(Unreadable::UnpacksTooLarge { limit: 15 })));
    }
}
