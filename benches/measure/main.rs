//! Indexing and queries side by side with a bare index of the same engine, SQLite FTS5 and ripgrep,
//! over a corpus copied to any size: prints the table of docs/speed.md.
//!
//! `benches/measure.sh --source law.jsonl --passages 2000000` does all steps; a step that is named does
//! its part alone, on what those before it left in the folder.

#[path = "../bare.rs"]
mod bare;
mod figures;
mod process;
mod queries;
mod random;
mod sqlite;
mod text;

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use bare::Bare;
use clap::{Parser, ValueEnum};
use figures::Figures;
use queries::Queries;
use tracuu::archive::Archive;
use tracuu::search::Request;

/// Rounds of each query; the first warms up and does not count.
const ROUNDS: usize = 3;

/// How many times more queries a log is made of than are timed one by one.
const LOGGED: usize = 5;

/// Queries of a kind for programs that take long for each.
const FEW: usize = 5;

/// Whole processes that are timed.
const PROCESSES: usize = 60;

/// Processes that start with nothing of the index in memory.
const COLD: usize = 5;

/// Measures tracuu beside other programs
#[derive(Debug, Parser)]
struct Arguments {
    /// JSON Lines to copy: {"id", "title", "text"}
    #[arg(long, env = "TRACUU_BENCH")]
    source: Option<PathBuf>,
    /// How many passages the copies make together
    #[arg(long, default_value_t = 500_000)]
    passages: u64,
    /// Where texts and indexes are kept from step to step
    #[arg(long)]
    folder: PathBuf,
    /// File that a line of figures is added to
    #[arg(long)]
    records: Option<PathBuf>,
    /// What to do [default: all]
    steps: Vec<Step>,
    /// Handed over by cargo
    #[arg(long, hide = true)]
    bench: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Step {
    /// Write the text
    Text,
    /// Index it with tracuu
    Index,
    /// Index it again, unchanged
    Again,
    /// Index its passages bare
    Bare,
    /// Index its passages with SQLite FTS5
    Sqlite,
    /// Time queries of tracuu and of the bare index in turn
    Queries,
    /// Write a log of mixed queries, as `benches/load.sh` asks them
    Log,
    /// Time queries of SQLite FTS5 and of ripgrep
    Others,
    /// Time whole processes
    Process,
    /// Add the figures to the records
    Record,
    /// Print how the recorded figures grow
    Curve,
}

struct Measure {
    folder: PathBuf,
    figures: Figures,
}

fn main() {
    let arguments = Arguments::parse();
    fs::create_dir_all(&arguments.folder).expect("a folder that can be written");
    let kept = arguments.folder.join("figures.json");
    let mut measure = Measure { figures: Figures::read(&kept), folder: arguments.folder.clone() };
    let steps = if arguments.steps.is_empty() { Step::value_variants() } else { &arguments.steps };
    for step in steps {
        let started = Instant::now();
        match (step, &arguments.records) {
            (Step::Text, _) => {
                let source = arguments.source.as_deref().expect("--source names the corpus to copy");
                measure.text(source, arguments.passages);
            }
            (Step::Index, _) => measure.index(),
            (Step::Again, _) => measure.again(),
            (Step::Bare, _) => measure.bare(),
            (Step::Sqlite, _) => measure.sqlite(),
            (Step::Queries, _) => measure.queries(),
            (Step::Log, _) => measure.log(),
            (Step::Others, _) => measure.others(),
            (Step::Process, _) => measure.processes(),
            (Step::Record, Some(records)) => measure.figures.append(records),
            (Step::Curve, Some(records)) => println!("{}", figures::curve(records)),
            (Step::Record | Step::Curve, None) => {}
        }
        measure.figures.date = jiff::Timestamp::now().strftime("%Y-%m-%d %H:%M").to_string();
        measure.figures.write(&kept);
        eprintln!("{step:?}: {:.1} s", started.elapsed().as_secs_f64());
    }
    println!("{}", measure.figures.table());
}

impl Measure {
    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// An empty folder, or no file at all.
    fn fresh(&self, name: &str) -> PathBuf {
        let path = self.path(name);
        let _ = fs::remove_dir_all(&path);
        let _ = fs::remove_file(&path);
        path
    }

    fn figure(&self, name: &str) -> f64 {
        self.figures.get(name).unwrap_or_else(|| panic!("a step before this one tells {name}"))
    }

    fn text(&mut self, source: &Path, passages: u64) {
        let amount = text::write(source, passages, &self.path("text.jsonl"), &self.path("passages.txt"));
        self.figures = Figures::default();
        self.figures.set("text/documents", amount.documents as f64);
        self.figures.set("text/passages", amount.passages as f64);
        self.figures.set("text/bytes", amount.bytes as f64);
    }

    fn tracuu(&self, verb: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tracuu"));
        command.arg("--index").arg(self.path("index")).arg(verb);
        command
    }

    fn built(&mut self, program: &str, run: &process::Run, index: &Path) {
        self.figures.set(format!("{program}/index/speed"), self.figure("text/bytes") / 1e6 / run.seconds);
        if run.peak_mb > 0.0 {
            self.figures.set(format!("{program}/index/peak"), run.peak_mb);
        }
        self.figures.set(format!("{program}/size"), size(index) as f64 / 1e6);
    }

    fn index(&mut self) {
        let folder = self.fresh("index");
        let run = process::run(self.tracuu("index").arg(self.path("text.jsonl")));
        self.built("tracuu", &run, &folder);
        let holds = Archive::open(&folder).and_then(|archive| archive.composition()).expect("just indexed");
        assert_eq!(holds.passages as f64, self.figure("text/passages"), "not all passages are there");
    }

    fn again(&mut self) {
        let run = process::run(self.tracuu("index").arg(self.path("text.jsonl")));
        self.figures.set("tracuu/unchanged/seconds", run.seconds);
    }

    fn bare(&mut self) {
        let folder = self.fresh("bare");
        fs::create_dir_all(&folder).expect("a folder that can be written");
        let started = Instant::now();
        drop(Bare::build(&folder, text::lines(&self.path("passages.txt"))));
        let run = process::Run { seconds: started.elapsed().as_secs_f64(), peak_mb: 0.0 };
        self.built("bare", &run, &folder);
    }

    fn sqlite(&mut self) {
        if process::is_installed("sqlite3") {
            let database = self.fresh("passages.db");
            let run = sqlite::build(&database, &self.path("passages.txt"));
            self.built("sqlite", &run, &database);
        }
    }

    fn drawn(&self) -> Vec<Queries> {
        queries::draw(&self.path("passages.txt"), self.figure("text/passages") as u64, 1)
    }

    fn log(&self) {
        let drawn = queries::draw(&self.path("passages.txt"), self.figure("text/passages") as u64, LOGGED);
        fs::write(self.path("log.txt"), queries::log(&drawn)).expect("room on the disk");
    }

    fn queries(&mut self) {
        let archive = Archive::open(self.path("index")).expect("indexed before");
        let bare = Bare::open(&self.path("bare"));
        for Queries { kind, lines, marked } in self.drawn() {
            let (mut ours, mut theirs) = (Vec::new(), Vec::new());
            let mut slowest = (0.0, "");
            for round in 0..ROUNDS {
                for (line, words) in lines.iter().zip(&marked) {
                    let started = Instant::now();
                    black_box(archive.search(&Request::new(&**line)).expect("a sound index").hits.len());
                    let middle = Instant::now();
                    black_box(bare.search(words, false));
                    if round > 0 {
                        let took = (middle - started).as_secs_f64() * 1e3;
                        if took > slowest.0 {
                            slowest = (took, line);
                        }
                        ours.push(took);
                        theirs.push(middle.elapsed().as_secs_f64() * 1e3);
                    }
                }
            }
            eprintln!("{} {kind} queries, the slowest {:.1} ms: {}", lines.len(), slowest.0, slowest.1);
            self.figures.set_times(&format!("tracuu/{kind}"), ours);
            self.figures.set_times(&format!("bare/{kind}"), theirs);
        }
    }

    fn others(&mut self) {
        let (database, passages) = (self.path("passages.db"), self.path("passages.txt"));
        for Queries { kind, lines, marked } in self.drawn() {
            let few = FEW.min(lines.len());
            if database.exists() {
                self.figures.set_times(&format!("sqlite/{kind}"), sqlite::times(&database, &marked[..few]));
            }
            if process::is_installed("rg") {
                let time = |line: &String| {
                    let mut search = Command::new("rg");
                    search.args(["--fixed-strings", "--ignore-case", "--", line]).arg(&passages);
                    process::took_ms(&mut search)
                };
                self.figures.set_times(&format!("ripgrep/{kind}"), marked[..few].iter().map(time).collect());
            }
        }
    }

    fn processes(&mut self) {
        let queries: Vec<String> =
            self.drawn().into_iter().flat_map(|queries| queries.lines.into_iter().take(PROCESSES / 6)).collect();
        let time = |line: &String| process::took_ms(self.tracuu("search").arg("--").arg(line));
        time(&queries[0]);
        let warm = queries.iter().map(time).collect();
        let cold = queries.iter().step_by(PROCESSES / COLD).filter(|_| self.forget()).map(time).collect();
        self.figures.set_times("tracuu/process", warm);
        self.figures.set_times("tracuu/cold", cold);
    }

    /// Drops the files of the index from memory; false where that cannot be done.
    fn forget(&self) -> bool {
        let files = fs::read_dir(self.path("index")).expect("indexed before").flatten();
        let mut forgotten = files.map(|file| {
            let input = format!("if={}", file.path().display());
            let status = Command::new("dd").args([&*input, "iflag=nocache", "count=0", "status=none"]).status();
            status.is_ok_and(|status| status.success())
        });
        forgotten.all(|done| done)
    }
}

/// The bytes of a file, or of the files in a folder.
fn size(path: &Path) -> u64 {
    let Ok(files) = fs::read_dir(path) else { return fs::metadata(path).map_or(0, |file| file.len()) };
    files.flatten().filter_map(|file| file.metadata().ok()).map(|file| file.len()).sum()
}
