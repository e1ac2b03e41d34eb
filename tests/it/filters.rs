//! Filters do what the help says: they let pass, they exclude, and what they do not find is told.

use std::fs;

use serde_json::Value;

use crate::support::Place;

/// Papers in two folders.
fn papers() -> Place {
    let place = Place::new(&[
        ("corpus/cao-bang-1.txt", "Thi đua năm 1951. Ông Lê Văn Bính dự.".as_bytes()),
        ("corpus/bac-kan.txt", "Thi đua theo Kế hoạch số 12/KH-UBND.".as_bytes()),
    ]);
    fs::create_dir(place.path("corpus/in")).unwrap();
    place.write("corpus/in/cao-bang-2.txt", "Thi đua lần sau.".as_bytes());
    place.write(
        "corpus/in/tin.jsonl",
        b"{\"id\": \"t1\", \"text\": \"thi \xc4\x91ua t1\"}\n{\"id\": \"t2\", \"text\": \"thi \xc4\x91ua t2\"}\n",
    );
    assert_eq!(place.run(&["index"]).code, Some(0));
    place
}

/// The documents that a query finds, in order of name, and what is told.
fn found(place: &Place, query: &str) -> (Vec<String>, Vec<String>) {
    let answer = place.run(&["--json", "search", "--limit", "100", "--", query]).json().remove(0);
    let texts = |values: &Value, of: fn(&Value) -> &Value| -> Vec<String> {
        values.as_array().unwrap().iter().map(|value| of(value).as_str().unwrap().to_owned()).collect()
    };
    let mut docs = texts(&answer["hits"], |hit| &hit["doc"]);
    docs.sort();
    (docs, texts(&answer["notices"], |notice| notice))
}

#[test]
fn places_are_patterns_names_folders_and_paths() {
    let place = papers();
    let all = ["corpus/bac-kan.txt", "corpus/cao-bang-1.txt", "corpus/in/cao-bang-2.txt", "t1", "t2"];
    let check = |query: &str, expected: &[&str]| {
        let (docs, notices) = found(&place, query);
        assert_eq!((docs, notices.len()), (expected.iter().map(|doc| (*doc).to_owned()).collect(), 0), "{query}");
    };
    let here = place.path("corpus").display().to_string();
    check("thi đua in:cao-bang-*.txt", &[all[1], all[2]]);
    check("thi đua in:corpus", &all);
    check("thi đua in:corpus/", &all);
    check("thi đua in:in", &all[2..]);
    check("thi đua in:corpus/in", &all[2..]);
    check("thi đua in:./corpus/in", &all[2..]);
    check(&format!("thi đua in:{here}/in"), &all[2..]);
    check(&format!("thi đua in:{here}/cao*"), &[all[1]]);
    check("thi đua in:tin.jsonl", &["t1", "t2"]);
    check("thi đua in:t1", &["t1"]);
    check("thi đua in:t1 in:bac-kan.txt", &[all[0], "t1"]);
    check("thi đua in:Bắc-Kạn.txt", &[all[0]]);
    check("in:bac*", &[all[0]]);
    // what is left out
    check("thi đua -in:in", &all[..2]);
    check("thi đua -in:cao-* -in:tin.jsonl", &[all[0]]);
    check("thi đua in:in -in:t2", &[all[2], "t1"]);
    check("thi đua -số:12/KH-UBND", &all[1..]);
    check("thi đua -ngày:1951", &[all[0], all[2], "t1", "t2"]);
    check("thi đua -người:\"Lê Văn Bính\"", &[all[0], all[2], "t1", "t2"]);
}

#[test]
fn a_filter_behind_a_blank_is_taken_in_quotes_or_told() {
    let place = papers();
    let all = ["corpus/bac-kan.txt", "corpus/cao-bang-1.txt", "corpus/in/cao-bang-2.txt", "t1", "t2"];
    for (query, docs, notice) in [
        ("thi đua người: \"Lê Văn Bính\"", &all[1..2], None),
        ("thi đua in:  “cao-bang-*.txt”", &all[1..3], None),
        ("thi đua -số: \"12/KH-UBND\"", &all[1..], None),
        ("thi đua in: cao-bang-*.txt", &all, Some("`in:` has no value right behind it and is searched as text")),
        ("ngày: thi đua", &all, Some("`ngày:` has no value right behind it and is searched as text")),
        ("thi đua người:", &all, Some("`người:` has no value right behind it and is searched as text")),
        ("thi đua in:\"", &all, Some("a quote is not closed and is searched as text")),
        ("thi đua (\"", &all, Some("a quote is not closed and is searched as text")),
    ] {
        let (found, notices) = found(&place, query);
        assert_eq!(found, docs, "{query}");
        // what is searched as text may stand nowhere
        let notices = notices.iter().map(String::as_str).filter(|notice| !notice.starts_with("no passage holds"));
        assert_eq!(notices.collect::<Vec<_>>(), Vec::from_iter(notice), "{query}");
    }
}

#[test]
fn what_a_filter_does_not_find_is_told() {
    let place = papers();
    let check = |query: &str, docs: usize, told: &str| {
        let (found, notices) = found(&place, query);
        assert!(found.len() == docs && notices.iter().any(|notice| notice.contains(told)), "{query}: {notices:?}");
    };
    check("thi đua in:none.txt", 0, "`in:none.txt`");
    check("thi đua in:none.txt in:t1", 1, "`in:none.txt`");
    check("thi đua -in:none/*.txt", 5, "`in:none/*.txt`");
    check("thi đua số:77/QĐ-BCA", 0, "77/QĐ-BCA");
    check("thi đua ngày:1820", 0, "1820");
    check("thi đua người:\"Hoàng Quốc Khánh\"", 0, "Hoàng Quốc Khánh");
    check("thi đua người:\"Lê Văn Bình\"", 1, "Lê Văn Bính is near it");
    check("thi đua -người:\"Hoàng Quốc Khánh\"", 5, "Hoàng Quốc Khánh");
    // told of what was deleted, too
    fs::remove_file(place.path("corpus/bac-kan.txt")).unwrap();
    assert_eq!(place.run(&["index"]).code, Some(0));
    check("thi đua in:bac-kan.txt", 0, "`in:bac-kan.txt`");
}

#[test]
fn nobody_is_told_to_be_absent_who_is_listed() {
    let text = "Danh sách khen thưởng\nTRIỆU SINH SẢN PHẨM\n\nkế hoạch số 123456789/XX";
    let place = Place::new(&[("corpus/a.txt", text.as_bytes())]);
    assert_eq!(place.run(&["index"]).code, Some(0));
    for query in ["Triệu Sinh Sản", "ông Triệu Sinh Sản", "123456789/XX"] {
        let (docs, notices) = found(&place, query);
        let denied = notices.iter().any(|notice| notice.starts_with("nobody is") || notice.starts_with("no document"));
        assert!(!docs.is_empty() && !denied, "{query}: {docs:?} {notices:?}");
    }
    let (_, notices) = found(&place, "ông Triệu Sinh Lý");
    assert!(notices.iter().any(|notice| notice.starts_with("nobody is named")), "{notices:?}");
}

#[test]
fn one_rule_tells_what_a_name_means() {
    let place = papers();
    fs::create_dir_all(place.path("other/corpus/in")).unwrap();
    place.write("other/corpus/bac-kan.txt", "thi đua khác".as_bytes());
    place.write("other/corpus/in/z.txt", "thi đua xa".as_bytes());
    assert_eq!(place.run(&["index", "other"]).code, Some(0));
    let check = |names: &[&str], expected: &[&str]| {
        for name in names {
            assert_eq!(found(&place, &format!("in:{name}")).0, expected, "{name}");
        }
    };
    let own = ["corpus/bac-kan.txt", "corpus/cao-bang-1.txt", "corpus/in/cao-bang-2.txt", "t1", "t2"];
    let others = ["other/corpus/bac-kan.txt", "other/corpus/in/z.txt"];
    // a name alone in every folder
    check(&["corpus"], &[&own[..3], &others, &own[3..]].concat());
    check(&["bac-kan.txt", "bac-*"], &["corpus/bac-kan.txt", "other/corpus/bac-kan.txt"]);
    // a path is the whole before it is the end of one
    check(&["corpus/", "./corpus", "./corpus/", "corpus/*", "./corpus/*"], &own);
    check(&["corpus/bac-kan.txt", "./corpus/bac-kan.txt", "CORPUS/Bac-Kan.txt", "corpus/b*"], &own[..1]);
    check(&["other/corpus", "other/corpus/", "./other/corpus"], &others);
    check(&["in/z.txt", "corpus/in/z.txt", "in/z*"], &others[1..]);
    check(&["./in/z.txt", "./bac-kan.txt", "./in"], &[]);
    // and so for a document that is shown
    let shown = |name: &str| place.run(&["show", name]);
    for name in ["./corpus/bac-kan.txt", "corpus/bac-kan.txt", "CORPUS/bac-kan.txt"] {
        assert!(shown(name).out.contains("12/KH-UBND"), "{name}: {}", shown(name).err);
    }
    assert_eq!((shown("bac-kan.txt").code, shown("in/z.txt").out.trim()), (Some(2), "thi đua xa"));
}

#[test]
fn marks_on_the_wrong_letter_are_read_in_quotes_and_as_typed() {
    let place = Place::new(&[
        ("corpus/right.txt", "Giáo viên dạy ở trường, uống nước và được hưởng lương.".as_bytes()),
        ("corpus/wrong.txt", "Gíao viên dạy ở truờng, uống nứơc và đưọc hưởng lương.".as_bytes()),
        ("corpus/other.txt", "Giao viên ở trương, uống nức và đước.".as_bytes()),
    ]);
    assert_eq!(place.run(&["index"]).code, Some(0));
    let check = |options: &[&str], query: &str| {
        let arguments = [&["--json", "search"], options, &["--", query]].concat();
        let answer = place.run(&arguments).json().remove(0);
        let docs: Vec<&str> =
            answer["hits"].as_array().unwrap().iter().map(|hit| hit["doc"].as_str().unwrap()).collect();
        assert!(docs.len() == 2 && !docs.contains(&"corpus/other.txt"), "{query}: {docs:?}");
        assert_eq!(answer["notices"].as_array().unwrap().len(), 0, "{query}");
    };
    for (right, wrong) in
        [("giáo viên", "gíao viên"), ("nước", "nứơc"), ("được hưởng", "đưọc hửơng"), ("trường", "truờng")]
    {
        for words in [right, wrong] {
            check(&[], &format!("\"{words}\""));
            check(&["--exact"], &format!("\"{words}\""));
        }
    }
    for word in ["giáo", "gíao", "nứơc", "hửơng", "trừơng"] {
        check(&["--exact"], word);
    }
}

#[test]
fn what_is_there_but_not_together_is_told() {
    let place = papers();
    let told = |options: &[&str], query: &str| {
        let answer = place.run(&[&["--json", "search"], options, &["--", query]].concat()).json().remove(0);
        assert_eq!(answer["total"], 0, "{query}: {answer}");
        let notices = answer["notices"].as_array().unwrap();
        notices.iter().map(|notice| notice.as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let together = "are in the index, but in no passage together";
    let check = |query: &str, parts: &str| assert_eq!(told(&[], query), [format!("{parts} {together}")], "{query}");
    check("\"thi đua năm\" in:bac-kan.txt", "\"thi đua năm\" and in:bac-kan.txt");
    check("\"thi đua năm\" số:12/KH-UBND", "\"thi đua năm\" and number:12/KH-UBND");
    check("\"thi đua lần\" người:\"Lê Văn Bính\"", "\"thi đua lần\" and person:\"Lê Văn Bính\"");
    check("Bính số:12/KH-UBND", "Bính and number:12/KH-UBND");
    check("Bính ngày:1951 in:in", "date:1951 in:in");
    check("\"năm 1951\" \"lần sau\"", "\"năm 1951\" \"lần sau\"");
    check("số:12/KH-UBND in:in", "number:12/KH-UBND in:in");
    let with = |options: &[&str], query: &str| told(options, query).remove(0);
    assert_eq!(
        with(&["--in", "bac-kan.txt"], "\"thi đua năm\""),
        format!("\"thi đua năm\" and in:bac-kan.txt {together}")
    );
    assert_eq!(with(&["--from", "1951"], "\"lần sau\""), format!("\"lần sau\" and 1951-01-01.. {together}"));
    assert_eq!(with(&["--exact"], "Bính in:in"), format!("Bính and in:in {together}"));
    assert_eq!(told(&[], "\"thi đua năm\" -Bính"), ["-Bính leaves out all that \"thi đua năm\" finds"]);
    assert_eq!(told(&[], "Bính -in:corpus"), ["-in:corpus leaves out all that Bính finds"]);
    // what is nowhere is told as such
    assert_eq!(told(&[], "Bính số:99/KH-UBND").len(), 1);
    assert_eq!(told(&[], "xyzzy in:in"), ["no passage holds `xyzzy`"]);
    // a phrase that nothing holds is loosened, one that is held is not
    let (docs, notices) = found(&place, "\"đua thi\" in:bac-kan.txt");
    assert_eq!((docs.len(), notices), (1, vec!["no passage holds \"đua thi\": searched without quotes".to_owned()]));
    let (docs, _) = found(&place, "\"thi đua năm\" \"bính văn\"");
    assert_eq!(docs, ["corpus/cao-bang-1.txt"]);
}

#[test]
fn a_document_that_is_only_cited_is_told_as_such() {
    let place = papers();
    let run = place.run(&["number", "12/KH-UBND"]);
    assert!(run.out.ends_with("1 document, cited only\n"), "{}", run.out);
    let cited = &place.run(&["--json", "number", "12/KH-UBND"]).json()[0]["candidates"][0];
    assert_eq!((&cited["held"], &cited["total_citations"]), (&false.into(), &1.into()));
    place.write("corpus/head.txt", "UBND TỈNH\nSố: 12/KH-SYT\nHuế, ngày 5 tháng 6 năm 2020\n\nKẾ HOẠCH\n".as_bytes());
    assert_eq!(place.run(&["index"]).code, Some(0));
    let run = place.run(&["number", "12"]);
    assert!(run.out.ends_with("2 documents, 1 of them cited only\n"), "{}", run.out);
}

#[test]
fn an_exclusion_leaves_out_what_its_words_find() {
    let texts =
        ["Đại hội thứ II", "Đại hội thứ hai", "Đại hội thứ 2", "Đại hội của Ủy ban kiểm tra", "Đại hội của UBKT"];
    let place = Place::new(&[("corpus/rest.txt", "Đại hội bất thường".as_bytes())]);
    for (number, text) in texts.iter().enumerate() {
        place.write(&format!("corpus/{number}.txt"), text.as_bytes());
    }
    assert_eq!(place.run(&["index"]).code, Some(0));
    let found = |query: &str| {
        let answer = place.run(&["--json", "search", query]).json().remove(0);
        let docs = answer["hits"].as_array().unwrap().iter().map(|hit| hit["doc"].as_str().unwrap().to_owned());
        docs.collect::<std::collections::BTreeSet<String>>()
    };
    let all = found("đại hội");
    assert_eq!(all.len(), 6);
    for words in ["thứ 2", "thứ II", "thứ hai", "UBKT", "Ủy ban kiểm tra"] {
        let (with, without) = (found(&format!("đại hội \"{words}\"")), found(&format!("đại hội -\"{words}\"")));
        assert!(with.len() > 1, "{words}: {with:?}");
        assert!(with.is_disjoint(&without) && with.union(&without).eq(&all), "{words}: {with:?} {without:?}");
    }
}
