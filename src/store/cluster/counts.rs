//! Candidates and terms to how often each term stands in and around each candidate, by the lines of the passages.

use rustc_hash::FxHashMap;
use serde_json::Value;

use super::mapping::{INTERVALS, JOINT, UNDER, name, stored_name};
use super::names::Spot;
use super::passages::text;
use crate::store::counts::{Counted, Counts, Lengths, Positions, Sought};
use crate::store::dates::Interval;
use crate::store::field::Field;
use crate::store::local::rounded;
use crate::store::neighbors::side_by_side;
use crate::store::record::RUN;

/// Passages of a document that count as neighbors.
const SIDE_BY_SIDE: u32 = RUN as u32;

/// All passages that are looked at, in order and each once.
pub(super) fn columns(counted: &Counted<'_>) -> Vec<Spot> {
    let around = |candidate: &crate::store::found::Candidate| {
        let spot = Spot::at(candidate.handle);
        let start = spot.ordinal / SIDE_BY_SIDE * SIDE_BY_SIDE;
        let first = spot.ordinal.saturating_sub(counted.reach).max(start);
        let last = spot.ordinal.saturating_add(counted.reach).min(start.saturating_add(SIDE_BY_SIDE - 1));
        (first..=last).map(move |ordinal| Spot { ordinal, ..spot })
    };
    let mut columns: Vec<Spot> = counted.candidates.iter().flat_map(around).collect();
    columns.sort_unstable();
    columns.dedup();
    columns
}

/// The fields that tell what is counted.
pub(super) fn fields(counted: &Counted<'_>) -> Vec<&'static str> {
    // they tell how long a passage and its headings are, and of which document it is part
    let mut fields = vec![name(Field::Folded), UNDER, INTERVALS, name(Field::Relations)];
    for sought in counted.sought {
        let field = stored_name(sought.term.field);
        if !fields.contains(&field) && sought.term.field != Field::Dates {
            fields.push(field);
        }
    }
    fields
}

/// Counts in what was fetched of the columns.
pub(super) fn count(counted: &Counted<'_>, columns: Vec<Spot>, fetched: Vec<Option<Value>>) -> Counts {
    let there = columns.into_iter().zip(fetched).filter_map(|(spot, fields)| Some((spot, fields?)));
    let (spots, lines): (Vec<Spot>, Vec<Value>) = there.unzip();
    let words = Words::of(counted);
    let mut counts = Counts { counts: vec![0; counted.sought.len() * spots.len()], ..Counts::default() };
    let mut positions: Vec<Vec<u32>> = vec![Vec::new(); words.folded.len()];
    let mut stand: Vec<Positions> = Vec::with_capacity(spots.len());
    for (column, fields) in lines.iter().enumerate() {
        let length = words.read(text(fields, name(Field::Folded)), &mut positions);
        let context = text(fields, UNDER);
        // what comes before the headings is no word
        let heading = rounded(count_words(context)).saturating_sub(1);
        counts.lengths.push(Lengths { body: rounded(length), context: heading });
        for (row, sought) in counted.sought.iter().enumerate() {
            let found = words.count(sought, fields, context, &positions);
            if let Some(cell) = counts.counts.get_mut(row * spots.len() + column) {
                *cell = found.min(usize::from(u16::MAX)) as u16;
            }
        }
        let place = |word: &Option<&crate::store::term::Term>| {
            let known = word.and_then(|word| words.folded.get(&*word.text));
            known.and_then(|at| positions.get(*at)).cloned().unwrap_or_default()
        };
        stand.push(counted.words.iter().map(place).collect());
    }
    for candidate in counted.candidates {
        let own = Spot::at(candidate.handle);
        let place = spots.partition_point(|spot| *spot < own);
        let same = |spot: &Spot| (spot.document, spot.run) == (own.document, own.run);
        let near = |spot: &Spot| same(spot) && spot.ordinal.abs_diff(own.ordinal) <= counted.reach;
        let in_run = |spot: &Spot| near(spot) && spot.ordinal / SIDE_BY_SIDE == own.ordinal / SIDE_BY_SIDE;
        let before = spots.iter().take(place).rev().take_while(|spot| in_run(spot)).count();
        let behind = spots.iter().skip(place).take_while(|spot| in_run(spot)).count();
        // one that is gone meanwhile holds nothing
        let is_there = spots.get(place) == Some(&own);
        let place = if is_there { place } else { counts.lengths.len() };
        if !is_there {
            continue;
        }
        counts.places.push((place, place - before..place + behind));
        let packed = lines.get(place).and_then(|fields| fields[INTERVALS].as_array());
        let packed = packed.into_iter().flatten().filter_map(Value::as_i64);
        counts.intervals.push(packed.map(|packed| Interval::unpack(packed.cast_unsigned())).collect());
        if !counted.words.is_empty() {
            counts.positions.extend(stand.get(place).cloned());
        }
    }
    counts
}

/// The folded words whose places are wanted, with where they are noted.
struct Words<'a> {
    folded: FxHashMap<&'a str, usize>,
}

impl<'a> Words<'a> {
    fn of(counted: &Counted<'a>) -> Self {
        let sought = counted.sought.iter().flat_map(|sought| [Some(sought.term), sought.next]);
        let words = sought.chain(counted.words.iter().copied()).flatten();
        let mut folded = FxHashMap::default();
        for word in words.filter(|word| word.field == Field::Folded) {
            let next = folded.len();
            folded.entry(&*word.text).or_insert(next);
        }
        Self { folded }
    }

    /// Notes where each of them stands in a line, and tells how long that is.
    fn read(&self, line: &str, positions: &mut [Vec<u32>]) -> u32 {
        positions.iter_mut().for_each(Vec::clear);
        let mut length = 0;
        for (at, place) in (0..).zip(line.split(' ').filter(|place| !place.is_empty())) {
            for word in place.split(JOINT) {
                length += 1;
                if let Some(known) = self.folded.get(word).and_then(|known| positions.get_mut(*known)) {
                    known.push(at);
                }
            }
        }
        length
    }

    fn count(&self, sought: &Sought<'_>, fields: &Value, context: &str, positions: &[Vec<u32>]) -> usize {
        let Sought { term, next } = sought;
        let places =
            |word: &str| self.folded.get(word).and_then(|at| positions.get(*at)).map_or(&[][..], Vec::as_slice);
        match (next, term.field) {
            (Some(next), _) => side_by_side(places(&term.text), places(&next.text)),
            (None, Field::Dates) => 0,
            (None, Field::Folded) => places(&term.text).len(),
            (None, Field::Context) => times(context, &term.text),
            (None, Field::Exact) => times(text(fields, name(Field::Exact)), &term.text),
            (None, field) => {
                let held = fields[stored_name(field)].as_array();
                usize::from(held.into_iter().flatten().any(|held| held.as_str() == Some(&term.text)))
            }
        }
    }
}

fn words_of(line: &str) -> impl Iterator<Item = &str> {
    line.split([' ', JOINT]).filter(|word| !word.is_empty())
}

fn count_words(line: &str) -> u32 {
    u32::try_from(words_of(line).count()).unwrap_or(u32::MAX)
}

/// How often a word stands in a line.
fn times(line: &str, word: &str) -> usize {
    // most lines do not even have its letters
    if line.contains(word) { words_of(line).filter(|other| *other == word).count() } else { 0 }
}
