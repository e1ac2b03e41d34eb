//! Words that were read before with the forms they gave: a text says few words often.

use std::ops::Range;

use super::short::{Key, Table};

/// No more words than these are kept: there are fewer Vietnamese syllables in all.
const MAX_WORDS: usize = 1 << 14;

/// The exact and the folded form of each word that was kept; long ones are worked out each time.
#[derive(Clone, Debug, Default)]
pub(super) struct Memo {
    /// The words; where the forms begin, where the folded one does, and where it ends.
    words: Table<[u32; 3]>,
    forms: String,
}

impl Memo {
    /// The forms of a word, exact and folded, if it was kept.
    pub(super) fn get(&self, word: Key) -> Option<(&str, &str)> {
        let [exact, folded, end] = self.words.get(word)?;
        Some((&self.forms[exact as usize..folded as usize], &self.forms[folded as usize..end as usize]))
    }

    /// Keeps the forms of a word, while there is room.
    pub(super) fn keep(&mut self, word: Key, exact: &str, folded: &str) {
        if self.words.len() >= MAX_WORDS {
            return;
        }
        let Range { start, end } = self.push(exact);
        let folded = self.push(folded);
        self.words.insert(word, [start, end, folded.end]);
    }

    fn push(&mut self, form: &str) -> Range<u32> {
        let start = self.forms.len() as u32;
        self.forms.push_str(form);
        start..self.forms.len() as u32
    }
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
