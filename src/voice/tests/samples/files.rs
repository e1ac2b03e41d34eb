//! What is said of files, with sample data.

use super::super::Sample;
use super::found::{add, said};
use crate::corpus::{
    Closed, Crash, Damage, Double, Foreign, LineFault, NotRecognized, Oddity, ProgramFailure, Reason, Stop, Unreadable,
};
use crate::error::Absence;
use crate::ingest::RunNotice;

pub(super) fn add_all(all: &mut Vec<Sample>) {
    use Absence::{
        Covered, DeadLink, Empty, Few, Gone, NoFolder, NoneNamed, Nothing, NothingLeft, NowFile, OtherDisk, Unknown,
    };
    for why in
        [Gone, NowFile, Empty, OtherDisk, Covered, NothingLeft, Nothing, Few, NoFolder, DeadLink, Unknown, NoneNamed]
    {
        let reason = Reason::Closed(Closed::Absent(why));
        add(all, &why, "Absence", &|voice| voice.reason(&reason));
    }
    oddities().iter().for_each(|odd| add(all, odd, "Oddity", &|voice| voice.oddity(odd)));
    run_notices().iter().for_each(|notice| add(all, notice, "RunNotice", &|voice| voice.run_notice(notice)));
    unreadables().iter().for_each(|why| add(all, why, "Unreadable", &|voice| voice.unreadable(why)));
    for damage in damages() {
        let why = Unreadable::Damaged(damage.clone());
        add(all, &damage, "Damage", &|voice| voice.unreadable(&why));
    }
    use Foreign::{Gzip, Jpeg, OldWord, OpenDocument, Png, Xlsb};
    for foreign in [Xlsb, OldWord, OpenDocument, Gzip, Png, Jpeg] {
        add(all, &foreign, "Foreign", &|voice| voice.unreadable(&Unreadable::Other(foreign)));
    }
    for fault in [LineFault::NoBrace, LineFault::EmptyId, LineFault::Said { column: 3, said: said() }] {
        let why = Unreadable::OddLine(fault.clone());
        add(all, &fault, "LineFault", &|voice| voice.unreadable(&why));
    }
    for crash in [
        Crash::Panicked,
        Crash::NotStarted(said()),
        Crash::Ended(said()),
        Crash::NoRoom { limit: 64 << 20, least: 128 << 20 },
    ] {
        let why = Unreadable::Crashed(crash.clone());
        add(all, &crash, "Crash", &|voice| voice.unreadable(&why));
    }
    for reason in [
        Reason::OtherFormat(".mp3".to_owned()),
        Reason::Double(Double::LeadsTo(id())),
        Reason::Unreadable(Unreadable::Denied),
        Reason::Remains,
        Reason::Closed(Closed::Denied),
    ] {
        add(all, &reason, "Reason", &|voice| voice.reason(&reason));
    }
    for double in [Double::LeadsTo(id()), Double::SameFolder(id()), Double::SameFile(id()), Double::LinkBack(id())] {
        let reason = Reason::Double(double.clone());
        add(all, &double, "Double", &|voice| voice.reason(&reason));
    }
    for closed in [
        Closed::Denied,
        Closed::System(said()),
        Closed::NotNow(said()),
        Closed::Unread(Unreadable::Denied),
        Closed::Absent(Absence::Gone),
        Closed::Lost(Absence::Gone),
        Closed::Bare(Absence::Gone),
    ] {
        let reason = Reason::Closed(closed.clone());
        add(all, &closed, "Closed", &|voice| voice.reason(&reason));
    }
}

fn id() -> String {
    "docs/a.txt".to_owned()
}

fn not_recognized(how: ProgramFailure, more: usize) -> NotRecognized {
    NotRecognized { page: 3, program: "tesseract".to_owned(), how, more }
}

fn oddities() -> Vec<Oddity> {
    let failed = |how, more| Oddity::NotRecognized(not_recognized(how, more));
    vec![
        Oddity::InMember { name: "b.txt".to_owned(), oddity: Box::new(Oddity::BreaksOff) },
        Oddity::InLine { number: 1200, oddity: Box::new(Oddity::BreaksOff) },
        Oddity::DecodedAs("vni".to_owned()),
        Oddity::Invalid("UTF-8".to_owned()),
        Oddity::InvalidBytes(1),
        Oddity::InvalidBytes(12),
        Oddity::Nuls(1),
        Oddity::Nuls(12),
        Oddity::ReadAs("pdf".to_owned()),
        Oddity::ReadAsText,
        Oddity::LeadsOut("../a".to_owned()),
        Oddity::Entities,
        Oddity::Chunks(1),
        Oddity::Chunks(2),
        Oddity::Objects(1),
        Oddity::Objects(2),
        Oddity::Comments(1),
        Oddity::Comments(2),
        Oddity::DamagedSigns,
        Oddity::BreaksOff,
        Oddity::NotWhole(Stop { at: 1200, said: Some(said()) }),
        Oddity::NotWhole(Stop { at: 1200, said: None }),
        Oddity::DamagedPart { name: "0/Table".to_owned(), said: said() },
        Oddity::OldLines { lines: 12, encoding: "vni".to_owned() },
        Oddity::LeftLines(12),
        Oddity::BlankPages { blank: 2, pages: 12 },
        Oddity::UnknownSigns(12),
        Oddity::Scans { scans: 2, pages: 12 },
        Oddity::Recognized(1),
        Oddity::Recognized(12),
        failed(ProgramFailure::NotInstalled, 0),
        failed(ProgramFailure::Failed(said()), 2),
        failed(ProgramFailure::TooSlow { seconds: 60 }, 0),
        failed(ProgramFailure::NoText(said()), 0),
        Oddity::ManyScans { left: 20, most: 500 },
    ]
}

fn run_notices() -> Vec<RunNotice> {
    vec![
        RunNotice::Odd(Oddity::BreaksOff),
        RunNotice::MoreOddities(3),
        RunNotice::MoreLeftOut(3),
        RunNotice::LeadsElsewhere { now: "/b".to_owned(), before: "/a".to_owned() },
        RunNotice::Emptied(1),
        RunNotice::Emptied(1200),
        RunNotice::Lost(1),
        RunNotice::Lost(12),
        RunNotice::MissingLines,
        RunNotice::DamagedLines(1),
        RunNotice::DamagedLines(12),
        RunNotice::Replaced(12),
    ]
}

fn unreadables() -> Vec<Unreadable> {
    vec![
        Unreadable::Vanished,
        Unreadable::NotThere,
        Unreadable::DanglingLink,
        Unreadable::Denied,
        Unreadable::NotAFile,
        Unreadable::OfKernel,
        Unreadable::TooLarge { limit: 268_435_456 },
        Unreadable::TooLarge { limit: 1000 },
        Unreadable::Binary,
        Unreadable::Encoding,
        Unreadable::Remains,
        Unreadable::Protected,
        Unreadable::Scanned { pages: 12 },
        Unreadable::NoLetters { pages: 12 },
        Unreadable::Unrecognized { why: None },
        Unreadable::Unrecognized { why: Some(not_recognized(ProgramFailure::NotInstalled, 0)) },
        Unreadable::Damaged(Damage::BreaksOff),
        Unreadable::Other(Foreign::Gzip),
        Unreadable::OtherFormat(".mp3".to_owned()),
        Unreadable::Double,
        Unreadable::LongLine { limit: 67_108_864 },
        Unreadable::OddLine(LineFault::NoBrace),
        Unreadable::SameId("a1".to_owned()),
        Unreadable::LargeArchive { limit: 1_073_741_824 },
        Unreadable::Link,
        Unreadable::UnpacksTooLarge { limit: 268_435_456 },
        Unreadable::ArchiveTooLarge { limit: 1_073_741_824 },
        Unreadable::Swells { limit: 67_108_864 },
        Unreadable::Method("LZMA".to_owned()),
        Unreadable::Bomb,
        Unreadable::NeedsMemory { limit: 134_217_728 },
        Unreadable::Volume,
        Unreadable::TooDeep,
        Unreadable::TooSlow { seconds: 60 },
        Unreadable::Crashed(Crash::Panicked),
        Unreadable::Io(said()),
        Unreadable::Io("Permission denied (os error 13)".to_owned()),
    ]
}

fn damages() -> Vec<Damage> {
    vec![
        Damage::Empty,
        Damage::Said(said()),
        Damage::Stream { name: "0/Table".to_owned(), said: said() },
        Damage::BreaksOff,
        Damage::NoPlace,
        Damage::NoHeader,
        Damage::NoWord,
        Damage::NoOpenDocument,
        Damage::NoWorkbook,
        Damage::NoPresentation,
        Damage::NoChapters,
        Damage::NoPages,
        Damage::NoTable,
        Damage::ManyMembers(65_535),
        Damage::Packed(said()),
        Damage::Beginning("pdf".to_owned()),
    ]
}
