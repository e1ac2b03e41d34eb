//! Text -> the people that it names or may name, and the rules by which each is one or none.

use std::ops::Range;

use super::candidate::{Candidate, Refused};
use super::mention::PersonMention;
use super::people::People;
use super::settle::Settled;
use super::subject::Subjects;
use super::words::Words;
use super::{candidate, canonical, resolve, role, settle, subject, words};
use crate::mention::judged::Judged;

/// All people that `text` names, in order; `taken` are stretches that are something else already
/// (dates, document numbers), in order too.
pub fn find(text: &str, taken: &[Range<usize>]) -> Vec<PersonMention> {
    read(text, taken).named
}

/// All people that `text` names or may name; `taken` as in [`find`].
pub fn read(text: &str, taken: &[Range<usize>]) -> People {
    let Reading { words, settled, mut named, subjects, .. } = Reading::of(text, taken);
    let posts = role::note(text, &words.list, &settled.people, &mut named, &subjects);
    People { named, possible: resolve::possible(text, &words.list, &settled.possible), posts, subjects }
}

/// Everything in `text` that was judged, in order, with the rules that decided; `taken` as in [`find`].
pub(crate) fn explain(text: &str, taken: &[Range<usize>]) -> Vec<Judged> {
    let Reading { words, refused, settled, named, by, .. } = Reading::of(text, taken);
    let of = |start, end, verdict, rules: &[&'static str]| {
        let range = canonical::stretch(text, &words.list[start..end]);
        Judged::new(range, "person", verdict, rules)
    };
    let candidate = |candidate: &Candidate, verdict, by| {
        of(candidate.start, candidate.end, verdict, &[candidate.rule, candidate.raised, candidate.settled, by])
    };
    let people = settled.people.iter().zip(named.iter().zip(by));
    let people = people.map(|(person, (mention, by))| candidate(person, mention.kind.as_str(), by));
    let possible = settled.possible.iter().map(|person| candidate(person, "possible", ""));
    let others = settled.others.iter().map(|other| candidate(other, Judged::NONE, ""));
    let refused = refused.iter().map(|&Refused { start, end, rule }| of(start, end, Judged::NONE, &[rule]));
    let mut judged: Vec<Judged> = people.chain(possible).chain(others).chain(refused).collect();
    judged.sort_by_key(|judged| judged.range.start);
    judged
}

/// What a text was read as, before the offices of its people.
struct Reading {
    words: Words,
    refused: Vec<Refused>,
    settled: Settled,
    named: Vec<PersonMention>,
    /// The rules by which these are whom they are.
    by: Vec<&'static str>,
    subjects: Subjects,
}

impl Reading {
    fn of(text: &str, taken: &[Range<usize>]) -> Self {
        let words = words::read(text);
        let candidate::Swept { found: mut candidates, refused } = candidate::sweep(text, &words);
        let free = |candidate: &Candidate| {
            let range = words.list[candidate.start].start..words.list[candidate.end - 1].end;
            let next = taken.partition_point(|taken| taken.end <= range.start);
            taken.get(next).is_none_or(|taken| taken.start >= range.end)
        };
        // what is something else is no evidence for others either
        candidates.retain(free);
        let mut settled = settle::settle(text, &words.list, candidates);
        settled.people.retain(free);
        let (named, by) = resolve::resolve(text, &words.list, &settled.people);
        let subjects = subject::read(text, &words.list, &settled.people, &named);
        Self { words, refused, settled, named, by, subjects }
    }
}
