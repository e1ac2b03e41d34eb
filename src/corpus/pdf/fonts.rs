//! A font of a PDF -> the text and the width of each code in a string.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use hayro_font::hayro_cmap::BfString;
use hayro_font::{CMapResolverFn, FontCache, FontGlyph, FontQuery, FontResolverFn, UNITS_PER_EM};
use hayro_syntax::object::{Array, Dict, Name, String as Bytes};
use std::sync::Arc;

use super::letters::Letters;
use super::strings::text_of;

/// More codes than this are kept by no font.
const MAX_KNOWN: usize = 1 << 16;

/// What a code stands for.
#[derive(Clone)]
pub(super) struct Code {
    pub code: u32,
    /// How many bytes it has.
    pub length: usize,
    /// `None` if the font does not tell.
    pub text: Option<Rc<str>>,
    /// How far the next sign stands, in parts of the size: along the line, and down it.
    pub advance: (f64, f64),
}

/// A font.
pub(super) struct Font<'a> {
    font: hayro_font::Font<'a>,
    letters: Letters,
    known: RefCell<HashMap<(u32, usize), Code>>,
}

impl Font<'_> {
    /// Its name, without the mark of a subset.
    pub fn name(&self) -> &Rc<str> {
        &self.letters.name
    }

    /// Whether its text runs down.
    pub fn is_vertical(&self) -> bool {
        !self.font.is_horizontal()
    }

    /// The codes of a string.
    pub fn codes(&self, string: &[u8]) -> impl Iterator<Item = Code> {
        let mut at = 0;
        std::iter::from_fn(move || {
            (at < string.len()).then(|| {
                let (code, length) = self.font.read_code(string, at);
                let length = length.max(1);
                at += length;
                self.known(code, length)
            })
        })
    }

    fn known(&self, code: u32, length: usize) -> Code {
        if let Some(known) = self.known.borrow().get(&(code, length)) {
            return known.clone();
        }
        let glyph = self.font.glyph(self.font.map_code(code), code);
        let told = match &glyph {
            FontGlyph::Outline(glyph) => glyph.as_unicode(),
            FontGlyph::Type3(glyph) => glyph.as_unicode(),
        };
        let told = told.map(|told| match told {
            BfString::Char(c) => c.to_string(),
            BfString::String(text) => text,
        });
        let text = self.letters.text(code, told.as_deref()).or_else(|| is_empty(&glyph).then(|| " ".to_owned()));
        let text = text.map(Into::into);
        let advance = self.font.code_advance(code);
        let advance = (advance.x / f64::from(UNITS_PER_EM), advance.y / f64::from(UNITS_PER_EM));
        let known = Code { code, length, text, advance };
        let mut all = self.known.borrow_mut();
        if all.len() < MAX_KNOWN {
            all.insert((code, length), known.clone());
        }
        known
    }
}

/// The names of a font, the one that it is called by first: programs that rename it keep those in its descriptor.
fn names(font: &Dict<'_>) -> Vec<String> {
    let name = |dictionary: &Dict<'_>, key: &[u8]| dictionary.get::<Name<'_>>(key).map(|name| name.as_str().to_owned());
    let descendant = font.get::<Array<'_>>(b"DescendantFonts").and_then(|fonts| fonts.iter::<Dict<'_>>().next());
    let descriptor = descendant.as_ref().unwrap_or(font).get::<Dict<'_>>(b"FontDescriptor").unwrap_or_default();
    let family = descriptor.get::<Bytes<'_>>(b"FontFamily").map(|family| text_of(&family));
    [name(font, b"BaseFont"), name(&descriptor, b"FontName"), family].into_iter().flatten().collect()
}

/// Whether a sign draws nothing.
fn is_empty(glyph: &FontGlyph<'_>) -> bool {
    matches!(glyph, FontGlyph::Outline(glyph) if glyph.outline().elements().is_empty())
}

/// The fonts of a document.
pub(super) struct Fonts<'a> {
    cache: FontCache<'a>,
    outlines: FontResolverFn,
    tables: CMapResolverFn,
    /// By the place of their dictionaries in the file.
    met: HashMap<(usize, usize), Option<Rc<Font<'a>>>>,
}

impl<'a> Fonts<'a> {
    pub fn new() -> Self {
        let outlines = |query: &FontQuery| match query {
            FontQuery::Standard(font) => Some(font.get_font_data()),
            FontQuery::Fallback(query) => Some(query.pick_standard_font().get_font_data()),
        };
        Self { cache: FontCache::new(), outlines: Arc::new(outlines), tables: Arc::new(|_| None), met: HashMap::new() }
    }

    /// The font that a dictionary describes; nothing if it describes none.
    pub fn get(&mut self, dictionary: &Dict<'a>) -> Option<Rc<Font<'a>>> {
        let data = dictionary.data();
        let (cache, outlines, tables) = (&self.cache, &self.outlines, &self.tables);
        let read = || {
            let font = cache.font(dictionary, outlines, tables)?;
            Some(Rc::new(Font { font, letters: Letters::of(&names(dictionary)), known: RefCell::default() }))
        };
        self.met.entry((data.as_ptr() as usize, data.len())).or_insert_with(read).clone()
    }
}
