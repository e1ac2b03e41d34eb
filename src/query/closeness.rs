//! How well a time that is written fits one that is looked for, by how they lie to each other.

use serde::Deserialize;

/// What each way of lying to a time counts, beside the same time, which counts 1.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[cfg_attr(test, derive(serde::Serialize))]
#[serde(default, deny_unknown_fields)]
pub struct Closeness {
    /// What lies inside.
    pub inside: f32,
    /// What lies in an open period and neither begins nor ends with it.
    pub in_open: f32,
    /// What holds it.
    pub around: f32,
    /// How much less counts what holds it and is ten times longer.
    pub tenfold: f32,
    /// What holds it counts no less than this.
    pub least: f32,
    /// What shares a day with it.
    pub shared: f32,
    /// The same for each day that is looked for, all of them together, besides.
    pub share: f32,
    /// What each further time of the passage that fits counts, of the first four, beside the best.
    pub further: f32,
}

impl Default for Closeness {
    fn default() -> Self {
        Self {
            inside: 0.9,
            in_open: 0.5,
            around: 0.8,
            tenfold: 0.13,
            least: 0.1,
            shared: 0.3,
            share: 0.4,
            further: 0.03,
        }
    }
}
