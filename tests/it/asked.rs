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
