//! Long lines of one pattern to how the time for them grows: twice the text takes about twice the time.

use std::fs;
use std::ops::ControlFlow;
use std::time::Duration;

use crate::archive::Archive;
use crate::corpus::{self, Document, Manner, Source};
use crate::ingest::Job;
use crate::mention::{Mentions, number};
use crate::passage::{Limits, divide};
use crate::search::Request;
use crate::snippet::text::wrap;
use crate::wire::mentions::Lines;

/// Bytes of the shorter text.
const SIZE: usize = 64 << 10;

/// Twice the text takes less than so many times as long; a quadratic step takes four times.
const MOST: f64 = 3.0;

/// A pattern is tried again before it counts: what else the machine does may hold up a run.
const TRIES: usize = 8;

/// A text of about so many bytes.
type Pattern = fn(usize) -> String;

const PATTERNS: [(&str, Pattern); 39] = [
    ("names", |size| line("Trần Văn Bình, ", size)),
    ("capitals", |size| line("Bong Danh Ganh Hinh Kong Lan Mang Ninh Rong Sanh Te Vinh ", size)),
    ("acronyms", |size| line("BCH TW QDND LĐLĐ HĐND ", size)),
    ("eras in a run of capitals", |size| line("Đời ", size)),
    ("titles", |size| line("ông Trần Văn Bình, ông Bình, Chủ tịch ", size)),
    ("initials behind a letter with marks", |size| {
        format!("A{}{}", "\u{301}".repeat(size / 4), ". A".repeat(size / 6))
    }),
    ("stars in a word", |size| format!("a{}b", "*".repeat(size))),
    ("other names", |size| (0..size / 40).map(|n| format!("ông Lê Văn B{n} tức Lê Văn B{}, ", n + 1)).collect()),
    ("numbers of one list", |size| format!("Quyết định số 7{}", line(", 111", size))),
    ("numbers with symbols", |size| line("Quyết định số 7/QĐ-BTC, 8/QĐ-BTC, 45/2019/NĐ-CP, ", size)),
    ("numbers named nowhere else", |size| line("Kế hoạch 34 tới; ", size)),
    ("figures", |size| line("1/2-3.", size)),
    ("letters and figures", |size| line("a1", size)),
    ("days", |size| line("từ ngày 3/5 đến ngày 5/5, ", size)),
    ("months", |size| line("tháng 4 ", size)),
    ("events", |size| line("thành lập Ủy ban ngày 2/9/1945, sinh năm 1930, ", size)),
    ("awards and years", |size| line("Huân chương 1985 ", size)),
    ("kin of kin", |size| line("ông Lê Văn Bình, con trưởng cụ Lê Văn Hòa, ", size)),
    ("who is beside whom", |size| line("Năm 1943, ông cùng Lê Văn Bình được Lê Văn Hòa kết nạp, ", size)),
    ("names of the highlands", |size| {
        let letter = |n: usize| char::from(b'a' + (n % 26) as u8);
        let name = |n: usize| format!("ông Y B{}{}{}", letter(n), letter(n / 26), letter(n / 676));
        let whole: String = (0..size / 60).map(|n| format!("{} Niê, ", name(n))).collect();
        whole + &(0..size / 60).map(|n| name(n) + ", ").collect::<String>()
    }),
    ("short forms", |size| line("Ủy ban nhân dân (UBND) ", size)),
    ("open brackets", |size| line("(sau đây gọi tắt là ", size)),
    ("marks and dashes", |size| line("\u{301}–", size)),
    ("documents of one list", |size| format!("Bãi bỏ các văn bản: {}", line("Thông tư số 5/2020/TT-BTC, ", size))),
    ("verbs without documents", |size| line("sửa đổi, bổ sung, bãi bỏ, được thay thế bởi ", size)),
    ("passive verbs and documents", |size| line("Thông tư số 5/2020/TT-BTC được sửa đổi bởi ", size)),
    ("titles within titles", |size| {
        line("Thông tư số 5/2020/TT-BTC hướng dẫn Nghị định số 4/2019/NĐ-CP sửa đổi ", size)
    }),
    ("laws by title", |size| line("Luật Đất đai và nhà ở, ", size)),
    ("laws that amend laws", |size| line("Luật sửa đổi, bổ sung một số điều của Luật Đất đai, ", size)),
    ("parts", |size| line("khoản 2 Điều 5; ", size)),
    ("ends of force", |size| line("Luật Giá hết hiệu lực kể từ ngày Luật này có hiệu lực, ", size)),
    ("beginnings of force", |size| {
        format!("Quyết định này có hiệu lực từ ngày 1/1/2020{}", line(" và có hiệu lực từ ngày 1/1/2020", size))
    }),
    ("days behind a verb", |size| {
        let since = line(" kể từ ngày 1/1/2020, sau 6 tháng kể từ ngày ký", size);
        format!("Quyết định này thay thế Quyết định số 5/2019/QĐ-UBND{since}")
    }),
    ("suspensions", |size| line("Thông tư số 5/2020/TT-BTC ngưng hiệu lực từ ngày 1/1/2020 ", size)),
    ("things issued", |size| line("Ban hành kèm theo Quyết định này Quy chế ", size)),
    ("blanks", |size| format!("a{}b", " ".repeat(size))),
    ("one word", |size| line("anh", size)),
    ("headings and notes", |size| line("# Mục\n\n- a;\n[1] b\n", size)),
    ("empty lines", |size| format!("a{}b", "\n".repeat(size))),
];

#[test]
fn time_grows_with_the_text() {
    // the tables are read once
    read("Lê Văn Hòa sinh ngày 3/5/1930.");
    for (name, pattern) in PATTERNS {
        check(name, pattern, SIZE, read);
    }
}

#[test]
fn time_for_columns_grows_with_the_line() {
    check(
        "columns",
        |size| line("Lê Văn Hòa, ", size),
        8 * SIZE,
        |text| {
            let start = spent();
            let lines = Lines::of(text);
            let columns = text.match_indices("Hòa").map(|(at, name)| lines.place(text, &(at..at + name.len())).end);
            assert!(columns.max().is_some());
            spent() - start
        },
    );
}

#[test]
fn time_for_rows_grows_with_the_line() {
    let patterns: [(&str, Pattern); 3] = [
        ("words in rows", |size| line("a ", size)),
        ("one row", |size| line("công đoàn ", size)),
        ("joined letters", |size| line("👨\u{200D}", size)),
    ];
    for (name, pattern) in patterns {
        check(name, pattern, SIZE, |text| {
            let start = spent();
            assert!([80, usize::MAX].iter().all(|&columns| !wrap(text, columns).is_empty()));
            spent() - start
        });
    }
}

#[test]
fn time_for_numbers_grows_with_the_query() {
    let patterns: [(&str, Pattern); 3] = [
        ("numbers in a query", |size| line("1/QĐ-UB ", size)),
        ("types in a query", |size| line("kh 142 ", size)),
        ("a list in a query", |size| format!("Quyết định số 7{}", line(", 111/QĐ-UB", size))),
    ];
    for (name, pattern) in patterns {
        check(name, pattern, SIZE, |text| {
            let start = spent();
            assert!(!number::find_in_query(text).is_empty());
            spent() - start
        });
    }
}

#[test]
fn time_for_filters_grows_with_the_query() {
    let folder = tempfile::tempdir().unwrap();
    let lines: String = (0..2000).map(|n| format!("{{\"id\": \"a{n}\", \"text\": \"thi đua {n}\"}}\n")).collect();
    fs::write(folder.path().join("t.jsonl"), lines).unwrap();
    let archive = Archive::at(folder.path().join("index"));
    archive.update(&Job { paths: vec![folder.path().join("t.jsonl")], ..Job::default() }, &()).unwrap();
    let patterns: [(&str, Pattern); 5] = [
        ("documents", |size| filters("in:a", size)),
        ("patterns", |size| filters("in:*a", size)),
        ("documents left out", |size| filters("-in:b", size)),
        ("people", |size| filters("người:An", size)),
        ("numbers", |size| filters("số:", size)),
    ];
    for (name, pattern) in patterns {
        // more filters than a query takes are left out
        check(name, pattern, SIZE / 16, |query| {
            let start = spent();
            assert!(archive.search(&Request::new(query)).is_ok());
            spent() - start
        });
    }
}

#[test]
fn time_for_attributes_grows_with_the_tag() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.html");
    let source = Source { id: "a".to_owned(), path: path.clone(), size: 0, modified_ns: 0, is_closed: false };
    check(
        "attributes",
        |size| (0..size / 8).map(|number| format!(" a{number}")).collect(),
        SIZE,
        |attributes| {
            fs::write(&path, format!("<p{attributes}>a<b{attributes}>b</b{attributes}>")).unwrap();
            let start = spent();
            let mut texts = Vec::new();
            let read = corpus::read_as(&source, &Manner::default(), &corpus::Limits::default(), &mut |document| {
                texts.push(document.text);
                ControlFlow::Continue(())
            });
            assert!(read.is_ok() && texts == ["ab"]);
            spent() - start
        },
    );
}

fn filters(name: &str, size: usize) -> String {
    let filters: String = (0..size / (name.len() + 5)).map(|number| format!("{name}{number} ")).collect();
    format!("thi {filters}")
}

fn check(name: &str, pattern: Pattern, size: usize, time: impl Fn(&str) -> Duration) {
    let (short, long) = (pattern(size), pattern(2 * size));
    // what is made once is made before
    time(&short);
    // what else the machine does only adds to a time: the least of several is nearest to the work
    let (mut most, mut least) = (Duration::MAX, Duration::MAX);
    let fits = (0..TRIES).any(|_| {
        (most, least) = (most.min(time(&long)), least.min(time(&short)));
        most.as_secs_f64() < MOST * least.as_secs_f64()
    });
    assert!(fits, "{name}: twice the text takes {MOST} times as long and more");
}

fn line(pattern: &str, size: usize) -> String {
    pattern.repeat(size / pattern.len())
}

/// The time that it takes to cut a text, to find what it mentions and to tell where that stands.
fn read(text: &str) -> Duration {
    let document = Document { text: text.to_owned(), ..Document::default() };
    let start = spent();
    let passages = divide(&document, &Limits::default()).passages;
    let mentions = Mentions::of(text, None);
    let lines = Lines::of(text);
    let ranges = mentions.numbers.iter().map(|mention| &mention.range);
    let ranges = ranges.chain(mentions.dates.iter().map(|mention| &mention.range));
    let ranges = ranges.chain(mentions.people.iter().map(|mention| &mention.range));
    let ends = ranges.map(|range| lines.place(text, range).end).max();
    assert!(!passages.is_empty() || ends.is_none());
    spent() - start
}

/// The time for which this thread has run, where the system tells it, else that of the clock.
#[cfg(unix)]
fn spent() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec.unsigned_abs(), u32::try_from(time.tv_nsec).unwrap())
}

#[cfg(not(unix))]
fn spent() -> Duration {
    static START: std::sync::LazyLock<std::time::Instant> = std::sync::LazyLock::new(std::time::Instant::now);
    START.elapsed()
}
