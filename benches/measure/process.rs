//! Programs run as a user runs them, with the time they took and the memory they had at most.

use std::fs;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// What a run took.
pub struct Run {
    pub seconds: f64,
    /// Memory at most, in MB; 0 where the system does not tell.
    pub peak_mb: f64,
}

/// Runs a program to its end.
///
/// # Panics
/// If it cannot be run or fails.
pub fn run(command: &mut Command) -> Run {
    let started = Instant::now();
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("a program that can be run");
    let mut peak_mb = 0.0;
    let status = loop {
        if let Some(status) = child.try_wait().expect("a program that was started") {
            break status;
        }
        peak_mb = peak(child.id()).unwrap_or(peak_mb);
        thread::sleep(Duration::from_millis(20));
    };
    assert!(status.success(), "{command:?} failed");
    Run { seconds: started.elapsed().as_secs_f64(), peak_mb }
}

/// How long a short program takes from its start to its end, in milliseconds.
pub fn took_ms(command: &mut Command) -> f64 {
    let started = Instant::now();
    let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status().expect("a program that can be run");
    // 1 says that nothing was found
    assert!(status.code().is_some_and(|code| code <= 1), "{command:?} failed");
    started.elapsed().as_secs_f64() * 1e3
}

fn peak(process: u32) -> Option<f64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: f64 = line.trim().trim_end_matches(" kB").parse().ok()?;
    Some(kilobytes * 1024.0 / 1e6)
}

/// Whether a program is installed.
pub fn is_installed(program: &str) -> bool {
    let version = Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    version.is_ok_and(|status| status.success())
}
