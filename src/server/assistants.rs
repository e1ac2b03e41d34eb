//! A request of an assistant to what answers it: read whole, given a permit, waited for no longer than any other.

use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use tower::ServiceExt;

use super::address::ASSISTANTS;
use super::app::App;
use super::body::{self, body_of};
use super::problem::Problem;
use super::refused::{self, Audience};
use super::route;
use crate::voice::page::Trouble;

/// Answers a request of an assistant.
pub async fn answer(app: Arc<App>, service: Router, request: Request) -> Response {
    let started = Instant::now();
    let audience = Audience::of(&request, true);
    let response = try_answer(&app, service, request).await;
    let response = response.unwrap_or_else(|problem| refused::response(&app, &problem, &audience));
    app.metrics.count(
        route::counted().position(|path| path == ASSISTANTS),
        response.status().as_u16(),
        started.elapsed(),
    );
    response
}

async fn try_answer(app: &App, service: Router, request: Request) -> Result<Response, Problem> {
    let (parts, body) = request.into_parts();
    let sent = Request::from_parts(parts.clone(), body);
    let body = body_of(sent, &["application/json"], (body::LARGE, app.options.times.body)).await?;
    let mut request = Request::from_parts(parts, Body::from(body));
    // whoever works on it keeps what travels with it until the work is done
    request.extensions_mut().insert(Arc::new(app.permit().await?));
    match tokio::time::timeout(app.options.times.answer, service.oneshot(request)).await {
        Ok(Ok(mut response)) => {
            response.headers_mut().entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
            Ok(response)
        }
        Ok(Err(never)) => match never {},
        Err(_) => Err(Trouble::Late.into()),
    }
}
