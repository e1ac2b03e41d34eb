//! What holds for the events of any text.

use proptest::prelude::*;

use super::*;

#[test]
fn hostile_text_takes_linear_time() {
    for piece in [
        "đại hội ",
        "được bầu ",
        "A ",
        ", ",
        "; ",
        ". ",
        "\n",
        " ",
        "1/1/2020 đại hội ",
        "ngày 1/1/2020 ",
        "“",
        "\" đại hội",
        "đã ",
        "huyện ",
        "Lào ",
        "tỉnh A ",
        "|",
        "…",
        "Điều ",
        "x",
        "đại hội năm 2020\n",
        "năm 2020. Đại hội đã bầu. ",
        "Kế hoạch số 1/KH-UBND ngày 1/1/2020 ",
    ] {
        let text = piece.repeat(100_000 / piece.len());
        let _ = events(&text);
    }
}

fn pieces() -> impl Strategy<Value = String> {
    let pieces = [
        "Ngày 5/6/1975",
        "năm 1990",
        "giai đoạn 1991 - 1995",
        "từ ngày 1 đến 3/2/1984",
        "Đại hội",
        "hội nghị",
        "được thành lập",
        "đã bầu",
        "ban hành",
        "Kế hoạch số 5/KH-UBND",
        "ngày 3/3/2003",
        "của",
        "khai mạc",
        "kết thúc vào",
        "không",
        "nếu",
        "tổ chức",
        "huyện Nà Rì",
        "Lào",
        "cùng ngày",
        "nhiệm kỳ qua",
        "“",
        "”",
        "\"",
        ",",
        ";",
        ".",
        "…",
        "(",
        ")",
        "|",
        "\n",
        "\n\n",
        "\u{A0}",
        "\u{301}",
        "2. Giai đoạn 1961 - 1965\n",
        "phát động phong trào",
        "Điều 1.",
        "was founded",
        "in 1998",
        "đ",
    ];
    proptest::collection::vec(proptest::sample::select(pieces.to_vec()), 0..30).prop_map(|pieces| pieces.join(" "))
}

fn obeys_the_law(text: &str) -> Result<(), TestCaseError> {
    let Mentions { dates, people, events, .. } = events(text);
    let mut start = 0;
    for event in &events {
        let cut = text.get(event.range.clone());
        prop_assert!(cut.is_some_and(|cut| !cut.is_empty() && cut.trim() == cut), "{:?} in {:?}", event, text);
        prop_assert!(event.range.start >= start, "{:?} in {:?}", event, text);
        start = event.range.start;
        prop_assert!(event.to.is_none() || event.from <= event.to, "{:?} in {:?}", event, text);
        prop_assert_eq!(event.from.is_some(), event.dated_by.is_some());
        if let Some(date) = event.dated_by {
            // else the days are counted from it, or it is a life
            let counted = event.from != dates[date].from;
            prop_assert!(!counted || event.to.is_some(), "{:?} in {:?}", event, text);
        }
        for &person in &event.people {
            prop_assert!(event.range.contains(&people[person].range.start));
        }
        for place in &event.places {
            prop_assert!(cut.is_some_and(|cut| cut.contains(place)));
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_text_obeys_the_law(text in "\\PC{0,80}") {
        obeys_the_law(&text)?;
    }

    #[test]
    fn sentences_obey_the_law(text in pieces()) {
        obeys_the_law(&text)?;
    }

    #[test]
    fn decomposed_text_tells_the_same(text in pieces()) {
        prop_assert_eq!(written(&text), written(&text.nfd().collect::<String>()), "{:?}", text);
    }
}
