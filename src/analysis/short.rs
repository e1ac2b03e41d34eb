//! A word of few bytes to one number, and numbers to what is known of their words.

use std::ops::Range;

/// Longer words have no number.
const MAX_BYTES: usize = 16;

/// The bytes of a word, with zeros, which no word holds, for those that are missing.
pub(crate) type Key = (u64, u64);

/// What is known of words, for look-ups of every word of a text: each goes to one place in memory, which has
/// all of it, where a map of strings goes to three.
#[derive(Clone, Debug, Default)]
pub(crate) struct Table<V> {
    /// A power of two of them, half of them free at least. A word has the slot that its number tells, or the
    /// first free one behind.
    slots: Vec<(Key, V)>,
    len: usize,
}

/// The number of no word, in a free slot.
const FREE: Key = (0, 0);

/// Tables begin with so many slots.
const FEWEST: usize = 64;

impl<V: Copy + Default> Table<V> {
    /// How many words there are.
    pub(crate) fn len(&self) -> usize {
        self.len
    }

    /// What is known of a word.
    pub(crate) fn get(&self, word: Key) -> Option<V> {
        let (found, value) = self.slots.get(self.slot(word)?)?;
        (*found == word && word != FREE).then_some(*value)
    }

    /// Notes what is known of a word, instead of what was.
    pub(crate) fn insert(&mut self, word: Key, value: V) {
        if word == FREE {
            return;
        }
        if 2 * (self.len + 1) > self.slots.len() {
            let more = vec![(FREE, V::default()); (2 * self.slots.len()).max(FEWEST)];
            let slots = std::mem::replace(&mut self.slots, more);
            slots.into_iter().filter(|(word, _)| *word != FREE).for_each(|(word, value)| self.put(word, value));
        }
        self.len += usize::from(self.get(word).is_none());
        self.put(word, value);
    }

    fn put(&mut self, word: Key, value: V) {
        if let Some(slot) = self.slot(word).and_then(|slot| self.slots.get_mut(slot)) {
            *slot = (word, value);
        }
    }

    /// The slot of a word, or the one that is free for it.
    fn slot(&self, word: Key) -> Option<usize> {
        let last = self.slots.len().checked_sub(1)?;
        // the upper bits of the product depend on all of the word: Fibonacci hashing
        let hash = (word.0 ^ word.1.rotate_left(29)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let mut slot = (hash >> 32) as usize & last;
        while self.slots[slot].0 != word && self.slots[slot].0 != FREE {
            slot = (slot + 1) & last;
        }
        Some(slot)
    }
}

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
    fn what_was_noted_is_found() {
        let mut table = Table::default();
        assert_eq!(table.get((1, 0)), None);
        for word in 1..1000 {
            table.insert((word << 40, word), word);
            table.insert((word << 40, word), 2 * word);
        }
        assert_eq!(table.len(), 999);
        for word in 1..1000 {
            assert_eq!(table.get((word << 40, word)), Some(2 * word));
            assert_eq!(table.get((word, word)), None);
        }
        assert_eq!(table.get(FREE), None);
    }

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
