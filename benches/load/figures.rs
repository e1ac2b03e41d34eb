//! What became of requests to figures.

use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

use crate::client::NOT_ANSWERED;

/// A request that was sent.
pub struct Sent {
    /// The status of the answer.
    pub status: u16,
    /// How long it took.
    pub took: Duration,
}

/// What became of requests.
pub struct Figures {
    /// How many were answered as they should be.
    pub answered: usize,
    /// The same in a second.
    pub a_second: f64,
    times: Vec<f64>,
    /// How many have another status, and how long the longest took.
    others: BTreeMap<u16, (usize, f64)>,
}

impl Figures {
    /// Of requests that were sent in so long a time.
    pub fn of(sent: &[Sent], time: Duration) -> Self {
        let (mut times, mut others) = (Vec::new(), BTreeMap::<u16, (usize, f64)>::new());
        for Sent { status, took } in sent {
            let took = took.as_secs_f64() * 1e3;
            match status {
                200 => times.push(took),
                other => {
                    let (count, longest) = others.entry(*other).or_default();
                    *count += 1;
                    *longest = longest.max(took);
                }
            }
        }
        times.sort_by(f64::total_cmp);
        Self { answered: times.len(), a_second: times.len() as f64 / time.as_secs_f64(), times, others }
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = |share: f64| self.times.get((self.times.len() as f64 * share) as usize).or(self.times.last());
        let at = |share: f64| at(share).copied().unwrap_or_default();
        write!(out, "{:.0} a second, p50 {:.1} ms, p99 {:.1} ms", self.a_second, at(0.5), at(0.99))?;
        for (status, (count, longest)) in &self.others {
            match *status {
                NOT_ANSWERED => write!(out, ", {count} not answered within {longest:.0} ms")?,
                status => write!(out, ", {count} told {status} within {longest:.0} ms")?,
            }
        }
        if self.others.is_empty() { write!(out, ", no error") } else { Ok(()) }
    }
}
