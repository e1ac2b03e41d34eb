//! Small workbooks, written here record by record -> what is read of them.

use std::io::{Cursor, Write};

use cfb::CompoundFile;

use super::*;

fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    [&kind.to_le_bytes()[..], &(data.len() as u16).to_le_bytes(), data].concat()
}

fn numbers(numbers: &[u16]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

/// A text of two bytes a letter behind its length and its flags.
fn text(text: &str, length_bytes: usize) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    [&(units.len() as u16).to_le_bytes()[..length_bytes], &[1], &numbers(&units)].concat()
}

fn cell(kind: u16, place: [u16; 3], data: &[u8]) -> Vec<u8> {
    record(kind, &[&numbers(&place), data].concat())
}

/// A workbook of one sheet with these records, and these texts that its cells share.
pub fn xls(cells: &[Vec<u8>], texts: &[&str]) -> Vec<u8> {
    let font = |name: &str| record(0x31, &[&[0; 14][..], &text(name, 1)].concat());
    let style = |font: u16, format: u16| record(0xE0, &numbers(&[font, format, 0, 0]));
    let shared: Vec<u8> = texts.iter().flat_map(|shared| text(shared, 2)).collect();
    let counts = [(texts.len() as u32).to_le_bytes(); 2].concat();
    let before = [
        record(0x0809, &numbers(&[0x0600, 5, 0, 0])),
        font("Arial"),
        font(".VnTime"),
        record(0x041E, &[&numbers(&[164]), &text("\"Số \"000", 2)[..]].concat()),
        style(0, 0),
        style(0, 14),
        style(0, 164),
        style(1, 0),
    ]
    .concat();
    let after = [record(0xFC, &[counts, shared].concat()), record(0x0A, &[])].concat();
    let name = text("Danh sách", 1);
    let bound = |place: usize| record(0x85, &[&(place as u32).to_le_bytes()[..], &[0, 0], &name].concat());
    let place = before.len() + bound(0).len() + after.len();
    let sheet = [record(0x0809, &numbers(&[0x0600, 0x10, 0, 0])), cells.concat(), record(0x0A, &[])].concat();
    let stream = [before, bound(place), after, sheet].concat();
    let mut file = CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream("Workbook").unwrap().write_all(&stream).unwrap();
    file.into_inner().into_inner()
}

/// A workbook of every kind of cell.
pub fn sample() -> Vec<u8> {
    let comment = [
        record(0x5D, &numbers(&[0x15, 0x12, 0x19, 7, 0, 0, 0, 0, 0, 0, 0])),
        record(0x01B6, &numbers(&[0, 0, 0, 0, 0, 7, 0, 0, 0])),
        record(0x3C, &[&[0][..], b"xem lai"].concat()),
        record(0x1C, &numbers(&[0, 1, 0, 7, 0])),
    ];
    let formula = |told: [u8; 8]| [&told[..], &[0; 8]].concat();
    let cells = [
        cell(0xFD, [0, 0, 0], &0_u32.to_le_bytes()),
        cell(0x0203, [0, 1, 1], &44_562_f64.to_le_bytes()),
        cell(0xFD, [1, 0, 3], &1_u32.to_le_bytes()),
        cell(0x027E, [1, 1, 2], &((7_u32 << 2) | 2).to_le_bytes()),
        cell(
            0xBD,
            [2, 0, 0],
            &[
                &((150_u32 << 2) | 3).to_le_bytes()[..],
                &numbers(&[0]),
                &((4_u32 << 2) | 2).to_le_bytes(),
                &numbers(&[1]),
            ]
            .concat(),
        ),
        cell(0x06, [3, 0, 0], &formula([0, 0, 0, 0, 0, 0, 0xFF, 0xFF])),
        record(0x0207, &text("công thức", 2)),
        cell(0x06, [3, 1, 0], &formula(2.5_f64.to_le_bytes())),
        cell(0x0205, [3, 2, 0], &[1, 0]),
        cell(0x0205, [3, 3, 0], &[0x2A, 1]),
        cell(0x0204, [3, 4, 0], &text("nhãn", 2)),
    ];
    xls(&cells.into_iter().chain(comment).collect::<Vec<_>>(), &["Họ tên", "C\u{E9}ng"])
}

#[test]
fn a_workbook_is_read_as_it_is_shown() {
    let content = parse(&sample(), &Limits::default()).unwrap();
    assert_eq!(
        content.text,
        "Danh sách\n\nHọ tên | 01/01/2022\nxem lai\nCộng | Số 007\n1.5 | 4\ncông thức | 2.5 | TRUE | #N/A | nhãn"
    );
    assert_eq!(content.headings.len(), 1);
}

#[test]
fn what_cannot_be_read_is_told() {
    let check =
        |bytes: &[u8], expected: Unreadable| assert_eq!(parse(bytes, &Limits::default()).unwrap_err(), expected);
    let mut file = CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream("Other").unwrap().write_all(b"x").unwrap();
    check(&file.into_inner().into_inner(), Unreadable::Damaged(Damage::NoWorkbook));
    let mut file = CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    let stream = [record(0x0809, &numbers(&[0x0600, 5, 0, 0])), record(0x2F, &[0; 6])].concat();
    file.create_stream("Workbook").unwrap().write_all(&stream).unwrap();
    check(&file.into_inner().into_inner(), Unreadable::Protected);
}
