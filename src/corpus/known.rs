//! The content of a member of an archive or a mail -> whether it was read before, under another name.

use super::digest::Digest;

/// What was read before: of members of one content and format only the first is read.
pub(crate) trait Known {
    /// Whether what is called so is a copy of what was read, which is then noted.
    fn is_copy(&mut self, id: &str, content: Digest) -> bool;

    /// Notes that what is called so was read, with all that is in it.
    fn has_read(&mut self, id: &str, content: Digest);
}
