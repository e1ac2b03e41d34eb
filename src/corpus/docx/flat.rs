//! A Word document that is one part of XML -> a package, as others are.
//!
//! Word writes all parts of a package into one (Flat OPC), and before 2007 it wrote a document of its own kind, whose
//! text has the same elements.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::corpus::unreadable::{Damage, Unreadable};
use crate::corpus::xml::text_of;

/// How a part is written among others, and what stands around it.
const PART: &str = "<pkg:part ";
const NAME: &str = "pkg:name=\"";
const DATA: (&str, &str) = ("<pkg:xmlData", "</pkg:xmlData>");

/// What a document of before 2007 is called.
const DOCUMENT: &str = "<w:wordDocument";

/// The package that these bytes stand for, with its main part called so; nothing where they are one.
pub(super) fn packed(bytes: &[u8], main: &str) -> Result<Option<Vec<u8>>, Unreadable> {
    if bytes.starts_with(b"PK") {
        return Ok(None);
    }
    let text = text_of(bytes.to_vec())?;
    let parts: Vec<(&str, &str)> = match text.contains(DOCUMENT) {
        true => vec![(main, text.as_str()), ("word/styles.xml", text.as_str())],
        false => text.split(PART).skip(1).filter_map(part).collect(),
    };
    if parts.is_empty() {
        return Err(Unreadable::Damaged(Damage::NoWord));
    }
    let failed = |error: std::io::Error| Unreadable::Damaged(Damage::Said(error.to_string()));
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        zip.start_file(name, stored).map_err(|error| failed(error.into()))?;
        zip.write_all(part.as_bytes()).map_err(failed)?;
    }
    let packed = zip.finish().map_err(|error| failed(error.into()))?;
    Ok(Some(packed.into_inner()))
}

/// The name and the text of a part.
fn part(written: &str) -> Option<(&str, &str)> {
    let (start, end) = DATA;
    let name = written.split_once(NAME)?.1.split('"').next()?.trim_start_matches('/');
    let data = written.split_once(start)?.1.split_once('>')?.1;
    Some((name, data.split_once(end).map_or(data, |(data, _)| data)))
}
