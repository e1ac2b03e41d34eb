//! TCVN3 text that was typed in capitals -> its words in capitals, marked letters among them.
//!
//! The bytes have small letters only for tones; a font of capitals (`.VnTimeH`) shows them large, and
//! only the capitals without a tone beside them tell.

/// What a word says of the font that it was typed in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Case {
    /// Two capitals, and small letters with a mark: `CéNG`, `NăM`. Only a font of capitals makes that.
    Mixed,
    /// Capitals alone, or no letters: tells nothing.
    Other,
    /// One capital at most, and small letters with a tone: `Xã`, `ở`.
    Open,
    /// A small letter that has a capital of its own.
    Small,
}

/// The text in capitals, letter by letter.
pub(super) fn raise(text: &str) -> String {
    text.chars().map(large).collect()
}

/// Raises the words that plainly come from a font of capitals, and those between them.
pub(super) fn restore(text: String) -> String {
    if !text.split_inclusive(is_gap).any(|word| case_of(word) == Case::Mixed) {
        return text;
    }
    text.split_inclusive('\n').map(restore_line).collect()
}

fn restore_line(line: &str) -> String {
    let words: Vec<&str> = line.split_inclusive(is_gap).collect();
    let cases: Vec<Case> = words.iter().map(|word| case_of(word)).collect();
    if !cases.contains(&Case::Mixed) {
        return line.to_owned();
    }
    let after = decided_after(&cases);
    let mut before = None;
    let mut out = String::with_capacity(line.len());
    for ((word, case), after) in words.iter().zip(cases).zip(after) {
        let around = [before, after];
        let joins = case == Case::Open && around.contains(&Some(Case::Mixed)) && !around.contains(&Some(Case::Small));
        if case == Case::Mixed || joins {
            out.extend(word.chars().map(large));
            before = Some(Case::Mixed);
        } else {
            out.push_str(word);
            before = match case {
                Case::Other => before,
                _ => Some(Case::Small),
            };
        }
    }
    out
}

/// For each word the first case behind it that is decided.
fn decided_after(cases: &[Case]) -> Vec<Option<Case>> {
    let mut next = None;
    let mut after: Vec<_> = cases
        .iter()
        .rev()
        .map(|&case| {
            let behind = next;
            next = if is_decided(case) { Some(case) } else { next };
            behind
        })
        .collect();
    after.reverse();
    after
}

fn is_decided(case: Case) -> bool {
    matches!(case, Case::Mixed | Case::Small)
}

fn is_gap(c: char) -> bool {
    !(c.is_ascii_alphabetic() || matches!(c, '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}'))
}

fn case_of(word: &str) -> Case {
    let (mut larges, mut toned, mut own) = (0, 0, 0);
    for c in word.chars() {
        if c.is_ascii_lowercase() {
            return Case::Small;
        }
        if is_gap(c) {
            continue;
        }
        if c.is_uppercase() {
            larges += 1;
        } else if is_toned(c) {
            toned += 1;
        } else {
            own += 1;
        }
    }
    match (larges, toned + own) {
        (2.., 1..) => Case::Mixed,
        _ if own > 0 => Case::Small,
        (0 | 1, 1..) => Case::Open,
        _ => Case::Other,
    }
}

/// Whether TCVN3 has no capital of this small letter.
fn is_toned(c: char) -> bool {
    !c.is_ascii() && !"ăâêôơưđ".contains(c)
}

fn large(c: char) -> char {
    let mut upper = c.to_uppercase();
    match (upper.next(), upper.next()) {
        (Some(upper), None) => upper,
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_font_of_capitals_are_raised() {
        let check = |text: &str, expected: &str| assert_eq!(restore(text.to_owned()), expected);
        check("CộNG HòA Xã HộI CHủ NGHĨA VIệT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        check("Độc lập - Tự do", "Độc lập - Tự do");
        check("Hà Nội, ngày ý", "Hà Nội, ngày ý");
        check("UBND xã ở Hà Nội", "UBND xã ở Hà Nội");
        check("HộI NGHị ở Hà Nội", "HỘI NGHỊ ở Hà Nội");
        check("HộI  LĐLĐ, Xã", "HỘI  LĐLĐ, XÃ");
        check("CHIếN THắNG ở Hà NộI", "CHIẾN THẮNG Ở HÀ NỘI");
        check("Xã HộI\nXã hội\nTHàNH Lũ", "XÃ HỘI\nXã hội\nTHÀNH LŨ");
        check("CHÍNH PHủ LâM THờI, NăM 1945", "CHÍNH PHỦ LÂM THỜI, NĂM 1945");
        check("HộI đồng, Lâm", "HỘI đồng, Lâm");
        check("", "");
    }

    #[test]
    fn every_letter_can_be_raised() {
        assert_eq!(raise("đại hội ß 1"), "ĐẠI HỘI ß 1");
    }
}
