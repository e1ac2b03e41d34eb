//! A commit and what was asked of it to the tag by which a browser knows an answer again.

/// The tag of what is asked of a commit.
pub fn weak(generation: &str, asked: &str) -> String {
    format!("W/\"{generation}-{asked}\"")
}

/// Whether a tag is among those that a browser knows.
pub fn is_among<'a>(mut known: impl Iterator<Item = &'a str>, tag: &str) -> bool {
    let bare = tag.trim_start_matches("W/");
    known.any(|known| {
        known.split(',').map(str::trim).any(|known| known == "*" || known.trim_start_matches("W/") == bare)
    })
}
