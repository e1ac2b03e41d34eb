//! The program from outside: exit codes, streams, odd queries, odd files.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::support::{Place, Run, TEXT};

#[test]
fn exit_codes_are_those_of_grep() {
    let place = Place::indexed();
    for (arguments, code) in [
        (&["search", "thang"][..], 0),
        (&["search", "xyzzy"], 1),
        (&["search"], 2),
        (&["search", "a", "--limitt", "3"], 2),
        (&["search", "thang", "--limit", "x"], 2),
        (&["search", "thang", "--batch", "none"], 2),
        (&["--index", "none/at/all", "show", "x"], 2),
        (&["show", "dai-hoi"], 0),
        (&["show", "xyzzy"], 1),
        (&["show", "dai-hoi:99"], 1),
        (&["number", "142", "kh", "ldld"], 0),
        (&["number", "9999"], 1),
        (&["number", "đại hội"], 2),
        (&["number"], 2),
        (&["number", "--list", "142"], 2),
        (&["number", "--list", "--type", "sắc lệnh"], 1),
        (&["timeline"], 0),
        (&["timeline", "--type", "congress", "--to", "1900"], 1),
        (&["timeline", "--type", "picnic"], 2),
        (&["timeline", "thư", "ký", "--from", "2021", "--by", "month"], 0),
        (&["people"], 0),
        (&["people", "do", "van", "thang"], 0),
        (&["people", "xyzzy"], 1),
        (&["people", "--role", "xyzzy"], 1),
        (&["people", "--from", "soon"], 2),
        (&["people", "--from", "2021", "--to", "2020"], 2),
        (&["search", "--date", "2021"], 0),
        (&["search", "--from", "2022"], 1),
        (&["search", "--person", "Do Van Thang"], 0),
        (&["search", "--sort", "size", "a"], 2),
        (&["extract", "corpus/dai-hoi.txt", "--kind", "person"], 0),
        (&["status"], 0),
        (&["status", "--check"], 0),
        (&["eval", "none.jsonl"], 2),
        (&["inspect", "index"], 0),
        (&["inspect", "query", "do", "-van"], 0),
        (&["inspect", "tokens", "142/KH-LĐLĐ"], 0),
        (&["inspect", "passages", "corpus/dai-hoi.txt"], 0),
        (&["inspect", "document", "corpus/dai-hoi.txt"], 0),
        (&["inspect", "document", "none"], 2),
        (&["completions", "bash"], 0),
        (&["man"], 0),
        (&["man", "search"], 0),
        (&["man", "none"], 2),
        (&["--help"], 0),
        (&["search", "--help"], 0),
        (&["--version"], 0),
        (&[], 2),
        (&["index", "none"], 2),
        (&["index", "corpus", "none"], 2),
    ] {
        let run = place.run(arguments);
        assert_eq!(run.code, Some(code), "{arguments:?}: {}{}", run.out, run.err);
        assert!(code != 2 || run.err.contains("tracuu: "), "{arguments:?}: {}", run.err);
        // the same with JSON: valid and alone on standard output
        let run = place.run(&[&["--json"], arguments].concat());
        assert_eq!(run.code, Some(code), "--json {arguments:?}: {}", run.err);
        assert!(!run.json().is_empty(), "{arguments:?}");
        let told = run.json()[0].get("error").is_some();
        assert_eq!(told, code == 2 && arguments != ["index", "corpus", "none"] || code == 1 && arguments[0] == "show");
    }
}

#[test]
fn a_hit_is_printed_plain_where_nobody_sees_colors() {
    let place = Place::indexed();
    let run = place.run(&["search", "do van thang"]);
    assert!(run.out.starts_with(" 1  corpus/dai-hoi.txt:3   "), "{}", run.out);
    assert!(run.out.contains("Đỗ Văn Thắng") && !run.out.contains('\u{1B}'), "{}", run.out);
    let colored = place.run(&["search", "--color", "always", "do van thang"]);
    assert!(colored.out.contains('\u{1B}'), "{}", colored.out);
    assert!(!place.run(&["--color", "always", "--json", "search", "thang"]).out.contains('\u{1B}'));
}

#[test]
fn a_broken_pipe_is_no_error() {
    let place = Place::new(&[("corpus/a.txt", "Liên đoàn Lao động tỉnh\n".repeat(20_000).as_bytes())]);
    assert_eq!(place.run(&["index"]).code, Some(0));
    for arguments in [&["show", "a.txt"][..], &["search", "lao dong", "--limit", "10000"], &["man"]] {
        let mut child = place.command(arguments).spawn().unwrap();
        drop(child.stdout.take());
        let run = Run::of(child.wait_with_output().unwrap());
        assert_eq!((run.code, &*run.err), (Some(0), ""), "{arguments:?}");
    }
}

#[test]
fn a_missing_index_is_built_or_told() {
    let place = Place::new(&[("corpus/a.txt", TEXT.as_bytes())]);
    let run = place.run(&["status"]);
    assert!(run.code == Some(2) && run.err.contains("tracuu index"), "{}", run.err);
    let run = place.run(&["search", "thang"]);
    assert!(run.code == Some(0) && run.err.contains("indexing corpus/ first"), "{}", run.err);
    assert!(place.run(&["search", "thang"]).err.is_empty());
    // a name that was mistyped makes none
    let run = place.run(&["--index", "other", "--json", "search", "thang"]);
    assert!(run.code == Some(2) && run.err.contains("tracuu --index other index"), "{}", run.err);
    let run = Run::of(place.command(&["search", "thang"]).env("TRACUU_INDEX", "other").output().unwrap());
    assert!(run.code == Some(2) && !place.path("other").exists(), "{}", run.err);
    // which one was written is told
    let run = place.run(&["--index", "other", "--json", "index"]);
    assert_eq!(run.json()[0]["index"], "other");
    assert!(place.run(&["--index", "other", "index"]).out.contains("the index lies in other"));
    assert!(!place.run(&["index"]).out.contains("lies in"));
    fs::remove_dir_all(place.path("corpus")).unwrap();
    assert_eq!(place.run(&["--index", "third", "search", "thang"]).code, Some(2));
    let run = place.run(&["--index", "fourth", "index"]);
    assert!(run.code == Some(2) && !place.path("fourth").exists(), "{}", run.err);
}

#[test]
fn an_index_of_another_version_is_refused_and_can_be_rebuilt() {
    let place = Place::indexed();
    let meta = fs::read_to_string(place.path("index/meta.json")).unwrap();
    let other = meta.replace("\"payload\": \"tracuu ", "\"payload\": \"tracuu 9");
    for broken in [other, meta.replace("tracuu", "no"), "{".to_owned(), String::new()] {
        place.write("index/meta.json", broken.as_bytes());
        for verb in [&["search", "thang"][..], &["status"], &["index"]] {
            let run = place.run(verb);
            assert_eq!(run.code, Some(2), "{verb:?}: {}", run.err);
            assert!(run.err.contains("--rebuild"), "{verb:?}: {}", run.err);
        }
    }
    let run = place.run(&["index", "--rebuild"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert_eq!(place.run(&["search", "thang"]).code, Some(0));
}

#[test]
fn a_damaged_index_is_told() {
    let place = Place::indexed();
    let store = fs::read_dir(place.path("index")).unwrap().flatten().map(|entry| entry.path());
    let store = store.into_iter().find(|path| path.extension().is_some_and(|e| e == "store")).unwrap();
    let mut bytes = fs::read(&store).unwrap();
    bytes[0] ^= 1;
    fs::write(&store, bytes).unwrap();
    let run = place.run(&["status", "--check"]);
    assert!(run.code == Some(2) && run.err.contains("--rebuild"), "{}{}", run.out, run.err);
}

#[test]
fn no_query_is_an_error() {
    let place = Place::indexed();
    let long = "đại hội ".repeat(12_500);
    for (query, code) in [
        ("", 1),
        ("   ", 1),
        ("?!…", 1),
        ("-", 1),
        ("--", 1),
        ("-thang", 1),
        (&*long, 0),
        ("\"thang", 0),
        ("thang\"", 0),
        ("\"\"", 1),
        ("👍", 1),
        ("👍 thang", 0),
        ("\u{202E}gnaht", 1),
        ("شكرا", 1),
        ("in:", 1),
        ("in:[ thang", 0),
        ("AND OR NOT (((", 1),
        ("thang^2 title:x +*", 0),
        ("thang\u{0}\u{1B}[2J", 0),
    ] {
        let line = serde_json::json!({"id": 1, "query": query}).to_string();
        let run = place.feed(&["search", "--json", "--batch", "-"], line.as_bytes());
        assert_eq!(run.code, Some(code), "{query:.40}: {}{}", run.out, run.err);
        let answer = &run.json()[0];
        assert_eq!(answer["query"], query);
        assert_eq!(answer["hits"].as_array().unwrap().is_empty(), code == 1, "{query:.40}");
        // what the system lets through as one argument
        if !query.contains('\0') && query.len() < 100_000 {
            let run = place.run(&["search", "--", query]);
            assert_eq!(run.code, Some(code), "{query:.40}: {}", run.err);
            assert!(!run.out.contains('\u{1B}') && !run.err.contains('\u{1B}'), "{query:.40}");
        }
    }
    let run = place.run(&["search", ""]);
    assert!(run.err.contains("no word to look for"), "{}", run.err);
}

#[test]
fn words_with_a_minus_exclude_and_options_stand_anywhere() {
    let place = Place::new(&[("corpus/a.txt", "bầu thư ký".as_bytes()), ("corpus/b.txt", "bầu chủ tịch".as_bytes())]);
    for arguments in [
        &["search", "--json", "bầu", "-chủ"][..],
        &["search", "-chủ", "bầu", "--json", "--limit", "5"],
        &["--json", "search", "bầu", "--in", "a.txt"],
        &["--json", "search", "--in", "*/A.TXT"],
        &["--json", "search", "bầu in:a.txt"],
    ] {
        let run = place.run(arguments);
        assert_eq!(run.code, Some(0), "{arguments:?}: {}", run.err);
        let hits = run.json()[0]["hits"].as_array().unwrap().clone();
        assert_eq!((hits.len(), hits[0]["doc"].as_str()), (1, Some("corpus/a.txt")), "{arguments:?}");
    }
}

#[test]
fn a_batch_answers_in_order_and_gives_ids_back() {
    let place = Place::indexed();
    let input = "{\"id\": \"q1\", \"query\": \"thang\"}\n{\"id\": 42, \"query\": \"xyzzy\"}\nđại hội\r\n\n{broken\n{\"query\": \"ky\"}";
    let run = place.feed(&["search", "--json", "--batch", "-"], input.as_bytes());
    assert_eq!(run.code, Some(0), "{}", run.err);
    let ids: Vec<Value> = run.json().iter().map(|answer| answer["id"].clone()).collect();
    assert_eq!(Value::from(ids), serde_json::json!(["q1", 42, 3, 4, 5, 6]));
    let codes: Vec<Value> =
        run.json()[4]["notice_codes"].as_array().unwrap().iter().map(|notice| notice["code"].clone()).collect();
    assert_eq!(codes, ["absent", "odd_line"]);
    let run = place.feed(&["search", "--batch", "-"], input.as_bytes());
    assert!(run.out.contains("2: xyzzy") && run.out.contains("0 passages"), "{}", run.out);
    place.write("queries.txt", b"xyzzy\n\xff\xfe\n");
    assert_eq!(place.run(&["search", "--batch", "queries.txt", "--json"]).code, Some(1));
}

#[test]
fn limits_and_offsets_cut_a_page_out_of_the_answer() {
    let files: Vec<(String, Vec<u8>)> = (0..12)
        .map(|n| (format!("corpus/{n}.txt"), format!("công đoàn {}", "cơ sở ".repeat(n)).into_bytes()))
        .collect();
    let place = Place::new(&files.iter().map(|(name, bytes)| (&**name, &**bytes)).collect::<Vec<_>>());
    let docs = |arguments: &[&str]| -> (Option<i32>, u64, Vec<String>) {
        let run = place.run(&[&["--json", "search", "công đoàn"], arguments].concat());
        let answer = run.json().remove(0);
        let hits = answer["hits"].as_array().unwrap().iter().map(|hit| hit["doc"].as_str().unwrap().to_owned());
        (run.code, answer["total"].as_u64().unwrap(), hits.collect())
    };
    let all = docs(&["--limit", "99999999"]).2;
    assert_eq!(all.len(), 12);
    assert_eq!(docs(&["--limit", "0"]), (Some(0), 12, vec![]));
    assert_eq!(docs(&[]), (Some(0), 12, all[..10].to_vec()));
    assert_eq!(docs(&["--offset", "10"]), (Some(0), 12, all[10..].to_vec()));
    assert_eq!(docs(&["--offset", "5", "--limit", "3"]), (Some(0), 12, all[5..8].to_vec()));
    assert_eq!(docs(&["--offset", "99999999999"]), (Some(0), 12, vec![]));
}

#[test]
fn odd_files_never_stop_a_run() {
    let place = Place::new(&[
        ("corpus/a.txt", TEXT.as_bytes()),
        ("corpus/empty.txt", b""),
        ("corpus/blank.txt", b" \n\t\r\n \n"),
        ("corpus/b.png", b"x"),
        ("corpus/c.PNG", b"x"),
        ("corpus/d.jpg", b"x"),
    ]);
    let run = place.run(&["index"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(run.err.contains("3 files of other formats left out (.png 2, .jpg 1)"), "{}", run.err);
    place.write("corpus/nul.txt", &[0; 100]);
    place.write("corpus/bytes.txt", b"\xff\x81\x8d\x8f");
    place.write("corpus/x.jsonl", b"{\"id\": \"t1\", \"text\": \"th\xc6\xb0 k\xc3\xbd\"}\n{broken\n");
    let run = place.run(&["index", "corpus"]);
    assert_eq!(run.code, Some(2), "{}", run.err);
    assert!(run.err.contains("nul.txt is left out: binary"), "{}", run.err);
    assert!(run.err.contains("bytes.txt is left out: encoding"), "{}", run.err);
    assert!(run.err.contains("corpus/x.jsonl:2 is left out: not a JSON object"), "{}", run.err);
    let left_out = |arguments: &[&str]| {
        let run = place.run(&[&["--json", "index"], arguments].concat());
        let summary = &run.json()[0];
        assert_eq!(summary["other_formats"][".png"], 2);
        (run.code, summary["left_out"].as_array().unwrap().len())
    };
    // another table of letters may be named for what is in none that is known; the binary one is told once
    assert_eq!(left_out(&[]), (Some(2), 1));
    assert_eq!(left_out(&["--rebuild"]), (Some(2), 3));
    let run = place.run(&["--json", "search", "thư ký", "--in", "t1"]);
    assert_eq!(
        (&run.json()[0]["hits"][0]["doc"], &run.json()[0]["hits"][0]["file"]),
        (&"t1".into(), &"corpus/x.jsonl".into())
    );
}

#[cfg(unix)]
#[test]
fn links_lead_to_each_file_once() {
    use std::os::unix::fs::symlink;
    let place = Place::new(&[("corpus/a.txt", TEXT.as_bytes())]);
    symlink(place.path("corpus"), place.path("corpus/loop")).unwrap();
    symlink(place.path("corpus/a.txt"), place.path("corpus/b.txt")).unwrap();
    let run = place.run(&["index"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(run.out.starts_with("1 document, "), "{}", run.out);
    assert!(run.err.contains("b.txt is left out: the same file as"), "{}", run.err);
    symlink(place.path("nowhere"), place.path("corpus/c.txt")).unwrap();
    assert_eq!(place.run(&["index"]).code, Some(2));
}

#[test]
fn only_what_changed_is_read_again() {
    let place = Place::new(&[("corpus/a.txt", b"mot"), ("corpus/b.txt", b"hai"), ("corpus/c.txt", b"ba")]);
    let index = |expected: &str| {
        let run = place.run(&["index"]);
        assert_eq!(run.code, Some(0), "{}", run.err);
        assert!(run.out.contains(expected), "{}", run.out);
    };
    index("3 files read, 0 unchanged, 0 removed");
    index("0 files read, 3 unchanged, 0 removed");
    place.write("corpus/a.txt", "bốn mươi".as_bytes());
    fs::remove_file(place.path("corpus/b.txt")).unwrap();
    let state = &place.run(&["status", "--json"]).json()[0];
    assert_eq!(state["changed"], serde_json::json!(["corpus/a.txt"]));
    assert_eq!(state["vanished"], serde_json::json!(["corpus/b.txt"]));
    index("1 file read, 1 unchanged, 1 removed");
    for (query, code) in [("mot", 1), ("hai", 1), ("ba", 0), ("bốn mươi", 0)] {
        assert_eq!(place.run(&["search", query]).code, Some(code), "{query}");
    }
    let run = place.run(&["index", "--rebuild"]);
    assert!(run.out.contains("2 files read, 0 unchanged"), "{}", run.out);
}

#[test]
fn show_gives_the_source_back() {
    let place = Place::indexed();
    place.write("corpus/dai-hoi-2.txt", "dòng một\n\u{1B}[31mdòng hai\n".as_bytes());
    assert_eq!(place.run(&["index"]).code, Some(0));
    assert_eq!(place.run(&["show", "dai-hoi.txt"]).out, TEXT);
    assert!(!place.run(&["show", "dai-hoi-2.txt"]).out.contains('\u{1B}'));
    assert_eq!(place.run(&["show", "dai-hoi"]).out, TEXT);
    let run = place.run(&["show", "dai-ho"]);
    assert!(run.code == Some(2) && run.err.contains("corpus/dai-hoi-2.txt"), "{}", run.err);
    let run = place.run(&["show", "dai-hoi.txt:3", "--context", "1"]);
    let expected = "corpus/dai-hoi.txt   Đại hội lần thứ hai\n 2\n>3  Ông Đỗ Văn Thắng được bầu làm Thư ký Liên đoàn Lao động tỉnh.\n 4\n";
    assert_eq!(run.out, expected);
    let lines = &place.run(&["--json", "show", "dai-hoi.txt:3"]).json()[0]["lines"];
    assert_eq!((lines.as_array().unwrap().len(), &lines[2]["marked"]), (5, &true.into()));
}

#[test]
fn eval_measures_the_index() {
    let place = Place::indexed();
    let gold = "{\"query\": \"Đỗ Văn Thắng\", \"kind\": \"person\", \"relevant\": [{\"file\": \"dai-hoi.txt\", \"line\": 3, \"grade\": 2}]}\n{\"query\": \"xyzzy\", \"kind\": \"none\", \"relevant\": []}\n";
    place.write("gold.jsonl", gold.as_bytes());
    for fold in [&[][..], &["--fold"]] {
        let run = place.run(&[&["--json", "eval", "gold.jsonl"], fold].concat());
        let figures = &run.json()[0];
        assert_eq!((&figures["kinds"][1]["kind"], &figures["kinds"][1]["mrr_10"]), (&"all".into(), &1.0.into()));
        assert_eq!((&figures["without_answer"], &figures["hits_without_answer"]), (&1.into(), &0.into()));
    }
    assert!(place.run(&["eval", "gold.jsonl"]).out.contains("hits for queries without an answer: 0 of 1"));
    place.write("new.json", br#"{"k1": 0.7}"#);
    let compared = place.run(&["--json", "eval", "gold.jsonl", "gold.jsonl", "--weights", "new.json"]).json().remove(0);
    assert_eq!((compared["sets"].as_array().map(Vec::len), &compared["is_better"]), (Some(2), &false.into()));
    assert_eq!(compared["sets"][0]["changed_mrr_10"], 1.0);
    place.write("new.json", br#"{"k2": 0.7}"#);
    let run = place.run(&["eval", "gold.jsonl", "--weights", "new.json"]);
    assert!(run.code == Some(2) && run.err.contains("k2"), "{}", run.err);
    place.write("gold.jsonl", b"x\n");
    let run = place.run(&["eval", "gold.jsonl"]);
    assert!(run.code == Some(2) && run.err.contains("gold.jsonl:1"), "{}", run.err);
}

#[test]
fn the_index_is_found_by_option_and_environment() {
    let place = Place::indexed();
    fs::rename(place.path("index"), place.path("moved")).unwrap();
    let run = Run::of(place.command(&["search", "thang"]).env("TRACUU_INDEX", "moved").output().unwrap());
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert_eq!(place.run(&["search", "thang", "--index", "moved"]).code, Some(0));
    assert!(!Path::new(&place.path("index")).exists());
}

#[cfg(unix)]
#[test]
fn a_closed_output_is_told_by_every_verb() {
    let place = Place::indexed();
    let document = "corpus/dai-hoi.txt";
    for arguments in [
        "search thang",
        "--json search thang",
        "number 142",
        "people",
        "timeline",
        "show dai-hoi",
        "status",
        "inspect index",
        "completions bash",
        "man",
        "help",
        "--version",
        "search --help",
        "index",
        "index --rebuild",
        "nothing",
        "",
    ]
    .iter()
    .map(|arguments| (*arguments).to_owned())
    .chain([format!("extract {document}"), format!("inspect document {document}")])
    {
        let script = format!("exec \"$0\" {arguments} >&-");
        let mut shell = Command::new("sh");
        shell.args(["-c", &script, env!("CARGO_BIN_EXE_tracuu")]).current_dir(place.path(""));
        let run = Run::of(shell.env("TRACUU_LANG", "en").env_remove("TRACUU_INDEX").output().unwrap());
        assert_eq!(
            (run.code, &*run.err),
            (Some(2), "tracuu: the output cannot be written: it is closed\n"),
            "{arguments}"
        );
    }
    // what is not wanted is no error
    let mut quiet = place.command(&["search", "thang"]);
    assert_eq!(quiet.stdout(std::process::Stdio::null()).status().unwrap().code(), Some(0));
    let open = fs::File::options().read(true).write(true).open("/dev/null").unwrap();
    assert_eq!(place.command(&["search", "thang"]).stdout(open).status().unwrap().code(), Some(0));
}
