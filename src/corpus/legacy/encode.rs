//! Text -> bytes of an old encoding, for the tests.

use std::sync::LazyLock;

use encoding_rs::WINDOWS_1252;
use unicode_normalization::UnicodeNormalization;

use super::{Legacy, table};

type Column = Vec<(char, Vec<u8>)>;

static COLUMNS: LazyLock<[Column; 4]> =
    LazyLock::new(|| std::array::from_fn(|index| table::column(index + 1).collect()));

static HIGH_1258: LazyLock<Vec<char>> = LazyLock::new(|| {
    let bytes: Vec<u8> = (0x80..=0xFF).collect();
    super::decode(Legacy::Windows1258, &bytes).chars().collect()
});

/// What an encoding has for a text; a character that it cannot express is `None`.
pub(super) fn encode(legacy: Legacy, text: &str) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    for c in text.nfc() {
        out.extend(bytes_of(legacy, c)?);
    }
    Some(out)
}

/// The characters that the encoding has, small letters for capitals that only a font of capitals shows.
pub(super) fn expressible(legacy: Legacy, text: &str) -> String {
    text.nfc().filter(|&c| bytes_of(legacy, c).is_some()).collect()
}

fn bytes_of(legacy: Legacy, c: char) -> Option<Vec<u8>> {
    if c.is_ascii() {
        return Some(vec![c as u8]);
    }
    let index = match legacy {
        Legacy::Tcvn3 | Legacy::Tcvn3Capitals => 1,
        Legacy::Vni => 2,
        Legacy::Viscii => 3,
        Legacy::Vps => 4,
        Legacy::Windows1258 => return windows_1258(c),
    };
    let find =
        |wanted: char| COLUMNS[index - 1].iter().find(|(letter, _)| *letter == wanted).map(|(_, bytes)| bytes.clone());
    let small = if index == 1 { c.to_lowercase().next()? } else { c };
    find(c).or_else(|| find(small)).or_else(|| sign(index, c))
}

/// Signs of windows-1252 whose byte no letter has taken.
fn sign(index: usize, c: char) -> Option<Vec<u8>> {
    let mut buffer = [0; 4];
    let (bytes, _, failed) = WINDOWS_1252.encode(c.encode_utf8(&mut buffer));
    let is_taken = COLUMNS[index - 1].iter().any(|(_, taken)| *taken == *bytes);
    let starts_pair = index == 2 && c.is_alphabetic();
    (!failed && !is_taken && !starts_pair).then(|| bytes.into_owned())
}

/// A letter, and a tone as a combining mark where there is no byte for both.
fn windows_1258(c: char) -> Option<Vec<u8>> {
    let byte = |c: char| (0x80..=0xFF).zip(HIGH_1258.iter()).find(|(_, high)| **high == c).map(|(byte, _)| byte);
    if let Some(byte) = byte(c) {
        return Some(vec![byte]);
    }
    let parts: Vec<char> = c.to_string().nfd().collect();
    let (&tone, letter) = parts.iter().enumerate().find_map(|(at, tone)| {
        let is_tone = matches!(tone, '\u{300}' | '\u{301}' | '\u{309}' | '\u{303}' | '\u{323}');
        let letter = parts.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, c)| *c).nfc();
        is_tone.then(|| (tone, letter.collect::<String>()))
    })?;
    let base = letter.chars().next()?;
    let first = if base.is_ascii() { base as u8 } else { byte(base)? };
    Some(vec![first, byte(tone)?])
}
