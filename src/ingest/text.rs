//! Texts that lie in no file to documents of an index.

use std::path::Path;

use super::job::Job;
use super::opened::{Opened, lock, open};
use crate::corpus::Document;
#[cfg(doc)]
use crate::error::Error;
use crate::error::Result;
use crate::mention::Mentions;
use crate::passage;
use crate::store::{FileRecord, Manifest, Writer};

/// A text that lies in no file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Text {
    /// Its id: what bears it already is replaced.
    pub id: String,
    /// Its text.
    pub text: String,
    /// Its title, if it has one.
    pub title: Option<String>,
    /// The day that it is of, as it is written, if that is known.
    pub date: Option<String>,
}

impl Text {
    /// A text without title.
    pub fn new(id: impl Into<String>, text: impl Into<String>) -> Self {
        Self { id: id.into(), text: text.into(), ..Self::default() }
    }

    /// The same with a title.
    #[must_use]
    pub fn title(self, title: impl Into<String>) -> Self {
        Self { title: Some(title.into()), ..self }
    }

    /// The same of a day, as it is written.
    #[must_use]
    pub fn date(self, date: impl Into<String>) -> Self {
        Self { date: Some(date.into()), ..self }
    }
}

/// What stands for the file of a text: no root has an empty name, so that it lies in none.
fn file_of(id: &str) -> String {
    format!("/{id}")
}

/// Puts texts into the index in `folder`, in one commit, and takes those with the ids of `gone` out.
///
/// # Errors
/// [`Error::Busy`] while another process writes, and those of an index that cannot be written; it then stands as it was
/// before.
pub fn put(folder: &Path, texts: &[Text], gone: &[&str]) -> Result<()> {
    let job = Job::default();
    let lock = lock(folder, &job, &())?;
    let Opened { mut writer, before: mut manifest, .. } = open(&lock, &job)?;
    if writer.is_kept() {
        writer.keep_from_others();
    }
    let put = replace(&writer, &mut manifest, texts, gone).and_then(|()| writer.commit(&manifest));
    if let Err(error) = put {
        return Err(writer.abandon().unwrap_or(error));
    }
    writer.finish()
}

fn replace(writer: &Writer, manifest: &mut Manifest, texts: &[Text], gone: &[&str]) -> Result<()> {
    let ids = texts.iter().map(|text| &*text.id).chain(gone.iter().copied());
    let old: Vec<String> = ids.map(file_of).filter(|file| manifest.files.remove(file).is_some()).collect();
    writer.remove(&old.iter().collect::<Vec<_>>())?;
    let mut feeder = writer.feeder();
    // of several with one id the last counts
    let is_last = |at: usize| texts[at + 1..].iter().all(|later| later.id != texts[at].id);
    for (at, Text { id, text, title, date }) in texts.iter().enumerate() {
        if !is_last(at) {
            continue;
        }
        let (id, text, title, date) = (id.clone(), text.clone(), title.clone(), date.clone());
        let (file, size) = (file_of(&id), text.len() as u64);
        let document = Document { id, text, title, date, ..Document::default() };
        let division = passage::divide(&document, &passage::Limits::default());
        let mentions = Mentions::of(&document.text, document.date.as_deref());
        let tokens = feeder.put(&file, &document, &division, &mentions)?;
        let passages = division.passages.len() as u64;
        manifest.files.insert(file, FileRecord { size, documents: 1, passages, tokens, ..FileRecord::default() });
    }
    feeder.flush()
}
