//! New commits of an index to new editions in service, while the one before goes on answering.

use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::app::App;
use super::edition::Edition;
use crate::error::Result;
use crate::search::Request;

/// How often the index is looked at.
const LOOK: Duration = Duration::from_millis(400);

/// How often an index that cannot be opened is tried again.
const TRY_AGAIN: u32 = 10;

/// Of an index of more passages than this the lists take longer than anybody waits who opens the first page: they are
/// made while it answers.
const SMALL: u64 = 50_000;

/// Looks for new commits until the server ends.
pub fn follow(app: &Arc<App>) {
    let mut listing = Listing::default();
    // a commit may have been made since the first was opened
    let mut seen = None;
    let mut looks = 0_u32;
    while !app.is_stopping() {
        listing.go_on(app);
        thread::sleep(LOOK);
        looks = looks.wrapping_add(1);
        let now = app.archive.stamp();
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
        open(app)?;
    }
    Ok(())
}

/// Puts the commit that was opened last into service, with what the first question would wait for.
///
/// # Errors
/// There is no index that can be read.
pub fn open(app: &App) -> Result<()> {
    let edition = Edition::of(&app.archive)?;
    edition.archive.search(&Request::new("a").limit(1))?;
    if edition.passages <= SMALL {
        edition.suggestions()?;
    }
    app.put(edition);
    Ok(())
}

/// The lists of large editions, which are made apart, one after the other, so that no commit waits for them.
#[derive(Default)]
struct Listing {
    working: Option<JoinHandle<()>>,
    /// The commit whose lists were begun last.
    begun: String,
}

impl Listing {
    /// Begins with the lists of what is in service, unless others are being made.
    fn go_on(&mut self, app: &App) {
        let is_free = self.working.as_ref().is_none_or(JoinHandle::is_finished);
        let Some(edition) = app.edition().filter(|edition| is_free && !edition.is_warm()) else { return };
        if self.begun != edition.generation {
            self.begun.clone_from(&edition.generation);
            let work = move || {
                // whoever asks for them is told why they cannot be made
                let _ = edition.suggestions();
            };
            self.working = thread::Builder::new().name("list".to_owned()).spawn(work).ok();
        }
    }
}
