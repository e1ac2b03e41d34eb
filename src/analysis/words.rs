//! Text to words and whole symbols: one pass, offsets into the text as it stands.

use std::borrow::Cow;
use std::ops::Range;

use super::lines::Lines;
use super::part::{MAX_WORD_BYTES, Part, kept};
use super::token::{Forms, Span, TokenKind};
use crate::text::{is_dash, is_invisible, next_word, push_forms};

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
    let mut at = 0;
    while let Some(Range { start, end }) = next_word(text, at) {
        at = end;
        if scanner.parts.last().is_none_or(|last: &Part| !is_joined(text, last.end, start)) {
            scanner.flush();
        }
        scanner.parts.push(Part { start, end });
    }
    scanner.flush();
}

/// Whether a sign between two words joins them.
fn is_joined(text: &str, end: usize, start: usize) -> bool {
    // a blank, as nearly always
    text.as_bytes()[end..start] != *b" " && joiner(&text[end..start]).is_some()
}

/// The sign that joins two words to one symbol: a single one, with no blank beside it.
fn joiner(between: &str) -> Option<char> {
    let mut signs = between.chars().filter(|c| !is_invisible(*c));
    let sign = match signs.next()? {
        sign if is_dash(sign) => '-',
        sign @ ('/' | '.' | ',' | '&' | '_' | ':' | '@') => sign,
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
    let mut at = 0;
    while let Some(word) = next_word(text, at) {
        at = word.end;
        folded.clear();
        push_forms(kept(&text[word]), &mut exact, &mut folded);
    }
    Cow::Owned(exact)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::analysis::{Analysis, TokenKind};
    use crate::text::{last_word, next_word};

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
