//! What the engine has stored of a passage to the passage.

use tantivy::schema::{Field, TantivyDocument, Value};

use super::schema::Fields;
use crate::mention::Mentions;
use crate::store::passage::StoredPassage;

/// A passage from what is stored of it, without the other paths of its document.
///
/// # Errors
/// Its mentions cannot be understood.
pub(super) fn passage_of(stored: &TantivyDocument, fields: Fields) -> postcard::Result<StoredPassage> {
    let first = |field: Field| stored.get_first(field);
    let text = |field| first(field).and_then(|value| value.as_str()).unwrap_or_default().to_owned();
    let lines = first(fields.lines).and_then(|value| value.as_u64()).unwrap_or_default();
    let mentions = first(fields.mentions).and_then(|value| value.as_bytes());
    let section = stored.get_all(fields.section).filter_map(|value| value.as_str());
    let pages = stored.get_all(fields.pages).filter_map(|value| value.as_u64());
    Ok(StoredPassage {
        doc: text(fields.doc),
        file: text(fields.file),
        title: text(fields.title),
        section: section.map(str::to_owned).collect(),
        lines: ((lines >> 32) as u32, lines as u32),
        pages: pages.map(|packed| (packed as u32, (packed >> 32) as u32)).collect(),
        text: text(fields.text),
        mentions: mentions.map_or(Ok(Mentions::default()), postcard::from_bytes)?,
        also: Vec::new(),
    })
}
