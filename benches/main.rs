//! Every benchmark: `cargo bench`, or one of them by name: `cargo bench -- short`.
//!
//! `TRACUU_BENCH` names a JSON Lines file to index instead of `corpus/`, `TRACUU_BENCH_QUERIES` one
//! with questions. The tables of ratios are printed before the samples are taken.

mod bare;
mod indexing;
mod queries;
mod support;

use criterion::{criterion_group, criterion_main};

criterion_group!(benches, indexing::analysis, indexing::indexing, queries::queries);
criterion_main!(benches);
