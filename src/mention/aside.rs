//! A date to whether the text tells of that time, or names it for another reason.
//!
//! The day of a paper that is only cited, the day that a rule comes into force, and the bound of an
//! open period (`sau năm 1975`) say little about what happened then.

use std::ops::Range;

use super::Mentions;
use super::date::{Bound, DateMention, bound};
use super::number::Role;
use crate::text::{last_word, push_forms};

/// How far before a date the words are looked at, in bytes.
const REACH: usize = 48;

/// How far behind its number the day of a paper stands at most, in bytes: the issuer may stand between.
const BEHIND_NUMBER: usize = 160;

impl Mentions {
    /// Whether the text names a date of it only in passing.
    pub(crate) fn is_aside(&self, date: &DateMention, text: &str) -> bool {
        self.is_of_cited(date) || is_bound(date, text) || is_of_force(date, text)
    }

    /// Whether it is the day of a paper that stands before it and is only cited.
    fn is_of_cited(&self, date: &DateMention) -> bool {
        let before = self.numbers.partition_point(|number| number.range.end <= date.range.start);
        let near = self.numbers[..before].iter().rev().take(3);
        date.from.is_some()
            && near
                .filter(|number| date.range.start - number.range.end <= BEHIND_NUMBER)
                .any(|number| number.role == Role::Cites && number.issued == date.from)
    }
}

/// Whether words make it the bound of an open period: `sau`, `trước`, `trở đi`.
fn is_bound(date: &DateMention, text: &str) -> bool {
    let opens = |(bound, range): (Bound, Range<usize>)| {
        matches!(bound, Bound::Before | Bound::After) || range.end > date.range.end
    };
    bound(text, date).is_some_and(opens)
}

/// Whether a rule comes into force then: `có hiệu lực thi hành kể từ ngày …`.
fn is_of_force(date: &DateMention, text: &str) -> bool {
    let boundary = |at: &usize| text.is_char_boundary(*at);
    let start = (date.range.start.saturating_sub(REACH)..=date.range.start).find(boundary).unwrap_or_default();
    // a comma parts it from what stands before
    let before = text[start..date.range.start].rsplit([',', ';', ':', '.', '(']).next().unwrap_or_default();
    let mut words = Letters::default();
    let (mut word, mut rest) = words.last(before);
    while matches!(word, "tu" | "ke" | "ngay" | "hanh" | "thi" | "vao") {
        (word, rest) = words.last(rest);
    }
    word == "luc" && words.last(rest).0 == "hieu"
}

/// Reads words without their marks. Keeps its buffers from one to the next.
#[derive(Default)]
struct Letters {
    exact: String,
    folded: String,
}

impl Letters {
    /// The last word of a text, and what stands before it.
    fn last<'a>(&mut self, text: &'a str) -> (&str, &'a str) {
        let word = last_word(text, 0..text.len()).unwrap_or_default();
        self.exact.clear();
        self.folded.clear();
        push_forms(&text[word.clone()], &mut self.exact, &mut self.folded);
        (&self.folded, &text[..word.start])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_named_in_passing_are_told() {
        let check = |text: &str, expected: bool| {
            let mentions = Mentions::of(text, None);
            let date = mentions.dates.first().expect("there is a date");
            assert_eq!(mentions.is_aside(date, text), expected, "{text}");
        };
        check("Căn cứ Nghị định số 12/1998/NĐ-CP ngày 6/3/1998 của Chính phủ về lệ phí;", true);
        check("Kho bạc tỉnh ban hành Công văn số 77/CV-KB ngày 6/3/1998.", false);
        check("Ngày 6/3/1998, công nhân mỏ về dự hội nghị.", false);
        check("Quy chế này có hiệu lực thi hành kể từ ngày 6/3/1998.", true);
        check("Những người nhập ngũ sau năm 1975 không thuộc diện này.", true);
        check("Những người nhập ngũ từ năm 1975 trở về trước thì được hưởng.", true);
        check("Năm 1975 cả tỉnh mở chiến dịch làm thủy lợi.", false);
        check("Tám tháng sau, ngày 6/3/1998, nhà máy chạy thử.", false);
        check("It was founded before 1998.", true);
    }
}
