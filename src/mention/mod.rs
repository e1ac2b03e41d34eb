//! Text to mentions: the stretches that name a document by its number, a day or period, or a person.
//!
//! Knows no files and no index, and cannot fail. Both pipelines come here, so that what is typed is
//! found by the code that found it in the text.

pub mod date;
pub mod number;
pub mod person;

use std::ops::Range;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use self::date::{DateMention, Grain};
use self::number::NumberMention;
use self::person::PersonMention;

/// All mentions in one text, each kind in order of where it begins.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mentions {
    /// References to numbered documents.
    pub numbers: Vec<NumberMention>,
    /// Days and periods.
    pub dates: Vec<DateMention>,
    /// People.
    pub people: Vec<PersonMention>,
    /// The day of the document itself, where it is stated or its head tells it.
    pub published: Option<Date>,
}

impl Mentions {
    /// The mentions in a whole document: what it says in one place is evidence for another.
    ///
    /// `stated` is the date of the document where its format states one, as it is written.
    pub fn of(text: &str, stated: Option<&str>) -> Self {
        let stated = stated.and_then(|stated| {
            let dates = date::find_in_query(stated);
            dates.into_iter().find(|date| date.grain == Grain::Day && date.valid)?.from
        });
        let numbers = number::find(text);
        let mut taken: Vec<Range<usize>> = numbers.iter().map(|mention| mention.range.clone()).collect();
        taken.dedup();
        let (dates, published) = date::find(text, &taken, stated);
        taken.extend(dates.iter().map(|date| date.range.clone()));
        taken.sort_by_key(|range| range.start);
        let people = person::find(text, &taken);
        Self { numbers, dates, people, published }
    }

    /// Those that begin in `part`, a range of the text, as they stand in that part alone.
    pub fn within(&self, part: &Range<usize>) -> Self {
        Self {
            numbers: within(&self.numbers, part),
            dates: within(&self.dates, part),
            people: within(&self.people, part),
            published: self.published,
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

impl Mention for PersonMention {
    fn range(&self) -> &Range<usize> {
        &self.range
    }
    fn at(self, range: Range<usize>) -> Self {
        Self { range, ..self }
    }
}

/// The mentions of one kind that begin in `part`, as they stand in it.
fn within<M: Mention>(all: &[M], part: &Range<usize>) -> Vec<M> {
    let from = all.partition_point(|mention| mention.range().start < part.start);
    let here = all[from..].iter().take_while(|mention| mention.range().start < part.end);
    let shifted = |mention: &M| {
        let range = mention.range().start - part.start..mention.range().end.min(part.end) - part.start;
        mention.clone().at(range)
    };
    here.map(shifted).collect()
}
