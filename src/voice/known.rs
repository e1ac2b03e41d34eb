//! What readers of formats and the engine say, in English alone, to what is said of it in either language, where it
//! is common.

const SAID: &str = include_str!("data/said.txt");

/// A common saying in English; nothing where it is none.
pub(super) fn in_english(said: &str) -> Option<String> {
    found(said, |[_, english, _]| english, ["the number", "a list", "an object", "nothing"])
}

/// A common saying in Vietnamese; nothing where it is none.
pub(super) fn in_vietnamese(said: &str) -> Option<String> {
    found(said, |[_, _, vietnamese]| vietnamese, ["số", "danh sách", "đối tượng", "giá trị trống"])
}

/// What is said of it, with the names of kinds of values.
fn found(said: &str, sentence: fn([&'static str; 3]) -> &'static str, kinds: [&str; 4]) -> Option<String> {
    entries().find_map(|entry| {
        let value = value(entry[0], said)?;
        Some(sentence(entry).replace('*', &shown(value, kinds)))
    })
}

/// A pattern, and what is said of it in English and in Vietnamese.
pub(super) fn entries() -> impl Iterator<Item = [&'static str; 3]> {
    let lines = SAID.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| {
        let mut parts = line.split(" = ");
        Some([parts.next()?, parts.next()?, parts.next()?])
    })
}

/// What stands in a saying for the star of a pattern, nothing where it has none; none where it does not fit.
fn value<'s>(pattern: &str, said: &'s str) -> Option<&'s str> {
    match pattern.split_once('*') {
        None => said.contains(pattern).then_some(""),
        Some((before, after)) => said.split_once(before)?.1.split_once(after).map(|(value, _)| value),
    }
}

/// A value without the name that its reader gives to its kind, ``integer `5` ``.
fn shown(value: &str, [number, list, object, nothing]: [&str; 4]) -> String {
    let code = value.split_once('`').and_then(|(_, rest)| rest.strip_suffix('`'));
    match (value.split(' ').next().unwrap_or_default(), code) {
        ("integer" | "floating", Some(code)) => format!("{number} {code}"),
        ("boolean", Some(code)) => code.to_owned(),
        ("string", _) => value.trim_start_matches("string ").to_owned(),
        ("sequence", _) => list.to_owned(),
        ("map", _) => object.to_owned(),
        ("null", _) => nothing.to_owned(),
        _ => value.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_common_is_said_in_either_language() {
        let check = |said: &str, english: Option<&str>, vietnamese: Option<&str>| {
            assert_eq!(in_english(said).as_deref(), english, "{said}");
            assert_eq!(in_vietnamese(said).as_deref(), vietnamese, "{said}");
        };
        check("missing field `text`", Some("\"text\" is missing"), Some("thiếu \"text\""));
        check(
            "unknown field `k9`, expected one of `k1`, `b`",
            Some("\"k9\" is not known"),
            Some("không có mục \"k9\""),
        );
        check(
            "invalid Zip archive: Could not find EOCD",
            Some("it is cut off, or no archive of Zip"),
            Some("tệp bị đứt giữa chừng, hoặc không phải tệp nén Zip"),
        );
        check(
            "invalid type: integer `5`, expected a string",
            Some("the number 5 stands where text in quotes must"),
            Some("số 5 ở chỗ phải là chữ trong ngoặc kép"),
        );
        check("expected `,` or `}`", Some("a sign is missing: ,"), Some("thiếu dấu: ,"));
        check("the disk has melted", None, None);
    }

    #[test]
    fn every_line_has_three_parts() {
        let lines = SAID.lines().filter(|line| !line.starts_with('#'));
        assert_eq!(lines.clone().count(), entries().count());
        lines.for_each(|line| assert_eq!(line.split(" = ").count(), 3, "{line}"));
    }
}
