//! Documents to what a cluster is sent of them, many passages at a time.

use serde_json::json;

use super::bulk;
use super::failure::Result;
use super::form::Sent;
use super::sender::Sender;
use crate::corpus::Document;
use crate::mention::Mentions;
use crate::passage::Division;
use crate::store::manifest::Tokens;
use crate::store::passage::StoredPassage;
use crate::store::record::{Recorded, Recorder};
use crate::store::sink::Feed;

/// Feeds documents to a [`Writer`](super::Writer) from one thread.
pub(super) struct Feeder<'a> {
    sender: &'a Sender,
    recorder: Recorder,
    run: u32,
    /// Lines that are to be sent.
    gathered: String,
}

impl<'a> Feeder<'a> {
    pub(super) fn of(sender: &'a Sender) -> Self {
        Self { sender, recorder: Recorder::new(), run: sender.run(), gathered: String::new() }
    }

    fn gather(&mut self, recorded: Recorded<Sent>) -> Result<Tokens> {
        let (spot, passage) = recorded.form.finish(self.run);
        let action = json!({ "index": { "_id": spot.id(), "routing": spot.routing() } });
        for line in [action, passage] {
            self.gathered.push_str(&line.to_string());
            self.gathered.push('\n');
        }
        if self.gathered.len() >= bulk::BYTES {
            self.sender.send(std::mem::take(&mut self.gathered))?;
        }
        Ok(recorded.tokens)
    }

    /// Adds a passage that the index holds as one of another document and file.
    ///
    /// # Errors
    /// The cluster does not take it.
    pub(super) fn add_again(&mut self, passage: StoredPassage, of: (&str, &str), ordinal: usize) -> Result<Tokens> {
        self.sender.note(of.1);
        let recorded = self.recorder.record_again(passage, of, ordinal, |_| Sent::default());
        self.gather(recorded)
    }
}

impl Feed for Feeder<'_> {
    fn put(&mut self, file: &str, document: &Document, division: &Division, mentions: &Mentions) -> Result<Tokens> {
        self.sender.note(file);
        let mut tokens = Tokens::default();
        for (ordinal, passage) in division.passages.iter().enumerate() {
            let title = &division.title;
            let recorded =
                self.recorder.record(file, document, title, mentions, (ordinal, passage), |_| Sent::default());
            tokens += self.gather(recorded)?;
        }
        Ok(tokens)
    }

    fn flush(&mut self) -> Result<()> {
        self.sender.gather(std::mem::take(&mut self.gathered))
    }
}
