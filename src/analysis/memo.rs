//! Words that were read before with the forms they gave: a text says few words often.

use std::ops::Range;

use rustc_hash::FxHashMap;

/// Longer words are worked out each time, in bytes.
const MAX_BYTES: usize = 16;

/// No more words than these are kept: there are fewer Vietnamese syllables in all.
const MAX_WORDS: usize = 1 << 14;

/// The exact and the folded form of each word that was kept.
#[derive(Clone, Debug, Default)]
pub(super) struct Memo {
    /// The words by their bytes; where the forms begin, where the folded one does, and where it ends.
    words: FxHashMap<(u64, u64), [u32; 3]>,
    forms: String,
}

impl Memo {
    /// The forms of a word, exact and folded, if it was kept.
    pub(super) fn get(&self, word: &str) -> Option<(&str, &str)> {
        let &[exact, folded, end] = self.words.get(&key(word)?)?;
        Some((&self.forms[exact as usize..folded as usize], &self.forms[folded as usize..end as usize]))
    }

    /// Keeps the forms of a word, while there is room.
    pub(super) fn keep(&mut self, word: &str, exact: &str, folded: &str) {
        let Some(key) = key(word).filter(|_| self.words.len() < MAX_WORDS) else { return };
        let Range { start, end } = self.push(exact);
        let folded = self.push(folded);
        self.words.insert(key, [start, end, folded.end]);
    }

    fn push(&mut self, form: &str) -> Range<u32> {
        let start = self.forms.len() as u32;
        self.forms.push_str(form);
        start..self.forms.len() as u32
    }
}

/// A word filled up with zeros, which no word holds.
fn key(word: &str) -> Option<(u64, u64)> {
    let mut bytes = [0; MAX_BYTES];
    bytes.get_mut(..word.len())?.copy_from_slice(word.as_bytes());
    let key = u128::from_le_bytes(bytes);
    Some((key as u64, (key >> 64) as u64))
}

#[cfg(test)]
mod tests {
    use crate::analysis::Analysis;

    #[test]
    fn words_kept_give_the_same_tokens() {
        let text = "Hoà bình, hòa bình: 04/4/1947 HOÀ meetings meetings \u{1ed9}\u{301} bê\u{323}nh BÊ\u{323}NH hoà";
        let mut keeping = Analysis::keeping();
        keeping.read("bình hoà 04 meetings");
        keeping.read(text);
        let plain = Analysis::of(text);
        assert_eq!(keeping.exact_line(), plain.exact_line());
        assert_eq!(keeping.folded_line(), plain.folded_line());
        assert!(keeping.tokens().eq(plain.tokens()));
    }
}
