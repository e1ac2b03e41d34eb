//! A passage and its highlights to the few lines around the best of them, and the line it stands in.

pub mod text;

use std::collections::HashSet;
use std::ops::Range;

use self::text::{flatten, pieces, width, wrap};
use crate::search::StoredPassage;

/// Stands for what was left out.
const MORE: &str = "…";

/// Columns in which the best highlight is looked for: about three lines of a terminal.
const BEST_ROOM: usize = 210;

/// A part of a passage, laid out in lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snippet {
    /// The part on one line, cleaned, with `…` where it was cut.
    pub text: String,
    /// Its lines: bytes of `text`.
    pub lines: Vec<Range<usize>>,
    /// What is highlighted: bytes of `text`, in order.
    pub marks: Vec<Range<usize>>,
}

impl Snippet {
    /// The pieces of a line in order, and whether each is highlighted.
    pub fn line_parts(&self, line: &Range<usize>) -> Vec<(&str, bool)> {
        let mut parts = Vec::new();
        let mut at = line.start;
        for mark in &self.marks {
            let (start, end) = (mark.start.max(at), mark.end.min(line.end));
            if start < end {
                parts.push((&self.text[at..start], false));
                parts.push((&self.text[start..end], true));
                at = end;
            }
        }
        parts.push((&self.text[at..line.end], false));
        parts.retain(|(part, _)| !part.is_empty());
        parts
    }
}

/// The line of the source, from 1, in which the best highlight of a passage begins, else its first:
/// the same for lines of any width.
///
/// `highlights` are bytes of its text, in order and apart from each other.
pub fn best_line(passage: &StoredPassage, highlights: &[Range<usize>]) -> u32 {
    let (flat, marks) = flatten(&passage.text, highlights);
    let best = best_mark(&Marks::new(&flat, &marks));
    let (first, last) = passage.lines;
    passage.line_of(best.map_or(0, |best| highlights[best].start)).min(last.max(first))
}

/// Cuts the `max_lines` lines of so many `columns` around the best highlight out of a passage.
///
/// `highlights` are bytes of `passage`, in order and apart from each other.
pub fn snippet(passage: &str, highlights: &[Range<usize>], columns: usize, max_lines: usize) -> Snippet {
    let (flat, marks) = flatten(passage, highlights);
    // one of them always fits into a line together with the signs for what was left out
    let words = pieces(&flat, columns.saturating_sub(3).max(1));
    // lines end before words that do not fit, which costs some columns of each
    let room = (columns * max_lines).saturating_sub(6 * max_lines).max(columns / 2);
    let measured = Marks::new(&flat, &marks);
    let best = best_mark(&measured);
    let mut first = 0;
    if let Some(best) = best {
        let window = measured.window_around(best, room);
        first = first_word(&flat, &words, marks[window.start].start..marks[window.end - 1].end, room);
    }
    let mut laid = lay_out(&flat, &words, first, columns, max_lines);
    let is_cut = |best: &&Range<usize>| best.end > laid.from + laid.shown - laid.offset;
    if let Some(best) = best.map(|best| &marks[best]).filter(is_cut) {
        // wide words have left the lines shorter than was reckoned
        first = words.partition_point(|word| word.end <= best.start).min(words.len().saturating_sub(1));
        laid = lay_out(&flat, &words, first, columns, max_lines);
    }
    let Laid { text, lines, from, offset, shown } = laid;
    let place = |at: usize| (at.max(from) - from + offset).min(shown);
    let marks = marks.iter().map(|mark| place(mark.start)..place(mark.end)).filter(|mark| !mark.is_empty()).collect();
    Snippet { text, lines, marks }
}

/// Highlights of a text on one line, each with the columns before it and up to its end.
struct Marks<'a> {
    flat: &'a str,
    marks: &'a [Range<usize>],
    columns: Vec<Range<usize>>,
}

impl<'a> Marks<'a> {
    fn new(flat: &'a str, marks: &'a [Range<usize>]) -> Self {
        let (mut at, mut used) = (0, 0);
        let mut to = |end: usize| {
            used += width(&flat[at..end]);
            at = end;
            used
        };
        let columns = marks.iter().map(|mark| to(mark.start)..to(mark.end)).collect();
        Self { flat, marks, columns }
    }

    /// What they say together that fit into `room` columns from `first` on, and the last of them.
    fn window_from(&self, first: usize, room: usize) -> (usize, usize) {
        let start = self.columns[first].start;
        let fitting = (first..self.marks.len()).take_while(|&at| at == first || self.columns[at].end - start <= room);
        let mut seen = HashSet::new();
        fitting.fold((0, first), |(value, _), at| {
            let text = &self.flat[self.marks[at].clone()];
            // what stands there twice says little more
            let more = if seen.insert(text.to_lowercase()) { 10 * weight(text) } else { 1 };
            (value + more, at)
        })
    }

    /// Those that fit into `room` columns together with the one of this number and say most.
    fn window_around(&self, best: usize, room: usize) -> Range<usize> {
        let end = self.columns[best].end;
        let first = self.columns[..best].partition_point(|mark| end - mark.start > room);
        let windows = (first..=best).map(|first| (self.window_from(first, room), first));
        let window = windows.max_by_key(|&((value, _), first)| (value, std::cmp::Reverse(first)));
        window.map_or(best..best + 1, |((_, last), first)| first..last.max(best) + 1)
    }
}

/// The one of most words where most is said in [`BEST_ROOM`] columns.
fn best_mark(marks: &Marks) -> Option<usize> {
    let windows = (0..marks.marks.len()).map(|first| (marks.window_from(first, BEST_ROOM), first));
    let ((_, last), first) = windows.max_by_key(|&((value, _), first)| (value, std::cmp::Reverse(first)))?;
    (first..=last).max_by_key(|&at| (weight(&marks.flat[marks.marks[at].clone()]), std::cmp::Reverse(at)))
}

/// Words side by side say more than the same words apart.
fn weight(mark: &str) -> usize {
    let words = mark.split(' ').count();
    words * words
}

/// The word that the snippet begins with: what room the highlights leave goes before and behind
/// them, so that neither end of the passage is cut in vain.
fn first_word(flat: &str, words: &[Range<usize>], marked: Range<usize>, room: usize) -> usize {
    let spare = room.saturating_sub(width(&flat[marked.clone()]));
    let behind = width(&flat[marked.end..]);
    let before = spare.saturating_sub(behind).max(spare / 3);
    if width(&flat[..marked.start]) <= before {
        return 0;
    }
    let inside = words.partition_point(|word| word.end <= marked.start);
    let reached = |columns: usize| {
        let fits = |word: &usize| width(&flat[words[*word].start..marked.start.max(words[*word].start)]) <= columns;
        (0..inside).rev().take_while(fits).last().unwrap_or(inside)
    };
    // the beginning of a sentence is worth more words than others
    let sentence = |word: &usize| flat[words[word - 1].clone()].ends_with(['.', '!', '?', ':', ';']);
    let start = (reached(before.max(spare / 3 * 2)).max(1)..=inside).find(sentence);
    start.unwrap_or_else(|| reached(before)).min(words.len().saturating_sub(1))
}

/// The words of a snippet in lines.
#[derive(Default)]
struct Laid {
    text: String,
    lines: Vec<Range<usize>>,
    /// The byte of the passage that it begins with.
    from: usize,
    /// Where that stands in the text.
    offset: usize,
    /// Where what is shown of the passage ends in the text.
    shown: usize,
}

/// The text from a word on, as much of it as `max_lines` take.
fn lay_out(flat: &str, words: &[Range<usize>], first: usize, columns: usize, max_lines: usize) -> Laid {
    let Some(&Range { start: from, end: least }) = words.get(first) else { return Laid::default() };
    let front = if from > 0 { format!("{MORE} ") } else { String::new() };
    let offset = front.len();
    let whole = format!("{front}{}", &flat[from..]);
    let lines = wrap(&whole, columns);
    if lines.len() <= max_lines {
        return Laid { shown: whole.len(), text: whole, lines, from, offset };
    }
    let full = lines.get(max_lines.saturating_sub(1)).map_or(0, |line| line.end);
    let mut end = full.max(least - from + offset);
    loop {
        let shown = whole[..end].trim_end().len();
        let text = format!("{}{MORE}", &whole[..shown]);
        let lines = wrap(&text, columns);
        let fewer = words[first..].iter().rev().map(|word| word.end - from + offset).find(|&fewer| fewer < end);
        match fewer {
            Some(fewer) if lines.len() > max_lines => end = fewer,
            _ => return Laid { text, lines, from, offset, shown },
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::sync::LazyLock;

    use proptest::prelude::*;

    use super::*;

    /// Texts of the corpus, one after the other.
    static REAL: LazyLock<String> = LazyLock::new(|| {
        let folder = fs::read_dir("corpus").expect("there is a corpus");
        folder.filter_map(|entry| fs::read_to_string(entry.ok()?.path()).ok()).collect()
    });

    /// What is laid out otherwise than by one column a letter.
    const ODD: [&str; 22] = [
        " ",
        "\n",
        "…",
        "… ",
        "a",
        "ễ",
        "be\u{302}\u{323}nh",
        "漢字",
        "👍🏽",
        "👨\u{200D}👩\u{200D}👧",
        "漢\u{200D}漢",
        "\u{200D}",
        "\u{301}",
        "❤\u{FE0F}",
        "1\u{FE0F}\u{20E3}",
        "🇻🇳",
        "\t",
        "\u{1B}[2J",
        "\u{202E}",
        "\u{A0}",
        "\u{3000}",
        "ﻻ",
    ];

    fn odd_passage() -> impl Strategy<Value = String> {
        let odd = prop::sample::select(&ODD[..]).prop_map(str::to_owned);
        prop::collection::vec(prop_oneof![odd, "\\PC{0,12}", "[a-zđ]{1,40} "], 0..60).prop_map(|parts| parts.concat())
    }

    fn real_passage() -> impl Strategy<Value = String> {
        (0..REAL.len(), 0usize..1200).prop_map(|(start, length)| {
            REAL.get(start..)
                .or(REAL.get(start - 1..))
                .or(REAL.get(start - 2..))
                .unwrap_or_default()
                .chars()
                .take(length)
                .collect()
        })
    }

    fn passage_and_highlights() -> impl Strategy<Value = (String, Vec<Range<usize>>)> {
        let places = prop::collection::vec(any::<prop::sample::Index>(), 0..24);
        (prop_oneof![odd_passage(), real_passage()], places).prop_map(|(passage, places)| {
            let letters: Vec<usize> = passage.char_indices().map(|(at, _)| at).chain([passage.len()]).collect();
            let mut ends: Vec<usize> = places.iter().map(|place| letters[place.index(letters.len())]).collect();
            ends.sort_unstable();
            ends.dedup();
            let marks = ends.chunks_exact(2).map(|two| two[0]..two[1]).collect();
            (passage, marks)
        })
    }

    proptest! {
        #[test]
        fn whatever_is_cut_keeps_its_width_and_its_marks(
            (passage, highlights) in passage_and_highlights(),
            columns in 1usize..300,
            max_lines in 1usize..4,
        ) {
            let got = snippet(&passage, &highlights, columns, max_lines);
            // a wide letter takes two columns however few there are
            prop_assert!(got.lines.iter().all(|line| width(&got.text[line.clone()]) <= columns.max(2)), "{got:?}");
            prop_assert!(got.lines.len() <= max_lines || columns < 8);
            let (flat, marks) = flatten(&passage, &highlights);
            let source: Vec<&str> = marks.iter().map(|mark| &flat[mark.clone()]).collect();
            let mut known = source.iter();
            for mark in &got.marks {
                let text = &got.text[mark.clone()];
                prop_assert!(known.any(|mark| mark.contains(text)), "{text:?} of {source:?} in {got:?}");
            }
            let painted: usize = got.lines.iter().flat_map(|line| got.line_parts(line)).map(|(part, _)| part.len()).sum();
            prop_assert_eq!(painted, got.lines.iter().map(Range::len).sum::<usize>());
            let (Some(best), true) = (best_mark(&Marks::new(&flat, &marks)), columns >= 8) else { return Ok(()) };
            let text = &flat[marks[best].clone()];
            let is_shown = got.marks.iter().any(|mark| text.starts_with(&got.text[mark.clone()]) || got.text[mark.clone()].starts_with(text) || text.contains(&got.text[mark.clone()]));
            prop_assert!(is_shown || text.trim().is_empty(), "{text:?} in {got:?}");
        }
    }

    #[test]
    fn an_ellipsis_of_the_passage_is_not_taken_for_the_cut() {
        let text = "Mẫu số 7 của tờ khai gồm các cột sau đây, mỗi cột một dòng (theo Phụ lục số…";
        let all: Vec<Range<usize>> = text.match_indices("số").map(|(at, m)| at..at + m.len()).collect();
        for columns in 1..100 {
            for max_lines in 1..4 {
                let got = snippet(text, &all, columns, max_lines);
                assert!(
                    got.marks.iter().all(|mark| columns < 2 || "số".starts_with(&got.text[mark.clone()])),
                    "{got:?}"
                );
            }
        }
    }

    fn find(text: &str, marked: &[&str]) -> Vec<Range<usize>> {
        let at = |word: &&str| text.find(word).map(|start| start..start + word.len()).expect("it is there");
        marked.iter().map(at).collect()
    }

    /// The lines of a snippet with its highlights in brackets, and the line of the best.
    fn show(text: &str, marked: &[&str], columns: usize, max_lines: usize) -> (Vec<String>, u32) {
        let snippet = snippet(text, &find(text, marked), columns, max_lines);
        let part = |(part, marked): (&str, bool)| if marked { format!("[{part}]") } else { part.to_owned() };
        let line = |line| snippet.line_parts(line).into_iter().map(part).collect();
        let passage = StoredPassage { text: text.to_owned(), lines: (0, u32::MAX), ..StoredPassage::default() };
        (snippet.lines.iter().map(line).collect(), best_line(&passage, &find(text, marked)))
    }

    #[test]
    fn the_window_lies_around_the_best_highlight() {
        let check = |text: &str, marked: &[&str], columns, max_lines, expected: &[&str], line| {
            assert_eq!(
                show(text, marked, columns, max_lines),
                (expected.iter().map(|l| (*l).to_owned()).collect(), line)
            );
        };
        check("", &[], 20, 3, &[], 0);
        check("một hai ba", &[], 20, 3, &["một hai ba"], 0);
        check("một hai ba bốn năm sáu", &[], 7, 2, &["một hai", "ba bốn…"], 0);
        check("một\nhai  ba", &["hai  ba"], 20, 3, &["một [hai ba]"], 1);
        let long =
            "Mở đầu dài dòng không nói gì cả. Đại hội lần thứ hai bầu Ban Chấp hành mới. Rồi thôi, hết, không còn gì.";
        check(long, &["bầu"], 30, 2, &["… Đại hội lần thứ hai [bầu] Ban", "Chấp hành mới. Rồi thôi, hết,…"], 0);
        check(long, &["dài", "Ban Chấp hành"], 20, 1, &["… [Ban Chấp hành]…"], 0);
        check(long, &["còn gì"], 24, 1, &["… hết, không [còn gì]."], 0);
    }

    #[test]
    fn a_word_without_end_is_cut_and_its_marks_with_it() {
        let text = format!("{}x{}", "漢".repeat(500), "漢".repeat(500));
        let (lines, _) = show(&text, &["x"], 20, 2);
        assert!(lines.len() <= 2 && lines.iter().any(|line| line.contains("[x]")), "{lines:?}");
        assert!(lines.iter().all(|line| width(line) <= 22), "{lines:?}");
    }

    #[test]
    fn every_snippet_keeps_to_its_room() {
        let text = "Ngày 4-4-1947, Đỗ Văn Thắng được bầu làm Thư ký;\r\n\r\nsau đó ông Sơn thay. ".repeat(9);
        let all: Vec<Range<usize>> = text.match_indices("ông Sơn").map(|(at, m)| at..at + m.len()).collect();
        for columns in 1..90 {
            for max_lines in 1..4 {
                for marks in [&all[..], &all[8..], &[]] {
                    let snippet = snippet(&text, marks, columns, max_lines);
                    assert!(snippet.lines.len() <= max_lines || columns < 8, "{columns} {max_lines}");
                    assert!(snippet.lines.iter().all(|line| width(&snippet.text[line.clone()]) <= columns));
                    assert!(marks.is_empty() || columns < 20 || !snippet.marks.is_empty(), "{columns} {max_lines}");
                }
            }
        }
    }
}
