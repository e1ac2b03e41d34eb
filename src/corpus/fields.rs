//! Marks of fields in an office document -> whether text stands in the code of one.

use super::room::MAX_OPEN;

/// The open fields, the innermost last.
#[derive(Default)]
pub(super) struct Fields {
    /// For each whether its result has begun.
    open: Vec<bool>,
    /// How many have not.
    codes: usize,
    /// Fields beyond those remembered.
    deeper: usize,
}

impl Fields {
    pub fn begin(&mut self) {
        if self.open.len() < MAX_OPEN {
            self.open.push(false);
            self.codes += 1;
        } else {
            self.deeper += 1;
        }
    }

    pub fn begin_result(&mut self) {
        if let Some(has_result) = self.open.last_mut().filter(|has_result| !**has_result && self.deeper == 0) {
            *has_result = true;
            self.codes -= 1;
        }
    }

    pub fn end(&mut self) {
        if self.deeper > 0 {
            self.deeper -= 1;
        } else if self.open.pop() == Some(false) {
            self.codes -= 1;
        }
    }

    /// Whether text here is no text of the document.
    pub fn in_code(&self) -> bool {
        self.codes > 0
    }
}
