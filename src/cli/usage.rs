//! What is wrong with the arguments, as their reader found it, to what is said of it.

use std::error::Error as _;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::arguments::plain;
use super::choice;
use super::chosen::chosen;
use crate::voice::Fault;

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
            near = found.strings(ContextKind::SuggestedSubcommand).into_iter().next_back();
            let typed = one(ContextKind::InvalidSubcommand);
            return chosen().fault(Fault::UnknownVerb { typed: &typed, near: near.as_deref() });
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
        ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues | ErrorKind::TooManyValues => {
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
