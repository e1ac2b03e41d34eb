//! The time of an event that the text before its sentence has told: rules in order, the first that speaks decides.

use super::kind::EventKind;
use super::phrases::{Cue, Meaning, Mode};
use super::sentence::{Sentence, Span};
use super::telling::{NEAR, Teller, Time};
use super::told::{has_tenure, is_held};
use super::weighing::Case;
use super::{bounds, dating};
use crate::mention::date::{DateMention, Grain};
use crate::mention::rule::{Rule, first, rules};
use crate::text;

/// How far a heading holds.
const SECTION: usize = 12_000;

/// How far behind a date a sentence may go on with it.
const PARAGRAPH: usize = 600;

/// How many dates before a sentence are asked for the term that it speaks of.
const NAMED: usize = 16;

/// The time that an event takes from before; a rule that speaks may find none.
type Lends = fn(&Case<'_>) -> Option<Option<Time>>;

pub(super) const RULES: &[Rule<Lends>] = rules![term_named_last, gathering_told_last, line_told_last, heading];

/// `Trong nhiệm kỳ, …`: the term that was named last.
fn term_named_last(case: &Case<'_>) -> Option<Option<Time>> {
    has_tenure(case.sentence).then(|| case.teller.term(case.sentence))
}

/// `Đại hội đã bầu …`, and elections told behind a congress: the time of the gathering.
fn gathering_told_last(case: &Case<'_>) -> Option<Option<Time>> {
    let (text, start) = (case.teller.text, case.sentence.range.start);
    let last = case.teller.last.filter(|last| start <= last.end + NEAR)?;
    let (kind, mode) = case.as_told()?;
    let at_it = matches!(kind, EventKind::Election | EventKind::Appointment) && mode == Mode::Verb;
    let elects = match last.kind {
        EventKind::Congress => true,
        EventKind::Conference => kind == EventKind::Election,
        _ => false,
    };
    let paragraph = || !text[last.end.min(start)..start].contains("\n\n");
    (case.bare.is_some() || at_it && elects && paragraph()).then_some(last.time)
}

/// `Cùng ngày, …`: the date of the line told last.
fn line_told_last(case: &Case<'_>) -> Option<Option<Time>> {
    let first = case.sentence.spans.first();
    let same = matches!(first, Some(Span { says: Meaning::Cue(Cue::Same), from: 0, .. }));
    same.then(|| case.teller.said(case.sentence))
}

/// A heading that is a date, for campaigns and for what is told as past: `Năm 1950` above `Xã đã lập …`.
fn heading(case: &Case<'_>) -> Option<Option<Time>> {
    let (kind, mode) = case.as_told()?;
    let told = || mode == Mode::Verb && kind != EventKind::Election && case.is_told_as_past(kind, mode);
    let holds = kind == EventKind::Campaign || told();
    (holds && !case.teller.rules).then(|| case.teller.heading(case.sentence))
}

impl Case<'_> {
    /// The time that the text before has said, and the rule that tells it.
    pub(super) fn inherited(&self) -> Option<(Option<Time>, &'static str)> {
        // `lãnh thổ đã mất`: without a date beside it, it tells of somebody or nothing
        if self.mode == Mode::Beside && !self.has_somebody() {
            return None;
        }
        first(RULES, |lends| lends(self)).filter(|(time, _)| time.is_some())
    }

    /// What the phrase tells by its words alone.
    fn as_told(&self) -> Option<(EventKind, Mode)> {
        match self.span().says {
            Meaning::Event(kind, mode) => Some((kind, mode)),
            _ => None,
        }
    }

    /// Whether an event without a date is told as past.
    pub(super) fn is_past(&self) -> bool {
        self.is_told_as_past(self.kind, self.mode)
    }

    fn is_told_as_past(&self, kind: EventKind, mode: Mode) -> bool {
        let sentence = self.sentence;
        if self.teller.rules || !sentence.dates.is_empty() {
            return false;
        }
        let told = mode == Mode::Verb || kind.gathers() && is_held(sentence, self.at);
        told && (self.key(self.span().from) == text::key("đã") || self.has_past_before())
    }

    /// Whether `đã` or the like stands shortly before in the same part of the sentence.
    fn has_past_before(&self) -> bool {
        let (sentence, span) = (self.sentence, self.span());
        let near = |other: &Span| {
            span.from - other.to <= 3 && sentence.parts[other.from].segment == sentence.parts[span.from].segment
        };
        let mut before = sentence.spans[..self.at].iter().rev().take(3);
        before.any(|other| other.says == Meaning::Cue(Cue::Past) && near(other))
    }
}

impl Teller<'_> {
    /// The date of the line told last before a sentence that goes on with it.
    fn said(&self, sentence: &Sentence) -> Option<Time> {
        let date = self.dates.partition_point(|date| date.range.start < sentence.range.start).checked_sub(1)?;
        let mention = &self.dates[date];
        let between = self.text.get(mention.range.end..sentence.range.start)?;
        let plain = bounds::len(between) <= PARAGRAPH && !between.contains('\n');
        let paper = dating::is_of_paper(self.text, mention, self.numbers);
        (plain && !paper && mention.from.is_some()).then(|| Time::of(date, mention))
    }

    /// The term named last before a sentence.
    fn term(&self, sentence: &Sentence) -> Option<Time> {
        let next = self.dates.partition_point(|date| date.range.start < sentence.range.start);
        let years = |date: &DateMention| match (date.from, date.to) {
            (Some(from), Some(to)) if date.grain == Grain::Period => to.year() - from.year(),
            _ => 0,
        };
        let date = (0..next).rev().take(NAMED).find(|&at| (3..=6).contains(&years(&self.dates[at])))?;
        Some(Time::of(date, &self.dates[date]))
    }

    /// The heading that is a date last before a sentence.
    fn heading(&self, sentence: &Sentence) -> Option<Time> {
        let start = sentence.range.start;
        let next = self.headings.partition_point(|&at| self.dates[at].range.start < start);
        let date = next.checked_sub(1).map(|at| self.headings[at])?;
        let mention = &self.dates[date];
        (start - mention.range.start < SECTION).then(|| Time::of(date, mention))
    }
}
