//! What was typed, the surroundings and the index to the language of a run.
//!
//! It is chosen before the arguments are read, for what is wrong with them is told in it, too.

use std::env;
use std::ffi::OsString;

use super::arguments;
use crate::archive::Archive;
use crate::text::has_marks;
use crate::voice::Language;

/// The variable that chooses the language of this program alone.
const VARIABLE: &str = "TRACUU_LANG";

/// The variables of the system that choose a language, the first that does.
const LOCALES: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

const OPTION: &str = "--lang";

/// What was typed, the surroundings or the file of settings choose: JSON is in English unless the option says otherwise.
pub(super) fn of_arguments(typed: &[OsString], of_file: Option<&str>) -> Option<Language> {
    let option = typed_option(typed).and_then(named);
    let json = || arguments::wants_json(typed).then_some(Language::English);
    let surroundings = || of_variable().or_else(|| of_file.and_then(named)).or_else(of_system);
    option.or_else(json).or_else(surroundings).or_else(|| {
        let holds_marks =
            |argument: &OsString| argument.to_str().is_some_and(|argument| has_marks(&argument.to_lowercase()));
        typed.iter().skip(1).any(holds_marks).then_some(Language::Vietnamese)
    })
}

/// What the text of an index chooses.
pub(super) fn of_index(archive: &Archive) -> Language {
    if archive.is_vietnamese() { Language::Vietnamese } else { Language::English }
}

/// The value of the option, wherever it stands.
fn typed_option(typed: &[OsString]) -> Option<&str> {
    let mut arguments = typed.iter().skip(1).take_while(|argument| *argument != "--").filter_map(|a| a.to_str());
    let mut value = None;
    while let Some(argument) = arguments.next() {
        match argument.strip_prefix(OPTION) {
            Some("") => value = arguments.next(),
            Some(rest) => value = rest.strip_prefix('=').or(value),
            None => {}
        }
    }
    value
}

fn of_variable() -> Option<Language> {
    env::var(VARIABLE).ok().and_then(|value| named(&value))
}

fn of_system() -> Option<Language> {
    let read = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
    LOCALES.into_iter().filter_map(read).find_map(|value| of_locale(&value))
}

/// The language of a locale: `vi_VN.UTF-8`; none for those of no language.
fn of_locale(locale: &str) -> Option<Language> {
    let name = locale.split(['.', '@']).next().unwrap_or_default();
    match name {
        "" | "C" | "POSIX" => None,
        _ => Some(named(name).unwrap_or(Language::English)),
    }
}

/// The language of a name: `vi`, `vi_VN`, `en-US`.
fn named(name: &str) -> Option<Language> {
    let language = name.split(['_', '-', '.']).next().unwrap_or_default();
    match () {
        () if language.eq_ignore_ascii_case("vi") => Some(Language::Vietnamese),
        () if language.eq_ignore_ascii_case("en") => Some(Language::English),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_names_a_language() {
        let check = |locale: &str, expected: Option<Language>| assert_eq!(of_locale(locale), expected, "{locale}");
        for locale in ["", "C", "C.UTF-8", "POSIX"] {
            check(locale, None);
        }
        for locale in ["vi", "vi_VN", "vi_VN.UTF-8", "VI"] {
            check(locale, Some(Language::Vietnamese));
        }
        for locale in ["en_US.UTF-8", "fr_FR", "vie"] {
            check(locale, Some(Language::English));
        }
    }

    #[test]
    fn the_option_stands_anywhere_before_two_dashes() {
        let check = |line: &str, expected: Option<&str>| {
            let typed: Vec<OsString> = line.split(' ').map(OsString::from).collect();
            assert_eq!(typed_option(&typed), expected, "{line}");
        };
        check("t search --lang vi a", Some("vi"));
        check("t --lang=en search a", Some("en"));
        check("t --lang vi search --lang=en", Some("en"));
        check("t search a -- --lang vi", None);
        check("t search --language vi", None);
        check("t search --lang", None);
    }
}
