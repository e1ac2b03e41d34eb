//! The words of a text as the index takes them: one line in exact, one in folded form.

use super::memo::Memo;
use super::part::{MAX_WORD_BYTES, Part, kept, truncate};
use super::token::{Forms, WHOLE};
use super::{english, short};
use crate::text::push_forms;

/// Both forms of all words of one text. Made to be used again for the next text without a new allocation.
#[derive(Clone, Debug, Default)]
pub struct Lines {
    /// A blank stands behind each word.
    exact: String,
    folded: String,
    memo: Option<Memo>,
}

impl Lines {
    /// For many texts: keeps the words it has read.
    pub fn keeping() -> Self {
        Self { memo: Some(Memo::default()), ..Self::default() }
    }

    pub(super) fn clear(&mut self) {
        self.exact.clear();
        self.folded.clear();
    }

    /// All exact forms with one blank between, as the index takes them.
    pub fn exact(&self) -> &str {
        self.exact.strip_suffix(' ').unwrap_or_default()
    }

    /// All folded forms with one blank between, whole symbols marked, which take the position of what follows.
    pub fn folded(&self) -> &str {
        self.folded.strip_suffix(' ').unwrap_or_default()
    }

    /// All folded forms with one blank between, without the whole symbols.
    pub(super) fn into_folded(mut self) -> String {
        if self.folded.contains(WHOLE) {
            let words: Vec<&str> = self.folded().split(' ').filter(|word| !word.starts_with(WHOLE)).collect();
            return words.join(" ");
        }
        self.folded.pop();
        self.folded
    }

    /// The form that stands at a place of the exact line.
    pub(super) fn exact_at(&self, (start, end): (usize, usize)) -> &str {
        &self.exact[start..end]
    }

    /// The form that stands at a place of the folded line.
    pub(super) fn folded_at(&self, (start, end): (usize, usize)) -> &str {
        &self.folded[start..end]
    }

    /// Writes both forms of a word, those that were kept if there are any.
    pub(super) fn push_word(&mut self, text: &str, part: Part) -> Forms {
        let Self { exact, folded, memo } = self;
        let (exact_start, folded_start) = (exact.len(), folded.len());
        let mut memo = memo.as_mut().and_then(|memo| Some((short::key_in(text, part.start..part.end)?, memo)));
        let is_known = memo.as_ref().is_some_and(|(key, memo)| memo.write(*key, exact, folded));
        if !is_known {
            push_forms(kept(&text[part.start..part.end]), exact, folded);
            english::stem(folded, folded_start);
            if let Some((key, memo)) = &mut memo {
                memo.keep(*key, &exact[exact_start..], &folded[folded_start..]);
            }
            exact.push(' ');
            folded.push(' ');
        }
        Forms { exact: (exact_start, exact.len() - 1), folded: (folded_start, folded.len() - 1) }
    }

    /// Writes a whole symbol, which has no exact form: its mark, then what `write` writes.
    pub(super) fn push_whole(&mut self, write: impl FnOnce(&mut String, &mut String)) -> Forms {
        let exact = self.exact.len();
        self.folded.push(WHOLE);
        let folded = self.folded.len();
        write(&mut self.exact, &mut self.folded);
        self.exact.truncate(exact);
        truncate(&mut self.folded, folded + MAX_WORD_BYTES);
        self.folded.push(' ');
        Forms { exact: (exact, exact), folded: (folded, self.folded.len() - 1) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Analysis;

    #[test]
    fn words_kept_give_the_same_lines() {
        let text = "Hoà bình, hòa bình: 04/4/1947 HOÀ meetings meetings \u{1ed9}\u{301} bê\u{323}nh BÊ\u{323}NH hoà \
                    nghiêng NGHIÊNG trường,trưởng internationalization 45/2019/QH14";
        let mut keeping = Lines::keeping();
        keeping.read("bình hoà 04 meetings NGHIÊNG");
        for _ in 0..2 {
            keeping.read(text);
            let plain = Analysis::of(text);
            assert_eq!(keeping.exact(), plain.exact_line());
            assert_eq!(keeping.folded(), plain.folded_line());
        }
        keeping.read(" – ");
        assert_eq!((keeping.exact(), keeping.folded()), ("", ""));
    }
}
