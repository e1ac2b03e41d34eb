//! People to terms of the index and back: by family name, by given name, and by office.

use rustc_hash::FxHashSet;

use super::field::Field;
use super::term::{Dictionary, Prefix, Term, any_term};
use super::term_list::TermList;
use crate::analysis::fold;
use crate::error::Result;
use crate::mention::OfficeMention;
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

impl OfficeEntry {
    /// The term of the passages that give the person the office.
    pub(super) fn term(&self) -> Term {
        Term::new(Field::People, format!("r {}{SIGN}{}{SIGN}{}", fold(&self.name), self.name, self.role))
    }
}

impl PersonEntry {
    /// The term of the passages that name the person so.
    pub(crate) fn term(&self) -> Term {
        let mut term = "n ".to_owned();
        push_named(&mut term, &fold(self.shown()), &self.name, self.written.as_deref(), self.kind);
        Term::new(Field::People, term)
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

/// Adds the terms of a mention.
pub(super) fn add_terms(mention: &PersonMention, terms: &mut TermList) {
    let PersonMention { name, written, kind, .. } = mention;
    let folded = fold(name);
    let mut add = |folded: &str, written: Option<&str>| {
        let given = folded.rsplit(' ').next().unwrap_or_default();
        terms.add(|term| {
            term.extend(["g ", given]);
            term.push(SIGN);
            push_named(term, folded, name, written, *kind);
        });
        terms.add(|term| {
            term.push_str("n ");
            push_named(term, folded, name, written, *kind);
        });
    };
    add(&folded, None);
    if let Some(written) = written {
        add(&fold(written), Some(written));
    }
}

/// Adds the term of an office that a person held.
pub(super) fn add_office(office: &OfficeMention, terms: &mut TermList) {
    let OfficeMention { person, role, .. } = office;
    if role.len() > MAX_ROLE {
        return;
    }
    terms.add(|term| {
        term.extend(["r ", &*fold(person)]);
        term.push(SIGN);
        term.push_str(person);
        let parts = role.split_whitespace();
        parts.zip(std::iter::once(SIGN).chain(std::iter::repeat(' '))).for_each(|(part, sign)| {
            term.push(sign);
            term.push_str(part);
        });
    });
}

/// The folded name, the name, its kind; behind them the name of an alias as it is written, whose folded form then
/// stands first.
fn push_named(term: &mut String, folded: &str, name: &str, written: Option<&str>, kind: NameKind) {
    term.push_str(folded);
    term.push(SIGN);
    term.push_str(name);
    term.push(SIGN);
    term.push(letter(kind));
    if let Some(written) = written {
        term.push(SIGN);
        term.push_str(written);
    }
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
    /// Those of this folded name.
    Whole(&'a str),
    /// Those of this folded given name.
    Given(&'a str),
}

/// The people of an index, in order of their folded names, and whether there are more: of the first `limit`
/// ways of naming them those whose folded name is to be kept.
pub(crate) fn people(
    terms: &dyn Dictionary,
    named: Named,
    limit: usize,
    keep: &dyn Fn(&str) -> bool,
) -> Result<(Vec<PersonEntry>, bool)> {
    let prefix = match named {
        Named::Anyone => "n ".to_owned(),
        Named::From(first) => format!("n {first}"),
        Named::Whole(name) => format!("n {name}{SIGN}"),
        Named::Given(given) => format!("g {given}{SIGN}"),
    };
    // the folded name, behind the given name where that was asked for
    let skipped = if matches!(named, Named::Given(_)) { prefix.len() } else { "n ".len() };
    let folded = |term: &str| term[skipped..].split(SIGN).next().is_some_and(keep);
    let found = terms.with_prefix(Prefix { field: Field::People, text: &prefix, limit, keep: &folded })?;
    let entry = |(term, passages): (String, u64)| {
        let mut parts = term[skipped..].split(SIGN);
        parts.next()?;
        PersonEntry::read(&mut parts, passages)
    };
    let mut entries: Vec<PersonEntry> = found.found.into_iter().filter_map(entry).collect();
    keep_known(&mut entries);
    Ok((entries, found.cut))
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
pub(crate) fn offices(terms: &dyn Dictionary, first: &str) -> Result<Vec<OfficeEntry>> {
    let text = &*format!("r {first}");
    let found = terms.with_prefix(Prefix { field: Field::People, text, limit: usize::MAX, keep: &any_term })?.found;
    let entry = |(term, passages): (String, u64)| {
        let mut parts = term.split(SIGN).skip(1);
        Some(OfficeEntry { name: parts.next()?.to_owned(), role: parts.next()?.to_owned(), passages })
    };
    Ok(found.into_iter().filter_map(entry).collect())
}
