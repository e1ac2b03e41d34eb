//! Connections to requests, within limits, until the server is told to end; what has begun is finished.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tower::ServiceExt;

use super::app::{App, Times};
use super::patient::Patient;

/// Bytes of a head at most.
const MAX_HEAD: usize = 16 << 10;

/// A moment for the system to have connections again.
const BREATH: Duration = Duration::from_millis(50);

/// Answered where there are too many connections.
const BUSY: &[u8] =
    b"HTTP/1.1 503 Service Unavailable\r\nretry-after: 1\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";

/// Answers until `stop` changes, and then what has begun.
pub async fn accept(listener: TcpListener, router: Router, app: Arc<App>, mut stop: watch::Receiver<bool>) {
    let graceful = GracefulShutdown::new();
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            _ = stop.changed() => break,
        };
        let Ok((stream, client)) = accepted else {
            // there are no more files to be had for now
            tokio::time::sleep(BREATH).await;
            continue;
        };
        match Arc::clone(&app.room).try_acquire_owned() {
            Ok(place) => {
                let connection = serve(stream, client, router.clone(), app.options.times);
                let watched = graceful.watch(connection);
                tokio::spawn(async move {
                    // whoever breaks off is not waited for
                    let _ = watched.await;
                    drop(place);
                });
            }
            Err(_) => drop(tokio::spawn(turn_away(stream))),
        }
    }
    app.note_stopping();
    drop(listener);
    let _ = tokio::time::timeout(app.options.times.end, graceful.shutdown()).await;
}

async fn turn_away(mut stream: TcpStream) {
    let _ = tokio::time::timeout(Duration::from_secs(1), stream.write_all(BUSY)).await;
}

fn serve(
    stream: TcpStream,
    client: SocketAddr,
    router: Router,
    times: Times,
) -> impl hyper_util::server::graceful::GracefulConnection<Error = hyper::Error> {
    // an answer is one write: nothing is gained by waiting for more
    let _ = stream.set_nodelay(true);
    let service = router.map_request(move |request: Request<hyper::body::Incoming>| {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(client);
        request
    });
    http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(times.head)
        .max_buf_size(MAX_HEAD)
        .serve_connection(TokioIo::new(Patient::new(stream, times.taking)), TowerToHyperService::new(service))
}
