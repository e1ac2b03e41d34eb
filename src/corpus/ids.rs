//! Paths to the ids that documents are known by, and back.

use std::path::{Component, Path, PathBuf};

use crate::system;

/// An id, and those of the folders above it from the outermost on.
pub fn and_above(id: &str) -> impl Iterator<Item = &str> {
    id.match_indices('/').map(|(at, _)| at).chain([id.len()]).map(|end| &id[..end])
}

/// The id of a path: `/` between the names, no `.` parts, bytes that are not UTF-8 as `\xNN`; empty
/// for the current folder. [`path_of`] leads back.
#[must_use]
pub fn id_of(path: &Path) -> String {
    let mut names = Vec::new();
    for component in path.components() {
        match component {
            Component::Prefix(prefix) => names.push(printable(prefix.as_os_str().as_encoded_bytes())),
            Component::RootDir if names.is_empty() => names.push(String::new()),
            Component::RootDir | Component::CurDir => {}
            Component::ParentDir => names.push("..".to_owned()),
            Component::Normal(name) => names.push(printable(name.as_encoded_bytes())),
        }
    }
    match names.as_slice() {
        [root] if root.is_empty() => "/".to_owned(),
        names => names.join("/"),
    }
}

/// The path that has this id.
#[must_use]
pub fn path_of(id: &str) -> PathBuf {
    let escaped = id.contains("\\x").then(|| system::name_of(unprinted(id.as_bytes()))).flatten();
    escaped.map_or_else(|| id.into(), PathBuf::from)
}

/// Bytes that are not UTF-8 become `\xNN`; so does a `\` that could be taken for the begin of one.
fn printable(name: &[u8]) -> String {
    let mut text = String::new();
    for chunk in name.utf8_chunks() {
        let valid = chunk.valid();
        for (at, letter) in valid.char_indices() {
            match letter == '\\' && escaped(&valid.as_bytes()[at..]).is_some() {
                true => text.push_str("\\x5C"),
                false => text.push(letter),
            }
        }
        text.extend(chunk.invalid().iter().map(|byte| format!("\\x{byte:02X}")));
    }
    text
}

fn unprinted(text: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((&first, behind)) = rest.split_first() {
        match escaped(rest) {
            Some(byte) => {
                bytes.push(byte);
                rest = &rest[4..];
            }
            None => {
                bytes.push(first);
                rest = behind;
            }
        }
    }
    bytes
}

/// The byte that a text begins with as `\xNN`.
fn escaped(text: &[u8]) -> Option<u8> {
    let digit = |byte: u8| (!byte.is_ascii_lowercase()).then(|| char::from(byte).to_digit(16)).flatten();
    match text {
        [b'\\', b'x', high, low, ..] => u8::try_from(digit(*high)? * 16 + digit(*low)?).ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn ids_are_written_one_way() {
        let check = |path: &str, expected: &str| assert_eq!(id_of(Path::new(path)), expected);
        check("corpus/tin-2021.txt", "corpus/tin-2021.txt");
        check("./corpus//a/./b.txt", "corpus/a/b.txt");
        check("../a.txt", "../a.txt");
        check("/srv/a.txt", "/srv/a.txt");
        check(".", "");
        check("/", "/");
        assert_eq!(printable(b"a\xffb\xc3\xa9"), "a\\xFFbé");
    }

    #[cfg(unix)]
    #[test]
    fn ids_lead_back_to_their_paths() {
        use std::os::unix::ffi::OsStrExt;
        let names: [&[u8]; 8] =
            [b"a\xff", b"a\\xFF", b"\\x5CxFF", b"\\x\xff", b"\\\xff", b"\\xf\xff", b"b\\xff", "bé\\x".as_bytes()];
        let ids: HashSet<String> = names.iter().map(|name| printable(name)).collect();
        assert_eq!(ids.len(), names.len(), "{ids:?}");
        for name in names {
            let path = path_of(&printable(name));
            assert_eq!(path.as_os_str().as_bytes(), name, "{}", printable(name));
        }
    }
}
