//! Pieces of text to parts of even size; the pieces keep their order and none is lost.

use super::division::Limits;
use super::sentence::{self, Grade, MAX_BYTES};
use super::syllables;

/// A piece of text that stays whole from here on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece {
    /// Byte range in the text, without blanks around it.
    pub start: usize,
    pub end: usize,
    /// Its syllables.
    pub syllables: u32,
}

impl Piece {
    fn fits(&self, limits: &Limits) -> bool {
        self.syllables <= limits.max_syllables && self.end - self.start <= MAX_BYTES
    }
}

/// A last part shorter than this joins the part before it.
const MIN_TAIL: u32 = 25;

/// Packs neighbors into as few parts of at most `max` syllables as possible,
/// all of much the same size. A last part below [`MIN_TAIL`] may make the part
/// before it longer than `max` by `slack`.
pub(super) fn pack(pieces: &[Piece], max: u32, slack: u32) -> Vec<Piece> {
    let mut left: u64 = pieces.iter().map(|piece| u64::from(piece.syllables)).sum();
    let mut parts: Vec<Piece> = Vec::new();
    let mut open = false;
    let mut target = target_of(left, max);
    for piece in pieces {
        let fresh = match parts.last_mut() {
            Some(part) if open && joins(part, piece, max, target) => {
                part.end = piece.end;
                part.syllables += piece.syllables;
                None
            }
            Some(part) if open => {
                left -= u64::from(part.syllables);
                target = target_of(left, max);
                Some(*piece)
            }
            _ => Some(*piece),
        };
        parts.extend(fresh);
        open = true;
    }
    join_tail(&mut parts, max.saturating_add(slack));
    parts
}

fn target_of(syllables: u64, max: u32) -> u32 {
    let parts = syllables.div_ceil(u64::from(max.max(1))).max(1);
    u32::try_from(syllables.div_ceil(parts)).unwrap_or(max)
}

fn joins(part: &Piece, piece: &Piece, max: u32, target: u32) -> bool {
    let sum = part.syllables.saturating_add(piece.syllables);
    let overshoot = sum.saturating_sub(target);
    let undershoot = target.saturating_sub(part.syllables);
    sum <= max
        && piece.end - part.start <= MAX_BYTES
        && (overshoot <= undershoot || part.syllables < MIN_TAIL || piece.syllables == 0)
}

fn join_tail(parts: &mut Vec<Piece>, max: u32) {
    let [.., before, tail] = parts.as_mut_slice() else {
        return;
    };
    let sum = before.syllables.saturating_add(tail.syllables);
    if tail.syllables < MIN_TAIL && sum <= max && tail.end - before.start <= MAX_BYTES {
        before.end = tail.end;
        before.syllables = sum;
        parts.pop();
    }
}

/// Cuts `piece` of `text` at the best places there are, and appends the parts, which fit.
/// The first cut lies behind `glue`, as long as that leaves a part that fits.
pub(super) fn split(text: &str, piece: Piece, glue: usize, limits: &Limits, parts: &mut Vec<Piece>) {
    if piece.fits(limits) {
        parts.push(piece);
    } else {
        parts.extend(split_at(text, piece, glue, limits, Grade::Sentence));
    }
}

fn split_at(text: &str, piece: Piece, glue: usize, limits: &Limits, grade: Grade) -> Vec<Piece> {
    let mut found = Vec::new();
    let slice = &text[piece.start..piece.end];
    let from = glue.clamp(piece.start, piece.end) - piece.start;
    let mut start = 0;
    let mut add = |end: usize| {
        let part = slice[start..end].trim_end();
        if !part.is_empty() {
            found.push(Piece {
                start: piece.start + start,
                end: piece.start + start + part.len(),
                syllables: syllables::count(part),
            });
        }
        start = end;
    };
    sentence::cuts(slice, from, grade, &mut add);
    add(slice.len());
    let mut parts = Vec::with_capacity(found.len());
    for part in found {
        // Where there is no good place, only the limit of bytes cuts.
        let bytes_only = grade >= Grade::Blank;
        let whole = part.fits(limits) || bytes_only && part.end - part.start <= MAX_BYTES;
        match grade.worse() {
            Some(worse) if !whole => parts.extend(split_at(text, part, glue, limits, worse)),
            _ => parts.push(part),
        }
    }
    pack(&parts, limits.max_syllables, MIN_TAIL)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packs_evenly() {
        let sizes = |sizes: &[u32]| {
            let mut start = 0;
            let pieces: Vec<Piece> = sizes
                .iter()
                .map(|&syllables| {
                    start += 100;
                    Piece { start: start - 100, end: start - 1, syllables }
                })
                .collect();
            let parts = pack(&pieces, 120, MIN_TAIL);
            parts.iter().map(|part| part.syllables).collect::<Vec<_>>()
        };
        for (pieces, expected) in [
            (vec![20; 10], vec![100, 100]),
            (vec![40, 40, 40], vec![120]),
            (vec![30; 5], vec![90, 60]),
            (vec![118, 10], vec![128]),
            (vec![110, 30, 100], vec![110, 30, 100]),
            (vec![0, 0, 5], vec![5]),
            (vec![300, 10, 20], vec![300, 30]),
            (vec![], vec![]),
        ] {
            assert_eq!(sizes(&pieces), expected, "{pieces:?}");
        }
    }

    #[test]
    fn splits_at_the_best_place() {
        let limits = Limits { min_syllables: 4, max_syllables: 8 };
        let split_text = |text: &str| {
            let syllables = syllables::count(text);
            let whole = Piece { start: 0, end: text.len(), syllables };
            let mut parts = Vec::new();
            split(text, whole, 0, &limits, &mut parts);
            parts.iter().map(|part| text[part.start..part.end].to_owned()).collect::<Vec<_>>()
        };
        let sentence = "Một hai ba bốn năm sáu bảy. ".repeat(8);
        assert_eq!(split_text(sentence.trim()).len(), 8 - 1, "the tail joins");
        let names = "Lê Ba".to_owned() + &" Lê Ba".repeat(40);
        assert_eq!(split_text(&names), vec![names.clone()]);
        let letters = "a".repeat(3 * MAX_BYTES);
        assert_eq!(split_text(&letters).len(), 3);
    }
}
