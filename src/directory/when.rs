//! A mention in a passage to the time that the words around give it.

use std::ops::Range;

use crate::index::StoredPassage;
use crate::mention::date::DateMention;

/// The date that stands nearest to a mention in its sentence.
pub(super) fn beside<'a>(passage: &'a StoredPassage, range: &Range<usize>) -> Option<&'a DateMention> {
    let near = passage.mentions.dates.iter().filter(|date| date.from.is_some());
    let in_sentence = near.filter(|date| {
        let (first, last) = (date.range.end.min(range.end), date.range.start.max(range.start));
        passage.text.get(first..last).is_none_or(|between| !between.contains(['\n', ';']) && !between.contains(". "))
    });
    in_sentence.min_by_key(|date| distance(&date.range, range))
}

/// The date that governs a mention: in its sentence, else the last one told before it in the passage.
pub(super) fn governing<'a>(passage: &'a StoredPassage, range: &Range<usize>) -> Option<&'a DateMention> {
    let before = passage.mentions.dates.iter().filter(|date| date.from.is_some() && date.range.end <= range.start);
    beside(passage, range).or_else(|| before.max_by_key(|date| date.range.end))
}

/// The date that tells when a passage speaks of a mention: in its sentence, else anywhere in it.
pub(super) fn of<'a>(passage: &'a StoredPassage, range: &Range<usize>) -> Option<&'a DateMention> {
    let dated = passage.mentions.dates.iter().filter(|date| date.from.is_some());
    beside(passage, range).or_else(|| dated.min_by_key(|date| distance(&date.range, range)))
}

fn distance(one: &Range<usize>, two: &Range<usize>) -> usize {
    one.start.saturating_sub(two.end).max(two.start.saturating_sub(one.end))
}
