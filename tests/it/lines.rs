//! What is printed: no line ends in blanks, counts are heeded, and what is typed wrong is told in plain words.

use crate::support::Place;

fn papers() -> Place {
    let place = Place::new(&[
        ("corpus/ke-hoach.txt", "UBND HUYỆN\nSố: 12/KH-UBND\nKẾ HOẠCH\n\n\nÔng Lê Văn Bính dự.\n".as_bytes()),
        ("corpus/tin.txt", "Theo Kế hoạch số 12/KH-UBND và Chỉ thị số 7-CT/TU.\n\n\nBà Lê Thị Mẩy nói.\n".as_bytes()),
    ]);
    assert_eq!(place.run(&["index"]).code, Some(0));
    place
}

#[test]
fn no_line_ends_in_blanks() {
    let place = papers();
    for arguments in [
        &["number", "12/KH-UBND"][..],
        &["number", "--list"],
        &["people"],
        &["people", "Lê Văn Bính"],
        &["timeline"],
        &["show", "tin.txt:2"],
        &["show", "tin.txt"],
        &["extract", "corpus/tin.txt"],
        &["search", "kế hoạch"],
    ] {
        let run = place.run(arguments);
        assert!(arguments == ["timeline"] || run.code == Some(0), "{arguments:?} {}", run.err);
        let odd: Vec<&str> = run.out.lines().filter(|line| line.trim_end() != *line).collect();
        assert_eq!(odd, [""; 0], "{arguments:?}");
    }
}

#[test]
fn a_list_of_numbers_is_as_long_as_wanted() {
    let place = papers();
    let list = |limit: &[&str]| place.run(&[&["--json", "number", "--list"], limit].concat()).json().remove(0);
    assert_eq!(list(&[])["numbers"].as_array().unwrap().len(), 2);
    let first = list(&["--limit", "1"]);
    assert_eq!((first["numbers"].as_array().unwrap().len(), &first["total"]), (1, &2.into()));
    let run = place.run(&["number", "--list", "--limit", "1"]);
    assert!(
        run.out.ends_with("2 document numbers, 1 of them printed: a larger `--limit` prints more\n"),
        "{}",
        run.out
    );
}

#[test]
fn what_is_typed_wrong_is_told_in_plain_words() {
    let place = papers();
    let run = place.run(&["number"]);
    assert!(run.code == Some(2) && run.err.contains("--list"), "{}", run.err);
    for arguments in [
        &["search", "kế", "--limit", "x"][..],
        &["search", "kế", "--offset", "-1"],
        &["number", "12", "--limit", "x"],
        &["people", "--limit", "x"],
        &["timeline", "--limit", "1.5"],
        &["show", "tin.txt:1", "--context", "x"],
    ] {
        let run = place.run(arguments);
        assert!(run.code == Some(2) && run.err.contains("is no whole number"), "{arguments:?} {}", run.err);
    }
}

#[test]
fn an_entry_is_one_line_where_programs_read() {
    let place = Place::new(&[]);
    let long = "Kế hoạch số 12/KH-UBND ngày 3/4/2019 của Ủy ban nhân dân huyện ".repeat(6);
    place.write("corpus/dai.txt", format!("Hội nghị {long} họp ngày 5/6/2020.\n").as_bytes());
    assert_eq!(place.run(&["index"]).code, Some(0));
    for arguments in [&["timeline"][..], &["extract", "corpus/dai.txt"]] {
        let run = place.run(arguments);
        assert_eq!(run.code, Some(0), "{arguments:?} {}", run.err);
        let told = run.out.lines().filter(|line| !line.contains("dai.txt:1")).count();
        assert!(told <= 1, "{arguments:?} {}", run.out);
    }
}
