//! A zip file that was cut off -> one with a table of contents, by the heads of the members that it still holds.
//!
//! By the notes on the format of PKWARE (APPNOTE.TXT 6.3), of which only what is needed here is kept: no encryption, no
//! parts of more than 4 GiB.

use std::io::Read;

use flate2::bufread::DeflateDecoder;

use super::honest::{MAX_MEMBERS, honest};

/// How an entry of the table of contents begins.
pub(super) const ENTRY_SIGNATURE: [u8; 4] = *b"PK\x01\x02";

/// What the head of a member begins with, and how long it is without its name.
const HEAD: &[u8] = b"PK\x03\x04";
const HEAD_BYTES: usize = 30;

/// What stands behind a member whose head does not tell its size.
const SIZES: &[u8] = b"PK\x07\x08";
const SIZES_BYTES: usize = 12;

const IS_ENCRYPTED: u16 = 1;
const HAS_SIZES_BEHIND: u16 = 8;

/// Methods: as it is, and Deflate.
const STORED: u16 = 0;
const DEFLATED: u16 = 8;

/// A member as its head and its bytes tell.
struct Found<'a> {
    /// What of the head the table repeats: version, flags, method, time.
    common: &'a [u8],
    name: &'a [u8],
    crc: u32,
    packed: usize,
    unpacked: u64,
    at: usize,
}

/// The bytes of a file with a table of the members that begin in it, the last of them perhaps not whole, and whether its
/// own table begins behind them; none where nothing is found.
pub(super) fn with_table(bytes: &[u8], limit: u64) -> Option<(Vec<u8>, bool)> {
    let mut found = Vec::new();
    let (mut at, mut left) = (0, limit);
    while let Some((member, end)) = member(bytes, at, left).filter(|_| found.len() < MAX_MEMBERS) {
        left = left.saturating_sub(member.unpacked);
        found.push(member);
        at = end;
    }
    if found.is_empty() {
        return None;
    }
    let end = at.min(bytes.len());
    let has_all = bytes.get(end..)?.starts_with(&ENTRY_SIGNATURE);
    let mut mended = bytes.get(..end)?.to_vec();
    for member in &found {
        mended.extend(ENTRY_SIGNATURE);
        // written by version 2.0
        mended.extend([20, 0]);
        mended.extend(member.common);
        mended.extend(member.crc.to_le_bytes());
        mended.extend(u32::try_from(member.packed).ok()?.to_le_bytes());
        mended.extend(u32::try_from(member.unpacked).ok()?.to_le_bytes());
        mended.extend(u16::try_from(member.name.len()).ok()?.to_le_bytes());
        // no extra fields, no comment, the first disk, no attributes
        mended.extend([0; 12]);
        mended.extend(u32::try_from(member.at).ok()?.to_le_bytes());
        mended.extend(member.name);
    }
    let (count, size) = (u16::try_from(found.len().min(usize::from(u16::MAX))).ok()?, mended.len() - end);
    mended.extend(b"PK\x05\x06\0\0\0\0");
    mended.extend(count.to_le_bytes());
    mended.extend(count.to_le_bytes());
    mended.extend(u32::try_from(size).ok()?.to_le_bytes());
    mended.extend(u32::try_from(end).ok()?.to_le_bytes());
    mended.extend([0, 0]);
    Some((mended, has_all))
}

/// The member that begins at a place, and where the next one does.
fn member(bytes: &[u8], at: usize, left: u64) -> Option<(Found<'_>, usize)> {
    let head = bytes.get(at..)?.get(..HEAD_BYTES).filter(|head| head.starts_with(HEAD))?;
    let short = |at: usize| Some(u16::from_le_bytes(*head.get(at..)?.first_chunk()?));
    let long = |at: usize| Some(u32::from_le_bytes(*head.get(at..)?.first_chunk()?));
    let (flags, method) = (short(6)?, short(8)?);
    let (name, extra) = (usize::from(short(26)?), usize::from(short(28)?));
    let start = at + HEAD_BYTES + name + extra;
    let (name, data) = (bytes.get(at + HEAD_BYTES..)?.get(..name)?, bytes.get(start..)?);
    if flags & IS_ENCRYPTED != 0 {
        return None;
    }
    let has_sizes_behind = flags & HAS_SIZES_BEHIND != 0;
    let (crc, packed, unpacked) = match method {
        DEFLATED => inflated(data, left)?,
        STORED if !has_sizes_behind => {
            let size = usize::try_from(long(22)?).ok()?.min(data.len());
            (long(14)?, size, size as u64)
        }
        _ => return None,
    };
    let mut next = start + packed;
    if has_sizes_behind {
        let behind = bytes.get(next..).unwrap_or_default();
        next += if behind.starts_with(SIZES) { SIZES.len() + SIZES_BYTES } else { SIZES_BYTES };
    }
    Some((Found { common: head.get(4..14)?, name, crc, packed, unpacked, at }, next))
}

/// The checksum of what is deflated, how many bytes that takes, and to how many it unpacks, as far as it goes.
fn inflated(data: &[u8], left: u64) -> Option<(u32, usize, u64)> {
    let most = left.min(honest(data.len() as u64));
    let mut decoder = DeflateDecoder::new(data).take(most.saturating_add(1));
    let (mut crc, mut unpacked, mut chunk) = (crc32fast::Hasher::new(), 0_u64, vec![0; 64 << 10]);
    while let Ok(count @ 1..) = decoder.read(&mut chunk) {
        crc.update(&chunk[..count]);
        unpacked += count as u64;
    }
    let packed = usize::try_from(decoder.into_inner().total_in()).ok()?.min(data.len());
    (unpacked <= most).then(|| (crc.finalize(), packed, unpacked))
}

#[cfg(test)]
mod tests {
    use super::super::tests::zip_of;
    use super::super::{Oddity, Package};
    use super::ENTRY_SIGNATURE;

    #[test]
    fn a_zip_file_that_was_cut_off_is_read_as_far_as_it_goes() {
        let long: String = (0..2000).map(|number| format!("dòng {number}, ")).collect();
        let whole = zip_of(&[("a", b"0123456789"), ("b", long.as_bytes()), ("c", b"abc")]);
        let table = whole.windows(4).position(|bytes| bytes == ENTRY_SIGNATURE).unwrap();
        let mut seen = (0, 0, 0);
        for cut in 0..whole.len() {
            let Ok(mut package) = Package::open(&whole[..cut], 1 << 20) else { continue };
            assert!(package.is_cut, "{cut}");
            assert_eq!(package.lacks_members(), cut < table + 4, "{cut}");
            let mut notices = Vec::new();
            let mut part = |name: &str| package.part(name, &mut notices).unwrap().unwrap_or_default();
            let parts = [part("a"), part("b"), part("c")];
            assert!(b"0123456789".starts_with(&parts[0]) && long.as_bytes().starts_with(&parts[1]), "{cut}");
            assert_eq!(notices, [Oddity::BreaksOff]);
            let count = |is: bool| usize::from(is);
            seen.0 += count(parts[0].len() == 10);
            seen.1 += count(!parts[1].is_empty() && parts[1].len() < long.len());
            seen.2 += count(parts[2] == b"abc");
        }
        assert!(seen.0 > 1000 && seen.1 > 500 && seen.2 > 100, "{seen:?}");
    }
}
