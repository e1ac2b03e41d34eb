//! An address to pages and an API at it, until the user stops them.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use clap::Args;

use super::arguments;
use super::outcome::{Failure, Outcome};
use super::search::open;
use super::session::Session;
use super::signals::interrupt;
#[cfg(feature = "watch")]
use super::watch::Beside;
use crate::error::Error;
use crate::server::{Access, AccessLog, Failed, Options, Token, serve};
use crate::wire::line;

/// A shorter token can be guessed.
const LEAST_TOKEN: usize = 16;

/// What was typed behind `serve`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct ServeArgs {
    /// Address and port to listen at; other computers reach it only where it is not 127.0.0.1
    #[arg(long, value_name = "ADDR:PORT", default_value = "127.0.0.1:7878")]
    listen: SocketAddr,
    /// Ask whoever comes for the token in this file: browsers as a password, programs as `Authorization: Bearer`
    #[arg(long, value_name = "FILE", value_parser = arguments::path(), conflicts_with = "open")]
    token_file: Option<PathBuf>,
    /// Answer whoever reaches the address, without a token
    #[arg(long)]
    open: bool,
    /// A name by which the server is reached, besides its addresses; may be given again
    #[arg(long, value_name = "NAME")]
    allow_host: Vec<String>,
    /// How the server is reached behind a proxy, as https://tracuu.example.vn
    #[arg(long, value_name = "URL")]
    public_url: Option<String>,
    /// Hand out the files that documents were read from, where they have not changed since
    #[arg(long)]
    serve_files: bool,
    /// How many threads answer [default: as many as the machine has]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=512))]
    workers: Option<u16>,
    /// How long a request waits for its turn before it is told to come again, in milliseconds
    #[arg(long, value_name = "MS", default_value = "1000", value_parser = clap::value_parser!(u32).range(1..=60_000))]
    max_wait: u32,
    /// Note each request as a line of JSON in this file (- for standard output)
    #[arg(long, value_name = "FILE", value_parser = arguments::path())]
    access_log: Option<PathBuf>,
    /// Note what was looked for, too
    #[arg(long, requires = "access_log")]
    log_queries: bool,
    /// Keep the index up to date with its files meanwhile
    #[cfg(feature = "watch")]
    #[arg(long)]
    watch: bool,
}

const EXAMPLES: &str = "\
Nothing that comes over HTTP writes. If there is no index yet, none is named and there is a folder corpus/, it is
indexed first. What `index` does meanwhile is seen within a second.

Examples:
  tracuu serve                                     then http://127.0.0.1:7878 in a browser
  tracuu serve --watch                             and follow every change of the files
  tracuu serve --listen 0.0.0.0:7878 --token-file token   the whole office, with a password
  tracuu serve --public-url https://tracuu.example.vn     behind a proxy that speaks HTTPS
  curl 'http://127.0.0.1:7878/api/v1/search?q=do+van+thang'

Ctrl-C ends it when what has begun is answered, a second Ctrl-C at once.";

pub(super) fn run(typed: &ServeArgs, session: &mut Session) -> Result<Outcome, Failure> {
    let access = access(typed)?;
    let log = log(typed)?;
    let archive = open(session)?;
    let threads = || std::thread::available_parallelism().map_or(1, usize::from);
    let options = Options {
        listen: typed.listen,
        access,
        hosts: typed.allow_host.clone(),
        public_url: typed.public_url.clone(),
        workers: typed.workers.map_or_else(threads, usize::from),
        max_wait: Duration::from_millis(typed.max_wait.into()),
        log,
        serves_files: typed.serve_files,
    };
    #[cfg(feature = "watch")]
    let beside = typed.watch.then(|| Beside::start(session.index.clone())).transpose()?;
    #[cfg(feature = "watch")]
    let stop = stop_on_signal(beside.as_ref().map(Beside::ending))?;
    #[cfg(not(feature = "watch"))]
    let stop = stop_on_signal(None)?;
    let mut told = Ok(());
    let served = serve(archive, options, stop, |address| told = tell(address, typed, session));
    #[cfg(feature = "watch")]
    if let Some(beside) = beside {
        beside.ending()();
        beside.join();
    }
    told?;
    match served {
        Ok(()) => Ok(Outcome::Done),
        Err(Failed::Index(error)) => Err(error.into()),
        Err(Failed::System(error)) => Err(Failure::Refused(format!("{} cannot be served: {error}", typed.listen))),
    }
}

/// Tells where to look.
fn tell(address: SocketAddr, typed: &ServeArgs, session: &mut Session) -> Result<(), Failure> {
    let url = typed.public_url.clone().unwrap_or_else(|| format!("http://{address}"));
    match session.json {
        true => session.print_json(&line::Serving { url: &url })?,
        false => writeln!(session.out, "{url}")?,
    }
    session.flush()?;
    session.tell("serving; Ctrl-C ends it");
    Ok(())
}

/// Who may ask.
fn access(typed: &ServeArgs) -> Result<Access, Failure> {
    match &typed.token_file {
        Some(file) => {
            let text = fs::read_to_string(file).map_err(|error| Error::io(&**file, error))?;
            let token = text.trim();
            if token.chars().count() < LEAST_TOKEN {
                let message = format!("{} holds no token of {LEAST_TOKEN} letters or more", file.display());
                return Err(Failure::Refused(message));
            }
            Ok(Access::Token(Token::new(token)))
        }
        None if typed.open || typed.listen.ip().is_loopback() => Ok(Access::Open),
        None => Err(Failure::Refused(format!(
            "at {} others can read all documents: give --token-file FILE, or --open if they may",
            typed.listen
        ))),
    }
}

/// Where requests are noted.
fn log(typed: &ServeArgs) -> Result<Option<AccessLog>, Failure> {
    let Some(file) = &typed.access_log else { return Ok(None) };
    let out: Box<dyn Write + Send> = match file == Path::new("-") {
        true => Box::new(std::io::stdout()),
        false => {
            let opened = OpenOptions::new().create(true).append(true).open(file);
            Box::new(opened.map_err(|error| Error::io(&**file, error))?)
        }
    };
    Ok(Some(AccessLog::new(out, typed.log_queries)))
}

/// The first signal ends the server in good order, the second at once.
fn stop_on_signal(also: Option<Box<dyn Fn() + Send>>) -> Result<Receiver<()>, Failure> {
    let (sender, stop) = mpsc::channel();
    let stopped = AtomicBool::new(false);
    let set = ctrlc::set_handler(move || {
        if stopped.swap(true, Ordering::Relaxed) {
            interrupt();
        }
        if let Some(also) = &also {
            also();
        }
        // nobody listens any more at the very end
        let _ = sender.send(());
    });
    set.map_err(|error| Failure::Refused(format!("signals cannot be received: {error}")))?;
    Ok(stop)
}
