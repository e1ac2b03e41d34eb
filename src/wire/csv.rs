//! Answers to rows of a spreadsheet, with a byte order mark, so that it reads them as UTF-8.
//!
//! No cell acts: what a spreadsheet would take for a formula has `'` before it, letters that act are replaced.

use std::io::{self, Write};

use csv::{QuoteStyle, Terminator, WriterBuilder};

use super::answer::{AnswerLine, ExplainFields, HitFields};
use super::numbers::{CandidateFields, Candidates, NumberFields, OccurrenceFields, RegisterLines};
use super::papers::{PaperValue, TitledPaper};
use super::people::{ListedFields, OfficeFields, PeopleLines, PersonFields, RollLines, SightingFields};
use super::timeline::{MomentFields, TimelineLines};
use super::times::TimeFields;
use crate::snippet::text::clean_lines;
use crate::voice::iso;

/// What stands between the values of one cell.
const GAP: &str = "; ";

/// Signs that begin a formula, as spreadsheets take them, wide ones of East Asia among them.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// What becomes a table: a row for each thing that was found.
pub(crate) trait Table {
    /// The names of the columns, those of the fields in JSON.
    fn columns(&self) -> Vec<&'static str>;

    /// A cell for each column.
    fn rows(&self) -> Vec<Vec<Cell>>;

    /// How many rows there are, those that are not printed among them.
    fn total(&self) -> usize;
}

/// One value of a row.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Cell {
    /// Words, of whoever wrote them.
    Text(String),
    /// A figure of our own.
    Figure(String),
}

/// Writes a table, with a mark and the names of its columns where it is the first.
///
/// # Errors
/// Those of the stream.
pub(crate) fn write(out: &mut dyn Write, table: &dyn Table, is_first: bool) -> io::Result<()> {
    if is_first {
        out.write_all("\u{FEFF}".as_bytes())?;
    }
    let mut builder = WriterBuilder::new();
    builder.terminator(Terminator::CRLF).quote_style(QuoteStyle::Necessary);
    let mut writer = builder.from_writer(out);
    if is_first {
        writer.write_record(table.columns())?;
    }
    for row in table.rows() {
        writer.write_record(row.iter().map(Cell::written))?;
    }
    writer.flush()
}

impl Cell {
    /// It as it is written.
    fn written(&self) -> String {
        match self {
            Self::Figure(figure) => figure.clone(),
            Self::Text(text) => {
                let text = clean_lines(text);
                let guard = if text.trim_start().starts_with(FORMULA) { "'" } else { "" };
                format!("{guard}{text}")
            }
        }
    }

    fn figure(figure: impl ToString) -> Self {
        Self::Figure(figure.to_string())
    }

    /// A value that may be missing.
    fn or_none(text: Option<impl Into<String>>) -> Self {
        Self::Text(text.map(Into::into).unwrap_or_default())
    }

    /// Several values in one cell.
    fn all(values: &[impl AsRef<str>]) -> Self {
        Self::Text(values.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(GAP))
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// When something was: `from`, `to`, `day`, `inferred`.
const TIME: [&str; 4] = ["from", "to", "day", "inferred"];

fn time(time: &TimeFields) -> Vec<Cell> {
    let told = time.time();
    let day = |day: Option<_>| Cell::or_none(day.map(iso));
    let yearly = Cell::or_none(told.yearly.map(|days| days.to_string()));
    vec![day(told.from), day(told.to), yearly, Cell::figure(told.inferred)]
}

impl Table for AnswerLine<'_> {
    fn columns(&self) -> Vec<&'static str> {
        let batch = self.id.map_or(&[][..], |_| &["id", "query"]);
        let hit = ["rank", "score", "doc", "file", "title", "section", "first_line", "last_line", "line", "page"];
        let found = ["people", "dates", "numbers", "text"];
        let more: &[_] = if self.details.more_in_document { &["more_in_document"] } else { &[] };
        let parts: &[_] = if self.details.explain { &ExplainFields::COLUMNS } else { &[] };
        [batch, &hit, &found, more, parts].concat()
    }

    fn rows(&self) -> Vec<Vec<Cell>> {
        let id = |id: &serde_json::Value| id.as_str().map_or_else(|| Cell::figure(id), Cell::from);
        let batch = self.id.map(|of| vec![id(of), self.query.into()]).unwrap_or_default();
        self.hits.iter().map(|hit| [batch.clone(), hit.row()].concat()).collect()
    }

    fn total(&self) -> usize {
        self.total
    }
}

impl ExplainFields {
    const COLUMNS: [&'static str; 8] =
        ["words", "pairs", "near", "context", "document", "mentions", "answer", "coverage"];

    fn row(&self) -> Vec<Cell> {
        let Self { words, pairs, near, context, document, mentions, answer, coverage } = self;
        [words, pairs, near, context, document, mentions, answer, coverage].map(Cell::figure).to_vec()
    }
}

impl HitFields<'_> {
    fn row(&self) -> Vec<Cell> {
        let dates: Vec<&str> = self.dates.iter().map(|date| date.text).collect();
        let mut row = vec![
            Cell::figure(self.rank),
            Cell::figure(self.score),
            self.doc.into(),
            self.file.unwrap_or(self.doc).into(),
            self.title.into(),
            Cell::Text(self.section.join(" › ")),
            Cell::figure(self.lines.0),
            Cell::figure(self.lines.1),
            Cell::figure(self.line),
            Cell::or_none(self.page.map(|page| page.to_string())),
            Cell::all(&self.people),
            Cell::all(&dates),
            Cell::all(&self.numbers),
            self.text.into(),
        ];
        row.extend(self.more_in_document.map(Cell::figure));
        row.extend(self.explain.iter().flat_map(ExplainFields::row));
        row
    }
}

impl Table for RollLines<'_> {
    fn columns(&self) -> Vec<&'static str> {
        vec!["name", "spellings", "similar", "offices", "passages"]
    }

    fn rows(&self) -> Vec<Vec<Cell>> {
        let row = |listed: &ListedFields| {
            let offices: Vec<String> = listed.offices.iter().map(office).collect();
            let (spellings, similar) = (Cell::all(listed.spellings), Cell::all(listed.similar));
            vec![listed.name.into(), spellings, similar, Cell::all(&offices), Cell::figure(listed.passages)]
        };
        self.people.iter().map(row).collect()
    }

    fn total(&self) -> usize {
        self.total
    }
}

/// An office, with its time where that is known.
fn office(office: &OfficeFields) -> String {
    let told = office.time.time();
    let day = |day: Option<_>| day.map(iso).unwrap_or_default();
    match (told.from, told.to) {
        (None, None) => office.role.to_owned(),
        (from, to) if from == to => format!("{} ({})", office.role, day(from)),
        (from, to) => format!("{} ({}..{})", office.role, day(from), day(to)),
    }
}

impl Table for PeopleLines<'_> {
    fn columns(&self) -> Vec<&'static str> {
        [&["name", "role"][..], &TIME, &["doc", "line", "text"]].concat()
    }

    fn rows(&self) -> Vec<Vec<Cell>> {
        let all = self.people.iter().flat_map(|person| person.mentions.iter().map(move |sighting| (person, sighting)));
        let row = |(person, sighting): (&PersonFields, &SightingFields)| {
            let who = vec![person.listed.name.into(), Cell::or_none(sighting.role)];
            let place = vec![sighting.doc.into(), Cell::figure(sighting.line), sighting.text.into()];
            [who, time(&sighting.time), place].concat()
        };
        all.map(row).collect()
    }

    fn total(&self) -> usize {
        self.people.iter().map(|person| person.total).sum()
    }
}

impl Table for TimelineLines<'_> {
    fn columns(&self) -> Vec<&'static str> {
        [&["type"][..], &TIME, &["doc", "line", "text", "people", "places", "numbers"]].concat()
    }

    fn rows(&self) -> Vec<Vec<Cell>> {
        let row = |moment: &MomentFields| {
            let place = vec![moment.doc.into(), Cell::figure(moment.line), moment.text.into()];
            let named = [moment.people, moment.places, moment.numbers].map(Cell::all).to_vec();
            [vec![Cell::or_none(moment.kind)], time(&moment.time), place, named].concat()
        };
        self.moments.iter().map(row).collect()
    }

    fn total(&self) -> usize {
        self.total
    }
}

impl NumberFields<'_> {
    const COLUMNS: [&'static str; 8] =
        ["canonical", "written", "year", "type", "issuer", "province", "issued", "subject"];

    fn row(&self) -> Vec<Cell> {
        vec![
            Cell::Text(self.canonical.clone()),
            self.written.into(),
            Cell::or_none(self.year.map(|year| year.to_string())),
            Cell::or_none(self.kind),
            Cell::or_none(self.issuer),
            Cell::or_none(self.province),
            Cell::or_none(self.issued.map(|day| day.to_string())),
            Cell::or_none(self.subject),
        ]
    }
}

impl Table for RegisterLines<'_> {
    fn columns(&self) -> Vec<&'static str> {
        [&NumberFields::COLUMNS[..], &["passages", "held"]].concat()
    }

    fn rows(&self) -> Vec<Vec<Cell>> {
        let counts = |passages: u64, held: bool| vec![Cell::figure(passages), Cell::figure(held)];
        self.numbers.iter().map(|entry| [entry.number.row(), counts(entry.passages, entry.held)].concat()).collect()
    }

    fn total(&self) -> usize {
        self.total
    }
}

impl Table for Candidates<'_> {
    fn columns(&self) -> Vec<&'static str> {
        let place = ["role", "doc", "title", "line", "published", "text"];
        [&NumberFields::COLUMNS[..], &["held", "standing", "since", "by"], &place].concat()
    }

    fn rows(&self) -> Vec<Vec<Cell>> {
        let of = |candidate: &CandidateFields| -> Vec<Vec<Cell>> {
            let by: Vec<String> = candidate.standing.by.iter().map(paper).collect();
            let since = Cell::or_none(candidate.standing.since.clone());
            let stands = vec![Cell::figure(candidate.held), candidate.standing.state.into(), since, Cell::all(&by)];
            let about = [candidate.number.row(), stands].concat();
            let places = candidate.documents.iter().chain(&candidate.citations);
            places.map(|place| [about.clone(), place.row()].concat()).collect()
        };
        self.candidates.iter().flat_map(of).collect()
    }

    fn total(&self) -> usize {
        self.candidates.iter().map(|candidate| candidate.total_documents + candidate.total_citations).sum()
    }
}

impl OccurrenceFields<'_> {
    fn row(&self) -> Vec<Cell> {
        let published = Cell::or_none(self.published.map(|day| day.to_string()));
        vec![self.role.into(), self.doc.into(), self.title.into(), Cell::figure(self.line), published, self.text.into()]
    }
}

/// A document in one cell.
fn paper(paper: &PaperValue) -> String {
    match paper {
        PaperValue::Number(number) => number.clone(),
        PaperValue::Titled(TitledPaper { kind, title, .. }) => format!("{kind} {title}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A table of one column.
    struct Column(Vec<Cell>);

    impl Table for Column {
        fn columns(&self) -> Vec<&'static str> {
            vec!["text", "count"]
        }

        fn rows(&self) -> Vec<Vec<Cell>> {
            self.0.iter().map(|cell| vec![cell.clone(), Cell::figure(-1)]).collect()
        }

        fn total(&self) -> usize {
            self.0.len()
        }
    }

    fn written(text: &str, is_first: bool) -> String {
        let mut out = Vec::new();
        write(&mut out, &Column(vec![text.into()]), is_first).expect("written");
        String::from_utf8(out).expect("UTF-8")
    }

    #[test]
    fn no_cell_acts() {
        let check = |text: &str, cell: &str| assert_eq!(written(text, false), format!("{cell},-1\r\n"), "{text}");
        check("Đỗ Văn Thắng", "Đỗ Văn Thắng");
        check("a, b", "\"a, b\"");
        check("hai\ndòng \"một\"", "\"hai\ndòng \"\"một\"\"\"");
        check("=1+1", "'=1+1");
        check(" \u{A0}=1+1", "' \u{A0}=1+1");
        check("\t@x", "' @x");
        check("\n＝x", "\"'\n＝x\"");
        check("-0178-01-01", "'-0178-01-01");
        check("+84", "'+84");
        check("1-2", "1-2");
        check("\u{1B}[31m\u{202E}x\r", "\u{FFFD}[31m\u{FFFD}x ");
    }

    #[test]
    fn the_mark_and_the_columns_come_once() {
        assert_eq!(written("a", true), "\u{FEFF}text,count\r\na,-1\r\n");
        assert_eq!(written("a", false), "a,-1\r\n");
    }
}
