//! A page far behind the first to hits in the order in which the pages before show them.
//!
//! How many passages are ranked grows with how many are wanted, and with them the order of all. So the first so many
//! hits are those of a search for so many, the next are what a wider search has besides, and so on: whoever turns pages,
//! of whatever size, meets each passage once.

use std::hash::Hash;
use std::ops::Range;

use rustc_hash::FxHashSet;

use crate::error::Result;

/// So many hits are those of the first search: for no more the order stays as it is.
pub(super) const FIRST: usize = 40;

/// How many times as many those of the next one are.
const STEP: usize = 3;

/// The hits of a page by searches for so many, each wider than the one before, as far as the page needs, with what the
/// last of them says besides. `key` tells a hit from others, `behind` puts one behind the last of the search before.
pub(super) fn page<A, H, K: Eq + Hash>(
    page: Range<usize>,
    mut search: impl FnMut(usize) -> Result<(A, Vec<H>)>,
    key: impl Fn(&H) -> K,
    behind: impl Fn(&mut H, &H),
) -> Result<(A, Vec<H>)> {
    let (mut hits, mut seen): (Vec<H>, _) = (Vec::new(), FxHashSet::default());
    let mut most = FIRST;
    loop {
        let (answer, found) = search(most)?;
        let is_all = found.len() < most;
        let known = hits.len();
        for mut hit in found {
            if (is_all || hits.len() < most) && seen.insert(key(&hit)) {
                if let Some(last) = known.checked_sub(1).map(|last| &hits[last]) {
                    behind(&mut hit, last);
                }
                hits.push(hit);
            }
        }
        if is_all || most >= page.end {
            return Ok((answer, hits.into_iter().skip(page.start).take(page.len()).collect()));
        }
        most = most.saturating_mul(STEP);
    }
}
