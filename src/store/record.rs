//! A document with its passages to what stores keep of them, in whatever form each takes it.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use super::abbreviations;
use super::dates::{self, Interval};
use super::field::HEADED;
use super::manifest::Tokens;
use super::numbers;
use super::passage::StoredPassage;
use super::people;
use super::relations;
use super::sample;
use super::term_list::TermList;
use crate::analysis::Lines;
use crate::corpus::Document;
use crate::mention::Mentions;
use crate::passage::Passage;

/// Passages of a document that are kept side by side; longer documents come in runs of this many.
pub(super) const RUN: usize = 512;

/// What is kept of a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Exact forms, parted by blanks.
    Exact,
    /// Folded forms and whole symbols, parted by blanks.
    Folded,
    /// The document's id.
    Doc,
    /// The path of its file.
    File,
    /// Which passage of its document this is, from 0.
    Ordinal,
    /// A hash of the document's id and file.
    Order,
    /// How often it is in a sample that is halved again and again; none where it is in the first alone.
    Sample,
    /// The document's title.
    Title,
    /// A heading above it; the outermost comes first.
    Section,
    /// First and last line in the source: `first << 32 | last`.
    Lines,
    /// A line that starts a page: `page << 32 | line`.
    Pages,
    /// The passage itself.
    Text,
    /// The terms of the documents that it names, as a [`TermList`] parts them.
    Numbers,
    /// Those of people and offices.
    People,
    /// Those of the short forms that it defines.
    Abbreviations,
    /// Those of the documents of which it says what they do to each other.
    Relations,
    /// Those of days and periods.
    Dates,
    /// A packed interval that it names.
    Intervals,
    /// The packed day of the document itself.
    Published,
    /// The mentions in it, for a reader.
    Mentions,
}

/// The form in which a store takes a passage.
pub(super) trait Form {
    /// Adds a text.
    fn text(&mut self, part: Part, text: &str);

    /// Adds a number.
    fn number(&mut self, part: Part, number: u64);

    /// Adds bytes.
    fn bytes(&mut self, part: Part, bytes: &[u8]);

    /// Adds title and headings, folded; whether the passage is the first that stands under them.
    fn context(&mut self, line: &str, is_headed: bool);
}

/// A passage in the form of a store.
pub(super) struct Recorded<F> {
    /// The form.
    pub(super) form: F,
    /// About how large it is.
    pub(super) bytes: usize,
    /// How many terms it has.
    pub(super) tokens: Tokens,
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
    body: Lines,
    context: Lines,
    heading: String,
    /// The context that the heading makes, as the index takes it.
    headed: String,
    terms: TermList,
}

impl Recorder {
    pub(super) fn new() -> Self {
        Self {
            body: Lines::keeping(),
            context: Lines::keeping(),
            heading: String::new(),
            headed: HEADED.to_owned(),
            terms: TermList::default(),
        }
    }

    /// The passage of a document with this ordinal, in a form that is begun with its size in bytes.
    pub(super) fn record<F: Form>(
        &mut self,
        file: &str,
        document: &Document,
        title: &str,
        mentions: &Mentions,
        (ordinal, passage): (usize, &Passage),
        begin: impl FnOnce(usize) -> F,
    ) -> Recorded<F> {
        let piece = Piece {
            doc: &document.id,
            file,
            title,
            section: &passage.section,
            lines: passage.lines,
            pages: pages_of(document, passage.lines),
            text: &document.text[passage.range.clone()],
            mentions: mentions.within(&passage.range),
            ordinal,
        };
        self.record_of(&piece, begin)
    }

    /// The same of a passage that is in the index, for a document of another id in another file.
    pub(super) fn record_again<F: Form>(
        &mut self,
        stored: StoredPassage,
        (doc, file): (&str, &str),
        ordinal: usize,
        begin: impl FnOnce(usize) -> F,
    ) -> Recorded<F> {
        let StoredPassage { title, section, lines, pages, text, mentions, .. } = stored;
        let pages = pages.into_iter().map(|(line, page)| (page, line)).collect();
        let (title, section, text) = (&*title, &*section, &*text);
        self.record_of(&Piece { doc, file, title, section, lines, pages, text, mentions, ordinal }, begin)
    }

    fn record_of<F: Form>(&mut self, piece: &Piece, begin: impl FnOnce(usize) -> F) -> Recorded<F> {
        let &Piece { doc, file, title, section, lines, ref pages, text, ref mentions, ordinal } = piece;
        self.body.read(text);
        let is_headed = self.read_context(title, name_of(doc, file), section) || ordinal % RUN == 0;
        let bytes = text.len() + self.body.exact().len() + self.body.folded().len() + 512;
        let mut record = begin(bytes);
        record.text(Part::Exact, self.body.exact());
        record.text(Part::Folded, self.body.folded());
        let mut tokens =
            Tokens { exact: words(self.body.exact()), folded: words(self.body.folded()), ..Tokens::default() };
        record.context(&self.headed, is_headed);
        if is_headed {
            tokens = Tokens { context: words(&self.headed), headed: 1, ..tokens };
        }
        record.text(Part::Doc, doc);
        record.text(Part::File, file);
        record.number(Part::Ordinal, ordinal as u64);
        let order = order(doc, file);
        record.number(Part::Order, order);
        if let Some(term) = sample::term(order, ordinal) {
            record.text(Part::Sample, &term);
        }
        record.text(Part::Title, title);
        for heading in section {
            record.text(Part::Section, heading);
        }
        record.number(Part::Lines, u64::from(lines.0) << 32 | u64::from(lines.1));
        for &(page, line) in pages {
            record.number(Part::Pages, u64::from(page) << 32 | u64::from(line));
        }
        record.text(Part::Text, text);
        add_mentions(&mut record, mentions, text, &mut self.terms);
        Recorded { form: record, bytes, tokens }
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
fn add_mentions(record: &mut impl Form, mentions: &Mentions, text: &str, terms: &mut TermList) {
    let mut add = |part, terms: &mut TermList| {
        if let Some(line) = terms.take() {
            record.text(part, line);
        }
    };
    mentions.numbers.iter().for_each(|number| terms.add_parts(&[&numbers::term(number)]));
    add(Part::Numbers, terms);
    mentions.people.iter().chain(&mentions.possible).for_each(|person| people::add_terms(person, terms));
    mentions.offices.iter().for_each(|office| people::add_office(office, terms));
    add(Part::People, terms);
    mentions.abbreviations.iter().for_each(|short| abbreviations::add_terms(short, terms));
    add(Part::Abbreviations, terms);
    relations::add_terms(mentions, terms);
    add(Part::Relations, terms);
    let mut intervals = Vec::with_capacity(mentions.dates.len());
    for date in &mentions.dates {
        dates::add_terms(date, terms);
        if let Some(interval) = Interval::of(date) {
            let aside = mentions.is_aside(date, text);
            intervals.push(Interval { aside, ..interval }.pack());
        }
    }
    add(Part::Dates, terms);
    intervals.into_iter().for_each(|interval| record.number(Part::Intervals, interval));
    if let Some(day) = mentions.published {
        record.number(Part::Published, Interval::day(day).pack());
    }
    if *mentions == Mentions::default() {
        return;
    }
    let stored = postcard::to_allocvec(mentions).expect("mentions are numbers and text");
    record.bytes(Part::Mentions, &stored);
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
