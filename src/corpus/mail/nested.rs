//! Bytes of a mail -> the mail, whatever lies in it in how many others.
//!
//! The parser copies all of a mail that lies encoded in another for each that lies in it, and drops mails in mails by
//! recursion: what is nested without end would take all memory, or overflow the stack, which no program survives.

use mail_parser::{Message, MessageParser, PartType};

use crate::corpus::unreadable::Unreadable;

/// No mail was forwarded as often.
const MAX_DEPTH: usize = 100;

/// A mail in which others may lie encoded, which no standard allows, is read up to so many bytes.
const MAX_ENCODED_BYTES: usize = 16 << 10;

/// Reads a mail; nothing if it has no header.
pub(super) fn parse(bytes: &[u8]) -> Result<Option<Message<'_>>, Unreadable> {
    if bytes.len() > MAX_ENCODED_BYTES && hides_mails(bytes) {
        return Err(Unreadable::TooDeep);
    }
    match MessageParser::default().parse(bytes).filter(|message| !message.headers().is_empty()) {
        Some(message) if is_too_deep(&message) => {
            take_apart(message);
            Err(Unreadable::TooDeep)
        }
        message => Ok(message),
    }
}

/// What was met in a header line and those that go on with it, and in the lines between blank ones.
#[derive(Default)]
struct Met {
    message: bool,
    mail: bool,
    multipart: bool,
    digest: bool,
}

/// Whether a mail may lie encoded in this one, by the lines that would say so.
fn hides_mails(bytes: &[u8]) -> bool {
    let finds = |line: &[u8], word: &[u8]| memchr::memmem::find(line, word).is_some();
    let (mut met, mut has_mail, mut is_encoded) = (Met::default(), false, false);
    let (mut has_digest, mut has_encoded) = (false, false);
    for line in bytes.split(|&byte| byte == b'\n') {
        let line = line.to_ascii_lowercase();
        if line.trim_ascii().is_empty() {
            (met, has_mail, is_encoded) = (Met::default(), false, false);
            continue;
        }
        if !line.starts_with(b" ") && !line.starts_with(b"\t") {
            met = Met::default();
        }
        met.message |= finds(&line, b"message");
        met.mail |= finds(&line, b"rfc822") || finds(&line, b"global");
        met.multipart |= finds(&line, b"multipart");
        met.digest |= finds(&line, b"digest");
        has_mail |= met.message && met.mail;
        is_encoded |= finds(&line, b"base64") || finds(&line, b"quoted-printable");
        // what lies in a digest is a mail without saying so
        has_digest |= met.multipart && met.digest;
        has_encoded |= is_encoded;
        if (has_mail && is_encoded) || (has_digest && has_encoded) {
            return true;
        }
    }
    false
}

fn is_too_deep(message: &Message) -> bool {
    let mut open = vec![(message, 0)];
    while let Some((message, depth)) = open.pop() {
        if depth > MAX_DEPTH {
            return true;
        }
        open.extend(message.parts.iter().filter_map(|part| match &part.body {
            PartType::Message(inner) => Some((inner, depth + 1)),
            _ => None,
        }));
    }
    false
}

/// Drops a mail without recursion.
fn take_apart(message: Message) {
    let mut open = vec![message];
    while let Some(message) = open.pop() {
        open.extend(message.parts.into_iter().filter_map(|part| match part.body {
            PartType::Message(inner) => Some(inner),
            _ => None,
        }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn base64(bytes: &[u8]) -> String {
        const SIGNS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let sign = |triple: &[u8], at: u32| {
            let value = triple.iter().fold(0, |value, &byte| value << 8 | usize::from(byte));
            char::from(SIGNS[value >> (18 - 6 * at) & 63])
        };
        bytes.chunks_exact(3).flat_map(|triple| (0..4).map(move |at| sign(triple, at))).collect()
    }

    #[test]
    fn mails_in_mails_without_end_are_refused() {
        let header = "Content-Type: message/rfc822\n\n";
        let deep = |times: usize| format!("Subject: a\n{}x", header.repeat(times));
        let encoded = |times: usize| {
            let inner = format!("{}  ", deep(times));
            let whole = inner.len() / 3 * 3;
            let header = "Subject: a\nContent-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n";
            format!("{header}{}", base64(&inner.as_bytes()[..whole]))
        };
        for mail in [deep(3), encoded(3), deep(99)] {
            assert!(parse(mail.as_bytes()).unwrap().is_some());
        }
        for mail in [deep(100_000), encoded(1000)] {
            assert!(matches!(parse(mail.as_bytes()), Err(Unreadable::TooDeep)));
        }
        assert!(hides_mails(encoded(1).as_bytes()) && !hides_mails(deep(1).as_bytes()));
        assert!(!hides_mails(
            b"Subject: Daily Digest\nContent-Type: multipart/mixed\n\nContent-Transfer-Encoding: base64"
        ));
        assert!(hides_mails(b"Content-Type: multipart/\n digest\n\nContent-Transfer-Encoding: BASE64"));
        assert!(!hides_mails(b"Content-Type: message/rfc822\r\n\r\nContent-Transfer-Encoding: base64\n\nglobal"));
    }
}
