//! A document's name, perhaps with a line, to its text from the index.

use std::io::Write;
use std::path::Path;

use anstyle::Style;
use clap::Args;

use super::arguments;
use super::help::help;
use super::near::Near;
use super::outcome::{Failure, Outcome};
use super::session::Session;
use crate::archive::{Document, DocumentFound, split};
use crate::mention::number;
use crate::snippet::text::{clean, clean_line, wrap};
use crate::terminal::color::{ASIDE, MATCH, SOURCE, paint};
use crate::terminal::row::Row;
use crate::voice::{Language, Told, Topic};
use crate::wire::reports::{Shown, ShownLine};

/// What was typed behind `show`.
#[derive(Debug, Args)]
#[command(after_help = help(Topic::ShowExamples))]
pub(super) struct ShowArgs {
    #[arg(value_name = help(Topic::DocumentValue), value_parser = arguments::name(), help = help(Topic::ShowDocument))]
    name: String,
    #[arg(long, value_name = help(Topic::Count), default_value = "5", value_parser = arguments::count, help = help(Topic::ShowContext))]
    context: usize,
}

pub(super) fn run(typed: &ShowArgs, session: &mut Session) -> Result<Outcome, Failure> {
    if split(&typed.name).map_or(&*typed.name, |(name, _)| name).trim().is_empty() {
        return Err(Failure::refused(Told::NameDocument));
    }
    let archive = session.open()?;
    let (document, line) = match archive.document(&typed.name)? {
        DocumentFound::One(document, line) => (document, line),
        DocumentFound::None => return refuse(&unknown(&typed.name, session.language), session),
        DocumentFound::WithoutText(file) => {
            return refuse(&session.told(Told::WithoutText { file: &file }), session);
        }
        DocumentFound::Several { ids, more } => {
            return Err(Failure::Several(ids.into_iter().chain(more.then(|| "…".to_owned())).collect()));
        }
    };
    let wanted = match line {
        Some(line) => match document.around(line, typed.context) {
            Some(lines) => lines,
            None => {
                let no_line = Told::NoLine { doc: &document.doc, line, last: document.lines.len() };
                return refuse(&session.told(no_line), session);
            }
        },
        None => &document.lines,
    };
    let marked = |number: u32| line == Some(number);
    let shown = wanted.iter().map(|line| ShownLine { marked: marked(line.number), ..ShownLine::of(line) });
    let shown: Vec<ShownLine> = shown.collect();
    let Document { doc, file, also, title, .. } = &document;
    let (mut doc, mut file, mut also) = (doc.clone(), file.clone(), also.clone());
    if !session.json {
        Near::of(&archive)?.name(&mut doc, &mut file, &mut also);
    }
    print(Shown { doc: &doc, file: &file, also: &also, title, lines: shown }, line.is_some(), session)?;
    Ok(Outcome::Done)
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
fn unknown(typed: &str, language: Language) -> String {
    let name = split(typed).map_or(typed, |(name, _)| name);
    let number = number::read(name).filter(|_| Path::new(name).extension().is_none()).map(|number| number.canonical());
    // digits alone may be those of a name
    let number = number.filter(|number| number.contains(|c: char| !c.is_ascii_digit()));
    language.told(Told::UnknownDocument { name, number: number.as_deref() })
}

fn print(document: Shown, around_line: bool, session: &mut Session) -> Result<(), Failure> {
    if session.json {
        return session.print_json(&document);
    }
    let Shown { doc, title, lines: shown, .. } = document;
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
            let number =
                page.map(|page| format!("{:digits$}  {}", "", session.told(Told::Page(page)))).unwrap_or_default();
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
            assert_eq!(unknown(typed, Language::English), format!("no document is named {name}: {hint}"));
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
}
