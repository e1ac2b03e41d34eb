//! Terms to how many passages of a commit hold them: what was taken out lies in the segments until they are merged,
//! and counts for nothing.

use std::sync::{Mutex, OnceLock, PoisonError};

use rustc_hash::FxHashMap;
use tantivy::postings::TermInfo;
use tantivy::query::Bm25StatisticsProvider;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocId, DocSet, InvertedIndexReader, Searcher, SegmentReader, TERMINATED, Term};

use super::schema::Fields;
use crate::store::manifest::Totals;

/// Postings of at most this many passages in a segment are walked, however few are deleted.
const FEW: u64 = 1 << 15;

/// Where less than one of so many passages is deleted, words that many passages hold are not counted anew.
const MANY: u64 = 1000;

/// The statistics of one commit.
pub(super) struct Statistics {
    searcher: Searcher,
    fields: Fields,
    totals: Totals,
    /// Whether any passage is deleted.
    has_deletes: bool,
    /// Whether so few are that words which many passages hold are as frequent as the dictionaries say.
    may_lag: bool,
    /// See [`FEW`].
    few: u64,
    /// The deleted passages of each segment.
    deleted: Vec<Deleted>,
    /// What was counted, for one query asks for its words and their neighbors many times.
    counted: Mutex<FxHashMap<Term, u64>>,
}

/// No more terms than these are remembered at a time.
const MAX_COUNTED: usize = 1 << 16;

impl Statistics {
    pub(super) fn new(searcher: &Searcher, fields: Fields, totals: Totals) -> Self {
        let sum = |count: fn(&SegmentReader) -> u32| -> u64 {
            searcher.segment_readers().iter().map(|segment| u64::from(count(segment))).sum()
        };
        let (all, deleted) = (sum(SegmentReader::max_doc), sum(SegmentReader::num_deleted_docs));
        Self {
            searcher: searcher.clone(),
            fields,
            totals,
            has_deletes: deleted > 0,
            may_lag: deleted * MANY < all,
            few: FEW,
            deleted: searcher.segment_readers().iter().map(|_| Deleted::default()).collect(),
            counted: Mutex::default(),
        }
    }

    /// How many passages the commit holds.
    pub(super) fn passages(&self) -> u64 {
        self.searcher.num_docs()
    }

    /// How many passages hold a term; 0 if none does and only then.
    pub(super) fn doc_freq(&self, term: &Term) -> tantivy::Result<u64> {
        if !self.has_deletes {
            return self.searcher.doc_freq(term);
        }
        let counted = || self.counted.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = counted().get(term) {
            return Ok(*known);
        }
        let mut passages = 0;
        for (segment, deleted) in self.searcher.segment_readers().iter().zip(&self.deleted) {
            let index = segment.inverted_index(term.field())?;
            let Some(info) = index.get_term_info(term)? else { continue };
            let listed = u64::from(info.doc_freq);
            if self.may_lag && listed > self.few.max(segment.num_deleted_docs().into()) {
                passages += listed;
            } else {
                passages += deleted.living(segment, &index, &info)?;
            }
        }
        let passages = passages.min(self.passages());
        let mut counted = counted();
        if counted.len() >= MAX_COUNTED {
            counted.clear();
        }
        counted.insert(term.clone(), passages);
        Ok(passages)
    }

    /// How many passages hold any of these terms of a field.
    pub(super) fn any_freq(&self, terms: &[Term]) -> tantivy::Result<u64> {
        let [first, .., _] = terms else { return terms.first().map_or(Ok(0), |term| self.doc_freq(term)) };
        let mut passages = 0;
        for segment in self.searcher.segment_readers() {
            let index = segment.inverted_index(first.field())?;
            let mut held = Vec::new();
            for term in terms {
                let Some(mut postings) = index.read_postings(term, IndexRecordOption::Basic)? else { continue };
                while postings.doc() != TERMINATED {
                    held.push(postings.doc());
                    postings.advance();
                }
            }
            held.sort_unstable();
            held.dedup();
            let is_living = |passage: &&DocId| segment.alive_bitset().is_none_or(|alive| alive.is_alive(**passage));
            passages += held.iter().filter(is_living).count() as u64;
        }
        Ok(passages)
    }

    /// How many passages hold a term at most, deleted ones among them: told without looking at any.
    pub(super) fn most(&self, term: &Term) -> tantivy::Result<u64> {
        self.searcher.doc_freq(term)
    }

    pub(super) fn searcher(&self) -> &Searcher {
        &self.searcher
    }
}

/// The deleted passages of a segment, in order, once they are asked for.
#[derive(Default)]
struct Deleted(OnceLock<Vec<DocId>>);

impl Deleted {
    /// How many passages that are not deleted hold a term. Those that hold it are walked, or the deleted ones are
    /// looked for among them where these are fewer: the engine passes over blocks of others.
    fn living(&self, segment: &SegmentReader, index: &InvertedIndexReader, term: &TermInfo) -> tantivy::Result<u64> {
        let Some(bitset) = segment.alive_bitset() else { return Ok(term.doc_freq.into()) };
        if segment.num_deleted_docs() >= term.doc_freq {
            return alive(segment, index, term);
        }
        let all = || (0..segment.max_doc()).filter(|passage| bitset.is_deleted(*passage)).collect();
        let mut postings = index.read_postings_from_terminfo(term, IndexRecordOption::Basic)?;
        let (mut at, mut gone) = (postings.doc(), 0);
        for &deleted in self.0.get_or_init(all) {
            if at < deleted {
                at = postings.seek(deleted);
            }
            gone += u64::from(at == deleted);
            if at == TERMINATED {
                break;
            }
        }
        Ok(u64::from(term.doc_freq) - gone)
    }
}

/// How many passages of a segment that are not deleted hold a term.
pub(super) fn alive(segment: &SegmentReader, index: &InvertedIndexReader, term: &TermInfo) -> tantivy::Result<u64> {
    let Some(alive) = segment.alive_bitset() else { return Ok(term.doc_freq.into()) };
    let postings = index.read_postings_from_terminfo(term, IndexRecordOption::Basic)?;
    Ok(postings.doc_freq_given_deletes(alive).into())
}

/// Whether any passage of a segment that is not deleted holds a term.
pub(super) fn is_alive(segment: &SegmentReader, index: &InvertedIndexReader, term: &TermInfo) -> tantivy::Result<bool> {
    let Some(alive) = segment.alive_bitset() else { return Ok(true) };
    let mut postings = index.read_postings_from_terminfo(term, IndexRecordOption::Basic)?;
    while postings.doc() != TERMINATED && alive.is_deleted(postings.doc()) {
        postings.advance();
    }
    Ok(postings.doc() != TERMINATED)
}

/// Whether any of what is found in a part of the index was not deleted.
pub(super) fn has_living(found: &mut dyn DocSet, segment: &SegmentReader) -> bool {
    let alive = segment.alive_bitset();
    while found.doc() != TERMINATED {
        if alive.is_none_or(|alive| alive.is_alive(found.doc())) {
            return true;
        }
        found.advance();
    }
    false
}

/// What the engine scores by.
impl Bm25StatisticsProvider for Statistics {
    /// Where lengths do not count each passage has one token, so that a term counts its rarity.
    fn total_num_tokens(&self, field: Field) -> tantivy::Result<u64> {
        let Fields { exact, folded, context, .. } = self.fields;
        Ok(match field {
            field if field == exact => self.totals.tokens.exact,
            field if field == folded => self.totals.tokens.folded,
            field if field == context => self.totals.tokens.context,
            _ => self.passages(),
        })
    }

    fn total_num_docs(&self) -> tantivy::Result<u64> {
        Ok(self.passages())
    }

    fn doc_freq(&self, term: &Term) -> tantivy::Result<u64> {
        self.doc_freq(term)
    }
}

#[cfg(test)]
mod tests {
    use tantivy::merge_policy::NoMergePolicy;
    use tantivy::schema::TantivyDocument;
    use tantivy::{Index, IndexWriter};

    use super::*;
    use crate::store::local::schema;
    use crate::store::local::schema::with_tokenizers;

    /// An index of passages that all hold a word, every second another, and each a word and a person of its own; the
    /// first ones are deleted.
    fn index(passages: u64, deleted: u64) -> tantivy::Result<Statistics> {
        let (schema, fields) = schema::schema();
        let index = with_tokenizers(Index::create_in_ram(schema));
        let mut writer: IndexWriter = index.writer_with_num_threads(1, 15_000_000)?;
        writer.set_merge_policy(Box::new(NoMergePolicy));
        for n in 0..passages {
            let mut passage = TantivyDocument::new();
            passage.add_text(fields.doc, n.to_string());
            passage.add_text(fields.folded, format!("word {} word{n}", ["even", "odd"][n as usize % 2]));
            passage.add_text(fields.people, format!("n person{n:05}"));
            writer.add_document(passage)?;
        }
        writer.commit()?;
        for n in 0..deleted {
            writer.delete_term(Term::from_field_text(fields.doc, &n.to_string()));
        }
        writer.commit()?;
        Ok(Statistics { few: 600, ..Statistics::new(&index.reader()?.searcher(), fields, Totals::default()) })
    }

    #[test]
    fn what_was_taken_out_counts_for_nothing() {
        let check = |passages, deleted, even| {
            let statistics = index(passages, deleted).expect("an index");
            let folded = statistics.fields.folded;
            let held = |word: &str| statistics.doc_freq(&Term::from_field_text(folded, word)).expect("counted");
            assert_eq!(statistics.passages(), passages - deleted);
            let (last, next) = (format!("word{}", deleted.max(1) - 1), format!("word{deleted}"));
            let words = ["word", "even", "even", &*next, &*last].map(held);
            assert_eq!(words, [passages - deleted, even, even, 1, u64::from(deleted == 0)], "{passages} {deleted}");
        };
        check(20, 0, 10);
        check(20, 5, 7);
        check(20, 19, 0);
        // among very many the few that are gone do not show in what many hold
        check(2002, 2, 1001);
        check(2002, 4, 999);
    }

    #[test]
    fn a_passage_that_holds_several_terms_is_one() {
        let check = |deleted, words: &[&str], expected| {
            let statistics = index(20, deleted).expect("an index");
            let term = |word: &&str| Term::from_field_text(statistics.fields.folded, word);
            let terms: Vec<Term> = words.iter().map(term).collect();
            assert_eq!(statistics.any_freq(&terms).expect("counted"), expected, "{deleted} {words:?}");
        };
        check(0, &[], 0);
        check(0, &["even"], 10);
        check(0, &["even", "word0"], 10);
        check(0, &["even", "word1", "none"], 11);
        check(5, &["even", "word1", "odd"], 15);
        check(5, &["word0", "word6"], 1);
    }

    #[test]
    fn a_limit_is_one_of_terms_that_a_passage_holds() {
        let statistics = index(20, 5).expect("an index");
        let found = |limit, keep: fn(&str) -> bool| {
            let terms = statistics.with_prefix(statistics.fields.people, "n ", limit, keep).expect("looked up");
            let first = terms.found.first().cloned().unwrap_or_default();
            (terms.found.len(), first, terms.cut)
        };
        let first = || ("n person00005".to_owned(), 1);
        assert_eq!(found(usize::MAX, |_| true), (15, first(), false));
        assert_eq!(found(15, |_| true), (15, first(), false));
        assert_eq!(found(14, |_| true), (14, first(), true));
        // those that are left out are looked at, too, if a passage holds them
        assert_eq!(found(5, |term| term < "n person00006"), (1, first(), true));
        assert_eq!(found(15, |term| term < "n person00006"), (1, first(), false));
    }
}
