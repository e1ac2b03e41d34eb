//! Files that change to an index that follows them, until the user stops it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use notify::event::ModifyKind;
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::build::{build, oddities, print};
use super::chosen::chosen;
use super::outcome::{Failure, Outcome};
use super::reading::ReadArgs;
use super::session::Session;
use super::signals::{interrupt, no_signals};
use crate::error::Error;
use crate::ingest::{self, Job};
use crate::voice::Told;

/// Changes are gathered until nothing has changed for so long.
const QUIET: Duration = Duration::from_millis(300);

/// Changes that do not end are indexed all the same after so long.
const PATIENCE: Duration = Duration::from_secs(3);

/// How often the files are looked at where the system does not tell of changes.
const LOOK: Duration = Duration::from_secs(30);

/// How often they are looked at where it does: of what links to files lead to, and of disks that come, it tells nothing.
const LOOK_ANYHOW: Duration = Duration::from_secs(300);

pub(super) enum Message {
    Changed(notify::Result<Event>),
    Stop,
}

/// Indexes, then indexes again whenever something changes, also while it was indexing.
pub(super) fn watch(job: Job, how: &ReadArgs, session: &mut Session) -> Result<Outcome, Failure> {
    let (sender, messages) = mpsc::channel();
    let stop = stop_on_signal(sender.clone())?;
    follow(job, how, session, (sender, messages), (&stop, true))
}

/// What follows changes beside other work, on a thread of its own.
#[cfg(feature = "server")]
pub(super) struct Beside {
    stop: Arc<AtomicBool>,
    sender: Sender<Message>,
    thread: std::thread::JoinHandle<()>,
}

/// What ends it in good order, from a handler of signals.
#[cfg(feature = "server")]
pub(super) type Ending = Box<dyn Fn() + Send>;

#[cfg(feature = "server")]
impl Beside {
    /// Brings the index up to date whenever something changes, and tells of it on standard error.
    pub(super) fn start(index: PathBuf) -> Result<Self, Failure> {
        let (sender, messages) = mpsc::channel();
        let stop = Arc::new(AtomicBool::new(false));
        let (stopped, told) = (Arc::clone(&stop), sender.clone());
        let follow = move || {
            let mut session = Session::new(&index, false);
            session.out = Box::new(anstream::stderr());
            let ended = follow(Job::default(), &ReadArgs::default(), &mut session, (told, messages), (&stopped, false));
            if let Err(failure) = ended {
                session.tell(&session.failure(&failure));
            }
        };
        let thread = std::thread::Builder::new().name("watch".to_owned()).spawn(follow);
        let thread = thread.map_err(|error| Failure::refused(Told::NoThread { said: &chosen().system(&error) }))?;
        Ok(Self { stop, sender, thread })
    }

    /// What ends it.
    pub(super) fn ending(&self) -> Ending {
        let (stop, sender) = (Arc::clone(&self.stop), self.sender.clone());
        Box::new(move || {
            stop.store(true, Ordering::Relaxed);
            // it may have ended already
            let _ = sender.send(Message::Stop);
        })
    }

    /// Waits until it has ended.
    pub(super) fn join(self) {
        // it has told what went wrong
        let _ = self.thread.join();
    }
}

fn follow(
    mut job: Job,
    how: &ReadArgs,
    session: &mut Session,
    (sender, messages): (Sender<Message>, Receiver<Message>),
    (stop, is_alone): (&AtomicBool, bool),
) -> Result<Outcome, Failure> {
    let paths = match job.paths.is_empty() {
        true => ingest::roots(&session.index)?.iter().map(|(_, root)| root.place.clone()).collect(),
        false => job.paths.clone(),
    };
    let mut watched = Watched::of(&paths, sender);
    let started = watched.start();
    watched.is_told = started.is_ok();
    if let Err(error) = started {
        let said = session.language.quoted(&error);
        session.tell(&session.told(Told::NotWatched { said: &said, seconds: LOOK.as_secs() }));
    }
    job.wait = true;
    let mut told = BTreeSet::new();
    let mut is_first = true;
    loop {
        match build(job.clone(), how, stop, session) {
            Ok(summary) => {
                let odd: BTreeSet<String> = oddities(&summary).into_iter().collect();
                odd.difference(&told).for_each(|odd| session.tell(odd));
                told = odd;
                if is_first || summary.read + summary.copies + summary.removed > 0 {
                    print(&summary, session)?;
                    session.flush()?;
                }
            }
            Err(Failure::World(Error::Stopped { .. })) => return Ok(Outcome::Done),
            Err(failure) if is_first => return Err(failure),
            // a full disk may be freed, a folder may come back
            Err(failure) => session.tell(&session.failure(&failure)),
        }
        if is_first && is_alone {
            session.tell(&session.told(Told::Watching));
        }
        is_first = false;
        job.rebuild = false;
        if watched.wait(&messages, &session.index) == Next::Stop {
            return Ok(Outcome::Done);
        }
    }
}

/// The first signal ends the work in good order, the second at once: the index is whole either way.
fn stop_on_signal(sender: Sender<Message>) -> Result<Arc<AtomicBool>, Failure> {
    let stop = Arc::new(AtomicBool::new(false));
    let stopped = Arc::clone(&stop);
    let set = ctrlc::set_handler(move || {
        if stopped.swap(true, Ordering::Relaxed) {
            interrupt();
        }
        // nobody listens any more at the very end
        let _ = sender.send(Message::Stop);
    });
    set.map_err(|error| no_signals(&error))?;
    Ok(stop)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Next {
    Index,
    Stop,
}

/// The paths that are watched, by their real paths.
struct Watched {
    roots: Vec<PathBuf>,
    watcher: notify::Result<RecommendedWatcher>,
    /// Whether the system tells of changes.
    is_told: bool,
    /// Whether something has gone: what another path leads to may be watched no more.
    has_lost: bool,
}

impl Watched {
    fn of(paths: &[PathBuf], sender: Sender<Message>) -> Self {
        let real = |path: &PathBuf| path.canonicalize().or_else(|_| std::path::absolute(path));
        let watcher = notify::recommended_watcher(move |event| {
            // nobody listens any more at the very end
            let _ = sender.send(Message::Changed(event));
        });
        Self {
            roots: paths.iter().filter_map(|path| real(path).ok()).collect(),
            watcher,
            is_told: false,
            has_lost: false,
        }
    }

    /// Watches the paths, and the folders they lie in, for a path may be removed and made anew.
    fn start(&mut self) -> Result<(), String> {
        let watcher = self.watcher.as_mut().map_err(|error| error.to_string())?;
        for root in &self.roots {
            let parent = root.parent().filter(|parent| !self.roots.iter().any(|other| parent.starts_with(other)));
            let folder = root.is_dir().then_some((&**root, RecursiveMode::Recursive));
            let parent = parent.map(|parent| (parent, RecursiveMode::NonRecursive));
            for (path, mode) in folder.into_iter().chain(parent) {
                watcher.watch(path, mode).map_err(|error| error.to_string())?;
            }
        }
        Ok(())
    }

    /// Waits until something has changed and then nothing for a while.
    fn wait(&mut self, messages: &Receiver<Message>, index: &Path) -> Next {
        let own = index.canonicalize().unwrap_or_else(|_| index.to_owned());
        let mut since: Option<Instant> = None;
        let started = Instant::now();
        loop {
            let patience = match since {
                None => LOOK,
                Some(since) if since.elapsed() > PATIENCE => return self.look(),
                Some(_) => QUIET,
            };
            match messages.recv_timeout(patience) {
                Ok(Message::Stop) | Err(RecvTimeoutError::Disconnected) => return Next::Stop,
                Ok(Message::Changed(event)) if self.matters(&event, &own) => {
                    since.get_or_insert_with(Instant::now);
                }
                Ok(Message::Changed(_)) => {}
                Err(RecvTimeoutError::Timeout)
                    if since.is_some() || !self.is_told || started.elapsed() > LOOK_ANYHOW =>
                {
                    return self.look();
                }
                Err(RecvTimeoutError::Timeout) => {}
            }
        }
    }

    /// Lets the files be looked at; where something has gone, what is left is watched anew first.
    fn look(&mut self) -> Next {
        if std::mem::take(&mut self.has_lost) {
            // where that fails, the path is gone, and its folder is watched
            let _ = self.start();
        }
        Next::Index
    }

    /// Watches what links lead to that have come: the system tells of the link alone.
    fn follow(&mut self, event: &Event) {
        let Ok(watcher) = &mut self.watcher else { return };
        for link in event.paths.iter().filter(|path| path.is_symlink() && path.is_dir()) {
            // where that fails, what lies behind it is seen with the next change
            let _ = watcher.watch(link, RecursiveMode::Recursive);
        }
    }

    /// Whether an event tells of a change in what is watched; a path that is made anew is watched
    /// again.
    fn matters(&mut self, event: &notify::Result<Event>, own: &Path) -> bool {
        let Ok(event) = event else { return true };
        if event.kind.is_access() {
            return false;
        }
        if self.roots.iter().any(|root| event.paths.contains(root)) {
            // where that fails, the path is gone, and its folder is watched
            let _ = self.start();
        }
        self.follow(event);
        self.has_lost |= event.kind.is_remove() || matches!(event.kind, EventKind::Modify(ModifyKind::Name(_)));
        let inside = |path: &PathBuf| self.roots.iter().any(|root| path.starts_with(root)) && !path.starts_with(own);
        event.need_rescan() || event.paths.iter().any(inside)
    }
}
