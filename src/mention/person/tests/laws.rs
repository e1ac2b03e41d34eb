//! The laws that hold for all texts.

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::super::*;

/// Pieces of which sentences with names are made.
fn pieces() -> impl Strategy<Value = String> {
    let piece = proptest::sample::select(vec![
        "đồng chí ",
        "các đồng chí: ",
        "ông ",
        "Ông ",
        "bà ",
        "Lê ",
        "Trần ",
        "Văn ",
        "Thị ",
        "Hải",
        "Sơn",
        "Hoà",
        "Hà Nội",
        "Cao Bằng",
        ", ",
        " và ",
        "; ",
        " - ",
        ". ",
        "\n",
        "\n\n",
        "Chủ tịch ",
        "Bí thư Tỉnh ủy ",
        "làm ",
        "được bầu làm ",
        "(",
        ")",
        "tức ",
        "Bác Hồ",
        "xã ",
        "trường ",
        "HỒ CHÍ MINH",
        "TP. ",
        "V.I. Lênin",
        "Joe Biden",
        "12 ",
        "“",
        "đ/c ",
        "\u{301}",
        "\u{200B}",
        "Hoàng ",
        "Theo ",
        " | ",
        "A",
    ]);
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn one_line(text: &str) -> String {
    let text = text.replace('*', "");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn people(text: &str) -> Vec<(String, String, Option<String>)> {
    let mentions = find(text, &[]).into_iter();
    mentions.map(|m| (text[m.range].nfc().collect(), m.name, m.role.map(|role| role.nfc().collect()))).collect()
}

proptest! {
    #[test]
    fn any_text_is_read(text in "\\PC{0,120}") {
        for mention in find(&text, &[]) {
            prop_assert!(!text[mention.range].is_empty() && !mention.name.is_empty());
        }
        for name in find_in_query(&text) {
            prop_assert!(!text[name.range].is_empty());
        }
        collation_key(&text);
    }

    #[test]
    fn names_lie_in_the_text_in_order(text in pieces()) {
        let mut last = 0;
        for mention in find(&text, &[]) {
            prop_assert!(mention.range.start >= last && mention.range.end > mention.range.start, "{:?}", text);
            last = mention.range.end;
            if let Some(role) = mention.role {
                prop_assert!(one_line(&text).contains(&role));
            }
            if mention.kind == NameKind::Full && mention.rivals.is_empty() {
                prop_assert_eq!(fold(&canonical(&text[mention.range])), fold(&mention.name), "{:?}", text);
            }
        }
    }

    #[test]
    fn normalization_does_not_matter(text in pieces()) {
        let decomposed: String = text.nfd().collect();
        let composed: String = text.nfc().collect();
        prop_assert_eq!(people(&composed), people(&decomposed));
    }

    #[test]
    fn capitals_do_not_change_who_is_named(
        family in proptest::sample::select(vec!["Nguyễn", "Trần", "Phạm", "Bùi", "Nông", "Đỗ"]),
        middle in proptest::sample::select(vec!["Văn", "Thị", "Hữu", "Đức", "Thanh"]),
        given in proptest::sample::select(vec!["Khải", "Hảo", "Sơn", "Tiệp", "Hoà", "Quý"]),
        around in proptest::sample::select(vec![
            ("Đồng chí ", " phát biểu."), ("Hội nghị bầu ông ", " làm Thư ký."), ("Chủ tịch UBND xã ", ", nói."),
            ("Chủ tịch UBND xã, ông ", ", nói."),
            ("Các đồng chí: ", ", Lê Văn Tám."), ("CHỦ TỊCH\n\n", "\n"), ("Ủy viên: ", ""),
        ]),
    ) {
        let name = format!("{family} {middle} {given}");
        let named = |name: &str| -> Vec<String> {
            let mentions = find(&format!("{}{name}{}", around.0, around.1), &[]);
            mentions.into_iter().map(|mention| mention.name).collect()
        };
        prop_assert!(named(&name).contains(&name), "{}", name);
        prop_assert_eq!(named(&name.to_uppercase()), named(&name));
    }

    #[test]
    fn case_of_a_whole_query_does_not_matter(text in pieces()) {
        let syllables = |query: &str| find_in_query(query).into_iter().map(|name| name.syllables).collect::<Vec<_>>();
        prop_assert_eq!(syllables(&text.to_lowercase()), syllables(&text.to_uppercase()));
    }

    #[test]
    fn likeness_is_symmetric(a in pieces(), b in pieces(), c in "\\PC{0,12}") {
        prop_assert_eq!(likeness(&a, &b), likeness(&b, &a));
        prop_assert_eq!(likeness(&a, &c), likeness(&c, &a));
    }

    #[test]
    fn taken_stretches_hold_no_name(text in pieces()) {
        let whole = 0..text.len();
        prop_assert!(find(&text, std::slice::from_ref(&whole)).is_empty());
    }
}

fn fold(text: &str) -> String {
    crate::analysis::fold(text).replace(' ', "")
}

#[test]
fn hostile_texts_are_read_in_linear_time() {
    for piece in [
        "A",
        "A ",
        "Lê ",
        "ông Sơn ",
        "Trần Văn Sơn, ",
        ",",
        "1",
        "Bác ",
        "đồng chí ",
        "Chủ tịch ",
        "trường ",
        "và ",
        "làm ",
        "Lê\n",
        "H'",
        "(tức A ",
    ] {
        let text = piece.repeat(200_000 / piece.len());
        let started = std::time::Instant::now();
        find(&text, &[]);
        find_in_query(&text[..text.len().min(2_000 / piece.len() * piece.len())]);
        assert!(started.elapsed().as_secs() < 20, "{piece:?}");
    }
}
