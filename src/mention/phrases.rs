//! Phrases as a tree of words, each with what it says: the longest that stands at a place is found.

use rustc_hash::FxHashMap;

use crate::text;

/// Phrases by the keys of their words.
pub(in crate::mention) struct Phrases<M> {
    steps: FxHashMap<(u32, u64), u32>,
    meanings: Vec<Option<M>>,
    begins: Begins,
}

impl<M: Copy> Phrases<M> {
    pub(in crate::mention) fn new() -> Self {
        Self { steps: FxHashMap::default(), meanings: vec![None], begins: Begins::default() }
    }

    /// The place for what a phrase says, with what stands there already.
    pub(in crate::mention) fn place<'w>(&mut self, phrase: impl IntoIterator<Item = &'w str>) -> &mut Option<M> {
        let mut node = 0;
        for word in phrase {
            let key = text::key(word);
            if node == 0 {
                self.begins.add(key);
            }
            let next = self.meanings.len() as u32;
            let step = *self.steps.entry((node, key)).or_insert(next);
            if step == next {
                self.meanings.push(None);
            }
            node = step;
        }
        &mut self.meanings[node as usize]
    }

    /// The longest phrase among words that come one by one, until one cannot stand in a phrase: what it says and
    /// how many words it has.
    pub(in crate::mention) fn longest(&self, keys: impl IntoIterator<Item = u64>) -> Option<(M, usize)> {
        let (mut node, mut found) = (0, None);
        for (at, key) in keys.into_iter().enumerate() {
            let Some(step) = self.step(node, key) else { break };
            node = step;
            found = self.meaning(node).map(|meaning| (meaning, at + 1)).or(found);
        }
        found
    }

    /// The node behind `node` and a word; 0 is the root.
    pub(in crate::mention) fn step(&self, node: u32, key: u64) -> Option<u32> {
        if key == 0 || node == 0 && !self.begins.has(key) {
            return None;
        }
        self.steps.get(&(node, key)).copied()
    }

    /// What the phrase says that ends at a node.
    pub(in crate::mention) fn meaning(&self, node: u32) -> Option<M> {
        self.meanings[node as usize]
    }
}

/// The words with which something may begin, told without a search: few others are taken for one.
pub(in crate::mention) struct Begins(Box<[bool; 1 << BITS]>);

/// Bits of the hash of a key.
const BITS: u32 = 14;

impl Default for Begins {
    fn default() -> Self {
        Self(Box::new([false; 1 << BITS]))
    }
}

impl Begins {
    pub(in crate::mention) fn add(&mut self, key: u64) {
        self.0[slot(key)] = true;
    }

    /// Whether something may begin with a word.
    pub(in crate::mention) fn has(&self, key: u64) -> bool {
        self.0[slot(key)]
    }
}

fn slot(key: u64) -> usize {
    (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - BITS)) as usize
}

/// The lines of a data file that are no comments.
pub(in crate::mention) fn lines(data: &'static str) -> impl Iterator<Item = &'static str> {
    data.lines().filter(|line| !line.starts_with('#') && !line.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_phrase_is_found() {
        let mut phrases = Phrases::new();
        for (phrase, meaning) in [("bãi bỏ", 1), ("bãi bỏ toàn bộ", 2), ("bãi bỏ", 3)] {
            phrases.place(phrase.split(' ')).get_or_insert(meaning);
        }
        let found = |text: &str| phrases.longest(text.split(' ').map(text::key));
        assert_eq!(found("bãi bỏ toàn phần"), Some((1, 2)));
        assert_eq!(found("Bãi bỏ toàn bộ"), Some((2, 4)));
        assert_eq!(found("toàn bộ"), None);
        assert_eq!(found("2021"), None);
    }
}
