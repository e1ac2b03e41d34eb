//! What was measured, kept from step to step, and the tables made of it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::Path;

use serde::{Deserialize, Serialize};

/// The kinds of queries, in the order of the table.
const KINDS: [&str; 6] = ["short", "long", "unaccented", "names", "numbers", "dates"];

/// One run: each figure by its name, `program/what/unit`.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Figures {
    /// When they were written, in UTC.
    pub date: String,
    figures: BTreeMap<String, f64>,
}

impl Figures {
    /// Those of the steps before, or none.
    pub fn read(path: &Path) -> Self {
        let text = fs::read_to_string(path).ok();
        text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
    }

    pub fn write(&self, path: &Path) {
        fs::write(path, serde_json::to_string_pretty(self).expect("figures")).expect("room on the disk");
    }

    /// Adds a line to a file of records.
    pub fn append(&self, path: &Path) {
        let mut records = OpenOptions::new().create(true).append(true).open(path).expect("a folder for records");
        writeln!(records, "{}", serde_json::to_string(self).expect("figures")).expect("room on the disk");
    }

    pub fn set(&mut self, name: impl Into<String>, figure: f64) {
        self.figures.insert(name.into(), (figure * 1000.0).round() / 1000.0);
    }

    pub fn get(&self, name: &str) -> Option<f64> {
        self.figures.get(name).copied()
    }

    /// Keeps the median and the 99th percentile of times.
    pub fn set_times(&mut self, name: &str, mut times: Vec<f64>) {
        if times.is_empty() {
            return;
        }
        times.sort_by(f64::total_cmp);
        let at = |share: f64| times[((times.len() - 1) as f64 * share).round() as usize];
        self.set(format!("{name}/p50"), at(0.5));
        self.set(format!("{name}/p99"), at(0.99));
    }

    /// The figures side by side, as Markdown.
    pub fn table(&self) -> String {
        let all = |name: &str| self.get(name).unwrap_or_default();
        let mut table = format!(
            "| {:.2} million passages, {:.0} MB of text, {:.0} documents, {} cores | tracuu | bare index | ratio | SQLite FTS5 | ripgrep |\n| --- | --- | --- | --- | --- | --- |\n",
            all("text/passages") / 1e6,
            all("text/bytes") / 1e6,
            all("text/documents"),
            std::thread::available_parallelism().map_or(1, usize::from)
        );
        let mut row = |title: &str, unit: &str, names: [&str; 4], digits: usize| {
            let figures = names.map(|name| self.get(name));
            let cells =
                figures.map(|figure| figure.map_or("–".to_owned(), |figure| format!("{figure:.digits$} {unit}")));
            let ratio =
                figures[0].zip(figures[1]).map_or("–".to_owned(), |(ours, bare)| format!("{:.2}", ours / bare));
            let _ =
                writeln!(table, "| {title} | {} | {} | {ratio} | {} | {} |", cells[0], cells[1], cells[2], cells[3]);
        };
        row("indexing", "MB/s", ["tracuu/index/speed", "bare/index/speed", "sqlite/index/speed", ""], 1);
        row("index on disk", "MB", ["tracuu/size", "bare/size", "sqlite/size", ""], 0);
        row("memory at most", "MB", ["tracuu/index/peak", "bare/index/peak", "sqlite/index/peak", ""], 0);
        row("nothing has changed", "s", ["tracuu/unchanged/seconds", "", "", ""], 2);
        for kind in KINDS {
            let title = if matches!(kind, "short" | "long" | "unaccented") {
                format!("{kind} queries")
            } else {
                kind.to_owned()
            };
            let _ = writeln!(table, "| {title}, p50 / p99 | {} |", self.times(kind));
        }
        let _ = writeln!(table, "| a whole process, p50 / p99 | {} |", self.times("process"));
        let _ = writeln!(table, "| the same, index not in memory | {} |", self.times("cold"));
        table
    }

    /// The cells of a row of times: the median and the 99th percentile of each program.
    fn times(&self, what: &str) -> String {
        let of = |program: &str| {
            let figure = |share: &str| self.get(&format!("{program}/{what}/{share}"));
            figure("p50").zip(figure("p99"))
        };
        let cell = |times: Option<(f64, f64)>| match times {
            Some((p50, p99)) => format!("{} / {} ms", short(p50), short(p99)),
            None => "–".to_owned(),
        };
        let (ours, bare) = (of("tracuu"), of("bare"));
        let ratio = ours.zip(bare).map(|(ours, bare)| format!("{:.1} / {:.1}", ours.0 / bare.0, ours.1 / bare.1));
        let ratio = ratio.unwrap_or("–".to_owned());
        [cell(ours), cell(bare), ratio, cell(of("sqlite")), cell(of("ripgrep"))].join(" | ")
    }
}

/// Milliseconds with two figures that count.
fn short(milliseconds: f64) -> String {
    if milliseconds < 10.0 { format!("{milliseconds:.1}") } else { format!("{milliseconds:.0}") }
}

/// How the figures grow with the index: the last record of each size.
pub fn curve(records: &Path) -> String {
    let text = fs::read_to_string(records).unwrap_or_default();
    let lines = text.lines().filter_map(|line| serde_json::from_str::<Figures>(line).ok());
    let sizes: BTreeMap<u64, Figures> =
        lines.filter_map(|figures| Some((figures.get("text/passages")? as u64, figures))).collect();
    let mut table = String::from("| passages |");
    for passages in sizes.keys() {
        let _ = write!(table, " {:.2} million |", *passages as f64 / 1e6);
    }
    let _ = writeln!(table, "\n| --- |{}", " --- |".repeat(sizes.len()));
    let mut row = |title: &str, name: &str| {
        let cells: Vec<String> = sizes
            .values()
            .map(|figures| figures.get(name).map_or("–".to_owned(), |figure| format!("{figure:.1}")))
            .collect();
        let _ = writeln!(table, "| {title} | {} |", cells.join(" | "));
    };
    row("indexing, MB/s", "tracuu/index/speed");
    row("index on disk, MB", "tracuu/size");
    row("memory at most while indexing, MB", "tracuu/index/peak");
    for kind in KINDS {
        row(&format!("{kind}, p50 ms"), &format!("tracuu/{kind}/p50"));
        row(&format!("{kind}, p99 ms"), &format!("tracuu/{kind}/p99"));
    }
    row("whole process, ms", "tracuu/process/p50");
    table
}
