//! Bytes of a document of Word 6 or 95 -> its text, its rows and its notes.
//!
//! All of such a file lies in one stream, a byte a letter unless it says otherwise. Of its formatting only what lies in
//! tables is read, and old encodings are told by the letters. The places are those of the
//! format's description by Microsoft of 1994.

use crate::corpus::content::Content;
use crate::corpus::limits::Limits;
use crate::corpus::room::Room;
use crate::corpus::unreadable::{Damage, Unreadable};

use super::bytes::u32_at;
use super::lists::Lists;
use super::pieces::Pieces;
use super::runs::{Characters, Paragraph, Paragraphs};
use super::styles::Styles;
use super::text::{Notes, Stories, Writer};

/// What a file of Word 6 and 95 starts with.
pub(super) const MAGIC: u16 = 0xA5DC;

/// Flags of the file information block: the text lies in pieces, a letter has two bytes.
const IN_PIECES: u16 = 0x0004;
const IS_WIDE: u16 = 0x1000;

/// Where the block says where the text begins and ends.
const TEXT: [usize; 2] = [0x18, 0x1C];

/// Where it says how many letters each story has.
const STORY_LENGTHS: usize = 0x34;

/// Where it says where these lie.
const FOOTNOTE_MARKS: usize = 0x68;
const PARAGRAPH_PAGES: usize = 0xC0;
const PIECES: usize = 0x160;
const ENDNOTE_MARKS: usize = 0x1D2;

/// Ends of cells and paragraphs.
const CELL: u16 = 0x07;
const PARAGRAPH: u16 = 0x0D;
const PAGE: u16 = 0x0C;

/// Reads the stream of the text; `flags` are those of its block.
pub(super) fn content(main: &[u8], flags: u16, limits: &Limits) -> Result<Content, Unreadable> {
    let part = |at: usize| {
        let [start, length] = [at, at + 4].map(|at| u32_at(main, at).unwrap_or(0) as usize);
        start.checked_add(length).and_then(|end| main.get(start..end)).unwrap_or_default()
    };
    let width = if flags & IS_WIDE != 0 { 2 } else { 1 };
    let [begin, end] = TEXT.map(|at| u32_at(main, at).unwrap_or(0) as usize);
    let pieces = if flags & IN_PIECES != 0 {
        Pieces::of_width(part(PIECES), main, width)
    } else {
        Pieces::whole(main, begin, end.saturating_sub(begin) / width, width)
    };
    if pieces.is_empty() {
        return Err(Unreadable::Damaged(Damage::NoPlace));
    }
    let stories = Stories::read(main, STORY_LENGTHS);
    let told = Paragraphs::read_old(part(PARAGRAPH_PAGES), main);
    let paragraphs = if told.any(|paragraph| paragraph.in_table) { told } else { rows(&pieces, stories.text.end) };
    let (styles, characters) = (Styles::default(), Characters::default());
    let writer = Writer::new(&pieces, &styles, &characters, &paragraphs, Lists::default(), Room::of(limits));
    writer.write_all(&stories, &Notes::read(part(FOOTNOTE_MARKS), part(ENDNOTE_MARKS)))
}

/// Where the file does not tell which paragraphs lie in tables: those that end with the mark of a cell do, and the empty
/// ones behind them end a row.
pub(super) fn rows(pieces: &Pieces<'_>, end: usize) -> Paragraphs {
    let mut runs = Vec::new();
    let (mut start, mut behind_cell) = (None, false);
    for (_, place, unit) in pieces.units(0, end) {
        let first = *start.get_or_insert(place);
        if !matches!(unit, CELL | PARAGRAPH | PAGE) {
            continue;
        }
        let is_cell = unit == CELL;
        if is_cell {
            let ends_row = behind_cell && first == place;
            runs.push((first, place + 1, Paragraph { in_table: true, ends_row, ..Paragraph::default() }));
            behind_cell = !ends_row;
        } else {
            behind_cell = false;
        }
        start = None;
    }
    Paragraphs::of(runs)
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use cfb::CompoundFile;

    use super::super::parse;
    use super::*;
    use crate::corpus::oddity::Oddity;

    /// A file of Word 6 whose stories have these letters, a byte each; `notes` are the places of marks in the text.
    fn file(text: &[u8], footnotes: &[u8], notes: &[u32], flags: u16) -> Vec<u8> {
        let mut main = vec![0; 0x300];
        let mut put = |at: usize, bytes: &[u8]| main[at..at + bytes.len()].copy_from_slice(bytes);
        let all = [text, footnotes].concat();
        let marks: Vec<u8> = notes.iter().chain([&(text.len() as u32)]).flat_map(|at| at.to_le_bytes()).collect();
        let marks = [marks, vec![0; 2 * notes.len()]].concat();
        put(0, &MAGIC.to_le_bytes());
        put(2, &101_u16.to_le_bytes());
        put(10, &flags.to_le_bytes());
        put(TEXT[0], &0x300_u32.to_le_bytes());
        put(TEXT[1], &(0x300 + all.len() as u32).to_le_bytes());
        put(STORY_LENGTHS, &(text.len() as u32).to_le_bytes());
        put(STORY_LENGTHS + 4, &(footnotes.len() as u32).to_le_bytes());
        put(FOOTNOTE_MARKS, &(0x300 + all.len() as u32).to_le_bytes());
        put(FOOTNOTE_MARKS + 4, &(marks.len() as u32).to_le_bytes());
        main.extend(all);
        main.extend(marks);
        let mut file = CompoundFile::create(Cursor::new(Vec::new())).unwrap();
        file.create_stream("WordDocument").unwrap().write_all(&main).unwrap();
        file.into_inner().into_inner()
    }

    #[test]
    fn text_rows_and_notes_are_read() {
        let check = |text: &[u8], footnotes: &[u8], notes: &[u32], expected: &str| {
            let content = parse(&file(text, footnotes, notes, 0), &Limits::default()).unwrap();
            assert_eq!(content.text, expected);
        };
        check(b"Mot\rHai\x0Bdong\r", b"", &[], "Mot\nHai\ndong");
        check(b"a\x07b\x07\x07c\x07d\x07\x07Sau\r", b"", &[], "a | b\nc | d\nSau");
        check(b"Ngay\x02 4\r", b"\x02 Theo so\r", &[4], "Ngay[1] 4\n[1] Theo so");
        check(b"trang 1\x0Ctrang \x13PAGE\x142\x15\r", b"", &[], "trang 1\ntrang 2");
        // TCVN3, whose `ư` is the byte of a soft hyphen
        let line = b"Chi\xD3u theo \xAE\xD2 ngh\xDE c\xF1a \xF1y ban nh\xA9n d\xA9n n\xAD\xEDc Vi\xD6t Nam\r";
        check(
            line,
            b"",
            &[],
            "Chi\u{d3}u theo \u{ae}\u{d2} ngh\u{de} c\u{f1}a \u{f1}y ban nh\u{a9}n d\u{a9}n n\u{ad}\u{ed}c Vi\u{d6}t Nam",
        );
    }

    #[test]
    fn cells_may_be_empty_or_hold_several_paragraphs() {
        // `a`, `b` in one cell, an empty one, the end of the row, `Sau`
        let mut page = [0; 0x200];
        let ends = [0_u32, 2, 4, 5, 6, 10].map(|at| (0x300 + at).to_le_bytes()).concat();
        page[..24].copy_from_slice(&ends);
        let entries = [0xE0_u8, 0xE0, 0xE0, 0xE8, 0];
        entries.iter().enumerate().for_each(|(number, at)| page[24 + 7 * number] = *at);
        page[0x1C0..0x1C5].copy_from_slice(&[2, 0, 0, 0x18, 1]);
        page[0x1D0..0x1D7].copy_from_slice(&[3, 0, 0, 0x18, 1, 0x19, 1]);
        page[0x1FF] = 5;
        let told = Paragraphs::read_old(&table_of(&[0x300, 0x30A], &[1]), &[&[0; 0x200][..], &page].concat());
        let mut hint = 0;
        let at = |place: usize, hint: &mut usize| {
            let paragraph = told.at(place, hint);
            (paragraph.in_table, paragraph.ends_row)
        };
        let places = [0x300, 0x303, 0x304, 0x305, 0x306].map(|place| at(place, &mut hint));
        assert_eq!(places, [(true, false), (true, false), (true, false), (true, true), (false, false)]);
    }

    /// A table of places, and of the pages that stand for what lies between.
    fn table_of(places: &[u32], pages: &[u16]) -> Vec<u8> {
        let places = places.iter().flat_map(|place| place.to_le_bytes());
        places.chain(pages.iter().flat_map(|page| page.to_le_bytes())).collect()
    }

    #[test]
    fn damage_is_told() {
        let error = |bytes: &[u8]| parse(bytes, &Limits::default()).unwrap_err().to_string();
        assert!(error(&file(b"a\r", b"", &[], 0x0100)).starts_with("protected"));
        assert!(error(&file(b"", b"", &[], 0)).starts_with("damaged"));
        // pieces that are not there
        assert!(error(&file(b"a\r", b"", &[], IN_PIECES)).starts_with("damaged"));
        let mut cut = file(b"a\r", b"", &[], 0);
        let at = cut.windows(2).position(|two| two == MAGIC.to_le_bytes()).unwrap();
        cut[at + STORY_LENGTHS] = 200;
        assert_eq!(parse(&cut, &Limits::default()).unwrap().notices, [Oddity::BreaksOff]);
    }
}
