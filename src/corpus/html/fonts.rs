//! The tags of a page in their order -> the old encoding that the font of the moment stands for.
//!
//! Tags need not be closed or nested as they should; at worst a font lasts too long.

use html5ever::tokenizer::Tag;

use crate::corpus::legacy::{Legacy, by_font};

/// Fonts open at a time; more are a mistake of the page or malice.
const MAX_OPEN: usize = 64;

/// The open elements that set a font.
#[derive(Default)]
pub(super) struct Fonts {
    open: Vec<Open>,
}

struct Open {
    name: String,
    /// The encoding and the name of the font; `None` is a font of Unicode.
    font: Option<(Legacy, String)>,
    /// Elements of this name that are open inside it and set no font.
    inner: usize,
}

impl Fonts {
    /// The encoding and the font of the text that follows; `None` is Unicode.
    pub fn current(&self) -> Option<(Legacy, &str)> {
        let (legacy, name) = self.open.last()?.font.as_ref()?;
        Some((*legacy, name))
    }

    pub fn start(&mut self, tag: &Tag) {
        let name = &*tag.name;
        if tag.self_closing || is_void(name) {
            return;
        }
        let same = self.position(name);
        if let Some(position) = same.filter(|_| ends_its_like(name)) {
            self.open.truncate(position);
        }
        // A cell ends the fonts that were left open in the one before.
        let font = font_of(tag)
            .or_else(|| is_cell(name).then(|| self.current().map(|(legacy, name)| (legacy, name.to_owned()))));
        match (font, same) {
            (Some(font), _) if self.open.len() < MAX_OPEN => {
                self.open.push(Open { name: name.to_owned(), font, inner: 0 });
            }
            (_, Some(position)) if position < self.open.len() => self.open[position].inner += 1,
            _ => {}
        }
    }

    pub fn end(&mut self, name: &str) {
        let Some(position) = self.position(name) else {
            return;
        };
        let open = &mut self.open[position];
        if open.inner > 0 {
            open.inner -= 1;
        } else {
            self.open.truncate(position);
        }
    }

    fn position(&self, name: &str) -> Option<usize> {
        self.open.iter().rposition(|open| open.name == name)
    }
}

/// The font that a tag names: `face="…"` or `style="font-family: …"`.
fn font_of(tag: &Tag) -> Option<Option<(Legacy, String)>> {
    let named = |font: &str| by_font(font).map(|legacy| (legacy, font.to_owned()));
    let attribute = |name: &str| tag.attrs.iter().find(|attribute| &*attribute.name.local == name);
    if let Some(family) = attribute("style").and_then(|style| family_of(&style.value)) {
        return Some(named(family));
    }
    attribute("face").map(|face| named(&face.value))
}

fn family_of(style: &str) -> Option<&str> {
    let declarations = style.split(';').filter_map(|declaration| declaration.split_once(':'));
    declarations.filter(|(name, _)| name.trim().eq_ignore_ascii_case("font-family")).map(|(_, value)| value).next_back()
}

fn is_void(name: &str) -> bool {
    matches!(name, "area" | "base" | "br" | "col" | "embed" | "hr" | "img" | "input" | "link" | "meta" | "wbr")
}

fn is_cell(name: &str) -> bool {
    matches!(name, "td" | "th")
}

/// Elements whose end may be left out before the next of their kind.
fn ends_its_like(name: &str) -> bool {
    is_cell(name) || matches!(name, "p" | "li" | "tr" | "dd" | "dt" | "option")
}
