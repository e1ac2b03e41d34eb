//! What is wrong with the arguments, as their reader found it, to what is said of it.

use std::error::Error as _;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::arguments::plain;
use super::choice;
use super::chosen::chosen;
use crate::voice::{Fault, verb_of};

/// What is said of arguments that make no sense, typed behind this verb.
pub(super) fn told(error: &clap::Error, verb: Option<&str>) -> String {
    let found = Found(error);
    let one = |kind| found.strings(kind).into_iter().next().unwrap_or_default();
    let option = bare(&one(ContextKind::InvalidArg));
    let typed = one(ContextKind::InvalidValue);
    let mut possible = found.strings(ContextKind::ValidValue);
    let rendered = || plain(&error.to_string()).trim_start_matches("error: ").trim_end().to_owned();
    let (near, why);
    if typed.is_empty() {
        possible = choice::told(&possible);
    }
    let fault = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let typed = one(ContextKind::InvalidSubcommand);
            let near = near_verb(&typed, &found.strings(ContextKind::SuggestedSubcommand));
            return chosen().fault(Fault::UnknownVerb { typed: &typed, near: near.as_deref(), verb });
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => Fault::NoVerb,
        ErrorKind::UnknownArgument if option.starts_with('-') => {
            near = found.strings(ContextKind::SuggestedArg).into_iter().next();
            Fault::UnknownOption { typed: &option, near: near.as_deref(), verb }
        }
        ErrorKind::UnknownArgument => Fault::Unexpected { typed: &option, verb },
        ErrorKind::InvalidValue if typed.is_empty() => Fault::NoValue { option: &option, possible: &possible },
        ErrorKind::InvalidValue => {
            near = found.strings(ContextKind::SuggestedValue).into_iter().next();
            Fault::NotPossible { option: &option, typed: &typed, near: near.as_deref(), possible: &possible }
        }
        ErrorKind::ValueValidation => {
            why = error.source().map_or_else(rendered, ToString::to_string);
            Fault::BadValue { option: &option, why: &why }
        }
        ErrorKind::ArgumentConflict => {
            near = found.strings(ContextKind::PriorArg).into_iter().next().map(|other| bare(&other));
            match near.as_deref() {
                Some(other) if other != option => Fault::Conflict { one: &option, other },
                _ => Fault::Twice { option: &option },
            }
        }
        ErrorKind::MissingRequiredArgument => {
            let arguments = found.strings(ContextKind::InvalidArg);
            return chosen().fault(Fault::Missing { arguments: &arguments, verb });
        }
        ErrorKind::TooManyValues => Fault::TakesNone { option: &option },
        ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues => {
            let wanted = [ContextKind::ExpectedNumValues, ContextKind::MinValues].map(one);
            let given = one(ContextKind::ActualNumValues);
            let wanted = wanted.iter().find(|count| !count.is_empty()).cloned().unwrap_or_default();
            return chosen().fault(Fault::Values { option: &option, wanted: &wanted, given: &given });
        }
        ErrorKind::InvalidUtf8 => Fault::NotUnicode,
        _ => {
            why = rendered();
            Fault::Usage(&why)
        }
    };
    chosen().fault(fault)
}

/// The verb that is meant by what is none: by a word for it in Vietnamese, else by its letters.
fn near_verb(typed: &str, like: &[String]) -> Option<String> {
    verb_of(typed).map(str::to_owned).or_else(|| like.last().cloned())
}

/// The fault of a verb that is none, typed behind these.
pub(super) fn unknown_verb(command: &clap::Command, behind: &[String], typed: &str) -> String {
    let arguments = std::iter::once(command.get_name()).chain(behind.iter().map(|verb| &**verb)).chain([typed]);
    let verb = behind.last().map(|verb| &**verb);
    match command.clone().try_get_matches_from(arguments) {
        Err(error) if error.kind() == ErrorKind::InvalidSubcommand => told(&error, verb),
        _ => chosen().fault(Fault::UnknownVerb { typed, near: None, verb }),
    }
}

/// What the reader of arguments tells of an error.
struct Found<'a>(&'a clap::Error);

impl Found<'_> {
    fn strings(&self, kind: ContextKind) -> Vec<String> {
        match self.0.get(kind) {
            Some(ContextValue::String(text)) => vec![plain(text)],
            Some(ContextValue::Strings(texts)) => texts.iter().map(|text| plain(text)).collect(),
            Some(ContextValue::Number(number)) => vec![number.to_string()],
            Some(ContextValue::StyledStr(text)) => vec![plain(&text.to_string())],
            Some(ContextValue::StyledStrs(texts)) => texts.iter().map(|text| plain(&text.to_string())).collect(),
            _ => Vec::new(),
        }
    }
}

/// `--sort <ORDER>` to `--sort`; what takes no value stays.
fn bare(argument: &str) -> String {
    match argument.starts_with('-') {
        true => argument.split([' ', '=', '[']).next().unwrap_or_default().to_owned(),
        false => argument.to_owned(),
    }
}
