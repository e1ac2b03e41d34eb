//! A name to the key that sorts it among others as Vietnamese lists do.
//!
//! The given name decides, then the rest from the family name on. Letters go a ă â b c d đ e ê …,
//! tones level, huyền, hỏi, ngã, sắc, nặng; a tone decides only between syllables of the same letters.

use crate::text::is_mark;
use unicode_normalization::UnicodeNormalization;

use super::canonical::canonical;

/// The tones in the order of Vietnamese dictionaries, behind the level one.
const TONES: [char; 5] = ['\u{300}', '\u{309}', '\u{303}', '\u{301}', '\u{323}'];

/// Ends a syllable, before every letter.
const END: u8 = 1;

/// The key of `name`: keys in order of their bytes are names in order of the alphabet.
pub fn collation_key(name: &str) -> Vec<u8> {
    let name = canonical(name);
    let (rest, given) = name.rsplit_once(' ').unwrap_or(("", &name));
    let mut key = Vec::with_capacity(name.len() * 2);
    std::iter::once(given).chain(rest.split(' ')).for_each(|syllable| push_syllable(syllable, &mut key));
    key
}

fn push_syllable(syllable: &str, key: &mut Vec<u8>) {
    let mut tone = 0;
    for letter in syllable.nfd().flat_map(char::to_lowercase) {
        match letter {
            'đ' => key.push(weight(b'd') + 1),
            'a'..='z' => key.push(weight(letter as u8)),
            // ă â, ê, ô ơ, ư stand behind the plain letter in this order
            '\u{306}' => bump(key, 1),
            '\u{302}' => {
                let by = if key.last() == Some(&weight(b'a')) { 2 } else { 1 };
                bump(key, by);
            }
            '\u{31B}' => bump(key, 2),
            _ => match TONES.iter().position(|&mark| mark == letter) {
                Some(at) => tone = at as u8 + 1,
                None if is_mark(letter) => {}
                None => {
                    key.push(u8::MAX);
                    key.extend(u32::from(letter).to_be_bytes());
                }
            },
        }
    }
    key.extend([END, tone + END + 1]);
}

/// Four places a letter: itself and what marks make of it.
fn weight(letter: u8) -> u8 {
    8 + (letter - b'a') * 4
}

/// Makes a plain letter at the end of `key` the letter that is `by` places behind it.
fn bump(key: &mut [u8], by: u8) {
    if let Some(last) = key.last_mut().filter(|last| (8..8 + 26 * 4).contains(*last) && **last % 4 == 0) {
        *last += by;
    }
}
