//! Text -> the people that it names or may name.

use std::ops::Range;

use super::mention::PersonMention;
use super::people::People;
use super::{candidate, resolve, role, settle, subject, words};

/// All people that `text` names, in order; `taken` are stretches that are something else already
/// (dates, document numbers), in order too.
pub fn find(text: &str, taken: &[Range<usize>]) -> Vec<PersonMention> {
    read(text, taken).named
}

/// All people that `text` names or may name; `taken` as in [`find`].
pub fn read(text: &str, taken: &[Range<usize>]) -> People {
    let words = words::read(text);
    let mut candidates = candidate::sweep(text, &words);
    let free = |candidate: &candidate::Candidate| {
        let range = words.list[candidate.start].start..words.list[candidate.end - 1].end;
        let next = taken.partition_point(|taken| taken.end <= range.start);
        taken.get(next).is_none_or(|taken| taken.start >= range.end)
    };
    // what is something else is no evidence for others either
    candidates.retain(free);
    let settle::Settled { mut people, possible } = settle::settle(text, &words.list, candidates);
    people.retain(free);
    let mut named = resolve::resolve(text, &words.list, &people);
    let subjects = subject::read(text, &words.list, &people, &named);
    let posts = role::note(text, &words.list, &people, &mut named, &subjects);
    People { named, possible: resolve::possible(text, &words.list, &possible), posts, subjects }
}
