//! Text to words and whole symbols: one pass, offsets into the text as it stands.

use std::borrow::Cow;
use std::ops::Range;

use super::letters::{Class, class, letter_width};
use super::lines::Lines;
use super::normalize::push_forms;
use super::part::{MAX_WORD_BYTES, Part, kept};
use super::token::{Forms, Span, TokenKind};

/// A longer text in brackets is no mark of notes.
const MAX_MARK_BYTES: usize = 12;

/// A symbol of more parts than this (an address, a row of dots) is only its parts.
const MAX_PARTS: usize = 8;

impl Lines {
    /// Replaces what is here by the words of `text`.
    pub fn read(&mut self, text: &str) {
        self.clear();
        scan(text, self, |_| {});
    }
}

/// Writes the words of `text` to `lines`, and tells `note` of each where it stands.
pub(super) fn scan(text: &str, lines: &mut Lines, note: impl FnMut(Span)) {
    let mut scanner = Scanner { text, lines, note, parts: Vec::with_capacity(MAX_PARTS), position: 0 };
    let mut words = WordRuns { text, at: 0 };
    while let Some((start, end)) = words.next() {
        if scanner.parts.last().is_none_or(|last: &Part| !is_joined(text, last.end, start)) {
            scanner.flush();
        }
        scanner.parts.push(Part { start, end });
    }
    scanner.flush();
}

/// Runs of letters, digits, marks and invisible characters that hold a letter or digit.
struct WordRuns<'a> {
    text: &'a str,
    at: usize,
}

impl WordRuns<'_> {
    fn next(&mut self) -> Option<(usize, usize)> {
        let start = loop {
            let (kind, width) = kind_at(self.text, self.at)?;
            if kind == Kind::Word {
                break self.at;
            }
            self.at += note_mark(self.text, self.at).unwrap_or(width);
        };
        let mut end = start;
        while let Some((kind, width)) = kind_at(self.text, self.at) {
            match kind {
                Kind::Word | Kind::Mark => end = self.at + width,
                Kind::Invisible => {}
                Kind::Other => break,
            }
            self.at += width;
        }
        Some((start, end))
    }
}

/// What stands at a byte, and how many bytes it has.
fn kind_at(text: &str, at: usize) -> Option<(Kind, usize)> {
    let bytes = text.as_bytes();
    let byte = *bytes.get(at)?;
    if byte.is_ascii() {
        return Some((if byte.is_ascii_alphanumeric() { Kind::Word } else { Kind::Other }, 1));
    }
    if let Some(width) = letter_width(bytes, at) {
        return Some((Kind::Word, width));
    }
    let letter = text[at..].chars().next()?;
    Some((Kind::of(letter), letter.len_utf8()))
}

/// The bytes of a mark of notes that begins here and hangs on a word or a sign before it (`Hiến[1]`): it is no word.
fn note_mark(text: &str, at: usize) -> Option<usize> {
    let inner = text.get(at..)?.strip_prefix('[')?;
    let length = inner.bytes().take(MAX_MARK_BYTES).position(|byte| !is_of_mark(byte)).filter(|&length| length > 0)?;
    let hangs = text[..at].chars().next_back().is_some_and(|c| !c.is_whitespace());
    let is_mark = hangs && inner.as_bytes()[length] == b']' && inner.as_bytes()[0].is_ascii_digit();
    is_mark.then_some(length + 2)
}

/// Where the mark of notes begins that ends with the bracket here, if it is one.
fn note_mark_before(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let inner = bytes[..at].iter().rev().take(MAX_MARK_BYTES).take_while(|&&byte| is_of_mark(byte)).count();
    let start = at.checked_sub(inner + 1)?;
    (note_mark(text, start)? == inner + 2).then_some(start)
}

fn is_of_mark(byte: u8) -> bool {
    byte.is_ascii_digit() || matches!(byte, b',' | b';' | b'-' | b' ')
}

/// The first word of `text` from byte `from` on, in bytes.
pub(crate) fn next_word(text: &str, from: usize) -> Option<Range<usize>> {
    WordRuns { text, at: from }.next().map(|(start, end)| start..end)
}

/// The last word of the part of `text`, in bytes of the text; of a word cut in two what is inside.
pub(crate) fn last_word(text: &str, part: Range<usize>) -> Option<Range<usize>> {
    let mut start = None;
    let mut end = None;
    let mut passed = usize::MAX;
    for (at, letter) in text[part.clone()].char_indices().rev() {
        if at >= passed {
            continue;
        }
        if letter == ']'
            && start.is_none()
            && let Some(mark) = note_mark_before(&text[..part.end], part.start + at)
        {
            (passed, end) = (mark.saturating_sub(part.start), None);
            continue;
        }
        match Kind::of(letter) {
            Kind::Word => {
                start = Some(at);
                end.get_or_insert(at + letter.len_utf8());
            }
            Kind::Mark => _ = end.get_or_insert(at + letter.len_utf8()),
            Kind::Invisible => {}
            Kind::Other if start.is_some() => break,
            Kind::Other => end = None,
        }
    }
    Some(part.start + start?..part.start + end?)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Word,
    Mark,
    Invisible,
    Other,
}

impl Kind {
    fn of(letter: char) -> Self {
        match class(letter) {
            Class::Word { .. } => Self::Word,
            Class::Mark => Self::Mark,
            Class::Invisible => Self::Invisible,
            Class::Other => Self::Other,
        }
    }
}

/// Whether a sign between two words joins them.
fn is_joined(text: &str, end: usize, start: usize) -> bool {
    // a blank, as nearly always
    text.as_bytes()[end..start] != *b" " && joiner(&text[end..start]).is_some()
}

/// The sign that joins two words to one symbol: a single one, with no blank beside it.
fn joiner(between: &str) -> Option<char> {
    let mut signs = between.chars().filter(|&c| !matches!(class(c), Class::Invisible));
    let sign = match signs.next()? {
        '–' | '—' | '‑' | '−' | '‐' => '-',
        sign @ ('/' | '-' | '.' | ',' | '&' | '_' | ':' | '@') => sign,
        _ => return None,
    };
    signs.next().is_none().then_some(sign)
}

struct Scanner<'a, N> {
    text: &'a str,
    lines: &'a mut Lines,
    note: N,
    /// Words that signs join.
    parts: Vec<Part>,
    /// How many words were written.
    position: usize,
}

impl<N: FnMut(Span)> Scanner<'_, N> {
    /// Writes the parts gathered: the whole symbol if they make one, then each of them.
    fn flush(&mut self) {
        if (2..=MAX_PARTS).contains(&self.parts.len()) && makes_symbol(self.text, &self.parts) {
            self.write_whole();
        }
        for at in 0..self.parts.len() {
            let part = self.parts[at];
            let forms = self.lines.push_word(self.text, part);
            self.note(TokenKind::Word, part, forms);
            self.position += 1;
        }
        self.parts.clear();
    }

    fn write_whole(&mut self) {
        let (text, parts) = (self.text, &self.parts);
        let whole = Part { start: parts[0].start, end: parts[parts.len() - 1].end };
        let forms = self.lines.push_whole(|exact, folded| push_symbol(text, parts, exact, folded));
        self.note(TokenKind::Whole, whole, forms);
    }

    fn note(&mut self, kind: TokenKind, Part { start, end }: Part, forms: Forms) {
        (self.note)(Span { kind, start, end, position: self.position, forms });
    }
}

/// Whether joined words are a symbol and not two words that stand close: a digit in it, `&`, `/`,
/// or capitals alone.
fn makes_symbol(text: &str, parts: &[Part]) -> bool {
    let whole = &text[parts[0].start..parts[parts.len() - 1].end];
    whole.bytes().any(|b| b.is_ascii_digit() || matches!(b, b'&' | b'/' | b'@'))
        || !whole.chars().any(|c| c.is_lowercase())
}

/// One spelling for all: numbers without leading zeros, `/` between two numbers and nothing
/// elsewhere (`TB&XH` is `tbxh`, `COVID-19` is `covid19`), thousands without their points.
fn push_symbol(text: &str, parts: &[Part], exact: &mut String, folded: &mut String) {
    if is_thousands(text, parts) {
        parts.iter().for_each(|part| folded.push_str(&text[part.start..part.end]));
        return;
    }
    for (n, part) in parts.iter().enumerate() {
        let joins_numbers =
            folded.as_bytes().last().is_some_and(u8::is_ascii_digit) && text.as_bytes()[part.start].is_ascii_digit();
        if n > 0 && joins_numbers {
            folded.push('/');
        }
        push_forms(&text[part.start..part.end], exact, folded);
    }
}

/// `1.200`, `44,523,000`: figures in groups of three.
fn is_thousands(text: &str, parts: &[Part]) -> bool {
    let sign = joiner(&text[parts[0].end..parts[1].start]);
    matches!(sign, Some('.' | ','))
        && parts[0].end - parts[0].start <= 3
        && text.as_bytes()[parts[0].start] != b'0'
        && parts[1..].iter().all(|part| part.end - part.start == 3)
        && parts.windows(2).all(|pair| joiner(&text[pair[0].end..pair[1].start]) == sign)
        && parts.iter().all(|part| text[part.start..part.end].bytes().all(|b| b.is_ascii_digit()))
}

/// The exact forms of all words of a text, with nothing between.
pub(super) fn exact(text: &str) -> Cow<'_, str> {
    if text.len() <= MAX_WORD_BYTES && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()) {
        return Cow::Borrowed(text);
    }
    let (mut exact, mut folded) = (String::with_capacity(text.len()), String::new());
    let mut words = WordRuns { text, at: 0 };
    while let Some((start, end)) = words.next() {
        folded.clear();
        push_forms(kept(&text[start..end]), &mut exact, &mut folded);
    }
    Cow::Owned(exact)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::analysis::{Analysis, TokenKind, last_word, next_word};

    fn check(text: &str, expected: &[&str]) {
        let analysis = Analysis::of(text);
        let found: Vec<String> = analysis
            .tokens()
            .map(|t| if t.kind == TokenKind::Whole { format!("={}", t.folded) } else { t.folded.to_owned() })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn symbols_are_found_whole_and_by_their_parts() {
        check("Luật 45/2019/QH14", &["luat", "=45/2019qh14", "45", "2019", "qh14"]);
        check("06-CT/TU", &["=6cttu", "6", "ct", "tu"]);
        check("Sở LĐ-TB&XH", &["so", "=ldtbxh", "ld", "tb", "xh"]);
        check("LĐ – TB&XH", &["ld", "=tbxh", "tb", "xh"]);
        check("COVID-19", &["=covid19", "covid", "19"]);
        check("covid‑19", &["=covid19", "covid", "19"]);
        check("04/4/1947", &["=4/4/1947", "4", "4", "1947"]);
        check("04.04.1947", &["=4/4/1947", "4", "4", "1947"]);
        check("1.200 người", &["=1200", "1", "200", "nguoi"]);
        check("kinh tế-xã hội", &["kinh", "te", "xa", "hoi"]);
        check("làm việc.Liên đoàn", &["lam", "viec", "lien", "doan"]);
        check("136/KHPH-LĐLĐ-SYT", &["=136khphldldsyt", "136", "khph", "ldld", "syt"]);
        check("cán bộ, đ/c Thắng", &["can", "bo", "=dc", "d", "c", "thang"]);
    }

    #[test]
    fn what_is_not_seen_joins_and_what_is_not_a_word_is_left_out() {
        check("công\u{200B}\u{AD} đo\u{AD}àn", &["cong", "doan"]);
        check("a\u{A0}b", &["a", "b"]);
        check("Lê Văn Hiến[1] họp[2,3].", &["le", "van", "hien", "hop"]);
        check("“họp”[4] a [5] [b6]", &["hop", "a", "5", "b6"]);
        check("Hiến¹ ký số 15/QĐ-UB³", &["hien", "ki", "so", "=15qdub", "15", "qd", "ub"]);
        check("\u{FFFD} -- … 🙂 ", &[]);
        check("", &[]);
        check("\u{301}\u{302}", &[]);
    }

    #[test]
    fn long_words_are_cut_in_the_index_and_whole_in_the_source() {
        let text = "đ".repeat(1000);
        let analysis = Analysis::of(&text);
        let token = analysis.tokens().next().expect("one word");
        assert_eq!((token.start, token.end, token.exact.len()), (0, 2000, 120));
    }

    proptest! {
        #[test]
        fn words_are_read_one_by_one_from_both_ends(text in "[a-c Đ\u{301}\u{200B}.ế\\-1\\[\\]]{0,24}") {
            let analysis = Analysis::of(&text);
            let words: Vec<_> = analysis.words().map(|word| word.start..word.end).collect();
            let forward = std::iter::successors(next_word(&text, 0), |word| next_word(&text, word.end));
            prop_assert_eq!(forward.collect::<Vec<_>>(), words.clone());
            let backward = std::iter::successors(last_word(&text, 0..text.len()), |word| last_word(&text, 0..word.start));
            prop_assert_eq!(backward.collect::<Vec<_>>(), words.into_iter().rev().collect::<Vec<_>>());
        }
    }
}
