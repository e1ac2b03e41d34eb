//! A font of a PDF -> the text and the width of each code in a string.

use std::collections::HashMap;

use lopdf::{Dictionary, Document, Object};

use super::cmap::CodeMap;

/// The width of what has none, in thousandths of the size.
const USUAL_WIDTH: f32 = 500.0;
const WIDE: f32 = 1000.0;

/// A sign of a string.
pub(super) struct Sign<'f> {
    /// `None` if the font does not tell.
    pub text: Option<&'f str>,
    /// In thousandths of the size.
    pub width: f32,
    /// Whether it is the blank that word spacing widens.
    pub is_blank: bool,
}

/// A font.
pub(super) struct Font {
    /// Without the mark of a subset.
    pub name: String,
    is_composite: bool,
    map: CodeMap,
    /// The letters of single bytes.
    letters: Vec<String>,
    widths: HashMap<u32, f32>,
    default_width: f32,
}

impl Font {
    pub fn read(dictionary: &Dictionary, document: &Document, limit: usize) -> Self {
        let is_composite = name(dictionary, b"Subtype") == b"Type0";
        let map = dictionary.get_deref(b"ToUnicode", document).and_then(Object::as_stream);
        let map = map.and_then(|stream| stream.get_plain_content_with_limit(limit)).unwrap_or_default();
        let map = CodeMap::read(&map);
        let base = String::from_utf8_lossy(name(dictionary, b"BaseFont")).into_owned();
        let base = base.split_once('+').filter(|(mark, _)| mark.len() == 6).map_or(&*base, |(_, base)| base);
        let mut font = Self {
            name: base.to_owned(),
            is_composite,
            map,
            letters: Vec::new(),
            widths: HashMap::new(),
            default_width: if is_composite { WIDE } else { USUAL_WIDTH },
        };
        if is_composite {
            font.read_composite_widths(dictionary, document);
        } else {
            font.read_simple_widths(dictionary, document);
            font.read_letters(dictionary, document, limit);
        }
        font
    }

    /// The signs of a string.
    pub fn signs<'f>(&'f self, string: &'f [u8]) -> impl Iterator<Item = Sign<'f>> {
        string.chunks(if self.is_composite { 2 } else { 1 }).map(|code| {
            let is_blank = *code == [b' '];
            let code = code.iter().fold(0, |code, &byte| code * 256 + u32::from(byte));
            let letter = self.letters.get(code as usize).map(String::as_str).filter(|letter| !letter.is_empty());
            let width = self.widths.get(&code).copied().unwrap_or(self.default_width);
            Sign { text: self.map.get(code).or(letter), width, is_blank }
        })
    }

    /// The letters that the encoding gives; a font with its own table needs them only beyond it.
    fn read_letters(&mut self, dictionary: &Dictionary, document: &Document, limit: usize) {
        if !self.map.is_empty() && !dictionary.has(b"Encoding") {
            return;
        }
        let Ok(encoding) = dictionary.get_font_encoding_with_limit(document, limit) else {
            return;
        };
        self.letters = (0..=u8::MAX).map(|byte| encoding.bytes_to_string(&[byte]).unwrap_or_default()).collect();
    }

    fn read_simple_widths(&mut self, dictionary: &Dictionary, document: &Document) {
        let first = number(dictionary.get_deref(b"FirstChar", document).ok()).unwrap_or(0.0) as u32;
        let widths = dictionary.get_deref(b"Widths", document).and_then(Object::as_array);
        for (code, width) in (first..=255).zip(widths.into_iter().flatten()) {
            let width = document.dereference(width).ok().map(|(_, width)| width);
            self.widths.extend(number(width).map(|width| (code, width)));
        }
        // Fonts of type 3 measure by a matrix of their own.
        let matrix = dictionary.get_deref(b"FontMatrix", document).and_then(Object::as_array);
        let scale = matrix.ok().and_then(|matrix| number(matrix.first())).map_or(1.0, |scale| scale.abs() * 1000.0);
        self.widths.values_mut().for_each(|width| *width *= scale);
    }

    fn read_composite_widths(&mut self, dictionary: &Dictionary, document: &Document) {
        let descendants = dictionary.get_deref(b"DescendantFonts", document).and_then(Object::as_array);
        let descendant = descendants.ok().and_then(|fonts| document.dereference(fonts.first()?).ok());
        let Some(descendant) = descendant.and_then(|(_, font)| font.as_dict().ok()) else {
            return;
        };
        self.default_width = number(descendant.get_deref(b"DW", document).ok()).unwrap_or(WIDE);
        let widths = descendant.get_deref(b"W", document).and_then(Object::as_array);
        let mut range: Vec<f32> = Vec::new();
        for item in widths.into_iter().flatten() {
            match document.dereference(item) {
                // `first [width width …]`
                Ok((_, Object::Array(list))) => {
                    let first = range.first().map_or(0, |&first| first as u32);
                    let widths = list.iter().map(|width| number(Some(width)));
                    self.widths.extend((first..).zip(widths).filter_map(|(code, width)| Some((code, width?))));
                    range.clear();
                }
                // `first last width`
                Ok((_, item)) => range.extend(number(Some(item))),
                Err(_) => {}
            }
            if let [first, last, width] = range[..] {
                self.widths.extend((first as u32..=(last as u32).min(0xFFFF)).map(|code| (code, width)));
                range.clear();
            }
        }
    }
}

/// A number as it stands.
pub(super) fn number(object: Option<&Object>) -> Option<f32> {
    match object? {
        Object::Integer(number) => Some(*number as f32),
        Object::Real(number) => Some(*number),
        _ => None,
    }
}

fn name<'d>(dictionary: &'d Dictionary, key: &[u8]) -> &'d [u8] {
    dictionary.get(key).and_then(Object::as_name).unwrap_or_default()
}
