//! People to terms of the index and back: by family name, by given name, and by office.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;
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
    /// The other name that stands there, of an alias.
    pub written: Option<String>,
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
        Term::from_field_text(field, &by_name(&self.name, self.written.as_deref(), self.kind))
    }

    /// The name that the passages write, or the full name of a short form.
    pub fn shown(&self) -> &str {
        self.written.as_deref().unwrap_or(&self.name)
    }

    fn read(parts: &mut std::str::Split<char>, passages: u64) -> Option<Self> {
        let (name, letter) = (parts.next()?, parts.next()?);
        Some(Self { name: name.to_owned(), written: parts.next().map(str::to_owned), kind: kind(letter), passages })
    }
}

/// The terms of a mention.
pub(super) fn terms(mention: &PersonMention) -> Vec<String> {
    let mut terms = Vec::with_capacity(5);
    for written in [None, mention.written.as_deref()].into_iter().take(1 + usize::from(mention.written.is_some())) {
        let term = by_name(&mention.name, written, mention.kind);
        let folded = fold(written.unwrap_or(&mention.name));
        let given = folded.rsplit(' ').next().unwrap_or_default();
        terms.push(format!("g {given}{SIGN}{}", &term["n ".len()..]));
        terms.push(term);
    }
    if let Some(role) = mention.role.as_ref().filter(|role| role.len() <= MAX_ROLE) {
        let role: Vec<&str> = role.split_whitespace().collect();
        terms.push(format!("r {}{SIGN}{}{SIGN}{}", fold(&mention.name), mention.name, role.join(" ")));
    }
    terms
}

/// `n`, the folded name, the name, its kind; behind them the name of an alias as it is written, whose folded
/// form then stands first.
fn by_name(name: &str, written: Option<&str>, kind: NameKind) -> String {
    let mut term = format!("n {}{SIGN}{name}{SIGN}{}", fold(written.unwrap_or(name)), letter(kind));
    if let Some(written) = written {
        term.push(SIGN);
        term.push_str(written);
    }
    term
}

fn letter(kind: NameKind) -> char {
    match kind {
        NameKind::Full => 'f',
        NameKind::Short => 's',
        NameKind::Unresolved => 'u',
        NameKind::Alias => 'a',
        NameKind::Possible => 'p',
    }
}

fn kind(letter: &str) -> NameKind {
    match letter {
        "f" => NameKind::Full,
        "s" => NameKind::Short,
        "u" => NameKind::Unresolved,
        "p" => NameKind::Possible,
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
        // the folded name, behind the given name where that was asked for
        let mut parts = term.split(SIGN);
        parts.nth(usize::from(matches!(named, Named::Given(_))))?;
        PersonEntry::read(&mut parts, passages)
    };
    let mut entries: Vec<PersonEntry> = found.into_iter().filter_map(entry).collect();
    keep_known(&mut entries);
    Ok(entries)
}

/// Takes out names that only look like ones: nobody in the index is known to bear them.
fn keep_known(entries: &mut Vec<PersonEntry>) {
    let known: FxHashSet<String> = entries
        .iter()
        .filter(|entry| matches!(entry.kind, NameKind::Full | NameKind::Alias))
        .map(|entry| entry.name.clone())
        .collect();
    entries.retain(|entry| entry.kind != NameKind::Possible || known.contains(&entry.name));
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
