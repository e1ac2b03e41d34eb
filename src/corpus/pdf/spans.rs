//! Signs that the file has another text for (`ActualText`) -> that text, in their place.

use hayro_syntax::object::{Dict, String as Bytes};

use super::sign::{Sign, is_parallel};
use super::strings::text_of;

const MAX_OPEN: usize = 256;

/// The stretches of marked content that are open, the innermost last.
#[derive(Default)]
pub(super) struct Spans {
    open: Vec<Option<Span>>,
    /// Those beyond the ones remembered.
    deeper: usize,
}

/// A stretch with a text of its own.
struct Span {
    text: String,
    /// Which sign stands for it, once one was drawn.
    sign: Option<usize>,
}

impl Spans {
    /// How many are open.
    pub fn depth(&self) -> usize {
        self.open.len() + self.deeper
    }

    pub fn open(&mut self, properties: Option<&Dict<'_>>) {
        if self.open.len() >= MAX_OPEN {
            self.deeper += 1;
            return;
        }
        let text = properties.and_then(|properties| properties.get::<Bytes<'_>>(b"ActualText"));
        self.open.push(text.map(|text| Span { text: text_of(&text), sign: None }));
    }

    pub fn close(&mut self) {
        if self.deeper > 0 {
            self.deeper -= 1;
        } else {
            self.open.pop();
        }
    }

    /// Whether another text stands for what is drawn.
    pub fn have_text(&self) -> bool {
        self.open.iter().flatten().next().is_some()
    }

    /// Adds a sign that is drawn, unless another text stands for it.
    pub fn place(&mut self, signs: &mut Vec<Sign>, sign: Sign) {
        let Some(span) = self.open.iter_mut().flatten().next() else {
            signs.push(sign.settled());
            return;
        };
        match span.sign.and_then(|at| signs.get_mut(at)) {
            // an accent lies over what was drawn before, wherever its own place is
            Some(first) if is_parallel(first.direction, sign.direction) && !sign.is_mark() => {
                first.end = first.end.max(sign.end);
            }
            Some(_) => {}
            None if span.text.is_empty() => {}
            None => {
                span.sign = Some(signs.len());
                signs.push(Sign { text: span.text.clone(), ..sign }.settled());
            }
        }
    }
}
