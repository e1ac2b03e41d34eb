//! A passage and its highlights to the few lines around the best of them.

use std::collections::HashSet;
use std::ops::Range;

use super::text::{flatten, pieces, width, wrap};

/// Stands for what was left out.
const MORE: &str = "…";

/// A part of a passage, laid out in lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snippet {
    /// The part on one line, cleaned, with `…` where it was cut.
    pub text: String,
    /// Its lines: bytes of `text`.
    pub lines: Vec<Range<usize>>,
    /// What is highlighted: bytes of `text`, in order.
    pub marks: Vec<Range<usize>>,
    /// The line of the passage, from 0, on which its best highlight begins.
    pub line: usize,
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

/// Cuts the best `max_lines` lines of so many `columns` out of a passage.
///
/// `highlights` are bytes of `passage`, in order and apart from each other.
pub fn snippet(passage: &str, highlights: &[Range<usize>], columns: usize, max_lines: usize) -> Snippet {
    let (flat, marks) = flatten(passage, highlights);
    let words = pieces(&flat, columns);
    // lines end before words that do not fit, which costs some columns of each
    let room = (columns * max_lines).saturating_sub(6 * max_lines).max(columns / 2);
    let window = best_window(&flat, &marks, room);
    let best = window.clone().max_by_key(|&mark| (weight(&flat[marks[mark].clone()]), std::cmp::Reverse(mark)));
    let line = best.map_or(0, |mark| passage[..highlights[mark].start].matches('\n').count());
    let first = first_word(&flat, &words, &marks, &window, room);
    let (text, lines, offset) = lay_out(&flat, &words[first..], columns, max_lines);
    let end = offset.saturating_add(flat.len());
    let start = words.get(first).map_or(0, |word| word.start);
    let shown = text.len() - if text.ends_with(MORE) && !flat.ends_with(MORE) { MORE.len() } else { 0 };
    let place = |at: usize| (at.clamp(start, end) - start + offset).min(shown);
    let marks = marks.iter().map(|mark| place(mark.start)..place(mark.end)).filter(|mark| !mark.is_empty()).collect();
    Snippet { text, lines, marks, line }
}

/// The highlights, by number, that say most together and fit into `room` columns.
fn best_window(flat: &str, marks: &[Range<usize>], room: usize) -> Range<usize> {
    let mut best = (0, 0..0);
    for first in 0..marks.len() {
        let mut seen = HashSet::new();
        let mut value = 0;
        let mut last = first;
        while last < marks.len() && (last == first || width(&flat[marks[first].start..marks[last].end]) <= room) {
            let text = &flat[marks[last].clone()];
            // what stands there twice says little more
            value += if seen.insert(text.to_lowercase()) { 10 * weight(text) } else { 1 };
            last += 1;
        }
        if value > best.0 {
            best = (value, first..last);
        }
    }
    best.1
}

/// Words side by side say more than the same words apart.
fn weight(mark: &str) -> usize {
    let words = mark.split(' ').count();
    words * words
}

/// The word that the snippet begins with: what room the highlights leave goes before and behind
/// them, so that neither end of the passage is cut in vain.
fn first_word(flat: &str, words: &[Range<usize>], marks: &[Range<usize>], window: &Range<usize>, room: usize) -> usize {
    let (Some(from), Some(to)) = (marks.get(window.start), window.end.checked_sub(1).and_then(|last| marks.get(last)))
    else {
        return 0;
    };
    let spare = room.saturating_sub(width(&flat[from.start..to.end]));
    let behind = width(&flat[to.end..]);
    let before = spare.saturating_sub(behind).max(spare / 3);
    if width(&flat[..from.start]) <= before {
        return 0;
    }
    let inside = words.partition_point(|word| word.end <= from.start);
    let reached = |columns: usize| {
        let fits = |word: &usize| width(&flat[words[*word].start..from.start.max(words[*word].start)]) <= columns;
        (0..inside).rev().take_while(fits).last().unwrap_or(inside)
    };
    // the beginning of a sentence is worth more words than others
    let sentence = |word: &usize| flat[words[word - 1].clone()].ends_with(['.', '!', '?', ':', ';']);
    let start = (reached(before.max(spare / 3 * 2)).max(1)..=inside).find(sentence);
    start.unwrap_or_else(|| reached(before)).min(words.len().saturating_sub(1))
}

/// The text from these words on, its lines, and where the first word stands in it.
fn lay_out(flat: &str, words: &[Range<usize>], columns: usize, max_lines: usize) -> (String, Vec<Range<usize>>, usize) {
    let Some(first) = words.first() else { return Default::default() };
    let front = if first.start > 0 { format!("{MORE} ") } else { String::new() };
    let whole = format!("{front}{}", &flat[first.start..]);
    let lines = wrap(&whole, columns);
    if lines.len() <= max_lines {
        return (whole, lines, front.len());
    }
    let mut shown = lines.get(max_lines.saturating_sub(1)).map_or(0, |line| line.end);
    loop {
        let text = format!("{}{MORE}", whole[..shown].trim_end());
        let lines = wrap(&text, columns);
        let fewer = words.iter().rev().map(|word| word.end - first.start + front.len()).find(|&end| end < shown);
        match fewer {
            Some(fewer) if lines.len() > max_lines => shown = fewer,
            _ => return (text, lines, front.len()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(text: &str, marked: &[&str]) -> Vec<Range<usize>> {
        let at = |word: &&str| text.find(word).map(|start| start..start + word.len()).expect("it is there");
        marked.iter().map(at).collect()
    }

    /// The lines of a snippet with its highlights in brackets, and the line of the best.
    fn show(text: &str, marked: &[&str], columns: usize, max_lines: usize) -> (Vec<String>, usize) {
        let snippet = snippet(text, &find(text, marked), columns, max_lines);
        let part = |(part, marked): (&str, bool)| if marked { format!("[{part}]") } else { part.to_owned() };
        let line = |line| snippet.line_parts(line).into_iter().map(part).collect();
        (snippet.lines.iter().map(line).collect(), snippet.line)
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
