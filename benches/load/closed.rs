//! Connections each of which asks again as soon as it is answered.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use crate::Paths;
use crate::client::Client;
use crate::figures::Sent;

/// Asks from so many connections for so long.
pub async fn run(address: &str, paths: &Paths, connections: usize, time: Duration) -> Vec<Sent> {
    let (next, end) = (Arc::new(AtomicUsize::new(0)), Instant::now() + time);
    let ask = |_| {
        let (next, paths, mut client) = (Arc::clone(&next), Arc::clone(paths), Client::new(address));
        tokio::spawn(async move {
            let mut sent = Vec::new();
            while Instant::now() < end {
                let path = paths(next.fetch_add(1, Ordering::Relaxed));
                let since = Instant::now();
                let status = client.get(&path).await;
                sent.push(Sent { status, took: since.elapsed() });
            }
            sent
        })
    };
    let asking: Vec<_> = (0..connections).map(ask).collect();
    let mut sent = Vec::new();
    for asking in asking {
        sent.extend(asking.await.expect("it does not panic"));
    }
    sent
}
