//! The words around figures to whether they are a day that is kept every year: `lễ 30/4`, `Quốc khánh 2/9`.

use std::ops::Range;

use super::beside::{Before, Behind};
use super::parse::Parser;
use super::scan::Kind;
use super::words::Word;

/// Most words of the name of a day, with that before it: `ngày Giải phóng hoàn toàn miền Nam 30/4`.
const NAME_WORDS: usize = 9;

/// Most days in a row that one word names: `dịp 8/3, 30/4, 1/5 và 2/9`.
const ROW: usize = 6;

/// Days of a month that no fraction and no score of a game has before its stroke.
const LATE_DAYS: std::ops::RangeInclusive<u16> = 13..=31;

/// Words right before a day that is kept, each with the one that it needs before it.
const KEPT: [(&str, &str); 9] = [
    ("lễ", ""),
    ("tết", ""),
    ("mừng", ""),
    ("dịp", ""),
    ("niệm", "kỉ"),
    ("khánh", "quốc"),
    ("thắng", "chiến"),
    ("phóng", "giải"),
    ("mạng", "cách"),
];

/// Words before the name of a day that is kept, in capitals: `mừng Cách mạng tháng Tám 19/8`.
const OPENINGS: [&str; 6] = ["ngày", "lễ", "tết", "mừng", "dịp", "niệm"];

/// How days are named without any such word before: their last words, the nearest first.
const NAMES: [&[&str]; 6] = [
    &["nữ", "phụ", "tế", "quốc"],
    &["nữ", "phụ", "việt"],
    &["động", "lao", "tế", "quốc"],
    &["nhi", "thiếu", "tế", "quốc"],
    &["nam", "việt", "giáo", "nhà"],
    &["sĩ", "liệt", "binh", "thương"],
];

/// What is told of by its share: `2/3 số hộ`.
const SHARED: [&str; 5] = ["số", "tổng", "diện", "phiếu", "quân"];

/// Words before a day that may be left out of a name or of a row: `ngày 30/4`, `nhân dịp 2/9`.
const LIGHT: [&str; 2] = ["ngày", "của"];

/// Words behind a day that is kept: `ngày 26 tháng 7 là ngày truyền thống`.
const KEPT_AS: [&[&str]; 6] = [&["truyền", "thống"], &["kỉ", "niệm"], &["lễ"], &["hội"], &["giỗ"], &["quốc"]];

/// Whether the words behind byte `at` say of the day there that it is kept.
pub(super) fn is_kept_as(text: &str, at: usize) -> bool {
    let words: Vec<String> = Behind::new(text, at).take(4).map(|(word, _)| word).collect();
    let words: Vec<&str> = words.iter().map(|word| &**word).collect();
    let rest = words.strip_prefix(&["là", "ngày"]).unwrap_or_default();
    KEPT_AS.iter().any(|name| rest.starts_with(name))
}

/// Whether the words before byte `at` name the day there as one that is kept: `kỷ niệm ngày`, `Ngày Nhà giáo`.
pub(super) fn is_kept(text: &str, at: usize) -> bool {
    let at = text[..at].trim_end().strip_suffix('(').map_or(at, str::len);
    let words: Vec<(String, Range<usize>)> = Before::new(text, at).take(NAME_WORDS).collect();
    let light = words.iter().take_while(|(word, _)| LIGHT.contains(&&**word)).count();
    let exact: Vec<&str> = words[light..].iter().map(|(word, _)| &**word).collect();
    let is = |at: usize, word: &str| exact.get(at).is_some_and(|other| *other == word);
    let is_capital = |(_, range): &(String, Range<usize>)| text[range.clone()].starts_with(char::is_uppercase);
    let in_capitals = || {
        let opening = exact.iter().position(|word| OPENINGS.contains(word)).filter(|at| *at > 0);
        opening.is_some_and(|at| is_capital(&words[light + at - 1]) && !is(0, "thắng"))
    };
    KEPT.iter().any(|(word, before)| is(0, word) && (before.is_empty() || is(1, before)))
        || NAMES.iter().any(|name| name.iter().zip(0..).all(|(word, at)| is(at, word)))
        || in_capitals()
}

impl Parser<'_> {
    /// Whether figures at token `at` are a day and a month by the words before them or by the days in a row with them.
    pub(super) fn is_feast(&self, at: usize) -> bool {
        let late = |at: usize| matches!(self.kind(at), Kind::Figure(day, _) if LATE_DAYS.contains(&day));
        // `30/4 và 1/5`
        let in_row = |first: usize| late(first) && (first < at || self.is_joined(at));
        !self.query && (self.is_kept(at) || self.row(at).last().is_some_and(in_row))
    }

    /// Whether words name the day in figures at token `at`, or one before it in its row, as one that is kept.
    pub(super) fn is_kept(&self, at: usize) -> bool {
        !self.query && self.row(at).any(|day| is_kept(self.text, self.run[day].start))
    }

    /// The day in figures at token `at` and those before it in a row, from there to the front.
    fn row(&self, at: usize) -> impl Iterator<Item = usize> {
        let before = |at: &usize| at.checked_sub(4).filter(|before| self.is_joined(*before));
        std::iter::successors(Some(at).filter(|at| self.is_day_and_month(*at)), before).take(ROW)
    }

    /// Whether another such day follows the one at `at`.
    fn is_joined(&self, at: usize) -> bool {
        let joint = matches!(self.kind(at + 3), Kind::Word(Word::And) | Kind::Comma | Kind::Dash);
        joint && self.is_day_and_month(at) && self.is_day_and_month(at + 4)
    }

    /// Whether a word follows the token before `next` that is told of by its share.
    pub(super) fn is_shared(&self, next: usize) -> bool {
        let word = Behind::new(self.text, self.run[next - 1].end).next();
        word.is_some_and(|(word, _)| SHARED.contains(&&*word))
    }

    /// `30/4`, and nothing that is counted by it or a share of: `3/4 người`.
    fn is_day_and_month(&self, at: usize) -> bool {
        let (Kind::Figure(day @ 1..=31, 1 | 2), Kind::Figure(month @ 1..=12, 1 | 2)) =
            (self.kind(at), self.kind(at + 2))
        else {
            return false;
        };
        let stroke = matches!(self.kind(at + 1), Kind::Slash | Kind::Dash);
        let glued = |at: usize| self.run.get(at).is_some_and(|token| token.glued);
        let unit = matches!(self.kind(at + 3), Kind::Word(Word::Day | Word::Month | Word::Year | Word::Number(_)));
        let year =
            self.is(at + 3, Word::Year) && matches!(self.kind(at + 4), Kind::Figure(_, 4) | Kind::Word(Word::Now));
        let is_share = || day < month && self.is_shared(at + 3);
        stroke && glued(at + 1) && glued(at + 2) && !self.is_counted(at + 3) && (!unit || year) && !is_share()
    }
}

#[cfg(test)]
mod tests {
    use super::super::find;

    #[test]
    fn days_that_are_kept_need_no_word_and_take_no_year_from_other_sentences() {
        let check = |text: &str, expected: &[&str]| {
            let dates = find(text, &[], None).0;
            let untold = dates.iter().filter(|date| date.inferred || date.yearly.is_some());
            let shown = untold.map(|date| match date.yearly {
                Some(yearly) => format!("{} = {yearly}", &text[date.range.clone()]),
                None => format!(
                    "{} = {}",
                    &text[date.range.clone()],
                    date.from.map(|day| day.to_string()).unwrap_or_default()
                ),
            });
            assert_eq!(shown.collect::<Vec<_>>(), expected, "{text}");
        };
        check("Lễ 30/4 hằng năm, xưởng nghỉ.", &["30/4 = --04-30"]);
        check("Nhân dịp 2/9, phố treo cờ.", &["2/9 = --09-02"]);
        check("Nghỉ 30/4 và 1/5 theo lịch.", &["30/4 = --04-30", "1/5 = --05-01"]);
        check(
            "Dịp 8/3, 30/4, 1/5 và 2/9, chợ đông.",
            &["8/3 = --03-08", "30/4 = --04-30", "1/5 = --05-01", "2/9 = --09-02"],
        );
        check("Nghỉ 30/4 - 1/5 dài ngày.", &["30/4 - 1/5 = --04-30/--05-01"]);
        check("Mừng 2-9, kỷ niệm 3/2.", &["2-9 = --09-02", "3/2 = --02-03"]);
        check("Ngày Nhà giáo Việt Nam 20/11, lớp tặng hoa.", &["20/11 = --11-20"]);
        check("Mừng Quốc tế Phụ nữ 8/3 và Quốc khánh (2/9).", &["8/3 = --03-08", "(2/9) = --09-02"]);
        check("Mừng lễ 30/4 năm 2020.", &[]);
        check("Năm 1975 đường thông. Dịp 30/4, xưởng treo cờ.", &["30/4 = --04-30"]);
        check("Năm 1976, dịp 30/4, xưởng treo cờ.", &["30/4 = 1976-04-30"]);
        check("Họp ngày 5/6/1990. Kỷ niệm ngày 27/7, xưởng thăm nhà.", &["ngày 27/7 = --07-27"]);
        check("Các ngày 17/2, 9/3 và 14/7 năm 2005, xưởng nghỉ.", &["ngày 17/2 = 2005-02-17", "9/3 = 2005-03-09"]);
        check("Trao vào dịp Quốc khánh 2-9, cho đến nay vẫn giữ.", &["2-9 = --09-02"]);
        check("Họp năm 1990. Ngày 26/7 là ngày truyền thống của xưởng.", &["Ngày 26/7 = --07-26"]);
        check("Họp năm 1990. Ngày 26/7 là ngày họp đầu tiên.", &["Ngày 26/7 = 1990-07-26"]);
        check("Báo cáo hằng năm gửi trước ngày 15/3.", &["ngày 15/3 = --03-15"]);
        check("Nộp trước ngày 15/11 hằng năm.", &["ngày 15/11 = --11-15"]);
        check(
            "Năm 2020, nộp ngày 30 tháng 6 và ngày 31 tháng 12 hàng năm.",
            &["ngày 30 tháng 6 = --06-30", "ngày 31 tháng 12 = --12-31"],
        );
        check("Từ ngày 01/01 đến 30/6 hằng năm.", &["Từ ngày 01/01 đến 30/6 = --01-01/--06-30"]);
        check("Định kỳ trước ngày 20 tháng 6.", &["ngày 20 tháng 6 = --06-20"]);
        check("Năm 1947 lập xưởng gạch. Ngày 5/6, xưởng họp.", &["Ngày 5/6 = --06-05"]);
        check("Năm 1947 được thành lập, xưởng họp ngày 5/6.", &["ngày 5/6 = --06-05"]);
    }
}
