//! A sign of a page where it is drawn, told along its line and across it.

use std::rc::Rc;

use crate::text::is_mark;
use hayro_font::kurbo::Point;

/// Vectors whose parts differ by less point the same way.
const SAME_DIRECTION: f32 = 0.01;

/// A sign where it is drawn.
#[derive(Clone, Debug)]
pub(super) struct Sign {
    pub text: String,
    /// The name of its font, without the mark of a subset.
    pub font: Rc<str>,
    /// Where it starts and ends on its line.
    pub start: f32,
    pub end: f32,
    /// How high its line lies.
    pub across: f32,
    /// Of the line, as a unit vector.
    pub direction: (f32, f32),
    /// How high its letters are.
    pub size: f32,
}

impl Sign {
    /// A sign between two points on the page; nothing if it has no size or lies nowhere.
    pub fn between(text: String, font: Rc<str>, from: Point, to: Point, up: Up) -> Option<Self> {
        let Up { direction: (ux, uy), size } = up;
        let across = from.y as f32 * ux - from.x as f32 * uy;
        let (start, end) = (along(from, up.direction), along(to, up.direction));
        let is_placed = size.is_normal() && size > 0.0 && start.is_finite() && end.is_finite() && across.is_finite();
        is_placed.then_some(Self { text, font, start, end: end.max(start), across, direction: (ux, uy), size })
    }

    /// Lets it end where a point lies, if that is farther on.
    pub fn reach(&mut self, to: Point) {
        let end = along(to, self.direction);
        if end.is_finite() {
            self.end = self.end.max(end);
        }
    }

    /// The same, but a combining mark takes no room: it lies over the letter before it, wherever its own place is.
    pub fn settled(mut self) -> Self {
        if self.is_mark() {
            self.end = self.start;
        }
        self
    }

    /// Whether it is combining marks, or nothing that is known.
    pub fn is_mark(&self) -> bool {
        self.text.chars().all(is_mark)
    }

    pub fn is_blank(&self) -> bool {
        self.text.chars().all(char::is_whitespace)
    }

    /// Where its middle lies on the line.
    pub fn middle(&self) -> f32 {
        f32::midpoint(self.start, self.end)
    }
}

fn along(point: Point, (ux, uy): (f32, f32)) -> f32 {
    point.x as f32 * ux + point.y as f32 * uy
}

/// The direction of a line as a unit vector, and the size of its letters.
#[derive(Clone, Copy, Debug)]
pub(super) struct Up {
    pub direction: (f32, f32),
    pub size: f32,
}

/// Whether two lines run the same way.
pub(super) fn is_parallel(one: (f32, f32), other: (f32, f32)) -> bool {
    (one.0 - other.0).abs() + (one.1 - other.1).abs() < SAME_DIRECTION
}
