//! What assistants ask is let in, bounded and counted as what others ask, and only where it was said so.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::Request;
use tokio::sync::OwnedSemaphorePermit;

use super::{Answered, Site};
use crate::server::app::{Access, App, Options};
use crate::server::token::Token;

/// What says again what it is sent; `late` is answered by nobody, while somebody works on it for a second.
fn echo() -> Router {
    Router::new().fallback(async |request: Request| {
        let permit = request.extensions().get::<Arc<OwnedSemaphorePermit>>().cloned();
        let sent = axum::body::to_bytes(request.into_body(), usize::MAX).await.unwrap_or_default();
        if &*sent == b"\"late\"" {
            tokio::task::spawn_blocking(move || {
                std::thread::sleep(Duration::from_secs(1));
                drop(permit);
            });
            std::future::pending::<()>().await;
        }
        sent
    })
}

fn site(set: impl FnOnce(&mut Options)) -> Site {
    Site::with(&[("a.txt", "Bà Lò Thị Mai.")], |options| {
        options.assistants = Some(echo());
        set(options);
    })
}

fn post(site: &Site, headers: &[(&str, &str)], body: &str) -> Answered {
    let headers = [&[("content-type", "application/json")], headers].concat();
    site.ask("POST", "/mcp", &headers, body)
}

#[test]
fn nobody_answers_assistants_unless_it_was_said() {
    let off = post(&Site::new(), &[], "{}");
    assert_eq!((off.status, off.header("content-type")), (404, "application/problem+json"));
    let site = site(|_| ());
    let on = post(&site, &[], "{}");
    assert_eq!((on.status, &*on.body, on.header("cache-control")), (200, "{}", "no-store"));
    assert_eq!(on.header("x-content-type-options"), "nosniff");
    assert_eq!((site.get("/mcp").status, site.ask("DELETE", "/mcp", &[], "").status), (405, 405));
    let metrics = site.get("/metrics").body;
    assert!(metrics.contains("tracuu_requests_total{route=\"/mcp\",status=\"2xx\"} 1"), "{metrics}");
}

#[test]
fn assistants_pass_the_same_gates() {
    let open = site(|_| ());
    assert_eq!(post(&open, &[("host", "evil.example")], "{}").status, 403);
    assert_eq!(post(&open, &[("origin", "http://evil.example")], "{}").status, 403);
    assert_eq!(post(&open, &[("origin", "null")], "{}").status, 403);
    assert_eq!(post(&open, &[("sec-fetch-site", "cross-site")], "{}").status, 403);
    assert_eq!(post(&open, &[("origin", "http://localhost:7878")], "{}").status, 200);
    assert_eq!(open.ask("POST", "/mcp", &[("content-type", "text/plain")], "{}").status, 415);
    assert_eq!(post(&open, &[], &"a".repeat((1 << 20) + 1)).status, 413);
    let closed = site(|options| options.access = Access::Token(Token::new("a-token-of-many-letters")));
    assert_eq!(post(&closed, &[], "{}").status, 401);
    assert_eq!(post(&closed, &[("authorization", "Bearer a-token-of-many-letters")], "{}").status, 200);
}

#[test]
fn assistants_wait_for_their_turn_and_no_longer_than_others() {
    let site = site(|options| options.times.answer = Duration::from_millis(50));
    let permits = App::permits(site.app.options.workers);
    let all = site.app.permits.clone().try_acquire_many_owned(permits as u32).expect("nobody else asks");
    let busy = post(&site, &[], "{}");
    assert_eq!((busy.status, busy.header("retry-after")), (503, "1"));
    drop(all);
    assert_eq!(post(&site, &[], "\"late\"").status, 503);
    // the work goes on, and with it its permit
    assert_eq!(site.app.permits.available_permits(), permits - 1);
    site.runtime.block_on(async {
        let all = site.app.permits.clone().acquire_many_owned(permits as u32).await;
        assert!(all.is_ok(), "it comes back when the work is done");
    });
}
