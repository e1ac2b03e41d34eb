//! The part `styles.xml` -> font, outline level and visibility of each style, ancestors counted in.

use std::collections::HashMap;

use crate::corpus::room::insert;
use crate::corpus::xml::{Piece, Tag, pieces};

/// Word itself allows far fewer ancestors.
const MAX_ANCESTORS: usize = 32;

/// What a style says of its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Style {
    pub fonts: Fonts,
    /// 1 is the highest; 0 stands for body text.
    pub level: Option<u8>,
    pub is_hidden: Option<bool>,
    pub is_raised: Option<bool>,
    /// The list that its paragraphs are numbered by; `0` is none.
    pub list: Option<String>,
    pub list_level: Option<usize>,
}

/// The styles of a document by id.
#[derive(Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
    /// What holds where nothing else is said.
    pub default_fonts: Fonts,
    /// The style of paragraphs that name none.
    pub default_paragraph: Option<String>,
}

/// A style as it is written.
#[derive(Default)]
struct Written {
    style: Style,
    parent: Option<String>,
}

impl Styles {
    pub fn read(part: &str) -> Self {
        let mut written: HashMap<String, Written> = HashMap::new();
        let mut styles = Self::default();
        let mut open: Option<(String, Written)> = None;
        // A broken part gives the styles before the break.
        let _ = pieces(part, |piece| match piece {
            Piece::Start(tag) if tag.local() == "style" => {
                let id = tag.get("styleId").unwrap_or_default().into_owned();
                let is_default = tag.get("default").is_some_and(|value| matches!(&*value, "1" | "true" | "on"));
                if is_default && tag.get("type").as_deref() == Some("paragraph") {
                    styles.default_paragraph = Some(id.clone());
                }
                open = Some((id, Written::default()));
            }
            Piece::Start(tag) => match &mut open {
                Some((_, style)) => style.take(&tag),
                None if tag.local() == "rFonts" => styles.default_fonts = Fonts::of(&tag),
                None => {}
            },
            Piece::End(name) if name.local() == "style" => {
                if let Some((id, style)) = open.take() {
                    insert(&mut written, id, style);
                }
            }
            _ => {}
        });
        styles.styles = written.keys().map(|id| (id.clone(), resolve(&written, id))).collect();
        styles
    }

    pub fn get(&self, id: &str) -> Option<&Style> {
        self.styles.get(id)
    }
}

impl Written {
    fn take(&mut self, tag: &Tag) {
        match tag.local() {
            "basedOn" => self.parent = tag.get("val").map(Into::into),
            "name" => {
                let name = tag.get("val").unwrap_or_default().to_ascii_lowercase();
                let level = if name == "title" { Some(1) } else { heading_level(&name) };
                self.style.level = self.style.level.or(level);
            }
            "outlineLvl" => self.style.level = level_of(tag),
            "numId" => self.style.list = tag.get("val").map(Into::into),
            "ilvl" => self.style.list_level = tag.get("val").and_then(|level| level.parse().ok()),
            "rFonts" => self.style.fonts = Fonts::of(tag),
            "vertAlign" => self.style.is_raised = Some(is_raised(tag)),
            "vanish" => self.style.is_hidden = Some(tag.is_on()),
            _ => {}
        }
    }
}

fn resolve(written: &HashMap<String, Written>, id: &str) -> Style {
    let mut style = Style::default();
    let mut next = written.get(id);
    for _ in 0..MAX_ANCESTORS {
        let Some(ancestor) = next else { break };
        style.fonts = style.fonts.or(&ancestor.style.fonts);
        style.is_raised = style.is_raised.or(ancestor.style.is_raised);
        style.level = style.level.or(ancestor.style.level);
        style.list = style.list.or_else(|| ancestor.style.list.clone());
        style.list_level = style.list_level.or(ancestor.style.list_level);
        style.is_hidden = style.is_hidden.or(ancestor.style.is_hidden);
        next = ancestor.parent.as_ref().and_then(|parent| written.get(parent));
    }
    style
}

fn heading_level(name: &str) -> Option<u8> {
    name.strip_prefix("heading ")?.parse().ok().filter(|level| (1..=9).contains(level))
}

/// The level of `outlineLvl`: 1 for 0, body text for 9.
pub(super) fn level_of(tag: &Tag) -> Option<u8> {
    let level: u8 = tag.get("val")?.parse().ok()?;
    Some(if level < 9 { level + 1 } else { 0 })
}

/// Whether a tag raises the text above its line.
pub(super) fn is_raised(tag: &Tag) -> bool {
    tag.get("val").as_deref() == Some("superscript")
}

/// The fonts of letters: one for ASCII, one for those beyond it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Fonts {
    ascii: Option<String>,
    high: Option<String>,
}

impl Fonts {
    /// What a tag says; nothing where it leaves it to the theme.
    pub fn of(tag: &Tag) -> Self {
        let named = |name: &str| tag.get(name).map(Into::into);
        let other = || named("cs");
        let (ascii, high) = (named("ascii"), named("hAnsi"));
        Self { ascii: ascii.clone().or_else(|| high.clone()).or_else(other), high: high.or(ascii).or_else(other) }
    }

    /// These, and where they say nothing the others.
    pub fn or(&self, others: &Self) -> Self {
        let or = |own: &Option<String>, other: &Option<String>| own.clone().or_else(|| other.clone());
        Self { ascii: or(&self.ascii, &others.ascii), high: or(&self.high, &others.high) }
    }

    /// The font that tells which letters a text is of.
    pub fn of_text(&self, text: &str) -> Option<&str> {
        if text.is_ascii() { self.ascii.as_deref() } else { self.high.as_deref() }
    }
}
