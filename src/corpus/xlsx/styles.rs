//! The part with the styles of a workbook -> the format and the font of each style of cells.

use std::collections::HashMap;

use crate::corpus::room::{insert, push};
use crate::corpus::sheet::Format;
use crate::corpus::xml::{Piece, pieces};

/// Styles of cells.
#[derive(Default)]
pub(super) struct Styles {
    formats: HashMap<u16, Format>,
    fonts: Vec<String>,
    /// The numbers of the format and of the font of each style.
    cells: Vec<(u16, usize)>,
}

impl Styles {
    pub fn read(part: &str) -> Self {
        let mut styles = Self::default();
        let (mut in_fonts, mut in_cells) = (false, false);
        let mut codes: HashMap<u16, String> = HashMap::new();
        // A broken part gives the styles before the break.
        let _ = pieces(part, |piece| match piece {
            Piece::Start(tag) => match tag.local() {
                "numFmt" => {
                    let number = tag.get("numFmtId").and_then(|number| number.parse().ok());
                    if let Some((number, code)) = number.zip(tag.get("formatCode")) {
                        insert(&mut codes, number, code.into_owned());
                    }
                }
                "fonts" => in_fonts = true,
                "font" if in_fonts => drop(push(&mut styles.fonts, String::new())),
                "name" if in_fonts => {
                    if let Some(font) = styles.fonts.last_mut() {
                        *font = tag.get("val").unwrap_or_default().into_owned();
                    }
                }
                "cellXfs" => in_cells = true,
                "xf" if in_cells => {
                    let format = tag.get("numFmtId").and_then(|number| number.parse().ok()).unwrap_or(0);
                    let font = tag.get("fontId").and_then(|number| number.parse().ok()).unwrap_or(usize::MAX);
                    push(&mut styles.cells, (format, font));
                }
                _ => {}
            },
            Piece::End(name) => match name.local() {
                "fonts" => in_fonts = false,
                "cellXfs" => in_cells = false,
                _ => {}
            },
            Piece::Text(_) => {}
        });
        for &(number, _) in &styles.cells {
            let format = || codes.get(&number).map_or_else(|| Format::built_in(number), |code| Format::read(code));
            styles.formats.entry(number).or_insert_with(format);
        }
        styles
    }

    /// The format of a style.
    pub fn format(&self, style: usize) -> Option<&Format> {
        self.formats.get(&self.cells.get(style)?.0)
    }

    /// The font of a style; `""` if it tells none.
    pub fn font(&self, style: usize) -> &str {
        let font = self.cells.get(style).and_then(|(_, font)| self.fonts.get(*font));
        font.map_or("", String::as_str)
    }
}
