//! A document number to what documents do to it and it to them, and to whether it is in force.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::error::Result;
use crate::mention::number::Number;
use crate::mention::{Force, Paper, Relation};
use crate::store::{Reader, StoredPassage};

/// More passages than this are not read.
const MAX_PASSAGES: usize = 5_000;

/// What the documents of an index say of one: what it does, what is done to it, when it is in force.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lineage {
    /// What it does and what is done to it, each once, in order of the relations.
    pub told: Vec<Told>,
    /// From when or until when it is in force, each once.
    pub force: Vec<ForceTold>,
}

/// A relation of a document to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What is done.
    pub relation: Relation,
    /// Who does it.
    pub side: Side,
    /// The other document.
    pub other: Paper,
    /// To which part; to all where there is none.
    pub part: Option<String>,
    /// From which day on.
    pub date: Option<Date>,
    /// The line that says so.
    pub place: Place,
}

/// Which of two documents does something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// The document that was asked for.
    Does,
    /// The other one does it to it.
    Undergoes,
}

/// What is said of the time in which a document is in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForceTold {
    /// Which end.
    pub what: Force,
    /// The day.
    pub date: Option<Date>,
    /// How it is reckoned.
    pub rule: Option<String>,
    /// Of which part; of all where there is none.
    pub part: Option<String>,
    /// The line that says so.
    pub place: Place,
}

/// Where a document says something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its id.
    pub doc: String,
    /// Its title, empty if it has none.
    pub title: String,
    /// The line, from 1.
    pub line: u32,
    /// The words.
    pub text: String,
}

/// Whether a document is in force, as far as the documents of an index tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// No line tells.
    NotTold,
    /// It comes into force later.
    NotYet,
    /// It came into force.
    InForce,
    /// Parts of it were changed or repealed.
    Amended,
    /// Its effect is suspended.
    Suspended,
    /// Its time is over.
    Expired,
    /// It was repealed.
    Repealed,
    /// Another took its place.
    Replaced,
}

impl State {
    /// Whether the document is no longer in force.
    pub fn is_over(self) -> bool {
        match self {
            Self::NotTold | Self::NotYet | Self::InForce | Self::Amended => false,
            Self::Suspended | Self::Expired | Self::Repealed | Self::Replaced => true,
        }
    }

    /// The name in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotTold => "not_told",
            Self::NotYet => "not_yet",
            Self::InForce => "in_force",
            Self::Amended => "amended",
            Self::Suspended => "suspended",
            Self::Expired => "expired",
            Self::Repealed => "repealed",
            Self::Replaced => "replaced",
        }
    }
}

/// The state of a document on a day.
#[derive(Clone, Debug)]
pub struct Standing<'a> {
    /// The state.
    pub state: State,
    /// Since when it is so, of several lines that say so the first day.
    pub since: Option<Date>,
    /// What says so: relations.
    pub told: Vec<&'a Told>,
    /// What says so: ends of the time in force.
    pub force: Vec<&'a ForceTold>,
}

/// What the index says of a document.
///
/// # Errors
/// [`Error::Damaged`](crate::error::Error::Damaged) if it cannot be read.
pub fn lineage(reader: &Reader, number: &Number) -> Result<Lineage> {
    let mut told: BTreeMap<String, Told> = BTreeMap::new();
    let mut force: BTreeMap<String, ForceTold> = BTreeMap::new();
    let is_it = |paper: &Paper| matches!(paper, Paper::Number(own) if own.canonical() == number.canonical());
    for passage in reader.relating(std::slice::from_ref(number), MAX_PASSAGES)? {
        for mention in &passage.mentions.relations {
            let (side, other) = match (is_it(&mention.of), is_it(&mention.to)) {
                (true, _) => (Side::Does, &mention.to),
                (_, true) => (Side::Undergoes, &mention.of),
                _ => continue,
            };
            let place = Place::of(&passage, mention.range.start, mention.range.end);
            let (relation, other, part) = (mention.relation, other.clone(), mention.part.clone());
            let entry = Told { relation, side, other, part, date: mention.date, place };
            let key = format!("{:?}{:?}{}{:?}{:?}", relation, side, name(&entry.other), entry.part, entry.date);
            told.entry(key).or_insert(entry);
        }
        for mention in passage.mentions.validity.iter().filter(|mention| is_it(&mention.of)) {
            let place = Place::of(&passage, mention.range.start, mention.range.end);
            let (what, date, rule, part) = (mention.what, mention.date, mention.rule.clone(), mention.part.clone());
            let key = format!("{what:?}{date:?}{part:?}");
            force.entry(key).or_insert(ForceTold { what, date, rule, part, place });
        }
    }
    let mut told: Vec<Told> = told.into_values().collect();
    told.sort_by_cached_key(|told| (told.side, told.relation, told.date, name(&told.other), told.part.clone()));
    let mut force: Vec<ForceTold> = force.into_values().collect();
    force.sort_by_key(|told| (told.what, told.part.is_some(), told.date));
    Ok(Lineage { told, force })
}

/// A document in one spelling.
pub(crate) fn name(paper: &Paper) -> String {
    match paper {
        Paper::This => String::new(),
        Paper::Number(number) => number.canonical(),
        Paper::Titled(titled) => format!("{} {}", titled.kind, titled.title),
    }
}

impl Place {
    fn of(passage: &StoredPassage, start: usize, end: usize) -> Self {
        Self {
            doc: passage.doc.clone(),
            title: passage.title.clone(),
            line: passage.line_of(start),
            text: passage.text.get(start..end).unwrap_or_default().to_owned(),
        }
    }
}

impl Lineage {
    /// All places that it names.
    pub fn places_mut(&mut self) -> impl Iterator<Item = &mut Place> {
        let force = self.force.iter_mut().map(|told| &mut told.place);
        self.told.iter_mut().map(|told| &mut told.place).chain(force)
    }

    /// Only what ends the time in which the document is in force.
    pub fn ends(mut self) -> Self {
        let ends = [Relation::Replaces, Relation::Repeals, Relation::Suspends];
        let is_end = |told: &Told| told.side == Side::Undergoes && told.part.is_none() && ends.contains(&told.relation);
        self.told.retain(is_end);
        self.force.retain(|told| told.what == Force::Expires && told.part.is_none());
        self
    }

    /// The state on a day, or by all that is told where no day is asked for.
    pub fn on(&self, day: Option<Date>) -> Standing<'_> {
        let holds = |date: Option<Date>| day.is_none_or(|day| date.is_none_or(|date| date <= day));
        let done = |wanted: &'static [Relation], whole: bool| {
            let undergone = self.told.iter().filter(|told| told.side == Side::Undergoes && holds(told.date));
            undergone.filter(move |told| wanted.contains(&told.relation) && told.part.is_none() == whole)
        };
        let ended = |told: &&ForceTold| told.what == Force::Expires && told.part.is_none() && holds(told.date);
        let began = |told: &&ForceTold| told.what == Force::Effective && told.part.is_none();
        let whole: [(State, &'static [Relation]); 3] = [
            (State::Replaced, &[Relation::Replaces]),
            (State::Repealed, &[Relation::Repeals]),
            (State::Suspended, &[Relation::Suspends]),
        ];
        for (state, relations) in whole {
            let told: Vec<&Told> = done(relations, true).collect();
            if state == State::Suspended {
                let force: Vec<&ForceTold> = self.force.iter().filter(ended).collect();
                if !force.is_empty() {
                    return Standing { state: State::Expired, since: force[0].date, told: Vec::new(), force };
                }
            }
            if !told.is_empty() {
                let since = told.iter().filter_map(|told| told.date).min();
                return Standing { state, since, told, force: Vec::new() };
            }
        }
        let force: Vec<&ForceTold> = self.force.iter().filter(began).collect();
        let since = force.iter().filter_map(|told| told.date).min();
        let changed = done(&[Relation::Amends], true)
            .chain(done(&[Relation::Amends, Relation::Repeals, Relation::Replaces, Relation::Suspends], false));
        let told: Vec<&Told> = changed.collect();
        let state = match (since, day) {
            (Some(since), Some(day)) if since > day => State::NotYet,
            _ if !told.is_empty() => State::Amended,
            _ if !force.is_empty() => State::InForce,
            _ => State::NotTold,
        };
        Standing { state, since, told, force }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mention::Titled;

    fn place() -> Place {
        Place { doc: "a".to_owned(), title: String::new(), line: 1, text: String::new() }
    }

    fn told(relation: Relation, part: Option<&str>, date: &str) -> Told {
        let other = Paper::Titled(Titled { kind: "Luật".to_owned(), title: "Giá".to_owned(), date: None });
        let (part, date) = (part.map(str::to_owned), date.parse().ok());
        Told { relation, side: Side::Undergoes, other, part, date, place: place() }
    }

    fn force(what: Force, date: &str) -> ForceTold {
        ForceTold { what, date: date.parse().ok(), rule: None, part: None, place: place() }
    }

    #[test]
    fn the_state_is_that_of_the_day() {
        let lineage = Lineage {
            told: vec![
                told(Relation::Amends, Some("Điều 2"), "2019-01-01"),
                told(Relation::Replaces, None, "2022-03-01"),
            ],
            force: vec![force(Force::Effective, "2016-07-01")],
        };
        let check = |day: Option<&str>, expected: State| {
            let day = day.map(|day| day.parse().expect("a day"));
            assert_eq!(lineage.on(day).state, expected, "{day:?}");
        };
        check(Some("2016-06-30"), State::NotYet);
        check(Some("2016-07-01"), State::InForce);
        check(Some("2020-01-01"), State::Amended);
        check(Some("2022-03-01"), State::Replaced);
        check(None, State::Replaced);
        let ended = Lineage { told: Vec::new(), force: vec![force(Force::Expires, "2020-01-01")] };
        assert_eq!(ended.on(None).state, State::Expired);
        let ends = lineage.ends();
        assert_eq!((ends.told.len(), ends.force.len(), ends.on(None).state), (1, 0, State::Replaced));
        assert_eq!(ended.clone().ends(), ended);
        assert_eq!(Lineage::default().on(None).state, State::NotTold);
    }
}
