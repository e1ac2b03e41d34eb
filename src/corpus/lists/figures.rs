//! A count and the kind of its figures -> how it is shown.

/// Numbers beyond are shown in decimal figures.
const MAX_ROMAN: u32 = 3999;
const MAX_LETTERS: u32 = 26 * 4;

/// The figures of a level.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::corpus) enum Figures {
    /// Also for all that are not known here.
    #[default]
    Decimal,
    TwoDigits,
    UpperRoman,
    LowerRoman,
    UpperLetter,
    LowerLetter,
    /// A bullet, or nothing: the pattern is all there is.
    None,
}

impl Figures {
    pub fn write(self, count: u32, out: &mut String) {
        match self {
            Self::None => {}
            Self::TwoDigits => out.push_str(&format!("{count:02}")),
            Self::UpperRoman if (1..=MAX_ROMAN).contains(&count) => out.push_str(&roman(count)),
            Self::LowerRoman if (1..=MAX_ROMAN).contains(&count) => out.push_str(&roman(count).to_lowercase()),
            Self::UpperLetter if (1..=MAX_LETTERS).contains(&count) => out.push_str(&letters(count, b'A')),
            Self::LowerLetter if (1..=MAX_LETTERS).contains(&count) => out.push_str(&letters(count, b'a')),
            _ => out.push_str(&count.to_string()),
        }
    }
}

fn roman(mut count: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut out = String::new();
    for (value, sign) in SIGNS {
        while count >= value {
            count -= value;
            out.push_str(sign);
        }
    }
    out
}

/// Behind `z` comes `aa`, then `bb`.
fn letters(count: u32, first: u8) -> String {
    let (times, letter) = ((count - 1) / 26 + 1, (count - 1) % 26);
    let letter = char::from(first + letter as u8);
    std::iter::repeat_n(letter, times as usize).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_shown() {
        let check = |figures: Figures, count: u32, expected: &str| {
            let mut out = String::new();
            figures.write(count, &mut out);
            assert_eq!(out, expected, "{figures:?} {count}");
        };
        check(Figures::Decimal, 12, "12");
        check(Figures::TwoDigits, 7, "07");
        check(Figures::UpperRoman, 1994, "MCMXCIV");
        check(Figures::LowerRoman, 4, "iv");
        check(Figures::UpperRoman, 0, "0");
        check(Figures::UpperRoman, 4000, "4000");
        check(Figures::LowerLetter, 1, "a");
        check(Figures::LowerLetter, 27, "aa");
        check(Figures::UpperLetter, 52, "ZZ");
        check(Figures::LowerLetter, u32::MAX, "4294967295");
        check(Figures::None, 3, "");
    }
}
