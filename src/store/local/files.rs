//! What the files in the folder of an index are called, beside those of its segments.

/// The engine's list of files: an index is whole without it.
pub(super) const MANAGED: &str = ".managed.json";

/// What tells of the last commit.
pub(super) const META: &str = "meta.json";

/// What the engine calls the commit, and its list of files.
pub(super) const COMMIT: [&str; 2] = [MANAGED, META];

/// The checksums of the others.
pub(super) const SUMS: &str = "sums.tsv";

/// How the list of what was deleted from a segment ends; its name may come again.
pub(super) const DELETED: &str = ".del";

/// What is locked; the system frees it when its process ends, however that ends.
pub(super) const LOCK: &str = ".writer.lock";

/// Who holds the lock: process and seconds since 1970. Means nothing while the lock is free.
pub(super) const HOLDER: &str = ".writer";

/// All that is locked, the engine's own included.
pub(super) const LOCKS: [&str; 3] = [LOCK, ".tantivy-writer.lock", ".tantivy-meta.lock"];
