//! A text that was sent to all that it mentions.

use serde::Serialize;

use super::served;
use crate::archive::{Archive, Extracted};
use crate::corpus::{Document, Manner, Oddity};
use crate::mention::Mentions;
use crate::server::asked::Asked;
use crate::server::edition::Edition;
use crate::server::problem::Problem;
use crate::server::reply::Reply;
use crate::voice::Listener;
use crate::voice::page::Trouble;
use crate::wire::mentions::{Lines, MentionLine};
use crate::wire::notices::Notices;

/// What a text is called that has no name.
const NAMELESS: &str = "-";

/// All that a text mentions.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct ExtractFields<'a> {
    #[serde(flatten)]
    notices: Notices,
    /// What it mentions, in order.
    mentions: Vec<MentionLine<'a>>,
}

/// All that a text mentions.
pub fn extract(edition: &Edition, asked: &Asked) -> Result<Reply, Problem> {
    let Read { document, mentions, oddities } = read(asked.body.to_vec())?;
    let lines = Lines::of(&document.text);
    let line = |mention| MentionLine::of(&document.id, &document.text, &lines, mention, &mentions);
    let notices = Notices::of_file(&oddities, asked.language.voice(Listener::Caller));
    let mentions = mentions.in_order().into_iter().map(line).collect();
    served(ExtractFields { notices, mentions }, edition, None)
}

/// A text that was sent.
pub struct Read {
    /// What it says.
    pub document: Document,
    /// What it mentions.
    pub mentions: Box<Mentions>,
    /// What is odd about it.
    pub oddities: Vec<Oddity>,
}

/// Reads a text that was sent.
///
/// # Errors
/// It is none.
pub fn read(bytes: Vec<u8>) -> Result<Read, Problem> {
    let came = Archive::extract_bytes(NAMELESS, bytes, &Manner::default()).map_err(|_| Trouble::BadBody)?;
    let mut oddities = Vec::new();
    let mut read = None;
    for each in came {
        match each {
            Extracted::Document(document, mentions) => read = Some((document, mentions)),
            Extracted::Odd { oddity, .. } => oddities.push(oddity),
            // nothing is left out of what is no file
            Extracted::LeftOut(_) => {}
        }
    }
    let (document, mentions) = read.ok_or(Trouble::BadBody)?;
    Ok(Read { document, mentions, oddities })
}
