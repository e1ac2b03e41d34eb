//! Small `.doc` files, written here byte by byte -> what is read of them.

use std::io::{Cursor, Write};

use cfb::CompoundFile;

use super::*;

const SECTOR: usize = 512;

/// What a run or a paragraph is followed by: its length in characters and its modifications.
type Run<'a> = (usize, &'a [u8]);

/// Writes a number at a place.
fn put(bytes: &mut [u8], at: usize, number: usize) {
    bytes[at..at + 4].copy_from_slice(&(number as u32).to_le_bytes());
}

/// A page of formatting of these runs of text that starts at `start`.
fn page(start: usize, runs: &[Run], entry_bytes: usize, entry: impl Fn(&[u8]) -> Vec<u8>) -> Vec<u8> {
    let mut page = vec![0; SECTOR];
    let mut place = start;
    let mut below = SECTOR - 2;
    put(&mut page, 0, place);
    for (index, (length, list)) in runs.iter().enumerate() {
        place += length * 2;
        put(&mut page, (index + 1) * 4, place);
        let bytes = entry(list);
        below = (below - bytes.len()) & !1;
        page[below..below + bytes.len()].copy_from_slice(&bytes);
        page[(runs.len() + 1) * 4 + index * entry_bytes] = (below / 2) as u8;
    }
    page[SECTOR - 1] = runs.len() as u8;
    page
}

/// A document whose stories are the text and the footnotes, with formatting and footnote marks.
pub fn doc(text: &str, notes: &str, runs: &[Run], paragraphs: &[Run], marks: &[usize]) -> Vec<u8> {
    let units: Vec<u16> = format!("{text}{notes}").encode_utf16().collect();
    let text_length = text.encode_utf16().count();
    let start = 2 * SECTOR;
    let mut main = vec![0; start];
    main[..2].copy_from_slice(&WORD_97.to_le_bytes());
    main[2..4].copy_from_slice(&FIRST_VERSION.to_le_bytes());
    main.extend(units.iter().flat_map(|unit| unit.to_le_bytes()));
    main.resize(main.len().next_multiple_of(SECTOR), 0);
    put(&mut main, STORY_LENGTHS, text_length);
    put(&mut main, STORY_LENGTHS + 4, units.len() - text_length);
    let mut table = vec![0; 4];
    let mut add = |main: &mut Vec<u8>, at: usize, part: Vec<u8>| {
        put(main, at, table.len());
        put(main, at + 4, part.len());
        table.extend(part);
    };
    let numbers =
        |numbers: &[usize]| numbers.iter().flat_map(|&number| (number as u32).to_le_bytes()).collect::<Vec<u8>>();
    let characters = page(start, runs, 1, |list| [&[list.len() as u8], list].concat());
    let pages = main.len() / SECTOR;
    add(&mut main, CHARACTER_PAGES, numbers(&[start, start + units.len() * 2, pages]));
    add(&mut main, PARAGRAPH_PAGES, numbers(&[start, start + units.len() * 2, pages + 1]));
    main.extend(characters);
    main.extend(page(start, paragraphs, 13, |list| {
        let padding = vec![0; 1 - list.len() % 2];
        [&[(list.len() / 2 + 1) as u8][..], list, &padding].concat()
    }));
    let positions: Vec<usize> = marks.iter().copied().chain([text_length]).collect();
    add(&mut main, FOOTNOTE_MARKS, [numbers(&positions), vec![0; marks.len() * 2]].concat());
    let mut pieces =
        [vec![TABLE_MARK], numbers(&[16, 0, units.len()]), vec![0; 2], numbers(&[start]), vec![0; 2]].concat();
    pieces.truncate(5 + 16);
    add(&mut main, PIECES, pieces);
    let mut file = CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream("WordDocument").unwrap().write_all(&main).unwrap();
    file.create_stream("0Table").unwrap().write_all(&table).unwrap();
    file.into_inner().into_inner()
}

const TABLE_MARK: u8 = 2;
const HIDDEN: &[u8] = &[0x3C, 0x08, 1];
const DELETED: &[u8] = &[0x00, 0x08, 1];

/// Modifications of paragraphs, each behind the number of the style.
const PLAIN: &[u8] = &[0, 0];
const HEADING: &[u8] = &[0, 0, 0x40, 0x26, 1];
const CELL: &[u8] = &[0, 0, 0x16, 0x24, 1];
const ROW_END: &[u8] = &[0, 0, 0x16, 0x24, 1, 0x17, 0x24, 1];

/// A document of every kind of paragraph.
pub fn sample() -> Vec<u8> {
    let text = "Phần một\rNgày 4/4\u{2}.\ra\u{7}b\u{7}\u{7}\u{C}Trang hai\r";
    let paragraphs = [(9, HEADING), (11, PLAIN), (4, CELL), (1, ROW_END), (30, PLAIN)];
    doc(text, "\u{2} Theo sổ\r", &[(100, b"")], &paragraphs, &[17])
}

fn check(text: &str, runs: &[Run], expected: &str) {
    let content = parse(&doc(text, "", runs, &[], &[]), &Limits::default()).unwrap();
    assert_eq!(content.text, expected, "{text:?}");
}

#[test]
fn a_document_is_read_with_headings_pages_and_notes() {
    let content = parse(&sample(), &Limits::default()).unwrap();
    assert_eq!(content.text, "Phần một\n\nNgày 4/4[1].\na | b\nTrang hai\n[1] Theo sổ");
    assert_eq!(content.headings.iter().map(|h| (h.line, h.level)).collect::<Vec<_>>(), [(1, 2)]);
    assert_eq!(content.pages, [1, 5]);
    assert_eq!(content.notices, []);
}

#[test]
fn signs_become_text() {
    check("", &[], "");
    check("a\tb\u{B}c\u{1E}d\u{1F}e\r", &[], "a b\nc-de");
    check("\u{13}PAGE\u{14}7\u{15}a\u{1}\u{8}\r", &[], "7a");
    check("\u{13}IF \u{13}x\u{14}y\u{15}\u{15}a\r", &[], "a");
    check("a😀b", &[], "a😀b");
    check("abcd\r", &[(1, b""), (1, HIDDEN), (1, DELETED), (2, b"")], "ad");
    check(&"\u{13}".repeat(100_000), &[], "");
}

#[test]
fn what_is_no_such_document_says_why() {
    let file = |name: &str, bytes: &[u8]| {
        let mut file = CompoundFile::create(Cursor::new(Vec::new())).unwrap();
        file.create_stream(name).unwrap().write_all(bytes).unwrap();
        file.into_inner().into_inner()
    };
    let check = |bytes: &[u8], expected: &str| {
        let error = parse(bytes, &Limits::default()).unwrap_err().to_string();
        assert!(error.starts_with(expected), "{error}");
    };
    check(b"", "damaged");
    check(&file("EncryptedPackage", b""), "protected by a password");
    check(&file("Workbook", b""), "damaged: WordDocument");
    check(&file("WordDocument", b"\xEC\xA5"), "damaged: the text breaks off");
    check(&file("WordDocument", b"\xDB\xA5\x2D\0\0\0\0\0\0\0\0\0"), "it is a document of Word before version 6");
    check(&file("WordDocument", b"\xEC\xA5\xC1\0\0\0\0\0\0\0\0\x01"), "protected by a password");
    check(&file("WordDocument", b"\xEC\xA5\xC1\0\0\0\0\0\0\0\0\0"), "damaged: the text breaks off");
}

#[test]
fn a_run_tells_its_font() {
    let font = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
        [&[(39 + name.len()) as u8], &[0; 39][..], &name].concat()
    };
    let fonts = [vec![2, 0, 0, 0], font("Arial"), font(".VnTime")].concat();
    let style = |kind: u16, parent: u16, list: &[u8]| {
        let head = [0, (parent << 4) | kind, 0, 0, 0].map(u16::to_le_bytes).concat();
        let paragraph = if kind == 1 { vec![2, 0, 0, 0] } else { Vec::new() };
        let style = [head, vec![0, 0, 0, 0], paragraph, vec![list.len() as u8, 0], list.to_vec()].concat();
        [(style.len() as u16).to_le_bytes().to_vec(), style].concat()
    };
    let head = [18, 3, 10, 0, 0, 0, 0, 0, 0, 0].map(u16::to_le_bytes).concat();
    let sheet = [head, style(1, 0xFFF, &[0x4F, 0x4A, 1, 0]), style(1, 0, &[]), style(1, 2, &[])].concat();
    let styles = Styles::read(&sheet, &fonts);
    let check = |run: &[u8], paragraph: u16, expected: &str| {
        assert_eq!(styles.font(runs::Character::read(run), paragraph), expected, "{run:?} {paragraph}");
    };
    check(&[], 0, ".VnTime");
    check(&[], 1, ".VnTime");
    check(&[0x4F, 0x4A, 0, 0], 1, "Arial");
    check(&[], 2, "Arial");
    check(&[0x4F, 0x4A, 9, 0], 0, "");
}
