//! The command line to its manual page, or to that of a verb.

use clap::{Arg, Args, Command};

use super::help::{help, usage};
use super::outcome::{Failure, Outcome};
use super::session::Session;
use crate::voice::Topic;

/// What was typed behind `man`.
#[derive(Debug, Args)]
#[command(after_help = help(Topic::ManExamples))]
pub(super) struct ManArgs {
    #[arg(value_name = help(Topic::VerbValue), help = help(Topic::ManVerb))]
    pub(super) verbs: Vec<String>,
}

/// Prints the page of the verb that was found in the whole command.
pub(super) fn run(
    typed: &ManArgs,
    whole: &Command,
    found: &Command,
    session: &mut Session,
) -> Result<Outcome, Failure> {
    let version = whole.get_version().unwrap_or_default();
    let path = [&[whole.get_name().to_owned()], &*typed.verbs].concat().join(" ");
    session.print_text(&page(found, &path, version))?;
    Ok(Outcome::Done)
}

/// The page in roff.
fn page(command: &Command, path: &str, version: &str) -> String {
    let name = path.replace(' ', "-");
    let mut page = Page(format!(".TH {} 1 \"\" \"tracuu {version}\"\n", escaped(&name.to_uppercase())));
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    page.section(help(Topic::NameSection));
    page.text(&format!("{name} - {about}"));
    page.section(help(Topic::SynopsisSection));
    page.text(&usage(command, path));
    if let Some(before) = command.get_before_help() {
        page.section(help(Topic::DescriptionSection));
        page.block(&before.to_string());
    }
    let mut headings: Vec<&str> = Vec::new();
    for argument in command.get_arguments() {
        let heading = argument.get_help_heading().unwrap_or_default();
        if !headings.contains(&heading) {
            headings.push(heading);
        }
    }
    for heading in headings {
        page.section(heading);
        let among = command.get_arguments().filter(|a| a.get_help_heading().unwrap_or_default() == heading);
        among.for_each(|argument| page.item(&shown(argument), &argument.get_help().map(ToString::to_string)));
    }
    if command.has_subcommands() {
        page.section(help(Topic::VerbsTitle));
        for verb in command.get_subcommands() {
            page.item(verb.get_name(), &verb.get_about().map(ToString::to_string));
        }
    }
    if let Some(after) = command.get_after_help() {
        page.section(help(Topic::MoreSection));
        page.block(&after.to_string());
    }
    page.0
}

/// An option with its value, or a value alone.
fn shown(argument: &Arg) -> String {
    let names = argument.get_value_names().unwrap_or_default().iter().map(|name| format!("<{name}>"));
    let values = names.collect::<Vec<_>>().join(" ");
    let short = argument.get_short().map(|short| format!("-{short}"));
    let long = argument.get_long().map(|long| format!("--{long}"));
    let options = short.into_iter().chain(long).collect::<Vec<_>>().join(", ");
    match (options.is_empty(), argument.get_action().takes_values()) {
        (true, _) => values,
        (false, true) => format!("{options} {values}"),
        (false, false) => options,
    }
}

/// Roff that is written line by line.
struct Page(String);

impl Page {
    fn section(&mut self, title: &str) {
        self.0.push_str(&format!(".SH \"{}\"\n", escaped(title)));
    }

    fn text(&mut self, text: &str) {
        self.0.push_str(&format!("{}\n", escaped(text)));
    }

    fn item(&mut self, name: &str, text: &Option<String>) {
        self.0.push_str(".TP\n");
        self.0.push_str(&format!("\\fB{}\\fR\n", escaped(name)));
        self.text(text.as_deref().unwrap_or_default());
    }

    /// Lines as they stand.
    fn block(&mut self, text: &str) {
        self.0.push_str(".nf\n");
        text.lines().for_each(|line| self.text(line));
        self.0.push_str(".fi\n");
    }
}

/// A text in which nothing acts as roff.
fn escaped(text: &str) -> String {
    let text = text.replace('\\', "\\e").replace('-', "\\-");
    if text.starts_with(['.', '\'']) { format!("\\&{text}") } else { text }
}
