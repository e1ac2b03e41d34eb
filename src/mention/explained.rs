//! A text to what its stretches were judged to be, each with the rules that decided.

use std::ops::Range;

use super::judged::Judged;
use super::taken::Taken;
use super::{event, office, person};

/// Everything in `text` that was judged to be a person, an event or an office, or to be none, in order; `stated` is the date that
/// its format states, as it is written.
pub fn explain(text: &str, stated: Option<&str>) -> Vec<Judged> {
    let taken = Taken::of(text, stated);
    let people = person::read(text, &taken.ranges);
    let numbered: Vec<Range<usize>> = taken.numbers.iter().map(|mention| mention.range.clone()).collect();
    let mut judged = person::explain(text, &taken.ranges);
    judged.extend(event::explain(text, &taken.dates, &people, &numbered));
    let events = event::find(text, &taken.dates, &people.named, &people.subjects, &people.posts, &numbered);
    judged.extend(office::explain(text, &taken.dates, &people, &events));
    judged.sort_by_key(|judged| judged.range.start);
    judged
}
