//! A word of few bytes to one number, by which it is looked up without following a pointer.

use std::ops::Range;

/// Longer words have no number.
const MAX_BYTES: usize = 16;

/// The bytes of a word, with zeros, which no word holds, for those that are missing.
pub(crate) type Key = (u64, u64);

/// The number of the word that stands in `text` at `range`, if it has up to 16 bytes.
pub(crate) fn key_in(text: &str, range: Range<usize>) -> Option<Key> {
    let missing = MAX_BYTES.checked_sub(range.len())?;
    // read whole and cut, as most are, a word needs no look at its length
    let Some(bytes) = text.as_bytes().get(range.start..).and_then(|rest| rest.first_chunk::<MAX_BYTES>()) else {
        return key(text.get(range)?);
    };
    let number = u128::from_le_bytes(*bytes) & u128::MAX.checked_shr(8 * missing as u32).unwrap_or(0);
    Some((number as u64, (number >> 64) as u64))
}

/// The number of a word of up to 16 bytes.
pub(crate) fn key(word: &str) -> Option<Key> {
    let (bytes, len) = (word.as_bytes(), word.len());
    let missing = MAX_BYTES.checked_sub(len)? as u32;
    // the first and the last bytes, which may be the same
    if let (Some(&first), Some(&last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        let last = u64::from_le_bytes(last).checked_shr(8 * missing).unwrap_or(0);
        return Some((u64::from_le_bytes(first), last));
    }
    let at = |byte: usize, value: u64| value << (8 * byte);
    let low = if let (Some(&first), Some(&last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        u64::from(u32::from_le_bytes(first)) | at(len - 4, u32::from_le_bytes(last).into())
    } else if let (Some(&first), Some(&last)) = (bytes.first(), bytes.last()) {
        u64::from(first) | at(len / 2, bytes[len / 2].into()) | at(len - 1, last.into())
    } else {
        0
    };
    Some((low, 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_is_the_bytes() {
        let word = "abcdefghijklmnopq";
        for len in 0..=MAX_BYTES {
            let mut bytes = [0; MAX_BYTES];
            bytes[..len].copy_from_slice(&word.as_bytes()[..len]);
            let number = u128::from_le_bytes(bytes);
            let expected = Some((number as u64, (number >> 64) as u64));
            assert_eq!(key(&word[..len]), expected, "{len}");
            assert_eq!(key_in(word, 0..len), expected, "{len}");
            assert_eq!(key_in(&word[..len], 0..len), expected, "{len}");
        }
        assert_eq!(key(word), None);
        assert_eq!(key_in(word, 0..word.len()), None);
        assert_eq!(key_in(word, 3..5), key("de"));
    }
}
