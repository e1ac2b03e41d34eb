//! The pages of formatting -> what holds for the characters and paragraphs at a place in the file.

use super::bytes::{is_on, modifications, u16_at, u32_at};

const PAGE_BYTES: usize = 512;

/// The number of a page is 22 bits of its entry.
const PAGE_NUMBER: u32 = (1 << 22) - 1;

/// What is said of characters directly.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Character {
    pub font: Option<u16>,
    pub style: Option<u16>,
    pub is_hidden: Option<bool>,
    pub is_deleted: bool,
    pub is_special: bool,
    pub is_raised: Option<bool>,
}

impl Character {
    pub fn read(list: &[u8]) -> Self {
        let mut character = Self::default();
        for (code, operand) in modifications(list) {
            match code {
                0x4A4F => character.font = u16_at(operand, 0),
                0x4A30 => character.style = u16_at(operand, 0),
                0x083C => character.is_hidden = Some(is_on(operand)),
                0x0800 => character.is_deleted = is_on(operand),
                0x2A48 => character.is_raised = operand.first().map(|&place| place == 1),
                0x0855 => character.is_special = is_on(operand),
                _ => {}
            }
        }
        character
    }
}

/// What is said of a paragraph directly.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Paragraph {
    pub style: u16,
    /// 0 to 8 for headings, 9 for body text.
    pub outline: Option<u8>,
    pub in_table: bool,
    /// It ends a row.
    pub ends_row: bool,
    pub starts_page: bool,
    /// The number of the list that it is of, from 1, and its level there.
    pub list: Option<u16>,
    pub list_level: Option<u8>,
}

impl Paragraph {
    fn read(style: u16, list: &[u8]) -> Self {
        let mut paragraph = Self { style, ..Self::default() };
        for (code, operand) in modifications(list) {
            match code {
                0x2640 => paragraph.outline = operand.first().copied(),
                0x2416 => paragraph.in_table = is_on(operand),
                0x2417 => paragraph.ends_row = is_on(operand),
                0x460B => paragraph.list = u16_at(operand, 0),
                0x260A => paragraph.list_level = operand.first().copied(),
                0x2407 => paragraph.starts_page = is_on(operand),
                _ => {}
            }
        }
        paragraph
    }

    /// What Word 6 and 95 say, as far as their codes are of a known length.
    fn read_old(mut list: &[u8]) -> Self {
        const IN_TABLE: u8 = 24;
        const ENDS_ROW: u8 = 25;
        let mut paragraph = Self::default();
        while let Some((&code, behind)) = list.split_first() {
            let length = match code {
                4..=11 | 13 | 14 | IN_TABLE | ENDS_ROW | 29 | 37 | 44 | 50 | 51 => 1,
                2 | 16..=19 | 21 | 22 | 26..=28 | 30..=36 | 38..=43 | 45..=49 => 2,
                20 => 4,
                3 | 12 | 15 | 23 => behind.first().map_or(0, |length| usize::from(*length) + 1),
                _ => break,
            };
            let Some((operand, rest)) = behind.split_at_checked(length) else { break };
            match code {
                IN_TABLE => paragraph.in_table = is_on(operand),
                ENDS_ROW => paragraph.ends_row = is_on(operand),
                _ => {}
            }
            list = rest;
        }
        paragraph
    }
}

/// Runs of the file in order, each with what holds for it.
#[derive(Default)]
pub(super) struct Runs<T> {
    /// Where each run starts and ends.
    runs: Vec<(usize, usize, T)>,
}

pub(super) type Characters = Runs<Character>;
pub(super) type Paragraphs = Runs<Paragraph>;

impl<T: Copy + Default> Runs<T> {
    /// Runs by where they start and end.
    pub fn of(mut runs: Vec<(usize, usize, T)>) -> Self {
        runs.sort_by_key(|run| run.0);
        Self { runs }
    }

    /// What holds at a place; `hint` is where the last was found.
    pub fn at(&self, place: usize, hint: &mut usize) -> T {
        let holds = |index: usize| self.runs.get(index).is_some_and(|run| run.0 <= place && place < run.1);
        if !holds(*hint) {
            *hint = if holds(*hint + 1) { *hint + 1 } else { self.runs.partition_point(|run| run.1 <= place) };
        }
        self.runs.get(*hint).filter(|_| holds(*hint)).map_or_else(T::default, |run| run.2)
    }

    /// Whether anything holds of any run.
    pub fn any(&self, holds: impl Fn(&T) -> bool) -> bool {
        self.runs.iter().any(|(.., value)| holds(value))
    }

    fn gather(table: &[u8], main: &[u8], entry_bytes: usize, read: impl Fn(&[u8], usize) -> Option<T>) -> Self {
        let count = table.len().saturating_sub(4) / 8;
        let pages = (0..count).map(|index| u32_at(table, (count + 1) * 4 + index * 4).unwrap_or(0) & PAGE_NUMBER);
        Self::of_pages(pages.map(|page| page as usize), main, entry_bytes, read)
    }

    fn of_pages(
        pages: impl Iterator<Item = usize>,
        main: &[u8],
        entry_bytes: usize,
        read: impl Fn(&[u8], usize) -> Option<T>,
    ) -> Self {
        let mut runs = Vec::new();
        for number in pages {
            let start = number * PAGE_BYTES;
            let Some(page) = main.get(start..start + PAGE_BYTES) else {
                continue;
            };
            let entries = usize::from(page[PAGE_BYTES - 1]);
            for entry in 0..entries {
                let (Some(start), Some(end)) = (u32_at(page, entry * 4), u32_at(page, entry * 4 + 4)) else {
                    break;
                };
                let at = (entries + 1) * 4 + entry * entry_bytes;
                let offset = page.get(at).map_or(0, |&offset| usize::from(offset) * 2);
                let value = if offset == 0 { None } else { read(page, offset) };
                runs.push((start as usize, end as usize, value.unwrap_or_default()));
            }
        }
        Self::of(runs)
    }
}

impl Runs<Character> {
    pub fn read(table: &[u8], main: &[u8]) -> Self {
        Self::gather(table, main, 1, |page, at| {
            let length = usize::from(*page.get(at)?);
            Some(Character::read(page.get(at + 1..at + 1 + length)?))
        })
    }
}

impl Runs<Paragraph> {
    pub fn read(table: &[u8], main: &[u8]) -> Self {
        Self::gather(table, main, 13, |page, at| {
            let (start, length) = match usize::from(*page.get(at)?) {
                0 => (at + 2, usize::from(*page.get(at + 1)?) * 2),
                words => (at + 1, words * 2 - 1),
            };
            let list = page.get(start..start + length)?;
            Some(Paragraph::read(u16_at(list, 0)?, list.get(2..)?))
        })
    }

    /// Those of Word 6 and 95, whose numbers of pages have two bytes: which lie in tables, and which end a row.
    pub fn read_old(table: &[u8], main: &[u8]) -> Self {
        const ENTRY_BYTES: usize = 7;
        let count = table.len().saturating_sub(4) / 6;
        let pages = (0..count).filter_map(|index| u16_at(table, (count + 1) * 4 + index * 2)).map(usize::from);
        Self::of_pages(pages, main, ENTRY_BYTES, |page, at| {
            let words = usize::from(*page.get(at)?);
            Some(Paragraph::read_old(page.get(at + 1..at + 1 + words * 2)?.get(2..)?))
        })
    }
}
