//! What the benchmarks share: the text they run over, and the bare index they are held against.
//!
//! The text is `corpus/` many times over, or the JSON Lines file that `TRACUU_BENCH` names.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, Occur, PhraseQuery, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption, STORED, Schema, TEXT, TantivyDocument};
use tantivy::{Index, IndexReader, IndexWriter, ReloadPolicy, Term};
use tracuu::corpus::{self, Document};
use tracuu::passage;

/// Memory in bytes that a thread of either engine fills before it writes a segment.
const THREAD_BYTES: usize = 80 << 20;

/// How many times the documents of `corpus/` are repeated, with numbers of their own.
const REPEATS: usize = 60;

/// The JSON Lines file that is indexed.
pub fn source() -> PathBuf {
    if let Some(path) = std::env::var_os("TRACUU_BENCH") {
        return path.into();
    }
    let path = std::env::temp_dir().join(format!("tracuu-bench-{}.jsonl", std::process::id()));
    let mut lines = String::new();
    for (n, document) in (0..REPEATS).flat_map(|n| documents(Path::new("corpus")).into_iter().map(move |d| (n, d))) {
        // texts that differ, so that a term is not in all documents or in none
        let text = document.text.replace("19", &format!("{}", 19 + n));
        let line = serde_json::json!({"id": format!("{}#{n}", document.id), "text": text});
        lines.push_str(&format!("{line}\n"));
    }
    fs::write(&path, lines).expect("the temporary folder can be written");
    path
}

/// The documents under a path.
pub fn documents(path: &Path) -> Vec<Document> {
    let mut documents = Vec::new();
    for source in corpus::walk(&[path.to_owned()]).sources {
        let mut each = |document| {
            documents.push(document);
            std::ops::ControlFlow::Continue(())
        };
        corpus::read(&source, &corpus::Limits::default(), &mut each).expect("the corpus can be read");
    }
    documents
}

/// The passages that the index is made of, as plain texts.
pub fn passages(path: &Path) -> Vec<String> {
    let cut = |document: &Document| {
        let division = passage::divide(document, &passage::Limits::default());
        division.passages.into_iter().map(|passage| document.text[passage.range].to_owned()).collect::<Vec<_>>()
    };
    documents(path).iter().flat_map(cut).collect()
}

/// An index as tantivy comes: one stored text field, its own tokenizer.
pub struct Bare {
    reader: IndexReader,
    text: Field,
}

impl Bare {
    /// Indexes passages into an empty folder.
    pub fn build(folder: &Path, passages: &[String]) -> Self {
        let mut schema = Schema::builder();
        let text = schema.add_text_field("text", TEXT | STORED);
        let index = Index::create_in_dir(folder, schema.build()).expect("an empty folder");
        let threads = std::thread::available_parallelism().map_or(1, usize::from).min(4);
        let mut writer: IndexWriter =
            index.writer_with_num_threads(threads, threads * THREAD_BYTES).expect("the only writer");
        for passage in passages {
            let mut document = TantivyDocument::new();
            document.add_text(text, passage);
            writer.add_document(document).expect("room on the disk");
        }
        writer.commit().expect("room on the disk");
        writer.wait_merging_threads().expect("room on the disk");
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into().expect("just written");
        Self { reader, text }
    }

    /// The ten best passages for any of the words, or for all of them side by side.
    pub fn search(&self, words: &str, phrase: bool) -> usize {
        let searcher = self.reader.searcher();
        let terms = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let terms: Vec<Term> = terms.map(|word| Term::from_field_text(self.text, &word.to_lowercase())).collect();
        let query: Box<dyn Query> = if phrase && terms.len() > 1 {
            Box::new(PhraseQuery::new(terms))
        } else {
            let clause = |term| {
                let query: Box<dyn Query> = Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs));
                (Occur::Should, query)
            };
            Box::new(BooleanQuery::new(terms.into_iter().map(clause).collect()))
        };
        let top = searcher.search(&query, &TopDocs::with_limit(10).order_by_score()).expect("a sound index");
        top.iter().map(|(_, address)| searcher.doc::<TantivyDocument>(*address).expect("a sound index").len()).sum()
    }
}

/// Queries of one kind, made of the text itself: runs of its words.
pub struct Queries {
    /// What kind they are.
    pub kind: &'static str,
    /// The queries as typed.
    pub lines: Vec<String>,
    /// The same words as the bare index needs them: with their diacritics, or it finds nothing.
    pub bare: Vec<String>,
    /// Whether they are phrases.
    pub phrase: bool,
}

/// Short, long, phrase and unaccented queries, the same for the same passages.
pub fn queries(passages: &[String]) -> Vec<Queries> {
    let long = |words: usize| -> Vec<String> {
        let step = (passages.len() / 200).max(1);
        let from = |text: &String| -> Option<String> {
            let all: Vec<&str> = text.split_whitespace().collect();
            let start = (all.len().checked_sub(words)?) / 2;
            Some(all[start..start + words].join(" ").replace('"', ""))
        };
        passages.iter().step_by(step).filter_map(from).take(200).collect()
    };
    let short = long(3);
    let unaccented = short.iter().map(|line| tracuu::analysis::fold(line)).collect();
    let same = |kind, lines: Vec<String>, phrase| Queries { kind, bare: lines.clone(), lines, phrase };
    vec![
        same("short", short.clone(), false),
        same("long", asked().unwrap_or_else(|| long(20)), false),
        same("phrase", short.clone(), true),
        Queries { kind: "unaccented", lines: unaccented, bare: short, phrase: false },
    ]
}

/// The questions of the JSON Lines file that `TRACUU_BENCH_QUERIES` names.
fn asked() -> Option<Vec<String>> {
    let file = fs::File::open(std::env::var_os("TRACUU_BENCH_QUERIES")?).ok()?;
    let question = |line: String| -> Option<String> {
        let line: serde_json::Value = serde_json::from_str(&line).ok()?;
        Some(line.get("query")?.as_str()?.to_owned())
    };
    Some(BufReader::new(file).lines().map_while(Result::ok).filter_map(question).take(200).collect())
}
