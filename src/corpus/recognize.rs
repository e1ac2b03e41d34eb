//! A PDF with pages that are pictures -> the text of those pages, by `pdftoppm` and `tesseract`.
//!
//! Both are installed by the user. Each page is rendered and recognized alone, with limits of size,
//! time and memory, in a private folder that is removed. Nothing of a document becomes an argument.

mod merge;
mod run;

use std::collections::BTreeMap;
use std::fmt;
use std::fs::{self, File};
use std::io::{Read, Seek};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use super::apart;
use super::content::Content;
use super::limits::Limits;
use super::oddity::{NotRecognized, Oddity, ProgramFailure};
use super::unreadable::Unreadable;
use run::{Ended, run};

const RENDER: &str = "pdftoppm";
const RECOGNIZE: &str = "tesseract";
const LANGUAGE: &str = "vie";

/// The long side of a rendered page: A4 at 300 dots an inch, however large the page calls itself.
const PIXELS: &str = "3508";

/// A page of the smallest print holds far less.
const MAX_PAGE_BYTES: u64 = 1 << 20;

/// No list of languages is as long.
const MAX_LIST_BYTES: u64 = 1 << 20;

/// The private folders that are in use.
static FOLDERS: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

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

/// Why scans cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Missing {
    /// A program that is needed fails.
    Program {
        /// Its name.
        name: String,
        /// How it fails.
        how: ProgramFailure,
    },
    /// The data for Vietnamese is not installed.
    Data,
}

/// Ends all programs that recognize pages and removes what they have left: for a program that is about to end itself.
pub fn end_recognition() {
    run::end_all();
    for folder in lock(&FOLDERS).drain(..) {
        // its owner may remove it at the same time
        let _ = fs::remove_dir_all(folder);
    }
}

impl Recognizer {
    /// Looks for the programs; `told` hears when pages are begun and of each that is done, from any thread.
    ///
    /// # Errors
    /// A program or the data for Vietnamese is not installed, or a program does not answer in time.
    pub fn find(limits: &Limits, told: impl Fn(Step) + Send + Sync + 'static) -> Result<Self, Missing> {
        let mut version = apart::limited(RENDER, limits);
        version.arg("-v");
        asked(version, RENDER, limits)?;
        let mut list = apart::limited(RECOGNIZE, limits);
        list.arg("--list-langs");
        let listed = asked(list, RECOGNIZE, limits)?;
        let has_language = listed.split(|&byte| byte == b'\n').any(|line| line.trim_ascii() == LANGUAGE.as_bytes());
        if has_language { Ok(Self(Arc::new(told))) } else { Err(Missing::Data) }
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
        let folder = PrivateFolder::new()?;
        let file = folder.0.path().join("document.pdf");
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
        if content.text.trim().is_empty() {
            return Err(Unreadable::Unrecognized { why: not_recognized(&failed) });
        }
        content.notices.extend(notices(pages.len(), wanted.len(), &failed));
        Ok(content)
    }

    /// The text of each of these pages, as many at a time as there are processors.
    fn read_pages(&self, file: &Path, pages: &[usize], limits: &Limits) -> Vec<Result<String, Failed>> {
        let threads = thread::available_parallelism().map_or(1, usize::from).min(pages.len());
        (self.0)(Step { done: 0, pages: pages.len() });
        let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let outcomes = Mutex::new(vec![Ok(String::new()); pages.len()]);
        let work = || {
            while let Some((at, &page)) =
                Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|at| pages.get(at).map(|page| (at, page)))
            {
                let outcome = read_page(file, page, limits);
                lock(&outcomes)[at] = outcome;
                let done = done.fetch_add(1, Ordering::Relaxed) + 1;
                (self.0)(Step { done, pages: pages.len() });
            }
        };
        thread::scope(|scope| {
            for _ in 1..threads {
                // this thread does what another that cannot start would have done
                let _ = thread::Builder::new().spawn_scoped(scope, work);
            }
            work();
        });
        outcomes.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Recognizer {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("Recognizer")
    }
}

/// The program that failed, and how.
type Failed = (&'static str, ProgramFailure);

/// Renders a page and recognizes its letters.
fn read_page(file: &Path, page: usize, limits: &Limits) -> Result<String, Failed> {
    let base = file.with_file_name(format!("page-{page}"));
    let number = page.to_string();
    let mut render = apart::limited(RENDER, limits);
    render.args(["-f", &number, "-l", &number, "-singlefile", "-gray", "-scale-to", PIXELS]).arg(file).arg(&base);
    work(render, RENDER, limits)?;
    let picture = base.with_extension("pgm");
    let mut recognize = apart::limited(RECOGNIZE, limits);
    recognize.arg(&picture).arg(&base).args(["-l", LANGUAGE]).env("OMP_THREAD_LIMIT", "1");
    let outcome = work(recognize, RECOGNIZE, limits);
    // Pictures are large; what is left of them goes with the folder.
    let _ = fs::remove_file(&picture);
    outcome?;
    let mut text = Vec::new();
    let read = File::open(base.with_extension("txt")).and_then(|file| file.take(MAX_PAGE_BYTES).read_to_end(&mut text));
    read.map_err(|error| (RECOGNIZE, ProgramFailure::NoText(error.to_string())))?;
    // What is recognized as the Icelandic letter is always the Vietnamese one.
    Ok(String::from_utf8_lossy(&text).replace('\u{D0}', "Đ"))
}

/// Waits for a program to end well and in time.
fn work(mut command: Command, name: &'static str, limits: &Limits) -> Result<(), Failed> {
    command.stdout(Stdio::null()).stderr(Stdio::null());
    match run(command, limits) {
        Ended::With(status) if status.success() => Ok(()),
        Ended::With(status) => Err((name, ProgramFailure::Failed(status.to_string()))),
        Ended::Never(error) => Err((name, ProgramFailure::Failed(error.to_string()))),
        Ended::TooLate => Err((name, too_slow(limits))),
    }
}

/// What a program tells of itself.
fn asked(mut command: Command, name: &str, limits: &Limits) -> Result<Vec<u8>, Missing> {
    let missing = |how| Missing::Program { name: name.to_owned(), how };
    let failed = |error: std::io::Error| missing(ProgramFailure::Failed(error.to_string()));
    let mut told = tempfile::tempfile().map_err(failed)?;
    let streams = told.try_clone().and_then(|out| Ok((out, told.try_clone()?))).map_err(failed)?;
    command.stdout(streams.0).stderr(streams.1);
    match run(command, limits) {
        Ended::With(status) if status.code() == Some(apart::NOT_FOUND.into()) => {
            return Err(missing(ProgramFailure::NotInstalled));
        }
        Ended::With(_) => {}
        Ended::Never(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(missing(ProgramFailure::NotInstalled));
        }
        Ended::Never(error) => return Err(failed(error)),
        Ended::TooLate => return Err(missing(too_slow(limits))),
    }
    let mut list = Vec::new();
    told.rewind().and_then(|()| told.take(MAX_LIST_BYTES).read_to_end(&mut list)).map_err(failed)?;
    Ok(list)
}

fn too_slow(limits: &Limits) -> ProgramFailure {
    ProgramFailure::TooSlow { seconds: limits.max_seconds }
}

/// A folder that goes when it is dropped, or when the program ends in order.
struct PrivateFolder(tempfile::TempDir);

impl PrivateFolder {
    fn new() -> std::io::Result<Self> {
        let folder = tempfile::tempdir()?;
        lock(&FOLDERS).push(folder.path().to_owned());
        Ok(Self(folder))
    }
}

impl Drop for PrivateFolder {
    fn drop(&mut self) {
        lock(&FOLDERS).retain(|folder| folder != self.0.path());
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The first page that was not recognized, and why.
fn not_recognized(failed: &[(usize, Failed)]) -> Option<NotRecognized> {
    let (page, (program, how)) = failed.first()?;
    let (program, how) = ((*program).to_owned(), how.clone());
    Some(NotRecognized { page: *page, program, how, more: failed.len() - 1 })
}

fn notices(pages: usize, wanted: usize, failed: &[(usize, Failed)]) -> Vec<Oddity> {
    let mut notices = Vec::new();
    let read = wanted - failed.len();
    if read > 0 {
        notices.push(Oddity::Recognized(read));
    }
    notices.extend(not_recognized(failed).map(Oddity::NotRecognized));
    if pages > wanted {
        notices.push(Oddity::ManyScans { left: pages - wanted, most: wanted });
    }
    notices
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_program_has_to_end_well_and_in_time() {
        let check = |script: &str, expected: Result<(), ProgramFailure>| {
            let limits = Limits { max_seconds: 1, ..Limits::default() };
            let mut command = Command::new("sh");
            command.args(["-c", script]);
            assert_eq!(work(command, "it", &limits), expected.map_err(|how| ("it", how)), "{script}");
        };
        check("exit 0", Ok(()));
        check("exit 3", Err(ProgramFailure::Failed("exit status: 3".to_owned())));
        check("exec sleep 100", Err(ProgramFailure::TooSlow { seconds: 1 }));
        let none = work(Command::new("/none/at/all"), "it", &Limits::default());
        assert!(matches!(none, Err(("it", ProgramFailure::Failed(_)))), "{none:?}");
    }

    #[test]
    fn a_program_tells_of_itself_in_time() {
        let check = |script: &str, expected: Result<&str, ProgramFailure>| {
            let limits = Limits { max_seconds: 1, ..Limits::default() };
            let mut command = Command::new("sh");
            command.args(["-c", script]);
            let told = asked(command, "it", &limits);
            let told = told.map(|list| String::from_utf8(list).expect("text"));
            let missing = |how| Missing::Program { name: "it".to_owned(), how };
            assert_eq!(told, expected.map(str::to_owned).map_err(missing), "{script}");
        };
        check("echo vie; echo eng >&2", Ok("vie\neng\n"));
        check("echo vie; exit 3", Ok("vie\n"));
        check("exit 127", Err(ProgramFailure::NotInstalled));
        check("echo vie; sleep 100", Err(ProgramFailure::TooSlow { seconds: 1 }));
        let missing = asked(Command::new("/none/at/all"), "it", &Limits::default());
        assert_eq!(missing, Err(Missing::Program { name: "it".to_owned(), how: ProgramFailure::NotInstalled }));
    }

    #[test]
    fn what_was_recognized_is_told() {
        let check = |pages: usize, wanted: usize, failed: &[(usize, Failed)], expected: &[&str]| {
            let told: Vec<String> = notices(pages, wanted, failed).iter().map(Oddity::to_string).collect();
            assert_eq!(told, expected);
        };
        check(1, 1, &[], &["1 page was recognized from pictures: letters may be wrong"]);
        let failed = |said: &str| ("it", ProgramFailure::Failed(said.to_owned()));
        check(2, 2, &[(1, failed("a")), (2, failed("b"))], &["page 1 was not recognized: it failed: a, and 1 more"]);
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
