//! People of several documents: what one says of a name another knows too, and nothing else changes.

use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::support::{Place, Run, index, program};

/// An index of documents, each with its name.
fn indexed(documents: &[(&str, &str)]) -> (TempDir, TempDir) {
    let (corpus, folder) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    for (name, text) in documents {
        fs::write(corpus.path().join(name), text).unwrap();
    }
    index(folder.path(), &[corpus.path().to_owned()]);
    (corpus, folder)
}

fn ask(folder: &Path, arguments: &[&str]) -> Run {
    let folder = folder.to_str().unwrap();
    Run::of(program(Path::new("."), &[&["--index", folder, "--json"], arguments].concat()).output().unwrap())
}

/// The names of files in which people whom `arguments` ask for are named.
fn named_in(folder: &Path, arguments: &[&str]) -> Vec<String> {
    let answer = ask(folder, arguments).json().remove(0);
    let people = answer["people"].as_array().unwrap().iter();
    let mut files: Vec<String> =
        people.flat_map(|person| person["mentions"].as_array().unwrap()).map(|mention| file(&mention["doc"])).collect();
    files.sort();
    files
}

fn file(doc: &Value) -> String {
    Path::new(doc.as_str().unwrap()).file_name().unwrap().to_str().unwrap().to_owned()
}

const TITLED: (&str, &str) = ("titled.txt", "Ông Lầu Chí Sùng, Chủ tịch xã, nói chuyện với dân bản.\n");
const BARE: (&str, &str) = ("bare.txt", "Chiều qua trên nương thấy Lầu Chí Sùng hái chè.\n");
const OTHER: (&str, &str) = ("other.txt", "Ông Trần Văn Khải và bà Lê Thị Hảo đến thăm Hà Nội. Tin Huyện Lầu Nà.\n");

#[test]
fn a_name_that_one_document_knows_is_known_in_another() {
    let (_corpus, folder) = indexed(&[TITLED, BARE, OTHER]);
    assert_eq!(named_in(folder.path(), &["people", "Lầu Chí Sùng"]), ["bare.txt", "titled.txt"]);
    let answer = ask(folder.path(), &["search", "người:\"Lầu Chí Sùng\""]).json().remove(0);
    assert_eq!(answer["total"], 2);
    let roll = ask(folder.path(), &["people"]).json().remove(0);
    let person = roll["people"].as_array().unwrap().iter().find(|person| person["name"] == "Lầu Chí Sùng").unwrap();
    assert_eq!(person["passages"], 2);
}

#[test]
fn a_document_without_the_name_changes_nothing() {
    let (_corpus, folder) = indexed(&[BARE]);
    assert_eq!(ask(folder.path(), &["people"]).json().remove(0)["total"], 0);
    let (_corpus, folder) = indexed(&[BARE, OTHER]);
    assert!(named_in(folder.path(), &["people", "Lầu Chí Sùng"]).is_empty());
    let names = |documents: &[(&str, &str)]| -> Vec<Value> {
        let (_corpus, folder) = indexed(documents);
        let roll = ask(folder.path(), &["people", "--sort", "name"]).json().remove(0);
        let people = roll["people"].as_array().unwrap().clone();
        people.into_iter().filter(|person| person["name"] == "Lầu Chí Sùng").collect()
    };
    assert_eq!(names(&[TITLED]), names(&[TITLED, OTHER]));
}

#[test]
fn people_are_found_by_their_other_names() {
    let (_corpus, folder) = indexed(&[
        ("a.txt", "Trần Minh Quân (tức Lạc Vận) vào Đảng năm 1930. Năm 1932, Trần Minh Quân bị bắt.\n"),
        ("b.txt", "Lời dạy của Chủ tịch Hồ Chí Minh còn mãi.\n"),
    ]);
    assert_eq!(named_in(folder.path(), &["people", "Lạc Vận"]), ["a.txt"]);
    assert_eq!(named_in(folder.path(), &["people", "nguyen ai quoc"]), ["b.txt"]);
    let answer = ask(folder.path(), &["people", "Trần Minh Quân"]).json().remove(0);
    assert_eq!(answer["people"][0]["spellings"][0], "Lạc Vận");
}

#[test]
fn offices_that_differ_in_case_alone_are_one() {
    let (_corpus, folder) =
        indexed(&[("a.txt", "PHÓ CHỦ TỊCH\nTrần Minh Quân\n"), ("b.txt", "Ông Trần Minh Quân, Phó Chủ tịch, dự.\n")]);
    let answer = ask(folder.path(), &["people", "Trần Minh Quân"]).json().remove(0);
    let offices = answer["people"][0]["offices"].as_array().unwrap();
    assert_eq!(offices.len(), 1);
    assert_eq!(offices[0]["role"], "Phó Chủ tịch");
}

#[test]
fn a_family_name_alone_lists_who_bears_it() {
    let (_corpus, folder) = indexed(&[TITLED, OTHER, ("le.txt", "Ông Lê Minh Khuê và ông Lễ Văn Tài dự.\n")]);
    let names = |typed: &str| -> Vec<String> {
        let answer = ask(folder.path(), &["people", typed]).json().remove(0);
        let people = answer["people"].as_array().unwrap().iter();
        people.map(|person| person["name"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(names("Lê"), ["Lê Thị Hảo", "Lê Minh Khuê"]);
    assert_eq!(names("tran"), ["Trần Văn Khải"]);
    let answer = ask(folder.path(), &["people", "Lê"]);
    assert_eq!(answer.json()[0]["notices"][0], "nobody in the index goes by Lê alone: these bear it as family name");
    assert_eq!(answer.code, Some(0));
    // no family name of anybody, or no family name at all
    assert_eq!(names("Quách"), [""; 0]);
    assert_eq!(ask(folder.path(), &["people", "Quách"]).code, Some(1));
}

#[test]
fn a_passage_that_names_somebody_twice_is_one() {
    let documents = [
        ("a.txt", "Ông Trần Minh Quân, bí thư, tới xã. Ông Quân nói về lúa. Bí thư Trần Minh Quân ra về.\n"),
        ("b.txt", "Trần Minh Quân (tức Lạc Vận) họp. Ông Lạc Vận nói với dân bản.\n"),
        ("c.txt", "Chiều qua trên nương thấy Trần Minh Quân hái chè.\n"),
        ("d.txt", "Bà Lê Thị Hảo, Bí thư, và ông Trần Minh Quân, BÍ THƯ, họp. Ông Quân, bí thư, nói sau.\n"),
    ];
    let (corpus, folder) = indexed(&documents);
    let check = |expected: u64, offices: u64| {
        let in_roll = ask(folder.path(), &["people"]).json().remove(0);
        let listed = in_roll["people"].as_array().unwrap().iter().find(|person| person["name"] == "Trần Minh Quân");
        let told = |person: &Value| -> u64 {
            person["offices"].as_array().unwrap().iter().map(|office| office["passages"].as_u64().unwrap()).sum()
        };
        assert_eq!((listed.unwrap()["passages"].as_u64(), told(listed.unwrap())), (Some(expected), offices));
        for name in ["Trần Minh Quân", "tran minh quan", "ông Quân", "Minh Quân", "Lạc Vận"] {
            let answer = ask(folder.path(), &["people", name]).json().remove(0);
            let person = &answer["people"][0];
            assert_eq!(person["passages"], expected, "{name}");
            assert_eq!(person["mentions"].as_array().unwrap().len() as u64, expected, "{name}");
            assert_eq!(told(person), offices, "{name}");
        }
        let hits = ask(folder.path(), &["search", "người:\"Trần Minh Quân\""]).json().remove(0);
        assert_eq!(hits["total"], expected);
    };
    check(4, 2);
    // what is gone is not counted
    fs::write(corpus.path().join("d.txt"), "Bà Lê Thị Hảo nghỉ.\n").unwrap();
    index(folder.path(), &[corpus.path().to_owned()]);
    check(3, 1);
}

#[test]
fn people_are_found_by_the_last_syllables_of_their_names() {
    let (_corpus, folder) = indexed(&[
        ("a.txt", "Bà Vi Thị Mai Hoa, Chủ tịch xã, nói. Ông Lê Kim Tùng nghe. Ông Trần Kim Túng vắng.\n"),
        ("b.txt", "Bà Nông Mai Hoa dự họp.\n"),
        ("c.txt", "Ông Nguyễn Thế Ruôm dự họp.\n"),
    ]);
    let names = |typed: &str| -> Vec<String> {
        let answer = ask(folder.path(), &["people", typed]).json().remove(0);
        let people = answer["people"].as_array().unwrap().iter();
        let mut names: Vec<String> = people.map(|person| person["name"].as_str().unwrap().to_owned()).collect();
        names.sort();
        names
    };
    for typed in ["Mai Hoa", "bà Mai Hoa", "mai hoa", "Đồng chí Mai Hoa"] {
        assert_eq!(names(typed), ["Nông Mai Hoa", "Vi Thị Mai Hoa"], "{typed}");
    }
    assert_eq!(names("Nông Mai Hoa"), ["Nông Mai Hoa"]);
    assert_eq!(names("Kim Tùng"), ["Lê Kim Tùng"]);
    assert_eq!(names("Mai Hòa"), [""; 0]);
    // a given name that no list of names holds is one behind a title
    for typed in ["Ruôm", "ông Ruôm", "Ông Ruôm", "ong ruom", "đồng chí Ruôm", "Chủ tịch Ruôm"] {
        assert_eq!(names(typed), ["Nguyễn Thế Ruôm"], "{typed}");
    }
    let found = |query: &str| ask(folder.path(), &["search", query]).json().remove(0);
    assert_eq!(found("người:\"Mai Hoa\"")["total"], 2);
    assert_eq!(found("người:\"ông Ruôm\"")["total"], 1);
    assert_eq!(found("người:\"ông Ruôm\"")["notices"].as_array().unwrap().len(), 0);
}

#[test]
fn other_names_of_one_person_are_told_from_similar_names() {
    let (_corpus, folder) = indexed(&[
        ("a.txt", "Ông Trần Minh Quân (tức Lạc Vận) vào Đảng năm 1930.\n"),
        ("b.txt", "Mr Tran Minh Quan came late. Ông Tran Minh Quan về.\n"),
    ]);
    let roll = ask(folder.path(), &["people"]).json().remove(0);
    let listed = |name: &str| {
        let people = roll["people"].as_array().unwrap().iter();
        people.clone().find(|person| person["name"] == name).cloned().unwrap()
    };
    assert_eq!(listed("Trần Minh Quân")["spellings"], serde_json::json!(["Lạc Vận"]));
    assert_eq!(listed("Trần Minh Quân")["similar"], serde_json::json!(["Tran Minh Quan"]));
    assert_eq!(listed("Tran Minh Quan")["similar"], serde_json::json!(["Trần Minh Quân"]));
}

#[test]
fn a_form_that_is_not_known_is_told() {
    let place = Place::indexed();
    let run = place.run(&["inspect", "abbreviations", "ZZZZ"]);
    assert_eq!((run.code, &*run.out), (Some(1), ""), "{}", run.err);
    assert!(run.err.contains("no form is known as ZZZZ"), "{}", run.err);
    assert_eq!(place.run(&["inspect", "abbreviations", "LĐLĐ"]).err, "");
}

#[test]
fn two_syllables_without_marks_name_who_is_there() {
    let place = Place::new(&[
        ("corpus/a.txt", "Đồng chí Lê Bình làm thư ký công đoàn mỏ.\n".as_bytes()),
        ("corpus/b.txt", "Công đoàn mỏ bầu đồng chí Nông Sửu làm thư ký, tỷ lệ bình quân cao.\n".as_bytes()),
        ("corpus/c.txt", "Ông Vũ An đi họp.\n".as_bytes()),
        ("corpus/d1.txt", "Vụ án đầu tiên của năm.\n".as_bytes()),
        ("corpus/d2.txt", "Vụ án thứ hai ở chợ.\n".as_bytes()),
        ("corpus/d3.txt", "Vụ án thứ ba ở bến.\n".as_bytes()),
        ("corpus/d4.txt", "Vụ án cũ ở mỏ.\n".as_bytes()),
        ("corpus/d5.txt", "Vụ án cuối năm.\n".as_bytes()),
    ]);
    assert_eq!(place.run(&["index"]).code, Some(0));
    for (query, names, first) in [
        ("le binh", vec!["le binh"], "corpus/a.txt"),
        ("le binh thu ky cong doan", vec!["le binh"], "corpus/a.txt"),
        ("ty le binh quan", vec![], "corpus/b.txt"),
        // five cases, and one who is called so
        ("vu an o cho", vec![], "corpus/d2.txt"),
    ] {
        let read = place.run(&["--json", "inspect", "query", query]).json().remove(0);
        let people = read["reading"]["people"].as_array().unwrap();
        let found: Vec<&str> = people.iter().filter_map(Value::as_str).collect();
        assert_eq!(found, names, "{query}: {read}");
        let answer = place.run(&["--json", "search", query]).json().remove(0);
        assert_eq!(answer["hits"][0]["doc"], first, "{query}");
    }
}

#[test]
fn offices_are_told_of_each_passage_of_a_long_line() {
    let story = "Ông đi khắp các bản để nói chuyện với dân về việc làm ruộng, trồng chè và nuôi trâu. ".repeat(12);
    let text = format!(
        "Lầu Chí Sùng\n\nNăm 1951, ông Lầu Chí Sùng làm Bí thư chi bộ xã. {story}Năm 1960, ông được bầu làm Chủ tịch huyện. \
         {story}Năm 1965, ông làm Trưởng ban Dân tộc.\n"
    );
    let (_corpus, folder) = indexed(&[("long.txt", &text)]);
    let answer = ask(folder.path(), &["people", "Lầu Chí Sùng"]).json().remove(0);
    let offices = answer["people"][0]["offices"].as_array().unwrap();
    let roles: Vec<&str> = offices.iter().filter_map(|office| office["role"].as_str()).collect();
    assert_eq!(roles, ["Bí thư chi bộ xã", "Chủ tịch huyện", "Trưởng ban Dân tộc"], "{answer}");
}

#[test]
fn an_office_in_a_time_lists_who_held_it_then() {
    let (_corpus, folder) = indexed(&[
        ("a.txt", "Từ năm 1968 đến năm 1974, ông Lò Văn Én là Bí thư Huyện ủy.\n"),
        ("b.txt", "Năm 1965, ông Vi Văn Tài được bầu làm Bí thư Huyện ủy.\n"),
        ("c.txt", "Từ năm 1958 đến năm 1963, ông Hà Văn Pọm là Bí thư Huyện ủy. Năm 1972, ông Pọm mất.\n"),
        ("d.txt", "Tháng 5 năm 1972, bà Lê Thị Hảo, Bí thư Huyện ủy, tới xã.\n"),
        ("e.txt", "Ông Trần Minh Quân, Bí thư Huyện ủy, tới xã.\n"),
        ("f.txt", "Từ năm 1970 đến năm 1973, ông Đèo Văn Ún là Phó Bí thư Huyện ủy.\n"),
    ]);
    let roll = |typed: &[&str]| {
        let answer = ask(folder.path(), &[&["people", "--role", "bi thu"], typed].concat()).json().remove(0);
        let people = answer["people"].as_array().unwrap().iter();
        let told = |key: &Value| key.as_str().unwrap_or("-").to_owned();
        let listed: Vec<String> =
            people.map(|person| format!("{} {}", told(&person["name"]), told(&person["tenure"]))).collect();
        (listed, answer["notice_codes"].clone())
    };
    let (listed, notices) = roll(&["--from", "1972", "--to", "1972"]);
    let expected = ["Lò Văn Én then", "Đèo Văn Ún then", "Vi Văn Tài perhaps", "Lê Thị Hảo untold"];
    assert_eq!(listed, expected);
    assert_eq!(notices, serde_json::json!([{"code": "term_untold", "untold": 1, "all": 4}]));
    let (listed, notices) = roll(&["--from", "1960", "--to", "1961"]);
    assert_eq!((listed, notices), (vec!["Hà Văn Pọm then".to_owned()], serde_json::json!([])));
    // without a time everybody, without times
    assert_eq!(roll(&[]).0.len(), 6);
    let folder = folder.path().to_str().unwrap();
    let typed = ["--index", folder, "people", "--role", "bí thư", "--from", "1972", "--to", "1972", "--lang", "vi"];
    let told = Run::of(program(Path::new("."), &typed).output().unwrap());
    assert_eq!(told.out.lines().next(), Some("Lò Văn Én   1 đoạn   Bí thư Huyện ủy (từ năm 1968 đến năm 1974)"));
    assert!(told.out.contains("Lê Thị Hảo   1 đoạn   Bí thư Huyện ủy   không rõ thời gian giữ chức"), "{}", told.out);
}

#[test]
fn names_typed_with_some_of_their_marks_are_found() {
    let (_corpus, folder) =
        indexed(&[("a.txt", "Ông Đỗ Văn Thuận, Chủ tịch xã, dự.\n"), ("b.txt", "Do văn thuận lợi nên xã đỗ.\n")]);
    for typed in ["Đỗ Văn Thuận", "do van thuan", "do van thuận", "đỗ van thuan", "Đỗ Van Thuận"] {
        assert_eq!(named_in(folder.path(), &["people", typed]), ["a.txt"], "{typed}");
        let answer = ask(folder.path(), &["search", typed]).json().remove(0);
        assert_eq!(answer["reading"]["people"][0], typed, "{typed}: {answer}");
    }
}

#[test]
fn parts_of_a_year_in_which_an_office_began_or_ended_are_called_so() {
    let text = "- Lò Văn Én, Chủ tịch, bầu tháng 6/2008, bầu lại tháng 3/2013, nghỉ đầu năm 2016.\nCuối năm 1972, ông Hà Văn Pọm làm Bí thư Huyện ủy.\n";
    let (_corpus, folder) = indexed(&[("a.txt", text)]);
    let told = |name: &str, language: &str| {
        let typed = ["--index", folder.path().to_str().unwrap(), "people", name, "--lang", language];
        Run::of(program(Path::new("."), &typed).output().unwrap()).out.lines().nth(1).unwrap().trim().to_owned()
    };
    assert!(told("Lò Văn Én", "vi").starts_with("từ tháng 6/2008 đến đầu năm 2016"), "{}", told("Lò Văn Én", "vi"));
    assert!(told("Hà Văn Pọm", "vi").starts_with("từ cuối năm 1972"));
    assert!(told("Lò Văn Én", "en").starts_with("2008-06..2016-04 "), "{}", told("Lò Văn Én", "en"));
    assert!(told("Hà Văn Pọm", "en").starts_with("1972-09.. "), "{}", told("Hà Văn Pọm", "en"));
}
