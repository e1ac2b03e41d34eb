//! Whether a document is in force: its states, from what is not told to what another replaced.

/// Whether a document is in force, as far as the documents of an index tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// No line tells.
    NotTold,
    /// It comes into force later.
    NotYet,
    /// It came into force.
    InForce,
    /// Parts of it were changed or repealed.
    Amended,
    /// Its effect is suspended.
    Suspended,
    /// Its time is over.
    Expired,
    /// It was repealed.
    Repealed,
    /// Another took its place.
    Replaced,
}

impl State {
    /// Whether the document is no longer in force.
    pub fn is_over(self) -> bool {
        match self {
            Self::NotTold | Self::NotYet | Self::InForce | Self::Amended => false,
            Self::Suspended | Self::Expired | Self::Repealed | Self::Replaced => true,
        }
    }

    /// The name in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotTold => "not_told",
            Self::NotYet => "not_yet",
            Self::InForce => "in_force",
            Self::Amended => "amended",
            Self::Suspended => "suspended",
            Self::Expired => "expired",
            Self::Repealed => "repealed",
            Self::Replaced => "replaced",
        }
    }
}
