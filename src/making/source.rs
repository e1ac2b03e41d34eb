//! Tables to the source text that holds them as what they are in the program.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{Debug, Display, Write as _};
use std::path::Path;
use std::{env, fs};

use super::Result;
use crate::tables::hash;

/// Words with the expression for what is known of each.
pub(crate) type Words<V = String> = BTreeMap<String, V>;

/// A file of tables.
#[derive(Default)]
pub(crate) struct Source {
    text: String,
    /// What stands before each table.
    visibility: &'static str,
}

impl Source {
    /// One whose tables other modules use too.
    pub(crate) fn shared(visibility: &'static str) -> Self {
        Self { visibility, ..Self::default() }
    }

    /// Adds a map of words to expressions of the type `kind`.
    pub(crate) fn map<V: Display>(&mut self, name: &str, kind: &str, words: &Words<V>) -> Result<()> {
        let slots = slots(name, words.keys())?;
        let mut all = String::new();
        let mut entries = String::new();
        for (word, value) in words {
            if word.len() > usize::from(u8::MAX) {
                return Err(format!("the table {name}: a word is too long: \"{word}\""));
            }
            entries += &format!("crate::tables::Entry({},{},{value}),", all.len(), word.len());
            all += word;
        }
        self.item(
            name,
            &format!("crate::tables::Map<{kind}>"),
            format_args!("crate::tables::Map {{ words: {all:?}, slots: &{slots:?}, entries: &[{entries}] }}"),
        );
        Ok(())
    }

    /// Adds a set of words.
    pub(crate) fn set(&mut self, name: &str, words: &BTreeSet<String>) -> Result<()> {
        self.map(name, "()", &words.iter().map(|word| (word.clone(), "()")).collect())
    }

    /// Adds a slice of expressions of the type `kind`.
    pub(crate) fn slice(&mut self, name: &str, kind: &str, values: impl IntoIterator<Item = impl Display>) {
        let values: String = values.into_iter().map(|value| format!("{value},")).collect();
        self.item(name, &format!("&[{kind}]"), format_args!("&[{values}]"));
    }

    /// Adds an array of expressions of the type `kind`.
    pub(crate) fn array(&mut self, name: &str, kind: &str, values: impl ExactSizeIterator<Item = impl Display>) {
        let kind = format!("[{kind}; {}]", values.len());
        let values: String = values.map(|value| format!("{value},")).collect();
        self.item(name, &kind, format_args!("[{values}]"));
    }

    /// Adds an expression of the type `kind`.
    pub(crate) fn item(&mut self, name: &str, kind: &str, value: impl Display) {
        // writing to a text cannot fail
        _ = writeln!(self.text, "{}static {name}: {kind} = {value};", self.visibility);
    }

    /// Writes it as `name`, unless it stands there already: then nothing is built again for it.
    pub(crate) fn save(&self, name: &str) -> Result<()> {
        let folder = env::var_os("OUT_DIR").ok_or("cargo tells no OUT_DIR")?;
        let path = Path::new(&folder).join(name);
        if fs::read_to_string(&path).is_ok_and(|known| known == self.text) {
            return Ok(());
        }
        fs::write(&path, &self.text).map_err(|error| format!("{}: {error}", path.display()))
    }
}

/// Lists as expressions.
pub(crate) fn list<T: Debug>(words: Words<Vec<T>>) -> Words {
    words.into_iter().map(|(word, list)| (word, format!("&{list:?}"))).collect()
}

/// The numbers of words in the slots of [`crate::tables::Map`].
fn slots<'a>(name: &str, words: impl ExactSizeIterator<Item = &'a String>) -> Result<Vec<u16>> {
    let mut slots = vec![0; (2 * words.len()).next_power_of_two()];
    let last = slots.len() - 1;
    for (number, word) in (1..).zip(words) {
        let number = u16::try_from(number).map_err(|_| format!("the table {name} has too many words"))?;
        let mut slot = hash(word.as_bytes()) as usize & last;
        while slots[slot] != 0 {
            slot = (slot + 1) & last;
        }
        slots[slot] = number;
    }
    Ok(slots)
}
