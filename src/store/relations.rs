//! What documents do to each other, when they are in force, and which document a passage is of, to terms of the index
//! and back: a passage is found by either document, and whether one has ended is told by the dictionary alone.

use jiff::civil::Date;

use super::field::Field;
use super::term::{Dictionary, Prefix, Term, any_term};
use super::term_list::TermList;
use crate::analysis::fold;
use crate::error::Result;
use crate::mention::number::{Number, NumberMention};
use crate::mention::{
    Force, Identity, Mentions, Paper, Relation, RelationMention, Titled, ValidityMention, holds_from, spelling,
};

/// Parts what a term says. No text that was read holds it, and no name begins with it.
const SIGN: char = '\u{1f}';

/// What a term begins with that names the document which its passage is part of.
const OWN: &str = "\u{1f}o\u{1f}";

/// What a term begins with that says from when or until when a document is in force.
const BOUNDS: &str = "\u{1f}b\u{1f}";

/// A longer name of a document is cut, in bytes.
const MAX_NAME: usize = 200;

/// Which of two documents does something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The document that was asked for.
    Does,
    /// The other one does it to it.
    Undergoes,
}

/// What is said of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Said {
    /// What it does, or what is done to it.
    Relation(Relation, Side),
    /// From when or until when it is in force.
    Force(Force),
}

impl Said {
    /// One word for it, of a term.
    fn code(self) -> String {
        match self {
            Self::Relation(relation, Side::Does) => format!("d{}", relation.as_str()),
            Self::Relation(relation, Side::Undergoes) => format!("u{}", relation.as_str()),
            Self::Force(force) => format!("v{}", force.as_str()),
        }
    }
}

/// Why a document is in force no more, or only from a day on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum BoundKind {
    /// It comes into force.
    Begins,
    /// Its time is over.
    Expires,
    /// Another suspends it.
    Suspended,
    /// Another repeals it.
    Repealed,
    /// Another takes its place.
    Replaced,
}

impl BoundKind {
    const ALL: [(Self, &'static str); 5] = [
        (Self::Begins, "b"),
        (Self::Expires, "e"),
        (Self::Suspended, "s"),
        (Self::Repealed, "r"),
        (Self::Replaced, "p"),
    ];

    fn code(self) -> &'static str {
        Self::ALL.iter().find(|(kind, _)| *kind == self).map_or("", |(_, code)| code)
    }

    fn of(relation: Relation) -> Option<Self> {
        match relation {
            Relation::Replaces => Some(Self::Replaced),
            Relation::Repeals => Some(Self::Repealed),
            Relation::Suspends => Some(Self::Suspended),
            _ => None,
        }
    }
}

/// An end of the time in which the whole of a document is in force, as passages tell it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Bound {
    /// The document.
    pub(crate) document: DocumentName,
    /// Which end.
    pub(crate) kind: BoundKind,
    /// The first day of force, or of none, where it is told.
    pub(crate) date: Option<Date>,
    /// The last day, of what ends again: a suspension.
    pub(crate) until: Option<Date>,
    term: String,
}

/// A document as terms name it: what tells it from others of its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DocumentName {
    /// Its number in its canonical form.
    pub(crate) canonical: String,
    /// The province of its issuer, where it is told.
    pub(crate) province: Option<String>,
    /// Its day of issue, where it is told.
    pub(crate) issued: Option<Date>,
}

impl DocumentName {
    /// A document as a text tells it from others.
    pub(crate) fn of(identity: &Identity) -> Self {
        let Identity { number, province, issued, .. } = identity;
        Self { canonical: number.canonical(), province: province.clone(), issued: *issued }
    }

    /// Whether both can be one document, if their numbers are one. A number of a province is another document in
    /// another province, one without a year begins anew each year.
    pub(crate) fn may_be(&self, other: &Self) -> bool {
        let is_placed = !self.is_local() || self.province == other.province;
        self.canonical == other.canonical && is_placed && !self.contradicts(other)
    }

    /// Whether they are told to be two documents of one number.
    pub(crate) fn contradicts(&self, other: &Self) -> bool {
        let differ = |one: &Option<String>, two: &Option<String>| {
            one.as_ref().zip(two.as_ref()).is_some_and(|(one, two)| one != two)
        };
        let days_differ = self.issued.zip(other.issued).is_some_and(|(one, two)| one != two);
        differ(&self.province, &other.province) || days_differ && !self.has_year()
    }

    /// Whether a text means this document, of several of its number: it tells the day where the number begins anew each
    /// year, and the province where each has one.
    pub(crate) fn is_told_by(&self, other: &Self) -> bool {
        self.may_be(other) && (self.has_year() || self.issued == other.issued)
    }

    /// Whether there is only one document of this number, whatever day a text gives it.
    pub(crate) fn is_one(&self) -> bool {
        self.has_year() && !self.is_local()
    }

    /// Whether each province has a document of its own of this number.
    fn is_local(&self) -> bool {
        ["UBND", "HĐND"].iter().any(|body| self.canonical.contains(body))
    }

    /// Whether the number holds its year.
    fn has_year(&self) -> bool {
        let is_year = |part: &str| part.len() == 4 && part.parse::<u16>().is_ok();
        self.canonical.split(['/', ':']).skip(1).any(is_year)
    }

    fn parts(&self) -> String {
        let issued = self.issued.map(|day| day.to_string()).unwrap_or_default();
        format!("{}{SIGN}{}{SIGN}{issued}", self.canonical, self.province.as_deref().unwrap_or_default())
    }

    fn read(parts: &[&str]) -> Option<Self> {
        let [canonical, province, issued] = parts else { return None };
        let province = (!province.is_empty()).then(|| (*province).to_owned());
        Some(Self { canonical: (*canonical).to_owned(), province, issued: issued.parse().ok() })
    }
}

impl Bound {
    /// Whether the document is in force no more on a day.
    pub(crate) fn ends_by(&self, day: Date) -> bool {
        self.kind != BoundKind::Begins && self.holds_within(day, day)
    }

    /// Whether it holds from one day on, or before, to another.
    pub(crate) fn holds_within(&self, from: Date, to: Date) -> bool {
        self.date.is_none_or(|date| date <= from) && self.until.is_none_or(|until| to <= until)
    }

    /// The term of the passages that say so.
    pub(crate) fn term(&self) -> Term {
        Term::new(Field::Relations, &*self.term)
    }

    /// The end that a term tells, if it tells one.
    pub(super) fn read(term: String) -> Option<Self> {
        let parts: Vec<&str> = term.strip_prefix(BOUNDS)?.split(SIGN).collect();
        let (named, [code, date, until @ ..]) = parts.split_at_checked(3)? else { return None };
        let (kind, _) = BoundKind::ALL.into_iter().find(|(_, known)| known == code)?;
        let until = until.first().and_then(|until| until.parse().ok());
        Some(Self { document: DocumentName::read(named)?, kind, date: date.parse().ok(), until, term })
    }
}

/// The name of a document in terms: its number, or the letters of its type and title.
pub(crate) fn name_of(paper: &Paper) -> Option<String> {
    let mut name = match paper {
        Paper::This => return None,
        Paper::Number(number) => number.canonical(),
        Paper::Titled(Titled { kind, title, .. }) => title_name(&format!("{kind} {title}")),
    };
    while name.len() > MAX_NAME {
        name.pop();
    }
    Some(name)
}

/// The name in terms of a document that is named by its title alone.
pub(crate) fn title_name(title: &str) -> String {
    let folded = fold(title);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// What finds the passages that say something of a document of this name; all of them, where nothing is chosen.
pub(crate) fn saying(terms: &dyn Dictionary, name: &str, chosen: &[Said]) -> Result<Vec<Term>> {
    if !chosen.is_empty() {
        let term = |said: &Said| Term::new(Field::Relations, format!("{name}{SIGN}{}", said.code()));
        return Ok(chosen.iter().map(term).collect());
    }
    let text = format!("{name}{SIGN}");
    let found =
        terms.with_prefix(Prefix { field: Field::Relations, text: &text, limit: usize::MAX, keep: &any_term })?;
    Ok(found.found.into_iter().map(|(term, _)| Term::new(Field::Relations, term)).collect())
}

/// What is told of the time in which documents are in force as a whole: of those of one number, or of all.
pub(crate) fn bounds(terms: &dyn Dictionary, canonical: Option<&str>) -> Result<Vec<Bound>> {
    let text = canonical.map_or_else(|| BOUNDS.to_owned(), |canonical| format!("{BOUNDS}{canonical}{SIGN}"));
    let found =
        terms.with_prefix(Prefix { field: Field::Relations, text: &text, limit: usize::MAX, keep: &any_term })?;
    Ok(found.found.into_iter().filter_map(|(term, _)| Bound::read(term)).collect())
}

/// The number of the document that a term says its passage is part of, in canonical form.
#[cfg(feature = "cluster")]
pub(super) fn owner(term: &str) -> Option<&str> {
    term.strip_prefix(OWN)?.split(SIGN).next()
}

/// A pattern of the terms that tell an end of the time in force of documents of a number, in the regular expressions of
/// Lucene.
#[cfg(feature = "cluster")]
pub(super) fn ends_pattern(canonical: &str) -> String {
    let mut pattern = BOUNDS.to_owned();
    for letter in canonical.chars() {
        // what stands for more than itself does not behind this
        if letter.is_ascii() && !letter.is_ascii_alphanumeric() {
            pattern.push('\\');
        }
        pattern.push(letter);
    }
    let ends = BoundKind::ALL.iter().filter(|(kind, _)| *kind != BoundKind::Begins).map(|(_, code)| *code);
    pattern + &format!("{SIGN}[^{SIGN}]*{SIGN}[^{SIGN}]*{SIGN}[{}]{SIGN}.*", ends.collect::<String>())
}

/// The documents of the index that have a number of their own, each with the term of its passages.
pub(crate) fn owners(terms: &dyn Dictionary) -> Result<Vec<(DocumentName, Term)>> {
    let found = terms.with_prefix(Prefix { field: Field::Relations, text: OWN, limit: usize::MAX, keep: &any_term })?;
    let read = |(term, _): (String, u64)| {
        let parts: Vec<&str> = term.strip_prefix(OWN)?.split(SIGN).collect();
        Some((DocumentName::read(&parts)?, Term::new(Field::Relations, &*term)))
    };
    Ok(found.found.into_iter().filter_map(read).collect())
}

/// The document that a number means in a stretch of a passage, told from others as the passage does; a body of a
/// province means those of its own.
pub(crate) fn identity(mentions: &Mentions, number: &Number, within: &std::ops::Range<usize>) -> DocumentName {
    let inside = |at: usize| within.start <= at && at < within.end.max(within.start + 1);
    let of_number = || mentions.numbers.iter().filter(|mention| mention.number == *number);
    let told = |mentions: &mut dyn Iterator<Item = &NumberMention>| {
        let mut name = DocumentName { canonical: number.canonical(), province: None, issued: None };
        let mut are_one = true;
        for NumberMention { province, issued, .. } in mentions {
            let other = DocumentName { province: province.clone(), issued: *issued, ..name.clone() };
            are_one &= !name.contradicts(&other);
            name.province = name.province.or(other.province);
            name.issued = name.issued.or(other.issued);
        }
        (name, are_one)
    };
    let (here, _) = told(&mut of_number().filter(|mention| inside(mention.range.start)));
    // what is said stands beside where the document is named, if the passage names only one of the number
    let told = match told(&mut of_number()) {
        (anywhere, true) => anywhere,
        _ => here,
    };
    let own = mentions.own.as_ref();
    // another of the same number may be named
    if let Some(own) = own.filter(|own| own.number == *number).map(DocumentName::of)
        && !own.contradicts(&told)
    {
        return own;
    }
    let own = || own.filter(|_| !is_national(number)).and_then(|own| own.province.clone());
    DocumentName { province: told.province.clone().or_else(own), ..told }
}

/// Whether a number is one of laws or of the government, which no province has.
fn is_national(number: &Number) -> bool {
    let issuer = number.issuer.as_deref().unwrap_or_default();
    let kind = number.kind.as_deref().unwrap_or_default();
    matches!(kind, "L" | "BL" | "PL" | "NĐ" | "TT" | "TTLT")
        || matches!(issuer, "CP" | "TTg" | "TTG" | "TW" | "CTN" | "HĐBT")
        || issuer.starts_with("QH")
        || issuer.starts_with("UBTVQH")
}

/// How the document of a passage writes the number of the document at the other side of a relation; the spelling that
/// all share where it writes only a part of it, as in `các Quyết định 12, 14/QĐ-UB`.
pub(crate) fn written(mentions: &Mentions, number: &Number, told: &RelationMention, side: Side) -> String {
    let canonical = number.canonical();
    let elsewhere = if side == Side::Does { &told.to_written } else { &told.of_written };
    let own = || mentions.own.as_ref().filter(|own| own.number.canonical() == canonical).map(|own| &*own.written);
    let here = spelling(&mentions.numbers, number, &told.range);
    here.or(elsewhere.as_deref()).or_else(own).map_or(canonical.clone(), str::to_owned)
}

/// The day of issue of the document that does something: it does nothing before. Where the passage tells only its number,
/// the first day of the year in that.
pub(crate) fn issued(mentions: &Mentions, told: &RelationMention) -> Option<Date> {
    let of_year = |number: &Number| Date::new(number.year?.try_into().ok()?, 1, 1).ok();
    match &told.of {
        Paper::This => mentions.own.as_ref().and_then(|own| own.issued).or(mentions.published),
        Paper::Number(number) => identity(mentions, number, &told.range).issued.or_else(|| of_year(number)),
        Paper::Titled(_) => None,
    }
}

/// Adds the terms of all documents of which a passage says what they do to each other, or when they are in force, and
/// of the document that it is part of.
pub(super) fn add_terms(mentions: &Mentions, terms: &mut TermList) {
    if let Some(own) = &mentions.own {
        terms.add_parts(&[OWN, &DocumentName::of(own).parts()]);
    }
    for told in &mentions.relations {
        for (paper, side) in [(&told.of, Side::Does), (&told.to, Side::Undergoes)] {
            add_said(paper, Said::Relation(told.relation, side), terms);
        }
        // of what cannot be reckoned nothing is known
        if told.unreckoned {
            continue;
        }
        let RelationMention { relation, to, part, date, until, range, .. } = told;
        if let (Some(kind), Paper::Number(number), None) = (BoundKind::of(*relation), to, part) {
            add_bound(
                &identity(mentions, number, range),
                kind,
                (date.or_else(|| issued(mentions, told)), *until),
                terms,
            );
        }
    }
    for told in &mentions.validity {
        add_said(&told.of, Said::Force(told.what), terms);
        if told.unreckoned {
            continue;
        }
        let ValidityMention { what, of, date, last_day, part, range, .. } = told;
        // what lasts to the end of the calendar never ends
        let date = match date.map(|day| holds_from(day, *last_day)) {
            Some(None) => continue,
            told => told.flatten(),
        };
        if let (Paper::Number(number), None) = (of, part) {
            let kind = if *what == Force::Effective { BoundKind::Begins } else { BoundKind::Expires };
            add_bound(&identity(mentions, number, range), kind, (date, None), terms);
        }
    }
}

fn add_said(paper: &Paper, said: Said, terms: &mut TermList) {
    if let Some(name) = name_of(paper) {
        terms.add_parts(&[&name, SIGN.encode_utf8(&mut [0; 4]), &said.code()]);
    }
}

fn add_bound(
    document: &DocumentName,
    kind: BoundKind,
    (date, until): (Option<Date>, Option<Date>),
    terms: &mut TermList,
) {
    let date = date.map(|day| day.to_string()).unwrap_or_default();
    terms.add(|term| {
        term.extend([BOUNDS, &document.parts()]);
        term.extend([SIGN]);
        term.push_str(kind.code());
        term.extend([SIGN]);
        term.push_str(&date);
        if let Some(until) = until {
            term.extend([SIGN]);
            term.push_str(&until.to_string());
        }
    });
}
