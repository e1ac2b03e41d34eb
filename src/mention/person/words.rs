//! Text to the words that names and their surroundings are made of, with the gap before each.
//!
//! One pass over the text; offsets are into the text as it stands.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::lexicon::{Lexicon, Spelling, flag, kind};
use super::word::{Gap, Id, Letters, Shape, Word};
use crate::analysis::exact;
use crate::text::{Class, class, is_dash, is_of_word, is_quote, is_single_quote, letter_width, with_stroke};

/// No name has more parts behind hyphens.
const MAX_PARTS: usize = 8;

/// All words of a text.
pub(super) struct Words {
    pub list: Vec<Word>,
    /// Lines are cut by their length rather than by their meaning.
    pub wrapped: bool,
    /// Hardly a word has a diacritic: English, or Vietnamese typed without.
    pub plain: bool,
}

/// Reads the words of `text`.
pub(super) fn read(text: &str) -> Words {
    let mut reader = Reader {
        text,
        lexicon: Lexicon::get(),
        raw: FxHashMap::default(),
        exact: FxHashMap::default(),
        at: 0,
        // few texts have shorter words
        list: Vec::with_capacity(text.len() / 5),
    };
    while reader.next().is_some() {}
    let list = reader.list;
    let (mut lines, mut small_lines, mut marked) = (0, 0, 0);
    for word in &list {
        let line = word.gap == Gap::Line;
        lines += usize::from(line);
        small_lines += usize::from(line && word.shape == Shape::Small);
        marked += usize::from(!word.plain);
    }
    Words { wrapped: small_lines * 4 > lines, plain: marked * 20 < list.len(), list }
}

struct Reader<'a> {
    text: &'a str,
    lexicon: &'static Lexicon,
    /// Capitalized words that the lexicon does not have, as they stand and in exact form.
    raw: FxHashMap<&'a str, Id>,
    exact: FxHashMap<Cow<'a, str>, Id>,
    at: usize,
    list: Vec<Word>,
}

impl<'a> Reader<'a> {
    /// Adds the next word to the list.
    fn next(&mut self) -> Option<()> {
        let behind = self.at;
        let gap = self.gap()?;
        let start = self.at;
        let apart = matches!(self.text.as_bytes()[behind..start], [b'*', .., b' ']);
        match self.lexicon.spelled_at(self.text, start) {
            // as most are
            Some((Some(Spelling { id, shape: Some(shape), plain }), end)) => {
                self.at = end;
                self.list.push(Word { start, end, id, shape, gap, plain, apart });
            }
            Some((None, end)) => self.other(gap, apart, Some(end)),
            _ => self.other(gap, apart, None),
        }
        Some(())
    }

    /// Adds the word that begins here, whatever it is; one that ends at `unspelled` is none of the lexicon.
    fn other(&mut self, gap: Gap, apart: bool, unspelled: Option<usize>) {
        let start = self.at;
        let mut read = self.word();
        if read.shape() == Shape::Capital {
            self.glue(start, &mut read);
        }
        let end = self.at;
        let raw = &self.text[start..end];
        let shape = read.shape();
        // neither a word of the lexicon nor one of a name has a digit
        let strange = read.digits > 0 || unspelled == Some(end);
        let spelled = if strange { None } else { self.lexicon.by_spelling(raw) };
        let id = match spelled {
            Some(id) => id,
            None if read.digits > 0 => Id::NONE,
            None if read.odd || shape != Shape::Small => self.intern(raw, shape != Shape::Small),
            None => Id::NONE,
        };
        self.list.push(Word { start, end, id, shape, gap, plain: raw.is_ascii(), apart });
    }

    fn intern(&mut self, raw: &'a str, capital: bool) -> Id {
        if let Some(&id) = self.raw.get(raw) {
            return id;
        }
        let form = exact(raw);
        // a bare `y` is a word of its own in the lexicon
        let is_bare_y = raw.is_ascii() && raw.ends_with(['y', 'Y']);
        let id = match self.lexicon.by_spelling(&form).filter(|_| !is_bare_y) {
            Some(id) => id,
            None if capital => {
                let next = self.lexicon.beyond(self.exact.len());
                *self.exact.entry(form).or_insert(next)
            }
            None => Id::NONE,
        };
        self.raw.insert(raw, id);
        id
    }

    /// Steps over what stands before the next word.
    fn gap(&mut self) -> Option<Gap> {
        let gap = if self.at == 0 { Gap::Paragraph } else { Gap::Blank };
        let (start, bytes) = (self.at, self.text.as_bytes());
        // as most words stand
        if start > 0 && bytes.get(start) == Some(&b' ') && begins_word(bytes, start + 1) {
            self.at += 1;
            return Some(gap);
        }
        self.gap_of_signs(gap)
    }

    fn gap_of_signs(&mut self, mut gap: Gap) -> Option<Gap> {
        let (start, bytes) = (self.at, self.text.as_bytes());
        let mut blanks = 0;
        loop {
            let byte = *bytes.get(self.at)?;
            let (letter, width) = if byte.is_ascii() {
                (byte as char, 1)
            } else {
                let letter = self.text[self.at..].chars().next()?;
                (letter, letter.len_utf8())
            };
            if letter == '['
                && let Some(note) = footnote(&bytes[self.at..])
            {
                self.at += note;
                continue;
            }
            match class(letter) {
                Class::Letter { .. } | Class::Digit => break,
                Class::Mark(_) | Class::Invisible => {}
                Class::Blank | Class::Other => {
                    blanks = if letter == ' ' { blanks + 1 } else { 0 };
                    let sign = if blanks == 4 { Some(Gap::Cell) } else { sign(letter) };
                    gap = match (gap, sign) {
                        (Gap::Line, Some(Gap::Line)) => Gap::Paragraph,
                        (Gap::Blank, Some(sign)) => sign,
                        (gap, _) => gap,
                    };
                }
            }
            self.at += width;
        }
        let glued = self.at - start == 1 && start > 0;
        Some(match gap {
            Gap::Dash if glued => Gap::Hyphen,
            Gap::Stop if glued => Gap::Dot,
            // `NN&PTNT`
            Gap::Other if glued && self.text[start..].starts_with('&') => Gap::Hyphen,
            gap => gap,
        })
    }

    /// Takes the small parts behind hyphens into a word with a capital: newspapers write foreign names so
    /// (`Phi-đen Ca-xtơ-rô`). Phrases of the lexicon stay words of their own (`Lê-nin`, `Xô-viết`).
    fn glue(&mut self, start: usize, read: &mut Letters) {
        let id = |raw: &str| self.lexicon.by_spelling(&exact(raw)).unwrap_or(Id::NONE);
        let bytes = self.text.as_bytes();
        let mut end = self.at;
        let mut ids = Vec::new();
        while bytes.get(end) == Some(&b'-') {
            let inside = |c| is_small(c) || matches!(class(c), Class::Mark(_) | Class::Invisible);
            let part = self.text[end + 1..].split(|c| !inside(c)).next().unwrap_or_default();
            let behind = end + 1 + part.len();
            let whole = self.text[behind..].chars().next().is_none_or(|c| !is_of_word(c));
            if part.is_empty() || !whole || ids.len() == MAX_PARTS {
                break;
            }
            if ids.is_empty() {
                ids.push(id(&self.text[start..end]));
            }
            ids.push(id(part));
            end = behind;
        }
        if ids.is_empty()
            || (2..=ids.len()).any(|len| self.lexicon.is_phrase(&ids[..len], !(kind::PLACE | kind::DISTRICT)))
            || self.is_name_in_parts(&ids, end)
        {
            return;
        }
        read.small += self.text[self.at..end].chars().filter(|&c| c != '-').count();
        self.at = end;
    }

    /// `Võ-nguyên-Giáp`: papers of 1945 to 1975 join the syllables of a name so.
    fn is_name_in_parts(&self, ids: &[Id], end: usize) -> bool {
        let mut behind = self.text[end..].chars();
        let goes_on = behind.next() == Some('-') && behind.next().is_some_and(is_capital);
        let flags = |id: &Id| self.lexicon.flags(*id);
        let [family, rest @ ..] = ids else { return false };
        let sure = if goes_on { flag::FAMILY } else { flag::STRONG };
        flags(family) & sure != 0
            && (goes_on || rest.len() >= 2)
            && rest.iter().all(|id| flags(id) & (flag::SYLLABLE | flag::FAMILY) != 0)
    }

    fn word(&mut self) -> Letters {
        let (start, bytes) = (self.at, self.text.as_bytes());
        let mut read = Letters::default();
        while let Some(&byte) = bytes.get(self.at) {
            let width = if byte.is_ascii() {
                let mut width = 1;
                match byte {
                    b'a'..=b'z' => read.small += 1,
                    b'A'..=b'Z' => read.capital(),
                    b'0'..=b'9' => read.digits += 1,
                    b'\'' if self.joins(start) || self.heads(start) => {}
                    b'/' if self.is_dong_chi(start) => {}
                    b'*' => {
                        let Some(stars) = self.splits(&read) else { break };
                        (width, read.odd) = (stars, true);
                    }
                    _ => break,
                }
                width
            } else {
                let Some(letter) = self.text[self.at..].chars().next() else { break };
                match class(letter) {
                    Class::Letter { capital: false, .. } => read.small += 1,
                    Class::Letter { .. } => read.capital(),
                    Class::Digit => read.digits += 1,
                    Class::Mark(_) | Class::Invisible => read.odd = true,
                    Class::Other if letter == '’' && (self.joins(start) || self.heads(start)) => {}
                    Class::Blank | Class::Other => break,
                }
                read.odd |= letter == '’' || with_stroke(letter) != letter;
                letter.len_utf8()
            };
            self.at += width;
        }
        read
    }

    /// An apostrophe inside a name: `H'Hen`, `K’Brơ`.
    fn joins(&self, start: usize) -> bool {
        let before = &self.text[start..self.at];
        let after = self.text[self.at..].chars().nth(1);
        before.len() <= 6
            && before.chars().count() <= 2
            && before.starts_with(is_capital)
            && after.is_some_and(|c| matches!(class(c), Class::Letter { .. }))
    }

    /// The apostrophe behind the head of a name that stands by itself: `H' Ler`, `K’ Brơm`.
    fn heads(&self, start: usize) -> bool {
        let mut behind = self.text[self.at..].chars().skip(1);
        matches!(&self.text[start..self.at], "H" | "K")
            && behind.next() == Some(' ')
            && behind.next().is_some_and(is_capital)
    }

    /// The length of markup inside a word, of which one letter is emphasized: `**đ**ường`, `GIÁM Đ****Ố****C`.
    fn splits(&self, read: &Letters) -> Option<usize> {
        let letters = read.small + read.capitals;
        let rest = &self.text[self.at..];
        let behind = rest.trim_start_matches('*');
        let splits = match class(behind.chars().next()?) {
            Class::Letter { capital: false, .. } => letters <= 2 && read.digits == 0,
            Class::Letter { .. } => read.small == 0 && read.digits == 0,
            _ => false,
        };
        splits.then_some(rest.len() - behind.len())
    }

    /// The stroke of `đ/c`.
    fn is_dong_chi(&self, start: usize) -> bool {
        let mut behind = self.text[self.at..].chars().skip(1);
        matches!(&self.text[start..self.at], "đ" | "Đ" | "d" | "D" | "Ð")
            && matches!(behind.next(), Some('c' | 'C'))
            && behind.next().is_none_or(|c| !is_of_word(c))
    }
}

/// The length of the mark of a footnote, `[13]`, which parts no words.
fn footnote(bytes: &[u8]) -> Option<usize> {
    let digits = bytes.iter().skip(1).take(4).take_while(|byte| byte.is_ascii_digit()).count();
    ((1..=3).contains(&digits) && bytes.get(digits + 1) == Some(&b']')).then_some(digits + 2)
}

/// Whether a letter or digit stands at `at`, as far as its bytes alone tell.
fn begins_word(bytes: &[u8], at: usize) -> bool {
    bytes.get(at).is_some_and(u8::is_ascii_alphanumeric) || letter_width(bytes, at).is_some()
}

fn is_small(c: char) -> bool {
    matches!(class(c), Class::Letter { capital: false, .. })
}

fn is_capital(c: char) -> bool {
    matches!(class(c), Class::Letter { capital: true, .. })
}

fn sign(letter: char) -> Option<Gap> {
    Some(match letter {
        '\n' => Gap::Line,
        ',' => Gap::Comma,
        ';' => Gap::Semicolon,
        ':' => Gap::Colon,
        _ if is_dash(letter) => Gap::Dash,
        '.' | '…' | '?' | '!' => Gap::Stop,
        '(' | '[' | '{' => Gap::Open,
        ')' | ']' | '}' => Gap::Close,
        _ if is_quote(letter) || is_single_quote(letter) => Gap::Quote,
        '|' | '\t' => Gap::Cell,
        '*' | '_' | '\r' => return None,
        _ if letter.is_whitespace() => return None,
        _ => Gap::Other,
    })
}
