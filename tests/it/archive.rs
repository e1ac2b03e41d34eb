//! One archive for many threads, which goes on answering while another commit is made and taken.

use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use tracuu::archive::{Archive, DocumentFound};
use tracuu::directory::{Register, Roll, Timeline};
use tracuu::error::Error;
use tracuu::ingest::{Job, Text};
use tracuu::search::Request;

const PAPER: &str = "KẾ HOẠCH\nSố 12/KH-LĐLĐ\nNgày 5/3/2021, đồng chí Lò Thị Mai, Chủ tịch Công đoàn xã, họp.\n";

struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    fn new() -> Self {
        let place = Self { folder: tempfile::tempdir().unwrap() };
        fs::create_dir(place.folder.path().join("docs")).unwrap();
        place
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.folder.path().join("docs").join(name), text).unwrap();
    }

    fn archive(&self) -> Archive {
        Archive::at(self.folder.path().join("index"))
    }

    fn job(&self) -> Job {
        Job { paths: vec![self.folder.path().join("docs")], ..Job::default() }
    }
}

fn total(archive: &Archive, query: &str) -> usize {
    archive.search(&Request::new(query)).unwrap().total
}

#[test]
fn an_archive_is_made_and_asked() {
    let place = Place::new();
    place.write("a.txt", PAPER);
    let archive = place.archive();
    assert!(matches!(archive.search(&Request::new("mai")), Err(Error::NoIndex { .. })));
    assert!(matches!(Archive::open(archive.folder()), Err(Error::NoIndex { .. })));
    archive.update(&place.job(), &()).unwrap();
    assert_eq!(total(&archive, "cong doan xa"), 1);
    let numbered = archive.number("12/kh-ldld", &Register::default()).unwrap().unwrap();
    assert_eq!(numbered.candidates[0].written, "12/KH-LĐLĐ");
    assert!(archive.number("họp", &Register::default()).unwrap().is_none());
    assert_eq!(archive.numbers(&Register::default()).unwrap().len(), 1);
    let named = archive.person("lo thi mai").unwrap().unwrap();
    assert_eq!((named.people[0].listed.name.as_str(), named.notices.len()), ("Lò Thị Mai", 0));
    assert!(archive.person("12").unwrap().is_none());
    assert_eq!(archive.people(&Roll::default()).unwrap().len(), 1);
    let (moments, notices) = archive.timeline(&Timeline::default()).unwrap();
    assert_eq!((moments.is_empty(), notices.len()), (false, 0));
    let DocumentFound::One(document, Some(3)) = archive.document("a.txt:3").unwrap() else { panic!("a.txt is there") };
    assert_eq!((document.doc.as_str(), document.lines.len()), ("docs/a.txt", 3));
    assert!(document.around(3, 1).is_some_and(|lines| lines[0].text == "Số 12/KH-LĐLĐ"));
    assert_eq!(archive.document("b.txt").unwrap(), DocumentFound::None);
    let status = archive.status().unwrap();
    assert_eq!((status.documents, status.files, status.changes.new.len()), (1, 1, 0));
    place.write("b.txt", "Một tờ mới về thợ mỏ.\n");
    assert_eq!(archive.status().unwrap().changes.new, ["docs/b.txt"]);
}

#[test]
fn what_is_open_answers_until_it_is_told_to_reload() {
    let place = Place::new();
    place.write("a.txt", PAPER);
    let archive = place.archive();
    archive.update(&place.job(), &()).unwrap();
    assert_eq!(total(&archive, "cong doan xa"), 1);
    assert!(!archive.reload().unwrap());
    place.write("b.txt", &format!("{PAPER}Tờ thứ hai.\n"));
    // another handle, as another process would
    place.archive().update(&place.job(), &()).unwrap();
    assert_eq!(total(&archive, "cong doan xa"), 1);
    let clone = archive.clone();
    assert!(archive.reload().unwrap());
    assert!(!archive.reload().unwrap());
    assert_eq!((total(&archive, "cong doan xa"), total(&clone, "cong doan xa")), (2, 2));
    // what cannot be opened leaves what is
    let index: PathBuf = archive.folder().to_owned();
    fs::rename(&index, index.with_extension("gone")).unwrap();
    assert!(archive.reload().is_err());
    assert_eq!(total(&archive, "cong doan xa"), 2);
}

#[test]
fn many_threads_ask_while_one_writes() {
    let place = Place::new();
    place.write("a.txt", PAPER);
    let archive = place.archive();
    archive.update(&place.job(), &()).unwrap();
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        let (archive, done) = (&archive, &done);
        let asking: Vec<_> = (0..4)
            .map(|_| {
                let archive = archive.clone();
                scope.spawn(move || {
                    let (mut asked, mut most) = (0, 0);
                    while !done.load(Ordering::Relaxed) || asked == 0 {
                        let found = total(&archive, "cong doan xa");
                        // each commit holds one more
                        assert!(found >= most.max(1), "{found} after {most}");
                        (asked, most) = (asked + 1, found);
                        assert!(archive.person("Lò Thị Mai").unwrap().is_some());
                    }
                    most
                })
            })
            .collect();
        for number in 0..8 {
            place.write(&format!("more-{number}.txt"), &format!("{PAPER}Tờ thứ {number}.\n"));
            archive.update(&place.job(), &()).unwrap();
        }
        done.store(true, Ordering::Relaxed);
        asking.into_iter().for_each(|thread| _ = thread.join().unwrap());
    });
    assert_eq!(total(&archive, "cong doan xa"), 9);
}

#[test]
fn texts_without_files_stay_beside_files() {
    let place = Place::new();
    place.write("a.txt", PAPER);
    let archive = place.archive();
    let texts = [Text::new("t/1", "Thợ mỏ họp ở lò số 3.").title("Tin mỏ"), Text::new("t/2", "Thợ mỏ họp ngoài trời.")];
    archive.add(&texts).unwrap();
    assert_eq!(total(&archive, "thợ mỏ"), 2);
    archive.update(&place.job(), &()).unwrap();
    archive.update(&Job::default(), &()).unwrap();
    assert_eq!((total(&archive, "thợ mỏ"), total(&archive, "cong doan xa")), (2, 1));
    let status = archive.status().unwrap();
    assert_eq!((status.documents, status.changes.vanished.len(), status.changes.new.len()), (3, 0, 0));
    let DocumentFound::One(document, None) = archive.document("t/1").unwrap() else { panic!("t/1 is there") };
    assert_eq!((document.doc.as_str(), document.title.as_str()), ("t/1", "Tin mỏ"));
    archive.add(&[Text::new("t/1", "Thợ rèn họp.")]).unwrap();
    assert_eq!((total(&archive, "\"thợ mỏ\""), total(&archive, "\"thợ rèn\"")), (1, 1));
    archive.remove(&["t/1", "t/2", "t/3"]).unwrap();
    assert_eq!(archive.status().unwrap().documents, 1);
    assert_eq!(archive.document("t/1").unwrap(), DocumentFound::None);
    archive.check().map(|check| assert!(check.damaged.is_empty() && check.has_sums)).unwrap();
}
