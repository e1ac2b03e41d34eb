//! The pieces of a text part of Word -> a [`Story`], and the marks of its notes.
//!
//! What was deleted or moved away under "track changes", what is hidden, and the codes of fields
//! are no text.

use std::collections::HashMap;
use std::ops::Index;

use crate::corpus::fields::Fields;
use crate::corpus::legacy::by_font;
use crate::corpus::room::Room;
use crate::corpus::story::Story;
use crate::corpus::xml::{Piece, Tag};

use super::numbering::Numbering;
use super::styles::{Fonts, Style, Styles, is_raised, level_of};

/// A part with notes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoteKind {
    Footnote,
    Endnote,
}

impl NoteKind {
    pub fn part(self) -> &'static str {
        match self {
            Self::Footnote => "footnotes.xml",
            Self::Endnote => "endnotes.xml",
        }
    }
}

/// The numbers of the notes that are marked in the text, by kind and id: a note that is marked again has the same.
#[derive(Default)]
pub(super) struct Marks([HashMap<String, usize>; 2]);

impl Index<NoteKind> for Marks {
    type Output = HashMap<String, usize>;

    fn index(&self, kind: NoteKind) -> &Self::Output {
        &self.0[kind as usize]
    }
}

/// A text part under way.
pub(super) struct Body<'s> {
    styles: &'s Styles,
    numbering: Numbering,
    story: Story,
    marks: Marks,
    /// The texts of parts of the package that stand in it as documents of their own, by what it calls them.
    chunks: HashMap<String, String>,
    /// How many of those are not read.
    pub left_chunks: usize,
    /// How many comments refer to it.
    pub comments: usize,
    /// How deep in elements whose content is no text.
    skipped: usize,
    /// Whether properties of a paragraph, and of a run, are being read.
    in_paragraph_properties: bool,
    in_run_properties: bool,
    paragraph_style: Option<String>,
    level: Option<u8>,
    /// The list that the paragraph itself names, and its level there.
    list: Option<String>,
    list_level: Option<usize>,
    /// Whether it was counted.
    is_counted: bool,
    /// Its number, until its first text comes.
    number: String,
    /// Whether it is the first letter of the next one.
    is_drop_cap: bool,
    /// How many cells are open around it.
    cells: usize,
    run: Run,
    in_text: bool,
    fields: Fields,
    /// Whether the next paragraph starts a page.
    breaks_before: bool,
}

/// What a run says of its text.
#[derive(Default)]
struct Run {
    fonts: Fonts,
    is_hidden: Option<bool>,
    is_raised: Option<bool>,
    style: Option<String>,
}

impl<'s> Body<'s> {
    /// The same, in which these texts stand.
    pub fn with_chunks(self, chunks: HashMap<String, String>) -> Self {
        Self { chunks, ..self }
    }

    pub fn new(styles: &'s Styles, numbering: Numbering, room: Room) -> Self {
        Self {
            styles,
            numbering,
            story: Story::within(room),
            marks: Marks::default(),
            chunks: HashMap::new(),
            left_chunks: 0,
            comments: 0,
            skipped: 0,
            in_paragraph_properties: false,
            in_run_properties: false,
            paragraph_style: None,
            level: None,
            list: None,
            list_level: None,
            is_counted: false,
            number: String::new(),
            is_drop_cap: false,
            cells: 0,
            run: Run::default(),
            in_text: false,
            fields: Fields::default(),
            breaks_before: false,
        }
    }

    pub fn finish(self) -> (Story, Marks) {
        (self.story, self.marks)
    }

    pub fn take(&mut self, piece: &Piece) {
        match piece {
            Piece::Start(_) if self.skipped > 0 => self.skipped += 1,
            Piece::End(_) if self.skipped > 0 => self.skipped -= 1,
            Piece::Start(tag) if is_no_text(tag.local()) => self.skipped = 1,
            Piece::Start(tag) if self.in_paragraph_properties => self.take_paragraph_property(tag),
            Piece::Start(tag) if self.in_run_properties => self.take_run_property(tag),
            Piece::Start(tag) => self.start(tag),
            Piece::End(name) => self.end(name.local()),
            Piece::Text(text) if self.in_text && self.skipped == 0 => self.write(text),
            Piece::Text(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag) {
        match tag.local() {
            "p" => {
                self.level = None;
                self.paragraph_style = None;
                (self.list, self.list_level) = (None, None);
                self.number.clear();
                self.is_counted = false;
                if !std::mem::take(&mut self.is_drop_cap) {
                    self.story.start_paragraph(None);
                }
            }
            "pPr" => self.in_paragraph_properties = true,
            "r" => self.run = Run::default(),
            "rPr" => self.in_run_properties = true,
            "t" => self.in_text = true,
            "tab" | "ptab" => self.write(" "),
            "br" => match tag.get("type").as_deref() {
                Some("page") => {
                    self.story.start_paragraph(None);
                    self.story.start_page();
                }
                _ => self.story.line_break(),
            },
            "altChunk" => self.write_chunk(&tag.get("id").unwrap_or_default()),
            "commentReference" => self.comments += 1,
            "drawing" | "pict" | "object" => self.story.picture(),
            // a watermark
            "textpath" => {
                if let Some(text) = tag.get("string") {
                    self.story.text("", &text);
                }
            }
            "cr" => self.story.line_break(),
            "noBreakHyphen" => self.write("-"),
            "softHyphen" if !self.is_hidden() => {
                let font = self.font("\u{AD}");
                self.story.soft_hyphen(&font);
            }
            "sym" => self.symbol(tag),
            "lastRenderedPageBreak" => self.story.start_laid_out_page(),
            "fldChar" => match tag.get("fldCharType").as_deref() {
                Some("begin") => self.fields.begin(),
                Some("separate") => self.fields.begin_result(),
                Some("end") => self.fields.end(),
                _ => {}
            },
            "footnoteReference" => self.mark(NoteKind::Footnote, tag),
            "endnoteReference" => self.mark(NoteKind::Endnote, tag),
            "tbl" => self.story.open_table(),
            "tr" => self.story.open_row(),
            "tc" => {
                self.cells += 1;
                self.story.open_cell();
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "pPr" => self.end_paragraph_properties(),
            "rPr" => self.in_run_properties = false,
            "t" => self.in_text = false,
            "p" => self.end_paragraph(),
            "tc" => self.cells = self.cells.saturating_sub(1),
            "tbl" => self.story.close_table(),
            "tr" => self.story.close_row(),
            _ => {}
        }
    }

    fn take_paragraph_property(&mut self, tag: &Tag) {
        match tag.local() {
            "pStyle" => self.paragraph_style = tag.get("val").map(Into::into),
            "outlineLvl" => self.level = level_of(tag),
            "numId" => self.list = tag.get("val").map(Into::into),
            "ilvl" => self.list_level = tag.get("val").and_then(|level| level.parse().ok()),
            "pageBreakBefore" => self.breaks_before = tag.is_on(),
            "framePr" => self.is_drop_cap = tag.get("dropCap").is_some_and(|kind| kind != "none"),
            _ => {}
        }
    }

    fn end_paragraph_properties(&mut self) {
        self.in_paragraph_properties = false;
        if std::mem::take(&mut self.breaks_before) {
            self.story.start_page();
        }
        let style = self.paragraph_style.as_ref().and_then(|id| self.styles.get(id));
        self.level = self.level.or(style.and_then(|style| style.level)).filter(|&level| level > 0);
        if self.level.is_some() {
            self.story.start_paragraph(self.level);
        }
        self.count();
    }

    fn end_paragraph(&mut self) {
        if self.cells > 0 {
            // a cell may hold nothing but its number
            self.count();
            let number = std::mem::take(&mut self.number);
            if !self.is_hidden() {
                self.story.text("", &number);
            }
        }
        // the next paragraph goes on in this line
        if !self.is_drop_cap {
            self.story.end_paragraph(self.level.take());
        }
    }

    /// Writes a document that stands in this one.
    fn write_chunk(&mut self, id: &str) {
        match self.chunks.remove(id) {
            Some(text) => {
                for line in text.lines() {
                    self.story.start_paragraph(None);
                    self.story.text("", line);
                }
                self.story.end_paragraph(None);
            }
            None => self.left_chunks += 1,
        }
    }

    /// Counts the paragraph, once, where it or its style is of a list.
    fn count(&mut self) {
        if std::mem::replace(&mut self.is_counted, true) {
            return;
        }
        let id = self.paragraph_style.as_ref().or(self.styles.default_paragraph.as_ref());
        let style = id.and_then(|id| self.styles.get(id));
        let by_style = style.and_then(|style| style.list.as_ref());
        let Some(list) = self.list.as_ref().or(by_style).filter(|list| *list != "0") else {
            return;
        };
        let by_list = || self.numbering.level_of(list, id?);
        let level = self.list_level.or_else(by_list).or_else(|| style?.list_level).unwrap_or(0);
        self.number = self.numbering.next(list, level);
    }

    fn take_run_property(&mut self, tag: &Tag) {
        match tag.local() {
            "rFonts" => self.run.fonts = Fonts::of(tag).or(&self.run.fonts),
            "rStyle" => self.run.style = tag.get("val").map(Into::into),
            "vanish" => self.run.is_hidden = Some(tag.is_on()),
            "vertAlign" => self.run.is_raised = Some(is_raised(tag)),
            _ => {}
        }
    }

    fn mark(&mut self, kind: NoteKind, tag: &Tag) {
        if self.is_hidden() {
            return;
        }
        let id = tag.get("id").unwrap_or_default().into_owned();
        let numbers = &mut self.marks.0[kind as usize];
        match numbers.get(&id) {
            Some(&number) => self.story.mark_note_again(number),
            None => numbers.extend(self.story.mark_note().map(|number| (id, number))),
        }
    }

    fn write(&mut self, text: &str) {
        if !self.is_hidden() {
            self.count();
            if !self.number.is_empty() && !text.trim().is_empty() {
                let number = std::mem::take(&mut self.number);
                self.story.text("", &format!("{number} "));
            }
            let font = self.font(text);
            let by_style = || self.own_styles().find_map(|style| style.is_raised);
            if self.run.is_raised.or_else(by_style).unwrap_or(false) {
                self.story.raised(&font, text);
            } else {
                self.story.text(&font, text);
            }
        }
    }

    /// The font of a text, by what is said nearest to it.
    fn font(&self, text: &str) -> String {
        let of = |fonts: &Fonts| fonts.of_text(text).map(str::to_owned);
        let by_style = || self.own_styles().find_map(|style| of(&style.fonts));
        of(&self.run.fonts).or_else(by_style).or_else(|| of(&self.styles.default_fonts)).unwrap_or_default()
    }

    /// A sign by its font and its place there.
    fn symbol(&mut self, tag: &Tag) {
        let font = tag.get("font").unwrap_or_default();
        let code = tag.get("char").and_then(|code| u32::from_str_radix(&code, 16).ok()).unwrap_or(0) & 0xFF;
        match by_font(&font).and_then(|_| char::from_u32(code)) {
            Some(letter) if !self.is_hidden() => self.story.text(&font, letter.encode_utf8(&mut [0; 4])),
            _ => self.write(sign(code)),
        }
    }

    fn is_hidden(&self) -> bool {
        let by_style = || self.own_styles().find_map(|style| style.is_hidden);
        self.fields.in_code() || self.run.is_hidden.or_else(by_style).unwrap_or(false)
    }

    /// The styles that bear on the run, the nearest first.
    fn own_styles(&self) -> impl Iterator<Item = &Style> {
        let paragraph = self.paragraph_style.as_ref().or(self.styles.default_paragraph.as_ref());
        self.run.style.as_ref().into_iter().chain(paragraph).filter_map(|id| self.styles.get(id))
    }
}

/// Elements whose content is no text: deletions, what was moved away, and second versions of
/// drawings for old programs.
fn is_no_text(name: &str) -> bool {
    matches!(
        name,
        "del" | "moveFrom" | "Fallback" | "instrText" | "delText" | "rt" | "pPrChange" | "rPrChange" | "binData"
    )
}

/// A sign of a font of signs: boxes that are ticked or not, bullets.
fn sign(code: u32) -> &'static str {
    match code {
        0xA8 | 0x6F | 0x71 | 0x72 => "☐",
        0xFE | 0x52 | 0x54 | 0x53 => "☑",
        0xB7 | 0xA7 => "•",
        0xE0 | 0xF0 => "→",
        _ => " ",
    }
}
