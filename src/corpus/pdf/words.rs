//! The signs of a line with their places -> its words, cells and raised marks.

use std::rc::Rc;

use super::accent;
use super::line::Line;
use super::sign::Sign;

/// In sizes of the letters: what parts words, and what parts cells.
const WORD_GAP: f32 = 0.15;
const CELL_GAP: f32 = 3.0;

/// Letters set apart: so many gaps between letters at least, and how large they are, in sizes.
const MIN_SPACED: usize = 3;
const SPACED: std::ops::Range<f32> = 0.12..1.0;
/// In percent: how many of the gaps must be alike, and how much wider one must be to part words.
const ALIKE_PERCENT: usize = 75;
const WIDER: f32 = 1.5;

/// How much smaller a raised sign is than the letters of its line, and how much higher it stands.
const SMALLER: f32 = 0.85;
const RAISED: f32 = 0.15;

/// How far a sign is set back, and how far up or down it stands, where it is stacked on the one before.
const STACKED: f32 = -0.25;
const STACKED_RISE: f32 = 0.3;

/// A part of a line.
#[derive(Debug, PartialEq)]
pub(super) enum Piece {
    /// Text in a font.
    Text { font: Rc<str>, text: String },
    /// The same, smaller and higher than what stands around it.
    Raised { font: Rc<str>, text: String },
    /// What parts cells.
    Cell,
}

/// Reads the words of a line.
pub(super) fn pieces(line: Line) -> Vec<Piece> {
    let body = Body::of(&line);
    let signs = accent::join(line.signs);
    let spaced = spacing(&signs);
    let word_gap = spaced.map_or(WORD_GAP, |gap| gap * WIDER);
    let mut pieces = Vec::new();
    // where the last letter ends, and the last sign
    let (mut reached, mut passed) = (None, f32::MIN);
    let mut last_across = body.across;
    for sign in signs {
        let before = passed;
        passed = passed.max(sign.end);
        if sign.is_blank() {
            push(&mut pieces, &sign, " ", false);
            continue;
        }
        let size = sign.size.max(body.size);
        let gap = reached.map_or(0.0, |reached: f32| (sign.start - reached) / size);
        if gap > CELL_GAP && sign.start - before > CELL_GAP * size {
            pieces.push(Piece::Cell);
        } else if (gap > word_gap || body.is_stacked(last_across, &sign, gap)) && !ends_with_blank(&pieces) {
            push(&mut pieces, &sign, " ", false);
        }
        push(&mut pieces, &sign, &sign.text, body.is_raised_over(&sign));
        last_across = sign.across;
        reached = Some(reached.map_or(sign.end, |reached| reached.max(sign.end)));
    }
    pieces
}

fn push(pieces: &mut Vec<Piece>, sign: &Sign, added: &str, is_raised: bool) {
    match pieces.last_mut() {
        Some(Piece::Text { font, text }) if !is_raised && *font == sign.font => text.push_str(added),
        Some(Piece::Raised { font, text }) if is_raised && *font == sign.font => text.push_str(added),
        _ if is_raised => pieces.push(Piece::Raised { font: Rc::clone(&sign.font), text: added.to_owned() }),
        _ => pieces.push(Piece::Text { font: Rc::clone(&sign.font), text: added.to_owned() }),
    }
}

fn ends_with_blank(pieces: &[Piece]) -> bool {
    match pieces.last() {
        Some(Piece::Text { text, .. } | Piece::Raised { text, .. }) => text.ends_with(char::is_whitespace),
        Some(Piece::Cell) | None => true,
    }
}

/// Most of the letters of a line.
struct Body {
    size: f32,
    across: f32,
}

impl Body {
    fn of(line: &Line) -> Self {
        let mut signs: Vec<(f32, f32)> =
            line.signs.iter().filter(|sign| !sign.is_blank()).map(|sign| (sign.size, sign.across)).collect();
        let middle = signs.len() / 2;
        if signs.is_empty() {
            return Self { size: line.size, across: line.across };
        }
        let size = signs.select_nth_unstable_by(middle, |one, other| one.0.total_cmp(&other.0)).1.0;
        let mut heights: Vec<f32> = signs.iter().filter(|sign| sign.0 > size * SMALLER).map(|sign| sign.1).collect();
        let middle = heights.len() / 2;
        let across = *heights.select_nth_unstable_by(middle, f32::total_cmp).1;
        Self { size, across }
    }

    /// Whether a sign stands under or over the one before, as in a fraction.
    fn is_stacked(&self, last_across: f32, sign: &Sign, gap: f32) -> bool {
        gap < STACKED && (sign.across - last_across).abs() > STACKED_RISE * self.size
    }

    fn is_raised_over(&self, sign: &Sign) -> bool {
        sign.size < self.size * SMALLER && sign.across - self.across > RAISED * self.size
    }
}

/// How far apart the letters of a line are set, in sizes, where nearly all are set apart alike.
fn spacing(signs: &[Sign]) -> Option<f32> {
    let is_letter = |sign: &Sign| sign.text.chars().all(char::is_alphabetic);
    let pairs = signs.windows(2).filter(|pair| !pair[0].is_blank() && !pair[1].is_blank());
    let gap = |pair: &[Sign]| (pair[1].start - pair[0].end) / pair[1].size.max(pair[0].size);
    let mut gaps: Vec<f32> = pairs.filter(|pair| pair.iter().all(is_letter)).map(gap).collect();
    if gaps.len() < MIN_SPACED {
        return None;
    }
    let middle = gaps.len() / 2;
    let usual = *gaps.select_nth_unstable_by(middle, f32::total_cmp).1;
    let alike = gaps.iter().filter(|&&gap| gap > usual / WIDER && gap < usual * WIDER).count();
    (SPACED.contains(&usual) && alike * 100 >= gaps.len() * ALIKE_PERCENT).then_some(usual)
}
