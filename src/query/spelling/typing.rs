//! Keys of Telex or VNI left undone to the syllable that they stand for.

use crate::text::is_mark;

use crate::analysis::Analysis;
use crate::text::syllable::{Syllable, Toned, is_folded_syllable, is_syllable, is_vowel};

/// No syllable takes more keys than `nghieengs` and its like.
const MAX_KEYS: usize = 12;

/// The syllable that the keys of `word` make: `Vawn` is `Văn`, `Thawngs` `Thắng`, `Nguye64n` `Nguyễn`.
///
/// Keys for tones may come anywhere behind the vowel, those for marks too (`nguyenex`). None where the
/// word is a syllable as it stands, with its marks or without them (the rare rhymes of `oo` are not asked),
/// or where the keys make none. Case is kept: the first letter, or all.
pub fn typed(word: &str) -> Option<String> {
    // `coong` is `công` far more often than a word like `boong`
    let stands = (is_syllable(word) || is_folded_syllable(word)) && !word.contains("oo");
    if stands || !word.chars().all(|c| c.is_alphanumeric() || is_mark(c)) {
        return None;
    }
    let analysis = Analysis::of(word);
    let keys = analysis.words().next()?.exact;
    if !(2..=MAX_KEYS).contains(&keys.chars().count()) {
        return None;
    }
    let syllable = if keys.contains(|c: char| c.is_ascii_digit()) { vni(word, keys) } else { telex(keys) }?;
    Some(in_case_of(word, &syllable.exact()))
}

/// Letters as far as they are typed, and their tone.
#[derive(Default)]
struct Keyed {
    letters: Vec<char>,
    tone: u8,
}

impl Keyed {
    fn syllable(&self) -> Option<Syllable> {
        Syllable::of(&self.letters, self.tone)
    }

    /// A letter of its own, which may bear marks already.
    fn push(&mut self, letter: char) -> Option<()> {
        let toned = Toned::read(letter.encode_utf8(&mut [0; 4]));
        match toned {
            Some(toned) if toned.letters().len() == 1 => {
                self.letters.push(toned.letters()[0]);
                self.tone = if toned.tone > 0 { toned.tone } else { self.tone };
                Some(())
            }
            _ => None,
        }
    }

    fn has_vowel(&self) -> bool {
        self.letters.iter().any(|letter| is_vowel(*letter))
    }

    /// Puts a bar on the d that the word begins with.
    fn bar(&mut self) -> bool {
        let d = self.letters.first_mut().filter(|letter| **letter == 'd');
        d.map(|letter| *letter = 'đ').is_some()
    }

    /// Puts a circumflex on the last of these letters.
    fn circumflex(&mut self, on: &[char]) -> bool {
        let Some(letter) = self.letters.iter_mut().rfind(|letter| on.contains(letter)) else { return false };
        *letter = match letter {
            'a' => 'â',
            'e' => 'ê',
            _ => 'ô',
        };
        true
    }

    /// Puts horns on `uo`, or on the last u or o.
    fn horn(&mut self) -> bool {
        if let Some(at) = self.letters.windows(2).position(|pair| matches!(pair, ['u' | 'ư', 'o'])) {
            // the u of qu is no vowel
            if at == 0 || self.letters[at - 1] != 'q' {
                self.letters[at] = 'ư';
            }
            self.letters[at + 1] = 'ơ';
            return true;
        }
        let Some(at) = self.letters.iter().rposition(|letter| matches!(letter, 'u' | 'o')) else { return false };
        self.letters[at] = if self.letters[at] == 'u' { 'ư' } else { 'ơ' };
        true
    }

    /// Puts a breve on the last a.
    fn breve(&mut self) -> bool {
        let a = self.letters.iter_mut().rfind(|letter| **letter == 'a');
        a.map(|letter| *letter = 'ă').is_some()
    }

    /// The key w: horn or breve, whichever the vowels before it take, or ư.
    fn w(&mut self) {
        let vowels: Vec<char> = self.letters.iter().copied().filter(|letter| "aouư".contains(*letter)).collect();
        let qu = self.letters.starts_with(&['q', 'u']);
        let done = match vowels[..] {
            [.., 'u', 'a'] if !qu => {
                let at = self.letters.iter().rposition(|letter| *letter == 'u');
                at.map(|at| self.letters[at] = 'ư').is_some()
            }
            [.., 'a'] => self.breve(),
            [.., 'u' | 'o'] => self.horn(),
            _ => false,
        };
        if !done {
            self.letters.push('ư');
        }
    }
}

fn telex(keys: &str) -> Option<Syllable> {
    let mut keyed = Keyed::default();
    for key in keys.chars() {
        let tone = "zfsrxj".find(key).filter(|_| keyed.has_vowel());
        match key {
            'd' if keyed.bar() => {}
            'a' | 'e' | 'o' if keyed.circumflex(&[key]) => {}
            'w' => keyed.w(),
            _ => match tone.and_then(|tone| u8::try_from(tone).ok()) {
                Some(tone) => keyed.tone = tone,
                None => keyed.push(key)?,
            },
        }
    }
    keyed.syllable()
}

fn vni(word: &str, keys: &str) -> Option<Syllable> {
    let letters = keys.chars().filter(|key| key.is_alphabetic()).count();
    let behind = keys.trim_end_matches(|key: char| key.is_ascii_digit());
    // CO2 and A1 are names of things
    let name = !word.contains(char::is_lowercase) && behind.chars().all(char::is_alphabetic);
    if letters < 2 || name {
        return None;
    }
    let mut keyed = Keyed::default();
    for key in keys.chars() {
        let done = match key {
            '0'..='5' if keyed.has_vowel() => {
                // VNI counts sắc before huyền
                keyed.tone = [0, 2, 1, 3, 4, 5][usize::from(key as u8 - b'0')];
                true
            }
            '6' => keyed.circumflex(&['a', 'e', 'o']),
            '7' => keyed.horn(),
            '8' => keyed.breve(),
            '9' => keyed.bar(),
            '0'..='5' => false,
            _ => keyed.push(key).is_some(),
        };
        if !done {
            return None;
        }
    }
    keyed.syllable()
}

/// `exact` with capitals where `word` has them: first or all.
fn in_case_of(word: &str, exact: &str) -> String {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    if !letters.next().is_some_and(char::is_uppercase) {
        return exact.to_owned();
    }
    if letters.all(char::is_uppercase) {
        return exact.to_uppercase();
    }
    let mut rest = exact.chars();
    rest.next().into_iter().flat_map(char::to_uppercase).chain(rest).collect()
}
