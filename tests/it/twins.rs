//! Files of one content: the text stays under the path of one that cannot be looked at when the other goes.

use std::fs;

use serde_json::{Value, json};

use crate::support::{Place, root, zip};

const TEXT: &str = "Nội dung chung của hai nơi.\n";

/// Two folders with one text in both, indexed; the second is moved away.
fn parted() -> Place {
    let place = Place::new(&[]);
    for name in ["d/a.txt", "e/b.txt", "d/k.txt"] {
        fs::create_dir_all(place.path(name).parent().unwrap()).unwrap();
        place.write(name, if name == "d/k.txt" { b"khac" } else { TEXT.as_bytes() });
    }
    assert_eq!(place.run(&["index", "d", "e"]).code, Some(0));
    fs::rename(place.path("e"), place.path("away")).unwrap();
    place
}

/// The documents that hold the text, each with its other paths.
fn found(place: &Place) -> Value {
    let answer = place.run(&["--json", "search", "nội dung chung"]).json().remove(0);
    let hits = answer["hits"].as_array().unwrap().iter();
    hits.map(|hit| json!([hit["doc"], hit["also"]])).collect()
}

#[test]
fn a_text_stays_under_its_other_path_when_its_first_goes() {
    type Change = fn(&Place);
    let changes: [(Change, &[&str], Option<i32>, Value); 6] = [
        (|place| fs::remove_file(place.path("d/a.txt")).unwrap(), &["d"], Some(0), json!([["e/b.txt", null]])),
        (|place| fs::remove_file(place.path("d/a.txt")).unwrap(), &[], Some(2), json!([["e/b.txt", null]])),
        (|place| place.write("d/a.txt", b"moi"), &[], Some(2), json!([["e/b.txt", null]])),
        (
            |place| fs::rename(place.path("d/a.txt"), place.path("d/z.txt")).unwrap(),
            &[],
            Some(2),
            json!([["d/z.txt", ["e/b.txt"]]]),
        ),
        (|_| {}, &["--forget", "d/a.txt"], Some(0), json!([["e/b.txt", null]])),
        (|_| {}, &["--rebuild"], Some(2), json!([["d/a.txt", ["e/b.txt"]]])),
    ];
    for (change, arguments, code, expected) in changes {
        let place = parted();
        change(&place);
        let run = place.run(&[&["index"], arguments].concat());
        assert_eq!((run.code, found(&place)), (code, expected), "{arguments:?}: {}", run.err);
        // again, and when it is back
        for _ in 0..2 {
            let run = place.run(&["index", "d"]);
            assert!(run.code == Some(0) && run.out.contains("0 removed"), "{}", run.out);
        }
        fs::rename(place.path("away"), place.path("e")).unwrap();
        let run = place.run(&["index"]);
        assert!(run.code == Some(0) && run.out.contains("0 files read"), "{arguments:?}: {}{}", run.out, run.err);
        assert_eq!(place.run(&["status", "--check"]).code, Some(0));
    }
}

#[test]
fn a_text_that_is_handed_over_is_as_if_it_were_read() {
    let report = fs::read(root().join("corpus").join("cao-bang-1955-1975.txt")).unwrap();
    let lines = "{\"id\":\"tin-1\",\"text\":\"Ông Đỗ Văn Thắng dự đại hội ngày 3/4/1975.\"}\n".repeat(2);
    let long = "# Chương I\n\nNgày 23/4/2021, bà Lê Hạnh Duyên ký Kế hoạch số 142/KH-LĐLĐ.\n\n".repeat(700);
    let packed = zip(&[("trong/m.txt", TEXT.as_bytes()), ("trong/n.md", long.as_bytes())]);
    let files =
        [("bao.txt", &*report), ("dong.jsonl", lines.as_bytes()), ("dai.md", long.as_bytes()), ("goi.zip", &*packed)];
    let place = Place::new(&[]);
    for folder in ["d", "e"] {
        fs::create_dir(place.path(folder)).unwrap();
        for (name, bytes) in files {
            place.write(&format!("{folder}/{folder}-{name}"), bytes);
        }
    }
    let run = |arguments: &[&str]| place.run(&[&["--json"], arguments].concat());
    run(&["--index", "anew", "index", "e"]);
    run(&["index", "d", "e"]);
    fs::rename(place.path("e"), place.path("away")).unwrap();
    fs::remove_dir_all(place.path("d")).unwrap();
    fs::create_dir(place.path("d")).unwrap();
    place.write("d/k.txt", b"khac");
    run(&["index", "d"]);
    run(&["index", "--forget", "d"]);
    let answers: [&[&str]; 8] = [
        &["search", "--limit", "1000", "ngay ke hoach"],
        &["search", "d nội dung chương"],
        &["search", "142/KH-LĐLĐ"],
        &["search", "--person", "Đỗ Văn Thắng", "đại hội"],
        &["people"],
        &["number", "142"],
        &["timeline", "--from", "1970", "--to", "2022"],
        &["show", "n.md"],
    ];
    for arguments in answers {
        let mut both = ["index", "anew"].map(|index| run(&[&["--index", index], arguments].concat()).json());
        for answer in both.iter_mut().flatten().filter_map(Value::as_object_mut) {
            answer.remove("took_ms");
        }
        assert_eq!(both[0], both[1], "{arguments:?}");
    }
}

#[cfg(unix)]
#[test]
fn what_cannot_be_read_keeps_its_text_and_is_counted_right() {
    use std::os::unix::fs::PermissionsExt;
    let place = parted();
    fs::rename(place.path("away"), place.path("e")).unwrap();
    let mode = |name: &str, mode| fs::set_permissions(place.path(name), fs::Permissions::from_mode(mode)).unwrap();
    mode("e/b.txt", 0);
    // the superuser may read every file
    if fs::read(place.path("e/b.txt")).is_ok() {
        return;
    }
    for arguments in [&[][..], &["--rebuild"]] {
        let _ = fs::remove_file(place.path("d/a.txt"));
        let summary = place.run(&[&["--json", "index"], arguments].concat()).json().remove(0);
        let left_out = summary["left_out"].as_array().unwrap();
        assert!(left_out.len() == 1 && summary["unchanged"].as_u64() <= Some(1), "{summary}");
        assert_eq!(found(&place), json!([["e/b.txt", null]]));
    }
    mode("e", 0);
    assert_eq!(place.run(&["index", "--rebuild"]).code, Some(2));
    assert_eq!(found(&place), json!([["e/b.txt", null]]));
    mode("e", 0o755);
    mode("e/b.txt", 0o644);
    assert_eq!(place.run(&["index"]).code, Some(0));
}
