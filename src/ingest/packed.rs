//! What a run reads to the same in the order that members ask for: what may hold others (archives, mails, office
//! documents) behind all other files, what has not changed and holds some among it.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use super::members::Members;
use crate::corpus::{self, Digest, Source, Walk};
use crate::store::{CopyRecord, FileRecord, Manifest, lies_in};

/// What may hold others in a run.
#[derive(Debug, Default)]
pub(super) struct Packed {
    /// The number of the first among the sources.
    pub first: usize,
    /// Those that have not changed and need not be read, by their numbers, and whether they may be.
    kept: HashMap<usize, bool>,
}

impl Packed {
    /// Sets what may hold others behind the other sources, in order of the ids, with what of it is kept.
    pub(super) fn set_apart(
        sources: &mut Vec<(Source, Option<Digest>)>,
        manifest: &Manifest,
        walk: &Walk,
        is_held: &dyn Fn(&str) -> bool,
    ) -> Self {
        let archives = archives_in(manifest);
        let seen: HashMap<&str, &Source> = match archives.is_empty() {
            true => HashMap::new(),
            false => walk.sources.iter().map(|source| (&*source.id, source)).collect(),
        };
        let mut kept: Vec<(Source, Option<Digest>)> = Vec::new();
        for (id, file) in archives {
            let path = manifest.roots.place_of(id).unwrap_or_default();
            let away =
                Source { path: path.clone(), id: id.to_owned(), size: file.size, modified_ns: 0, is_closed: true };
            let now = || Source::at(path, id.to_owned()).unwrap_or(away);
            kept.push((seen.get(id).map_or_else(now, |source| (*source).clone()), file.content));
        }
        let known: HashMap<String, bool> =
            kept.iter().map(|(source, _)| (source.id.clone(), !is_held(&source.id))).collect();
        sources.extend(kept);
        let is_packed = |source: &Source| corpus::may_hold_files(&source.path);
        sources.sort_by(|(a, _), (b, _)| (is_packed(a), &a.id).cmp(&(is_packed(b), &b.id)));
        let first = sources.partition_point(|(source, _)| !is_packed(source));
        let number = |(number, (source, _)): (usize, &(Source, _))| Some((number, *known.get(&source.id)?));
        Self { first, kept: sources.iter().enumerate().filter_map(number).collect() }
    }

    /// Whether a source has not changed.
    pub(super) fn is_kept(&self, number: usize) -> bool {
        self.kept.contains_key(&number)
    }

    /// Whether a source that has not changed may be read again: it is what it was.
    pub(super) fn may_be_read(&self, number: usize, source: &Source, content: Option<Digest>) -> bool {
        let is_same = || Digest::of_source(source).is_ok_and(|now| now.is_some() && now == content);
        self.kept.get(&number).copied().unwrap_or_default() && is_same()
    }

    /// Bytes of all that has to be read.
    pub(super) fn bytes(&self, sources: &[Source]) -> u64 {
        sources.iter().enumerate().filter(|(number, _)| !self.is_kept(*number)).map(|(_, source)| source.size).sum()
    }

    /// What the files hold that lie in no other and have text; of those that were read it is told which gave some. Of what
    /// is still to be read that is assumed.
    pub(super) fn files_with_text(
        &self,
        (sources, contents): (&[Source], &[Option<Digest>]),
        manifest: &Manifest,
        gave_text: &[bool],
    ) -> Members {
        let mut members = Members::default();
        let mut with_text: BTreeMap<&str, Digest> = BTreeMap::new();
        for (id, file) in manifest.files.iter().filter(|(_, file)| file.documents > 0) {
            with_text.extend(file.content.map(|content| (&**id, content)));
        }
        let has_text = |number: usize| if number < self.first { gave_text[number] } else { !self.is_kept(number) };
        for (number, source) in sources.iter().enumerate().filter(|(number, _)| has_text(*number)) {
            with_text.extend(contents[number].map(|content| (&*source.id, content)));
        }
        let of = |copy: &CopyRecord| with_text.get(&*copy.of).copied();
        let copies: Vec<(&str, Digest)> =
            manifest.copies.iter().filter_map(|(id, copy)| Some((&**id, of(copy)?))).collect();
        with_text.extend(copies);
        for (id, content) in with_text.into_iter().filter(|(id, _)| !corpus::is_archive(Path::new(id))) {
            members.add_file(id, content);
        }
        members
    }
}

/// The files of which members are known.
fn archives_in(manifest: &Manifest) -> Vec<(&str, &FileRecord)> {
    let mut archives: Vec<(&str, &FileRecord)> = Vec::new();
    for id in manifest.members.keys() {
        if archives.last().is_some_and(|(last, _)| lies_in(id, last)) {
            continue;
        }
        let above = id.match_indices('/').map(|(at, _)| &id[..at]);
        archives.extend(above.filter_map(|id| manifest.files.get_key_value(id)).map(|(id, file)| (&**id, file)));
    }
    archives
}
