//! Text, breaks, rows, headings and page starts in the order of a document -> lines and where the
//! headings and pages are among them.

use super::document::Heading;
use super::raised::{Raised, raised};
use super::room::{MAX_OPEN, Room, push};
use super::spaced::joined;
use super::unreadable::Unreadable;

/// A row longer than this in bytes, with lines of its own, lays out the page and holds no data.
const MAX_ROW_BYTES: usize = 2000;

/// More than a word has, and the sign before it.
const WORD_BYTES: usize = 64;

/// Lines under way; line ends and spaces are owed until text follows.
pub(super) struct Lines {
    room: Room,
    out: String,
    owed_line_ends: usize,
    owes_space: bool,
    /// What is raised above the line, until other text follows.
    raised: String,
    heading: Option<OpenHeading>,
    /// Where the headings start in `out`, and their levels.
    headings: Vec<(usize, u8)>,
    /// The open tables, the innermost last.
    tables: Vec<Table>,
    /// Tables beyond those remembered.
    deeper: usize,
    pre_depth: usize,
    starts_pre: bool,
    /// What stands between the cells of a row instead of a tab.
    cell_gap: Option<&'static str>,
    /// How long `out` was at the start of each page.
    pages: Vec<usize>,
    /// Whether a picture was met on the page, which without text is a page all the same.
    has_picture: bool,
}

/// Lines that are done.
pub(super) struct Laid {
    pub text: String,
    pub headings: Vec<Heading>,
    /// The first line of each page, 1-based; none if no page start was met.
    pub pages: Vec<usize>,
}

struct OpenHeading {
    level: u8,
    has_text: bool,
}

/// A table under way.
#[derive(Default)]
struct Table {
    row: Option<Row>,
    /// The first row and its end, until a second one shows that the table holds data.
    first: Option<(Row, usize)>,
    has_rows: bool,
}

/// Where a row and its cells start in `Lines::out`.
struct Row {
    start: usize,
    cells: Vec<usize>,
    /// It holds a table or a heading.
    is_layout: bool,
}

impl Lines {
    /// Lines that take no more than there is room for.
    pub fn within(room: Room) -> Self {
        Self {
            room,
            out: String::new(),
            owed_line_ends: 0,
            owes_space: false,
            raised: String::new(),
            heading: None,
            headings: Vec::new(),
            tables: Vec::new(),
            deeper: 0,
            pre_depth: 0,
            starts_pre: false,
            cell_gap: None,
            pages: Vec::new(),
            has_picture: false,
        }
    }

    /// The same, and their rows have this between their cells.
    pub fn with_cell_gap(room: Room, cell_gap: &'static str) -> Self {
        Self { cell_gap: Some(cell_gap), ..Self::within(room) }
    }

    /// Adds a text; where there is no room for it, the whole is refused at the end.
    pub fn text(&mut self, text: &str) {
        if !self.room.take(text.len()) {
            return;
        }
        self.settle_raised();
        if self.pre_depth > 0 {
            return self.verbatim(text);
        }
        self.words(&joined(text));
    }

    fn words(&mut self, text: &str) {
        let mut rest = text;
        while let Some(start) = rest.find(|c: char| !is_blank(c)) {
            self.owes_space |= start > 0;
            rest = &rest[start..];
            let end = rest.find(is_blank).unwrap_or(rest.len());
            self.word(&rest[..end]);
            rest = &rest[end..];
        }
        self.owes_space |= !rest.is_empty();
    }

    /// Starts a new line, or with 2 a new paragraph; 0 does nothing.
    pub fn block(&mut self, line_ends: usize) {
        if line_ends > 0 {
            self.settle_raised();
            self.heading.take_if(|heading| heading.has_text);
            self.owed_line_ends = self.owed_line_ends.max(line_ends);
        }
    }

    /// A second break in a row makes a blank line; in a heading a break is a space.
    pub fn line_break(&mut self) {
        self.settle_raised();
        match &self.heading {
            Some(heading) if heading.has_text => self.owes_space = true,
            _ => self.owed_line_ends = (self.owed_line_ends + 1).min(2),
        }
    }

    pub fn open_heading(&mut self, level: u8) {
        self.block(2);
        self.heading = Some(OpenHeading { level, has_text: false });
    }

    pub fn close_heading(&mut self) {
        self.heading = None;
        self.block(2);
    }

    pub fn open_pre(&mut self) {
        self.block(1);
        self.pre_depth += 1;
        self.starts_pre = true;
    }

    pub fn close_pre(&mut self) {
        self.block(1);
        self.pre_depth = self.pre_depth.saturating_sub(1);
        self.starts_pre = false;
    }

    /// Adds text that is raised above the line: the mark of a note must not prolong what it hangs on.
    pub fn raised(&mut self, text: &str) {
        if self.room.take(text.len()) {
            self.raised.push_str(text);
        }
    }

    fn settle_raised(&mut self) {
        if self.raised.is_empty() {
            return;
        }
        let text = std::mem::take(&mut self.raised);
        let before = if self.owed_line_ends > 0 { "" } else { end_of_line(&self.out) };
        let opens_line = before.trim().is_empty();
        match raised(before, &text) {
            Raised::Mark(mark) => {
                self.owes_space = false;
                self.word(&mark);
                self.owes_space = text.ends_with(is_blank);
            }
            Raised::Joined => self.words(&text),
            Raised::Apart => {
                self.owes_space = true;
                self.words(&text);
                self.owes_space |= opens_line;
            }
        }
    }

    pub fn open_table(&mut self) {
        self.mark_layout();
        self.block(1);
        if self.tables.len() < MAX_OPEN {
            self.tables.push(Table::default());
        } else {
            self.deeper += 1;
        }
    }

    /// A table of one row sets heads and signatures side by side: if its cells have lines of their
    /// own, these stay.
    pub fn close_table(&mut self) {
        self.close_row();
        if self.deeper > 0 {
            self.deeper -= 1;
            return;
        }
        if let Some((row, end)) = self.tables.pop().and_then(|table| table.first)
            && end == self.out.len()
            && !row.is_layout
            && !self.cells(&row).iter().any(|cell| cell.contains('\n'))
        {
            self.join(&row);
        }
    }

    pub fn open_row(&mut self) {
        self.close_row();
        // Text behind the row but in no other belongs to neither.
        if let Some((first, end)) = self.tables.last_mut().and_then(|table| table.first.take())
            && end == self.out.len()
        {
            self.join(&first);
        }
        self.settle();
        let row = Row { start: self.out.len(), cells: Vec::new(), is_layout: false };
        if let Some(table) = self.tables.last_mut() {
            table.row = Some(row);
        }
    }

    pub fn open_cell(&mut self) {
        if self.tables.last().is_some_and(|table| table.row.is_none()) {
            self.open_row();
        }
        self.block(1);
        let start = self.out.len();
        if let Some(row) = self.open() {
            push(&mut row.cells, start);
        }
    }

    pub fn close_tables(&mut self) {
        while !self.tables.is_empty() {
            self.close_table();
        }
    }

    /// Makes a row of data one line, its cells separated by tabs or the gap.
    pub fn close_row(&mut self) {
        self.block(1);
        let (keeps_first, end) = (self.cell_gap.is_some(), self.out.len());
        let Some(table) = self.tables.last_mut() else {
            return;
        };
        let Some(row) = table.row.take() else {
            return;
        };
        let is_first = !std::mem::replace(&mut table.has_rows, true);
        if is_first && keeps_first {
            table.first = Some((row, end));
        } else {
            self.join(&row);
        }
    }

    /// A page starts here; a line that is begun belongs to the page before.
    ///
    /// Two starts without text between them are one: word processors mark both the break and where
    /// it took effect.
    pub fn start_page(&mut self) {
        if self.has_picture || self.pages.last() != Some(&self.out.len()) {
            self.start_every_page();
        }
    }

    /// A picture stands here.
    pub fn picture(&mut self) {
        self.has_picture = true;
    }

    /// A page starts here, even if the one before is empty.
    pub fn start_every_page(&mut self) {
        self.settle_raised();
        if std::mem::take(&mut self.has_picture) && self.pages.is_empty() && self.out.is_empty() {
            // the page before is the first
            self.pages.push(0);
        }
        self.pages.push(self.out.len());
    }

    /// The text, and its headings and pages by line.
    ///
    /// # Errors
    /// There was not room for all of it.
    pub fn finish(mut self) -> Result<Laid, Unreadable> {
        self.room.check()?;
        self.settle_raised();
        self.close_tables();
        let mut headings = Vec::new();
        let (mut line, mut counted) = (1, 0);
        for &(start, level) in &self.headings {
            line += self.out[counted..start].matches('\n').count();
            counted = start;
            headings.push(Heading { line, level });
        }
        self.out.truncate(self.out.trim_end().len());
        let pages = page_lines(&self.out, &self.pages);
        Ok(Laid { text: self.out, headings, pages })
    }

    fn open(&mut self) -> Option<&mut Row> {
        self.tables.last_mut()?.row.as_mut()
    }

    fn cells(&self, row: &Row) -> Vec<&str> {
        let ends = row.cells.iter().copied().chain([self.out.len()]);
        let starts = [row.start].into_iter().chain(row.cells.iter().copied());
        starts.zip(ends).map(|(start, end)| self.out[start..end].trim()).collect()
    }

    /// Makes the row at the end of the text one line, unless it lays out the page.
    fn join(&mut self, row: &Row) {
        if row.is_layout {
            return;
        }
        let cells = self.cells(row);
        let has_lines = cells.iter().any(|cell| cell.contains('\n'));
        if has_lines && self.out.len() - row.start > MAX_ROW_BYTES {
            return;
        }
        let cells: Vec<String> = cells.into_iter().map(collapse).collect();
        self.out.truncate(row.start);
        match self.cell_gap {
            None => self.out.push_str(cells.join("\t").trim()),
            Some(gap) => self.out.push_str(without_empty_ends(&cells).join(gap).trim()),
        }
        for page in self.pages.iter_mut().rev().take_while(|page| **page > row.start) {
            *page = self.out.len();
        }
    }

    fn word(&mut self, word: &str) {
        self.settle();
        if std::mem::take(&mut self.owes_space) && !self.is_at_line_start() {
            self.out.push(' ');
        }
        self.note_heading();
        self.out.push_str(word);
    }

    fn verbatim(&mut self, text: &str) {
        let text = match text.strip_prefix('\n') {
            Some(rest) if self.starts_pre => rest,
            _ => text,
        };
        self.starts_pre = false;
        self.settle();
        self.owes_space = false;
        let blank = text.len() - text.trim_start().len();
        self.out.push_str(&text[..blank]);
        if blank < text.len() {
            self.note_heading();
        }
        self.out.push_str(&text[blank..]);
    }

    /// Sets the line ends that are owed.
    fn settle(&mut self) {
        let owed = std::mem::take(&mut self.owed_line_ends);
        if owed > 0 {
            self.owes_space = false;
        }
        if owed > 0 && !self.out.is_empty() {
            let set = self.out.bytes().rev().take_while(|&byte| byte == b'\n').count();
            self.out.extend(std::iter::repeat_n('\n', owed.saturating_sub(set)));
        }
    }

    fn note_heading(&mut self) {
        if let Some(heading) = self.heading.as_mut().filter(|heading| !heading.has_text) {
            heading.has_text = true;
            self.headings.push((self.out.len(), heading.level));
            self.mark_layout();
        }
    }

    fn mark_layout(&mut self) {
        if let Some(row) = self.open() {
            row.is_layout = true;
        }
    }

    fn is_at_line_start(&self) -> bool {
        self.out.is_empty() || self.out.ends_with('\n')
    }
}

/// The first line with text that starts at or after each offset, 1-based; behind the last line for
/// pages without text at the end.
fn page_lines(text: &str, offsets: &[usize]) -> Vec<usize> {
    let mut lines = (1..).zip(text.split('\n')).scan(0, |start, (number, line)| {
        let here = *start;
        *start += line.len() + 1;
        Some((here, number, line))
    });
    let mut next = lines.next();
    let mut behind = 1;
    let mut pages = Vec::with_capacity(offsets.len());
    for &offset in offsets {
        while let Some((start, number, line)) = next {
            if start >= offset && !line.trim().is_empty() {
                break;
            }
            behind = number + 1;
            next = lines.next();
        }
        pages.push(next.map_or(behind, |(_, number, _)| number));
    }
    pages
}

/// The cells from the first to the last that is not empty.
fn without_empty_ends(cells: &[String]) -> &[String] {
    let start = cells.iter().position(|cell| !cell.is_empty()).unwrap_or(cells.len());
    let end = cells.iter().rposition(|cell| !cell.is_empty()).map_or(start, |last| last + 1);
    &cells[start..end]
}

/// The end of the last line: enough to know its last word.
fn end_of_line(text: &str) -> &str {
    let mut start = text.len().saturating_sub(WORD_BYTES);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    let end = &text[start..];
    end.rsplit('\n').next().unwrap_or(end)
}

/// The words with one blank between them.
pub(super) fn collapse(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether this collapses with its neighbors; browsers keep U+00A0, here it is padding.
fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{C}' | '\u{A0}')
}
