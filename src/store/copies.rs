//! Files and members of archives that hold the same: indexed once, under the first path, and shown under all.

use std::collections::BTreeMap;

use super::roots::lies_in;

/// Names that one document is shown by at most: archives in archives multiply them.
const MAX_NAMES: usize = 1000;

/// The other paths of files, by the path under which they are indexed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Copies(BTreeMap<String, Vec<String>>);

impl Copies {
    /// Notes that `other` holds the same as `file`.
    pub(super) fn add(&mut self, file: &str, other: String) {
        self.0.entry(file.to_owned()).or_default().push(other);
    }

    /// What is indexed, with its other paths.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.0.iter().map(|(first, others)| (&**first, &**others))
    }

    /// The other ids of a document that comes from `file`, in order; for a line of JSON Lines, which
    /// has one id wherever it stands, the other files.
    #[must_use]
    pub fn of(&self, doc: &str, file: &str) -> Vec<String> {
        self.names(if moved(doc, file, file).is_some() { doc } else { file })
    }

    /// The other names of what is indexed as `name`, in order: a file, or a document in it. A copy may lie in what has
    /// copies itself.
    pub fn names(&self, name: &str) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        let mut at = 0;
        self.add_names(name, &mut names);
        while at < names.len() && names.len() < MAX_NAMES {
            let next = names[at].clone();
            self.add_names(&next, &mut names);
            at += 1;
        }
        names.retain(|other| other != name);
        names.sort();
        names
    }

    fn add_names(&self, name: &str, names: &mut Vec<String>) {
        let ends = name.match_indices('/').map(|(at, _)| at).chain([name.len()]);
        // most indexes have no copies
        for file in ends.filter(|_| !self.0.is_empty()).map(|end| &name[..end]) {
            // an archive may hold itself
            let others = self.0.get(file).into_iter().flatten().filter(|other| !lies_in(other, file));
            for other in others.filter_map(|other| moved(name, file, other)) {
                if !names.contains(&other) {
                    names.push(other);
                }
            }
        }
    }
}

/// The id of a document of `file` had it come from `other`.
pub(crate) fn moved(doc: &str, file: &str, other: &str) -> Option<String> {
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
        assert_eq!(copies.names("a/b.zip/x.txt"), ["c.zip/x.txt", "d/e.zip/x.txt"]);
        assert_eq!(copies.names("a/b.zip"), ["c.zip", "d/e.zip"]);
        assert_eq!(copies.names("a/b.zipper"), [""; 0]);
        assert_eq!(copies.names("42"), [""; 0]);
        // a member of an archive, a copy of that, and an archive that holds itself
        copies.add("d/x.txt", "a/b.zip/x.txt".to_owned());
        copies.add("d/q.zip", "d/q.zip/q.zip".to_owned());
        assert_eq!(copies.of("d/x.txt", "d/x.txt"), ["a/b.zip/x.txt", "c.zip/x.txt", "d/e.zip/x.txt"]);
        assert_eq!(copies.names("d/q.zip"), [""; 0]);
    }
}
