//! Parts of a package that are documents of their own -> their texts.

use std::collections::HashMap;
use std::path::Path;

use crate::corpus::content::{Content, ParseOffice};
use crate::corpus::html;
use crate::corpus::limits::Limits;
#[cfg(feature = "mail")]
use crate::corpus::mail;
use crate::corpus::oddity::Oddity;
use crate::corpus::package::Package;
use crate::corpus::plain;
use crate::corpus::relations::Relations;
use crate::corpus::room::insert;
use crate::corpus::rtf;
use crate::corpus::sniff;
use crate::corpus::source::extension_of;
use crate::corpus::unreadable::Unreadable;

/// The kind of such parts.
const KIND: &str = "aFChunk";

/// The texts of the documents that can be read, by what the main part calls them; `document` reads those of Word.
pub(super) fn texts(
    package: &mut Package,
    relations: &Relations,
    limits: &Limits,
    notices: &mut Vec<Oddity>,
    document: ParseOffice,
) -> Result<HashMap<String, String>, Unreadable> {
    let mut texts = HashMap::new();
    for relation in relations.all().filter(|relation| relation.kind == KIND) {
        let Some(bytes) = package.part(&relation.part, notices)? else { continue };
        let told = extension_of(Path::new(&relation.part));
        let extension = sniff::format(&bytes, true).unwrap_or(&told);
        // one that cannot be read is counted where it stands
        if let Some(content) = read(extension, bytes, limits, document).and_then(Result::ok) {
            insert(&mut texts, relation.id.clone(), content.text);
        }
    }
    Ok(texts)
}

fn read(
    extension: &str,
    bytes: Vec<u8>,
    limits: &Limits,
    document: ParseOffice,
) -> Option<Result<Content, Unreadable>> {
    match extension {
        "html" | "htm" | "xhtml" => Some(html::parse(bytes, limits)),
        #[cfg(feature = "mail")]
        "mht" | "mhtml" | "eml" => Some(mail::page(&bytes, limits)),
        "rtf" => Some(rtf::parse(&bytes, limits)),
        "txt" => Some(plain::parse(bytes, limits)),
        "docx" | "docm" => Some(document(&bytes, limits)),
        _ => None,
    }
}
