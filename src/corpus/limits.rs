//! What the user or the program allows -> how much of a file is read at most.

/// How much is read at most.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a file, and of what is unpacked of an office document or of one member of an
    /// archive; it does not hold for JSON Lines, which is never in memory as a whole.
    pub max_file_bytes: u64,
    /// Bytes of an archive, and of all that is unpacked of it and of the archives in it.
    pub max_archive_bytes: u64,
    /// Bytes of a line of JSON Lines.
    pub max_line_bytes: u64,
    /// Seconds that a process of its own may take for one document.
    pub max_seconds: u64,
    /// Scanned pages of a document that are recognized, where that is wanted; [`Self::max_seconds`]
    /// holds for each of them.
    pub max_recognized_pages: usize,
    /// Bytes of memory that such a process may take, where the system keeps it to that; with less than
    /// [`Self::LEAST_MEMORY_BYTES`] none starts.
    pub max_memory_bytes: u64,
}

impl Limits {
    /// Bytes of memory that a process for one document takes before it has read anything: its stack and itself.
    pub const LEAST_MEMORY_BYTES: u64 = 128 << 20;
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            max_file_bytes: 256 << 20,
            max_archive_bytes: 1 << 30,
            max_line_bytes: 64 << 20,
            max_seconds: 60,
            max_recognized_pages: 500,
            max_memory_bytes: 2 << 30,
        }
    }
}
