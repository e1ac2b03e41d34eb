//! Two names to how alike they are.
//!
//! Symmetric; placement of the tone, case, blanks and normalization never count.

use crate::analysis::{Agreement, agreement, kept};
use crate::text::has_marks;

/// How alike two names are. Better likenesses are greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Likeness {
    /// Names of different people, as far as the spelling tells.
    Different,
    /// One name has one syllable more: `Hứa Thị Xuân`, `Hứa Thị Xuân Đào`.
    Longer,
    /// In one syllable a letter or a tone differs: `Nguyễn Trương`, `Nguyễn Trường`.
    Slip,
    /// One is the end of the other, of two syllables or more: `Xuân Đào`, `Hứa Thị Xuân Đào`.
    Ending,
    /// One lacks diacritics that the other has: `Nguyen Truong`.
    Unmarked,
    /// `i` and `y` differ: `Nguyễn Sĩ`, `Nguyễn Sỹ`.
    Vowel,
    /// Letter for letter.
    Same,
}

impl Likeness {
    /// How sure it is that both name one person, from 0 to 1.
    pub fn degree(self) -> f32 {
        match self {
            Self::Different => 0.0,
            Self::Longer => 0.4,
            Self::Slip => 0.5,
            Self::Ending => 0.6,
            Self::Unmarked => 0.8,
            Self::Vowel => 0.9,
            Self::Same => 1.0,
        }
    }
}

/// How alike the names `a` and `b` are.
pub fn likeness(a: &str, b: &str) -> Likeness {
    let [a, b] = [a, b].map(|name| kept(name, |analysis| analysis.exact_line().to_owned()));
    let [a, b] = [&a, &b].map(|name| name.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>());
    if a.len() != b.len() {
        let (short, long) = if a.len() < b.len() { (&a, &b) } else { (&b, &a) };
        return if short.len() >= 2 { of_two_lengths(short, long) } else { Likeness::Different };
    }
    if a.is_empty() {
        return Likeness::Different;
    }
    let syllables = syllables(&a, &b, are_marked(&a, &b));
    let slips = syllables.iter().filter(|likeness| **likeness == Likeness::Slip).count();
    let worst = syllables.into_iter().min().unwrap_or(Likeness::Different);
    if slips > 1 { Likeness::Different } else { worst }
}

/// Whether both names have diacritics: then one that is missing is a slip.
fn are_marked(a: &[&str], b: &[&str]) -> bool {
    [a, b].iter().all(|name| name.iter().any(|word| has_marks(word)))
}

/// How alike the syllables of two names are, each with its fellow.
fn syllables(a: &[&str], b: &[&str], both_marked: bool) -> Vec<Likeness> {
    a.iter().zip(b).map(|(a, b)| syllable(a, b, both_marked)).collect()
}

fn of_two_lengths(short: &[&str], long: &[&str]) -> Likeness {
    let end = &long[long.len() - short.len()..];
    if syllables(short, end, are_marked(short, long)).into_iter().all(|likeness| likeness >= Likeness::Unmarked) {
        Likeness::Ending
    } else if lacks_one(short, long) {
        Likeness::Longer
    } else {
        Likeness::Different
    }
}

/// Whether `long` is `short` with one syllable more.
fn lacks_one(short: &[&str], long: &[&str]) -> bool {
    let same = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    long.len() == short.len() + 1 && short[same..] == long[same + 1..]
}

fn syllable(a: &str, b: &str, both_marked: bool) -> Likeness {
    match agreement(a, b) {
        Agreement::Exact => Likeness::Same,
        Agreement::Compatible if !both_marked => Likeness::Unmarked,
        Agreement::Compatible | Agreement::Folded if one_tone(a, b) => Likeness::Slip,
        Agreement::Compatible | Agreement::Folded => Likeness::Different,
        Agreement::None if with_i(a) == with_i(b) => Likeness::Vowel,
        Agreement::None if one_letter(a, b) => Likeness::Slip,
        Agreement::None => Likeness::Different,
    }
}

/// Whether one letter in its marks is all that differs.
fn one_tone(a: &str, b: &str) -> bool {
    a.chars().count() == b.chars().count() && a.chars().zip(b.chars()).filter(|(a, b)| a != b).count() == 1
}

/// Vowels written `y` as their `i`.
fn with_i(syllable: &str) -> String {
    let plain = |c| match c {
        'y' => 'i',
        'ỳ' => 'ì',
        'ý' => 'í',
        'ỷ' => 'ỉ',
        'ỹ' => 'ĩ',
        'ỵ' => 'ị',
        c => c,
    };
    syllable.chars().map(plain).collect()
}

/// Whether one letter is all that differs, is missing, or is too much.
fn one_letter(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    if short.len() < 2 && long.len() < 3 {
        return false;
    }
    let same = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    match long.len() - short.len() {
        0 => short[same + 1..] == long[same + 1..],
        1 => short[same..] == long[same + 1..],
        _ => false,
    }
}
