//! The command line to its help: titles, defaults and usage in the language of the run.

use std::ffi::OsStr;
use std::io::{self, IsTerminal};

use clap::{Arg, ArgAction, Command};

use super::chosen::chosen;
use super::session::columns;
use crate::snippet::text::{width, wrap};
use crate::voice::Topic;

/// What is said of a topic in the language of the run.
pub(super) fn help(topic: Topic) -> &'static str {
    chosen().help(topic)
}

/// How much is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Length {
    Short,
    Long,
}

/// The command line with all that its help says worded by us.
pub(super) fn worded(command: Command, length: Length) -> Command {
    let name = command.get_name().to_owned();
    below(command, &name, length)
}

fn below(command: Command, path: &str, length: Length) -> Command {
    let names: Vec<String> = command.get_subcommands().map(|verb| verb.get_name().to_owned()).collect();
    let mut command = command;
    for name in names {
        command = command.mut_subcommand(&name, |verb| below(verb, &format!("{path} {name}"), length));
    }
    if path.ends_with(" search") && length == Length::Long {
        command = command.after_help(help(Topic::SearchLanguage));
    }
    let columns = columns(io::stdout().is_terminal());
    if let Some(before) = command.get_before_help().map(ToString::to_string) {
        command = command.before_help(wrapped(&before, columns));
    }
    if let Some(after) = command.get_after_help().map(ToString::to_string) {
        command = command.after_help(wrapped(&after, columns));
    }
    let usage = usage(&command, path);
    let template = format!(
        "{{about-with-newline}}\n{{before-help}}{}: {{usage}}\n\n{{all-args}}{{after-help}}",
        help(Topic::UsageTitle)
    );
    command
        .mut_args(argument)
        .subcommand_help_heading(help(Topic::VerbsTitle))
        .override_usage(usage)
        .term_width(columns)
        .help_template(template)
}

/// `tracuu search [OPTIONS] [QUERY]...`
pub(super) fn usage(command: &Command, path: &str) -> String {
    let mut parts = vec![path.to_owned(), help(Topic::AnyOptions).to_owned()];
    parts.extend(command.get_positionals().map(positional));
    if command.has_subcommands() {
        parts.push(format!("<{}>", help(Topic::AnyVerb)));
    }
    parts.join(" ")
}

fn positional(argument: &Arg) -> String {
    let names: Vec<&str> = argument.get_value_names().unwrap_or_default().iter().map(|name| &**name).collect();
    let name = names.join(" ");
    let name = if argument.is_required_set() { format!("<{name}>") } else { format!("[{name}]") };
    let many = argument.get_num_args().is_some_and(|values| values.max_values() > 1)
        || matches!(argument.get_action(), ArgAction::Append);
    if many { format!("{name}...") } else { name }
}

/// An argument whose title and default are told in our words.
fn argument(argument: Arg) -> Arg {
    let title = match argument.is_positional() {
        true => Topic::ArgumentsTitle,
        false => Topic::OptionsTitle,
    };
    let argument = match argument.get_help_heading() {
        Some(_) => argument,
        None => argument.help_heading(help(title)),
    };
    if !argument.get_action().takes_values() {
        return argument;
    }
    let defaults: Vec<String> = argument.get_default_values().iter().map(|value| shown(&argument, value)).collect();
    let mut told = argument.get_help().map(ToString::to_string).unwrap_or_default();
    if !defaults.is_empty() {
        told.push_str(&format!(" [{}: {}]", help(Topic::DefaultTitle), defaults.join(" ")));
    }
    argument.help(told).hide_default_value(true).hide_possible_values(true).hide_env(true)
}

/// A default as it may be typed in the language of the run.
fn shown(argument: &Arg, value: &OsStr) -> String {
    let value = value.to_string_lossy();
    let is_choice = argument.get_possible_values().iter().any(|known| known.get_name() == value);
    if is_choice { chosen().name(&value).replace(' ', "-") } else { value.into_owned() }
}

/// Lines that are broken before `columns`; what stands in a second column goes on in it.
fn wrapped(text: &str, columns: usize) -> String {
    let mut lines = Vec::new();
    for line in text.lines() {
        let content = line.trim_start();
        let indent = line.len() - content.len();
        let second = content.find("  ").map(|at| at + content[at..].len() - content[at..].trim_start().len());
        let hanging = second.map_or(indent, |at| indent + width(&content[..at]));
        if width(line) <= columns || hanging + LEAST > columns {
            lines.push(line.to_owned());
            continue;
        }
        let (first, rest) = line.split_at(second.map_or(indent, |at| indent + at));
        for (at, row) in wrap(rest, columns - hanging).into_iter().enumerate() {
            let before = if at == 0 { first.to_owned() } else { " ".repeat(hanging) };
            lines.push(format!("{before}{}", &rest[row]));
        }
    }
    lines.join("\n")
}

/// Columns that a second column needs to be broken.
const LEAST: usize = 16;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_column_goes_on_in_itself() {
        let text = "Ví dụ:\n  bầu thư ký   đoạn có một trong các chữ này\nmột câu dài hơn ba mươi hai cột";
        let expected =
            "Ví dụ:\n  bầu thư ký   đoạn có một trong\n               các chữ này\nmột câu dài hơn ba mươi hai cột";
        assert_eq!(wrapped(text, 33), expected);
        assert_eq!(wrapped(text, 80), text);
    }
}
