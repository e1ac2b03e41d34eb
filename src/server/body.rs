//! A request to what was sent with it: of a type that is read, no larger than it may be, and soon enough.

use std::time::Duration;

use axum::body::{Bytes, to_bytes};
use axum::extract::Request;
use axum::http::header;

use super::problem::Problem;
use crate::voice::page::Trouble;

/// Bytes of a query, or of several.
pub const SMALL: usize = 64 << 10;

/// Bytes of a text, and of what assistants ask.
pub const LARGE: usize = 1 << 20;

/// What was sent with a request.
///
/// # Errors
/// It is of another type, too large, or too long on its way.
pub async fn body_of(request: Request, types: &[&str], (most, time): (usize, Duration)) -> Result<Bytes, Problem> {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    if !types.iter().any(|known| kind.eq_ignore_ascii_case(known)) {
        return Err(Trouble::OtherType.into());
    }
    let length = request.headers().get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    if length.is_some_and(|length: u64| length > most as u64) {
        return Err(Trouble::TooLarge.into());
    }
    match tokio::time::timeout(time, to_bytes(request.into_body(), most)).await {
        Ok(Ok(body)) => Ok(body),
        Ok(Err(_)) => Err(Trouble::TooLarge.into()),
        Err(_) => Err(Trouble::Late.into()),
    }
}
