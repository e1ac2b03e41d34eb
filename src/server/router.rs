//! The table of routes, and what needs no index, to what answers requests.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Path, Request, State};
use axum::http::header;
use axum::middleware::from_fn_with_state;
use axum::response::Response;
use axum::routing::{MethodFilter, get, on};
use tower_http::compression::predicate::{NotForContentType, Predicate, SizeAbove};
use tower_http::compression::{CompressionLayer, CompressionLevel};

use super::address;
use super::answering::answer;
use super::app::App;
use super::assets;
use super::assistants;
use super::gauges;
use super::guard::guard;
use super::openapi;
use super::problem::Problem;
use super::refused::{self, Audience};
use super::route::{Method, ROUTES, is_for_programs};
use crate::voice::page::Trouble;

/// Smaller answers are not worth packing.
const PACKED_FROM: u64 = 1024;

/// All that is answered.
pub fn router(app: Arc<App>) -> Router {
    let mut router = Router::new();
    for (at, route) in ROUTES.iter().enumerate() {
        let filter = match route.method {
            Method::Get => MethodFilter::GET,
            Method::Post(..) => MethodFilter::POST,
        };
        let handler = move |State(app): State<Arc<App>>, request: Request| answer(app, at, request);
        router = router.route(route.path, on(filter, handler));
    }
    if let Some(service) = app.options.assistants.clone() {
        let handler = move |State(app): State<Arc<App>>, request: Request| assistants::answer(app, service, request);
        router = router.route(address::ASSISTANTS, on(MethodFilter::POST, handler));
    }
    let packed = SizeAbove::new(PACKED_FROM).and(NotForContentType::const_new("application/octet-stream"));
    router
        .route("/healthz", get(|| async { text(200, "ok\n") }))
        .route("/readyz", get(readyz))
        .route("/metrics", get(|State(app): State<Arc<App>>| async move { text(200, &gauges::text(&app)) }))
        .route("/openapi.json", get(|| async { fixed("application/json", openapi::text(), "no-cache") }))
        .route("/robots.txt", get(|| async { text(200, "User-agent: *\nDisallow: /\n") }))
        .route("/favicon.ico", get(|| async { fixed("image/svg+xml", assets::ICON, "max-age=86400") }))
        .route("/static/{name}", get(asset))
        .fallback(|State(app): State<Arc<App>>, request: Request| refuse(app, request, Trouble::NotFound))
        .method_not_allowed_fallback(|State(app): State<Arc<App>>, request: Request| {
            refuse(app, request, Trouble::Method)
        })
        .layer(from_fn_with_state(Arc::clone(&app), guard))
        .layer(CompressionLayer::new().quality(CompressionLevel::Fastest).compress_when(packed))
        .with_state(app)
}

/// Whether the newest index is in service.
async fn readyz(State(app): State<Arc<App>>) -> Response {
    match (app.edition(), app.is_stale(), app.is_stopping()) {
        (_, _, true) => text(503, "stopping\n"),
        (None, ..) => text(503, "no index\n"),
        (Some(edition), true, _) => {
            text(503, &format!("stale, newest commit unreadable, serving {}\n", edition.generation))
        }
        (Some(edition), false, _) => text(200, &format!("ready {}\n", edition.generation)),
    }
}

async fn asset(State(app): State<Arc<App>>, Path(name): Path<String>, request: Request) -> Response {
    match assets::named(&name) {
        Some((kind, content)) => fixed(kind, content, "public, max-age=31536000, immutable"),
        None => refuse(app, request, Trouble::NotFound).await,
    }
}

async fn refuse(app: Arc<App>, request: Request, trouble: Trouble) -> Response {
    let audience = Audience::of(&request, is_for_programs(request.uri().path()));
    refused::response(&app, &Problem::from(trouble), &audience)
}

fn text(status: u16, text: &str) -> Response {
    let response = Response::builder().status(status).header(header::CONTENT_TYPE, "text/plain; charset=utf-8");
    let response = response.header(header::CACHE_CONTROL, "no-store").body(Body::from(text.to_owned()));
    response.unwrap_or_else(|_| Response::new(Body::empty()))
}

fn fixed(kind: &'static str, content: &'static str, caching: &'static str) -> Response {
    let response = Response::builder().header(header::CONTENT_TYPE, kind).header(header::CACHE_CONTROL, caching);
    response.body(Body::from(content)).unwrap_or_else(|_| Response::new(Body::empty()))
}
