//! Sentences in order to the events that they tell, with what the text before them said.

use std::ops::Range;

use jiff::civil::Date;

use super::super::date::{DateMention, Grain};
use super::kind::EventKind;
use super::mention::EventMention;
use super::nature::{is_heading, is_rules};
use super::phrases::{Cue, Meaning, Mode};
use super::sentence::{Placed, Sentence, Span};
use super::told::is_named;
use super::who::Cast;
use super::{bounds, dating};
use crate::mention::judged::Judged;
use crate::mention::person::{How, Post};
use crate::text;

/// How far a gathering is spoken of by its bare name.
pub(super) const NEAR: usize = 6000;

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
    pub(super) rules: bool,
    /// Dates that are headings.
    pub(super) headings: Vec<usize>,
    pub(super) last: Option<Last>,
    /// The time of the event told last, and where its sentence ends.
    pub(super) moment: Option<(Time, usize)>,
    pub events: Vec<EventMention>,
    /// What each phrase was judged to tell, if that is asked for.
    pub judged: Option<Vec<Judged>>,
}

/// What was told last.
#[derive(Clone, Copy)]
pub(super) struct Last {
    pub kind: EventKind,
    pub end: usize,
    pub time: Option<Time>,
}

/// Whence an event takes its interval.
#[derive(Clone, Copy)]
pub(super) struct Time {
    pub date: usize,
    pub from: Option<Date>,
    pub to: Option<Date>,
}

/// What was decided on a phrase.
pub(super) struct Weighed {
    /// The time of its event, which may be none; none at all where it tells none.
    pub time: Option<Option<Time>>,
    /// The rule that says so.
    pub rule: &'static str,
}

impl Time {
    /// That of a date of the text.
    pub(super) fn of(date: usize, mention: &DateMention) -> Self {
        Self { date, from: mention.from, to: mention.to }
    }
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
        let (last, moment, events, judged) = Default::default();
        Self { text, dates, numbers, cast, posts, taken, rules, headings, last, moment, events, judged }
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
            let (kind, by) = self.kind(sentence, span, kind);
            let Weighed { time, rule } = self.weigh(sentence, at, (kind, mode), bare);
            let Some(time) = time else {
                self.note(sentence, span, Judged::NONE, &[rule]);
                continue;
            };
            if kind.gathers() && time.is_some() {
                self.last = Some(Last { kind, end: sentence.range.end, time });
            }
            unnamed |= kind == EventKind::Campaign && mode == Mode::Noun && !is_named(sentence, span, mode);
            let about = self.push(sentence, span, kind, time, first);
            self.note(sentence, span, kind.as_str(), &[by, rule, about]);
        }
        // `ban hành kế hoạch theo chương trình …`: named beside what happened
        if unnamed && self.events[first..].iter().any(|event| event.kind != EventKind::Campaign) {
            let heard = self.events.split_off(first);
            self.events.extend(heard.into_iter().filter(|event| event.kind != EventKind::Campaign));
            self.take_back_campaigns(&sentence.range);
        }
        self.last = self.last.filter(|last| sentence.range.end <= last.end + NEAR);
    }

    /// Notes what a phrase was judged to tell, if that is asked for.
    fn note(&mut self, sentence: &Sentence, span: &Span, verdict: &'static str, rules: &[&'static str]) {
        if let Some(judged) = &mut self.judged {
            let range = sentence.words[span.from].start..sentence.words[span.to - 1].end;
            judged.push(Judged::new(range, "event", verdict, rules));
        }
    }

    /// Notes that the campaigns of a sentence are only named beside what happened.
    fn take_back_campaigns(&mut self, range: &Range<usize>) {
        let campaign = |judged: &&mut Judged| {
            judged.verdict == EventKind::Campaign.as_str() && range.contains(&judged.range.start)
        };
        let here = |judged: &&mut Judged| judged.range.start >= range.start;
        for judged in self.judged.iter_mut().flatten().rev().take_while(here).filter(campaign) {
            (judged.verdict, judged.rules) = (Judged::NONE, vec!["campaign_beside_event"]);
        }
    }

    /// Adds an event unless it was told already; returns the rule that says whom it is about.
    fn push(
        &mut self,
        sentence: &Sentence,
        span: &Span,
        kind: EventKind,
        time: Option<Time>,
        first: usize,
    ) -> &'static str {
        let (about, rule) = self.cast.about(sentence, span, kind);
        let start = |person: &usize| self.cast.people[*person].range.start;
        let mut range = self.clause(sentence, span, time);
        // `bầu Ban Chấp hành; ông A làm Bí thư, bà B làm Phó Bí thư`
        if kind == EventKind::Election && !about.named.is_empty() && about.named.iter().all(|n| start(n) >= range.end) {
            range = sentence.range.clone();
        }
        let dated_by = time.map(|time| time.date);
        let (from, to) = time.map_or((None, None), |time| (time.from, time.to));
        let subjects = self.cast.subjects;
        let same = |event: &EventMention| (event.dated_by, event.from, event.to) == (dated_by, from, to);
        let told = |event: &EventMention| event.kind == kind && (same(event) || time.is_none());
        let before = &mut self.events[first..];
        // `được thăng Đại tá, được bổ nhiệm làm Tư lệnh` tells two
        let own =
            matches!(span.says, Meaning::Event(_, Mode::Verb)) && sentence.words[span.from].key == text::key("được");
        let again = |event: &&mut EventMention| told(event) || kind.is_part_of(event.kind) && same(event) && !own;
        if let Some(event) = before.iter_mut().find(again) {
            // `ông A làm Giám đốc, bà B làm Phó Giám đốc`
            // `tiếp tục làm …` takes none
            let goes_on = sentence.words[span.from].key == text::key("tiếp");
            let cast = &self.cast;
            let beside = || !goes_on && cast.is_right_before(sentence, span) && sentence.is_joined(span.from);
            let by = || about.named.first().is_some_and(|&n| cast.is_done_by(sentence, n));
            let takes = matches!(kind, EventKind::Appointment | EventKind::Election);
            if takes && rule == "subject_before" && beside() && !by() {
                let new =
                    about.named.iter().filter(|n| event.people.iter().all(|known| !subjects.is_same(*known, **n)));
                let new: Vec<usize> = new.copied().collect();
                event.people.extend(new);
                event.people.sort_unstable();
            }
            // `xét xử vụ án và tuyên phạt bị cáo A`
            let nobody = event.people.is_empty() && event.subject.is_none();
            let first = about.named.first().map_or(0, |&n| start(&n));
            let behind =
                |other: &Span| matches!(other.says, Meaning::Event(..)) && sentence.words[other.to - 1].end <= first;
            let inside = rule == "subject_before" && sentence.parts[span.from].depth == 0;
            let whom = rule == "object_behind" || inside && sentence.spans.iter().any(behind);
            if event.kind == kind && nobody && whom {
                event.people = about.named;
            }
            return "told_already";
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
        rule
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

    pub(super) fn time(&self, sentence: &Sentence, span: &Span, kind: EventKind, placed: Placed) -> Time {
        let date = &self.dates[placed.date];
        if let Some((from, to)) = placed.days {
            return Time { date: placed.date, from: Some(from), to: Some(to) };
        }
        let mut time = Time::of(placed.date, date);
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

    /// Those whom the words of an issuer behind the day of a paper name: `ngày 5/2/2009 của Chủ tịch huyện A`.
    fn issuers(&self, date: &DateMention) -> Vec<usize> {
        let behind = &self.text[date.range.end..];
        let of = [" của ", " cu\u{309}a "].iter().any(|of| behind.starts_with(of));
        let end = behind.find([',', ';', '.', ':', '\n', '(']).unwrap_or(behind.len());
        if of { self.cast.named_in(&(date.range.end..date.range.end + end)) } else { Vec::new() }
    }

    /// The issue of the papers that are cited with their day.
    pub(super) fn papers(&self) -> Vec<EventMention> {
        let mut papers = Vec::new();
        let mut range = 0..0;
        let dates = if self.rules { &[] } else { self.dates };
        for (at, date) in dates.iter().enumerate() {
            let day = date.grain == Grain::Day && date.from.is_some();
            if !day || !dating::is_of_paper(self.text, date, self.numbers) && !dating::is_of_issuer(self.text, date) {
                continue;
            }
            if !range.contains(&date.range.start) {
                range = self.sentence(range.end.min(date.range.start), date.range.start);
            }
            papers.push(EventMention {
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
        papers
    }
}
