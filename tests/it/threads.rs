//! The same answers, however many threads have indexed.

use std::fs;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tracuu::archive::Archive;
use tracuu::ingest::Job;
use tracuu::search::Request;

use crate::support::{Run, program, root};

/// Documents that the threads share among them, and one that is longer than what lies side by side.
fn many(path: &Path) {
    let people = ["Nguyễn Văn An", "Trần Thị Bình", "Lê Hồng Phong", "Đỗ Văn Thắng", "Hoàng Thị Lý"];
    let paragraph = |n: usize| {
        let (person, day) = (people[n % people.len()], n % 28 + 1);
        let text = format!(
            "Ngày {day}/{}/{}, đồng chí {person} ký Kế hoạch số {}/KH-LĐLĐ ",
            n % 12 + 1,
            1990 + n % 30,
            n % 90
        );
        text + &["về đại hội công đoàn cơ sở. ", "về bảo vệ đoàn viên, người lao động. "][n % 2].repeat(1 + n % 7)
    };
    let long = (0..700).map(|n| paragraph(n).repeat(3)).collect::<Vec<_>>().join("\n\n");
    let short = (0..1500).map(|n| json!({"id": format!("d{n}"), "text": paragraph(n)}));
    let lines: Vec<String> =
        short.chain([json!({"id": "long", "text": long})]).map(|line: Value| line.to_string()).collect();
    fs::write(path, lines.join("\n")).unwrap();
}

#[test]
fn answers_do_not_tell_how_many_threads_have_indexed() {
    let place = tempfile::tempdir().unwrap();
    let lines = place.path().join("many.jsonl");
    many(&lines);
    let archives = [1, 4].map(|threads| {
        let folder = place.path().join(threads.to_string());
        let paths: Vec<PathBuf> = vec![root().join("corpus"), lines.clone()];
        let job = Job { paths, threads: NonZeroUsize::new(threads), ..Job::default() };
        Archive::at(&folder).update(&job, &()).unwrap();
        Archive::open(&folder).unwrap()
    });
    let asked = fs::read_to_string(root().join("tests/queries.jsonl")).unwrap();
    let asked = asked.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let mut queries: Vec<String> = asked.map(|line| line["query"].as_str().unwrap().to_owned()).collect();
    let more = ["đại hội công đoàn", "Lê Hồng Phong", "12/KH-LĐLĐ", "số 12", "ngày 5/3/2001", "dong chi Thang", "ky"];
    queries.extend(more.map(str::to_owned));
    for query in queries {
        let [one, four] = [&archives[0], &archives[1]].map(|archive| {
            let mut answer = archive.search(&Request::new(&*query).limit(50)).unwrap();
            answer.took_ms = 0.0;
            format!("{answer:#?}")
        });
        let apart = one.lines().zip(four.lines()).find(|(one, four)| one != four);
        assert!(one == four, "{query}: {apart:?}");
    }
}

#[test]
fn how_often_common_words_stand_side_by_side_is_told_from_a_sample() {
    const PASSAGES: usize = 9000;
    let place = tempfile::tempdir().unwrap();
    let lines = place.path().join("many.jsonl");
    let text = |n: usize| if n.is_multiple_of(3) { "công đoàn cơ sở" } else { "đoàn viên công nghiệp" };
    let documents: Vec<String> =
        (0..PASSAGES).map(|n| json!({"id": format!("d{n}"), "text": text(n)}).to_string()).collect();
    fs::write(&lines, documents.join("\n")).unwrap();
    let told = [1, 4].map(|threads| {
        let folder = place.path().join(threads.to_string());
        let job = Job { paths: vec![lines.clone()], threads: NonZeroUsize::new(threads), ..Job::default() };
        Archive::at(&folder).update(&job, &()).unwrap();
        let arguments = ["--json", "--index", folder.to_str().unwrap(), "inspect", "query", "công đoàn nghiệp"];
        let inspected = Run::of(program(root(), &arguments).output().unwrap()).json().remove(0);
        let terms = inspected["terms"].as_array().unwrap();
        ["cong doan", "doan nghiep"].map(|pair| {
            terms.iter().find(|term| term["term"] == pair).map_or(0, |term| term["passages"].as_u64().unwrap())
        })
    });
    assert_eq!(told[0], told[1]);
    let [often, never] = told[0];
    assert!(often.abs_diff(PASSAGES as u64 / 3) < PASSAGES as u64 / 30, "{often}");
    assert!(never < 10, "{never}");
}

#[test]
fn words_side_by_side_are_found_among_many_that_only_hold_them() {
    const PASSAGES: usize = 1000;
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("index");
    let lines = place.path().join("many.jsonl");
    let apart = "thang và cầu cùng thang với cầu";
    let together = format!("{} lên cầu thang", "gạch ngói xi măng sắt thép ".repeat(20));
    let index = |gone: usize| {
        let text = |n: usize| if n < 3 { &together } else { apart };
        let documents = (gone..PASSAGES).map(|n| json!({"id": format!("d{n}"), "text": text(n)}).to_string());
        fs::write(&lines, documents.collect::<Vec<_>>().join("\n")).unwrap();
        Archive::at(&folder).update(&Job { paths: vec![lines.clone()], ..Job::default() }, &()).unwrap();
        Archive::open(&folder).unwrap()
    };
    for gone in [0, 1] {
        let archive = index(gone);
        for query in ["cầu thang", "cau thang"] {
            let answer = archive.search(&Request::new(query)).unwrap();
            let found: Vec<&str> = answer.hits.iter().take(3 - gone).map(|hit| &*hit.passage.doc).collect();
            assert!(found.iter().all(|doc| ["d0", "d1", "d2"].contains(doc)), "{query}: {found:?}");
        }
    }
}

#[test]
fn words_side_by_side_with_other_diacritics_hide_none_as_they_were_typed() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("index");
    let lines = place.path().join("many.jsonl");
    let text = |n: usize| match n {
        0 => "Nhà máy gạch ngói dựng trên bán đảo này".to_owned(),
        n if n % 2 == 0 => "bàn dao, bàn dao, bàn dao".to_owned(),
        _ => "đảo này thì bán, bán cả gạch ngói trên đảo ấy".to_owned(),
    };
    let documents: Vec<String> =
        (0..1000).map(|n| json!({"id": format!("d{n}"), "text": text(n)}).to_string()).collect();
    fs::write(&lines, documents.join("\n")).unwrap();
    Archive::at(&folder).update(&Job { paths: vec![lines], ..Job::default() }, &()).unwrap();
    let answer = Archive::open(&folder).unwrap().search(&Request::new("bán đảo")).unwrap();
    assert_eq!(answer.hits[0].passage.doc, "d0");
}
