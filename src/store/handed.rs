//! What an index holds of one file to what another is given of it: all, or some of its members under other names.

use std::collections::BTreeMap;
use std::path::Path;

use super::copies::moved;
use crate::corpus::{self, and_above};

/// What one file takes over of another, as the last commit holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandOver {
    /// The file that it is held of.
    pub from: String,
    /// The file that is given it.
    pub to: String,
    /// What is called so, with all that lies in it, and how it is called then; nothing where it is not given.
    names: BTreeMap<String, Option<String>>,
}

impl HandOver {
    /// Nothing of one file to another.
    pub fn new(from: &str, to: &str) -> Self {
        Self { from: from.to_owned(), to: to.to_owned(), names: BTreeMap::new() }
    }

    /// All of one file to another, which holds the same.
    pub fn whole(from: &str, to: &str) -> Self {
        let mut whole = Self::new(from, to);
        whole.give(from, to);
        whole
    }

    /// Gives the file or member that is called so, under another name.
    pub fn give(&mut self, name: &str, new: &str) {
        self.names.insert(name.to_owned(), Some(new.to_owned()));
    }

    /// Gives the member that is called so not, though it lies in what is given.
    pub fn keep_back(&mut self, name: &str) {
        self.names.insert(name.to_owned(), None);
    }

    /// What a document of the first file is called in the other; nothing where it is not given. A line of JSON Lines
    /// has one id wherever it stands, so those of an archive are given all together.
    pub(super) fn name(&self, doc: &str) -> Option<String> {
        let names: Vec<&str> = and_above(doc).collect();
        match names.into_iter().rev().find_map(|name| self.names.get_key_value(name)) {
            Some((name, new)) => moved(doc, name, new.as_deref()?),
            None if moved(doc, &self.from, &self.from).is_some() => None,
            None => {
                let has_lines = |name: &str| name == self.from || corpus::format_of(Path::new(name)) == "jsonl";
                self.names.iter().any(|(name, new)| new.is_some() && has_lines(name)).then(|| doc.to_owned())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_called_by_what_they_are_given_to() {
        let whole = HandOver::whole("c/y.zip", "c/z.zip");
        let name = |given: &HandOver, doc: &str| given.name(doc).unwrap_or_default();
        assert_eq!(name(&whole, "c/y.zip/a.txt"), "c/z.zip/a.txt");
        assert_eq!(name(&whole, "42"), "42");
        let mut some = HandOver::new("c/y.zip", "c/z.zip");
        some.give("c/y.zip/i.zip", "c/z.zip/b/i.zip");
        some.keep_back("c/y.zip/i.zip/a.txt");
        assert_eq!(name(&some, "c/y.zip/i.zip/b.txt"), "c/z.zip/b/i.zip/b.txt");
        assert_eq!(name(&some, "c/y.zip/i.zip/a.txt") + &name(&some, "c/y.zip/c.txt") + &name(&some, "42"), "");
        some.give("c/y.zip/x.jsonl", "c/z.zip/x.jsonl");
        assert_eq!(name(&some, "42"), "42");
    }
}
