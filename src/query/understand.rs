//! What was written to what is meant and what is planned for it: correction, reading and planning, as far as an index
//! has to do with them.

use jiff::civil::Date;

use super::correct::correct;
use super::facts::Facts;
use super::people::settle_names;
use super::plan::plan;
use super::planned::{Matching, Plan};
use super::read::read;
use super::reading::Reading;
use super::restore::restore;
use super::weights::Weights;
use super::written::Written;
use crate::error::Result;

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
pub(crate) fn understand(
    written: &Written,
    (from, to): (Option<Date>, Option<Date>),
    facts: &Facts<'_>,
    matching: Matching,
    weights: &Weights,
) -> Result<Understood> {
    facts.settle(|facts| {
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
        reading.between(from, to);
        let plan = plan(&reading, facts, matching, weights)?;
        Ok(Understood { reading, plan })
    })
}
