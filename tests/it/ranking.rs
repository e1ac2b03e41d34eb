//! The queries of `tests/queries.jsonl` and `tests/hard.jsonl` to their ranking, kept as goldens, and to one order
//! always.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tracuu::archive::Archive;
use tracuu::measure::{GoldQuery, Relevant};
use tracuu::search::{Hit, Request};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::support::{Run, corpus_index, golden, index, program, root};

/// The sets of queries, each with what the names of its goldens begin with and the least MRR@10 over all of them, typed
/// or folded. Those of the second share few words with what answers them, so that better ranking can show.
const SETS: [(&str, &str, f64); 2] =
    [("tests/queries.jsonl", "ranking", 0.97), ("tests/hard.jsonl", "ranking-hard", 0.5)];

/// How deep the first relevant passage is looked for.
const DEPTH: usize = 100;

#[test]
fn the_ranking_is_as_it_was() {
    let folder = corpus_index();
    let archive = Archive::open(folder.path()).unwrap();
    for (file, name, _) in SETS {
        golden(&format!("{name}.txt"), &best_of_each(&archive, file));
    }
}

/// For each query of a file where its first answer stands, and the three best.
fn best_of_each(archive: &Archive, file: &str) -> String {
    let mut lines = String::from("id    kind     first  query: the three best; ~ is the query without diacritics\n");
    for (id, gold) in queries(file) {
        let bare = folded(&gold.query);
        let forms = [(id.clone(), &gold.query), (format!("{id}~"), &bare)];
        for (id, query) in forms.iter().take(if bare == gold.query { 1 } else { 2 }) {
            let request = Request::new(query.as_str()).limit(DEPTH);
            let hits = archive.search(&request).unwrap().hits;
            let answers = |hit: &Hit| gold.relevant.iter().any(|answer| holds(hit, answer));
            let first = hits.iter().position(answers).map_or("-".to_owned(), |at| (at + 1).to_string());
            let best: Vec<String> = hits.iter().take(3).map(place).collect();
            let (kind, best) = (&gold.kind, best.join("  "));
            lines.push_str(&format!("{id:<5} {kind:<8} {first:>5}  {query}: {best}\n"));
        }
    }
    lines
}

#[test]
fn a_long_question_finds_what_it_was_taken_from() {
    let folder = corpus_index();
    let archive = Archive::open(folder.path()).unwrap();
    let mut asked = 0;
    for (_, gold) in queries("tests/queries.jsonl") {
        let Some(hit) = archive.search(&Request::new(gold.query)).unwrap().hits.into_iter().next() else { continue };
        let words: Vec<&str> = hit.passage.text.split_whitespace().filter(|word| !word.contains(['"', ':'])).collect();
        let Some(words) = words.get(..40) else { continue };
        let found = archive.search(&Request::new(words.join(" "))).unwrap().hits;
        assert_eq!(found.first().map(place), Some(place(&hit)), "{words:?}");
        asked += 1;
    }
    assert!(asked >= 40, "only {asked} passages are long enough");
}

#[test]
fn the_figures_are_as_they_were() {
    let folder = corpus_index();
    for (file, name, least) in SETS {
        golden(&format!("{name}-stats.txt"), &figures(folder.path().to_str().unwrap(), file, least));
    }
}

/// The figures of each kind of query of a file, typed and folded.
fn figures(index: &str, file: &str, least: f64) -> String {
    let mut lines = format!("{:<8} {:<7} {:>7}", "kind", "form", "queries");
    lines.push_str("  MRR@10  nDCG@10  recall@10  success@1\n");
    for (form, option) in [("typed", None), ("folded", Some("--fold"))] {
        let mut arguments = vec!["--json", "--index", index, "eval", file];
        arguments.extend(option);
        let figures = Run::of(program(root(), &arguments).output().unwrap()).json().remove(0);
        for row in figures["kinds"].as_array().unwrap() {
            let (kind, queries) = (row["kind"].as_str().unwrap(), row["queries"].as_u64().unwrap());
            let figure = |name: &str| row[name].as_f64().unwrap();
            let [mrr, ndcg, recall, success] = ["mrr_10", "ndcg_10", "recall_10", "success_1"].map(figure);
            lines.push_str(&format!("{kind:<8} {form:<7} {queries:>7}"));
            lines.push_str(&format!("  {mrr:>6.3}  {ndcg:>7.3}  {recall:>9.3}  {success:>9.3}\n"));
            assert!(kind != "all" || mrr >= least, "{file}: MRR@10 of all {form} queries is {mrr:.4}");
        }
    }
    lines
}

#[test]
fn the_same_documents_rank_the_same_however_they_were_indexed() {
    let folders = [(); 2].map(|()| tempfile::tempdir().unwrap());
    let [again, parts] = folders.each_ref().map(|folder| folder.path());
    index(again, &["corpus".into()]);
    let mut files: Vec<PathBuf> = fs::read_dir("corpus").unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let (first, second) = files.split_at(files.len() / 2);
    assert!(index(parts, second).documents > 0);
    index(parts, first);
    let once = corpus_index();
    let archives = [once.path(), again, parts].map(|folder| Archive::open(folder).unwrap());
    let totals = archives.each_ref().map(|archive| archive.composition().unwrap());
    let totals = totals.map(|holds| (holds.documents, holds.passages));
    assert_eq!(totals, [totals[0]; 3]);
    for (id, gold) in queries("tests/queries.jsonl") {
        let [once, again, parts] = &archives;
        let (typed, bare) = (&gold.query, &folded(&gold.query));
        assert_eq!(ranking(again, typed, 0, 10), ranking(once, typed, 0, 10), "{id} {typed}: indexed twice");
        assert_eq!(ranking(parts, bare, 0, 10), ranking(once, bare, 0, 10), "{id} {bare}: indexed in two parts");
    }
}

#[test]
fn passages_of_equal_score_have_one_order() {
    let corpus = tempfile::tempdir().unwrap();
    let file = |number: usize| corpus.path().join(format!("{number:03}.txt"));
    for number in 0..300 {
        // the same content twice would be one document
        fs::write(file(number), format!("Công đoàn cơ sở họp mỗi tháng một kỳ, tổ{number:03}.\n")).unwrap();
    }
    let folders = [(); 3].map(|()| tempfile::tempdir().unwrap());
    let [first, second, parts] = folders.each_ref().map(|folder| folder.path());
    index(first, &[corpus.path().to_owned()]);
    index(second, &[corpus.path().to_owned()]);
    for numbers in [150..300, 0..1, 1..150] {
        index(parts, &numbers.map(file).collect::<Vec<_>>());
    }
    let archives = [first, second, parts].map(|folder| Archive::open(folder).unwrap());
    for query in ["công đoàn", "cong doan", "\"họp mỗi tháng\"", "họp kỳ -chủ"] {
        let [all, second, parts] = archives.each_ref().map(|archive| ranking(archive, query, 0, 300));
        assert_eq!(all.len(), 300, "{query}");
        assert_eq!(second, all, "{query}: indexed twice");
        assert_eq!(parts, all, "{query}: indexed in parts");
        // a page is cut out of that order, however few are fetched
        for (offset, limit) in [(0, 10), (10, 10), (115, 10), (290, 20)] {
            let end = all.len().min(offset + limit);
            assert_eq!(ranking(&archives[2], query, offset, limit), all[offset..end], "{query} from {offset}");
        }
    }
}

/// The queries of a file with their ids.
fn queries(file: &str) -> Vec<(String, GoldQuery)> {
    let read = |line: &str| {
        let value: Value = serde_json::from_str(line).unwrap();
        (value["id"].as_str().unwrap().to_owned(), serde_json::from_str(line).unwrap())
    };
    fs::read_to_string(root().join(file)).unwrap().lines().map(read).collect()
}

/// A query without its diacritics; case and signs stay.
fn folded(query: &str) -> String {
    let letters = query.nfd().filter(|letter| !is_combining_mark(*letter)).nfc().collect::<String>();
    letters.replace('đ', "d").replace('Đ', "D")
}

/// Whether a hit holds what answers a query; line 0 is any line of the file.
fn holds(hit: &Hit, answer: &Relevant) -> bool {
    let passage = &hit.passage;
    match answer {
        Relevant::Document(id) | Relevant::Graded { id, .. } => *id == passage.doc,
        Relevant::Line { file, line, .. } => {
            let lines = passage.lines.0..=passage.lines.1;
            name(&passage.doc) == file && (*line == 0 || lines.contains(line))
        }
    }
}

/// Where a hit stands: the name of its document, its first and its last line.
fn place(hit: &Hit) -> String {
    let (first, last) = hit.passage.lines;
    format!("{}:{first}-{last}", name(&hit.passage.doc))
}

/// A document without its folder.
fn name(doc: &str) -> &str {
    Path::new(doc).file_name().and_then(|name| name.to_str()).unwrap_or(doc)
}

/// The hits of a page with their scores, best first.
fn ranking(archive: &Archive, query: &str, offset: usize, limit: usize) -> Vec<(String, (u32, u32), f32)> {
    let request = Request::new(query).offset(offset).limit(limit);
    let hits = archive.search(&request).unwrap().hits;
    hits.into_iter().map(|hit| (hit.passage.doc, hit.passage.lines, hit.score)).collect()
}
