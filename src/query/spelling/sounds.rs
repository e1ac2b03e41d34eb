//! A syllable to those that sound or look like it: onset, rhyme and tone, each alone or together.

use super::candidate::{Candidate, SlipKind};
use super::costs;
use crate::text::syllable::{ONSETS, RHYMES, Syllable, TONES, Toned, folded_parts, is_folded, plain, spelt_onset};

/// A part that may be meant, and what writing the other one costs.
struct Other<T> {
    part: T,
    cost: f32,
    kind: SlipKind,
}

/// Appends the syllables that differ from the letters and tone typed by sounds and marks.
///
/// The letters need be a syllable only when marks are put on them or taken off. Two of the three parts
/// may differ, all three where no marks were typed.
pub(super) fn push(toned: &Toned, syllables: &mut Vec<(f32, SlipKind, Syllable)>) {
    let letters = toned.letters();
    let Some((onset, rest)) = folded_parts(letters).or_else(|| misspelt_parts(letters)) else { return };
    let onsets = onsets(onset);
    let rhymes = rhymes(rest);
    let unmarked = toned.tone == 0 && toned.letters().iter().all(|letter| letter.is_ascii());
    let most_slips = if unmarked { 3 } else { 2 };
    for onset in &onsets {
        for rhyme in &rhymes {
            for tone in 0..TONES {
                let parts = [
                    (onset.cost, onset.kind),
                    (rhyme.cost, rhyme.kind),
                    (costs::tone(toned.tone, tone), SlipKind::Tone),
                ];
                let Some((cost, kind)) = sum(&parts, most_slips) else { continue };
                if let Some(syllable) = Syllable::new(onset.part, rhyme.part, tone) {
                    syllables.push((cost, kind, syllable));
                }
            }
        }
    }
}

/// Appends the folded syllables that differ from the letters typed by their sounds.
pub(super) fn push_folded(letters: &[char], found: &mut Vec<Candidate>) {
    let Some((onset, rest)) = folded_parts(letters).or_else(|| misspelt_parts(letters)) else { return };
    let rhymes = folded_rhymes(rest);
    for onset in onsets(onset) {
        for rhyme in &rhymes {
            let Some((cost, kind)) = sum(&[(onset.cost, onset.kind), (rhyme.cost, rhyme.kind)], 2) else { continue };
            let letters = spelt_onset(onset.part, &rhyme.part).chars().map(plain);
            let letters: Vec<char> = letters.chain(rhyme.part.iter().copied()).collect();
            if is_folded(&letters) {
                found.push(Candidate { form: letters.iter().collect(), cost, kind });
            }
        }
    }
}

/// The parts of letters whose onset the spelling does not have before this vowel: `ngiệp`, `cỷ`.
fn misspelt_parts(letters: &[char]) -> Option<(u8, &[char])> {
    (0..).zip(ONSETS.iter()).find_map(|(at, onset)| {
        let len = onset.len();
        let (own, rest) = (len <= letters.len()).then(|| letters.split_at(len))?;
        let respelt = costs::ONSETS.iter().any(|&(a, b, cost)| {
            let other = if a == *onset { b } else { a };
            let pair = cost == costs::SPELLING_ONLY && (a == *onset || b == *onset);
            let letters: Vec<char> = other.chars().chain(rest.iter().copied()).collect();
            pair && folded_parts(&letters).is_some()
        });
        (own.iter().copied().eq(onset.chars()) && respelt).then_some((at, rest))
    })
}

/// What slips cost together; none where there is no slip or are too many.
fn sum(parts: &[(f32, SlipKind)], most_slips: usize) -> Option<(f32, SlipKind)> {
    let mut slips = 0;
    let (mut cost, mut kind) = (0.0, SlipKind::Several);
    for &(part, slip) in parts.iter().filter(|(cost, _)| *cost > 0.0) {
        slips += 1;
        cost += part + if slips > 1 { costs::ONE_MORE } else { 0.0 };
        kind = if slips > 1 { SlipKind::Several } else { slip };
    }
    ((1..=most_slips).contains(&slips) && cost <= costs::MOST).then_some((cost, kind))
}

/// The onset itself and those it is confused with.
fn onsets(onset: u8) -> Vec<Other<u8>> {
    let own = ONSETS[usize::from(onset)];
    let same = Other { part: onset, cost: 0.0, kind: SlipKind::Onset };
    let others = costs::ONSETS.iter().filter_map(|&(a, b, cost)| {
        let other = if a == own { b } else { (b == own).then_some(a)? };
        let part = ONSETS.iter().position(|onset| *onset == other)?;
        Some(Other { part: u8::try_from(part).ok()?, cost, kind: SlipKind::Onset })
    });
    std::iter::once(same).chain(others).collect()
}

/// The rhyme of letters and those it is confused with.
fn rhymes(typed: &[char]) -> Vec<Other<u8>> {
    let others = (0..).zip(RHYMES.iter()).filter_map(|(part, rhyme)| {
        let (cost, kind) = confusion(typed, rhyme.letters)?;
        Some(Other { part, cost, kind })
    });
    others.collect()
}

/// The folded rhyme of letters and those it is confused with.
fn folded_rhymes(typed: &[char]) -> Vec<Other<Vec<char>>> {
    let mut others = vec![Other { part: typed.to_vec(), cost: 0.0, kind: SlipKind::Final }];
    for own in RHYMES.iter().filter(|rhyme| rhyme.folded == typed) {
        for rhyme in RHYMES.iter().filter(|rhyme| rhyme.folded != typed) {
            if let Some((cost, kind)) = confusion(own.letters, rhyme.letters) {
                others.push(Other { part: rhyme.folded.to_vec(), cost, kind });
            }
        }
    }
    others
}

/// What writing one rhyme for another costs; none where they are not confused.
fn confusion(typed: &[char], meant: &[char]) -> Option<(f32, SlipKind)> {
    if typed == meant {
        return Some((0.0, SlipKind::Vowel));
    }
    marks(typed, meant).map(|cost| (cost, SlipKind::Vowel)).or_else(|| {
        let pair = |&(a, b, cost): &(&str, &str, f32)| {
            let fits = |a: &str, b: &str| a.chars().eq(typed.iter().copied()) && b.chars().eq(meant.iter().copied());
            (fits(a, b) || fits(b, a)).then_some((cost, SlipKind::Vowel))
        };
        costs::RHYMES.iter().find_map(pair).or_else(|| finals(typed, meant).map(|cost| (cost, SlipKind::Final)))
    })
}

/// What it costs that only the marks differ.
fn marks(typed: &[char], meant: &[char]) -> Option<f32> {
    if typed.len() != meant.len() {
        return None;
    }
    let mut worst = 0.0_f32;
    let mut count = 0.0;
    for (&a, &b) in typed.iter().zip(meant).filter(|(a, b)| a != b) {
        let cost = match (plain(a), plain(b)) {
            (x, y) if x != y => return None,
            (x, _) if x == a => costs::NO_MARK,
            (_, y) if y == b => costs::MARK_TOO_MUCH,
            _ => costs::OTHER_MARK,
        };
        worst = worst.max(cost);
        count += 1.0;
    }
    Some(worst + 0.1 * (count - 1.0))
}

/// What it costs that only the finals differ.
fn finals(typed: &[char], meant: &[char]) -> Option<f32> {
    let shared = typed.iter().zip(meant).take_while(|(a, b)| a == b).count();
    costs::FINALS.iter().find_map(|&(a, b, cost)| {
        let fits = |a: &str, b: &str| {
            // n and ng share a letter, so the stem ends before it
            let stem = typed.len().checked_sub(a.len()).filter(|stem| *stem <= shared)?;
            let ends = a.chars().eq(typed[stem..].iter().copied());
            (ends && b.chars().eq(meant.get(stem..)?.iter().copied())).then_some(())
        };
        // a lone i or y is no final but a vowel, and is confused alike
        fits(a, b).or_else(|| fits(b, a)).map(|()| cost)
    })
}
