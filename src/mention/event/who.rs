//! An event in its sentence to the people whom it is about: the rules in order, the first that knows decides.

use std::ops::Range;
use std::sync::LazyLock;

use super::kind::EventKind;
use super::phrases::{Cue, Meaning, Mode};
use super::sentence::{Sentence, Span};
use crate::mention::lists::{BEFORE_VERB, FUNERALS, NOT_BEFORE_COMRADE, NOT_BEHIND_COMRADE, OBLIQUE, OF_ME, TITLES};
use crate::mention::person::{PersonMention, Subjects, pronouns};
use crate::mention::rule::{Rule, first, rules};
use crate::text::{self, Word};

/// Whom an event is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct About {
    /// Those who are named in its sentence, by their indices.
    pub named: Vec<usize>,
    /// Who is named elsewhere, by the index.
    pub elsewhere: Option<usize>,
}

/// The people of a text.
#[derive(Clone, Copy)]
pub(super) struct Cast<'a> {
    pub people: &'a [PersonMention],
    pub subjects: &'a Subjects,
}

/// How far behind a verb those stand to whom it happens, in words.
const OBJECT: usize = 7;

/// How far behind `bị` stands who did it, in words.
const AGENT: usize = 7;

/// How many words stand before the subject behind a comma, or a time at the head of a sentence.
const HEAD: usize = 8;

/// How many words stand between a time and a verb whose subject is left out.
const LEFT_OUT: usize = 3;

/// No more people stand side by side.
const ROW: usize = 24;

struct Keys {
    pronouns: Vec<u64>,
    oblique: Vec<u64>,
    /// Words before who did it: `bị`, `được`, `do`.
    passive: Vec<u64>,
    and: Vec<u64>,
    /// Words right before a name.
    titles: Vec<u64>,
    /// Words that may stand before a verb whose subject is left out.
    lead: Vec<u64>,
    /// The last words of a funeral.
    funeral: Vec<u64>,
    /// `đồng chí`, which means a person by itself, and words before it and behind it that make it none.
    comrade: [[u64; 2]; 2],
    not_before_comrade: Vec<u64>,
    not_behind_comrade: Vec<u64>,
    /// The first word of coming into an office behind somebody: `kế nhiệm`.
    follows: Vec<u64>,
    of: u64,
    becomes: u64,
    /// Who tells the text, and words before that make it somebody else: `má tôi`.
    me: u64,
    of_me: Vec<u64>,
}

static KEYS: LazyLock<Keys> = LazyLock::new(|| {
    let keys = |words: &[&str]| words.iter().map(|word| text::key(word)).collect();
    Keys {
        titles: keys(TITLES),
        pronouns: pronouns().map(|(word, _)| text::key(word)).collect(),
        oblique: keys(OBLIQUE),
        passive: keys(&["bị", "được", "do", "bởi"]),
        and: keys(&["và", "cùng", "với", "hay"]),
        lead: keys(BEFORE_VERB),
        follows: keys(&["kế", "nối"]),
        funeral: keys(FUNERALS),
        comrade: [["đồng", "chí"], ["đ", "c"]].map(|pair| pair.map(text::key)),
        not_before_comrade: keys(NOT_BEFORE_COMRADE),
        not_behind_comrade: keys(NOT_BEHIND_COMRADE),
        of: text::key("của"),
        becomes: text::key("thành"),
        me: text::key("tôi"),
        of_me: keys(OF_ME),
    }
});

/// A phrase whose event is about somebody.
pub(super) struct Asked<'a> {
    cast: &'a Cast<'a>,
    sentence: &'a Sentence,
    span: &'a Span,
    kind: EventKind,
}

type Names = fn(&Asked<'_>) -> Option<About>;

/// Whom an event is about that happens to nobody in particular: a gathering, a founding.
pub(super) const GENERAL: &[Rule<Names>] = rules![happens_there_to_others, whose_funeral, all_in_the_sentence];

/// Whom an event is about that happens to somebody.
pub(super) const OF_SOMEBODY: &[Rule<Names>] = rules![
    comes_after_somebody,
    object_of_the_verb,
    subject_before,
    object_behind,
    subject_later,
    subject_left_out,
    oblique_before,
    elected_to_a_body,
    whose_life,
    nobody,
];

/// `Tại Đại hội, ông được bầu …`: the congress is about what happened there.
fn happens_there_to_others(asked: &Asked<'_>) -> Option<About> {
    let other = |other: &Span| match other.says {
        Meaning::Event(kind, mode) if kind.is_of_somebody() && mode != Mode::Noun => {
            asked.cast.before(asked.sentence, other, false).is_some()
        }
        _ => false,
    };
    (asked.kind == EventKind::Congress && asked.sentence.spans.iter().any(other)).then(About::default)
}

/// `Lễ tang cử hành ngày …` in the text of a life, where nobody is named.
fn whose_funeral(asked: &Asked<'_>) -> Option<About> {
    let funeral = asked.kind == EventKind::Ceremony && KEYS.funeral.contains(&asked.last_key());
    let nobody = || asked.cast.all(asked.sentence, asked.span) == About::default();
    if funeral && nobody() { asked.cast.told(asked.sentence) } else { None }
}

/// `ông A và bà B dự hội nghị`: all whom the sentence names, and whom a pronoun in it means.
fn all_in_the_sentence(asked: &Asked<'_>) -> Option<About> {
    Some(asked.cast.all(asked.sentence, asked.span))
}

/// `được B kế nhiệm`: B comes into the office.
fn comes_after_somebody(asked: &Asked<'_>) -> Option<About> {
    let first = asked.sentence.words[asked.span.from].key;
    let follows = asked.kind == EventKind::Appointment && KEYS.follows.contains(&first);
    let agent = if follows { asked.cast.agent(asked.sentence, asked.span)? } else { return None };
    Some(About { named: vec![agent], elsewhere: None })
}

/// `Huyện ủy cử đồng chí A`, `thả cô`: the verb with the word before a name or a pronoun.
fn object_of_the_verb(asked: &Asked<'_>) -> Option<About> {
    let last = asked.span.to - 1;
    let object = asked.span.to - asked.span.from > 1 && KEYS.titles.contains(&asked.last_key());
    if !object || !matches!(asked.kind, EventKind::Appointment | EventKind::Trial) {
        return None;
    }
    let named = asked.cast.behind(asked.sentence, asked.span);
    let meant = || asked.cast.meant(asked.sentence, last).map(|person| asked.cast.one(asked.sentence, person));
    named.or_else(|| if asked.cast.is_pronoun(asked.sentence, last) { meant() } else { None })
}

/// `ông A và bà B kết hôn`: who is named or meant before the verb; not before `cái chết của …`.
fn subject_before(asked: &Asked<'_>) -> Option<About> {
    if asked.ends_in_of() { None } else { asked.cast.before(asked.sentence, asked.span, false) }
}

/// `bổ nhiệm ông A`
fn object_behind(asked: &Asked<'_>) -> Option<About> {
    asked.cast.behind(asked.sentence, asked.span)
}

/// `Sau khi về nước năm 1953, ông A …`
fn subject_later(asked: &Asked<'_>) -> Option<About> {
    asked.cast.later(asked.sentence, asked.span)
}

/// `Năm 1930, vào Đảng.`
fn subject_left_out(asked: &Asked<'_>) -> Option<About> {
    asked.cast.omitted(asked.sentence, asked.span)
}

/// `anh của ông A hy sinh`: who only stands behind `của` and the like, for want of another.
fn oblique_before(asked: &Asked<'_>) -> Option<About> {
    asked.cast.before(asked.sentence, asked.span, true)
}

/// `bầu Ban Chấp hành; ông A làm Bí thư, bà B làm Phó Bí thư`
fn elected_to_a_body(asked: &Asked<'_>) -> Option<About> {
    asked.cast.elected(asked.sentence, asked.span, asked.kind)
}

/// The person whose life the text tells: `Nghỉ hưu năm 1990.`
fn whose_life(asked: &Asked<'_>) -> Option<About> {
    asked.cast.told(asked.sentence)
}

/// `Năm 1930 có 5 người vào Đảng.`
fn nobody(_: &Asked<'_>) -> Option<About> {
    Some(About::default())
}

impl Asked<'_> {
    fn last_key(&self) -> u64 {
        self.span.to.checked_sub(1).map_or(0, |last| self.sentence.words[last].key)
    }

    /// Whether the phrase ends in `của`: `cái chết của …`.
    fn ends_in_of(&self) -> bool {
        self.last_key() == KEYS.of
    }

    /// Whether it happens to somebody; what kills many does not.
    fn is_of_somebody(&self) -> bool {
        let weak = matches!(self.span.says, Meaning::Event(_, Mode::Weak));
        let killed = self.kind == EventKind::Death && weak && !self.ends_in_of();
        self.kind.is_of_somebody() && !killed
    }
}

impl About {
    /// Adds people whom it does not name yet.
    fn add(&mut self, others: impl IntoIterator<Item = usize>) {
        for other in others {
            if !self.named.contains(&other) {
                self.named.push(other);
            }
        }
        self.named.sort_unstable();
    }
}

impl Cast<'_> {
    /// Whom the event at a phrase is about, and the rule that says so.
    pub(super) fn about(&self, sentence: &Sentence, span: &Span, kind: EventKind) -> (About, &'static str) {
        let asked = Asked { cast: self, sentence, span, kind };
        let of_somebody = asked.is_of_somebody();
        let rules = if of_somebody { OF_SOMEBODY } else { GENERAL };
        let (mut about, rule) = first(rules, |names| names(&asked)).unwrap_or_default();
        if of_somebody && rule != "comes_after_somebody" {
            // whom somebody marries, and who did it
            let married = if kind == EventKind::Marriage { self.behind(sentence, span) } else { None };
            if let Some(married) = married {
                about.add(married.named);
            }
            about.add(self.agent(sentence, span));
        }
        (about, rule)
    }

    /// Whether a phrase has a subject that is a person, by name or pronoun, or left out in what tells of somebody.
    pub(super) fn has_somebody(&self, sentence: &Sentence, span: &Span) -> bool {
        self.before(sentence, span, false).is_some()
            || self.later(sentence, span).is_some()
            || self.omitted(sentence, span).is_some()
    }

    /// All whom a sentence names, and whom a pronoun in it means.
    fn all(&self, sentence: &Sentence, span: &Span) -> About {
        let named = self.within(sentence);
        let clause = sentence.parts[span.from].clause;
        let mut here = (0..sentence.words.len()).filter(|&at| sentence.parts[at].clause == clause);
        let pronoun = here.find(|&at| self.is_pronoun(sentence, at));
        let elsewhere = pronoun.and_then(|at| self.meant(sentence, at));
        let elsewhere = elsewhere.filter(|&person| named.iter().all(|&n| !self.subjects.is_same(n, person)));
        About { named, elsewhere }
    }

    /// Those whom a sentence names.
    fn within(&self, sentence: &Sentence) -> Vec<usize> {
        self.named_in(&sentence.range)
    }

    /// Those whom a stretch of the text names.
    pub(super) fn named_in(&self, range: &Range<usize>) -> Vec<usize> {
        let first = self.people.partition_point(|person| person.range.start < range.start);
        let here = self.people[first..].iter().take_while(|person| person.range.start < range.end).count();
        (first..first + here).collect()
    }

    /// The subject before a verb: who is named there last, with those beside, or whom a pronoun means; also who only
    /// stands behind `của` and the like, if wanted.
    fn before(&self, sentence: &Sentence, span: &Span, oblique: bool) -> Option<About> {
        let clause = sentence.parts[span.from].clause;
        let mut at = span.from;
        while at > 0 {
            at -= 1;
            if sentence.parts[at].clause != clause {
                return None;
            }
            let next = at + 1 == span.from;
            if self.is_pronoun(sentence, at) && (oblique || next || !self.is_oblique(sentence, at)) {
                // who it is may not be known
                let person = self.meant(sentence, at);
                return Some(person.map_or_else(About::default, |person| self.one(sentence, person)));
            }
            let Some(person) = self.person_at(sentence, at) else { continue };
            // `với A lên làm Chủ tịch`
            let with = at + 1 == span.from;
            while at > 0 && sentence.words[at - 1].start >= self.people[person].range.start {
                at -= 1;
            }
            let led = with && at.checked_sub(1).is_some_and(|before| KEYS.and.contains(&sentence.words[before].key));
            // `A, B (mất năm 1929)`
            if self.opens(sentence, person, span) {
                return Some(About { named: vec![person], elsewhere: None });
            }
            if oblique || led || !self.is_oblique(sentence, at) {
                return Some(About { named: self.with_those_before(sentence, person), elsewhere: None });
            }
        }
        None
    }

    /// The subject behind the part of a sentence that `sau khi` heads: `Sau khi về nước năm 1953, ông A …`.
    fn later(&self, sentence: &Sentence, span: &Span) -> Option<About> {
        let first = sentence.spans.first().filter(|first| first.from <= 1 && first.to <= span.from)?;
        if !matches!(first.says, Meaning::Cue(Cue::While | Cue::Called)) {
            return None;
        }
        let segment = sentence.parts[span.from].segment;
        let next = (span.to..sentence.words.len()).find(|&at| sentence.parts[at].segment != segment)?;
        (next..sentence.words.len()).take(HEAD).find_map(|at| {
            let named = self.person_at(sentence, at).map(|n| About { named: vec![n], elsewhere: None });
            let meant = || self.meant(sentence, at).map(|person| self.one(sentence, person));
            named.or_else(|| if self.is_pronoun(sentence, at) { meant() } else { None })
        })
    }

    /// Whom a text is about, where nothing but a time stands before a verb: `Năm 1930, vào Đảng.`
    fn omitted(&self, sentence: &Sentence, span: &Span) -> Option<About> {
        let head = sentence.dates.iter().filter(|placed| placed.to <= span.from).map(|placed| placed.to).max()?;
        let bare = |word: &Word| word.key == 0 || KEYS.lead.contains(&word.key);
        let behind = &sentence.words[head..span.from];
        // `ngày 4/4/1947 trở thành ngày hội`: the day itself does
        let itself = sentence.words[span.to - 1].key == KEYS.becomes;
        if itself || head > HEAD || behind.len() > LEFT_OUT || !sentence.words[..head].iter().chain(behind).all(bare) {
            return None;
        }
        self.subjects.at(sentence.range.start).map(|person| self.one(sentence, person))
    }

    /// Whether a phrase stands in the brackets right behind a name.
    fn opens(&self, sentence: &Sentence, person: usize, span: &Span) -> bool {
        let from = sentence.words.partition_point(|word| word.start < self.people[person].range.end);
        let (Some(last), Some(first)) = (from.checked_sub(1), sentence.parts.get(from)) else { return false };
        first.depth > sentence.parts[last].depth && sentence.parts[span.from].depth >= first.depth
    }

    /// Those right behind a verb: `bổ nhiệm ông A`, `bắt giữ A và B`.
    fn behind(&self, sentence: &Sentence, span: &Span) -> Option<About> {
        let last = sentence.parts[span.to - 1].segment;
        let person = (span.to..sentence.words.len())
            .take(OBJECT)
            .take_while(|&at| sentence.parts[at].segment == last)
            .find_map(|at| self.person_at(sentence, at))?;
        let mut named = vec![person];
        while named.len() < ROW && self.follows(sentence, person + named.len()) {
            named.push(person + named.len());
        }
        Some(About { named, elsewhere: None })
    }

    /// The person whose life the text tells, where the sentence is about nobody else.
    fn told(&self, sentence: &Sentence) -> Option<About> {
        let life = self.subjects.life()?;
        let about = self.subjects.at(sentence.range.start);
        let row = sentence.parts.last().is_some_and(|part| part.row);
        (row || about.is_some_and(|about| self.subjects.is_same(life, about))).then(|| self.one(sentence, life))
    }

    /// Those whom the clauses behind name, where a gathering elects a body: `bầu Ban Chấp hành …; ông A làm Bí thư`.
    fn elected(&self, sentence: &Sentence, span: &Span, kind: EventKind) -> Option<About> {
        let clause = sentence.parts[span.from].clause;
        let next = sentence.parts.partition_point(|part| part.clause <= clause);
        let start = sentence.words.get(next).filter(|_| kind == EventKind::Election)?.start;
        let named = self.named_in(&(start..sentence.range.end));
        (!named.is_empty()).then_some(About { named, elsewhere: None })
    }

    /// Whether a person is named or meant right before a phrase, or left out there: `ông đã sang`, `Năm 1911, sang`.
    pub(super) fn is_right_before(&self, sentence: &Sentence, span: &Span) -> bool {
        let light = |at: &usize| KEYS.lead.contains(&sentence.words[*at].key);
        let at = span.from - (0..span.from).rev().take(LEFT_OUT).take_while(light).count();
        let Some(before) = at.checked_sub(1) else { return self.omitted(sentence, span).is_some() };
        // `được bổ nhiệm làm thầy của A về Lịch sử`
        let segment = sentence.parts[span.from].segment;
        let verb = |other: &Span| {
            other.to <= at && matches!(other.says, Meaning::Event(..)) && sentence.parts[other.from].segment == segment
        };
        if sentence.spans.iter().any(verb) {
            return false;
        }
        self.is_pronoun(sentence, before)
            || self.person_at(sentence, before).is_some()
            || self.omitted(sentence, span).is_some()
    }

    /// Who did it: `bị A bắt`.
    fn agent(&self, sentence: &Sentence, span: &Span) -> Option<usize> {
        let first = span.from.saturating_sub(AGENT);
        let passive = (first..span.to).rev().find(|&at| KEYS.passive.contains(&sentence.words[at].key))?;
        (passive + 1..(passive + AGENT).min(sentence.words.len())).find_map(|at| self.person_at(sentence, at))
    }

    /// A person as one of the sentence where it names them, else by the index alone.
    fn one(&self, sentence: &Sentence, person: usize) -> About {
        match self.within(sentence).into_iter().find(|&n| self.subjects.is_same(n, person)) {
            Some(named) => About { named: vec![named], elsewhere: None },
            None => About { named: Vec::new(), elsewhere: Some(person) },
        }
    }

    /// Whether a phrase is a part of a name: `Lê Chiến Thắng`.
    pub(super) fn is_name(&self, sentence: &Sentence, span: &Span) -> bool {
        self.person_at(sentence, span.from).is_some()
    }

    /// The person to whose name a word belongs.
    fn person_at(&self, sentence: &Sentence, at: usize) -> Option<usize> {
        let word = &sentence.words[at];
        let next = self.people.partition_point(|person| person.range.end <= word.start);
        self.people.get(next).filter(|person| person.range.start <= word.start).map(|_| next)
    }

    /// Whom a pronoun means.
    fn meant(&self, sentence: &Sentence, at: usize) -> Option<usize> {
        let word = &sentence.words[at];
        if word.key == KEYS.me { self.subjects.narrator() } else { self.subjects.at(word.start) }
    }

    fn is_pronoun(&self, sentence: &Sentence, at: usize) -> bool {
        let named = || at + 1 < sentence.words.len() && self.person_at(sentence, at + 1).is_some();
        let key = |at: Option<usize>| at.and_then(|at| sentence.words.get(at)).map_or(0, |word| word.key);
        if KEYS.comrade.contains(&[key(at.checked_sub(1)), key(Some(at))]) {
            // `9 đồng chí`, `các đồng chí`, `đồng chí Bí thư`
            let before = at.checked_sub(2);
            let counted = before.is_some_and(|before| {
                let dated = sentence.dates.iter().any(|placed| (placed.from..placed.to).contains(&before));
                let number = sentence.words[before].key == 0 && !dated;
                sentence.parts[before].segment == sentence.parts[at].segment
                    && (number || KEYS.not_before_comrade.contains(&key(Some(before))))
            });
            let behind = sentence.words.get(at + 1);
            let other = behind.is_some_and(|word| word.capital || KEYS.not_behind_comrade.contains(&word.key));
            return !counted && !other && !named();
        }
        // `má tôi mất`: somebody else
        let mine = || KEYS.of_me.contains(&key(at.checked_sub(1)));
        let me = key(Some(at)) == KEYS.me && self.subjects.narrator().is_some() && !mine();
        (me || KEYS.pronouns.contains(&sentence.words[at].key)) && self.person_at(sentence, at).is_none() && !named()
    }

    /// Whether the word before makes a name or pronoun no subject: `của`, `do`, `được`.
    fn is_oblique(&self, sentence: &Sentence, at: usize) -> bool {
        // `của ông A`, `do đồng chí A`
        let titles = sentence.words[..at].iter().rev().take(2).take_while(|word| KEYS.titles.contains(&word.key));
        let at = at - titles.count();
        let same = |before: &usize| sentence.parts[*before].segment == sentence.parts[at].segment;
        at.checked_sub(1).filter(same).is_some_and(|before| KEYS.oblique.contains(&sentence.words[before].key))
    }

    fn with_those_before(&self, sentence: &Sentence, person: usize) -> Vec<usize> {
        let mut first = person;
        while first > 0 && person - first < ROW && self.follows(sentence, first) {
            first -= 1;
        }
        (first..=person).collect()
    }

    /// Whether a person is named right behind the one before, in a row: `A, B và C`.
    fn follows(&self, sentence: &Sentence, n: usize) -> bool {
        let (Some(before), Some(person)) = (n.checked_sub(1).and_then(|n| self.people.get(n)), self.people.get(n))
        else {
            return false;
        };
        if before.range.end < sentence.range.start || person.range.start >= sentence.range.end {
            return false;
        }
        let from = sentence.words.partition_point(|word| word.end <= before.range.end);
        let to = sentence.words.partition_point(|word| word.start < person.range.start);
        let between = &sentence.words[from.min(to)..to];
        let parted = to > 0 && from > 0 && sentence.parts[to].segment != sentence.parts[from - 1].segment;
        let and = between.iter().any(|word| KEYS.and.contains(&word.key));
        between.len() <= 3 && (parted && between.len() <= 2 || and)
    }
}
