//! What was written to what is meant and what is planned for it: correction, reading and planning, as far as an index
//! has to do with them.

use jiff::civil::Date;

use super::correct::correct;
use super::facts::Facts;
use super::inquiry::Subject;
use super::people::settle_names;
use super::plan::plan;
#[cfg(any(test, feature = "cli"))]
use super::plan::suggestion;
use super::planned::{Matching, Plan};
use super::read::read;
use super::reading::Reading;
use super::restore::restore;
use super::weights::Weights;
use super::written::Written;
use crate::error::Result;
use crate::store::{Asked, NumberTerms, Told, number_entries};

/// What was understood of a query.
pub(crate) struct Understood {
    pub(crate) reading: Reading,
    /// What is run for it; none if nothing is looked for.
    pub(crate) plan: Option<Plan>,
}

/// Understands a query, whose hits are to name a time between two days.
///
/// # Errors
/// [`Error::Damaged`](crate::error::Error::Damaged) if the index cannot be read.
#[cfg(any(test, feature = "cli"))]
pub(crate) fn understand(
    written: &Written,
    (from, to): (Option<Date>, Option<Date>),
    facts: &Facts<'_>,
    matching: Matching,
    weights: &Weights,
) -> Result<Understood> {
    let mut understood = understand_by(written, (from, to), facts, matching, weights, |_, asked| facts.ask(asked))?;
    if let Some(plan) = &mut understood.plan {
        let suggested = facts.settle(|facts| suggestion(&understood.reading, facts, matching))?;
        plan.suggest(suggested);
    }
    Ok(understood)
}

/// The same but for what is suggested, where whoever asks for the facts that are missing is told what is understood
/// without them.
///
/// # Errors
/// [`Error::Damaged`](crate::error::Error::Damaged) if the index cannot be read.
pub(crate) fn understand_by(
    written: &Written,
    (from, to): (Option<Date>, Option<Date>),
    facts: &Facts<'_>,
    matching: Matching,
    weights: &Weights,
    ask: impl Fn(&Understood, &Asked<'_>) -> Result<Told>,
) -> Result<Understood> {
    let work = |facts: &Facts<'_>| {
        let mut corrected = written.clone();
        if matching == Matching::Folded {
            correct(&mut corrected, facts)?;
        }
        let mut reading = read(&corrected);
        settle_names(&mut reading, facts)?;
        if matching == Matching::Folded {
            restore(&mut reading, facts)?;
        }
        // what asks of a document need not stand in any
        if corrected.items != written.items {
            reading.inquiry = read(written).inquiry;
        }
        foresee_subject(&reading, facts)?;
        reading.between(from, to);
        let plan = plan(&reading, facts, matching, weights)?;
        Ok(Understood { reading, plan })
    };
    facts.settle_by(work, ask)
}

/// Asks for the documents of a number that the query asks something of, together with what it is planned with.
fn foresee_subject(reading: &Reading, facts: &Facts<'_>) -> Result<()> {
    match reading.inquiry.as_ref().map(|inquiry| &inquiry.subject) {
        Some(Subject::Number(number)) if !facts.are_near() => {
            number_entries(facts, NumberTerms::Digits(&number.number), usize::MAX).map(drop)
        }
        _ => Ok(()),
    }
}
