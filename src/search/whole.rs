//! A reading to all passages that hold each of its words: in the text, in title, file name or headings, by another form,
//! or by whom and what they name. What holds a word only so that the index does not tell may come along.

use rustc_hash::FxHashSet;
use tantivy::fieldnorm::FieldNormReader;
use tantivy::query::{EnableScoring, Query};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, DocId, DocSet, SegmentReader, TERMINATED, Term};

use crate::error::Result;
use crate::query::{self, Matching, Part, Plan, Reading, TermKind, Weights};
use crate::store::{Reader, StoredPassage};

/// The passages that hold all words of a reading and pass its filters, at most `limit`, and whether there are more.
///
/// # Errors
/// [`Error::Damaged`](crate::error::Error::Damaged) if the index cannot be read.
pub fn holding_all(reader: &Reader, reading: &Reading, limit: usize) -> Result<(Vec<StoredPassage>, bool)> {
    reader.guarded(|| {
        let Some(plan) = query::plan(reading, reader, Matching::Folded, &Weights::default())? else {
            return Ok((Vec::new(), false));
        };
        let found = addresses(reader, reading, &plan).map_err(|error| reader.engine(error))?;
        let columns = reader.columns()?;
        let order = |at: &DocAddress| columns[at.segment_ord as usize].order(at.doc_id);
        let mut found = found;
        let more = found.len() > limit;
        if more {
            // in whatever segments they lie, the same are left out
            found.sort_by_cached_key(order);
            found.truncate(limit);
            found.sort_unstable();
        }
        let mut passages = Vec::new();
        for address in found {
            let passage = reader.passage(address)?;
            if plan.phrases.is_empty() || plan.phrases.holds(&passage.text) {
                passages.push(passage);
            }
        }
        Ok((passages, more))
    })
}

fn addresses(reader: &Reader, reading: &Reading, plan: &Plan) -> tantivy::Result<Vec<DocAddress>> {
    let searcher = reader.searcher();
    let passing = plan.passing.as_ref().map(|query| query.weight(EnableScoring::disabled_from_searcher(searcher)));
    let passing = passing.transpose()?;
    let words = words(reading, plan);
    let mut found = Vec::new();
    for (number, segment) in (0..).zip(searcher.segment_readers()) {
        let mut docs: Option<Vec<DocId>> = None;
        if let Some(passing) = &passing {
            let mut passing = passing.scorer(segment, 1.0)?;
            docs = Some(all(&mut *passing));
        }
        let context = segment.get_fieldnorms_reader(reader.fields().context)?;
        for word in &words {
            if docs.as_ref().is_some_and(Vec::is_empty) {
                break;
            }
            let held = held(segment, &context, plan, *word, reader.fields().folded)?;
            docs = Some(match docs {
                Some(docs) => docs.into_iter().filter(|doc| held.binary_search(doc).is_ok()).collect(),
                None => held,
            });
        }
        let docs = docs.unwrap_or_else(|| (0..segment.max_doc()).collect());
        let living = docs.into_iter().filter(|doc| !segment.is_deleted(*doc));
        found.extend(living.map(|doc| DocAddress::new(number, doc)));
    }
    Ok(found)
}

/// The words that say something, apart from times and from what must stand side by side, by number, the rarest first.
fn words(reading: &Reading, plan: &Plan) -> Vec<usize> {
    let loose = reading.groups.iter().filter(|group| !group.phrase).flat_map(|group| &group.words);
    let telling = loose.filter(|word| !word.stop && !matches!(word.part, Some(Part::Date(_))));
    let mut words: Vec<usize> = telling.filter_map(|word| plan.word_at.get(&word.exact).copied()).collect();
    words.sort_by(|a, b| plan.words[*b].idf.total_cmp(&plan.words[*a].idf));
    let mut seen = FxHashSet::default();
    words.retain(|word| seen.insert(*word));
    words
}

/// The passages of a segment that hold a word, in order.
fn held(
    segment: &SegmentReader,
    context: &FieldNormReader,
    plan: &Plan,
    word: usize,
    folded: tantivy::schema::Field,
) -> tantivy::Result<Vec<DocId>> {
    let mut docs = Vec::new();
    for evidence in &plan.evidence {
        let names = |name: Option<&query::PlannedName>| name.is_some_and(|name| name.words.contains(&word));
        match evidence.kind {
            TermKind::Folded(at) if at == word => docs.extend(postings(segment, &evidence.term)?),
            TermKind::Context(at) if at == word => {
                for head in postings(segment, &evidence.term)? {
                    // those behind it have the same headings, until one has its own
                    let below = (head + 1..segment.max_doc()).take_while(|doc| context.fieldnorm(*doc) == 0);
                    docs.extend(std::iter::once(head).chain(below));
                }
            }
            TermKind::Number { at, .. } if names(plan.numbers.get(at)) => {
                docs.extend(postings(segment, &evidence.term)?)
            }
            TermKind::Person { at, .. } if names(plan.people.get(at)) => {
                docs.extend(postings(segment, &evidence.term)?)
            }
            _ => {}
        }
    }
    for alternative in plan.words[word].alternatives.iter().filter_map(|at| plan.alternatives.get(*at)) {
        if let Some(first) = alternative.words.first() {
            docs.extend(postings(segment, &Term::from_field_text(folded, first))?);
        }
    }
    docs.sort_unstable();
    docs.dedup();
    Ok(docs)
}

fn postings(segment: &SegmentReader, term: &Term) -> tantivy::Result<Vec<DocId>> {
    let postings = segment.inverted_index(term.field())?.read_postings(term, IndexRecordOption::Basic)?;
    Ok(postings.map(|mut postings| all(&mut postings)).unwrap_or_default())
}

fn all(found: &mut dyn DocSet) -> Vec<DocId> {
    let mut docs = Vec::new();
    while found.doc() != TERMINATED {
        docs.push(found.doc());
        found.advance();
    }
    docs
}
