//! Arguments as they were typed to arguments that clap can read.
//!
//! In a query `-word` excludes a word. clap would take it for options, so it is marked with a NUL,
//! which no argument of a process can hold, and the mark is taken off again when the word is read.

use std::ffi::{OsStr, OsString};
#[cfg(feature = "server")]
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use clap::builder::{OsStringValueParser, TypedValueParser};
use jiff::civil::Date;

use super::chosen::chosen;
use super::outcome::Failure;
use crate::corpus;
use crate::mention::date::NoTime;
use crate::mention::number;
use crate::query::{is_from_today, is_place, limited, typed_in_force, typed_name};
use crate::snippet::text::cut;
use crate::voice::Fault;
pub(super) use crate::wire::typed::Bound;
use crate::wire::typed::{self, SHOWN, possible};

const MARK: &str = "\0";

/// The option whose value may be left out, as it stands before a value that is its own.
const IN_FORCE: &str = "--in-force=";

/// Marks a value that stands behind `=`.
const ATTACHED: &str = "\0\0";

/// Options that stand before the verb and take a value of their own.
const WITH_VALUE: [&str; 4] = ["--index", "--ca", "--color", "--lang"];

/// Marks the arguments of a query that only look like options.
pub(super) fn protect(typed: &[OsString]) -> Vec<OsString> {
    let Some(start) = query_starts(typed) else { return typed.to_vec() };
    let end = typed.iter().position(|argument| argument == "--").unwrap_or(typed.len()).max(start);
    let mark = |(at, argument): (usize, &OsString)| {
        let mut given = OsString::new();
        if let Some(value) = argument.to_string_lossy().strip_prefix(IN_FORCE).filter(|_| at < end) {
            given.push(format!("{IN_FORCE}{ATTACHED}{value}"));
            return given;
        }
        if start <= at && at < end && is_word(argument) {
            given.push(MARK);
        }
        given.push(argument);
        given
    };
    typed.iter().enumerate().map(mark).collect()
}

/// Names of the filter whose value may hold bytes that are not UTF-8.
const OF_PLACES: [&[u8]; 2] = [b"in:", b"trong:"];

/// Reads a word of a query, marked or not, as [`query_text`] does.
pub(super) fn word() -> impl TypedValueParser<Value = String> {
    OsStringValueParser::new().map(|word| plain(&query_text(word.as_encoded_bytes())))
}

/// A query of any bytes: those that are not UTF-8 become `\xNN` in the names of documents, and are replaced elsewhere.
pub(super) fn query_text(bytes: &[u8]) -> String {
    let is_place = |rest: &[u8]| {
        OF_PLACES.iter().any(|name| rest.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name)))
    };
    let place = (0..bytes.len()).find(|at| is_place(&bytes[*at..])).unwrap_or(bytes.len());
    let (before, place) = bytes.split_at(place);
    let mut text = String::from_utf8_lossy(before).into_owned();
    for chunk in place.utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(chunk.invalid().iter().map(|byte| format!("\\x{byte:02X}")));
    }
    text
}

/// Reads a path, marked or not.
pub(super) fn path() -> impl TypedValueParser<Value = PathBuf> {
    OsStringValueParser::new().map(|path| match path.to_str() {
        Some(path) => PathBuf::from(plain(path)),
        None => PathBuf::from(path),
    })
}

/// Reads a value of the filter by places.
pub(super) fn place() -> impl TypedValueParser<Value = String> {
    name().try_map(|typed| match is_place(&typed) && !typed.trim().is_empty() {
        true => Ok(typed),
        false => Err(chosen().fault(Fault::NoPattern { typed: &cut(&typed, SHOWN) })),
    })
}

/// Reads a document number.
pub(super) fn number() -> impl TypedValueParser<Value = String> {
    word().try_map(|typed| match number::read(limited(&typed).0) {
        Some(_) => Ok(typed),
        None => Err(chosen().fault(Fault::NoNumber { typed: &cut(&typed, SHOWN) })),
    })
}

/// Reads a name of a person.
pub(super) fn person() -> impl TypedValueParser<Value = String> {
    word().try_map(|typed| match typed_name(limited(&typed).0) {
        Some(_) => Ok(typed),
        None => Err(chosen().fault(Fault::NoName { typed: &cut(&typed, SHOWN) })),
    })
}

/// Reads a day or period; one of no calendar may stand in a document, and is told by the answer.
pub(super) fn when() -> impl TypedValueParser<Value = String> {
    word().try_map(|typed| possible(limited(&typed).0, chosen()).map(|_| typed))
}

/// What stands behind an option whose day may be left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum InForce {
    /// A day or period, or today.
    Day(String),
    /// A word of the query.
    Word(String),
}

impl InForce {
    /// The day that is asked for.
    pub(super) fn day(&self) -> String {
        match self {
            Self::Day(day) => day.clone(),
            Self::Word(_) => "today".to_owned(),
        }
    }
}

/// Reads a day or period, or today; what begins with a letter and is none is a word of the query, but not behind `=`.
pub(super) fn in_force() -> impl TypedValueParser<Value = InForce> {
    OsStringValueParser::new().try_map(|value| {
        let is_attached = value.as_encoded_bytes().starts_with(ATTACHED.as_bytes());
        read_in_force(plain(&query_text(value.as_encoded_bytes())), is_attached)
    })
}

fn read_in_force(typed: String, is_attached: bool) -> Result<InForce, String> {
    match typed_in_force(limited(&typed).0) {
        Ok(_) => Ok(InForce::Day(typed)),
        Err(_) if typed.trim().is_empty() => Err(chosen().fault(Fault::Blank)),
        Err(why @ NoTime::NoYear) => Err(typed::no_time(&typed, why, chosen())),
        Err(_) if !is_attached && !typed.starts_with(|c: char| c.is_ascii_digit()) && !is_from_today(&typed) => {
            Ok(InForce::Word(typed))
        }
        Err(why) => Err(typed::no_time(&typed, why, chosen())),
    }
}

/// Reads the name of a document; bytes that are not UTF-8 become `\\xNN`, as ids have them.
pub(super) fn name() -> impl TypedValueParser<Value = String> {
    OsStringValueParser::new().map(|name| match name.to_str() {
        Some(name) => plain(name),
        None => corpus::id_of(Path::new(&name)),
    })
}

/// A text without the marks.
pub(super) fn plain(text: &str) -> String {
    text.replace(MARK, "")
}

/// Whether `--json` was typed, where the rest may make no sense.
pub(super) fn wants_json(typed: &[OsString]) -> bool {
    let mut before = None;
    typed.iter().take_while(|argument| *argument != "--").any(|argument| {
        let is_value = before.replace(argument).is_some_and(|before| before == "--format");
        argument == "--json" || argument == "--format=json" || is_value && argument == "json"
    })
}

/// The number of the first argument behind a verb that takes a query.
fn query_starts(typed: &[OsString]) -> Option<usize> {
    let mut verbs = Vec::new();
    let mut arguments = typed.iter().enumerate().skip(1);
    while let Some((at, argument)) = arguments.next() {
        if WITH_VALUE.iter().any(|option| argument == option) {
            arguments.next();
        } else if !argument.as_encoded_bytes().starts_with(b"-") {
            verbs.push(argument.to_str().unwrap_or_default());
            match verbs[..] {
                ["search" | "number" | "people" | "timeline"] | ["inspect", "query" | "tokens"] => return Some(at + 1),
                ["inspect"] => {}
                _ => return None,
            }
        }
    }
    None
}

/// One dash and more: no option of these verbs is written so, but for help.
fn is_word(argument: &OsStr) -> bool {
    let bytes = argument.as_encoded_bytes();
    bytes.len() > 1 && bytes[0] == b'-' && bytes[1] != b'-' && bytes != b"-h"
}

/// The first day of what was typed as a time: `1947` is 1 January.
pub(super) fn first_day(typed: &str) -> Result<Bound, String> {
    Bound::first(&plain(typed), chosen())
}

/// The last day of what was typed as a time: `1947` is 31 December.
pub(super) fn last_day(typed: &str) -> Result<Bound, String> {
    Bound::last(&plain(typed), chosen())
}

/// The first and the last day of what was typed as a time.
pub(super) fn days(typed: &str) -> Result<(Date, Date), String> {
    typed::days(&plain(typed), chosen())
}

/// The days of a period; one whose last day lies before its first is refused.
pub(super) fn period(from: Option<&Bound>, to: Option<&Bound>) -> Result<(Option<Date>, Option<Date>), Failure> {
    typed::period(from, to, chosen()).map_err(Failure::Refused)
}

/// Reads words of which there must be some.
pub(super) fn filled() -> impl TypedValueParser<Value = String> {
    word().try_map(|typed| match typed.trim().is_empty() {
        true => Err(chosen().fault(Fault::Blank)),
        false => Ok(typed),
    })
}

/// Reads how many are wanted.
pub(super) fn count(typed: &str) -> Result<usize, String> {
    // more than can be counted is all
    whole(typed)
        .map(|count| usize::try_from(count).unwrap_or(usize::MAX))
        .ok_or_else(|| chosen().fault(Fault::NoCount { typed: &cut(&plain(typed), SHOWN) }))
}

/// Reads a number within bounds.
pub(super) fn bounded(least: u64, most: u64) -> impl TypedValueParser<Value = u64> {
    OsStringValueParser::new().try_map(move |typed| {
        let typed = plain(&typed.to_string_lossy());
        let number = whole(&typed).filter(|number| (least..=most).contains(number));
        number.ok_or_else(|| chosen().fault(Fault::OutOfRange { typed: &cut(&typed, SHOWN), least, most }))
    })
}

/// A whole number: digits, perhaps in groups of three as either language writes them, `10.000` or `10,000`.
fn whole(typed: &str) -> Option<u64> {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_grouped = |sign: char| {
        let mut groups = typed.split(sign);
        groups.next().is_some_and(|first| is_digits(first) && first.len() <= 3)
            && groups.all(|group| is_digits(group) && group.len() == 3)
    };
    let digits = match typed {
        _ if is_digits(typed) => typed.to_owned(),
        _ if is_grouped('.') => typed.replace('.', ""),
        _ if is_grouped(',') => typed.replace(',', ""),
        _ => return None,
    };
    Some(digits.parse().unwrap_or(u64::MAX))
}

/// Reads an address with a port; `localhost` is this machine.
#[cfg(feature = "server")]
pub(super) fn address(typed: &str) -> Result<SocketAddr, String> {
    let local = typed.strip_prefix("localhost:").map(|port| format!("127.0.0.1:{port}"));
    let address = local.as_deref().unwrap_or(typed).parse();
    address.map_err(|_| chosen().fault(Fault::NoAddress { typed: &cut(typed, SHOWN) }))
}

/// Reads an address of pages: that of a host, perhaps with a path.
#[cfg(feature = "server")]
pub(super) fn url(typed: &str) -> Result<String, String> {
    let rest = ["http://", "https://"].iter().find_map(|scheme| typed.strip_prefix(scheme));
    let is_host = |host: &str| host.starts_with(|c: char| c.is_alphanumeric() || c == '[');
    let is_path = |c: char| !c.is_whitespace() && !c.is_control() && !matches!(c, '?' | '#' | '@' | '\\');
    match rest {
        Some(rest) if is_host(rest) && rest.chars().all(is_path) => Ok(typed.to_owned()),
        _ => Err(chosen().fault(Fault::NoUrl { typed: &cut(typed, SHOWN) })),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_digits() {
        assert_eq!(count("20"), Ok(20));
        assert_eq!(count(&"9".repeat(40)), Ok(usize::MAX));
        assert_eq!(count("\0-5"), Err("`-5` is no whole number from 0 on".to_owned()));
        assert_eq!(count(""), Err("no number is given: try 20".to_owned()));
        for typed in ["x", "-1", "+1", "1.5", "٣", "10.00", "1000.000", "1.000,000", ".000", "1."] {
            assert!(count(typed).is_err_and(|told| told.contains("is no whole number")), "{typed}");
        }
        for (typed, expected) in [("10.000", 10_000), ("1,200", 1200), ("1.000.000", 1_000_000)] {
            assert_eq!(count(typed), Ok(expected));
        }
    }

    #[cfg(feature = "server")]
    #[test]
    fn an_address_has_a_port() {
        assert_eq!(address("localhost:7878").map(|address| address.to_string()), Ok("127.0.0.1:7878".to_owned()));
        assert_eq!(address("[::1]:80").map(|address| address.to_string()), Ok("[::1]:80".to_owned()));
        for typed in ["abc", "127.0.0.1", "127.0.0.1:99999", "localhost", "localhost:x", ":7878"] {
            let told = format!("`{typed}` is no address with a port: try 127.0.0.1:7878");
            assert_eq!(address(typed), Err(told));
        }
    }

    #[test]
    fn a_word_behind_an_option_without_day_is_one_of_the_query() {
        let command = clap::Command::new("t").arg(clap::Arg::new("in_force").long("in-force").value_parser(in_force()));
        let read = |typed: &str| {
            let matches = command.clone().try_get_matches_from(["t", "--in-force", typed]).ok()?;
            matches.get_one::<InForce>("in_force").cloned()
        };
        for day in ["1/7/2021", "2020", "nay", "today", "tháng 7/2021"] {
            assert_eq!(read(day), Some(InForce::Day(day.to_owned())));
        }
        assert_eq!(read("thuế"), Some(InForce::Word("thuế".to_owned())));
        for typed in ["1x", "hôm-qua", "hom qua", "Hôm kia", "năm ngoái", "yesterday"] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }

    #[test]
    fn what_is_no_day_behind_the_sign_of_an_option_is_refused() {
        let command = clap::Command::new("t")
            .arg(clap::Arg::new("in_force").long("in-force").num_args(0..=1).value_parser(in_force()));
        let read = |typed: &str| {
            let typed = ["t", "search", &format!("--in-force={typed}")].map(OsString::from);
            let given = protect(&typed);
            let matches = command.clone().try_get_matches_from([&given[0], &given[2]]).ok()?;
            matches.get_one::<InForce>("in_force").cloned()
        };
        for day in ["1/7/2021", "2020", "nay", "tháng 7/2021"] {
            assert_eq!(read(day), Some(InForce::Day(day.to_owned())));
        }
        for typed in ["abc", "..", "-5", "năm Canh Tý", "tháng 2", "", " "] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }

    #[test]
    fn bytes_of_names_stay() {
        let check = |bytes: &[u8], expected: &str| assert_eq!(query_text(bytes), expected);
        check("họp in:a.txt".as_bytes(), "họp in:a.txt");
        check(b"b\xFE in:\xFE.txt", "b\u{FFFD} in:\\xFE.txt");
        check(b"-Trong:a\xFF\xFE/b", "-Trong:a\\xFF\\xFE/b");
        check(b"b\xFE", "b\u{FFFD}");
    }

    #[test]
    fn words_of_a_query_are_no_options() {
        let check = |line: &str, expected: &str| {
            let typed: Vec<OsString> = line.split(' ').map(OsString::from).collect();
            let got: Vec<String> = protect(&typed).iter().map(|a| a.to_string_lossy().replace(MARK, "^")).collect();
            assert_eq!(got.join(" "), expected);
        };
        check("t search bầu -chủ --limit 3 -h", "t search bầu ^-chủ --limit 3 -h");
        check("t --index search search -x -- -y", "t --index search search ^-x -- -y");
        check("t --json inspect --color never query -x", "t --json inspect --color never query ^-x");
        check("t search - --batch -", "t search - --batch -");
        check("t timeline công đoàn -họp --from 1950", "t timeline công đoàn ^-họp --from 1950");
        check("t people -x", "t people ^-x");
        check("t number -x", "t number ^-x");
        check("t show -x", "t show -x");
        check("t inspect document -x", "t inspect document -x");
        check("t", "t");
    }
}
