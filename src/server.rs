//! An archive to pages and an API over HTTP. Nothing that comes in writes.

mod accept;
mod address;
mod answering;
mod api;
mod app;
mod asked;
mod assets;
mod assistants;
mod body;
mod edition;
mod follow;
mod gauges;
mod guard;
mod language;
mod log;
mod metrics;
mod once;
mod openapi;
mod original;
mod pages;
mod pairs;
mod parameter;
mod patient;
mod problem;
mod refused;
mod reply;
mod route;
mod router;
mod suggest;
mod tables;
mod tag;
mod token;

use std::io;
use std::net::SocketAddr;
use std::sync::mpsc::Receiver;
use std::sync::{Arc, RwLock};
use std::thread;

use tokio::net::TcpListener;
use tokio::runtime::Builder;
use tokio::sync::watch;

pub use address::ASSISTANTS;
pub use app::{Access, Options, Times};
pub use log::AccessLog;
pub use token::Token;

use crate::archive::Archive;
use crate::error::Error;
use app::App;
use metrics::Metrics;

/// Threads beside those that answer: one that follows the index, one that waits for the end, one that searches.
const OTHERS: usize = 3;

/// Why a server does not run.
#[derive(Debug)]
pub enum Failed {
    /// The index cannot be read.
    Index(Error),
    /// The system does not start the threads that answer.
    NoThread(io::Error),
    /// The address cannot be listened at.
    System(io::Error),
}

/// Serves an archive until `stop` tells it to end; `ready` is told the address once it answers.
///
/// # Errors
/// The index cannot be read, or the system does not let it listen.
pub fn serve(
    archive: Archive,
    options: Options,
    stop: Receiver<()>,
    ready: impl FnOnce(SocketAddr),
) -> Result<(), Failed> {
    let (listen, workers) = (options.listen, options.workers.max(1));
    let app = Arc::new(App::new(archive, options, Metrics::new(route::counted())));
    follow::open(&app).map_err(Failed::Index)?;
    try_threads(workers + OTHERS).map_err(Failed::NoThread)?;
    let runtime = Builder::new_multi_thread()
        .worker_threads(workers)
        .max_blocking_threads(App::permits(workers) + 1)
        .enable_io()
        .enable_time()
        .build()
        .map_err(Failed::System)?;
    let (stopped, watching) = watch::channel(false);
    let listener = runtime.block_on(TcpListener::bind(listen)).map_err(Failed::System)?;
    let address = listener.local_addr().map_err(Failed::System)?;
    let following = Arc::clone(&app);
    let follower = thread::Builder::new().name("follow".to_owned()).spawn(move || follow::follow(&following));
    follower.map_err(Failed::NoThread)?;
    let waiter = thread::Builder::new().name("stop".to_owned()).spawn(move || {
        // it ends as well where nobody is left to tell it to
        let _ = stop.recv();
        let _ = stopped.send(true);
    });
    waiter.map_err(Failed::NoThread)?;
    ready(address);
    runtime.block_on(accept::accept(listener, router::router(Arc::clone(&app)), Arc::clone(&app), watching));
    // a search that nobody waits for any more is not waited for
    runtime.shutdown_background();
    Ok(())
}

/// Whether the system starts so many threads: the runtime panics where it gets none.
fn try_threads(count: usize) -> io::Result<()> {
    let gate = RwLock::new(());
    // all are there at once, for none passes a gate that is held
    let held = gate.write();
    thread::scope(|scope| {
        let start = |_| thread::Builder::new().spawn_scoped(scope, || drop(gate.read())).map(drop);
        let started = (0..count).try_for_each(start);
        drop(held);
        started
    })
}

#[cfg(test)]
mod tests;
