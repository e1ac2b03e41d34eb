//! A PDF with pages that are pictures -> the text of those pages, by `pdftoppm` and `tesseract`.
//!
//! Both are installed by the user. Each page is rendered and recognized alone, with limits of size,
//! time and memory, in a private folder that is removed. Nothing of a document becomes an argument.

mod merge;

use std::collections::BTreeMap;
use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::apart;
use super::read::{Content, Limits, Unreadable};

const RENDER: &str = "pdftoppm";
const RECOGNIZE: &str = "tesseract";
const LANGUAGE: &str = "vie";

/// The long side of a rendered page: A4 at 300 dots an inch, however large the page calls itself.
const PIXELS: &str = "3508";

/// A page of the smallest print holds far less.
const MAX_PAGE_BYTES: u64 = 1 << 20;

const POLL: Duration = Duration::from_millis(10);

/// The programs that recognize pages, found to be installed.
#[derive(Clone)]
pub struct Recognizer(Arc<dyn Fn(Step) + Send + Sync>);

/// How far a document has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Pages that are done.
    pub done: usize,
    /// Pages to do.
    pub pages: usize,
}

/// What is not installed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("scans are read with tesseract, its Vietnamese data and pdftoppm, but {what} not installed: {INSTALL}")]
pub struct Missing {
    what: &'static str,
}

const INSTALL: &str = "try `apt install tesseract-ocr tesseract-ocr-vie poppler-utils` \
    or `brew install tesseract tesseract-lang poppler`";

impl Recognizer {
    /// Looks for the programs; `told` hears when pages are begun and of each that is done, from any thread.
    ///
    /// # Errors
    /// A program or the data for Vietnamese is not installed.
    pub fn find(told: impl Fn(Step) + Send + Sync + 'static) -> Result<Self, Missing> {
        if Command::new(RENDER).arg("-v").stdin(Stdio::null()).output().is_err() {
            return Err(Missing { what: "pdftoppm is" });
        }
        let listed = Command::new(RECOGNIZE).arg("--list-langs").stdin(Stdio::null()).output();
        let listed = listed.map_err(|_| Missing { what: "tesseract is" })?;
        let all = [listed.stdout, listed.stderr].concat();
        let has_language = all.split(|&byte| byte == b'\n').any(|line| line.trim_ascii() == LANGUAGE.as_bytes());
        if has_language { Ok(Self(Arc::new(told))) } else { Err(Missing { what: "the data is" }) }
    }

    /// Reads the pages of a PDF that are pictures, 1-based, into its content.
    pub(super) fn read(
        &self,
        pdf: &[u8],
        content: Content,
        pages: &[usize],
        limits: &Limits,
    ) -> Result<Content, Unreadable> {
        let wanted = &pages[..pages.len().min(limits.max_recognized_pages)];
        let folder = tempfile::tempdir()?;
        let file = folder.path().join("document.pdf");
        fs::write(&file, pdf)?;
        let read = self.read_pages(&file, wanted, limits);
        let mut texts = BTreeMap::new();
        let mut failed = Vec::new();
        for (&page, outcome) in wanted.iter().zip(read) {
            match outcome {
                Ok(text) => _ = texts.insert(page, text),
                Err(reason) => failed.push((page, reason)),
            }
        }
        let mut content = merge::merge(content, pages, &texts);
        content.recognized_pages = texts.len();
        content.notices.extend(notices(pages.len(), wanted.len(), &failed));
        let is_empty = content.text.trim().is_empty();
        if is_empty { Err(Unreadable::Unrecognized) } else { Ok(content) }
    }

    /// The text of each of these pages, as many at a time as there are processors.
    fn read_pages(&self, file: &Path, pages: &[usize], limits: &Limits) -> Vec<Result<String, String>> {
        let threads = thread::available_parallelism().map_or(1, usize::from).min(pages.len());
        (self.0)(Step { done: 0, pages: pages.len() });
        let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let outcomes = Mutex::new(vec![Ok(String::new()); pages.len()]);
        let work = || {
            while let Some((at, &page)) =
                Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|at| pages.get(at).map(|page| (at, page)))
            {
                let outcome = read_page(file, page, limits);
                outcomes.lock().unwrap_or_else(PoisonError::into_inner)[at] = outcome;
                let done = done.fetch_add(1, Ordering::Relaxed) + 1;
                (self.0)(Step { done, pages: pages.len() });
            }
        };
        thread::scope(|scope| {
            for _ in 0..threads {
                scope.spawn(work);
            }
        });
        outcomes.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Recognizer {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("Recognizer")
    }
}

/// Renders a page and recognizes its letters; the error is a reason.
fn read_page(file: &Path, page: usize, limits: &Limits) -> Result<String, String> {
    let base = file.with_file_name(format!("page-{page}"));
    let number = page.to_string();
    let mut render = apart::limited(RENDER, limits);
    render.args(["-f", &number, "-l", &number, "-singlefile", "-gray", "-scale-to", PIXELS]).arg(file).arg(&base);
    run(render, RENDER, limits)?;
    let picture = base.with_extension("pgm");
    let mut recognize = apart::limited(RECOGNIZE, limits);
    recognize.arg(&picture).arg(&base).args(["-l", LANGUAGE]).env("OMP_THREAD_LIMIT", "1");
    let outcome = run(recognize, RECOGNIZE, limits);
    // Pictures are large; what is left of them goes with the folder.
    let _ = fs::remove_file(&picture);
    outcome?;
    let mut text = Vec::new();
    let read = File::open(base.with_extension("txt")).and_then(|file| file.take(MAX_PAGE_BYTES).read_to_end(&mut text));
    read.map_err(|error| format!("{RECOGNIZE} left no text: {error}"))?;
    // What is recognized as the Icelandic letter is always the Vietnamese one.
    Ok(String::from_utf8_lossy(&text).replace('\u{D0}', "Đ"))
}

/// Waits for a program to end well and in time.
fn run(mut command: Command, name: &str, limits: &Limits) -> Result<(), String> {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let failed = |error: io::Error| format!("{name} failed: {error}");
    let mut child = command.spawn().map_err(failed)?;
    let deadline = Instant::now() + Duration::from_secs(limits.max_seconds);
    loop {
        match child.try_wait().map_err(failed)? {
            Some(status) if status.success() => return Ok(()),
            Some(status) => return Err(format!("{name} failed: {status}")),
            None if Instant::now() >= deadline => {
                // It may have ended just now.
                let _ = child.kill();
                let _ = child.wait();
                return Err(format!("{name} took longer than {} seconds", limits.max_seconds));
            }
            None => thread::sleep(POLL),
        }
    }
}

fn notices(pages: usize, wanted: usize, failed: &[(usize, String)]) -> Vec<String> {
    let mut notices = Vec::new();
    let read = wanted - failed.len();
    if read > 0 {
        let (pages, were) = if read == 1 { ("page", "was") } else { ("pages", "were") };
        notices.push(format!("{read} {pages} {were} recognized from pictures: letters may be wrong"));
    }
    if let Some((page, reason)) = failed.first() {
        let more = if failed.len() > 1 { format!(", and {} more", failed.len() - 1) } else { String::new() };
        notices.push(format!("page {page} was not recognized: {reason}{more}"));
    }
    if pages > wanted {
        notices.push(format!("{} scanned pages beyond the limit of {wanted} were left out", pages - wanted));
    }
    notices
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_program_has_to_end_well_and_in_time() {
        let check = |script: &str, expected: Result<(), &str>| {
            let limits = Limits { max_seconds: 1, ..Limits::default() };
            let mut command = Command::new("sh");
            command.args(["-c", script]);
            assert_eq!(run(command, "it", &limits), expected.map_err(str::to_owned), "{script}");
        };
        check("exit 0", Ok(()));
        check("exit 3", Err("it failed: exit status: 3"));
        check("exec sleep 100", Err("it took longer than 1 seconds"));
        assert!(run(Command::new("/none/at/all"), "it", &Limits::default()).unwrap_err().starts_with("it failed: "));
    }

    #[test]
    fn what_was_recognized_is_told() {
        let check = |pages: usize, wanted: usize, failed: &[(usize, String)], expected: &[&str]| {
            assert_eq!(notices(pages, wanted, failed), expected);
        };
        check(1, 1, &[], &["1 page was recognized from pictures: letters may be wrong"]);
        check(2, 2, &[(1, "a".to_owned()), (2, "b".to_owned())], &["page 1 was not recognized: a, and 1 more"]);
        check(
            9,
            3,
            &[],
            &[
                "3 pages were recognized from pictures: letters may be wrong",
                "6 scanned pages beyond the limit of 3 were left out",
            ],
        );
    }
}
