//! An archive that was cut off or broken -> how far its blocks are whole, each a head and what is packed behind it.

const OLD_START: &[u8] = b"Rar!\x1A\x07\0";
const NEW_START: &[u8] = b"Rar!\x1A\x07\x01\0";

/// How long the block is that some bytes begin with, and whether it is the last.
type Block = fn(&[u8]) -> Option<(usize, bool)>;

/// How many of these bytes are whole blocks, and whether what follows is none of the archive: the last of them ends it,
/// or only zeros follow, for before version 5 not every archive has an end.
pub(super) fn whole(bytes: &[u8]) -> (usize, bool) {
    let (start, block): (_, Block) = match () {
        () if bytes.starts_with(NEW_START) => (NEW_START.len(), new_block),
        () if bytes.starts_with(OLD_START) => (OLD_START.len(), old_block),
        () => return (0, false),
    };
    let mut whole = start;
    while let Some((length, is_end)) = bytes.get(whole..).and_then(block) {
        if length > bytes.len() - whole {
            break;
        }
        whole += length;
        if is_end {
            return (whole, true);
        }
    }
    let rest = &bytes[whole.min(bytes.len())..];
    (whole, !rest.is_empty() && rest.iter().all(|byte| *byte == 0))
}

/// Whether an archive ends within a block, or before its end is told where that has to be, from version 5 on.
pub(super) fn ends_early(bytes: &[u8]) -> bool {
    let (end, is_ended) = whole(bytes);
    end > 0 && !is_ended && (end < bytes.len() || bytes.starts_with(NEW_START))
}

/// The length of a block of version 5 and later.
fn new_block(bytes: &[u8]) -> Option<(usize, bool)> {
    const END: u64 = 5;
    const HAS_EXTRA: u64 = 1;
    const HAS_DATA: u64 = 2;
    let (crc, sized) = bytes.split_first_chunk()?;
    let (size, behind) = number(sized)?;
    let size_bytes = sized.len() - behind.len();
    let head = behind.get(..usize::try_from(size).ok()?)?;
    if crc32fast::hash(&sized[..size_bytes + head.len()]) != u32::from_le_bytes(*crc) {
        return None;
    }
    let (kind, rest) = number(head)?;
    let (flags, rest) = number(rest)?;
    let rest = if flags & HAS_EXTRA == 0 { rest } else { number(rest)?.1 };
    let data = if flags & HAS_DATA == 0 { 0 } else { number(rest)?.0 };
    let length = (crc.len() + size_bytes + head.len()).checked_add(usize::try_from(data).ok()?)?;
    Some((length, kind == END))
}

/// A number of seven bits a byte, and what stands behind it.
fn number(bytes: &[u8]) -> Option<(u64, &[u8])> {
    let last = bytes.iter().take(10).position(|byte| byte & 0x80 == 0)?;
    let (own, rest) = bytes.split_at(last + 1);
    let add = |number: u64, byte: &u8| Some(number.checked_mul(0x80)? | u64::from(byte & 0x7F));
    Some((own.iter().rev().try_fold(0, add)?, rest))
}

/// The length of a block of before version 5.
fn old_block(bytes: &[u8]) -> Option<(usize, bool)> {
    const END: u8 = 0x7B;
    const IS_LARGE: u16 = 0x100;
    const HAS_DATA: u16 = 0x8000;
    const HIGH_AT: usize = 32;
    let &[crc_low, crc_high, kind, flags_low, flags_high, size_low, size_high, ..] = bytes else { return None };
    let flags = u16::from_le_bytes([flags_low, flags_high]);
    let head = bytes.get(..usize::from(u16::from_le_bytes([size_low, size_high])))?;
    if head.len() < 7 || crc32fast::hash(&head[2..]).to_le_bytes()[..2] != [crc_low, crc_high] {
        return None;
    }
    let at = |at: usize| head.get(at..)?.first_chunk().map(|bytes| u64::from(u32::from_le_bytes(*bytes)));
    let data = match flags {
        _ if flags & HAS_DATA == 0 => 0,
        _ if flags & IS_LARGE == 0 => at(7)?,
        _ => at(7)? | at(HIGH_AT)? << 32,
    };
    Some((head.len().checked_add(usize::try_from(data).ok()?)?, kind == END))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::archive::tests::rar::{old_sample, sample};

    #[test]
    fn blocks_are_whole_up_to_where_it_is_cut() {
        for bytes in [sample(), old_sample()] {
            assert_eq!(whole(&bytes).0, bytes.len());
            assert!(!ends_early(&bytes) && ends_early(&bytes[..bytes.len() - 1]));
            assert_eq!(whole(&[&bytes[..], &[0; 100]].concat()), (bytes.len(), true));
            let cuts: Vec<usize> = (0..=bytes.len()).map(|cut| whole(&bytes[..cut]).0).collect();
            assert!(cuts.is_sorted());
            // a start, a main head, the members and an end
            let mut blocks = cuts.clone();
            blocks.dedup();
            assert!(blocks.len() > 4, "{blocks:?}");
            let mut broken = bytes.clone();
            broken[blocks[2] + 6] ^= 1;
            assert_eq!(whole(&broken), (blocks[2], false));
        }
    }
}
