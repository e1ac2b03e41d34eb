//! What the library found, with sample data, as it is said at the command line; what a caller hears otherwise, too.

use std::fmt::Debug;
use std::io::{self, ErrorKind};

use jiff::civil::Date;

use super::super::Sample;
use super::files;
use crate::corpus::{Missing, ProgramFailure, Why};
use crate::error::{Absence, ClusterFault, Error, Flaw};
use crate::mention::date::{NoTime, TimeFault};
use crate::query::{Counted, FilterName, Named, Notice, Page, Piece, TakenAs, ValueFault};
use crate::voice::{Listener, Voice};

pub(in super::super) fn samples() -> Vec<Sample> {
    let mut all = Vec::new();
    notices().iter().for_each(|notice| add(&mut all, notice, "Notice", &|voice| voice.notice(notice)));
    for fault in [
        ValueFault::NoPattern,
        ValueFault::NoNumber,
        ValueFault::NoName,
        ValueFault::NoTime(NoTime::Unnamed),
        ValueFault::NoTime(NoTime::Unread),
        ValueFault::NoTime(NoTime::NoYear),
    ] {
        add(&mut all, &fault, "ValueFault", &|voice| voice.odd_value(fault).to_owned());
    }
    errors().iter().for_each(|error| add(&mut all, error, "Error", &|voice| voice.error(error)));
    for flaw in flaws() {
        let error = Error::Damaged { path: "a".into(), flaw: flaw.clone() };
        add(&mut all, &flaw, "Flaw", &|voice| voice.error(&error));
    }
    files::add_all(&mut all);
    let program = |how| Missing::Program { name: "tesseract".to_owned(), how };
    for missing in
        [Missing::Data, program(ProgramFailure::NotInstalled), program(ProgramFailure::TooSlow { seconds: 60 })]
    {
        add(&mut all, &missing, "Missing", &|voice| voice.missing(&missing));
    }
    for why in [
        Why::Forced,
        Why::ByteOrderMark,
        Why::Valid,
        Why::NearlyValid,
        Why::Zeros,
        Why::Declared,
        Why::Fonts,
        Why::Plain,
        Why::Best(Vec::new()),
    ] {
        add(&mut all, &why, "Why", &|voice| voice.encoding_why(&why));
    }
    all
}

pub(super) fn add(all: &mut Vec<Sample>, value: &dyn Debug, kind: &str, say: &dyn Fn(&dyn Voice) -> String) {
    let sample = Sample::of(value, kind, &|language| say(language.voice(Listener::CommandLine)));
    let caller = Sample::of(value, kind, &|language| say(language.voice(Listener::Caller)));
    let differs = (&caller.vietnamese, &caller.english) != (&sample.vietnamese, &sample.english);
    all.push(sample);
    if differs {
        all.push(Sample { name: format!("{} to a caller", caller.name), ..caller });
    }
}

pub(super) fn said() -> String {
    "as the system says".to_owned()
}

fn notices() -> Vec<Notice> {
    let typed = || "thợ mỏ".to_owned();
    let person = || "Lê An".to_owned();
    let number = || "142/KH-LĐLĐ".to_owned();
    let text = |text: &str| Piece::Text(text.to_owned());
    let filter = |name, value: &str| Piece::Filter { name, value: value.to_owned(), excluded: false };
    let without = Piece::Filter { name: FilterName::In, value: "a".to_owned(), excluded: true };
    let day = |year, month, day| Some(Date::constant(year, month, day));
    let between = || Piece::Between { from: day(1950, 1, 1), to: day(1960, 12, 31) };
    let cut = |what| Notice::Cut { what, most: 1200 };
    let time = |fault| Notice::Time { typed: "30/4".to_owned(), fault };
    vec![
        cut(Counted::Characters),
        cut(Counted::Words),
        cut(Counted::Excluded),
        cut(Counted::Filters),
        Notice::NoWord,
        Notice::OnlyExcludes,
        Notice::OnlyStopWords,
        Notice::OpenQuote(TakenAs::Text),
        Notice::OpenQuote(TakenAs::Excluded(typed())),
        Notice::NoValue { name: "người".to_owned(), taken: TakenAs::Text },
        Notice::NoFilter { name: "loại".to_owned() },
        Notice::OddValue { value: typed(), fault: ValueFault::NoNumber, excluded: false },
        Notice::OddValue { value: typed(), fault: ValueFault::NoNumber, excluded: true },
        time(TimeFault::NoYear),
        time(TimeFault::Reversed),
        time(TimeFault::NoMonth),
        time(TimeFault::NoQuarter),
        time(TimeFault::NoDay),
        Notice::PeriodLeftOut { typed: between() },
        Notice::WithoutQuotes { phrases: vec![typed(), "đại hội".to_owned()] },
        Notice::Joined { typed: "cô ng".to_owned(), whole: "công".to_owned() },
        Notice::Corrected { typed: "nghiệpp".to_owned(), meant: "nghiệp".to_owned() },
        Notice::Absent { words: vec!["phở".to_owned()] },
        Notice::OtherDiacritics { words: vec!["bún".to_owned(), "chả".to_owned(), "rạm".to_owned()] },
        Notice::DidYouMean { query: "trung ương".to_owned() },
        Notice::ManySpellings { typed: "an".to_owned(), all: 1200, known: 8 },
        Notice::ManyNumbers { digits: "142".to_owned(), most: 2048 },
        Notice::ManyPeople { name: person(), most: 4096 },
        Notice::OnlyFirst { left_out: vec!["06-CT/TU".to_owned()] },
        Notice::NoNumber { typed: number(), number: number() },
        Notice::NotTold { document: "12/2020/NĐ-CP".to_owned() },
        Notice::Partial { failed: 1, total: 3 },
        Notice::Nobody { name: person(), near: None },
        Notice::Nobody { name: person(), near: Some("Lê Anh".to_owned()) },
        Notice::OnlyWords { typed: number(), kind: Named::Number },
        Notice::OnlyWords { typed: person(), kind: Named::Person },
        Notice::NoTime { typed: text("1960") },
        Notice::NoTime { typed: between() },
        Notice::NoTimeNear { typed: "1960".to_owned() },
        Notice::OtherTimes { typed: "1960".to_owned(), period: true },
        Notice::OtherTimes { typed: "1960".to_owned(), period: false },
        Notice::NoDocument { patterns: vec!["a*".to_owned()], more: 0 },
        Notice::NoDocument { patterns: vec!["a*".to_owned()], more: 2 },
        Notice::Apart { parts: vec![vec![text("bầu")], vec![filter(FilterName::Number, "06-CT/TU")]] },
        Notice::Apart {
            parts: vec![vec![filter(FilterName::Number, "142"), filter(FilterName::Person, "Lê An"), between()]],
        },
        Notice::Apart {
            parts: vec![vec![text("bầu"), filter(FilterName::Date, "1960")], vec![filter(FilterName::In, "a")]],
        },
        Notice::NoneOf { number: Some("142".to_owned()), kind: Some("KH".to_owned()), issuer: None, issued: None },
        Notice::NoneOf { number: None, kind: None, issuer: Some("LĐLĐ".to_owned()), issued: Some(between()) },
        Notice::LeavesNothing {
            excluded: vec![Piece::Not("-họp".to_owned()), without],
            wanted: vec![text("bầu"), filter(FilterName::Person, "Lê An")],
        },
        Notice::BestInOrder { passages: 500 },
        Notice::ManyNaming { most: 50_000 },
        Notice::ManyPassages { most: 20_000 },
        Notice::ManyHolding { most: 50_000 },
        Notice::NoneHoldsAll,
        Notice::PageCut { what: Page::Limit, most: 10_000 },
        Notice::PageCut { what: Page::Offset, most: 10_000 },
        Notice::BehindLast { total: 1200 },
        Notice::OddLine { number: 7, error: said() },
        Notice::NameExcludes { words: "-an".to_owned() },
        Notice::TermUntold { untold: 2, all: 5 },
        Notice::OnlyFamily { name: "Lê".to_owned() },
        Notice::NotInIndex { name: person(), near: false },
        Notice::NotInIndex { name: person(), near: true },
    ]
}

fn errors() -> Vec<Error> {
    let path = || "a".into();
    let flaw = || Flaw::Missing("meta.json".to_owned());
    let io = |kind| Error::Io { path: path(), source: io::Error::from(kind) };
    let mut errors = vec![
        Error::NoIndex { path: "index".into() },
        Error::NoIndex { path: path() },
        Error::WouldLose { path: path(), ids: vec!["tin".to_owned(), "kho/usb".to_owned()] },
        Error::OtherFormat { path: path(), found: "13".to_owned(), expected: 14 },
        Error::Damaged { path: path(), flaw: flaw() },
        Error::Lost { path: path(), flaw: flaw() },
        Error::NotOurs { path: path() },
        Error::Denied { path: path() },
        Error::Busy { path: path(), holder: None },
        Error::NoRoot { path: path() },
        Error::NotIndexed { path: path() },
        Error::Ambiguous { path: path(), ids: vec!["b/a".to_owned(), "c/a".to_owned()] },
        Error::InIndex { path: path(), index: "index".into() },
        Error::RootTaken { path: path(), name: "docs/".to_owned(), other: "tin".to_owned() },
        Error::NoPlace { path: path(), name: "docs/".to_owned(), why: Absence::Gone },
        Error::NoPlace { path: path(), name: "docs/".to_owned(), why: Absence::NoFolder },
        Error::Stopped { path: path() },
        io(ErrorKind::NotFound),
        io(ErrorKind::PermissionDenied),
        io(ErrorKind::AlreadyExists),
        io(ErrorKind::NotADirectory),
        io(ErrorKind::IsADirectory),
        io(ErrorKind::DirectoryNotEmpty),
        io(ErrorKind::ReadOnlyFilesystem),
        io(ErrorKind::StorageFull),
        io(ErrorKind::QuotaExceeded),
        io(ErrorKind::FileTooLarge),
        io(ErrorKind::OutOfMemory),
        io(ErrorKind::TimedOut),
        io(ErrorKind::Interrupted),
        io(ErrorKind::UnexpectedEof),
        io(ErrorKind::InvalidFilename),
        io(ErrorKind::BrokenPipe),
        io(ErrorKind::ResourceBusy),
        io(ErrorKind::InvalidInput),
        io(ErrorKind::WouldBlock),
        io(ErrorKind::AddrInUse),
        io(ErrorKind::AddrNotAvailable),
        Error::Io { path: path(), source: io::Error::from_raw_os_error(24) },
        io(ErrorKind::Other),
        Error::NoThread { source: io::Error::from(ErrorKind::OutOfMemory) },
        Error::System { path: path(), said: said() },
        Error::NoMemory { path: path(), given_bytes: 64 << 20, wanted_bytes: 1200 << 20 },
        Error::Engine { path: path(), source: said().into() },
    ];
    let address = || "https://tim.example:9200/kho".into();
    errors.extend(cluster_faults().into_iter().map(|fault| Error::Cluster { path: address(), fault }));
    errors
}

fn cluster_faults() -> Vec<ClusterFault> {
    vec![
        ClusterFault::Without,
        ClusterFault::Address,
        ClusterFault::Insecure,
        ClusterFault::Credentials,
        ClusterFault::Unreachable(said()),
        ClusterFault::Slow(10),
        ClusterFault::Certificate(said()),
        ClusterFault::Unauthorized,
        ClusterFault::Forbidden(said()),
        ClusterFault::Odd(said()),
        ClusterFault::Foreign("tracuu-kho-m".to_owned()),
        ClusterFault::Shards { failed: 1, total: 3 },
        ClusterFault::Blocked(said()),
        ClusterFault::Overloaded(said()),
        ClusterFault::Refused(said()),
        ClusterFault::Passage { doc: "docs/a.txt".to_owned(), said: said() },
        ClusterFault::Replaced,
        ClusterFault::LockLost,
    ]
}

fn flaws() -> Vec<Flaw> {
    let file = || "meta.json".to_owned();
    vec![
        Flaw::Missing(file()),
        Flaw::Empty(file()),
        Flaw::Size { file: file(), bytes: 12, noted_bytes: 1200 },
        Flaw::Changed(Some(file())),
        Flaw::Changed(None),
        Flaw::OddLine { file: file(), line: "x".to_owned() },
        Flaw::Unreadable { file: file(), said: said() },
        Flaw::Said(said()),
        Flaw::Told(1),
        Flaw::Told(2),
        Flaw::AndMore(Box::new(Flaw::Missing(file())), 2),
    ]
}
