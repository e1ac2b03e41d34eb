//! A log of queries to how soon a server answers them: from connections that each wait for their answer, at so many a
//! second whatever becomes of them, at more than it can take, and beside calls of the library.
//!
//! `benches/load.sh --index DIR --log FILE` starts a server and does all of it; a step that is named does its part
//! alone.

mod beside;
mod client;
mod closed;
mod figures;
mod machine;
mod open;
mod server;

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use clap::{Parser, ValueEnum};
use tokio::runtime::{Builder, Runtime};

use figures::Figures;
use machine::Meter;
use server::Server;

/// Connections that wait for their answers, as of an office that is busy.
const OFFICE: usize = 16;

/// How many times what it can take comes at a server that is overloaded.
const TOO_MUCH: f64 = 3.0;

/// After so long a server has to be as it was before it was overloaded.
const CALM: Duration = Duration::from_secs(5);

/// What is read for the first time counts for nothing; so long it is.
const WARM: Duration = Duration::from_secs(15);

/// What is asked as the first, the second and so on.
pub type Paths = Arc<dyn Fn(usize) -> String + Send + Sync>;

/// Measures how soon a server answers
#[derive(Debug, Parser)]
struct Arguments {
    /// Queries, one a line
    #[arg(long)]
    log: PathBuf,
    /// The index that is served
    #[arg(long)]
    index: PathBuf,
    /// The program that serves it [default: the one that was built with this]
    #[arg(long)]
    program: Option<PathBuf>,
    /// How long each step takes
    #[arg(long, default_value_t = 30)]
    seconds: u64,
    /// Requests a second of the step `open`
    #[arg(long, default_value_t = 150.0)]
    rate: f64,
    /// What to do [default: all]
    steps: Vec<Step>,
    /// Handed over by cargo
    #[arg(long, hide = true)]
    bench: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Step {
    /// One connection beside calls of the library, in turn
    Beside,
    /// 16 connections that ask for JSON
    Api,
    /// 16 connections that ask for pages
    Pages,
    /// JSON at so many requests a second
    Open,
    /// Three times what it can take, and what follows
    Overload,
}

fn main() {
    let arguments = Arguments::parse();
    let log = fs::read_to_string(&arguments.log).expect("--log names a file with a query a line");
    let lines: Vec<&str> = log.lines().collect();
    assert!(!lines.is_empty(), "{} holds no query", arguments.log.display());
    let program = arguments.program.clone().unwrap_or_else(|| env!("CARGO_BIN_EXE_tracuu").into());
    let server = Server::start(&program, &arguments.index);
    let load = Load {
        runtime: Builder::new_current_thread().enable_all().build().expect("the system gives threads"),
        api: paths("/api/v1/search?q=", &lines),
        pages: paths("/search?q=", &lines),
        time: Duration::from_secs(arguments.seconds),
        server,
    };
    load.runtime.block_on(closed::run(&load.server.address, &load.api, 2, WARM.min(load.time)));
    let steps = if arguments.steps.is_empty() { Step::value_variants() } else { &arguments.steps };
    let mut able = None;
    for step in steps {
        match step {
            Step::Beside => load.beside(&arguments.index, &lines),
            Step::Api => able = Some(load.closed("JSON", &load.api)),
            Step::Pages => drop(load.closed("pages", &load.pages)),
            Step::Open => drop(load.open(arguments.rate, load.time)),
            Step::Overload => load.overload(able.unwrap_or_else(|| load.closed("JSON", &load.api))),
        }
    }
}

/// What asks for the queries of a log, one after the other, and then again.
fn paths(before: &'static str, lines: &[&str]) -> Paths {
    let queries: Vec<String> = lines.iter().map(|line| client::encoded(line)).collect();
    Arc::new(move |at| format!("{before}{}", queries[at % queries.len()]))
}

/// A server and what is asked of it.
struct Load {
    runtime: Runtime,
    server: Server,
    api: Paths,
    pages: Paths,
    time: Duration,
}

impl Load {
    fn beside(&self, index: &std::path::Path, lines: &[&str]) {
        let asked = beside::run(index, &self.server.address, lines, &self.api, self.time);
        println!("{}", self.runtime.block_on(asked));
    }

    /// Tells how many requests a second are answered.
    fn closed(&self, what: &str, paths: &Paths) -> f64 {
        let meter = Meter::start(self.server.process());
        let sent = self.runtime.block_on(closed::run(&self.server.address, paths, OFFICE, self.time));
        let figures = Figures::of(&sent, self.time);
        println!("{what}, {OFFICE} connections: {figures}; {}", meter.told(figures.answered));
        figures.a_second
    }

    /// Tells how many requests a second are answered.
    fn open(&self, rate: f64, time: Duration) -> f64 {
        let meter = Meter::start(self.server.process());
        let sent = self.runtime.block_on(open::run(&self.server.address, &self.api, rate, time));
        let figures = Figures::of(&sent, time);
        println!("JSON, {rate:.0} requests/s: {figures}; {}", meter.told(figures.answered));
        figures.a_second
    }

    fn overload(&self, able: f64) {
        let a_second = self.open(able * TOO_MUCH, self.time);
        println!("  that is {:.0} % of what it can take; {} s later:", a_second / able * 100.0, CALM.as_secs());
        thread::sleep(CALM);
        self.open(able / 3.0, CALM);
    }
}
