//! Files that hold the same: indexed once, under the first path, and shown under all.

use std::collections::BTreeMap;

/// The other paths of files, by the path under which they are indexed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Copies(BTreeMap<String, Vec<String>>);

impl Copies {
    /// Notes that `other` holds the same as `file`.
    pub(super) fn add(&mut self, file: &str, other: String) {
        self.0.entry(file.to_owned()).or_default().push(other);
    }

    /// The other ids of a document that comes from `file`, in order; for a line of JSON Lines, which
    /// has one id wherever it stands, the other files.
    #[must_use]
    pub fn of(&self, doc: &str, file: &str) -> Vec<String> {
        let others = self.0.get(file).into_iter().flatten();
        others.map(|other| moved(doc, file, other).unwrap_or_else(|| other.clone())).collect()
    }

    /// The other names of what is indexed as `name`: a file, or a document in it.
    pub fn names<'a>(&'a self, name: &'a str) -> impl Iterator<Item = String> + 'a {
        let ends = name.match_indices('/').map(|(at, _)| at).chain([name.len()]);
        // most indexes have no copies
        let files = ends.filter(|_| !self.0.is_empty()).map(|end| &name[..end]);
        files
            .filter_map(|file| Some((file, self.0.get(file)?)))
            .flat_map(move |(file, others)| others.iter().filter_map(move |other| moved(name, file, other)))
    }
}

/// The id of a document of `file` had it come from `other`.
pub(super) fn moved(doc: &str, file: &str, other: &str) -> Option<String> {
    let rest = doc.strip_prefix(file)?;
    (rest.is_empty() || rest.starts_with('/')).then(|| format!("{other}{rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_have_a_name_for_each_path() {
        let mut copies = Copies::default();
        copies.add("a/b.zip", "c.zip".to_owned());
        copies.add("a/b.zip", "d/e.zip".to_owned());
        copies.add("t.jsonl", "u.jsonl".to_owned());
        assert_eq!(copies.of("a/b.zip/x.txt", "a/b.zip"), ["c.zip/x.txt", "d/e.zip/x.txt"]);
        assert_eq!(copies.of("42", "t.jsonl"), ["u.jsonl"]);
        assert_eq!(copies.of("a/b.txt", "a/b.txt"), [""; 0]);
        let names = |name| copies.names(name).collect::<Vec<_>>();
        assert_eq!(names("a/b.zip/x.txt"), ["c.zip/x.txt", "d/e.zip/x.txt"]);
        assert_eq!(names("a/b.zip"), ["c.zip", "d/e.zip"]);
        assert_eq!(names("a/b.zipper"), [""; 0]);
        assert_eq!(names("42"), [""; 0]);
    }
}
