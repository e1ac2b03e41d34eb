//! The encodings from before Unicode that are known, and their names.

/// An encoding from before Unicode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Legacy {
    /// TCVN 5712:1993, table VN3, called ABC: a byte a letter, no capitals with tones.
    Tcvn3,
    /// The same in a font that shows every letter as a capital (`.VnTimeH`).
    Tcvn3Capitals,
    /// VNI for Windows: the letter, then its mark.
    Vni,
    /// RFC 1456.
    Viscii,
    /// Of the Vietnamese Professionals Society.
    Vps,
    /// The code page of Windows: letters, then combining tones.
    Windows1258,
}

impl Legacy {
    /// The encodings that bytes alone can be in; of equals the first wins.
    pub const ALL: [Self; 5] = [Self::Tcvn3, Self::Vni, Self::Windows1258, Self::Viscii, Self::Vps];

    /// The name as the user types and reads it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Tcvn3 | Self::Tcvn3Capitals => "tcvn3",
            Self::Vni => "vni",
            Self::Viscii => "viscii",
            Self::Vps => "vps",
            Self::Windows1258 => "windows-1258",
        }
    }

    /// Whether its bytes are those of TCVN3, whatever the case that its fonts show.
    pub fn is_tcvn3(self) -> bool {
        matches!(self, Self::Tcvn3 | Self::Tcvn3Capitals)
    }

    /// The encoding of this name, in any case.
    pub fn by_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|legacy| legacy.name().eq_ignore_ascii_case(name))
    }
}
