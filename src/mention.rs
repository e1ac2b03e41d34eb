//! Text to mentions: the stretches that name a document by its number, a day or period, a person, or
//! that define a short form.
//!
//! Knows no files and no index, and cannot fail. Both pipelines come here, so that what is typed is
//! found by the code that found it in the text.

pub(crate) mod abbreviation;
mod aside;
pub(crate) mod date;
pub(crate) mod event;
mod explained;
mod judged;
mod lists;
pub(crate) mod number;
pub(crate) mod numeral;
pub(crate) mod office;
mod parts;
pub(crate) mod person;
mod phrases;
pub(crate) mod place;
mod prefixes;
pub(crate) mod relation;
mod rule;
mod scan;
mod spelling;
mod taken;

use std::ops::Range;

use self::taken::Taken;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use self::abbreviation::AbbreviationMention;
pub use self::date::{Bound, DateMention, Grain, NoTime, TimeFault};
pub use self::event::{EventKind, EventMention};
pub use self::explained::explain;
pub use self::judged::Judged;
pub use self::number::{Fit as NumberFit, Number, NumberMention, Role};
pub use self::office::OfficeMention;
pub use self::person::{NameKind, PersonMention};
pub use self::relation::{Force, Paper, Relation, RelationMention, Titled, ValidityMention};
pub(crate) use self::relation::{Torn, holds_from};
pub(crate) use self::spelling::spelling;

/// All mentions in one text, each kind in order of where it begins.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mentions {
    /// References to numbered documents.
    pub numbers: Vec<NumberMention>,
    /// Days and periods.
    pub dates: Vec<DateMention>,
    /// People.
    pub people: Vec<PersonMention>,
    /// What may be people, if another text knows them.
    pub possible: Vec<PersonMention>,
    /// What happened; the indices in them are those of the lists here.
    pub events: Vec<EventMention>,
    /// The offices that people held.
    pub offices: Vec<OfficeMention>,
    /// Definitions of short forms.
    pub abbreviations: Vec<AbbreviationMention>,
    /// What documents do to each other.
    pub relations: Vec<RelationMention>,
    /// From when to when documents are in force.
    pub validity: Vec<ValidityMention>,
    /// The day of the document itself, where it is stated or its head tells it.
    pub published: Option<Date>,
    /// Which document the text is, or is part of, where the head of the whole tells it.
    pub(crate) own: Option<Identity>,
}

/// What tells a document from others of its number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Identity {
    /// Its number.
    pub(crate) number: Number,
    /// The number as its head writes it: `06-CT/TU`.
    pub(crate) written: String,
    /// The province of its issuer, where it is told.
    pub(crate) province: Option<String>,
    /// Its day of issue, where it is told.
    pub(crate) issued: Option<Date>,
}

impl Identity {
    fn of(mention: &NumberMention) -> Self {
        let NumberMention { number, written, province, issued, .. } = mention;
        Self { number: number.clone(), written: written.clone(), province: province.clone(), issued: *issued }
    }
}

impl Mentions {
    /// The mentions in a whole document: what it says in one place is evidence for another. One that is longer than any
    /// that was written as one is read part by part.
    ///
    /// `stated` is the date of the document where its format states one, as it is written.
    pub fn of(text: &str, stated: Option<&str>) -> Self {
        let mut parts = parts::parts(text);
        let first = parts.next().unwrap_or_default();
        let mut mentions = Self::together(&text[first], stated);
        parts.for_each(|part| mentions.add(Self::together(&text[part.clone()], stated), part.start));
        mentions
    }

    /// Adds those of the next part of a document, which begins at a place and is not its head.
    fn add(&mut self, part: Self, start: usize) {
        let (people, numbers, dates) = (self.people.len(), self.numbers.len(), self.dates.len());
        add(&mut self.numbers, part.numbers, start, |number| {
            let role = if number.role == Role::Head { Role::Cites } else { number.role };
            NumberMention { role, ..number }
        });
        add(&mut self.events, part.events, start, |event| EventMention {
            people: event.people.iter().map(|at| at + people).collect(),
            numbers: event.numbers.iter().map(|at| at + numbers).collect(),
            dated_by: event.dated_by.map(|at| at + dates),
            ..event
        });
        add(&mut self.dates, part.dates, start, |date| date);
        add(&mut self.people, part.people, start, |person| person);
        add(&mut self.possible, part.possible, start, |person| person);
        add(&mut self.offices, part.offices, start, |office| office);
        add(&mut self.abbreviations, part.abbreviations, start, |short| short);
        add(&mut self.relations, part.relations, start, |relation| relation);
        add(&mut self.validity, part.validity, start, |validity| validity);
    }

    /// The mentions in a text that is read as a whole.
    fn together(text: &str, stated: Option<&str>) -> Self {
        let Taken { numbers, dates, published, ranges: taken } = Taken::of(text, stated);
        let person::People { named: people, possible, posts, subjects } = person::read(text, &taken);
        let numbered: Vec<Range<usize>> = numbers.iter().map(|mention| mention.range.clone()).collect();
        let events = event::find(text, &dates, &people, &subjects, &posts, &numbered);
        let offices = office::find(text, &dates, &people, &posts, &events);
        let abbreviations = abbreviation::find(text);
        let own = numbers.iter().find(|mention| mention.role == Role::Head).map(Identity::of);
        let (relations, validity) = relation::find(text, &numbers, &dates, &abbreviations, published);
        Self { numbers, dates, people, possible, events, offices, abbreviations, relations, validity, published, own }
    }

    /// Those that begin in `part`, a range of the text, as they stand in that part alone.
    pub(crate) fn within(&self, part: &Range<usize>) -> Self {
        let numbers = within(&self.numbers, part);
        Self {
            relations: self.relations_within(part, &numbers),
            numbers,
            dates: within(&self.dates, part),
            people: within(&self.people, part),
            possible: within(&self.possible, part),
            events: self.events_within(part),
            offices: within(&self.offices, part),
            abbreviations: within(&self.abbreviations, part),
            validity: self.validity_within(part),
            published: self.published,
            own: self.own.clone(),
        }
    }

    /// What is said in `part` that documents do to each other: each where it begins and where its last document is
    /// named, for others may lie between. A part does not know whose it is, so the document at hand is named.
    fn relations_within(&self, part: &Range<usize>, numbers: &[NumberMention]) -> Vec<RelationMention> {
        let inside = |told: &&RelationMention| {
            let last = told.range.end.saturating_sub(1);
            told.relation != Relation::RefersTo && (part.contains(&told.range.start) || part.contains(&last))
        };
        let named = |told: &RelationMention| {
            let start = told.range.start.max(part.start) - part.start;
            let end = told.range.end.min(part.end).max(part.start + start) - part.start;
            let torn = match (part.contains(&told.range.start), told.range.end <= part.end) {
                (false, _) => Torn::Before,
                (true, false) => Torn::Behind,
                (true, true) => Torn::Not,
            };
            let elsewhere = |paper: &Paper, written: &Option<String>| {
                let stands = matches!(paper, Paper::Number(number) if self.is_spelled(number, numbers));
                written.clone().filter(|_| !stands)
            };
            RelationMention {
                range: start..end,
                of: self.known(&told.of),
                to: self.known(&told.to),
                of_written: elsewhere(&told.of, &told.of_written),
                to_written: elsewhere(&told.to, &told.to_written),
                torn,
                ..told.clone()
            }
        };
        // what begins behind the part says nothing in it
        let behind = self.relations.partition_point(|told| told.range.start < part.end);
        let before = behind.saturating_sub(MOST_TOLD);
        self.relations[before..behind].iter().filter(inside).map(named).collect()
    }

    /// What is said in `part` of the time in which documents are in force.
    fn validity_within(&self, part: &Range<usize>) -> Vec<ValidityMention> {
        let told = within(&self.validity, part);
        told.into_iter().map(|told| ValidityMention { of: self.known(&told.of), ..told }).collect()
    }

    /// Whether a part of the text tells how a number is written: by the numbers in it, or by that of the head.
    fn is_spelled(&self, number: &Number, numbers: &[NumberMention]) -> bool {
        self.own.as_ref().is_some_and(|own| own.number == *number) || spelling(numbers, number, &(0..0)).is_some()
    }

    /// A document, by its number where it is the text itself and has one.
    fn known(&self, paper: &Paper) -> Paper {
        match (paper, &self.own) {
            (Paper::This, Some(own)) => Paper::Number(own.number.clone()),
            _ => paper.clone(),
        }
    }

    /// All of them in order of where they begin; what only may be a person is none.
    pub fn in_order(&self) -> Vec<Mentioned<'_>> {
        let numbers = self.numbers.iter().map(Mentioned::Number);
        let dates = self.dates.iter().map(Mentioned::Date);
        let people = self.people.iter().map(Mentioned::Person);
        let abbreviations = self.abbreviations.iter().map(Mentioned::Abbreviation);
        let events = self.events.iter().map(Mentioned::Event);
        let relations = self.relations.iter().map(Mentioned::Relation);
        let validity = self.validity.iter().map(Mentioned::Validity);
        let all =
            numbers.chain(dates).chain(people).chain(abbreviations).chain(events).chain(relations).chain(validity);
        let mut all: Vec<_> = all.collect();
        all.sort_by_key(|mention| mention.range().start);
        all
    }

    /// When an event was, with what is known of the date that tells it.
    pub fn time_of(&self, event: &EventMention) -> DateMention {
        let told = DateMention { range: event.range.clone(), ..DateMention::period(event.from, event.to) };
        match event.dated_by.and_then(|at| self.dates.get(at)) {
            // `ba năm sau`, `(1923-1998)`: told by the date, and not its time
            Some(date) if event.from != date.from || event.to.is_some() && event.to != date.to => {
                DateMention { inferred: true, range: told.range, ..DateMention::spanning(event.from, event.to) }
            }
            Some(&DateMention { grain, valid, inferred, bound, .. }) => {
                DateMention { grain, valid, inferred, bound, ..told }
            }
            None => told,
        }
    }

    /// The canonical names of those whom an event is about, each once.
    pub fn people_of<'a>(&'a self, event: &'a EventMention) -> Vec<&'a str> {
        let named = event.people.iter().filter_map(|at| Some(&*self.people.get(*at)?.name));
        let mut names: Vec<&str> = Vec::new();
        for name in named.chain(event.subject.as_deref()) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// The events that begin in `part`, with the indices of what is left there.
    fn events_within(&self, part: &Range<usize>) -> Vec<EventMention> {
        let indices = |first: usize, count: usize, all: &[usize]| -> Vec<usize> {
            all.iter().filter_map(|at| at.checked_sub(first)).filter(|at| *at < count).collect()
        };
        let mut events = within(&self.events, part);
        if events.is_empty() {
            return events;
        }
        let (people, numbers, dates) = (span(&self.people, part), span(&self.numbers, part), span(&self.dates, part));
        for event in &mut events {
            event.people = indices(people.start, people.len(), &event.people);
            event.numbers = indices(numbers.start, numbers.len(), &event.numbers);
            event.dated_by = event.dated_by.and_then(|at| at.checked_sub(dates.start)).filter(|at| *at < dates.len());
        }
        events
    }
}

/// So many relations before the end of a part are looked at, for those whose last document stands in it.
const MOST_TOLD: usize = 256;

/// A mention of some kind in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mentioned<'a> {
    /// A document, by its number.
    Number(&'a NumberMention),
    /// A day or period.
    Date(&'a DateMention),
    /// A person.
    Person(&'a PersonMention),
    /// A definition of a short form.
    Abbreviation(&'a AbbreviationMention),
    /// Something that happened.
    Event(&'a EventMention),
    /// What one document does to another.
    Relation(&'a RelationMention),
    /// From when or until when a document is in force.
    Validity(&'a ValidityMention),
}

impl Mentioned<'_> {
    /// Where it stands, in bytes.
    pub fn range(&self) -> &Range<usize> {
        match self {
            Self::Number(mention) => &mention.range,
            Self::Date(mention) => &mention.range,
            Self::Person(mention) => &mention.range,
            Self::Abbreviation(mention) => &mention.range,
            Self::Event(mention) => &mention.range,
            Self::Relation(mention) => &mention.range,
            Self::Validity(mention) => &mention.range,
        }
    }
}

/// A mention of any kind.
trait Mention: Clone {
    /// Where it stands, in bytes.
    fn range(&self) -> &Range<usize>;
    /// The same elsewhere.
    fn at(self, range: Range<usize>) -> Self;
}

impl Mention for NumberMention {
    fn range(&self) -> &Range<usize> {
        &self.range
    }
    fn at(self, range: Range<usize>) -> Self {
        Self { range, ..self }
    }
}

impl Mention for DateMention {
    fn range(&self) -> &Range<usize> {
        &self.range
    }
    fn at(self, range: Range<usize>) -> Self {
        Self { range, ..self }
    }
}

impl Mention for AbbreviationMention {
    fn range(&self) -> &Range<usize> {
        &self.range
    }
    fn at(self, range: Range<usize>) -> Self {
        Self { range, ..self }
    }
}

impl Mention for PersonMention {
    fn range(&self) -> &Range<usize> {
        &self.range
    }
    fn at(self, range: Range<usize>) -> Self {
        Self { range, ..self }
    }
}

impl Mention for OfficeMention {
    fn range(&self) -> &Range<usize> {
        &self.range
    }
    fn at(self, range: Range<usize>) -> Self {
        Self { range, ..self }
    }
}

impl Mention for EventMention {
    fn range(&self) -> &Range<usize> {
        &self.range
    }
    fn at(self, range: Range<usize>) -> Self {
        Self { range, ..self }
    }
}

impl Mention for RelationMention {
    fn range(&self) -> &Range<usize> {
        &self.range
    }
    fn at(self, range: Range<usize>) -> Self {
        Self { range, ..self }
    }
}

impl Mention for ValidityMention {
    fn range(&self) -> &Range<usize> {
        &self.range
    }
    fn at(self, range: Range<usize>) -> Self {
        Self { range, ..self }
    }
}

/// Adds mentions of a part that begins at a place.
fn add<M: Mention>(all: &mut Vec<M>, part: Vec<M>, start: usize, also: impl Fn(M) -> M) {
    all.extend(part.into_iter().map(|mention| {
        let range = mention.range().start + start..mention.range().end + start;
        also(mention.at(range))
    }));
}

/// The mentions of one kind that begin in `part`, as they stand in it.
fn within<M: Mention>(all: &[M], part: &Range<usize>) -> Vec<M> {
    let shifted = |mention: &M| {
        let range = mention.range().start - part.start..mention.range().end.min(part.end) - part.start;
        mention.clone().at(range)
    };
    all[span(all, part)].iter().map(shifted).collect()
}

/// Which of the mentions of one kind begin in `part`.
fn span<M: Mention>(all: &[M], part: &Range<usize>) -> Range<usize> {
    let first = all.partition_point(|mention| mention.range().start < part.start);
    let count = all[first..].iter().take_while(|mention| mention.range().start < part.end).count();
    first..first + count
}
