//! A commit of which the list of files is damaged to the files that its segments hold.

use std::collections::BTreeSet;
use std::path::Path;

use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet, Index, IndexReader, ReloadPolicy, TERMINATED, TantivyError};

use super::folder::ReadFolder;
use super::schema::schema;
use crate::error::caught;
use crate::store::manifest::Manifest;

/// What can be told of a commit whose list of files is damaged.
#[derive(Debug, Default)]
pub(crate) struct Salvaged {
    /// The ids of the files of which it holds a text; none where its segments cannot be read.
    pub files: BTreeSet<String>,
    /// Whether the list is damaged where it tells of roots and copies.
    pub is_head_damaged: bool,
}

/// What can be told of the last commit in a folder.
pub(crate) fn salvaged(folder: &Path) -> Salvaged {
    let read = caught(|| {
        let index = ReadFolder::open(folder).and_then(Index::open)?;
        let payload = index.load_metas()?.payload;
        let is_head_damaged = !Manifest::has_whole_head(folder, payload.as_deref());
        Ok::<_, TantivyError>(Salvaged { files: files(&index)?, is_head_damaged })
    });
    read.ok().and_then(Result::ok).unwrap_or_else(|| Salvaged { is_head_damaged: true, ..Salvaged::default() })
}

fn files(index: &Index) -> tantivy::Result<BTreeSet<String>> {
    let (known, fields) = schema();
    let mut files = BTreeSet::new();
    if index.schema() != known {
        return Ok(files);
    }
    let reader: IndexReader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
    for segment in reader.searcher().segment_readers() {
        let alive = segment.alive_bitset();
        let terms = segment.inverted_index(fields.file)?;
        let mut all = terms.terms().stream()?;
        while let Some((file, info)) = all.next() {
            let mut passages = terms.read_postings_from_terminfo(info, IndexRecordOption::Basic)?;
            let mut passage = passages.doc();
            while passage != TERMINATED && alive.is_some_and(|alive| alive.is_deleted(passage)) {
                passage = passages.advance();
            }
            if passage != TERMINATED {
                files.extend(str::from_utf8(file).map(str::to_owned));
            }
        }
    }
    Ok(files)
}
