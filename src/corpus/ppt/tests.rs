//! Small presentations, written here record by record -> what is read of them.

use std::io::{Cursor, Write};

use cfb::CompoundFile;

use super::*;

fn record(head: u16, kind: u16, data: &[u8]) -> Vec<u8> {
    [&head.to_le_bytes()[..], &kind.to_le_bytes(), &(data.len() as u32).to_le_bytes(), data].concat()
}

/// A record that holds others, of this instance.
fn holds(instance: u16, kind: u16, records: &[Vec<u8>]) -> Vec<u8> {
    record(instance << 4 | 0xF, kind, &records.concat())
}

fn numbers(numbers: &[u32]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// A text of a kind: 0 is a title, 4 what stands in no outline.
fn text(kind: u32, text: &str) -> [Vec<u8>; 2] {
    [record(0, 0x0F9F, &numbers(&[kind])), record(0, 0x0FA0, &utf16(text))]
}

/// What is drawn on a page: a box for each list of records.
fn drawing(boxes: &[Vec<Vec<u8>>]) -> Vec<u8> {
    let shapes: Vec<Vec<u8>> = boxes.iter().map(|records| holds(0, 0xF004, &[holds(0, 0xF00D, records)])).collect();
    holds(0, 0x040C, &[holds(0, 0xF002, &[holds(0, 0xF003, &shapes)])])
}

/// A presentation of one slide with notes; the title stands in the outline alone.
pub fn sample() -> Vec<u8> {
    let styles = [
        numbers(&[5]),
        vec![0; 2],
        numbers(&[0]), // a paragraph of five letters
        numbers(&[5, 1 << 16]),
        vec![0, 0], // all of them in the first font
    ]
    .concat();
    let body: Vec<Vec<u8>> = text(4, "C\u{E9}ng").into_iter().chain([record(0, 0x0FA1, &styles)]).collect();
    let reference = vec![record(0, 0x0F9E, &numbers(&[0]))];
    let slide = holds(0, 0x03EE, &[drawing(&[body, reference, text(4, "*").to_vec()])]);
    let notes =
        holds(0, 0x03F0, &[record(0, 0x03F1, &numbers(&[256, 0])), drawing(&[text(2, "Lời dặn\rhai").to_vec()])]);
    let list = |instance: u16, place: u32, id: u32, texts: &[Vec<u8>]| {
        let entry = record(0, 0x03F3, &numbers(&[place, 0, 0, id, 0]));
        holds(instance, 0x0FF0, &[&[entry], texts].concat())
    };
    let font = record(0, 0x0FB7, &[utf16(".VnTime"), vec![0; 54]].concat());
    let document = holds(
        0,
        0x03E8,
        &[
            holds(0, 0x03F2, &[holds(0, 0x07D5, &[font])]),
            list(0, 2, 256, &text(0, "Kế\u{B}hoạch")),
            list(2, 3, 300, &[]),
        ],
    );
    let places = [0, document.len(), document.len() + slide.len()].map(|place| place as u32);
    let table = record(0, 0x1772, &numbers(&[3 << 20 | 1, places[0], places[1], places[2]]));
    let table_at = document.len() + slide.len() + notes.len();
    let edit = record(0, 0x0FF5, &numbers(&[0, 0, 0, table_at as u32, 1, 4, 0]));
    let edit_at = table_at + table.len();
    let stream = [document, slide, notes, table, edit].concat();
    let user = [vec![0; EDIT_AT], numbers(&[edit_at as u32])].concat();
    let mut file = CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream("PowerPoint Document").unwrap().write_all(&stream).unwrap();
    file.create_stream("Current User").unwrap().write_all(&user).unwrap();
    file.into_inner().into_inner()
}

#[test]
fn a_slide_is_a_page_with_its_title_first() {
    let content = parse(&sample(), &Limits::default()).unwrap();
    assert_eq!(content.text, "Kế hoạch\n\nCộng\n\nLời dặn\nhai");
    assert_eq!(content.headings.iter().map(|heading| heading.line).collect::<Vec<_>>(), [1]);
}

#[test]
fn what_cannot_be_read_is_told() {
    let check = |streams: &[(&str, &[u8])], expected: Unreadable| {
        let mut file = CompoundFile::create(Cursor::new(Vec::new())).unwrap();
        for (name, bytes) in streams {
            file.create_stream(name).unwrap().write_all(bytes).unwrap();
        }
        assert_eq!(parse(&file.into_inner().into_inner(), &Limits::default()).unwrap_err(), expected);
    };
    check(&[("Other", b"x")], Unreadable::Damaged(Damage::NoPresentation));
    check(&[("PowerPoint Document", b"x")], Unreadable::Damaged(Damage::NoPresentation));
    let user = [&[0; TOKEN_AT][..], &IS_ENCRYPTED.to_le_bytes()].concat();
    check(&[("Current User", &user), ("PowerPoint Document", b"x")], Unreadable::Protected);
}
