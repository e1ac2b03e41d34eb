//! Ranked hits and the grades of the answers to the figures that measure a ranking, and to whether another is better.

mod compare;
mod figures;
mod gold;

pub use compare::{Against, Compared, against, mean_difference};
pub use figures::{Metrics, mean};
pub use gold::{GoldQuery, Relevant};
