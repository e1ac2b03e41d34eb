//! Which passages are in a sample of an index, whatever keeps them: it is halved again and again, and depends on nothing
//! but the passages.

/// A sample has at most about this many passages; at least half as many where there are more than that. With a
/// quarter of them, which passages were drawn told in the ranking of questions without diacritics.
const ENOUGH: u64 = 8192;

/// So many times the sample can be halved.
const MAX_LEVEL: u32 = 32;

/// How often the sample of so many passages is halved; 0 where all are looked at.
pub(super) fn level_of(passages: u64) -> u32 {
    (0..MAX_LEVEL).find(|level| passages >> level <= ENOUGH).unwrap_or(MAX_LEVEL)
}

/// The terms of passages that are left in a sample that was halved so often.
pub(super) fn terms(level: u32) -> impl Iterator<Item = String> {
    (level..=MAX_LEVEL).map(|level| level.to_string())
}

/// How many passages of an index one of those that were drawn stands for.
pub(super) fn share(passages: u64, drawn: u64) -> f32 {
    (passages as f32 / drawn.max(1) as f32).max(1.0)
}

/// How often a passage is in a sample that is halved again and again, as the term that tells it; none where it
/// is in the first alone, which is all of the index.
pub(super) fn term(order: u64, ordinal: usize) -> Option<String> {
    let level = mixed(order ^ mixed(ordinal as u64)).trailing_zeros().min(MAX_LEVEL);
    (level > 0).then(|| level.to_string())
}

/// Spreads numbers that are close to each other; the last step of splitmix64
/// (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014).
fn mixed(number: u64) -> u64 {
    let number = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_level_has_half_of_the_passages_of_the_one_before() {
        let levels: Vec<u32> = (0..20_000_usize)
            .map(|n| term((n / 50) as u64, n % 50).map_or(0, |level| level.parse().expect("a number")))
            .collect();
        for level in 1..6 {
            let share = levels.iter().filter(|&&other| other >= level).count() as f64 / 20_000.0;
            let expected = 0.5_f64.powi(level as i32);
            assert!((share / expected - 1.0).abs() < 0.1, "{level}: {share}");
        }
    }
}
