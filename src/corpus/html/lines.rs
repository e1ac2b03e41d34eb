//! Text, breaks, rows and headings in the order of a page -> lines and the headings among them.

use crate::corpus::Heading;

/// A row longer than this in bytes, with lines of its own, lays out the page and holds no data.
const MAX_ROW_BYTES: usize = 2000;

/// Lines under way; line ends and spaces are owed until text follows.
#[derive(Default)]
pub(super) struct Lines {
    out: String,
    owed_line_ends: usize,
    owes_space: bool,
    heading: Option<OpenHeading>,
    /// Where the headings start in `out`, and their levels.
    headings: Vec<(usize, u8)>,
    /// The open tables, the innermost last, each with its open row.
    tables: Vec<Option<Row>>,
    pre_depth: usize,
    starts_pre: bool,
}

struct OpenHeading {
    level: u8,
    has_text: bool,
}

/// Where a row and its cells start in `Lines::out`.
struct Row {
    start: usize,
    cells: Vec<usize>,
    /// It holds a table or a heading.
    is_layout: bool,
}

impl Lines {
    pub fn text(&mut self, text: &str) {
        if self.pre_depth > 0 {
            return self.verbatim(text);
        }
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
            self.heading.take_if(|heading| heading.has_text);
            self.owed_line_ends = self.owed_line_ends.max(line_ends);
        }
    }

    /// A second break in a row makes a blank line; in a heading a break is a space.
    pub fn line_break(&mut self) {
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

    /// A footnote mark must not prolong a number.
    pub fn superscript(&mut self) {
        self.owes_space |= self.out.ends_with(|c: char| c.is_ascii_digit());
    }

    pub fn open_table(&mut self) {
        self.mark_layout();
        self.block(1);
        self.tables.push(None);
    }

    pub fn close_table(&mut self) {
        self.close_row();
        self.tables.pop();
    }

    pub fn open_row(&mut self) {
        self.close_row();
        self.settle();
        let row = Row { start: self.out.len(), cells: Vec::new(), is_layout: false };
        if let Some(table) = self.tables.last_mut() {
            *table = Some(row);
        }
    }

    pub fn open_cell(&mut self) {
        if let Some(None) = self.tables.last() {
            self.open_row();
        }
        self.block(1);
        let start = self.out.len();
        if let Some(Some(row)) = self.tables.last_mut() {
            row.cells.push(start);
        }
    }

    /// Makes a row of data one line, its cells separated by tabs.
    pub fn close_row(&mut self) {
        self.block(1);
        let row = self.tables.last_mut().and_then(Option::take);
        let Some(row) = row.filter(|row| !row.is_layout) else {
            return;
        };
        let ends = row.cells.iter().copied().chain([self.out.len()]);
        let starts = [row.start].into_iter().chain(row.cells.iter().copied());
        let cells: Vec<&str> = starts.zip(ends).map(|(start, end)| self.out[start..end].trim()).collect();
        let has_lines = cells.iter().any(|cell| cell.contains('\n'));
        if has_lines && self.out.len() - row.start > MAX_ROW_BYTES {
            return;
        }
        let cells: Vec<String> = cells.into_iter().map(super::collapse).collect();
        self.out.truncate(row.start);
        self.out.push_str(cells.join("\t").trim());
    }

    /// The text, and its headings by line.
    pub fn finish(mut self) -> (String, Vec<Heading>) {
        while !self.tables.is_empty() {
            self.close_table();
        }
        let mut headings = Vec::new();
        let (mut line, mut counted) = (1, 0);
        for &(start, level) in &self.headings {
            line += self.out[counted..start].matches('\n').count();
            counted = start;
            headings.push(Heading { line, level });
        }
        self.out.truncate(self.out.trim_end().len());
        (self.out, headings)
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
        if !text.trim().is_empty() {
            self.note_heading();
        }
        self.out.push_str(text);
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
        if let Some(Some(row)) = self.tables.last_mut() {
            row.is_layout = true;
        }
    }

    fn is_at_line_start(&self) -> bool {
        self.out.is_empty() || self.out.ends_with('\n')
    }
}

/// Whether this collapses with its neighbors; browsers keep U+00A0, here it is padding.
fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{C}' | '\u{A0}')
}
