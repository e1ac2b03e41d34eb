//! A value of an option that is one of a few to its name in English: in either language, with or without diacritics.

use std::ffi::OsStr;

use clap::builder::{PossibleValue, TypedValueParser};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command, Error};

use super::arguments::plain;
use super::chosen::chosen;
use crate::analysis::fold;
use crate::voice::vietnamese_names;

/// Reads one of these names.
#[derive(Clone)]
pub(super) struct Choice(Vec<&'static str>);

/// The values that are told where none was typed: those of the language of the run.
pub(super) fn told(possible: &[String]) -> Vec<String> {
    let names: Vec<String> = possible.iter().flat_map(|code| vietnamese_names(code)).map(in_one).collect();
    let codes = possible.iter().filter(|value| !names.contains(value));
    codes.map(|code| in_one(chosen().name(code))).collect()
}

/// Reads one of these names.
pub(super) fn choice(names: &[&'static str]) -> Choice {
    Choice(names.to_vec())
}

impl TypedValueParser for Choice {
    type Value = &'static str;

    fn parse_ref(&self, command: &Command, argument: Option<&Arg>, value: &OsStr) -> Result<Self::Value, Error> {
        let typed = plain(&value.to_string_lossy());
        let wanted = one_word(&typed);
        let is_meant = |name: &&&'static str| {
            one_word(name) == wanted || vietnamese_names(name).any(|name| one_word(name) == wanted)
        };
        self.0.iter().find(is_meant).copied().ok_or_else(|| {
            let mut error = Error::new(ErrorKind::InvalidValue).with_cmd(command);
            if let Some(argument) = argument {
                error.insert(ContextKind::InvalidArg, ContextValue::String(argument.to_string()));
            }
            error.insert(ContextKind::InvalidValue, ContextValue::String(typed));
            let possible = self.0.iter().map(|name| in_one(chosen().name(name))).collect();
            error.insert(ContextKind::ValidValue, ContextValue::Strings(possible));
            error
        })
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        let names = self.0.iter().map(|name| (*name).to_owned());
        let all = names.chain(self.0.iter().flat_map(|name| vietnamese_names(name)).map(in_one));
        Some(Box::new(all.map(PossibleValue::new)))
    }
}

/// A name without blanks.
fn in_one(name: &str) -> String {
    name.replace(' ', "-")
}

/// A name without case, diacritics, blanks and dashes.
fn one_word(name: &str) -> String {
    fold(name).replace([' ', '-', '_'], "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_read_in_either_language() {
        let parser = choice(&["relevance", "date", "entry-into-force"]);
        let read = |typed: &str| parser.parse_ref(&Command::new("t"), None, OsStr::new(typed)).ok();
        for (typed, expected) in [
            ("date", "date"),
            ("Ngày", "date"),
            ("ngay", "date"),
            ("sát nhất", "relevance"),
            ("sat-nhat", "relevance"),
            ("có hiệu lực", "entry-into-force"),
            ("entry into force", "entry-into-force"),
        ] {
            assert_eq!(read(typed), Some(expected), "{typed}");
        }
        assert_eq!((read("xa"), read("")), (None, None));
        let offered: Vec<String> =
            parser.possible_values().into_iter().flatten().map(|value| value.get_name().to_owned()).collect();
        assert_eq!(offered.join(" "), "relevance date entry-into-force sát-nhất thời-gian ngày có-hiệu-lực");
    }
}
