//! The words around an event to whether it happened: not duties, conditions, negations, mere names.

use super::kind::EventKind;
use super::phrases::{Cue, Meaning, Mode};
use super::sentence::{Placed, Sentence, Span};
use crate::mention::rule::{Rule, first, rules};
use crate::text;

/// Whether a gathering is said to take place: `tổ chức Đại hội …`, `Đại hội … được khai mạc`.
pub(super) fn is_held(sentence: &Sentence, at: usize) -> bool {
    let span = &sentence.spans[at];
    let holds = |other: &Span| matches!(other.says, Meaning::Cue(Cue::Hold | Cue::Opens));
    let before = at.checked_sub(1).map(|last| &sentence.spans[last]).filter(|other| span.from - other.to <= 2);
    let segment = sentence.parts[span.from].segment;
    let mut behind =
        sentence.spans[at + 1..].iter().take(8).take_while(|other| sentence.parts[other.from].segment == segment);
    before.is_some_and(holds) || behind.any(holds)
}

/// Whether a cue stands in the sentence.
pub(super) fn says(sentence: &Sentence, cue: Cue) -> bool {
    sentence.spans.iter().any(|span| span.says == Meaning::Cue(cue))
}

/// Whether the sentence speaks of the term that was named last.
pub(super) fn has_tenure(sentence: &Sentence) -> bool {
    says(sentence, Cue::Tenure)
}

/// Whether a gathering is the subject of the sentence.
pub(super) fn begins_with_gathering(sentence: &Sentence) -> bool {
    matches!(sentence.spans.first(), Some(Span { says: Meaning::Event(kind, Mode::Noun), from: 0 | 1, .. }) if kind.gathers())
}

/// Whether a campaign has a name, in quotation marks, or is told as begun.
pub(super) fn is_named(sentence: &Sentence, span: &Span, mode: Mode) -> bool {
    mode == Mode::Verb || sentence.parts[span.to..].iter().take(4).any(|part| part.quoted)
}

/// A phrase that may tell an event, and one before it in its part of the sentence.
pub(super) struct Before<'a> {
    sentence: &'a Sentence,
    span: &'a Span,
    other: &'a Span,
    /// Whether the phrase has its own time behind it.
    beside: bool,
    /// The date of the event in the sentence.
    own: Option<Placed>,
    /// Whether `đã` or the like stands between, or opens the phrase.
    past: bool,
}

/// Rules that speak where the words before make an event a duty, a condition, a negation, or a mere name.
type Refuses = fn(&Before<'_>) -> bool;

pub(super) const RULES: &[Rule<Refuses>] = rules![
    work_of_a_campaign,
    negated,
    conditional,
    while_something_else,
    called_and_undated,
    duty_or_aim,
    referred_to,
];

/// `chương trình giám sát`
fn work_of_a_campaign(before: &Before<'_>) -> bool {
    let campaign = before.other.says == Meaning::Event(EventKind::Campaign, Mode::Noun);
    campaign && !before.is_noun() && before.distance() == 0
}

/// `chưa được thành lập`
fn negated(before: &Before<'_>) -> bool {
    before.says(Cue::Not) && before.distance() <= 4
}

/// `nếu đại hội được tổ chức`
fn conditional(before: &Before<'_>) -> bool {
    before.says(Cue::If) && before.distance() <= 12
}

/// `khi hội thành lập, …`: another thing happened then, unless it has a date of its own, or one stands before it.
fn while_something_else(before: &Before<'_>) -> bool {
    let dated = || before.is_right_before_date() || before.is_behind_time();
    before.says(Cue::While) && before.distance() <= 12 && !dated()
}

/// `kỷ niệm ngày thành lập`: named, unless its date stands behind.
fn called_and_undated(before: &Before<'_>) -> bool {
    before.says(Cue::Called) && before.is_named() && !before.is_right_before_date()
}

/// `phải tổ chức đại hội`, `chuẩn bị đại hội`
fn duty_or_aim(before: &Before<'_>) -> bool {
    before.says(Cue::May) && before.distance() <= 6 && !before.past && !before.beside
}

/// `theo nghị quyết đại hội`; but `nghị quyết có hiệu lực từ …` tells.
fn referred_to(before: &Before<'_>) -> bool {
    let force = matches!(before.span.says, Meaning::Event(EventKind::EntryIntoForce, _));
    before.says(Cue::Refer) && before.is_named() && !force
}

impl Before<'_> {
    fn says(&self, cue: Cue) -> bool {
        self.other.says == Meaning::Cue(cue)
    }

    /// How many words stand between.
    fn distance(&self) -> usize {
        self.span.from - self.other.to
    }

    fn is_noun(&self) -> bool {
        matches!(self.span.says, Meaning::Event(_, Mode::Noun))
    }

    /// Whether the phrase stands so close behind the other that it is what that names.
    fn is_named(&self) -> bool {
        let reach = if self.is_noun() { 2 } else { 0 };
        let itself = self.sentence.words[self.span.from].key == text::key("đã");
        self.distance() <= reach && !self.beside && !itself
    }

    /// Whether a date stands in the part of the sentence where the words of the event end: `sau khi quay lại năm 1953`.
    fn is_right_before_date(&self) -> bool {
        self.own.is_some_and(|own| is_right_behind(self.sentence, self.span, &own))
    }

    /// Whether a time stands right before the other phrase: `năm 1975, khi …`.
    fn is_behind_time(&self) -> bool {
        self.sentence.dates.iter().any(|placed| placed.to == self.other.from)
    }
}

/// The rule by which the words before an event say that it is not told; `own` is its date.
pub(super) fn refused(sentence: &Sentence, at: usize, beside: bool, own: Option<Placed>) -> Option<&'static str> {
    let span = &sentence.spans[at];
    let segment = sentence.parts[span.from].segment;
    let here = |other: &&Span| sentence.parts[other.from].segment == segment;
    let mut past = sentence.words[span.from].key == text::key("đã");
    for other in sentence.spans[..at].iter().rev().take(8).take_while(here) {
        past |= other.says == Meaning::Cue(Cue::Past);
        let before = Before { sentence, span, other, beside, own, past };
        if let Some((_, rule)) = first(RULES, |refuses| refuses(&before).then_some(())) {
            return Some(rule);
        }
    }
    None
}

/// Whether a date stands in the part of the sentence where the words of an event end: `sau khi quay lại năm 1953`.
fn is_right_behind(sentence: &Sentence, span: &Span, own: &Placed) -> bool {
    let part = sentence.parts.get(own.from.min(sentence.parts.len().saturating_sub(1)));
    // `Sau khi thành thất thủ (17-2-1859)`
    own.from == span.to
        || own.from > span.to && part.is_some_and(|part| part.segment == sentence.parts[span.to - 1].segment)
}
