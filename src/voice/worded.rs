//! A language to the words of its pages, and the tag of a language to that.

use super::english::page::ENGLISH;
use super::language::Language;
use super::page::Words;
use super::vietnamese::page::VIETNAMESE;

impl Language {
    /// The languages of the pages, the usual one first.
    pub(crate) const OF_PAGES: [Self; 2] = [Self::Vietnamese, Self::English];

    /// The words of the pages.
    pub(crate) fn words(self) -> &'static Words {
        match self {
            Self::Vietnamese => &VIETNAMESE,
            Self::English => &ENGLISH,
        }
    }

    /// The language of a tag, as `vi` or `en-GB`.
    pub(crate) fn tagged(tag: &str) -> Option<Self> {
        let first = tag.split(['-', '_']).next().unwrap_or_default();
        Self::OF_PAGES.into_iter().find(|language| first.eq_ignore_ascii_case(language.words().lang))
    }
}
