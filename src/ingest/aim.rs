//! A job to what is looked at: the roots that it moves or forgets, else the paths that it names.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::disks::{has_most, holds};
use super::named::known;
use super::scope::Scope;
use super::{Change, Job};
use crate::corpus::{self, Walk};
use crate::error::{Absence, Error, Result};
use crate::store::{Manifest, Root, Roots, lies_in, name_of, place_of};

/// What a job looks at; the roots of the manifest become what it makes of them.
///
/// # Errors
/// [`Error::NoRoot`], [`Error::NotIndexed`], [`Error::Ambiguous`], [`Error::RootTaken`] and [`Error::NoPlace`];
/// [`Error::Io`] for a new place that is not there.
pub(super) fn aim(job: &Job, manifest: &mut Manifest) -> Result<Scope> {
    match &job.change {
        None => Ok(Scope::of(&job.paths, job.rebuild, manifest)),
        Some(Change::Move { root, place }) => {
            let before = manifest.roots.id_at(&place_of(place));
            let name = move_root(root, place, &mut manifest.roots)?;
            let displaced = before.filter(|before| name_of(before) != name);
            Ok(Scope::of_moved(&name, displaced, manifest))
        }
        Some(Change::Forget(paths)) => {
            // what one path takes out another may name, too
            let ids: Result<Vec<Vec<String>>> = paths.iter().map(|path| meant(path, manifest)).collect();
            let ids = ids?.concat();
            ids.iter().for_each(|id| take_out(id, manifest));
            if job.rebuild {
                // of an index that cannot be kept: all but what is forgotten is built anew
                let is_left = |id: &String| !ids.iter().any(|gone| lies_in(id, gone));
                manifest.files.retain(|id, _| is_left(id));
                manifest.copies.retain(|id, _| is_left(id));
                return Ok(Scope::of(&[], true, manifest));
            }
            Ok(Scope::gone(ids))
        }
    }
}

/// Why a root cannot be moved to its new place: less than half of what the index holds of it lies there.
pub(super) fn refusal(job: &Job, scope: &Scope, walk: &Walk, manifest: &Manifest) -> Option<Error> {
    let Some(Change::Move { place, .. }) = &job.change else { return None };
    let placed = place_of(place);
    let (name, _) = manifest.roots.iter().find(|(_, root)| root.place == placed)?;
    let is_there = walk.sources.iter().any(|source| name_of(&source.id) == name);
    let few = (is_there && !has_most(manifest, name)).then_some(Absence::Few);
    let missing = scope.missing().find(|(id, why)| *id == name && *why != Absence::OtherDisk).map(|(_, why)| why);
    let nothing = (!is_there && holds(manifest, name)).then_some(Absence::Nothing);
    let why = few.or(missing).or(nothing)?;
    Some(Error::NoPlace { path: place.clone(), name: name.to_owned(), why })
}

/// What a path that is to be forgotten means: a root or what lies below one, behind the roots that lie in it. Their ids.
fn meant(path: &Path, manifest: &Manifest) -> Result<Vec<String>> {
    let there = || manifest.roots.id_of(path).filter(|_| path.exists());
    let is_known = |written: &String| manifest.roots.get(written).is_some() || holds(manifest, written);
    if let Some(placed) = manifest.roots.id_of(path)
        && let Some(written) = spelled(path).find(|written| *written != placed && is_known(written))
    {
        // what a path leads to is not what bears the name
        return Err(Error::Ambiguous { path: path.to_owned(), ids: vec![placed, written] });
    }
    if path.exists()
        && manifest.roots.id_of(path).is_none()
        && let Some(written) = spelled(path).find(is_known)
    {
        // nor is what lies here under the name of what lies elsewhere
        let here = corpus::id_of(&place_of(path));
        return Err(Error::Ambiguous { path: path.to_owned(), ids: vec![here, written] });
    }
    let found = known(path, manifest).or_else(there).map_or_else(|| one_named(path, manifest), Ok);
    let place = match &found {
        Ok(id) => manifest.roots.place_of(id),
        Err(_) => path.exists().then(|| place_of(path)),
    };
    let is_inner = |root: &Root| place.as_ref().is_some_and(|place| root.place.starts_with(place));
    let inner = manifest.roots.iter().filter(|(_, root)| is_inner(root)).map(|(name, _)| name.to_owned());
    let mut ids: Vec<String> = inner.filter(|name| found.as_ref().ok() != Some(name)).collect();
    match found {
        Ok(id) => ids.push(id),
        Err(error) if ids.is_empty() => return Err(error),
        Err(_) => {}
    }
    Ok(ids)
}

/// Takes a root out, or notes what lies below one as left out.
fn take_out(id: &str, manifest: &mut Manifest) {
    let name = name_of(id);
    let place = manifest.roots.place_of(id).unwrap_or_default();
    let is_root = match manifest.roots.get_mut(name) {
        Some(root) if name != id => {
            root.named.retain(|named| !lies_in(named, id));
            root.forgotten.retain(|forgotten| !lies_in(forgotten, id));
            root.forgotten.insert(id.to_owned());
            root.is_part && root.named.is_empty()
        }
        _ => true,
    };
    if is_root {
        manifest.roots.remove(name);
        // the root around it does not take it over
        if let Some(outer) = manifest.roots.id_at(&place)
            && let Some(root) = manifest.roots.get_mut(name_of(&outer))
        {
            root.forgotten.insert(outer);
        }
    }
}

/// The file, folder or root of which the end of a name is typed; what lies elsewhere on the disk is none.
fn one_named(path: &Path, manifest: &Manifest) -> Result<String> {
    let mut ids = Vec::new();
    // a second path does not take out what it leads to
    let is_second = manifest.roots.id_of(path).is_some_and(|id| manifest.roots.first_of(&id).is_some());
    if !path.exists() && !is_second {
        let written = |typed: String| manifest.named(&typed, true);
        ids.extend(spelled(path).map(written).find(|ids| !ids.is_empty()).unwrap_or_default());
    }
    match ids.len() {
        1 => Ok(ids.remove(0)),
        0 => Err(Error::NotIndexed { path: path.to_owned() }),
        _ => Err(Error::Ambiguous { path: path.to_owned(), ids }),
    }
}

/// What a path may be as an id: its letters if it is typed as ids are written, else itself as one.
fn spelled(path: &Path) -> impl Iterator<Item = String> {
    path.to_str().map(str::to_owned).into_iter().chain([corpus::id_of(path)])
}

/// Gives a root its new place, and with it the roots that lay in it; its name.
fn move_root(root: &Path, place: &Path, roots: &mut Roots) -> Result<String> {
    let name = roots.named(root).ok_or_else(|| Error::NoRoot { path: root.to_owned() })?;
    match fs::metadata(place) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Err(Error::NoPlace { path: place.to_owned(), name, why: Absence::Gone });
        }
        Err(error) => return Err(Error::io(place, error)),
        Ok(_) => {}
    }
    if !place.is_dir() {
        return Err(Error::NoPlace { path: place.to_owned(), name, why: Absence::NoFolder });
    }
    fs::read_dir(place).map_err(|error| Error::io(place, error))?;
    let (old, new) = (roots.get(&name).map(|root| root.place.clone()).unwrap_or_default(), place_of(place));
    let moved: Vec<(String, PathBuf)> = roots
        .iter()
        // joining nothing leaves a slash behind
        .filter_map(|(name, root)| {
            Some((name.to_owned(), new.join(root.place.strip_prefix(&old).ok()?).components().collect()))
        })
        .collect();
    for (inner, place) in moved.into_iter().filter(|(inner, place)| *inner == name || place.exists()) {
        let other = roots.iter().find(|(other, root)| **other != *inner && root.place == place && *other != name);
        if let Some((other, _)) = other {
            return Err(Error::RootTaken { path: place, name: inner, other: other.to_owned() });
        }
        if let Some(root) = roots.get_mut(&inner) {
            root.place = place;
            root.target = fs::canonicalize(&root.place).ok().filter(|target| *target != root.place);
        }
    }
    Ok(name)
}
