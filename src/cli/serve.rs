//! An address to pages and an API at it, until the user stops them.

use std::fs::OpenOptions;
use std::io::Write;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use clap::Args;

use super::arguments;
use super::bounded;
use super::chosen::chosen;
use super::help::help;
use super::outcome::{Failure, Outcome};
use super::search::open;
use super::session::Session;
use super::signals::{interrupt, no_signals};
#[cfg(feature = "watch")]
use super::watch::Beside;
use crate::error::Error;
#[cfg(feature = "mcp")]
use crate::mcp::over_http;
use crate::server::{ASSISTANTS, Access, AccessLog, Failed, Options, Times, Token, serve};
use crate::voice::{Told, Topic};
use crate::wire::line;

/// Bytes of a file with a token, at most.
const MOST_TOKEN: u64 = 1 << 16;

/// A shorter token can be guessed.
const LEAST_TOKEN: usize = 16;

/// What was typed behind `serve`.
#[derive(Debug, Args)]
#[command(after_help = help(Topic::ServeExamples))]
pub(super) struct ServeArgs {
    #[arg(long, value_name = help(Topic::AddressValue), default_value = "127.0.0.1:7878", value_parser = arguments::address, help = help(Topic::ServeListen))]
    listen: SocketAddr,
    #[arg(long, value_name = help(Topic::File), value_parser = arguments::path(), conflicts_with = "open", help = help(Topic::ServeTokenFile))]
    token_file: Option<PathBuf>,
    #[arg(long, help = help(Topic::ServeOpen))]
    open: bool,
    #[arg(long, value_name = help(Topic::HostValue), help = help(Topic::ServeAllowHost))]
    allow_host: Vec<String>,
    #[arg(long, value_name = help(Topic::UrlValue), value_parser = arguments::url, help = help(Topic::ServePublicUrl))]
    public_url: Option<String>,
    #[arg(long, value_name = help(Topic::RootValue), value_parser = arguments::path(), help = help(Topic::ServeOnly))]
    only: Vec<PathBuf>,
    #[arg(long, help = help(Topic::ServeFiles))]
    serve_files: bool,
    #[arg(long, value_name = help(Topic::Count), value_parser = arguments::bounded(1, 512), help = help(Topic::ServeWorkers))]
    workers: Option<u64>,
    #[arg(long, value_name = help(Topic::MillisValue), default_value = "1000", value_parser = arguments::bounded(1, 60_000), help = help(Topic::ServeMaxWait))]
    max_wait: u64,
    #[arg(long, value_name = help(Topic::File), value_parser = arguments::path(), help = help(Topic::ServeAccessLog))]
    access_log: Option<PathBuf>,
    #[arg(long, requires = "access_log", help = help(Topic::ServeLogQueries))]
    log_queries: bool,
    #[cfg(feature = "mcp")]
    #[arg(long, help = help(Topic::ServeMcp))]
    mcp: bool,
    #[cfg(feature = "watch")]
    #[arg(long, help = help(Topic::ServeWatch))]
    watch: bool,
}

pub(super) fn run(typed: &ServeArgs, session: &mut Session) -> Result<Outcome, Failure> {
    let access = access(typed)?;
    let log = log(typed)?;
    let archive = open(session)?;
    let archive = if typed.only.is_empty() { archive } else { archive.only(&typed.only)? };
    let threads = || std::thread::available_parallelism().map_or(1, usize::from);
    #[cfg(feature = "mcp")]
    let assistants = typed.mcp.then(|| over_http(archive.clone(), session.language));
    #[cfg(not(feature = "mcp"))]
    let assistants = None;
    let answers_assistants = assistants.is_some();
    let options = Options {
        listen: typed.listen,
        access,
        hosts: typed.allow_host.clone(),
        public_url: typed.public_url.clone(),
        workers: typed.workers.map_or_else(threads, |workers| usize::try_from(workers).unwrap_or(usize::MAX)),
        max_wait: Duration::from_millis(typed.max_wait),
        log,
        serves_files: typed.serve_files,
        is_part: !typed.only.is_empty(),
        assistants,
        times: Times::default(),
    };
    #[cfg(feature = "watch")]
    let beside = typed.watch.then(|| Beside::start(session.index.clone())).transpose()?;
    #[cfg(feature = "watch")]
    let stop = stop_on_signal(beside.as_ref().map(Beside::ending))?;
    #[cfg(not(feature = "watch"))]
    let stop = stop_on_signal(None)?;
    let mut told = Ok(());
    let served = serve(archive, options, stop, |address| told = tell(address, typed, answers_assistants, session));
    #[cfg(feature = "watch")]
    if let Some(beside) = beside {
        beside.ending()();
        beside.join();
    }
    told?;
    match served {
        Ok(()) => Ok(Outcome::Done),
        Err(Failed::Index(error)) => Err(error.into()),
        Err(Failed::NoThread(source)) => Err(Error::NoThread { source }.into()),
        Err(Failed::System(error)) => {
            let (address, said) = (&typed.listen.to_string(), &chosen().system(&error));
            Err(Failure::refused(Told::NotServed { address, said }))
        }
    }
}

/// Tells where to look.
fn tell(
    address: SocketAddr,
    typed: &ServeArgs,
    answers_assistants: bool,
    session: &mut Session,
) -> Result<(), Failure> {
    let url = typed.public_url.clone().unwrap_or_else(|| format!("http://{address}"));
    let tools = answers_assistants.then(|| format!("{}{ASSISTANTS}", url.trim_end_matches('/')));
    match session.json {
        true => session.print_json(&line::Serving { url: &url, mcp: tools.as_deref() })?,
        false => writeln!(session.out, "{url}")?,
    }
    session.flush()?;
    if let Some(address) = &tools {
        session.tell(&session.told(Told::ServingTools { address }));
    }
    session.tell(&session.told(Told::Serving));
    Ok(())
}

/// Who may ask.
fn access(typed: &ServeArgs) -> Result<Access, Failure> {
    match &typed.token_file {
        Some(file) => {
            let text = bounded::text(file, MOST_TOKEN)?;
            let token = text.trim();
            if token.chars().count() < LEAST_TOKEN {
                let file = &file.display().to_string();
                return Err(Failure::refused(Told::ShortToken { file, least: LEAST_TOKEN }));
            }
            Ok(Access::Token(Token::new(token)))
        }
        None if typed.open || typed.listen.ip().is_loopback() => Ok(Access::Open),
        None => Err(Failure::refused(Told::NeedsToken { address: &typed.listen.to_string() })),
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
    set.map_err(|error| no_signals(&error))?;
    Ok(stop)
}
