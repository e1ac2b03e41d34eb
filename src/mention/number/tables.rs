//! Data files to look-ups: types of documents, issuers, words behind a number.

use crate::analysis::Analysis;

/// What a number behind the words of a type needs to be a document number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Needs {
    /// Nothing: `Chỉ thị 194`.
    Nothing,
    /// A capital on the words, which are a verb without it: `Quyết định 176`.
    Capital,
    /// The word `số`, an issuer behind (`Kế hoạch 141 của Chính phủ`), or a symbol.
    Issuer,
    /// The word `số`, or a symbol.
    So,
    /// A symbol.
    Symbol,
}

/// A type of document, named by words or by its abbreviation.
#[derive(Clone, Copy, Debug)]
pub(super) struct TypeWords {
    /// Empty for the word `văn bản`, which names no type.
    pub abbreviation: &'static str,
    pub needs: Needs,
}

/// What a part of a symbol is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Type(&'static str),
    Issuer(&'static str, Form),
}

/// In which form an issuer numbers its documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// `06-CT/TU`
    Party,
    /// `142/KH-LĐLĐ`
    State,
}

/// What a word behind a number that stands alone says about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Behind {
    Follows,
    Counted,
}

/// The longest words of a type or an issuer that are looked for.
pub(super) const MAX_WORDS: usize = 5;

// TYPES, FOLDED_TYPES: types by their words in exact form, and in folded form for queries; PARTS: parts of symbols by their exact form, and by their folded form where that is free; OFFICES: the
// words of offices, exact; ISSUER_WORDS: issuers by the folded words for them; LAST_WORDS: the last words of all types
// with how many words the longest type has that ends so, and `số` with none; LAST_WORD_ENDS: see `may_be_last`;
// BEHIND: words behind a number, exact; FOLDED_COUNTED: those that are counted, folded; FOLDED_FOLLOWS: the others
include!(concat!(env!("OUT_DIR"), "/numbers.rs"));
// TYPE_NAMES: the words of types by their abbreviations
#[cfg(feature = "cli")]
include!(concat!(env!("OUT_DIR"), "/type_names.rs"));

/// Whether one of [`LAST_WORDS`] begins with one byte and ends with another, in any case: false of most words.
pub(super) fn may_be_last(first: u8, last: u8) -> bool {
    LAST_WORD_ENDS[usize::from(first)][usize::from(last / 64)] >> (last % 64) & 1 == 1
}

/// Whether a word behind a number is one that is counted: in exact form, or in folded form too.
pub(in crate::mention) fn is_counted(word: &str, folded: bool) -> bool {
    BEHIND.get(word) == Some(&Behind::Counted) || folded && FOLDED_COUNTED.contains(word)
}

/// The words of `text` in exact form with one blank between.
pub(super) fn exact(text: &str) -> String {
    let analysis = Analysis::of(text);
    let words: Vec<&str> = analysis.words().map(|word| word.exact).collect();
    words.join(" ")
}

/// The words for a type by its abbreviation, as a title writes them: `KH` is `Kế hoạch`.
#[cfg(feature = "cli")]
pub fn type_name(abbreviation: &str) -> Option<String> {
    let words = TYPE_NAMES.get(abbreviation)?;
    let first = words.chars().next()?;
    Some(first.to_uppercase().chain(words.chars().skip(1)).collect())
}
