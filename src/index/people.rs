//! People to terms of the index and back: by family name, by given name, and by office.

use std::collections::BTreeMap;

use tantivy::schema::Field;
use tantivy::{Searcher, Term};

use crate::analysis::fold;
use crate::mention::person::{NameKind, PersonMention};

/// Parts what a term says. No name or office holds it.
const SIGN: char = '\u{1f}';

/// Longer offices are cut, in bytes.
const MAX_ROLE: usize = 200;

/// A person as some passages name them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonEntry {
    /// The canonical name.
    pub name: String,
    /// The name without diacritics and case.
    pub folded: String,
    /// How the passages write it.
    pub kind: NameKind,
    /// In how many passages.
    pub passages: u64,
}

/// An office that some passages give a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficeEntry {
    /// The canonical name of the person.
    pub name: String,
    /// The office, as it is written.
    pub role: String,
    /// In how many passages.
    pub passages: u64,
}

impl PersonEntry {
    /// The term of the passages that name the person so.
    pub(crate) fn term(&self, field: Field) -> Term {
        Term::from_field_text(field, &by_name(&self.folded, &self.name, self.kind))
    }
}

/// The terms of a mention.
pub(super) fn terms(mention: &PersonMention) -> Vec<String> {
    let (name, folded) = (&mention.name, fold(&mention.name));
    let given = folded.rsplit(' ').next().unwrap_or_default();
    let letter = letter(mention.kind);
    let mut terms =
        vec![by_name(&folded, name, mention.kind), format!("g {given}{SIGN}{folded}{SIGN}{name}{SIGN}{letter}")];
    if let Some(role) = mention.role.as_ref().filter(|role| role.len() <= MAX_ROLE) {
        let role: Vec<&str> = role.split_whitespace().collect();
        terms.push(format!("r {folded}{SIGN}{name}{SIGN}{}", role.join(" ")));
    }
    terms
}

fn by_name(folded: &str, name: &str, kind: NameKind) -> String {
    format!("n {folded}{SIGN}{name}{SIGN}{}", letter(kind))
}

fn letter(kind: NameKind) -> char {
    match kind {
        NameKind::Full => 'f',
        NameKind::Short => 's',
        NameKind::Unresolved => 'u',
        NameKind::Alias => 'a',
    }
}

fn kind(letter: &str) -> NameKind {
    match letter {
        "f" => NameKind::Full,
        "s" => NameKind::Short,
        "u" => NameKind::Unresolved,
        _ => NameKind::Alias,
    }
}

/// Whose people are wanted.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Named<'a> {
    /// Everybody.
    Anyone,
    /// Those whose folded name begins with this.
    From(&'a str),
    /// Those of this folded given name.
    Given(&'a str),
}

/// The people of an index, in order of their folded names; at most `limit` ways of naming them.
pub(crate) fn people(
    searcher: &Searcher,
    field: Field,
    named: Named,
    limit: usize,
) -> tantivy::Result<Vec<PersonEntry>> {
    let prefix = match named {
        Named::Anyone => "n ".to_owned(),
        Named::From(first) => format!("n {first}"),
        Named::Given(given) => format!("g {given}{SIGN}"),
    };
    let found = with_prefix(searcher, field, &prefix, limit)?;
    let entry = |(term, passages): (String, u64)| {
        let mut parts = term.split(SIGN);
        let first = parts.next()?;
        let folded = match named {
            Named::Given(_) => parts.next()?,
            _ => first.strip_prefix("n ")?,
        };
        let (name, letter) = (parts.next()?, parts.next()?);
        Some(PersonEntry { name: name.to_owned(), folded: folded.to_owned(), kind: kind(letter), passages })
    };
    Ok(found.into_iter().filter_map(entry).collect())
}

/// The offices that the index gives to people whose folded name begins so.
pub(crate) fn offices(searcher: &Searcher, field: Field, first: &str) -> tantivy::Result<Vec<OfficeEntry>> {
    let found = with_prefix(searcher, field, &format!("r {first}"), usize::MAX)?;
    let entry = |(term, passages): (String, u64)| {
        let mut parts = term.split(SIGN).skip(1);
        Some(OfficeEntry { name: parts.next()?.to_owned(), role: parts.next()?.to_owned(), passages })
    };
    Ok(found.into_iter().filter_map(entry).collect())
}

/// The terms that begin with `prefix`, each with in how many passages it stands.
pub(super) fn with_prefix(
    searcher: &Searcher,
    field: Field,
    prefix: &str,
    limit: usize,
) -> tantivy::Result<Vec<(String, u64)>> {
    let mut found: BTreeMap<String, u64> = BTreeMap::new();
    for segment in searcher.segment_readers() {
        let index = segment.inverted_index(field)?;
        let mut terms = index.terms().range().ge(prefix.as_bytes()).into_stream()?;
        let mut left = limit;
        while left > 0 && terms.advance() && terms.key().starts_with(prefix.as_bytes()) {
            let term = String::from_utf8_lossy(terms.key()).into_owned();
            *found.entry(term).or_default() += u64::from(terms.value().doc_freq);
            left -= 1;
        }
    }
    Ok(found.into_iter().collect())
}
