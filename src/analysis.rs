//! Text to tokens: syllables and symbols with their offsets, in exact and in folded form.
//!
//! Knows no files and no index, and cannot fail. Both pipelines come here, so that a word typed is
//! the word that was written.

mod english;
mod lines;
mod marks;
mod memo;
mod part;
mod plain;
pub(crate) mod short;
mod token;
mod variants;
mod words;

use std::borrow::Cow;
use std::cell::Cell;

pub use lines::Lines;
pub use marks::{Agreement, agreement};
pub use plain::{bare, composed};
use token::Span;
pub(crate) use token::WHOLE;
pub use token::{Token, TokenKind};
pub use variants::fuller_spellings;

use crate::text::push_forms;

/// The tokens of one text. Made to be used again for the next text without a new allocation.
#[derive(Clone, Debug, Default)]
pub struct Analysis {
    spans: Vec<Span>,
    lines: Lines,
}

impl Analysis {
    /// The tokens of `text`.
    pub fn of(text: &str) -> Self {
        let mut analysis = Self::default();
        analysis.read(text);
        analysis
    }

    /// One for many texts: keeps the words it has read.
    pub fn keeping() -> Self {
        Self { lines: Lines::keeping(), ..Self::default() }
    }

    /// Replaces what is here by the tokens of `text`.
    pub fn read(&mut self, text: &str) {
        self.spans.clear();
        self.lines.clear();
        words::scan(text, &mut self.lines, |span| self.spans.push(span));
    }

    /// The tokens in order of position; a whole symbol stands before its parts.
    pub fn tokens(&self) -> impl DoubleEndedIterator<Item = Token<'_>> + Clone {
        self.spans.iter().map(|span| Token {
            kind: span.kind,
            start: span.start,
            end: span.end,
            position: span.position,
            exact: self.lines.exact_at(span.forms.exact),
            folded: self.lines.folded_at(span.forms.folded),
        })
    }

    /// The tokens that are words, without the whole symbols.
    pub fn words(&self) -> impl DoubleEndedIterator<Item = Token<'_>> + Clone {
        self.tokens().filter(|token| token.kind == TokenKind::Word)
    }

    /// See [`Lines::exact`].
    pub fn exact_line(&self) -> &str {
        self.lines.exact()
    }

    /// See [`Lines::folded`].
    pub fn folded_line(&self) -> &str {
        self.lines.folded()
    }
}

thread_local! {
    static KEPT: Cell<Option<Box<Analysis>>> = const { Cell::new(None) };
}

/// Works with the tokens of a text by an analysis that keeps the words this thread has read: for who reads many texts,
/// one now and one then.
pub(crate) fn kept<T>(text: &str, work: impl FnOnce(&Analysis) -> T) -> T {
    let mut analysis = KEPT.take().unwrap_or_else(|| Box::new(Analysis::keeping()));
    analysis.read(text);
    let done = work(&analysis);
    KEPT.set(Some(analysis));
    done
}

/// The folded form, as the index has it, of a single word or a short text, its words parted by one blank.
pub fn fold(text: &str) -> String {
    let mut lines = Lines::default();
    lines.read(text);
    lines.into_folded()
}

/// The exact forms of the words of a short text, with nothing between.
pub(crate) fn exact(text: &str) -> Cow<'_, str> {
    words::exact(text)
}

/// The letters of a single word or a short text without diacritics and case, its words parted by one
/// blank; English endings stay.
pub fn unmarked(text: &str) -> String {
    let (mut exact, mut letters) = (String::new(), String::new());
    for word in Analysis::of(text).words() {
        if !letters.is_empty() {
            letters.push(' ');
        }
        push_forms(word.exact, &mut exact, &mut letters);
    }
    letters
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    fn forms(text: &str) -> Vec<(String, String)> {
        Analysis::of(text).tokens().map(|t| (t.exact.to_owned(), t.folded.to_owned())).collect()
    }

    fn vietnamese() -> impl Strategy<Value = String> {
        let syllables = [
            "Đỗ",
            "Văn",
            "Thắng",
            "hoà",
            "hòa",
            "quý",
            "KHÓA",
            "thuỷ",
            "LĐLĐ",
            "45/2019/QH14",
            "TB&XH",
            "04/4/1947",
            "nghiệp,",
            "ủy",
            "(BCH)",
            "–",
            "COVID-19",
            "\u{A0}",
            "công\u{200B}đoàn",
            "1.200",
        ];
        proptest::collection::vec(proptest::sample::select(syllables.to_vec()), 0..20).prop_map(|words| words.join(" "))
    }

    proptest! {
        #[test]
        fn offsets_cut_out_what_the_token_says(text in "\\PC{0,60}") {
            let analysis = Analysis::of(&text);
            for token in analysis.tokens() {
                prop_assert!(token.start < token.end);
                let cut = &text[token.start..token.end];
                if token.kind == TokenKind::Word {
                    prop_assert_eq!(Analysis::of(cut).words().next().map(|t| t.exact.to_owned()), Some(token.exact.to_owned()));
                }
            }
        }

        #[test]
        fn decomposed_text_gives_the_same_tokens(text in vietnamese()) {
            prop_assert_eq!(forms(&text), forms(&text.nfd().collect::<String>()));
        }

        #[test]
        fn forms_read_back_to_themselves(text in vietnamese()) {
            let analysis = Analysis::of(&text);
            for word in analysis.words() {
                prop_assert_eq!(Analysis::of(word.exact).words().next().map(|t| t.exact.to_owned()), Some(word.exact.to_owned()));
                prop_assert_eq!(fold(word.folded), word.folded);
                prop_assert_eq!(fold(word.exact), word.folded);
            }
        }
    }
}
