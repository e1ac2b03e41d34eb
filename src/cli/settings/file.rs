//! The file `tracuu.toml` to the keys and values in it, each with its line; whose file is not to be trusted is not read.

use std::collections::BTreeMap;
use std::env;
use std::ffi::OsString;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::error::Error;
use crate::system;

/// The variable that names the file; set to nothing it names none, and none is read.
const VARIABLE: &str = "TRACUU_CONFIG";

/// The file of the machine.
const OF_ALL: &str = "/etc/tracuu.toml";

/// Below the folder of a user's settings.
const OF_USER: &str = "tracuu/tracuu.toml";

/// A longer file holds no settings.
const MAX_BYTES: u64 = 1 << 20;

/// The table of names of indexes.
const INDEXES: &str = "indexes";

/// What a file says.
#[derive(Debug)]
pub struct Written {
    /// The file.
    pub file: PathBuf,
    /// Folders and addresses of indexes by their names.
    pub indexes: BTreeMap<String, String>,
    /// Values of options, in the order of their lines.
    pub given: Vec<Given>,
}

/// The value of an option.
#[derive(Debug, PartialEq, Eq)]
pub struct Given {
    /// The verb, where the option is not one of all verbs.
    pub verb: Option<String>,
    /// The option without its dashes.
    pub key: String,
    /// Its value.
    pub value: Value,
    /// The line that says so, from 1.
    pub line: usize,
}

/// What an option is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Whether it holds.
    Flag(bool),
    /// One value or several.
    Texts(Vec<String>),
}

/// Why a file is not read.
#[derive(Debug)]
pub enum Wrong {
    /// The world failed.
    World(Error),
    /// Others may write to it.
    Writable(PathBuf),
    /// It is neither the user's nor the system's.
    Foreign(PathBuf),
    /// A line is not as it should be.
    Odd {
        /// The file.
        file: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What is wrong with it.
        odd: Odd,
    },
}

/// What is wrong with a line.
#[derive(Debug, PartialEq, Eq)]
pub enum Odd {
    /// As the reader of the format says.
    Syntax(String),
    /// The value of this key is no text, number, truth or list of them.
    Kind(String),
}

/// Reads the first file of settings that is there.
pub fn read() -> Result<Option<Written>, Wrong> {
    let named = env::var_os(VARIABLE);
    for path in candidates(named.clone()) {
        let failed = |error| Wrong::World(Error::io(&*path, error));
        let file = match File::open(&path) {
            Ok(file) => file,
            Err(error) if named.is_none() && is_absent(&error) => continue,
            Err(error) => return Err(failed(error)),
        };
        let about = file.metadata().map_err(failed)?;
        if !system::is_trusted_owner(&about) {
            return Err(Wrong::Foreign(path));
        }
        if system::is_writable_by_others(&about) {
            return Err(Wrong::Writable(path));
        }
        let mut text = String::new();
        file.take(MAX_BYTES + 1).read_to_string(&mut text).map_err(failed)?;
        if text.len() as u64 > MAX_BYTES {
            return Err(failed(io::ErrorKind::FileTooLarge.into()));
        }
        return parse(&text, path).map(Some);
    }
    Ok(None)
}

fn is_absent(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

/// Where the file may lie, the first that holds before the others.
fn candidates(named: Option<OsString>) -> Vec<PathBuf> {
    match named {
        Some(named) if named.is_empty() => Vec::new(),
        Some(named) => vec![named.into()],
        None => {
            let folder = |name: &str| env::var_os(name).map(PathBuf::from).filter(|folder| folder.is_absolute());
            let own = folder("XDG_CONFIG_HOME").or_else(|| folder("HOME").map(|home| home.join(".config")));
            own.map(|own| own.join(OF_USER)).into_iter().chain([OF_ALL.into()]).collect()
        }
    }
}

/// Reads the text of a file.
fn parse(text: &str, file: PathBuf) -> Result<Written, Wrong> {
    let line = |at: usize| 1 + text.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count();
    let wrong = |at: usize, odd: Odd| Wrong::Odd { file: file.clone(), line: line(at), odd };
    let table = DeTable::parse(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        wrong(at, Odd::Syntax(error.message().to_owned()))
    })?;
    let mut written = Written { file: file.clone(), indexes: BTreeMap::new(), given: Vec::new() };
    let folder = file.parent().unwrap_or(Path::new(""));
    for (key, value) in table.get_ref() {
        let name = || key.get_ref().to_string();
        let kind = |key: &str, at: usize| wrong(at, Odd::Kind(key.to_owned()));
        match value.get_ref() {
            DeValue::Table(table) if key.get_ref() == INDEXES => {
                for (name, place) in table {
                    let name = name.get_ref();
                    let place = place.get_ref().as_str().ok_or_else(|| kind(name, place.span().start))?;
                    written.indexes.insert(name.to_string(), placed(folder, place));
                }
            }
            DeValue::Table(table) => {
                for (key, value) in table {
                    let value_of = value_of(value).ok_or_else(|| kind(key.get_ref(), key.span().start))?;
                    let (verb, line) = (Some(name()), line(key.span().start));
                    written.given.push(Given { verb, key: key.get_ref().to_string(), value: value_of, line });
                }
            }
            _ => {
                let value = value_of(value).ok_or_else(|| kind(key.get_ref(), key.span().start))?;
                written.given.push(Given { verb: None, key: name(), value, line: line(key.span().start) });
            }
        }
    }
    written.given.sort_by_key(|given| given.line);
    Ok(written)
}

/// A path as it lies seen from the folder of the file; the address of a cluster stays.
pub fn placed(folder: &Path, place: &str) -> String {
    match place.contains("://") {
        true => place.to_owned(),
        false => folder.join(place).to_string_lossy().into_owned(),
    }
}

fn value_of(value: &Spanned<DeValue<'_>>) -> Option<Value> {
    match value.get_ref() {
        DeValue::Boolean(holds) => Some(Value::Flag(*holds)),
        DeValue::Array(values) => {
            values.iter().map(|value| text_of(value.get_ref())).collect::<Option<_>>().map(Value::Texts)
        }
        value => text_of(value).map(|text| Value::Texts(vec![text])),
    }
}

fn text_of(value: &DeValue<'_>) -> Option<String> {
    match value {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Integer(number) if number.radix() == 10 => Some(number.as_str().to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_come_with_their_lines() {
        let text = "lang = \"vi\"\n\n[search]\nlimit = 20\nexact = true\n[serve]\nallow-host = [\"a\", \"b\"]\n[indexes]\noffice = \"x/index\"\nfar = \"https://host/x\"\n";
        let written = parse(text, "/etc/tracuu.toml".into()).expect("read");
        let texts = |texts: &[&str]| Value::Texts(texts.iter().map(|&text| text.to_owned()).collect());
        let given = |verb: Option<&str>, key: &str, value: Value, line: usize| Given {
            verb: verb.map(str::to_owned),
            key: key.to_owned(),
            value,
            line,
        };
        let expected = [
            given(None, "lang", texts(&["vi"]), 1),
            given(Some("search"), "limit", texts(&["20"]), 4),
            given(Some("search"), "exact", Value::Flag(true), 5),
            given(Some("serve"), "allow-host", texts(&["a", "b"]), 7),
        ];
        assert_eq!(written.given, expected);
        assert_eq!(written.indexes["office"], "/etc/x/index");
        assert_eq!(written.indexes["far"], "https://host/x");
    }

    #[test]
    fn what_is_no_setting_is_told_with_its_line() {
        let check = |text: &str, expected: usize, is_syntax: bool| match parse(text, "x".into()) {
            Err(Wrong::Odd { line, odd, .. }) => {
                assert_eq!((line, matches!(odd, Odd::Syntax(_))), (expected, is_syntax), "{text}: {odd:?}");
            }
            other => panic!("{other:?}"),
        };
        check("a = 1\nb = = 2", 2, true);
        check("a = 1\na = 2", 2, true);
        check("\n[search]\nlimit = 1.5", 3, false);
        check("a = 2021-04-23", 1, false);
        check("[search]\n[search.more]\na = 1", 2, false);
        check("[indexes]\na = 1", 2, false);
    }
}
