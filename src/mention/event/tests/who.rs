//! Events to the people whom they are about.

use super::events;

/// Kind and people of each event of a text: `birth Lò Văn Én`.
fn written(text: &str) -> Vec<String> {
    let mentions = events(text);
    let line = |event| {
        let people = mentions.people_of(event);
        format!("{} {}", event.kind.as_str(), people.join(", ")).trim().to_owned()
    };
    mentions.events.iter().map(line).collect()
}

fn check(rows: &[(&str, &[&str])]) {
    let wrong: Vec<String> = rows
        .iter()
        .filter(|(text, expected)| written(text) != **expected)
        .map(|(text, expected)| format!("{text}\n  found {:?}\n  for   {expected:?}", written(text)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_subject_is_whom_it_is_about() {
    check(&[
        ("Năm 1930, ông Lò Văn Én bị bắt.", &["trial Lò Văn Én"]),
        ("Ông Lò Văn Én và bà Vi Thị Sơn kết hôn năm 1950.", &["marriage Lò Văn Én, Vi Thị Sơn"]),
        (
            "Năm 1949, các ông Lò Văn Én, Hà Văn Pọm và Vi Văn Tài vào Đảng.",
            &["joining Lò Văn Én, Hà Văn Pọm, Vi Văn Tài"],
        ),
        // by name or by pronoun
        ("Ông Lò Văn Én quê ở huyện. Năm 1930, ông bị bắt.", &["trial Lò Văn Én"]),
        ("Bà Vi Thị Sơn quê ở huyện. Năm 1930, bà bị bắt.", &["trial Vi Thị Sơn"]),
        ("Ông Lò Văn Én quê ở huyện. Năm 1930, ông Én bị bắt.", &["trial Lò Văn Én"]),
        ("Bà Vi Thị Sơn gặp ông Lò Văn Én. Năm 1930, bà bị bắt.", &["trial Vi Thị Sơn"]),
        ("Ông Lò Văn Én đến. Bà Vi Thị Sơn đến. Năm 1930, ông bị bắt.", &["trial Lò Văn Én"]),
        // not who is only named beside
        ("Năm 1930, ông Lò Văn Én cùng với bạn của ông Hà Văn Pọm vào Đảng.", &["joining Lò Văn Én"]),
        ("Năm 1930, ông Lò Văn Én, con của ông Hà Văn Pọm, bị bắt.", &["trial Lò Văn Én"]),
        ("Ông Lò Văn Én mất năm 1990, ông Hà Văn Pọm dự lễ.", &["death Lò Văn Én"]),
        // who did it too
        ("Năm 1978, ông Lò Văn Én bị ông Hà Văn Pọm bắt giam.", &["trial Lò Văn Én, Hà Văn Pọm"]),
        // whom it befalls
        ("Năm 1978, tòa án xét xử ông Lò Văn Én.", &["trial Lò Văn Én"]),
        ("Tháng 6/1970, tỉnh bổ nhiệm ông Lò Văn Én làm Giám đốc Sở.", &["appointment Lò Văn Én"]),
        ("Ngày 1/2/1971, xã bầu ông Lò Văn Én làm Chủ tịch.", &["election Lò Văn Én"]),
        // a gathering is about all whom its sentence names
        ("Ngày 8/8/1988, ông Lò Văn Én và bà Vi Thị Sơn dự hội nghị tại xã.", &["conference Lò Văn Én, Vi Thị Sơn"]),
        ("Ông Lò Văn Én về xã. Ngày 8/8/1988, ông dự hội nghị tại xã.", &["conference Lò Văn Én"]),
        ("Năm 1951 xã thành lập hội. Ông Lò Văn Én làm thơ.", &["founding"]),
    ]);
}

#[test]
fn a_life_is_about_whom_it_tells() {
    check(&[
        (
            "# Lò Văn Én\n\nLò Văn Én (sinh năm 1920) là nhà thơ.\n\nNăm 1930, vào Đảng. Năm 1950, nghỉ hưu.",
            &["birth Lò Văn Én", "joining Lò Văn Én", "dismissal Lò Văn Én"],
        ),
        (
            "# Lò Văn Én\n\n| Sinh | 5 tháng 6 năm 1911 |\n| Mất | 7 tháng 8 năm 1990 |\n\nLò Văn Én (1911 – 1990) là nhà thơ.",
            &["birth Lò Văn Én", "death Lò Văn Én", "birth Lò Văn Én", "death Lò Văn Én"],
        ),
        (
            "Đồng chí Lò Văn Én, sinh năm 1920 ở huyện. Năm 1941, đồng chí Hà Văn Pọm về huyện. Năm 1945, vào Đảng.",
            &["birth Lò Văn Én", "joining Lò Văn Én"],
        ),
        (
            "# Lò Văn Én\n\nLò Văn Én (sinh năm 1920) là nhà thơ. Cha là ông Lò Văn Pọm. Năm 1930, ông vào Đảng.",
            &["birth Lò Văn Én", "joining Lò Văn Én"],
        ),
        (
            "Tin buồn\n\nĐồng chí Lò Văn Én, nguyên Bí thư Huyện ủy, đã từ trần ngày 5/6/1999.\n\nNăm 1945, vào Đảng.",
            &["death Lò Văn Én", "joining Lò Văn Én"],
        ),
        // a section about somebody
        (
            "# Danh nhân\n\n## Lò Văn Én\n\nNăm 1930, ông vào Đảng.\n\n## Vi Thị Sơn\n\nNăm 1940, bà vào Đảng.",
            &["joining Lò Văn Én", "joining Vi Thị Sơn"],
        ),
        // a list of people is about each
        (
            "- Ông Lò Văn Én (1923-1998)\n- Ông Hà Văn Pọm (1930-2001)",
            &["birth Lò Văn Én", "death Lò Văn Én", "birth Hà Văn Pọm", "death Hà Văn Pọm"],
        ),
        ("Năm 1930 có 5 người vào Đảng.", &["joining"]),
    ]);
}
