//! The formatting of a text -> the fonts of its stretches, by \[MS-PPT\] 2.9.

use crate::corpus::bytes::{u16_at, u32_at};
use crate::corpus::room::push;

/// What is formatted of a paragraph, by the bit that says that it is, in the order in which it is written, with its
/// bytes. What tells stops of tabs is as long as it says itself.
const PARAGRAPH: [(u32, usize); 14] = [
    (0xF, 2),
    (1 << 7, 2),
    (1 << 4, 2),
    (1 << 6, 2),
    (1 << 5, 4),
    (1 << 11, 2),
    (1 << 12, 2),
    (1 << 13, 2),
    (1 << 14, 2),
    (1 << 8, 2),
    (1 << 10, 2),
    (1 << 15, 2),
    (TAB_STOPS, 2),
    (1 << 16, 2),
];
const PARAGRAPH_END: [(u32, usize); 2] = [(7 << 17, 2), (1 << 21, 2)];
const TAB_STOPS: u32 = 1 << 20;
const TAB_STOP_BYTES: usize = 4;

/// The same of characters.
const CHARACTERS: [(u32, usize); 8] =
    [(0xFFFF, 2), (FONT, 2), (1 << 21, 2), (1 << 22, 2), (1 << 23, 2), (1 << 17, 2), (1 << 18, 4), (1 << 19, 2)];
const FONT: u32 = 1 << 16;

/// What is told of a stretch of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// Its units of UTF-16.
    pub units: usize,
    /// The number of its font, where it is told.
    pub font: Option<u16>,
}

/// The stretches of a text of so many units, with the end that it does not write.
pub(super) fn runs(data: &[u8], units: usize) -> Vec<Run> {
    let mut rest = data;
    let mut left = units + 1;
    while left > 0 {
        let Some(count) = number(&mut rest) else { return Vec::new() };
        // the level of the paragraph stands between
        if skip(&mut rest, 2).is_none() || skip_paragraph(&mut rest).is_none() || count == 0 {
            return Vec::new();
        }
        left = left.saturating_sub(count);
    }
    let mut runs = Vec::new();
    let mut left = units + 1;
    while left > 0 {
        let Some(count) = number(&mut rest) else { break };
        let Some(font) = characters(&mut rest) else { break };
        if count == 0 || !push(&mut runs, Run { units: count, font }) {
            break;
        }
        left = left.saturating_sub(count);
    }
    runs
}

/// The font of the outermost level of a style of a master; styles of these kinds number their levels.
pub(super) fn master_font(data: &[u8], numbers_levels: bool) -> Option<u16> {
    let mut rest = data;
    skip(&mut rest, if numbers_levels { 4 } else { 2 })?;
    skip_paragraph(&mut rest)?;
    characters(&mut rest)?
}

fn skip_paragraph(rest: &mut &[u8]) -> Option<()> {
    let mask = number(rest)? as u32;
    for (bits, bytes) in PARAGRAPH.into_iter().chain(PARAGRAPH_END).filter(|(bits, _)| mask & bits != 0) {
        if bits == TAB_STOPS {
            let stops = usize::from(u16_at(rest, 0)?);
            skip(rest, stops * TAB_STOP_BYTES)?;
        }
        skip(rest, bytes)?;
    }
    Some(())
}

/// The font that is told of characters, if one is; nothing where what is told breaks off.
fn characters(rest: &mut &[u8]) -> Option<Option<u16>> {
    let mask = number(rest)? as u32;
    let mut font = None;
    for (bits, bytes) in CHARACTERS.into_iter().filter(|(bits, _)| mask & bits != 0) {
        if bits == FONT {
            font = u16_at(rest, 0);
        }
        skip(rest, bytes)?;
    }
    Some(font)
}

fn number(rest: &mut &[u8]) -> Option<usize> {
    let number = u32_at(rest, 0)? as usize;
    skip(rest, 4)?;
    Some(number)
}

fn skip(rest: &mut &[u8], bytes: usize) -> Option<()> {
    *rest = rest.get(bytes..)?;
    Some(())
}
