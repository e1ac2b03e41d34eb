//! Every piece of help in both languages.

use super::super::Sample;
use crate::voice::Topic;

pub(in super::super) fn samples() -> Vec<Sample> {
    Topic::ALL.iter().map(|topic| Sample::of(topic, "Topic", &|language| language.help(*topic).to_owned())).collect()
}
