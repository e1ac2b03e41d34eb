//! Archives of WinRAR, some hostile -> the documents in them and the notices.

use rars::{ArchiveVersion, Builder};

use super::*;

fn builder(parts: &Parts, version: ArchiveVersion) -> Builder {
    let mut builder = Builder::new(version).allow_duplicate_names(true);
    for (name, bytes) in parts {
        builder.add_bytes(name.as_bytes().to_vec(), bytes.to_vec(), None, None).unwrap();
    }
    builder
}

fn rar_of(parts: &Parts, version: ArchiveVersion, is_stored: bool, is_solid: bool) -> Vec<u8> {
    builder(parts, version).store(is_stored).solid(is_solid).to_bytes().unwrap()
}

/// The files packed in all ways.
pub fn each(parts: &Parts, check: impl Fn(&[u8])) {
    for version in [ArchiveVersion::Rar20, ArchiveVersion::Rar29, ArchiveVersion::Rar50, ArchiveVersion::Rar70] {
        for (is_stored, is_solid) in [(true, false), (false, false), (false, true)] {
            check(&rar_of(parts, version, is_stored, is_solid));
        }
    }
}

pub fn sample() -> Vec<u8> {
    let parts: [(&str, &[u8]); 3] = [("a.txt", "Số 1".as_bytes()), ("b/c.txt", b"c"), ("d.txt", b"")];
    rar_of(&parts, ArchiveVersion::Rar50, false, true)
}

/// The same in the format of before version 5.
pub fn old_sample() -> Vec<u8> {
    let parts: [(&str, &[u8]); 2] = [("a.txt", "Số 1".as_bytes()), ("b/c.txt", b"c c c c c c c c")];
    rar_of(&parts, ArchiveVersion::Rar29, false, false)
}

#[test]
fn what_is_parted_says_so() {
    let parts: [(&str, &[u8]); 1] = [("a.txt", &[b'a'; 5000])];
    for version in [ArchiveVersion::Rar29, ArchiveVersion::Rar50] {
        let volumes = builder(&parts, version).store(true).volume_size(Some(2000)).build_volumes(None).unwrap();
        assert!(volumes.len() > 1);
        for bytes in volumes {
            assert_eq!(read("rar", &bytes, &Limits::default()).unwrap_err(), Unreadable::Volume, "{version}");
        }
    }
}

#[test]
fn what_stands_behind_the_end_is_no_part_of_the_archive() {
    for bytes in [sample(), old_sample()] {
        let (expected, _) = read("rar", &bytes, &Limits::default()).unwrap();
        let (documents, report) = read("rar", &[&bytes[..], &[0; 1000]].concat(), &Limits::default()).unwrap();
        assert_eq!((documents, report.left_out), (expected, Vec::new()));
    }
}

#[test]
fn what_was_cut_off_is_read_as_far_as_it_goes() {
    let text: Vec<u8> = noise(20_000);
    let parts: [(&str, &[u8]); 3] = [("a.txt", b"a"), ("b.txt", &text), ("c.txt", b"c")];
    for version in [ArchiveVersion::Rar29, ArchiveVersion::Rar50] {
        for is_solid in [false, true] {
            let bytes = rar_of(&parts, version, false, is_solid);
            let (documents, report) = read("rar", &bytes[..bytes.len() / 2], &Limits::default()).unwrap();
            assert_eq!(documents.len(), 1, "{version} {is_solid}");
            assert_eq!(report.left_out.len(), 1, "{version} {is_solid}: {:?}", report.left_out);
        }
    }
}

#[test]
fn a_broken_member_costs_those_that_build_on_it() {
    let text: Vec<u8> = noise(20_000);
    let parts: [(&str, &[u8]); 4] = [("a.txt", b"a"), ("b.txt", &text), ("c.png", b"c"), ("d.txt", b"d")];
    for version in [ArchiveVersion::Rar29, ArchiveVersion::Rar50] {
        let told = |is_solid: bool| {
            let mut bytes = rar_of(&parts, version, false, is_solid);
            let middle = bytes.len() / 2;
            bytes[middle..middle + 64].fill(0x55);
            let (documents, report) = read("rar", &bytes, &Limits::default()).unwrap();
            let left_out = report.left_out.iter().map(|left| left.path.display().to_string());
            (documents.into_iter().map(|document| document.id).collect::<Vec<_>>(), left_out.collect::<Vec<_>>())
        };
        let all = |names: &[&str]| names.iter().map(|name| format!("t.rar/{name}")).collect::<Vec<_>>();
        assert_eq!(told(false), (all(&["a.txt", "d.txt"]), all(&["b.txt", "c.png"])), "{version}");
        assert_eq!(told(true), (all(&["a.txt"]), all(&["b.txt", "c.png", "d.txt"])), "{version}");
    }
}

#[test]
fn names_from_before_unicode_are_read() {
    let names: [&[u8]; 2] = [b"C\xE9ng h\xDFa.txt", b"\xA7o\xB5n lao \xAE\xE9ng t\xD8nh\\b.txt"];
    let mut builder = Builder::new(ArchiveVersion::Rar20).store(true);
    for name in names {
        builder.add_bytes(name.to_vec(), b"a".to_vec(), None, None).unwrap();
    }
    let bytes = builder.to_bytes().unwrap();
    check_as("rar", &bytes, &Limits::default(), &["Cộng hòa.txt", "Đoàn lao động tỉnh/b.txt"], &[]);
}

#[test]
fn of_versions_of_a_file_the_last_is_read() {
    let parts: [(&str, &[u8]); 3] = [("a.txt", b"cu"), ("b.txt", b"b"), ("a.txt", b"moi")];
    let bytes = rar_of(&parts, ArchiveVersion::Rar50, false, false);
    check_as(
        "rar",
        &bytes,
        &Limits::default(),
        &["b.txt", "a.txt"],
        &["! a.txt: another file in the archive has this name"],
    );
    assert_eq!(read("rar", &bytes, &Limits::default()).unwrap().0[1].text, "moi");
}

#[test]
fn time_has_an_end() {
    let limits = Limits { max_seconds: 0, ..Limits::default() };
    let told = ["! a.txt: reading it took longer than 0 seconds", "! b.txt: reading it took longer than 0 seconds"];
    for is_solid in [false, true] {
        let bytes = rar_of(&[("a.txt", b"a"), ("b.txt", b"b")], ArchiveVersion::Rar50, false, is_solid);
        check_as("rar", &bytes, &limits, &[], &told);
    }
}

#[test]
fn no_change_of_an_archive_makes_it_panic() {
    let text = noise(600);
    let parts: [(&str, &[u8]); 4] = [("a.txt", &text), ("b.png", b"b"), ("c.txt", b""), ("d.txt", &text[..300])];
    each(&parts, |whole| {
        no_change_makes_it_panic("rar", whole, |_| {});
        // where the heads of whole blocks are, and how long
        let heads = heads(whole);
        let mend = |bytes: &mut Vec<u8>| {
            for &(start, covered, end) in &heads {
                let Some(head) = bytes.get(start + covered..end) else { continue };
                let crc = crc32fast::hash(head).to_le_bytes();
                bytes[start..start + covered].copy_from_slice(&crc[..covered]);
            }
        };
        no_change_makes_it_panic("rar", whole, mend);
    });
}

/// Of each head of an archive: where it starts, the bytes of its checksum, and where it ends.
fn heads(bytes: &[u8]) -> Vec<(usize, usize, usize)> {
    let crc_of = |start: usize, covered: usize, end: usize| {
        let crc = crc32fast::hash(&bytes[start + covered..end]).to_le_bytes();
        crc[..covered] == bytes[start..start + covered]
    };
    let covered = if bytes.starts_with(b"Rar!\x1A\x07\x01\0") { 4 } else { 2 };
    let find = |start: usize| {
        let mut ends = start + covered + 3..=bytes.len().min(start + 200);
        ends.find(|end| crc_of(start, covered, *end)).map(|end| (start, covered, end))
    };
    (7..bytes.len().saturating_sub(7)).filter_map(find).collect()
}
