//! The words around an event to whether it happened: not duties, conditions, negations, mere names.

use super::kind::EventKind;
use super::phrases::{Cue, Meaning, Mode};
use super::sentence::{Placed, Sentence, Span};
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

/// Whether the words around do not make it a duty, a condition, a negation, or a mere name; `own` is its date.
pub(super) fn is_told(sentence: &Sentence, at: usize, beside: bool, own: Option<Placed>) -> bool {
    let span = &sentence.spans[at];
    let noun = matches!(span.says, Meaning::Event(_, Mode::Noun));
    let segment = sentence.parts[span.from].segment;
    let dated = own.is_some_and(|own| is_right_behind(sentence, span, &own));
    let itself = sentence.words[span.from].key == text::key("đã");
    let mut past = itself;
    for other in sentence.spans[..at].iter().rev().take(8) {
        if sentence.parts[other.from].segment != segment {
            break;
        }
        let distance = span.from - other.to;
        match other.says {
            Meaning::Cue(Cue::Past) => past = true,
            // `chương trình giám sát`
            Meaning::Event(EventKind::Campaign, Mode::Noun) if !noun && distance == 0 => return false,
            Meaning::Cue(Cue::Not) if distance <= 4 => return false,
            Meaning::Cue(Cue::If) if distance <= 12 => return false,
            Meaning::Cue(Cue::While) if distance <= 12 && !dated && !is_time_before(sentence, other) => return false,
            Meaning::Cue(Cue::Called) if !dated && !beside && !itself && (distance == 0 || noun && distance <= 2) => {
                return false;
            }
            Meaning::Cue(Cue::May) if distance <= 6 && !past && !beside => return false,
            // `nghị quyết có hiệu lực từ …`
            Meaning::Cue(Cue::Refer) if matches!(span.says, Meaning::Event(EventKind::EntryIntoForce, _)) => {}
            Meaning::Cue(Cue::Refer) if !beside && !itself && (distance == 0 || noun && distance <= 2) => return false,
            _ => {}
        }
    }
    true
}

/// Whether a date stands in the part of the sentence where the words of an event end: `sau khi quay lại năm 1953`.
fn is_right_behind(sentence: &Sentence, span: &Span, own: &Placed) -> bool {
    let part = sentence.parts.get(own.from.min(sentence.parts.len().saturating_sub(1)));
    own.from >= span.to && part.is_some_and(|part| part.segment == sentence.parts[span.to - 1].segment)
}

/// Whether a time stands right before a phrase: `năm 1975, khi …`.
fn is_time_before(sentence: &Sentence, phrase: &Span) -> bool {
    sentence.dates.iter().any(|placed| placed.to == phrase.from)
}
