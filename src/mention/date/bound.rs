//! A date and the words around it to the open period that they make of it: `trước năm 1945`, `từ 1975`.

use std::ops::Range;

use jiff::civil::Date;

use super::beside::{Before, Behind};
use super::grain::Grain;
use super::mention::{Bound, DateMention};

/// The word before a date that makes it a bound, in exact form and without marks.
const WORDS: [(&str, &str, Bound); 13] = [
    ("trước", "truoc", Bound::Before),
    ("đến", "den", Bound::Until),
    ("tới", "toi", Bound::Until),
    ("từ", "tu", Bound::Since),
    ("sau", "sau", Bound::After),
    // behind another only
    ("hết", "het", Bound::Until),
    ("to", "to", Bound::Until),
    ("before", "before", Bound::Before),
    ("until", "until", Bound::Until),
    ("till", "till", Bound::Until),
    ("since", "since", Bound::Since),
    ("from", "from", Bound::Since),
    ("after", "after", Bound::After),
];

/// Words that need another before them to be one of a bound.
const DEPENDENT: [&str; 2] = ["hết", "to"];

/// Words that may stand before the word of a bound and belong to it, each with those it leads to.
const LEADS: [(&str, &str, &[&str]); 6] = [
    ("kể", "ke", &["từ"]),
    ("tính", "tinh", &["từ", "đến"]),
    ("cho", "cho", &["đến", "tới"]),
    ("đến", "den", &["hết"]),
    ("tới", "toi", &["hết"]),
    ("up", "up", &["to"]),
];

/// Words before that of a bound which name the other side too: `trước và sau năm 1945`.
const JOINTS: [(&str, &str); 5] = [("và", "va"), ("hoặc", "hoac"), ("hay", "hay"), ("and", "and"), ("or", "or")];

/// What words around a date make of it, and the range of both; none where they bound no period.
pub fn bound(text: &str, date: &DateMention) -> Option<(Bound, Range<usize>)> {
    date.from.filter(|_| date.to.is_some())?;
    let before = before_date(text, date.range.start);
    if let Some((bound, end)) = behind_date(text, date.range.end) {
        let start = before.map_or(date.range.start, |(_, start)| start);
        return Some((bound, start..end));
    }
    before.map(|(bound, start)| (bound, start..date.range.end))
}

/// What the words before byte `at` make of the date there, and where they begin.
fn before_date(text: &str, at: usize) -> Option<(Bound, usize)> {
    let mut words = Before::new(text, at);
    let (word, mut range) = words.next()?;
    let (mut spelling, _, bound) = WORDS.into_iter().find(|(exact, plain, _)| word == *exact || word == *plain)?;
    let mut start = None;
    loop {
        if !DEPENDENT.contains(&spelling) {
            start = Some(range.start);
        }
        let Some((lead, lead_range)) = words.next() else { break };
        if JOINTS.iter().any(|(exact, plain)| lead == *exact || lead == *plain) {
            return None;
        }
        let leads =
            LEADS.into_iter().find(|(exact, plain, to)| (lead == *exact || lead == *plain) && to.contains(&spelling));
        let Some((first, ..)) = leads else { break };
        (range, spelling) = (lead_range, first);
        start = Some(range.start);
    }
    start.map(|start| (bound, start))
}

/// `trở về trước`, `trở đi`, `trở lại đây`, `về trước`, `onwards` behind byte `at`: what they make of the date
/// before them, and where they end.
fn behind_date(text: &str, at: usize) -> Option<(Bound, usize)> {
    let words: Vec<(String, Range<usize>)> = Behind::new(text, at).take(3).collect();
    let is = |at: usize, spelling: &str, plain: &str| {
        words.get(at).is_some_and(|(word, _)| word == spelling || word == plain)
    };
    let turned = usize::from(is(0, "trở", "tro"));
    let back = is(turned, "về", "ve");
    let (bound, last) = match () {
        () if back && is(turned + 1, "trước", "truoc") => (Bound::Until, turned + 1),
        () if back && is(turned + 1, "sau", "sau") => (Bound::Since, turned + 1),
        () if turned > 0 && is(1, "đi", "di") => (Bound::Since, 1),
        () if turned > 0 && is(1, "lại", "lai") => (Bound::Since, 1 + usize::from(is(2, "đây", "day"))),
        () if is(0, "onwards", "onward") => (Bound::Since, 0),
        () => return None,
    };
    Some((bound, words[last].1.end))
}

impl DateMention {
    /// The open period that a date bounds, and what is to be said of that.
    pub(crate) fn bounded(self, bound: Bound, said: Option<Bound>) -> Self {
        let day_before = |day: Date| day.yesterday().ok();
        let (from, to) = match bound {
            Bound::Before => (None, self.from.and_then(day_before)),
            Bound::Until => (None, self.to),
            Bound::Since => (self.from, None),
            Bound::After => (self.to.and_then(|day| day.tomorrow().ok()), None),
        };
        Self { from, to, grain: Grain::Period, bound: said, ..self }
    }
}

/// Tells of each date of a text what it bounds; `đến nay` is known already.
pub(super) fn mark(text: &str, dates: &mut [DateMention]) {
    for date in dates.iter_mut().filter(|date| date.valid && date.bound.is_none()) {
        date.bound = bound(text, date).map(|(bound, _)| bound);
    }
}

/// The dates of a query, each that words around it bound as the open period.
pub(super) fn opened(text: &str, dates: Vec<DateMention>) -> Vec<DateMention> {
    let mut last = 0;
    let open = |date: DateMention| {
        let bound = bound(text, &date).filter(|(_, range)| date.valid && range.start >= last);
        let yearless = date.yearly.filter(|_| date.valid).and_then(|_| before_date(text, date.range.start));
        let opened = match (bound, yearless.filter(|(_, start)| *start >= last)) {
            (Some((bound, range)), _) => DateMention { range, ..date.bounded(bound, None) },
            // what cannot be bounds nothing, and is told with the words around it
            (None, None) if !date.valid => {
                let start = before_date(text, date.range.start).map_or(date.range.start, |(_, start)| start);
                let end = behind_date(text, date.range.end).map_or(date.range.end, |(_, end)| end);
                DateMention { range: start.max(last)..end, ..date }
            }
            // no period begins on a day of any year
            (None, Some((bound, start))) => DateMention { range: start..date.range.end, bound: Some(bound), ..date },
            (None, None) => date,
        };
        last = opened.range.end;
        opened
    };
    dates.into_iter().map(open).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{find, find_in_query};
    use super::*;

    #[test]
    fn words_around_a_date_open_its_period() {
        let check = |query: &str, expected: &str| {
            let date = find_in_query(query).into_iter().next().expect("there is a date");
            let end = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
            let shown = format!("{} = {}..{}", &query[date.range.clone()], end(date.from), end(date.to));
            assert_eq!(shown, expected, "{query}");
        };
        check("trước năm 1945", "trước năm 1945 = ..1944-12-31");
        check("truoc nam 1945", "truoc nam 1945 = ..1944-12-31");
        check("sau 1975", "sau 1975 = 1976-01-01..");
        check("sau ngày 30/4/1975", "sau ngày 30/4/1975 = 1975-05-01..");
        check("đến 1960", "đến 1960 = ..1960-12-31");
        check("cho đến hết tháng 6 năm 1960", "cho đến hết tháng 6 năm 1960 = ..1960-06-30");
        check("tới năm 1960", "tới năm 1960 = ..1960-12-31");
        check("từ 1975", "từ 1975 = 1975-01-01..");
        check("bầu cử kể từ năm 1975", "kể từ năm 1975 = 1975-01-01..");
        check("từ năm 1975 trở đi", "từ năm 1975 trở đi = 1975-01-01..");
        check("từ năm 1975 trở về trước", "từ năm 1975 trở về trước = ..1975-12-31");
        check("1975 trở lại đây", "1975 trở lại đây = 1975-01-01..");
        check("before 1945", "before 1945 = ..1944-12-31");
        check("since 1975", "since 1975 = 1975-01-01..");
        check("after May 1975", "after May 1975 = 1975-06-01..");
        check("up to 1960", "up to 1960 = ..1960-12-31");
        check("from 1975 onwards", "from 1975 onwards = 1975-01-01..");
        check("until 30 April 1975", "until 30 April 1975 = ..1975-04-30");
        check("năm 1975", "năm 1975 = 1975-01-01..1975-12-31");
        check("trước và sau năm 1945", "năm 1945 = 1945-01-01..1945-12-31");
        check("trước đó, năm 1945", "năm 1945 = 1945-01-01..1945-12-31");
        check("từ 1957 đến 1960", "từ 1957 đến 1960 = 1957-01-01..1960-12-31");
        check("hết năm 1960", "năm 1960 = 1960-01-01..1960-12-31");
        check("tư 1975", "1975 = 1975-01-01..1975-12-31");
    }

    #[test]
    fn a_text_keeps_the_date_and_tells_what_it_bounds() {
        let check = |text: &str, expected: Option<Bound>| {
            let date = find(text, &[], None).0.into_iter().next().expect("there is a date");
            assert_eq!(date.bound, expected, "{text}");
            assert!(date.from.is_some(), "{text}");
        };
        check("Sau năm 1975, công nhân về mỏ.", Some(Bound::After));
        check("Trước ngày 30/4/1975 xưởng có 12 thợ.", Some(Bound::Before));
        check("Kể từ ngày 1/7/2025 áp dụng mức mới.", Some(Bound::Since));
        check("Từ năm 1960 đến nay, lò vẫn cháy.", Some(Bound::Since));
        check("Năm 1975 công nhân về mỏ.", None);
        check("Tám tháng sau, ngày 6/3/1998, nhà máy chạy thử.", None);
    }

    #[test]
    fn a_text_tells_an_open_period_and_no_day_of_its_bound() {
        let check = |text: &str, told: &str, is_open: bool, edge: &str| {
            let date = find(text, &[], None).0.into_iter().next().expect("there is a date");
            let end = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
            let period = date.told();
            assert_eq!(format!("{}..{}", end(period.from), end(period.to)), told, "{text}");
            assert_eq!((date.is_open(), period.is_open(), end(date.edge())), (is_open, is_open, edge.into()), "{text}");
        };
        check("Trước năm 1945, phố có hai lò.", "..1944-12-31", true, "1944-12-31");
        check("Sau tháng 4/1975, phố có ba lò.", "1975-05-01..", true, "1975-05-01");
        check("Nộp trước ngày 15/11/2020.", "..2020-11-14", true, "");
        check("Từ năm 1960 đến nay, lò vẫn cháy.", "1960-01-01..", true, "");
        check("Đến năm 1960, phố có ba lò.", "1960-01-01..1960-12-31", false, "");
        check("Năm 1960, phố có ba lò.", "1960-01-01..1960-12-31", false, "");
    }
}
