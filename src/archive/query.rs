//! A query to what is understood of it, for whoever looks into the program.

use crate::error::Result;
use crate::query::{self, Facts, Matching, Understood, Weights};
use crate::store::Reader;

/// What is understood of a query, and what is run for it.
pub(super) fn understand(reader: &Reader, line: &str) -> Result<Understood> {
    let written = query::parse(line);
    let facts = Facts::of(reader.snapshot());
    reader.guarded(|| query::understand(&written, (None, None), &facts, Matching::Folded, &Weights::default()))
}

/// What is understood of a query where there is no index.
pub(super) fn understand_alone(line: &str) -> Understood {
    Understood { reading: query::read(&query::parse(line)), plan: None }
}
