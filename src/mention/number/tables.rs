//! Data files to look-ups: types of documents, issuers, words behind a number.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::analysis::{Analysis, fold};

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

/// Types by their words in exact form.
pub(super) static TYPES: LazyLock<FxHashMap<String, TypeWords>> = LazyLock::new(|| types(exact));

/// Types by their words in folded form, for queries.
pub(super) static FOLDED_TYPES: LazyLock<FxHashMap<String, TypeWords>> = LazyLock::new(|| types(fold));

/// Parts of symbols by their exact form, and by their folded form where that is free; each in capitals too,
/// as it is mostly written.
pub(super) static PARTS: LazyLock<FxHashMap<String, Part>> = LazyLock::new(parts);

/// The words of offices, in exact form.
pub(super) static OFFICES: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| lines(include_str!("../data/offices.txt")).map(exact).collect());

/// Issuers by the folded words for them, for queries.
pub(super) static ISSUER_WORDS: LazyLock<FxHashMap<String, &'static str>> = LazyLock::new(issuer_words);

/// The last words of all types with how many words the longest type has that ends so, and `số` with none.
pub(super) static LAST_WORDS: LazyLock<FxHashMap<String, usize>> = LazyLock::new(|| {
    let mut last = FxHashMap::from_iter([("số".to_owned(), 0), ("sô".to_owned(), 0)]);
    for words in TYPES.keys() {
        let longest = last.entry(words.rsplit(' ').next().unwrap_or_default().to_owned()).or_default();
        *longest = words.split(' ').count().max(*longest);
    }
    last
});

/// Whether one of them begins with one byte and ends with another, in any case: false of most words.
pub(super) static LAST_WORD_ENDS: LazyLock<Box<[[bool; 256]; 256]>> = LazyLock::new(|| {
    let mut ends = Box::new([[false; 256]; 256]);
    for word in LAST_WORDS.keys() {
        let cases = [word.to_owned(), word.to_uppercase()];
        for (first, last) in cases.iter().flat_map(|first| cases.iter().map(move |last| (first, last))) {
            if let (Some(&first), Some(&last)) = (first.as_bytes().first(), last.as_bytes().last()) {
                ends[usize::from(first)][usize::from(last)] = true;
            }
        }
    }
    ends
});

/// Words behind a number, by their exact form.
pub(super) static BEHIND: LazyLock<FxHashMap<&'static str, Behind>> = LazyLock::new(|| {
    let lines = lines(include_str!("../data/words_behind_numbers.txt"));
    lines
        .filter_map(|line| {
            Some((line.get(2..)?, if line.starts_with('+') { Behind::Follows } else { Behind::Counted }))
        })
        .collect()
});

/// Counted words in folded form, for queries.
pub(super) static FOLDED_COUNTED: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| BEHIND.iter().filter(|(_, says)| **says == Behind::Counted).map(|(word, _)| fold(word)).collect());

/// Whether a word behind a number is one that is counted: in exact form, or in folded form too.
pub(in crate::mention) fn is_counted(word: &str, folded: bool) -> bool {
    BEHIND.get(word) == Some(&Behind::Counted) || folded && FOLDED_COUNTED.contains(word)
}

/// The lines of a data file without its remarks.
pub(super) fn lines(data: &'static str) -> impl Iterator<Item = &'static str> {
    data.lines().filter(|line| !line.starts_with('#') && !line.is_empty())
}

/// The words of `text` in exact form with one blank between.
pub(super) fn exact(text: &str) -> String {
    let analysis = Analysis::of(text);
    let words: Vec<&str> = analysis.words().map(|word| word.exact).collect();
    words.join(" ")
}

fn type_lines() -> impl Iterator<Item = (&'static str, &'static str, Needs)> {
    lines(include_str!("../data/document_types.txt")).filter_map(|line| {
        let mut fields = line.split('\t');
        let (abbreviation, words, needs) = (fields.next()?, fields.next()?, fields.next()?);
        let needs = match needs {
            "alone" => Needs::Nothing,
            "verb" => Needs::Capital,
            "issuer" => Needs::Issuer,
            "so" => Needs::So,
            _ => Needs::Symbol,
        };
        Some((abbreviation, words, needs))
    })
}

/// The words for a type by its abbreviation, as a title writes them: `KH` is `Kế hoạch`.
#[cfg(feature = "cli")]
pub fn type_name(abbreviation: &str) -> Option<String> {
    let (_, words, _) = type_lines().find(|(known, ..)| *known == abbreviation && !known.is_empty())?;
    let first = words.chars().next()?;
    Some(first.to_uppercase().chain(words.chars().skip(1)).collect())
}

fn types(form: fn(&str) -> String) -> FxHashMap<String, TypeWords> {
    let mut types = FxHashMap::default();
    for (abbreviation, words, needs) in type_lines() {
        types.entry(form(words)).or_insert(TypeWords { abbreviation, needs });
    }
    types
}

fn issuer_lines() -> impl Iterator<Item = (&'static str, Form, &'static str)> {
    lines(include_str!("../data/issuers.txt")).map(|line| {
        let mut fields = line.split('\t');
        let symbol = fields.next().unwrap_or_default();
        let form = if fields.next() == Some("party") { Form::Party } else { Form::State };
        (symbol, form, fields.next().unwrap_or_default())
    })
}

fn parts() -> FxHashMap<String, Part> {
    let mut parts = FxHashMap::default();
    // a code of laws has the symbol of laws: `BL` elsewhere is a receipt
    let type_lines = || type_lines().filter(|(abbreviation, ..)| !matches!(*abbreviation, "" | "BL"));
    for (abbreviation, ..) in type_lines() {
        parts.insert(exact(abbreviation), Part::Type(abbreviation));
    }
    for (symbol, form, _) in issuer_lines() {
        parts.entry(exact(symbol)).or_insert(Part::Issuer(symbol, form));
    }
    // without diacritics `hd` is what stands first in the table, HD and not HĐ
    for (abbreviation, ..) in type_lines() {
        parts.entry(fold(abbreviation)).or_insert(Part::Type(abbreviation));
    }
    for (symbol, form, _) in issuer_lines() {
        parts.entry(fold(symbol)).or_insert(Part::Issuer(symbol, form));
    }
    let capitals: Vec<(String, Part)> = parts.iter().map(|(part, known)| (part.to_uppercase(), *known)).collect();
    for (part, known) in capitals {
        parts.entry(part).or_insert(known);
    }
    parts
}

fn issuer_words() -> FxHashMap<String, &'static str> {
    issuer_lines()
        .flat_map(|(symbol, _, words)| words.split(';').map(move |words| (fold(words), symbol)))
        .filter(|(words, _)| !words.is_empty())
        .collect()
}
