//! Many changes to a cluster in one request, each of which is looked after: what it had no time for is sent again.

use std::thread;
use std::time::Instant;

use serde_json::Value;

use super::client::{Body, PATIENCE, PAUSES, WRITE, is_passing, jittered};
use super::failure::{Result, lacks_parts, said, sort};
use super::lock::WriteLock;
use crate::error::ClusterFault;

/// Bytes that are sent together.
pub(super) const BYTES: usize = 5 << 20;

/// Sends changes until each is made. Lines come in the form of the cluster: what is to be done, and behind that the
/// passage if one is put in.
///
/// # Errors
/// [`ClusterFault::Passage`] for one that the cluster does not take, [`ClusterFault::LockLost`], and where it has not
/// answered or had no time for as long as is waited.
pub(super) fn send(lock: &WriteLock, index: &str, lines: String) -> Result<()> {
    let path = format!("{index}/_bulk?filter_path=errors,items.*.status,items.*.error.type,items.*.error.reason");
    let (started, mut lines, mut pause) = (Instant::now(), lines, PAUSES.0);
    while !lines.is_empty() {
        lock.check()?;
        let why = match lock.client().send("POST", &path, &Body::Lines(&lines), WRITE) {
            Ok(reply) if reply.is_done() => match left(&lines, &reply.answer).map_err(|of| lock.client().fault(of))? {
                Some((rest, why)) => {
                    lines = rest;
                    lock.client().fault(why)
                }
                None => return Ok(()),
            },
            Ok(reply) => {
                let fault = sort(reply.status, &reply.answer);
                let error = lock.client().fault(fault);
                if !is_passing(&error) {
                    return Err(error);
                }
                error
            }
            Err(error) if is_passing(&error) => error,
            Err(error) => return Err(error),
        };
        if started.elapsed() >= PATIENCE {
            return Err(why);
        }
        thread::sleep(jittered(pause));
        pause = (pause * 2).min(PAUSES.1);
    }
    Ok(())
}

/// What is to be sent again of the lines, and why; nothing where all is done.
///
/// # Errors
/// One is not taken, and will not be.
fn left(lines: &str, answer: &Value) -> std::result::Result<Option<(String, ClusterFault)>, ClusterFault> {
    if answer["errors"] == false {
        return Ok(None);
    }
    let Some(items) = answer["items"].as_array() else { return Err(ClusterFault::Odd("items".to_owned())) };
    let (mut rest, mut why) = (String::new(), None);
    let mut lines = lines.lines();
    for item in items {
        let Some(action) = lines.next() else { return Err(ClusterFault::Odd("items".to_owned())) };
        let body = if action.starts_with("{\"delete\"") { None } else { lines.next() };
        let outcome = item.as_object().and_then(|item| item.values().next()).unwrap_or(&Value::Null);
        match outcome["status"].as_u64().unwrap_or_default() {
            // what is to go may be gone, what is put in may be there
            200..300 | 404 | 409 => {}
            _ if outcome["error"]["type"] == "cluster_block_exception" => {
                return Err(ClusterFault::Blocked(said(outcome).1));
            }
            429 | 500.. => {
                for line in [Some(action), body].into_iter().flatten() {
                    rest.push_str(line);
                    rest.push('\n');
                }
                why.get_or_insert(ClusterFault::Overloaded(said(outcome).1));
            }
            _ => {
                let passage: Value = body.and_then(|body| serde_json::from_str(body).ok()).unwrap_or_default();
                let doc = passage["doc"].as_str().unwrap_or_default().to_owned();
                return Err(ClusterFault::Passage { doc, said: said(outcome).1 });
            }
        }
    }
    Ok(why.map(|why| (rest, why)))
}

/// Does what may be done again, until all of the cluster has time for it.
///
/// # Errors
/// It had none for as long as is waited, or something else is wrong.
pub(super) fn patiently<T>(lock: &WriteLock, work: impl Fn() -> Result<T>) -> Result<T> {
    let (started, mut pause) = (Instant::now(), PAUSES.0);
    loop {
        lock.check()?;
        match work() {
            Err(error) if is_passing(&error) || lacks_parts(&error) => {
                if started.elapsed() >= PATIENCE {
                    return Err(error);
                }
            }
            done => return done,
        }
        thread::sleep(jittered(pause));
        pause = (pause * 2).min(PAUSES.1);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_what_there_was_no_time_for_is_sent_again() {
        let lines = "{\"index\":1}\n{\"doc\":\"a\"}\n{\"delete\":2}\n{\"index\":3}\n{\"doc\":\"b\"}\n";
        let item = |kind: &str, status: u64| json!({ kind: { "status": status, "error": { "reason": "full" } } });
        let answer = |items: [Value; 3]| json!({ "errors": true, "items": items });
        let busy = answer([item("index", 429), item("delete", 404), item("index", 201)]);
        let overloaded = || ClusterFault::Overloaded("full".to_owned());
        assert_eq!(left(lines, &busy), Ok(Some(("{\"index\":1}\n{\"doc\":\"a\"}\n".to_owned(), overloaded()))));
        let both = answer([item("index", 201), item("delete", 503), item("index", 503)]);
        let rest = "{\"delete\":2}\n{\"index\":3}\n{\"doc\":\"b\"}\n";
        assert_eq!(left(lines, &both), Ok(Some((rest.to_owned(), overloaded()))));
        let odd = answer([item("index", 201), item("delete", 200), item("index", 400)]);
        let refused = ClusterFault::Passage { doc: "b".to_owned(), said: "full".to_owned() };
        assert_eq!(left(lines, &odd), Err(refused));
        assert_eq!(left(lines, &json!({ "errors": false })), Ok(None));
    }
}
