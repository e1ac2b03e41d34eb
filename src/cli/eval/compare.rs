//! The reciprocal ranks of the same queries with two weights to whether the second are better.

use crate::wire::reports::{ComparedSet, ComparedSets};

/// How often queries are drawn.
const DRAWS: usize = 2000;

/// The shares of the draws that lie below and above what is told.
const TAILS: (f64, f64) = (0.025, 0.975);

/// No set may fall by more than this.
const MOST_FALL: f64 = 0.003;

/// The sets that two weights were compared on.
pub(super) struct Compared(Vec<ComparedSet>);

/// Compares the ranks of the queries of one set.
pub(super) fn compare(set: &str, now: Vec<f64>, then: Vec<f64>) -> ComparedSet {
    let mean = |ranks: &[f64]| ranks.iter().sum::<f64>() / ranks.len().max(1) as f64;
    let differences: Vec<f64> = now.iter().zip(&then).map(|(now, then)| then - now).collect();
    ComparedSet {
        set: set.to_owned(),
        queries: now.len() as u64,
        mrr_10: mean(&now),
        changed_mrr_10: mean(&then),
        difference: mean(&differences),
        between: between(&differences),
    }
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

impl Compared {
    pub(super) fn of(sets: Vec<ComparedSet>) -> Self {
        Self(sets)
    }

    /// What speaks against the second weights: nothing if they are to be taken.
    fn against(&self) -> Vec<String> {
        let mut against = Vec::new();
        if self.mean() <= 0.0 {
            against.push("the mean over the sets does not rise".to_owned());
        }
        for set in self.0.iter().filter(|set| set.difference < -MOST_FALL) {
            against.push(format!("{} falls by {:.4}", set.set, -set.difference));
        }
        if !self.0.iter().any(|set| set.between[0] > 0.0) {
            against.push("each difference may be chance".to_owned());
        }
        against
    }

    fn mean(&self) -> f64 {
        self.0.iter().map(|set| set.difference).sum::<f64>() / self.0.len().max(1) as f64
    }

    pub(super) fn report(self) -> ComparedSets {
        let (mean_difference, against) = (self.mean(), self.against());
        ComparedSets { sets: self.0, mean_difference, is_better: against.is_empty(), against }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_taken_that_helps_one_set_for_sure_and_costs_none() {
        let ranks =
            |first: usize, rank: f64| (0..100).map(|at| if at < first { rank } else { 0.5 }).collect::<Vec<f64>>();
        let check = |sets: &[(Vec<f64>, Vec<f64>)], expected: &[&str]| {
            let rows = sets.iter().map(|(now, then)| compare("a", now.clone(), then.clone())).collect();
            let report = Compared::of(rows).report();
            assert_eq!(report.against, expected);
            assert_eq!(report.is_better, expected.is_empty());
        };
        let same = || (ranks(0, 0.5), ranks(0, 0.5));
        check(&[(ranks(0, 0.5), ranks(40, 1.0)), same()], &[]);
        check(&[(ranks(0, 0.5), ranks(1, 1.0)), same()], &["each difference may be chance"]);
        check(&[same()], &["the mean over the sets does not rise", "each difference may be chance"]);
        check(&[(ranks(0, 0.5), ranks(40, 1.0)), (ranks(2, 1.0), ranks(0, 0.5))], &["a falls by 0.0100"]);
    }

    #[test]
    fn the_interval_holds_the_difference() {
        let row = compare("a", vec![0.5; 50], (0..50).map(|at| if at % 3 == 0 { 1.0 } else { 0.5 }).collect());
        assert!(row.between[0] < row.difference && row.difference < row.between[1], "{row:?}");
        assert_eq!(compare("a", vec![0.5, 1.0], vec![1.0, 0.5]).difference, 0.0);
        assert_eq!(compare("a", Vec::new(), Vec::new()).between, [0.0; 2]);
    }
}
