//! The layers of a document -> whether what is drawn now is shown.

use std::collections::HashSet;

use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, MaybeRef, Object};

const MAX_OPEN: usize = 256;

/// Layers that do not show, and the stretches of marked content that are open.
#[derive(Default)]
pub(super) struct Layers {
    hidden: HashSet<u32>,
    open: Vec<bool>,
    /// Those beyond the ones remembered.
    deeper: usize,
}

impl Layers {
    /// The layers that are off when the file is opened.
    pub fn of(file: &Pdf) -> Self {
        let catalog = file.xref().get::<Dict<'_>>(file.xref().root_id());
        let first = catalog.and_then(|catalog| catalog.get::<Dict<'_>>(b"OCProperties")?.get::<Dict<'_>>(b"D"));
        let off = first.and_then(|first| first.get::<Array<'_>>(b"OFF"));
        let number = |item: MaybeRef<Object<'_>>| match item {
            MaybeRef::Ref(reference) => Some(reference.obj_number),
            MaybeRef::NotRef(_) => None,
        };
        Self { hidden: off.iter().flat_map(Array::raw_iter).filter_map(number).collect(), ..Self::default() }
    }

    /// How many stretches are open.
    pub fn depth(&self) -> usize {
        self.open.len() + self.deeper
    }

    /// Opens a stretch, which may be of a layer.
    pub fn open(&mut self, layer: Option<u32>) {
        if self.open.len() >= MAX_OPEN {
            self.deeper += 1;
        } else {
            self.open.push(self.shows(layer));
        }
    }

    pub fn close(&mut self) {
        if self.deeper > 0 {
            self.deeper -= 1;
        } else {
            self.open.pop();
        }
    }

    /// Whether a layer shows where drawing is.
    pub fn shows(&self, layer: Option<u32>) -> bool {
        self.is_shown() && layer.is_none_or(|layer| !self.hidden.contains(&layer))
    }

    /// Whether what is drawn now is shown.
    pub fn is_shown(&self) -> bool {
        self.open.last().copied().unwrap_or(true)
    }
}
