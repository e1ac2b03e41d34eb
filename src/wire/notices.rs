//! Notices to JSON: as sentences, and as codes with their data, which no language changes.

use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::corpus::{NotRecognized, Oddity, ProgramFailure};
use crate::ingest::RunNotice;
use crate::mention::date::{NoTime, TimeFault};
use crate::query::{Counted, Named, Notice, Page, Piece, TakenAs, ValueFault};
use crate::voice::Voice;

/// What its user should know, as a voice says it and as programs tell it apart: one code for each sentence.
#[derive(Debug, Default, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub struct Notices {
    /// The sentences.
    pub notices: Vec<String>,
    /// The codes, each with what the sentence tells.
    pub notice_codes: Vec<Value>,
}

impl Notices {
    /// Of a query or an answer.
    pub fn of<'n>(notices: impl IntoIterator<Item = &'n Notice>, voice: &dyn Voice) -> Self {
        let (notices, notice_codes) = notices.into_iter().map(|notice| (voice.notice(notice), code_of(notice))).unzip();
        Self { notices, notice_codes }
    }

    /// Of a file that was read.
    pub fn of_file<'n>(oddities: impl IntoIterator<Item = &'n Oddity>, voice: &dyn Voice) -> Self {
        let (notices, notice_codes) = oddities.into_iter().map(|odd| (voice.oddity(odd), code_of_oddity(odd))).unzip();
        Self { notices, notice_codes }
    }
}

/// A code and what belongs to it.
fn coded(code: &str, data: Value) -> Value {
    let mut fields = Map::new();
    fields.insert("code".to_owned(), code.into());
    if let Value::Object(data) = data {
        fields.extend(data);
    }
    Value::Object(fields)
}

fn code_of(notice: &Notice) -> Value {
    match notice {
        Notice::Cut { what, most } => {
            let what = match what {
                Counted::Characters => "characters",
                Counted::Words => "words",
                Counted::Excluded => "excluded",
                Counted::Filters => "filters",
            };
            coded("cut", json!({"what": what, "most": most}))
        }
        Notice::NoWord => coded("no_word", Value::Null),
        Notice::OnlyExcludes => coded("only_excludes", Value::Null),
        Notice::OnlyStopWords => coded("only_stop_words", Value::Null),
        Notice::OpenQuote(taken) => coded("open_quote", taken_as(taken)),
        Notice::NoValue { name, taken } => {
            let mut fields = taken_as(taken);
            fields["name"] = name.as_str().into();
            coded("no_value", fields)
        }
        Notice::NoFilter { name } => coded("no_filter", json!({"name": name})),
        Notice::OddValue { value, fault, excluded } => {
            let fault = match fault {
                ValueFault::NoPattern => "no_pattern",
                ValueFault::NoNumber => "no_number",
                ValueFault::NoName => "no_name",
                ValueFault::NoTime(NoTime::Unnamed) => "no_time",
                ValueFault::NoTime(NoTime::Unread) => "not_one_time",
                ValueFault::NoTime(NoTime::NoYear) => "no_year",
            };
            coded("odd_value", json!({"value": value, "fault": fault, "excluded": excluded}))
        }
        Notice::Time { typed, fault } => {
            let fault = match fault {
                TimeFault::NoYear => "no_year",
                TimeFault::Reversed => "reversed",
                TimeFault::NoMonth => "no_month",
                TimeFault::NoQuarter => "no_quarter",
                TimeFault::NoDay => "no_day",
            };
            coded("time", json!({"typed": typed, "fault": fault}))
        }
        Notice::PeriodLeftOut { typed } => coded("period_left_out", json!({"typed": typed.to_string()})),
        Notice::WithoutQuotes { phrases } => coded("without_quotes", json!({"phrases": phrases})),
        Notice::Joined { typed, whole } => coded("joined", json!({"typed": typed, "whole": whole})),
        Notice::Corrected { typed, meant } => coded("corrected", json!({"typed": typed, "meant": meant})),
        Notice::Absent { words } => coded("absent", json!({"words": words})),
        Notice::OtherDiacritics { words } => coded("other_diacritics", json!({"words": words})),
        Notice::DidYouMean { query } => coded("did_you_mean", json!({"query": query})),
        Notice::ManySpellings { typed, all, known } => {
            coded("many_spellings", json!({"typed": typed, "all": all, "known": known}))
        }
        Notice::ManyNumbers { digits, most } => coded("many_numbers", json!({"digits": digits, "most": most})),
        Notice::ManyPeople { name, most } => coded("many_people", json!({"name": name, "most": most})),
        Notice::OnlyFirst { left_out } => coded("only_first", json!({"left_out": left_out})),
        Notice::NoNumber { typed, number } => coded("no_number", json!({"number": number, "typed": typed})),
        Notice::NotTold { document } => coded("not_told", json!({"document": document})),
        Notice::Partial { failed, total } => coded("partial", json!({"failed": failed, "total": total})),
        Notice::Nobody { name, near } => coded("nobody", json!({"name": name, "near": near})),
        Notice::OnlyWords { typed, kind } => {
            let kind = match kind {
                Named::Number => "number",
                Named::Person => "person",
            };
            coded("only_words", json!({"typed": typed, "kind": kind}))
        }
        Notice::NoTime { typed } => coded("no_time", json!({"typed": typed.to_string()})),
        Notice::NoTimeNear { typed } => coded("no_time_near", json!({"typed": typed})),
        Notice::OtherTimes { typed, period } => coded("other_times", json!({"typed": typed, "period": period})),
        Notice::NoDocument { patterns, more } => coded("no_document", json!({"patterns": patterns, "more": more})),
        Notice::Apart { parts } => {
            let parts: Vec<String> = parts.iter().map(|part| Piece::line(part)).collect();
            coded("apart", json!({"parts": parts}))
        }
        Notice::LeavesNothing { excluded, wanted } => {
            coded("leaves_nothing", json!({"excluded": Piece::line(excluded), "wanted": Piece::line(wanted)}))
        }
        Notice::NoneOf { number, kind, issuer, issued } => {
            let issued = issued.as_ref().map(Piece::to_string);
            coded("none_of", json!({"number": number, "type": kind, "issuer": issuer, "issued": issued}))
        }
        Notice::BestInOrder { passages } => coded("best_in_order", json!({"passages": passages})),
        Notice::ManyNaming { most } => coded("many_naming", json!({"most": most})),
        Notice::ManyPassages { most } => coded("many_passages", json!({"most": most})),
        Notice::ManyHolding { most } => coded("many_holding", json!({"most": most})),
        Notice::NoneHoldsAll => coded("none_holds_all", Value::Null),
        Notice::PageCut { what: Page::Limit, most } => coded("limit_cut", json!({"most": most})),
        Notice::PageCut { what: Page::Offset, most } => coded("offset_cut", json!({"most": most})),
        Notice::BehindLast { total } => coded("behind_last", json!({"total": total})),
        Notice::OddLine { number, error } => coded("odd_line", json!({"number": number, "error": error})),
        Notice::NameExcludes { words } => coded("name_excludes", json!({"words": words})),
        Notice::OnlyFamily { name } => coded("only_family", json!({"name": name})),
        Notice::TermUntold { untold, all } => coded("term_untold", json!({"untold": untold, "all": all})),
        Notice::NotInIndex { name, near } => coded("not_in_index", json!({"name": name, "near": near})),
    }
}

fn taken_as(taken: &TakenAs) -> Value {
    match taken {
        TakenAs::Text => json!({"taken": "text"}),
        TakenAs::Excluded(value) => json!({"taken": "excluded", "value": value}),
    }
}

/// What is odd about a file.
fn code_of_oddity(oddity: &Oddity) -> Value {
    match oddity {
        Oddity::InMember { name, oddity } => inside(oddity, "member", name.as_str().into()),
        Oddity::InLine { number, oddity } => inside(oddity, "line", (*number).into()),
        Oddity::DecodedAs(encoding) => coded("decoded_as", json!({"encoding": encoding})),
        Oddity::Invalid(encoding) => coded("invalid", json!({"encoding": encoding})),
        Oddity::InvalidBytes(bytes) => coded("invalid_bytes", json!({"bytes": bytes})),
        Oddity::Nuls(nuls) => coded("nuls", json!({"nuls": nuls})),
        Oddity::ReadAs(format) => coded("read_as", json!({"format": format})),
        Oddity::ReadAsText => coded("read_as_text", Value::Null),
        Oddity::LeadsOut(name) => coded("leads_out", json!({"name": name})),
        Oddity::Entities => coded("entities", Value::Null),
        Oddity::Chunks(chunks) => coded("chunks", json!({"chunks": chunks})),
        Oddity::Objects(objects) => coded("objects", json!({"objects": objects})),
        Oddity::Comments(comments) => coded("comments", json!({"comments": comments})),
        Oddity::DamagedSigns => coded("damaged_signs", Value::Null),
        Oddity::BreaksOff => coded("breaks_off", Value::Null),
        Oddity::NotWhole(stop) => coded("not_whole", json!({"at": stop.at, "said": stop.said})),
        Oddity::DamagedPart { name, said } => coded("damaged_part", json!({"name": name, "said": said})),
        Oddity::OldLines { lines, encoding } => coded("old_lines", json!({"lines": lines, "encoding": encoding})),
        Oddity::LeftLines(lines) => coded("left_lines", json!({"lines": lines})),
        Oddity::BlankPages { blank, pages } => coded("blank_pages", json!({"blank": blank, "pages": pages})),
        Oddity::UnknownSigns(signs) => coded("unknown_signs", json!({"signs": signs})),
        Oddity::Scans { scans, pages } => coded("scans", json!({"scans": scans, "pages": pages})),
        Oddity::Recognized(pages) => coded("recognized", json!({"pages": pages})),
        Oddity::NotRecognized(NotRecognized { page, program, how, more }) => {
            let how = match how {
                ProgramFailure::NotInstalled => "not_installed",
                ProgramFailure::Failed(_) => "failed",
                ProgramFailure::TooSlow { .. } => "too_slow",
                ProgramFailure::NoText(_) => "no_text",
            };
            coded("not_recognized", json!({"page": page, "program": program, "how": how, "more": more}))
        }
        Oddity::ManyScans { left, most } => coded("many_scans", json!({"left": left, "most": most})),
    }
}

/// What is odd about a part of a file, with the part.
fn inside(oddity: &Oddity, part: &str, value: Value) -> Value {
    let mut code = code_of_oddity(oddity);
    let outer = code.get(part).cloned();
    code[part] = match outer {
        // the innermost part is named last
        Some(Value::String(inner)) => match value {
            Value::String(outer) => format!("{outer}/{inner}").into(),
            other => other,
        },
        _ => value,
    };
    code
}

/// What is to be told of a file or a root of a run, with its id.
pub fn code_of_run(file: &str, notice: &RunNotice) -> Value {
    let mut code = match notice {
        RunNotice::Odd(odd) => code_of_oddity(odd),
        RunNotice::MoreOddities(more) => coded("more_oddities", json!({"more": more})),
        RunNotice::MoreLeftOut(more) => coded("more_left_out", json!({"more": more})),
        RunNotice::LeadsElsewhere { now, before } => coded("leads_elsewhere", json!({"now": now, "before": before})),
        RunNotice::Emptied(files) => coded("emptied", json!({"files": files})),
        RunNotice::Lost(files) => coded("lost", json!({"files": files})),
        RunNotice::MissingLines => coded("missing_lines", Value::Null),
        RunNotice::DamagedLines(lines) => coded("damaged_lines", json!({"lines": lines})),
        RunNotice::Replaced(files) => coded("replaced", json!({"files": files})),
    };
    code["file"] = file.into();
    code
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::voice::{Language, Listener};

    #[test]
    fn each_sentence_has_a_code_with_what_it_tells() {
        let notices = [
            Notice::NoWord,
            Notice::OpenQuote(TakenAs::Excluded("a".to_owned())),
            Notice::NoValue { name: "in".to_owned(), taken: TakenAs::Text },
        ];
        let told = Notices::of(&notices, Language::Vietnamese.voice(Listener::CommandLine));
        assert_eq!(told.notices.len(), 3);
        let expected = json!([
            {"code": "no_word"},
            {"code": "open_quote", "taken": "excluded", "value": "a"},
            {"code": "no_value", "name": "in", "taken": "text"},
        ]);
        assert_eq!(Value::Array(told.notice_codes), expected);
    }

    #[test]
    fn the_code_of_a_part_of_a_file_names_the_part() {
        let in_member = |name: &str, oddity| Oddity::InMember { name: name.to_owned(), oddity: Box::new(oddity) };
        let odd = in_member("a.zip", in_member("b.txt", Oddity::Nuls(2)));
        assert_eq!(code_of_oddity(&odd), json!({"code": "nuls", "nuls": 2, "member": "a.zip/b.txt"}));
        let line = Oddity::InLine { number: 7, oddity: Box::new(Oddity::BreaksOff) };
        let told = code_of_run("c.jsonl", &RunNotice::Odd(line));
        assert_eq!(told, json!({"code": "breaks_off", "line": 7, "file": "c.jsonl"}));
    }
}
