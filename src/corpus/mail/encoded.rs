//! A text in which files are encoded -> the text without them, and the files.
//!
//! Files of uuencode are attached; those of BinHex are only told.

use crate::corpus::letter::Attached;

/// What stands before a file in BinHex.
const BINHEX: &str = "(This file must be converted with BinHex";

/// The text between the files that are encoded in it.
pub(super) fn taken_out(text: &str, files: &mut Vec<Attached>) -> String {
    if !text.contains("begin ") && !text.contains(BINHEX) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find('\n').map_or(rest.len(), |end| end + 1);
        let (line, behind) = rest.split_at(end);
        rest = if let Some((file, behind)) = uuencoded(line, behind).or_else(|| binhex(line, behind)) {
            files.push(file);
            behind
        } else {
            out.push_str(line);
            behind
        };
    }
    out
}

/// A file of uuencode that begins with this line, and what stands behind it.
fn uuencoded<'t>(line: &str, behind: &'t str) -> Option<(Attached, &'t str)> {
    let told = line.strip_prefix("begin ")?;
    let (mode, name) = told.split_once(' ')?;
    if !(3..=4).contains(&mode.len()) || !mode.bytes().all(|byte| (b'0'..=b'7').contains(&byte)) {
        return None;
    }
    let mut bytes = Vec::new();
    let mut rest = behind;
    loop {
        let end = rest.find('\n').map_or(rest.len(), |end| end + 1);
        let line = rest[..end].trim_end_matches(['\r', '\n']);
        rest = &rest[end..];
        if line == "end" || line.is_empty() && rest.is_empty() {
            let name = Some(name.trim().to_owned()).filter(|name| !name.is_empty());
            return Some((Attached { name, kind: None, extension: None, is_look: false, bytes }, rest));
        }
        let (&length, signs) = line.as_bytes().split_first().unwrap_or((&b'`', &[]));
        if !line.is_ascii() || signs.len() * 3 < usize::from(sextet(length)) * 4 {
            return None;
        }
        let start = bytes.len();
        for signs in signs.chunks(4) {
            let packed =
                (0..4).fold(0_u32, |packed, at| packed << 6 | u32::from(signs.get(at).map_or(0, |&sign| sextet(sign))));
            bytes.extend(&packed.to_be_bytes()[1..]);
        }
        bytes.truncate(start + usize::from(sextet(length)));
    }
}

fn sextet(sign: u8) -> u8 {
    sign.wrapping_sub(b' ') & 0x3F
}

/// A file in BinHex that this line announces: between two colons.
fn binhex<'t>(line: &str, behind: &'t str) -> Option<(Attached, &'t str)> {
    line.trim_start().strip_prefix(BINHEX)?;
    let start = behind.find(':')? + 1;
    let end = behind[start..].find(':')? + start + 1;
    let kind = Some("application/mac-binhex40".to_owned());
    Some((Attached { name: None, kind, extension: Some("hqx"), is_look: false, bytes: Vec::new() }, &behind[end..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_taken_out_of_the_text() {
        let check = |text: &str, expected: &str, expected_files: &[(Option<&str>, &[u8])]| {
            let mut files = Vec::new();
            assert_eq!(taken_out(text, &mut files), expected, "{text}");
            let files: Vec<_> = files.iter().map(|file| (file.name.as_deref(), file.bytes.as_slice())).collect();
            assert_eq!(files, expected_files, "{text}");
        };
        check("Kính gửi\nbegin 644 a.txt\n#0V%T\n`\nend\nxong\n", "Kính gửi\nxong\n", &[(Some("a.txt"), b"Cat")]);
        check("begin 644 a.txt\n#0V%T\n", "", &[(Some("a.txt"), b"Cat")]);
        check("begin with this\nxong", "begin with this\nxong", &[]);
        check("begin 644 a\nđây không phải\n", "begin 644 a\nđây không phải\n", &[]);
        check("a\n(This file must be converted with BinHex 4.0)\n\n:$f*\n:\nb", "a\n\nb", &[(None, b"")]);
    }
}
