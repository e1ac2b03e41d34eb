//! The signs of a page in the order in which they are drawn -> its lines.
//!
//! Lines keep that order, which is the order of reading in what offices write; cells and columns stay
//! whole that way. Only what fills a gap of a line is put there: programs that draw font by font come
//! back to a line later.

use super::sign::{Sign, is_parallel};

/// In sizes of the letters: how far a line may rise and fall, how far
/// small letters may that fill a gap of it, and how far back a sign, and a
/// combining mark, may be set without starting anew.
const RISE: f32 = 0.45;
const SMALL_RISE: f32 = 0.48;
const SET_BACK: f32 = 0.6;
const MARK_SET_BACK: f32 = 1.2;

/// In the same: how much the height of two parts of one line may differ, how much they may overlap,
/// and how close one must be to the other where it fills no gap.
const SAME_HEIGHT: f32 = 0.2;
const OVERLAP: f32 = 0.15;
const BESIDE: f32 = 0.35;

/// How much smaller an exponent is than the letters of its line, and how small at least.
const SMALLER: f32 = 0.85;
const SMALLEST: f32 = 0.4;

/// What stands farther apart, in sizes, may belong to different gaps; a line has no more such parts.
const PART_GAP: f32 = 1.0;
const MAX_PARTS: usize = 64;

/// Longer lines are filled by nothing.
const MAX_SIGNS: usize = 4096;

/// Lines of one height that are looked at for a gap; no page that was made in earnest has more.
const MAX_BESIDE: usize = 64;

/// Signs on one line.
#[derive(Debug)]
pub(super) struct Line {
    pub signs: Vec<Sign>,
    pub direction: (f32, f32),
    pub across: f32,
    /// Of its largest letters.
    pub size: f32,
    end: f32,
}

impl Line {
    fn of(sign: Sign) -> Self {
        let Sign { direction, across, size, end, .. } = sign;
        Self { signs: vec![sign], direction, across, size, end }
    }

    /// Whether a sign that is drawn next goes on with it.
    fn goes_on(&self, sign: &Sign) -> bool {
        let size = self.size.max(sign.size);
        is_parallel(self.direction, sign.direction)
            && (sign.across - self.across).abs() < RISE * size
            && sign.start > self.end - if sign.is_mark() { MARK_SET_BACK } else { SET_BACK } * size
    }

    fn push(&mut self, sign: Sign) {
        self.end = self.end.max(sign.end);
        // A line is as high as its letters, not as the mark of a footnote.
        if sign.size > self.size && !sign.is_blank() {
            (self.size, self.across) = (sign.size, sign.across);
        }
        self.signs.push(sign);
    }

    fn start(&self) -> f32 {
        self.signs.iter().map(|sign| sign.start).fold(f32::MAX, f32::min)
    }

    /// Where among its signs the parts of another line belong, each given by its first sign: the whole, or parts
    /// that stand far apart, such as exponents of several words.
    fn places_for(&self, other: &Self, is_last: bool) -> Option<Vec<(usize, usize)>> {
        if !self.may_hold(other) {
            return None;
        }
        if let Some(place) = self.place_for(&other.signs, other.size, is_last) {
            return Some(vec![(0, place)]);
        }
        let mut starts = vec![0];
        let far = PART_GAP * other.size;
        starts.extend((1..other.signs.len()).filter(|&at| other.signs[at].start - other.signs[at - 1].end > far));
        if starts.len() < 2 {
            return None;
        }
        let ends = starts[1..].iter().copied().chain([other.signs.len()]);
        let parts = starts.iter().zip(ends).take(MAX_PARTS + 1);
        let place = |(&start, end): (&usize, usize)| {
            Some((start, self.place_for(&other.signs[start..end], other.size, is_last)?))
        };
        parts.map(place).collect::<Option<Vec<_>>>().filter(|places| places.len() <= MAX_PARTS)
    }

    /// Puts the parts of another line in their places, told by [`Self::places_for`].
    fn take_in(&mut self, mut other: Self, places: Vec<(usize, usize)>) {
        self.end = self.end.max(other.end);
        for (start, place) in places.into_iter().rev() {
            self.signs.splice(place..place, other.signs.drain(start..));
        }
    }

    /// Whether another line is of the same height, or as small as an exponent or an index and near it.
    fn may_hold(&self, other: &Self) -> bool {
        let size = self.size.min(other.size);
        let height = (other.across - self.across).abs();
        let is_level = height < SAME_HEIGHT * size && self.size.max(other.size) < 2.0 * size;
        // an exponent or an index
        let is_small = other.size < SMALLER * self.size && height < SMALL_RISE * self.size;
        is_parallel(self.direction, other.direction) && (is_level || is_small) && self.signs.len() <= MAX_SIGNS
    }

    /// Where signs belong that lie in a gap of it or right beside it.
    fn place_for(&self, signs: &[Sign], size: f32, is_last: bool) -> Option<usize> {
        let start = signs.iter().map(|sign| sign.start).fold(f32::MAX, f32::min);
        let end = signs.iter().map(|sign| sign.end).fold(f32::MIN, f32::max);
        let size = self.size.min(size);
        let overlap = OVERLAP * size;
        let is_close = |gap: f32| gap > -overlap && gap < BESIDE * size;
        if !is_last && is_close(start - self.end) {
            return Some(self.signs.len());
        }
        if is_close(self.start() - end) {
            return Some(0);
        }
        let mut seen = self.signs.iter().enumerate().filter(|(_, sign)| !sign.is_blank());
        let (_, mut before) = seen.next()?;
        let mut reached = before.end;
        for (at, sign) in seen {
            if reached <= start + overlap && sign.start >= end - overlap {
                return Some(self.place_among_blanks(before, at, start));
            }
            reached = reached.max(sign.end);
            before = sign;
        }
        None
    }

    /// Blanks may be drawn where something is to be filled in.
    fn place_among_blanks(&self, before: &Sign, next: usize, start: f32) -> usize {
        let blanks = self.signs[..next].iter().rev().take_while(|sign| sign.is_blank() && sign.start >= before.start);
        next - blanks.take_while(|blank| blank.end > start).count()
    }
}

/// Gathers signs to lines.
pub(super) fn lines(signs: Vec<Sign>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for sign in signs {
        match lines.last_mut().filter(|line| line.goes_on(&sign)) {
            Some(line) => line.push(sign),
            None if sign.is_blank() => {}
            None => lines.push(Line::of(sign)),
        }
    }
    fill_gaps(lines)
}

/// Puts lines that fill gaps of one before them there.
fn fill_gaps(lines: Vec<Line>) -> Vec<Line> {
    let mut kept: Vec<Line> = Vec::with_capacity(lines.len());
    // the heights of those kept, in order
    let mut heights: Vec<(f32, usize)> = Vec::new();
    for line in lines {
        let reach = SMALL_RISE * line.size / SMALLEST;
        let from = heights.partition_point(|(across, _)| *across < line.across - reach);
        let near = heights[from..].iter().take_while(|(across, _)| *across <= line.across + reach).take(MAX_BESIDE);
        let last = kept.len().wrapping_sub(1);
        let found = near.filter_map(|&(_, at)| Some((at, kept[at].places_for(&line, at == last)?)));
        match found.max_by_key(|(at, _)| *at) {
            Some((at, places)) => kept[at].take_in(line, places),
            None => {
                let at = heights.partition_point(|(across, _)| *across < line.across);
                heights.insert(at, (line.across, kept.len()));
                kept.push(line);
            }
        }
    }
    kept
}
