//! An archive to tools of assistants (Model Context Protocol) over standard input and output, or over HTTP. Nothing that
//! comes in writes.

mod ask;
mod fit;
mod handler;
#[cfg(feature = "server")]
mod http;
mod prompts;
mod read;
mod refused;
mod resources;
mod schema;
#[cfg(test)]
mod tests;
mod tools;

use std::io;
use std::thread::available_parallelism;

use rmcp::serve_server;
use rmcp::service::ServerInitializeError;
use tokio::runtime::Builder;

use crate::archive::Archive;
use crate::voice::Language;
use handler::Handler;
#[cfg(feature = "server")]
pub use http::over_http;
use refused::Asker;

/// Threads that wait for input and output.
const STREAMS: usize = 2;

/// Answers what an assistant asks on standard input until that ends, in one language.
///
/// # Errors
/// The system does not start the threads that answer, or the streams cannot be read and written.
pub fn serve(archive: Archive, language: Language) -> io::Result<()> {
    let threads = available_parallelism().map_or(1, usize::from) + STREAMS;
    let runtime = Builder::new_current_thread().enable_all().max_blocking_threads(threads).build()?;
    let served = runtime.block_on(async {
        let streams = (tokio::io::stdin(), tokio::io::stdout());
        match serve_server(Handler::new(archive, language, Asker::Here), streams).await {
            Ok(running) => running.waiting().await.map(drop).map_err(io::Error::other),
            // whoever called said nothing and went
            Err(ServerInitializeError::ConnectionClosed(_)) => Ok(()),
            Err(error) => Err(io::Error::other(error)),
        }
    });
    // nobody waits any more for what is still looked up
    runtime.shutdown_background();
    served
}
