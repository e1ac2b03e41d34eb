//! Figures that would be a month or a year, but are a share or the scale of a map: `tỷ lệ 1/2000`, `2/2010 bộ`.

use std::ops::Range;

use super::beside::{Before, Behind};
use super::parse::Parser;
use super::value::Piece;
use crate::analysis::{Analysis, fold};
use crate::mention::number;

/// How far the words for a scale are looked for on either side, in bytes.
const REACH: usize = 100;

/// The scales of maps that may be read as years are whole multiples of this.
const SCALE_STEP: i16 = 500;

/// Two words beside a scale, in exact form.
const SCALES: [[&str; 2]; 17] = [
    ["tỉ", "lệ"],
    ["tỉ", "xích"],
    ["tỉ", "số"],
    ["bản", "đồ"],
    ["bình", "đồ"],
    ["sơ", "đồ"],
    ["hải", "đồ"],
    ["bản", "vẽ"],
    ["đo", "vẽ"],
    ["đo", "đạc"],
    ["qui", "hoạch"],
    ["phân", "khu"],
    ["địa", "chính"],
    ["địa", "hình"],
    ["mặt", "bằng"],
    ["xác", "suất"],
    ["nguy", "cơ"],
];

/// What may stand between `tỷ lệ` and the share.
const BEFORE_SHARES: [&str; 7] = ["là", "bằng", "khoảng", "chừng", "đạt", "chiếm", "còn"];

/// Words before how many of how many.
const BEFORE_COUNTS: [&str; 20] = [
    "gồm", "có", "đạt", "được", "còn", "chiếm", "là", "khoảng", "hơn", "gần", "cả", "chỉ", "với", "lập", "giao", "cấp",
    "nhận", "nộp", "xong", "số",
];

impl Parser<'_> {
    /// Whether the month or year in figures from token `at` to before `next` is a share or a scale.
    pub(super) fn is_ratio(&self, at: usize, next: usize, piece: Piece) -> bool {
        let range = self.run[at].start..self.run[next - 1].end;
        match piece {
            Piece::Month { month, year: Some(year) } => {
                self.is_count(&range)
                    || self.is_share(range.start)
                    || month == 1 && self.text[range.clone()].starts_with('1') && self.is_scale(&range, year)
            }
            // `1 : 2000`
            Piece::Year(year) => {
                let before = self.text[..range.start].trim_end().strip_suffix(':').map(str::trim_end);
                let numerator = before.and_then(|before| before.strip_suffix('1'));
                numerator.is_some_and(|before| {
                    !before.ends_with(|c: char| c.is_alphanumeric()) && self.is_scale(&(before.len()..range.end), year)
                })
            }
            _ => false,
        }
    }

    /// `gồm 2/2010 bộ`.
    fn is_count(&self, range: &Range<usize>) -> bool {
        let counted = Behind::new(self.text, range.end).next();
        let counted = counted.is_some_and(|(word, at)| {
            let is_small = self.text[at].starts_with(char::is_lowercase);
            is_small && number::is_counted(&word, self.folded)
        });
        let before = |(word, _): (String, _)| self.is_one_of(&word, &BEFORE_COUNTS);
        counted && Before::new(self.text, range.start).next().is_some_and(before)
    }

    /// `tỷ lệ 5/2010`, `tỷ lệ là 5/2010`.
    fn is_share(&self, start: usize) -> bool {
        let mut words = Before::new(self.text, start).map(|(word, _)| word).peekable();
        words.next_if(|word| self.is_one_of(word, &BEFORE_SHARES));
        let [ti, le] = SCALES[0];
        words.next().is_some_and(|word| self.is_one_of(&word, &[le]))
            && words.next().is_some_and(|word| self.is_one_of(&word, &[ti]))
    }

    /// Whether words beside tell that one to `whole` is a scale, or another scale does.
    fn is_scale(&self, range: &Range<usize>, whole: i16) -> bool {
        if whole % SCALE_STEP != 0 {
            return false;
        }
        let clause = self.clause(range);
        let analysis = Analysis::of(&self.text[clause.clone()]);
        let words: Vec<&str> = analysis.words().map(|word| word.exact).collect();
        let named = |pair: &[&str]| SCALES.iter().any(|scale| (0..2).all(|at| self.is_one_of(pair[at], &[scale[at]])));
        let parts = [clause.start..range.start, range.end..clause.end];
        words.windows(2).any(named) || parts.into_iter().any(|part| has_scale(&self.text[part]))
    }

    /// The sentence around as far as it is looked at.
    fn clause(&self, range: &Range<usize>) -> Range<usize> {
        let text = self.text;
        let from = (range.start.saturating_sub(REACH)..=range.start).find(|at| text.is_char_boundary(*at));
        let to = (range.end..=(range.end + REACH).min(text.len())).rfind(|at| text.is_char_boundary(*at));
        let (from, to) = (from.unwrap_or(range.start), to.unwrap_or(range.end));
        let ends = |text: &str, c: char| matches!(c, '.' | '!' | '?') && text.starts_with([' ', '\n']) || c == '\n';
        let before = &text[from..range.start];
        let begin = before.char_indices().rev().find(|(at, c)| ends(&before[at + c.len_utf8()..], *c));
        let behind = &text[range.end..to];
        let end = behind.char_indices().find(|(at, c)| ends(&behind[at + c.len_utf8()..], *c));
        begin.map_or(from, |(at, _)| from + at)..end.map_or(to, |(at, _)| range.end + at)
    }

    /// Whether a word in exact form is one of these; where marks may be missing their letters will do.
    pub(super) fn is_one_of(&self, word: &str, known: &[&str]) -> bool {
        let plain = self.folded && word.is_ascii();
        known.iter().any(|known| *known == word || plain && fold(known) == word)
    }
}

/// Whether one to a round number stands in a text that no time would be written as: `1/500`, `1:25.000`.
fn has_scale(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_digit() && !matches!(c, '/' | ':' | '.')).any(|figures| {
        let whole = figures.strip_prefix("1/").or_else(|| figures.strip_prefix("1:")).unwrap_or_default();
        let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
        whole.len() > 2 && whole.ends_with("00") && whole != "2000"
    })
}

#[cfg(test)]
mod tests {
    use super::super::{find, find_in_query};

    #[test]
    fn scales_shares_and_counts_are_no_times() {
        for none in [
            "Bản đồ tỷ lệ 1/2000 của xã.",
            "tỉ lệ 1/2000",
            "ti le 1/2000",
            "ty le 1/2000",
            "bản đồ 1/2000",
            "ban do dia chinh 1/2000",
            "Tỷ lệ: 1/2000",
            "tỷ lệ bản đồ là 1/2000",
            "tỷ lệ 1:2000",
            "tỷ lệ 1: 2000",
            "bản đồ 1 : 2000",
            "Quy hoạch phân khu 1/2000 đã duyệt",
            "in các mảnh 1/500, 1/1000 và 1/2000",
            "các mảnh 1/2000, 1/25.000",
            "xác suất 1/2000",
            "tỷ lệ 5/2010",
            "tỷ lệ là 3/2000",
            "hồ sơ gồm 2/2010 bộ",
            "nay còn 5/2010 hộ nghèo",
            "ho so gom 2/2010 bo",
            "Số 05/06/21",
        ] {
            assert_eq!(find(none, &[], None).0, [], "{none}");
            assert!(none.starts_with("Số") || find_in_query(none).is_empty(), "{none}");
        }
        for time in [
            "Họp 1/2000 ở huyện.",
            "bản đồ in 01/2000",
            "Bản đồ vẽ từ tháng 1/2000.",
            "Bản đồ cũ. Họp 1/2000.",
            "bản đồ 5/2010",
            "Đến 5/2010 hộ nghèo giảm",
            "hồ sơ nộp 2/2010",
            "tỷ lệ tháng 5/2010",
            "Hình 1: 2000",
        ] {
            assert_eq!(find(time, &[], None).0.len(), 1, "{time}");
        }
    }
}
