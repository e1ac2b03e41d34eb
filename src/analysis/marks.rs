//! Two words of one folded form to how well their diacritics agree.

use unicode_normalization::UnicodeNormalization;

use crate::text::is_mark;

/// How a written word agrees with a typed one. Better agreements are greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Agreement {
    /// Other letters.
    None,
    /// The same letters, but marks that contradict each other (`đoán` for `đoàn`).
    Folded,
    /// One has all marks of the other and more (`đoàn` for `đoan`, `đoan` or `doan`).
    Compatible,
    /// Letter for letter.
    Exact,
}

/// How `written` agrees with `typed`, both in exact form.
pub fn agreement(typed: &str, written: &str) -> Agreement {
    if typed == written {
        return Agreement::Exact;
    }
    let (typed, written) = (letters(typed), letters(written));
    if typed.len() != written.len() || typed.iter().zip(&written).any(|(a, b)| a.base != b.base) {
        return Agreement::None;
    }
    let within = |inner: &[Letter], outer: &[Letter]| {
        let shapes = inner.iter().zip(outer).all(|(a, b)| a.shape.is_none() || a.shape == b.shape);
        let tone = |word: &[Letter]| word.iter().find_map(|letter| letter.tone);
        shapes && (tone(inner).is_none() || tone(inner) == tone(outer))
    };
    if within(&typed, &written) || within(&written, &typed) { Agreement::Compatible } else { Agreement::Folded }
}

/// A letter with what makes it another letter (circumflex, breve, horn, bar) and its tone.
struct Letter {
    base: char,
    shape: Option<char>,
    tone: Option<char>,
}

fn letters(exact: &str) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::with_capacity(exact.len());
    for c in exact.nfd() {
        match c {
            'đ' => letters.push(Letter { base: 'd', shape: Some('đ'), tone: None }),
            _ if !is_mark(c) => letters.push(Letter { base: c, shape: None, tone: None }),
            '\u{302}' | '\u{306}' | '\u{31B}' => letters.last_mut().into_iter().for_each(|l| l.shape = Some(c)),
            _ => letters.last_mut().into_iter().for_each(|l| l.tone = Some(c)),
        }
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_agree_as_far_as_they_were_typed() {
        for (typed, written, expected) in [
            ("đoàn", "đoàn", Agreement::Exact),
            ("doan", "đoàn", Agreement::Compatible),
            ("đoan", "đoàn", Agreement::Compatible),
            ("doàn", "đoàn", Agreement::Compatible),
            ("đoàn", "doan", Agreement::Compatible),
            ("đo", "đỗ", Agreement::Compatible),
            ("đô", "đỗ", Agreement::Compatible),
            ("đổ", "đỗ", Agreement::Folded),
            ("đơ", "đỗ", Agreement::Folded),
            ("doán", "đoàn", Agreement::Folded),
            ("đoàn", "toàn", Agreement::None),
        ] {
            assert_eq!(agreement(typed, written), expected, "{typed} {written}");
        }
    }
}
