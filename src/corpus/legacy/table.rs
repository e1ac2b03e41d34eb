//! Letters of Latin-1 or windows-1252 that stand for bytes -> the letters that the bytes stand for.

use std::sync::LazyLock;

use encoding_rs::{WINDOWS_1252, WINDOWS_1258};

use super::encoding::Legacy;

/// A table by the byte of a letter, or of a letter and its mark.
pub(super) struct Table {
    /// The letter of each byte; `None` if it is that of windows-1252.
    single: [Option<char>; 256],
    /// By the first byte: the second byte and the letter that both make.
    pairs: [Vec<(u8, char)>; 256],
}

static TCVN3: LazyLock<Table> = LazyLock::new(|| Table::of_column(1));
static VNI: LazyLock<Table> = LazyLock::new(|| Table::of_column(2));
static VISCII: LazyLock<Table> = LazyLock::new(|| Table::of_column(3));
static VPS: LazyLock<Table> = LazyLock::new(|| Table::of_column(4));
static WINDOWS: LazyLock<Table> = LazyLock::new(Table::windows_1258);

/// The table of an encoding.
pub(super) fn of(legacy: Legacy) -> &'static Table {
    match legacy {
        Legacy::Tcvn3 | Legacy::Tcvn3Capitals => &TCVN3,
        Legacy::Vni => &VNI,
        Legacy::Viscii => &VISCII,
        Legacy::Vps => &VPS,
        Legacy::Windows1258 => &WINDOWS,
    }
}

/// The letters of the data file with their bytes in this column; those without are left out.
pub(super) fn column(index: usize) -> impl Iterator<Item = (char, Vec<u8>)> {
    let rows = include_str!("data/letters.txt").lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(move |row| {
        let mut fields = row.split('\t');
        let letter = fields.next()?.chars().next()?;
        let bytes = fields.nth(index - 1)?.split(' ').map(|byte| u8::from_str_radix(byte, 16));
        Some((letter, bytes.collect::<Result<_, _>>().ok()?))
    })
}

/// The byte that is shown as this character in Latin-1 or windows-1252.
pub(super) fn byte_of(c: char) -> Option<u8> {
    if let Ok(byte) = u8::try_from(c) {
        return Some(byte);
    }
    let position = HIGH_1252.iter().position(|&high| high == c)?;
    u8::try_from(0x80 + position).ok()
}

/// Whether this is a letter or mark of Vietnamese that no single byte is shown as.
pub(super) fn is_letter_beyond_bytes(c: char) -> bool {
    let is_vietnamese = matches!(c, '\u{100}'..='\u{24F}' | '\u{300}'..='\u{36F}' | '\u{1E00}'..='\u{1EFF}');
    is_vietnamese && byte_of(c).is_none()
}

/// What windows-1252 has from 0x80 on, where Latin-1 has controls.
static HIGH_1252: LazyLock<[char; 32]> = LazyLock::new(|| {
    let bytes: Vec<u8> = (0x80..0xA0).collect();
    let text = WINDOWS_1252.decode_without_bom_handling(&bytes).0;
    let mut chars = text.chars();
    std::array::from_fn(|_| chars.next().expect("every byte has a character"))
});

impl Table {
    fn of_column(index: usize) -> Self {
        let mut table = Self { single: [None; 256], pairs: std::array::from_fn(|_| Vec::new()) };
        for (letter, bytes) in column(index) {
            match bytes[..] {
                [byte] => table.single[usize::from(byte)] = Some(letter),
                [first, second] => {
                    table.pairs[usize::from(first)].push((second, letter));
                    // Marks of the other case are met behind a capital that opens a word.
                    table.pairs[usize::from(first)].push((second ^ 0x20, letter));
                }
                _ => {}
            }
        }
        table
    }

    fn windows_1258() -> Self {
        let mut table = Self { single: [None; 256], pairs: std::array::from_fn(|_| Vec::new()) };
        for byte in 0x80..=0xFF {
            let letter = WINDOWS_1258.decode_without_bom_handling(&[byte]).0.chars().next();
            table.single[usize::from(byte)] = letter;
        }
        table
    }

    /// Reads the characters as bytes; those that stand for none stay.
    pub fn read(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text.chars().peekable();
        while let Some(c) = rest.next() {
            let Some(byte) = byte_of(c) else {
                out.push(c);
                continue;
            };
            let pairs = &self.pairs[usize::from(byte)];
            // Plain letters follow most.
            let mark = rest.peek().filter(|next| !pairs.is_empty() && !next.is_ascii()).and_then(|&next| byte_of(next));
            match mark.and_then(|mark| pairs.iter().find(|(second, _)| *second == mark)) {
                Some(&(_, letter)) => {
                    out.push(letter);
                    rest.next();
                }
                None => out.push(self.single[usize::from(byte)].unwrap_or(c)),
            }
        }
        out
    }
}
