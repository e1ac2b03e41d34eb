//! Whatever is asked of the corpus to lines of a terminal: no panic, no line that is too wide, and the
//! same page and line as in JSON.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::ffi::OsString;
use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::rc::Rc;
use std::sync::Mutex;
use std::thread;

use anstream::adapter::strip_str;
use clap::CommandFactory;
use tempfile::TempDir;

use crate::archive::Archive;
use crate::cli::{Cli, Outcome, Session, parse, run_in};
use crate::ingest::Job;
use crate::search::{Answer, Hit, Request};
use crate::snippet::best_line;
use crate::snippet::text::width;
use crate::terminal::answer::{self as printed, Layout};
use crate::voice::Language;
use crate::wire::answer::{AnswerLine, Details};
use crate::wire::notices::Notices;

const WIDTHS: [usize; 3] = [20, 80, 200];

/// So many of the most frequent words, and of the pairs of words side by side, are asked.
const ASKED: usize = 500;

#[test]
fn the_most_frequent_words_and_pairs_are_answered_at_any_width() {
    let (folder, text) = (corpus_index(), corpus());
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let mut queries = most_frequent(words.iter().map(|word| word.to_lowercase()));
    queries.extend(most_frequent(words.windows(2).map(|two| two.join(" ").to_lowercase())));
    let next = Mutex::new(queries.iter());
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                let archive = Archive::open(folder.path()).unwrap();
                loop {
                    let Some(query) = next.lock().unwrap().next() else { break };
                    let answer = archive.search(&Request::new(query).limit(3)).unwrap();
                    check_printed(query, &answer);
                }
            });
        }
    });
}

#[test]
fn pasted_paragraphs_are_answered() {
    let (folder, text) = (corpus_index(), corpus());
    let archive = Archive::open(folder.path()).unwrap();
    let words: Vec<&str> = text.split_whitespace().collect();
    for length in (1..=400).step_by(13) {
        let start = length * 7919 % (words.len() - length);
        let query = words[start..start + length].join(" ");
        let answer = archive.search(&Request::new(query.clone()).limit(3)).unwrap();
        check_printed(&query, &answer);
        assert!(answer.reading.words().count() <= 128, "{query}");
    }
}

#[test]
fn hostile_filters_are_told_and_searched_as_text() {
    let folder = corpus_index();
    let archive = Archive::open(folder.path()).unwrap();
    let nested = |depth: usize| format!("{}b{}", "{a,".repeat(depth), "}".repeat(depth));
    for value in
        [nested(124), nested(250), nested(1000), "{".to_owned(), "[".to_owned(), "[z-a]".to_owned(), "\\".to_owned()]
    {
        for name in ["in", "số", "ngày", "người"] {
            let query = format!("{name}:{value} luật");
            let answer = archive.search(&Request::new(query.clone())).unwrap();
            check_printed(&query, &answer);
        }
        let places = vec![value.clone()];
        assert!(
            !archive
                .search(&places.into_iter().fold(Request::new("luật"), |request, place| request.place(place)))
                .unwrap()
                .notices
                .is_empty(),
            "{value}"
        );
    }
}

#[test]
fn every_verb_prints_at_any_width() {
    let folder = corpus_index();
    let text = "corpus/cao-bang-1946-1954.txt";
    let gold = tempfile::NamedTempFile::new().unwrap();
    fs::write(gold.path(), "{\"query\": \"công đoàn\", \"relevant\": [\"x\"]}\n").unwrap();
    for arguments in [
        &["search", "công đoàn", "--explain", "--limit", "30"][..],
        &["search", "số", "--per-document", "--sort", "date"],
        &["search", "--from", "1950", "--to", "1960"],
        &["search", "xyzzy"],
        &["number", "142"],
        &["number", "9999"],
        &["number", "--list"],
        &["people"],
        &["people", "--sort", "name", "--role", "thư ký"],
        &["people", "do van thang"],
        &["people", "xyzzy"],
        &["timeline"],
        &["timeline", "công đoàn", "--by", "month"],
        &["timeline", "--type", "congress", "--by", "decade"],
        &["show", text],
        &["show", "cao-bang-1946-1954.txt:9"],
        &["extract", text],
        &["eval", gold.path().to_str().unwrap()],
        &["inspect", "document", text],
        &["inspect", "passages", text],
        &["inspect", "tokens", "06-CT/TU ngày 4-4-1947"],
        &["inspect", "query", "thu ky lien doan lao dong tinh"],
        &["inspect", "abbreviations"],
        &["inspect", "index"],
        &["status", "--check", "--fields"],
        &["man", "search"],
    ] {
        for columns in WIDTHS {
            let printed = Buffer::default();
            let (out, err) = (Box::new(printed.clone()), Box::new(Buffer::default()));
            let typed: Vec<OsString> = ["tracuu"].iter().chain(arguments).map(OsString::from).collect();
            let (cli, _) = parse(Cli::command(), &typed, None).unwrap();
            let outcome = run_in(&cli, &mut Session::to(folder.path(), columns, out, err));
            let found = !arguments.contains(&"xyzzy") && !arguments.contains(&"9999");
            assert_eq!(outcome == Outcome::Done, found, "{arguments:?}: {outcome:?}");
            let printed = String::from_utf8(printed.0.take()).unwrap();
            assert!(!found || !printed.is_empty(), "{arguments:?}");
            if arguments[0] != "man" {
                check_width(&printed, columns, &format!("{arguments:?}"));
            }
        }
    }
}

#[test]
fn pages_are_the_same_in_both_forms() {
    let folder = tempfile::tempdir().unwrap();
    let archive = Archive::at(folder.path());
    let job = Job { paths: vec!["tests/fixtures/offices/pdf".into()], ..Job::default() };
    archive.update(&job, &()).unwrap();
    let mut pages = BTreeSet::new();
    for query in ["công đoàn", "người lao động", "tháng năm", "số", "quy định của tỉnh", "thứ hai"]
    {
        let answer = archive.search(&Request::new(query).limit(50)).unwrap();
        check_printed(query, &answer);
        let line = |hit: &Hit| best_line(&hit.passage, &hit.highlights);
        pages.extend(answer.hits.iter().filter_map(|hit| hit.passage.page_of(line(hit))));
    }
    assert!(pages.len() > 1, "{pages:?}");
}

/// An answer in lines of any width and in JSON, which tell the same line of each hit.
fn check_printed(query: &str, answer: &Answer) {
    let json =
        serde_json::to_value(AnswerLine::new(None, query, answer, &Notices::default(), Details::default())).unwrap();
    for columns in WIDTHS {
        let mut out = Vec::new();
        printed::answer(&mut out, answer, Layout { columns, explain: false, language: Language::English }).unwrap();
        let printed = String::from_utf8(out).unwrap();
        check_width(&printed, columns, query);
        let plain = strip_str(&printed).to_string();
        for hit in json["hits"].as_array().unwrap() {
            let page = hit.get("page").map(|page| format!(" p. {page}")).unwrap_or_default();
            let source = format!("{}:{}{page}", hit["doc"].as_str().unwrap(), hit["line"]);
            assert!(plain.contains(&source), "{query}: {source} is not in\n{plain}");
            let lines = (hit["lines"][0].as_u64(), hit["lines"][1].as_u64());
            assert!(lines.0 <= hit["line"].as_u64() && hit["line"].as_u64() <= lines.1, "{query}: {hit}");
        }
    }
}

/// No line is wider than the terminal, but where it is the path of a document, which is never broken, perhaps with its
/// rank before it and its page behind it.
fn check_width(printed: &str, columns: usize, what: &str) {
    /// Columns of what stands beside a path.
    const BESIDE: usize = 12;
    let plain = strip_str(printed).to_string();
    for line in plain.lines().filter(|line| width(line) > columns) {
        let is_source = |word: &str| word.rsplit_once(':').is_some_and(|(_, line)| line.parse::<u32>().is_ok());
        let path = line.split_whitespace().find(|word| word.contains('/') || is_source(word));
        let is_alone = path.is_some_and(|path| width(line.trim()) - width(path) <= BESIDE);
        assert!(is_alone, "{what} in {columns}: {line}");
    }
}

/// All texts of the corpus, one after the other.
fn corpus() -> String {
    let mut paths: Vec<_> = fs::read_dir(Path::new("corpus")).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    // some are in old encodings
    paths.into_iter().filter_map(|path| fs::read_to_string(path).ok()).collect::<Vec<_>>().join("\n")
}

fn most_frequent(all: impl Iterator<Item = String>) -> Vec<String> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    all.for_each(|one| *counts.entry(one).or_default() += 1);
    let mut counts: Vec<(String, usize)> = counts.into_iter().collect();
    counts.sort_by(|(a, many), (b, more)| (more, a).cmp(&(many, b)));
    counts.into_iter().take(ASKED).map(|(one, _)| one).collect()
}

/// Memory that is written to here and read there.
#[derive(Clone, Default)]
struct Buffer(Rc<RefCell<Vec<u8>>>);

impl Write for Buffer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// An index of `corpus/`.
fn corpus_index() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    Archive::at(folder.path()).update(&Job { paths: vec!["corpus".into()], ..Job::default() }, &()).unwrap();
    folder
}
