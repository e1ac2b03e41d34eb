//! The id of a document to its file, where originals are handed out.

use super::address::file_name;
use super::asked::Asked;
use super::edition::Edition;
use super::pages::shown::name_of;
use super::problem::Problem;
use super::reply::{Media, Reply};
use crate::archive::{Document, DocumentFound, Original};
use crate::voice::page::Trouble;

/// Larger originals, in bytes, are not handed out.
const MAX_BYTES: u64 = 64 << 20;

/// What a PDF begins with.
const PDF: &[u8] = b"%PDF-";

/// Whether the original of a document may be had: it is a file of its own.
pub fn is_served(_: &Edition, asked: &Asked, document: &Document) -> bool {
    asked.app.options.serves_files && document.doc == document.file
}

/// The original of a document.
pub fn original(edition: &Edition, asked: &Asked) -> Result<Reply, Problem> {
    let DocumentFound::One(document, _) = edition.archive.document(&asked.rest)? else {
        return Err(Trouble::NotFound.into());
    };
    if document.doc != asked.rest || !is_served(edition, asked, &document) {
        return Err(Trouble::NotFound.into());
    }
    let bytes = match edition.archive.original(&document.file, MAX_BYTES)? {
        Original::Bytes(bytes) => bytes,
        Original::Changed => return Err(Trouble::Changed.into()),
        Original::TooLarge => return Err(Trouble::TooLarge.into()),
        Original::None => return Err(Trouble::NotFound.into()),
    };
    let is_pdf = asked.flag("inline") && bytes.starts_with(PDF);
    let name = Some(file_name(name_of(&document.file)));
    Ok(Reply { name, ..Reply::new(if is_pdf { Media::Pdf } else { Media::File }, bytes) })
}
