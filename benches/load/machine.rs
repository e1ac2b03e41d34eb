//! What the machine did while something was measured: the server, this program, all others.

use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// How many times a second the system counts time.
const TICKS: f64 = 100.0;

/// How often memory is looked at.
const LOOK: Duration = Duration::from_millis(100);

/// Figures of the system from a moment on; all are 0 where it has none.
pub struct Meter {
    process: u32,
    started: Instant,
    before: Ticks,
    memory: u64,
    most: Arc<AtomicU64>,
    ended: Arc<AtomicBool>,
    watching: JoinHandle<()>,
}

/// Time that was spent, in ticks.
struct Ticks {
    server: u64,
    own: u64,
    all: u64,
}

impl Ticks {
    fn now(process: u32) -> Self {
        Self { server: of_process(&process.to_string()), own: of_process("self"), all: of_all() }
    }
}

impl Meter {
    /// From now on; the server is the process of this number.
    pub fn start(process: u32) -> Self {
        let (most, ended) = (Arc::new(AtomicU64::new(0)), Arc::new(AtomicBool::new(false)));
        let (seen, is_over) = (Arc::clone(&most), Arc::clone(&ended));
        let watching = thread::spawn(move || {
            while !is_over.load(Ordering::Relaxed) {
                seen.fetch_max(memory(process), Ordering::Relaxed);
                thread::sleep(LOOK);
            }
        });
        let (started, before, memory) = (Instant::now(), Ticks::now(process), memory(process));
        Self { process, started, before, memory, most, ended, watching }
    }

    /// What happened since, in which so many requests were answered.
    pub fn told(self, answered: usize) -> String {
        self.ended.store(true, Ordering::Relaxed);
        self.watching.join().expect("it only looks");
        let now = Ticks::now(self.process);
        let cores = |ticks: u64| ticks as f64 / TICKS / self.started.elapsed().as_secs_f64();
        let (server, own) = (now.server - self.before.server, now.own - self.before.own);
        let others = (now.all - self.before.all).saturating_sub(server + own);
        let a_request = server as f64 / TICKS * 1e3 / answered.max(1) as f64;
        let grown = self.most.load(Ordering::Relaxed).saturating_sub(self.memory) as f64 / 1024.0;
        format!(
            "cores: server {:.2}, load {:.2}, others {:.2}; {a_request:.2} ms of a core a request, memory {grown:+.0} MB",
            cores(server),
            cores(own),
            cores(others),
        )
    }
}

/// The time that a process has spent.
fn of_process(process: &str) -> u64 {
    let text = fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    // its name stands in brackets and may hold anything
    let fields = text.rsplit(')').next().unwrap_or_default().split_whitespace();
    fields.skip(11).take(2).filter_map(|ticks| ticks.parse::<u64>().ok()).sum()
}

/// The time that all processes have spent.
fn of_all() -> u64 {
    let text = fs::read_to_string("/proc/stat").unwrap_or_default();
    let fields: Vec<u64> =
        text.lines().next().unwrap_or_default().split_whitespace().skip(1).filter_map(|t| t.parse().ok()).collect();
    // user, nice, system, idle, waiting for disks, interrupts
    fields.iter().take(3).chain(fields.iter().skip(5).take(2)).sum()
}

/// The memory that a process has, in kB.
fn memory(process: u32) -> u64 {
    let text = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let of = |name: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(name))?;
        line.trim().trim_end_matches(" kB").parse::<u64>().ok()
    };
    // what is read of the index is the system's to take back
    of("RssAnon:").unwrap_or_default()
}
