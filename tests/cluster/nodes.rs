//! The nodes that the tests are given, and the program over an index in them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::Value;
use tempfile::TempDir;

use crate::left_out::left_out;

/// Three nodes of one cluster.
pub struct Nodes {
    folder: PathBuf,
    port: u16,
}

impl Nodes {
    /// Those that were started; none where there are none.
    pub fn given() -> Option<Self> {
        let Some(folder) = std::env::var_os("TRACUU_NODES") else {
            return left_out("an index in a cluster, which needs Java and Maven (.ci/cluster)");
        };
        let port = std::env::var("PORT").ok().map_or(9311, |port| port.parse().unwrap());
        Some(Self { folder: folder.into(), port })
    }

    /// The hosts of all, as they are typed.
    pub fn hosts(&self) -> String {
        let hosts: Vec<String> = (0..3).map(|node| format!("127.0.0.1:{}", self.port + node)).collect();
        hosts.join(",")
    }

    /// The address of an archive that no other test has.
    pub fn fresh(&self) -> String {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        format!("http://{}/t{}-{}", self.hosts(), std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed))
    }

    fn pid(&self, node: u16) -> String {
        fs::read_to_string(self.folder.join(format!("n{node}.pid"))).unwrap().trim().to_owned()
    }

    /// Sends a signal to a node, from 1.
    pub fn signal(&self, node: u16, signal: &str) {
        assert!(Command::new("kill").args([signal, &self.pid(node)]).status().unwrap().success());
    }

    /// Starts all that do not run, and waits until all shards are there.
    pub fn start(&self) {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cluster/nodes");
        assert!(Command::new(script).arg(&self.folder).arg("start").status().unwrap().success());
    }

    /// Asks the first node.
    pub fn curl(&self, arguments: &[&str], path: &str) -> Value {
        let mut command = Command::new("curl");
        command.args(["-s", "-m", "30"]).args(arguments).arg(format!("127.0.0.1:{}/{path}", self.port));
        serde_json::from_slice(&command.output().unwrap().stdout).unwrap_or_default()
    }
}

/// What a run of the program has printed.
#[derive(Debug)]
pub struct Run {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Run {
    fn of(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Self { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }
}

/// An index and a folder in which the program runs over it.
pub struct Place {
    folder: TempDir,
    pub index: String,
}

impl Place {
    pub fn at(index: impl Into<String>) -> Self {
        Self { folder: tempfile::tempdir().unwrap(), index: index.into() }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Makes documents of a few passages each, and tells their folder.
    pub fn documents(&self, count: usize) -> String {
        let folder = self.path("docs");
        fs::create_dir_all(&folder).unwrap();
        for number in 1..=count {
            self.document(number, "lần đầu");
        }
        folder.to_str().unwrap().to_owned()
    }

    /// Writes one of them.
    pub fn document(&self, number: usize, said: &str) {
        let part = |part: usize| format!("Điều {part}\n\nKế hoạch số {number}/KH-UBND về việc thứ {part}, {said}.\n");
        let text = format!("Kế hoạch {number}\n\n{}{}", part(1), part(2));
        fs::write(self.path(&format!("docs/{number}.txt")), text).unwrap();
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tracuu"));
        command.current_dir(self.folder.path()).args(["--index", &self.index, "--lang", "en"]).args(arguments);
        for name in ["TRACUU_INDEX", "TRACUU_LANG", "TRACUU_CA", "TRACUU_CREDENTIALS", "TRACUU_CREDENTIALS_FILE"] {
            command.env_remove(name);
        }
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Run {
        Run::of(self.command(arguments).output().unwrap())
    }

    pub fn spawn(&self, arguments: &[&str]) -> Child {
        self.command(arguments).spawn().unwrap()
    }

    /// Runs what must succeed.
    pub fn done(&self, arguments: &[&str]) -> String {
        let run = self.run(arguments);
        assert_eq!(run.code, Some(0), "{arguments:?}: {run:?}");
        run.out
    }

    /// What is printed as JSON, without how long it took.
    pub fn json(&self, arguments: &[&str]) -> Value {
        let mut arguments = arguments.to_vec();
        arguments.insert(0, "--json");
        let run = self.run(&arguments);
        assert!(matches!(run.code, Some(0 | 1)), "{arguments:?}: {run:?}");
        let mut value: Value = serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{arguments:?}: {run:?}"));
        if let Some(fields) = value.as_object_mut() {
            fields.remove("took_ms");
        }
        value
    }

    /// How many documents and passages it holds, and how many passages are found.
    pub fn size(&self) -> (u64, u64, u64) {
        let status = self.json(&["status", "--check"]);
        let figure = |name: &str| status[name].as_u64().unwrap();
        assert_eq!(status["damaged"], serde_json::json!([]), "{status}");
        let numbers = self.json(&["number", "--list"]);
        let known = numbers["numbers"].as_array().map_or(0, Vec::len);
        (figure("documents"), figure("passages"), known as u64)
    }
}
