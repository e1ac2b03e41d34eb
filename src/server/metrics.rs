//! What was served to figures that Prometheus reads.

use std::fmt::Write;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// Ends of the steps in which times are counted, in microseconds.
const STEPS: [u64; 9] = [1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 500_000, 2_500_000];

/// Classes of statuses: 1xx to 5xx.
const CLASSES: usize = 5;

/// What was served, by route.
pub struct Metrics {
    routes: Vec<(&'static str, Counted)>,
    /// Requests that no route has answered.
    elsewhere: Counted,
    /// Requests that waited in vain.
    busy: AtomicU64,
}

#[derive(Default)]
struct Counted {
    classes: [AtomicU64; CLASSES],
    steps: [AtomicU64; STEPS.len() + 1],
    microseconds: AtomicU64,
}

impl Metrics {
    /// Nothing yet of routes with these paths.
    pub fn new(paths: impl Iterator<Item = &'static str>) -> Self {
        let routes = paths.map(|path| (path, Counted::default())).collect();
        Self { routes, elsewhere: Counted::default(), busy: AtomicU64::new(0) }
    }

    /// Counts an answer of a route, or of none.
    pub fn count(&self, route: Option<usize>, status: u16, took: Duration) {
        let counted = route.and_then(|at| self.routes.get(at)).map_or(&self.elsewhere, |(_, counted)| counted);
        let microseconds = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        let class = usize::from(status / 100).clamp(1, CLASSES) - 1;
        let step = STEPS.partition_point(|end| *end < microseconds);
        for counter in [counted.classes.get(class), counted.steps.get(step)].into_iter().flatten() {
            counter.fetch_add(1, Ordering::Relaxed);
        }
        counted.microseconds.fetch_add(microseconds, Ordering::Relaxed);
    }

    /// Counts a request that has waited in vain.
    pub fn count_busy(&self) {
        self.busy.fetch_add(1, Ordering::Relaxed);
    }

    /// All figures as text.
    pub fn text(&self) -> String {
        let mut text = String::new();
        let routes = self.routes.iter().map(|(path, counted)| (*path, counted)).chain([("other", &self.elsewhere)]);
        let routes: Vec<(&str, &Counted)> = routes.collect();
        let read = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
        let mut put = |line: std::fmt::Arguments<'_>| {
            // a String takes all that is written
            let _ = writeln!(text, "{line}");
        };
        put(format_args!("# TYPE tracuu_requests_total counter"));
        for (path, counted) in &routes {
            for (class, counter) in (1..).zip(&counted.classes).filter(|(_, counter)| read(counter) > 0) {
                put(format_args!("tracuu_requests_total{{route=\"{path}\",status=\"{class}xx\"}} {}", read(counter)));
            }
        }
        put(format_args!("# TYPE tracuu_request_seconds histogram"));
        for (path, counted) in &routes {
            let all: u64 = counted.steps.iter().map(read).sum();
            if all == 0 {
                continue;
            }
            let mut before = 0;
            for (end, counter) in STEPS.iter().zip(&counted.steps) {
                before += read(counter);
                let end = *end as f64 / 1e6;
                put(format_args!("tracuu_request_seconds_bucket{{route=\"{path}\",le=\"{end}\"}} {before}"));
            }
            put(format_args!("tracuu_request_seconds_bucket{{route=\"{path}\",le=\"+Inf\"}} {all}"));
            let seconds = read(&counted.microseconds) as f64 / 1e6;
            put(format_args!("tracuu_request_seconds_sum{{route=\"{path}\"}} {seconds}"));
            put(format_args!("tracuu_request_seconds_count{{route=\"{path}\"}} {all}"));
        }
        put(format_args!("# TYPE tracuu_busy_total counter\ntracuu_busy_total {}", read(&self.busy)));
        text
    }
}
