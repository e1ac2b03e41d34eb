//! What is typed as the name of a document or file to how well an id fits it.

use std::collections::BTreeSet;

use super::manifest::Manifest;
use super::patterns::{NameFit, Patterns, Signs};
use super::roots::Roots;
use crate::analysis::{bare, composed};

/// How well an id fits a name, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum NameMatch {
    /// Whole names of files and folders do.
    Whole(NameFit),
    /// They do without the extension.
    Stem(NameFit),
    Part,
    BarePart,
}

impl NameMatch {
    /// Whether whole names of files and folders fit, perhaps without the extension.
    pub(super) fn is_of_name(self) -> bool {
        matches!(self, Self::Whole(_) | Self::Stem(_))
    }

    /// Whether whole names of files and folders fit.
    pub(super) fn is_whole(self) -> bool {
        matches!(self, Self::Whole(_))
    }
}

/// A name that was typed.
pub(super) struct WantedName<'a> {
    names: Patterns<'a>,
    part: String,
    bare_part: String,
}

impl<'a> WantedName<'a> {
    /// It may be a path from the current folder to what lies in one of these roots.
    pub(super) fn new(typed: &str, roots: &'a Roots) -> Self {
        let names = Patterns::new([typed].into_iter(), Signs::AreLetters, roots);
        let part = typed.trim_start_matches("./").trim_end_matches('/');
        Self { names, part: composed(part), bare_part: bare(part) }
    }

    /// How well an id fits.
    pub(super) fn fit(&self, id: &str) -> Option<NameMatch> {
        if let Some(best) = self.whole_fit(id) {
            return Some(NameMatch::Whole(best));
        }
        let bare = bare(id);
        // most ids hold nothing of what was typed
        let may_fit = || bare.contains(self.bare_part.rsplit('/').next().unwrap_or_default());
        let stem = stem_of(id).filter(|_| may_fit()).and_then(|stem| self.whole_fit(stem));
        let part = || composed(id).contains(&self.part).then_some(NameMatch::Part);
        let bare_part = || bare.contains(&self.bare_part).then_some(NameMatch::BarePart);
        stem.map(NameMatch::Stem).or_else(part).or_else(bare_part)
    }

    /// How well all of an id fits.
    fn whole_fit(&self, id: &str) -> Option<NameFit> {
        let mut best: Option<NameFit> = None;
        self.names.fits(id, |_, fit, is_all| {
            if is_all {
                best = Some(best.map_or(fit, |best| best.min(fit)));
            }
        });
        best
    }
}

/// An id without the extension of its name; nothing where it has none.
fn stem_of(id: &str) -> Option<&str> {
    let name = id.rfind('/').map_or(0, |slash| slash + 1);
    let dot = id[name..].rfind('.').filter(|dot| *dot > 0)?;
    Some(&id[..name + dot])
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

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn names_fit_as_written_before_they_fit_otherwise() {
        let mut roots = Roots::default();
        roots.add(Path::new("/no/docs"));
        let check = |typed: &str, id: &str, expected| {
            assert_eq!(WantedName::new(typed, &roots).fit(id), expected, "{typed} {id}");
        };
        let (nfc, nfd) = ("docs/báo cáo.txt", "docs/ba\u{301}o ca\u{301}o.txt");
        let whole = |fit| Some(NameMatch::Whole(fit));
        check(nfc, nfc, whole(NameFit::WrittenSame));
        check(nfd, nfd, whole(NameFit::WrittenSame));
        check(nfd, nfc, whole(NameFit::Same));
        check(nfc, nfd, whole(NameFit::Same));
        check("/no/docs/báo cáo.txt", nfd, whole(NameFit::Same));
        check("báo cáo.txt", nfd, whole(NameFit::End));
        check("DOCS/bao cao.txt", nfd, whole(NameFit::BareSame));
        check("bao cao.txt", nfc, whole(NameFit::BareEnd));
        check("cáo", nfd, Some(NameMatch::Part));
        check("CAO", nfd, Some(NameMatch::BarePart));
        check("no/docs/báo cáo.txt", nfd, whole(NameFit::OnDisk));
        check("NO/docs/bao cao.txt", nfd, whole(NameFit::BareOnDisk));
        check("báo cáo", nfc, Some(NameMatch::Stem(NameFit::WrittenEnd)));
        check("docs/bao cao", nfc, Some(NameMatch::Stem(NameFit::BareSame)));
        check("no/docs/báo", nfd, None);
        check("bao-cao", nfd, None);
        check("/no/a.txt", "docs/a.txt", None);
        // a folder is no document, and signs are letters
        check("docs", nfc, Some(NameMatch::Part));
        check("*", nfc, None);
        check("a[1].txt", "docs/a[1].txt", whole(NameFit::WrittenEnd));
        // bytes as ids have them
        check("docs/b\\xFF.txt", "docs/b\\xFF.txt", whole(NameFit::WrittenSame));
    }
}
