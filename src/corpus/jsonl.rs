//! Lines of JSON objects `{"id", "text", "title"?, "date"?}` -> a [`Document`] each.
//!
//! Only one line is in memory at a time.

use std::borrow::Cow;
use std::collections::HashSet;
use std::io::{BufRead, Read};

use encoding_rs::UTF_8;
use serde::Deserialize;

use super::document::{Document, parted};
use super::encoding::{count_bad_bytes, tidy};
use super::legacy::repair;
use super::limits::Limits;
use super::oddity::Oddity;
use super::provenance::Provenance;
use super::report::{Each, ReadReport};
use super::unreadable::{LineFault, Unreadable};

#[derive(Deserialize)]
struct Line {
    id: Scalar,
    text: String,
    title: Option<String>,
    date: Option<Scalar>,
}

/// Other programs write ids and years as numbers, too.
#[derive(Deserialize)]
#[serde(untagged, expecting = "\"id\" or \"date\" is neither a string nor a number")]
enum Scalar {
    Text(String),
    Number(serde_json::Number),
}

impl From<Scalar> for String {
    fn from(scalar: Scalar) -> Self {
        match scalar {
            Scalar::Text(text) => text,
            Scalar::Number(number) => number.to_string(),
        }
    }
}

/// Reads JSON Lines in UTF-8; a line that is no document is left out, by the id of the file and its number.
pub(super) fn stream(
    id: &str,
    input: &mut dyn BufRead,
    limits: &Limits,
    each: &mut Each,
) -> Result<ReadReport, Unreadable> {
    let mut report = ReadReport::default();
    let mut ids = HashSet::new();
    let mut line = Vec::new();
    skip_byte_order_mark(input)?;
    for number in 1_u64.. {
        line.clear();
        let limit = limits.max_line_bytes;
        // One more byte for the line end.
        let mut bounded = (&mut *input).take(limit.saturating_add(1));
        let read = bounded.read_until(b'\n', &mut line)?;
        if read == 0 {
            break;
        }
        if read as u64 > limit && line.last() != Some(&b'\n') {
            input.skip_until(b'\n')?;
            report.leave_out(format!("{id}:{number}"), Unreadable::LongLine { limit });
            continue;
        }
        if line.trim_ascii().is_empty() {
            continue;
        }
        match document(&line, number, &mut report) {
            Err(fault) => report.leave_out(format!("{id}:{number}"), Unreadable::OddLine(fault)),
            Ok(document) if !ids.insert(document.id.clone()) => {
                report.leave_out(format!("{id}:{number}"), Unreadable::SameId(document.id));
            }
            Ok(document) => {
                report.documents += 1;
                if each(document).is_break() {
                    break;
                }
            }
        }
    }
    Ok(report)
}

fn skip_byte_order_mark(input: &mut dyn BufRead) -> Result<(), Unreadable> {
    let start = input.fill_buf()?;
    if start.starts_with(&[0xFF, 0xFE]) || start.starts_with(&[0xFE, 0xFF]) {
        return Err(Unreadable::Encoding);
    }
    if start.starts_with(&[0xEF, 0xBB, 0xBF]) {
        input.consume(3);
    }
    Ok(())
}

fn document(source: &[u8], number: u64, report: &mut ReadReport) -> Result<Document, LineFault> {
    // valid text is the rule, and told from other faster so
    let valid = UTF_8.decode_without_bom_handling_and_without_replacement(source);
    let text = valid.unwrap_or_else(|| String::from_utf8_lossy(source));
    let is_lossy = matches!(text, Cow::Owned(_));
    let line = parse(&text)?;
    let mut notice = |odd| report.notice(Oddity::InLine { number, oddity: Box::new(odd) });
    if is_lossy {
        notice(Oddity::InvalidBytes(count_bad_bytes(source)));
    }
    let (text, nul_notice) = tidy(line.text);
    nul_notice.into_iter().for_each(&mut notice);
    let (text, repairs) = repair(text);
    repairs.into_iter().for_each(notice);
    Ok(Document {
        id: line.id.into(),
        title: line.title.filter(|title| !title.trim().is_empty()),
        date: line.date.map(String::from).filter(|date| !date.trim().is_empty()),
        text: parted(text),
        provenance: Provenance { format: "jsonl", ..Provenance::default() },
        ..Document::default()
    })
}

fn parse(text: &str) -> Result<Line, LineFault> {
    // serde would take an array for an object.
    if !text.trim_start().starts_with('{') {
        return Err(LineFault::NoBrace);
    }
    let line: Line = serde_json::from_str(text).map_err(|error| {
        let message = error.to_string();
        let place = format!(" at line {} column {}", error.line(), error.column());
        LineFault::Said { column: error.column(), said: message.trim_end_matches(&place).to_owned() }
    })?;
    match &line.id {
        Scalar::Text(id) if id.trim().is_empty() => Err(LineFault::EmptyId),
        _ => Ok(line),
    }
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::*;

    fn read(bytes: &[u8], max_line_bytes: u64) -> (Vec<Document>, ReadReport) {
        let limits = Limits { max_line_bytes, ..Limits::default() };
        let mut documents = Vec::new();
        let report = stream("t.jsonl", &mut &*bytes, &limits, &mut |document| {
            documents.push(document);
            ControlFlow::Continue(())
        });
        (documents, report.unwrap())
    }

    #[test]
    fn lines_are_documents_or_left_out() {
        let check = |bytes: &[u8], documents: &[(&str, &str)], told: &[&str]| {
            let got = read(bytes, 60);
            let pairs: Vec<_> = got.0.iter().map(|d| (d.id.as_str(), d.text.as_str())).collect();
            let input = String::from_utf8_lossy(bytes);
            assert_eq!(pairs, documents, "{input}");
            let left_out = got.1.left_out.iter().map(|left| format!("{}: {}", left.path.display(), left.reason));
            assert_eq!(
                got.1.notices.iter().map(ToString::to_string).chain(left_out).collect::<Vec<_>>(),
                told,
                "{input}"
            );
        };
        check(b"", &[], &[]);
        check(b"\n \r\n", &[], &[]);
        check(b"\xEF\xBB\xBF{\"id\":\"a\",\"text\":\"b\\r\\nc\\rd\"}\r\n", &[("a", "b\nc\nd")], &[]);
        check(b"{\"id\":7,\"text\":\"\",\"x\":[{}]}", &[("7", "")], &[]);
        check(
            b"{\"id\":\"a\",\"text\":\"1\"}\n\n{\"id\":\"a\",\"text\":\"2\"}",
            &[("a", "1")],
            &["t.jsonl:3: the id \"a\" stands before"],
        );
        check(
            b"{\"id\":\"a\"}",
            &[],
            &["t.jsonl:1: not a JSON object with \"id\" and \"text\" \
            (column 10: \"text\" is missing)"],
        );
        check(
            b"[\"a\",\"b\",null,null]\n\"x\"",
            &[],
            &[
                "t.jsonl:1: not a JSON object with \"id\" and \"text\" (it starts with no brace)",
                "t.jsonl:2: not a JSON object with \"id\" and \"text\" (it starts with no brace)",
            ],
        );
        check(
            b"{\"id\":[],\"text\":\"\"}",
            &[],
            &["t.jsonl:1: not a JSON object with \"id\" and \"text\" \
            (column 8: \"id\" or \"date\" is neither a string nor a number)"],
        );
        check(
            b"{\"id\":\" \",\"text\":\"\"}",
            &[],
            &["t.jsonl:1: not a JSON object with \"id\" and \"text\" (\"id\" is empty)"],
        );
        check(b"\xff\n", &[], &["t.jsonl:1: not a JSON object with \"id\" and \"text\" (it starts with no brace)"]);
        check(
            b"{\"id\":\"a\",\"text\":\"\xff\\u0000\"}",
            &[("a", "\u{FFFD}\u{FFFD}")],
            &[
                "line 1: 1 byte was not valid UTF-8 and is shown as \u{FFFD}",
                "line 1: 1 NUL was found and is shown as \u{FFFD}",
            ],
        );
        let long = [&[b'x'; 61][..], b"\n{\"id\":\"a\",\"text\":\"\"}"].concat();
        check(&long, &[("a", "")], &["t.jsonl:1: longer than 60 bytes"]);
        let fits = [b"{\"id\":\"a\",\"text\":\"".as_slice(), &[b'x'; 40], b"\"}\n"].concat();
        assert_eq!(read(&fits, 60).0.len(), 1);
    }

    #[test]
    fn title_and_date_are_kept_as_written() {
        let check = |line: &str, title: Option<&str>, date: Option<&str>| {
            let document = &read(line.as_bytes(), 1000).0[0];
            assert_eq!((document.title.as_deref(), document.date.as_deref()), (title, date));
        };
        check(r#"{"id":"a","text":"","title":"Tin","date":"2021-04-23"}"#, Some("Tin"), Some("2021-04-23"));
        check(r#"{"id":"a","text":"","title":"","date":1979}"#, None, Some("1979"));
        check(r#"{"id":"a","text":"","title":null}"#, None, None);
    }

    #[test]
    fn what_is_told_is_capped() {
        let (_, report) = read("{}\n".repeat(250).as_bytes(), 60);
        assert_eq!((report.left_out.len(), report.more_left_out), (100, 150));
        let line = |n: u8| [format!("{{\"id\":{n},\"text\":\"").as_bytes(), b"\xff\"}\n"].concat();
        let (_, report) = read(&(0..50).flat_map(line).collect::<Vec<u8>>(), 60);
        assert_eq!((report.notices.len(), report.more_notices), (20, 30));
    }
}
