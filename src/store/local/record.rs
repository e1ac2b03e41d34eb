//! A document with its passages to index records, each with a ticket that bounds what waits.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use rustc_hash::FxHasher;
use tantivy::schema::TantivyDocument;
use tantivy::schema::document::Document as IndexDocument;

use super::sample;
use super::schema::Fields;
use crate::analysis::Lines;
use crate::corpus::Document;
use crate::mention::Mentions;
use crate::passage::Passage;
use crate::store::abbreviations;
use crate::store::dates::{self, Interval};
use crate::store::field::HEADED;
use crate::store::gate::{Gate, Ticket};
use crate::store::manifest::Tokens;
use crate::store::numbers;
use crate::store::passage::StoredPassage;
use crate::store::people;
use crate::store::relations;
use crate::store::term_list::TermList;

/// Passages of a document that are kept side by side; longer documents come in runs of this many.
pub(super) const RUN: usize = 512;

/// How many bytes of records wait to be written at most.
pub(super) const MAX_WAITING_BYTES: usize = 96 << 20;

/// One passage as the index takes it.
pub(super) struct Record {
    document: TantivyDocument,
    _ticket: Arc<Ticket>,
}

/// A record that has not passed the gate.
pub(super) struct Unadmitted {
    document: TantivyDocument,
    bytes: usize,
    /// How many terms it has.
    pub(super) tokens: Tokens,
}

/// Lets records pass, each with a share of one ticket.
pub(super) fn admit(gate: &Gate, records: Vec<Unadmitted>) -> impl ExactSizeIterator<Item = Record> {
    let ticket = Arc::new(gate.enter(records.iter().map(|record| record.bytes).sum()));
    records.into_iter().map(move |record| Record { document: record.document, _ticket: Arc::clone(&ticket) })
}

impl IndexDocument for Record {
    type Value<'a> = <TantivyDocument as IndexDocument>::Value<'a>;
    type FieldsValuesIter<'a> = <TantivyDocument as IndexDocument>::FieldsValuesIter<'a>;

    fn iter_fields_and_values(&self) -> Self::FieldsValuesIter<'_> {
        self.document.iter_fields_and_values()
    }

    fn into_tantivy_document(self) -> TantivyDocument {
        self.document
    }
}

/// One passage with all that is kept of it.
struct Piece<'a> {
    doc: &'a str,
    file: &'a str,
    title: &'a str,
    section: &'a [String],
    lines: (u32, u32),
    /// Pages with their first lines.
    pages: Vec<(u32, u32)>,
    text: &'a str,
    mentions: Mentions,
    ordinal: usize,
}

/// Makes the records of documents. Keeps its buffers from one to the next.
pub(super) struct Recorder {
    fields: Fields,
    body: Lines,
    context: Lines,
    heading: String,
    /// The context that the heading makes, as the index takes it.
    headed: String,
    terms: TermList,
}

impl Recorder {
    pub(super) fn new(fields: Fields) -> Self {
        Self {
            fields,
            body: Lines::keeping(),
            context: Lines::keeping(),
            heading: String::new(),
            headed: HEADED.to_owned(),
            terms: TermList::default(),
        }
    }

    /// The passage of a document with this ordinal, as the engine takes it, and its size in bytes.
    pub(super) fn record(
        &mut self,
        file: &str,
        document: &Document,
        title: &str,
        mentions: &Mentions,
        (ordinal, passage): (usize, &Passage),
    ) -> Unadmitted {
        self.record_of(&Piece {
            doc: &document.id,
            file,
            title,
            section: &passage.section,
            lines: passage.lines,
            pages: pages_of(document, passage.lines),
            text: &document.text[passage.range.clone()],
            mentions: mentions.within(&passage.range),
            ordinal,
        })
    }

    /// The same of a passage that is in the index, for a document of another id in another file.
    pub(super) fn record_again(
        &mut self,
        stored: StoredPassage,
        (doc, file): (&str, &str),
        ordinal: usize,
    ) -> Unadmitted {
        let StoredPassage { title, section, lines, pages, text, mentions, .. } = stored;
        let pages = pages.into_iter().map(|(line, page)| (page, line)).collect();
        let (title, section, text) = (&*title, &*section, &*text);
        self.record_of(&Piece { doc, file, title, section, lines, pages, text, mentions, ordinal })
    }

    fn record_of(&mut self, piece: &Piece) -> Unadmitted {
        let fields = self.fields;
        let &Piece { doc, file, title, section, lines, ref pages, text, ref mentions, ordinal } = piece;
        self.body.read(text);
        let is_headed = self.read_context(title, name_of(doc, file), section) || ordinal % RUN == 0;
        let bytes = text.len() + self.body.exact().len() + self.body.folded().len() + 512;
        let mut record = TantivyDocument::with_capacity(bytes);
        record.add_text(fields.exact, self.body.exact());
        record.add_text(fields.folded, self.body.folded());
        let mut tokens =
            Tokens { exact: words(self.body.exact()), folded: words(self.body.folded()), ..Tokens::default() };
        if is_headed {
            record.add_text(fields.context, &self.headed);
            tokens = Tokens { context: words(&self.headed), headed: 1, ..tokens };
        }
        record.add_text(fields.doc, doc);
        record.add_text(fields.file, file);
        record.add_u64(fields.ordinal, ordinal as u64);
        let order = order(doc, file);
        record.add_u64(fields.order, order);
        if let Some(term) = sample::term(order, ordinal) {
            record.add_text(fields.sample, term);
        }
        record.add_text(fields.title, title);
        for heading in section {
            record.add_text(fields.section, heading);
        }
        record.add_u64(fields.lines, u64::from(lines.0) << 32 | u64::from(lines.1));
        for &(page, line) in pages {
            record.add_u64(fields.pages, u64::from(page) << 32 | u64::from(line));
        }
        record.add_text(fields.text, text);
        add_mentions(&mut record, fields, mentions, text, &mut self.terms);
        Unadmitted { document: record, bytes, tokens }
    }

    /// Reads title, file name and headings, unless they are those of the passage before; whether they are not.
    fn read_context(&mut self, title: &str, name: &str, section: &[String]) -> bool {
        let before = std::mem::take(&mut self.heading);
        self.heading.push_str(title);
        if name != title {
            self.heading.push('\n');
            // signs part words there, as blanks do elsewhere
            self.heading.extend(name.chars().map(|c| if c.is_ascii_punctuation() { ' ' } else { c }));
        }
        for heading in section {
            // the title is often the outermost heading too
            if heading != title {
                self.heading.push('\n');
                self.heading.push_str(heading);
            }
        }
        let is_new = self.heading != before;
        if is_new {
            self.context.read(&self.heading);
            self.headed.clear();
            self.headed.push_str(HEADED);
            if !self.context.folded().is_empty() {
                self.headed.push(' ');
                self.headed.push_str(self.context.folded());
            }
        }
        is_new
    }
}

/// How many words a line holds, with one blank between.
fn words(line: &str) -> u64 {
    if line.is_empty() { 0 } else { memchr::memchr_iter(b' ', line.as_bytes()).count() as u64 + 1 }
}

/// The name without its ending of the file that a document is, alone or in an archive; nothing of a line of a file.
fn name_of<'a>(id: &'a str, file: &str) -> &'a str {
    let name = |path: &'a str| path.rsplit(['/', '\\']).next().unwrap_or(path);
    let is_file = file.rsplit(['/', '\\']).next().is_some_and(|file| id.contains(file));
    let own = if is_file { name(id) } else { "" };
    own.rsplit_once('.').map_or(own, |(stem, _)| stem)
}

/// The page of the first of these lines, and of each other that starts a page, with that line.
fn pages_of(document: &Document, (first, last): (u32, u32)) -> Vec<(u32, u32)> {
    let begun = |line: u32| document.pages.partition_point(|&start| start <= line as usize);
    let later = (begun(first)..begun(last)).map(|page| (page as u32 + 1, document.pages[page] as u32));
    let own = document.page_of(first as usize).map(|page| (page as u32, first));
    let mut pages: Vec<(u32, u32)> = own.into_iter().chain(later).collect();
    // of pages that start on one line all but the last are empty
    pages.reverse();
    pages.dedup_by_key(|(_, line)| *line);
    pages.reverse();
    pages
}

/// Adds the terms of the mentions in a passage, and the mentions themselves.
fn add_mentions(record: &mut TantivyDocument, fields: Fields, mentions: &Mentions, text: &str, terms: &mut TermList) {
    let mut add = |field, terms: &mut TermList| {
        if let Some(line) = terms.take() {
            record.add_text(field, line);
        }
    };
    mentions.numbers.iter().for_each(|number| terms.add_parts(&[&numbers::term(number)]));
    add(fields.numbers, terms);
    mentions.people.iter().chain(&mentions.possible).for_each(|person| people::add_terms(person, terms));
    mentions.offices.iter().for_each(|office| people::add_office(office, terms));
    add(fields.people, terms);
    mentions.abbreviations.iter().for_each(|short| abbreviations::add_terms(short, terms));
    add(fields.abbreviations, terms);
    relations::add_terms(mentions, terms);
    add(fields.relations, terms);
    let mut intervals = Vec::with_capacity(mentions.dates.len());
    for date in &mentions.dates {
        dates::add_terms(date, terms);
        if let Some(interval) = Interval::of(date) {
            let aside = mentions.is_aside(date, text);
            intervals.push(Interval { aside, ..interval }.pack());
        }
    }
    add(fields.dates, terms);
    intervals.into_iter().for_each(|interval| record.add_u64(fields.intervals, interval));
    if let Some(day) = mentions.published {
        record.add_u64(fields.published, Interval::day(day).pack());
    }
    if *mentions == Mentions::default() {
        return;
    }
    let stored = postcard::to_allocvec(mentions).expect("mentions are numbers and text");
    record.add_bytes(fields.mentions, &stored);
}

/// A number that depends on nothing but the document's id, and on its file where another may have the same id.
fn order(id: &str, file: &str) -> u64 {
    let mut hasher = FxHasher::default();
    id.hash(&mut hasher);
    if !id.starts_with(file) {
        file.hash(&mut hasher);
    }
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_that_is_a_file_has_its_name() {
        let check = |id: &str, file: &str, expected: &str| assert_eq!(name_of(id, file), expected, "{id} {file}");
        check("kho/BIÊN BẢN họp 2021.docx", "kho/BIÊN BẢN họp 2021.docx", "BIÊN BẢN họp 2021");
        check("tin.txt", "/kho/tin.txt", "tin");
        check("kho/cu.zip/nam/bao-cao.doc", "kho/cu.zip", "bao-cao");
        check("giao-ban", "kho/tin-ngan.jsonl", "");
        check("kho/README", "kho/README", "README");
    }

    #[test]
    fn a_passage_knows_its_pages() {
        let check = |pages: &[usize], lines: (u32, u32), expected: &[(u32, u32)]| {
            let document = Document { pages: pages.to_vec(), ..Document::default() };
            assert_eq!(pages_of(&document, lines), expected, "{pages:?} {lines:?}");
        };
        check(&[], (1, 9), &[]);
        check(&[1, 4], (1, 3), &[(1, 1)]);
        check(&[1, 4], (2, 4), &[(1, 2), (2, 4)]);
        check(&[1, 4], (4, 9), &[(2, 4)]);
        check(&[1, 4, 4, 4, 6], (2, 9), &[(1, 2), (4, 4), (5, 6)]);
        check(&[1, 1, 1], (1, 2), &[(3, 1)]);
    }
}
