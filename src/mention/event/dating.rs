//! The dates of a sentence to the one in which an event of it happened.

use std::ops::Range;
use std::sync::LazyLock;

use super::super::date::{DateMention, Grain};
use super::bounds;
use super::kind::EventKind;
use super::phrases::{Cue, Meaning, Mode};
use super::sentence::{Placed, Sentence, Span};
use crate::analysis::exact;
use crate::mention::lists::{FEASTS, ISSUED_PAPERS, NOT_IN_ITEM, SEASONS};
use crate::text::{self, is_long_dash};

/// How many words behind the words of an event its time may stand.
const BEHIND: usize = 28;

/// The same for a year that is part of its name.
const NAMED: usize = 16;

/// How many words before the words of an event its time may stand inside a part of a sentence.
const CLOSE: usize = 10;

/// How many words at the head of a sentence hold a date for all of it.
const HEAD: usize = 4;

/// How many words may stand before a year at the head of a sentence.
const LED: usize = 6;

/// How many words of a season or feast may stand before a year: `Xuân Mậu Thân 1968`.
const BEFORE_YEAR: usize = 4;

/// How many words may stand before a year in brackets at the head of a sentence.
const BRACKET: usize = 8;

/// How long the title between the number of a document and its day may be.
const TITLE: usize = 300;

/// Days in a period that may be the time of what happens once.
const LONG: i32 = 400;

struct Keys {
    not_in_item: Vec<u64>,
    seasons: Vec<u64>,
    feasts: Vec<u64>,
}

static KEYS: LazyLock<Keys> = LazyLock::new(|| Keys {
    not_in_item: text::keys(NOT_IN_ITEM),
    seasons: text::keys(SEASONS),
    feasts: text::keys(FEASTS),
});

/// What a date in a sentence says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum How {
    /// When something happened.
    When,
    /// The year of what stands before it: `kế hoạch năm 2021`.
    Named,
    /// A term or stage.
    Term,
    /// From when on.
    Since,
    /// A limit, the day of a paper, no interval.
    Other,
}

/// The date of an event among those of its sentence.
pub(super) fn date_of(
    text: &str,
    sentence: &Sentence,
    span: &Span,
    (kind, mode): (EventKind, Mode),
    dates: &[DateMention],
    numbers: &[Range<usize>],
) -> Option<Placed> {
    let how = |placed: &Placed| how(text, sentence, placed, &dates[placed.date], numbers);
    let lasts = |placed: &Placed| {
        // a century tells of no verb when it happened
        kind.lasts() && (mode == Mode::Noun || dates[placed.date].grain != Grain::Century) || kind.may_last()
    };
    let fits = |placed: &Placed| match how(placed) {
        How::When => is_near(sentence, span, mode, placed),
        How::Term => lasts(placed),
        How::Named | How::Since | How::Other => false,
    };
    if mode == Mode::Item {
        // `Giáo sư (1984)`, but not `Giáo sư Lò Văn Én (1984)`; the first date behind it, or none
        let next = sentence.dates.partition_point(|placed| placed.from < span.to);
        let placed = sentence.dates.get(next).filter(|placed| dates[placed.date].from.is_some())?;
        let right_behind = matches!(kind, EventKind::Award | EventKind::Other) || placed.from == span.to;
        let of_item = right_behind && is_of_item(text, sentence, span, placed, dates[placed.date].grain);
        return of_item.then_some(*placed);
    }
    if matches!(mode, Mode::Beside | Mode::Ends) {
        let beside = |placed: &&Placed| {
            placed.from == span.to || is_row(text, sentence, span, placed) || is_answer(text, sentence, span, placed)
        };
        let told = |placed: &&Placed| dates[placed.date].from.is_some() && !is_of_what_follows(sentence, span, placed);
        let beside = sentence.dates.iter().find(beside).filter(told);
        if beside.is_some() || mode != Mode::Ends {
            return beside.copied();
        }
    }
    let split = sentence.dates.partition_point(|placed| placed.from < span.from);
    let clause = sentence.parts[span.from].clause;
    let in_clause = |placed: &Placed| {
        placed.from < HEAD || sentence.parts.get(placed.from).is_none_or(|part| part.clause == clause)
    };
    // `sinh ngày 2/9/1934, tham gia …`: the day of a birth is that of nothing else
    let of_life = |placed: &Placed| {
        let of = sentence.span_before(placed.from).map(|span| span.says);
        let died = kind == EventKind::Birth && matches!(of, Some(Meaning::Event(EventKind::Death, _)));
        died || matches!(of, Some(Meaning::Event(EventKind::Birth, Mode::Beside)))
    };
    let before = sentence.dates[..split].iter().rev().take(8).filter(|p| in_clause(p) && !of_life(p));
    // `Ngày 6/8/2020, tại Đại hội nhiệm kỳ 2020 - 2025, ông được bầu …`: a term is the time of nothing else
    let termed =
        |p: &Placed| p.term || matches!(sentence.span_before(p.from), Some(Span { says: Meaning::Cue(Cue::Term), .. }));
    let fitting: Vec<&Placed> = before.filter(|p| fits(p)).collect();
    let before = fitting.iter().find(|p| !termed(p)).or(fitting.first()).map(|p| **p);
    let after = sentence.dates[split..].iter().take(8).find(|placed| {
        let distance = placed.from.saturating_sub(span.to);
        let same = sentence.parts.get(placed.from).is_none_or(|part| part.clause == clause);
        if kind == EventKind::Campaign && is_title(sentence, span, placed) {
            return true;
        }
        same && !is_blocked(sentence, span, kind, placed)
            && !is_of_what_follows(sentence, span, placed)
            && match how(placed) {
                How::When => distance <= BEHIND,
                How::Named => distance <= NAMED && is_part_of_name(sentence, span, (kind, mode), placed),
                How::Term => lasts(placed) && distance <= NAMED,
                How::Since => kind == EventKind::EntryIntoForce && distance <= HEAD,
                How::Other => false,
            }
    });
    // `cưới Hoa hậu Thế giới 1990 A ngày 13-8-1994`
    let later = |first: &&Placed| {
        let year =
            how(first) == How::Named && text[dates[first.date].range.clone()].starts_with(|c: char| c.is_ascii_digit());
        let behind = sentence.dates[split..].iter().skip_while(|placed| placed.from <= first.from).take(1);
        let mut fits = behind.filter(|placed| {
            let same = sentence.parts.get(placed.from).is_none_or(|part| part.clause == clause);
            same && placed.from - span.to <= BEHIND
                && how(placed) == How::When
                && !is_blocked(sentence, span, kind, placed)
        });
        if year && kind.is_of_somebody() { fits.next() } else { None }
    };
    let after = after.and_then(|first| later(&first).or(Some(first)));
    // a war that is only named goes on for long: `một hội thảo về chiến tranh …`
    let before = before.filter(|_| kind != EventKind::War || mode != Mode::Noun || is_begun(sentence, span));
    match (before, after) {
        (_, Some(after)) if kind == EventKind::EntryIntoForce => Some(*after),
        (Some(before), Some(after)) => {
            // `ngày 3/11 chúng bắt A; A bị giết sau đó ba hôm`
            // `Năm 1978 ông làm Hiệu trưởng cho đến khi nghỉ hưu năm 1996`
            let tells = mode != Mode::Noun && kind != EventKind::Other;
            let apart =
                sentence.parts.get(before.from).is_some_and(|part| part.segment != sentence.parts[span.from].segment);
            let own = (kind.is_of_somebody() || apart) && tells && after.from == span.to;
            if own && matches!(how(after), How::When | How::Named) {
                return Some(*after);
            }
            if matches!(how(after), How::When | How::Named) && is_told_before(sentence, span, &before, after) {
                return Some(*after);
            }
            let other_clause = sentence.parts.get(before.from).is_some_and(|part| part.clause != clause);
            if other_clause && how(after) == How::When {
                return Some(*after);
            }
            let away = before.from > HEAD && sentence.parts[before.from].segment != sentence.parts[span.from].segment;
            let beside = sentence.parts[after.from.saturating_sub(1)].segment == sentence.parts[span.from].segment;
            // the years of a life in the cell before are not those of a war
            let term = how(&before) == How::Term && how(after) != How::Term;
            let own = how(after) == How::When || kind.is_of_somebody() && how(after) == How::Named;
            Some(if away && beside && own || term { *after } else { before })
        }
        (before, after) => before.or(after.copied()).or_else(|| decided(text, sentence, span, kind, dates, numbers)),
    }
}

/// The day of the decision by which something happens to somebody: `Theo Sắc lệnh số 12/SL ngày 5/2/1948, ông được
/// phong …`.
fn decided(
    text: &str,
    sentence: &Sentence,
    span: &Span,
    kind: EventKind,
    dates: &[DateMention],
    numbers: &[Range<usize>],
) -> Option<Placed> {
    use EventKind::{Appointment, Award, Dismissal, Promotion};
    let key = |at: usize| sentence.words.get(at).map_or(0, |word| word.key);
    let one_of = |at: usize, words: [&str; 2]| words.iter().any(|word| text::key(word) == key(at));
    let led = one_of(0, ["theo", "bằng"]) && one_of(1, ["sắc", "quyết"]) && one_of(2, ["lệnh", "định"]);
    if !led || !matches!(kind, Appointment | Award | Dismissal | Promotion) {
        return None;
    }
    let placed = sentence.dates.first().filter(|placed| placed.to <= span.from)?;
    let date = &dates[placed.date];
    (date.grain == Grain::Day && is_of_paper(text, date, numbers)).then_some(*placed)
}

/// Whether a verb stands before the name of a war: `mở chiến dịch`, or it heads its sentence.
fn is_begun(sentence: &Sentence, span: &Span) -> bool {
    // `tiến hành một cuộc nổi dậy`
    let holds = |span: &Span| span.says == Meaning::Cue(Cue::Hold);
    (span.from.saturating_sub(2)..=span.from).any(|at| sentence.span_before(at).is_some_and(holds))
        || sentence.dates.iter().any(|placed| placed.to == span.from)
}

/// Whether a date before an event still holds for it: it heads the sentence or a part of it, or is
/// close.
fn is_near(sentence: &Sentence, span: &Span, mode: Mode, placed: &Placed) -> bool {
    let first = sentence.spans.partition_point(|other| other.from < placed.to);
    let between = sentence.spans[first..].iter().take_while(|other| other.to <= span.from);
    if between.take(BEHIND).any(|other| other.says == Meaning::Cue(Cue::Later)) {
        return false;
    }
    let heads = placed.from < HEAD || sentence.parts[placed.from - 1].segment != sentence.parts[placed.from].segment;
    heads || span.from - placed.to <= if mode == Mode::Verb { BEHIND } else { CLOSE }
}

/// Whether a date stands in the quoted name behind the words of a campaign.
fn is_title(sentence: &Sentence, span: &Span, placed: &Placed) -> bool {
    placed.from > span.to
        && sentence.parts[span.to..=placed.from.min(sentence.parts.len() - 1)].iter().all(|part| part.quoted)
}

/// Whether a date before an event stands right behind another in its own part of the sentence, and the one behind in
/// that of the event: `được thành lập năm 1882, được đổi tên thành B năm 1902`.
fn is_told_before(sentence: &Sentence, span: &Span, before: &Placed, after: &Placed) -> bool {
    let segment = |at: usize| sentence.parts.get(at).map(|part| part.segment);
    let told = matches!(sentence.span_before(before.from), Some(Span { says: Meaning::Event(..), .. }));
    told && segment(before.from) != segment(span.from)
        && after.from.checked_sub(1).is_some_and(|last| segment(last) == segment(span.from))
}

/// Whether a date heads what follows the part of a sentence that `sau khi` or the like opens: `Sau khi A mất, năm 1278 B
/// nhường ngôi`.
fn is_of_what_follows(sentence: &Sentence, span: &Span, placed: &Placed) -> bool {
    let segment = |at: usize| sentence.parts.get(at).map(|part| part.segment);
    let opened = sentence.spans.iter().take_while(|other| other.to <= span.from).any(|other| {
        matches!(other.says, Meaning::Cue(Cue::Called | Cue::While)) && segment(other.from) == segment(span.from)
    });
    let heads = placed.from > 0 && segment(placed.from) != segment(placed.from - 1);
    opened
        && heads
        && sentence.spans.iter().any(|other| other.from >= placed.to && matches!(other.says, Meaning::Event(..)))
}

/// Whether another event stands between an event and a date behind it.
fn is_blocked(sentence: &Sentence, span: &Span, kind: EventKind, placed: &Placed) -> bool {
    let from = sentence.spans.partition_point(|other| other.from < span.to);
    let between = sentence.spans[from..].iter().take_while(|other| other.to <= placed.from);
    between.take(BEHIND).any(|other| {
        matches!(other.says, Meaning::Event(of, mode) if of != kind && !matches!(mode, Mode::Noun | Mode::Goes | Mode::Item))
    })
}

/// Whether a year behind belongs to what was told: nothing parts it from the name of a gathering,
/// or from a verb.
fn is_part_of_name(sentence: &Sentence, span: &Span, (kind, mode): (EventKind, Mode), placed: &Placed) -> bool {
    let last = placed.from.saturating_sub(1);
    // `chết ở Hà Nội, Việt Nam năm 1998`
    let somebody = kind.is_of_somebody() && mode != Mode::Noun;
    let same = somebody || sentence.parts[last].segment == sentence.parts[span.from].segment;
    let papers = sentence.spans.iter().any(|other| {
        other.from >= span.to
            && other.to <= placed.from
            && matches!(other.says, Meaning::Cue(Cue::Paper | Cue::Refer | Cue::Term))
    });
    same && !papers && (mode == Mode::Noun || somebody || placed.from - span.to <= 8)
}

fn how(text: &str, sentence: &Sentence, placed: &Placed, date: &DateMention, numbers: &[Range<usize>]) -> How {
    let quoted = sentence.parts.get(placed.from).is_some_and(|part| part.quoted);
    if placed.days.is_some() && !quoted {
        return How::When;
    }
    if date.from.is_none() || quoted || is_of_paper(text, date, numbers) {
        return How::Other;
    }
    let before = sentence.span_before(placed.from).map(|span| span.says);
    let gap = placed
        .from
        .checked_sub(1)
        .map_or("", |last| &text[sentence.words[last].end..date.range.start.max(sentence.words[last].end)]);
    // `Khoa thi đầu (1900) ông đỗ …`
    let told = |span: &Span| matches!(span.says, Meaning::Event(..)) && span.from < placed.from;
    let aside = placed.from <= BRACKET && text[date.range.clone()].starts_with('(') && !sentence.spans.iter().any(told);
    let parted = aside
        || placed.from == 0
        || gap.contains([',', ';', ':', '(', '|', '.', ']', '\n'])
        || gap.contains(is_long_dash);
    let long = is_long(date);
    // `(dự kiến họp từ …)`
    let depth = sentence.parts.get(placed.from).map_or(0, |part| part.depth);
    let planned = |span: &Span| span.says == Meaning::Cue(Cue::May) && sentence.parts[span.from].depth > 0;
    if depth > 0 && sentence.spans.iter().rev().filter(|span| span.to <= placed.from).take(3).any(planned) {
        return How::Other;
    }
    match before {
        Some(Meaning::Cue(Cue::Bound)) if !parted => return How::Other,
        Some(Meaning::Cue(Cue::Until)) if !parted && !is_headed(sentence, placed) => return How::Other,
        Some(Meaning::Cue(Cue::Until)) if !parted && !long => return How::When,
        Some(Meaning::Cue(Cue::Since)) if !parted => return How::Since,
        Some(Meaning::Cue(Cue::Paper)) if !parted => return How::Other,
        Some(Meaning::Cue(Cue::Term)) if !parted => return How::Term,
        _ if placed.term || long => return How::Term,
        Some(Meaning::Cue(Cue::When | Cue::Hold | Cue::Opens | Cue::Past)) => return How::When,
        // `học hàm Giáo sư năm 1984` is no item of a list
        Some(Meaning::Event(EventKind::Promotion | EventKind::Study, Mode::Item)) => {}
        Some(Meaning::Event(..)) if !parted => return How::When,
        _ => {}
    }
    let own = matches!(date.grain, Grain::Day | Grain::PartOfYear | Grain::PartOfMonth | Grain::Month | Grain::Period);
    if parted || own || is_led(sentence, placed) { How::When } else { How::Named }
}

/// Whether a few words of place head a sentence before its year: `Tại Việt Nam năm 1961`.
fn is_led(sentence: &Sentence, placed: &Placed) -> bool {
    let first = sentence.words.first().map_or(0, |word| word.key);
    let season = KEYS.seasons.contains(&first);
    let comma = sentence.parts.get(placed.to).is_none_or(|next| next.segment != sentence.parts[placed.from].segment);
    // `Xuân Mậu Thân 1968`, but not `Thu ngân sách năm 2015`
    let bare = |word: &text::Word| word.capital || KEYS.seasons.contains(&word.key) || KEYS.feasts.contains(&word.key);
    if season && comma && placed.from <= BEFORE_YEAR && sentence.words[..placed.from].iter().all(bare) {
        return true;
    }
    let led = first == text::key("tại") || first == text::key("ở");
    led && (2..=LED).contains(&placed.from) && sentence.words[1..placed.from].iter().all(|word| word.capital)
}

/// Whether the words before a date head their part of the sentence: `Đến năm 1960, …`, `Phải đến năm 1960, …`.
fn is_headed(sentence: &Sentence, placed: &Placed) -> bool {
    let phrase = sentence.span_before(placed.from).map_or(placed.from - 1, |span| span.from);
    heads(sentence, placed.from - 1) || heads(sentence, phrase)
}

/// Whether a word heads its part of the sentence, or what `và` joins to it.
fn heads(sentence: &Sentence, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return true };
    let and = [text::key("và"), text::key("rồi"), text::key("mãi"), text::key("thì")];
    sentence.parts[before].segment != sentence.parts[at].segment || and.contains(&sentence.words[before].key)
}

/// Whether a phrase is a cell of a table and a date stands in its row: `| Sinh | Sài Gòn | 5 tháng 6 năm 1911 |`.
fn is_row(text: &str, sentence: &Sentence, span: &Span, placed: &Placed) -> bool {
    let (Some(first), Some(last)) = (sentence.words.get(span.from), sentence.words.get(span.to - 1)) else {
        return false;
    };
    let before = text[..first.start].trim_end_matches([' ', '*']);
    let behind = text[last.end..].trim_start_matches([' ', '*', ':']);
    let row = before.ends_with('|') || before.ends_with('\n');
    let gap = || sentence.words.get(placed.from).is_some_and(|word| !text[last.end..word.start].contains('\n'));
    row && behind.starts_with('|') && placed.from > span.to && gap()
}

/// No label of a form has more words.
const LABEL: usize = 9;

/// Whether a phrase begins a label of a form and a date is the answer: `Ngày vào Đoàn TNLĐ: 3/1966`.
fn is_answer(text: &str, sentence: &Sentence, span: &Span, placed: &Placed) -> bool {
    let of_day = sentence.words[span.from].key == text::key("ngày");
    let colon = |at: usize| text[sentence.words[at - 1].end..sentence.words[at].start].contains(':');
    let label = span.from..(span.from + LABEL).min(sentence.words.len());
    let end = if of_day { label.skip(1).find(|&at| colon(at)) } else { None };
    let other = |end: usize| sentence.spans.iter().any(|other| other.from >= span.to && other.to <= end);
    end.is_some_and(|end| placed.from == end && span.to <= end && !other(end))
}

/// No item of a list has more words before its time.
const ITEM: usize = 30;

/// Whether a phrase heads an item of a list whose time is a date: `Huân chương Kháng chiến (1985)`,
/// `Kỷ niệm chương …, năm 2001`.
fn is_of_item(text: &str, sentence: &Sentence, span: &Span, placed: &Placed, grain: Grain) -> bool {
    let (Some(first), Some(last)) = (sentence.words.get(span.from), placed.from.checked_sub(1)) else { return false };
    let parts = &sentence.parts;
    if placed.from < span.to || placed.from - span.to > ITEM || !first.capital {
        return false;
    }
    if parts.get(placed.from).is_none_or(|part| part.clause != parts[span.from].clause) {
        return false;
    }
    let before = text[..first.start].trim_end();
    let heads = span.from == 0 || before.ends_with([';', ':', '|']) || before.ends_with("),");
    let behind = sentence.words.get(placed.to).map_or("", |next| &text[sentence.words[placed.to - 1].end..next.start]);
    let closes = placed.to == sentence.words.len() || behind.contains([';', ')', ',', '|', '(', '\n']);
    if !heads || !closes {
        return false;
    }
    // other times and other verbs between have what is told there
    let next = sentence.spans.partition_point(|other| other.from < span.to);
    let mut between = sentence.spans[next..].iter().take_while(|other| other.from < placed.from);
    if between.any(|other| matches!(other.says, Meaning::Event(_, Mode::Verb | Mode::Weak))) {
        return false;
    }
    let opens = text[sentence.words[last].end..sentence.words[placed.from].start].contains(['(', ',']);
    // `Huân chương Lao động hạng Ba năm 1980`
    let plain = |word: &crate::text::Word| !KEYS.not_in_item.contains(&word.key);
    let bare = || sentence.words[span.to..placed.from].iter().all(plain);
    opens || matches!(grain, Grain::Day | Grain::Month | Grain::Year) && bare()
}

/// Whether a date is the day of a document that is cited: `Chỉ thị số 05-CT/TW ngày 15/5/2016`,
/// `Quyết định số 7/QĐ-UBND về … ngày 15/5/2016 của …`.
pub(super) fn is_of_paper(text: &str, date: &DateMention, numbers: &[Range<usize>]) -> bool {
    let next = numbers.partition_point(|number| number.end <= date.range.start);
    let Some(gap) = next.checked_sub(1).map(|last| &text[numbers[last].end..date.range.start]) else { return false };
    let issuer =
        date.grain == Grain::Day && [" của ", " cu\u{309}a "].iter().any(|of| text[date.range.end..].starts_with(of));
    // `Sau Chỉ thị 17-CT/TU, tháng 9/1982 ông A …`: papers are cited with their day
    let apart = gap.contains(',') && date.grain == Grain::Month;
    is_glue(gap) && !apart
        || issuer
            && gap.len() <= 3 * TITLE
            && bounds::len(gap) <= TITLE
            && !gap.contains(['\n', ';'])
            && !gap.contains(". ")
}

/// Whether a date stands between the word of a paper and its issuer: `Chỉ thị ngày 15-2-1947 của Khu ủy`.
pub(super) fn is_of_issuer(text: &str, date: &DateMention) -> bool {
    let behind = &text[date.range.end..];
    if ![" của ", " cu\u{309}a "].iter().any(|of| behind.starts_with(of)) {
        return false;
    }
    let before = text[..date.range.start].trim_end_matches(' ');
    let mut words = before.rsplit(' ').take(2);
    let (Some(last), Some(first)) = (words.next(), words.next()) else { return false };
    let first = first.rsplit(['\n', '(', '“', '"']).next().unwrap_or_default();
    let (first, last) = (exact(first), exact(last));
    ISSUED_PAPERS.iter().any(|paper| paper.split_once(' ') == Some((&first, &last)))
}

/// Whether nothing but a comma, a bracket and blanks stands between a number and its day.
fn is_glue(gap: &str) -> bool {
    gap.len() <= 6 && gap.chars().all(|c| c.is_whitespace() || matches!(c, ',' | '(' | '*'))
}

/// Whether a date is a stage of years, not the time of what happens once.
pub(super) fn is_long(date: &DateMention) -> bool {
    let days = match (date.from, date.to) {
        (Some(from), Some(to)) => (to - from).get_days(),
        _ => i32::MAX,
    };
    matches!(date.grain, Grain::Decade | Grain::Century) || date.grain == Grain::Period && days > LONG
}
