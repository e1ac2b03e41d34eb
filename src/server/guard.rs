//! A request to whether it is let in, and an answer to what browsers may do with it.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Instant;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::Response;

use super::app::{Access, App, Options};
use super::log::{Noted, now};
use super::problem::Problem;
use super::refused::{self, Audience, RequestId};
use super::route::{is_for_programs, without_open_part};
use crate::voice::page::Trouble;

/// Longer addresses than this, in bytes, are not read.
const MAX_ADDRESS: usize = 8 << 10;

/// What every answer says to browsers: nothing from elsewhere, nothing within a page of others, nothing told to them.
const HEADERS: [(HeaderName, &str); 7] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; \
         form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
];

/// Lets a request in or refuses it, and notes it.
pub async fn guard(State(app): State<Arc<App>>, mut request: Request, next: Next) -> Response {
    let started = Instant::now();
    let id = app.next_request();
    request.extensions_mut().insert(RequestId(id));
    let client = request.extensions().get::<SocketAddr>().copied();
    let noted = app.options.log.as_ref().map(|log| {
        let address = request.uri().path_and_query().map(|address| address.as_str()).unwrap_or_default();
        (log, now(), request.method().clone(), log.path_of(address, without_open_part).to_owned())
    });
    let mut response = match admit(&app, &request) {
        Ok(()) => next.run(request).await,
        Err(trouble) => {
            let audience = Audience::of(&request, is_for_programs(request.uri().path()));
            let response = refused::response(&app, &Problem::from(trouble), &audience);
            app.metrics.count(None, response.status().as_u16(), started.elapsed());
            response
        }
    };
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    if let Some((log, time, method, path)) = noted {
        let bytes = response.headers().get(header::CONTENT_LENGTH).and_then(|bytes| bytes.to_str().ok()?.parse().ok());
        let bytes = bytes.or_else(|| axum::body::HttpBody::size_hint(response.body()).exact());
        let generation = response.headers().get("x-tracuu-generation").and_then(|value| value.to_str().ok());
        log.note(&Noted {
            time,
            id,
            client: client.map(|client| client.ip().to_string()),
            method: method.as_str(),
            path: &path,
            status: response.status().as_u16(),
            bytes,
            ms: (started.elapsed().as_secs_f64() * 1e6).round() / 1e3,
            generation,
        });
    }
    response
}

fn admit(app: &App, request: &Request) -> Result<(), Trouble> {
    let (uri, headers) = (request.uri(), request.headers());
    if uri.path_and_query().is_some_and(|address| address.as_str().len() > MAX_ADDRESS) {
        return Err(Trouble::AddressTooLong);
    }
    let mut hosts = headers.get_all(header::HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else { return Err(Trouble::WrongHost) };
    let host = host.to_str().map_err(|_| Trouble::WrongHost)?;
    let in_address = uri.authority().map(|authority| authority.as_str());
    if !is_ours(host, &app.options) || in_address.is_some_and(|other| !is_ours(other, &app.options)) {
        return Err(Trouble::WrongHost);
    }
    if request.method() != Method::GET && request.method() != Method::HEAD && !is_from_here(headers, host, &app.options)
    {
        return Err(Trouble::WrongOrigin);
    }
    match &app.options.access {
        Access::Token(token) if uri.path() != "/healthz" => {
            let told = headers.get(header::AUTHORIZATION).map(|told| String::from_utf8_lossy(told.as_bytes()));
            told.filter(|told| token.is_told(told)).map(drop).ok_or(Trouble::Unauthorized)
        }
        _ => Ok(()),
    }
}

/// Whether a name is one that this server goes by: loopback, an address where it listens on others, or one that was
/// named. A page of elsewhere whose name was pointed here in secret has none of these.
fn is_ours(authority: &str, options: &Options) -> bool {
    let name = host_name(authority);
    let named = |other: &String| other.eq_ignore_ascii_case(name);
    let is_address = |address: IpAddr| address.is_loopback() || !options.listen.ip().is_loopback();
    let public = options
        .public_url
        .as_deref()
        .and_then(|url| url.split_once("://"))
        .map(|(_, rest)| host_name(rest.split('/').next().unwrap_or_default()));
    name.eq_ignore_ascii_case("localhost")
        || name.parse::<IpAddr>().is_ok_and(is_address)
        || options.hosts.iter().any(named)
        || public.is_some_and(|public| public.eq_ignore_ascii_case(name))
}

/// The name of a host without its port.
fn host_name(authority: &str) -> &str {
    let name = match authority.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => authority.split(':').next().unwrap_or_default(),
    };
    name.trim_end_matches('.')
}

/// Whether a request that could do something was sent by a page of this server, or by no page.
fn is_from_here(headers: &HeaderMap, host: &str, options: &Options) -> bool {
    let told = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    let is_site = told("sec-fetch-site").is_none_or(|site| ["same-origin", "none"].contains(&site));
    let is_origin = told("origin").is_none_or(|origin| {
        let is_public = options.public_url.as_deref().is_some_and(|url| url.trim_end_matches('/') == origin);
        is_public || origin.split_once("://").is_some_and(|(_, other)| other.eq_ignore_ascii_case(host))
    });
    is_site && is_origin
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_host_is_without_its_port() {
        for (authority, expected) in
            [("a.vn:80", "a.vn"), ("a.vn.", "a.vn"), ("[::1]:7878", "::1"), ("127.0.0.1", "127.0.0.1"), ("", "")]
        {
            assert_eq!(host_name(authority), expected);
        }
    }
}
