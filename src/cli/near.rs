//! Ids of documents to paths that a person can open from the folder that the program is called in.

use std::env;
use std::path::{Path, PathBuf};

use crate::archive::{Archive, Roots};
use crate::corpus;
use crate::error::Result;
use crate::search::StoredPassage;

/// The roots of an index, seen from a folder.
pub(super) struct Near {
    roots: Roots,
    folder: PathBuf,
}

impl Near {
    /// Seen from the current folder.
    pub(super) fn new(roots: Roots) -> Self {
        Self { roots, folder: env::current_dir().unwrap_or_default() }
    }

    /// Those of the index that answers.
    pub(super) fn of(archive: &Archive) -> Result<Self> {
        archive.roots().map(Self::new)
    }

    /// The path of what has this id: below the current folder without it, else absolute. What lies in no root
    /// keeps its id.
    pub(super) fn path(&self, id: &str) -> String {
        self.roots.place_of(id).map_or_else(|| id.to_owned(), |place| self.name_of(&place))
    }

    fn name_of(&self, place: &Path) -> String {
        corpus::id_of(&self.short(place))
    }

    /// A path without the current folder before it.
    pub(super) fn short(&self, path: &Path) -> PathBuf {
        match path.strip_prefix(&self.folder) {
            Ok(short) if short != Path::new("") => short.to_owned(),
            _ => path.to_owned(),
        }
    }

    /// The path of a document that comes from a file; a line of JSON Lines has a name of its own.
    pub(super) fn document(&self, doc: &str, file: &str) -> String {
        self.roots.place_of_document(doc, file).map_or_else(|| doc.to_owned(), |place| self.name_of(&place))
    }

    /// Puts paths in the place of the ids of a passage.
    pub(super) fn name_passage(&self, passage: &mut StoredPassage) {
        self.name(&mut passage.doc, &mut passage.file, &mut passage.also);
    }

    /// Puts paths in the place of the ids of a document, of its file and of others that hold the same.
    pub(super) fn name(&self, doc: &mut String, file: &mut String, also: &mut [String]) {
        *doc = self.document(doc, file);
        *file = self.path(file);
        also.iter_mut().for_each(|other| *other = self.path(other));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_short_below_the_folder() {
        let mut roots = Roots::default();
        roots.add(Path::new("/no/here/docs"));
        roots.add(Path::new("/no/there/docs"));
        let near = Near { roots, folder: "/no/here".into() };
        let check = |doc: &str, file: &str, expected: &str| assert_eq!(near.document(doc, file), expected);
        check("docs/a/b.txt", "docs/a/b.txt", "docs/a/b.txt");
        check("docs-2/b.zip/c.txt", "docs-2/b.zip", "/no/there/docs/b.zip/c.txt");
        check("docs/1", "docs-2/t.jsonl", "docs/1");
        check("docs", "docs", "docs");
        check("elsewhere/a.txt", "elsewhere/a.txt", "elsewhere/a.txt");
    }
}
