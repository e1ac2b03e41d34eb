//! Text at a digit to the number and symbol written there: `06 - CT/TU`, `45/2019/QH14`, `194`.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::tables::{PARTS, Part};
use crate::analysis::fold;
use crate::text::{is_dash, is_invisible, is_letter_or_digit, is_mark};

/// A number as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Written {
    /// Without leading zeros, with a letter (`12a`) in lower case.
    pub number: String,
    pub year: Option<u16>,
    /// The parts of the symbol in the order of the text; `TB&XH` is one part.
    pub parts: Vec<SymbolPart>,
    /// The bytes of the digits, with the letter behind them.
    pub digits: Range<usize>,
    /// Byte behind the last.
    pub end: usize,
    /// Whether a `/` stands behind the number.
    pub slash: bool,
}

/// A part of a symbol.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SymbolPart {
    pub text: String,
    /// What it is, if the tables know it.
    pub known: Option<Part>,
}

impl SymbolPart {
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        let known = known(&text);
        Self { text, known }
    }
}

impl Written {
    pub fn known_types(&self) -> usize {
        self.parts.iter().filter(|part| matches!(part.known, Some(Part::Type(_)))).count()
    }

    /// The type that the symbol names.
    pub fn kind(&self) -> Option<&'static str> {
        self.parts.iter().find_map(|part| match part.known {
            Some(Part::Type(kind)) => Some(kind),
            _ => None,
        })
    }

    pub fn known_parts(&self) -> usize {
        self.parts.iter().filter(|part| part.known.is_some()).count()
    }
}

/// Longer numbers are telephones and accounts.
const MAX_DIGITS: usize = 6;

/// More parts than this are an address or a path.
const MAX_PARTS: usize = 6;

/// What a part of a symbol is, if the tables know it; a number behind (`QH14`) is let off.
pub(super) fn known(part: &str) -> Option<Part> {
    let stem = part.trim_end_matches(|c: char| c.is_ascii_digit());
    let in_small = || PARTS.get(stem.to_lowercase().as_str());
    let folded = || PARTS.get(fold_part(stem).as_str());
    PARTS.get(stem).or_else(in_small).or_else(folded).copied()
}

/// The folded form of a part; `TƯ` is Trung ương, `TU` is Tỉnh ủy.
pub(super) fn fold_part(part: &str) -> String {
    if is_central(part) { "tw".to_owned() } else { fold(part).replace(' ', "") }
}

/// Whether a part is `TƯ`, Trung ương.
pub(super) fn is_central(part: &str) -> bool {
    matches!(part, "TƯ" | "Tư" | "tư")
}

/// The end of the figures at byte `start`.
pub(super) fn figures_end(text: &str, start: usize) -> usize {
    start + text.as_bytes()[start..].iter().take_while(|byte| byte.is_ascii_digit()).count()
}

/// Whether what follows the figures that end at byte `end` can be neither symbol nor year: true of
/// most, and cheaper than to read them.
pub(super) fn is_bare(text: &str, end: usize) -> bool {
    match &text.as_bytes()[end..] {
        [b'.', next, ..] => !next.is_ascii_digit(),
        [b' ', next, ..] => next.is_ascii_lowercase() || *next == b'(',
        [b'/' | b'\\' | b'_' | b'-' | b'*', ..] => false,
        [next, ..] => next.is_ascii_punctuation() || *next == b'\n',
        [] => true,
    }
}

/// Reads the number that starts at byte `start`, a digit; `None` for dates, ratios, codes.
pub(super) fn read(text: &str, start: usize) -> Option<Written> {
    let mut at = figures_end(text, start);
    if at - start > MAX_DIGITS || continues_figure(text, start) {
        return None;
    }
    let digits = text[start..at].trim_start_matches('0');
    if digits.is_empty() {
        return None;
    }
    let second = second_level(text, at).map_or("", |end| &text[at..end]);
    at += second.len();
    let again = again(&text[at..]);
    at += again.len();
    let letter = text[at..].chars().next().filter(|c| again.is_empty() && c.is_alphabetic());
    let small = letter.and_then(|letter| letter.to_lowercase().next());
    if let Some(letter) = letter {
        at += letter.len_utf8();
        if !matches!(small, Some('a'..='h' | 'đ')) || text[at..].starts_with(char::is_alphanumeric) {
            return None;
        }
    }
    let mut written =
        Written { number: String::new(), year: None, parts: Vec::new(), digits: start..at, end: at, slash: false };
    if !read_symbol(text, &mut written) {
        return None;
    }
    written.number = [digits, second, &again.to_lowercase()].concat();
    written.number.extend(small);
    Some(written)
}

/// `bis` and `ter` behind a number, which mark a second and a third paper of it.
pub(super) fn again(text: &str) -> &str {
    let mark = text.get(..3).filter(|mark| ["bis", "ter"].iter().any(|known| mark.eq_ignore_ascii_case(known)));
    mark.filter(|_| !text[3..].starts_with(char::is_alphanumeric)).unwrap_or_default()
}

/// The end of `.18` in `66.18/2026/NQ-CP`, the 18th of the papers that carry out one other; it
/// counts only before a year and a symbol.
fn second_level(text: &str, at: usize) -> Option<usize> {
    let digits = |from: usize| text[from..].bytes().take_while(u8::is_ascii_digit).count();
    text[at..].starts_with('.').then_some(())?;
    let end = at + 1 + digits(at + 1);
    let year = end + 1;
    let followed = text[end..].starts_with('/')
        && digits(year) == 4
        && text[year + 4..].strip_prefix('/').is_some_and(|symbol| symbol.starts_with(char::is_alphabetic));
    ((2..=4).contains(&(end - at)) && followed).then_some(end)
}

/// Whether the digits at `start` go on from a figure or word before: `3/4/2021`, `1.200`, `QCVN 97:2025`, `km4`.
fn continues_figure(text: &str, start: usize) -> bool {
    let mut before = text[..start].chars().rev();
    match before.next() {
        // the number was left blank: `số     /2025/QĐ-UBND`
        Some('/') => true,
        Some(sign) if matches!(sign, '.' | ',' | ':' | '_' | '+' | '=') || is_dash(sign) => match before.next() {
            Some(c) if c.is_ascii_digit() => true,
            Some(c) if c.is_alphabetic() => !matches!(sign, '.' | ':' | ','),
            _ => false,
        },
        // a letter may be written with its marks behind it
        Some(c) => (c.is_alphanumeric() || is_mark(c)) && !follows_type(&text[..start]),
        None => false,
    }
}

/// `QĐ66`, `NQ68`, `số105/2020/TT-BTC`: the words that numbers are glued to.
fn follows_type(before: &str) -> bool {
    ["QĐ", "NQ", "NĐ", "số", "Số", "SỐ", "so\u{302}\u{301}", "So\u{302}\u{301}"].iter().any(|kind| {
        before
            .strip_suffix(kind)
            .is_some_and(|rest| !rest.ends_with(|c: char| c.is_alphanumeric() || c == '-' || c == '/'))
    })
}

/// Reads separators and parts behind the number; false where they say that it is no document number.
fn read_symbol(text: &str, written: &mut Written) -> bool {
    while written.parts.len() < MAX_PARTS {
        let Some(separator) = separator(text, written.end).or_else(|| blank(text, written)) else { break };
        let first = written.parts.is_empty() && written.year.is_none();
        if text[separator.end..].starts_with(|c: char| c.is_ascii_digit()) {
            match read_year(text, &separator) {
                Some((year, end)) if written.year.is_none() && (first || written.year.is_none() && separator.slash) => {
                    (written.year, written.end) = (Some(year), end);
                    written.slash |= separator.slash;
                    continue;
                }
                _ => {
                    read_file(text, &separator, written);
                    return !first && written.year.is_none() || separator.blanks() && !separator.slash;
                }
            }
        }
        let Some((part, end)) = read_part(text, separator.end) else {
            return !first || separator.blanks() || !separator.slash && !follows_letter(text, separator.end);
        };
        if !joins(written, &separator, &part) {
            break;
        }
        written.slash |= separator.slash && written.parts.is_empty();
        match unglued(&part) {
            Some((kind, issuer)) => written.parts.extend([kind, issuer].map(SymbolPart::new)),
            None => written.parts.push(part),
        }
        written.end = end;
    }
    true
}

/// `181-NV/6`: the number of a file behind the office that issues.
fn read_file(text: &str, separator: &Separator, written: &mut Written) {
    let end = figures_end(text, separator.end);
    let ends = !text[end..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '%'));
    let single = written.year.is_none() && end - separator.end <= 2 && separator.slash && !separator.blanks();
    let [office] = &mut written.parts[..] else { return };
    if single && ends && office.known.is_none() && office.text.chars().count() <= 3 {
        office.text.push_str(&text[separator.end..end]);
        written.end = end;
    }
}

/// Type and issuer of a part that lost its dash: `NĐCP`, `TTBTC`, `NQTW`. Other known parts are one
/// (`TTCP` is an inspectorate).
pub(super) fn unglued(part: &SymbolPart) -> Option<(&str, &str)> {
    if part.known.is_some() {
        return None;
    }
    let cuts = part.text.char_indices().map(|(at, _)| at).filter(|&at| at >= 2);
    cuts.map(|at| part.text.split_at(at)).find(|&(kind, issuer)| {
        let Some(Part::Type(kind)) = known(kind) else { return false };
        let Some(Part::Issuer(body, _)) = known(issuer) else { return false };
        matches!(kind, "NQ" | "NĐ" | "QĐ")
            || matches!(body, "TW" | "TU")
            || matches!(kind, "TT" | "TTLT") && body.starts_with('B')
    })
}

fn follows_letter(text: &str, at: usize) -> bool {
    text[at..].starts_with(char::is_alphabetic)
}

struct Separator {
    slash: bool,
    blank_before: bool,
    blank_behind: bool,
    line_end: bool,
    /// Where the next part starts.
    end: usize,
}

impl Separator {
    fn blanks(&self) -> bool {
        self.blank_before || self.blank_behind
    }
}

/// The `/` or dash behind byte `at`, with the blanks about it.
fn separator(text: &str, at: usize) -> Option<Separator> {
    let mut end = at;
    let mut sign = None;
    let (mut blank_before, mut blank_behind, mut line_end) = (false, false, false);
    for c in text[at..].chars() {
        match c {
            ' ' | '\t' | '\u{A0}' if sign.is_none() => blank_before = true,
            ' ' | '\t' | '\u{A0}' | '\r' => blank_behind = true,
            '\n' if sign.is_some() && !line_end => (blank_behind, line_end) = (true, true),
            '*' => {}
            _ if is_invisible(c) => {}
            // `_` stands for `/` in the names of files
            '/' | '\\' | '_' if sign.is_none() => sign = Some(true),
            _ if sign.is_none() && is_dash(c) => sign = Some(false),
            _ => break,
        }
        end += c.len_utf8();
        if end - at > 16 {
            return None;
        }
    }
    Some(Separator { slash: sign?, blank_before, blank_behind, line_end, end })
}

/// The blank or dot that stands for a dash in `10 CT/TW`, `16.QĐ/UB`: a type in capitals with its sign must follow.
fn blank(text: &str, written: &Written) -> Option<Separator> {
    let rest = text[written.end..].strip_prefix([' ', '\u{A0}', '.']).filter(|_| written.parts.is_empty())?;
    let letters = rest.find(|c: char| !c.is_alphabetic()).filter(|&len| (2..=8).contains(&len))?;
    let signed = rest[letters..].starts_with(|c| c == '/' || is_dash(c)) && rest.starts_with(char::is_uppercase);
    let kind = signed && matches!(known(&rest[..letters]), Some(Part::Type(_)));
    let end = text.len() - rest.len();
    kind.then_some(Separator { slash: false, blank_before: false, blank_behind: false, line_end: false, end })
}

/// A year in four digits, and its end.
fn read_year(text: &str, separator: &Separator) -> Option<(u16, usize)> {
    let digits = text[separator.end..].bytes().take_while(u8::is_ascii_digit).count();
    let end = separator.end + digits;
    let year: u16 = text.get(separator.end..end).filter(|_| digits == 4)?.parse().ok()?;
    let ends = !text[end..].starts_with(char::is_alphanumeric);
    ((1930..=2099).contains(&year) && ends && separator.slash).then_some((year, end))
}

/// The part of a symbol that starts at byte `start`, in NFC with look-alikes made Latin, and its end.
fn read_part(text: &str, start: usize) -> Option<(SymbolPart, usize)> {
    let mut part = String::new();
    let mut end = start;
    let mut marks = false;
    for (offset, c) in text[start..].char_indices() {
        let c = match c {
            _ if is_mark(c) => {
                marks = true;
                c
            }
            _ if is_invisible(c) => continue,
            '&' if !part.is_empty() && text[start + offset + 1..].starts_with(char::is_alphabetic) => c,
            // T.Ư, T.W
            '.' if part == "T" && is_rest_of_tw(&text[start + offset + 1..]) => {
                continue;
            }
            _ if is_letter_or_digit(c) => latin(c),
            _ => break,
        };
        part.push(c);
        end = start + offset + c_len(text, start + offset);
        if part.len() > 48 {
            return None;
        }
    }
    if marks {
        part = part.nfc().collect();
    }
    if !part.starts_with(char::is_alphabetic) {
        return None;
    }
    let part = SymbolPart::new(part);
    if is_part(&part) {
        return Some((part, end));
    }
    let cut = cut_glued_word(&part.text)?;
    let end = start + source_len(&text[start..], &cut.text);
    Some((cut, end))
}

/// How many bytes of `text`, which may be decomposed, the letters of `part` are made of.
fn source_len(text: &str, part: &str) -> usize {
    let counts = |c: char| c.is_alphanumeric() || c == '&';
    let letters = part.chars().filter(|&c| counts(c)).count();
    let behind = text.char_indices().filter(|&(_, c)| counts(c)).nth(letters);
    behind.map_or(text.len(), |(at, _)| at)
}

/// The second half of `T.Ư`, also decomposed, and of `T.W`.
fn is_rest_of_tw(text: &str) -> bool {
    ["Ư", "U\u{31B}", "W"].iter().any(|letter| text.starts_with(letter))
}

fn c_len(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(0, char::len_utf8)
}

/// Letters of other alphabets and `đ`s of other languages that look like those of symbols.
fn latin(c: char) -> char {
    match c {
        'А' => 'A',
        'В' => 'B',
        'С' => 'C',
        'Е' => 'E',
        'Н' => 'H',
        'К' => 'K',
        'М' => 'M',
        'О' => 'O',
        'Р' => 'P',
        'Т' => 'T',
        'Х' => 'X',
        '\u{D0}' | '\u{189}' => 'Đ',
        '\u{F0}' => 'đ',
        _ => c,
    }
}

/// Whether letters can be a part of a symbol: known ones in any case, capitals without tones, and
/// capitals with one or two small letters behind (`TTg`, `KTr2`).
fn is_part(part: &SymbolPart) -> bool {
    if part.known.is_some() {
        return true;
    }
    let letters = || part.text.chars().filter(|c| c.is_alphabetic());
    let capitals = letters().filter(|c| c.is_uppercase()).count();
    let small = letters().count() - capitals;
    let plain =
        letters().all(|c| c.is_ascii_alphabetic() || matches!(c, 'Đ' | 'đ' | 'Ư' | 'Ơ' | 'Ô' | 'Â' | 'Ă' | 'Ê'));
    plain && (small == 0 || capitals >= 2 && small <= 2)
}

/// The capitals of a part that a small word is glued to: `NĐ-CPngày`.
fn cut_glued_word(part: &str) -> Option<SymbolPart> {
    let len = part.find(char::is_lowercase)?;
    let glued = ["ngày", "của", "về", "và", "năm", "quy", "do"].iter().any(|word| part[len..].starts_with(word));
    let capitals = (glued && part[..len].chars().count() >= 2).then(|| SymbolPart::new(&part[..len]));
    capitals.filter(is_part)
}

/// Whether a part behind blanks still belongs to the symbol.
fn joins(written: &Written, separator: &Separator, part: &SymbolPart) -> bool {
    let types = written.known_types();
    let kind = part.known;
    let first = written.parts.is_empty();
    let open = first || types == written.parts.len() || types == 0 && matches!(kind, Some(Part::Type(_)));
    let long = part.text.chars().count() >= 2;
    match (separator.blank_before, separator.blank_behind) {
        (false, false) => true,
        (false, true) => long && (open || separator.line_end && kind.is_some()),
        (true, false) => open && (kind.is_some() || separator.slash && long),
        // a dash between blanks parts sentences, so that it must lead to a type or follow one
        (true, true) if first => {
            matches!(kind, Some(Part::Type(_)))
                || separator.slash && kind.is_some()
                || written.year.is_some() && kind.is_some()
        }
        (true, true) => open && kind.is_some(),
    }
}
