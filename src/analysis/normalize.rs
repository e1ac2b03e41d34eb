//! One written word to its exact form: lower case, NFC, one tone placement; diacritics kept.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::letters::{Class, class};

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
    let mut plain = true;
    for letter in word.chars() {
        match class(letter) {
            Class::Word { lower, folded: base } => {
                exact.push(lower);
                folded.push(base);
            }
            Class::Mark => plain = false,
            Class::Invisible | Class::Other => {}
        }
    }
    if !plain {
        exact.truncate(start);
        push_composed(word, exact);
    }
    if may_move_tone(folded) {
        place_tone(exact, start);
    }
    settle_y(exact, folded, folded_start);
}

/// Writes a `y` that is the whole vowel of a syllable as `i`, which sounds the same: `kỹ`, `Lý`, `quý`. Not where
/// it stands alone, and not behind another vowel, where it is another sound (`tay`, `thúy`).
fn settle_y(exact: &mut String, folded: &mut String, folded_start: usize) {
    let Some(onset) = folded[folded_start..].strip_suffix('y') else { return };
    if !ONSETS.contains(&onset) {
        return;
    }
    let Some((last, tone)) = exact.chars().next_back().and_then(|last| Some((last, vowel(last)?.1))) else { return };
    exact.truncate(exact.len() - last.len_utf8());
    exact.push(VOWELS[2][tone]);
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
    let mut letters: Vec<char> = word.nfd().filter(|&c| class(c) != Class::Invisible).collect();
    for cluster in letters.chunk_by_mut(|_, next| is_combining_mark(*next)) {
        // circumflex, breve and horn make the letter, the tone comes after
        cluster[1..].sort_by_key(|mark| !matches!(mark, '\u{302}' | '\u{306}' | '\u{31B}'));
    }
    out.extend(letters.into_iter().nfc().map(|c| match class(c) {
        Class::Word { lower, .. } => lower,
        _ => c,
    }));
}

/// The vowels that open rhymes are made of: each with its six tones in one order.
const VOWELS: [[char; 6]; 6] = [
    ['a', 'à', 'á', 'ả', 'ã', 'ạ'],
    ['e', 'è', 'é', 'ẻ', 'ẽ', 'ẹ'],
    ['i', 'ì', 'í', 'ỉ', 'ĩ', 'ị'],
    ['o', 'ò', 'ó', 'ỏ', 'õ', 'ọ'],
    ['u', 'ù', 'ú', 'ủ', 'ũ', 'ụ'],
    ['y', 'ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ'],
];

/// Whether a line whose last word is folded so ends in vowels between which a tone may move.
fn may_move_tone(folded: &str) -> bool {
    match folded.as_bytes() {
        [.., b'o', b'a' | b'e'] | [.., b'u', b'y'] => true,
        [.., b'q', b'u', last] | [.., b'g', b'i', last] => last.is_ascii_lowercase(),
        _ => false,
    }
}

/// Moves the tone of the open rhymes oa, oe, uy to their first vowel (`hoà` to `hòa`), and a tone
/// on the u of `qu` or the i of `gi` to the vowel behind (`qúy` to `quý`).
fn place_tone(text: &mut String, start: usize) {
    let mut letters = text[start..].chars().rev();
    let (Some(last), Some(before)) = (letters.next(), letters.next()) else { return };
    let (Some((first, tone)), Some((second, late_tone))) = (vowel(before), vowel(last)) else { return };
    let glide = matches!((letters.next(), first[0]), (Some('q'), 'u') | (Some('g'), 'i'));
    let open = matches!((first[0], second[0]), ('o', 'a' | 'e') | ('u', 'y'));
    let placed = match (tone, late_tone) {
        (tone, 0) if tone > 0 && glide => [first[0], second[tone]],
        (0, tone) if tone > 0 && open && !glide => [first[tone], second[0]],
        _ => return,
    };
    text.truncate(text.len() - last.len_utf8() - before.len_utf8());
    text.extend(placed);
}

/// The row of a vowel and which of its tones it bears.
fn vowel(letter: char) -> Option<(&'static [char; 6], usize)> {
    VOWELS.iter().find_map(|row| Some((row, row.iter().position(|&c| c == letter)?)))
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
