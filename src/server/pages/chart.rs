//! How many there are of each step of time to bars that are links.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::server::address::Address;
use crate::server::asked::Asked;

/// More bars than these are too narrow to be hit.
const MAX_BARS: usize = 120;

/// Columns from bar to bar, and the height of the highest.
const STEP: usize = 10;
const HEIGHT: f64 = 48.0;

/// Bars in order of time.
pub struct Chart {
    /// How wide they are together.
    pub width: usize,
    /// Each of them.
    pub bars: Vec<Bar>,
    /// What the first stands for.
    pub first: String,
    /// What the last stands for.
    pub last: String,
}

/// A bar.
pub struct Bar {
    /// Where it leads.
    pub href: String,
    /// What it stands for, and how many there are.
    pub label: String,
    /// Its left edge.
    pub x: usize,
    /// Its upper edge.
    pub y: String,
    /// How high it is.
    pub height: String,
    /// Whether it is what is shown.
    pub current: bool,
}

impl Chart {
    /// Of counts by year. Where the years are many, ten or a hundred of them share a bar. `link` leads to what is of
    /// the years from one to another, `count` says how many there are.
    pub fn of_years(
        counts: &BTreeMap<i16, usize>,
        link: impl Fn(i16, i16) -> String,
        count: impl Fn(usize) -> String,
        current: Option<(i16, i16)>,
    ) -> Option<Self> {
        let (first, last) = (*counts.keys().next()?, *counts.keys().next_back()?);
        let span = |step: i16| (last.div_euclid(step) - first.div_euclid(step)) as usize + 1;
        let step = [1, 10, 100].into_iter().find(|step| span(*step) <= MAX_BARS).unwrap_or(1000);
        let mut steps: BTreeMap<i16, usize> = BTreeMap::new();
        for (year, number) in counts {
            *steps.entry(year.div_euclid(step) * step).or_default() += number;
        }
        let most = steps.values().copied().max().unwrap_or(1).max(1);
        let start = first.div_euclid(step) * step;
        let bar = |(from, number): (&i16, &usize)| {
            let to = from.saturating_add(step - 1);
            let height = (*number as f64 / most as f64 * HEIGHT).max(2.0);
            let years = if step == 1 { from.to_string() } else { format!("{from}–{to}") };
            Bar {
                href: link(*from, to),
                label: format!("{years}: {}", count(*number)),
                x: ((from - start) / step) as usize * STEP + 1,
                y: format!("{:.1}", 50.0 - height),
                height: format!("{height:.1}"),
                current: current == Some((*from, to)),
            }
        };
        let bars = steps.iter().map(bar).collect();
        Some(Self { width: span(step) * STEP, bars, first: first.to_string(), last: last.to_string() })
    }
}

/// The address of what is of these years, none before the first: no other can be asked for.
pub fn link(address: Address, from: i16, to: i16) -> String {
    let typed = |year: i16, day: &str| match year.max(1) {
        year @ ..1000 => format!("{year:04}-{day}"),
        year => year.to_string(),
    };
    address.with("from", typed(from, "01-01")).with("to", typed(to, "12-31")).done()
}

/// The years that are shown, where both are asked for.
pub fn current(asked: &Asked) -> Option<(i16, i16)> {
    let year = |name: &str| asked.text(name).and_then(|day| day.trim().split('-').next()?.parse().ok());
    year("from").zip(year("to"))
}

/// The address of the timeline of an interval; before the first year nothing can be asked for.
pub fn of_interval(from: Date, to: Date) -> Option<Address> {
    (from.year() >= 1).then(|| Address::path("/timeline").with("from", from).with("to", to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_years_share_bars() {
        let check = |years: &[(i16, usize)], bars: usize, width: usize, label: &str| {
            let counts: BTreeMap<i16, usize> = years.iter().copied().collect();
            let chart = Chart::of_years(&counts, |from, to| format!("{from}-{to}"), |n| n.to_string(), None);
            let chart = chart.expect("there are years");
            assert_eq!((chart.bars.len(), chart.width, &*chart.bars[0].label), (bars, width, label));
        };
        check(&[(1947, 2), (1950, 1)], 2, 40, "1947: 2");
        check(&[(1801, 2), (1950, 1), (1955, 1)], 2, 160, "1800–1809: 2");
        check(&[(-178, 1), (2021, 3)], 2, 230, "-200–-101: 1");
        check(&[(-9999, 1), (9999, 1)], 2, 200, "-10000–-9001: 1");
        assert!(Chart::of_years(&BTreeMap::new(), |_, _| String::new(), |_| String::new(), None).is_none());
    }
}
