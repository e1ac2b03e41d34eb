//! The words of the pages in English.

use jiff::civil::Date;

use super::figures::misdated;
use crate::mention::{EventKind, Role, TimeFault};
use crate::voice::figures::{grouped, iso, iso_year};
use crate::voice::page::{Refusal, Trouble, Ways, Words};
use crate::voice::said::Time;

pub static ENGLISH: Words = Words {
    lang: "en",
    other_lang: "vi",
    other_language: "Tiếng Việt",
    name: "tra cứu",
    skip: "To the content",
    box_label: "Search the documents",
    search: "Search",
    pages: "Pages",
    numbers: "Numbers",
    people: "People",
    timeline: "Timeline",
    check: "Check a draft",
    check_lead: "Paste a draft: which of its document numbers, people and days does the index know, which may mean several, \
                 which cannot be, and which documents are no longer in force.",
    check_more: "The draft names more than is shown here: check the rest by itself, or send the whole to /api/v1/check.",
    draft: "Draft",
    status: "Status",
    help: "Help",
    try_these: "Try",
    home_lead: "With or without diacritics; document numbers, names of people, days and years.",
    narrow: "Narrow down",
    nothing: "No passage found",
    search_words: "Search all documents for these words",
    nothing_hint: "Try fewer words, without quotes or without a filter.",
    empty_query: "Type what you look for in the box above.",
    by_relevance: "best first",
    by_date: "by time",
    per_document: "one passage per document",
    per_passage: "all passages",
    understood: "understood as",
    as_typed: "search exactly as typed",
    did_you_mean: "Did you mean",
    go_to: "Go to",
    whole_document: "whole document",
    copy_citation: "copy citation",
    copied: "copied",
    mentions: "Mentions",
    previous: "← previous",
    next: "next →",
    remove: "remove",
    years: "Years",
    folders: "Folders",
    documents: "Documents",
    marks: "Matches",
    contents: "Contents",
    original: "original",
    csv: "download CSV",
    also: "also",
    kind: "Type",
    issuer: "Issuer",
    province: "Province",
    issued: "Issued",
    standing: "Force",
    subject: "Subject",
    held: "held",
    cited_only: "cited only",
    issued_here: "Where it is issued",
    citations: "Where it is cited",
    several_numbers: "This number may mean several documents:",
    from: "From",
    to: "To",
    filter: "Filter",
    office: "Office",
    offices: "Offices",
    spellings: "Other spellings",
    similar: "May be the same person",
    beside: "Named together with",
    in_order: "In order of time",
    undated: "no date",
    variants: "Names near it",
    order: "Order",
    by_mentions: "most often named",
    by_name: "by given name",
    person: "Person",
    passages: "Passages",
    number: "Number",
    time: "Time",
    event: "Event",
    any: "all",
    text: "Text",
    place: "Source",
    query: "Words to find",
    by_year: "a year",
    chart: "How many by time; the same figures are in the table below",
    size: "Size",
    written: "Indexed",
    roots: "Sources",
    files: "Files",
    new_files: "New files, not indexed yet",
    changed_files: "Changed files",
    gone_files: "Files that are gone",
    without_text: "Files without text",
    version: "Version",
    generation: "Generation",
    up_to_date: "The newest index is in service",
    stale: "The newest index cannot be opened: the one before it is in service",
    keys: "Keys",
    keys_off: "switch keys off",
    keys_on: "switch keys on",
    key_help: &[
        ("/", "to the search box"),
        ("j, k", "next, previous result"),
        ("n, p", "next, previous match"),
        ("?", "this page"),
    ],
    help_lead: "No query is a syntax error: whatever you type is searched. The examples below are made from this index.",
    typed: "Typed",
    finds: "Finds",
    api: "For other programs",
    api_lead: "All pages are there as JSON below /api/v1/; the full description is at",
    back: "To the first page",
    request: "Request",
    page_short: "p.",
    line: "line",
    ways: Ways {
        words: "passages with these words, with or without diacritics; rare and neighboring words count more",
        phrase: "these words side by side",
        without: "passages without the word behind the minus sign",
        number: "the document of this number and every passage that cites it",
        person: "this person, also where a short name is used",
        person_filter: "only passages that name this person",
        filters: ["in", "person"],
        day: "passages that tell of this time",
        period: "passages that tell of this period",
        folder: "only in this file or folder",
    },
    count,
    found: |total, more| {
        let noun = if total == 1 && !more { "passage" } else { "passages" };
        format!("{}{} {noun}", if more { "more than " } else { "" }, count(total as u64))
    },
    in_documents: |documents| format!("in {}", counted(documents as u64, "document")),
    more_in_document: |more| format!("{} more in this document", counted(more as u64, "passage")),
    passage_count: |passages| counted(passages, "passage"),
    document_count: |documents| counted(documents, "document"),
    people_count: |people| if people == 1 { "1 person".to_owned() } else { format!("{} people", count(people as u64)) },
    number_count: |numbers| counted(numbers as u64, "number"),
    moment_count: |moments| format!("{} events and times", count(moments as u64)),
    counted_over: |passages, all| match all {
        true => format!("counted over all {}", counted(passages as u64, "passage")),
        false => format!("counted over the best {}, not all", counted(passages as u64, "passage")),
    },
    took: |milliseconds| format!("found in {} ms", milliseconds.round().max(1.0)),
    updated: |when| format!("updated {when}"),
    when: time,
    lines: |first, last| if first == last { format!("line {first}") } else { format!("lines {first}–{last}") },
    event_name: EventKind::as_str,
    role: |role| match role {
        Role::Head => "the document itself",
        Role::Issues => "issued",
        Role::Cites => "cited",
    },
    trouble,
    remedy,
    refusal,
};

fn count(count: u64) -> String {
    grouped(count, ',')
}

fn counted(number: u64, noun: &str) -> String {
    format!("{} {noun}{}", count(number), if number == 1 { "" } else { "s" })
}

/// As a page has room for it: a year is not told by its first and last day.
fn time(time: &Time) -> String {
    let told = match time.yearly {
        Some(days) if time.from.is_none() && time.to.is_none() => days.to_string(),
        _ => period(time.from, time.to),
    };
    let told = if time.inferred { format!("~ {told}") } else { told };
    if time.impossible { misdated(&told) } else { told }
}

fn period(from: Option<Date>, to: Option<Date>) -> String {
    match (from, to) {
        (None, None) => String::new(),
        (Some(from), None) => format!("since {}", iso(from)),
        (None, Some(to)) => format!("until {}", iso(to)),
        (Some(from), Some(to)) if from == to => iso(from),
        (Some(from), Some(to)) => {
            let is_whole = (from.month(), from.day(), to.month(), to.day()) == (1, 1, 12, 31);
            let is_month = (from.year(), from.month(), from.day()) == (to.year(), to.month(), 1);
            match (is_whole, from.year() == to.year()) {
                (true, true) => iso_year(from.year()),
                (true, false) => format!("{}–{}", iso_year(from.year()), iso_year(to.year())),
                (false, _) if is_month && to.day() == to.days_in_month() => {
                    format!("{}-{:02}", iso_year(from.year()), from.month())
                }
                _ => format!("{} – {}", iso(from), iso(to)),
            }
        }
    }
}

fn trouble(trouble: Trouble) -> &'static str {
    match trouble {
        Trouble::BadParameter => "A parameter is not valid",
        Trouble::BadBody => "The body is not valid",
        Trouble::Unauthorized => "A password is needed",
        Trouble::WrongHost => "This name of the server is not allowed",
        Trouble::WrongOrigin => "The request comes from another page",
        Trouble::NotFound => "Not found",
        Trouble::Method => "This method is not allowed",
        Trouble::Changed => "The original has changed",
        Trouble::TooLarge => "The body is too large",
        Trouble::AddressTooLong => "The address is too long",
        Trouble::OtherType => "This type of body is not read",
        Trouble::Busy => "The server is busy",
        Trouble::Late => "The answer took too long",
        Trouble::NoIndex => "There is no index that can be read",
        Trouble::Internal => "A fault of the program",
    }
}

fn remedy(trouble: Trouble) -> &'static str {
    match trouble {
        Trouble::BadParameter => "Correct the parameter and try again.",
        Trouble::BadBody => "Send JSON or plain text as described at /openapi.json.",
        Trouble::Unauthorized => "Ask whoever runs the server for it.",
        Trouble::WrongHost => "Open the page by the address that whoever runs the server has given you.",
        Trouble::WrongOrigin => "Open the search page and try again.",
        Trouble::NotFound => "The document may be gone or have another name. Try to search for it.",
        Trouble::Method => "Everything is read only: use GET.",
        Trouble::Changed => "The file has changed since it was indexed. Try again after the next update.",
        Trouble::TooLarge => "Send less at once.",
        Trouble::AddressTooLong => "Make the query shorter.",
        Trouble::OtherType => "Use application/json or text/plain.",
        Trouble::Busy => "Try again in a second.",
        Trouble::Late => "Narrow the query down.",
        Trouble::NoIndex => "Whoever runs the server has to make one with `tracuu index`.",
        Trouble::Internal => "Tell whoever runs the server, with the id of the request.",
    }
}

fn refusal(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Unknown => "there is no such parameter".to_owned(),
        Refusal::Doubled => "it may be given only once".to_owned(),
        Refusal::Missing => "it is missing".to_owned(),
        Refusal::NoCount(most) => format!("it must be a number from 0 to {}", count(*most as u64)),
        Refusal::NoTime => "it is no day, month or year: try 17/2/1979, 4/1964 or 1947".to_owned(),
        Refusal::Time(TimeFault::NoYear) => "it has no year: try 17/2/1979".to_owned(),
        Refusal::Time(TimeFault::Reversed) | Refusal::Reversed => "it ends before it begins".to_owned(),
        Refusal::Time(TimeFault::NoMonth) => "it is no month of the calendar".to_owned(),
        Refusal::Time(TimeFault::NoQuarter) => "it is no quarter of the calendar".to_owned(),
        Refusal::Time(TimeFault::NoDay) => "it is no day of the calendar".to_owned(),
        Refusal::NoFirstDay => "it has no first day: try 17/2/1979, 4/1964 or 1947".to_owned(),
        Refusal::NoLastDay => "it has no last day: try 17/2/1979, 4/1964 or 1947".to_owned(),
        Refusal::NoNumber => "it is no document number: try 142/KH-LĐLĐ".to_owned(),
        Refusal::NoName => "it is no name".to_owned(),
        Refusal::NoPattern => "it is no pattern of paths: try corpus/*.txt".to_owned(),
        Refusal::NoneOf(known) => format!("it must be one of: {known}"),
        Refusal::TooMany => "there are too many parameters".to_owned(),
    }
}
