//! The bare index that the benchmarks are held against: tantivy as it comes.

use std::path::Path;

use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, Occur, PhraseQuery, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption, STORED, Schema, TEXT, TantivyDocument};
use tantivy::{Index, IndexReader, IndexWriter, ReloadPolicy, Term};

/// Memory in bytes that the threads of the engine fill together before they write segments: as much as tracuu gives
/// them.
const ENGINE_BYTES: usize = 320 << 20;

/// An index as tantivy comes: one stored text field, its own tokenizer.
pub struct Bare {
    reader: IndexReader,
    text: Field,
}

impl Bare {
    /// Indexes passages into an empty folder.
    pub fn build(folder: &Path, passages: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        let mut schema = Schema::builder();
        let text = schema.add_text_field("text", TEXT | STORED);
        let index = Index::create_in_dir(folder, schema.build()).expect("an empty folder");
        let threads = std::thread::available_parallelism().map_or(1, usize::from).min(4);
        let mut writer: IndexWriter = index.writer_with_num_threads(threads, ENGINE_BYTES).expect("the only writer");
        for passage in passages {
            let mut document = TantivyDocument::new();
            document.add_text(text, passage.as_ref());
            writer.add_document(document).expect("room on the disk");
        }
        writer.commit().expect("room on the disk");
        writer.wait_merging_threads().expect("room on the disk");
        Self::open(folder)
    }

    /// Opens one that was built before.
    pub fn open(folder: &Path) -> Self {
        let index = Index::open_in_dir(folder).expect("built before");
        let text = index.schema().get_field("text").expect("the only field");
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
