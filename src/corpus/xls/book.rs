//! The records that hold for all sheets -> names of sheets, shared texts, formats and fonts.

use std::collections::HashMap;

use encoding_rs::WINDOWS_1252;

use crate::corpus::bytes::{u16_at, u32_at};
use crate::corpus::code_page::code_page;
use crate::corpus::room::{insert, push};
use crate::corpus::sheet::Format;
use crate::corpus::unreadable::{Damage, Unreadable};

use super::records::{BOF, Chunks, EOF, Records, Text, Writing};

const FILE_PASS: u16 = 0x2F;
const CODE_PAGE: u16 = 0x42;
const DATE_MODE: u16 = 0x22;
const FONT: [u16; 2] = [0x31, 0x0231];
const FORMAT: u16 = 0x041E;
const OLD_FORMAT: u16 = 0x1E;
const XF: [u16; 3] = [0xE0, 0x0443, 0x0243];
const BOUND_SHEET: u16 = 0x85;
const SST: u16 = 0xFC;

/// The version of Excel 97 and later.
const BIFF8: u16 = 0x0600;

/// What a stream is that begins so.
const GLOBALS: u16 = 5;

/// No font has this number.
const NO_FONT: usize = 4;

/// What holds for all sheets.
pub(super) struct Book {
    pub writing: Writing,
    pub is_from_1904: bool,
    /// The name of each sheet, and where its records begin.
    pub sheets: Vec<(String, usize)>,
    pub texts: Vec<Text>,
    fonts: Vec<String>,
    formats: HashMap<u16, Format>,
    /// The numbers of the font and of the format of each style of cells.
    styles: Vec<(usize, u16)>,
}

impl Book {
    pub fn read(stream: &[u8]) -> Result<Self, Unreadable> {
        let mut records = Records::from(stream, 0);
        let first = records.next().filter(|record| BOF.contains(&record.kind));
        let first = first.ok_or(Unreadable::Damaged(Damage::NoWorkbook))?;
        let (version, kind) = (u16_at(first.data, 0).unwrap_or(0), u16_at(first.data, 2).unwrap_or(0));
        let is_unicode = first.kind == BOF[0] && version >= BIFF8;
        let mut book = Self {
            writing: Writing { is_unicode, encoding: WINDOWS_1252 },
            is_from_1904: false,
            sheets: Vec::new(),
            texts: Vec::new(),
            fonts: Vec::new(),
            formats: HashMap::new(),
            styles: Vec::new(),
        };
        // before 1993 a file was one sheet
        let is_alone = kind != GLOBALS;
        if is_alone {
            book.sheets.push((String::new(), 0));
        }
        let mut codes: HashMap<u16, String> = HashMap::new();
        while let Some(record) = records.next() {
            match record.kind {
                EOF => break,
                FILE_PASS => return Err(Unreadable::Protected),
                SST => book.read_texts(records.with_more(record)),
                FORMAT if first.kind == BOF[0] => {
                    let told = record.data.get(2..).unwrap_or_default();
                    let code = book.writing.text(told, if is_unicode { 2 } else { 1 });
                    insert(&mut codes, u16_at(record.data, 0).unwrap_or(0), code.text);
                }
                FORMAT | OLD_FORMAT => {
                    let number = u16::try_from(codes.len()).unwrap_or(0);
                    let skipped = if record.kind == FORMAT { 2 } else { 0 };
                    let code = book.writing.text(record.data.get(skipped..).unwrap_or_default(), 1);
                    insert(&mut codes, number, code.text);
                }
                kind => book.take(kind, record.data, first.kind),
            }
        }
        for &(_, number) in &book.styles {
            let format = || codes.get(&number).map_or_else(|| Format::built_in(number), |code| Format::read(code));
            book.formats.entry(number).or_insert_with(format);
        }
        Ok(book)
    }

    fn take(&mut self, kind: u16, data: &[u8], bof: u16) {
        match kind {
            CODE_PAGE => self.writing.encoding = code_page(u16_at(data, 0).unwrap_or(0)),
            DATE_MODE => self.is_from_1904 = u16_at(data, 0) == Some(1),
            kind if FONT.contains(&kind) => {
                let at = if bof == BOF[0] { 14 } else { 6 };
                let name = self.writing.text(data.get(at..).unwrap_or_default(), 1).text;
                push(&mut self.fonts, name);
            }
            kind if XF.contains(&kind) => {
                let (font, format) = match bof {
                    bof if bof == BOF[0] => (u16_at(data, 0), u16_at(data, 2)),
                    _ => (data.first().copied().map(u16::from), data.get(1).copied().map(u16::from)),
                };
                push(&mut self.styles, (usize::from(font.unwrap_or(0)), format.unwrap_or(0)));
            }
            BOUND_SHEET => {
                // 0 is a sheet of cells
                let is_grid = data.get(5).is_some_and(|kind| kind & 0xF == 0);
                let place = u32_at(data, 0).map(|place| place as usize);
                if let Some(place) = place.filter(|_| is_grid) {
                    let name = self.writing.text(data.get(6..).unwrap_or_default(), 1).text;
                    push(&mut self.sheets, (name, place));
                }
            }
            _ => {}
        }
    }

    fn read_texts(&mut self, chunks: Vec<&[u8]>) {
        let mut chunks = Chunks::of(chunks);
        // how many there are, twice
        if chunks.skip(8).is_some() {
            self.texts.extend(std::iter::from_fn(|| chunks.long_text()));
        }
    }

    /// The format of a style of cells.
    pub fn format(&self, style: usize) -> Option<&Format> {
        self.formats.get(&self.styles.get(style)?.1)
    }

    /// The number of the font of a style.
    pub fn font_of(&self, style: usize) -> usize {
        self.styles.get(style).map_or(NO_FONT, |(font, _)| *font)
    }

    /// The name of a font; `""` if it tells none.
    pub fn font(&self, number: usize) -> &str {
        let index = match number {
            NO_FONT => None,
            number if number > NO_FONT => Some(number - 1),
            number => Some(number),
        };
        index.and_then(|index| self.fonts.get(index)).map_or("", String::as_str)
    }
}
