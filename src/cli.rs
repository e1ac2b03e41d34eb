//! The command line to an outcome: one file a verb. What is printed is laid out in `terminal`.

mod arguments;
mod bar;
mod bounded;
mod build;
mod check;
mod choice;
mod chosen;
mod completions;
mod eval;
mod extract;
mod format;
mod help;
mod index;
mod inspect;
mod language;
mod man;
#[cfg(feature = "mcp")]
mod mcp;
mod near;
mod number;
mod outcome;
mod people;
mod reading;
mod search;
#[cfg(feature = "server")]
mod serve;
mod session;
mod settings;
mod show;
mod signals;
mod status;
mod timeline;
mod usage;
#[cfg(feature = "watch")]
mod watch;

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::error::ErrorKind;
use clap::{ArgAction, ArgMatches, Command, CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::archive::Archive;
#[cfg(feature = "cluster")]
use crate::archive::{Connection, connect};
use crate::system;
use crate::voice::{Fault, Topic};
use crate::wire::reports;
use choice::choice;
use format::FormatArgs;
use help::{Length, help, worded};
use outcome::{Failure, Outcome};
use session::{INDEX, Session};
use settings::{Settings, Wrong};

#[derive(Debug, Parser)]
#[command(
    name = "tracuu",
    version,
    about = help(Topic::About),
    before_help = help(Topic::Wants),
    after_help = help(Topic::Examples),
    disable_help_flag = true,
    disable_help_subcommand = true,
    disable_version_flag = true
)]
struct Cli {
    #[arg(long, global = true, help_heading = help(Topic::EverywhereTitle), value_name = help(Topic::Folder), env = "TRACUU_INDEX", value_parser = arguments::path(), help = help(Topic::Index))]
    index: Option<PathBuf>,
    #[cfg(feature = "cluster")]
    #[arg(long, global = true, help_heading = help(Topic::EverywhereTitle), value_name = help(Topic::File), env = "TRACUU_CA", value_parser = arguments::path(), help = help(Topic::Ca))]
    ca: Option<PathBuf>,
    #[cfg(feature = "cluster")]
    #[arg(long, global = true, help_heading = help(Topic::EverywhereTitle), help = help(Topic::InsecureHttp))]
    insecure_http: bool,
    #[cfg(feature = "cluster")]
    #[arg(long, global = true, help_heading = help(Topic::EverywhereTitle), help = help(Topic::Partial))]
    partial: bool,
    #[arg(long, global = true, help_heading = help(Topic::EverywhereTitle), help = help(Topic::Json))]
    json: bool,
    #[arg(long, global = true, help_heading = help(Topic::EverywhereTitle), value_name = help(Topic::Mode), default_value = "auto", value_parser = choice(&["auto", "always", "never"]), help = help(Topic::Color))]
    color: &'static str,
    // it is read before all others, for what is said of these is said in it
    #[arg(long, global = true, help_heading = help(Topic::EverywhereTitle), value_name = help(Topic::Language), default_value = "auto", value_parser = choice(&["auto", "vi", "en"]), help = help(Topic::Lang))]
    lang: &'static str,
    #[arg(short, long, global = true, help_heading = help(Topic::EverywhereTitle), action = ArgAction::Help, help = help(Topic::Help))]
    help: Option<bool>,
    #[arg(short = 'V', long, help_heading = help(Topic::EverywhereTitle), action = ArgAction::Version, help = help(Topic::Version))]
    version: Option<bool>,
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    #[command(about = help(Topic::IndexAbout))]
    Index(index::IndexArgs),
    #[command(about = help(Topic::SearchAbout))]
    Search(search::SearchArgs),
    #[command(about = help(Topic::NumberAbout))]
    Number(number::NumberArgs),
    #[command(about = help(Topic::PeopleAbout))]
    People(people::PeopleArgs),
    #[command(about = help(Topic::TimelineAbout))]
    Timeline(timeline::TimelineArgs),
    #[command(about = help(Topic::ShowAbout))]
    Show(show::ShowArgs),
    #[command(about = help(Topic::ExtractAbout))]
    Extract(extract::ExtractArgs),
    #[command(about = help(Topic::CheckAbout))]
    Check(check::CheckArgs),
    #[command(about = help(Topic::EvalAbout))]
    Eval(eval::EvalArgs),
    #[command(about = help(Topic::InspectAbout))]
    Inspect(inspect::InspectArgs),
    #[command(about = help(Topic::StatusAbout))]
    Status(status::StatusArgs),
    #[cfg(feature = "server")]
    #[command(about = help(Topic::ServeAbout))]
    Serve(serve::ServeArgs),
    #[cfg(feature = "mcp")]
    #[command(about = help(Topic::McpAbout))]
    Mcp(mcp::McpArgs),
    #[command(about = help(Topic::CompletionsAbout))]
    Completions(completions::CompletionsArgs),
    #[command(about = help(Topic::ManAbout))]
    Man(man::ManArgs),
    #[command(about = help(Topic::HelpAbout))]
    Help(HelpArgs),
}

impl Verb {
    /// The form in which results were asked for, where there is a choice.
    fn form(&self) -> Option<&FormatArgs> {
        match self {
            Self::Search(typed) => Some(&typed.format),
            Self::Number(typed) => Some(&typed.format),
            Self::People(typed) => Some(&typed.format),
            Self::Timeline(typed) => Some(&typed.format),
            _ => None,
        }
    }
}

impl Verb {
    /// Whether a file of settings that makes no sense ends the run: none that only tells of the program.
    fn heeds_settings(&self) -> bool {
        !matches!(self, Self::Completions(_) | Self::Man(_) | Self::Help(_))
    }

    /// Whether it asks once: what an answer lacks is neither written nor kept for others.
    #[cfg(feature = "cluster")]
    fn may_lack(&self) -> bool {
        match self {
            Self::Index(_) => false,
            #[cfg(feature = "server")]
            Self::Serve(_) => false,
            #[cfg(feature = "mcp")]
            Self::Mcp(_) => false,
            _ => true,
        }
    }

    fn shows_settings(&self) -> bool {
        matches!(self, Self::Status(typed) if typed.settings)
    }
}

/// What was typed behind `help`.
#[derive(Debug, clap::Args)]
struct HelpArgs {
    #[arg(value_name = help(Topic::VerbValue), help = help(Topic::HelpVerb))]
    verbs: Vec<String>,
}

/// Answers the arguments of the process, its own name first; the code that it exits with.
pub fn main(typed: &[OsString], is_output_closed: bool) -> u8 {
    let read = Settings::read();
    let settings = read.as_ref().ok().and_then(Option::as_ref);
    let known = language::of_arguments(typed, settings.and_then(Settings::lang));
    chosen::choose(known.unwrap_or_default());
    let (command, why_not) = command(&read);
    let parsed = parse(command, typed, settings);
    #[cfg(feature = "cluster")]
    if let Ok((Cli { ca, insecure_http, partial, .. }, _)) = &parsed {
        connect(Connection {
            insecure_http: *insecure_http,
            ca: ca.clone().filter(|file| !file.as_os_str().is_empty()),
            partial: *partial,
        });
    }
    let opened = if known.is_none() { choose_by_index(parsed.as_ref().ok().map(|(cli, _)| cli)) } else { None };
    let outcome = match (parsed, why_not) {
        _ if is_output_closed => Session::new(Path::new(""), false).fail(&Failure::OutputClosed),
        (Ok((cli, _)), Some(why)) if cli.verb.heeds_settings() => {
            Session::new(Path::new(""), cli.json).fail(&Failure::Refused(why))
        }
        (Ok((cli, shown)), _) => run(&cli, opened, shown),
        (Err(_), _) => answer_usage(typed),
    };
    outcome.exit_code()
}

/// The command line with the defaults of the file of settings; without them and with what is said of it where that makes
/// no sense.
fn command(read: &Result<Option<Settings>, Wrong>) -> (Command, Option<String>) {
    let applied = match read {
        Ok(None) => Ok(Cli::command()),
        Ok(Some(settings)) => settings.applied(Cli::command()),
        Err(wrong) => Err(settings::told(wrong)),
    };
    match applied {
        Ok(command) => (command, None),
        Err(why) => (Cli::command(), Some(why)),
    }
}

/// Takes the language of the index that would be asked; the archive, if there is one.
fn choose_by_index(typed: Option<&Cli>) -> Option<Archive> {
    let named = typed.and_then(named_index).or_else(|| env::var_os("TRACUU_INDEX").map(PathBuf::from));
    let index = named.filter(|index| !index.as_os_str().is_empty()).unwrap_or_else(nearest_index);
    let archive = Archive::open(index).ok()?;
    chosen::choose(language::of_index(&archive));
    Some(archive)
}

/// Reads the arguments of the process, its own name first; with all settings, where they are to be shown.
///
/// # Errors
/// What clap says of arguments that make no sense, or its help.
fn parse(
    mut command: Command,
    typed: &[OsString],
    settings: Option<&Settings>,
) -> Result<(Cli, Option<reports::Settings>), clap::Error> {
    let matches: ArgMatches = command.try_get_matches_from_mut(arguments::protect(typed))?;
    let mut cli = Cli::from_arg_matches(&matches)?;
    let shown = cli.verb.shows_settings().then(|| settings::shown(settings, &command, &matches));
    if let Some(place) = settings.zip(cli.index.as_deref()).and_then(|(settings, typed)| settings.index(typed)) {
        cli.index = Some(place);
    }
    Ok((cli, shown))
}

/// Does what was asked and tells what went wrong.
fn run(cli: &Cli, opened: Option<Archive>, shown: Option<reports::Settings>) -> Outcome {
    system::refuse_large_files();
    session::set_color(cli.color);
    let named = named_index(cli);
    let is_default = named.is_none();
    let index = named.unwrap_or_else(nearest_index);
    let has_form = |form| cli.verb.form().is_some_and(|typed| typed.is(form));
    let mut session = Session::new(&index, cli.json || has_form("json"));
    session.csv = has_form("csv");
    session.is_default = is_default;
    session.opened = opened;
    session.settings = shown;
    run_in(cli, &mut session)
}

/// The index that was named; a variable that is set to nothing names none.
fn named_index(cli: &Cli) -> Option<PathBuf> {
    cli.index.clone().filter(|index| !index.as_os_str().is_empty())
}

/// The folder of the index where none is named: where it is not there, the nearest above that holds one.
fn nearest_index() -> PathBuf {
    let own = PathBuf::from(INDEX);
    if own.exists() {
        return own;
    }
    let here = env::current_dir().unwrap_or_default();
    let mut above = here.ancestors().skip(1).map(|folder| folder.join(INDEX));
    above.find(|folder| Archive::at(&**folder).is_made()).unwrap_or(own)
}

/// Does what was asked where a session prints to, whatever the options say of that.
fn run_in(cli: &Cli, session: &mut Session) -> Outcome {
    #[cfg(feature = "cluster")]
    if cli.partial && !cli.verb.may_lack() {
        return session.fail(&Failure::refused(crate::voice::Told::NotInPart));
    }
    let ran = run_verb(&cli.verb, session);
    session.tell_missing();
    let ended = ran.and_then(|outcome| session.flush().map(|()| outcome));
    ended.unwrap_or_else(|failure| session.fail(&failure))
}

/// Prints help where it was asked for, or what is wrong with the arguments.
fn answer_usage(typed: &[OsString]) -> Outcome {
    let json = arguments::wants_json(typed);
    let length = if typed.iter().any(|argument| argument == "-h") { Length::Short } else { Length::Long };
    let mut command = worded(Cli::command(), length);
    let mut session = Session::new(Path::new(""), json);
    // the same again, with all that help says
    let Err(usage) = command.try_get_matches_from_mut(arguments::protect(typed)) else { return Outcome::Failed };
    let told = match usage.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let text = arguments::plain(&usage.render().ansi().to_string());
            session.print_text(&text).map(|()| Outcome::Done)
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let text = format!("\n{}\n", usage.render().ansi().to_string().trim_end());
            session.refuse_usage(&chosen::chosen().fault(Fault::NoVerb), &text).map(|()| Outcome::Failed)
        }
        _ => {
            let is_verb =
                |argument: &&OsString| argument.to_str().is_some_and(|a| command.find_subcommand(a).is_some());
            let verb = typed.iter().skip(1).find(is_verb).and_then(|verb| verb.to_str());
            session.refuse_usage(&usage::told(&usage, verb), "").map(|()| Outcome::Failed)
        }
    };
    let ended = told.and_then(|outcome| session.flush().map(|()| outcome));
    ended.unwrap_or_else(|failure| session.fail(&failure))
}

/// The verb that these lead to.
fn below<'c>(command: &'c Command, verbs: &[String]) -> Result<&'c Command, Failure> {
    let mut found = command;
    for (at, verb) in verbs.iter().enumerate() {
        let below = found.find_subcommand(verb);
        found = below.ok_or_else(|| Failure::Refused(usage::unknown_verb(&Cli::command(), &verbs[..at], verb)))?;
    }
    Ok(found)
}

/// Prints the help of a verb, or of the program.
fn help_of(typed: &HelpArgs, session: &mut Session) -> Result<Outcome, Failure> {
    let mut command = worded(Cli::command(), Length::Long);
    command.build();
    let text = below(&command, &typed.verbs)?.clone().render_help().ansi().to_string();
    session.print_text(&text)?;
    Ok(Outcome::Done)
}

fn run_verb(verb: &Verb, session: &mut Session) -> Result<Outcome, Failure> {
    match verb {
        Verb::Index(typed) => index::run(typed, session),
        Verb::Search(typed) => search::run(typed, session),
        Verb::Number(typed) => number::run(typed, session),
        Verb::People(typed) => people::run(typed, session),
        Verb::Timeline(typed) => timeline::run(typed, session),
        Verb::Show(typed) => show::run(typed, session),
        Verb::Extract(typed) => extract::run(typed, session),
        Verb::Check(typed) => check::run(typed, session),
        Verb::Eval(typed) => eval::run(typed, session),
        Verb::Inspect(typed) => inspect::run(typed, session),
        Verb::Status(typed) => status::run(typed, session),
        #[cfg(feature = "server")]
        Verb::Serve(typed) => serve::run(typed, session),
        #[cfg(feature = "mcp")]
        Verb::Mcp(typed) => mcp::run(typed, session),
        Verb::Completions(typed) => completions::run(typed, worded(Cli::command(), Length::Short), session),
        Verb::Man(typed) => {
            let mut whole = worded(Cli::command(), Length::Long);
            whole.build();
            man::run(typed, &whole, below(&whole, &typed.verbs)?, session)
        }
        Verb::Help(typed) => help_of(typed, session),
    }
}

#[cfg(test)]
mod tests;
