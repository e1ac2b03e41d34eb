//! What the tests share: a folder in which the program runs, an index of `corpus/`, goldens.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::Value;
use tempfile::TempDir;
use tracuu::archive::Archive;
use tracuu::ingest::{Job, Summary};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::english::english_words;

mod left_out;

pub use left_out::left_out;

/// A short document with a name and a number.
pub const TEXT: &str = "Đại hội lần thứ hai\n\nÔng Đỗ Văn Thắng được bầu làm Thư ký Liên đoàn Lao động tỉnh.\n\nKế hoạch số 142/KH-LĐLĐ ngày 23/4/2021.\n";

/// A folder with a corpus, in which the program runs.
pub struct Place(TempDir);

impl Place {
    /// A folder with these files in it.
    pub fn new(files: &[(&str, &[u8])]) -> Self {
        let place = Self(tempfile::tempdir().unwrap());
        fs::create_dir(place.path("corpus")).unwrap();
        for (name, bytes) in files {
            place.write(name, bytes);
        }
        place
    }

    /// One document, indexed.
    pub fn indexed() -> Self {
        let place = Self::new(&[("corpus/dai-hoi.txt", TEXT.as_bytes())]);
        assert_eq!(place.run(&["index"]).code, Some(0));
        place
    }

    /// The path of a file in it.
    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Writes a file in it.
    pub fn write(&self, name: &str, bytes: &[u8]) {
        fs::write(self.path(name), bytes).unwrap();
    }

    /// The program, ready to run in it.
    pub fn command(&self, arguments: &[&str]) -> Command {
        program(self.0.path(), arguments)
    }

    /// Runs the program in it, and once more in Vietnamese where something is told: no word of it is English.
    pub fn run(&self, arguments: &[&str]) -> Run {
        let run = Run::of(self.command(arguments).output().unwrap());
        let writes = arguments.iter().any(|argument| ["index", "serve"].contains(argument));
        if !run.err.is_empty() && !writes && !arguments.iter().any(|argument| ["--json", "--lang"].contains(argument)) {
            let told = Run::of(self.command(arguments).env("TRACUU_LANG", "vi").output().unwrap());
            let mut odd = english_words(&told.err);
            odd.retain(|word| !arguments.iter().any(|argument| argument.contains(word.as_str())));
            assert_eq!(odd, Vec::<String>::new(), "{arguments:?}: {}", told.err);
        }
        run
    }

    /// Starts the program in it, its output unread.
    pub fn spawn(&self, arguments: &[&str]) -> Child {
        self.command(arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
    }

    /// Runs the program in it with this on standard input.
    pub fn feed(&self, arguments: &[&str], input: &[u8]) -> Run {
        let mut child = self.command(arguments).stdin(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(input).unwrap();
        Run::of(child.wait_with_output().unwrap())
    }
}

/// The program, ready to run in a folder, untouched by the surroundings.
pub fn program(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tracuu"));
    command.current_dir(folder).args(arguments);
    command
        .env("TRACUU_LANG", "en")
        .env("TRACUU_CONFIG", "")
        .env_remove("TRACUU_INDEX")
        .env_remove("NO_COLOR")
        .env_remove("COLUMNS")
        .env_remove("CLICOLOR_FORCE");
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// A zip file of these members.
pub fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
    packed(members, SimpleFileOptions::default())
}

/// The same, nothing of it packed.
pub fn stored(members: &[(&str, &[u8])]) -> Vec<u8> {
    packed(members, SimpleFileOptions::default().compression_method(CompressionMethod::Stored))
}

fn packed(members: &[(&str, &[u8])], options: SimpleFileOptions) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        zip.start_file(*name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A document of Word with this body and other parts.
pub fn docx(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let document = format!("<w:document><w:body>{body}</w:body></w:document>");
    let main = [("word/document.xml", document.as_bytes())];
    let parts = parts.iter().map(|(name, part)| (*name, part.as_bytes()));
    zip(&main.into_iter().chain(parts).collect::<Vec<_>>())
}

/// What a run printed and how it ended.
pub struct Run {
    /// The exit code; none if a signal ended it.
    pub code: Option<i32>,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Run {
    /// Reads what a process left; one that panicked fails the test.
    pub fn of(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).unwrap();
        let run = Self { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) };
        assert!(!run.err.contains("panicked") && run.code != Some(101), "{}", run.err);
        run
    }

    /// Every line of the output as JSON.
    pub fn json(&self) -> Vec<Value> {
        let read = |line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
        self.out.lines().map(read).collect()
    }
}

/// The folder of the project; its paths are given without it, as the program is run there.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Brings the index in a folder up to date with these paths.
pub fn index(folder: &Path, paths: &[PathBuf]) -> Summary {
    let job = Job { paths: paths.to_vec(), ..Job::default() };
    Archive::at(folder).update(&job, &()).unwrap()
}

/// An index of `corpus/`, made once for the tests that run at a time and removed after the last.
pub fn corpus_index() -> Arc<TempDir> {
    static SHARED: Mutex<Weak<TempDir>> = Mutex::new(Weak::new());
    let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
    shared.upgrade().unwrap_or_else(|| {
        let folder = Arc::new(tempfile::tempdir().unwrap());
        index(folder.path(), &["corpus".into()]);
        *shared = Arc::downgrade(&folder);
        folder
    })
}

/// Holds the lock of the index in a folder as another process does that writes, until the file is dropped.
pub fn hold_lock(index: &Path) -> File {
    let lock = File::create(index.join(".writer.lock")).unwrap();
    rustix::fs::flock(&lock, rustix::fs::FlockOperation::NonBlockingLockExclusive).unwrap();
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
    fs::write(index.join(".writer"), format!("{} {now}\n", std::process::id())).unwrap();
    lock
}

/// Compares a text with the file of this name in `tests/golden`, or rewrites the file where
/// `TRACUU_BLESS` is set; the message of a failure is the lines that differ.
pub fn golden(name: &str, text: &str) {
    let path = root().join("tests/golden").join(name);
    if std::env::var_os("TRACUU_BLESS").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        return fs::write(path, text).unwrap();
    }
    // a checkout may have changed the line ends
    let kept = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(
        kept == text,
        "tests/golden/{name} differs (- file, + now); if that is meant, rewrite it with `TRACUU_BLESS=1 cargo test` and read the diff\n{}",
        differences(&kept, text)
    );
}

/// The lines that only one of two texts has, in order, `-` before those of the first.
fn differences(old: &str, new: &str) -> String {
    const MOST: usize = 60;
    let mut spare: BTreeMap<&str, i64> = BTreeMap::new();
    old.lines().for_each(|line| *spare.entry(line).or_default() += 1);
    new.lines().for_each(|line| *spare.entry(line).or_default() -= 1);
    let (mut old, mut new) = (old.lines(), new.lines());
    let mut lines = Vec::new();
    loop {
        // up to the next line that both have
        let gone = old.by_ref().find(|line| take(&mut spare, line, 1, &mut lines));
        let come = new.by_ref().find(|line| take(&mut spare, line, -1, &mut lines));
        if gone.is_none() && come.is_none() {
            break;
        }
    }
    if lines.is_empty() {
        lines.push("the same lines in another order, or another end".to_owned());
    }
    let more = lines.len().saturating_sub(MOST);
    lines.truncate(MOST);
    if more > 0 {
        lines.push(format!("and {more} more"));
    }
    lines.join("\n")
}

/// Notes a line that one text has more often than the other; whether both have it.
fn take<'a>(spare: &mut BTreeMap<&'a str, i64>, line: &&'a str, sign: i64, lines: &mut Vec<String>) -> bool {
    let left = spare.entry(line).or_default();
    let alone = *left * sign > 0;
    if alone {
        *left -= sign;
        lines.push(format!("{}{line}", if sign > 0 { '-' } else { '+' }));
    }
    !alone
}

#[test]
fn a_difference_is_told_by_its_lines() {
    let check = |old: &str, new: &str, expected: &str| assert_eq!(differences(old, new), expected, "{old:?} {new:?}");
    check("a\nb\nc\n", "a\nx\nc\n", "-b\n+x");
    check("a\nb\nc\nd\n", "a\nc\nd\ne\n", "-b\n+e");
    check("", "a\na\n", "+a\n+a");
    check("a\nb\n", "b\na\n", "the same lines in another order, or another end");
}

/// Runs a shell script whose mounts nobody else sees; `None` where the system does not allow it.
pub fn in_namespace(place: &Place, script: &str) -> Option<Run> {
    let run = |script: &str| {
        let mut command = Command::new("unshare");
        command.args(["--map-root-user", "--mount", "sh", "-c", script]);
        command
            .current_dir(place.path(""))
            .env("TRACUU", env!("CARGO_BIN_EXE_tracuu"))
            .env("TRACUU_LANG", "en")
            .env("TRACUU_CONFIG", "")
            .env_remove("TRACUU_INDEX")
            .output()
    };
    if !run("mount -t tmpfs none corpus").is_ok_and(|probe| probe.status.success()) {
        return left_out("what needs mounts: nothing can be mounted here");
    }
    Some(Run::of(run(script).unwrap()))
}

/// Runs a shell script as a user for whom modes and limits hold, which may write in the place; `None` where the system
/// does not allow it.
#[cfg(unix)]
pub fn as_nobody(place: &Place, script: &str) -> Option<Run> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    let is_root = fs::metadata(place.path("")).is_ok_and(|place| place.uid() == 0);
    let own = place.path("tracuu");
    fs::copy(env!("CARGO_BIN_EXE_tracuu"), &own).unwrap();
    fs::set_permissions(place.path(""), fs::Permissions::from_mode(0o777)).unwrap();
    let shell = ["sh", "-c", script];
    // a user of its own: what others run does not count for its limits
    static USERS: AtomicU32 = AtomicU32::new(0);
    let id = 4242 + std::process::id() % 500 * 100 + USERS.fetch_add(1, Ordering::Relaxed);
    let user = ["setpriv", &format!("--reuid={id}"), &format!("--regid={id}"), "--clear-groups"];
    let may_be = || Command::new(user[0]).args(&user[1..]).arg("true").output().is_ok_and(|run| run.status.success());
    if is_root && !may_be() {
        return left_out("what needs another user: there is no setpriv, or it may change nothing");
    }
    let words = if is_root { [&user[..], &shell].concat() } else { shell.to_vec() };
    let mut command = Command::new(words[0]);
    command
        .args(&words[1..])
        .current_dir(place.path(""))
        .env("TRACUU", &own)
        .env("TRACUU_LANG", "en")
        .env("TRACUU_CONFIG", "")
        .env_remove("TRACUU_INDEX");
    Some(Run::of(command.output().unwrap()))
}
