//! Candidates and terms to how often each term stands in and around each candidate.

use std::ops::Range;

use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::{Postings, SegmentPostings};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, DocSet, Searcher, SegmentReader, TERMINATED, Term};

use super::columns::Columns;
use super::handle::address;
use super::positions::positions;
use super::schema::Fields;
use crate::store::counts::{Counted, Counts, Lengths, Sought};
use crate::store::dates::Interval;
use crate::store::field::Field;
use crate::store::found::Candidate;
use crate::store::neighbors::side_by_side;
use crate::store::record;

/// Passages of a document that lie side by side for sure.
const RUN: u64 = record::RUN as u64;

/// Counts terms in `candidates`, which are in order of handle, and in up to `reach` passages of their documents before
/// and after each.
pub(super) fn count(
    searcher: &Searcher,
    parts: &[Columns],
    fields: &Fields,
    &Counted { sought, words, candidates, reach }: &Counted<'_>,
) -> tantivy::Result<Counts> {
    let words: Vec<Option<Term>> = words.iter().map(|word| word.map(|word| fields.term(word))).collect();
    let positions = if words.is_empty() { Vec::new() } else { positions(searcher, &words, candidates)? };
    if sought.is_empty() && !words.is_empty() {
        return Ok(Counts { positions, ..Counts::default() });
    }
    let mut columns = Vec::new();
    let mut places = Vec::with_capacity(candidates.len());
    let number = |candidate: &Candidate| address(candidate.handle).segment_ord;
    for run in candidates.chunk_by(|a, b| number(a) == number(b)) {
        let number = number(&run[0]);
        let ordinals = &parts[number as usize];
        surroundings(searcher.segment_reader(number), ordinals, (number, run), reach, &mut columns, &mut places);
    }
    let mut lengths = vec![Lengths::default(); columns.len()];
    let mut all = vec![0; sought.len() * columns.len()];
    let term = |sought: &Sought<'_>| (fields.term(sought.term), sought.next.map(|next| fields.term(next)));
    let terms: Vec<(Term, Option<Term>)> = sought.iter().map(term).collect();
    let mut start = 0;
    for run in columns.chunk_by(|a, b| a.0 == b.0) {
        let segment = searcher.segment_reader(run[0].0);
        let body = segment.get_fieldnorms_reader(fields.folded)?;
        let context = segment.get_fieldnorms_reader(fields.context)?;
        let heads = heads(&context, &parts[run[0].0 as usize], run);
        for (n, (&(_, doc), &(_, head))) in run.iter().zip(&heads).enumerate() {
            // what comes before the headings is no word
            let context = context.fieldnorm(head).saturating_sub(1);
            lengths[start + n] = Lengths { body: body.fieldnorm(doc), context };
        }
        for (row, (sought, (term, next))) in sought.iter().zip(&terms).enumerate() {
            let cells = row * columns.len() + start;
            let counts = &mut all[cells..cells + run.len()];
            match (next, sought.term.field) {
                (Some(next), _) => count_pair(segment, [term, next], run, counts)?,
                (None, Field::Dates) => {}
                (None, Field::Context) => count_term(segment, term, &heads, counts)?,
                (None, _) => count_term(segment, term, run, counts)?,
            }
        }
        start += run.len();
    }
    let intervals = |candidate: &Candidate| {
        let at = address(candidate.handle);
        let columns = parts.get(at.segment_ord as usize).into_iter();
        columns.flat_map(|columns| columns.intervals(at.doc_id)).map(Interval::unpack).collect()
    };
    let intervals = candidates.iter().map(intervals).collect();
    Ok(Counts { lengths, counts: all, places, intervals, positions })
}

/// For each column the passage that has its title and headings in the index: itself, or one before it.
fn heads(context: &FieldNormReader, ordinals: &Columns, columns: &[(u32, DocId)]) -> Vec<(u32, DocId)> {
    let mut heads: Vec<(u32, DocId)> = Vec::with_capacity(columns.len());
    let mut before = None;
    for &(number, doc) in columns {
        let place = (ordinals.ordinal(doc).unwrap_or_default() % RUN) as u32;
        let head = match heads.last() {
            _ if context.fieldnorm(doc) > 0 => doc,
            Some(&(_, head)) if place > 0 && doc.checked_sub(1) == before => head,
            _ => (doc.saturating_sub(place)..doc).rev().find(|&doc| context.fieldnorm(doc) > 0).unwrap_or(doc),
        };
        heads.push((number, head));
        before = Some(doc);
    }
    heads
}

/// The columns that a segment's candidates and their surroundings take, each passage once.
fn surroundings(
    segment: &SegmentReader,
    ordinals: &Columns,
    (number, run): (u32, &[Candidate]),
    reach: u32,
    columns: &mut Vec<(u32, DocId)>,
    places: &mut Vec<(usize, Range<usize>)>,
) {
    let first_column = columns.len();
    for candidate in run {
        let (doc, ordinal) = (address(candidate.handle).doc_id, candidate.id.ordinal);
        // the document ends where the ordinals no longer go on; what lies behind the end of a run is chance
        let same = |other: &DocId| {
            let expected = (ordinal + u64::from(*other)).checked_sub(u64::from(doc));
            expected.is_some_and(|expected| expected / RUN == ordinal / RUN) && ordinals.ordinal(*other) == expected
        };
        let (first, last) = (doc.saturating_sub(reach), (doc + reach).min(segment.max_doc() - 1));
        let start = (first..doc).rev().take_while(same).last().unwrap_or(doc);
        let end = (doc + 1..=last).take_while(same).last().unwrap_or(doc);
        let known = columns.last().filter(|_| columns.len() > first_column).map_or(start, |&(_, last)| last + 1);
        columns.extend((known.max(start)..=end).map(|doc| (number, doc)));
        let column = |doc: DocId| first_column + columns[first_column..].partition_point(|&(_, column)| column < doc);
        places.push((column(doc), column(start)..column(end) + 1));
    }
}

/// Adds up one term over the columns of one segment, which are in order, walking both in step.
fn count_term(
    segment: &SegmentReader,
    term: &Term,
    columns: &[(u32, DocId)],
    counts: &mut [u16],
) -> tantivy::Result<()> {
    let index = segment.inverted_index(term.field())?;
    let Some(mut postings) = index.read_postings(term, IndexRecordOption::WithFreqs)? else { return Ok(()) };
    let mut doc = postings.doc();
    let mut at = 0;
    while at < columns.len() && doc != TERMINATED {
        let wanted = columns[at].1;
        if doc < wanted {
            doc = postings.seek(wanted);
        } else if doc == wanted {
            counts[at] = postings.term_freq().min(u32::from(u16::MAX)) as u16;
            at += 1;
        } else {
            at += columns[at..].partition_point(|&(_, column)| column < doc);
        }
    }
    Ok(())
}

/// Adds up how often one term stands right behind another over the columns of one segment.
fn count_pair(
    segment: &SegmentReader,
    [first, second]: [&Term; 2],
    columns: &[(u32, DocId)],
    counts: &mut [u16],
) -> tantivy::Result<()> {
    let index = segment.inverted_index(first.field())?;
    let postings = |term| index.read_postings(term, IndexRecordOption::WithFreqsAndPositions);
    let (Some(mut first), Some(mut second)) = (postings(first)?, postings(second)?) else { return Ok(()) };
    let (mut before, mut behind) = (Vec::new(), Vec::new());
    let reach = |postings: &mut SegmentPostings, doc| {
        postings.doc() == doc || postings.doc() < doc && postings.seek(doc) == doc
    };
    for (&(_, doc), count) in columns.iter().zip(counts) {
        if reach(&mut first, doc) && reach(&mut second, doc) {
            first.positions(&mut before);
            second.positions(&mut behind);
            *count = side_by_side(&before, &behind).min(usize::from(u16::MAX)) as u16;
        }
    }
    Ok(())
}
