//! The id of a document to its file, where originals are handed out.

use super::address::{Address, file_name};
use super::asked::Asked;
use super::edition::Edition;
use super::pages::shown::name_of;
use super::problem::Problem;
use super::reply::{Media, Reply};
use crate::archive::{DocumentFound, Original};
use crate::voice::page::Trouble;

/// Larger originals, in bytes, are not handed out.
const MAX_BYTES: u64 = 64 << 20;

/// What a PDF begins with.
const PDF: &[u8] = b"%PDF-";

/// Where the original of a document may be had, if it may, open at a page: the document is a file of its own.
pub fn address(asked: &Asked, doc: &str, file: &str, page: Option<u32>) -> Option<String> {
    if !asked.app.options.serves_files || doc != file {
        return None;
    }
    let address = Address::of("/file/", doc);
    let is_pdf = doc.rsplit_once('.').is_some_and(|(_, extension)| extension.eq_ignore_ascii_case("pdf"));
    Some(match (is_pdf, page) {
        (false, _) => address.done(),
        (true, None) => address.with("inline", true).done(),
        (true, Some(page)) => address.with("inline", true).at(&format!("page={page}")).done(),
    })
}

/// The original of a document.
pub fn original(edition: &Edition, asked: &Asked) -> Result<Reply, Problem> {
    let DocumentFound::One(document, _) = edition.archive.document(&asked.rest)? else {
        return Err(Trouble::NotFound.into());
    };
    if document.doc != asked.rest || address(asked, &document.doc, &document.file, None).is_none() {
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
