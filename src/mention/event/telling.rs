//! Sentences in order to the events that they tell, with what the text before them said.

use std::ops::Range;

use jiff::civil::Date;

use super::super::date::{DateMention, Grain};
use super::kind::EventKind;
use super::mention::EventMention;
use super::nature::{is_heading, is_rules};
use super::phrases::{Cue, Meaning, Mode};
use super::sentence::{Placed, Sentence, Span};
use super::told::{begins_with_gathering, has_tenure, is_held, is_named, is_told, says};
use super::who::Cast;
use super::{bounds, dating};
use crate::mention::person::{How, Post};
use crate::text;

/// How far a gathering is spoken of by its bare name.
const NEAR: usize = 6000;

/// How far a heading holds.
const SECTION: usize = 12_000;

/// How far behind a date a sentence may go on with it.
const PARAGRAPH: usize = 600;

/// How many dates before a sentence are asked for the term that it speaks of.
const NAMED: usize = 16;

/// A campaign without a name is what its sentence is about, if it stands no further behind.
const SUBJECT: usize = 8;

/// Reads the sentences of one text.
pub(super) struct Teller<'a> {
    pub(super) text: &'a str,
    pub(super) dates: &'a [DateMention],
    pub(super) numbers: &'a [Range<usize>],
    pub(super) cast: Cast<'a>,
    pub(super) posts: &'a [Post],
    /// Where the offices begin that somebody takes or leaves.
    taken: Vec<usize>,
    /// Rules are no histories: nothing in them is told as past.
    rules: bool,
    /// Dates that are headings.
    headings: Vec<usize>,
    last: Option<Last>,
    /// The time of the event told last, and where its sentence ends.
    pub(super) moment: Option<(Time, usize)>,
    pub events: Vec<EventMention>,
}

/// What was told last.
#[derive(Clone, Copy)]
struct Last {
    kind: EventKind,
    end: usize,
    time: Option<Time>,
}

/// Whence an event takes its interval.
#[derive(Clone, Copy)]
pub(super) struct Time {
    pub date: usize,
    pub from: Option<Date>,
    pub to: Option<Date>,
}

impl<'a> Teller<'a> {
    pub(super) fn new(
        text: &'a str,
        dates: &'a [DateMention],
        cast: Cast<'a>,
        posts: &'a [Post],
        numbers: &'a [Range<usize>],
    ) -> Self {
        let headings =
            (0..dates.len()).filter(|&at| dates[at].grain >= Grain::Year && is_heading(text, &dates[at])).collect();
        let rules = is_rules(text);
        let told = |post: &&Post| matches!(post.how, How::Taken | How::Left);
        let taken = posts.iter().filter(told).map(|post| post.range.start).collect();
        Self { text, dates, numbers, cast, posts, taken, rules, headings, last: None, moment: None, events: Vec::new() }
    }

    /// The sentence that holds byte `at`, not beginning before `from`; it ends in no date.
    pub(super) fn sentence(&self, from: usize, at: usize) -> Range<usize> {
        let range = bounds::sentence(self.text, from, at);
        let next = self.dates.partition_point(|date| date.range.start < range.end);
        let last = next.checked_sub(1).map(|last| &self.dates[last].range).filter(|date| date.end > range.end);
        // `từ ngày` and, on the next line, `8 tháng 12`
        last.map_or(range.clone(), |date| {
            range.start..bounds::sentence(self.text, date.end, date.end).end.max(date.end)
        })
    }

    /// Where the next sentence may begin that is worth reading, from byte `at` on: in rules that of the next date.
    pub(super) fn next(&self, at: usize) -> Option<usize> {
        if !self.rules {
            return Some(at);
        }
        let next = self.dates.partition_point(|date| date.range.start < at);
        let date = self.dates.get(next)?.range.start;
        let start = bounds::start(self.text, at, date);
        // one that is longer is cut where what was read before ends
        Some(if date - start < bounds::LONGEST { start } else { at })
    }

    /// Whether the sentence at `range` is worth reading.
    pub(super) fn may_tell(&self, range: &Range<usize>) -> bool {
        let first = self.dates.partition_point(|date| date.range.start < range.start);
        !self.rules || self.dates.get(first).is_some_and(|date| date.range.start < range.end)
    }

    /// Where the next office begins that somebody takes or leaves, from byte `at` on.
    pub(super) fn next_post(&self, at: usize) -> Option<usize> {
        self.taken.get(self.taken.partition_point(|post| *post < at)).copied()
    }

    /// Takes the events of a sentence.
    pub(super) fn hear(&mut self, sentence: &mut Sentence) {
        self.place_offices(sentence);
        self.place_times(sentence);
        let sentence = &*sentence;
        let cut = &self.text[sentence.range.clone()];
        // questions tell nothing, lists of sources only name
        if cut.ends_with('?') || cut.contains('^') {
            return;
        }
        let bare = self.bare_gathering(sentence);
        let first = self.events.len();
        let mut unnamed = false;
        for (at, span) in sentence.spans.iter().enumerate() {
            let Meaning::Event(kind, mode) = span.says else { continue };
            if bare == Some(at) || self.cast.is_name(sentence, span) {
                continue;
            }
            let kind = self.settled(sentence, span, kind);
            let Some(time) = self.weigh(sentence, at, (kind, mode), bare.is_some()) else { continue };
            if kind.gathers() && time.is_some() {
                self.last = Some(Last { kind, end: sentence.range.end, time });
            }
            unnamed |= kind == EventKind::Campaign && mode == Mode::Noun && !is_named(sentence, span, mode);
            self.push(sentence, span, kind, time, first);
        }
        // `ban hành kế hoạch theo chương trình …`: named beside what happened
        if unnamed && self.events[first..].iter().any(|event| event.kind != EventKind::Campaign) {
            let heard = self.events.split_off(first);
            self.events.extend(heard.into_iter().filter(|event| event.kind != EventKind::Campaign));
        }
        self.last = self.last.filter(|last| sentence.range.end <= last.end + NEAR);
    }

    /// The time of the event at a phrase, which may be none; none at all where it is not told.
    fn weigh(
        &mut self,
        sentence: &Sentence,
        at: usize,
        (kind, mode): (EventKind, Mode),
        bare: bool,
    ) -> Option<Option<Time>> {
        let span = &sentence.spans[at];
        if self.rules && kind == EventKind::EntryIntoForce && !names_itself(sentence, span) {
            return None;
        }
        if mode == Mode::Own && !is_bracketed(self.text, sentence, span) && !self.cast.has_somebody(sentence, span)
            || mode == Mode::Named && !leads_to_name(sentence, span)
            || mode == Mode::Goes && !(leads_to_name(sentence, span) && self.cast.is_right_before(sentence, span))
            || mode == Mode::Noun && kind.lasts() && is_title(self.text, sentence)
        {
            return None;
        }
        let own = dating::date_of(self.text, sentence, span, (kind, mode), self.dates, self.numbers);
        // in rules a day is mostly that of another paper, or a limit
        let own = own.filter(|placed| !self.rules || placed.from <= 1 || kind == EventKind::EntryIntoForce);
        let placed = own;
        let own = own.map(|placed| self.time(sentence, span, kind, placed));
        if !is_told(sentence, at, is_beside(sentence, span, own), placed) {
            return None;
        }
        // `lãnh thổ đã mất`: without a date beside it, it tells of somebody or nothing
        let may_inherit = mode != Mode::Beside || self.cast.has_somebody(sentence, span);
        let time = own.or_else(|| self.inherited(sentence, at, bare).filter(|_| may_inherit));
        if kind.gathers() && time.is_none() && is_held(sentence, at) {
            self.last = Some(Last { kind, end: sentence.range.end, time });
        }
        let unnamed = kind == EventKind::Campaign && !is_named(sentence, span, mode);
        let aside = mode == Mode::Noun && span.from > SUBJECT;
        if unnamed && (aside || !self.is_going_on(sentence, time, bare)) {
            return None;
        }
        (time.is_some() || self.is_past(sentence, at, kind, mode)).then_some(time)
    }

    /// Whether a campaign without a name is told: it has its own day, or the sentence tells what it did
    /// in its years.
    fn is_going_on(&self, sentence: &Sentence, time: Option<Time>, bare: bool) -> bool {
        let Some(date) = time.map(|time| &self.dates[time.date]) else { return says(sentence, Cue::Past) && !bare };
        let of_heading = date.range.end < sentence.range.start && !has_tenure(sentence);
        let past = !of_heading && !bare && says(sentence, Cue::Past) && !begins_with_gathering(sentence);
        !dating::is_long(date) || past
    }

    fn push(&mut self, sentence: &Sentence, span: &Span, kind: EventKind, time: Option<Time>, first: usize) {
        let about = self.cast.about(sentence, span, kind);
        let start = |person: &usize| self.cast.people[*person].range.start;
        let mut range = self.clause(sentence, span, time);
        // `bầu Ban Chấp hành; ông A làm Bí thư, bà B làm Phó Bí thư`
        if kind == EventKind::Election && !about.named.is_empty() && about.named.iter().all(|n| start(n) >= range.end) {
            range = sentence.range.clone();
        }
        let dated_by = time.map(|time| time.date);
        let (from, to) = time.map_or((None, None), |time| (time.from, time.to));
        let same = |event: &EventMention| (event.dated_by, event.from, event.to) == (dated_by, from, to);
        let told = |event: &EventMention| event.kind == kind && (same(event) || time.is_none());
        let before = &self.events[first..];
        if before.iter().any(told) || before.iter().any(|event| kind.is_part_of(event.kind) && same(event)) {
            return;
        }
        if let Some(time) = time {
            self.moment = Some((time, sentence.range.end));
        }
        // who is named in another clause is named elsewhere
        let beyond = about.named.iter().copied().find(|n| !range.contains(&start(n)));
        let beyond = beyond.filter(|_| about.named.len() == 1);
        let subject = about.elsewhere.or(beyond).map(|person| self.cast.people[person].name.clone());
        let (places, numbers) = Default::default();
        self.events.push(EventMention {
            range,
            kind,
            from,
            to,
            dated_by,
            people: about.named,
            subject,
            places,
            numbers,
        });
    }

    /// The clause between semicolons where it has its own date, else the sentence.
    fn clause(&self, sentence: &Sentence, span: &Span, time: Option<Time>) -> Range<usize> {
        let whole = sentence.range.clone();
        let Some(date) = time.map(|time| &self.dates[time.date].range) else { return whole };
        let clause = sentence.parts[span.from].clause;
        let first = sentence.parts.partition_point(|part| part.clause < clause);
        let last = sentence.parts.partition_point(|part| part.clause <= clause) - 1;
        let start = if clause == 0 { whole.start } else { sentence.words[first].start };
        let end = sentence.words.get(last + 1).map_or(whole.end, |_| sentence.words[last].end.max(date.end));
        let own = date.start >= start && date.end <= end && whole.start <= start && end <= whole.end && start < end;
        if own { bounds::trim(self.text, start..end) } else { whole }
    }

    fn time(&self, sentence: &Sentence, span: &Span, kind: EventKind, placed: Placed) -> Time {
        let date = &self.dates[placed.date];
        if let Some((from, to)) = placed.days {
            return Time { date: placed.date, from: Some(from), to: Some(to) };
        }
        let mut time = Time { date: placed.date, from: date.from, to: date.to };
        let is_cue = |span: &Span, cue| span.says == Meaning::Cue(cue);
        // the first day of a gathering is not its last
        let near = |other: &&Span| {
            other.from >= span.to && sentence.parts[other.from].clause == sentence.parts[span.from].clause
        };
        let opens = sentence.spans.iter().filter(near).any(|span| is_cue(span, Cue::Opens))
            || sentence.span_before(span.from).is_some_and(|span| is_cue(span, Cue::Opens));
        if kind.gathers() && opens && date.grain == Grain::Day {
            time.to = None;
        }
        time
    }

    /// The gathering told last, where the sentence begins with its bare name: `Đại hội đã bầu …`.
    fn bare_gathering(&self, sentence: &Sentence) -> Option<usize> {
        let at = sentence.spans.iter().position(|span| matches!(span.says, Meaning::Event(..)))?;
        let span = &sentence.spans[at];
        let Meaning::Event(kind, Mode::Noun) = span.says else { return None };
        let next = sentence.spans.get(at + 1).filter(|next| next.from == span.to)?;
        let goes_on = matches!(
            next.says,
            Meaning::Cue(Cue::Past | Cue::Does)
                | Meaning::Event(EventKind::Election | EventKind::Issuance | EventKind::Award, _)
        );
        (kind.gathers() && span.from <= 1 && goes_on && sentence.dates.first().is_none_or(|date| date.from > span.from))
            .then_some(at)
    }

    /// The time that the text before has said.
    fn inherited(&self, sentence: &Sentence, at: usize, bare: bool) -> Option<Time> {
        let Meaning::Event(kind, mode) = sentence.spans[at].says else { return None };
        if has_tenure(sentence) {
            return self.term(sentence);
        }
        let same = matches!(sentence.spans.first(), Some(Span { says: Meaning::Cue(Cue::Same), from: 0, .. }));
        if let Some(last) = self.last {
            let near = sentence.range.start <= last.end + NEAR;
            let paragraph = || !self.text[last.end.min(sentence.range.start)..sentence.range.start].contains("\n\n");
            let at_it = matches!(kind, EventKind::Election | EventKind::Appointment) && mode == Mode::Verb;
            let elects = match last.kind {
                EventKind::Congress => true,
                EventKind::Conference => kind == EventKind::Election,
                _ => false,
            };
            if near && (bare || at_it && elects && paragraph()) {
                return last.time;
            }
        }
        if same {
            return self.said(sentence);
        }
        let told = mode == Mode::Verb && self.is_past(sentence, at, kind, mode) && kind != EventKind::Election;
        if kind != EventKind::Campaign && !told || self.rules {
            return None;
        }
        let next = self.headings.partition_point(|&at| self.dates[at].range.start < sentence.range.start);
        let date = next.checked_sub(1).map(|at| self.headings[at])?;
        let mention = &self.dates[date];
        (sentence.range.start - mention.range.start < SECTION).then_some(Time {
            date,
            from: mention.from,
            to: mention.to,
        })
    }

    /// The date of the line told last before a sentence that goes on with it.
    fn said(&self, sentence: &Sentence) -> Option<Time> {
        let date = self.dates.partition_point(|date| date.range.start < sentence.range.start).checked_sub(1)?;
        let mention = &self.dates[date];
        let between = self.text.get(mention.range.end..sentence.range.start)?;
        let plain = bounds::len(between) <= PARAGRAPH && !between.contains('\n');
        let paper = dating::is_of_paper(self.text, mention, self.numbers);
        (plain && !paper && mention.from.is_some()).then_some(Time { date, from: mention.from, to: mention.to })
    }

    /// The term named last before a sentence.
    fn term(&self, sentence: &Sentence) -> Option<Time> {
        let next = self.dates.partition_point(|date| date.range.start < sentence.range.start);
        let years = |date: &DateMention| match (date.from, date.to) {
            (Some(from), Some(to)) if date.grain == Grain::Period => to.year() - from.year(),
            _ => 0,
        };
        let date = (0..next).rev().take(NAMED).find(|&at| (3..=6).contains(&years(&self.dates[at])))?;
        Some(Time { date, from: self.dates[date].from, to: self.dates[date].to })
    }

    /// Whether an event without a date is told as past.
    fn is_past(&self, sentence: &Sentence, at: usize, kind: EventKind, mode: Mode) -> bool {
        let span = &sentence.spans[at];
        let past = sentence.spans[..at].iter().rev().take(3).any(|other| {
            other.says == Meaning::Cue(Cue::Past)
                && span.from - other.to <= 3
                && sentence.parts[other.from].segment == sentence.parts[span.from].segment
        });
        let itself = sentence.words[span.from].key == text::key("đã");
        !self.rules
            && sentence.dates.is_empty()
            && (past || itself)
            && (mode == Mode::Verb || kind.gathers() && is_held(sentence, at))
    }

    /// Those whom the words of an issuer behind the day of a paper name: `ngày 5/2/2009 của Chủ tịch huyện A`.
    fn issuers(&self, date: &DateMention) -> Vec<usize> {
        let behind = &self.text[date.range.end..];
        let of = [" của ", " cu\u{309}a "].iter().any(|of| behind.starts_with(of));
        let end = behind.find([',', ';', '.', ':', '\n', '(']).unwrap_or(behind.len());
        if of { self.cast.named_in(&(date.range.end..date.range.end + end)) } else { Vec::new() }
    }

    /// Takes the issue of the papers that are cited with their day.
    pub(super) fn hear_papers(&mut self) {
        if self.rules {
            return;
        }
        let mut range = 0..0;
        for at in 0..self.dates.len() {
            let date = &self.dates[at];
            let day = date.grain == Grain::Day && date.from.is_some();
            if !day || !dating::is_of_paper(self.text, date, self.numbers) && !dating::is_of_issuer(self.text, date) {
                continue;
            }
            if !range.contains(&date.range.start) {
                range = self.sentence(range.end.min(date.range.start), date.range.start);
            }
            self.events.push(EventMention {
                range: range.clone(),
                kind: EventKind::Issuance,
                from: date.from,
                to: date.to,
                dated_by: Some(at),
                people: self.issuers(date),
                subject: None,
                places: Vec::new(),
                numbers: Vec::new(),
            });
        }
    }
}

/// Whether a phrase opens a bracket and a date stands right behind it: `(chết năm 1998)`.
fn is_bracketed(text: &str, sentence: &Sentence, span: &Span) -> bool {
    let opens = text[..sentence.words[span.from].start].ends_with('(');
    opens && sentence.dates.iter().any(|placed| placed.from == span.to)
}

/// Whether a name stands right behind a phrase: `chiếm Phnôm Pênh`.
fn leads_to_name(sentence: &Sentence, span: &Span) -> bool {
    let (Some(last), Some(next)) = (sentence.parts.get(span.to - 1), sentence.parts.get(span.to)) else { return false };
    last.segment == next.segment && sentence.words[span.to].capital
}

/// Whether a sentence is the title of a part with its years: `I. Kháng chiến toàn quốc (1947 - 1950)`.
fn is_title(text: &str, sentence: &Sentence) -> bool {
    let Some(last) = sentence.dates.last().filter(|last| last.to == sentence.words.len()) else { return false };
    let Range { start, end } = sentence.range;
    let bracket = last.from > 0
        && text[sentence.words[last.from - 1].end..sentence.words[last.from].start].contains('(')
        && text[..end].ends_with(')');
    let line = text[..start].rsplit('\n').next().unwrap_or_default();
    let marked = line.chars().all(|c| c.is_ascii_digit() || matches!(c, 'I' | 'V' | 'X' | '.' | ')' | '#' | '*' | ' '));
    bracket
        && marked
        && text[end..].trim_start_matches([' ', '*', '\r']).starts_with('\n')
        && !says(sentence, Cue::Past)
}

/// Whether a rule speaks of itself: `Nghị định này có hiệu lực …`.
fn names_itself(sentence: &Sentence, span: &Span) -> bool {
    let this = text::key("này");
    span.from.checked_sub(1).is_some_and(|last| sentence.words[last].key == this)
}

/// Whether what is only named has its own time behind it: `chào mừng Đại hội … (03/6/1958)`.
fn is_beside(sentence: &Sentence, span: &Span, time: Option<Time>) -> bool {
    let Meaning::Event(kind, Mode::Noun) = span.says else { return false };
    kind == EventKind::Campaign
        || time.is_some_and(|time| {
            let placed = sentence.dates.iter().find(|placed| placed.date == time.date);
            placed.is_some_and(|placed| placed.from >= span.to)
        })
}
