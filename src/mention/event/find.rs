//! Text -> the events that it tells.

use std::ops::Range;

use super::mention::EventMention;
use super::phrases::PHRASES;
use super::sentence::Sentence;
use super::telling::Teller;
use super::{place, words};
use crate::mention::date::DateMention;

/// All events of `text`, in order of where they begin.
///
/// `dates` are its dates, `people` the ranges of the names in it, `numbers` those of its document
/// numbers, each in order.
pub fn find(text: &str, dates: &[DateMention], people: &[Range<usize>], numbers: &[Range<usize>]) -> Vec<EventMention> {
    let mut teller = Teller::new(text, dates, numbers);
    let mut sentence = Sentence::default();
    let mut at = 0;
    while let Some(from) = teller.next(at)
        && let Some(hit) = next_hit(text, from)
    {
        let range = teller.sentence(from, hit.start);
        let end = range.end.max(hit.end);
        if teller.may_tell(&range) {
            sentence.read(text, range, dates);
            teller.hear(&sentence);
        }
        at = end;
    }
    teller.hear_papers();
    let mut events = teller.events;
    events.sort_by_key(|event| (event.range.start, event.dated_by, event.kind));
    events
        .dedup_by(|next, one| (&next.range, next.kind, next.from, next.to) == (&one.range, one.kind, one.from, one.to));
    for at in 0..events.len() {
        let range = events[at].range.clone();
        events[at].people = within(people, &range);
        events[at].numbers = within(numbers, &range);
        // many events of one sentence have one range
        let before = at.checked_sub(1).map(|before| &events[before]).filter(|before| before.range == range);
        events[at].places = before.map_or_else(|| place::names(text, &range, people), |before| before.places.clone());
    }
    events
}

/// Where places are named in a text, in bytes; words that stand behind the word of a unit
/// (`huyện Mường Khương`), and names of provinces and countries.
pub fn places(text: &str) -> Vec<Range<usize>> {
    place::find(text, &(0..text.len()), &[])
}

/// The next words that tell an event, from byte `at` on.
fn next_hit(text: &str, mut at: usize) -> Option<Range<usize>> {
    // phrases that have begun and are not at their end
    let mut open: [(u32, usize); 4] = [(0, 0); 4];
    let mut count = 0;
    loop {
        if count == 0 {
            at = PHRASES.next_begin(text, at)?;
        }
        let word = words::next(text, at)?;
        at = word.end;
        let mut kept = 0;
        for slot in 0..count {
            let (node, start) = open[slot];
            let Some(next) = PHRASES.step(node, word.key) else { continue };
            if PHRASES.tells(next) {
                return Some(start..word.end);
            }
            open[kept] = (next, start);
            kept += 1;
        }
        count = kept;
        if word.key != 0 && PHRASES.may_begin(word.key) && count < open.len() {
            let Some(next) = PHRASES.step(0, word.key) else { continue };
            if PHRASES.tells(next) {
                return Some(word.start..word.end);
            }
            open[count] = (next, word.start);
            count += 1;
        }
    }
}

/// Indices of the ranges, which are in order, that begin inside `part`.
fn within(ranges: &[Range<usize>], part: &Range<usize>) -> Vec<usize> {
    let from = ranges.partition_point(|range| range.start < part.start);
    let count = ranges[from..].iter().take_while(|range| range.start < part.end).count();
    (from..from + count).collect()
}
