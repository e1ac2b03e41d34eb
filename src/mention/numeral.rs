//! One written numeral to its value: Arabic, Roman, or spelt in Vietnamese.
//!
//! `lần thứ VIII`, `lần thứ 8` and `lần thứ tám` are one. Knows nothing of what stands around it.

#[cfg(test)]
mod tests;

use unicode_normalization::UnicodeNormalization;

use crate::analysis::Analysis;
use crate::text::has_marks;

/// More digits are no ordinal.
const MAX_DIGITS: usize = 9;

/// No spelt numeral below a thousand has more words: `chín trăm chín mươi chín`.
const MAX_WORDS: usize = 5;

/// The value of a numeral: `VIII`, `08`, `tám`, `mười hai`, `hai mươi mốt`, `một trăm linh năm`.
///
/// Arabic from 0, Roman from 1 to 3999 in one case and in standard form, spelt from 1 to 999 with all
/// diacritics or with none. Words are parted by blanks.
///
/// Many numerals are also words (`V`, `X`, `năm`, `tư`, `ba`), so they may be read only where
/// - [`leads_numeral`] holds for the word before: thứ, khóa, quý, kỳ, chương, phần, lần, hạng, cấp,
///   (thế) kỷ and the like (`khóa XV`, `quý I`, `lần thứ tám`), or
/// - a Roman numeral of two or more capitals stands behind a capitalized name of what is counted
///   (`Đại hội XIII`, `Nghị quyết XII`); a single letter (`Phụ lục C`, `Điểm D`) never does.
pub fn numeral(token: &str) -> Option<u32> {
    let token = token.trim();
    if token.len() > 64 {
        return None;
    }
    arabic(token).or_else(|| roman(token)).or_else(|| spelt(token))
}

/// Whether a numeral may be read behind this word, given in exact or folded form.
pub fn leads_numeral(word: &str) -> bool {
    LEADS.iter().any(|&(lead, folded)| word == lead || word == folded)
}

/// Words before numerals, in exact and in folded form.
const LEADS: [(&str, &str); 18] = [
    ("thứ", "thu"),
    ("khóa", "khoa"),
    ("quí", "qui"),
    ("kì", "ki"),
    ("chương", "chuong"),
    ("phần", "phan"),
    ("lần", "lan"),
    ("hạng", "hang"),
    ("cấp", "cap"),
    ("kỉ", "ki"),
    ("tập", "tap"),
    ("quyển", "quyen"),
    ("mục", "muc"),
    ("bậc", "bac"),
    ("vòng", "vong"),
    ("loại", "loai"),
    ("nhóm", "nhom"),
    ("tiết", "tiet"),
];

/// The forms of a number from 1 to 99: Arabic, Roman, spelt; of others none but the Arabic.
pub fn forms(value: u32) -> Vec<String> {
    let mut forms = vec![value.to_string()];
    if (1..=99).contains(&value) {
        forms.push(to_roman(value));
        forms.extend(spell(value));
    }
    forms
}

/// The spelt forms of a number from 1 to 99, `nhất` and `tư` among them.
fn spell(value: u32) -> Vec<String> {
    const DIGITS: [&str; 10] = ["", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
    let digit = |value: u32| DIGITS[(value % 10) as usize];
    match (value / 10, value % 10) {
        (0, 1) => vec!["nhất".to_owned(), "một".to_owned()],
        (0, 4) => vec!["tư".to_owned(), "bốn".to_owned()],
        (0, _) => vec![digit(value).to_owned()],
        (tens, last) => {
            let tens_word = if tens == 1 { "mười".to_owned() } else { format!("{} mươi", digit(tens)) };
            let last_word = match last {
                0 => "",
                1 if tens > 1 => "mốt",
                5 => "lăm",
                _ => digit(last),
            };
            vec![format!("{tens_word} {last_word}").trim().to_owned()]
        }
    }
}

fn arabic(token: &str) -> Option<u32> {
    let digits = token.len() <= MAX_DIGITS && token.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| token.parse().ok()).flatten()
}

fn roman(token: &str) -> Option<u32> {
    // the signs Ⅰ to ⅿ are written with letters
    let letters: String = if token.is_ascii() { token.to_owned() } else { token.nfkc().collect() };
    let upper = letters.to_ascii_uppercase();
    if letters.len() > 15 || letters != upper && letters != letters.to_ascii_lowercase() {
        return None;
    }
    let mut rest = upper.as_str();
    let mut value = 0;
    for (sign, worth, most) in SIGNS {
        for _ in 0..most {
            let Some(next) = rest.strip_prefix(sign) else { break };
            (rest, value) = (next, value + worth);
        }
    }
    // only the standard form of a number is one: not IIX, not IVI
    (rest.is_empty() && value > 0 && to_roman(value) == upper).then_some(value)
}

/// Signs of Roman numerals with their worth and how often each may stand.
const SIGNS: [(&str, u32, usize); 13] = [
    ("M", 1000, 3),
    ("CM", 900, 1),
    ("D", 500, 1),
    ("CD", 400, 1),
    ("C", 100, 3),
    ("XC", 90, 1),
    ("L", 50, 1),
    ("XL", 40, 1),
    ("X", 10, 3),
    ("IX", 9, 1),
    ("V", 5, 1),
    ("IV", 4, 1),
    ("I", 1, 3),
];

/// A number from 1 to 3999 in Roman figures.
pub(crate) fn to_roman(value: u32) -> String {
    let mut rest = value;
    let mut roman = String::new();
    for (sign, worth, most) in SIGNS {
        for _ in 0..most {
            if rest >= worth {
                roman.push_str(sign);
                rest -= worth;
            }
        }
    }
    roman
}

fn spelt(token: &str) -> Option<u32> {
    let analysis = Analysis::of(token);
    let mut words = [""; MAX_WORDS];
    let mut len = 0;
    for word in analysis.words() {
        *words.get_mut(len)? = word.exact;
        len += 1;
    }
    let plain = !has_marks(analysis.exact_line());
    let words: Vec<Word> = words[..len].iter().map(|word| read(word, plain)).collect::<Option<_>>()?;
    match words[..] {
        [Word::First] => Some(1),
        [Word::Second] => Some(2),
        [hundreds, Word::Hundred] => digit(hundreds).map(|n| n * 100),
        [hundreds, Word::Hundred, Word::And, last] => Some(digit(hundreds)? * 100 + digit(last)?),
        [hundreds, Word::Hundred, ref rest @ ..] => Some(digit(hundreds)? * 100 + tens(rest)?),
        ref words => tens(words).or_else(|| single(words)),
    }
}

fn single(words: &[Word]) -> Option<u32> {
    match *words {
        [Word::Digit(n)] => Some(n),
        [Word::Four] => Some(4),
        _ => None,
    }
}

/// `mười`, `mười lăm`, `hai mươi`, `hai mươi mốt`.
fn tens(words: &[Word]) -> Option<u32> {
    let behind = |word: Word, one: bool| match word {
        Word::LastOne if one => Some(1),
        Word::LastFive => Some(5),
        // `hai mươi năm` is a time and no ordinal
        Word::Digit(5) => None,
        _ => digit(word),
    };
    match *words {
        [Word::Ten | Word::Tens] => Some(10),
        [Word::Ten | Word::Tens, last] => Some(10 + behind(last, false)?),
        [tens, Word::Ten | Word::Tens] => digit(tens).filter(|n| *n > 1).map(|n| n * 10),
        [tens, Word::Ten | Word::Tens, last] => Some(digit(tens).filter(|n| *n > 1)? * 10 + behind(last, true)?),
        _ => None,
    }
}

/// What a word is in a spelt numeral.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word {
    Digit(u32),
    /// `tư`, behind tens or as an ordinal.
    Four,
    LastOne,
    LastFive,
    Ten,
    Tens,
    Hundred,
    And,
    First,
    Second,
}

/// The words; where diacritics are lost the first that fits is meant.
const WORDS: [(&str, &str, Word); 20] = [
    ("một", "mot", Word::Digit(1)),
    ("hai", "hai", Word::Digit(2)),
    ("ba", "ba", Word::Digit(3)),
    ("bốn", "bon", Word::Digit(4)),
    ("năm", "nam", Word::Digit(5)),
    ("sáu", "sau", Word::Digit(6)),
    ("bảy", "bay", Word::Digit(7)),
    ("bẩy", "bay", Word::Digit(7)),
    ("tám", "tam", Word::Digit(8)),
    ("chín", "chin", Word::Digit(9)),
    ("tư", "tu", Word::Four),
    ("mốt", "mot", Word::LastOne),
    ("lăm", "lam", Word::LastFive),
    ("mười", "muoi", Word::Ten),
    ("mươi", "muoi", Word::Tens),
    ("trăm", "tram", Word::Hundred),
    ("linh", "linh", Word::And),
    ("lẻ", "le", Word::And),
    ("nhất", "nhat", Word::First),
    ("nhì", "nhi", Word::Second),
];

fn read(word: &str, plain: bool) -> Option<Word> {
    let found = WORDS.iter().find(|(spelt, folded, _)| *spelt == word || plain && *folded == word);
    found.map(|&(.., word)| word)
}

fn digit(word: Word) -> Option<u32> {
    match word {
        Word::Digit(n) => Some(n),
        Word::Four => Some(4),
        _ => None,
    }
}
