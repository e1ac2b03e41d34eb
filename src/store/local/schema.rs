//! The fields of a passage in the index, and how each is cut into terms.

use tantivy::schema::{FAST, Field, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{TextAnalyzer, TokenizerManager};
use tantivy::{Index, Term};

use super::listed::Listed;
use super::tokenizer::Blanks;
use crate::store::record::Part;
use crate::store::{field, term};

const BLANKS: &str = "blanks";
const LISTED: &str = "listed";

/// The fields of the index. One tantivy document is one passage.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fields {
    /// Exact forms.
    pub(super) exact: Field,
    /// Folded forms and whole symbols, with positions.
    pub(super) folded: Field,
    /// Folded forms of the title and the section headings, with the first passage that stands under them.
    pub(super) context: Field,
    /// The document's id: its path, or the `id` of a JSON Lines line. Stored.
    pub(super) doc: Field,
    /// The path of the file that the document comes from. Stored.
    pub(super) file: Field,
    /// Which passage of its document this is, from 0. The passages of a document lie side by side.
    pub(super) ordinal: Field,
    /// A hash of the document's id and file: puts passages of equal score in one fixed order.
    pub(super) order: Field,
    /// How often the passage is in a sample that is halved again and again.
    pub(super) sample: Field,
    /// The document's title. Stored.
    pub(super) title: Field,
    /// The headings above the passage, outermost first. Stored.
    pub(super) section: Field,
    /// First and last line in the source: `first << 32 | last`. Stored.
    pub(super) lines: Field,
    /// Where pages are known: for the first line of the passage and each line in it that starts a
    /// page, `page << 32 | line`. Stored.
    pub(super) pages: Field,
    /// The passage itself. Stored.
    pub(super) text: Field,
    /// The documents that the passage names by number, each with all that it says of them.
    pub(super) numbers: Field,
    /// The people that the passage names, as terms by family name, by given name and by office.
    pub(super) people: Field,
    /// The days and periods that the passage names, as terms that find them by overlap and by day of the year.
    pub(super) dates: Field,
    /// The same as packed intervals, for ranking.
    pub(super) intervals: Field,
    /// The packed day of the document itself, where it is known.
    pub(super) published: Field,
    /// The short forms that the passage defines, as terms by either form.
    pub(super) abbreviations: Field,
    /// The documents of which the passage says what they do to each other, or when they are in force.
    pub(super) relations: Field,
    /// The mentions in the passage, with where they stand. Stored.
    pub(super) mentions: Field,
}

impl Fields {
    /// The field as the engine has it.
    pub(super) fn of(&self, field: field::Field) -> Field {
        match field {
            field::Field::Exact => self.exact,
            field::Field::Folded => self.folded,
            field::Field::Context => self.context,
            field::Field::Doc => self.doc,
            field::Field::File => self.file,
            field::Field::Numbers => self.numbers,
            field::Field::People => self.people,
            field::Field::Dates => self.dates,
            field::Field::Abbreviations => self.abbreviations,
            field::Field::Relations => self.relations,
        }
    }

    /// The field that a part of a passage is kept in.
    pub(super) fn kept(&self, part: Part) -> Field {
        match part {
            Part::Exact => self.exact,
            Part::Folded => self.folded,
            Part::Doc => self.doc,
            Part::File => self.file,
            Part::Ordinal => self.ordinal,
            Part::Order => self.order,
            Part::Sample => self.sample,
            Part::Title => self.title,
            Part::Section => self.section,
            Part::Lines => self.lines,
            Part::Pages => self.pages,
            Part::Text => self.text,
            Part::Numbers => self.numbers,
            Part::People => self.people,
            Part::Abbreviations => self.abbreviations,
            Part::Relations => self.relations,
            Part::Dates => self.dates,
            Part::Intervals => self.intervals,
            Part::Published => self.published,
            Part::Mentions => self.mentions,
        }
    }

    /// The term as the engine has it.
    pub(super) fn term(&self, term: &term::Term) -> Term {
        Term::from_field_text(self.of(term.field), &term.text)
    }
}

/// The schema and its fields.
pub(super) fn schema() -> (Schema, Fields) {
    let mut schema = Schema::builder();
    let terms = |tokenizer, record| {
        let indexing = TextFieldIndexing::default().set_tokenizer(tokenizer).set_index_option(record);
        TextOptions::default().set_indexing_options(indexing)
    };
    let fields = Fields {
        exact: schema.add_text_field("exact", terms(BLANKS, IndexRecordOption::WithFreqs)),
        folded: schema.add_text_field("folded", terms(BLANKS, IndexRecordOption::WithFreqsAndPositions)),
        context: schema.add_text_field("context", terms(BLANKS, IndexRecordOption::WithFreqs)),
        doc: schema.add_text_field("doc", STRING | STORED),
        file: schema.add_text_field("file", STRING | STORED),
        ordinal: schema.add_u64_field("ordinal", FAST),
        order: schema.add_u64_field("order", FAST),
        sample: schema.add_text_field("sample", whole_terms("raw")),
        title: schema.add_text_field("title", STORED),
        section: schema.add_text_field("section", STORED),
        lines: schema.add_u64_field("lines", STORED),
        pages: schema.add_u64_field("pages", STORED),
        text: schema.add_text_field("text", STORED),
        numbers: schema.add_text_field("numbers", whole_terms(LISTED)),
        people: schema.add_text_field("people", whole_terms(LISTED)),
        abbreviations: schema.add_text_field("abbreviations", whole_terms(LISTED)),
        relations: schema.add_text_field("relations", whole_terms(LISTED)),
        dates: schema.add_text_field("dates", whole_terms(LISTED)),
        intervals: schema.add_u64_field("intervals", FAST),
        published: schema.add_u64_field("published", FAST),
        mentions: schema.add_bytes_field("mentions", STORED),
    };
    (schema.build(), fields)
}

/// Terms that may hold blanks; how often does not count.
fn whole_terms(tokenizer: &str) -> TextOptions {
    let indexing = TextFieldIndexing::default()
        .set_tokenizer(tokenizer)
        .set_index_option(IndexRecordOption::Basic)
        .set_fieldnorms(false);
    TextOptions::default().set_indexing_options(indexing)
}

/// The tokenizers that the fields name.
fn tokenizers() -> TokenizerManager {
    let tokenizers = TokenizerManager::default();
    tokenizers.register(BLANKS, TextAnalyzer::from(Blanks));
    tokenizers.register(LISTED, TextAnalyzer::from(Listed));
    tokenizers
}

/// An index that is opened has only the stock tokenizers.
pub(super) fn with_tokenizers(mut index: Index) -> Index {
    index.set_tokenizers(tokenizers());
    index
}
