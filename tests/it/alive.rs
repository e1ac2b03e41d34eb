//! What is gone is gone: after any updates an index answers as one that is built anew over the same files.

use std::collections::BTreeMap;
use std::fs;
use std::num::NonZeroUsize;
use std::path::Path;

use tracuu::archive::Archive;
use tracuu::directory::{Register, Roll};
use tracuu::ingest::Job;
use tracuu::search::Request;

/// How many documents there are at first, and how many times they are changed.
const DOCUMENTS: usize = 30;
const UPDATES: usize = 10;

const WORDS: &str = "bến chợ cầu đường đò gạo lúa muối nước ruộng vườn xóm làng huyện tỉnh hội nghị phong trào thi đua \
                     sản xuất đoàn viên lao động kế hoạch báo cáo kinh phí đại biểu trường học trạm xá bò đàn trâu";
const PEOPLE: [&str; 8] = [
    "Lục Văn Bền",
    "Sầm Thị Hoan",
    "Mông Văn Tích",
    "Đàm Thị Nụ",
    "Lục Thị Bền",
    "Triệu Đình Khoát",
    "Chu Văn Rậm",
    "Linh Thị Thoa",
];
const OFFICES: [&str; 3] = ["Chủ tịch huyện", "Bí thư xã", "Trưởng trạm"];
const SHORT: [&str; 3] = ["Hợp tác xã đò dọc (HTXĐD)", "Quỹ khuyến học làng (QKHL)", "Đội thủy lợi (ĐTL)"];

/// Numbers without a pattern, the same every time (Marsaglia: Xorshift RNGs, 2003).
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 33) as usize % most
    }

    fn of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }
}

/// A document of a few passages, with people, numbers, times and short forms among words.
fn document(dice: &mut Dice) -> String {
    let words: Vec<&str> = WORDS.split_whitespace().collect();
    let mut text = String::new();
    if dice.below(5) > 0 {
        text.push_str(&format!("Biên bản {} {}\n\n", dice.of(&words), dice.of(&words)));
    }
    for _ in 0..1 + dice.below(8) {
        for _ in 0..2 + dice.below(4) {
            let said = (0..5 + dice.below(20)).map(|_| dice.of(&words)).collect::<Vec<_>>().join(" ");
            let named = match dice.below(6) {
                0 => format!("Đồng chí {}, {},", dice.of(&PEOPLE), dice.of(&OFFICES)),
                1 => format!("Ông {}", dice.of(&PEOPLE)),
                2 => format!("Quyết định số {}/{}/QĐ-UBND", 1 + dice.below(9), 2011 + dice.below(4)),
                3 => format!("Ngày {}/{}/{}", 1 + dice.below(28), 1 + dice.below(12), 1991 + dice.below(5)),
                4 => dice.of(&SHORT).to_owned(),
                _ => "Bà con".to_owned(),
            };
            text.push_str(&format!("{named} {said}. "));
        }
        text.push_str("\n\n");
    }
    text
}

/// Changes, removes, renames, copies or adds some of the files.
fn update(dice: &mut Dice, files: &mut BTreeMap<String, String>) {
    for _ in 0..1 + dice.below(6) {
        let names: Vec<String> = files.keys().cloned().collect();
        let (name, other) = (names[dice.below(names.len())].clone(), format!("{}.txt", dice.below(1000)));
        match dice.below(6) {
            0 => drop(files.remove(&name)),
            1 => drop(files.remove(&name).map(|text| files.insert(other, text))),
            2 => drop(files.insert(other, files[&name].clone())),
            3 => drop(files.insert(other, document(dice))),
            _ => drop(files.insert(name, document(dice))),
        }
    }
}

fn write(folder: &Path, files: &BTreeMap<String, String>) {
    fs::remove_dir_all(folder).unwrap();
    fs::create_dir(folder).unwrap();
    for (name, text) in files {
        fs::write(folder.join(name), text).unwrap();
    }
}

/// Everything that an index tells, a line each.
fn told(archive: &Archive, queries: &[String]) -> Vec<String> {
    let holds = archive.composition().unwrap();
    let mut told = vec![format!("{} documents, {} passages", holds.documents, holds.passages)];
    for query in queries {
        let mut answer = archive.search(&Request::new(&**query).limit(100)).unwrap();
        answer.took_ms = 0.0;
        told.push(format!("{query}: {answer:?}"));
        told.push(format!("{:?}", archive.person(query).unwrap()));
        told.push(format!("{:?}", archive.number(query, &Register::default()).unwrap()));
    }
    told.extend(archive.people(&Roll::default()).unwrap().iter().map(|person| format!("{person:?}")));
    told.extend(archive.numbers(&Register::default()).unwrap().iter().map(|entry| format!("{entry:?}")));
    told.extend(archive.abbreviations(None).unwrap().iter().map(|entry| format!("{entry:?}")));
    told.push(format!("{:?}", archive.document("1").unwrap()));
    told
}

fn queries(dice: &mut Dice) -> Vec<String> {
    let words: Vec<&str> = WORDS.split_whitespace().collect();
    let mut queries: Vec<String> = PEOPLE.iter().chain(&SHORT).map(|text| (*text).to_owned()).collect();
    queries.extend((1..10).map(|n| format!("số {n}/2012/QĐ-UBND")));
    queries.extend(
        ["3/1993", "ngày 5/5/1994", "7", "cha tịch hội nghi", "bien ban dai bieu", "Lục Văn Bến"].map(str::to_owned),
    );
    queries.extend((0..20).map(|n| (0..1 + n % 5).map(|_| dice.of(&words)).collect::<Vec<_>>().join(" ")));
    queries
}

#[test]
fn updates_leave_what_an_index_built_anew_has() {
    let place = tempfile::tempdir().unwrap();
    let at = |name: &str| place.path().join(name);
    fs::create_dir(at("corpus")).unwrap();
    let mut dice = Dice(0x5eed);
    let mut files: BTreeMap<String, String> =
        (0..DOCUMENTS).map(|n| (format!("{}.txt", 3 * n), document(&mut dice))).collect();
    let queries = queries(&mut dice);
    for round in 0..=UPDATES {
        write(&at("corpus"), &files);
        let index = |folder: &Path, threads| {
            let threads = NonZeroUsize::new(threads);
            let archive = Archive::at(folder);
            archive.update(&Job { paths: vec![at("corpus")], threads, ..Job::default() }, &()).unwrap();
            told(&archive, &queries)
        };
        let updated = index(&at("updated"), 1 + dice.below(8));
        let anew = index(&at(&format!("anew-{round}")), 1 + dice.below(8));
        let apart = updated.iter().zip(&anew).find(|(updated, anew)| updated != anew);
        assert!(updated == anew, "round {round}: {apart:#?}");
        update(&mut dice, &mut files);
    }
}
