//! Queries to what they ask for: words that only look like a name, ordinals, names that a passage lacks, terms to be
//! explained, and passages that say nothing themselves.

use crate::support::Place;

/// Asks an index of these documents, each a file of this name; the first hits, by name.
fn first(documents: &[(&str, &str)], query: &str) -> Vec<String> {
    let files: Vec<(&str, &[u8])> = documents.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    let place = Place::new(&files);
    assert_eq!(place.run(&["index", "."]).code, Some(0));
    let answer = place.run(&["--json", "search", query]).json().remove(0);
    let hits = answer["hits"].as_array().unwrap();
    hits.iter().map(|hit| hit["doc"].as_str().unwrap().rsplit('/').next().unwrap().to_owned()).collect()
}

#[test]
fn what_answers_stands_before_what_only_repeats_the_query() {
    let check = |query: &str, documents: &[(&str, &str)]| {
        assert_eq!(first(documents, query).first().map(String::as_str), Some("right.txt"), "{query}");
    };
    check(
        "hội thi tay nghề",
        &[
            ("wrong.txt", "Hội thi tay nghề năm nay thi ở đâu? Hội thi tay nghề ai được dự?\n"),
            ("right.txt", "Hội thi tay nghề mở ở nhà máy gạch, mỗi tổ cử ba người, thi trong hai ngày.\n"),
        ],
    );
    check(
        "đại hội lần thứ hai",
        &[
            (
                "wrong.txt",
                "Hai mươi năm đại hội\n\nĐại hội lần thứ sáu bầu hai người, lần thứ bảy bầu ba người, hai kỳ đại hội.\n",
            ),
            ("right.txt", "Ghi chép\n\nĐại hội lần thứ hai họp trong ba ngày ở nhà hát, có đông người dự.\n"),
        ],
    );
    check(
        "nghề nào phát triển nhanh ở Lũng Vài",
        &[
            ("wrong.txt", "Nghề dệt ở vùng xuôi phát triển nhanh hơn mọi nghề.\n"),
            ("right.txt", "Lũng Vài có nghề rèn và nghề ngói, nghề ngói phát triển hơn.\n"),
        ],
    );
    check(
        "quy ước kho của xã là gì",
        &[
            ("wrong.txt", "Quy ước kho của xã do kho viết, quy ước kho của xã treo ở cửa kho, ai cũng đọc.\n"),
            ("right.txt", "Quy ước kho của xã là những điều mà người coi kho phải theo khi nhập và xuất thóc.\n"),
        ],
    );
}

#[test]
fn words_are_no_name_where_nobody_bears_it() {
    let place = Place::new(&[(
        "a.txt",
        "Trường cao đẳng nghề dạy nghề rèn.\n\nĐồng chí Lê Cao Đẳng dự lễ.\n\nCông nhân hành nghề, dược sĩ hành nghề, hành nghề.\n".as_bytes(),
    )]);
    assert_eq!(place.run(&["index", "."]).code, Some(0));
    for (query, people) in [
        ("truong cao dang day nghe gi", &[][..]),
        ("le cao dang du le nao", &["le cao dang"]),
        ("dược sĩ hành nghề", &[]),
        ("Vi Văn Không", &["Vi Văn Không"]),
        // `chong` may be a title, but nobody is called so
        ("nha cua chong co can vo dong y khong", &[]),
    ] {
        let answer = place.run(&["--json", "search", query]).json().remove(0);
        assert_eq!(answer["reading"]["people"], serde_json::json!(people), "{query}");
    }
}

#[test]
fn foreign_words_are_left_alone() {
    let place = Place::new(&[("a.txt", "Ví tiền để ở vía kho, lê và cam.\n\nThe union led the march.\n".as_bytes())]);
    assert_eq!(place.run(&["index", "."]).code, Some(0));
    for query in ["visa", "who ran the kho"] {
        assert!(!place.run(&["search", query]).err.contains("searched as"), "{query}");
    }
}

#[test]
fn a_phrase_that_nothing_holds_is_searched_without_quotes() {
    let place = Place::indexed();
    let run = place.run(&["--json", "search", "\"thắng văn đỗ\""]);
    let answer = &run.json()[0];
    assert!(answer["total"].as_u64() > Some(0), "{answer}");
    assert!(answer["notices"][0].as_str().is_some_and(|notice| notice.contains("without quotes")), "{answer}");
    assert_eq!(place.run(&["search", "--exact", "\"thắng văn đỗ\""]).code, Some(1));
}

#[test]
fn files_are_found_by_their_names() {
    let place = Place::indexed();
    place.write("BIÊN BẢN họp kho 2021.txt", "Chiều qua mọi người ngồi lại với nhau.".as_bytes());
    assert_eq!(place.run(&["index", "."]).code, Some(0));
    for query in ["biên bản họp kho 2021", "bien ban hop kho"] {
        let answer = place.run(&["--json", "search", query]).json().remove(0);
        assert!(answer["hits"][0]["doc"].as_str().is_some_and(|doc| doc.contains("BIÊN BẢN")), "{query}: {answer}");
    }
}

#[test]
fn a_place_within_a_paper_is_found_where_it_stands() {
    let paper = |number: &str, articles: &str| {
        format!(
            "ỦY BAN NHÂN DÂN\nHUYỆN NÀ LŨNG\nSố: {number}\n\nQUYẾT ĐỊNH\nBan hành nội quy kho thóc\n\n\
             Điều 1. Ban hành kèm theo Quyết định số {number} nội quy kho thóc.\n\n{articles}"
        )
    };
    let articles = "Điều 2. Người coi kho\n\n1. Giữ chìa khóa, quét dọn nền kho mỗi sáng.\n\n\
                    2. Ghi sổ thóc ra, thóc vào:\n\na) mỗi lần cân;\n\nb) cuối mỗi tháng.\n\n\
                    Điều 3. Người nhận thóc\n\n1. Mang theo giấy của xã.\n\n2. Ký tên vào sổ.\n";
    let other = "Điều 2. Phòng cháy\n\n1. Không hút thuốc.\n\n2. Treo xô cát ở cửa.\n";
    let (one, two) = (paper("15/QĐ-UBND", articles), paper("16/QĐ-UBND", other));
    let cites = "Theo khoản 2 Điều 3 Quyết định số 15/QĐ-UBND, người nhận thóc phải ký tên.\n";
    let place =
        Place::new(&[("kho.txt", one.as_bytes()), ("chay.txt", two.as_bytes()), ("bao-cao.txt", cites.as_bytes())]);
    assert_eq!(place.run(&["index", "."]).code, Some(0));
    for (query, expected) in [
        ("khoản 2 Điều 3 Quyết định 15/QĐ-UBND", "2. Ký tên vào sổ."),
        ("khoan 2 dieu 3 quyet dinh 15", "2. Ký tên vào sổ."),
        ("Điều 2 khoản 1 QĐ 15/QĐ-UBND", "1. Giữ chìa khóa"),
        ("điểm b khoản 2 Điều 2 15/QĐ-UBND", "b) cuối mỗi tháng."),
        ("dieu 2 16/qd-ubnd", "Điều 2. Phòng cháy"),
        ("khoản 2 Điều 2 16/QĐ-UBND", "2. Treo xô cát"),
    ] {
        let answer = place.run(&["--json", "search", query]).json().remove(0);
        let text = answer["hits"][0]["text"].as_str().unwrap();
        assert!(text.contains(expected), "{query}: {text}");
    }
    // what filters leave out stays out
    let answer = place.run(&["--json", "search", "khoản 2 Điều 3 15/QĐ-UBND in:bao-cao.txt"]).json().remove(0);
    let docs: Vec<&str> = answer["hits"].as_array().unwrap().iter().map(|hit| hit["doc"].as_str().unwrap()).collect();
    assert!(docs.iter().all(|doc| doc.ends_with("bao-cao.txt")), "{docs:?}");
}
