//! Whether a phrase tells an event of its sentence, and when: rules in order, the first that speaks decides.

use std::sync::LazyLock;

use super::dating;
use super::kind::EventKind;
use super::phrases::{Cue, Meaning, Mode};
use super::sentence::{Sentence, Span};
use super::telling::{Last, Teller, Time, Weighed};
use super::told::{self, begins_with_gathering, has_tenure, is_held, is_named, says};
use crate::mention::lists::{ARMIES, ARMY_UNITS, BEFORE_UNITS, KINGS, NO_PRONOUN, PRINTED, TITLES, WORKS};
use crate::mention::rule::{Rule, first, rules};
use crate::text;

/// A campaign without a name is what its sentence is about, if it stands no further behind.
const SUBJECT: usize = 8;

/// How far before `kéo vào` an army stands, in words.
const REACH: usize = 12;

/// How far before a verb `bị` stands, in words: `bị chính quyền thực dân Pháp bắt`.
const SUFFERED: usize = 9;

/// How far before `băng` a title of a king stands, in words.
const TITLE: usize = 4;

/// The words that the rules look at.
struct Keys {
    armies: Vec<u64>,
    units: Vec<u64>,
    before_units: Vec<u64>,
    kings: Vec<u64>,
    works: Vec<u64>,
    printed: Vec<u64>,
    titles: Vec<u64>,
    no_pronoun: Vec<u64>,
    dies: u64,
    prints: u64,
    suffers: u64,
}

static KEYS: LazyLock<Keys> = LazyLock::new(|| Keys {
    armies: text::keys(ARMIES),
    units: text::keys(ARMY_UNITS),
    before_units: text::keys(BEFORE_UNITS),
    kings: text::keys(KINGS),
    works: text::keys(WORKS),
    printed: text::keys(PRINTED),
    titles: text::keys(TITLES),
    no_pronoun: text::keys(NO_PRONOUN),
    dies: text::key("băng"),
    prints: text::key("in"),
    suffers: text::key("bị"),
});

/// A phrase of a sentence that may tell an event.
pub(super) struct Case<'a> {
    pub teller: &'a Teller<'a>,
    pub sentence: &'a Sentence,
    /// Its place among the phrases of the sentence.
    pub at: usize,
    /// What happened, if anything did.
    pub kind: EventKind,
    /// How the phrase tells it.
    pub mode: Mode,
    /// The phrase that is the bare name of a gathering told before: `Đại hội đã bầu …`.
    pub bare: Option<usize>,
}

/// A rule that speaks where a phrase tells nothing.
type Refuses = fn(&Case<'_>) -> bool;

/// What a phrase is that tells nothing, before its time is looked for.
pub(super) const NOT_TOLD: &[Rule<Refuses>] = rules![
    bare_name_of_gathering,
    part_of_a_name,
    force_of_another_rule,
    happens_to_nobody,
    done_to_nobody,
    leads_to_no_name,
    goes_nowhere,
    goes_on_behind,
    comes_without_an_army,
    dies_without_a_king,
    prints_no_work,
    means_somebody_else,
    title_of_a_part,
    undone,
];

/// The gathering told before does what the sentence tells: `Đại hội đã bầu …`.
fn bare_name_of_gathering(case: &Case<'_>) -> bool {
    case.bare == Some(case.at)
}

/// `Lê Chiến Thắng`
fn part_of_a_name(case: &Case<'_>) -> bool {
    case.teller.cast.is_name(case.sentence, case.span())
}

/// Rules tell only when they themselves come into force: `Nghị định này có hiệu lực …`.
fn force_of_another_rule(case: &Case<'_>) -> bool {
    let itself = || case.span().from.checked_sub(1).is_some_and(|last| case.key(last) == text::key("này"));
    case.teller.rules && case.kind == EventKind::EntryIntoForce && !itself()
}

/// What only somebody can do has no subject: `người chết`, but not `(chết năm 1998)`.
fn happens_to_nobody(case: &Case<'_>) -> bool {
    case.mode == Mode::Own && !case.is_bracketed() && !case.has_somebody()
}

/// `bắt cá`, but not `ông bị chính quyền Pháp bắt`.
fn done_to_nobody(case: &Case<'_>) -> bool {
    case.mode == Mode::Passive && !(case.is_suffered() && case.has_somebody())
}

/// `chiếm 40% diện tích`, but not `chiếm Phnôm Pênh`.
fn leads_to_no_name(case: &Case<'_>) -> bool {
    case.mode == Mode::Named && !case.leads_to_name()
}

/// `đi sang đường`, but not `ông sang Pháp`.
fn goes_nowhere(case: &Case<'_>) -> bool {
    let goes = || case.leads_to_name() && case.teller.cast.is_right_before(case.sentence, case.span());
    case.mode == Mode::Goes && !goes()
}

/// `mất 3 ngày`, `ông mất con`, but not `vua mất`, `mất năm 1920`.
fn goes_on_behind(case: &Case<'_>) -> bool {
    let (parts, to) = (&case.sentence.parts, case.span().to);
    let dated = || case.sentence.dates.iter().any(|placed| placed.from == to);
    let row = || parts[to - 1].row;
    let ends = || parts.get(to).is_none_or(|next| next.segment != parts[to - 1].segment);
    let last = || ends() && case.teller.cast.is_right_before(case.sentence, case.span());
    case.mode == Mode::Ends && !dated() && !row() && !last()
}

/// `thuyền kéo vào bờ`, but not `quân Pháp kéo vào`.
fn comes_without_an_army(case: &Case<'_>) -> bool {
    let comes = case.kind == EventKind::War && case.key(case.span().from) == text::key("kéo");
    // `sư đoàn`, `bộ đội`, but not `đoàn khách`, `đội bóng`
    let unit =
        |at: usize| at > 0 && KEYS.units.contains(&case.key(at)) && KEYS.before_units.contains(&case.key(at - 1));
    let army = |at: usize| KEYS.armies.contains(&case.key(at)) || unit(at);
    comes && !(case.span().from.saturating_sub(REACH)..case.span().to).any(army)
}

/// `tảng băng năm 2021`, but not `vua băng`, `Thiệu Trị băng`.
fn dies_without_a_king(case: &Case<'_>) -> bool {
    let (from, to) = (case.span().from, case.span().to);
    let dies = case.kind == EventKind::Death && to == from + 1 && case.key(from) == KEYS.dies;
    let king = |at: usize| KEYS.kings.contains(&case.key(at));
    dies && !(from.saturating_sub(TITLE)..from).any(king) && !case.teller.cast.is_named_before(case.sentence, from)
}

/// `lịch treo tường in năm 2015`, but not `sách in năm 2015`.
fn prints_no_work(case: &Case<'_>) -> bool {
    let (from, to) = (case.span().from, case.span().to);
    let prints = case.kind == EventKind::Publication && to == from + 1 && case.key(from) == KEYS.prints;
    let work = |word: &text::Word| KEYS.works.contains(&word.key) || KEYS.printed.contains(&word.key);
    prints && !case.sentence.words.iter().any(work)
}

/// `thả anh bạn`, `cử anh em`, but not `thả anh`.
fn means_somebody_else(case: &Case<'_>) -> bool {
    let (from, to) = (case.span().from, case.span().to);
    let object = to > from + 1 && KEYS.titles.contains(&case.key(to - 1)) && case.mode == Mode::Weak;
    let named = || case.teller.cast.is_named_before(case.sentence, to + 1);
    let joined = to < case.sentence.words.len() && case.sentence.is_joined(to);
    object && joined && KEYS.no_pronoun.contains(&case.key(to)) && !named()
}

/// `I. Kháng chiến toàn quốc (1947 - 1950)`
fn title_of_a_part(case: &Case<'_>) -> bool {
    case.mode == Mode::Noun && case.kind.lasts() && case.is_title()
}

/// `dự kiến họp năm 1982 nhưng hoãn`, `được giới thiệu bầu làm Chủ tịch nhưng không trúng cử`
fn undone(case: &Case<'_>) -> bool {
    case.sentence.spans[case.at..].iter().any(|span| span.says == Meaning::Cue(Cue::Undone))
}

/// The same of a phrase with the time that was found for it.
type RefusesTime = fn(&Case<'_>, Option<Time>) -> bool;

/// What a campaign without a name is that its sentence only mentions.
pub(super) const UNNAMED: &[Rule<RefusesTime>] = rules![campaign_aside, campaign_of_years];

/// It stands far behind the head of its sentence.
fn campaign_aside(case: &Case<'_>, _: Option<Time>) -> bool {
    case.mode == Mode::Noun && case.span().from > SUBJECT
}

/// Its time is a stage of years, or none, and the sentence does not tell what it did then.
fn campaign_of_years(case: &Case<'_>, time: Option<Time>) -> bool {
    let past = says(case.sentence, Cue::Past) && case.bare.is_none();
    let Some(date) = time.map(|time| &case.teller.dates[time.date]) else { return !past };
    let of_heading = date.range.end < case.sentence.range.start && !has_tenure(case.sentence);
    let goes_on = past && !of_heading && !begins_with_gathering(case.sentence);
    dating::is_long(date) && !goes_on
}

impl Case<'_> {
    pub(super) fn span(&self) -> &Span {
        &self.sentence.spans[self.at]
    }

    pub(super) fn key(&self, at: usize) -> u64 {
        self.sentence.words[at].key
    }

    pub(super) fn has_somebody(&self) -> bool {
        self.teller.cast.has_somebody(self.sentence, self.span())
    }

    /// Whether the phrase opens a bracket and a date stands right behind it: `(chết năm 1998)`.
    fn is_bracketed(&self) -> bool {
        let before = &self.teller.text[..self.sentence.words[self.span().from].start];
        before.ends_with('(') && self.sentence.dates.iter().any(|placed| placed.from == self.span().to)
    }

    /// Whether `bị` stands before the phrase in its part of the sentence, and no other event between.
    fn is_suffered(&self) -> bool {
        let (sentence, from) = (self.sentence, self.span().from);
        let segment = sentence.parts[from].segment;
        let here = (from.saturating_sub(SUFFERED)..from).rev().take_while(|&at| sentence.parts[at].segment == segment);
        let suffers = here.into_iter().find(|&at| self.key(at) == KEYS.suffers);
        let told = |at: usize| {
            let event = |span: &Span| span.from > at && matches!(span.says, Meaning::Event(..));
            sentence.spans[..self.at].iter().any(event)
        };
        suffers.is_some_and(|at| !told(at))
    }

    /// Whether a name stands right behind the phrase: `chiếm Phnôm Pênh`.
    fn leads_to_name(&self) -> bool {
        let (parts, to) = (&self.sentence.parts, self.span().to);
        let (Some(last), Some(next)) = (parts.get(to - 1), parts.get(to)) else { return false };
        last.segment == next.segment && self.sentence.words[to].capital
    }

    /// Whether the sentence is the title of a part with its years.
    fn is_title(&self) -> bool {
        let (text, sentence) = (self.teller.text, self.sentence);
        let Some(last) = sentence.dates.last().filter(|last| last.to == sentence.words.len()) else { return false };
        let (start, end) = (sentence.range.start, sentence.range.end);
        let bracket = last.from > 0
            && text[sentence.words[last.from - 1].end..sentence.words[last.from].start].contains('(')
            && text[..end].ends_with(')');
        let line = text[..start].rsplit('\n').next().unwrap_or_default();
        let of_mark = |c: char| c.is_ascii_digit() || matches!(c, 'I' | 'V' | 'X' | '.' | ')' | '#' | '*' | ' ');
        let ends_line = || text[end..].trim_start_matches([' ', '*', '\r']).starts_with('\n');
        bracket && line.chars().all(of_mark) && ends_line() && !says(sentence, Cue::Past)
    }

    /// Whether what is only named has its own time behind it: `chào mừng Đại hội … (03/6/1958)`.
    fn is_beside(&self, time: Option<Time>) -> bool {
        let Meaning::Event(kind, Mode::Noun) = self.span().says else { return false };
        let behind = |time: Time| {
            let placed = self.sentence.dates.iter().find(|placed| placed.date == time.date);
            placed.is_some_and(|placed| placed.from >= self.span().to)
        };
        kind == EventKind::Campaign || time.is_some_and(behind)
    }

    /// The time of the event, which may be none, and the rule that tells it; none at all where it is not told.
    fn weigh(&self, own: Option<Time>) -> (Option<Option<Time>>, &'static str) {
        let found = own.map(|own| (Some(own), "dated_in_sentence"));
        let found = found.or_else(|| self.inherited()).or_else(|| self.is_past().then_some((None, "told_as_past")));
        let time = found.and_then(|(time, _)| time);
        let unnamed = self.kind == EventKind::Campaign && !is_named(self.sentence, self.span(), self.mode);
        let refused = if unnamed { first(UNNAMED, |refuses| refuses(self, time).then_some(())) } else { None };
        match (refused, found) {
            (Some((_, rule)), _) => (None, rule),
            (None, Some((time, rule))) => (Some(time), rule),
            (None, None) => (None, "undated"),
        }
    }
}

impl Teller<'_> {
    /// Weighs a phrase: whether it tells an event, and when that was.
    pub(super) fn weigh(
        &mut self,
        sentence: &Sentence,
        at: usize,
        (kind, mode): (EventKind, Mode),
        bare: Option<usize>,
    ) -> Weighed {
        let case = Case { teller: self, sentence, at, kind, mode, bare };
        if let Some((_, rule)) = first(NOT_TOLD, |refuses| refuses(&case).then_some(())) {
            return Weighed { time: None, rule };
        }
        let placed = dating::date_of(self.text, sentence, case.span(), (kind, mode), self.dates, self.numbers);
        // in rules a day is mostly that of another paper, or a limit
        let placed = placed.filter(|placed| !self.rules || placed.from <= 1 || kind == EventKind::EntryIntoForce);
        let own = placed.map(|placed| self.time(sentence, case.span(), kind, placed));
        if let Some(rule) = told::refused(sentence, at, case.is_beside(own), placed) {
            return Weighed { time: None, rule };
        }
        let (time, rule) = case.weigh(own);
        // a gathering without a time is spoken of by its bare name, too
        let known = || own.is_some() || case.inherited().is_some();
        if kind.gathers() && !known() && is_held(sentence, at) {
            self.last = Some(Last { kind, end: sentence.range.end, time: None });
        }
        Weighed { time, rule }
    }
}
