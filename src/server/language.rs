//! What a browser prefers to the language of what it is shown.

use axum::http::{HeaderMap, header};

use crate::voice::Language;

/// The language that a browser asks for; Vietnamese where it wants neither.
pub fn preferred(headers: &HeaderMap) -> Language {
    let wanted = headers.get(header::ACCEPT_LANGUAGE).and_then(|wanted| wanted.to_str().ok()).unwrap_or_default();
    let mut best = (0.0_f32, Language::OF_PAGES[0]);
    for range in wanted.split(',').take(32) {
        let mut parts = range.split(';');
        let Some(language) = parts.next().map(str::trim).and_then(Language::tagged) else { continue };
        let weight = parts.find_map(|part| part.trim().strip_prefix("q=")?.trim().parse().ok()).unwrap_or(1.0);
        if weight > best.0 {
            best = (weight, language);
        }
    }
    best.1
}
