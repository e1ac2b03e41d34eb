//! The bytes of a file to what tells them from all others: files of one content are one document.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read};
use std::str::FromStr;

use sha2::{Digest as _, Sha256};

use super::source::Source;

const BUFFER_BYTES: usize = 64 << 10;

/// The first 16 bytes of the SHA-256 of some bytes; prints as hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Digest([u8; 16]);

impl Digest {
    /// Of bytes in memory.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self::finish(Sha256::new_with_prefix(bytes))
    }

    /// Of a file; `None` if its size is not what the walk has seen, so that it is just being written.
    ///
    /// # Errors
    /// The file is gone, closed to us, no regular file, or cannot be read.
    pub fn of_source(source: &Source) -> io::Result<Option<Self>> {
        // opening a pipe would wait for its writer
        if !fs::metadata(&source.path)?.is_file() {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a regular file"));
        }
        let mut digest = Sha256::new();
        let read = read_all(File::open(&source.path)?.take(source.size.saturating_add(1)), &mut digest)?;
        Ok((read == source.size).then(|| Self::finish(digest)))
    }

    /// Of all bytes that a reader gives.
    ///
    /// # Errors
    /// Those of the reader.
    pub fn of_reader(reader: impl Read) -> io::Result<Self> {
        let mut digest = Sha256::new();
        read_all(reader, &mut digest)?;
        Ok(Self::finish(digest))
    }

    fn finish(digest: Sha256) -> Self {
        let mut first = [0; 16];
        for (to, from) in first.iter_mut().zip(digest.finalize()) {
            *to = from;
        }
        Self(first)
    }
}

fn read_all(mut reader: impl Read, digest: &mut Sha256) -> io::Result<u64> {
    let mut buffer = vec![0; BUFFER_BYTES];
    let mut bytes = 0;
    loop {
        match reader.read(&mut buffer) {
            Ok(0) => return Ok(bytes),
            Ok(read) => {
                digest.update(&buffer[..read]);
                bytes += read as u64;
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl FromStr for Digest {
    type Err = ();

    fn from_str(digits: &str) -> Result<Self, ()> {
        let number = u128::from_str_radix(digits, 16).map_err(|_| ())?;
        let content = Self(number.to_be_bytes());
        // no sign, no capitals, no other length
        if content.to_string() == digits { Ok(content) } else { Err(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_content_prints_and_reads_back() {
        // the first half of the digest that FIPS 180-4 gives for "abc"
        let abc = "ba7816bf8f01cfea414140de5dae2223";
        assert_eq!(Digest::of(b"abc").to_string(), abc);
        assert_eq!(abc.parse(), Ok(Digest::of(b"abc")));
        for odd in ["", "-", "+a7816bf8f01cfea414140de5dae2223", "BA7816bf8f01cfea414140de5dae2223", &abc[1..]] {
            assert_eq!(odd.parse::<Digest>(), Err(()), "{odd}");
        }
        assert_eq!(Digest::of_reader(&b"abc"[..]).unwrap(), Digest::of(b"abc"));
    }

    #[test]
    fn a_file_that_grows_has_no_content_yet() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        fs::write(&path, "abc").unwrap();
        let source = |size| Source { path: path.clone(), id: String::new(), size, modified_ns: 0, is_closed: false };
        assert_eq!(Digest::of_source(&source(3)).unwrap(), Some(Digest::of(b"abc")));
        assert_eq!(Digest::of_source(&source(2)).unwrap(), None);
        assert_eq!(Digest::of_source(&source(4)).unwrap(), None);
        let folder = Source { path: folder.path().to_owned(), ..source(0) };
        assert!(Digest::of_source(&folder).is_err());
    }
}
