//! Laws and whole documents: what holds of every division.

use proptest::prelude::*;

use super::*;

fn document(text: &str) -> Document {
    Document { text: text.to_owned(), ..Document::default() }
}

fn divided(text: &str) -> Division {
    divide(&document(text), &Limits::default())
}

/// Panics unless the division keeps every law.
fn check_laws(document: &Document, limits: &Limits) -> Division {
    let text = document.text.as_str();
    let division = divide(document, limits);
    let mut end = 0;
    let mut line_end = 1;
    let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    for passage in &division.passages {
        let slice = &text[passage.range.clone()];
        assert!(passage.range.start >= end, "passages are in order");
        assert_eq!(letters(&text[end..passage.range.start]), "", "nothing lies between them");
        assert!(!slice.is_empty() && slice.trim() == slice, "they are trimmed");
        assert!(slice.len() <= sentence::MAX_BYTES);
        let line_at = |byte: usize| 1 + text[..byte].matches('\n').count();
        assert_eq!(passage.lines.0 as usize, line_at(passage.range.start));
        assert_eq!(passage.lines.1 as usize, line_at(passage.range.end));
        assert!(passage.lines.0 >= line_end);
        for title in &*passage.section {
            assert!(!title.contains('\n') && title.trim() == title && title.chars().count() <= 200);
        }
        (end, line_end) = (passage.range.end, passage.lines.1);
    }
    assert_eq!(letters(&text[end..]), "", "nothing is left over");
    division
}

fn lines() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        3 => "[ A-Za-zĐđếộ.,;:0-9()*\u{302}\u{a0}\u{fffd}-]{0,60}",
        1 => proptest::sample::select(vec![
            "", "", "I. PHONG TRÀO", "1. Giai đoạn đầu", "2.1. Mục tiêu", "Điều 3. Tên gọi", "Chương",
            "II", "ĐỀ CƯƠNG", "- một;", "a) hai", "|", "| a | b |", "-----", "\u{fffd} Chú thích",
            "[1] Chú", "câu có mark[1] ở đây", "# Tên", "## Mục", "**Tên đậm**", " (BCH).", ". Đồng chí",
            "Số: 12/KH-ABC", "Độc lập - Tự do - Hạnh phúc", "Lê Văn Ba", "Điều 4. Ban hành kèm theo này.",
        ]).prop_map(str::to_owned),
        1 => "([A-ZĐ]?[a-zếộ]{1,6}[.,;]? ){5,200}",
    ];
    proptest::collection::vec(line, 0..40).prop_map(|lines| lines.join("\n"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn keeps_every_letter(text in lines(), min in 0u32..80, more in 0u32..80, marks in proptest::collection::vec((1usize..40, 1u8..7), 0..4)) {
        let headings = marks.into_iter().map(|(line, level)| crate::corpus::Heading { line, level }).collect();
        let document = Document { text, headings, ..Document::default() };
        check_laws(&document, &Limits { min_syllables: min, max_syllables: min + more });
    }

    #[test]
    fn keeps_every_letter_of_anything(text in any::<String>()) {
        check_laws(&document(&text), &Limits::default());
    }

    #[test]
    fn keeps_to_the_limits(words in proptest::collection::vec("[a-zếộ]{1,7}[,.]?", 0..500)) {
        let text = words.join(" ");
        for passage in check_laws(&document(&text), &Limits::default()).passages {
            prop_assert!(syllables::count(&text[passage.range]) < 120 + 25);
        }
    }
}

#[test]
fn limits_of_nothing_still_cut() {
    check_laws(&document("a b"), &Limits { min_syllables: 0, max_syllables: 0 });
}

#[test]
fn sections_follow_the_headings() {
    let long = "Phong trào thi đua của công nhân trong tỉnh lớn lên từng năm. ".repeat(7);
    let text = format!(
        "TÀI LIỆU TUYÊN TRUYỀN\n\n{long}\n\nI. PHẦN MỘT\n\n1. Giai đoạn đầu\n{long}\n{long}\n\nII. PHẦN HAI\n\n{long}"
    );
    let division = check_laws(&document(&text), &Limits::default());
    assert_eq!(division.title, "TÀI LIỆU TUYÊN TRUYỀN");
    let sections: Vec<String> = division.passages.iter().map(|passage| passage.section.join(" > ")).collect();
    assert_eq!(sections, ["", "", "I. PHẦN MỘT > 1. Giai đoạn đầu", ""]);
    assert!(text[division.passages[1].range.clone()].starts_with("I. PHẦN MỘT"));
    assert_eq!(division.passages[1].lines, (5, 8));
}

#[test]
fn short_paragraphs_merge_within_their_section() {
    let text = "Điều 1. Tên gọi\n\nLuật này có tên.\n\n- Một;\n\n- Hai.\n\nĐiều 2. Hiệu lực\n\nTừ nay.";
    let division = check_laws(&document(text), &Limits::default());
    let passages: Vec<&str> = division.passages.iter().map(|passage| &text[passage.range.clone()]).collect();
    assert_eq!(passages.len(), 2);
    assert!(passages[0].ends_with("- Hai."));
    assert!(division.passages.iter().all(|passage| passage.section.is_empty()));
}

#[test]
fn footnotes_know_their_section_or_none() {
    let text = "I. PHẦN MỘT\n\nĐã bầu ra ban mới\n (BCH).\n\nII. PHẦN HAI\n\nĐã họp xong\n. Hết.\n\n\u{fffd} Lê Ba, Lý Tư.\n\n\u{fffd} Bế Năm.";
    let notes: Vec<Passage> =
        divided(text).passages.into_iter().filter(|passage| passage.kind == Kind::Footnote).collect();
    assert_eq!(notes.len(), 2);
    assert_eq!(*notes[0].section, ["I. PHẦN MỘT"]);
    assert_eq!(*notes[1].section, ["II. PHẦN HAI"]);
}

#[test]
fn hostile_texts_take_linear_time() {
    for unit in [
        "a",
        "ế",
        ". ",
        "a.",
        "A. ",
        "[",
        "[1]",
        "\u{302}",
        " ",
        "\u{a0}",
        ",",
        "; ",
        "1. ",
        "*",
        "_ ",
        "I. A\n",
        "\u{fffd}\n",
        "|\n",
        "[1] a\n\n",
        "(\n",
        "Điều 1. A\n",
        "ĐỀ CƯƠNG\n\n",
        "- \n",
    ] {
        let text = unit.repeat((1 << 17) / unit.len());
        let division = divided(&text);
        assert_eq!(division.passages.is_empty(), text.trim().is_empty(), "{unit:?}");
    }
}
