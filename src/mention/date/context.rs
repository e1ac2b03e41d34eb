//! Dates that do not say their year to whole ones: from the sentence, the line, the heading above.

use crate::text::is_mark;

use super::grain::Grain;
use super::lending::{self, Topic};
use super::mention::DateMention;
use super::own::Own;
use super::parse::Raw;
use super::value::{Piece, single_year};
use super::yearly::WithoutYear;

/// A line of a year that is no longer than this is a heading.
const HEADING: usize = 80;

/// What may stand before the year in a heading: its number.
const HEADING_MARK: usize = 12;

/// How many dates behind a day are asked for its year.
const AHEAD: usize = 8;

/// The times of news lie no more years apart.
const NEAR_YEARS: u16 = 5;

/// How far back the line is searched for a year.
const REACH: usize = 1500;

/// How far before a day with its month the year may be said in the text at all.
const FAR: usize = 4000;

/// What the text before says.
#[derive(Default)]
struct Said {
    /// The last date with one year.
    last: Option<Lender>,
    /// The last that tells what the text tells.
    told: Option<Lender>,
    /// The last year that the text tells, where a period ends too, and where it stands.
    year: Option<(usize, i16)>,
    /// The year of the heading above.
    heading: Option<i16>,
}

/// A date with one year.
#[derive(Clone, Copy)]
struct Lender {
    end: usize,
    year: i16,
    month: Option<u8>,
    /// The last of its days.
    day: Option<u8>,
    topic: Topic,
    /// Whether it is a day: in another paragraph the year of a year is that of its own story.
    is_day: bool,
}

impl Lender {
    fn bound(&self, text: &str, to: usize) -> Bound {
        bound(text, self.end, to)
    }
}

/// The dates as mentions, in order; those that stay without a year are left out, but for days.
pub(super) fn resolve(text: &str, dates: &[Raw], own: Option<Own>) -> Vec<DateMention> {
    let mut said = Said::default();
    let mut mentions = Vec::with_capacity(dates.len());
    for (at, raw) in dates.iter().enumerate() {
        let (mut first, mut last, mut inferred) = (raw.first, raw.last, false);
        if raw.is_open() {
            let found = if comes_back(text, dates, at) { None } else { said.look_up(text, raw, &dates[at + 1..], own) };
            let Some((month, year)) = found.or_else(|| (is_day(raw) && raw.shift.is_none()).then_some((None, None)))
            else {
                continue;
            };
            inferred = year.is_some();
            first = first.filled(month, year);
            last = last.map(|last| last.filled(month, year));
        }
        if let Piece::Lunar(lunar) = first
            && let Some(near) = said
                .near(text, raw, &dates[at + 1..])
                .into_iter()
                .flatten()
                .find_map(|(year, far)| lunar.near(year, far == Bound::Sentence && !comes_back(text, dates, at)))
        {
            (first, inferred) = (Piece::Lunar(near), true);
        }
        let mention = mention(raw, first, last, inferred, own);
        let Some(mention) = mention else { continue };
        said.hear(text, raw, first, last);
        mentions.push(mention);
    }
    mentions
}

/// Whether the sentence says that it tells of every year.
fn comes_back(text: &str, dates: &[Raw], at: usize) -> bool {
    let near = &dates[at.saturating_sub(AHEAD)..dates.len().min(at + AHEAD)];
    let range = &dates[at].range;
    near.iter().filter(|raw| raw.first == Piece::Yearly).any(|yearly| {
        let (from, to) = (range.start.min(yearly.range.start), range.end.max(yearly.range.end));
        bound(text, from, to) == Bound::Sentence
    })
}

fn is_lunar_day(piece: Piece) -> bool {
    matches!(piece, Piece::Lunar(lunar) if lunar.day.is_some())
}

fn is_day(raw: &Raw) -> bool {
    matches!(raw.first, Piece::Day { month: Some(_), .. })
}

fn mention(raw: &Raw, first: Piece, last: Option<Piece>, inferred: bool, now: Option<Own>) -> Option<DateMention> {
    let range = raw.range.clone();
    let open = DateMention { range, inferred, ..DateMention::period(None, None) };
    if let Piece::Lunar(lunar) = first {
        let (from, to) = (first.interval(), last.unwrap_or(first).interval());
        let valid = [from, to].into_iter().flatten().all(|end| end.valid);
        let (from, to) = from.zip(to).filter(|(from, to)| from.from <= to.to).unzip();
        let grain = if last.is_some() { Grain::Period } else { lunar.grain() };
        let (from, to) = (from.map(|end| end.from), to.map(|end| end.to));
        return Some(DateMention { grain, lunar: true, from, to, valid, ..open });
    }
    if let Piece::Impossible(grain) = first {
        return Some(DateMention { grain, valid: false, ..open });
    }
    let grain = if last.is_some() { Grain::Period } else { first.grain() };
    let Some(from) = first.interval() else {
        let (yearly, valid) = match WithoutYear::of(first, last) {
            WithoutYear::Days(days) => (Some(days), true),
            WithoutYear::NoSuchDay => (None, false),
            WithoutYear::Other => (None, true),
        };
        return is_day(raw).then_some(DateMention { grain, yearly, valid, ..open });
    };
    let bound = (last == Some(Piece::Now)).then_some(super::Bound::Since);
    let (to, valid, inferred) = match last {
        None => (Some(from.to), from.valid, inferred),
        Some(Piece::Now) => {
            let to = now.map(|own| own.day).filter(|&now| now >= from.from);
            (to, from.valid, to.is_some())
        }
        Some(last) => {
            let to = last.interval()?;
            (Some(to.to.max(from.from)), from.valid && to.valid && to.to >= from.from, inferred)
        }
    };
    Some(DateMention { from: Some(from.from), to, grain, valid, inferred, bound, ..open })
}

impl Said {
    /// Month and year for a date that does not say them.
    fn look_up(&self, text: &str, raw: &Raw, behind: &[Raw], own: Option<Own>) -> Option<(Option<u8>, Option<i16>)> {
        let up_to = |lender: Option<Lender>, far: Bound| lender.filter(|said| said.bound(text, raw.range.start) <= far);
        if let Piece::Day { day, month: None, .. } = raw.first {
            // `Ngày 20 tháng 12 năm 1946 … Ngày 22, địch …`
            let goes_on = |said: &Lender| {
                let begins = begins_sentence(text, raw.range.start) && text[raw.range.clone()].starts_with('N');
                begins && said.topic == Topic::Told && said.day.is_some_and(|last| last < day)
            };
            let said = up_to(self.last, Bound::Sentence);
            let said = said.or_else(|| up_to(self.last, Bound::Line).filter(goes_on))?;
            return Some((Some(said.month?), Some(said.year)));
        }
        if let Some(shift) = raw.shift {
            // `năm sau` may be that of any year
            let far = if shift == 0 { Bound::Near } else { Bound::Line };
            return Some((None, Some(up_to(self.last, far)?.year + shift)));
        }
        let year = self.year(text, raw, behind, own)?;
        Some((None, Some(year)))
    }

    /// The year of a date that tells none: from its sentence, its line, the heading, the document, what is near.
    fn year(&self, text: &str, raw: &Raw, behind: &[Raw], own: Option<Own>) -> Option<i16> {
        let topic = Topic::of(text, raw);
        let may_lend = |other: Topic| topic.takes_from(other);
        let said = [self.last, self.told].into_iter().flatten().find(|said| may_lend(said.topic));
        let up_to = |far| said.filter(|said| said.bound(text, raw.range.start) <= far).map(|said| said.year);
        let in_sentence = || {
            // `17/2, 9/3 và 14/7 năm 2005`
            let mut rest = behind.iter().take(AHEAD);
            let next = rest.find(|next| !is_day(next) || next.first.year().is_some())?;
            let next = Some(next).filter(|next| bound(text, raw.range.end, next.range.start) == Bound::Sentence)?;
            single_year(next.first, next.last).filter(|_| may_lend(Topic::of(text, next)))
        };
        let before = up_to(Bound::Sentence);
        if topic == Topic::Kept {
            return before.or(own.filter(|own| own.tells_months).map(|own| own.day.year()));
        }
        let year = before.or_else(in_sentence);
        if matches!(raw.first, Piece::Part { .. }) {
            return year.or_else(|| up_to(Bound::Line).filter(|_| begins_sentence(text, raw.range.start)));
        }
        let whole = is_day(raw) || matches!(raw.first, Piece::Quarter { .. });
        let year = year.or_else(|| of_news(own, up_to(Bound::Line)).filter(|_| whole && topic != Topic::Birth));
        let year = year.or_else(|| up_to(Bound::Line)).or(self.heading.filter(|_| may_lend(Topic::Told)));
        let of_document = || Some(own.filter(|own| topic != Topic::Birth && (whole || own.tells_months))?.day.year());
        let year = year.or_else(of_document);
        if !is_day(raw) || !may_lend(Topic::Told) {
            return year;
        }
        let near = || said.filter(|said| said.is_day).and_then(|_| up_to(Bound::Near));
        year.or_else(near).or_else(|| told_behind(text, raw, behind))
    }

    /// The last year that is told near before a date, and the first behind it, with what lies between.
    fn near(&self, text: &str, raw: &Raw, behind: &[Raw]) -> [Option<(i16, Bound)>; 2] {
        let before = self.year.map(|(end, year)| (year, bound(text, end, raw.range.start)));
        let mut told = behind.iter().take(AHEAD).filter(|next| Topic::of(text, next) == Topic::Told);
        let next = told.find_map(|next| Some((next, next.first.year()?)));
        // what follows lends its year to no day that tells none
        let next = next.map(|(next, year)| (year, bound(text, raw.range.end, next.range.start).max(Bound::Line)));
        [before, next].map(|said| said.filter(|(_, far)| *far <= Bound::Near))
    }

    fn hear(&mut self, text: &str, raw: &Raw, first: Piece, last: Option<Piece>) {
        let is_day = is_day(raw) || is_lunar_day(first);
        let topic = Topic::of(text, raw);
        // `mất ngày 5/6/1990. Ngày 7/6, lễ tang …`
        let topic = if is_day && topic == Topic::Death { Topic::Told } else { topic };
        if let Some(year) = last.and_then(Piece::year).or(first.year()).filter(|_| topic == Topic::Told) {
            self.year = Some((raw.range.end, year));
        }
        let Some(year) = single_year(first, last) else { return };
        let month = last.unwrap_or(first).month();
        let day = match last.unwrap_or(first) {
            Piece::Day { day, .. } => Some(day),
            _ => None,
        };
        let lender = Lender { end: raw.range.end, year, month, day, topic, is_day };
        self.last = Some(lender);
        if lender.topic != Topic::Told {
            return;
        }
        self.told = Some(lender);
        if matches!(first, Piece::Year(_)) && last.is_none() && is_heading(text, raw) {
            self.heading = Some(year);
        }
    }
}

/// The year of news whose sentence before tells of another shortly before.
fn of_news(own: Option<Own>, told: Option<i16>) -> Option<i16> {
    let own = own.filter(|own| own.tells_months)?;
    let year = own.day.year();
    told.is_some_and(|told| told < year && year - told <= NEAR_YEARS as i16).then_some(year)
}

/// The year that is told behind: of whole days not far from it where all have one, and for what was this morning of
/// any times that are not far apart.
fn told_behind(text: &str, raw: &Raw, behind: &[Raw]) -> Option<i16> {
    let news = lending::is_of_today(text, raw);
    let told = behind.iter().take(AHEAD).filter(|next| !next.aim && Topic::of(text, next) == Topic::Told);
    let near = |next: &&Raw| is_day(next) && bound(text, raw.range.end, next.range.start) <= Bound::Near;
    let mut years = told.filter(|next| news || near(next)).filter_map(|next| next.first.year());
    let first = years.next()?;
    let most = if news { NEAR_YEARS } else { 0 };
    years.all(|year| year.abs_diff(first) <= most).then_some(first)
}

/// What lies between two dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Bound {
    Sentence,
    Line,
    Near,
    Far,
}

fn bound(text: &str, from: usize, to: usize) -> Bound {
    let between = &text.as_bytes()[from.min(to)..to];
    if between.len() > REACH {
        return if between.len() > FAR { Bound::Far } else { Bound::Near };
    }
    let ends_sentence =
        |pair: &[u8]| matches!(pair[0], b'.' | b'!' | b'?') && pair[1].is_ascii_whitespace() || pair == b"\n\n";
    let ends_line = |pair: &[u8]| matches!(pair, b".\n" | b"\n\n" | b";\n" | b":\n");
    if between.windows(2).any(ends_line) {
        Bound::Near
    } else if between.windows(2).any(ends_sentence) {
        Bound::Line
    } else {
        Bound::Sentence
    }
}

/// Whether a capital begins the words at `at`, or the one word before them: `Đến cuối năm, …`.
fn begins_sentence(text: &str, at: usize) -> bool {
    let Some(before) = text[..at].strip_suffix(' ') else { return text[at..].starts_with(char::is_uppercase) };
    let is_part = |c: char| c.is_alphabetic() || is_mark(c);
    let word = before.rsplit(|c| !is_part(c)).next().unwrap_or_default();
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    text[at..].starts_with(char::is_uppercase) || word.starts_with(char::is_uppercase) && letters <= 6
}

fn is_heading(text: &str, raw: &Raw) -> bool {
    let bytes = text.as_bytes();
    let before = bytes[..raw.range.start].iter().rev().take(HEADING).position(|&b| b == b'\n');
    let before = before.unwrap_or(raw.range.start);
    let behind = bytes[raw.range.end..].iter().take(HEADING).position(|&b| b == b'\n');
    let behind = behind.unwrap_or(bytes.len() - raw.range.end);
    let rest = &bytes[raw.range.end..raw.range.end + behind];
    // a sentence is none, however short
    let is_sentence = rest.iter().any(u8::is_ascii_alphabetic) && matches!(rest.trim_ascii_end(), [.., b'.' | b';']);
    before <= HEADING_MARK && before + behind + raw.range.len() <= HEADING && !is_sentence
}
