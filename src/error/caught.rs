//! A call of code that may panic over odd input to what it returns, or to what the panic says.
//!
//! What is caught is not printed: whoever catches it tells it in a sentence.

use std::cell::{Cell, RefCell};
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::sync::{Mutex, Once, PoisonError};
use std::thread;

thread_local! {
    /// In how many calls of [`caught`] the thread is.
    static DEPTH: Cell<usize> = const { Cell::new(0) };
    /// What the last panic in them said.
    static SAID: RefCell<String> = const { RefCell::new(String::new()) };
}

/// How the names of threads begin whose panics others catch, and what the last of them said.
static ELSEWHERE: Mutex<(Vec<&str>, Option<String>)> = Mutex::new((Vec::new(), None));

/// Calls what may panic.
///
/// # Errors
/// What the panic says, with its place in the source.
pub fn caught<T>(call: impl FnOnce() -> T) -> Result<T, String> {
    listen();
    DEPTH.set(DEPTH.get() + 1);
    let called = panic::catch_unwind(AssertUnwindSafe(call));
    DEPTH.set(DEPTH.get() - 1);
    called.map_err(|_| SAID.take())
}

/// Lets panics of threads whose names begin so wait for [`said_elsewhere`]: a library catches them
/// in threads of its own.
pub fn listen_to(name: &'static str) {
    listen();
    let (names, _) = &mut *ELSEWHERE.lock().unwrap_or_else(PoisonError::into_inner);
    if !names.contains(&name) {
        names.push(name);
    }
}

/// What the last panic in one of these threads has said since this was asked before.
pub fn said_elsewhere() -> Option<String> {
    ELSEWHERE.lock().unwrap_or_else(PoisonError::into_inner).1.take()
}

fn listen() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |panicked| {
            if DEPTH.get() > 0 {
                SAID.set(panicked.to_string());
            } else if !note_elsewhere(panicked) {
                usual(panicked);
            }
        }));
    });
}

/// Notes a panic if it is in one of the threads that are listened to.
fn note_elsewhere(panicked: &PanicHookInfo) -> bool {
    let (names, said) = &mut *ELSEWHERE.lock().unwrap_or_else(PoisonError::into_inner);
    let thread = thread::current();
    let known = thread.name().is_some_and(|own| names.iter().any(|name| own.starts_with(name)));
    if known {
        *said = Some(panicked.to_string());
    }
    known
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_what_it_says() {
        assert_eq!(caught(|| 7), Ok(7));
        let said = caught(|| [1, 2][std::hint::black_box(2)]).unwrap_err();
        assert!(said.contains("caught.rs") && said.contains("out of bounds"), "{said}");
        let outer = caught(|| caught(|| -> u8 { panic!("within") }).unwrap_err());
        assert!(outer.is_ok_and(|said| said.ends_with("within")));
    }

    #[test]
    fn a_thread_of_a_library_is_listened_to() {
        listen_to("listened-");
        let thread = thread::Builder::new().name("listened-1".to_owned()).spawn(|| panic!("elsewhere"));
        assert!(thread.expect("a thread starts").join().is_err());
        assert!(said_elsewhere().is_some_and(|said| said.contains("elsewhere")));
        assert_eq!(said_elsewhere(), None);
    }
}
