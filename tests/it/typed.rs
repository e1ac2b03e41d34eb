//! Whatever is typed is taken as it was meant, in every verb alike, or refused in a sentence.

use std::fs;

use crate::support::{Place, Run};

const LETTER: &str = "Công đoàn xã họp ngày 5/6/1960, bầu ông Trần Văn Bình làm thư ký theo Kế hoạch số 12/KH-CĐ.\n";

fn letters() -> Place {
    let place = Place::new(&[
        ("corpus/thu.txt", LETTER.as_bytes()),
        ("corpus/tin.txt", "Công đoàn xã thi đua năm 1961.\n".as_bytes()),
    ]);
    assert_eq!(place.run(&["index"]).code, Some(0));
    place
}

#[test]
fn a_long_query_is_cut_with_a_notice_in_every_verb() {
    let place = letters();
    let long = ["số:1/QĐ-UB ".repeat(6000), "12/KH-CĐ ".repeat(6000), "Trần Bình ".repeat(6000)];
    let [odd, number, name] = &long;
    for arguments in [
        vec!["search", name],
        vec!["timeline", name],
        vec!["number", number],
        vec!["people", odd],
        vec!["people", name],
        vec!["search", "họp", "--number", number],
        vec!["search", "họp", "--person", name],
    ] {
        let run = place.run(&arguments);
        assert!(run.code.is_some_and(|code| code < 2), "{}: {}", arguments[0], run.err);
        assert!(run.err.contains("only the first 10000 characters of the query are read"), "{}", run.err);
        let json = place.run(&[&["--json"], &arguments[..]].concat()).json().remove(0);
        let told = json["notices"].as_array().unwrap();
        assert!(told.iter().any(|notice| notice == "only the first 128 words of the query are looked up"), "{told:?}");
    }
}

#[test]
fn a_dash_before_a_word_is_no_option_of_any_verb() {
    let place = letters();
    let run = place.run(&["timeline", "-họp", "công", "đoàn"]);
    assert!(run.code == Some(0) && run.out.contains("1961") && !run.out.contains("1960"), "{}{}", run.out, run.err);
    let run = place.run(&["people", "Bình", "-họp"]);
    assert!(run.out.contains("Trần Văn Bình") && run.err.contains("-họp is left out of the name"), "{}", run.err);
    let run = place.run(&["number", "12", "-KH"]);
    assert!(run.code == Some(0) && run.out.contains("12/KH-CĐ"), "{}{}", run.out, run.err);
    let run = place.run(&["search", "họp", "--limit", "-5"]);
    assert!(
        run.code == Some(2) && run.err.contains("`-5` is no whole number from 0 on") && !run.err.contains("\\0"),
        "{}",
        run.err
    );
}

#[test]
fn what_an_option_cannot_take_is_refused() {
    let place = letters();
    let check = |option: &str, value: &str, told: &str| {
        let run = place.run(&["search", "họp", option, value]);
        assert!(run.code == Some(2) && run.err.contains(told), "{option} {value}: {:?} {}", run.code, run.err);
        let acts = |c: char| c != '\n' && (c.is_control() || ('\u{2028}'..='\u{202E}').contains(&c));
        assert!(!run.err.contains(acts), "{option} {value}: {:?}", run.err);
    };
    for option in ["--date", "--from", "--to"] {
        check(option, "", "no day, month or year is given");
        check(option, "xyz", "xyz is no day, month or year");
        for day in ["1960-13-01", "1960-00-10", "1960-1-32", "1960/13/01", "13/13/1960", "1960-02-30"] {
            let told = format!("{day} is no day of the calendar");
            match option {
                // a document may name that day
                "--date" => assert!(place.run(&["search", "họp", option, day]).err.contains(&told), "{day}"),
                _ => check(option, day, &told),
            }
        }
        check(option, "a\u{202E}\u{2028}\u{85}b", "a\u{FFFD}\u{FFFD}\u{FFFD}b is no day");
    }
    check("--number", "xyz", "xyz is no document number");
    check("--person", "12", "12 is no name");
    check("--in", "{", "{ is no pattern of paths");
    check("--sort", "a\u{202E}b", "a\u{FFFD}b");
    // a query is never refused
    let run = place.run(&["search", "họp ngày:1960-13-01 ngày:xyz"]);
    assert!(run.code != Some(2) && run.err.contains("1960-13-01 is no day of the calendar"), "{}", run.err);
    let run = place.run(&["show", ""]);
    assert!(run.code == Some(2) && run.err.contains("name a document"), "{}", run.err);
    place.write("none.jsonl", b"\n");
    let run = place.run(&["eval", "none.jsonl"]);
    assert!(run.code == Some(2) && run.err.contains("none.jsonl holds no queries"), "{}", run.err);
}

#[test]
fn excluded_filters_alone_leave_all_else() {
    let place = letters();
    let check = |query: &str, expected: &[&str]| {
        let json = place.run(&["--json", "search", query]).json().remove(0);
        let hits = json["hits"].as_array().unwrap().iter().map(|hit| hit["doc"].as_str().unwrap().to_owned());
        let mut docs: Vec<String> = hits.collect();
        docs.sort();
        assert_eq!(docs, expected, "{query}: {}", json["notices"]);
    };
    check("-in:thu.txt", &["corpus/tin.txt"]);
    check("-in:corpus", &[]);
    check("-in:nix", &["corpus/thu.txt", "corpus/tin.txt"]);
    check("-ngày:1961", &["corpus/thu.txt"]);
    check("-in:tin.txt -họp", &[]);
    check("-họp", &[]);
    check("-in:nix xyzt", &[]);
}

#[test]
fn a_name_in_one_form_of_its_letters_is_that_file() {
    let place = Place::new(&[]);
    let (composed, parted) = ("báo.txt", "ba\u{301}o.txt");
    place.write(&format!("corpus/{composed}"), "Tin một.".as_bytes());
    place.write(&format!("corpus/{parted}"), "Tin hai.".as_bytes());
    if fs::read_dir(place.path("corpus")).unwrap().count() < 2 {
        return; // a disk for which both are one name
    }
    assert_eq!(place.run(&["index"]).code, Some(0));
    for (name, text) in [(composed, "Tin một."), (parted, "Tin hai.")] {
        let path = place.path(&format!("corpus/{name}")).display().to_string();
        for typed in [name, &format!("corpus/{name}"), &path] {
            let run = place.run(&["show", typed]);
            assert_eq!((run.out.trim(), run.err.as_str()), (text, ""), "{typed:?}");
            let run = place.run(&["search", "tin", "--in", typed]);
            assert!(run.out.contains(text) && run.out.contains("\n1 passage"), "{typed:?}: {}", run.out);
        }
    }
    // what is typed otherwise still means both
    let run = place.run(&["search", "tin", "--in", "bao.txt"]);
    assert!(run.out.contains("\n2 passages"), "{}", run.out);
}

#[cfg(target_os = "linux")]
#[test]
fn bytes_and_their_signs_are_two_names() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let place = Place::new(&[]);
    let raw = OsStr::from_bytes(b"D\xFF");
    for (folder, text) in [(raw, "Tin byte."), (OsStr::new("D\\xFF"), "Tin dấu.")] {
        fs::create_dir(place.path("").join(folder)).unwrap();
        fs::write(place.path("").join(folder).join("a.txt"), text).unwrap();
    }
    let run = place.command(&["index", "D\\xFF"]).arg(raw).output().unwrap();
    assert!(run.status.success());
    let check = |typed: &str, text: &str| {
        assert_eq!(place.run(&["show", &format!("{typed}/a.txt")]).out.trim(), text, "{typed}");
        let run = place.run(&["search", "tin", "--in", typed]);
        assert!(run.out.contains(text) && run.out.contains("\n1 passage"), "{typed}: {}", run.out);
    };
    check("D\\xFF", "Tin byte.");
    check("D\\x5CxFF", "Tin dấu.");
    let run = place.command(&["search"]).arg(OsStr::from_bytes(b"tin in:D\xFF")).output().unwrap();
    assert!(String::from_utf8_lossy(&run.stdout).contains("Tin byte."));
    let status = place.run(&["status"]).out;
    assert!(
        status.contains("/D\\xFF\n") && status.contains("/D\\x5CxFF\n") && !status.contains('\u{FFFD}'),
        "{status}"
    );
    let run = place.run(&["index", "--forget", "D\\xFF"]);
    assert!(run.code == Some(2) && run.err.contains("D\\x5CxFF, D\\xFF"), "{}", run.err);
    fs::rename(place.path("").join(raw), place.path("U")).unwrap();
    let run = place.run(&["index", "--move", "D\\xFF", "U"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
}

#[test]
fn missing_roots_are_always_listed() {
    let place = Place::new(&[]);
    let names: Vec<String> = (1..=8).map(|n| format!("d{n}")).collect();
    for name in &names {
        fs::create_dir(place.path(name)).unwrap();
        place.write(&format!("{name}/a.txt"), format!("Tin {name}.").as_bytes());
    }
    let typed: Vec<&str> = std::iter::once("index").chain(names.iter().map(String::as_str)).collect();
    assert_eq!(place.run(&typed).code, Some(0));
    for gone in [&names[7..], &names[1..]] {
        gone.iter().for_each(|name| drop(fs::remove_dir_all(place.path(name))));
        let status = place.run(&["status"]).out;
        assert_eq!(status.matches("(not there, or empty)").count(), gone.len(), "{status}");
        assert_eq!(status.matches("the index keeps 1 file of it").count(), gone.len(), "{status}");
        assert!(gone.iter().all(|name| status.contains(&format!("{name}   /"))), "{status}");
    }
}

#[test]
fn documents_of_one_id_are_told_apart_by_their_files() {
    let place = Place::new(&[
        ("corpus/a.jsonl", "{\"id\": \"x\", \"text\": \"thứ nhất\"}\n".as_bytes()),
        ("corpus/b.jsonl", "{\"id\": \"x\", \"text\": \"thứ hai\"}\n".as_bytes()),
    ]);
    assert_eq!(place.run(&["index"]).code, Some(0));
    let run = place.run(&["show", "x"]);
    assert!(
        run.code == Some(2) && run.err.contains("corpus/a.jsonl") && run.err.contains("corpus/b.jsonl"),
        "{}",
        run.err
    );
    assert_eq!(place.run(&["show", "a.jsonl"]).out.trim(), "thứ nhất");
    let run = place.run(&["show", "corpus/b.jsonl:1", "--context", "0"]);
    assert!(run.out.trim_end().ends_with("thứ hai") && !run.out.contains("nhất"), "{}", run.out);
}

#[test]
fn an_id_of_several_files_is_shown_by_file_and_id() {
    let line = |id: &str, text: &str| format!("{{\"id\": \"{id}\", \"text\": \"{text}\"}}\n");
    let (a, b) = (line("tin/1", "thứ nhất") + &line("2", "riêng"), line("tin/1", "thứ hai") + &line("3", "khác"));
    let place = Place::new(&[]);
    for (folder, lines) in [("a", &a), ("b", &b)] {
        std::fs::create_dir(place.path(&format!("corpus/{folder}"))).unwrap();
        place.write(&format!("corpus/{folder}/x.jsonl"), lines.as_bytes());
    }
    assert_eq!(place.run(&["index"]).code, Some(0));
    // what a message names can be shown as it stands there
    let run = place.run(&["show", "tin/1"]);
    let named = ["corpus/a/x.jsonl/tin/1", "corpus/b/x.jsonl/tin/1"];
    assert!(run.code == Some(2) && named.iter().all(|name| run.err.contains(name)), "{}", run.err);
    let run = place.run(&["show", "corpus/b/x.jsonl"]);
    assert!(run.code == Some(2) && run.err.contains(named[1]), "{}", run.err);
    assert!(!run.err.contains(named[0]), "{}", run.err);
    for (name, text) in [
        (named[0], "thứ nhất"),
        (named[1], "thứ hai"),
        ("b/x.jsonl/tin/1", "thứ hai"),
        ("./corpus/a/x.jsonl/tin/1", "thứ nhất"),
        ("a/x.jsonl/2", "riêng"),
        ("3", "khác"),
    ] {
        assert_eq!(place.run(&["show", name]).out.trim(), text, "{name}");
        let run = place.run(&["show", &format!("{name}:1"), "--context", "0"]);
        assert!(run.out.trim_end().ends_with(text), "{name}: {}{}", run.out, run.err);
    }
    for name in ["x.jsonl/tin/1", "a/x.jsonl/3", "c/x.jsonl/tin/1"] {
        assert_ne!(place.run(&["show", name]).code, Some(0), "{name}");
    }
}

#[test]
fn what_is_typed_as_nothing_is_no_filter_and_no_index() {
    let place = Place::indexed();
    for value in ["", " "] {
        let run = place.run(&["search", "thang", "--in", value]);
        assert!(run.code == Some(2) && run.err.contains("no pattern of paths is given"), "{value:?}: {}", run.err);
    }
    let run = Run::of(place.command(&["search", "thang"]).env("TRACUU_INDEX", "").output().unwrap());
    assert_eq!(run.code, Some(0), "{}", run.err);
}

#[test]
fn a_line_of_a_batch_is_bounded() {
    let place = Place::indexed();
    let mut lines = "thang\n".to_owned() + &"a ".repeat(500_000) + "\nthang\n";
    place.write("lines", lines.as_bytes());
    assert_eq!(place.run(&["search", "--json", "--batch", "lines"]).json().len(), 3);
    lines.push_str(&"a".repeat((1 << 20) + 1));
    place.write("lines", lines.as_bytes());
    let run = place.run(&["search", "--json", "--batch", "lines"]);
    let told = run.err.contains("line 4 of lines is longer than 1 MiB");
    assert!(run.code == Some(2) && told, "{:?} {}", run.code, run.err);
    #[cfg(target_os = "linux")]
    assert_eq!(place.run(&["search", "--batch", "/dev/zero"]).code, Some(2));
}

#[test]
fn a_register_counts_a_passage_once() {
    let text = "Kế hoạch số 142/KH-LĐLĐ ngày 23/4/2021, rồi lại Kế hoạch số 142/KH-LĐLĐ, và kế hoạch 142/KH-LĐLĐ.\n";
    let place = Place::new(&[("corpus/a.txt", text.as_bytes()), ("corpus/b.txt", "Theo 142/KH-LĐLĐ.\n".as_bytes())]);
    assert_eq!(place.run(&["index"]).code, Some(0));
    let list = place.run(&["--json", "number", "--list"]).json().remove(0);
    let listed = list["numbers"].as_array().unwrap();
    assert_eq!((listed.len(), &listed[0]["passages"]), (1, &serde_json::json!(2)), "{list}");
}

#[test]
fn of_several_numbers_the_first_is_looked_up_and_the_others_are_told() {
    let place =
        Place::new(&[("corpus/a.txt", "Số: 06-CT/TU\n\nThực hiện Chỉ thị 06-CT/TU và 04/2015/TT-BXD.\n".as_bytes())]);
    assert_eq!(place.run(&["index"]).code, Some(0));
    for (typed, notices) in [
        (&["06-CT/TU"][..], vec![]),
        (
            &["06-CT/TU", "04/2015/TT-BXD"],
            vec!["only the first number is looked up, not `04/2015/TT-BXD`: ask for one at a time"],
        ),
        (&["142", "kh", "ldld"], vec!["no document number 142 kh ldld in the index"]),
        (&["theo Thông tư 09/2016/TT-BXD ngày 10/3/2016"], vec!["no document number 09/2016/TT-BXD in the index"]),
        (&["09/2016/TT-BXD"], vec!["no document number 09/2016/TT-BXD in the index"]),
    ] {
        let answer = place.run(&[&["--json", "number"], typed].concat()).json().remove(0);
        assert_eq!(answer["notices"], serde_json::json!(notices), "{typed:?}");
    }
}

#[test]
fn what_is_still_to_end_is_in_force_today() {
    let text = "Số: 5/2020/NĐ-CP\n\nĐiều 9. Nghị định số 15/2013/NĐ-CP hết hiệu lực kể từ ngày 01/01/2998.\n";
    let place = Place::new(&[("corpus/a.txt", text.as_bytes())]);
    assert_eq!(place.run(&["index"]).code, Some(0));
    let standing = |more: &[&str]| {
        let answer = place.run(&[&["--json", "number", "15/2013/NĐ-CP"], more].concat()).json().remove(0);
        let standing = &answer["candidates"][0]["standing"];
        (standing["state"].clone(), standing["until"].clone())
    };
    assert_eq!(standing(&[]), ("in_force".into(), "2997-12-31".into()));
    assert_eq!(standing(&["--on", "2/1/2998"]), ("repealed".into(), serde_json::Value::Null));
}

#[test]
fn the_value_of_a_filter_that_is_an_argument_is_all_of_it() {
    let text = "Ông Đỗ Văn Thắng dự họp.\n";
    let place = Place::new(&[("corpus/a.txt", text.as_bytes()), ("corpus/b.txt", "Cuộc họp của tổ.\n".as_bytes())]);
    assert_eq!(place.run(&["index"]).code, Some(0));
    let answer = place.run(&["--json", "search", "họp", "người:Đỗ Văn Thắng"]).json().remove(0);
    assert_eq!((answer["total"].clone(), answer["notices"].clone()), (1.into(), serde_json::json!([])));
}

#[test]
fn a_day_that_is_cited_wrongly_makes_no_other_document() {
    let head = "CHÍNH PHỦ\nSố: 06/2021/NĐ-CP\nHà Nội, ngày 26 tháng 01 năm 2021\n\nNGHỊ ĐỊNH\nVề quản lý chất lượng\n";
    let place = Place::new(&[
        ("corpus/a.txt", head.as_bytes()),
        ("corpus/b.txt", "Căn cứ Nghị định số 06/2021/NĐ-CP ngày 26/01/2020 của Chính phủ.\n".as_bytes()),
        ("corpus/c.txt", "Căn cứ Nghị định số 06/2021/NĐ-CP ngày 25/01/2021 của Chính phủ.\n".as_bytes()),
        ("corpus/d.txt", "Căn cứ Nghị định số 06/2021/NĐ-CP của Chính phủ.\n".as_bytes()),
        // of a province it may be another
        (
            "corpus/e.txt",
            "Quyết định số 7/2021/QĐ-UBND ngày 1/2/2021 và Quyết định số 7/2021/QĐ-UBND ngày 5/6/2021.\n".as_bytes(),
        ),
    ]);
    assert_eq!(place.run(&["index"]).code, Some(0));
    let days = |number: &str| {
        let answer = place.run(&["--json", "number", number]).json().remove(0);
        let candidates = answer["candidates"].as_array().unwrap().clone();
        candidates.into_iter().map(|candidate| candidate["issued"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(days("06/2021/NĐ-CP"), ["2021-01-26"]);
    assert_eq!(days("7/2021/QĐ-UBND"), ["2021-02-01", "2021-06-05"]);
}
