//! Text to bytes of an encoding from before Unicode, by the table that the program decodes with.

use std::collections::HashMap;

use encoding_rs::{WINDOWS_1252, WINDOWS_1258};
use unicode_normalization::UnicodeNormalization;

const LETTERS: &str = include_str!("../../src/corpus/legacy/data/letters.txt");

/// The encodings with a column in the table, in its order.
const COLUMNS: [&str; 4] = ["tcvn3", "vni", "viscii", "vps"];

/// Bytes in the encoding of this name; a sign that it does not have is `?`.
pub fn encode(encoding: &str, text: &str) -> Vec<u8> {
    match COLUMNS.iter().position(|name| *name == encoding) {
        Some(column) => by_table(column, text),
        None => match encoding {
            "windows-1258" => windows_1258(text),
            "utf-16" => "\u{FEFF}".chars().chain(text.chars()).flat_map(utf16).collect(),
            _ => panic!("no such encoding: {encoding}"),
        },
    }
}

/// The text with the signs that all of these encodings have: typographic ones become those of ASCII.
pub fn simplified(text: &str) -> String {
    let plain = text.nfc().map(|c| match c {
        '“' | '”' | '„' => '"',
        '‘' | '’' => '\'',
        '–' | '—' | '−' => '-',
        '…' | '•' | '·' => '.',
        '\u{A0}' => ' ',
        c => c,
    });
    plain.filter(|&c| c.is_ascii() || c.is_alphabetic()).collect()
}

fn utf16(c: char) -> Vec<u8> {
    let mut units = [0; 2];
    c.encode_utf16(&mut units).iter().flat_map(|unit| unit.to_le_bytes()).collect()
}

fn by_table(column: usize, text: &str) -> Vec<u8> {
    let rows = LETTERS.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut fields = line.split('\t');
        let letter = fields.next()?.chars().next()?;
        let bytes: Result<Vec<u8>, _> =
            fields.nth(column)?.split(' ').map(|byte| u8::from_str_radix(byte, 16)).collect();
        Some((letter, bytes.ok()?))
    });
    let table: HashMap<char, Vec<u8>> = rows.collect();
    let mut out = Vec::new();
    for c in text.nfc() {
        // TCVN3 has capitals with marks in fonts of capitals only: typed as small ones
        let small = c.to_lowercase().next().unwrap_or(c);
        match table.get(&c).or_else(|| table.get(&small).filter(|_| column == 0)) {
            _ if c.is_ascii() => out.push(c as u8),
            Some(bytes) => out.extend(bytes),
            None => out.extend(&*WINDOWS_1252.encode(&c.to_string()).0),
        }
    }
    out
}

/// A letter with its own mark, then the tone as a mark that combines.
fn windows_1258(text: &str) -> Vec<u8> {
    const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];
    let mut out = String::new();
    for c in text.nfc() {
        let parts: Vec<char> = c.to_string().nfd().collect();
        let (tones, letter): (Vec<char>, Vec<char>) = parts.into_iter().partition(|part| TONES.contains(part));
        out.extend(letter.into_iter().nfc());
        out.extend(tones);
    }
    WINDOWS_1258.encode(&out).0.into_owned()
}
