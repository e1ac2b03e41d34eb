//! A query to the names in it, typed in a hurry: `Nguyen Truong`, `do van thang`, `đ/c Truyền`.
//!
//! A query all in capitals reads like one all in small letters.

use std::ops::Range;

use super::lexicon::flag;
use super::likeness::{Likeness, likeness};
use crate::analysis::{Analysis, fold};
use crate::text::has_marks;

/// A name in a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryName {
    /// Bytes of the name alone, without title.
    pub range: Range<usize>,
    /// Its syllables in exact form (lower case, NFC), as they were typed.
    pub syllables: Vec<String>,
    /// Written with capitals among small letters, or behind a title; otherwise guessed by its words.
    pub certain: bool,
    /// A given name alone behind a title.
    pub short: bool,
}

/// How alike a name is that was typed in a hurry and one that is known: where marks are missing that no name does
/// without, as in `do van thắng`, none of the syllables without marks tells that it has none.
pub fn typed_likeness(typed: &str, known: &str) -> Likeness {
    let strict = likeness(typed, known);
    if strict >= Likeness::Ending {
        return strict;
    }
    let (syllables, all) = (exact_words(typed), exact_words(known));
    let unmarked = |syllable: &&String| !has_marks(syllable);
    let is_half = syllables.iter().filter(unmarked).any(|syllable| !is_name_syllable(syllable))
        && syllables.iter().any(|syllable| has_marks(syllable));
    let Some(front) = all.len().checked_sub(syllables.len()).filter(|_| is_half && syllables.len() > 1) else {
        return strict;
    };
    let fits = |(one, two): (&String, &String)| one == two || !has_marks(one) && *one == fold(two);
    match (syllables.iter().zip(&all[front..]).all(fits), front) {
        (false, _) => strict,
        (true, 0) => Likeness::Unmarked,
        (true, _) => Likeness::Ending,
    }
}

/// Whether names have a syllable as it stands, without any marks: `an`, and not `van`.
fn is_name_syllable(syllable: &str) -> bool {
    EXACT.get(syllable).is_some_and(|flags| flags & (flag::FAMILY | flag::SYLLABLE) != 0)
}

fn exact_words(name: &str) -> Vec<String> {
    Analysis::of(name).words().map(|word| word.exact.to_owned()).collect()
}

/// How many words the longest office has that stands at the start of `words`, given in folded form.
pub fn office_at(words: &[&str]) -> Option<usize> {
    (1..=words.len().min(MAX_OFFICE)).rev().find(|count| OFFICES.contains(&words[..*count].join(" ")))
}

/// The name under which a well-known person is filed who goes by `name` too: Hồ Chí Minh for `nguyen ai quoc`.
/// Names of one syllable are too many others'.
pub fn well_known(name: &str) -> Option<&'static str> {
    let alike = ALIASES.get(&sound(name))?.iter();
    alike.into_iter().find(|(alias, _)| likeness(name, alias) >= Likeness::Unmarked).map(|(_, filed)| *filed)
}

/// What names have in common that are written with and without diacritics, with `i` or `y`.
fn sound(name: &str) -> String {
    fold(name).replace('y', "i")
}

/// Middle names behind which a given name stands.
const MIDDLE: [&str; 2] = ["thị", "văn"];

/// Longer offices are known by their beginning.
const MAX_OFFICE: usize = 6;

/// The names in a query, in order.
pub fn find_in_query(text: &str) -> Vec<QueryName> {
    let words = typed_words(text);
    let reader = Reader::of(text, &words);
    let mut names = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let title = reader.title(at).or_else(|| reader.office(at)).filter(|title| !reader.is_more(at, *title));
        let start = at + title.map_or(0, |title| title.words);
        match reader.name(start, title) {
            Some(end) => {
                let short = title.is_some() && end == start + 1;
                let capitals = reader.cased && words[start..end].iter().all(|word| word.capital);
                names.push(QueryName {
                    range: words[start].range.start..words[end - 1].range.end,
                    syllables: words[start..end].iter().map(|word| word.text.clone()).collect(),
                    certain: capitals || title.is_some_and(|title| !title.doubtful),
                    short,
                });
                at = end;
            }
            None => at += reader.skip(at).max(1),
        }
    }
    names
}

/// The whole of a text as a name, whatever its words, behind a title or an office.
pub fn whole_name(text: &str) -> Option<QueryName> {
    let words = typed_words(text);
    let name = &words[Reader::of(text, &words).behind_title()..];
    let range = name.first()?.range.start..name.last()?.range.end;
    text.chars().any(char::is_alphabetic).then(|| QueryName {
        range,
        syllables: name.iter().map(|word| word.text.clone()).collect(),
        certain: true,
        short: name.len() == 1,
    })
}

fn typed_words(text: &str) -> Vec<Typed> {
    Analysis::of(text).words().map(|word| Typed::of(text, word.start..word.end, word.exact)).collect()
}

struct Typed {
    range: Range<usize>,
    /// Exact form.
    text: String,
    folded: String,
    marked: bool,
    capital: bool,
    upper: bool,
}

impl Typed {
    fn of(text: &str, range: Range<usize>, exact: &str) -> Self {
        let raw = &text[range.clone()];
        Self {
            text: exact.to_owned(),
            folded: fold(exact),
            marked: has_marks(exact),
            capital: raw.starts_with(char::is_uppercase),
            upper: !raw.chars().any(char::is_lowercase),
            range,
        }
    }

    fn flags(&self) -> u8 {
        let flags = if self.marked { EXACT.get(&self.text) } else { FOLDED.get(&self.folded) };
        flags.copied().unwrap_or(0)
    }

    /// Whether a family name has these letters, with whatever marks.
    fn is_near_family(&self) -> bool {
        FOLDED.get(&self.folded).is_some_and(|flags| flags & flag::FAMILY != 0)
    }
}

/// Words before a name that were typed.
#[derive(Clone, Copy)]
struct Title {
    words: usize,
    /// May be another word without its diacritics: `ba` for `bà`.
    doubtful: bool,
}

struct Reader<'a> {
    text: &'a str,
    words: &'a [Typed],
    /// Capitals tell something.
    cased: bool,
}

impl<'a> Reader<'a> {
    fn of(text: &'a str, words: &'a [Typed]) -> Self {
        let cased = words.iter().any(|word| word.capital)
            && words.iter().any(|word| !word.upper || word.text.chars().count() == 1);
        Self { text, words, cased: cased && text.chars().any(char::is_lowercase) }
    }

    /// How many words before a name, which is all the rest, are its title or an office.
    fn behind_title(&self) -> usize {
        let capital = |at: usize| self.cased && self.words[at].capital;
        let is_sure = |title: &Title| !title.doubtful || capital(title.words) && !capital(0);
        if let Some(title) = self.title(0).filter(is_sure) {
            return title.words;
        }
        let folded: Vec<&str> = self.words.iter().map(|word| word.folded.as_str()).collect();
        let is_office = |words: &usize| *words < folded.len() && self.words[..*words].iter().any(|word| word.marked);
        office_at(&folded).filter(is_office).unwrap_or(0)
    }

    /// The title at `at`, if a word follows it.
    fn title(&self, at: usize) -> Option<Title> {
        (1..=4).rev().filter(|len| at + len < self.words.len()).find_map(|words| {
            let marked = self.words[at..at + words].iter().any(|word| word.marked);
            let doubt = TITLES.get(&self.joined(at, words, marked))?;
            (*doubt == Doubt::None || !marked).then_some(Title { words, doubtful: !marked && *doubt == Doubt::Folded })
        })
    }

    /// Whether a title is part of a longer rank, another word or a name: `bác sĩ chính`, `anh em`, `Chu Đức`.
    fn is_more(&self, at: usize, title: Title) -> bool {
        let family = &self.words[at];
        if title.doubtful && self.cased && family.capital && family.flags() & flag::FAMILY != 0 {
            return true;
        }
        let title = title.words;
        let next = &self.words[at + title];
        let is_profession = title > 1 && self.words[at].folded != "dong";
        let is_grade = matches!(next.text.as_str(), "chính" | "trưởng") && !(self.cased && next.capital);
        is_profession && is_grade || self.skip(at) > title
    }

    /// The office at `at` before a given name that ends the query: `chủ tịch Thắng`.
    fn office(&self, at: usize) -> Option<Title> {
        let last = self.words.len().checked_sub(1).filter(|last| *last > at && self.cased)?;
        let office: Vec<&str> = self.words[at..last].iter().map(|word| word.folded.as_str()).collect();
        let given = &self.words[last];
        let named = given.capital && given.marked && given.flags() & flag::SYLLABLE != 0 && self.follows(last);
        let words = office_at(&office).filter(|words| named && *words == office.len())?;
        Some(Title { words, doubtful: false })
    }

    fn joined(&self, at: usize, len: usize, marked: bool) -> String {
        let words: Vec<&str> = self.words[at..at + len]
            .iter()
            .map(|word| if marked { word.text.as_str() } else { &word.folded })
            .collect();
        words.join(" ")
    }

    /// Words that are a place, an office or a common pair are no name.
    fn skip(&self, at: usize) -> usize {
        (2..=4).rev().find(|&len| at + len <= self.words.len() && self.is_phrase(at, len)).unwrap_or(0)
    }

    fn is_phrase(&self, at: usize, len: usize) -> bool {
        let marked = self.words[at..at + len].iter().any(|word| word.marked);
        PHRASES.contains(&self.joined(at, len, marked))
    }

    /// The end of the name that starts at `at`.
    fn name(&self, at: usize, title: Option<Title>) -> Option<usize> {
        let first = self.words.get(at)?;
        let titled = title.is_some_and(|title| !title.doubtful || first.capital && self.cased);
        if self.skip(at) > 0 || first.text.chars().any(|c| !c.is_alphabetic()) {
            return None;
        }
        let family = first.flags() & flag::FAMILY;
        let end = if self.cased && first.capital { self.capitals_end(at) } else { self.guessed_end(at) };
        let len = end - at;
        let likely = (at + 1..end).all(|other| self.is_given(at, other));
        let named = match (self.cased && first.capital, family) {
            (true, 0) => (2..=3).contains(&len) && likely && first.flags() & flag::SYLLABLE != 0,
            (true, _) => len >= 2 && (likely || len >= 3 || family & flag::STRONG != 0),
            (false, _) if family & flag::STRONG != 0 => len >= 2 && likely,
            (false, _) => len >= 3 && likely && family != 0,
        };
        // `Đổ Văn Thắng`: another family name of these letters is meant
        let slip = self.cased && first.capital && first.flags() == 0 && first.is_near_family() && len >= 3 && likely;
        if named || slip {
            return Some(end);
        }
        let given = titled && first.flags() & (flag::SYLLABLE | flag::FAMILY) != 0 && !self.is_word(at);
        given.then(|| if self.cased && first.capital { end } else { at + 1 })
    }

    /// Whether a word may stand in a name behind its family name: a syllable of names, or a second family name.
    fn is_given(&self, family: usize, at: usize) -> bool {
        let flags = self.words[at].flags();
        let is_second = at == family + 1 && self.words[family].flags() & flags & flag::STRONG != 0;
        flags & flag::SYLLABLE != 0
            || is_second && self.words.get(at + 1).is_some_and(|word| word.flags() & flag::SYLLABLE != 0)
    }

    fn is_word(&self, at: usize) -> bool {
        let word = &self.words[at];
        word.marked && word.flags() & (flag::SYLLABLE | flag::FAMILY) == 0
    }

    /// The words with capitals from `at` on.
    fn capitals_end(&self, at: usize) -> usize {
        let mut end = at + 1;
        while end < self.words.len().min(at + 5)
            && self.follows(end)
            && self.words[end].capital
            && self.skip_behind(at, end)
        {
            end += 1;
        }
        end
    }

    /// Only blanks before, and letters alone.
    fn follows(&self, at: usize) -> bool {
        let gap = &self.text[self.words[at - 1].range.end..self.words[at].range.start];
        gap.chars().all(char::is_whitespace) && self.words[at].text.chars().all(char::is_alphabetic)
    }

    /// Whether a name goes on over a place: not where it may end, but `Nguyễn Thị` is none without `Hòa Bình`.
    fn skip_behind(&self, at: usize, end: usize) -> bool {
        end - at < 2 || self.skip(end) == 0 || MIDDLE.contains(&&*self.words[end - 1].text)
    }

    /// The words from `at` on that may be a name: three, or four with `thị` or at the end of the query.
    fn guessed_end(&self, at: usize) -> usize {
        let mut end = at + 1;
        while end < self.words.len().min(at + 4)
            && self.follows(end)
            && self.is_given(at, end)
            && (end < at + 2 || self.skip(end) == 0)
        {
            let fourth = end == at + 3;
            let whole = self.words[at + 1].folded == "thi" || end + 1 == self.words.len();
            if fourth && !whole {
                break;
            }
            end += 1;
        }
        end
    }
}

/// Whether a title without diacritics may be another word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Doubt {
    None,
    Folded,
}

// the tables of `super::lexicon` in the forms that are typed: OFFICES, ALIASES, EXACT, FOLDED, TITLES, PHRASES
include!(concat!(env!("OUT_DIR"), "/query_names.rs"));
