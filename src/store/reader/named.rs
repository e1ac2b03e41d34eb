//! What is typed as a document to the ids of those it may mean.

use std::collections::BTreeSet;
use std::path::Path;

use super::Reader;
use crate::corpus::{and_above, may_hold_files};
use crate::error::Result;
use crate::store::clause::Clause;
use crate::store::field::Field;
use crate::store::names::{NameMatch, WantedName};
use crate::store::roots::lies_in;
use crate::store::term::Term;

/// Of more passages than these nobody asks which documents they belong to.
const MAX_LOOKED_AT: usize = 10_000;

impl Reader {
    /// The ids of the documents that `name` may mean: of those that it fits best, at most `limit`, in order.
    ///
    /// It may be an id, a path from the current folder or on the disk, the end of one behind a `/`, the same without the
    /// extension, or any part of an id, as it is written or without diacritics and case. The name of a file of several
    /// documents means all, those of them that are indexed under another path as well.
    ///
    /// # Errors
    /// [`Error::Damaged`](crate::error::Error::Damaged) if the names cannot be read.
    pub fn find_documents(&self, name: &str, limit: usize) -> Result<Vec<String>> {
        self.guarded(|| self.find_ids(name, limit))
    }

    fn find_ids(&self, name: &str, limit: usize) -> Result<Vec<String>> {
        // what an answer has told is asked for again as it stands: nothing fits better, and no name is looked at
        if self.is_document(name)? {
            return Ok(vec![name.to_owned()]);
        }
        let wanted = WantedName::new(name, self.roots());
        let docs = self.best_names(Field::Doc, &wanted, limit)?;
        let docs_fit = docs.first().map(|(fit, _)| *fit);
        let mut ids: BTreeSet<String> = docs.into_iter().map(|(_, id)| id).collect();
        if docs_fit.is_some_and(NameMatch::is_whole) {
            return Ok(ids.into_iter().collect());
        }
        let files = self.best_names(Field::File, &wanted, limit)?;
        let files = files.into_iter().chain(self.copied_from(&wanted));
        let files: Vec<(NameMatch, String)> = files.filter(|(fit, _)| fit.is_of_name()).collect();
        let Some(files_fit) = files.iter().map(|(fit, _)| *fit).min() else {
            return Ok(ids.into_iter().collect());
        };
        let files = files.into_iter().filter(|(fit, _)| *fit == files_fit).map(|(_, file)| file);
        // a document and an archive may have one name
        if docs_fit.is_none_or(|fit| fit > files_fit) {
            ids.clear();
        }
        if docs_fit.is_none_or(|fit| fit >= files_fit) {
            ids.extend(self.documents_of(&files.collect(), limit)?);
        }
        Ok(ids.into_iter().take(limit).collect())
    }

    fn is_document(&self, id: &str) -> Result<bool> {
        Ok(!self.fetch(&Clause::AnyOf(vec![Term::new(Field::Doc, id.to_owned())]), 1)?.is_empty())
    }

    /// The documents of files, with those that lie in them and are indexed elsewhere.
    fn documents_of(&self, files: &BTreeSet<String>, limit: usize) -> Result<BTreeSet<String>> {
        let of_files = |files: Vec<Term>| self.fetch(&Clause::AnyOf(files), MAX_LOOKED_AT);
        let passages = of_files(files.iter().map(|file| Term::new(Field::File, file.clone())).collect())?;
        let mut ids: BTreeSet<String> = passages.into_iter().map(|passage| passage.doc).collect();
        let lies_there = |other: &String| files.iter().any(|file| lies_in(other, file));
        for (first, _) in self.copies().iter().filter(|(_, others)| others.iter().any(lies_there)) {
            if ids.len() >= limit {
                break;
            }
            if self.is_document(first)? {
                ids.insert(first.to_owned());
            } else {
                // an archive in one
                let passages = of_files(vec![Term::new(Field::File, first.to_owned())])?;
                ids.extend(passages.into_iter().map(|passage| passage.doc));
            }
        }
        Ok(ids)
    }

    /// The archives and mails of which documents are indexed elsewhere, with how well they fit.
    fn copied_from(&self, wanted: &WantedName) -> Vec<(NameMatch, String)> {
        let others = self.copies().iter().flat_map(|(_, others)| others);
        let files: BTreeSet<&str> = others
            .flat_map(|other| and_above(other).filter(move |above| *above != other && may_hold_files(Path::new(above))))
            .collect();
        files.into_iter().filter_map(|file| Some((wanted.fit(file)?, file.to_owned()))).collect()
    }

    /// The names in a field that fit best, with how well they do.
    fn best_names(&self, field: Field, wanted: &WantedName, limit: usize) -> Result<Vec<(NameMatch, String)>> {
        let mut found: BTreeSet<(NameMatch, String)> = BTreeSet::new();
        self.snapshot().each_name(field, &mut |id, is_held| {
            let others = self.copies().names(id).into_iter().filter_map(|other| wanted.fit(&other));
            let best = found.first().map(|(best, _)| *best);
            let fit = others.chain(wanted.fit(id)).min().filter(|fit| best.is_none_or(|best| *fit <= best));
            if let Some(fit) = fit
                && is_held()?
            {
                found.insert((fit, id.to_owned()));
                if found.len() > limit.max(1) {
                    found.pop_last();
                }
            }
            Ok(())
        })?;
        let best = found.first().map(|(fit, _)| *fit);
        Ok(found.into_iter().filter(|(fit, _)| Some(*fit) == best).collect())
    }
}
