//! A token: a word or symbol of a text, where it stands and how it is written.

/// What a token is to the text around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A syllable, a word, a number: what stands between blanks and punctuation.
    Word,
    /// A symbol written without blanks (`45/2019/QH14`, `TB&XH`), beside its parts: it has the
    /// position of its first part and covers the offsets of them all.
    Whole,
}

/// One token of an [`Analysis`](super::Analysis).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'a> {
    /// Whether this is a word or a whole symbol.
    pub kind: TokenKind,
    /// First byte in the source, on a letter boundary.
    pub start: usize,
    /// Byte behind the last in the source.
    pub end: usize,
    /// How many words stand before it.
    pub position: usize,
    /// Lower case, NFC, marks on the letters that bear them; diacritics kept.
    pub exact: &'a str,
    /// Without diacritics and case, `đ` as `d`, numbers without leading zeros.
    pub folded: &'a str,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    pub kind: TokenKind,
    pub start: usize,
    pub end: usize,
    pub position: usize,
    pub forms: Forms,
}

/// Stands before a whole symbol in [`Analysis::folded_line`], where it takes no position.
pub(crate) const WHOLE: char = '\u{1}';

/// Where the forms of a word stand in [`Lines`], in bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Forms {
    pub exact: (usize, usize),
    pub folded: (usize, usize),
}
