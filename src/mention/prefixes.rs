//! Words to how they begin: tells cheaply of most words of a text that they are none of a table.
//!
//! Whoever asks must look closer where a word may be one; no word of the table is passed over, in any
//! case and normalization.

use std::collections::BTreeSet;

use crate::text::{ALIEN, Class, INVISIBLE, class, code};

/// How the words of a table begin.
pub(super) struct Prefixes {
    /// For each byte at each of the first places of a word, the groups of words that have it there, a bit each.
    pub(super) groups: [[u8; 256]; PLACES],
}

/// How many bytes are looked at.
const PLACES: usize = 4;

/// The group of what counts by its first byte alone.
const ALL: u8 = 1;

/// A letter, mark or character that is not seen, as a text may have it.
struct Form {
    /// From 1 to 26, 0 for what is no letter.
    plain: u8,
    marks: u16,
    written: char,
}

impl Prefixes {
    /// Those of these words of Vietnamese or English.
    pub(super) fn of<'a>(words: impl Iterator<Item = &'a str>) -> Self {
        let mut prefixes = Self { groups: [[0; 256]; PLACES] };
        let forms = forms();
        // many phrases begin with one word
        let words: BTreeSet<&str> = words.collect();
        for word in words {
            prefixes.add(word, &forms);
        }
        prefixes
    }

    /// These, and all words and figures that begin with a byte for which `is` holds.
    #[cfg(any(not(with_tables), test))]
    pub(super) fn and_all(mut self, is: impl Fn(u8) -> bool) -> Self {
        let [first, behind @ ..] = &mut self.groups;
        for (byte, groups) in (0..=u8::MAX).zip(first) {
            *groups |= if is(byte) { ALL } else { 0 };
        }
        behind.as_flattened_mut().iter_mut().for_each(|groups| *groups |= ALL);
        self
    }

    /// What it is, as an expression.
    #[cfg(not(with_tables))]
    pub(super) fn expression(&self) -> String {
        format!("Prefixes {{ groups: {:?} }}", self.groups)
    }

    fn add(&mut self, word: &str, forms: &[Form]) {
        let (mut letters, mut marks) = (Vec::new(), 0);
        for letter in word.chars() {
            if let Class::Letter { plain, marks: own, .. } = class(letter) {
                letters.push(code(plain));
                marks |= own;
            }
        }
        let group = ALL << (1 + letters.first().map_or(0, |first| first % 7));
        let forms = forms.iter().filter(|form| form.marks & !marks == 0);
        // how many letters may stand before a place
        let mut before = [[false; PLACES + 1]; PLACES + 1];
        before[0][0] = true;
        for place in 0..PLACES {
            for count in 0..=place {
                if !before[place][count] {
                    continue;
                }
                let Some(&letter) = letters.get(count) else {
                    self.add_end(place, group);
                    continue;
                };
                let fits = |form: &&Form| form.plain == letter || form.plain == 0 && count > 0;
                for form in forms.clone().filter(fits) {
                    let mut bytes = [0; 4];
                    let bytes = form.written.encode_utf8(&mut bytes).as_bytes();
                    for (groups, byte) in self.groups[place..].iter_mut().zip(bytes) {
                        groups[usize::from(*byte)] |= group;
                    }
                    before[PLACES.min(place + bytes.len())][count + usize::from(form.plain > 0)] = true;
                }
            }
        }
    }

    /// Adds all that may stand from a place on, behind a word that ends there.
    fn add_end(&mut self, place: usize, group: u8) {
        for byte in (0..=u8::MAX).filter(|byte| !byte.is_ascii_alphanumeric()) {
            self.groups[place][usize::from(byte)] |= group;
        }
        self.groups[place + 1..].as_flattened_mut().iter_mut().for_each(|groups| *groups |= group);
    }

    /// Where the next word begins that may be one of the table, from byte `from` on, over which no word goes.
    pub(super) fn next(&self, text: &str, from: usize) -> Option<usize> {
        let mut at = from;
        loop {
            at += self.position(text.as_bytes().get(at..)?)?;
            let start = word_start(text, from, at);
            if start.is_some() {
                return start;
            }
            at += 1;
        }
    }

    fn position(&self, bytes: &[u8]) -> Option<usize> {
        let [first, second, third, fourth] = &self.groups;
        let inside = |bytes: &[u8]| {
            bytes.windows(PLACES).position(|bytes| {
                let group = |groups: &[u8; 256], place: usize| groups[usize::from(bytes[place])];
                group(first, 0) & group(second, 1) & group(third, 2) & group(fourth, 3) != 0
            })
        };
        inside(bytes).or_else(|| {
            let last = bytes.len().min(PLACES - 1);
            let mut end = [b' '; 2 * PLACES - 2];
            end[..last].copy_from_slice(&bytes[bytes.len() - last..]);
            inside(&end[..last + PLACES - 1]).map(|at| bytes.len() - last + at)
        })
    }
}

/// All that may be written of the letters of Vietnamese and English, and between them.
fn forms() -> Vec<Form> {
    let letters = ('A'..='z').chain('\u{C0}'..='\u{36F}').chain('\u{1E00}'..='\u{1EFF}').chain(INVISIBLE);
    let form = |written: char| match class(written) {
        Class::Letter { plain, marks, .. } if code(plain) > 0 => Some(Form { plain: code(plain), marks, written }),
        Class::Mark(marks) => Some(Form { plain: 0, marks, written }),
        Class::Invisible => Some(Form { plain: 0, marks: 0, written }),
        _ => None,
    };
    letters.filter_map(form).filter(|form| form.marks & ALIEN == 0).collect()
}

/// Where the word begins whose first letter or figure is at byte `at`, no earlier than byte `from`;
/// none where another letter stands before it.
fn word_start(text: &str, from: usize, at: usize) -> Option<usize> {
    let mut start = at;
    while start > from {
        let byte = text.as_bytes()[start - 1];
        if byte.is_ascii() {
            return (!byte.is_ascii_alphanumeric()).then_some(start);
        }
        let letter = text[..start].chars().next_back()?;
        match class(letter) {
            Class::Letter { .. } | Class::Digit => return None,
            Class::Mark(_) | Class::Invisible => start -= letter.len_utf8(),
            Class::Blank | Class::Other => break,
        }
    }
    Some(start)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    fn starts(prefixes: &Prefixes, text: &str) -> Vec<usize> {
        let behind = |at: usize| at + text[at..].chars().next().map_or(1, char::len_utf8);
        std::iter::successors(prefixes.next(text, 0), |&at| prefixes.next(text, behind(at))).collect()
    }

    #[test]
    fn words_of_the_table_are_found() {
        let check = |text: &str, expected: &[usize]| {
            let prefixes = Prefixes::of(["đại", "năm", "có"].into_iter()).and_all(|byte| byte == b'5');
            assert_eq!(starts(&prefixes, text), expected, "{text}");
        };
        check("Trong NĂM ấy, “đại hội” – Đại hội, ĐẠI", &[6, 20, 40, 54]);
        check("năn nỉ, cố gắng, con có", &[28]);
        check("xnăm xcó 5", &[11]);
        check("có", &[0]);
        check("5", &[0]);
        check("", &[]);
    }

    proptest! {
        #[test]
        fn no_word_of_the_table_is_passed_over(
            before in "[a-zđ \\u{200B}\\u{301}“,]{0,6}", upper in any::<bool>(), decomposed in any::<bool>(),
            word in prop::sample::select(vec!["đại hội", "năm", "bị", "quý", "ủy", "i"]), behind in "[ ,.\\u{301}\\u{AD}“]{0,2}",
        ) {
            let prefixes = Prefixes::of(["đại", "năm", "bị", "quý", "ủy", "i"].into_iter());
            let word = if upper { word.to_uppercase() } else { word.to_owned() };
            let word = if decomposed { word.nfd().collect() } else { word };
            let text = format!("{before} {word}{behind}");
            let at = before.len() + 1;
            prop_assert!(starts(&prefixes, &text).contains(&at), "{text:?}");
        }
    }
}
