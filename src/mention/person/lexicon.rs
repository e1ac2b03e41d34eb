//! Look-ups: what a word is to a name, and the phrases that stand around names.

mod compile;
mod spellings;

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

pub(super) use self::spellings::Spelling;
use self::spellings::Spellings;
use super::word::{Gap, Id, Word};

/// What a word is: bits of [`Info::flags`].
pub(super) mod flag {
    pub const STRONG: u8 = 1;
    pub const WEAK: u8 = 2;
    pub const FAMILY: u8 = STRONG | WEAK;
    /// Met in middle and given names.
    pub const SYLLABLE: u8 = 4;
    /// Opens a clause, stands in no name there.
    pub const WORD: u8 = 8;
    /// Opens the name of a body.
    pub const BODY: u8 = 16;
    /// A word of titles and bodies in other languages.
    pub const FOREIGN: u8 = 64;
    /// `Văn` and `Thị`, with which no name ends.
    pub const MIDDLE: u8 = 32;
    /// A word of the names of firms and of places in other languages alone, which may be in any name.
    pub const ALIEN: u8 = 128;
}

/// What a phrase is: bits.
pub(super) mod kind {
    pub const ANY: u32 = 1;
    pub const HE: u32 = 1 << 1;
    pub const SHE: u32 = 1 << 2;
    pub const AGE: u32 = 1 << 3;
    pub const TWO: u32 = 1 << 4;
    pub const MANY: u32 = 1 << 5;
    pub const OFFICE: u32 = 1 << 6;
    pub const PLACE: u32 = 1 << 7;
    pub const PLACE_HEAD: u32 = 1 << 8;
    pub const NAMED_HEAD: u32 = 1 << 9;
    pub const PAIR: u32 = 1 << 10;
    pub const SAYS: u32 = 1 << 11;
    pub const BYLINE: u32 = 1 << 12;
    pub const ALIAS: u32 = 1 << 13;
    pub const AT: u32 = 1 << 14;
    pub const JOIN: u32 = 1 << 15;
    pub const THOUGHT: u32 = 1 << 16;
    /// A name of a well-known person.
    pub const KNOWN: u32 = 1 << 17;
    /// Words of offices: see the head of `beside_names.txt`.
    pub const ENDS: u32 = 1 << 19;
    pub const STOPS: u32 = 1 << 20;
    pub const ELECTED: u32 = 1 << 21;
    pub const HOLDS: u32 = 1 << 22;
    pub const MODIFIER: u32 = 1 << 23;
    /// Words above the name of who signs: `đã ký`.
    pub const SIGNED: u32 = 1 << 26;
    /// Before who loses an office: `thay thế`.
    pub const REPLACES: u32 = 1 << 27;
    /// A head beside [`PLACE_HEAD`] whose names are all known.
    pub const AREA: u32 = 1 << 24;
    /// A title that is an office or an honor as well.
    pub const RANK: u32 = 1 << 18;
    /// A title of one person before two syllables or more.
    pub const ONE: u32 = 1 << 25;
    /// A baptismal name.
    pub const BAPTISM: u32 = 1 << 28;
    /// A firm, network, club or the like that is no person's name.
    pub const BRAND: u32 = 1 << 29;
    /// Behind a name: what people alone do or bear.
    pub const HUMAN: u32 = 1 << 30;
    /// A [`PLACE`] whose name people bear as well.
    pub const DISTRICT: u32 = 1 << 31;
    pub const TITLE: u32 = ANY | HE | SHE | AGE | TWO | ONE;
}

/// The longest phrase.
const MAX_WORDS: usize = 6;

/// What the lexicon says of a word.
#[derive(Clone, Copy, Default)]
struct Info {
    flags: u8,
    /// What the word is by itself.
    kinds: u32,
    starts: Phrases,
    ends: Phrases,
}

/// The phrases that start or end with a word.
#[derive(Clone, Copy, Default)]
struct Phrases {
    /// Bit `n` for phrases of `n` words.
    lens: u8,
    /// What they are, all together.
    kinds: u32,
}

impl Phrases {
    fn add(&mut self, len: usize, kinds: u32) {
        self.lens |= 1 << len;
        self.kinds |= kinds;
    }

    /// How many words those have that may be of one of the `kinds`, the longest first; none has more than `max`.
    fn lens(self, kinds: u32, max: usize) -> impl Iterator<Item = usize> {
        let fitting = u8::MAX >> 7usize.saturating_sub(max);
        let mut lens = if self.kinds & kinds == 0 { 0 } else { self.lens & fitting };
        std::iter::from_fn(move || {
            let longest = lens.checked_ilog2()?;
            lens ^= 1 << longest;
            Some(longest as usize)
        })
    }
}

/// A phrase found in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    /// How many words it has.
    pub len: usize,
    pub kinds: u32,
    key: [Id; MAX_WORDS],
}

/// A name under which a well-known person goes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known {
    pub name: &'static str,
    pub needs: Needs,
}

/// What the name of a well-known person needs to be that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Needs {
    Nothing,
    /// A title or office before it.
    Title,
    /// A place inside a sentence, and the person elsewhere in the text.
    Text,
}

pub(super) struct Lexicon {
    spellings: Spellings,
    infos: Vec<Info>,
    phrases: FxHashMap<[Id; MAX_WORDS], u32>,
    known: FxHashMap<[Id; MAX_WORDS], Known>,
    /// Flags of words without diacritics.
    folded: FxHashMap<String, u8>,
    /// Given and family names in other languages, as they are written.
    given: FxHashSet<&'static str>,
    families: FxHashSet<&'static str>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::compile);

impl Lexicon {
    pub(super) fn get() -> &'static Self {
        &LEXICON
    }

    /// The word that is spelled so, exactly.
    pub(super) fn by_spelling(&self, raw: &str) -> Option<Id> {
        self.spellings.get(raw)
    }

    /// The letters that stand in `text` from byte `at` on as a word by themselves, if there are few: the word that
    /// is spelled so, and where they end. None too where that takes a closer look.
    pub(super) fn spelled_at(&self, text: &str, at: usize) -> Option<(Option<Spelling>, usize)> {
        self.spellings.at(text, at)
    }

    /// The id of the `n`-th word beyond the lexicon.
    pub(super) fn beyond(&self, n: usize) -> Id {
        Id((self.infos.len() + n).min(u32::MAX as usize) as u32)
    }

    /// Whether the lexicon has the word.
    pub(super) fn has(&self, id: Id) -> bool {
        id != Id::NONE && self.infos.get(id.0 as usize).is_some_and(|info| info.flags & flag::ALIEN == 0)
    }

    pub(super) fn flags(&self, id: Id) -> u8 {
        self.info(id).flags
    }

    /// The flags of a word whose diacritics are missing.
    pub(super) fn folded_flags(&self, word: &str) -> u8 {
        self.folded.get(word.to_ascii_lowercase().as_str()).copied().unwrap_or(0)
    }

    fn info(&self, id: Id) -> Info {
        self.infos.get(id.0 as usize).copied().unwrap_or_default()
    }

    /// The longest phrase of one of the `kinds` that starts at `words[at]`.
    pub(super) fn forward(&self, words: &[Word], at: usize, kinds: u32) -> Option<Found> {
        let starts = self.info(words.get(at)?.id).starts;
        starts.lens(kinds, words.len() - at).find_map(|len| self.phrase(words, at, len, kinds))
    }

    /// The longest phrase of one of the `kinds` that ends behind `words[end - 1]`.
    pub(super) fn backward(&self, words: &[Word], end: usize, kinds: u32) -> Option<Found> {
        let ends = self.info(words[end.checked_sub(1)?].id).ends;
        ends.lens(kinds, end).find_map(|len| self.phrase(words, end - len, len, kinds))
    }

    fn phrase(&self, words: &[Word], at: usize, len: usize, kinds: u32) -> Option<Found> {
        let span = &words[at..at + len];
        let mut key = [Id::NONE; MAX_WORDS];
        for (n, word) in span.iter().enumerate() {
            let initial = n > 0 && word.gap == Gap::Stop && span[n - 1].end - span[n - 1].start == 1;
            let joined = n == 0 || initial || matches!(word.gap, Gap::Blank | Gap::Line | Gap::Hyphen | Gap::Dot);
            if !joined || word.id == Id::NONE {
                return None;
            }
            key[n] = word.id;
        }
        let mut found = match span {
            [word] => self.info(word.id).kinds,
            _ => *self.phrases.get(&key)?,
        };
        if !span.iter().all(Word::capital) {
            found &= !(kind::PLACE | kind::DISTRICT | kind::BRAND | kind::BAPTISM);
            // `vua Hùng` and `Lê nin` have one capital
            found &= if span[0].capital() || span[len - 1].capital() { !0 } else { !kind::KNOWN };
        }
        (found & kinds != 0).then_some(Found { len, kinds: found, key })
    }

    /// Whose name a phrase of the kind [`kind::KNOWN`] is.
    pub(super) fn known(&self, found: &Found) -> Option<Known> {
        self.known.get(&found.key).copied()
    }

    /// Whether well-known persons are filed under the name.
    pub(super) fn is_known_name(&self, name: &str) -> bool {
        self.known.values().any(|known| known.name == name)
    }

    /// Whether a word is a given name in another language.
    pub(super) fn is_foreign_given(&self, word: &str) -> bool {
        self.given.contains(word)
    }

    /// Whether a word is a family name in another language.
    pub(super) fn is_foreign_family(&self, word: &str) -> bool {
        self.families.contains(word)
    }

    /// Whether the word is one of the `kinds` by itself.
    pub(super) fn is(&self, word: &Word, kinds: u32) -> bool {
        self.info(word.id).kinds & kinds != 0
    }

    /// Whether the words make a phrase of one of the `kinds`.
    pub(super) fn is_phrase(&self, ids: &[Id], kinds: u32) -> bool {
        if ids.len() > MAX_WORDS || ids.first().is_none_or(|first| self.info(*first).starts.kinds & kinds == 0) {
            return false;
        }
        let mut key = [Id::NONE; MAX_WORDS];
        key[..ids.len()].copy_from_slice(ids);
        self.phrases.get(&key).is_some_and(|found| found & kinds != 0)
    }
}
