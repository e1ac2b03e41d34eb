//! What is typed as the name of a document or file to how well an id fits it.

use std::collections::BTreeSet;
use std::path::Path;

use tantivy::{DocSet, SegmentReader, TERMINATED};

use super::manifest::Manifest;
use super::roots::Roots;
use crate::analysis::{bare, composed};

/// How well an id fits a name, best first: with its letters or only without diacritics and case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum NameMatch {
    Same,
    End,
    /// It is the end of the path on the disk.
    OnDisk,
    BareSame,
    BareEnd,
    BareOnDisk,
    Part,
    BarePart,
}

impl NameMatch {
    /// Whether whole names of files and folders fit.
    pub(super) fn is_whole(self) -> bool {
        self < Self::Part
    }
}

/// A name that was typed.
pub(super) struct WantedName<'a> {
    roots: &'a Roots,
    /// The ids that it may be itself, as they are written.
    same: Vec<String>,
    composed: Form,
    bare: Form,
}

/// A name in one form of its letters.
struct Form {
    same: Vec<String>,
    part: String,
    end: String,
}

impl<'a> WantedName<'a> {
    /// It may be a path from the current folder to what lies in one of these roots.
    pub(super) fn new(typed: &str, roots: &'a Roots) -> Self {
        let path = roots.id_of(Path::new(typed));
        let part = typed.trim_start_matches("./").trim_end_matches('/');
        let same: Vec<String> = path.into_iter().chain([part.to_owned()]).collect();
        let form = |form: fn(&str) -> String| {
            let part = form(part);
            Form { same: same.iter().map(|same| form(same)).collect(), end: format!("/{part}"), part }
        };
        Self { roots, composed: form(composed), bare: form(bare), same: same.clone() }
    }

    /// How well an id fits.
    pub(super) fn fit(&self, id: &str) -> Option<NameMatch> {
        if self.same.iter().any(|same| same == id) {
            return Some(NameMatch::Same);
        }
        let path = self.roots.path_text(id).unwrap_or_default();
        let (path, bare_path) = (composed(&path), bare(&path));
        let (written, bare) = (composed(id), bare(id));
        let (exact, loose) = (&self.composed, &self.bare);
        let fits = [
            (NameMatch::Same, exact.same.contains(&written)),
            (NameMatch::End, written.ends_with(&exact.end)),
            (NameMatch::OnDisk, path.ends_with(&exact.end)),
            (NameMatch::BareSame, loose.same.contains(&bare)),
            (NameMatch::BareEnd, bare.ends_with(&loose.end)),
            (NameMatch::BareOnDisk, bare_path.ends_with(&loose.end)),
            (NameMatch::Part, written.contains(&exact.part)),
            (NameMatch::BarePart, bare.contains(&loose.part)),
        ];
        fits.into_iter().find_map(|(fit, holds)| holds.then_some(fit))
    }
}

impl Manifest {
    /// The ids of the files that a name or the end of one means, of `folders` and roots as well: those that it fits
    /// best.
    pub fn named(&self, typed: &str, folders: bool) -> Vec<String> {
        let wanted = WantedName::new(typed, &self.roots);
        let files = || self.files.keys().chain(self.copies.keys()).map(|file| &**file);
        let above = |file: &'_ str| file.match_indices('/').map(|(at, _)| at).collect::<Vec<usize>>();
        let mut ids: BTreeSet<&str> = files().collect();
        if folders {
            ids.extend(files().flat_map(|file| above(file).into_iter().map(|at| &file[..at])));
            ids.extend(self.roots.iter().map(|(name, _)| name));
        }
        let fits = ids.into_iter().filter_map(|id| Some((wanted.fit(id).filter(|fit| fit.is_whole())?, id)));
        let fits: Vec<(NameMatch, &str)> = fits.collect();
        let best = fits.iter().map(|(fit, _)| *fit).min();
        fits.into_iter().filter(|(fit, _)| Some(*fit) == best).map(|(_, id)| id.to_owned()).collect()
    }
}

/// Whether any of what is found in a part of the index was not deleted.
pub(crate) fn has_living(found: &mut dyn DocSet, segment: &SegmentReader) -> bool {
    let alive = segment.alive_bitset();
    while found.doc() != TERMINATED {
        if alive.is_none_or(|alive| alive.is_alive(found.doc())) {
            return true;
        }
        found.advance();
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fit_as_written_before_they_fit_otherwise() {
        let mut roots = Roots::default();
        roots.add(Path::new("/no/docs"));
        let check = |typed: &str, id: &str, expected| {
            assert_eq!(WantedName::new(typed, &roots).fit(id), expected, "{typed} {id}");
        };
        let (nfc, nfd) = ("docs/báo cáo.txt", "docs/ba\u{301}o ca\u{301}o.txt");
        check(nfc, nfc, Some(NameMatch::Same));
        check(nfc, nfd, Some(NameMatch::Same));
        check("/no/docs/báo cáo.txt", nfd, Some(NameMatch::Same));
        check("báo cáo.txt", nfd, Some(NameMatch::End));
        check("DOCS/bao cao.txt", nfd, Some(NameMatch::BareSame));
        check("bao cao.txt", nfc, Some(NameMatch::BareEnd));
        check("cáo", nfd, Some(NameMatch::Part));
        check("CAO", nfd, Some(NameMatch::BarePart));
        check("no/docs/báo cáo.txt", nfd, Some(NameMatch::OnDisk));
        check("NO/docs/bao cao.txt", nfd, Some(NameMatch::BareOnDisk));
        check("no/docs/báo", nfd, None);
        check("bao-cao", nfd, None);
        check("/no/a.txt", "docs/a.txt", None);
    }
}
