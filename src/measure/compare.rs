//! The reciprocal ranks of the same queries with two weights to whether the second are better.

/// How often queries are drawn.
const DRAWS: usize = 2000;

/// The shares of the draws that lie below and above what is told.
const TAILS: (f64, f64) = (0.025, 0.975);

/// No set may fall by more than this.
const MOST_FALL: f64 = 0.003;

/// How two weights answer the queries of one set.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// The name of the set.
    pub set: String,
    /// How many queries have an answer.
    pub queries: u64,
    /// Mean reciprocal rank with the first weights.
    pub now: f64,
    /// The same with the second.
    pub then: f64,
    /// By how much it rises.
    pub difference: f64,
    /// Between what the difference lies in 95 of 100 draws of the queries.
    pub between: [f64; 2],
}

/// What speaks against the second weights.
#[derive(Clone, Debug, PartialEq)]
pub enum Against {
    /// The mean of the differences of the sets is not above zero.
    NoRise,
    /// A set falls by more than it may.
    Fall {
        /// Its name.
        set: String,
        /// By how much.
        by: f64,
    },
    /// No set rises for sure.
    Chance,
}

impl Compared {
    /// Compares the ranks of the queries of one set, each with both weights.
    pub fn of(set: &str, now: &[f64], then: &[f64]) -> Self {
        let mean = |ranks: &[f64]| ranks.iter().sum::<f64>() / ranks.len().max(1) as f64;
        let differences: Vec<f64> = now.iter().zip(then).map(|(now, then)| then - now).collect();
        Self {
            set: set.to_owned(),
            queries: now.len() as u64,
            now: mean(now),
            then: mean(then),
            difference: mean(&differences),
            between: between(&differences),
        }
    }
}

/// The mean of the differences of the sets.
pub fn mean_difference(sets: &[Compared]) -> f64 {
    sets.iter().map(|set| set.difference).sum::<f64>() / sets.len().max(1) as f64
}

/// What speaks against the second weights: nothing if they are to be taken.
pub fn against(sets: &[Compared]) -> Vec<Against> {
    let mut against = Vec::new();
    if mean_difference(sets) <= 0.0 {
        against.push(Against::NoRise);
    }
    let falls = sets.iter().filter(|set| set.difference < -MOST_FALL);
    against.extend(falls.map(|set| Against::Fall { set: set.set.clone(), by: -set.difference }));
    if !sets.iter().any(|set| set.between[0] > 0.0) {
        against.push(Against::Chance);
    }
    against
}

/// Between what the mean lies in most draws of as many of them, each of which may come several times.
fn between(differences: &[f64]) -> [f64; 2] {
    if differences.is_empty() {
        return [0.0; 2];
    }
    let mut chance = Chance(1);
    let mut draw = || {
        let drawn = (0..differences.len()).map(|_| differences[chance.below(differences.len())]);
        drawn.sum::<f64>() / differences.len() as f64
    };
    let mut means: Vec<f64> = (0..DRAWS).map(|_| draw()).collect();
    means.sort_by(f64::total_cmp);
    let at = |share: f64| means[((DRAWS - 1) as f64 * share).round() as usize];
    [at(TAILS.0), at(TAILS.1)]
}

/// Numbers that look like chance and are the same in every run (SplitMix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % limit as u64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_taken_that_helps_one_set_for_sure_and_costs_none() {
        let ranks =
            |first: usize, rank: f64| (0..100).map(|at| if at < first { rank } else { 0.5 }).collect::<Vec<f64>>();
        let check = |sets: &[(Vec<f64>, Vec<f64>)], expected: &[Against]| {
            let rows: Vec<Compared> = sets.iter().map(|(now, then)| Compared::of("a", now, then)).collect();
            assert_eq!(against(&rows), expected);
        };
        let same = || (ranks(0, 0.5), ranks(0, 0.5));
        check(&[(ranks(0, 0.5), ranks(40, 1.0)), same()], &[]);
        check(&[(ranks(0, 0.5), ranks(1, 1.0)), same()], &[Against::Chance]);
        check(&[same()], &[Against::NoRise, Against::Chance]);
        let fall = Against::Fall { set: "a".to_owned(), by: 0.01 };
        check(&[(ranks(0, 0.5), ranks(40, 1.0)), (ranks(2, 1.0), ranks(0, 0.5))], &[fall]);
    }

    #[test]
    fn the_interval_holds_the_difference() {
        let then: Vec<f64> = (0..50).map(|at| if at % 3 == 0 { 1.0 } else { 0.5 }).collect();
        let row = Compared::of("a", &[0.5; 50], &then);
        assert!(row.between[0] < row.difference && row.difference < row.between[1], "{row:?}");
        assert_eq!(Compared::of("a", &[0.5, 1.0], &[1.0, 0.5]).difference, 0.0);
        assert_eq!(Compared::of("a", &[], &[]).between, [0.0; 2]);
    }
}
