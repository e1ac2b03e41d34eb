//! Blocks one by one to passages: keeps the stack of headings and gathers short paragraphs.

use std::sync::Arc;

use super::division::{Kind, Limits, Passage};
use super::heading::Heading;
use super::line::{Block, Line};
use super::pack::{self, Piece};
use super::sentence::MAX_BYTES;

/// The passages so far, and what is still open.
pub(super) struct Divider<'a> {
    text: &'a str,
    lines: &'a [Line],
    /// The line in which the last passage ended.
    line: usize,
    limits: &'a Limits,
    title: &'a str,
    /// The ranks of the headings above, outermost first.
    ranks: Vec<u8>,
    /// Their titles, which the passages below them share.
    section: Arc<[String]>,
    /// Where each section begins.
    sections: Vec<(usize, Arc<[String]>)>,
    /// Heading lines that wait for the text they belong to.
    pending: Option<Pending>,
    /// Short paragraphs that wait to be merged.
    run: Vec<Piece>,
    /// How deep in the stack the first passage of the run lies.
    run_depth: Option<usize>,
    /// Room for the parts that are about to be passages.
    parts: Vec<Piece>,
    passages: Vec<Passage>,
}

/// Heading lines.
struct Pending {
    piece: Option<Piece>,
    /// The headings above the outermost of them.
    depth: usize,
}

impl<'a> Divider<'a> {
    pub fn new(text: &'a str, lines: &'a [Line], limits: &'a Limits, title: &'a str) -> Self {
        Self {
            text,
            lines,
            line: 0,
            limits,
            title,
            ranks: Vec::new(),
            section: Arc::default(),
            sections: Vec::new(),
            pending: None,
            run: Vec::new(),
            run_depth: None,
            parts: Vec::new(),
            passages: Vec::new(),
        }
    }

    /// Begins a section. Its lines are kept for the next paragraph, unless the
    /// heading leads running text: then that paragraph is still to be given.
    pub fn heading(&mut self, blocks: &[Block], heading: &Heading) {
        self.close_run();
        let above = self.ranks.iter().position(|rank| *rank >= heading.rank);
        self.ranks.truncate(above.unwrap_or(self.ranks.len()));
        let depth = self.ranks.len();
        self.pend((!heading.leads).then(|| piece_of(blocks)).flatten(), depth);
        self.section = if heading.title == self.title {
            first(&self.section, depth)
        } else {
            self.ranks.push(heading.rank);
            self.section[..depth].iter().chain([&heading.title]).cloned().collect()
        };
        let start = blocks.first().map_or(0, |block| block.start);
        self.sections.push((start, Arc::clone(&self.section)));
    }

    /// A line that is the title: it goes with the text below it.
    pub fn title_line(&mut self, block: &Block) {
        self.close_run();
        let depth = self.ranks.len();
        self.pend(Some(piece(block)), depth);
    }

    fn pend(&mut self, piece: Option<Piece>, depth: usize) {
        let max = self.limits.max_syllables;
        let full = |pending: &Pending| match (&pending.piece, &piece) {
            (Some(above), Some(piece)) => {
                above.syllables + piece.syllables > max || piece.end - above.start > MAX_BYTES
            }
            _ => false,
        };
        if self.pending.as_ref().is_some_and(full) {
            self.close();
        }
        let pending = self.pending.get_or_insert(Pending { piece: None, depth });
        pending.depth = pending.depth.min(depth);
        pending.piece = match (pending.piece, piece) {
            (Some(above), Some(piece)) => Some(joined(above, piece)),
            (above, piece) => above.or(piece),
        };
    }

    /// Adds a paragraph of the section.
    pub fn paragraph(&mut self, block: &Block) {
        let body = piece(block);
        if body.syllables == 0 && self.run.is_empty() && self.pending.is_none() && self.extend(body) {
            return;
        }
        let alone = body.syllables >= self.limits.min_syllables;
        // Blocks without letters go with the paragraph below them.
        if alone && self.run.iter().any(|piece| piece.syllables > 0) {
            self.close_run();
        }
        let pending = self.pending.take();
        if let Some(pending) = &pending {
            self.run_depth = Some(pending.depth);
        }
        let above = pending.and_then(|pending| pending.piece);
        let whole = above.map_or(body, |above| joined(above, body));
        if !alone && whole.end - whole.start <= MAX_BYTES {
            self.run.push(whole);
            return;
        }
        let start = self.run.first().map_or(whole.start, |first| first.start);
        let whole = Piece { start, ..whole };
        self.run.clear();
        let heading = whole.syllables - body.syllables;
        let glue = if heading * 2 > self.limits.max_syllables { whole.start } else { body.start };
        pack::split(self.text, whole, glue, self.limits, &mut self.parts);
        self.emit_parts();
    }

    /// Adds a footnote; its mark stands somewhere between the two places.
    pub fn note(&mut self, blocks: &[Block], marked: Option<(usize, usize)>) {
        self.close();
        let section = marked.map(|(first, last)| self.common_section(first, last)).unwrap_or_default();
        let Some(piece) = piece_of(blocks) else {
            return;
        };
        let mut parts = std::mem::take(&mut self.parts);
        pack::split(self.text, piece, piece.start, self.limits, &mut parts);
        parts.drain(..).for_each(|part| self.emit(part, Arc::clone(&section), Kind::Footnote));
        self.parts = parts;
    }

    /// Ends the passage, whatever waits.
    pub fn close(&mut self) {
        self.close_run();
        if let Some(Pending { piece: Some(piece), depth }) = self.pending.take() {
            let section = first(&self.section, depth);
            self.emit(piece, section, Kind::Body);
        }
    }

    /// The passages.
    pub fn finish(mut self) -> Vec<Passage> {
        self.close();
        self.passages
    }

    fn close_run(&mut self) {
        if self.run.is_empty() {
            return;
        }
        for part in pack::pack(&self.run, self.limits.max_syllables, 0) {
            pack::split(self.text, part, part.start, self.limits, &mut self.parts);
        }
        self.run.clear();
        self.emit_parts();
    }

    /// Makes passages of the parts; the first may hold the headings of its section.
    fn emit_parts(&mut self) {
        let mut depth = self.run_depth.take().unwrap_or(self.ranks.len());
        let mut parts = std::mem::take(&mut self.parts);
        for part in parts.drain(..) {
            let section = first(&self.section, depth);
            self.emit(part, section, Kind::Body);
            depth = self.ranks.len();
        }
        self.parts = parts;
    }

    /// Adds blocks without any letter to the passage above, if it is of this section.
    fn extend(&mut self, body: Piece) -> bool {
        let begun = self.sections.last().map_or(0, |(start, _)| *start);
        let Some(passage) = self.passages.last_mut() else {
            return false;
        };
        let near =
            passage.kind == Kind::Body && passage.range.start >= begun && body.end - passage.range.start <= MAX_BYTES;
        if near {
            passage.range.end = body.end;
            passage.lines.1 = line_of(self.lines, &mut self.line, body.end - 1);
        }
        near
    }

    fn emit(&mut self, part: Piece, section: Arc<[String]>, kind: Kind) {
        let first = line_of(self.lines, &mut self.line, part.start);
        let last = line_of(self.lines, &mut self.line, part.end - 1);
        self.passages.push(Passage { range: part.start..part.end, lines: (first, last), section, kind });
    }

    /// What the sections of all places from `from` to `to` have in common.
    fn common_section(&self, from: usize, to: usize) -> Arc<[String]> {
        let after = |place: usize| self.sections.partition_point(|(start, _)| *start <= place);
        if after(from) == 0 {
            return Arc::default();
        }
        let sections = self.sections[after(from) - 1..after(to)].iter().map(|(_, section)| section);
        let common = |common: Arc<[String]>, section: &Arc<[String]>| {
            let depth = common.iter().zip(&**section).take_while(|(a, b)| a == b).count();
            first(&common, depth)
        };
        sections.cloned().reduce(|above, section| common(above, &section)).unwrap_or_default()
    }
}

/// The outermost headings of a section.
fn first(section: &Arc<[String]>, depth: usize) -> Arc<[String]> {
    if depth < section.len() { section[..depth].into() } else { Arc::clone(section) }
}

/// The source line of a byte; `at` only moves forward.
fn line_of(lines: &[Line], at: &mut usize, byte: usize) -> u32 {
    while lines.get(*at).is_some_and(|line| line.end <= byte) {
        *at += 1;
    }
    lines.get(*at).map_or(1, |line| line.number)
}

fn piece(block: &Block) -> Piece {
    Piece { start: block.start, end: block.end, syllables: block.syllables }
}

fn piece_of(blocks: &[Block]) -> Option<Piece> {
    blocks.iter().map(piece).reduce(joined)
}

fn joined(above: Piece, below: Piece) -> Piece {
    Piece { start: above.start, end: below.end, syllables: above.syllables + below.syllables }
}
