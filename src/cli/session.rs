//! Where a run prints to: results to standard output, everything else to standard error.
//!
//! With JSON wanted, standard output holds valid JSON and nothing else, whatever happens.

use std::cell::{Cell, RefCell};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

use anstyle::Style;
use serde::Serialize;

use super::chosen::{chosen, voice};
use super::outcome::{Failure, Outcome};
use crate::archive::Archive;
use crate::corpus::Skipped;
use crate::error::Error;
use crate::query::Notice;
use crate::snippet::text;
use crate::terminal::color::ERROR;
use crate::terminal::row::Row;
use crate::voice::{Language, Listener, Noun, Told, Voice, Word};
use crate::wire::csv::{self, Table};
use crate::wire::notices::Notices;
use crate::wire::reports::Settings;
use crate::wire::{line, reports};

/// The folder of the index where none is named.
pub(super) const INDEX: &str = "index";

/// Columns of a line where there is no terminal to tell.
const COLUMNS: usize = 80;

/// Narrower or wider lines than these are hard to read.
const READABLE: (usize, usize) = (24, 160);

/// One run of the program.
pub(super) struct Session {
    /// The folder of the index.
    pub(super) index: PathBuf,
    /// Whether nobody has named that folder.
    pub(super) is_default: bool,
    /// Whether results are printed as JSON.
    pub(super) json: bool,
    /// Whether results are printed as rows of a spreadsheet.
    pub(super) csv: bool,
    /// Whether the first of these was printed.
    has_rows: bool,
    /// In which language all is told.
    pub(super) language: Language,
    /// Who says what the library found.
    pub(super) voice: &'static dyn Voice,
    /// The archive, where it was opened to see in which language it is.
    pub(super) opened: Option<Archive>,
    /// What holds where nothing is typed, where that is to be shown.
    pub(super) settings: Option<Settings>,
    /// Columns of a line.
    pub(super) columns: usize,
    /// Whether results go to a terminal.
    pub(super) terminal: bool,
    /// Where results are printed; styles are stripped where nobody sees them.
    pub(super) out: Box<dyn Write>,
    /// Where all else is told.
    err: RefCell<Box<dyn Write>>,
    /// Columns of a line there, if it is a terminal.
    err_columns: Option<usize>,
    /// Whether notices were said: then also what the answer lacks.
    says_missing: Cell<bool>,
}

impl Session {
    /// A run that prints to the standard streams.
    pub(super) fn new(index: &Path, json: bool) -> Self {
        let terminal = io::stdout().is_terminal();
        let out: Box<dyn Write> = match json {
            true => Box::new(BufWriter::new(io::stdout())),
            false => Box::new(BufWriter::new(anstream::stdout())),
        };
        let err = RefCell::new(Box::new(anstream::stderr()) as Box<dyn Write>);
        let index = index.to_owned();
        let (language, columns) = (chosen(), columns(terminal));
        let voice = language.voice(Listener::CommandLine);
        Self {
            index,
            is_default: true,
            json,
            csv: false,
            has_rows: false,
            language,
            voice,
            opened: None,
            settings: None,
            columns,
            terminal,
            out,
            err,
            err_columns: err_columns(),
            says_missing: Cell::new(false),
        }
    }

    /// A run that prints to these as to a terminal with lines of so many columns.
    #[cfg(test)]
    pub(super) fn to(index: &Path, columns: usize, out: Box<dyn Write>, err: Box<dyn Write>) -> Self {
        let err = RefCell::new(err);
        let index = index.to_owned();
        let language = chosen();
        let voice = language.voice(Listener::CommandLine);
        let (is_default, json, terminal) = (false, false, true);
        Self {
            index,
            is_default,
            json,
            csv: false,
            has_rows: false,
            language,
            voice,
            opened: None,
            settings: None,
            columns,
            terminal,
            out,
            err,
            err_columns: Some(columns),
            says_missing: Cell::new(false),
        }
    }

    /// The archive in the folder of the index.
    pub(super) fn archive(&self) -> Archive {
        Archive::at(&*self.index)
    }

    /// The archive, opened.
    pub(super) fn open(&self) -> Result<Archive, Error> {
        self.opened.clone().map_or_else(|| Archive::open(&*self.index), Ok)
    }

    /// A sentence, or a line of what is printed.
    pub(super) fn told(&self, told: Told) -> String {
        self.language.told(told)
    }

    /// A label, or the head of a column.
    pub(super) fn word(&self, word: Word) -> &'static str {
        self.language.word(word)
    }

    /// A number and its noun.
    pub(super) fn count(&self, count: u64, noun: Noun) -> String {
        self.language.count(count, noun)
    }

    /// Prints a value as a line of JSON.
    pub(super) fn print_json(&mut self, value: &impl Serialize) -> Result<(), Failure> {
        Ok(line::line(&mut self.out, value)?)
    }

    /// Prints what was found as rows of a spreadsheet, and tells how many more there are.
    pub(super) fn print_csv(&mut self, table: &impl Table) -> Result<(), Failure> {
        let (shown, all) = (table.rows().len() as u64, table.total() as u64);
        csv::write(&mut self.out, table, !self.has_rows)?;
        self.has_rows = true;
        if shown < all {
            self.tell(&self.told(Told::Rows { shown, all }));
        }
        Ok(())
    }

    /// Prints a text that is made elsewhere; as JSON, wrapped in an object.
    pub(super) fn print_text(&mut self, text: &str) -> Result<(), Failure> {
        match self.json {
            true => self.print_json(&reports::Text { text: &anstream::adapter::strip_str(text).to_string() }),
            false => Ok(self.out.write_all(text.as_bytes())?),
        }
    }

    /// Whether somebody sees how far the work has come.
    pub(super) fn shows_progress(&self) -> bool {
        !self.json && io::stderr().is_terminal()
    }

    /// Columns of a line that other programs may read: there it is broken for a terminal only.
    pub(super) fn row_columns(&self) -> usize {
        if self.terminal { self.columns } else { usize::MAX }
    }

    /// Hands on what was printed so far.
    pub(super) fn flush(&mut self) -> Result<(), Failure> {
        Ok(self.out.flush()?)
    }

    /// Tells something beside the results, on standard error.
    pub(super) fn tell(&self, message: &str) {
        tell_to(&mut **self.err.borrow_mut(), message, self.err_columns);
    }

    /// Tells what the answer lacks, unless it was said with it.
    pub(super) fn tell_missing(&self) {
        if let Some(notice) = missing().filter(|_| !self.says_missing.get()) {
            self.tell(&self.voice.notice(&notice));
        }
    }

    /// Says what the writer of a query should know, and tells it unless the answer does, in JSON.
    pub(super) fn say(&self, notices: &[Notice]) -> Notices {
        let mut notices = notices.to_vec();
        notices.extend(missing());
        self.says_missing.set(true);
        let said = Notices::of(&notices, self.voice);
        if !self.json {
            said.notices.iter().for_each(|notice| self.tell(notice));
        }
        said
    }

    /// Tells which files are left out, and why.
    pub(super) fn tell_left_out<'a>(&self, left_out: impl IntoIterator<Item = &'a Skipped>) {
        for left in left_out {
            self.tell(&left_out_line(left));
        }
    }

    /// What is told of a failure.
    pub(super) fn failure(&self, failure: &Failure) -> String {
        match failure {
            Failure::World(error) => self.voice.error(error),
            Failure::Output(error) => self.told(Told::Output { said: &self.language.system(error) }),
            Failure::OutputClosed => self.told(Told::Output { said: &self.told(Told::OutputClosed) }),
            Failure::Refused(why) => why.clone(),
            Failure::Several(names) => {
                let names: String = names.iter().map(|name| format!("\n  {}", text::clean(name))).collect();
                self.told(Told::Several { names: &names })
            }
        }
    }

    /// Tells why a run failed.
    pub(super) fn fail(&mut self, failure: &Failure) -> Outcome {
        if matches!(failure, Failure::Output(error) if error.kind() == io::ErrorKind::BrokenPipe) {
            return Outcome::Done;
        }
        let message = self.failure(failure);
        match failure {
            // the names in it are cleaned, a line each
            Failure::Several(_) => {
                let _ = writeln!(self.err.get_mut(), "tracuu: {message}");
            }
            _ => self.tell(&message),
        }
        self.print_error(&message);
        Outcome::Failed
    }

    /// Tells what is wrong with the arguments, and more below that where there is more.
    pub(super) fn refuse_usage(&mut self, message: &str, more: &str) -> Result<(), Failure> {
        let message = text::clean_lines(message);
        let (columns, err) = (self.err_columns.unwrap_or(usize::MAX), self.err.get_mut());
        for (at, line) in message.split('\n').enumerate() {
            let row = if at == 0 { Row::of(ERROR, "tracuu:").with(Style::new(), " ") } else { Row::of(ERROR, "") };
            let _ = row.with(Style::new(), line).print(err, 0, columns);
        }
        let _ = write!(err, "{more}");
        self.print_error(&message);
        Ok(())
    }

    fn print_error(&mut self, message: &str) {
        if self.json {
            // the message is on standard error already
            let _ = line::line(&mut self.out, &line::Failure { error: message });
            let _ = self.out.flush();
        }
    }
}

/// Tells something beside the results, on one line of standard error, whatever the names in it hold.
pub(super) fn tell(message: &str) {
    tell_to(&mut anstream::stderr(), message, err_columns());
}

/// How much answers lack, where that is allowed and parts of a cluster have not answered.
fn missing() -> Option<Notice> {
    #[cfg(feature = "cluster")]
    return crate::archive::missing().map(|(failed, total)| Notice::Partial { failed, total });
    #[cfg(not(feature = "cluster"))]
    None
}

/// Columns of a line of standard error, if it is a terminal.
fn err_columns() -> Option<usize> {
    io::stderr().is_terminal().then(|| columns(true))
}

fn tell_to(err: &mut dyn Write, message: &str, columns: Option<usize>) {
    let line = format!("tracuu: {}", text::clean(message));
    // there is nobody to tell that nobody listens
    let _ = Row::of(Style::new(), &line).print(err, 0, columns.unwrap_or(usize::MAX));
}

/// Which file is left out, and why.
pub(super) fn left_out_line(left: &Skipped) -> String {
    let (path, why) = (left.path.display().to_string(), voice().reason(&left.reason));
    chosen().told(Told::LeftOut { path: &path, why: &why })
}

/// Lets the choice of the user hold for both streams.
pub(super) fn set_color(choice: &str) {
    let choice = match choice {
        "always" => anstream::ColorChoice::Always,
        "never" => anstream::ColorChoice::Never,
        _ => anstream::ColorChoice::Auto,
    };
    choice.write_global();
}

/// What COLUMNS says wherever it prints to, else what the terminal has.
pub(super) fn columns(terminal: bool) -> usize {
    let told = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let measured = || terminal_size::terminal_size().filter(|_| terminal).map(|(columns, _)| usize::from(columns.0));
    told.or_else(measured).unwrap_or(COLUMNS).clamp(READABLE.0, READABLE.1)
}
