//! Requests at so many a second, whether or not those before are answered: each is timed from when it was due.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use tokio::time::sleep_until;

use crate::Paths;
use crate::client::Client;
use crate::figures::Sent;

/// Asks at a rate for so long. A connection that waits for nothing is taken, else a new one.
pub async fn run(address: &str, paths: &Paths, rate: f64, time: Duration) -> Vec<Sent> {
    let started = Instant::now();
    let idle: Arc<Mutex<Vec<Client>>> = Arc::default();
    let mut asking = Vec::new();
    for at in 0..(rate * time.as_secs_f64()) as usize {
        let due = started + Duration::from_secs_f64(at as f64 / rate);
        sleep_until(due.into()).await;
        let known = idle.lock().expect("nobody panics").pop();
        let (mut client, idle, path) = (known.unwrap_or_else(|| Client::new(address)), Arc::clone(&idle), paths(at));
        asking.push(tokio::spawn(async move {
            let status = client.get(&path).await;
            let took = due.elapsed();
            idle.lock().expect("nobody panics").push(client);
            Sent { status, took }
        }));
    }
    let mut sent = Vec::new();
    for asking in asking {
        sent.push(asking.await.expect("it does not panic"));
    }
    sent
}
