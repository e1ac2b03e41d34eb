//! The style sheet, the script and the sign of the pages, by names that change with what they hold.

use std::sync::LazyLock;

use crate::corpus::Digest;

/// The style sheet.
pub const STYLE: &str = include_str!("static/style.css");

/// The script, without which everything works but keys, suggestions and copying.
pub const SCRIPT: &str = include_str!("static/script.js");

/// The sign of the pages.
pub const ICON: &str = include_str!("static/icon.svg");

/// The paths of the style sheet and the script.
pub struct Paths {
    /// Of the style sheet.
    pub style: String,
    /// Of the script.
    pub script: String,
}

/// Where they are served.
pub static PATHS: LazyLock<Paths> = LazyLock::new(|| {
    let path = |content: &str, extension: &str| {
        let digest: String = Digest::of(content.as_bytes()).to_string().chars().take(12).collect();
        format!("/static/tracuu.{digest}.{extension}")
    };
    Paths { style: path(STYLE, "css"), script: path(SCRIPT, "js") }
});

/// The type and the content of what is served under a name.
pub fn named(name: &str) -> Option<(&'static str, &'static str)> {
    let is = |path: &str| path.strip_prefix("/static/") == Some(name);
    match () {
        () if is(&PATHS.style) => Some(("text/css; charset=utf-8", STYLE)),
        () if is(&PATHS.script) => Some(("text/javascript; charset=utf-8", SCRIPT)),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_loaded_is_small() {
        assert!(STYLE.len() <= 10 << 10, "{}", STYLE.len());
        assert!(SCRIPT.len() <= 6 << 10, "{}", SCRIPT.len());
    }
}
