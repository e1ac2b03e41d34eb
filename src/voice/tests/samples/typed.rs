//! What is said at the command line, with sample data.

use std::time::Duration;

use jiff::civil::Date;

use super::super::Sample;
use crate::ingest::Summary;
use crate::mention::event::EventKind;
use crate::search::ScoreBreakdown;
use crate::voice::known;
use crate::voice::{Fault, Language, Noun, Step, Time, Told, Word};

const DAY: Date = Date::constant(2021, 4, 23);

pub(in super::super) fn samples() -> Vec<Sample> {
    let mut all: Vec<Sample> = Vec::new();
    let possible = ["\"date\"".to_owned(), "\"relevance\"".to_owned()];
    let typed = "xyz";
    for fault in [
        Fault::NoVerb,
        Fault::UnknownVerb { typed: "serach", near: Some("search"), verb: None },
        Fault::UnknownVerb { typed: "x", near: None, verb: Some("inspect") },
        Fault::TakesNone { option: "--json" },
        Fault::UnknownOption { typed: "--limt", near: Some("--limit"), verb: Some("search") },
        Fault::UnknownOption { typed: "--x", near: None, verb: None },
        Fault::OnlyTyped { option: "--batch" },
        Fault::Unexpected { typed, verb: Some("status") },
        Fault::NoValue { option: "--limit", possible: &[] },
        Fault::NoValue { option: "--sort", possible: &possible },
        Fault::NotPossible { option: "--sort", typed, near: None, possible: &possible },
        Fault::BadValue { option: "--limit", why: "…" },
        Fault::Conflict { one: "--forget", other: "--rebuild" },
        Fault::Missing { arguments: &["\"<FILE>\"".to_owned()], verb: Some("extract") },
        Fault::Twice { option: "--limit" },
        Fault::Values { option: "--move", wanted: "2", given: "1" },
        Fault::NotUnicode,
        Fault::Usage("…"),
        Fault::OutOfRange { typed: "0", least: 1, most: 512 },
        Fault::NoPattern { typed: "[" },
        Fault::NoNumber { typed: "x" },
        Fault::NoName { typed: "12" },
        Fault::NoName { typed: "" },
        Fault::NoTime { typed: "x" },
        Fault::NoTime { typed: "" },
        Fault::UnreadTime { typed: "1/2/3/4" },
        Fault::NoYear { typed: "30/4" },
        Fault::NoFirstDay { typed: "..1960" },
        Fault::NoLastDay { typed: "1950.." },
        Fault::Reversed { from: "1955", to: "1950" },
        Fault::Blank,
        Fault::NoUrl { typed: "abc" },
        Fault::NoUrl { typed: "" },
        Fault::NoCount { typed: "-1" },
        Fault::NoCount { typed: "" },
        Fault::NoAddress { typed: "abc" },
        Fault::NoAddress { typed: "" },
        Fault::NoWeight { typed: "k9" },
        Fault::NoFigure { name: "k1" },
    ] {
        all.push(Sample::of(&fault, "Fault", &|language| language.fault(fault)));
    }
    told(&mut all);
    all.extend(labels());
    all.extend(values());
    all
}

fn told(all: &mut Vec<Sample>) {
    let summary = Summary {
        read: 1200,
        copies: 2,
        unchanged: 30,
        removed: 1,
        documents: 1231,
        passages: 45_678,
        took: Duration::from_millis(61_500),
        ..Summary::default()
    };
    let parts = ScoreBreakdown { words: 6.17, pairs: 2.49, coverage: 0.67, score: 18.5, ..ScoreBreakdown::default() };
    let (file, why, names) = ("a.txt", "…", "Lê An, Lê Anh");
    for told in [
        Told::Output { said: why },
        Told::OutputClosed,
        Told::InSettings { file: "/etc/tracuu.toml", line: 3, why },
        Told::SettingsWritable { file: "/etc/tracuu.toml" },
        Told::SettingsForeign { file: "/etc/tracuu.toml" },
        Told::NoToml { said: why },
        Told::NoSetting { key: "limit" },
        Told::NoSuchPaths { paths: "a, b" },
        Told::NoWatch,
        Told::NoSignals { said: why },
        Told::NoThread { said: why },
        Told::Serving,
        Told::Watching,
        Told::ServingTools { address: "http://127.0.0.1:7878/mcp" },
        Told::ShortToken { file: "token", least: 16 },
        Told::NeedsToken { address: "0.0.0.0:7878" },
        Told::NotServed { address: "127.0.0.1:80", said: why },
        Told::NotWatched { said: why, seconds: 30 },
        Told::Waiting { index: "index" },
        Told::LeftOut { path: file, why },
        Told::OtherFormats { files: 12, each: ".mp3 12" },
        Told::Done { summary: &summary, left_out: 3 },
        Told::IndexLies { folder: "/srv/a" },
        Told::InForceToday { word: "phí" },
        Told::IndexedFirst { index: "index", corpus: "corpus" },
        Told::ScanAt { done: 3, pages: 20 },
        Told::Progress { done: 0, all: 32_600_000, left: None },
        Told::Progress { done: 18_800_000, all: 32_600_000, left: Some(8) },
        Told::Progress { done: 18_800_000, all: 32_600_000, left: Some(480) },
        Told::Total { total: 1234, more: false, took: Duration::from_micros(6000) },
        Told::Total { total: 46, more: true, took: Duration::from_secs(1) },
        Told::MoreInDocument(3),
        Told::Also { places: "a.txt", more: 0 },
        Told::Also { places: "a.txt", more: 2 },
        Told::Ended {
            state: "replaced",
            by: "12/2020/NĐ-CP",
            since: jiff::civil::Date::new(2020, 2, 1).ok(),
            until: None,
        },
        Told::Ended { state: "repealed", by: "12/2020/NĐ-CP, 13/2020/NĐ-CP", since: None, until: None },
        Told::Ended { state: "suspended", by: "Luật Giá", since: None, until: None },
        Told::Ended {
            state: "suspended",
            by: "12/2020/NĐ-CP",
            since: jiff::civil::Date::new(2020, 2, 1).ok(),
            until: jiff::civil::Date::new(2020, 2, 29).ok(),
        },
        Told::Ended { state: "expired", by: "", since: jiff::civil::Date::new(2020, 2, 1).ok(), until: None },
        Told::State { state: "not_told", since: None, until: None },
        Told::State { state: "in_force", since: jiff::civil::Date::new(2020, 2, 1).ok(), until: None },
        Told::State { state: "amended", since: jiff::civil::Date::new(2020, 2, 1).ok(), until: None },
        Told::State {
            state: "amended",
            since: jiff::civil::Date::new(2020, 2, 1).ok(),
            until: jiff::civil::Date::new(2027, 1, 31).ok(),
        },
        Told::State { state: "in_force", since: None, until: jiff::civil::Date::new(2027, 1, 31).ok() },
        Told::State { state: "not_yet", since: jiff::civil::Date::new(2020, 2, 1).ok(), until: None },
        Told::State { state: "repealed", since: jiff::civil::Date::new(2020, 2, 1).ok(), until: None },
        Told::State {
            state: "suspended",
            since: jiff::civil::Date::new(2020, 2, 1).ok(),
            until: jiff::civil::Date::new(2020, 2, 29).ok(),
        },
        Told::Relation { relation: "replaces", part: None, other: "12/2020/NĐ-CP" },
        Told::Relation { relation: "replaces", part: Some("Điều 4"), other: "12/2020/NĐ-CP" },
        Told::Relation { relation: "amended_by", part: Some("khoản 2 Điều 4"), other: "Luật Giá" },
        Told::Relation { relation: "expires", part: Some("Điều 4"), other: "" },
        Told::Score(&parts),
        Told::Page(4),
        Told::AndMore(1200),
        Told::LongQuery { number: 7, file },
        Told::LongQuery { number: 7, file: "-" },
        Told::NameDocument,
        Told::UnknownDocument { name: file, number: None },
        Told::UnknownDocument { name: "77/KH-SYT", number: Some("77/KH-SYT") },
        Told::WithoutText { file },
        Told::NoLine { doc: file, line: 99, last: 12 },
        Told::Several { names: "\n  a.txt\n  b.txt" },
        Told::NameNumber,
        Told::OddNumber { typed: "x" },
        Told::OddName { typed: "12" },
        Told::MoreCitations(20),
        Told::Candidates { all: 3, cited: 0 },
        Told::Candidates { all: 3, cited: 1 },
        Told::Candidates { all: 3, cited: 3 },
        Told::Register { all: 32, shown: 3 },
        Told::Held,
        Told::OtherDay,
        Told::DraftDay { line: 3, day: DAY },
        Told::IndexDay(DAY),
        Told::Checked { all: 12, doubtful: 0 },
        Told::Checked { all: 12, doubtful: 3 },
        Told::Issued(DAY),
        Told::LastDay(DAY),
        Told::FirstDayWithout(DAY),
        Told::People { all: 1, shown: 1 },
        Told::People { all: 75, shown: 50 },
        Told::TermUntold,
        Told::PersonAlso { names },
        Told::Similar { names },
        Told::SimilarNames { names },
        Told::MorePassages(20),
        Told::Moments { all: 1200, shown: 100 },
        Told::Rows { all: 1200, shown: 100 },
        Told::InputTooLong { bytes: 1_048_576 },
        Told::InputUnread { why },
        Told::CannotRead { file, why },
        Told::IsFolder,
        Told::NotThere,
        Told::PlainlyUnicode { file, encoding: "vni" },
        Told::ReadApart,
        Told::NotStated,
        Told::AsFormatTells,
        Told::CandidateEncoding { percent: 98, score: 812 },
        Told::Font { font: "\".VnTime\"", encoding: "\"tcvn3\"", letters: 1200 },
        Told::HeadingAt { line: 3, level: 2, text: "Điều 1" },
        Told::PagesNotKnown,
        Told::RecognizedPages(2),
        Told::Syllables { count: 80, section: "Điều 1", footnote: false },
        Told::Syllables { count: 80, section: "Điều 1", footnote: true },
        Told::Understood { marked: true, took_ms: 1.25 },
        Told::SayNothing { words: "là" },
        Told::WholeSymbols { symbols: "06" },
        Told::CommonForms,
        Told::NoForms,
        Told::NoForm { typed: "x" },
        Told::MoreCopies(2),
        Told::MissingRoot(1),
        Told::MissingRoot(1200),
        Told::SumsRight,
        Told::SumsUnknown,
        Told::Health { health: "green", unassigned: 0, missing: 0, reasons: &[] },
        Told::Health { health: "yellow", unassigned: 2, missing: 0, reasons: &["NODE_LEFT".to_owned()] },
        Told::Health { health: "yellow", unassigned: 0, missing: 0, reasons: &[] },
        Told::Health {
            health: "red",
            unassigned: 3,
            missing: 1,
            reasons: &["ALLOCATION_FAILED", "INDEX_CREATED", "NODE_LEFT", "REINITIALIZED"].map(str::to_owned),
        },
        Told::NotInPart,
        Told::Shards { shards: 8, unassigned: 0 },
        Told::Shards { shards: 8, unassigned: 2 },
        Told::GoldOdd { file, line: 3, said: why },
        Told::NoQueries { file },
        Told::WeightsOdd { file, said: why },
        Told::HitsWithoutAnswer { hits: 3, of: 6 },
        Told::MeanTime { ms: 1.25 },
        Told::NoRise,
        Told::Fall { set: "\"law\"", by: 0.0123 },
        Told::Chance,
        Told::Verdict { against: "" },
        Told::Verdict { against: why },
        Told::InDraws { least: -0.01, most: 0.02 },
    ] {
        all.push(Sample::of(&told, "Told", &|language| language.told(told)));
    }
}

fn labels() -> Vec<Sample> {
    Word::ALL.iter().map(|word| Sample::of(word, "Word", &|language| language.word(*word).to_owned())).collect()
}

fn values() -> Vec<Sample> {
    let mut all: Vec<Sample> = EventKind::names()
        .chain(["number", "date", "person", "event", "abbreviation", "relation", "validity", "head", "issues", "cites"])
        .chain(["who", "when", "where", "amount", "meaning"])
        .chain(["annex", "part", "chapter", "section", "article", "clause", "point"])
        .chain(["relevance", "mentions", "name", "year", "month", "decade", "auto", "always", "never"])
        .map(|code| {
            let (vietnamese, english) = (Language::Vietnamese.name(code).to_owned(), code.to_owned());
            Sample { name: format!("name of {code}"), vietnamese, english }
        })
        .collect();
    let nouns = [Noun::Document, Noun::Passage, Noun::File, Noun::Line, Noun::Letter, Noun::Page, Noun::Segment];
    all.extend(nouns.map(|noun| Sample::of(&noun, "Noun", &|language| language.count(1200, noun))));
    let day = |month, day| Some(Date::constant(1960, month, day));
    let open = Time::default();
    for time in [
        Time { from: day(3, 24), to: day(3, 24), ..open },
        Time { from: day(3, 24), to: day(3, 28), ..open },
        Time { from: day(3, 1), to: day(3, 31), ..open },
        Time { from: day(4, 1), to: day(6, 30), ..open },
        Time { from: day(1, 1), to: day(12, 31), ..open },
        Time { from: day(1, 1), to: None, ..open },
        Time { from: None, to: day(12, 31), ..open },
        Time { from: day(3, 24), to: day(3, 24), inferred: true, ..open },
        Time { from: day(6, 30), to: day(6, 30), impossible: true, ..open },
        Time { impossible: true, ..open },
    ] {
        all.push(Sample::of(&time, "Time", &|language| language.time(&time)));
    }
    for step in [Step::Year, Step::Month, Step::Decade] {
        all.push(Sample::of(&step, "Step", &|language| language.step(step, DAY)));
        let before = Date::constant(-178, 4, 23);
        all.push(Sample::of(&step, "Step", &|language| language.step(step, before)));
    }
    for seconds in [5, 60, 7200, 200_000] {
        let time = Duration::from_secs(seconds);
        all.push(Sample::of(&seconds, "ago", &|language| language.ago(time)));
    }
    all.push(Sample::of(&0, "no_such_day", &|language| language.no_such_day("30/2/2021")));
    for [pattern, english, vietnamese] in known::entries() {
        let (vietnamese, english) = (vietnamese.to_owned(), english.to_owned());
        all.push(Sample { name: format!("said {pattern}"), vietnamese, english });
    }
    for bytes in [12, 3_400_000] {
        all.push(Sample::of(&bytes, "size", &|language| language.size(bytes)));
    }
    all
}
