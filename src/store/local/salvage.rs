//! A commit of which the list of files is damaged to the files that its segments hold.

use std::collections::BTreeSet;
use std::path::Path;

use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet, Index, IndexReader, ReloadPolicy, TERMINATED};

use super::folder::ReadFolder;
use super::schema::schema;
use crate::error::caught;

/// The ids of the files of which the last commit in a folder holds a text; none where it cannot be read.
pub(crate) fn files_in(folder: &Path) -> BTreeSet<String> {
    let found = caught(|| files(folder));
    found.ok().and_then(Result::ok).unwrap_or_default()
}

fn files(folder: &Path) -> tantivy::Result<BTreeSet<String>> {
    let index = ReadFolder::open(folder).and_then(Index::open)?;
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
