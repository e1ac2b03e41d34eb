//! Random documents and queries to what must hold for all: what is indexed is found.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::ops::ControlFlow;
use std::path::PathBuf;

use proptest::prelude::*;
use proptest::sample::select;
use tracuu::archive::{Archive, Extracted};
use tracuu::corpus::{Limits, Manner};
use tracuu::query::Matching;
use tracuu::search::{Answer, Hit, Request, Span, StoredPassage};
use unicode_normalization::UnicodeNormalization;

use crate::support::{corpus_index, index};

/// Syllables that differ in much or in a mark only, some without a letter of the alphabet.
const SYLLABLES: [&str; 30] = [
    "công", "đoàn", "bán", "bạn", "ban", "thư", "ký", "Đỗ", "Văn", "Thắng", "hòa", "hoà", "thuý", "thúy", "quý",
    "nguyễn", "của", "và", "là", "đại", "hội", "ĐẠI", "HỘI", "1957", "05", "bệnh", "ơ", "ưng", "CNVC", "a",
];

/// What stands between the words of a text.
const GAPS: [&str; 8] = [" ", " ", " ", " ", ", ", ". ", "; ", "\n"];

/// What queries are made of beside words.
const SIGNS: [&str; 14] =
    ["\"", "-", "in:", "trong:", "*", " ", "“", "06-CT/TU", "142/KH-LĐLĐ", "[", "{", "\u{302}", "AND", "số:"];

fn syllable() -> impl Strategy<Value = String> {
    select(&SYLLABLES[..]).prop_map(str::to_owned)
}

/// A paragraph of one to thirty words.
fn paragraph() -> impl Strategy<Value = String> {
    let word = (syllable(), select(&GAPS[..])).prop_map(|(word, gap)| word + gap);
    prop::collection::vec(word, 1..30).prop_map(|words| words.concat().trim_end().to_owned() + ".")
}

/// A document of a few paragraphs.
fn document() -> impl Strategy<Value = String> {
    prop::collection::vec(paragraph(), 1..4).prop_map(|paragraphs| paragraphs.join("\n\n"))
}

/// A line as nobody, or somebody odd, would type it.
fn line() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => syllable().prop_map(|word| word + " "),
        2 => select(&SIGNS[..]).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

/// So many cases; what fails is told, not written to a file.
fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

#[test]
fn what_is_indexed_is_found() {
    proptest!(cases(12), |(documents in prop::collection::vec(document(), 1..5))| {
        let (corpus, folder) = (tempfile::tempdir()?, tempfile::tempdir()?);
        let mut files: Vec<PathBuf> = Vec::new();
        for (number, text) in documents.iter().enumerate() {
            files.push(corpus.path().join(format!("{number}.txt")));
            fs::write(&files[number], text)?;
        }
        index(folder.path(), &[corpus.path().to_owned()]);
        let archive = Archive::open(folder.path())?;
        prop_assert_eq!(archive.composition()?.documents, documents.len() as u64);
        for (file, text) in files.iter().zip(&documents) {
            let all = Request::new("").place(file.to_str().expect("a path of ours")).limit(10_000);
            let mut passages: Vec<StoredPassage> = archive.search(&all)?.hits.into_iter().map(|hit| hit.passage).collect();
            passages.sort_by_key(|passage| passage.lines);
            let kept: Vec<&str> = passages.iter().flat_map(|passage| passage.text.split_whitespace()).collect();
            prop_assert_eq!(kept, text.split_whitespace().collect::<Vec<_>>(), "the passages hold all words");
            for passage in &passages {
                let words: Vec<&str> = passage.text.split_whitespace().collect();
                for run in words.windows(3) {
                    check_found(&archive, &format!("\"{}\"", run.join(" ")), passage)?;
                }
            }
        }
    });
}

#[test]
fn any_line_is_answered() {
    let folder = corpus_index();
    let (archive, texts) = (Archive::open(folder.path()).unwrap(), texts());
    // a passage that is excluded may lie behind those that are looked at
    for line in ["công -06-CT/TU", "bầu -\"phó thư ký\"", "đồng chí -\"đại hội lần thứ hai\" in:*.txt"]
    {
        assert!(archive.search(&Request::new(line)).unwrap().total > 0, "{line}");
    }
    proptest!(cases(200), |(line in line(), exact in any::<bool>(), per_document in any::<bool>())| {
        let request = Request::new(line).limit(30).per_document(per_document).matching(matching(exact));
        let answer = archive.search(&request)?;
        prop_assert!(answer.hits.len() <= answer.total);
        for hit in &answer.hits {
            check_hit(hit, &texts[&hit.passage.doc])?;
        }
    });
}

#[test]
fn the_form_of_letters_does_not_matter() {
    let folder = corpus_index();
    let archive = Archive::open(folder.path()).unwrap();
    proptest!(cases(150), |(line in line(), exact in any::<bool>())| {
        let ask = |line: String| archive.search(&Request::new(line).matching(matching(exact)));
        let composed = ask(line.nfc().collect())?;
        let decomposed = ask(line.nfd().collect())?;
        prop_assert_eq!(essence(&composed), essence(&decomposed));
    });
}

#[test]
fn a_word_found_as_typed_is_found_by_its_letters() {
    let folder = corpus_index();
    let archive = Archive::open(folder.path()).unwrap();
    let texts = texts();
    let words: BTreeSet<&str> = texts.values().flat_map(|text| text.split_whitespace()).collect();
    let words: Vec<String> = words.into_iter().map(str::to_owned).collect();
    proptest!(cases(100), |(word in select(words))| {
        let docs = |exact: bool| -> Result<BTreeSet<String>, TestCaseError> {
            let request = Request::new(&*word).limit(10_000).matching(matching(exact));
            Ok(archive.search(&request)?.hits.into_iter().map(|hit| hit.passage.doc).collect())
        };
        let (exact, folded) = (docs(true)?, docs(false)?);
        let missing: Vec<&String> = exact.difference(&folded).collect();
        prop_assert!(missing.is_empty(), "{word} is not found by its letters in {missing:?}");
    });
}

/// The decoded documents of `corpus/` by their id.
fn texts() -> HashMap<String, String> {
    let mut texts = HashMap::new();
    Archive::extract(&["corpus".into()], &Manner::default(), &Limits::default(), &mut |came| {
        if let Extracted::Document(document, _) = came {
            texts.insert(document.id, document.text);
        }
        ControlFlow::Continue(())
    });
    texts
}

fn matching(exact: bool) -> Matching {
    if exact { Matching::Exact } else { Matching::Folded }
}

/// A query finds a passage, as typed and by its letters.
fn check_found(archive: &Archive, query: &str, passage: &StoredPassage) -> Result<(), TestCaseError> {
    for exact in [true, false] {
        let request = Request::new(query).limit(1000).matching(matching(exact));
        let answer = archive.search(&request)?;
        let found = answer.hits.iter().any(|hit| hit.passage == *passage);
        prop_assert!(found, "{query} is not found in {:?} (exact: {exact})", passage.text);
        for hit in &answer.hits {
            prop_assert!(!hit.highlights.is_empty(), "{query} marks nothing in {:?}", hit.passage.text);
        }
    }
    Ok(())
}

/// A hit is a slice of its document whose first line is the first it names; what is marked lies
/// on letter boundaries inside, in order and apart.
fn check_hit(hit: &Hit, document: &str) -> Result<(), TestCaseError> {
    let StoredPassage { text, lines: (first, last), .. } = &hit.passage;
    let lines: Vec<&str> = document.split('\n').collect();
    let (first, last) = (*first as usize, *last as usize);
    prop_assert!(1 <= first && first <= last && last <= lines.len(), "{first}-{last} of {}", lines.len());
    prop_assert_eq!(text.matches('\n').count(), last - first, "lines {}-{} and {:?}", first, last, text);
    let named = lines[first - 1..last].join("\n");
    prop_assert!(named.contains(&**text), "{text:?} does not stand in lines {first}-{last}");
    let mut end = 0;
    for span in &hit.highlights {
        prop_assert!(end <= span.start && span.start < span.end, "{:?} of {text:?}", hit.highlights);
        prop_assert!(text.get(span.clone()).is_some(), "{span:?} cuts a letter of {text:?}");
        end = span.end;
    }
    Ok(())
}

/// What of an answer must not depend on how a query is encoded.
fn essence(answer: &Answer) -> Vec<(&StoredPassage, f32, &[Span])> {
    answer.hits.iter().map(|hit| (&hit.passage, hit.score, &*hit.highlights)).collect()
}
