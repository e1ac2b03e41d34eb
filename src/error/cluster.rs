//! What may be wrong with an index in a cluster, beside what may be wrong with any.

/// Why a cluster does not do what is asked of it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ClusterFault {
    /// The program was built without what asks clusters.
    Without,
    /// It is no address of an index in a cluster.
    Address,
    /// Whoever listens on the way would read all: it is neither this machine nor encrypted.
    Insecure,
    /// What lets the user in cannot be understood.
    Credentials,
    /// No node answers, as the system says.
    Unreachable(String),
    /// It has not answered in so many seconds.
    Slow(u64),
    /// It does not prove who it is, as the library says.
    Certificate(String),
    /// It does not know the user.
    Unauthorized,
    /// The user may not do that, as it says.
    Forbidden(String),
    /// It answers otherwise than an engine of this kind does.
    Odd(String),
    /// An index of somebody else has the name.
    Foreign(String),
    /// Some of its parts do not answer.
    Shards {
        /// How many.
        failed: u64,
        /// Of how many.
        total: u64,
    },
    /// It takes nothing in, as it says.
    Blocked(String),
    /// It had too much to do for as long as was waited, as it says.
    Overloaded(String),
    /// It cannot do that, as it says.
    Refused(String),
    /// It does not take a passage of a document, as it says.
    Passage {
        /// The id of the document.
        doc: String,
        /// What it says.
        said: String,
    },
    /// What was found was taken out meanwhile, or the index was built anew.
    Replaced,
    /// Another process may write by now, for this one was away too long.
    LockLost,
}
