//! Ranked candidates and the words of a query to how often neighbors of the query stand near each
//! other in a passage, in any order.

use crate::query::{Evidence, TermKind};
use crate::store::Term;

/// The terms by which the positions of each word are found, none where it stands nowhere.
pub(super) fn terms(evidence: &[Evidence], words: usize) -> Vec<Option<&Term>> {
    let mut terms = vec![None; words];
    for evidence in evidence {
        // only folded forms have positions
        if let TermKind::Folded(word) = evidence.kind {
            terms[word] = Some(&evidence.term);
        }
    }
    terms
}

/// How often two words stand near each other, at most so many positions apart; those side by side as in the query are pairs and are
/// counted there.
pub(super) fn near(first: &[u32], second: &[u32], reach: u32) -> f32 {
    let mut count = 0;
    let mut start = 0;
    for &at in first {
        while second.get(start).is_some_and(|&other| other + reach < at) {
            start += 1;
        }
        let close = second[start..].iter().take_while(|&&other| other <= at + reach);
        let (mut any, mut pair) = (false, false);
        for &other in close {
            any |= other != at + 1;
            pair |= other == at + 1;
        }
        count += u32::from(any && !pair);
    }
    count as f32
}

#[cfg(test)]
mod tests {
    use super::near;

    #[test]
    fn words_are_near_in_any_order() {
        for (first, second, expected) in [
            (&[1, 20][..], &[4, 10][..], 1.0),
            (&[5], &[2], 1.0),
            (&[6], &[2], 0.0),
            (&[1, 3, 30], &[2, 31], 1.0),
            (&[], &[1], 0.0),
        ] {
            assert_eq!(near(first, second, 3), expected, "{first:?} {second:?}");
        }
    }
}
