//! Text whose letters are spelled in ASCII or were encoded twice -> the same in Unicode, line by line.
//!
//! `&#7871;` of web pages, UTF-8 that was taken for windows-1252 and saved as UTF-8, and VIQR (RFC 1456), each
//! only where the text plainly holds Vietnamese so.

use unicode_normalization::UnicodeNormalization;

use super::table::byte_of;
use crate::corpus::judge::judge;
use crate::corpus::oddity::Oddity;

/// So many letters, or words, make a text one that is written so.
const MIN_LETTERS: usize = 3;
/// And so much of what looks like it must be it, in percent.
const MIN_PERCENT: usize = 80;
/// Of VIQR, so many of all words, in percent.
const MIN_WORDS_PERCENT: usize = 20;

/// Longer words are none of VIQR.
const MAX_WORD_BYTES: usize = 20;

/// Reads a text that is spelled in one way, if it is.
type Read = fn(&str) -> Option<String>;

/// Reads a text that is spelled otherwise, with a notice of how.
pub(super) fn undone(text: String) -> (String, Option<Oddity>) {
    let ways: [(&str, Read); 3] = [("HTML", references), ("UTF-8 (2×)", twice), ("VIQR", viqr)];
    for (name, read) in ways {
        if let Some(read) = read(&text) {
            return (read, Some(Oddity::DecodedAs(name.to_owned())));
        }
    }
    (text, None)
}

fn is_vietnamese(c: char) -> bool {
    matches!(c, 'À'..='ý' | 'Ă' | 'ă' | 'Đ' | 'đ' | 'Ĩ' | 'ĩ' | 'Ũ' | 'ũ' | 'Ơ' | 'ơ' | 'Ư' | 'ư' | 'Ạ'..='ỹ')
        && c.is_alphabetic()
}

/// Numeric references of web pages.
fn references(text: &str) -> Option<String> {
    let mut pieces = text.split("&#");
    let mut out = String::with_capacity(text.len());
    out.push_str(pieces.next()?);
    let (mut letters, mut all) = (0, 0);
    for piece in pieces {
        all += 1;
        match reference(piece) {
            Some((letter, rest)) => {
                letters += usize::from(is_vietnamese(letter));
                out.push(letter);
                out.push_str(rest);
            }
            None => {
                out.push_str("&#");
                out.push_str(piece);
            }
        }
    }
    (letters >= MIN_LETTERS && letters * 2 >= all).then_some(out)
}

fn reference(piece: &str) -> Option<(char, &str)> {
    let (digits, rest) = piece.split_once(';').filter(|(digits, _)| digits.len() <= 6)?;
    let code = match digits.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok()?,
        None => digits.parse().ok()?,
    };
    let letter = char::from_u32(code).filter(|c| !c.is_ascii() && !c.is_control())?;
    Some((letter, rest))
}

/// UTF-8 that was decoded as windows-1252.
fn twice(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let (mut letters, mut whole, mut all) = (0, 0, 0);
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| !c.is_ascii()) {
        out.push_str(&rest[..start]);
        rest = &rest[start..];
        let end = rest.find(|c: char| c.is_ascii()).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        rest = after;
        all += 1;
        let bytes: Option<Vec<u8>> = run.chars().map(byte_of).collect();
        match bytes.and_then(|bytes| String::from_utf8(bytes).ok()) {
            Some(read) => {
                whole += 1;
                letters += read.chars().filter(|&c| is_vietnamese(c)).count();
                out.push_str(&read);
            }
            None => out.push_str(run),
        }
    }
    out.push_str(rest);
    (letters >= MIN_LETTERS && whole * 100 >= all * MIN_PERCENT).then_some(out)
}

/// VIQR.
fn viqr(text: &str) -> Option<String> {
    // signs behind vowels make marked letters; without these nothing is sure
    let seems_so =
        text.is_ascii() && text.as_bytes().windows(2).filter(|pair| is_shaped(pair[0], pair[1])).count() >= MIN_LETTERS;
    if !seems_so {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let (mut shaped, mut good, mut words) = (0, 0, 0);
    let mut rest = text;
    for word in text.split_inclusive(|c: char| c.is_ascii_whitespace()) {
        rest = &rest[word.len()..];
        let letters = word.trim_end_matches(|c: char| c.is_ascii_whitespace());
        words += usize::from(!letters.is_empty());
        let is_shaped = letters.as_bytes().windows(2).any(|pair| is_shaped(pair[0], pair[1]));
        shaped += usize::from(is_shaped);
        let goes_on = word.ends_with(' ') && rest.starts_with(|c: char| c.is_ascii_lowercase());
        match viqr_word(letters, goes_on) {
            Some(read) => {
                good += usize::from(is_shaped);
                out.push_str(&read);
                out.push_str(&word[letters.len()..]);
            }
            None => out.push_str(word),
        }
    }
    let is_sure = good >= MIN_LETTERS && good * 100 >= shaped * MIN_PERCENT && good * 100 >= words * MIN_WORDS_PERCENT;
    is_sure.then_some(out)
}

/// Whether a sign shapes the letter before it: circumflex, breve, horn, bar.
fn is_shaped(letter: u8, sign: u8) -> bool {
    match sign {
        b'^' => b"aeoAEO".contains(&letter),
        b'(' => b"aA".contains(&letter),
        b'+' => b"ouOU".contains(&letter),
        b'd' | b'D' => letter == b'd' || (letter == b'D'),
        _ => false,
    }
}

/// A word with its signs read; nothing where it has none or spells no syllables. Where the sentence goes on, a dot
/// or a question mark at its end is a tone.
fn viqr_word(word: &str, goes_on: bool) -> Option<String> {
    if word.len() > MAX_WORD_BYTES || !word.bytes().any(|byte| b"^(+'`?~.dD".contains(&byte)) {
        return None;
    }
    let is_good = |text: &str| {
        let verdict = judge(text);
        verdict.marked > 0 && verdict.percent() == 100
    };
    // `QDD`: a short form
    if word.contains("DD")
        && !word.contains(|c: char| c.is_ascii_lowercase())
        && word.bytes().all(|b| !b"^(+'`?~".contains(&b))
    {
        return Some(word.replace("DD", "Đ"));
    }
    let (inner, end) = word.split_at(word.trim_end_matches(['.', '?']).len());
    let (whole, without_end) = (viqr_letters(word), viqr_letters(inner));
    if end.len() == 1 && goes_on && is_good(&whole) {
        return Some(whole);
    }
    if is_good(&without_end) {
        return Some(without_end + end);
    }
    (end.len() == 1 && inner.contains(|c: char| !c.is_ascii_alphabetic()) && is_good(&whole)).then_some(whole)
}

fn viqr_letters(word: &str) -> String {
    let mut out = String::with_capacity(word.len() * 2);
    let mut rest = word.chars().peekable();
    let mut last = ' ';
    while let Some(c) = rest.next() {
        let vowel = "aeiouyAEIOUY".contains(last) || matches!(last, '\u{302}' | '\u{306}' | '\u{31B}');
        let mark = match c {
            '^' if vowel => Some('\u{302}'),
            '(' if vowel => Some('\u{306}'),
            '+' | '*' if vowel => Some('\u{31B}'),
            '\'' if vowel => Some('\u{301}'),
            '`' if vowel => Some('\u{300}'),
            '?' if vowel => Some('\u{309}'),
            '~' if vowel => Some('\u{303}'),
            '.' if vowel => Some('\u{323}'),
            _ => None,
        };
        match (mark, rest.peek()) {
            (Some(mark), _) => out.push(mark),
            (None, Some('d' | 'D')) if c == 'd' || c == 'D' => {
                rest.next();
                out.push(if c == 'd' { 'đ' } else { 'Đ' });
            }
            (None, _) => out.push(c),
        }
        last = mark.unwrap_or(c);
    }
    out.nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelled_letters_are_read() {
        let check = |text: &str, expected: &str| assert_eq!(undone(text.to_owned()).0, expected, "{text}");
        check("L&#234; V&#x103;n T&#225;m, &#272;&#7843;ng", "Lê Văn Tám, Đảng");
        check("a &#38; b &#8211; &#233;", "a &#38; b &#8211; &#233;");
        let twice = |text: &str| encoding_rs::WINDOWS_1252.decode_without_bom_handling(text.as_bytes()).0.into_owned();
        for text in ["Đảng bộ tỉnh Cao Bằng", "Cộng hòa xã hội – năm\nhai"] {
            check(&twice(text), text);
        }
        check("Déjà vu à Nîmes, Ã©", "Déjà vu à Nîmes, Ã©");
        check(
            "Lie^n ddoa`n Lao ddo^.ng ti?nh Cao Ba(`ng. QDD-UBND ve^` to^? chu+'c ddo^. Ho.p nga`y 5.\nDDe^`u tho^ng qua!",
            "Liên đoàn Lao động tỉnh Cao Bằng. QĐ-UBND về tổ chức đô. Họp ngày 5.\nĐều thông qua!",
        );
        check("x^2 + y^2 = a^2, so f(a(b)) and o+ u+ e^x", "x^2 + y^2 = a^2, so f(a(b)) and o+ u+ e^x");
        check("add odd hidden daddy ladder middle", "add odd hidden daddy ladder middle");
        check("", "");
    }
}
