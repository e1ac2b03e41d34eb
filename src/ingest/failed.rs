//! What could not be read to the members of others that were taken for its copies: they are left out for the same reason,
//! as if they had been read themselves.

use std::collections::HashMap;

use super::work::Without;
use crate::corpus::{Limits, Skipped, Unreadable};
use crate::store::Manifest;

/// Takes such members out of the manifest. What holds them is tried again when they may be.
pub(super) fn leave_out_members(
    manifest: &mut Manifest,
    failed: &HashMap<String, Unreadable>,
    limits: &Limits,
) -> Vec<Skipped> {
    if failed.is_empty() {
        return Vec::new();
    }
    let why = |of: &str| failed.get(manifest.copies.get(of).map_or(of, |copy| &copy.of)).cloned();
    let members: Vec<(String, Unreadable)> =
        manifest.member_copies().filter_map(|(id, of)| Some((id.to_owned(), why(of)?))).collect();
    let mut left_out = Vec::new();
    for (id, why) in members {
        manifest.members.remove(&id);
        let path = manifest.roots.place_of(&id).unwrap_or_default();
        let left = [Skipped { path, reason: why.reason() }];
        let without = Without::of(&left, limits);
        let file = manifest.indexed(&id).and_then(|(file, _)| manifest.files.get_mut(&file));
        if let Some(file) = file {
            file.limits = without.limits.or(file.limits);
            if without.is_passing {
                (file.modified, file.content) = (0, None);
            }
        }
        left_out.extend(left);
    }
    left_out
}
