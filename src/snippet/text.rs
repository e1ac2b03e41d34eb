//! A document's letters to letters that a terminal can take: cleaned, measured, cut and wrapped.
//!
//! No combining mark is parted from its letter, and no control character is left.

use std::ops::Range;

use unicode_width::UnicodeWidthStr;

/// Marks the places where a word may be broken; some terminals show it, others do not.
const SOFT_HYPHEN: char = '\u{AD}';

/// Nothing is joined to a letter that takes more bytes than this.
const MAX_JOINED: usize = 128;

/// Stands for what must not reach a terminal.
const REPLACED: char = '\u{FFFD}';

/// How many columns a text takes.
pub fn width(text: &str) -> usize {
    text.width()
}

/// A line of a document for a terminal: control characters and marks that turn the direction of
/// writing are replaced, tabs and line ends are blanks.
pub fn clean(text: &str) -> String {
    text.chars().map(clean_letter).collect()
}

/// As [`clean`], without soft hyphens, so that it takes the columns that it is measured to take.
pub fn clean_line(text: &str) -> String {
    text.chars().filter(|letter| *letter != SOFT_HYPHEN).map(clean_letter).collect()
}

/// As [`clean`], but line ends stay.
pub fn clean_lines(text: &str) -> String {
    text.chars().map(|letter| if letter == '\n' { letter } else { clean_letter(letter) }).collect()
}

/// A text on one line, cleaned, with one blank for every run of white space and no soft hyphens, and the same
/// ranges of bytes in it.
pub fn flatten(text: &str, ranges: &[Range<usize>]) -> (String, Vec<Range<usize>>) {
    let mut flat = String::with_capacity(text.len());
    let mut places: Vec<usize> = ranges.iter().flat_map(|range| [range.start, range.end]).collect();
    places.sort_unstable();
    let mut moved = Vec::with_capacity(places.len());
    let mut rest = places.iter().peekable();
    for (at, letter) in text.char_indices() {
        while rest.next_if(|place| **place <= at).is_some() {
            moved.push(flat.len());
        }
        if letter == SOFT_HYPHEN {
            continue;
        }
        if !letter.is_whitespace() {
            flat.push(clean_letter(letter));
        } else if !flat.is_empty() && !flat.ends_with(' ') {
            flat.push(' ');
        }
    }
    moved.extend(rest.map(|_| flat.len()));
    flat.truncate(flat.trim_end().len());
    let find = |place: usize| {
        let at = places.partition_point(|known| *known < place);
        moved.get(at).copied().unwrap_or_default().min(flat.len())
    };
    let moved = ranges.iter().map(|range| find(range.start)..find(range.end)).collect();
    (flat, moved)
}

fn clean_letter(letter: char) -> char {
    match letter {
        '\t' | '\n' | '\r' => ' ',
        letter if acts(letter) => REPLACED,
        letter => letter,
    }
}

/// Whether a letter is none, but tells a terminal, or whoever splits a text into lines, to do something: control
/// characters of ASCII and of Unicode, ends of lines and paragraphs, marks that turn the direction of writing.
pub fn acts(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// A text of at most `columns`, with `…` for what was cut.
pub fn cut(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let end = fitting(text, columns.saturating_sub(1));
    match columns {
        0 => String::new(),
        _ => format!("{}…", text[..end].trim_end()),
    }
}

/// A text of at most `columns`, with `…` for what was cut out of it: its beginning and, with more room, its end.
pub fn cut_amid(text: &str, columns: usize) -> String {
    const GAP: usize = 3;
    if width(text) <= columns {
        return text.to_owned();
    }
    let room = columns.saturating_sub(GAP);
    let first = cut(text, room * 2 / 5);
    let head = first.trim_end_matches('…');
    let head = head.rsplit_once(' ').map_or(head, |(head, _)| head);
    // the end as far as it fits, from a word on
    let mut start = text.len();
    let mut words = text.rmatch_indices(' ').map(|(at, _)| at + 1);
    while let Some(next) = words.next().filter(|next| *next > head.len()) {
        if width(head) + width(&text[next..]) > room {
            break;
        }
        start = next;
    }
    match text[start..].trim_start() {
        "" => cut(text, columns),
        end => format!("{head} … {end}"),
    }
}

/// The pieces of a text that a line can take: its words, those wider than `columns` in parts, two days that dots join
/// behind the dots.
pub fn pieces(text: &str, columns: usize) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut at = 0;
    for word in text.split(' ') {
        let end = at + word.len();
        while at < end {
            let mut part = fitting(&text[at..end], columns).max(first_letter(&text[at..end]));
            if at + part < end {
                part = behind_dots(&text[at..at + part]).unwrap_or(part);
            }
            pieces.push(at..at + part);
            at += part;
        }
        at = end + 1;
    }
    pieces
}

/// The end of the last dots of a period.
fn behind_dots(part: &str) -> Option<usize> {
    let dots = part.rfind("..")?;
    part[..dots].ends_with(|c: char| c.is_ascii_digit()).then_some(dots + 2)
}

/// The lines of a text in which only blanks part words, each of at most `columns`.
pub fn wrap(text: &str, columns: usize) -> Vec<Range<usize>> {
    wrap_whole(text, (columns, columns), &[])
}

/// The same where the first line takes at most so many columns and the others so many, and parts are never broken,
/// however wide they are.
pub fn wrap_whole(text: &str, (first, others): (usize, usize), whole: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut lines: Vec<Range<usize>> = Vec::new();
    // added up, for a long line takes long to measure anew with each of its words
    let mut used = 0;
    let mut parts = whole.iter().peekable();
    for piece in pieces(text, others.min(first)) {
        while parts.next_if(|part| part.end <= piece.start).is_some() {}
        let is_within = parts.peek().is_some_and(|part| part.start < piece.start);
        let end =
            parts.peek().filter(|part| part.start <= piece.start).map_or(piece.end, |part| part.end.max(piece.end));
        let columns = if lines.len() == 1 { first } else { others };
        let wider = lines.last().map(|line| used + width(&text[line.end..end.max(line.end)]));
        match (lines.last_mut(), wider.filter(|wider| *wider <= columns || is_within)) {
            (Some(line), Some(wider)) => (line.end, used) = (end.max(line.end), wider),
            _ => {
                used = width(&text[piece.start..end]);
                lines.push(piece.start..end);
            }
        }
    }
    lines
}

/// How many bytes of whole letters fit into `columns`.
fn fitting(text: &str, columns: usize) -> usize {
    let (mut end, mut used) = (0, 0);
    while end < text.len() {
        let letter = first_letter(&text[end..]);
        used += width(&text[end..end + letter]);
        if used > columns {
            break;
        }
        end += letter;
    }
    end
}

/// How many bytes the first letter takes with its marks and with what is joined to it, as far as
/// all of it takes no more than two columns.
fn first_letter(text: &str) -> usize {
    let neighbors = text.chars().zip(text.char_indices().skip(1));
    let mut apart = neighbors.filter(|(before, (at, letter))| {
        let is_joined = || *before == '\u{200D}' && *at <= MAX_JOINED && width(&text[..at + letter.len_utf8()]) <= 2;
        !is_mark(*letter) && !is_joined()
    });
    apart.next().map_or(text.len(), |(_, (at, _))| at)
}

/// Whether it takes no column of its own: marks, joiners, skin tones.
fn is_mark(letter: char) -> bool {
    unicode_width::UnicodeWidthChar::width(letter).unwrap_or(0) == 0 || matches!(letter, '\u{1F3FB}'..='\u{1F3FF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_collapsed_and_ranges_move_along() {
        let check = |text: &str, marked: &str, flat: &str| {
            let start = text.find(marked).expect("the marked text is there");
            let (got, ranges) = flatten(text, std::slice::from_ref(&(start..start + marked.len())));
            assert_eq!(got, flat);
            assert_eq!(got[ranges[0].clone()], flatten(marked, &[]).0);
        };
        check("  một \r\n\t hai  ", "hai", "một hai");
        check("một\u{A0}\u{A0}hai\nba bốn", "hai\nba", "một hai ba bốn");
        check("a\u{1B}[31mb \u{202E}c", "b", "a\u{FFFD}[31mb \u{FFFD}c");
        check("be\u{302}\u{323}nh viện", "be\u{302}\u{323}nh", "be\u{302}\u{323}nh viện");
        check("họp Công\u{AD} đo\u{AD}àn xã", "Công\u{AD} đo\u{AD}àn", "họp Công đoàn xã");
        check("họp \u{AD}đoàn\u{AD} xã", "\u{AD}đoàn\u{AD}", "họp đoàn xã");
        assert_eq!(flatten(" \n ", &[]).0, "");
    }

    #[test]
    fn lines_are_wrapped_between_letters() {
        let check = |text: &str, columns: usize, expected: &[&str]| {
            let lines: Vec<&str> = wrap(text, columns).into_iter().map(|line| &text[line]).collect();
            assert_eq!(lines, expected, "{text} in {columns}");
        };
        check("", 10, &[]);
        check("một hai ba", 7, &["một hai", "ba"]);
        check("một hai ba", 6, &["một", "hai ba"]);
        check("mo\u{323}\u{302}t ha\u{309}i", 3, &["mo\u{323}\u{302}t", "ha\u{309}i"]);
        check("nghiêng", 3, &["ngh", "iên", "g"]);
        check(
            "e\u{302}\u{301}e\u{302}\u{301}e\u{302}\u{301}",
            2,
            &["e\u{302}\u{301}e\u{302}\u{301}", "e\u{302}\u{301}"],
        );
        check("~1996-01-01..1996-12-31 a", 18, &["~1996-01-01..", "1996-12-31 a"]);
        check("1996-01-01..1996-12-31", 22, &["1996-01-01..1996-12-31"]);
        check("../a/b/c", 5, &["../a/", "b/c"]);
        check("漢字漢字", 5, &["漢字", "漢字"]);
        check("漢字", 1, &["漢", "字"]);
        check("👨\u{200D}👩\u{200D}👧👍", 2, &["👨\u{200D}👩\u{200D}👧", "👍"]);
    }

    #[test]
    fn parts_are_kept_whole() {
        let check = |text: &str, columns, part: &str, expected: &[&str]| {
            let start = text.find(part).expect("the part is there");
            let whole = std::slice::from_ref(&(start..start + part.len())).to_vec();
            let lines: Vec<&str> = wrap_whole(text, columns, &whole).into_iter().map(|line| &text[line]).collect();
            assert_eq!(lines, expected, "{text} in {columns:?}");
        };
        check("dẫn a b/c.txt 1/2/2020", (8, 6), "a b/c.txt", &["dẫn", "a b/c.txt", "1/2/20", "20"]);
        check("a/b/c.txt:1 năm 2020", (8, 6), "a/b/c.txt:1", &["a/b/c.txt:1", "năm", "2020"]);
        check("a/b.txt năm 2020", (11, 9), "a/b.txt", &["a/b.txt năm", "2020"]);
        check("a/b.txt", (80, 76), "a/b.txt", &["a/b.txt"]);
    }

    #[test]
    fn headings_are_cut_to_the_width() {
        let cases = [
            ("đại hội", 7, "đại hội"),
            ("đại hội", 6, "đại h…"),
            ("đại hội", 5, "đại…"),
            ("ab", 0, ""),
            ("漢字", 3, "漢…"),
        ];
        for (text, columns, expected) in cases {
            assert_eq!(cut(text, columns), expected);
        }
    }

    #[test]
    fn long_lists_show_their_beginning_and_their_end() {
        let check = |text: &str, columns: usize, expected: &str| {
            let cut = cut_amid(text, columns);
            assert_eq!(cut, expected);
            assert!(width(&cut) <= columns, "{cut}");
        };
        check("bãi bỏ Quyết định 5", 19, "bãi bỏ Quyết định 5");
        check("bãi bỏ: 1. Quyết định 4; 2. Quyết định 5", 32, "bãi bỏ: … 4; 2. Quyết định 5");
        check("bãi bỏ các văn bản sau: một hai ba", 20, "bãi … một hai ba");
        check("mộthaibabốnnămsáubảytámchín", 10, "mộthaibab…");
        check("漢字 漢字 漢字 漢字", 12, "漢 … 漢字");
        check("một hai", 0, "");
    }

    #[test]
    fn no_control_character_is_left() {
        assert_eq!(clean("a\u{1B}]0;x\u{7}\tb\u{9B}\u{7F}"), "a\u{FFFD}]0;x\u{FFFD} b\u{FFFD}\u{FFFD}");
        assert_eq!(
            clean("a\u{85}\u{61C}\u{200E}\u{200F}\u{2029}\u{2066}z\nb"),
            "a\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}z b"
        );
        assert_eq!(clean_lines("a\nb\r"), "a\nb ");
    }
}
