//! The style sheet and the table of fonts -> font, visibility and outline level of each style.

use super::bytes::{modifications, u16_at};
use super::runs::Character;

const MAX_ANCESTORS: usize = 32;

/// No style.
const NONE: u16 = 0x0FFF;

/// Kinds of styles.
const PARAGRAPH: u16 = 1;
const CHARACTER: u16 = 2;

#[derive(Clone, Copy, Default)]
struct Style {
    parent: u16,
    character: Character,
    outline: Option<u8>,
    list: Option<u16>,
    list_level: Option<u8>,
}

/// The styles of a document by number, and its fonts.
#[derive(Default)]
pub(super) struct Styles {
    styles: Vec<Style>,
    fonts: Vec<String>,
    default_font: u16,
}

impl Styles {
    pub fn read(sheet: &[u8], fonts: &[u8]) -> Self {
        let head_length = usize::from(u16_at(sheet, 0).unwrap_or(0));
        let head = sheet.get(2..2 + head_length).unwrap_or_default();
        let base_length = usize::from(u16_at(head, 2).unwrap_or(10));
        let mut rest = sheet.get(2 + head_length..).unwrap_or_default();
        let mut styles = Vec::new();
        while let Some(length) = u16_at(rest, 0) {
            let Some(style) = rest.get(2..2 + usize::from(length)) else { break };
            styles.push(Style::read(style, base_length).unwrap_or_default());
            rest = rest.get(2 + usize::from(length) + usize::from(length) % 2..).unwrap_or_default();
        }
        Self { styles, fonts: font_names(fonts), default_font: u16_at(head, 12).unwrap_or(0) }
    }

    /// The name of the font of a run in a paragraph.
    pub fn font(&self, run: Character, paragraph: u16) -> &str {
        let by_style = || self.up([run.style, Some(paragraph)]).find_map(|style| style.character.font);
        let font = run.font.or_else(by_style).unwrap_or(self.default_font);
        self.fonts.get(usize::from(font)).map_or("", |name| name)
    }

    pub fn is_hidden(&self, run: Character, paragraph: u16) -> bool {
        let by_style = || self.up([run.style, Some(paragraph)]).find_map(|style| style.character.is_hidden);
        run.is_hidden.or_else(by_style).unwrap_or(false)
    }

    /// Whether a run is raised above its line.
    pub fn is_raised(&self, run: Character, paragraph: u16) -> bool {
        let by_style = || self.up([run.style, Some(paragraph)]).find_map(|style| style.character.is_raised);
        run.is_raised.or_else(by_style).unwrap_or(false)
    }

    /// 0 to 8 for headings, 9 for body text.
    pub fn outline(&self, paragraph: u16) -> Option<u8> {
        self.up([Some(paragraph), None]).find_map(|style| style.outline)
    }

    /// The list that the paragraphs of a style are of, and their level there.
    pub fn list(&self, paragraph: u16) -> (Option<u16>, Option<u8>) {
        let find = |value: fn(&Style) -> Option<u16>| self.up([Some(paragraph), None]).find_map(value);
        (find(|style| style.list), find(|style| style.list_level.map(u16::from)).map(|level| level as u8))
    }

    /// The styles and their ancestors, the nearest first.
    fn up(&self, styles: [Option<u16>; 2]) -> impl Iterator<Item = &Style> {
        let get = |number: u16| self.styles.get(usize::from(number));
        styles.into_iter().flatten().flat_map(move |number| {
            std::iter::successors(get(number), move |style| get(style.parent)).take(MAX_ANCESTORS)
        })
    }
}

impl Style {
    fn read(style: &[u8], base_length: usize) -> Option<Self> {
        let number = u16_at(style, 0)? & 0x0FFF;
        let (kind, parent) = (u16_at(style, 2)? & 0xF, u16_at(style, 2)? >> 4);
        let mut rest = style.get(base_length..)?;
        let name_length = usize::from(u16_at(rest, 0)?);
        rest = rest.get(2 + (name_length + 1) * 2..)?;
        // The built-in headings are known by their numbers.
        let outline = (1..=9).contains(&number).then(|| number as u8 - 1);
        let mut read = Self { parent: if parent == NONE { u16::MAX } else { parent }, outline, ..Self::default() };
        if kind == PARAGRAPH {
            let list = next_list(&mut rest)?;
            for (code, operand) in modifications(list.get(2..).unwrap_or_default()) {
                match code {
                    0x2640 => read.outline = operand.first().copied(),
                    0x460B => read.list = u16_at(operand, 0),
                    0x260A => read.list_level = operand.first().copied(),
                    _ => {}
                }
            }
        }
        if matches!(kind, PARAGRAPH | CHARACTER) {
            read.character = next_list(&mut rest).map(Character::read).unwrap_or_default();
        }
        Some(read)
    }
}

/// A list of modifications with its length before it, at an even place.
fn next_list<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let length = usize::from(u16_at(rest, 0)?);
    let list = rest.get(2..2 + length)?;
    *rest = rest.get(2 + length + length % 2..).unwrap_or_default();
    Some(list)
}

fn font_names(table: &[u8]) -> Vec<String> {
    // The number of fonts, twice the length of extra data.
    let mut rest = table.get(4..).unwrap_or_default();
    let mut names = Vec::new();
    while let Some(&length) = rest.first() {
        let Some(font) = rest.get(1..1 + usize::from(length)) else { break };
        let units = font.get(39..).unwrap_or_default().as_chunks::<2>().0;
        let name = units.iter().map(|unit| u16::from_le_bytes(*unit)).take_while(|&unit| unit != 0);
        names.push(char::decode_utf16(name).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect());
        rest = &rest[1 + usize::from(length)..];
    }
    names
}
