//! Definitions of short forms to terms of the index and back, found by either form.

use std::collections::BTreeMap;

use super::field::Field;
use super::term::{Dictionary, Prefix, any_term};
use super::term_list::TermList;
use crate::analysis::fold;
use crate::error::Result;
use crate::mention::abbreviation::AbbreviationMention;

/// Parts what a term says. No form that was read holds it.
const SIGN: char = '\u{1f}';

/// A short form and what some passages say that it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AbbreviationEntry {
    /// The short form, as it is written.
    pub short: String,
    /// The long form, as it is written first in the dictionary.
    pub long: String,
    /// In how many passages it is defined so.
    pub passages: u64,
}

/// The short form without diacritics, case and signs: one word as the index has it.
pub(crate) fn key(short: &str) -> String {
    fold(short).replace(' ', "")
}

/// Adds the terms of a definition.
pub(super) fn add_terms(mention: &AbbreviationMention, terms: &mut TermList) {
    let AbbreviationMention { short, long, .. } = mention;
    terms.add_parts(&[&format!("s {}{SIGN}{short}{SIGN}{long}", key(short))]);
    terms.add_parts(&[&format!("l {}{SIGN}{short}", fold(long))]);
}

/// What the index says that a short form stands for, or all short forms, most often defined first.
pub(crate) fn long_forms(terms: &dyn Dictionary, short: Option<&str>) -> Result<Vec<AbbreviationEntry>> {
    let prefix = short.map_or("s ".to_owned(), |short| format!("s {short}{SIGN}"));
    // spellings of one long form are one
    let mut found: BTreeMap<(String, String), AbbreviationEntry> = BTreeMap::new();
    for (term, passages) in with_prefix(terms, &prefix, usize::MAX)? {
        let mut parts = term.split(SIGN).skip(1);
        let (Some(short), Some(long)) = (parts.next(), parts.next()) else { continue };
        let entry = found.entry((key(short), fold(long))).or_insert_with(|| AbbreviationEntry {
            short: short.to_owned(),
            long: long.to_owned(),
            passages: 0,
        });
        entry.passages += passages;
    }
    let mut entries: Vec<AbbreviationEntry> = found.into_values().collect();
    entries.sort_by(|a, b| (b.passages, &a.short, &a.long).cmp(&(a.passages, &b.short, &b.long)));
    Ok(entries)
}

/// The short forms that the index has for a long form in folded form.
pub(crate) fn short_forms(terms: &dyn Dictionary, long: &str) -> Result<Vec<String>> {
    let found = with_prefix(terms, &format!("l {long}{SIGN}"), 16)?;
    Ok(found.into_iter().filter_map(|(term, _)| Some(term.split(SIGN).nth(1)?.to_owned())).collect())
}

fn with_prefix(terms: &dyn Dictionary, text: &str, limit: usize) -> Result<Vec<(String, u64)>> {
    let prefix = Prefix { field: Field::Abbreviations, text, limit, keep: &any_term };
    Ok(terms.with_prefix(prefix)?.found)
}
