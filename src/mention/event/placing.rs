//! A sentence to what stands in it beside its phrases and dates: offices that somebody takes, times that are counted
//! from others.

use std::ops::Range;

use jiff::civil::Date;

use super::kind::EventKind;
use super::phrases::{Meaning, Mode};
use super::relative::{self, Relative, Unit};
use super::sentence::{Placed, Sentence};
use super::telling::Teller;
use super::{bounds, dating};
use crate::mention::person::How;

/// How many words a verb has at most that tells an office.
const TOLD: usize = 14;

/// How many dates before are asked for the one from which a time is counted.
const COUNTED: usize = 8;

/// How far before a time the one stands from which it is counted.
const COUNTED_NEAR: usize = 3000;

/// How many bytes may stand before a date that heads its sentence: `Vào tháng 5 …`.
const LED: usize = 12;

impl Teller<'_> {
    /// Puts the offices that somebody takes or leaves among the phrases of a sentence.
    pub(super) fn place_offices(&self, sentence: &mut Sentence) {
        let first = self.posts.partition_point(|post| post.range.start < sentence.range.start);
        let Range { start, end } = sentence.range;
        let here = self.posts[first..].iter().take_while(|post| post.range.start < end);
        for post in here.filter(|post| post.start >= start) {
            let kind = match post.how {
                How::Taken => EventKind::Appointment,
                How::Left => EventKind::Dismissal,
                _ => continue,
            };
            let to = sentence.words.partition_point(|word| word.start < post.range.start);
            let from = sentence.words.partition_point(|word| word.end <= post.start);
            if from < to && from + TOLD >= to {
                sentence.tell(Meaning::Event(kind, Mode::Weak), from, to);
            }
        }
    }

    /// Puts the times that are told by others among the dates of a sentence.
    pub(super) fn place_times(&self, sentence: &mut Sentence) {
        for told in relative::find(self.text, sentence) {
            let Some((date, days)) = self.counted(sentence, &told) else { continue };
            let Relative { from, to, .. } = told;
            sentence.place(Placed { date, from, to, term: false, days: Some(days) });
        }
    }

    /// The days that are told by another time, and the date that they are counted from: in the sentence, else that of
    /// the event told last, else that told last.
    fn counted(&self, sentence: &Sentence, told: &Relative) -> Option<(usize, (Date, Date))> {
        let of_date = |date: usize| {
            let mention = &self.dates[date];
            let (from, to) = (mention.from?, mention.to?);
            if dating::is_of_paper(self.text, mention, self.numbers) { None } else { Some((date, told.of(from, to)?)) }
        };
        let before = sentence.dates.iter().rev().filter(|placed| placed.to <= told.from);
        let mut inside = before.take(COUNTED).filter_map(|placed| match placed.days {
            Some((from, to)) => Some((placed.date, told.of(from, to)?)),
            None => of_date(placed.date),
        });
        if let Some(found) = inside.next() {
            return Some(found);
        }
        let start = sentence.range.start;
        let next = self.dates.partition_point(|date| date.range.start < start);
        let near = |date: &usize| start - self.dates[*date].range.end.min(start) <= COUNTED_NEAR;
        let mut told_before = (0..next).rev().take(COUNTED).take_while(near).filter_map(of_date);
        if told.unit == Unit::Day {
            return told_before.next();
        }
        // a time that heads a sentence behind the event told last is nearer
        let heads = |date: usize| {
            let begin = self.dates[date].range.start;
            begin - bounds::start(self.text, begin.saturating_sub(2 * LED), begin).min(begin) <= LED
        };
        let nearer = (0..next)
            .rev()
            .take(COUNTED)
            .take_while(|date| self.moment.is_none_or(|(_, end)| self.dates[*date].range.start >= end));
        let nearer = nearer.filter(near).filter(|date| heads(*date)).find_map(of_date);
        if nearer.is_some() {
            return nearer;
        }
        let moment = self.moment.filter(|(_, end)| start <= end + COUNTED_NEAR);
        let of_moment = moment.and_then(|(time, _)| Some((time.date, told.of(time.from?, time.to.or(time.from)?)?)));
        of_moment.or_else(|| told_before.next())
    }
}
