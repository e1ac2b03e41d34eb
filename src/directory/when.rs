//! A mention in a passage to the time that the words around give it.
//!
//! What a sentence says was on a day is of that day, whatever month or year it then speaks of: `Ngày 5/3/1998 họp bàn
//! việc quý II`. The day of a cited paper and that of a note about the page itself tell of nothing.

use std::ops::Range;

use jiff::civil::Date;

use crate::analysis::fold;
use crate::mention::date::DateMention;
use crate::store::StoredPassage;
use crate::text::{is_dash, last_word};

/// What stands before a time in a part of a sentence that it heads, folded.
const BEFORE_TIME: [&str; 13] =
    ["trong", "vao", "hoi", "khoang", "giua", "cuoi", "dau", "ca", "tu", "in", "during", "on", "of"];

/// What begins such a part without a comma, folded.
const BEFORE_PART: [&str; 13] =
    ["den", "toi", "sang", "va", "roi", "thi", "do", "sau", "truoc", "nay", "and", "then", "until"];

/// What a page is called in a note about itself, folded.
const PAGE: [&str; 9] = [
    "bai nay",
    "bai viet nay",
    "muc nay",
    "phan nay",
    "trang nay",
    "danh sach nay",
    "this article",
    "this section",
    "this page",
];

/// What such a note says that it lacks, folded.
const LACKING: [&str; 9] =
    ["nguon", "chu thich", "kiem chung", "bien tap", "cap nhat", "van phong", "citation", "source", "verif"];

/// What stands before the day when a source was looked up, folded.
const LOOKED_UP: [&str; 5] = ["truy cap", "luu tru", "retrieved", "accessed", "archived"];

/// How far before a date a note about the page begins, in bytes.
const REACH: usize = 600;

/// The date that tells when a passage speaks of a mention: in its sentence, else anywhere in it.
pub(super) fn of<'a>(passage: &'a StoredPassage, range: &Range<usize>) -> Option<&'a DateMention> {
    let dates = telling(passage);
    beside(&passage.text, &dates, range).or_else(|| nearest(dates.iter().copied(), range))
}

/// The date that stands nearest to a mention in its sentence.
fn beside<'a>(text: &str, dates: &[&'a DateMention], range: &Range<usize>) -> Option<&'a DateMention> {
    nearest(dates.iter().copied().filter(|date| are_together(text, &date.range, range)), range)
}

fn nearest<'a>(dates: impl Iterator<Item = &'a DateMention>, range: &Range<usize>) -> Option<&'a DateMention> {
    dates.min_by_key(|date| distance(&date.range, range))
}

/// The dates of a passage that tell when something was.
fn telling(passage: &StoredPassage) -> Vec<&DateMention> {
    let text = &passage.text;
    let tells = |date: &&DateMention| {
        let is_cited = date.bound.is_none() && passage.mentions.is_aside(date, text);
        date.from.is_some() && !is_cited && !is_note(text, &date.range) && !is_life(text, &date.range)
    };
    let dates: Vec<&DateMention> = passage.mentions.dates.iter().filter(tells).collect();
    let kept = |at: &usize| {
        let mut before =
            dates[..*at].iter().rev().take_while(|other| are_together(text, &other.range, &dates[*at].range));
        !before.any(|other| is_told_by(dates[*at], other, text))
    };
    (0..dates.len()).filter(kept).map(|at| dates[at]).collect()
}

/// Whether a longer time is that of a day before it in its sentence: it holds the day, or is what something is about.
fn is_told_by(date: &DateMention, day: &DateMention, text: &str) -> bool {
    let (Some((first, last)), Some((from, to))) = (days(day), days(date)) else { return false };
    let is_longer = (last - first).get_days() < (to - from).get_days();
    is_longer && (from <= first && last <= to || !heads_part(text.get(..date.range.start).unwrap_or_default()))
}

fn days(date: &DateMention) -> Option<(Date, Date)> {
    date.from.zip(date.to)
}

/// Whether what stands behind `before` heads a part of its sentence.
fn heads_part(before: &str) -> bool {
    let mut rest = before;
    while let Some(word) = last_word(rest, 0..rest.len()) {
        let folded = fold(&rest[word.clone()]);
        if !rest[word.end..].trim().is_empty() || BEFORE_PART.contains(&&*folded) {
            return true;
        }
        if !BEFORE_TIME.contains(&&*folded) {
            return false;
        }
        rest = &rest[..word.start];
    }
    true
}

/// Whether a time is that of a note about the page: when it was asked for sources, when a source was looked up.
fn is_note(text: &str, range: &Range<usize>) -> bool {
    let (Some(before), Some(behind)) = (text.get(..range.start), text.get(range.end..)) else { return false };
    let from = before.rfind('\n').map_or(0, |at| at + 1).max(before.len().saturating_sub(REACH));
    let boundary = (from..before.len()).find(|at| before.is_char_boundary(*at)).unwrap_or(before.len());
    let before = before[boundary..].trim_end();
    let is_bracketed = text[range.clone()].starts_with(['(', '['])
        || behind.trim_start().starts_with([')', ']']) && before.ends_with(['(', '[']);
    let note = before.rsplit_once('[').map(|(_, note)| note).filter(|note| !note.contains(']')).map(fold);
    let folded = fold(before);
    let looked_up = folded.trim_end_matches(" ngay").trim_end_matches(" on");
    let lacks = |note: &str| LACKING.iter().any(|word| note.contains(word));
    LOOKED_UP.iter().any(|word| looked_up.ends_with(word))
        || note.is_some_and(|note| lacks(&note))
        || is_bracketed && PAGE.iter().any(|page| folded.contains(page)) && lacks(&folded)
}

/// Whether a time stands beside a name as that of a life: `A (sinh năm 1965)`, `A, sinh ngày 5/3/1965, Bí thư B`, and
/// `1965-...` at the head of a cell.
fn is_life(text: &str, range: &Range<usize>) -> bool {
    let (Some(before), Some(behind)) = (text.get(..range.start), text.get(range.end..)) else { return false };
    let open = behind.trim_start().strip_prefix(is_dash).map(str::trim_start);
    if open.is_some_and(|rest| rest.starts_with(['…', '?']) || rest.starts_with("...")) {
        return true;
    }
    let Some(clause) = before.rfind([',', '(', '\n', ';', '|']) else { return false };
    let clause = &before[clause..];
    let is_born = fold(&clause[1..]).trim_start().starts_with("sinh");
    is_born && clause.starts_with([',', '(']) && behind.trim_start().starts_with([',', ')', ';'])
}

/// Whether two stretches stand in one sentence.
fn are_together(text: &str, one: &Range<usize>, two: &Range<usize>) -> bool {
    let (first, last) = (one.end.min(two.end), one.start.max(two.start));
    text.get(first..last).is_none_or(|between| !between.contains(['\n', ';']) && !between.contains(". "))
}

fn distance(one: &Range<usize>, two: &Range<usize>) -> usize {
    one.start.saturating_sub(two.end).max(two.start.saturating_sub(one.end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mention::Mentions;

    #[test]
    fn a_person_is_seen_at_the_time_that_is_told() {
        let check = |text: &str, expected: &str| {
            let mentions = Mentions::of(text, None);
            let passage = StoredPassage { text: text.to_owned(), mentions, ..StoredPassage::default() };
            let person = passage.mentions.people.last().expect("somebody is named");
            let when = of(&passage, &person.range);
            let told = when.and_then(days).map(|(from, to)| format!("{from}..{to}")).unwrap_or_default();
            assert_eq!(told, expected, "{text}");
        };
        let day = "1998-03-05..1998-03-05";
        check("Ngày 5/3/1998, huyện giao ban quý I và bàn việc quý II/1998. Ông Vi Văn Tài, Bí thư, dự.", day);
        check("Ngày 5/3/1998, huyện bàn nhiệm vụ năm 1999, ông Vi Văn Tài, Bí thư, chủ trì.", day);
        check("Ngày 5/3/1998 họp kế hoạch tháng 4/1998.\nÔng Vi Văn Tài, Bí thư, chủ trì.", day);
        check("Ông Vi Văn Tài, Bí thư, nói ngày 5/3/1998 về kế hoạch tháng 4/1998.", day);
        // another part of the sentence has a time of its own
        check("Ngày 5/3/1998 xã lập hội, đến năm 2003 ông Vi Văn Tài làm Bí thư.", "2003-01-01..2003-12-31");
        check("Ngày 5/3/1998 ông về xã, năm 2003 ông Vi Văn Tài làm Bí thư.", "2003-01-01..2003-12-31");
        check("Bí thư Vi Văn Tài (1998), Bí thư Lý Thị Mận (2003).", "2003-01-01..2003-12-31");
        // a birth beside the name
        check("Ông Vi Văn Tài (sinh năm 1965), Bí thư, dự.", "");
        check("- Vi Văn Tài, sinh ngày 5/3/1965, quê xã Mường, Bí thư.", "");
        check("Vi Văn Tài |\n1965-... | Bí thư (2010-2020) |", "2010-01-01..2020-12-31");
        check("Ông Vi Văn Tài sinh ngày 5/3/1998 ở xã Mường.", day);
        // notes about the page and papers that are cited
        check("Bài viết này cần thêm nguồn để kiểm chứng. (tháng 3/2019)\nBí thư: ông Vi Văn Tài.", "");
        check("Xã lập năm 1998. Ông Vi Văn Tài làm Bí thư.[cần dẫn nguồn tháng 3/2019]", "1998-01-01..1998-12-31");
        check("Báo tỉnh, truy cập ngày 5/3/1998. Bí thư là ông Vi Văn Tài.", "");
        check("Bài này kể chuyện xã (năm 1998). Bí thư là ông Vi Văn Tài.", "1998-01-01..1998-12-31");
    }
}
