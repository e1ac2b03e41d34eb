//! A document's name, perhaps with a line, to its text from the index.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::Path;

use anstyle::Style;
use clap::Args;

use super::arguments;
use super::near::Near;
use super::outcome::{Failure, Outcome};
use super::session::Session;
use crate::error::Result as LibraryResult;
use crate::mention::number;
use crate::snippet::text::{clean, clean_line, wrap};
use crate::store::{Reader, StoredPassage};
use crate::terminal::color::{ASIDE, MATCH, SOURCE, paint};
use crate::terminal::row::Row;
use crate::wire::reports::{Shown, ShownLine};

/// More candidates than these are not listed.
const MAX_CANDIDATES: usize = 10;

/// What was typed behind `show`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct ShowArgs {
    /// A document: its path, its name in the index, or the end of either; with :LINE the surroundings of that line
    #[arg(value_name = "DOC[:LINE]", value_parser = arguments::name())]
    name: String,
    /// How many lines to show on each side of the line
    #[arg(long, value_name = "N", default_value = "5", value_parser = arguments::count)]
    context: usize,
}

const EXAMPLES: &str = "\
Examples:
  tracuu show corpus/cao-bang-1955-1975.txt
  tracuu show cao-bang-1955-1975.txt:12
  tracuu show phong-trao:7 --context 2     any part of the name that only one document has";

pub(super) fn run(typed: &ShowArgs, session: &mut Session) -> Result<Outcome, Failure> {
    if typed.name.trim().is_empty() {
        return Err(Failure::Refused("name a document: `tracuu inspect index` tells what is indexed".to_owned()));
    }
    let reader = Reader::open(&session.index)?;
    let (doc, line) = match find(&reader, &typed.name)? {
        Found::One(doc, line) => (doc, line),
        Found::None => {
            return refuse(&unknown(&typed.name), session);
        }
        Found::Empty(file) => return refuse(&format!("{file} is indexed, but holds no text"), session),
        Found::Many(docs) => {
            let more = (docs.len() > MAX_CANDIDATES).then(|| "and more".to_owned());
            return Err(Failure::Several(docs.into_iter().take(MAX_CANDIDATES).chain(more).collect()));
        }
    };
    let mut passages = reader.document(&doc)?;
    keep_one_file(&mut passages, &typed.name)?;
    if !session.json {
        let near = Near::new(reader.roots());
        passages.iter_mut().for_each(|passage| near.name_passage(passage));
    }
    let lines = lines_of(&passages);
    let starts: BTreeMap<u32, u32> = passages.iter().flat_map(|passage| passage.pages.iter().copied()).collect();
    let last = lines.keys().next_back().copied().unwrap_or_default();
    let context = u32::try_from(typed.context).unwrap_or(u32::MAX);
    let wanted = match line {
        Some(line) if line == 0 || line > last => {
            let message = format!("{doc} has no line {line}: its last is {last}");
            return refuse(&message, session);
        }
        Some(line) => line.saturating_sub(context).max(1)..=line.saturating_add(context).min(last),
        None => 1..=last,
    };
    let shown: Vec<ShownLine> = wanted
        .map(|number| {
            let text = lines.get(&number).map(String::as_str).unwrap_or_default();
            let page = starts.range(..=number).next_back().map(|(_, &page)| page);
            ShownLine { line: number, page, text, marked: line == Some(number) }
        })
        .collect();
    print(&passages, shown, line.is_some(), session)?;
    Ok(Outcome::Done)
}

/// Of documents of one id in several files keeps those of the file that was named.
fn keep_one_file(passages: &mut Vec<StoredPassage>, typed: &str) -> Result<(), Failure> {
    let files: BTreeSet<String> = passages.iter().map(|passage| passage.file.clone()).collect();
    if files.len() < 2 {
        return Ok(());
    }
    let names = [Some(typed), split(typed).map(|(name, _)| name)];
    let is_named = |file: &&String| {
        names
            .iter()
            .flatten()
            .any(|name| file.strip_suffix(name).is_some_and(|rest| rest.is_empty() || rest.ends_with('/')))
    };
    let mut named = files.iter().filter(is_named);
    let (Some(file), None) = (named.next().cloned(), named.next()) else {
        return Err(Failure::Several(files.into_iter().collect()));
    };
    passages.retain(|passage| passage.file == file);
    Ok(())
}

/// Nothing found is no failure, but it is told.
fn refuse(message: &str, session: &mut Session) -> Result<Outcome, Failure> {
    session.tell(message);
    if session.json {
        session.print_json(&crate::wire::line::Failure { error: message })?;
    }
    Ok(Outcome::Nothing)
}

/// What to say where no document has a name; a document number is looked up otherwise.
fn unknown(typed: &str) -> String {
    let name = split(typed).map_or(typed, |(name, _)| name);
    let number = number::read(name).filter(|_| Path::new(name).extension().is_none()).map(|number| number.canonical());
    // digits alone may be those of a name
    let hint = match number.filter(|number| number.contains(|c: char| !c.is_ascii_digit())) {
        Some(number) => format!("`tracuu number {number}` looks up a document number"),
        None => "`tracuu inspect index` tells what is indexed".to_owned(),
    };
    format!("no document is named {name}: {hint}")
}

/// A name before a colon and the line behind it.
fn split(typed: &str) -> Option<(&str, u32)> {
    let (name, line) = typed.rsplit_once(':')?;
    Some((name, line.parse().ok()?))
}

enum Found {
    None,
    One(String, Option<u32>),
    Many(Vec<String>),
    /// The file that is meant holds no text.
    Empty(String),
}

/// The document that is meant: first the whole as a name, then what stands before a line number.
fn find(reader: &Reader, name: &str) -> LibraryResult<Found> {
    let split = split(name);
    let behind = split.map(|(doc, line)| (doc, Some(line)));
    for (doc, line) in [Some((name, None)), behind].into_iter().flatten() {
        let mut docs = match doc.is_empty() {
            true => Vec::new(),
            false => reader.find_documents(doc, MAX_CANDIDATES + 1)?,
        };
        match docs.len() {
            0 => {}
            1 => return Ok(Found::One(docs.remove(0), line)),
            _ => return Ok(Found::Many(docs)),
        }
    }
    let manifest = reader.manifest()?;
    let is_empty = |file: &String| manifest.known(file).is_some_and(|record| record.passages == 0);
    let names = [Some(name), split.map(|(doc, _)| doc)].into_iter().flatten().filter(|name| !name.is_empty());
    let empty = names.flat_map(|name| manifest.named(name, false)).find(is_empty);
    Ok(empty.map_or(Found::None, Found::Empty))
}

/// The lines of a document by their numbers; those between passages are blank.
fn lines_of(passages: &[StoredPassage]) -> BTreeMap<u32, String> {
    let mut lines: BTreeMap<u32, String> = BTreeMap::new();
    for passage in passages {
        for (number, text) in (passage.lines.0..).zip(passage.text.split('\n')) {
            let line = lines.entry(number).or_default();
            // a long line is cut into several passages
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(text);
        }
    }
    lines
}

fn print(
    passages: &[StoredPassage],
    shown: Vec<ShownLine>,
    around_line: bool,
    session: &mut Session,
) -> Result<(), Failure> {
    let first = passages.first();
    let name = |part: fn(&StoredPassage) -> &String| first.map(|passage| &**part(passage)).unwrap_or_default();
    let (doc, file, title) = (name(|p| &p.doc), name(|p| &p.file), name(|p| &p.title));
    let also = first.map_or(&[][..], |passage| &passage.also);
    if session.json {
        return session.print_json(&Shown { doc, file, also, title, lines: shown });
    }
    if !around_line && !session.terminal {
        for line in shown {
            writeln!(session.out, "{}", clean_line(line.text))?;
        }
        return Ok(());
    }
    let digits = shown.last().map_or(1, |line| line.line.to_string().len());
    let columns = match session.terminal {
        true => session.columns.saturating_sub(digits + 3).max(10),
        false => usize::MAX,
    };
    let head = Row::of(SOURCE, &clean(doc)).with(Style::new(), "   ").with(ASIDE, &clean(title));
    let row_columns = session.row_columns();
    head.print(&mut session.out, 0, row_columns)?;
    let mut page = None;
    for line in shown {
        if line.page != page {
            page = line.page;
            let number = page.map(|page| format!("{:digits$}  tr. {page}", "")).unwrap_or_default();
            writeln!(session.out, "{}", paint(ASIDE, &number))?;
        }
        let text = clean_line(line.text);
        let mut rows: Vec<&str> = wrap(&text, columns).into_iter().map(|row| &text[row]).collect();
        if rows.is_empty() {
            rows.push("");
        }
        for (at, row) in rows.into_iter().enumerate() {
            let number = if at == 0 { line.line.to_string() } else { String::new() };
            let gutter = format!("{}{number:>digits$} ", if line.marked && at == 0 { ">" } else { " " });
            let style = if line.marked { MATCH } else { ASIDE };
            match row.is_empty() {
                true => writeln!(session.out, "{}", paint(style, gutter.trim_end()))?,
                false => writeln!(session.out, "{} {row}", paint(style, &gutter))?,
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_found_is_told_without_its_line() {
        let index = "`tracuu inspect index` tells what is indexed";
        let check = |typed: &str, name: &str, hint: &str| {
            assert_eq!(unknown(typed), format!("no document is named {name}: {hint}"));
        };
        check("don-thu.txt:12", "don-thu.txt", index);
        check("don-thu.txt", "don-thu.txt", index);
        check("thu:tu", "thu:tu", index);
        check("12", "12", index);
        check("ke-hoach-77.txt:3", "ke-hoach-77.txt", index);
        let number = "`tracuu number 77/KH-SYT` looks up a document number";
        check("77/KH-SYT", "77/KH-SYT", number);
        check("KH 77/KH-SYT", "KH 77/KH-SYT", number);
    }

    #[test]
    fn lines_are_put_together_from_passages() {
        let passage = |first: u32, text: &str| StoredPassage {
            doc: "a".to_owned(),
            lines: (first, first + text.matches('\n').count() as u32),
            text: text.to_owned(),
            ..StoredPassage::default()
        };
        let lines = lines_of(&[passage(1, "một\nhai"), passage(2, "ba"), passage(5, "bốn")]);
        let got: Vec<(u32, &str)> = lines.iter().map(|(number, text)| (*number, &**text)).collect();
        assert_eq!(got, [(1, "một"), (2, "hai ba"), (5, "bốn")]);
    }
}
