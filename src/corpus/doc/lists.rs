//! The tables of lists -> the lists of a document, by \[MS-DOC\] 2.9.131 to 2.9.150.

use std::collections::HashMap;

use crate::corpus::lists::{Figures, LEVELS, Level, List};

use super::bytes::{u16_at, u32_at};

const LIST_BYTES: usize = 28;
const LEVEL_BYTES: usize = 28;
const USE_BYTES: usize = 16;

/// A list has nine levels, or one if it is simple.
const LIST_LEVELS: usize = 9;

/// Flags of a list, of a level, and of the way that a list is used.
const IS_SIMPLE: u8 = 0x01;
const IS_LEGAL: u8 = 0x04;
const COUNTS_ON: u8 = 0x08;
const HAS_START: u32 = 0x10;
const HAS_LEVEL: u32 = 0x20;

/// The lists of a document, and how far each has been counted.
#[derive(Default)]
pub(super) struct Lists {
    /// By their ids.
    lists: HashMap<u32, List>,
    uses: Vec<Use>,
}

/// A way to use a list.
struct Use {
    list: u32,
    /// What a level starts at, the first time that it is used so.
    starts: [Option<u32>; LEVELS],
}

impl Lists {
    /// Reads the table of lists, the levels that follow it, and the table of their uses.
    pub fn read(table: &[u8], mut levels: &[u8], uses: &[u8]) -> Self {
        let mut lists = HashMap::new();
        for list in table.get(2..).unwrap_or_default().chunks_exact(LIST_BYTES) {
            let Some(id) = u32_at(list, 0) else { break };
            let count = if list[26] & IS_SIMPLE == 0 { LIST_LEVELS } else { 1 };
            let mut read = List::default();
            for level in read.levels.iter_mut().take(count) {
                let Some(next) = take_level(&mut levels) else { break };
                *level = next;
            }
            lists.insert(id, read);
        }
        Self { lists, uses: read_uses(uses).unwrap_or_default() }
    }

    /// Counts a paragraph of a list (its use, from 1) and returns its number; empty if it has none.
    pub fn next(&mut self, list: u16, level: u8) -> String {
        let used = usize::from(list).checked_sub(1).and_then(|index| self.uses.get_mut(index));
        let Some(used) = used else {
            return String::new();
        };
        let level = usize::from(level);
        let start = used.starts.get_mut(level).and_then(Option::take);
        self.lists.get_mut(&used.list).map(|list| list.next(level, start)).unwrap_or_default()
    }
}

fn take_level(rest: &mut &[u8]) -> Option<Level> {
    let head = rest.get(..LEVEL_BYTES)?;
    let formatting = usize::from(head[24]) + usize::from(head[25]);
    let text = rest.get(LEVEL_BYTES + formatting..)?;
    let length = usize::from(u16_at(text, 0)?) * 2;
    let units = text.get(2..2 + length)?;
    *rest = &text[2 + length..];
    let units = units.as_chunks::<2>().0.iter().map(|unit| u16::from_le_bytes(*unit));
    Some(Level {
        start: u32_at(head, 0)?,
        figures: figures(head[4]),
        // The numbers of levels stand in the text as they do in a pattern.
        pattern: char::decode_utf16(units).flatten().map(|c| if c == '\t' { ' ' } else { c }).collect(),
        is_legal: head[5] & IS_LEGAL != 0,
        counts_on: head[5] & COUNTS_ON != 0,
    })
}

fn read_uses(table: &[u8]) -> Option<Vec<Use>> {
    let count = u32_at(table, 0)? as usize;
    let heads = table.get(4..)?.chunks_exact(USE_BYTES).take(count);
    let mut rest = table.get(4 + count.checked_mul(USE_BYTES)?..).unwrap_or_default();
    let mut uses = Vec::new();
    let mut is_whole = true;
    for head in heads {
        let mut used = Use { list: u32_at(head, 0)?, starts: [None; LEVELS] };
        if is_whole {
            is_whole = take_starts(&mut rest, head[12], &mut used.starts).is_some();
        }
        uses.push(used);
    }
    Some(uses)
}

/// Reads what a use says of the levels of its list.
fn take_starts(rest: &mut &[u8], levels: u8, starts: &mut [Option<u32>; LEVELS]) -> Option<()> {
    *rest = rest.get(4..)?;
    for _ in 0..levels {
        let (start, flags) = (u32_at(rest, 0)?, u32_at(rest, 4)?);
        *rest = &rest[8..];
        let level = if flags & HAS_LEVEL != 0 { Some(take_level(rest)?) } else { None };
        if flags & HAS_START != 0 {
            let start = level.map_or(start, |level| level.start);
            starts[(flags & 0xF) as usize % LEVELS] = Some(start);
        }
    }
    Some(())
}

fn figures(code: u8) -> Figures {
    match code {
        1 => Figures::UpperRoman,
        2 => Figures::LowerRoman,
        3 => Figures::UpperLetter,
        4 => Figures::LowerLetter,
        22 => Figures::TwoDigits,
        23 | 255 => Figures::None,
        _ => Figures::Decimal,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A level that starts at 1.
    fn level(code: u8, text: &str) -> Vec<u8> {
        let mut bytes = vec![0; LEVEL_BYTES];
        (bytes[0], bytes[4], bytes[24]) = (1, code, 3);
        bytes.extend([9; 3]);
        bytes.extend((text.encode_utf16().count() as u16).to_le_bytes());
        bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
        bytes
    }

    fn tables() -> [Vec<u8>; 3] {
        let mut table = vec![2, 0];
        for (id, flags) in [(7, 0), (8, IS_SIMPLE)] {
            let mut list = [0; LIST_BYTES];
            (list[0], list[26]) = (id, flags);
            table.extend(list);
        }
        let texts = [(0, "Điều \0."), (4, "\u{1})"), (0, "\0.\u{1}.\u{2}"), (23, "-")];
        let mut levels: Vec<u8> = texts.iter().flat_map(|(code, text)| level(*code, text)).collect();
        levels.extend((4..LIST_LEVELS).flat_map(|_| level(0, "")));
        levels.extend(level(1, "\0"));
        let mut uses = vec![3, 0, 0, 0];
        for (id, levels) in [(7, 0), (8, 0), (7, 1)] {
            let mut used = [0; USE_BYTES];
            (used[0], used[12]) = (id, levels);
            uses.extend(used);
        }
        uses.extend([0; 4]);
        uses.extend([0; 4]);
        uses.extend([0; 4]);
        uses.extend([5, 0, 0, 0, HAS_START as u8, 0, 0, 0]);
        [table, levels, uses]
    }

    #[test]
    fn paragraphs_are_numbered_in_order() {
        let [table, levels, uses] = tables();
        let mut lists = Lists::read(&table, &levels, &uses);
        for (list, level, expected) in [
            (1, 0, "Điều 1."),
            (1, 1, "a)"),
            (1, 1, "b)"),
            (1, 2, "1.b.1"),
            (2, 0, "I"),
            (1, 0, "Điều 2."),
            (1, 1, "a)"),
            (1, 3, "-"),
            (3, 0, "Điều 5."),
            (1, 0, "Điều 6."),
            (2, 0, "II"),
            (0, 0, ""),
            (4, 0, ""),
            (1, 200, ""),
        ] {
            assert_eq!(lists.next(list, level), expected, "{list} {level}");
        }
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(
            cuts in any::<[prop::sample::Index; 3]>(),
            changes in proptest::collection::vec((0..3_usize, any::<prop::sample::Index>(), any::<u8>()), 0..6),
        ) {
            let mut tables = tables();
            for (table, at, byte) in changes {
                let at = at.index(tables[table].len());
                tables[table][at] = byte;
            }
            for (table, cut) in tables.iter_mut().zip(cuts) {
                let cut = cut.index(table.len() + 1);
                table.truncate(cut);
            }
            let mut lists = Lists::read(&tables[0], &tables[1], &tables[2]);
            for list in 0..5 {
                let _ = lists.next(list, 1);
            }
        }
    }
}
