//! What is said at the command line, in English.

use std::time::Duration;

use jiff::civil::Date;

use super::figures::{count, number, plural, size, time_left, time_taken};
use super::file::amount;
use super::usage;
use crate::ingest::Summary;
use crate::search::ScoreBreakdown;
use crate::voice::said::Noun;
use crate::voice::told::Told;

pub fn told(told: Told) -> String {
    match told {
        Told::Output { said } => format!("the output cannot be written: {said}"),
        Told::OutputClosed => "it is closed".to_owned(),
        Told::InSettings { file, line, why } => format!("{file}:{line}: {why}"),
        Told::SettingsWritable { file } => {
            format!("others may write to {file}, so it is not read: `chmod go-w` it, or set TRACUU_CONFIG to nothing")
        }
        Told::SettingsForeign { file } => {
            format!(
                "{file} belongs to somebody else, so it is not read: make one of your own, or set TRACUU_CONFIG to nothing"
            )
        }
        Told::NoToml { said } => format!("this is no TOML: {said}"),
        Told::NoSetting { key } => {
            format!("`{key}` must be a text in quotes, a whole number, `true` or `false`, or a list of texts")
        }
        Told::NoSuchPaths { paths } => format!("{paths} does not exist: name files or folders to index"),
        Told::NoWatch => "this program was built without `--watch`".to_owned(),
        Told::NoSignals { said } => format!("signals cannot be received: {said}"),
        Told::NoThread { said } => format!("the system starts no thread: {said}"),
        Told::ServingTools { address } => format!("assistants ask at {address}"),
        Told::Watching => "following changes; Ctrl-C ends it".to_owned(),
        Told::Serving => "serving; Ctrl-C ends it".to_owned(),
        Told::ShortToken { file, least } => format!("the token in {file} must have {least} characters or more"),
        Told::NeedsToken { address } => {
            format!("at {address} others can read all documents: give `--token-file FILE`, or `--open` if they may")
        }
        Told::NotServed { address, said } => format!("{address} cannot be served: {said}"),
        Told::NotWatched { said, seconds } => {
            format!("the system does not tell of changes ({said}): looking every {seconds} s")
        }
        Told::Waiting { index } => format!("waiting until another `tracuu index` has finished writing to {index}"),
        Told::LeftOut { path, why } => format!("{path} is left out: {why}"),
        Told::OtherFormats { files, each } => {
            let files = count(files, Noun::File);
            format!(
                "{files} of other formats left out ({each}): save as .docx, .xlsx or .pdf what is to be found, and put pictures \
                 of text into a .pdf that is read with `--ocr`"
            )
        }
        Told::Done { summary, left_out } => done(summary, left_out),
        Told::IndexLies { folder } => format!("the index lies in {folder}"),
        Told::InForceToday { word } => {
            format!("`--in-force` without a day means today: {} is searched as a word", word)
        }
        Told::IndexedFirst { index, corpus } => format!("no index in {index} yet: indexing {corpus}/ first"),
        Told::ScanAt { done, pages } => format!("scan {done}/{pages}"),
        Told::Progress { done: 0, all, .. } => size(all),
        Told::Progress { done, all, left } => {
            let left = left.map_or_else(String::new, |seconds| format!(", {}", time_left(seconds)));
            format!("{}/{}{left}", size(done), size(all))
        }
        Told::Total { total, more, took } => total_in(total, more, took),
        Told::MoreInDocument(more) => format!("(+{} more in this document)", number(more)),
        Told::Also { places, more: 0 } => format!("also {places}"),
        Told::Also { places, more } => format!("also {places} and {} more", number(more)),
        Told::Ended { state, by, since, until } => {
            ended(state, by, since.map(|day| day.to_string()), until.map(|day| day.to_string()))
        }
        Told::Score(parts) => score(parts),
        Told::Page(page) => format!("p. {page}"),
        Told::AndMore(more) => format!("and {} more", number(more)),
        Told::LongQuery { number, file } => {
            let file = if file == "-" { "standard input" } else { file };
            format!("line {number} of {file} is longer than 1 MiB: one query a line")
        }
        Told::NameDocument => "name a document: `tracuu inspect index` tells what is indexed".to_owned(),
        Told::UnknownDocument { name, number: Some(number) } => {
            format!("no document is named {name}: `tracuu number {number}` looks up a document number")
        }
        Told::UnknownDocument { name, number: None } => {
            format!("no document is named {name}: `tracuu inspect index` tells what is indexed")
        }
        Told::WithoutText { file } => format!("{file} is indexed, but holds no text"),
        Told::NoLine { doc, line, last } => format!("{doc} has no line {line}: its last is {last}"),
        Told::Several { names } => format!("several documents may be meant, name one of them:{names}"),
        Told::NameNumber => "name a number, as 142/KH-LĐLĐ, or list all with `--list`".to_owned(),
        Told::OddNumber { typed } => format!("`{typed}` is no document number: {}", usage::TRY_NUMBER),
        Told::OddName { typed } => format!("{typed} holds no name"),
        Told::MoreCitations(more) => format!("and {}: a larger `--limit` prints them", plural(more, "more citation")),
        Told::Candidates { all, cited: 0 } => count(all, Noun::Document),
        Told::Candidates { all, cited } if cited == all => count(all, Noun::Document) + ", cited only",
        Told::Candidates { all, cited } => format!("{}, {cited} of them cited only", count(all, Noun::Document)),
        Told::Register { all, shown } => {
            plural(all, "document number") + &printed(all, shown, ": a larger `--limit` prints more")
        }
        Told::DraftDay { line, day } => format!("the draft, line {line}, has {day}:"),
        Told::IndexDay(day) => format!("has {day}:"),
        Told::OtherDay => "the draft names another day".to_owned(),
        Told::Checked { all, doubtful: 0 } => format!("{} named, all known", number(all)),
        Told::Checked { all, doubtful } => format!("{} named, {} to be looked at", number(all), number(doubtful)),
        Told::Held => ", held".to_owned(),
        Told::Issued(day) => format!("issued {day}"),
        Told::State { state, since, until } => self::state(state, since, until),
        Told::Relation { relation, part, other } => {
            let relation = relation.replace('_', " ");
            match part {
                None => format!("{relation} {other}").trim_end().to_owned(),
                Some(part) if other.is_empty() => format!("{relation} {part}"),
                Some(part) if relation.ends_with(" by") => format!("{part} {relation} {other}"),
                Some(part) => format!("{relation} {part} of {other}"),
            }
        }
        Told::LastDay(day) => format!("after {day}"),
        Told::FirstDayWithout(day) => format!("from {day}"),
        Told::People { all: 1, .. } => "1 person".to_owned(),
        Told::People { all, shown } => {
            format!("{} people{}", number(all), printed(all, shown, ": a larger `--limit` prints more"))
        }
        Told::TermUntold => "   when is not told".to_owned(),
        Told::PersonAlso { names } => format!(", also {names}"),
        Told::Similar { names } => format!("; similar: {names}"),
        Told::SimilarNames { names } => format!("similar names: {names}"),
        Told::MorePassages(more) => format!("and {}: a larger `--limit` prints them", plural(more, "more passage")),
        Told::Moments { all, shown } => {
            let noun = if all == 1 { "event or time" } else { "events and times" };
            format!("{} {noun}{}", number(all), printed(all, shown, ": a larger `--limit` prints more"))
        }
        Told::Rows { all, shown } => {
            format!("{} of {}: a larger `--limit` prints more", plural(shown, "row"), number(all))
        }
        Told::InputTooLong { bytes } => {
            format!("standard input is longer than {}: `--max-file-size` allows more", amount(bytes))
        }
        Told::InputUnread { why } => format!("standard input cannot be read: {why}"),
        Told::CannotRead { file, why } => format!("{file} cannot be read: {why}"),
        Told::IsFolder => "it is a folder, name one of its files".to_owned(),
        Told::NotThere => "it does not exist".to_owned(),
        Told::PlainlyUnicode { file, encoding } => {
            format!("{file} is plainly Unicode, so it was not read as {encoding}")
        }
        Told::ReadApart => ", read in a process of its own".to_owned(),
        Told::NotStated => "none stated by the format".to_owned(),
        Told::AsFormatTells => "as the format tells its letters".to_owned(),
        Told::CandidateEncoding { percent, score } => {
            format!("{percent:>3} % of the words are Vietnamese, score {score}")
        }
        Told::Font { font, encoding, letters } => {
            format!("{font} is {encoding}: {} read so", count(letters, Noun::Letter))
        }
        Told::HeadingAt { line, level, text } => format!("line {line}, level {level}: {text}"),
        Told::PagesNotKnown => "pages not known".to_owned(),
        Told::RecognizedPages(pages) => format!("{} of them recognized from pictures", number(pages)),
        Told::Syllables { count, section, footnote } => {
            let kind = if footnote { "footnote" } else { "body" };
            format!("{kind}, {}   {section}", plural(count as u64, "syllable"))
        }
        Told::Understood { marked, took_ms } => {
            let typed = if marked { "with" } else { "without" };
            format!("{typed} diacritics, understood in {took_ms:.1} ms")
        }
        Told::SayNothing { words } => format!("of which say nothing: {words}"),
        Told::WholeSymbols { symbols } => format!("whole symbols: {symbols}"),
        Told::NoForms => "the documents define no short form".to_owned(),
        Told::NoForm { typed } => {
            format!("no form is known as {typed}, neither in the documents nor in the table of common ones")
        }
        Told::CommonForms => "table of common ones".to_owned(),
        Told::MoreCopies(copies) => format!(", {} more the same as others", number(copies)),
        Told::MissingRoot(kept) => {
            format!("   (not there, or empty); the index keeps {} of it", count(kept, Noun::File))
        }
        Told::SumsRight => "right".to_owned(),
        Told::SumsUnknown => {
            "right in the segments; none of the other files: the last `index` did not end, the next notes them"
                .to_owned()
        }
        Told::NotInPart => {
            "`--partial` is for verbs that ask once: `index`, `serve` and `mcp` take all or nothing".to_owned()
        }
        Told::Health { health, unassigned, missing, reasons } => health_told(health, unassigned, missing, reasons),
        Told::Shards { shards, unassigned: 0 } => format!("{}, with their copies", number(shards)),
        Told::Shards { shards, unassigned } => {
            format!("{}, with their copies; on no node: {}", number(shards), number(unassigned))
        }
        Told::GoldOdd { file, line, said } => {
            format!("{file}:{line}: {said}: `tracuu eval --help` tells what a line looks like")
        }
        Told::NoQueries { file } => {
            format!("{file} holds no queries: `tracuu eval --help` tells what they look like")
        }
        Told::WeightsOdd { file, said } => format!("{file}: {said}: leave out the weights that stay"),
        Told::HitsWithoutAnswer { hits, of } => format!("hits for queries without an answer: {hits} of {of}"),
        Told::MeanTime { ms } => format!("{ms:.2} ms a query"),
        Told::NoRise => "the mean over the sets does not rise".to_owned(),
        Told::Fall { set, by } => format!("{set} falls by {by:.4}"),
        Told::Chance => "no set surely rises".to_owned(),
        Told::Verdict { against: "" } => "the changed weights are better".to_owned(),
        Told::Verdict { against } => format!("the changed weights are not better: {against}"),
        Told::InDraws { least, most } => format!("{least:>+8.4} to {most:>+.4}"),
    }
}

/// How whole what a cluster holds is, and why it is not.
fn health_told(health: &str, unassigned: u64, missing: u64, reasons: &[String]) -> String {
    let why = |reason: &String| match &**reason {
        "NODE_LEFT" | "NODE_RESTARTING" => "a node is gone".to_owned(),
        "INDEX_CREATED" => "they have no place yet".to_owned(),
        "ALLOCATION_FAILED" => "they could not be opened where they lie".to_owned(),
        "CLUSTER_RECOVERED" => "the cluster has just started".to_owned(),
        "REPLICA_ADDED" => "the copies are new".to_owned(),
        other => format!("`{other}`"),
    };
    let mut why: Vec<String> = reasons.iter().map(why).collect();
    why.dedup();
    let why = if why.is_empty() { String::new() } else { format!(" ({})", why.join("; ")) };
    match health {
        "green" => "green, all shards and their copies are there".to_owned(),
        "yellow" if unassigned == 0 => "yellow, copies of shards are just being made".to_owned(),
        "yellow" => format!("yellow, all shards are there; copies that are not: {}{why}", number(unassigned)),
        _ => format!("red, shards that are not there: {}{why}", number(missing)),
    }
}

/// How many of all are printed, where that is not all.
fn printed(all: u64, shown: u64, advice: &str) -> String {
    if shown < all { format!(", {} of them printed{advice}", number(shown)) } else { String::new() }
}

fn total_in(total: u64, more: bool, took: Duration) -> String {
    let sign = if more { "+" } else { "" };
    let noun = if total == 1 && !more { "passage" } else { "passages" };
    format!("{}{sign} {noun} in {}", number(total), time_taken(took))
}

/// That a document is in force no more: `replaced by 12/2020/NĐ-CP since 1 February 2020`.
fn ended(state: &str, by: &str, since: Option<String>, until: Option<String>) -> String {
    let since = since.map(|day| format!(" since {day}")).unwrap_or_default();
    let until = until.map(|day| format!(" until {day}")).unwrap_or_default();
    let by = if by.is_empty() { String::new() } else { format!(" by {by}") };
    format!("{state}{by}{since}{until}")
}

fn score(parts: &ScoreBreakdown) -> String {
    let ScoreBreakdown { words, pairs, near, context, document, mentions, answer, coverage, score, .. } = parts;
    format!(
        "score {score:.2} from words {words:.2} + pairs {pairs:.2} + near {near:.2} + context {context:.2} \
         + document {document:.2}, coverage {:.0}%, mentions {mentions:.2} + answer {answer:.2}",
        coverage * 100.0
    )
}

fn done(summary: &Summary, left_out: u64) -> String {
    let Summary { documents, passages, read, copies, unchanged, removed, took, .. } = *summary;
    let holds = format!("{}, {}", count(documents, Noun::Document), count(passages, Noun::Passage));
    let files =
        format!("{} read, {} unchanged, {} removed", count(read, Noun::File), number(unchanged), number(removed));
    let copies = match copies {
        0 => String::new(),
        1 => ", 1 the same as another".to_owned(),
        copies => format!(", {} the same as others", number(copies)),
    };
    let missing = match left_out {
        0 => String::new(),
        left_out => format!(", {} left out", number(left_out)),
    };
    format!("{holds}; {files}{copies}{missing} in {}", time_taken(took))
}

/// Whether a document is in force, since when, and until when.
fn state(state: &str, since: Option<Date>, until: Option<Date>) -> String {
    let to = until.map(|last| format!(" to {last}")).unwrap_or_default();
    match (state, since) {
        // of what is not told, the line says too
        ("not_told", None) => format!("force not told{to}"),
        ("amended", Some(day)) if until.is_some() => format!("in force from {day}{to}, amended"),
        ("amended", Some(day)) => format!("in force since {day}, amended"),
        ("not_yet", Some(day)) => format!("in force from {day}{to}, not yet"),
        (state, Some(day)) if until.is_some() => format!("{} from {day}{to}", state.replace('_', " ")),
        (state, Some(day)) => format!("{} since {day}", state.replace('_', " ")),
        (state, None) => format!("{}{to}", state.replace('_', " ")),
    }
}
