//! A data file to its lines, which are checked here: what is wrong with one ends the build.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::fs;

use super::Result;

/// A data file.
pub(crate) struct Data {
    /// Its path below `src`.
    path: &'static str,
    text: String,
}

/// A line that is no remark.
#[derive(Clone, Copy)]
pub(crate) struct Line<'a> {
    path: &'static str,
    number: usize,
    pub(crate) text: &'a str,
}

impl Data {
    /// Those in the file, of which none stands there twice.
    pub(crate) fn read(path: &'static str) -> Result<Self> {
        println!("cargo::rerun-if-changed=src/{path}");
        let text = fs::read_to_string(format!("src/{path}")).map_err(|error| format!("src/{path}: {error}"))?;
        let data = Self { path, text };
        let mut known = BTreeMap::new();
        for line in data.lines() {
            if let Some(first) = known.insert(line.text, line.number) {
                return line.fault(format!("the same stands in line {first}"));
            }
        }
        Ok(data)
    }

    /// The same of a file whose lines are in the order of their bytes.
    pub(crate) fn read_sorted(path: &'static str) -> Result<Self> {
        let data = Self::read(path)?;
        let mut lines = data.lines();
        let mut last = lines.next();
        for line in lines {
            if let Some(last) = last.filter(|last| last.text > line.text) {
                return line.fault(format!("out of order: it belongs before \"{}\"", last.text));
            }
            last = Some(line);
        }
        Ok(data)
    }

    pub(crate) fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        let lines = (1..).zip(self.text.lines()).filter(|(_, text)| !text.is_empty() && !text.starts_with('#'));
        lines.map(|(number, text)| Line { path: self.path, number, text })
    }
}

impl<'a> Line<'a> {
    /// The two parts around the first blank or tab.
    pub(crate) fn parted(self, by: char) -> Result<(&'a str, &'a str)> {
        match self.text.split_once(by).filter(|(first, rest)| !first.is_empty() && !rest.is_empty()) {
            Some(parts) => Ok(parts),
            None => self.fault(format!("two parts with {by:?} between are to stand here")),
        }
    }

    /// What a mark stands for.
    pub(crate) fn marked<T: Copy>(self, mark: &str, marks: &[(&str, T)]) -> Result<T> {
        match marks.iter().find(|(known, _)| *known == mark) {
            Some((_, meaning)) => Ok(*meaning),
            None => {
                let known: Vec<&str> = marks.iter().map(|(known, _)| *known).collect();
                self.fault(format!("\"{mark}\" is no mark; there are: {}", known.join(", ")))
            }
        }
    }

    /// That something is wrong with the line.
    pub(crate) fn fault<T>(self, what: impl Display) -> Result<T> {
        Err(format!("src/{}:{}: {what}: \"{}\"", self.path, self.number, self.text))
    }
}
