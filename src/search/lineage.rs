//! A document number to what documents do to it and it to them, and to whether it is in force.

use std::collections::BTreeMap;
use std::ops::Range;

use jiff::civil::Date;

pub use super::state::State;
use crate::analysis::fold;
use crate::error::Result;
use crate::mention::{Force, Paper, Relation, Torn, ValidityMention, holds_from};
use crate::query::today;
use crate::store::{DocumentName, Reader, Side, StoredPassage, identity, issued, paper_name, written};

/// More passages than this are not read.
const MAX_PASSAGES: usize = 5_000;

/// Of the other lines that say the same no more than these are told.
const MAX_ALSO: usize = 4;

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
    /// The same as the line writes it; what says so itself and has no number goes by its title, or else its id.
    pub written: String,
    /// To which part; to all where there is none.
    pub part: Option<String>,
    /// From which day on.
    pub date: Option<Date>,
    /// The last day on which it holds, of what ends again: a suspension.
    pub until: Option<Date>,
    /// Whether a time is told that cannot be reckoned: then nothing is known of when it holds.
    pub unreckoned: bool,
    /// The day of issue of the document that does it, where it is known: before that it does nothing.
    pub issued: Option<Date>,
    /// The line that says so.
    pub place: Place,
    /// Other lines that say the same, or the day, the first few.
    pub also: Vec<Place>,
}

/// What is said of the time in which a document is in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForceTold {
    /// Which end.
    pub what: Force,
    /// The day, as the line tells it.
    pub date: Option<Date>,
    /// Whether the document is in force on that day, and no more behind it; of any other end it is the first day
    /// without force.
    pub last_day: bool,
    /// How it is reckoned.
    pub rule: Option<String>,
    /// Of which part; of all where there is none.
    pub part: Option<String>,
    /// Whether a time is told that cannot be reckoned: then nothing is known of the end.
    pub unreckoned: bool,
    /// The line that says so.
    pub place: Place,
    /// Other lines that say the same, the first few.
    pub also: Vec<Place>,
}

impl ForceTold {
    /// Whether it is an end of the whole document that can be reckoned, or has no day.
    fn is_end(&self) -> bool {
        self.what == Force::Expires && !self.unreckoned && self.part.is_none()
    }

    /// Whether it tells that the whole document comes into force again (`có hiệu lực trở lại`, `khôi phục hiệu lực`): it
    /// was in force before, and is not until then.
    fn is_again(&self) -> bool {
        let words = fold(&self.place.text);
        let says = || ["tro lai", "khoi phuc", "phuc hoi"].iter().any(|again| words.contains(again));
        self.what == Force::Effective && self.part.is_none() && says()
    }

    /// The first day of force, or of none, where it is told.
    pub fn holds_from(&self) -> Option<Date> {
        self.date.map(|day| holds_from(day, self.last_day).unwrap_or(day))
    }
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
    /// Which end of what is said stands in another passage.
    pub(crate) torn: Torn,
}

/// The state of a document on a day.
#[derive(Clone, Debug)]
pub struct Standing<'a> {
    /// The state.
    pub state: State,
    /// Since when it is so, of several lines that say so the first day.
    pub since: Option<Date>,
    /// The last day on which it is so, where a line tells the end.
    pub until: Option<Date>,
    /// What says so: relations.
    pub told: Vec<&'a Told>,
    /// What says so: ends of the time in force.
    pub force: Vec<&'a ForceTold>,
}

impl<'a> Standing<'a> {
    /// The documents that made it so, as the lines write them, each once.
    pub fn by(&self) -> Vec<&'a str> {
        let mut names: Vec<&'a str> = Vec::new();
        for &told in &self.told {
            if !names.contains(&&*told.written) {
                names.push(&told.written);
            }
        }
        names
    }
}

/// What the index says of a document, as far as it says nothing that another of its number is told by. Where the index
/// knows `several` of the number only what tells which of them it is said of.
///
/// # Errors
/// [`Error::Damaged`](crate::error::Error::Damaged) if it cannot be read.
pub(crate) fn lineage(reader: &Reader, document: &DocumentName, several: bool) -> Result<Lineage> {
    let passages = reader.saying(&document.canonical, &[], MAX_PASSAGES)?;
    let statements = passages.iter().flat_map(|passage| statements(passage, &document.canonical));
    let is_it = |said: &Statement| match several {
        true => document.is_told_by(&said.document),
        false => !said.document.contradicts(document),
    };
    Ok(Lineage::of(statements.filter(is_it)))
}

/// What a passage says of a document of a name, with what tells the document from others.
pub(super) fn statements(passage: &StoredPassage, name: &str) -> Vec<Statement> {
    let mentions = &passage.mentions;
    let is_it = |paper: &Paper| paper_name(paper).is_some_and(|other| other == name);
    let is_own = |paper: &Paper| match (paper, &mentions.own) {
        (Paper::Number(number), Some(own)) => own.number == *number,
        _ => false,
    };
    let document = |paper: &Paper, range: &Range<usize>| match paper {
        Paper::Number(number) => identity(mentions, number, range),
        _ => DocumentName { canonical: name.to_owned(), province: None, issued: None },
    };
    let year = |paper: &Paper| match paper {
        Paper::Titled(titled) => titled.date.as_deref().and_then(|date| date.get(..4)?.parse().ok()),
        _ => None,
    };
    let mut said = Vec::new();
    for mention in &mentions.relations {
        let (side, own, other) = match (is_it(&mention.of), is_it(&mention.to)) {
            (true, _) => (Side::Does, &mention.of, &mention.to),
            (_, true) => (Side::Undergoes, &mention.to, &mention.of),
            _ => continue,
        };
        let place = Place { torn: mention.torn, ..Place::of(passage, mention.range.start, mention.range.end) };
        // the day is that on which the document that says so comes into force
        let begins = |told: &&ValidityMention| {
            told.what == Force::Effective && told.part.is_none() && told.of == mention.of && told.date == mention.date
        };
        let begins = mention.date.and_then(|_| mentions.validity.iter().find(begins));
        let day = begins.map(|told| Place::of(passage, told.range.start, told.range.end));
        let also = day.filter(|day| !day.is_at(&place)).into_iter().collect();
        let (relation, other, part) = (mention.relation, other.clone(), mention.part.clone());
        let issued = issued(mentions, mention);
        let written = match &other {
            Paper::Number(number) => written(mentions, number, mention, side),
            Paper::This if passage.title.is_empty() => passage.doc.clone(),
            Paper::This => passage.title.clone(),
            Paper::Titled(_) => self::name(&other),
        };
        let (date, until, unreckoned) = (mention.date, mention.until, mention.unreckoned);
        let told = Told { relation, side, other, written, part, date, until, unreckoned, issued, place, also };
        said.push(Statement {
            document: document(own, &mention.range),
            year: year(own),
            by_itself: is_own(&mention.of),
            fact: Fact::Told(told),
        });
    }
    for mention in mentions.validity.iter().filter(|mention| is_it(&mention.of)) {
        let place = Place::of(passage, mention.range.start, mention.range.end);
        let ValidityMention { what, date, last_day, rule, part, unreckoned, .. } = mention.clone();
        said.push(Statement {
            document: document(&mention.of, &mention.range),
            year: year(&mention.of),
            by_itself: is_own(&mention.of),
            fact: Fact::Force(ForceTold { what, date, last_day, rule, part, unreckoned, place, also: Vec::new() }),
        });
    }
    said
}

/// What one passage says of a document.
pub(super) struct Statement {
    /// The document, as the passage tells it from others.
    pub(super) document: DocumentName,
    /// The year that its title is named with.
    pub(super) year: Option<i16>,
    /// Whether the document says so that does it.
    pub(super) by_itself: bool,
    /// What it says.
    pub(super) fact: Fact,
}

/// What is said of a document.
pub(super) enum Fact {
    /// A relation.
    Told(Told),
    /// An end of its time in force.
    Force(ForceTold),
}

impl Fact {
    /// What two statements share that say the same.
    fn key(&self) -> String {
        match self {
            Self::Told(Told { relation, side, other, part, date, until, unreckoned, .. }) => {
                format!("{relation:?}{side:?}{}{part:?}{date:?}{until:?}{unreckoned}", name(other))
            }
            Self::Force(told @ ForceTold { what, part, unreckoned, .. }) => {
                format!("{what:?}{:?}{part:?}{unreckoned}", told.holds_from())
            }
        }
    }

    fn places(&mut self) -> (&mut Place, &mut Vec<Place>) {
        match self {
            Self::Told(Told { place, also, .. }) | Self::Force(ForceTold { place, also, .. }) => (place, also),
        }
    }

    /// Adds where the same is said once more, in front where the document itself says so.
    fn add(&mut self, other: Self, in_front: bool) {
        if let (Self::Told(Told { issued, .. }), Self::Told(Told { issued: also, .. })) = (&mut *self, &other) {
            // of the day itself and the year in the number the day
            *issued = (*issued).max(*also);
        }
        let (Self::Told(Told { place: other, also: more, .. })
        | Self::Force(ForceTold { place: other, also: more, .. })) = other;
        let (place, also) = self.places();
        let is_known = |place: &Place, also: &[Place], other: &Place| {
            std::iter::once(place).chain(also).any(|known| known.is_at(other))
        };
        if !is_known(place, also, &other) {
            if in_front {
                also.insert(0, std::mem::replace(place, other));
            } else {
                also.push(other);
            }
        }
        for other in more {
            if !is_known(place, also, &other) {
                also.push(other);
            }
        }
        also.truncate(MAX_ALSO);
    }

    /// Where the verb stands in one passage and the document in a later one, the words are those of both.
    fn mend(&mut self) {
        let (place, also) = self.places();
        let lacking = match place.torn {
            Torn::Not => return,
            Torn::Behind => Torn::Before,
            Torn::Before => Torn::Behind,
        };
        let Some(at) = also.iter().position(|other| other.torn == lacking && other.doc == place.doc) else { return };
        if lacking == Torn::Behind {
            std::mem::swap(place, &mut also[at]);
        }
        place.text = format!("{} … {}", place.text, also[at].text);
        place.torn = Torn::Not;
    }
}

/// All places that facts name.
pub(super) fn places_mut<'a>(told: &'a mut [Told], force: &'a mut [ForceTold]) -> impl Iterator<Item = &'a mut Place> {
    let force = force.iter_mut().flat_map(|told| std::iter::once(&mut told.place).chain(&mut told.also));
    told.iter_mut().flat_map(|told| std::iter::once(&mut told.place).chain(&mut told.also)).chain(force)
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
    /// Whether both are one line.
    fn is_at(&self, other: &Self) -> bool {
        self.doc == other.doc && self.line == other.line
    }

    fn of(passage: &StoredPassage, start: usize, end: usize) -> Self {
        Self {
            doc: passage.doc.clone(),
            title: passage.title.clone(),
            line: passage.line_of(start),
            text: passage.text.get(start..end).unwrap_or_default().to_owned(),
            torn: Torn::Not,
        }
    }
}

impl Lineage {
    /// What statements of one document come to, each fact once.
    pub(super) fn of(statements: impl Iterator<Item = Statement>) -> Self {
        let mut facts: BTreeMap<String, (Fact, bool)> = BTreeMap::new();
        for Statement { by_itself, fact, .. } in statements {
            match facts.get_mut(&fact.key()) {
                Some((known, told)) => {
                    known.add(fact, by_itself && !*told);
                    *told |= by_itself;
                }
                None => {
                    facts.insert(fact.key(), (fact, by_itself));
                }
            }
        }
        let (mut told, mut force) = (Vec::new(), Vec::new());
        for (mut fact, _) in facts.into_values() {
            fact.mend();
            match fact {
                Fact::Told(fact) => told.push(fact),
                Fact::Force(fact) => force.push(fact),
            }
        }
        told.sort_by_cached_key(|told| (told.side, told.relation, told.date, name(&told.other), told.part.clone()));
        force.sort_by_key(|told| (told.what, told.part.is_some(), told.holds_from()));
        Self { told, force }
    }

    /// All places that it names.
    pub fn places_mut(&mut self) -> impl Iterator<Item = &mut Place> {
        places_mut(&mut self.told, &mut self.force)
    }

    /// Only what ends the time in which the document is in force.
    pub fn ends(mut self) -> Self {
        let ends = [Relation::Replaces, Relation::Repeals, Relation::Suspends];
        let is_end = |told: &Told| told.side == Side::Undergoes && told.part.is_none() && ends.contains(&told.relation);
        self.told.retain(is_end);
        self.force.retain(|told| told.what == Force::Expires && told.part.is_none());
        self
    }

    /// The state today.
    pub fn now(&self) -> Standing<'_> {
        self.on(today())
    }

    /// The state in a time: in force if it is so on some day of it, else as on its first day, or on its last where
    /// nothing has begun by the first; today where no time is asked for.
    pub fn in_time(&self, time: Option<(Date, Date)>) -> Standing<'_> {
        let Some((from, to)) = time else { return self.now() };
        if from >= to {
            return self.on(from);
        }
        let begins = self.force.iter().filter(|told| told.what == Force::Effective).filter_map(|told| told.date);
        let ends = self.told.iter().filter_map(|told| told.until?.tomorrow().ok());
        let mut days: Vec<Date> = begins.chain(ends).filter(|day| from < *day && *day <= to).collect();
        days.sort_unstable();
        let is_in_force = |standing: &Standing<'_>| matches!(standing.state, State::InForce | State::Amended);
        let first = self.on(from);
        let in_force = days.into_iter().map(|day| self.on(day)).find(is_in_force);
        match in_force {
            _ if is_in_force(&first) => first,
            Some(standing) => standing,
            None if first.state.is_over() => first,
            None => self.on(to),
        }
    }

    /// The state on a day.
    pub fn on(&self, day: Date) -> Standing<'_> {
        let holds = |date: Option<Date>| date.is_none_or(|date| date <= day);
        // what came into force again has not ended
        let is_back = |end: Option<Date>| {
            let begins = || self.force.iter().filter(|told| told.what == Force::Effective && told.part.is_none());
            end.is_some_and(|end| begins().any(|told| holds(told.date) && told.date.is_some_and(|begin| begin > end)))
        };
        // of several ends the last one counts: the time in force was extended
        let last_end = self.ends_told().max();
        // a suspension that is over has ended nothing
        let lasts = |until: Option<Date>| until.is_none_or(|until| day <= until);
        let done = |wanted: &'static [Relation], whole: bool| {
            let undergone = self.told.iter().filter(|told| told.side == Side::Undergoes && !told.unreckoned);
            let undergone = undergone.filter(|told| holds(told.date.or(told.issued)) && lasts(told.until));
            let is_end = |told: &Told| told.relation != Relation::Amends && told.part.is_none();
            let undergone = undergone.filter(move |told| !is_end(told) || !is_back(told.date));
            undergone.filter(move |told| wanted.contains(&told.relation) && told.part.is_none() == whole)
        };
        let ended =
            |told: &&ForceTold| told.is_end() && holds(told.holds_from().and(last_end)) && !is_back(told.holds_from());
        let began = |told: &&ForceTold| told.what == Force::Effective && told.part.is_none() && !told.is_again();
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
                    let (since, told) = (force.iter().filter_map(|told| told.holds_from()).max(), Vec::new());
                    return Standing { state: State::Expired, since, until: None, told, force };
                }
            }
            if !told.is_empty() {
                let since = told.iter().filter_map(|told| told.date).min();
                let ends = || told.iter().map(|told| told.until).collect::<Option<Vec<_>>>()?.into_iter().max();
                let again = || self.again_behind(day)?.date?.yesterday().ok();
                let until = if state == State::Suspended { ends().or_else(again) } else { None };
                return Standing { state, since, until, told, force: Vec::new() };
            }
        }
        // of what comes into force again nobody is told who suspended it
        if let Some(again) = self.again_behind(day).filter(|_| day >= today()) {
            let until = again.date.and_then(|day| day.yesterday().ok());
            return Standing { state: State::Suspended, since: None, until, told: Vec::new(), force: vec![again] };
        }
        let force: Vec<&ForceTold> = self.force.iter().filter(began).collect();
        let since = force.iter().filter_map(|told| told.date).min();
        let changed = done(&[Relation::Amends], true)
            .chain(done(&[Relation::Amends, Relation::Repeals, Relation::Replaces, Relation::Suspends], false));
        let told: Vec<&Told> = changed.collect();
        let until = self.end_behind(day).and_then(|end| end.yesterday().ok());
        let state = match since {
            Some(since) if since > day => State::NotYet,
            _ if !told.is_empty() => State::Amended,
            _ if !force.is_empty() => State::InForce,
            // what is still to end is in force so long
            _ if until.is_some() => return self.to_end(day, until),
            _ => State::NotTold,
        };
        Standing { state, since, until, told, force }
    }

    /// What tells that the document comes into force again behind a day, the first.
    fn again_behind(&self, day: Date) -> Option<&ForceTold> {
        let again = self.force.iter().filter(|told| told.is_again() && told.date.is_some_and(|date| date > day));
        again.min_by_key(|told| told.date)
    }

    /// Of a document of which only the end behind a day is told.
    fn to_end(&self, day: Date, until: Option<Date>) -> Standing<'_> {
        let end = self.end_behind(day);
        let told = self.ending().filter(|told| told.date == end).collect();
        let force = self.force.iter().filter(|told| told.is_end() && told.holds_from() == end).collect();
        Standing { state: State::InForce, since: None, until, told, force }
    }

    /// The first day behind a day on which the document is in force as a whole no more.
    fn end_behind(&self, day: Date) -> Option<Date> {
        let told = self.ending().filter_map(|told| told.date);
        told.chain(self.ends_told().max()).filter(|first| *first > day).min()
    }

    /// What others do that ends it as a whole.
    fn ending(&self) -> impl Iterator<Item = &Told> {
        let ends = [Relation::Replaces, Relation::Repeals, Relation::Suspends];
        let undergone =
            self.told.iter().filter(move |told| told.side == Side::Undergoes && ends.contains(&told.relation));
        undergone.filter(|told| told.part.is_none() && !told.unreckoned)
    }

    /// The first days without force that are told of the whole document.
    fn ends_told(&self) -> impl Iterator<Item = Date> {
        self.force.iter().filter(|told| told.is_end()).filter_map(ForceTold::holds_from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mention::Titled;

    fn place() -> Place {
        Place { doc: "a".to_owned(), title: String::new(), line: 1, text: String::new(), torn: Torn::Not }
    }

    fn told(relation: Relation, part: Option<&str>, date: &str) -> Told {
        let other = Paper::Titled(Titled { kind: "Luật".to_owned(), title: "Giá".to_owned(), date: None });
        let (written, part, date) = (name(&other), part.map(str::to_owned), date.parse().ok());
        Told {
            relation,
            side: Side::Undergoes,
            other,
            written,
            part,
            date,
            until: None,
            unreckoned: false,
            issued: None,
            place: place(),
            also: Vec::new(),
        }
    }

    fn force(what: Force, date: &str) -> ForceTold {
        ForceTold {
            what,
            date: date.parse().ok(),
            last_day: false,
            rule: None,
            part: None,
            unreckoned: false,
            place: place(),
            also: Vec::new(),
        }
    }

    #[test]
    fn a_suspension_ends_and_what_is_not_reckoned_ends_nothing() {
        let day = |day: &str| day.parse().ok();
        let suspended = Told { until: day("2022-12-29"), ..told(Relation::Suspends, None, "2022-12-01") };
        let unreckoned = Told { date: None, unreckoned: true, ..told(Relation::Repeals, None, "2022-01-01") };
        let never = ForceTold { date: None, unreckoned: true, ..force(Force::Expires, "2022-01-01") };
        let lineage =
            Lineage { told: vec![suspended, unreckoned], force: vec![force(Force::Effective, "2022-07-25"), never] };
        for (on, expected) in [
            ("2022-07-24", State::NotYet),
            ("2022-11-30", State::InForce),
            ("2022-12-01", State::Suspended),
            ("2022-12-29", State::Suspended),
            ("2022-12-30", State::InForce),
        ] {
            let standing = lineage.on(on.parse().unwrap());
            assert_eq!(standing.state, expected, "{on}");
            let until = match expected {
                State::Suspended => day("2022-12-29"),
                State::InForce if on < "2022-12-01" => day("2022-11-30"),
                State::NotYet => day("2022-11-30"),
                _ => None,
            };
            assert_eq!(standing.until, until, "{on}");
        }
        assert_eq!(lineage.now().state, State::InForce);
        let within = |from: &str, to: &str| lineage.in_time(day(from).zip(day(to))).state;
        for (from, to, expected) in [
            ("2022-12-02", "2022-12-20", State::Suspended),
            ("2022-12-02", "2022-12-30", State::InForce),
            ("2022-01-01", "2022-12-31", State::InForce),
            ("2022-01-01", "2022-02-01", State::NotYet),
            ("2022-12-05", "2022-12-05", State::Suspended),
        ] {
            assert_eq!(within(from, to), expected, "{from} {to}");
        }
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
        let check = |day: &str, expected: State| assert_eq!(lineage.on(day.parse().unwrap()).state, expected, "{day}");
        check("2016-06-30", State::NotYet);
        check("2016-07-01", State::InForce);
        check("2020-01-01", State::Amended);
        check("2022-03-01", State::Replaced);
        assert_eq!(lineage.now().state, State::Replaced);
        let ended = Lineage { told: Vec::new(), force: vec![force(Force::Expires, "2020-01-01")] };
        assert_eq!(ended.now().state, State::Expired);
        let again = Lineage {
            told: vec![told(Relation::Suspends, None, "2019-06-01")],
            force: vec![force(Force::Effective, "2022-01-01"), force(Force::Expires, "2020-01-01")],
        };
        for (day, expected) in
            [("2019-07-01", State::Suspended), ("2021-01-01", State::Expired), ("2022-01-01", State::InForce)]
        {
            assert_eq!(again.on(day.parse().unwrap()).state, expected, "{day}");
        }
        assert_eq!(again.now().state, State::InForce);
        let extended = Lineage {
            told: Vec::new(),
            force: vec![force(Force::Expires, "2020-01-01"), force(Force::Expires, "2031-01-01")],
        };
        assert_eq!(extended.on("2026-01-01".parse().unwrap()).state, State::InForce);
        assert_eq!(extended.on("2031-01-01".parse().unwrap()).state, State::Expired);
        let check = |last_day: bool, day: &str, expected: State, since: Option<&str>| {
            let end = ForceTold { last_day, ..force(Force::Expires, "2022-12-31") };
            let lineage = Lineage { told: Vec::new(), force: vec![force(Force::Effective, "2020-01-01"), end] };
            let on = lineage.on(day.parse().unwrap());
            assert_eq!((on.state, on.since), (expected, since.and_then(|day| day.parse().ok())), "{last_day} {day}");
        };
        check(true, "2022-12-31", State::InForce, Some("2020-01-01"));
        check(true, "2023-01-01", State::Expired, Some("2023-01-01"));
        check(false, "2022-12-30", State::InForce, Some("2020-01-01"));
        check(false, "2022-12-31", State::Expired, Some("2022-12-31"));
        let state = |issued: &str, day: &str| {
            let end = Told { issued: issued.parse().ok(), ..told(Relation::Replaces, None, "") };
            let lineage = Lineage { told: vec![end], force: vec![force(Force::Effective, "2016-07-01")] };
            lineage.on(day.parse().unwrap()).state
        };
        assert_eq!(state("2022-02-01", "2020-01-01"), State::InForce);
        assert_eq!(state("2022-02-01", "2022-02-01"), State::Replaced);
        assert_eq!(state("", "2020-01-01"), State::Replaced);
        let ends = lineage.ends();
        assert_eq!((ends.told.len(), ends.force.len(), ends.now().state), (1, 0, State::Replaced));
        assert_eq!(ended.clone().ends(), ended);
        assert_eq!(Lineage::default().now().state, State::NotTold);
    }

    #[test]
    fn what_comes_into_force_again_is_suspended_until_then() {
        let text = "có hiệu lực trở lại từ ngày 1/1/9998".to_owned();
        let again = ForceTold { place: Place { text, ..place() }, ..force(Force::Effective, "9998-01-01") };
        let suspended = told(Relation::Suspends, None, "2024-01-01");
        let began = force(Force::Effective, "2020-01-01");
        for (told, force, since) in [
            (vec![], vec![again.clone()], None),
            (vec![], vec![began, again.clone()], None),
            (vec![suspended], vec![again], "2024-01-01".parse().ok()),
        ] {
            let lineage = Lineage { told, force };
            let now = lineage.now();
            assert_eq!((now.state, now.since, now.until), (State::Suspended, since, "9997-12-31".parse().ok()));
            assert_ne!(lineage.on("9998-01-01".parse().unwrap()).state, State::Suspended);
            assert_ne!(lineage.on("2021-01-01".parse().unwrap()).state, State::NotYet);
        }
    }

    #[test]
    fn what_is_still_to_end_is_in_force_until_then() {
        let repealed = told(Relation::Repeals, None, "9998-01-01");
        let expires = ForceTold { last_day: true, ..force(Force::Expires, "9996-12-31") };
        for (told, force, until) in [
            (vec![repealed.clone()], vec![], "9997-12-31"),
            (vec![repealed], vec![expires.clone()], "9996-12-31"),
            (vec![], vec![expires], "9996-12-31"),
        ] {
            let lineage = Lineage { told, force };
            let now = lineage.now();
            assert_eq!((now.state, now.since, now.until), (State::InForce, None, until.parse().ok()));
            assert_eq!(now.told.len() + now.force.len(), 1);
        }
    }
}
