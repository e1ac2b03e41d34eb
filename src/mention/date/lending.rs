//! A date and the words before it to what it tells of, and so whether another date may take its year.
//!
//! The year of a birth, of a law that is named by it, of a paper that is cited, and the bound of an open period
//! say nothing about when something else happened.

use std::ops::Range;

use super::beside::{Before, Behind};
use super::bound;
use super::feast::{is_kept, is_kept_as};
use super::grain::Grain;
use super::mention::DateMention;
use super::parse::Raw;
use super::value::{Piece, single_year};

/// What a date tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Topic {
    /// What the text tells.
    Told,
    /// `sinh ngày 3/5/1923`.
    Birth,
    /// `mất ngày 28/1`: no other year is that of a death.
    Death,
    /// A year that is part of a name, or tells of something else: `Luật Công đoàn năm 2012`, `từ năm 1998`, `thành
    /// lập năm 1947`.
    Named,
    /// The day of a paper behind its number.
    Cited,
    /// A day that is kept every year: `kỷ niệm ngày 27/7`.
    Kept,
}

impl Topic {
    /// Of the date before the words of `text`.
    pub(super) fn of(text: &str, raw: &Raw) -> Self {
        let is_year = matches!(raw.first, Piece::Year(_)) && raw.last.is_none();
        let most = if is_year { LAW_WORDS } else { LIFE_WORDS };
        let words: Vec<(String, Range<usize>)> = Before::new(text, raw.range.start).take(most).collect();
        let exact: Vec<&str> = words.iter().map(|(word, _)| &**word).collect();
        if let Some(topic) = of_life(&exact).or_else(|| of_label(&text[..raw.range.start])) {
            return topic;
        }
        if raw.cited {
            return Self::Cited;
        }
        if matches!(raw.first, Piece::Day { year: None, .. })
            && (raw.kept || is_kept(text, raw.range.start) || is_kept_as(text, raw.range.end))
        {
            return Self::Kept;
        }
        let tells_own = || {
            names_law(text, &words) || tells_other(&exact) || is_founding(text, raw.range.end) || is_bound(text, raw)
        };
        if is_year && tells_own() {
            return Self::Named;
        }
        Self::Told
    }

    /// Whether a date of this topic may take its year from one of another.
    pub(super) fn takes_from(self, other: Self) -> bool {
        match self {
            Self::Birth | Self::Death => false,
            Self::Cited => matches!(other, Self::Told | Self::Cited),
            Self::Told | Self::Named | Self::Kept => other == Self::Told,
        }
    }
}

/// Whether a time of the day stands before a day, as in news: `chiều 11/11`, `sáng nay (11/5)`.
pub(super) fn is_of_today(text: &str, raw: &Raw) -> bool {
    let word = Before::new(text, raw.range.start).next();
    word.is_some_and(|(word, _)| matches!(&*word, "sáng" | "trưa" | "chiều" | "tối" | "đêm" | "hôm" | "nay"))
}

/// Most words from that of a law to its year.
const LAW_WORDS: usize = 14;

/// Most words from that of a birth or death to its date.
const LIFE_WORDS: usize = 9;

/// Words that stand between that of a birth or death and its date.
const LIGHT: [&str; 8] = ["ngày", "vào", "ra", "lúc", "hồi", "on", "in", "năm"];

/// Words of the hour before a date.
const CLOCK: [&str; 9] = ["giờ", "phút", "h", "sáng", "trưa", "chiều", "tối", "đêm", "khuya"];

/// The words before the date of a birth, the nearest first.
const BIRTHS: [&[&str]; 5] = [&["sinh"], &["sn"], &["born"], &["đời", "chào"], &["b"]];

/// The words before that of a death.
const DEATHS: [&[&str]; 9] = [
    &["mất"],
    &["đời", "qua"],
    &["trần", "từ"],
    &["thế", "tạ"],
    &["sinh", "hy"],
    &["sinh", "hi"],
    &["chết"],
    &["died"],
    &["trần", "lâm"],
];

/// Words that `sinh` behind them is part of: `học sinh`.
const NO_BIRTH: [&str; 11] = ["học", "thí", "vệ", "phát", "phục", "sản", "giáo", "tuyển", "nữ", "nam", "hộ"];

/// Words beside a year that tell of what began then, behind it too (`năm 1947 lập xưởng`).
const FOUNDINGS: [&[&str]; 6] =
    [&["lập"], &["thành", "lập"], &["ra", "đời"], &["khánh", "thành"], &["khởi", "công"], &["xây", "dựng"]];

/// Words before a year that tell of something that was then, the nearest first.
const OTHERS: [&[&str]; 12] = [
    &["nghiệp", "tốt"],
    &["ngũ", "nhập"],
    &["nạp", "kết"],
    &["đảng", "vào"],
    &["hành", "ban"],
    &["đổi", "sửa"],
    &["sung", "bổ"],
    &["với", "so"],
    &["kỳ", "cùng"],
    &["kì", "cùng"],
    &["founded"],
    &["established"],
];

/// What the words before a date, the nearest first, tell of a life.
fn of_life(words: &[&str]) -> Option<Topic> {
    let clock = |word: &str| word.starts_with(|c: char| c.is_ascii_digit()) || CLOCK.contains(&word);
    let light = words.iter().take_while(|word| LIGHT.contains(word) || clock(word)).count();
    let words = &words[light..];
    let begins = |all: &[&[&str]]| all.iter().any(|phrase| words.starts_with(phrase));
    match () {
        () if begins(&DEATHS) => Some(Topic::Death),
        () if begins(&BIRTHS) && !words.get(1).is_some_and(|word| NO_BIRTH.contains(word)) => Some(Topic::Birth),
        () => None,
    }
}

/// `Ngày sinh: 3/5/1923`.
fn of_label(before: &str) -> Option<Topic> {
    let label = before.trim_end().strip_suffix(':')?;
    let words: Vec<String> = Before::new(label, label.len()).take(2).map(|(word, _)| word).collect();
    of_life(&words.iter().map(|word| &**word).collect::<Vec<_>>())
}

fn tells_other(words: &[&str]) -> bool {
    let light = words.iter().take_while(|word| LIGHT.contains(word) || **word == "từ").count();
    let words = &words[light..];
    let founds =
        |phrase: &&[&str]| words.len() >= phrase.len() && words.iter().zip(phrase.iter().rev()).all(|(a, b)| a == b);
    OTHERS.iter().any(|phrase| words.starts_with(phrase)) || FOUNDINGS.iter().any(founds)
}

/// Whether the words right behind a year tell of what began then.
fn is_founding(text: &str, at: usize) -> bool {
    let words: Vec<String> =
        Behind::new(text, at).map(|(word, _)| word).filter(|word| word != "được").take(2).collect();
    let words: Vec<&str> = words.iter().map(|word| &**word).collect();
    FOUNDINGS.iter().any(|phrase| words.starts_with(phrase))
}

/// `Luật Công đoàn năm 2012`, `Hiến pháp 2013`: the words before its year, the nearest first.
fn names_law(text: &str, words: &[(String, Range<usize>)]) -> bool {
    let is_capital = |at: usize| {
        let (_, range): &(String, Range<usize>) = &words[at];
        text[range.clone()].starts_with(char::is_uppercase)
    };
    words.iter().enumerate().any(|(at, (word, _))| {
        let before = words.get(at + 1).map(|(word, _)| &**word);
        match &**word {
            "luật" => is_capital(at) || before == Some("bộ") && is_capital(at + 1),
            "pháp" => before == Some("hiến") && is_capital(at + 1),
            "lệnh" => matches!(before, Some("pháp" | "sắc")) && is_capital(at + 1),
            "lệ" => before == Some("điều") && is_capital(at + 1),
            "law" | "code" | "constitution" | "act" => is_capital(at),
            _ => false,
        }
    })
}

fn is_bound(text: &str, raw: &Raw) -> bool {
    let Some(year) = single_year(raw.first, raw.last) else { return false };
    let day = jiff::civil::Date::new(year, 1, 1).ok();
    let date = DateMention { range: raw.range.clone(), grain: Grain::Year, ..DateMention::period(day, day) };
    bound(text, &date).is_some()
}

#[cfg(test)]
mod tests {
    use super::super::find;

    #[test]
    fn a_day_takes_no_year_that_tells_of_something_else() {
        let check = |text: &str, expected: &str| {
            let dates = find(text, &[], None).0;
            let day = dates.iter().find(|date| date.inferred || date.yearly.is_some());
            let shown =
                day.and_then(|day| day.from.map(|from| from.to_string()).or(day.yearly.map(|day| day.to_string())));
            assert_eq!(shown.as_deref().unwrap_or("-"), expected, "{text}");
        };
        check("Cụ Thìn mất ngày 28/1 ở tuổi 102. Cụ sinh ngày 3/5/1923.", "--01-28");
        check("Cụ Thìn (sinh 3/5/1923) qua đời ngày 28/1.", "--01-28");
        check("Ông sinh ngày 3/5/1923. Ngày 28/1, ông thăm xưởng.", "--01-28");
        check("Ngày sinh: 3/5/1923. Ngày 28/1, ông thăm xưởng.", "--01-28");
        check("Bà sinh năm 1931, ngày 2/9 bà kể chuyện cũ.", "--09-02");
        check("Born on May 3, 1923, he spoke in Hue on January 28.", "--01-28");
        check("Thực hiện Luật Công đoàn năm 2012, ngày 5/6 xưởng bầu tổ trưởng.", "--06-05");
        check("Theo Hiến pháp 2013, ngày 5/6 xưởng bầu tổ trưởng.", "--06-05");
        check("Lập năm 1938, đổi tên từ năm 1951; ngày 5/6 xưởng mở cửa.", "--06-05");
        check("Thành lập năm 1947, ngày 5/6 xưởng gặp mặt.", "--06-05");
        check("So với năm 2019, ngày 5/6 giá tăng.", "--06-05");
        check("Năm 1965, công nhân về mỏ. Ngày 15/3, mỏ ra quân.", "1965-03-15");
        check("Đoàn họp ngày 20/9/1950 tại bản. Ngày 25/9 đoàn về.", "1950-09-25");
        check("Đoàn họp ngày 2/4 và ngày 15/4/2021.", "2021-04-02");
        check("Sáng 24/6, đoàn họp.\n\nViệc kéo dài tới hôm 1/7/2025.", "2025-06-24");
        check("Chiều 28/1, xưởng tiễn cụ.\n\nCụ vào xưởng ngày 5/6/1941, về nghỉ ngày 7/8/1975.", "--01-28");
        check("Năm 1947 thợ đông.\n\nNgày 5/6, xưởng họp.", "--06-05");
        check("Năm 1947\n\nNgày 5/6, xưởng họp.", "1947-06-05");
        check("Công nhân có xưởng gạch năm 1947.\n\nDịp 30/4, xưởng nghỉ.", "--04-30");
    }

    #[test]
    fn the_day_of_a_cited_paper_stays_its_own() {
        let text = "Thực hiện Kế hoạch số 12/KH-UBND ngày 3/2/2015. Ngày 5/6, xưởng bầu tổ trưởng.";
        let dates = crate::mention::Mentions::of(text, None).dates;
        assert_eq!(dates[1].from, None, "{dates:?}");
    }
}
