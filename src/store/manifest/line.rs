//! A line of a manifest: what it tells of, its sum, names in it that hold signs of its own.

use crate::corpus::Digest;

/// What lines tell of.
pub(super) const ROOT: &str = "root";
pub(super) const PART: &str = "part";
pub(super) const NAMED: &str = "named";
pub(super) const FORGOTTEN: &str = "forgotten";
pub(super) const TARGET: &str = "target";
pub(super) const DISK: &str = "disk";
pub(super) const LINK: &str = "link";
pub(super) const SAME: &str = "same";
pub(super) const COPY: &str = "copy";
pub(super) const FILE: &str = "file";
pub(super) const MEMBER: &str = "member";
pub(super) const MEMBER_COPY: &str = "member-copy";
pub(super) const FOLDER: &str = "folder";

/// Stands before the sum of a line that tells of roots.
pub(super) const SUM: &str = "\t#";

/// How many digits it has.
const SUM_DIGITS: usize = 8;

/// What tells a line from others.
pub(super) fn sum(line: &str) -> String {
    Digest::of(line.as_bytes()).to_string().chars().take(SUM_DIGITS).collect()
}

/// Whether a line tells of roots, and not of files and copies.
pub(super) fn is_of_roots(line: &str) -> bool {
    !matches!(line.split_once('\t'), Some((COPY | MEMBER_COPY | FILE | MEMBER | FOLDER, _)))
}

/// Whether a line stands behind those that whoever opens the index reads.
pub(super) fn is_behind_head(line: &str) -> bool {
    is_of_files(line.as_bytes())
}

/// Whether a line tells of a file, of what lies in one, or of a folder with files.
pub(super) fn is_of_files(line: &[u8]) -> bool {
    let kind = line.split(|byte| *byte == b'\t').next().unwrap_or_default();
    [FILE, MEMBER, FOLDER].iter().any(|known| known.as_bytes() == kind)
}

/// Whether a line ends as one with a sum does, be it of this line or not.
pub(super) fn ends_in_sum(line: &str) -> bool {
    line.rsplit_once('#').is_some_and(|(_, digits)| is_sum(digits))
}

fn is_sum(digits: &str) -> bool {
    digits.len() == SUM_DIGITS && digits.bytes().all(|digit| digit.is_ascii_hexdigit())
}

/// A line without its sum, and whether it had one; nothing where that is not of this line.
pub(super) fn checked(line: &str) -> Option<(&str, bool)> {
    match line.rsplit_once(SUM).filter(|_| is_of_roots(line)) {
        Some((bare, digits)) if bare.contains('\t') && is_sum(digits) => (sum(bare) == digits).then_some((bare, true)),
        _ => Some((line, false)),
    }
}

pub(super) fn escape(id: &str) -> String {
    id.replace('\\', "\\\\").replace('\n', "\\n").replace('\r', "\\r").replace('\t', "\\t")
}

pub(super) fn unescape(id: &str) -> String {
    let mut out = String::with_capacity(id.len());
    let mut letters = id.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => out.push(match letters.next() {
                Some('n') => '\n',
                Some('r') => '\r',
                Some('t') => '\t',
                _ => '\\',
            }),
            _ => out.push(letter),
        }
    }
    out
}
