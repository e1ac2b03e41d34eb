//! Text -> the events that it tells.

use std::ops::Range;

use super::mention::EventMention;
use super::phrases::PHRASES;
use super::sentence::Sentence;
use super::telling::Teller;
use super::who::Cast;
use super::{life, place};
use crate::mention::date::DateMention;
use crate::mention::judged::Judged;
use crate::mention::person::{People, PersonMention, Post, Subjects};
use crate::text;

/// All events of `text`, in order of where they begin.
///
/// `dates` are its dates, `people` those whom it names, `subjects` whom its sentences are about, `posts` the offices
/// that it gives them, `numbers` the ranges of its document numbers, each in order.
pub(crate) fn find(
    text: &str,
    dates: &[DateMention],
    people: &[PersonMention],
    subjects: &Subjects,
    posts: &[Post],
    numbers: &[Range<usize>],
) -> Vec<EventMention> {
    let mut teller = Teller::new(text, dates, Cast { people, subjects }, posts, numbers);
    hear(&mut teller);
    let mut events = teller.events;
    life::find(text, dates, people, &mut events);
    events.sort_by_key(|event| (event.range.start, event.dated_by, event.kind));
    events.dedup_by(|next, one| {
        let same = (&next.range, next.kind, next.from, next.to) == (&one.range, one.kind, one.from, one.to);
        // `A (sinh năm 1955), B (sinh năm 1955)`
        same && (next.people.is_empty() || one.people.iter().any(|person| next.people.contains(person)))
    });
    let named: Vec<Range<usize>> = people.iter().map(|person| person.range.clone()).collect();
    for at in 0..events.len() {
        let range = events[at].range.clone();
        events[at].numbers = within(numbers, &range);
        events[at].people.retain(|&person| range.contains(&people[person].range.start));
        // many events of one sentence have one range
        let before = at.checked_sub(1).map(|before| &events[before]).filter(|before| before.range == range);
        events[at].places = before.map_or_else(|| place::names(text, &range, &named), |before| before.places.clone());
    }
    events
}

/// What the phrases of `text` that may tell events were judged to tell, in order, with the rules that decided; `people`
/// are those of the text, the others as in [`find`].
pub(crate) fn explain(text: &str, dates: &[DateMention], people: &People, numbers: &[Range<usize>]) -> Vec<Judged> {
    let People { named, subjects, posts, .. } = people;
    let mut teller = Teller::new(text, dates, Cast { people: named, subjects }, posts, numbers);
    teller.judged = Some(Vec::new());
    hear(&mut teller);
    let mut lives = Vec::new();
    life::find(text, dates, named, &mut lives);
    let of_date = |event: &EventMention, rule| {
        let date = &dates[event.dated_by?];
        Some(Judged::new(date.range.clone(), "event", event.kind.as_str(), &[rule]))
    };
    let mut judged = teller.judged.take().unwrap_or_default();
    judged.extend(lives.iter().filter_map(|event| of_date(event, "years_of_a_life")));
    judged.extend(teller.papers().iter().filter_map(|event| of_date(event, "day_of_a_paper")));
    judged.sort_by_key(|judged| judged.range.start);
    judged
}

/// Reads the sentences that may tell events, and the days of papers.
fn hear(teller: &mut Teller<'_>) {
    let (text, dates) = (teller.text, teller.dates);
    let mut sentence = Sentence::default();
    let (mut at, mut phrase) = (0, Some(0..0));
    while let Some(from) = teller.next(at) {
        // what was found beyond the sentence before is not looked for again
        if phrase.as_ref().is_some_and(|phrase| phrase.start < from || phrase.is_empty()) {
            phrase = next_hit(text, from);
        }
        let post = teller.next_post(from).map(|post| post..post);
        let Some(hit) = earlier(phrase.clone(), post) else { break };
        let range = teller.sentence(from, hit.start);
        let end = range.end.max(hit.end);
        if teller.may_tell(&range) {
            sentence.read(text, range, dates);
            teller.hear(&mut sentence);
        }
        at = end.max(at + 1);
    }
    let papers = teller.papers();
    teller.events.extend(papers);
}

/// Which of two begins earlier.
fn earlier(one: Option<Range<usize>>, other: Option<Range<usize>>) -> Option<Range<usize>> {
    match (one, other) {
        (Some(one), Some(other)) => Some(if other.start < one.start { other } else { one }),
        (one, other) => one.or(other),
    }
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
        let word = text::next_keyed(text, at)?;
        at = word.end;
        let mut kept = 0;
        for slot in 0..count {
            let (node, start) = open[slot];
            let Some(next) = PHRASES.step(node, word.key) else { continue };
            if PHRASES.tells(next, &text[word.end..]) {
                return Some(start..word.end);
            }
            open[kept] = (next, start);
            kept += 1;
        }
        count = kept;
        if word.key != 0 && PHRASES.may_begin(word.key) && count < open.len() {
            let Some(next) = PHRASES.step(0, word.key) else { continue };
            if PHRASES.tells(next, &text[word.end..]) {
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
