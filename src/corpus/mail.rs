//! Bytes of a mail (.eml) or a saved page (.mht) -> its text, and the documents attached to it.
//!
//! The subject is the title, the day is written as in ISO 8601. Who wrote it to whom and the names of what is attached
//! are searched; other header lines are not read.

mod body;
mod calendar;
mod charset;
mod encoded;
mod part;
mod words;

use mail_parser::HeaderName;

use super::content::Content;
use super::letter::Letter;
use super::limits::Limits;
use super::oddity::Oddity;
use super::reading::Reading;
use super::unreadable::{Damage, Unreadable};

/// Reads a mail and what is attached to it; an attachment that cannot be read is left out.
pub(super) fn open(id: &str, bytes: &[u8], reading: &mut Reading) -> Result<(), Unreadable> {
    let letter = read(bytes, reading)?;
    letter.hand_out(id, reading);
    Ok(())
}

/// Reads the mails of a box (.mbox), each as a document of its own.
pub(super) fn open_box(id: &str, bytes: &[u8], reading: &mut Reading) -> Result<(), Unreadable> {
    let mut count = 0;
    for mail in mails(bytes) {
        count += 1;
        if reading.is_over(id) {
            break;
        }
        let own = format!("{id}/{count}");
        match read(&mail, reading) {
            Ok(letter) => letter.hand_out(&own, reading),
            Err(error) => reading.leave_out(&own, &error),
        }
    }
    if count == 0 { Err(Unreadable::Damaged(Damage::NoHeader)) } else { Ok(()) }
}

/// The text of a saved page that is a part of another file.
pub(super) fn page(bytes: &[u8], limits: &Limits) -> Result<Content, Unreadable> {
    let mail = part::read(bytes).ok_or(Unreadable::Damaged(Damage::NoHeader))?;
    body::read(&mail, &mut Vec::new(), limits)
}

fn read(bytes: &[u8], reading: &Reading) -> Result<Letter, Unreadable> {
    let mail = part::read(bytes).ok_or(Unreadable::Damaged(Damage::NoHeader))?;
    let lines = |header: HeaderName<'static>| mail.text(&header).into_iter().collect::<Vec<_>>();
    let mut letter = Letter {
        subject: mail.text(&HeaderName::Subject),
        from: lines(HeaderName::From),
        to: [lines(HeaderName::To), lines(HeaderName::Cc)].concat(),
        date: mail.day(),
        ..Letter::default()
    };
    letter.body = body::read(&mail, &mut letter.attached, reading.limits())?;
    if mail.breaks_off() {
        letter.body.notices.push(Oddity::BreaksOff);
    }
    Ok(letter)
}

/// The mails of a box: each begins with a line of who sent it.
fn mails(bytes: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    const START: &[u8] = b"From ";
    let mut rest = bytes;
    std::iter::from_fn(move || {
        while !rest.is_empty() && !rest.starts_with(START) {
            rest = behind_line(rest);
        }
        if rest.is_empty() {
            return None;
        }
        rest = behind_line(rest);
        let (mut mail, mut is_blank) = (Vec::new(), true);
        // a line of a text that begins so has no blank line before it
        let is_next = |rest: &[u8], mail: &[u8], is_blank| is_blank && rest.starts_with(START) && !mail.is_empty();
        while !rest.is_empty() && !is_next(rest, &mail, is_blank) {
            let behind = behind_line(rest);
            let line = &rest[..rest.len() - behind.len()];
            is_blank = line.trim_ascii().is_empty();
            let quoted = line.iter().take_while(|&&byte| byte == b'>').count();
            let is_quoted = quoted > 0 && line[quoted..].starts_with(START);
            mail.extend(if is_quoted { &line[1..] } else { line });
            rest = behind;
        }
        Some(mail)
    })
}

fn behind_line(bytes: &[u8]) -> &[u8] {
    memchr::memchr(b'\n', bytes).map_or(&[], |end| &bytes[end + 1..])
}

#[cfg(test)]
pub(super) mod tests;
