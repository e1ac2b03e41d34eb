//! One written word to its exact form: lower case, NFC, marks on the letters that bear them; diacritics kept.

use unicode_normalization::UnicodeNormalization;

use super::letters::{Class, class, is_invisible, is_mark};
use super::syllable::{Syllable, Toned, toned_vowel};

/// Appends the exact form of `word` to `out` and its folded form to `folded`.
///
/// `word` is a run of letters, digits, marks and invisible characters, in any normalization.
pub(crate) fn push_forms(word: &str, exact: &mut String, folded: &mut String) {
    let (start, folded_start) = (exact.len(), folded.len());
    if word.is_ascii() {
        push_ascii(word, exact, folded);
        settle_y(exact, folded, folded_start);
        return;
    }
    let mut is_composed = true;
    for letter in word.chars() {
        match class(letter) {
            Class::Letter { lower, plain, .. } => {
                exact.push(lower);
                folded.push(plain);
            }
            Class::Digit => {
                exact.push(letter);
                folded.push(letter);
            }
            Class::Mark(_) => is_composed = false,
            Class::Invisible | Class::Blank | Class::Other => {}
        }
    }
    if !is_composed {
        exact.truncate(start);
        push_composed(word, exact);
    }
    settle_marks(exact, start, &folded[folded_start..]);
    settle_y(exact, folded, folded_start);
}

/// Writes a `y` that is the whole vowel of a syllable as `i`, which sounds the same: `kỹ`, `Lý`, `quý`. Not where
/// it stands alone, and not behind another vowel, where it is another sound (`tay`, `thúy`).
fn settle_y(exact: &mut String, folded: &mut String, folded_start: usize) {
    let Some(onset) = folded[folded_start..].strip_suffix('y') else { return };
    if !ONSETS.contains(&onset) {
        return;
    }
    let Some(last) = exact.chars().next_back() else { return };
    let Some(y) = Toned::read(last.encode_utf8(&mut [0; 4])).filter(|toned| toned.letters() == ['y']) else { return };
    exact.truncate(exact.len() - last.len_utf8());
    exact.push(toned_vowel('i', y.tone));
    folded.truncate(folded.len() - 1);
    folded.push('i');
}

/// The consonants that begin a Vietnamese syllable before `y` or `i`.
const ONSETS: [&str; 24] = [
    "b", "c", "ch", "d", "gh", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu", "r", "s", "t", "th",
    "tr", "v", "x",
];

fn push_ascii(word: &str, exact: &mut String, folded: &mut String) {
    let digits = word.bytes().all(|b| b.is_ascii_digit());
    let at = exact.len();
    exact.push_str(word);
    exact[at..].make_ascii_lowercase();
    // 04 and 4 are one number, also where only one of them was written so
    let number = if digits { word.trim_start_matches('0') } else { word };
    let at = folded.len();
    folded.push_str(if number.is_empty() { "0" } else { number });
    folded[at..].make_ascii_lowercase();
}

/// Composes letters whose marks stand apart, whatever the order of the marks.
fn push_composed(word: &str, out: &mut String) {
    let mut letters: Vec<char> = word.nfd().filter(|c| !is_invisible(*c)).collect();
    for cluster in letters.chunk_by_mut(|_, next| is_mark(*next)) {
        // circumflex, breve and horn make the letter, the tone comes after
        cluster[1..].sort_by_key(|mark| !matches!(mark, '\u{302}' | '\u{306}' | '\u{31B}'));
    }
    out.extend(letters.into_iter().nfc().map(|c| match class(c) {
        Class::Letter { lower, .. } => lower,
        _ => c,
    }));
}

/// Writes a syllable with its tone and its horns on the letters that bear them: `hoà` as `hòa`, `qúy` as `quý`,
/// `tóan` as `toán`, `truờng` as `trường`.
fn settle_marks(exact: &mut String, start: usize, folded: &str) {
    // where there is one vowel, its marks can stand on no other
    if folded.bytes().filter(|byte| b"aeiouy".contains(byte)).count() < 2 {
        return;
    }
    if let Some(syllable) = Syllable::meant(&exact[start..]) {
        exact.truncate(start);
        syllable.push_exact(exact);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(word: &str) -> (String, String) {
        let (mut exact, mut folded) = (String::new(), String::new());
        push_forms(word, &mut exact, &mut folded);
        (exact, folded)
    }

    fn check(word: &str, exact: &str, folded: &str) {
        assert_eq!(forms(word), (exact.to_owned(), folded.to_owned()), "{word}");
    }

    #[test]
    fn words_have_one_exact_form() {
        check("Hoà", "hòa", "hoa");
        check("HÒA", "hòa", "hoa");
        check("thuỷ", "thủy", "thuy");
        check("khoẻ", "khỏe", "khoe");
        check("uỷ", "ủy", "uy");
        check("quý", "quí", "qui");
        check("qúy", "quí", "qui");
        check("KỸ", "kĩ", "ki");
        check("Hỷ", "hỉ", "hi");
        check("ly", "li", "li");
        check("ý", "ý", "y");
        check("tay", "tay", "tay");
        check("thúy", "thúy", "thuy");
        check("cty", "cty", "cty");
        check("qùa", "quà", "qua");
        check("già", "già", "gia");
        check("gìa", "già", "gia");
        check("mía", "mía", "mia");
        check("của", "của", "cua");
        check("toàn", "toàn", "toan");
        check("huỳnh", "huỳnh", "huynh");
        check("quỳnh", "quỳnh", "quynh");
        check("tóan", "toán", "toan");
        check("cuả", "của", "cua");
        check("ngừơi", "người", "nguoi");
        check("chuỷên", "chuyển", "chuyen");
        check("đựơc", "được", "duoc");
        check("thuơng", "thương", "thuong");
        check("hưong", "hương", "huong");
        check("ngừoi", "người", "nguoi");
        check("đuờng", "đường", "duong");
        check("trưòng", "trường", "truong");
        check("truờng", "trường", "truong");
        check("vịêt", "việt", "viet");
        check("gíao", "giáo", "giao");
        check("nứơc", "nước", "nuoc");
        check("NƯƠ\u{301}C", "nước", "nuoc");
        check("đưọc", "được", "duoc");
        check("thưở", "thuở", "thuo");
        check("thuở", "thuở", "thuo");
        check("hùynh", "huỳnh", "huynh");
        check("công", "công", "cong");
        check("04", "04", "4");
        check("000", "000", "0");
        check("QH14", "qh14", "qh14");
        check("Ðảng", "đảng", "dang");
    }

    #[test]
    fn marks_are_composed_in_any_order() {
        check("be\u{302}\u{323}nh", "bệnh", "benh");
        check("bê\u{323}nh", "bệnh", "benh");
        check("be\u{301}\u{302}n", "bến", "ben");
        check("ho\u{300}a", "hòa", "hoa");
        check("hoa\u{340}", "hòa", "hoa");
        check("d\u{AD}oa\u{300}\u{200B}n", "doàn", "doan");
        check("n\u{1b0}\u{301}c", "nức", "nuc");
    }
}
