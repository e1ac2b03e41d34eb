//! A compound file whose tables are not whole -> one with what can still be found of its streams, by \[MS-CFB\].
//!
//! Writers set a stream down without gaps as a rule: where the table of sectors is lost, the next one follows. Where
//! the directory is lost, too, the stream of the text is told by how it begins.

use std::collections::HashSet;
use std::io::{Cursor, Write};

use cfb::CompoundFile;

use crate::corpus::bytes::{u16_at, u32_at};

/// Where the head of the file tells of its tables.
const SECTOR_SHIFT_AT: usize = 0x1E;
const DIRECTORY_AT: usize = 0x30;
const MINI_TABLE_AT: usize = 0x3C;
const TABLES_AT: usize = 0x4C;
const TABLES: usize = 109;

/// The number of a sector at most; greater ones stand for none.
const LAST_SECTOR: u32 = 0xFFFF_FFFA;

/// What the table tells of a sector that is not used.
const FREE: u32 = u32::MAX;

/// Streams of fewer bytes lie in sectors of this size in the stream of the root.
const MINI_STREAM_BYTES: usize = 4096;
const MINI_SECTOR_BYTES: usize = 64;

/// An entry of the directory: its bytes, and what stands where in it.
const ENTRY_BYTES: usize = 128;
const NAME_LENGTH_AT: usize = 64;
const KIND_AT: usize = 66;
const NEIGHBORS_AT: [usize; 2] = [68, 72];
const CHILD_AT: usize = 76;
const START_AT: usize = 116;
const SIZE_AT: usize = 120;

/// What an entry is.
const FOLDER: u8 = 1;
const STREAM: u8 = 2;

/// Bytes that the streams of a file have at most, for each of its own.
const MAX_RATIO: usize = 2;

/// The streams of texts, and what the names of those of a mail begin with.
const TEXTS: [&str; 4] = ["/WordDocument", "/PowerPoint Document", "/Workbook", "/Book"];
const OF_MAIL: &str = "/__";

/// How the streams of texts begin; of workbooks those of Excel 97 and later.
const WORD: [&[u8]; 2] = [b"\xEC\xA5", b"\xDC\xA5"];
const WORKBOOK: &[u8] = b"\x09\x08";
const NEW_WORKBOOK: &[u8] = b"\x09\x08\x10\0\0\x06\x05\0";
const PRESENTATION: &[u8] = b"\x0F\0\xE8\x03";

/// A file with broken tables.
struct Broken<'a> {
    bytes: &'a [u8],
    sector_bytes: usize,
    /// The sector behind each, where it is known.
    next: Vec<Option<u32>>,
    /// The same of the small sectors, and those themselves.
    mini_next: Vec<Option<u32>>,
    mini: Vec<u8>,
    directory: Vec<u8>,
    /// Bytes that streams may still have.
    left: usize,
}

/// A compound file of what is left of one; nothing where no stream is.
pub(super) fn mended(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut broken = Broken::of(bytes)?;
    let mut streams = broken.streams();
    // of a mail other streams tell what it is
    if !streams.iter().any(|(path, _)| TEXTS.contains(&&**path) || path.starts_with(OF_MAIL)) {
        streams.extend(broken.told_by_their_beginning());
    }
    let mut file = CompoundFile::create(Cursor::new(Vec::new())).ok()?;
    let mut has_any = false;
    for (path, bytes) in streams {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        // what cannot be called so is left
        let made = file.create_storage_all(format!("{folder}/")).and_then(|()| file.create_stream(&path));
        has_any |= made.and_then(|mut stream| stream.write_all(&bytes)).is_ok();
    }
    has_any.then(|| file.into_inner().into_inner())
}

/// Whether a file ends before or within what its tables tell of, or before these.
pub(super) fn ends_early(bytes: &[u8]) -> bool {
    let Some(shift) = u16_at(bytes, SECTOR_SHIFT_AT).filter(|shift| (9..=12).contains(shift)) else { return false };
    let sector_bytes = 1_usize << shift;
    // the last one may be there in part
    let whole = (bytes.len() / sector_bytes).saturating_sub(1);
    let is_behind = |sector: u32| sector <= LAST_SECTOR && sector as usize >= whole;
    let tables =
        (0..TABLES).filter_map(|at| u32_at(bytes, TABLES_AT + at * 4)).take_while(|table| *table <= LAST_SECTOR);
    let has_used_behind = |(number, table): (usize, u32)| {
        let start = (table as usize + 1).saturating_mul(sector_bytes);
        let own = bytes.get(start..).unwrap_or_default();
        let unseen = whole.saturating_sub(number * sector_bytes / 4);
        is_behind(table) || numbers(&own[..own.len().min(sector_bytes)]).skip(unseen).any(|next| next != FREE)
    };
    u32_at(bytes, DIRECTORY_AT).is_some_and(is_behind) || tables.enumerate().any(has_used_behind)
}

impl<'a> Broken<'a> {
    fn of(bytes: &'a [u8]) -> Option<Self> {
        let shift = u32::from(u16_at(bytes, SECTOR_SHIFT_AT)?);
        let sector_bytes = 1_usize.checked_shl(shift).filter(|bytes| (512..=4096).contains(bytes))?;
        let sectors = bytes.len().saturating_sub(sector_bytes).div_ceil(sector_bytes);
        let left = bytes.len().saturating_mul(MAX_RATIO);
        let mut broken = Self {
            bytes,
            sector_bytes,
            next: vec![None; sectors],
            mini_next: Vec::new(),
            mini: Vec::new(),
            directory: Vec::new(),
            left,
        };
        for (number, table) in (0..TABLES).filter_map(|at| u32_at(bytes, TABLES_AT + at * 4)).enumerate() {
            let known = broken.sector(table as usize).to_vec();
            let own = broken.next.iter_mut().skip(number * sector_bytes / 4);
            own.zip(numbers(&known)).for_each(|(next, told)| *next = Some(told));
        }
        broken.directory = broken.chain(u32_at(bytes, DIRECTORY_AT)?, usize::MAX);
        broken.mini_next = numbers(&broken.chain(u32_at(bytes, MINI_TABLE_AT)?, usize::MAX)).map(Some).collect();
        let root = |at: usize| u32_at(&broken.directory, at);
        if let (Some(start), Some(size)) = (root(START_AT), root(SIZE_AT)) {
            broken.mini = broken.chain(start, size as usize);
            broken.mini_next.resize(broken.mini.len().div_ceil(MINI_SECTOR_BYTES), None);
        }
        Some(broken)
    }

    fn sector(&self, number: usize) -> &'a [u8] {
        let start = number.saturating_add(1).saturating_mul(self.sector_bytes).min(self.bytes.len());
        &self.bytes[start..self.bytes.len().min(start.saturating_add(self.sector_bytes))]
    }

    /// The bytes from a sector on, as many as there should be, as far as they go.
    fn chain(&self, start: u32, size: usize) -> Vec<u8> {
        gathered(start, size, &self.next, |number| self.sector(number))
    }

    fn mini_chain(&self, start: u32, size: usize) -> Vec<u8> {
        let small = |number: usize| {
            let start = number.saturating_mul(MINI_SECTOR_BYTES).min(self.mini.len());
            &self.mini[start..self.mini.len().min(start + MINI_SECTOR_BYTES)]
        };
        gathered(start, size, &self.mini_next, small)
    }

    /// The streams of the directory with their paths.
    fn streams(&mut self) -> Vec<(String, Vec<u8>)> {
        let mut streams = Vec::new();
        let mut seen = HashSet::new();
        let child = |entry: &[u8]| u32_at(entry, CHILD_AT).map(|child| child as usize);
        let root = self.directory.get(..ENTRY_BYTES).and_then(child);
        let mut ahead: Vec<(usize, String)> = root.map(|child| (child, String::new())).into_iter().collect();
        while let Some((number, folder)) = ahead.pop() {
            let at = number.saturating_mul(ENTRY_BYTES);
            let Some(entry) = self.directory.get(at..).and_then(|rest| rest.get(..ENTRY_BYTES)) else { continue };
            if !seen.insert(number) {
                continue;
            }
            let entry = entry.to_vec();
            let neighbors = NEIGHBORS_AT.iter().filter_map(|at| u32_at(&entry, *at));
            ahead.extend(neighbors.map(|neighbor| (neighbor as usize, folder.clone())));
            let Some(name) = name_of(&entry) else { continue };
            let path = format!("{folder}/{name}");
            match entry[KIND_AT] {
                FOLDER => ahead.extend(child(&entry).map(|child| (child, path))),
                STREAM => streams.extend(self.stream(&entry).map(|bytes| (path, bytes))),
                _ => {}
            }
        }
        streams
    }

    fn stream(&mut self, entry: &[u8]) -> Option<Vec<u8>> {
        let (start, size) = (u32_at(entry, START_AT)?, u32_at(entry, SIZE_AT)? as usize);
        let size = size.min(self.left);
        let bytes = if size < MINI_STREAM_BYTES { self.mini_chain(start, size) } else { self.chain(start, size) };
        self.left -= bytes.len();
        Some(bytes)
    }

    /// The stream of the text, which goes on to the end of the file.
    fn told_by_their_beginning(&self) -> Vec<(String, Vec<u8>)> {
        let from = |start: usize| self.bytes.get(start..).unwrap_or_default();
        let starts = || (1..=self.next.len()).map(|number| number * self.sector_bytes);
        let first = from(self.sector_bytes);
        if WORD.iter().any(|start| first.starts_with(start)) {
            let table = table_of(first).and_then(|(name, fits)| {
                let start = starts().find(|start| fits(from(*start)))?;
                Some((name.to_owned(), from(start).to_vec()))
            });
            return [("/WordDocument".to_owned(), first.to_vec())].into_iter().chain(table).collect();
        }
        if first.starts_with(WORKBOOK) {
            return vec![("/Workbook".to_owned(), first.to_vec())];
        }
        let found = [("/PowerPoint Document", PRESENTATION), ("/Workbook", NEW_WORKBOOK)].into_iter().find_map(
            |(path, begins)| {
                let start = starts().find(|start| from(*start).starts_with(begins))?;
                Some((path.to_owned(), from(start).to_vec()))
            },
        );
        found.into_iter().collect()
    }
}

/// The name of the stream that lists the pieces of a text of Word 97 and later, and whether bytes are those of it.
fn table_of(main: &[u8]) -> Option<(&'static str, impl Fn(&[u8]) -> bool + use<>)> {
    const FLAGS_AT: usize = 10;
    const IS_FIRST: u16 = 0x0200;
    const PIECES_AT: usize = 0x1A2;
    const PIECES: u8 = 2;
    let name = if u16_at(main, FLAGS_AT)? & IS_FIRST == 0 { "/0Table" } else { "/1Table" };
    let (start, size) = (u32_at(main, PIECES_AT)? as usize, u32_at(main, PIECES_AT + 4)?);
    let fits = move |table: &[u8]| {
        table.get(start) == Some(&PIECES)
            && u32_at(table, start + 1).is_some_and(|own| own.checked_add(5) == Some(size))
    };
    Some((name, fits))
}

/// Bytes of sectors that follow each other; where that is not known, the next one does.
fn gathered<'s>(start: u32, size: usize, next: &[Option<u32>], sector: impl Fn(usize) -> &'s [u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let (mut at, mut steps) = (start as usize, 0);
    while let Some(told) = next.get(at).filter(|_| bytes.len() < size && steps < next.len()) {
        bytes.extend_from_slice(sector(at));
        steps += 1;
        at = told.map_or(at + 1, |told| told as usize);
    }
    bytes.truncate(size);
    bytes
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.as_chunks::<4>().0.iter().map(|four| u32::from_le_bytes(*four))
}

fn name_of(entry: &[u8]) -> Option<String> {
    // its last unit is a zero, which counts
    let length =
        usize::from(u16_at(entry, NAME_LENGTH_AT)?).checked_sub(2).filter(|length| *length < NAME_LENGTH_AT)?;
    let units = entry.get(..length)?.as_chunks::<2>().0.iter().map(|two| u16::from_le_bytes(*two));
    let name: String = char::decode_utf16(units).collect::<Result<_, _>>().ok()?;
    (!name.is_empty() && !name.contains('/')).then_some(name)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use cfb::Version;

    use super::*;

    /// A file with a long stream, a short one and one in a folder.
    fn sample() -> Vec<u8> {
        let mut file = CompoundFile::create_with_version(Version::V3, Cursor::new(Vec::new())).unwrap();
        file.create_storage("/a").unwrap();
        for (path, count) in [("/long", 9000), ("/short", 90), ("/a/inner", 5000)] {
            let bytes: Vec<u8> = (0..count).map(|at: usize| (at % 251) as u8).collect();
            file.create_stream(path).unwrap().write_all(&bytes).unwrap();
        }
        file.into_inner().into_inner()
    }

    fn read(bytes: &[u8], path: &str) -> Vec<u8> {
        let mut read = Vec::new();
        let Ok(mut file) = CompoundFile::open(Cursor::new(bytes)) else { return read };
        if let Ok(mut stream) = file.open_stream(path) {
            stream.read_to_end(&mut read).unwrap();
        }
        read
    }

    #[test]
    fn streams_are_found_as_far_as_they_go() {
        let whole = sample();
        let mended_whole = mended(&whole).unwrap();
        for path in ["/long", "/short", "/a/inner"] {
            assert_eq!(read(&mended_whole, path), read(&whole, path), "{path}");
        }
        // its table of sectors is lost
        let mut broken = whole.clone();
        let table = 512 * (1 + u32_at(&whole, TABLES_AT).unwrap() as usize);
        broken[table..table + 512].fill(0);
        assert!(CompoundFile::open(Cursor::new(&broken[..])).is_err());
        // a name that is longer than names are
        let name = memchr::memmem::find(&whole, b"l\0o\0n\0g\0").unwrap();
        broken[name + NAME_LENGTH_AT] = 175;
        broken[table..table + 512].copy_from_slice(&whole[table..table + 512]);
        assert_eq!(read(&mended(&broken).unwrap(), "/short"), read(&whole, "/short"));
        for cut in (600..whole.len()).step_by(97) {
            let Some(mended) = mended(&whole[..cut]) else { continue };
            for path in ["/long", "/short", "/a/inner"] {
                assert!(read(&whole, path).starts_with(&read(&mended, path)), "{path} {cut}");
            }
        }
    }

    #[test]
    fn a_file_that_ends_early_is_told_from_one_that_is_broken() {
        let whole = sample();
        assert!(!ends_early(&whole) && !ends_early(b"") && !ends_early(&[0; 600]));
        let last = whole.len() - 1;
        for cut in (600..whole.len()).step_by(97).chain([last, last - 52]) {
            assert!(ends_early(&whole[..cut]), "{cut} of {}", whole.len());
        }
        // sectors that nothing uses may be missing
        let longer = [&whole[..], &[0; 700]].concat();
        assert!(!ends_early(&longer));
    }

    #[test]
    fn a_stream_is_told_by_its_beginning_where_there_is_no_directory() {
        let mut bytes = sample()[..512].to_vec();
        bytes[DIRECTORY_AT..DIRECTORY_AT + 4].copy_from_slice(&900_u32.to_le_bytes());
        let workbook = [WORKBOOK, &[7; 6000][..]].concat();
        bytes.extend(&workbook);
        assert!(read(&mended(&bytes).unwrap(), "/Workbook").starts_with(&workbook));
    }
}
