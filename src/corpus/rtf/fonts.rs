//! The font table of Rich Text Format -> the name and the encoding of each font.

use std::collections::HashMap;

use encoding_rs::Encoding;
use encoding_rs::{
    BIG5, EUC_KR, GBK, MACINTOSH, SHIFT_JIS, UTF_8, WINDOWS_874, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252,
    WINDOWS_1253, WINDOWS_1254, WINDOWS_1255, WINDOWS_1256, WINDOWS_1257, WINDOWS_1258,
};

use crate::corpus::room::entry;

/// A font.
#[derive(Default)]
struct Font {
    name: String,
    encoding: Option<&'static Encoding>,
    is_named: bool,
}

/// The fonts of a document by number.
pub(super) struct Fonts {
    fonts: HashMap<i32, Font>,
    /// The font being defined.
    open: i32,
    /// The number of the font where none is named.
    pub default: i32,
    /// The encoding where a font names none.
    code_page: &'static Encoding,
}

impl Default for Fonts {
    fn default() -> Self {
        Self { fonts: HashMap::new(), open: 0, default: 0, code_page: WINDOWS_1252 }
    }
}

impl Fonts {
    pub fn set_code_page(&mut self, number: i32) {
        self.code_page = of_code_page(number).unwrap_or(WINDOWS_1252);
    }

    /// Takes a word of the font table.
    pub fn word(&mut self, word: &str, value: i32) {
        match word {
            "f" => self.open = value,
            "fcharset" => self.set_encoding(of_charset(value)),
            "cpg" => self.set_encoding(of_code_page(value)),
            _ => {}
        }
    }

    fn set_encoding(&mut self, encoding: Option<&'static Encoding>) {
        if let Some(font) = entry(&mut self.fonts, self.open) {
            font.encoding = encoding;
        }
    }

    /// Takes a part of a name, up to the semicolon that ends it.
    pub fn name(&mut self, bytes: &[u8]) {
        let Some(font) = entry(&mut self.fonts, self.open) else { return };
        for &byte in bytes {
            match byte {
                b';' => font.is_named = true,
                _ if !font.is_named => font.name.push(char::from(byte)),
                _ => {}
            }
        }
    }

    /// The name of a font.
    pub fn family(&self, number: Option<i32>) -> &str {
        self.fonts.get(&number.unwrap_or(self.default)).map_or("", |font| font.name.trim())
    }

    /// The text of bytes in a font.
    pub fn decode(&self, number: Option<i32>, bytes: &[u8]) -> String {
        let font = self.fonts.get(&number.unwrap_or(self.default));
        let encoding = match font {
            // These have letters of their own in the places of those of Western Europe.
            Some(font) if is_of_old_vietnamese(&font.name) => WINDOWS_1252,
            Some(font) => font.encoding.unwrap_or(self.code_page),
            None => self.code_page,
        };
        encoding.decode_without_bom_handling(bytes).0.into_owned()
    }
}

fn is_of_old_vietnamese(name: &str) -> bool {
    let name = name.trim().as_bytes();
    let starts = |start: &[u8]| name.get(..start.len()).is_some_and(|name| name.eq_ignore_ascii_case(start));
    starts(b".Vn") || starts(b"VNI")
}

/// The encodings of character sets of Windows.
fn of_charset(number: i32) -> Option<&'static Encoding> {
    Some(match number {
        77 => MACINTOSH,
        128 => SHIFT_JIS,
        129 => EUC_KR,
        134 => GBK,
        136 => BIG5,
        161 => WINDOWS_1253,
        162 => WINDOWS_1254,
        163 => WINDOWS_1258,
        177 => WINDOWS_1255,
        178 => WINDOWS_1256,
        186 => WINDOWS_1257,
        204 => WINDOWS_1251,
        222 => WINDOWS_874,
        238 => WINDOWS_1250,
        _ => return None,
    })
}

fn of_code_page(number: i32) -> Option<&'static Encoding> {
    Some(match number {
        874 => WINDOWS_874,
        932 => SHIFT_JIS,
        936 => GBK,
        949 => EUC_KR,
        950 => BIG5,
        1250 => WINDOWS_1250,
        1251 => WINDOWS_1251,
        1252 => WINDOWS_1252,
        1253 => WINDOWS_1253,
        1254 => WINDOWS_1254,
        1255 => WINDOWS_1255,
        1256 => WINDOWS_1256,
        1257 => WINDOWS_1257,
        1258 => WINDOWS_1258,
        10000 => MACINTOSH,
        65001 => UTF_8,
        _ => return None,
    })
}
