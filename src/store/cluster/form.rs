//! A passage in the form that a cluster takes it, and what is kept of it for a reader.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::mapping::{INTERVALS, JOINT, KEPT, UNDER};
use super::names::Spot;
use crate::analysis::WHOLE;
use crate::store::passage::StoredPassage;
use crate::store::record::{Form, Part};
use crate::store::term_list::END;

/// What only a reader needs of a passage.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Kept {
    title: String,
    section: Vec<String>,
    lines: u64,
    pages: Vec<u64>,
    text: String,
    mentions: Vec<u8>,
}

/// A passage that is sent.
#[derive(Default)]
pub(super) struct Sent {
    fields: Map<String, Value>,
    kept: Kept,
    document: u64,
    ordinal: u32,
}

impl Sent {
    /// Where it goes, and what: put there by a run.
    pub(super) fn finish(mut self, run: u32) -> (Spot, Value) {
        let spot = Spot { document: self.document, ordinal: self.ordinal, run };
        let kept = postcard::to_allocvec(&self.kept).unwrap_or_default();
        self.fields.insert(KEPT.to_owned(), STANDARD.encode(kept).into());
        self.fields.insert("run".to_owned(), run.into());
        (spot, self.fields.into())
    }
}

impl Form for Sent {
    fn text(&mut self, part: Part, text: &str) {
        let list = || Value::from(text.split(END).map(str::to_owned).collect::<Vec<_>>());
        let (name, value) = match part {
            Part::Exact => ("exact", text.into()),
            Part::Folded => ("folded", joined(text).into()),
            Part::Doc => ("doc", text.into()),
            Part::File => ("file", text.into()),
            Part::Sample => ("sample", text.into()),
            Part::Numbers => ("numbers", list()),
            Part::People => ("people", list()),
            Part::Abbreviations => ("abbreviations", list()),
            Part::Relations => ("relations", list()),
            Part::Dates => ("dates", list()),
            Part::Title => return text.clone_into(&mut self.kept.title),
            Part::Section => return self.kept.section.push(text.to_owned()),
            Part::Text => return text.clone_into(&mut self.kept.text),
            // they are no texts
            Part::Ordinal | Part::Order | Part::Lines | Part::Pages => return,
            Part::Intervals | Part::Published | Part::Mentions => return,
        };
        self.fields.insert(name.to_owned(), value);
    }

    fn number(&mut self, part: Part, number: u64) {
        match part {
            Part::Ordinal => {
                self.ordinal = u32::try_from(number).unwrap_or(u32::MAX);
                self.fields.insert("ordinal".to_owned(), self.ordinal.into());
            }
            Part::Order => {
                self.document = number;
                self.fields.insert("order".to_owned(), Spot::order(number).into());
            }
            Part::Lines => self.kept.lines = number,
            Part::Pages => self.kept.pages.push(number),
            Part::Intervals => {
                let all = self.fields.entry(INTERVALS).or_insert_with(|| json!([]));
                all.as_array_mut().into_iter().for_each(|all| all.push(number.cast_signed().into()));
            }
            // it is in no answer
            _ => {}
        }
    }

    fn bytes(&mut self, part: Part, bytes: &[u8]) {
        if part == Part::Mentions {
            self.kept.mentions = bytes.to_vec();
        }
    }

    fn context(&mut self, line: &str, is_headed: bool) {
        let line = joined(line);
        if is_headed {
            self.fields.insert("context".to_owned(), line.clone().into());
        }
        self.fields.insert(UNDER.to_owned(), line.into());
    }
}

/// A line of folded words, with whole symbols joined to the word whose place they take.
pub(super) fn joined(line: &str) -> String {
    let mut joined = String::with_capacity(line.len());
    for word in line.split(' ') {
        joined.extend(word.chars().filter(|letter| *letter != WHOLE));
        joined.push(if word.starts_with(WHOLE) { JOINT } else { ' ' });
    }
    joined.pop();
    joined
}

/// A passage of what was kept of it, without its document's other paths.
pub(super) fn passage_of(doc: &str, file: &str, kept: &str) -> Option<StoredPassage> {
    let Kept { title, section, lines, pages, text, mentions } =
        postcard::from_bytes(&STANDARD.decode(kept).ok()?).ok()?;
    let mentions = if mentions.is_empty() { Ok(Default::default()) } else { postcard::from_bytes(&mentions) };
    Some(StoredPassage {
        doc: doc.to_owned(),
        file: file.to_owned(),
        title,
        section,
        lines: ((lines >> 32) as u32, lines as u32),
        pages: pages.into_iter().map(|packed| (packed as u32, (packed >> 32) as u32)).collect(),
        text,
        mentions: mentions.ok()?,
        also: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Lines;

    #[test]
    fn symbols_are_joined_to_their_first_part() {
        let mut lines = Lines::default();
        lines.read("Luật 45/2019/QH14 mới");
        assert_eq!(joined(lines.folded()), format!("luat 45/2019qh14{JOINT}45 2019 qh14 moi"));
        assert_eq!(joined(""), "");
    }
}
