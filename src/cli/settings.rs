//! What a file of settings says to what holds where nothing is typed: names of indexes, and defaults of options.
//!
//! Each value is read as if it were typed, by the same reader, so that the file knows what the command line knows. What is
//! typed comes before the surroundings, and both before the file.

mod file;

use std::path::{Path, PathBuf};

use clap::builder::ValueParser;
use clap::error::ErrorKind;
use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, Command};

use super::arguments;
use super::chosen::{chosen, voice};
use super::usage;
use crate::voice::{Fault, Told};
use crate::wire::reports::{Setting, Settings as Shown};
pub(super) use file::Wrong;
use file::{Given, Odd, Value, Written, placed};

/// Options of one run, which no file sets: what would do something by itself, and what starts programs.
const OF_ONE_RUN: [&str; 8] = ["batch", "forget", "help", "move", "ocr", "rebuild", "settings", "version"];

/// The option by which an index is named, and the one whose paths may be names of roots.
const NAMES: [&str; 2] = ["index", "only"];

/// The settings of a file.
#[derive(Debug)]
pub(super) struct Settings(Written);

impl Settings {
    /// Those of the file that holds, if there is one.
    pub(super) fn read() -> Result<Option<Self>, Wrong> {
        Ok(file::read()?.map(Self))
    }

    /// The language, which is chosen before anything else is read.
    pub(super) fn lang(&self) -> Option<&str> {
        let lang = self.0.given.iter().find(|given| given.verb.is_none() && given.key == "lang");
        match lang.map(|given| &given.value) {
            Some(Value::Texts(texts)) => texts.first().map(String::as_str),
            _ => None,
        }
    }

    /// The index that a name means; what is no name is a path.
    pub(super) fn index(&self, typed: &Path) -> Option<PathBuf> {
        self.0.indexes.get(typed.to_str()?).map(PathBuf::from)
    }

    /// The command line with the values of the file as defaults of its options.
    ///
    /// # Errors
    /// What is said of a line that makes no sense.
    pub(super) fn applied(&self, command: Command) -> Result<Command, String> {
        self.0.given.iter().try_fold(command, |command, given| {
            let argument = self.argument(&command, given).map_err(|why| {
                let file = &self.0.file.display().to_string();
                chosen().told(Told::InSettings { file, line: given.line, why: &why })
            })?;
            let id = argument.get_id().clone();
            let values = self.values(&argument, given);
            let set = |argument: Arg| match values.is_empty() {
                true => argument,
                false => argument.default_values(values),
            };
            Ok(match &given.verb {
                None => command.mut_arg(id, set),
                Some(verb) => command.mut_subcommand(verb, |verb| verb.mut_arg(id, set)),
            })
        })
    }

    /// The option that is given a value which it takes.
    fn argument(&self, command: &Command, given: &Given) -> Result<Arg, String> {
        let verb = given.verb.as_deref();
        let owner = match verb {
            None => command,
            Some(verb) => {
                let verbs = command.find_subcommand(verb).filter(|verb| !verb.has_subcommands());
                verbs.ok_or_else(|| usage::unknown_verb(command, &[], verb))?
            }
        };
        let option = format!("--{}", given.key);
        let argument = owner.get_arguments().find(|argument| argument.get_long() == Some(&*given.key));
        if OF_ONE_RUN.contains(&&*given.key) {
            return Err(chosen().fault(match argument {
                Some(_) => Fault::OnlyTyped { option: &option },
                None => Fault::UnknownOption { typed: &option, near: None, verb },
            }));
        }
        let values = argument.map_or_else(|| vec![String::new()], |argument| self.values(argument, given));
        let typed = values.iter().map(|value| match argument {
            Some(argument) if !argument.get_action().takes_values() && value == "true" => option.clone(),
            _ => format!("{option}={value}"),
        });
        // as behind the program, for options of verbs may name those of all
        let before = std::iter::once(command.get_name().to_owned()).chain(verb.map(str::to_owned));
        let read = command.clone().try_get_matches_from(before.chain(typed));
        match (read, argument) {
            (Err(error), _) if !is_incomplete(error.kind()) => Err(usage::told(&error, verb)),
            (_, Some(argument)) => Ok(argument.clone()),
            (_, None) => Err(chosen().fault(Fault::UnknownOption { typed: &option, near: None, verb })),
        }
    }

    /// The values of an option as they would be typed: paths as they lie seen from the file.
    fn values(&self, argument: &Arg, given: &Given) -> Vec<String> {
        let folder = self.0.file.parent().unwrap_or(Path::new(""));
        let is_path = argument.get_value_parser().type_id() == ValueParser::new(arguments::path()).type_id();
        let is_placed = |value: &str| match NAMES.contains(&&*given.key) {
            true => given.key == "index" && !self.0.indexes.contains_key(value),
            false => is_path && value != "-",
        };
        match &given.value {
            Value::Flag(false) if !argument.get_action().takes_values() => Vec::new(),
            Value::Flag(holds) => vec![holds.to_string()],
            Value::Texts(texts) => {
                let place = |text: &String| if is_placed(text) { placed(folder, text) } else { text.clone() };
                texts.iter().map(place).collect()
            }
        }
    }

    /// The line that gives an option its value.
    fn line(&self, verb: Option<&str>, key: &str) -> Option<usize> {
        let last = self.0.given.iter().rev().find(|given| given.verb.as_deref() == verb && given.key == key);
        last.map(|given| given.line)
    }
}

/// Whether arguments only lack something that is not an option of the file.
fn is_incomplete(kind: ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::MissingRequiredArgument
            | ErrorKind::MissingSubcommand
            | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
    )
}

/// What is said of a file that is not read.
pub(super) fn told(wrong: &Wrong) -> String {
    let language = chosen();
    match wrong {
        Wrong::World(error) => voice().error(error),
        Wrong::Writable(file) => language.told(Told::SettingsWritable { file: &file.display().to_string() }),
        Wrong::Foreign(file) => language.told(Told::SettingsForeign { file: &file.display().to_string() }),
        Wrong::Odd { file, line, odd } => {
            let why = match odd {
                Odd::Syntax(said) => language.told(Told::NoToml { said: &language.quoted(said) }),
                Odd::Kind(key) => language.told(Told::NoSetting { key }),
            };
            language.told(Told::InSettings { file: &file.display().to_string(), line: *line, why: &why })
        }
    }
}

/// Every option that has a value, with where that comes from; `command` has the defaults of the file.
pub(super) fn shown(settings: Option<&Settings>, command: &Command, typed: &ArgMatches) -> Shown {
    let mut all = Vec::new();
    for argument in command.get_arguments() {
        let Some(key) = argument.get_long().filter(|key| !OF_ONE_RUN.contains(key)) else { continue };
        let values =
            typed.get_raw(argument.get_id().as_str()).map(|raw| raw.map(|raw| raw.to_string_lossy().into_owned()));
        let values: Vec<String> = values.into_iter().flatten().collect();
        let line = settings.and_then(|settings| settings.line(None, key));
        let from = match (typed.value_source(argument.get_id().as_str()), line) {
            (Some(ValueSource::CommandLine), _) => "option",
            (Some(ValueSource::EnvVariable), _) => "environment",
            (_, Some(_)) => "file",
            _ => "built_in",
        };
        all.push(Setting { verb: None, key: key.to_owned(), values, from, line: line.filter(|_| from == "file") });
    }
    for verb in command.get_subcommands().filter(|verb| !verb.has_subcommands()) {
        let name = verb.get_name();
        for argument in verb.get_arguments().filter(|argument| !argument.is_global_set()) {
            let Some(key) = argument.get_long().filter(|key| !OF_ONE_RUN.contains(key)) else { continue };
            let values = argument.get_default_values().iter().map(|value| value.to_string_lossy().into_owned());
            let line = settings.and_then(|settings| settings.line(Some(name), key));
            let from = if line.is_some() { "file" } else { "built_in" };
            all.push(Setting {
                verb: Some(name.to_owned()),
                key: key.to_owned(),
                values: values.collect(),
                from,
                line,
            });
        }
    }
    all.retain(|setting| !setting.values.is_empty() && setting.values != ["false"]);
    Shown {
        file: settings.map(|settings| settings.0.file.display().to_string()),
        indexes: settings.map(|settings| settings.0.indexes.clone()).unwrap_or_default(),
        settings: all,
    }
}
