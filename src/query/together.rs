//! Gathered words to what finds the passages in which they stand side by side, as they were typed. Where very many
//! passages hold the same words, these are not among the best by their words alone.

use super::planned::{Evidence, Gathered, TermKind};
use super::planner::Planner;
use crate::store::{Scale, SideBySide, Term};

impl Planner<'_> {
    /// What finds passages that hold all pairs of neighbors; none where it is not worth it.
    pub(super) fn side_by_side(&self, gathered: &Gathered) -> Option<SideBySide> {
        let limits = &self.weights.limits;
        let is_pair = |evidence: &&Evidence| matches!(evidence.kind, TermKind::Pair(_));
        let pairs = gathered.evidence.iter().filter(is_pair);
        let pairs: Vec<[Term; 2]> = pairs.filter_map(|pair| Some([pair.term.clone(), pair.next.clone()?])).collect();
        // a pair that stands nowhere is no evidence
        if pairs.is_empty() || pairs.len() < gathered.pairs.len() || gathered.words.len() > limits.together_words {
            return None;
        }
        // the words of a pair that stands somewhere are evidence too
        let passages = |term: &Term| {
            let single = |evidence: &&Evidence| evidence.next.is_none() && evidence.term == *term;
            gathered.evidence.iter().find(single).map_or(0, |evidence| evidence.passages)
        };
        let words = pairs.iter().flatten().chain(as_typed(gathered));
        let mut words: Vec<(u64, &Term)> = words.map(|word| (passages(word), word)).collect();
        words.sort();
        words.dedup();
        let rarest = words.first().map_or(0, |(passages, _)| *passages);
        if rarest <= limits.together_rarest {
            return None;
        }
        let words = words.into_iter().map(|(_, word)| word.clone()).collect();
        let average = self.facts.averages().body;
        let scale = Scale { k1: self.weights.k1, b: self.weights.b, average };
        Some(SideBySide { pairs, words, drawn: rarest > limits.together_looked_at, scale })
    }
}

/// The words that must stand as they were typed, with their diacritics; not those that may be half typed.
fn as_typed(gathered: &Gathered) -> impl Iterator<Item = &Term> {
    let is_half_typed = |word| gathered.evidence.iter().any(|evidence| evidence.kind == TermKind::Fuller(word));
    let as_typed = move |evidence: &&Evidence| match evidence.kind {
        TermKind::Exact(word) => !is_half_typed(word),
        _ => false,
    };
    gathered.evidence.iter().filter(as_typed).map(|evidence| &evidence.term)
}
