//! Where an index lies: in a folder, or in a cluster by an address that is typed in its place.

use std::path::Path;

/// How addresses begin.
const SCHEMES: [&str; 2] = ["http://", "https://"];

/// Whether what was typed is the address of an index in a cluster, and no folder.
pub(crate) fn is_address(place: &Path) -> bool {
    place.to_str().is_some_and(|typed| SCHEMES.iter().any(|scheme| typed.starts_with(scheme)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_told_from_a_folder() {
        let check = |typed: &str, expected: bool| assert_eq!(is_address(Path::new(typed)), expected, "{typed}");
        check("https://a.example:9200/kho", true);
        check("http://127.0.0.1/kho", true);
        check("http:/kho", false);
        check("./https://kho", false);
        check("index", false);
    }
}
