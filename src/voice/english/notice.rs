//! A notice of a query to an English sentence.

use super::said::said;
use crate::mention::date::{NoTime, TimeFault};
use crate::query::{Counted, Named, Notice, Page, Piece, TakenAs, ValueFault};
use crate::voice::spoken::Listener;

pub fn notice(notice: &Notice, listener: Listener) -> String {
    let at_command_line = listener == Listener::CommandLine;
    match notice {
        Notice::Cut { what, most } => format!("only the first {most} {}", counted(*what)),
        Notice::NoWord => "the query holds no word to look for".to_owned(),
        Notice::OnlyExcludes => "the query only excludes words: add one to look for".to_owned(),
        Notice::OnlyStopWords => {
            "only words that say nothing by themselves: put them in quotes to find them".to_owned()
        }
        Notice::OpenQuote(taken) => format!("a quote is not closed{}", taken_as(taken)),
        Notice::NoValue { name, taken } => format!("`{name}:` has no value right behind it{}", taken_as(taken)),
        Notice::NoFilter { name } => format!("`{name}:` is not a filter{}", taken_as(&TakenAs::Text)),
        Notice::OddValue { value, fault, excluded: false } => {
            format!("`{value}` is {}{}", odd_value(*fault), taken_as(&TakenAs::Text))
        }
        Notice::OddValue { value, fault, excluded: true } => {
            format!("`{value}` is {}: passages with these words are left out", odd_value(*fault))
        }
        Notice::Time { typed, fault } => format!("{typed} {}", time_fault(*fault)),
        Notice::PeriodLeftOut { typed } => format!("{typed} ends before it begins and is left out"),
        Notice::WithoutQuotes { phrases } => {
            let phrases: Vec<String> = phrases.iter().map(|phrase| format!("\"{phrase}\"")).collect();
            format!("no passage holds {}: searched without quotes", phrases.join(", "))
        }
        Notice::Joined { typed, whole } => format!("`{typed}` is searched as `{whole}`"),
        Notice::Corrected { typed, meant } => format!("no passage holds `{typed}`: searched as `{meant}`"),
        Notice::Absent { words } => format!("no passage holds {}", quoted(words)),
        Notice::OtherDiacritics { words } => {
            format!("no passage holds {} with these diacritics, only with others", quoted(words))
        }
        Notice::DidYouMean { query } => format!("did you mean `{query}`?"),
        Notice::ManySpellings { typed, all, known } => {
            format!("{typed} may be {all} words of the index: the {known} most frequent are looked for")
        }
        Notice::ManyNumbers { digits, most } => {
            format!("only {most} of the documents numbered {digits} were compared: add the year or the issuer")
        }
        Notice::ManyPeople { name, most } => format!("only {most} of those with names like {name} were compared"),
        Notice::OnlyFirst { left_out } => {
            format!("only the first number is looked up, not {}: ask for one at a time", quoted(left_out))
        }
        Notice::NoNumber { typed, .. } => format!("no document number {typed} in the index"),
        Notice::NotTold { document } => format!("the documents do not tell what is asked of {document}"),
        Notice::Partial { failed, total } => {
            format!("{failed} of {total} shards do not answer: what they hold is missing here")
        }
        Notice::Nobody { name, near: None } => format!("nobody is named {name}"),
        Notice::Nobody { name, near: Some(near) } => format!("nobody is named {name}: {near} is near it"),
        Notice::OnlyWords { typed, kind } => {
            let kind = match kind {
                Named::Number => "document number",
                Named::Person => "person",
            };
            format!("{typed} is known as no {kind} and stands in the text only as words")
        }
        Notice::NoTime { typed } => format!("no passage names {typed}"),
        Notice::NoTimeNear { typed } => format!("no passage names {typed} or a time that holds it"),
        Notice::OtherTimes { typed, period: true } => {
            format!("no passage names {typed}, only times that overlap it")
        }
        Notice::OtherTimes { typed, period: false } => {
            format!("no passage names {typed}, only longer times that hold it")
        }
        Notice::NoDocument { patterns, more } => {
            let patterns: Vec<String> = patterns.iter().map(|pattern| format!("`in:{pattern}`")).collect();
            let more = if *more > 0 { format!(" and {more} more") } else { String::new() };
            format!("no document matches {}{more}", patterns.join(", "))
        }
        Notice::Apart { parts } => {
            let parts: Vec<String> = parts.iter().map(|part| Piece::line(part)).collect();
            format!("{} are in the index, but in no passage together", parts.join(" and "))
        }
        Notice::LeavesNothing { excluded, wanted } => {
            format!("{} leaves out all that {} finds", Piece::line(excluded), Piece::line(wanted))
        }
        Notice::NoneOf { number, kind, issuer, issued } => {
            let number = number
                .as_ref()
                .map_or_else(|| "no document number".to_owned(), |number| format!("no document number {number}"));
            let kind = kind.as_ref().map(|kind| format!("of type {kind}"));
            let issuer = issuer.as_ref().map(|issuer| format!("of {issuer}"));
            let issued = issued.as_ref().map(|issued| format!("issued in {issued}"));
            let parts = [Some(number), kind, issuer, issued];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" ") + " in the index"
        }
        Notice::NoneHoldsAll => "no passage holds all words of the query".to_owned(),
        Notice::NotInIndex { name, near: false } => format!("nobody in the index is named {name}"),
        Notice::NotInIndex { name, near: true } => {
            format!("nobody in the index is named {name}: these are near it")
        }
        Notice::OnlyFamily { name } => {
            format!("nobody in the index goes by {name} alone: these bear it as family name")
        }
        Notice::TermUntold { untold, all } => format!(
            "of {untold} of {all} no document tells when they held the office: it is given to them where this time is named"
        ),
        Notice::BestInOrder { passages } => format!("only the best {passages} passages are in order of time"),
        Notice::ManyNaming { most } => format!("only {most} of the passages that name the time are looked at"),
        Notice::ManyPassages { most } => {
            format!("only {most} of all passages are looked at: words or a period narrow it down")
        }
        Notice::ManyHolding { most } => format!("only {most} of the passages that hold all words are looked at"),
        Notice::PageCut { what: Page::Limit, most } if at_command_line => format!("`--limit` is at most {most}"),
        Notice::PageCut { what: Page::Offset, most } if at_command_line => format!("`--offset` is at most {most}"),
        Notice::PageCut { what: Page::Limit, most } => format!("at most {most} hits are told at once"),
        Notice::PageCut { what: Page::Offset, most } => format!("at most {most} hits are passed over"),
        Notice::BehindLast { total } if at_command_line => {
            format!("there are only {total} hits: choose a smaller `--offset`")
        }
        Notice::BehindLast { total } => format!("there are only {total} hits"),
        Notice::OddLine { number, error } => {
            format!("line {number} is not {{\"id\", \"query\"}} and is searched as text: {}", said(error))
        }
        Notice::NameExcludes { words } if at_command_line => {
            format!("{words} is left out of the name: only `search` and `timeline` exclude words")
        }
        Notice::NameExcludes { words } => format!("{words} is left out of the name: only queries exclude words"),
    }
}

/// Words as they were typed.
fn quoted(words: &[String]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

fn counted(what: Counted) -> &'static str {
    match what {
        Counted::Characters => "characters of the query are read",
        Counted::Words => "words of the query are looked up",
        Counted::Excluded => "excluded words count",
        Counted::Filters => "filters of a kind are looked at",
    }
}

fn taken_as(taken: &TakenAs) -> String {
    match taken {
        TakenAs::Text => " and is searched as text".to_owned(),
        TakenAs::Excluded(value) => format!(": `{value}` alone is left out"),
    }
}

pub fn odd_value(fault: ValueFault) -> &'static str {
    match fault {
        ValueFault::NoPattern => "no pattern of paths",
        ValueFault::NoNumber => "no document number",
        ValueFault::NoName => "no name",
        ValueFault::NoTime(NoTime::Unnamed) => "no date",
        ValueFault::NoTime(NoTime::Unread) => "not understood as one time",
        ValueFault::NoTime(NoTime::NoYear) => "a day without a year",
    }
}

pub fn time_fault(fault: TimeFault) -> &'static str {
    match fault {
        TimeFault::NoYear => "has no year: that day of any year is looked for",
        TimeFault::Reversed => "ends before it begins",
        TimeFault::NoMonth => "is no month of the calendar",
        TimeFault::NoQuarter => "is no quarter of the calendar",
        TimeFault::NoDay => "is no day of the calendar",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::FilterName;

    #[test]
    fn only_the_command_line_speaks_of_options_and_verbs() {
        let check = |notice: Notice, library: &str, command_line: &str| {
            assert_eq!(super::notice(&notice, Listener::Caller), library);
            assert_eq!(super::notice(&notice, Listener::CommandLine), command_line);
        };
        let most = 7;
        check(Notice::PageCut { what: Page::Limit, most }, "at most 7 hits are told at once", "`--limit` is at most 7");
        check(
            Notice::PageCut { what: Page::Offset, most },
            "at most 7 hits are passed over",
            "`--offset` is at most 7",
        );
        check(
            Notice::BehindLast { total: 3 },
            "there are only 3 hits",
            "there are only 3 hits: choose a smaller `--offset`",
        );
        check(
            Notice::NameExcludes { words: "-an".to_owned() },
            "-an is left out of the name: only queries exclude words",
            "-an is left out of the name: only `search` and `timeline` exclude words",
        );
    }

    #[test]
    fn what_was_typed_is_said_as_it_was_typed() {
        let check = |notice: Notice, expected: &str| {
            assert_eq!(super::notice(&notice, Listener::Caller), expected);
            assert_eq!(super::notice(&notice, Listener::CommandLine), expected);
            assert_eq!(notice.to_string(), expected);
        };
        let (name, value) = (|| "người".to_owned(), || "x".to_owned());
        let excluded = || TakenAs::Excluded("người:\"An".to_owned());
        check(Notice::OpenQuote(TakenAs::Text), "a quote is not closed and is searched as text");
        check(Notice::OpenQuote(excluded()), "a quote is not closed: `người:\"An` alone is left out");
        check(
            Notice::NoValue { name: name(), taken: TakenAs::Text },
            "`người:` has no value right behind it and is searched as text",
        );
        for (fault, excluded, expected) in [
            (ValueFault::NoPattern, false, "`x` is no pattern of paths and is searched as text"),
            (ValueFault::NoTime(NoTime::Unread), false, "`x` is not understood as one time and is searched as text"),
            (ValueFault::NoName, true, "`x` is no name: passages with these words are left out"),
        ] {
            check(Notice::OddValue { value: value(), fault, excluded }, expected);
        }
        let patterns = vec!["a".to_owned(), "b*".to_owned()];
        check(Notice::NoDocument { patterns: patterns.clone(), more: 0 }, "no document matches `in:a`, `in:b*`");
        check(Notice::NoDocument { patterns, more: 2 }, "no document matches `in:a`, `in:b*` and 2 more");
        let place = Piece::Filter { name: FilterName::In, value: "a".to_owned(), excluded: false };
        let parts = vec![vec![Piece::Text("thợ mỏ".to_owned())], vec![place]];
        check(Notice::Apart { parts }, "thợ mỏ and in:a are in the index, but in no passage together");
        let near = Some("Lê An".to_owned());
        check(Notice::Nobody { name: "Le Anh".to_owned(), near }, "nobody is named Le Anh: Lê An is near it");
        let typed = || "30/2".to_owned();
        check(Notice::Time { typed: typed(), fault: TimeFault::NoDay }, "30/2 is no day of the calendar");
        check(Notice::OtherTimes { typed: typed(), period: true }, "no passage names 30/2, only times that overlap it");
    }
}
