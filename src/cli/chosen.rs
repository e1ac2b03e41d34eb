//! The language of a run, where there is no session at hand to tell it.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::voice::{Language, Listener, Voice};

/// Whether the run speaks Vietnamese.
static IS_VIETNAMESE: AtomicBool = AtomicBool::new(false);

/// The language of the run.
pub(super) fn chosen() -> Language {
    if IS_VIETNAMESE.load(Ordering::Relaxed) { Language::Vietnamese } else { Language::English }
}

/// Who says what is told at the command line.
pub(super) fn voice() -> &'static dyn Voice {
    chosen().voice(Listener::CommandLine)
}

/// Lets all that is told from now on be told in this language.
pub(super) fn choose(language: Language) {
    IS_VIETNAMESE.store(language == Language::Vietnamese, Ordering::Relaxed);
}
