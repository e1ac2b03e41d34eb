//! New commits of an index to new editions in service, while the one before goes on answering.

use std::fs;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use super::app::App;
use super::edition::Edition;
use crate::error::Result;
use crate::search::Request;

/// How often the index is looked at.
const LOOK: Duration = Duration::from_millis(400);

/// How often an index that cannot be opened is tried again.
const TRY_AGAIN: u32 = 10;

/// Puts the first edition into service.
///
/// # Errors
/// There is no index that can be read.
pub fn open(app: &App) -> Result<()> {
    let edition = warm(Edition::of(&app.archive)?)?;
    app.put(edition);
    Ok(())
}

/// Looks for new commits until the server ends.
pub fn follow(app: &Arc<App>) {
    // what was committed since the first edition was opened is taken at the first look
    let mut seen = None;
    let mut looks = 0_u32;
    while !app.is_stopping() {
        std::thread::sleep(LOOK);
        looks = looks.wrapping_add(1);
        let now = stamp(app);
        let is_due = app.is_stale() && looks.is_multiple_of(TRY_AGAIN);
        if now == seen && !is_due {
            continue;
        }
        seen = now;
        if take_newest(app).is_err() {
            app.note_stale();
        }
    }
}

/// Puts the newest commit into service, if it is another than the one that is.
fn take_newest(app: &App) -> Result<()> {
    if app.archive.reload()? || app.is_stale() {
        let edition = warm(Edition::of(&app.archive)?)?;
        app.put(edition);
    }
    Ok(())
}

/// Reads what the first question would wait for.
fn warm(edition: Edition) -> Result<Edition> {
    edition.archive.search(&Request::new("a").limit(1))?;
    Ok(edition)
}

/// What tells cheaply whether a commit may have been made.
fn stamp(app: &App) -> Option<(SystemTime, u64)> {
    let meta = fs::metadata(app.archive.folder().join("meta.json")).ok()?;
    Some((meta.modified().ok()?, meta.len()))
}
