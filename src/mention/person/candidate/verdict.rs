//! One stretch with its surroundings to a verdict, by the tables of rules below: the first rule that speaks decides.

mod capitals;
mod half;
mod no_name;
mod raised;
#[cfg(test)]
mod tests;
mod titled;
mod untitled;

use super::stretch::Stretch;
use super::{Candidate, Chain, Sweep, Verdict};
use crate::mention::person::surroundings::Left;
use crate::mention::person::word::Shape;
use crate::mention::rule::first;

impl Sweep<'_> {
    /// Notes the stretch `at..stop` of the run `run..end` as a candidate, unless it is no name; returns where to go on.
    pub(super) fn judge(&mut self, run: usize, at: usize, stop: usize, end: usize, left: Left) -> usize {
        let stretch = Stretch { sweep: self, run, at, stop, end, left };
        if let Some((_, rule)) = first(no_name::RULES, |refuses| refuses(&stretch).then_some(())) {
            self.refuse(at, stop, rule);
            return stop;
        }
        let (verdict, rule) = verdict(&stretch);
        let chain = match (verdict, self.chain_at(at)) {
            (Verdict::Person | Verdict::Likely, _) => self.grown(at, left),
            (_, Chain::Places(announced)) => Chain::Places(announced),
            (Verdict::Not, _) => Chain::Places(false),
            (Verdict::Perhaps, _) => Chain::Nothing,
        };
        self.chain = (stop, chain);
        self.found.push(Candidate::new(at..stop, verdict, left, rule));
        stop
    }
}

/// What a stretch is, and the rule that says so.
fn verdict(stretch: &Stretch<'_>) -> (Verdict, &'static str) {
    let rules = match stretch.left {
        _ if stretch.first().shape == Shape::Upper => capitals::RULES,
        Left::Title(_) | Left::Many => titled::RULES,
        _ => untitled::RULES,
    };
    let judged = first(rules, |speaks| speaks(stretch)).unwrap_or((Verdict::Perhaps, ""));
    let raised = if judged.0 == Verdict::Perhaps { first(raised::RULES, |speaks| speaks(stretch)) } else { None };
    raised.unwrap_or(judged)
}
