//! The parts of an OpenDocument text (.odt) or presentation (.odp) -> its text, by OpenDocument 1.3, with headings and
//! pages.
//!
//! A slide is a page, its title a heading. Comments and what was deleted under "record changes" are not read.

mod lists;
mod parts;

use std::collections::HashMap;

use super::content::Content;
use super::limits::Limits;
use super::oddity::Oddity;
use super::room::{MAX_OPEN, Room, insert};
use super::story::Story;
use super::unreadable::Unreadable;
use super::xml::{Piece, Tag, pieces};

pub(super) use self::parts::Parts;

use self::lists::Lists;

const MAX_ANCESTORS: usize = 32;

/// How deep the title of a slide stands among the headings.
const SLIDE_LEVEL: u8 = 1;

/// Reads a text or a presentation.
pub(super) fn read(parts: &Parts, limits: &Limits) -> Result<Content, Unreadable> {
    let told = [parts.styles.as_str(), parts.content.as_str()];
    let story = Story::within(Room::of(limits));
    let mut body = Body { in_body: !parts.is_flat, ..Body::new(story, styles_of(told), Lists::read(told)) };
    let mut notices = Vec::new();
    if let Err(stop) = pieces(&parts.content, |piece| body.take(&piece)) {
        notices.push(Oddity::NotWhole(stop));
    }
    Ok(Content { notices, ..body.story.finish()? })
}

/// What a style says of its text.
#[derive(Default)]
pub(super) struct Style {
    parent: Option<String>,
    pub font: Option<String>,
    is_hidden: Option<bool>,
    is_raised: Option<bool>,
    breaks_before: bool,
    breaks_after: bool,
}

impl Style {
    /// A style and its ancestors.
    pub fn up<'s>(styles: &'s HashMap<String, Self>, name: Option<&str>) -> impl Iterator<Item = &'s Self> {
        let first = name.and_then(|name| styles.get(name));
        let parent = |style: &&'s Self| style.parent.as_ref().and_then(|parent| styles.get(parent));
        std::iter::successors(first, parent).take(MAX_ANCESTORS)
    }
}

/// The styles of both parts.
pub(super) fn styles_of(parts: [&str; 2]) -> HashMap<String, Style> {
    let mut styles = HashMap::new();
    for part in parts {
        let mut open: Option<(String, Style)> = None;
        // A broken part gives the styles before the break.
        let _ = pieces(part, |piece| match piece {
            Piece::Start(tag) => match (tag.local(), &mut open) {
                ("style", _) => {
                    let parent = tag.get("parent-style-name").map(Into::into);
                    let name = tag.get("name").unwrap_or_default().into_owned();
                    open = Some((name, Style { parent, ..Style::default() }));
                }
                ("text-properties", Some((_, style))) => {
                    style.font = tag.get("font-name").or_else(|| tag.get("font-family")).map(Into::into);
                    style.is_raised = tag.get("text-position").map(|place| is_raised(&place));
                    style.is_hidden = tag.get("display").map(|display| display == "none");
                }
                ("paragraph-properties", Some((_, style))) => {
                    style.breaks_before = tag.get("break-before").as_deref() == Some("page");
                    style.breaks_after = tag.get("break-after").as_deref() == Some("page");
                }
                _ => {}
            },
            Piece::End(name) if name.local() == "style" => {
                if let Some((name, style)) = open.take() {
                    insert(&mut styles, name, style);
                }
            }
            _ => {}
        });
    }
    styles
}

/// A text under way.
struct Body {
    story: Story,
    styles: HashMap<String, Style>,
    lists: Lists,
    /// The number of the paragraph in its list, until its first text comes.
    number: Option<String>,
    /// How deep in elements whose content is no text.
    skipped: usize,
    /// Whether the styles, which may stand in the same part, are over.
    in_body: bool,
    /// Whether in the title of a slide.
    in_title: bool,
    /// The open paragraphs and spans, the innermost last, with what they say of their text.
    open: Vec<Open>,
    /// Those beyond the ones remembered.
    deeper: usize,
}

/// An open paragraph, heading or span.
struct Open {
    level: Option<u8>,
    font: String,
    is_hidden: bool,
    is_raised: bool,
    breaks_after: bool,
}

impl Body {
    fn new(story: Story, styles: HashMap<String, Style>, lists: Lists) -> Self {
        Self {
            story,
            styles,
            lists,
            number: None,
            skipped: 0,
            in_body: false,
            in_title: false,
            open: Vec::new(),
            deeper: 0,
        }
    }

    fn take(&mut self, piece: &Piece) {
        match piece {
            Piece::Start(_) if self.skipped > 0 => self.skipped += 1,
            Piece::End(_) if self.skipped > 0 => self.skipped -= 1,
            Piece::Start(tag) if tag.local() == "body" => self.in_body = true,
            Piece::Start(tag) if is_no_text(tag.local()) => self.skipped = 1,
            Piece::Start(tag) if self.in_body => self.start(tag),
            Piece::End(name) if self.in_body => self.end(name.local()),
            Piece::Text(text) if self.in_body && self.skipped == 0 => self.write(text),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag) {
        match tag.local() {
            "p" | "h" => self.start_paragraph(tag),
            "span" | "a" => self.push(tag, None),
            // several blanks are written as a number, and are one
            "s" | "tab" => self.write(" "),
            "line-break" => self.story.line_break(),
            "soft-page-break" => self.story.start_laid_out_page(),
            "page" => self.start_slide(),
            "frame" => self.in_title = tag.get("class").is_some_and(|class| class == "title"),
            "list" => self.lists.start_list(tag),
            "list-item" => self.lists.start_item(tag),
            "note" => self.story.open_note(),
            "table" => self.story.open_table(),
            "table-row" => self.story.open_row(),
            "table-cell" | "covered-table-cell" => self.story.open_cell(),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" | "h" => {
                let open = self.pop();
                self.story.end_paragraph(open.as_ref().and_then(|open| open.level));
                if open.is_some_and(|open| open.breaks_after) {
                    self.story.start_page();
                }
            }
            "span" | "a" => drop(self.pop()),
            "frame" => self.in_title = false,
            "list" => self.lists.end_list(),
            "list-item" => self.lists.end_item(),
            "note" => self.story.close_note(),
            "table" => self.story.close_table(),
            "table-row" => self.story.close_row(),
            _ => {}
        }
    }

    fn start_slide(&mut self) {
        self.story.start_paragraph(None);
        self.story.start_every_page();
    }

    fn start_paragraph(&mut self, tag: &Tag) {
        let style = tag.get("style-name");
        if self.up(style.as_deref()).next().is_some_and(|style| style.breaks_before) {
            self.story.start_paragraph(None);
            self.story.start_page();
        }
        let level =
            (tag.local() == "h").then(|| tag.get("outline-level").and_then(|level| level.parse().ok()).unwrap_or(1));
        let level = level.or(self.in_title.then_some(SLIDE_LEVEL));
        self.story.start_paragraph(level);
        // A drawing in a paragraph may hold paragraphs, too.
        let outer = self.number.take().filter(|_| !self.open.is_empty());
        self.number = self.lists.number(level).or(outer);
        self.push(tag, level);
    }

    fn pop(&mut self) -> Option<Open> {
        if self.deeper > 0 {
            self.deeper -= 1;
            return None;
        }
        self.open.pop()
    }

    fn push(&mut self, tag: &Tag, level: Option<u8>) {
        if self.open.len() >= MAX_OPEN {
            self.deeper += 1;
            return;
        }
        let style = tag.get("style-name");
        let style = style.as_deref();
        let outer = self.open.last();
        let font = self.up(style).find_map(|style| style.font.clone());
        let is_hidden = self.up(style).find_map(|style| style.is_hidden);
        let is_raised = self.up(style).find_map(|style| style.is_raised);
        let open = Open {
            level,
            font: font.or_else(|| outer.map(|outer| outer.font.clone())).unwrap_or_default(),
            is_hidden: is_hidden.unwrap_or_else(|| outer.is_some_and(|outer| outer.is_hidden)),
            is_raised: is_raised.unwrap_or_else(|| outer.is_some_and(|outer| outer.is_raised)),
            breaks_after: self.up(style).next().is_some_and(|style| style.breaks_after),
        };
        self.open.push(open);
    }

    /// A style and its ancestors.
    fn up(&self, name: Option<&str>) -> impl Iterator<Item = &Style> {
        Style::up(&self.styles, name)
    }

    fn write(&mut self, text: &str) {
        if let Some(open) = self.open.last().filter(|open| !open.is_hidden) {
            if let Some(number) = self.number.take_if(|_| !text.trim().is_empty()) {
                self.story.text("", &format!("{number} "));
            }
            if open.is_raised {
                self.story.raised(&open.font, text);
            } else {
                self.story.text(&open.font, text);
            }
        }
    }
}

/// Whether a place of text is above the line: `super 58%` or, in percent of its height, `33% 58%`.
fn is_raised(place: &str) -> bool {
    let first = place.split_whitespace().next().unwrap_or_default();
    first == "super" || first.strip_suffix('%').and_then(|rise| rise.parse::<f32>().ok()).is_some_and(|rise| rise > 0.0)
}

/// Elements whose content is no text of the document.
fn is_no_text(name: &str) -> bool {
    matches!(
        name,
        "tracked-changes"
            | "annotation"
            | "note-citation"
            | "hidden-text"
            | "hidden-paragraph"
            | "automatic-styles"
            | "binary-data"
            | "forms"
            | "object"
            | "ruby-text"
            | "font-face-decls"
            | "scripts"
            | "desc"
            | "sequence-decls"
    )
}

#[cfg(test)]
pub(super) mod tests;
