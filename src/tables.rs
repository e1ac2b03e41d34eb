//! Words to what is known of them: the tables that the program is built with.
//!
//! `src/build.rs` makes them of the files in the `data` folders, so that nothing of them is worked out when the
//! program starts. They hold no addresses but their own three, which the system need not set when it loads the program.

/// Words with what is known of each; nothing (`()`) where it is enough that they belong to it.
pub(crate) struct Map<V: 'static> {
    /// All words, one behind the other.
    pub(crate) words: &'static str,
    /// A power of two of them, half of them free at least: a word has the slot that its hash tells, or the first
    /// free one behind. In it stands the number of its entry, counted from one.
    pub(crate) slots: &'static [u16],
    pub(crate) entries: &'static [Entry<V>],
}

/// Where a word stands among all words, how many bytes it has, and what is known of it.
pub(crate) struct Entry<V>(pub(crate) u32, pub(crate) u8, pub(crate) V);

impl<V> Map<V> {
    /// What is known of a word.
    pub(crate) fn get(&self, word: &str) -> Option<&'static V> {
        let mut slot = hash(word.as_bytes()) as usize;
        for _ in self.slots {
            slot &= self.slots.len() - 1;
            let number = usize::from(*self.slots.get(slot)?);
            let Entry(start, len, value) = self.entries.get(number.checked_sub(1)?)?;
            let start = *start as usize;
            if self.words.as_bytes().get(start..start + usize::from(*len)) == Some(word.as_bytes()) {
                return Some(value);
            }
            slot += 1;
        }
        None
    }

    /// All words, in order.
    pub(crate) fn words(&self) -> impl Iterator<Item = &'static str> {
        let word = |Entry(start, len, _): &Entry<V>| {
            let start = *start as usize;
            self.words.get(start..start + usize::from(*len))
        };
        self.entries.iter().filter_map(word)
    }

    /// Whether a word belongs to it.
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.get(word).is_some()
    }
}

/// The same number for the same bytes, whatever the machine.
pub(crate) fn hash(bytes: &[u8]) -> u32 {
    const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;
    let add = |hash: u64, part: u64| (hash.rotate_left(5) ^ part).wrapping_mul(FACTOR);
    let (parts, rest) = bytes.as_chunks::<8>();
    let hash = parts.iter().fold(bytes.len() as u64, |hash, part| add(hash, u64::from_le_bytes(*part)));
    let rest = rest.iter().fold(0, |rest, byte| rest << 8 | u64::from(*byte));
    // the upper bits of the product depend on all of the bytes
    (add(hash, rest) >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_and_others_are_not() {
        let mut slots = [0; 4];
        for (number, word) in [(1, "đo"), (2, "doan")] {
            let mut slot = hash(word.as_bytes()) as usize % 4;
            while slots[slot] != 0 {
                slot = (slot + 1) % 4;
            }
            slots[slot] = number;
        }
        let map =
            Map { words: "đodoan", slots: slots.to_vec().leak(), entries: &[Entry(0, 3, 'a'), Entry(3, 4, 'b')] };
        assert_eq!([map.get("đo"), map.get("doan"), map.get("do"), map.get("")], [Some(&'a'), Some(&'b'), None, None]);
        assert_eq!(map.words().collect::<Vec<_>>(), ["đo", "doan"]);
        let none: Map<()> = Map { words: "", slots: &[], entries: &[] };
        assert!(!none.contains("") && !none.contains("a"));
    }
}
