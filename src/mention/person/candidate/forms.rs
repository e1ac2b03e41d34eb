//! Names of other forms than family, middle and given name.

use super::spot::Spot;
use super::{Candidate, Chain, Sweep, Verdict};
use crate::mention::lists::{BEFORE_BIRTH_RANK, BIRTH_RANKS, NOT_BEFORE_PRINCE, OLD_RANKS, PAIRED_LANDS};
use crate::mention::person::canonical::is_of_name;
use crate::mention::person::lexicon::{flag, kind};
use crate::mention::person::surroundings::{self, Left, Right};
use crate::mention::person::word::{Gap, Shape, Word, is_letters};
use crate::text::is_listed;
use crate::text::syllable::is_syllable;

/// A person has no more baptismal names.
const MAX_BAPTISMAL: usize = 4;

/// A name joined by hyphens has no more syllables, one of letters no more letters.
const MAX_JOINED: usize = 5;

/// `Phêrô Nguyễn Văn Lộc`, `cha Phêrô`
pub(super) fn baptized_name(sweep: &mut Sweep<'_>, spot: &Spot) -> Option<usize> {
    let &Spot { at, end, .. } = spot;
    let mut next = at;
    while let Some(found) = sweep.lexicon.forward(sweep.words, next, kind::BAPTISM) {
        if next + found.len > end || next + found.len - at > MAX_BAPTISMAL {
            break;
        }
        next += found.len;
    }
    if next == at {
        return None;
    }
    let left = spot.left(sweep);
    let titled = matches!(left, Left::Title(_) | Left::Many | Left::Alias);
    let full = sweep.flags(next) & flag::FAMILY != 0 && next < end && (end - next >= 2 || titled);
    let given = titled && (next == end || next + 1 == end && sweep.flags(next) & flag::SYLLABLE != 0);
    match left {
        Left::Place => None,
        _ if full => Some(sweep.name(at, sweep.name_end(next, end), Verdict::Person, left)),
        _ if given => Some(sweep.name(at, end, Verdict::Person, left)),
        _ => None,
    }
}

/// `N.T.D.`, `anh T.`: letters that stand for a name.
pub(super) fn letters_for_name(sweep: &mut Sweep<'_>, spot: &Spot) -> Option<usize> {
    let &Spot { at, end, .. } = spot;
    if end - at > MAX_JOINED || !is_letters(sweep.raw(at)) || !sweep.spells_name(at, end) {
        return None;
    }
    let left = spot.left(sweep);
    let titled = match left {
        // `A. MỤC TIÊU`
        _ if sweep.words[at].gap != Gap::Blank && end - at == 1 => false,
        Left::Title(kind::ONE) => false,
        Left::Title(_) => true,
        Left::Many | Left::Alias => end - at > 1,
        _ => end - at > 1 && sweep.tells_age(end),
    };
    titled.then(|| sweep.name(at, end, Verdict::Person, left))
}

/// `bà Ba Thi`, `bí danh Mười Cúc`: people of the south are called by the order of their birth too.
pub(super) fn called_by_birth_rank(sweep: &mut Sweep<'_>, spot: &Spot) -> Option<usize> {
    let &Spot { at, end, .. } = spot;
    let given = |n: usize| sweep.words[n].shape == Shape::Capital && is_syllable(sweep.raw(n));
    if !(2..=3).contains(&(end - at)) || !is_listed(sweep.raw(at), BIRTH_RANKS) || !(at + 1..end).all(given) {
        return None;
    }
    let other = kind::PLACE | kind::PAIR | kind::KNOWN | kind::OFFICE | kind::NAMED_HEAD;
    if (at..end).any(|n| sweep.lexicon.forward(sweep.words, n, other).is_some_and(|found| found.len > 1)) {
        return None;
    }
    let left = if sweep.is_aside(at, end) { Left::Alias } else { spot.left(sweep) };
    // `thầy Tư Đành`, `thằng Út Nhỡ`
    let led = at > 0 && sweep.words[at].gap == Gap::Blank && is_listed(sweep.raw(at - 1), BEFORE_BIRTH_RANK);
    let called = match left {
        Left::Alias => true,
        Left::Title(title) => title != kind::TWO || led,
        _ => led,
    };
    // `Út Ráng cũng trốn`, where the text calls somebody so elsewhere
    let family = sweep.flags(at) & flag::FAMILY != 0;
    let elsewhere = || !family && matches!(left, Left::Nothing | Left::OfficeFar | Left::At) && end - at == 2;
    if called {
        Some(sweep.name(at, end, Verdict::Person, left))
    } else if end - at == 2 && sweep.follows_person_in_list(at) {
        Some(sweep.name(at, end, Verdict::Likely, left))
    } else if elsewhere() {
        sweep.found.push(Candidate::new(at..end, Verdict::Perhaps, Left::Nothing, ""));
        Some(end)
    } else {
        None
    }
}

/// `Bí danh, tên gọi khác: Hai Nghĩa, Việt Hà`: a list of names of one person behind a label.
pub(super) fn another_alias(sweep: &mut Sweep<'_>, spot: &Spot) -> Option<usize> {
    let &Spot { at, end, .. } = spot;
    let behind = sweep.words[at].gap == Gap::Comma && (2..=3).contains(&(end - at));
    let before = sweep.found.last().filter(|before| behind && before.end == at && before.left == Left::Alias)?;
    let listed = matches!(sweep.words[before.start].gap, Gap::Colon | Gap::Comma);
    let syllable = |n: usize| sweep.words[n].shape == Shape::Capital && is_syllable(sweep.raw(n));
    let known = || sweep.phrase_at(at, kind::OFFICE | kind::TITLE | kind::PLACE_HEAD | kind::NAMED_HEAD).is_some();
    (listed && (at..end).all(syllable) && !known()).then(|| sweep.name(at, end, Verdict::Person, Left::Alias))
}

/// `cụ Cử Hoàng Văn Giản`: by what a scholar or official is called before his name.
pub(super) fn rank_before_name(sweep: &mut Sweep<'_>, spot: &Spot) -> Option<usize> {
    let &Spot { at, end, .. } = spot;
    let next = at + 1;
    let family = sweep.flags(next);
    let whole = end - next >= 2 && family & flag::STRONG != 0 || end - next >= 3 && family & flag::FAMILY != 0;
    let called = whole && spot.is_titled(sweep) && is_listed(sweep.raw(at), OLD_RANKS);
    (called && sweep.words[next].shape == sweep.words[at].shape).then_some(next)
}

/// `H'Nhương`: one word with the head of women and men of the highlands.
pub(super) fn highland_name(sweep: &mut Sweep<'_>, spot: &Spot) -> Option<usize> {
    let &Spot { at, end, .. } = spot;
    let word = &sweep.words[at];
    let headed = end - at == 1
        && matches!(sweep.text.as_bytes()[word.start], b'H' | b'K')
        && sweep.has_head(word)
        && word.end - word.start > 4;
    if !headed || sweep.lexicon.forward(sweep.words, at, kind::PLACE).is_some() {
        return None;
    }
    let left = spot.left(sweep);
    let place = matches!(left, Left::Place | Left::Named | Left::At);
    (!place).then(|| sweep.name(at, end, Verdict::Likely, left))
}

/// `Chiêu Minh Vương`, `Tùng Thiện Vương Miên Thẩm`: two syllables of a title and `Vương`.
pub(super) fn prince(sweep: &mut Sweep<'_>, spot: &Spot) -> Option<usize> {
    let &Spot { at, end, .. } = spot;
    if !spot.begins_run() {
        return None;
    }
    let great = usize::from(at + 3 < end && sweep.raw(at + 2) == "Đại");
    let stop = at + 3 + great;
    if stop > end || !is_listed(sweep.raw(stop - 1), &["Vương"]) || is_listed(sweep.raw(at + 1), NOT_BEFORE_PRINCE) {
        return None;
    }
    let syllable = |n: usize| sweep.words[n].shape == Shape::Capital && is_syllable(sweep.raw(n));
    let place = sweep.lexicon.forward(sweep.words, at, kind::PLACE).is_some();
    let opens = place || sweep.flags(at) & (flag::STRONG | flag::WORD | flag::BODY) != 0;
    let left = spot.left(sweep);
    if opens || !(at..end).all(syllable) || matches!(left, Left::Place | Left::Named | Left::At) {
        return None;
    }
    let own = end - stop <= 2 && end > stop && sweep.flags(stop) & flag::STRONG == 0;
    Some(sweep.name(at, if own { end } else { stop }, Verdict::Likely, left))
}

impl Sweep<'_> {
    /// Notes a name; the step that is for it is the rule.
    pub(super) fn name(&mut self, at: usize, stop: usize, verdict: Verdict, left: Left) -> usize {
        self.chain = (stop, self.grown(at, left));
        self.found.push(Candidate::new(at..stop, verdict, left, ""));
        stop
    }

    /// Whether a list of people goes on: `hai đồng chí A và Ba Nghĩa`.
    fn follows_person_in_list(&self, at: usize) -> bool {
        matches!(self.chain_at(at), Chain::People(_))
    }

    /// Whether the words are letters with full stops between or behind them.
    fn spells_name(&self, at: usize, end: usize) -> bool {
        let stopped = |pair: &[Word]| {
            let [a, b] = pair else { return false };
            self.text[a.end..b.start].trim_end_matches(' ') == "."
        };
        (at..end).all(|n| is_letters(self.raw(n)))
            && self.words[at..end].windows(2).all(stopped)
            && (end - at > 1 || self.is_cut_short(at))
    }

    /// Whether a word is letters before a full stop: the end of `Lê Thị Nh.`.
    pub(super) fn is_cut_short(&self, at: usize) -> bool {
        is_letters(self.raw(at)) && self.text[self.words[at].end..].starts_with('.')
    }

    /// `(SN 1977)`, `, 46 tuổi`
    fn tells_age(&self, end: usize) -> bool {
        let years = || self.words.get(end + 1).is_some_and(|next| self.text[next.start..next.end] == *"tuổi");
        let apart =
            self.words.get(end).is_some_and(|word| self.text[self.words[end - 1].end..word.start].contains(['(', ',']));
        apart && years() || surroundings::right(self.text, self.lexicon, self.words, end) == Right::Says
    }

    /// Whether brackets behind a person hold the words and nothing else.
    fn is_aside(&self, at: usize, end: usize) -> bool {
        self.words[at].gap == Gap::Open
            && self.found.last().is_some_and(|before| before.end == at && before.verdict >= Verdict::Likely)
            && self.text[self.words[end - 1].end..].starts_with(')')
    }

    /// Whether a word has the head of the names of the highlands before an apostrophe and a capital: `N'Trang`, `H'Bé`,
    /// `K’Brơm`, but not the people of the `H'mông`.
    pub(super) fn has_head(&self, word: &Word) -> bool {
        let rest = match &self.text.as_bytes()[word.start..word.end] {
            [b'H' | b'K' | b'N' | b'R', b'\'', rest @ ..]
            | [b'H' | b'K' | b'N' | b'R', 0xE2, 0x80, 0x99, rest @ ..] => rest,
            _ => return false,
        };
        rest.first().is_none_or(|first| !first.is_ascii_lowercase())
    }

    /// A strong family name and two syllables or more behind it, each with a capital: `Lê-Công-Lập`, whatever the last
    /// ones say.
    pub(super) fn is_joined_name(&self, at: usize, end: usize) -> bool {
        let joined = |n: usize| n == at || self.words[n].gap == Gap::Hyphen;
        let family = self.flags(at) & flag::STRONG != 0;
        end - at >= 3 && family && (at..end).all(|n| joined(n) && self.words[n].shape == Shape::Capital)
    }

    /// The end of the syllables of names that hyphens join from `at` on: `Võ-nguyên-Giáp`, `Kim-Ngân`.
    pub(super) fn hyphenated_end(&self, at: usize) -> Option<usize> {
        let joined = |n: &usize| self.words.get(*n).is_some_and(|word| word.gap == Gap::Hyphen);
        let end = (at + 1..).take(MAX_JOINED).find(|n| !joined(n))?;
        let other = kind::PLACE | kind::PAIR | kind::OFFICE | kind::TITLE | kind::NAMED_HEAD;
        let phrase = |n: usize| self.lexicon.forward(self.words, n, other).is_some_and(|found| found.len > 1);
        // `Hàn-Việt`, `Lê-Trịnh`
        let pair = end - at == 2
            && (self.flags(at + 1) & flag::STRONG != 0 || (at..end).all(|n| PAIRED_LANDS.contains(&self.raw(n))));
        // `Toán-Đào Thị Ngọc`
        let goes_on = self.words.get(end).is_some_and(|word| word.gap == Gap::Blank && word.capital());
        (!pair
            && end - at >= 2
            && !(goes_on && end - at == 2)
            && self.words[end - 1].shape == self.words[at].shape
            && (at..end).all(|n| is_of_name(self.text, &self.words[at..end], n - at))
            && (self.is_joined_name(at, end) || !(at..end).any(phrase)))
        .then_some(end)
    }
}
