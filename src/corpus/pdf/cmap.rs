//! The table `ToUnicode` of a font -> the text of each code.

use std::collections::HashMap;

/// A range in a broken table may be any size.
const MAX_CODES: usize = 0x1_0000;

/// What the codes of a font stand for.
#[derive(Default)]
pub(super) struct CodeMap(HashMap<u32, String>);

/// What stands in a table.
enum Token<'a> {
    Hex(&'a [u8]),
    Open,
    Close,
    Word(&'a [u8]),
}

/// Which list the tokens belong to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum List {
    None,
    Characters,
    Ranges,
}

impl CodeMap {
    pub fn read(table: &[u8]) -> Self {
        let mut map = Self::default();
        let mut list = List::None;
        let mut codes: Vec<u32> = Vec::new();
        // The code in a bracketed range that the next text belongs to.
        let mut next_in_range = None;
        let mut rest = table;
        while let Some(token) = next_token(&mut rest) {
            match token {
                Token::Word(b"beginbfchar") => list = List::Characters,
                Token::Word(b"beginbfrange") => list = List::Ranges,
                Token::Word(word) if word.starts_with(b"end") => list = List::None,
                Token::Open if codes.len() == 2 => next_in_range = Some(codes[0]),
                Token::Close => next_in_range = None,
                Token::Hex(digits) if list != List::None => {
                    if let Some(code) = &mut next_in_range {
                        map.put(*code, text(digits));
                        *code = code.saturating_add(1);
                    } else if codes.len() == if list == List::Characters { 1 } else { 2 } {
                        map.put_range(&codes, digits);
                        codes.clear();
                    } else {
                        codes.push(number(digits));
                    }
                    continue;
                }
                _ => {}
            }
            if next_in_range.is_none() {
                codes.clear();
            }
        }
        map
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn get(&self, code: u32) -> Option<&str> {
        self.0.get(&code).map(String::as_str)
    }

    fn put(&mut self, code: u32, text: String) {
        if self.0.len() < MAX_CODES {
            self.0.insert(code, text);
        }
    }

    /// Maps a code, or the first to the last, to a text whose last letter counts on.
    fn put_range(&mut self, codes: &[u32], digits: &[u8]) {
        let first = codes.first().copied().unwrap_or(0);
        let last = codes.last().copied().unwrap_or(first).min(first.saturating_add(MAX_CODES as u32));
        let text = text(digits);
        let (head, tail) = match text.char_indices().last() {
            Some((at, c)) => (&text[..at], Some(c as u32)),
            None => ("", None),
        };
        for code in first..=last {
            let letter = tail.and_then(|tail| char::from_u32(tail.saturating_add(code - first)));
            let mut text = head.to_owned();
            text.extend(letter);
            self.put(code, text);
        }
    }
}

fn next_token<'a>(rest: &mut &'a [u8]) -> Option<Token<'a>> {
    loop {
        let start = rest.iter().position(|byte| !byte.is_ascii_whitespace())?;
        *rest = &rest[start..];
        let (&first, after) = rest.split_first()?;
        let is_end = |byte: &u8| byte.is_ascii_whitespace() || b"<>[]%/".contains(byte);
        let (token, after) = match first {
            b'<' => {
                let end = after.iter().position(|&byte| byte == b'>').unwrap_or(after.len());
                (Token::Hex(&after[..end]), after.get(end + 1..).unwrap_or_default())
            }
            b'[' => (Token::Open, after),
            b']' => (Token::Close, after),
            b'%' => {
                let end = after.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(after.len());
                *rest = &after[end..];
                continue;
            }
            _ => {
                let end = after.iter().position(is_end).unwrap_or(after.len());
                (Token::Word(&rest[..=end]), &after[end..])
            }
        };
        *rest = after;
        return Some(token);
    }
}

fn digits(hex: &[u8]) -> impl Iterator<Item = u32> {
    hex.iter().filter_map(|&byte| char::from(byte).to_digit(16))
}

fn number(hex: &[u8]) -> u32 {
    digits(hex).fold(0, |number, digit| number.wrapping_mul(16).wrapping_add(digit))
}

/// The text of UTF-16 in hexadecimal digits.
fn text(hex: &[u8]) -> String {
    let digits: Vec<u32> = digits(hex).collect();
    let units = digits.chunks(4).map(|unit| unit.iter().fold(0, |number, digit| number * 16 + digit) as u16);
    char::decode_utf16(units).flatten().filter(|&c| c != '\0').collect()
}
