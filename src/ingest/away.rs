//! An index of another format, of which nothing can be kept, to what nobody can look at now: it would be lost with it.

use std::collections::{BTreeSet, HashSet};
use std::path::Path;

use super::aim::aim;
use super::disks::holds;
use super::{Job, moved, second};
use crate::corpus::{Reason, Source};
use crate::error::{Error, Result};
use crate::store::Manifest;

/// Refuses to build anew what would be the poorer for it.
///
/// # Errors
/// [`Error::WouldLose`], and those of [`aim`].
pub(super) fn refuse_loss(known: &Manifest, folder: &Path, job: &Job) -> Result<()> {
    let own = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let mut known = known.clone();
    second::stand_in(&mut known);
    let mut scope = aim(job, &mut known)?;
    scope.excluded.clone_from(&job.exclude);
    let mut walk = scope.walk(&known, &own);
    moved::follow(&mut known, &mut walk);
    let (shut, open): (Vec<&Source>, Vec<&Source>) = walk.sources.iter().partition(|source| source.is_closed);
    let here: HashSet<&str> = open.iter().map(|source| &*source.id).collect();
    let closed = walk.skipped.iter().filter(|left| matches!(left.reason, Reason::Closed(_)));
    let closed = closed.filter_map(|left| known.roots.id_at(&left.path));
    let away = scope.missing().map(|(id, _)| id.to_owned()).chain(closed);
    let away = away.chain(shut.iter().map(|source| source.id.clone()));
    let away: BTreeSet<String> = away.filter(|id| holds(&known, id) && !here.contains(&**id)).collect();
    match away.is_empty() {
        true => Ok(()),
        false => Err(Error::WouldLose { path: folder.to_owned(), ids: away.into_iter().collect() }),
    }
}
