//! Bytes of an OpenDocument file, a package or a single part -> the parts that tell its text.

use crate::corpus::limits::Limits;
use crate::corpus::oddity::Oddity;
use crate::corpus::package::Package;
use crate::corpus::unreadable::{Damage, Unreadable};
use crate::corpus::xml::text_of;

/// The parts of an OpenDocument file.
pub(in crate::corpus) struct Parts {
    pub content: String,
    /// Whether it is a file of a single part, whose content holds the styles, too.
    pub is_flat: bool,
    pub styles: String,
    pub meta: String,
    pub notices: Vec<Oddity>,
}

impl Parts {
    pub fn open(bytes: &[u8], limits: &Limits) -> Result<Self, Unreadable> {
        if !bytes.starts_with(b"PK") {
            return Self::flat(bytes.to_vec());
        }
        let mut package = Package::open(bytes, limits.max_file_bytes)?;
        let mut notices = Vec::new();
        let mut text = |name: &str| package.part(name, &mut notices)?.map(text_of).transpose();
        if text("META-INF/manifest.xml")?.unwrap_or_default().contains("encryption-data") {
            return Err(Unreadable::Protected);
        }
        let content = text("content.xml")?.ok_or(Unreadable::Damaged(Damage::NoOpenDocument))?;
        let styles = text("styles.xml")?.unwrap_or_default();
        let meta = text("meta.xml")?.unwrap_or_default();
        Ok(Self { content, is_flat: false, styles, meta, notices })
    }

    fn flat(bytes: Vec<u8>) -> Result<Self, Unreadable> {
        let content = text_of(bytes)?;
        let Some(body) = content.find("<office:body") else {
            return Err(Unreadable::Damaged(Damage::NoOpenDocument));
        };
        let meta = content[..body].to_owned();
        Ok(Self { content, is_flat: true, styles: String::new(), meta, notices: Vec::new() })
    }
}
