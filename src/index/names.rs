//! What is typed as the name of a document to how well an id fits it.

use std::path::Path;

use tantivy::{DocSet, SegmentReader, TERMINATED};

use super::roots::Roots;
use crate::analysis::{bare, composed};

/// How well an id fits a name, best first: with its letters or only without diacritics and case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum NameMatch {
    Same,
    End,
    BareSame,
    BareEnd,
    Part,
    BarePart,
}

/// A name that was typed.
pub(super) struct WantedName {
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

impl WantedName {
    /// It may be a path from the current folder to what lies in one of these roots.
    pub(super) fn new(typed: &str, roots: &Roots) -> Self {
        let path = roots.id_of(Path::new(typed));
        let part = typed.trim_start_matches("./");
        let same: Vec<String> = path.into_iter().chain([part.to_owned()]).collect();
        let form = |form: fn(&str) -> String| {
            let part = form(part);
            Form { same: same.iter().map(|same| form(same)).collect(), end: format!("/{part}"), part }
        };
        Self { composed: form(composed), bare: form(bare), same: same.clone() }
    }

    /// How well an id fits.
    pub(super) fn fit(&self, id: &str) -> Option<NameMatch> {
        if self.same.iter().any(|same| same == id) {
            return Some(NameMatch::Same);
        }
        let (written, bare) = (composed(id), bare(id));
        let (exact, loose) = (&self.composed, &self.bare);
        let fits = [
            (NameMatch::Same, exact.same.contains(&written)),
            (NameMatch::End, written.ends_with(&exact.end)),
            (NameMatch::BareSame, loose.same.contains(&bare)),
            (NameMatch::BareEnd, bare.ends_with(&loose.end)),
            (NameMatch::Part, written.contains(&exact.part)),
            (NameMatch::BarePart, bare.contains(&loose.part)),
        ];
        fits.into_iter().find_map(|(fit, holds)| holds.then_some(fit))
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
        check("bao-cao", nfd, None);
        check("/no/a.txt", "docs/a.txt", None);
    }
}
