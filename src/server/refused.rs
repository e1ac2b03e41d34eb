//! A problem to an answer: a page for people, `application/problem+json` for programs.

use askama::Template;
use axum::body::Body;
use axum::extract::Request;
use axum::http::header;
use axum::response::Response;
use serde::Serialize;

use super::app::App;
use super::language::preferred;
use super::pages::frame::Frame;
use super::problem::{Problem, slug};
use crate::voice::Language;
use crate::voice::page::{Trouble, Words};
use crate::wire::line::line;

/// Who is told.
pub struct Audience {
    is_program: bool,
    language: Language,
    path: String,
    /// The number of the request.
    pub id: u64,
}

/// The number of a request, which travels with it.
#[derive(Clone, Copy, Debug)]
pub struct RequestId(pub u64);

impl Audience {
    /// Whoever has sent a request.
    pub fn of(request: &Request, is_program: bool) -> Self {
        let id = request.extensions().get::<RequestId>().map_or(0, |id| id.0);
        let wanted = form_urlencoded::parse(request.uri().query().unwrap_or_default().as_bytes());
        let wanted = wanted.take(64).find(|(name, _)| name == "lang").and_then(|(_, tag)| Language::tagged(&tag));
        let language = wanted.unwrap_or_else(|| preferred(request.headers()));
        Self { is_program, language, path: request.uri().path().to_owned(), id }
    }
}

/// What a program is told of a problem, after RFC 9457.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct ProblemFields {
    #[serde(rename = "type")]
    kind: String,
    title: &'static str,
    status: u16,
    detail: String,
    instance: String,
    request: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    invalid_params: Vec<InvalidParameter>,
}

/// A parameter at fault.
#[derive(Debug, Serialize, schemars::JsonSchema)]
struct InvalidParameter {
    name: String,
    reason: String,
}

#[derive(Template)]
#[template(path = "problem.html")]
struct Page<'a> {
    w: &'static Words,
    frame: Frame<'a>,
    title: &'static str,
    remedy: &'static str,
    parameters: Vec<InvalidParameter>,
    request: String,
}

/// Tells a problem.
pub fn response(app: &App, problem: &Problem, audience: &Audience) -> Response {
    let words = audience.language.words();
    let (title, remedy) = ((words.trouble)(problem.trouble), (words.remedy)(problem.trouble));
    let parameter =
        |(name, refusal): &(String, _)| InvalidParameter { name: name.clone(), reason: (words.refusal)(refusal) };
    let parameters: Vec<InvalidParameter> = problem.parameters.iter().map(parameter).collect();
    let request = format!("{:08x}", audience.id);
    let (kind, body) = if audience.is_program {
        let told: Vec<String> =
            parameters.iter().map(|parameter| format!("{}: {}", parameter.name, parameter.reason)).collect();
        let fields = ProblemFields {
            kind: format!("/help#{}", slug(problem.trouble)),
            title,
            status: problem.status(),
            detail: if told.is_empty() { remedy.to_owned() } else { told.join("; ") },
            instance: audience.path.clone(),
            request,
            invalid_params: parameters,
        };
        let mut body = Vec::new();
        // memory takes all that is written
        let _ = line(&mut body, &fields);
        ("application/problem+json", body)
    } else {
        let frame = Frame::of_problem(app, words);
        let page = Page { w: words, frame, title, remedy, parameters, request };
        ("text/html; charset=utf-8", page.render().unwrap_or_default().into_bytes())
    };
    let mut response = Response::builder().status(problem.status()).header(header::CONTENT_TYPE, kind);
    response = response.header(header::CACHE_CONTROL, "no-store").header(header::VARY, "accept-language");
    match problem.trouble {
        Trouble::Busy | Trouble::Late | Trouble::NoIndex => response = response.header(header::RETRY_AFTER, "1"),
        Trouble::Unauthorized => {
            response = response.header(header::WWW_AUTHENTICATE, "Basic realm=\"tracuu\", charset=\"UTF-8\", Bearer");
        }
        _ => {}
    }
    response.body(Body::from(body)).unwrap_or_else(|_| Response::new(Body::empty()))
}

/// Tells that what the asker has still holds.
pub fn not_modified(tag: &str) -> Response {
    let response = Response::builder().status(304).header(header::ETAG, tag);
    let response = response.header(header::CACHE_CONTROL, "private, no-cache").header(header::VARY, "accept-language");
    response.body(Body::empty()).unwrap_or_else(|_| Response::new(Body::empty()))
}
