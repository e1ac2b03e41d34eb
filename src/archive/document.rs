//! The name of a document, perhaps with a line, to its text from the index.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::error::Result;
use crate::store::{Reader, StoredPassage};

/// More documents that a name may mean than these are not told.
const MAX_CANDIDATES: usize = 10;

/// What a name leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DocumentFound {
    /// One document, and the line that was named with it.
    One(Document, Option<u32>),
    /// No document has this name.
    None,
    /// The file that has it, by its id, holds no text.
    WithoutText(String),
    /// Several may be meant.
    Several {
        /// Their ids, behind the file and a `/` where an id stands in several files; the first few.
        ids: Vec<String>,
        /// Whether there are more.
        more: bool,
    },
}

/// A document as the index holds it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// Its id.
    pub doc: String,
    /// The path of the file that it comes from.
    pub file: String,
    /// Other documents that hold the same and are not indexed again.
    pub also: Vec<String>,
    /// Its title, empty if it has none.
    pub title: String,
    /// All its lines, in order from 1; those between passages are blank.
    pub lines: Vec<Line>,
}

/// A line of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Its number, from 1.
    pub number: u32,
    /// The page that it begins on, from 1, where pages are known.
    pub page: Option<u32>,
    /// Its text.
    pub text: String,
}

impl Document {
    /// So many lines on each side of a line, and that line; nothing if there is no such line.
    #[must_use]
    pub fn around(&self, line: u32, context: usize) -> Option<&[Line]> {
        let at = (line as usize).checked_sub(1).filter(|at| *at < self.lines.len())?;
        let last = at.saturating_add(context).min(self.lines.len() - 1);
        self.lines.get(at.saturating_sub(context)..=last)
    }

    fn of(passages: &[StoredPassage]) -> Self {
        let starts: BTreeMap<u32, u32> = passages.iter().flat_map(|passage| passage.pages.iter().copied()).collect();
        let mut texts = lines_of(passages);
        let last = texts.keys().next_back().copied().unwrap_or_default();
        let line = |number: u32| Line {
            number,
            page: starts.range(..=number).next_back().map(|(_, &page)| page),
            text: texts.remove(&number).unwrap_or_default(),
        };
        let lines = (1..=last).map(line).collect();
        let Some(StoredPassage { doc, file, also, title, .. }) = passages.first() else { return Self::default() };
        Self { doc: doc.clone(), file: file.clone(), also: also.clone(), title: title.clone(), lines }
    }
}

/// The document that a name means.
pub(super) fn find(reader: &Reader, name: &str) -> Result<DocumentFound> {
    let split = split(name);
    let behind = split.map(|(doc, line)| (doc, Some(line)));
    for (doc, line) in [Some((name, None)), behind].into_iter().flatten() {
        let mut docs = match doc.is_empty() {
            true => Vec::new(),
            false => reader.find_documents(doc, MAX_CANDIDATES + 1)?,
        };
        match docs.len() {
            0 => {}
            1 => return one(reader, reader.document(&docs.remove(0))?, name, line),
            _ => return several(reader, name, docs),
        }
    }
    for (doc, line) in [Some((name, None)), behind].into_iter().flatten() {
        if let Some(passages) = find_in_file(reader, doc)? {
            return Ok(DocumentFound::One(Document::of(&passages), line));
        }
    }
    let manifest = reader.manifest()?;
    let is_empty = |file: &String| manifest.known(file).is_some_and(|record| record.passages == 0);
    let names = [Some(name), split.map(|(doc, _)| doc)].into_iter().flatten().filter(|name| !name.is_empty());
    let empty = names.flat_map(|name| manifest.named(name, false)).find(is_empty);
    Ok(empty.map_or(DocumentFound::None, DocumentFound::WithoutText))
}

/// The document of which a name is the file, a `/` and the id.
fn find_in_file(reader: &Reader, name: &str) -> Result<Option<Vec<StoredPassage>>> {
    for (at, _) in name.match_indices('/').filter(|(at, _)| at + 1 < name.len()) {
        let mut passages = reader.document(&name[at + 1..])?;
        let files = files_of(&passages);
        let mut named = files.iter().filter(|file| is_file_named(reader, file, &name[..at]));
        if let (Some(file), None) = (named.next(), named.next()) {
            passages.retain(|passage| passage.file == *file);
            return Ok(Some(passages));
        }
    }
    Ok(None)
}

/// Documents that may be meant; of those of one id those of the files that were named, if any was.
fn several(reader: &Reader, typed: &str, mut docs: Vec<String>) -> Result<DocumentFound> {
    let more = docs.len() > MAX_CANDIDATES;
    docs.truncate(MAX_CANDIDATES);
    let mut ids = Vec::new();
    for doc in docs {
        let files = files_of(&reader.document(&doc)?);
        let named: Vec<&String> = files.iter().filter(|file| is_file_named(reader, file, typed)).collect();
        if let (true, Some(inner)) = (named.is_empty(), name_in(reader, &doc, typed)) {
            ids.push(inner);
            continue;
        }
        match (files.len(), named.is_empty()) {
            (0 | 1, _) => ids.push(doc),
            (_, true) => ids.extend(files.iter().map(|file| format!("{file}/{doc}"))),
            (_, false) => ids.extend(named.into_iter().map(|file| format!("{file}/{doc}"))),
        }
    }
    ids.sort();
    Ok(DocumentFound::Several { ids, more })
}

/// The document of these passages; of those of one id in several files that of the file that was named.
fn one(reader: &Reader, mut passages: Vec<StoredPassage>, typed: &str, line: Option<u32>) -> Result<DocumentFound> {
    let files = files_of(&passages);
    if files.len() > 1 {
        let mut named = files.iter().filter(|file| is_file_named(reader, file, typed));
        let (Some(file), None) = (named.next().cloned(), named.next()) else {
            let doc = passages.first().map(|passage| &*passage.doc).unwrap_or_default();
            let ids = files.iter().map(|file| format!("{file}/{doc}")).collect();
            return Ok(DocumentFound::Several { ids, more: false });
        };
        passages.retain(|passage| passage.file == file);
    }
    Ok(DocumentFound::One(Document::of(&passages), line))
}

fn files_of(passages: &[StoredPassage]) -> BTreeSet<String> {
    passages.iter().map(|passage| passage.file.clone()).collect()
}

/// The other name of a document by which it lies in the file that was named, perhaps without its extension.
fn name_in(reader: &Reader, doc: &str, typed: &str) -> Option<String> {
    let is_named = |file: &str| {
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        is_file_named(reader, file, typed) || is_file_named(reader, stem, typed)
    };
    let mut others = reader.copies().names(doc).into_iter();
    others.find(|other| other.match_indices('/').any(|(at, _)| is_named(&other[..at])))
}

/// Whether what is typed, perhaps with a line, is a file: its path, its name in the index or the end of that.
fn is_file_named(reader: &Reader, file: &str, typed: &str) -> bool {
    let mut names = [Some(typed), split(typed).map(|(name, _)| name)].into_iter().flatten();
    names.any(|name| {
        let is_end = file.strip_suffix(name).is_some_and(|rest| rest.is_empty() || rest.ends_with('/'));
        is_end || reader.roots().id_of(Path::new(name)).is_some_and(|id| id == file)
    })
}

/// A name before a colon and the line behind it.
pub(crate) fn split(typed: &str) -> Option<(&str, u32)> {
    let (name, line) = typed.rsplit_once(':')?;
    Some((name, line.parse().ok()?))
}

/// The lines of a document by their numbers.
fn lines_of(passages: &[StoredPassage]) -> BTreeMap<u32, String> {
    let mut lines: BTreeMap<u32, String> = BTreeMap::new();
    for passage in passages {
        for (number, text) in (passage.lines.0..).zip(passage.text.split('\n')) {
            let line = lines.entry(number).or_default();
            // a long line is cut into several passages
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(text);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_put_together_from_passages() {
        let passage = |first: u32, text: &str| StoredPassage {
            doc: "a".to_owned(),
            lines: (first, first + text.matches('\n').count() as u32),
            pages: if first == 2 { vec![(2, 7)] } else { Vec::new() },
            text: text.to_owned(),
            ..StoredPassage::default()
        };
        let document = Document::of(&[passage(1, "một\nhai"), passage(2, "ba"), passage(5, "bốn")]);
        let got: Vec<(u32, &str, Option<u32>)> =
            document.lines.iter().map(|line| (line.number, &*line.text, line.page)).collect();
        let expected =
            [(1, "một", None), (2, "hai ba", Some(7)), (3, "", Some(7)), (4, "", Some(7)), (5, "bốn", Some(7))];
        assert_eq!(got, expected);
        let around = |line: u32, context: usize| {
            document.around(line, context).map(|lines| lines.iter().map(|line| line.number).collect::<Vec<_>>())
        };
        assert_eq!(around(2, 0), Some(vec![2]));
        assert_eq!(around(1, 1), Some(vec![1, 2]));
        assert_eq!(around(4, usize::MAX), Some(vec![1, 2, 3, 4, 5]));
        assert_eq!((around(0, 1), around(6, 1)), (None, None));
    }

    #[test]
    fn a_line_is_split_off_a_name() {
        assert_eq!(split("don-thu.txt:12"), Some(("don-thu.txt", 12)));
        assert_eq!((split("thu:tu"), split("12")), (None, None));
    }
}
