//! Words that are syllables, and others.

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::*;

fn all() -> impl Iterator<Item = Syllable> {
    let parts = (0..ONSETS.len() as u8).flat_map(|onset| (0..RHYMES.len() as u8).map(move |rhyme| (onset, rhyme)));
    parts.flat_map(|(onset, rhyme)| (0..TONES).filter_map(move |tone| Syllable::new(onset, rhyme, tone)))
}

#[test]
fn syllables_are_told_from_other_words() {
    for word in [
        "Nguyễn",
        "ĐỘNG",
        "quốc",
        "quý",
        "qúy",
        "giếng",
        "gì",
        "gìn",
        "gia",
        "giữ",
        "giết",
        "nghiêng",
        "hòa",
        "hoà",
        "ở",
        "Khuỷu",
        "y\u{301}",
        "Quô\u{301}c",
        "ư\u{303}",
        "ƯỚC",
        "khuya",
        "ngoằn",
        "xoong",
        "quỳnh",
        "quýt",
        "quyết",
        "huơ",
        "yêu",
        "ý",
        "Kạn",
        "ghế",
        "nghĩ",
        "ỉa",
        "Ðảng",
        "be\u{323}\u{302}nh",
        "uống",
        "tuýp",
        "ta",
        "pin",
        "việc",
        "tóan",
    ] {
        assert!(is_syllable(word), "{word}");
    }
    for word in [
        "café",
        "hßa",
        "X·",
        "t\u{301}a",
        "áà",
        "coäng",
        "ñ",
        "đ",
        "Đstring",
        "nghiàt",
        "viec",
        "viêc",
        "viềc",
        "gê",
        "nge",
        "ngê",
        "ce",
        "cin",
        "gha",
        "nghu",
        "iên",
        "quo",
        "q",
        "qu",
        "",
        "ng",
        "LĐLĐ",
        "the",
        "x2",
        "với2",
        "nghiêngg",
        "nghiêngnghiêng",
        "a\u{302}\u{302}",
        "b\u{302}",
        "tyên",
        "boat",
        "w",
    ] {
        assert_eq!(is_syllable(word), word == "the", "{word}");
    }
}

#[test]
fn words_without_marks_are_told_from_others() {
    for word in ["viec", "doan", "nguyen", "Quoc", "gieng", "gi", "duong", "thuy", "ung", "yeu", "khuyu"] {
        assert!(is_folded_syllable(word), "{word}");
    }
    for word in ["viêc", "congdoan", "ldld", "thnag", "", "computer", "iem", "qe2", "a1"] {
        assert!(!is_folded_syllable(word), "{word}");
    }
}

#[test]
fn syllables_are_written_in_exact_form() {
    for (word, exact) in [
        ("Hoà", "hòa"),
        ("KHOẺ", "khỏe"),
        ("thuỷ", "thủy"),
        ("qúy", "quý"),
        ("gìa", "già"),
        ("gì", "gì"),
        ("tóan", "toán"),
        ("ngừơi", "người"),
        ("chuỷên", "chuyển"),
        ("ngoài", "ngoài"),
        ("khúyu", "khuýu"),
        ("mía", "mía"),
        ("cuả", "của"),
        ("quyết", "quyết"),
        ("thuở", "thuở"),
        ("giếng", "giếng"),
    ] {
        assert_eq!(Syllable::parse(word).map(Syllable::exact).as_deref(), Some(exact), "{word}");
    }
}

#[test]
fn every_syllable_reads_back_to_itself() {
    let mut count = 0;
    for syllable in all() {
        let exact = syllable.exact();
        let read = Syllable::parse(&exact).expect("a syllable");
        assert_eq!(read.exact(), exact);
        assert_eq!(Syllable::parse(&exact.to_uppercase()), Some(read));
        assert_eq!(Syllable::parse(&exact.nfd().collect::<String>()), Some(read));
        let analysis = crate::analysis::Analysis::of(&exact);
        let form = analysis.words().next().map(|word| word.exact);
        assert!(
            form == Some(&*exact) || syllable.exact().ends_with(['y', 'ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ']),
            "{exact} {form:?}"
        );
        assert!(is_folded_syllable(&crate::analysis::fold(&exact)), "{exact}");
        count += 1;
    }
    assert!((15_000..25_000).contains(&count), "{count}");
}

proptest! {
    #[test]
    fn any_text_is_read(word in "\\PC{0,9}|[a-zăâđêôơư\u{300}-\u{31B}]{0,8}") {
        if let Some(syllable) = Syllable::parse(&word) {
            let exact = syllable.exact();
            prop_assert_eq!(Syllable::parse(&exact).map(Syllable::exact), Some(exact));
        }
        is_folded_syllable(&word);
    }
}
