//! Ranked hits and the grades of the answers to the figures that measure a ranking.
//!
//! An answer counts once, at the first hit that holds it.

/// Hits that are looked at.
pub(super) const DEPTH: usize = 10;

/// The figures of one query, each from 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Metrics {
    /// One by the rank of the first hit with an answer.
    pub reciprocal_rank: f64,
    /// The gain of the hits against that of the best order.
    pub ndcg: f64,
    /// The share of the answers that the hits hold.
    pub recall: f64,
    /// Whether the first hit holds an answer.
    pub success: f64,
}

/// Measures one query: for each hit, best first, the numbers of the answers it holds; for each
/// answer its grade, at least one.
pub(super) fn measure(hits: &[Vec<usize>], grades: &[u32]) -> Metrics {
    let mut metrics = Metrics::default();
    let mut seen = vec![false; grades.len()];
    let mut gained = 0.0;
    for (at, answers) in hits.iter().take(DEPTH).enumerate() {
        let new = answers.iter().filter(|&&answer| !std::mem::replace(&mut seen[answer], true));
        let Some(grade) = new.map(|&answer| grades[answer]).max() else { continue };
        if metrics.reciprocal_rank == 0.0 {
            metrics.reciprocal_rank = 1.0 / (at + 1) as f64;
        }
        if at == 0 {
            metrics.success = 1.0;
        }
        gained += gain(grade, at);
    }
    let mut best = grades.to_vec();
    best.sort_unstable_by(|a, b| b.cmp(a));
    let ideal: f64 = best.iter().take(DEPTH).enumerate().map(|(at, &grade)| gain(grade, at)).sum();
    metrics.ndcg = if ideal > 0.0 { (gained / ideal).min(1.0) } else { 0.0 };
    metrics.recall = seen.iter().filter(|&&seen| seen).count() as f64 / grades.len().max(1) as f64;
    metrics
}

/// The mean over queries; all zero where there are none.
pub fn mean(queries: &[Metrics]) -> Metrics {
    let mean = |figure: fn(&Metrics) -> f64| {
        queries.iter().map(figure).fold(0.0, |sum, one| sum + one) / queries.len().max(1) as f64
    };
    Metrics {
        reciprocal_rank: mean(|query| query.reciprocal_rank),
        ndcg: mean(|query| query.ndcg),
        recall: mean(|query| query.recall),
        success: mean(|query| query.success),
    }
}

fn gain(grade: u32, at: usize) -> f64 {
    (2f64.powi(grade.min(30) as i32) - 1.0) / ((at + 2) as f64).log2()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_those_of_the_definitions() {
        let check = |hits: &[&[usize]], grades: &[u32], expected: [f64; 4]| {
            let hits: Vec<Vec<usize>> = hits.iter().map(|hit| hit.to_vec()).collect();
            let Metrics { reciprocal_rank, ndcg, recall, success } = measure(&hits, grades);
            for (got, expected) in [reciprocal_rank, ndcg, recall, success].into_iter().zip(expected) {
                assert!((got - expected).abs() < 1e-4, "{hits:?} {grades:?}: {got} for {expected}");
            }
        };
        check(&[], &[1], [0.0, 0.0, 0.0, 0.0]);
        check(&[&[0]], &[1], [1.0, 1.0, 1.0, 1.0]);
        check(&[&[], &[0]], &[2], [0.5, 0.63093, 1.0, 0.0]);
        check(&[&[1], &[0]], &[2, 1], [1.0, 0.79673, 1.0, 1.0]);
        // an answer held twice counts once, a hit with two answers by the better
        check(&[&[0], &[0]], &[1, 1], [1.0, 0.61315, 0.5, 1.0]);
        check(&[&[0, 1]], &[2, 1], [1.0, 0.82627, 1.0, 1.0]);
        check(&[&[] as &[usize]; 10], &[1], [0.0, 0.0, 0.0, 0.0]);
        let mut late: Vec<&[usize]> = vec![&[]; 10];
        late.push(&[0]);
        check(&late, &[1], [0.0, 0.0, 0.0, 0.0]);
    }

    #[test]
    fn the_mean_of_nothing_is_zero() {
        assert_eq!(mean(&[]), Metrics::default());
        let one = measure(&[vec![0]], &[1]);
        assert_eq!(mean(&[one, Metrics::default()]).success, 0.5);
    }
}
