//! The signs of a page -> the same without those that were drawn over themselves.
//!
//! Bold letters and shadows are made by drawing a sign again, a little beside.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHasher};

use super::sign::Sign;

/// How far beside, in sizes of the letters, a sign is still drawn over itself.
const BESIDE: f32 = 0.12;

/// Signs that are compared with one; more lie in one place only in a file that is made to be slow.
const MAX_NEAR: usize = 8;

/// A place of signs: what they say, how large they are, where they stand.
type Cell = (u64, i32, i32, i32);

/// Leaves out what was drawn before in the same place.
pub(super) fn drop_doubles(signs: &mut Vec<Sign>) {
    let mut known: FxHashMap<Cell, Vec<(f32, f32)>> = FxHashMap::default();
    signs.retain(|sign| {
        let (text, size, x, y) = cell(sign);
        let is_double = (-1..=1).flat_map(|left| (-1..=1).map(move |down| (left, down))).any(|(left, down)| {
            let places = known.get(&(text, size, x.saturating_add(left), y.saturating_add(down)));
            places.into_iter().flatten().any(|&(start, across)| {
                (start - sign.start).abs() < BESIDE * sign.size && (across - sign.across).abs() < BESIDE * sign.size
            })
        });
        if !is_double {
            let places = known.entry((text, size, x, y)).or_default();
            if places.len() < MAX_NEAR {
                places.push((sign.start, sign.across));
            }
        }
        !is_double
    });
}

fn cell(sign: &Sign) -> Cell {
    let mut hasher = FxHasher::default();
    sign.text.hash(&mut hasher);
    // lines of different directions have places of their own
    let turn = |part: f32| (part * 16.0).round() as i32;
    (turn(sign.direction.0), turn(sign.direction.1)).hash(&mut hasher);
    // a power of two, so that what differs by a rounding lies on one grid
    let level = sign.size.log2().round();
    let side = level.exp2() * BESIDE * 2.0;
    (hasher.finish(), level as i32, (sign.start / side) as i32, (sign.across / side) as i32)
}

#[cfg(test)]
mod tests {
    use super::super::sign::Up;
    use super::*;

    #[test]
    fn a_sign_is_told_once_in_one_place() {
        let sign = |text: &str, x: f64, y: f64| {
            let up = Up { direction: (1.0, 0.0), size: 10.0 };
            Sign::between(text.to_owned(), "".into(), (x, y).into(), (x + 2.0, y).into(), up).unwrap()
        };
        let check = |signs: &[(&str, f64, f64)], expected: &str| {
            let mut signs: Vec<Sign> = signs.iter().map(|&(text, x, y)| sign(text, x, y)).collect();
            drop_doubles(&mut signs);
            assert_eq!(signs.iter().map(|sign| sign.text.as_str()).collect::<String>(), expected);
        };
        check(&[("a", 10.0, 50.0), ("a", 10.4, 50.0), ("b", 12.0, 50.0), ("a", 10.0, 50.9)], "ab");
        check(&[("a", 0.1, 0.1), ("a", -0.1, -0.1)], "a");
        check(&[("l", 10.0, 50.0), ("l", 12.0, 50.0), ("l", 14.0, 50.0)], "lll");
        check(&[("a", 10.0, 50.0), ("b", 10.0, 50.0)], "ab");
    }
}
