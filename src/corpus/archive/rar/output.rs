//! What a library writes of a member -> its bytes within limits, or why there are none.

use std::cell::RefCell;
use std::io::{self, Write};
use std::mem;
use std::rc::Rc;
use std::time::Instant;

use crate::corpus::archive::bounds::Bounds;
use crate::corpus::unreadable::Unreadable;

/// Where all members are written, one after the other.
pub(super) struct Output(Rc<RefCell<State>>);

struct State {
    bounds: Bounds,
    since: Instant,
    unpacked: Unpacked,
    /// Bytes of the member that are kept at most; none are of one that is unpacked only for those behind it.
    limit: Option<u64>,
    /// Bytes of all members together.
    left: u64,
    /// Whether a member that is too large is unpacked to its end, for those behind it.
    goes_on: bool,
}

/// What became of a member.
#[derive(Default)]
pub(super) struct Unpacked {
    pub bytes: Vec<u8>,
    /// Why it cannot be read.
    pub why: Option<Unreadable>,
    /// Bytes that were unpacked and not kept.
    pub discarded: u64,
}

impl Output {
    pub fn new(bounds: Bounds) -> Self {
        let state = State {
            bounds,
            since: Instant::now(),
            unpacked: Unpacked::default(),
            limit: None,
            left: 0,
            goes_on: false,
        };
        Self(Rc::new(RefCell::new(state)))
    }

    /// The place where the next member is written.
    pub fn open(&self, limit: Option<u64>, left: u64, goes_on: bool) -> Box<dyn Write> {
        let mut state = self.0.borrow_mut();
        (state.limit, state.left, state.goes_on) = (limit, left, goes_on);
        Box::new(Writer(Rc::clone(&self.0)))
    }

    /// Time runs from now.
    pub fn start(&self) {
        self.0.borrow_mut().since = Instant::now();
    }

    /// What was written since the last time.
    pub fn take(&self) -> Unpacked {
        let mut state = self.0.borrow_mut();
        let time = state.since.elapsed();
        state.bounds.take_time(time);
        state.since = Instant::now();
        mem::take(&mut state.unpacked)
    }

    /// Why the member at hand cannot be read.
    pub fn why(&self) -> Option<Unreadable> {
        self.0.borrow().unpacked.why.clone()
    }

    pub fn too_slow(&self) -> Unreadable {
        self.0.borrow().bounds.too_slow()
    }
}

struct Writer(Rc<RefCell<State>>);

impl Write for Writer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().add(bytes).map(|()| bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl State {
    fn add(&mut self, bytes: &[u8]) -> io::Result<()> {
        let count = bytes.len() as u64;
        let limit = self.limit.unwrap_or(self.left);
        if let Err(why) = self.bounds.take(bytes.len(), self.since) {
            return self.fail(why);
        }
        let Some(left) = self.left.checked_sub(count) else {
            return self.fail(Unreadable::UnpacksTooLarge { limit: self.left });
        };
        self.left = left;
        let is_kept = self.limit.is_some() && self.unpacked.why.is_none();
        if !is_kept {
            self.unpacked.discarded += count;
        } else if self.unpacked.bytes.len() as u64 + count > limit {
            self.unpacked.discarded += mem::take(&mut self.unpacked.bytes).len() as u64 + count;
            let why = Unreadable::UnpacksTooLarge { limit };
            if !self.goes_on {
                return self.fail(why);
            }
            self.unpacked.why = Some(why);
        } else {
            self.unpacked.bytes.extend_from_slice(bytes);
        }
        Ok(())
    }

    fn fail(&mut self, why: Unreadable) -> io::Result<()> {
        self.unpacked.why = Some(why);
        Err(io::ErrorKind::QuotaExceeded.into())
    }
}
