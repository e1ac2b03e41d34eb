//! The text that is measured: a corpus several times over, each copy with names and numbers of its own.

use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::ops::Range;
use std::path::Path;

use serde_json::{Value, json};
use tracuu::corpus::Document;
use tracuu::stages::{Limits, divide, find};

use crate::random::{mixed, mixed_text};

/// How much text there is.
pub struct Amount {
    pub documents: u64,
    pub passages: u64,
    /// Bytes of the passages.
    pub bytes: u64,
}

/// A document of the corpus with what is changed in its copies.
struct Original {
    id: String,
    title: String,
    text: String,
    changes: Vec<(Range<usize>, Change)>,
}

/// What stands in a place where copies differ.
enum Change {
    Digits,
    Name(String),
}

/// Copies the documents of `source` into `documents` until they make `wanted` passages; each passage
/// comes as a line of `passages` too.
pub fn write(source: &Path, wanted: u64, documents: &Path, passages: &Path) -> Amount {
    let originals = read(source);
    let mut given: Vec<&str> = originals
        .iter()
        .flat_map(|original| &original.changes)
        .filter_map(|(_, change)| match change {
            Change::Name(name) => name.split_once(' ').map(|(_, given)| given),
            Change::Digits => None,
        })
        .collect();
    given.sort_unstable();
    given.dedup();
    let mut documents = BufWriter::new(File::create(documents).expect("a folder that can be written"));
    let mut passages = BufWriter::new(File::create(passages).expect("a folder that can be written"));
    let mut amount = Amount { documents: 0, passages: 0, bytes: 0 };
    for copy in 0.. {
        for original in &originals {
            if amount.passages >= wanted {
                documents.flush().and_then(|()| passages.flush()).expect("room on the disk");
                return amount;
            }
            let text = original.copy(copy, &given);
            let line = json!({"id": format!("{}~{copy}", original.id), "title": original.title, "text": text});
            writeln!(documents, "{line}").expect("room on the disk");
            let document = Document { text, title: Some(original.title.clone()), ..Document::default() };
            for passage in divide(&document, &Limits::default()).passages {
                let text = &document.text[passage.range];
                writeln!(passages, "{}", text.replace(['\n', '\r'], " ")).expect("room on the disk");
                amount.passages += 1;
                amount.bytes += text.len() as u64;
            }
            amount.documents += 1;
        }
    }
    amount
}

fn read(source: &Path) -> Vec<Original> {
    let lines = BufReader::new(File::open(source).expect("the corpus can be read")).lines();
    let original = |line: String| {
        let line: Value = serde_json::from_str(&line).expect("lines of JSON");
        let field = |name: &str| line[name].as_str().unwrap_or_default().to_owned();
        Original::new(field("id"), field("title"), field("text"))
    };
    let originals: Vec<Original> = lines.map(|line| original(line.expect("the corpus can be read"))).collect();
    assert!(!originals.is_empty(), "{} holds no documents", source.display());
    originals
}

impl Original {
    fn new(id: String, title: String, text: String) -> Self {
        let numbers: Vec<Range<usize>> = find::numbers(&text).into_iter().map(|number| number.range).collect();
        let names = find::people(&text, &numbers).into_iter().map(|name| (name.range, Change::Name(name.name)));
        let mut changes: Vec<(Range<usize>, Change)> =
            numbers.iter().filter_map(|range| Some((digits(&text, range)?, Change::Digits))).chain(names).collect();
        changes.sort_by_key(|(range, _)| range.start);
        changes.dedup_by(|next, kept| next.0.start < kept.0.end);
        Self { id, title, text, changes }
    }

    /// The text of a copy: the same number and the same name change alike wherever they stand.
    fn copy(&self, copy: u64, given: &[&str]) -> String {
        if copy == 0 {
            return self.text.clone();
        }
        let mut text = String::with_capacity(self.text.len() + 64);
        let mut from = 0;
        for (range, change) in &self.changes {
            text.push_str(&self.text[from..range.start]);
            let written = &self.text[range.clone()];
            match change {
                Change::Digits => {
                    let other = written.parse().map_or(0, |number: u64| (number + copy * 37) % 4000 + 1);
                    text.push_str(&other.to_string());
                }
                Change::Name(name) => {
                    let family = name.split(' ').next().unwrap_or_default();
                    let new = given[(mixed(copy ^ mixed_text(name)) % given.len() as u64) as usize];
                    match written.split_whitespace().count() {
                        1 => text.push_str(new.rsplit(' ').next().unwrap_or_default()),
                        _ => text.push_str(&format!("{family} {new}")),
                    }
                }
            }
            from = range.end;
        }
        text.push_str(&self.text[from..]);
        text
    }
}

/// The first digits of a number, where they are few.
fn digits(text: &str, range: &Range<usize>) -> Option<Range<usize>> {
    let is_digit = |byte: &u8| byte.is_ascii_digit();
    let start = range.start + text.as_bytes()[range.clone()].iter().position(is_digit)?;
    let count = text.as_bytes()[start..range.end].iter().take_while(|byte| is_digit(byte)).count();
    (count <= 4).then_some(start..start + count)
}

/// The lines of a file that was written here.
pub fn lines(path: &Path) -> impl Iterator<Item = String> {
    let lines = BufReader::new(File::open(path).expect("written before")).lines();
    lines.map(|line| line.expect("written before"))
}
