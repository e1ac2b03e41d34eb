//! Archives of 7-Zip, some hostile -> the documents in them and the notices.

use std::io::Write;
use std::num::NonZeroU64;

use lzma_rust2::{Lzma2Options, Lzma2Writer, LzmaOptions, LzmaWriter};
use ppmd_rust::Ppmd7Encoder;

use super::*;
use crate::corpus::Damage;

/// What a stream is packed with.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Packing {
    Copy,
    Lzma,
    Lzma2,
    Ppmd,
}

const PACKINGS: [Packing; 4] = [Packing::Copy, Packing::Lzma, Packing::Lzma2, Packing::Ppmd];

/// Bytes of a stream, the number of its method and what belongs to it.
fn packed(packing: Packing, bytes: &[u8]) -> (Vec<u8>, Vec<u8>, Vec<u8>) {
    let options = LzmaOptions::with_preset(1);
    match packing {
        Packing::Copy => (bytes.to_vec(), vec![0], Vec::new()),
        Packing::Lzma => {
            let mut writer = LzmaWriter::new_no_header(Vec::new(), &options, false).unwrap();
            let properties = [vec![writer.props()], options.dict_size.to_le_bytes().to_vec()].concat();
            writer.write_all(bytes).unwrap();
            (writer.finish().unwrap(), vec![3, 1, 1], properties)
        }
        Packing::Lzma2 => {
            let own = Lzma2Options { lzma_options: options, chunk_size: None::<NonZeroU64> };
            let mut writer = Lzma2Writer::new(Vec::new(), own);
            writer.write_all(bytes).unwrap();
            (writer.finish().unwrap(), vec![0x21], vec![16])
        }
        Packing::Ppmd => {
            let (order, memory) = (6_u32, 1_u32 << 20);
            let mut writer = Ppmd7Encoder::new(Vec::new(), order, memory).unwrap();
            writer.write_all(bytes).unwrap();
            let properties = [vec![6], memory.to_le_bytes().to_vec()].concat();
            (writer.finish(false).unwrap(), vec![3, 4, 1], properties)
        }
    }
}

fn number(number: usize) -> Vec<u8> {
    if number < 0x80 { vec![number as u8] } else { [vec![0xFF], (number as u64).to_le_bytes().to_vec()].concat() }
}

/// The part of a table that tells of streams: where they begin, and of each its packed bytes, what was packed, its
/// method, and the sizes of its members.
struct Stream {
    packed: Vec<u8>,
    id: Vec<u8>,
    properties: Vec<u8>,
    members: Vec<(usize, u32)>,
}

fn stream_of(packing: Packing, members: &[&[u8]]) -> Stream {
    let (packed, id, properties) = packed(packing, &members.concat());
    let members = members.iter().map(|bytes| (bytes.len(), crc32fast::hash(bytes))).collect();
    Stream { packed, id, properties, members }
}

fn told(start: usize, streams: &[Stream]) -> Vec<u8> {
    let mut table = [vec![6], number(start), number(streams.len()), vec![9]].concat();
    streams.iter().for_each(|stream| table.extend(number(stream.packed.len())));
    table.extend([0, 7, 11]);
    table.extend(number(streams.len()));
    table.push(0);
    for stream in streams {
        table.extend([1, 0x20 | stream.id.len() as u8]);
        table.extend(&stream.id);
        table.extend(number(stream.properties.len()));
        table.extend(&stream.properties);
    }
    table.push(12);
    for stream in streams {
        table.extend(number(stream.members.iter().map(|(size, _)| size).sum()));
    }
    table.extend([0, 8, 13]);
    streams.iter().for_each(|stream| table.extend(number(stream.members.len())));
    table.push(9);
    for stream in streams {
        stream.members.iter().rev().skip(1).rev().for_each(|(size, _)| table.extend(number(*size)));
    }
    table.extend([10, 1]);
    streams.iter().flat_map(|stream| &stream.members).for_each(|(_, crc)| table.extend(crc.to_le_bytes()));
    table.extend([0, 0]);
    table
}

fn part(kind: u8, bytes: Vec<u8>) -> Vec<u8> {
    [vec![kind], number(bytes.len()), bytes].concat()
}

fn bits(are: &[bool]) -> Vec<u8> {
    are.chunks(8).map(|eight| (0..).zip(eight).map(|(at, is)| u8::from(*is) << (7 - at)).sum()).collect()
}

/// An archive of these streams and names, of which some have no bytes.
fn archive_of(streams: &[Stream], names: &[(&str, bool)], is_packed: bool) -> Vec<u8> {
    archive_with(streams, names, is_packed, &[])
}

/// The same with what the systems say of the members.
fn archive_with(streams: &[Stream], names: &[(&str, bool)], is_packed: bool, attributes: &[u32]) -> Vec<u8> {
    let units = names.iter().flat_map(|(name, _)| name.encode_utf16().chain([0])).flat_map(u16::to_le_bytes);
    let without: Vec<bool> = names.iter().map(|(_, has_bytes)| !has_bytes).collect();
    let files = vec![true; without.iter().filter(|is| **is).count()];
    let mut table = [vec![1, 4], told(0, streams), vec![5], number(names.len())].concat();
    table.extend(part(17, [vec![0], units.collect()].concat()));
    table.extend(part(14, bits(&without)));
    table.extend(part(15, bits(&files)));
    if !attributes.is_empty() {
        let bytes = attributes.iter().flat_map(|attribute| attribute.to_le_bytes());
        table.extend(part(21, [1, 0].into_iter().chain(bytes).collect()));
    }
    table.extend([0, 0]);
    let mut body: Vec<u8> = streams.iter().flat_map(|stream| stream.packed.clone()).collect();
    if is_packed {
        let own = [stream_of(Packing::Lzma, &[&table])];
        let start = body.len();
        body.extend(&own[0].packed);
        table = [vec![23], told(start, &own)].concat();
    }
    with_table(body, &table)
}

fn with_table(body: Vec<u8>, table: &[u8]) -> Vec<u8> {
    let place = [(body.len() as u64).to_le_bytes(), (table.len() as u64).to_le_bytes()].concat();
    let place = [place, crc32fast::hash(table).to_le_bytes().to_vec()].concat();
    let head = [b"7z\xBC\xAF\x27\x1C\0\x04".to_vec(), crc32fast::hash(&place).to_le_bytes().to_vec(), place].concat();
    [head, body, table.to_vec()].concat()
}

fn seven_of(parts: &Parts, packing: Packing, is_solid: bool, is_packed: bool) -> Vec<u8> {
    let full: Vec<&[u8]> = parts.iter().map(|(_, bytes)| *bytes).filter(|bytes| !bytes.is_empty()).collect();
    let streams: Vec<Stream> = match is_solid {
        true => vec![stream_of(packing, &full)],
        false => full.iter().map(|bytes| stream_of(packing, &[*bytes])).collect(),
    };
    let names: Vec<(&str, bool)> = parts.iter().map(|(name, bytes)| (*name, !bytes.is_empty())).collect();
    archive_of(&streams, &names, is_packed)
}

/// The files packed in all ways.
pub fn each(parts: &Parts, check: impl Fn(&[u8])) {
    for packing in PACKINGS {
        for (is_solid, is_packed) in [(true, true), (false, false)] {
            check(&seven_of(parts, packing, is_solid, is_packed));
        }
    }
}

pub fn sample() -> Vec<u8> {
    let parts: [(&str, &[u8]); 3] = [("a.txt", "Số 1".as_bytes()), ("b/c.txt", b"c"), ("d.txt", b"")];
    seven_of(&parts, Packing::Lzma2, true, true)
}

#[test]
fn names_in_any_letters_and_twice() {
    let bytes = seven_of(&[("../Đoàn/ủy.txt", b"1"), ("Đoàn/ủy.txt", b"2")], Packing::Lzma, true, true);
    let told = [
        "Đoàn/ủy.txt: its name in the archive leads out of it: \"../Đoàn/ủy.txt\"",
        "! Đoàn/ủy.txt: another file in the archive has this name",
    ];
    check_as("7z", &bytes, &Limits::default(), &["Đoàn/ủy.txt"], &told);
}

#[test]
fn an_archive_of_nothing_holds_nothing() {
    check_as("7z", &with_table(Vec::new(), &[]), &Limits::default(), &[], &[]);
    let error = read("7z", &with_table(Vec::new(), &[])[..30], &Limits::default()).unwrap_err().to_string();
    assert_eq!(error, "damaged: its list of members is cut off or broken");
    let bytes = sample();
    let error = read("7z", &bytes[..bytes.len() - 1], &Limits::default()).unwrap_err().to_string();
    assert_eq!(error, "damaged: its list of members is cut off or broken");
}

#[test]
fn a_broken_stream_costs_what_lies_behind_it() {
    let large: Vec<u8> = noise(200_000);
    let mut first = stream_of(Packing::Lzma2, &[b"a", &large, b"c"]);
    let middle = first.packed.len() / 2;
    first.packed[middle..middle + 64].fill(0);
    let second = stream_of(Packing::Lzma2, &[b"d"]);
    let mut third = stream_of(Packing::Copy, &[b"e", b"f"]);
    third.packed[0] = b'x';
    let names = ["a.txt", "b.txt", "c.txt", "d.txt", "e.txt", "f.txt"].map(|name| (name, true));
    let broken = "damaged: a part of it cannot be unpacked (what is packed is broken)";
    let told = ["b.txt", "c.txt", "e.txt"].map(|name| format!("! {name}: {broken}"));
    let told: Vec<&str> = told.iter().map(|told| &**told).collect();
    let bytes = archive_of(&[first, second, third], &names, true);
    check_as("7z", &bytes, &Limits::default(), &["a.txt", "d.txt", "f.txt"], &told);
}

#[test]
fn streams_that_cannot_be_unpacked_say_why() {
    let check = |id: &[u8], properties: &[u8], size: usize, expected: &str| {
        let stream =
            Stream { packed: vec![0; 20], id: id.to_vec(), properties: properties.to_vec(), members: vec![(size, 0)] };
        let bytes = archive_of(&[stream], &[("a.txt", true)], false);
        let limits = Limits { max_file_bytes: 1 << 30, ..Limits::default() };
        check_as("7z", &bytes, &limits, &[], &[&format!("! a.txt: {expected}")]);
    };
    let memory = "unpacking it takes more than 256 MiB of memory";
    check(&[6, 0xF1, 7, 1], &[0; 10], 9, "protected by a password");
    check(&[4, 2, 2], &[], 9, "packed by a method that is not read (BZip2)");
    check(&[9, 9], &[], 9, "packed by a method that is not read (0909)");
    check(&[3, 1, 1], &[93, 0, 0, 0, 0x40], 300 << 20, memory);
    check(&[3, 1, 1], &[93], 9, "packed by a method that is not read (030101)");
    check(&[0x21], &[40], 300 << 20, memory);
    check(&[0x21], &[41], 9, "packed by a method that is not read (21)");
    check(&[3, 4, 1], &[6, 0, 0, 0, 0x40], 9, memory);
    check(&[0], &[], 21, "damaged: the text breaks off");
}

#[test]
fn a_stream_is_unpacked_once() {
    let parts: Vec<(String, Vec<u8>)> =
        (0..3000).map(|n| (format!("{n}.txt"), format!("{n} ").repeat(100).into())).collect();
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, bytes)| (&**name, &**bytes)).collect();
    let bytes = seven_of(&parts, Packing::Lzma2, true, true);
    let since = std::time::Instant::now();
    let (documents, _) = read("7z", &bytes, &Limits::default()).unwrap();
    assert_eq!(documents.len(), 3000);
    assert_eq!(documents[2999].text, "2999 ".repeat(100));
    // once for each would be a thousand times as much
    assert!(since.elapsed().as_secs() < 30);
}

#[test]
fn time_has_an_end() {
    let limits = Limits { max_seconds: 0, ..Limits::default() };
    let told = ["! a.txt: reading it took longer than 0 seconds", "! b.txt: reading it took longer than 0 seconds"];
    check_as("7z", &seven_of(&[("a.txt", b"a"), ("b.txt", b"b")], Packing::Copy, true, false), &limits, &[], &told);
}

#[test]
fn no_change_of_an_archive_makes_it_panic() {
    let text = noise(600);
    let parts: [(&str, &[u8]); 4] = [("a.txt", &text), ("b.png", b"b"), ("c.txt", b""), ("d.txt", &text[..300])];
    each(&parts, |whole| {
        no_change_makes_it_panic("7z", whole, |_| {});
        // whatever the table says, it is believed
        let mend = |bytes: &mut Vec<u8>| {
            let place = |at: usize| bytes.get(at..)?.first_chunk().map(|bytes| u64::from_le_bytes(*bytes) as usize);
            let Some((offset, size)) = place(12).zip(place(20)) else { return };
            let table = offset.checked_add(32).and_then(|start| bytes.get(start..start.checked_add(size)?));
            if let Some(crc) = table.map(crc32fast::hash) {
                bytes[28..32].copy_from_slice(&crc.to_le_bytes());
            }
        };
        no_change_makes_it_panic("7z", whole, mend);
    });
}

#[test]
fn tables_that_ask_for_too_much_are_refused() {
    let check = |folders: usize, folder: &[u8], expected: &Unreadable| {
        let table = [vec![1, 4, 6, 0, 0, 0, 7, 11], number(folders), vec![0], folder.repeat(folders)].concat();
        let outcome = read("7z", &with_table(Vec::new(), &table), &Limits::default());
        assert_eq!(&outcome.unwrap_err(), expected, "{folders} × {folder:?}");
    };
    check(200_000, &[1, 0], &Unreadable::Damaged(Damage::ManyMembers(100_000)));
    // five methods, each upon the one before
    let chain: Vec<u8> = [vec![5], [0x21, 0x21, 1, 20].repeat(5), vec![0, 1, 1, 2, 2, 3, 3, 4]].concat();
    check(1, &chain, &Unreadable::Damaged(Damage::NoTable));
}

#[test]
fn a_link_is_no_document() {
    // a mode of Unix: a link that all may read
    let check = |attributes: u32, ids: &[&str], told: &[&str]| {
        let streams = [stream_of(Packing::Copy, &[b"/etc/passwd"])];
        let bytes = archive_with(&streams, &[("l.txt", true)], false, &[attributes]);
        check_as("7z", &bytes, &Limits::default(), ids, told);
    };
    check(0xA1FF_8000, &[], &["! l.txt: a link, which is not followed"]);
    check(0x400, &[], &["! l.txt: a link, which is not followed"]);
    check(0x81A4_8000, &["l.txt"], &[]);
    check(0x20, &["l.txt"], &[]);
}
