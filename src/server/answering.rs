//! A request of a route to its answer: read, compared with what the asker has, given a permit, worked on apart.

use std::sync::Arc;
use std::time::Instant;

use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, Method as HttpMethod, header};
use axum::response::Response;
use percent_encoding::percent_decode_str;

use super::app::App;
use super::asked::{Asked, Empty};
use super::body::body_of;
use super::edition::Edition;
use super::language::preferred;
use super::problem::Problem;
use super::refused::{self, Audience};
use super::reply::{Media, Reply};
use super::route::{Method, ROUTES, Route};
use super::tag;
use crate::corpus::Digest;
use crate::voice::page::Trouble;

/// Answers a request of a route.
pub async fn answer(app: Arc<App>, at: usize, request: Request) -> Response {
    let Some(route) = ROUTES.get(at) else { return Response::new(Body::empty()) };
    let started = Instant::now();
    let audience = Audience::of(&request, route.is_for_programs());
    let response = match try_answer(&app, route, request).await {
        Ok(response) => response,
        Err(problem) => refused::response(&app, &problem, &audience),
    };
    app.metrics.count(Some(at), response.status().as_u16(), started.elapsed());
    response
}

async fn try_answer(app: &Arc<App>, route: &'static Route, request: Request) -> Result<Response, Problem> {
    let path = request.uri().path();
    let preferred = preferred(request.headers());
    let values = form_urlencoded::parse(request.uri().query().unwrap_or_default().as_bytes());
    let values = values.map(|(name, value)| (name.into_owned(), value.into_owned())).collect();
    let empty = if route.is_for_programs() { Empty::IsOdd } else { Empty::IsNothing };
    let mut asked = Asked::new(Arc::clone(app), path, values, (route.parameters, empty), preferred)?;
    if route.open().is_some() {
        let rest = path.get(route.prefix().len()..).unwrap_or_default();
        asked.rest = percent_decode_str(rest).decode_utf8().map_err(|_| Trouble::NotFound)?.into_owned();
    }
    let edition = app.edition().ok_or(Trouble::NoIndex)?;
    let tag = (route.holds && request.method() != HttpMethod::POST).then(|| tag_of(&edition, &asked));
    if let Some(tag) = &tag
        && is_known(request.headers(), tag)
    {
        return Ok(refused::not_modified(tag));
    }
    if let Method::Post(types, most) = route.method {
        asked.body = body_of(request, types, (most, app.options.times.body)).await?;
    }
    let reply = work(app, route, Arc::clone(&edition), asked).await?;
    Ok(respond(reply, tag.as_deref(), &edition.generation))
}

/// Works on a request as soon as there is a permit, on a thread that may take its time.
async fn work(app: &Arc<App>, route: &'static Route, edition: Arc<Edition>, asked: Asked) -> Result<Reply, Problem> {
    let permit = app.permit().await?;
    let work = tokio::task::spawn_blocking(move || {
        let reply = (route.answer)(&edition, &asked);
        // whoever waits for it waits until the work is done, though nobody may wait for that any more
        drop(permit);
        reply
    });
    match tokio::time::timeout(app.options.times.answer, work).await {
        Ok(Ok(reply)) => reply,
        // it has panicked
        Ok(Err(_)) => Err(Trouble::Internal.into()),
        Err(_) => Err(Trouble::Late.into()),
    }
}

fn respond(reply: Reply, tag: Option<&str>, generation: &str) -> Response {
    let Reply { status, media, body, name, next } = reply;
    let mut response = Response::builder().status(status).header(header::CONTENT_TYPE, media.as_str());
    response = response.header("x-tracuu-generation", generation);
    let caching = if tag.is_some() { "private, no-cache" } else { "no-store" };
    response = response.header(header::CACHE_CONTROL, caching).header(header::VARY, "accept-language");
    if let Some(tag) = tag.filter(|_| status == 200) {
        response = response.header(header::ETAG, tag);
    }
    if let Some(name) = name {
        let way = if media == Media::Pdf { "inline" } else { "attachment" };
        response = response.header(header::CONTENT_DISPOSITION, format!("{way}; filename*=UTF-8''{name}"));
    }
    match media {
        Media::File => response = response.header(header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox"),
        // what shows a PDF in a browser does not work in a sandbox
        Media::Pdf => response = response.header(header::CONTENT_SECURITY_POLICY, "default-src 'none'"),
        _ => {}
    }
    if let Some(next) = next {
        response = response.header(header::LINK, format!("<{next}>; rel=\"next\""));
    }
    // all that is put into a header above is ASCII
    response.body(Body::from(body)).unwrap_or_else(|_| Response::new(Body::empty()))
}

/// What tells this answer from every other: it holds as long as nothing is indexed, and until the server is started
/// anew, perhaps as another program or with other options.
fn tag_of(edition: &Edition, asked: &Asked) -> String {
    let mut values: Vec<(&str, &str)> = asked.others(&[]).collect();
    values.sort_unstable();
    let language = asked.words().lang;
    let state = (asked.app.is_stale(), edition.is_warm(), asked.app.begun_ns);
    let asked_for = format!("{}\n{values:?}\n{language}\n{state:?}", asked.path);
    let digest = Digest::of(asked_for.as_bytes()).to_string();
    tag::weak(&edition.generation, &digest)
}

fn is_known(headers: &HeaderMap, tag: &str) -> bool {
    let known = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|known| known.to_str().ok());
    tag::is_among(known, tag)
}
