//! SQLite FTS5 over the same passages, by its own program.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::process::{self, Run};

/// Fills a new database with the lines of a file.
pub fn build(database: &Path, passages: &Path) -> Run {
    let table = r#"CREATE VIRTUAL TABLE passages USING fts5(text, tokenize = "unicode61 remove_diacritics 0");"#;
    let mut command = Command::new("sqlite3");
    command.arg(database);
    for line in ["PRAGMA journal_mode = off;", "PRAGMA synchronous = off;", table, ".mode ascii"] {
        command.arg("-cmd").arg(line);
    }
    command.arg("-cmd").arg(r#".separator "\037" "\n""#);
    command.arg(format!(".import '{}' passages", passages.display()));
    process::run(&mut command)
}

/// How long each query takes, in milliseconds, all in one process, the first of them to warm up.
pub fn times(database: &Path, queries: &[String]) -> Vec<f64> {
    let mut child = Command::new("sqlite3")
        .arg(database)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("it was looked for before");
    let mut script = String::from(".timer on\n");
    for query in queries {
        let words = query.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let any: Vec<String> = words.map(|word| format!("\"{word}\"")).collect();
        let select = format!(
            "SELECT '# ' || count(*) FROM (SELECT text FROM passages WHERE passages MATCH '{}' ORDER BY rank LIMIT 10);\n",
            any.join(" OR ")
        );
        script.push_str(&select);
    }
    let mut input = child.stdin.take().expect("it was asked for");
    let writing = std::thread::spawn(move || input.write_all(script.as_bytes()));
    let output = child.wait_with_output().expect("it runs to its end");
    writing.join().expect("it only writes").expect("it reads all");
    let lines = String::from_utf8_lossy(&output.stdout).into_owned();
    let seconds =
        lines.lines().filter_map(|line| line.strip_prefix("Run Time: real ")?.split(' ').next()?.parse().ok());
    seconds.skip(1).map(|seconds: f64| seconds * 1e3).collect()
}
