//! What happened, by the words that tell it and those around: rules in order, the first that speaks decides.

use std::sync::LazyLock;

use super::kind::EventKind;
use super::sentence::{Sentence, Span};
use super::telling::Teller;
use crate::mention::lists::{BODIES, WORKS};
use crate::mention::rule::{Rule, first, rules};
use crate::text::{self, Word};

/// What the words of a phrase tell by themselves, and where it stands.
pub(super) struct Phrase<'a> {
    teller: &'a Teller<'a>,
    sentence: &'a Sentence,
    span: &'a Span,
    kind: EventKind,
}

/// How far behind `ra mắt` stands what begins, in words.
const OBJECT: usize = 3;

static WORK_KEYS: LazyLock<Vec<u64>> = LazyLock::new(|| text::keys(WORKS));
static BODY_KEYS: LazyLock<Vec<u64>> = LazyLock::new(|| text::keys(BODIES));

type Tells = fn(&Phrase<'_>) -> Option<EventKind>;

pub(super) const RULES: &[Rule<Tells>] = rules![gives_up, begins_its_work, as_the_words_say];

/// An army that gives up ends a war, somebody who does flees from one: `ông đầu hàng`.
fn gives_up(phrase: &Phrase<'_>) -> Option<EventKind> {
    let gives_up = phrase.kind == EventKind::War && phrase.key(phrase.span.from) == text::key("đầu");
    (gives_up && phrase.teller.cast.has_somebody(phrase.sentence, phrase.span)).then_some(EventKind::Other)
}

/// A book or a product comes out, a body begins: `câu lạc bộ ra mắt`.
fn begins_its_work(phrase: &Phrase<'_>) -> Option<EventKind> {
    let comes_out = phrase.kind == EventKind::Publication && phrase.key(phrase.span.to - 1) == text::key("mắt");
    let is_work = |word: &Word| WORK_KEYS.contains(&word.key);
    (comes_out && !phrase.sentence.words.iter().any(is_work) && phrase.is_of_body()).then_some(EventKind::Founding)
}

/// Anything else is what its words say.
fn as_the_words_say(phrase: &Phrase<'_>) -> Option<EventKind> {
    Some(phrase.kind)
}

impl Phrase<'_> {
    /// Whether the word of a body stands before in the part of the sentence, or right behind: `ra mắt câu lạc bộ`.
    fn is_of_body(&self) -> bool {
        let Phrase { sentence, span, .. } = self;
        let segment = sentence.parts[span.from].segment;
        let first = sentence.parts.partition_point(|part| part.segment < segment);
        let behind = span.to..sentence.words.len().min(span.to + OBJECT);
        (first..span.from).chain(behind).any(|at| BODY_KEYS.contains(&self.key(at)))
    }

    fn key(&self, at: usize) -> u64 {
        self.sentence.words[at].key
    }
}

impl Teller<'_> {
    /// What a phrase tells that by its words alone tells a `kind`, and the rule that says so.
    pub(super) fn kind(&self, sentence: &Sentence, span: &Span, kind: EventKind) -> (EventKind, &'static str) {
        let phrase = Phrase { teller: self, sentence, span, kind };
        first(RULES, |tells| tells(&phrase)).unwrap_or((kind, ""))
    }
}
