//! The name of a stage and its input to what the stage makes of it.

mod abbreviations;
mod query;

use std::io::Write;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use super::arguments;
use super::bar::{ONE, bar};
use super::outcome::{Failure, Outcome};
use super::reading::ReadArgs;
use super::session::Session;
use crate::analysis::{Analysis, TokenKind};
use crate::archive::Composition;
use crate::corpus::{self, Document, Oddity, Why};
use crate::passage::{self, Kind};
use crate::snippet::text::{clean, clean_lines};
use crate::terminal::color::{ASIDE, SOURCE, paint};
use crate::terminal::figures::{bytes, count};
use crate::wire::document::DocumentLine;
use crate::wire::reports::{InspectedIndex, InspectedPassage, InspectedToken};

/// What was typed behind `inspect`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct InspectArgs {
    #[command(subcommand)]
    stage: Stage,
}

const EXAMPLES: &str = "\
Examples:
  tracuu inspect document bao-cao.doc
  tracuu inspect passages corpus/cao-bang-1955-1975.txt
  tracuu inspect tokens 'Kế hoạch số 142/KH-LĐLĐ'
  tracuu inspect query do van thang -chủ
  tracuu inspect abbreviations UBKT";

const DOCUMENT_EXAMPLES: &str = "\
Tells the format, the encoding and why it was taken, fonts of old encodings, pages and headings,
then the text with the numbers of its lines. An archive or a mail tells each document in it.

Examples:
  tracuu inspect document bao-cao.doc
  tracuu inspect document --encoding vni cong-van.txt    if another encoding was taken
  tracuu inspect document --ocr quyet-dinh.pdf           letters of scanned pages
  tracuu --json inspect document a.txt | jq .encoding";

const ABBREVIATION_EXAMPLES: &str = "\
Examples:
  tracuu inspect abbreviations
  tracuu inspect abbreviations cđcs
  tracuu inspect abbreviations Công đoàn cơ sở";

#[derive(Debug, Subcommand)]
enum Stage {
    /// How a file was read, and its text
    #[command(after_help = DOCUMENT_EXAMPLES)]
    Document {
        /// The file
        file: PathBuf,
        #[command(flatten)]
        how: ReadArgs,
    },
    /// A file as it is cut into passages
    Passages {
        /// The file
        file: PathBuf,
    },
    /// A text as it is cut into tokens
    Tokens {
        /// The text
        #[arg(required = true, value_parser = arguments::word())]
        text: Vec<String>,
    },
    /// A query as it is understood, and the terms it looks up in the index
    Query {
        /// The query
        #[arg(required = true, value_parser = arguments::word())]
        query: Vec<String>,
    },
    /// The short forms that the documents define, most often defined first
    #[command(after_help = ABBREVIATION_EXAMPLES)]
    Abbreviations {
        /// A short or a long form; all that the documents define if none is given
        #[arg(value_parser = arguments::word())]
        form: Vec<String>,
    },
    /// What the index is made of
    Index,
}

pub(super) fn run(typed: &InspectArgs, session: &mut Session) -> Result<Outcome, Failure> {
    match &typed.stage {
        Stage::Document { file, how } => each_document(file, how, session, document)?,
        Stage::Passages { file } => each_document(file, &ReadArgs::default(), session, passages)?,
        Stage::Tokens { text } => tokens(&text.join(" "), session)?,
        Stage::Query { query } => query::query(&query.join(" "), session)?,
        Stage::Abbreviations { form } => return abbreviations::abbreviations(&form.join(" "), session),
        Stage::Index => index(session)?,
    }
    Ok(Outcome::Done)
}

type Show = fn(&Document, &mut Session, &mut Vec<Oddity>) -> Result<(), Failure>;

/// Shows each document of a file as it comes; what each tells itself is not told again.
fn each_document(file: &Path, how: &ReadArgs, session: &mut Session, show: Show) -> Result<(), Failure> {
    let refuse = |reason: &str| Failure::Refused(format!("{} cannot be read: {reason}", file.display()));
    if file.is_dir() {
        return Err(refuse("it is a folder, name one of its files"));
    }
    let walk = corpus::walk(&[file.to_owned()]);
    let Some(source) = walk.sources.first() else {
        let reason = walk.skipped.first().map(|skipped| session.voice.reason(&skipped.reason));
        return Err(refuse(reason.as_deref().unwrap_or("it does not exist")));
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
        session.tell(&format!("{} is plainly Unicode, so it was not read as {encoding}", file.display()));
    }
    Ok(())
}

fn document(document: &Document, session: &mut Session, told: &mut Vec<Oddity>) -> Result<(), Failure> {
    let line = DocumentLine::new(document, session.voice);
    match session.json {
        true => session.print_json(&line)?,
        false => line.print(&mut session.out)?,
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
        let aside = format!("{kind}, {}   {}", count(syllables as u64, "syllable"), clean(&section.join(" › ")));
        writeln!(session.out, "{}   {}", paint(SOURCE, &source), paint(ASIDE, aside.trim_end()))?;
        writeln!(session.out, "{}\n", clean_lines(text))?;
    }
    Ok(())
}

fn tokens(text: &str, session: &mut Session) -> Result<(), Failure> {
    let analysis = Analysis::of(text);
    if !session.json {
        writeln!(session.out, "{:>8}  {:<6}  {:<20}  {:<20}  folded", "position", "kind", "written", "exact")?;
    }
    for token in analysis.tokens() {
        let whole = token.kind == TokenKind::Whole;
        let written = &text[token.start..token.end];
        let (position, exact, folded) = (token.position, token.exact, token.folded);
        if session.json {
            session.print_json(&InspectedToken { position, whole, text: written, exact, folded })?;
        } else {
            let kind = if whole { "symbol" } else { "word" };
            let written = clean(written);
            writeln!(session.out, "{position:>8}  {kind:<6}  {written:<20}  {exact:<20}  {folded}")?;
        }
    }
    Ok(())
}

fn index(session: &mut Session) -> Result<(), Failure> {
    let Composition { format, documents, passages, segments, bytes: sizes, files } = session.archive().composition()?;
    let inspected = InspectedIndex { format, documents, passages, segments, bytes: sizes };
    if session.json {
        return session.print_json(&inspected);
    }
    let out = &mut session.out;
    writeln!(out, "format     {format}")?;
    writeln!(out, "holds      {}, {}", count(documents, "document"), count(passages, "passage"))?;
    writeln!(out, "in         {}", count(segments as u64, "segment"))?;
    for (kind, size) in &inspected.bytes {
        writeln!(out, "{kind:<10} {:>10}", bytes(*size))?;
    }
    for file in files {
        writeln!(out, "file       {}", clean(&file))?;
    }
    Ok(())
}
