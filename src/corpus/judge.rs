//! Decoded text -> how much of it reads as Vietnamese, to tell a right encoding from a wrong one.
//!
//! Only words with a letter beyond ASCII count: all encodings agree about the others.

/// The vowels, each with its six tones: level, huyền, sắc, hỏi, ngã, nặng.
const VOWELS: &str = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ";

const TONES: usize = 6;

/// The tones but the level one as combining marks, as windows-1258 has them.
const TONE_MARKS: [char; 5] = ['\u{300}', '\u{301}', '\u{309}', '\u{303}', '\u{323}'];

/// Onsets, vowels and finals of the spelling in use since Quốc ngữ was standardized.
const ONSETS: [&str; 28] = [
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu",
    "r", "s", "t", "th", "tr", "v", "x",
];
const NUCLEI: [&str; 58] = [
    "a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y", "ai", "ao", "au", "ay", "âu", "ây", "eo", "êu", "ia",
    "iê", "iêu", "iu", "oa", "oai", "oao", "oay", "oă", "oe", "oeo", "oi", "oo", "ôi", "ơi", "ua", "uâ", "uây", "uê",
    "ui", "uô", "uôi", "uơ", "uy", "uya", "uyê", "uyu", "ưa", "ưi", "ươ", "ươi", "ươu", "ưu", "yê", "yêu", "ưô", "oau",
    "ưê",
];
const FINALS: [&str; 9] = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t"];

/// Finals that stand with the tones sắc and nặng only.
const STOPS: [&str; 4] = ["c", "ch", "p", "t"];
const STOP_TONES: [usize; 2] = [2, 5];

/// How many words have a letter beyond ASCII, and how many of those are Vietnamese syllables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Verdict {
    pub marked: usize,
    pub syllables: usize,
}

impl Verdict {
    /// The part of the marked words that are syllables, in percent; 0 without any.
    pub fn percent(self) -> usize {
        self.syllables * 100 / self.marked.max(1)
    }
}

/// Judges a text; signs that stand inside words count as letters, and as wrong ones.
pub(super) fn judge(text: &str) -> Verdict {
    let mut verdict = Verdict::default();
    let words =
        text.split(|c: char| c.is_whitespace() || is_typographic(c) || (c.is_ascii() && !c.is_ascii_alphabetic()));
    for word in words.filter(|word| !word.is_ascii()) {
        verdict.marked += 1;
        verdict.syllables += usize::from(is_syllable(word));
    }
    verdict
}

/// Whether this is a sign of office software that windows-1252 and windows-1258 share.
pub(super) fn is_typographic(c: char) -> bool {
    matches!(c, '‘' | '’' | '“' | '”' | '„' | '‚' | '–' | '—' | '…' | '•' | '€' | '™' | '\u{A0}')
}

fn is_syllable(word: &str) -> bool {
    let Some((letters, tone)) = toneless(word) else {
        return false;
    };
    let is_final = |last: &str| !STOPS.contains(&last) || STOP_TONES.contains(&tone);
    let is_rhyme = |rhyme: &str| {
        FINALS
            .iter()
            .filter(|last| is_final(last))
            .any(|last| rhyme.strip_suffix(last).is_some_and(|nucleus| NUCLEI.contains(&nucleus)))
    };
    ONSETS.iter().any(|onset| letters.strip_prefix(onset).is_some_and(is_rhyme))
}

/// The word in lower case without its tone, and the tone; `None` if it has two, or one on a
/// consonant.
fn toneless(word: &str) -> Option<(String, usize)> {
    let mut letters = String::new();
    let mut tone = 0;
    let mut follows_vowel = false;
    for c in word.chars().flat_map(char::to_lowercase) {
        let mark = TONE_MARKS.iter().position(|&mark| mark == c);
        let vowel = VOWELS.chars().position(|vowel| vowel == c);
        let new_tone = match (mark, vowel) {
            (Some(mark), _) => follows_vowel.then_some(mark + 1)?,
            (None, Some(vowel)) => {
                letters.push(VOWELS.chars().nth(vowel - vowel % TONES)?);
                vowel % TONES
            }
            (None, None) => {
                letters.push(c);
                0
            }
        };
        follows_vowel = vowel.is_some();
        if tone > 0 && new_tone > 0 {
            return None;
        }
        tone = tone.max(new_tone);
    }
    Some((letters, tone))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_told_from_other_words() {
        let check = |word: &str, expected: bool| assert_eq!(is_syllable(word), expected, "{word}");
        for word in [
            "Nguyễn",
            "ĐỘNG",
            "quốc",
            "quý",
            "giếng",
            "gì",
            "nghiêng",
            "hòa",
            "hoà",
            "ở",
            "Khuỷu",
            "y\u{301}",
            "Quô\u{301}c",
            "ư\u{303}",
            "ƯỚC",
        ] {
            check(word, true);
        }
        for word in ["café", "hßa", "X·", "t\u{301}a", "áà", "coäng", "ñ", "đ", "Đstring", "nghiàt"] {
            check(word, false);
        }
    }

    #[test]
    fn only_marked_words_are_judged() {
        let check = |text: &str, marked: usize, syllables: usize| {
            assert_eq!(judge(text), Verdict { marked, syllables }, "{text}");
        };
        check("", 0, 0);
        check("plain words, 2021", 0, 0);
        check("Số 142/KH-LĐLĐ – “Cao Bằng”", 3, 2);
        check("Céng hßa x· héi", 4, 1);
    }
}
