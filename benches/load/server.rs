//! An index to a server over it, which ends with this program.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// A server that runs.
pub struct Server {
    child: Child,
    /// Where it answers.
    pub address: String,
}

impl Server {
    /// Starts one.
    ///
    /// # Panics
    /// If it does not start.
    pub fn start(program: &Path, index: &Path) -> Self {
        let mut command = Command::new(program);
        command.arg("--index").arg(index).args(["serve", "--listen", "127.0.0.1:0"]);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("a program that serves");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("it was asked for")).read_line(&mut line).expect("it tells where");
        let address = line.trim().strip_prefix("http://").expect("an index that can be served").to_owned();
        Self { child, address }
    }

    pub fn process(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // it may have ended by itself
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
