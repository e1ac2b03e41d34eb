//! A letter, whatever format it came in -> its document, and those of what is attached to it.
//!
//! The subject is the title. Who wrote it to whom and what is attached is searched, but stands in no line of the text.

use std::collections::HashSet;
use std::path::Path;

use super::archive::plain_name;
use super::content::Content;
use super::reading::Reading;
use super::sniff;
use super::source::extension_of;
use super::unreadable::Unreadable;

/// What stands between those who wrote a letter and those whom it went to.
const ARROW: &str = "→";

/// A letter.
#[derive(Default)]
pub(super) struct Letter {
    pub subject: Option<String>,
    pub from: Vec<String>,
    pub to: Vec<String>,
    /// The day as in ISO 8601.
    pub date: Option<String>,
    pub body: Content,
    pub attached: Vec<Attached>,
    /// Letters that lie in it.
    pub inner: Vec<Letter>,
}

/// What is attached to a letter.
pub(super) struct Attached {
    pub name: Option<String>,
    /// What the letter says of its kind, as of MIME.
    pub kind: Option<String>,
    /// The extension of what it plainly is.
    pub extension: Option<&'static str>,
    /// Whether it only belongs to how a page of the letter looks, and is passed over.
    pub is_look: bool,
    pub bytes: Vec<u8>,
}

impl Letter {
    /// Hands out the letter and what is attached to it; what cannot be read is left out.
    pub fn hand_out(self, id: &str, reading: &mut Reading) {
        let about = self.about();
        let Self { subject, date, body, attached, inner, .. } = self;
        let subject = subject.map(|subject| subject.trim().to_owned()).filter(|subject| !subject.is_empty());
        let mut content = Content { decision: None, title: subject.or(body.title.clone()), ..body };
        if content.text.trim().is_empty() {
            content.text = about.join("\n");
        } else {
            content.about = about;
        }
        reading.document(id, content, date);
        let mut ids = HashSet::new();
        for (number, attached) in (1..).zip(attached) {
            if !attached.is_look {
                if reading.is_over(id) {
                    break;
                }
                attached.read(id, number, &mut ids, reading);
            }
        }
        for (number, letter) in (1..).zip(inner) {
            let name = letter.subject.as_deref().map(|subject| plain_name(&subject.replace('/', " ")));
            let name = name.unwrap_or_else(|| format!("letter-{number}"));
            let member = if ids.insert(format!("{id}/{name}")) { name } else { format!("{number}/{name}") };
            letter.hand_out(&format!("{id}/{member}"), reading);
        }
    }

    /// Who wrote it to whom, and what is attached.
    fn about(&self) -> Vec<String> {
        let (from, to) = (self.from.join(", "), self.to.join(", "));
        let people = match (from.is_empty(), to.is_empty()) {
            (_, true) => from,
            (true, false) => format!("{ARROW} {to}"),
            (false, false) => format!("{from} {ARROW} {to}"),
        };
        let names: Vec<&str> = self.attached.iter().filter_map(|attached| attached.name.as_deref()).collect();
        [people, names.join(", ")].into_iter().filter(|line| !line.trim().is_empty()).collect()
    }
}

impl Attached {
    fn read(self, id: &str, number: usize, ids: &mut HashSet<String>, reading: &mut Reading) {
        let name = plain_name(&self.name.unwrap_or_else(|| unnamed(number, self.extension, &self.bytes)));
        let mut member = format!("{id}/{name}");
        if !ids.insert(member.clone()) {
            member = format!("{id}/{number}/{name}");
        }
        if !reading.takes(&name) {
            let kind = self.kind.unwrap_or_else(|| format!(".{}", extension_of(Path::new(&name))));
            return reading.leave_out(&member, &Unreadable::OtherFormat(kind));
        }
        reading.spend(self.bytes.len() as u64);
        reading.member(&member, &name, self.bytes);
    }
}

/// A name for what has none, by what it is.
fn unnamed(number: usize, extension: Option<&str>, bytes: &[u8]) -> String {
    let extension = extension.or_else(|| sniff::format(bytes, true)).unwrap_or("unknown");
    format!("part-{number}.{extension}")
}
