//! The name of a stage and its input to what the stage makes of it.

mod abbreviations;
mod mentions;
mod query;

use std::io::Write;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use anstyle::Style;
use clap::{Args, Subcommand};

use super::arguments;
use super::bar::{ONE, bar};
use super::help::help;
use super::outcome::{Failure, Outcome};
use super::reading::ReadArgs;
use super::session::Session;
use crate::analysis::Analysis;
use crate::archive::Composition;
use crate::corpus::{self, Document, Oddity, Why};
use crate::passage::{self, Kind};
use crate::snippet::text::{clean, clean_lines, width};
use crate::terminal::color::ASIDE;
use crate::terminal::row::{LABEL, Row, print_line};
use crate::voice::{Noun, Told, Topic, Word};
use crate::wire::document::DocumentLine;
use crate::wire::reports::{InspectedIndex, InspectedPassage, InspectedToken};

/// What was typed behind `inspect`.
#[derive(Debug, Args)]
#[command(after_help = help(Topic::InspectExamples))]
pub(super) struct InspectArgs {
    #[command(subcommand)]
    stage: Stage,
}

#[derive(Debug, Subcommand)]
enum Stage {
    #[command(about = help(Topic::InspectDocument), after_help = help(Topic::InspectDocumentExamples))]
    Document {
        #[arg(value_name = help(Topic::File), help = help(Topic::InspectFile))]
        file: PathBuf,
        #[command(flatten)]
        how: ReadArgs,
    },
    #[command(about = help(Topic::InspectPassages))]
    Passages {
        #[arg(value_name = help(Topic::File), help = help(Topic::InspectFile))]
        file: PathBuf,
    },
    #[command(about = help(Topic::InspectMentions), after_help = help(Topic::InspectMentionsExamples))]
    Mentions {
        #[arg(value_name = help(Topic::File), help = help(Topic::InspectFile))]
        file: PathBuf,
        #[arg(long, help = help(Topic::InspectWhy))]
        why: bool,
    },
    #[command(about = help(Topic::InspectTokens))]
    Tokens {
        #[arg(required = true, value_parser = arguments::word(), value_name = help(Topic::TextValue), help = help(Topic::InspectText))]
        text: Vec<String>,
    },
    #[command(about = help(Topic::InspectQuery))]
    Query {
        #[arg(required = true, value_parser = arguments::word(), value_name = help(Topic::Query), help = help(Topic::InspectTyped))]
        query: Vec<String>,
    },
    #[command(about = help(Topic::InspectAbbreviations), after_help = help(Topic::InspectAbbreviationsExamples))]
    Abbreviations {
        #[arg(value_parser = arguments::word(), value_name = help(Topic::FormValue), help = help(Topic::InspectForm))]
        form: Vec<String>,
    },
    #[command(about = help(Topic::InspectIndex))]
    Index,
}

pub(super) fn run(typed: &InspectArgs, session: &mut Session) -> Result<Outcome, Failure> {
    match &typed.stage {
        Stage::Document { file, how } => return each_document(file, how, session, document),
        Stage::Passages { file } => return each_document(file, &ReadArgs::default(), session, passages),
        Stage::Mentions { file, why } => {
            let show = if *why { mentions::with_rules } else { mentions::found };
            return each_document(file, &ReadArgs::default(), session, show);
        }
        Stage::Tokens { text } => tokens(&text.join(" "), session)?,
        Stage::Query { query } => query::query(&query.join(" "), session)?,
        Stage::Abbreviations { form } => return abbreviations::abbreviations(&form.join(" "), session),
        Stage::Index => index(session)?,
    }
    Ok(Outcome::Done)
}

type Show = fn(&Document, &mut Session, &mut Vec<Oddity>) -> Result<(), Failure>;

/// Shows each document of a file as it comes; what each tells itself is not told again. It fails where all that is in
/// the file was left out.
fn each_document(file: &Path, how: &ReadArgs, session: &mut Session, show: Show) -> Result<Outcome, Failure> {
    let name = file.display().to_string();
    let refuse = |why: &str| Failure::refused(Told::CannotRead { file: &name, why });
    if file.is_dir() {
        return Err(refuse(&session.told(Told::IsFolder)));
    }
    let walk = corpus::walk(&[file.to_owned()]);
    let Some(source) = walk.sources.first() else {
        let reason = walk.skipped.first().map(|skipped| session.voice.reason(&skipped.reason));
        return Err(refuse(&reason.unwrap_or_else(|| session.told(Told::NotThere))));
    };
    let manner = how.manner(&bar(session.shows_progress(), ONE))?;
    let (mut shown, mut told) = (Ok(()), Vec::new());
    let report = corpus::read_as(source, &manner, &how.limits(), &mut |document| {
        shown = show(&document, session, &mut told);
        if shown.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    shown?;
    let report = report.map_err(|error| refuse(&session.voice.unreadable(&error)))?;
    for notice in report.notices.iter().filter(|notice| !told.contains(notice.itself())) {
        session.tell(&format!("{}: {}", file.display(), session.voice.oddity(notice)));
    }
    session.tell_left_out(&report.left_out);
    let forced = report.decision.is_none_or(|decision| decision.why == Why::Forced);
    if let Some(encoding) = how.encoding().filter(|_| !forced) {
        session.tell(&session.told(Told::PlainlyUnicode { file: &name, encoding }));
    }
    let is_all_left_out = report.documents == 0 && !report.left_out.is_empty();
    Ok(if is_all_left_out { Outcome::Failed } else { Outcome::Done })
}

fn document(document: &Document, session: &mut Session, told: &mut Vec<Oddity>) -> Result<(), Failure> {
    let line = DocumentLine::new(document, session.voice);
    match session.json {
        true => session.print_json(&line)?,
        false => {
            let columns = session.row_columns();
            line.print(&mut session.out, session.language, columns)?;
        }
    }
    told.extend_from_slice(&document.provenance.notices);
    Ok(())
}

fn passages(document: &Document, session: &mut Session, _: &mut Vec<Oddity>) -> Result<(), Failure> {
    let division = passage::divide(document, &passage::Limits::default());
    for passage in &division.passages {
        let text = &document.text[passage.range.clone()];
        let syllables = Analysis::of(text).words().count();
        let (doc, title, lines, section) = (&*document.id, &*division.title, passage.lines, &*passage.section);
        let kind = match passage.kind {
            Kind::Body => "body",
            Kind::Footnote => "footnote",
        };
        if session.json {
            session.print_json(&InspectedPassage { doc, title, kind, lines, section, syllables, text })?;
            continue;
        }
        let source = format!("{}:{}-{}", clean(doc), lines.0, lines.1);
        let footnote = passage.kind == Kind::Footnote;
        let section = clean(&section.join(" › "));
        let aside = session.told(Told::Syllables { count: syllables, section: &section, footnote });
        let columns = session.row_columns();
        Row::source(&source).with(ASIDE, &format!("   {}", aside.trim_end())).print(&mut session.out, 0, columns)?;
        for line in clean_lines(text).split('\n') {
            print_line(&mut session.out, "", line, columns)?;
        }
        writeln!(session.out)?;
    }
    Ok(())
}

fn tokens(text: &str, session: &mut Session) -> Result<(), Failure> {
    let analysis = Analysis::of(text);
    if !session.json {
        let words = [Word::Position, Word::Kind, Word::AsWritten, Word::Exact, Word::Folded];
        let [position, kind, written, exact, folded] = words.map(|word| session.word(word));
        print_token(&[position, kind, written, exact, folded], session)?;
    }
    for (token, _) in InspectedToken::of(text, &analysis) {
        if session.json {
            session.print_json(&token)?;
        } else {
            let InspectedToken { position, whole, text, exact, folded } = token;
            let kind = session.word(if whole { Word::Symbol } else { Word::Ordinary });
            let written = clean(text);
            print_token(&[&position.to_string(), kind, &written, exact, folded], session)?;
        }
    }
    Ok(())
}

fn print_token([position, kind, written, exact, folded]: &[&str; 5], session: &mut Session) -> Result<(), Failure> {
    /// Columns of what tells the place.
    const PLACE: usize = 8;
    let (indent, columns) = (PLACE.saturating_sub(width(position)), session.row_columns());
    let row = format!("{position}  {kind:<7}  {written:<20}  {exact:<20}  {folded}");
    Ok(Row::of(Style::new(), &row).print(&mut session.out, indent, columns)?)
}

fn index(session: &mut Session) -> Result<(), Failure> {
    let Composition { format, documents, passages, segments, bytes: sizes, files } = session.archive().composition()?;
    let inspected = InspectedIndex { format, documents, passages, segments, bytes: sizes };
    if session.json {
        return session.print_json(&inspected);
    }
    let (language, columns) = (session.language, session.row_columns());
    let out = &mut session.out;
    let mut row = |label: &str, value: &str| Row::labelled(label, LABEL, value).print(out, 0, columns);
    let holds = [language.count(documents, Noun::Document), language.count(passages, Noun::Passage)];
    row(language.word(Word::Format), &format.to_string())?;
    row(language.word(Word::Holds), &holds.join(", "))?;
    row(language.word(Word::In), &language.count(segments as u64, Noun::Segment))?;
    for (kind, size) in &inspected.bytes {
        row(kind, &format!("{:>10}", language.size(*size)))?;
    }
    for file in files {
        row(language.word(Word::File), &clean(&file))?;
    }
    Ok(())
}
