//! What the user wants -> how files are read.

use super::recognize::Recognizer;

/// How the user wants files to be read.
#[derive(Clone, Debug, Default)]
pub struct Manner {
    /// One of [`super::ENCODINGS`]: texts that are not plainly Unicode are read in it.
    pub encoding: Option<&'static str>,
    /// What reads pages that are pictures; without it they are told and left out.
    pub recognizer: Option<Recognizer>,
}
