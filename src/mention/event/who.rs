//! An event in its sentence to the people whom it is about: the rules in order, the first that knows decides.

mod naming;
mod words;

use self::words::KEYS;
use super::kind::EventKind;
use super::phrases::{Cue, Meaning, Mode};
use super::sentence::{Sentence, Span};
use crate::mention::person::{PersonMention, Subjects};
use crate::mention::rule::{Rule, first, rules};
use crate::text::Word;

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

/// A phrase whose event is about somebody.
pub(super) struct Asked<'a> {
    cast: &'a Cast<'a>,
    sentence: &'a Sentence,
    span: &'a Span,
    kind: EventKind,
}

type Names = fn(&Asked<'_>) -> Option<About>;

/// Whom an event is about that happens to nobody in particular: a gathering, a founding.
pub(super) const GENERAL: &[Rule<Names>] =
    rules![happens_there_to_others, whose_funeral, told_in_passing, subject_and_objects, all_in_the_sentence];

/// Whom an event is about that happens to somebody.
pub(super) const OF_SOMEBODY: &[Rule<Names>] = rules![
    comes_after_somebody,
    object_of_the_verb,
    does_it_to_somebody,
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

/// `Khi Hiến pháp được ban hành, ông A được bầu …`: those whom its own part of the sentence names.
fn told_in_passing(asked: &Asked<'_>) -> Option<About> {
    let Asked { cast, sentence, span, .. } = asked;
    let segment = sentence.parts[span.from].segment;
    let here = |other: &Span| sentence.parts[other.from].segment == segment;
    let opened = sentence.spans.iter().take_while(|other| other.to <= span.from);
    let mut opened = opened.filter(|other| matches!(other.says, Meaning::Cue(Cue::Called | Cue::While)));
    let goes_on = || sentence.parts.last().is_some_and(|last| last.segment > segment);
    (opened.any(here) && goes_on()).then(|| About { named: cast.named_beside(sentence, span), elsewhere: None })
}

/// `A thành lập đảng, song B và C từ chối`: who does it, and those whom the words behind name.
fn subject_and_objects(asked: &Asked<'_>) -> Option<About> {
    let Asked { cast, sentence, span, .. } = asked;
    if asked.kind.gathers() || matches!(span.says, Meaning::Event(_, Mode::Noun)) {
        return None;
    }
    let mut about = cast.before(sentence, span, false).filter(|about| *about != About::default())?;
    about.add(cast.named_beside(sentence, span));
    Some(about)
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

/// `Thủ tướng A bổ nhiệm Thiếu tướng B`: to whom it is done, and who did it.
fn does_it_to_somebody(asked: &Asked<'_>) -> Option<About> {
    use EventKind::{Appointment, Award, Dismissal, Election, Promotion, Trial};
    let Asked { cast, sentence, span, kind } = asked;
    let done = matches!(kind, Appointment | Award | Dismissal | Election | Promotion | Trial);
    if !done || !matches!(span.says, Meaning::Event(_, Mode::Weak)) || cast.is_suffered(sentence, span) {
        return None;
    }
    let mut about = cast.before(sentence, span, false).filter(|who| *who != About::default())?;
    about.add(cast.right_behind(sentence, span)?);
    Some(about)
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
            if kind == EventKind::Marriage {
                about.add(self.behind(sentence, span).map(|married| married.named).unwrap_or_default());
                self.marry_to_whose_box(sentence, span, &mut about);
            }
            if kind == EventKind::Joining {
                about.add(self.introducers(sentence, span));
            }
            about.add(self.agent(sentence, span));
        }
        (about, rule)
    }

    /// `| Vợ | A (cưới 1946)`: a marriage in brackets behind a name, in the box of whose life the text tells.
    fn marry_to_whose_box(&self, sentence: &Sentence, span: &Span, about: &mut About) {
        let part = &sentence.parts[span.from];
        let [spouse] = about.named[..] else { return };
        let life = self.subjects.life().filter(|&life| !self.subjects.is_same(life, spouse));
        if let Some(life) = life.filter(|_| part.row && part.depth > 0 && about.elsewhere.is_none()) {
            about.elsewhere = Some(life);
        }
    }

    /// Whether a phrase has a subject that is a person, by name or pronoun, or left out in what tells of somebody.
    pub(super) fn has_somebody(&self, sentence: &Sentence, span: &Span) -> bool {
        self.before(sentence, span, false).is_some()
            || self.later(sentence, span).is_some()
            || self.omitted(sentence, span).is_some()
    }

    /// The subject before a verb: who is named there last, with those beside, or whom a pronoun means; also who only
    /// stands behind `của` and the like, if wanted.
    fn before(&self, sentence: &Sentence, span: &Span, oblique: bool) -> Option<About> {
        let clause = sentence.parts[span.from].clause;
        let mut at = span.from;
        // who stands behind `cùng`, and the word before it
        let mut beside: Option<(usize, usize)> = None;
        while at > 0 {
            at -= 1;
            if sentence.parts[at].clause != clause {
                return None;
            }
            let next = at + 1 == span.from;
            if self.is_pronoun(sentence, at) && (oblique || next || !self.is_oblique(sentence, at)) {
                // who it is may not be known, as whose kin somebody is
                let person = self.meant(sentence, at).filter(|_| !self.is_kin_of(sentence, at));
                let mut about = person.map_or_else(About::default, |person| self.one(sentence, person));
                if let Some((_, companion)) = beside.filter(|(before, _)| *before == at && person.is_some()) {
                    about.add(self.row(sentence, companion));
                }
                return Some(about);
            }
            let Some(person) = self.person_at(sentence, at) else { continue };
            // `với A lên làm Chủ tịch`
            let with = at + 1 == span.from;
            while at > 0 && sentence.words[at - 1].start >= self.people[person].range.start {
                at -= 1;
            }
            let joined = self.joined(sentence, person);
            let beside_subject =
                joined.is_some_and(|at| self.is_pronoun(sentence, at) || self.person_at(sentence, at).is_some());
            let led = with
                && !beside_subject
                && at.checked_sub(1).is_some_and(|before| KEYS.and.contains(&sentence.words[before].key));
            // `A, B (mất năm 1929)`
            if self.opens(sentence, person, span) {
                return Some(About { named: vec![person], elsewhere: None });
            }
            if self.subjects.is_kin(person) {
                continue;
            }
            if oblique
                || led
                || (!self.subjects.is_led(person) || with && self.is_doer(sentence, person))
                    && !self.is_oblique(sentence, at)
            {
                let mut about = About { named: self.with_those_before(sentence, person), elsewhere: None };
                let last = sentence.words.partition_point(|word| word.start < self.people[person].range.end);
                if let Some((_, companion)) = beside.filter(|(before, _)| before + 1 == last) {
                    about.add(self.row(sentence, companion));
                }
                // `ông và bà B`
                let joined = joined.filter(|&at| self.is_pronoun(sentence, at));
                about.elsewhere = joined.and_then(|at| self.meant(sentence, at));
                return Some(about);
            }
            beside = joined.map(|before| (before, person));
        }
        None
    }

    /// Those who brought somebody in: `do ông A và bà B giới thiệu`.
    fn introducers(&self, sentence: &Sentence, span: &Span) -> Vec<usize> {
        let key = |at: usize| sentence.words.get(at).map_or(0, |word| word.key);
        let clause = sentence.parts[span.from].clause;
        let here = span.to..sentence.parts.partition_point(|part| part.clause <= clause);
        let said = here.clone().find(|&at| [key(at), key(at + 1)] == KEYS.introduced);
        let by = said.and_then(|said| (span.to..said).rev().find(|&at| key(at) == KEYS.by));
        let range = said.zip(by).map(|(said, by)| sentence.words[by].end..sentence.words[said].start);
        range.map(|range| self.named_in(&range)).unwrap_or_default()
    }

    /// The subject behind the part of a sentence that `sau khi` heads: `Sau khi về nước năm 1953, ông A …`.
    fn later(&self, sentence: &Sentence, span: &Span) -> Option<About> {
        let segment = sentence.parts[span.from].segment;
        let next = (span.to..sentence.words.len()).find(|&at| sentence.parts[at].segment != segment)?;
        if span.from == 0 {
            // `Tốt nghiệp năm 1925, ông về quê`
            let next = self.over_titled(sentence, next);
            let named = self.person_at(sentence, next).map(|n| About { named: vec![n], elsewhere: None });
            let meant = || self.meant(sentence, next).map(|person| self.one(sentence, person));
            return named.or_else(|| if self.is_pronoun(sentence, next) { meant() } else { None });
        }
        let first = sentence.spans.first().filter(|first| first.from <= 1 && first.to <= span.from)?;
        if !matches!(first.says, Meaning::Cue(Cue::While | Cue::Called)) {
            return None;
        }
        (next..sentence.words.len()).take(HEAD).find_map(|at| {
            let named = self.person_at(sentence, at).map(|n| About { named: vec![n], elsewhere: None });
            let meant = || self.meant(sentence, at).map(|person| self.one(sentence, person));
            named.or_else(|| if self.is_pronoun(sentence, at) { meant() } else { None })
        })
    }

    /// Whom a text is about, where nothing but a time stands before a verb: `Năm 1930, vào Đảng.`
    fn omitted(&self, sentence: &Sentence, span: &Span) -> Option<About> {
        let clause = sentence.parts[span.from].clause;
        let first = sentence.parts.partition_point(|part| part.clause < clause);
        // `Bác sĩ A quê ở B; tốt nghiệp năm 1997`
        if first > 0 && first == span.from && sentence.words[first].key != KEYS.becomes {
            let (start, here) = (sentence.range.start, self.within(sentence));
            let told = |person: &usize| {
                self.subjects.life_at(start).is_some() || here.iter().any(|&n| self.subjects.is_same(n, *person))
            };
            return self.subjects.at(start).filter(told).map(|person| self.one(sentence, person));
        }
        let head = sentence.dates.iter().filter(|placed| placed.to <= span.from).map(|placed| placed.to).max()?;
        let bare = |word: &Word| word.key == 0 || KEYS.lead.contains(&word.key);
        let behind = &sentence.words[head..span.from];
        // `ngày 4/4/1947 trở thành ngày hội`: the day itself does
        let itself = sentence.words[span.to - 1].key == KEYS.becomes;
        if itself || head > HEAD || behind.len() > LEFT_OUT || !sentence.words[..head].iter().chain(behind).all(bare) {
            return None;
        }
        // `1960 - 1964: tu học, thầy dạy là A`: who is named behind is somebody else, but not in `tốt nghiệp, chị A …`
        let start = sentence.range.start;
        let behind = sentence.words[span.to - 1].end..sentence.range.end;
        let other = |person: &usize| {
            let name = self.people[*person].range.start;
            let head = self.head(sentence, *person);
            let next = sentence.parts[head].segment == sentence.parts[span.to - 1].segment + 1;
            behind.contains(&name) && (sentence.is_joined(head) || !next)
        };
        let subject = self.subjects.at(start).filter(|person| !other(person));
        subject.or_else(|| self.subjects.life_at(start)).map(|person| self.one(sentence, person))
    }

    /// Those right behind a verb: `bổ nhiệm ông A`, `bắt giữ A và B`.
    fn behind(&self, sentence: &Sentence, span: &Span) -> Option<About> {
        let last = sentence.parts[span.to - 1].segment;
        let person = (span.to..sentence.words.len())
            .take(OBJECT)
            .take_while(|&at| sentence.parts[at].segment == last)
            .find_map(|at| self.person_at(sentence, at))?;
        Some(About { named: self.row(sentence, person), elsewhere: None })
    }

    /// The person whose life the text tells, where the sentence is about nobody else.
    fn told(&self, sentence: &Sentence) -> Option<About> {
        let life = self.subjects.life_at(sentence.range.start)?;
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

    /// Those whose name and titles begin right behind a verb.
    fn right_behind(&self, sentence: &Sentence, span: &Span) -> Option<Vec<usize>> {
        let named = self.behind(sentence, span)?.named;
        let first = self.head(sentence, *named.first()?);
        (first <= span.to && sentence.is_joined(span.to)).then_some(named)
    }

    /// Whether `bị`, `được` or `do` stands before a verb.
    fn is_suffered(&self, sentence: &Sentence, span: &Span) -> bool {
        (span.from.saturating_sub(AGENT)..span.to).any(|at| KEYS.passive.contains(&sentence.words[at].key))
    }

    /// Who did it: `bị A bắt`.
    fn agent(&self, sentence: &Sentence, span: &Span) -> Option<usize> {
        let is_passive = |at: &usize| KEYS.passive.contains(&sentence.words[*at].key);
        let first = span.from.saturating_sub(AGENT);
        let passive = (first..span.to).rev().find(is_passive);
        if let Some(passive) = passive {
            // `được điều về tỉnh, ông B …`: somebody else
            let segment = sentence.parts[passive].segment;
            let behind = (passive + 1..(passive + AGENT).min(sentence.words.len()))
                .filter(|&at| at < span.from || sentence.parts[at].segment == segment);
            return behind.into_iter().find_map(|at| self.person_at(sentence, at));
        }
        // `được A, Xứ ủy viên, kết nạp`
        let parts = &sentence.parts;
        let far = (first.saturating_sub(AGENT)..first).rev().find(is_passive)?;
        let agent = self.person_at(sentence, far + 1)?;
        let behind = sentence.words.partition_point(|word| word.start < self.people[agent].range.end);
        let apart = !sentence.is_joined(span.from) && behind < span.from && !sentence.is_joined(behind);
        let here = parts[far].clause == parts[span.from].clause && parts[far].depth == parts[span.from].depth;
        let told = |other: &Span| matches!(other.says, Meaning::Event(..)) && other.from < span.from && other.to > far;
        (apart && here && !sentence.spans.iter().any(told)).then_some(agent)
    }
}
