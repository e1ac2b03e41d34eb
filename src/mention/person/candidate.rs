//! Capitalized words to stretches that may name a person, each with what speaks for and against it.
//!
//! One sweep from left to right; a list is judged by its head and by the members before.

mod extent;
mod foreign;
mod forms;
mod places;
mod verdict;

use super::lexicon::{Found, Lexicon, Needs, flag, kind};
use super::surroundings::{self, Left, Right};
use super::word::{Gap, Shape, Word};
use super::words::Words;

/// What is known of a stretch so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Verdict {
    /// A place, a body: speaks against the same words elsewhere.
    Not,
    /// A person if the same words are one elsewhere in the text.
    Perhaps,
    /// A person if the same words are no place elsewhere in the text.
    Likely,
    Person,
}

/// A stretch of words that may be a name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    /// Words from `start` up to `end`.
    pub start: usize,
    pub end: usize,
    pub verdict: Verdict,
    pub left: Left,
    /// The name of a well-known person.
    pub known: Option<&'static str>,
}

/// Which words a list has named so far.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Chain {
    Nothing,
    /// Places; whether a head announces them: `các xã: …`.
    Places(bool),
    /// So many people; a head that announces people counts as many.
    People(usize),
}

/// So many people in a row make the next member one, whatever it looks like.
const SURE: usize = 3;

/// So many stand for a head that announces people: `các đồng chí:`.
const ANNOUNCED: usize = 100;

/// All candidates of a text, in order.
pub(super) fn sweep(text: &str, words: &Words) -> Vec<Candidate> {
    let mut sweep = Sweep {
        text,
        words: &words.list,
        plain: words.plain,
        wrapped: words.wrapped,
        lexicon: Lexicon::get(),
        found: Vec::new(),
        chain: (0, Chain::Nothing),
        joined: 0,
    };
    let mut at = 0;
    while at < words.list.len() {
        if !words.list[at].capital() {
            at += 1;
            continue;
        }
        let end = sweep.run_end(at);
        at = sweep.read_run(at, end);
    }
    sweep.found
}

struct Sweep<'a> {
    text: &'a str,
    words: &'a [Word],
    plain: bool,
    wrapped: bool,
    lexicon: &'static Lexicon,
    found: Vec<Candidate>,
    /// The end of the last stretch that was judged, and what its list is.
    chain: (usize, Chain),
    /// The end of names that stand side by side with nothing between them.
    joined: usize,
}

impl Sweep<'_> {
    fn flags(&self, at: usize) -> u8 {
        let Some(word) = self.words.get(at) else { return 0 };
        let flags = self.lexicon.flags(word.id);
        if !self.lexicon.has(word.id) && self.has_head(word) {
            flag::STRONG
        } else if self.plain && word.plain {
            flags | self.lexicon.folded_flags(&self.text[word.start..word.end])
        } else {
            flags
        }
    }

    /// Judges the names in the capitalized words `start..end`; returns where to go on, which is behind `end`
    /// if the last name is longer: `V. I. Lê-nin`.
    fn read_run(&mut self, start: usize, end: usize) -> usize {
        let mut at = start;
        while at < end {
            at = self.read_at(start, at, end);
        }
        at
    }

    /// Judges what starts at `at`; returns where to go on.
    fn read_at(&mut self, run: usize, at: usize, end: usize) -> usize {
        let (words, lexicon) = (self.words, self.lexicon);
        // `11 thôn: Đoài, Hạ, Lê Lợi`
        if at == run && end - at <= 3 && self.chain_at(at) == Chain::Places(true) && self.is_bare(at) {
            return self.place(at, end, true);
        }
        let form = self.read_known(at, end).or_else(|| self.read_form(run, at, end));
        if let Some(next) = form.or_else(|| self.read_brand(at, end)) {
            return next;
        }
        let left = self.left(at);
        let titled = matches!(left, Left::Title(_) | Left::Many);
        if let Some(found) = lexicon.forward(words, at, kind::PLACE).filter(|found| at + found.len <= end) {
            // `(bí danh Thanh Sơn)`
            let alias = left == Left::Alias && (at..at + found.len).all(|n| self.flags(n) & flag::SYLLABLE != 0);
            let credited = left == Left::Byline && at + 2 == end;
            let given = found.len == 1 && (left == Left::Alias || credited || titled && self.is_given(at));
            let given = given || alias || self.is_credited(at, found);
            if !given && !self.is_longer_name(at, end, found) && !self.is_listed(at, found) {
                let announced = left == Left::Place && self.many_places(at) || self.chain_at(at) == Chain::Places(true);
                return self.place(at, at + found.len, announced);
            }
        }
        if let Some(found) = lexicon.forward(words, at, kind::OFFICE | kind::TITLE | kind::MANY | kind::PAIR) {
            let kin = found.len == 1 && found.kinds & (kind::OFFICE | kind::MANY) == 0;
            let title = kin && at == run && !titled && left != Left::Byline && self.leads_name(at, end);
            let pair = found.kinds & (kind::OFFICE | kind::TITLE | kind::MANY) == 0;
            let capitals = pair && at + found.len < end && words[at].shape == Shape::Capital;
            let family = capitals && self.flags(at) & flag::FAMILY != 0;
            if title || !kin && !family {
                return at + found.len;
            }
        }
        let flags = self.flags(at);
        // `PGS-TS-KTS Nguyễn …`, `AHLLVT Nguyễn …`
        let letters = words[at].shape == Shape::Upper && flags & flag::FAMILY == 0;
        if letters && at + 1 < end && words[at + 1].shape == Shape::Capital && self.flags(at + 1) & flag::FAMILY != 0 {
            return at + 1;
        }
        let head = lexicon.forward(words, at, kind::PLACE_HEAD | kind::NAMED_HEAD);
        // `ông Đình Anh`
        let named = |head: &Found| titled && head.len == 1 && end - at == 2 && flags & flag::SYLLABLE != 0;
        if let Some(head) = head.filter(|head| flags & flag::FAMILY == 0 && at + head.len < end && !named(head)) {
            return at + head.len;
        }
        let office = matches!(left, Left::Office | Left::Byline);
        let opens_list = words[at].gap == Gap::Colon && flags & flag::SYLLABLE == 0;
        if flags & flag::WORD != 0
            && (!titled || opens_list)
            && !(flags & flag::FAMILY != 0 && (office || self.middle_follows(at, end) || self.follows_people(at)))
        {
            return at + 1;
        }
        let family = flags & flag::FAMILY;
        if matches!(left, Left::Place) {
            return self.behind_head(at, end);
        }
        let opens = titled || matches!(left, Left::Office | Left::Byline | Left::Alias);
        if family == 0 && !opens {
            return self.other(run, at, end, left);
        }
        if flags & flag::BODY != 0 && !titled && !matches!(left, Left::Alias | Left::Byline) && family == 0 {
            return at + 1;
        }
        let stop = match self.first_of_joined(at, end) {
            Some(stop) => {
                self.joined = end;
                stop
            }
            None => self.name_end(at, end),
        };
        self.judge(run, at, stop, end, left, family)
    }

    /// Whether no title or office begins here.
    fn is_bare(&self, at: usize) -> bool {
        self.lexicon.forward(self.words, at, kind::OFFICE | kind::TITLE | kind::MANY).is_none()
    }

    /// A title that may be a name itself leads to one: `Anh Nguyễn Văn Hùng`, `Bà Thanh`.
    fn leads_name(&self, at: usize, end: usize) -> bool {
        // `Chu Đức, Bác Cổ, Hạng Anh`
        let listed = matches!(self.words[at].gap, Gap::Comma | Gap::Semicolon) && at + 2 == end;
        at + 1 < end
            && !(listed && self.lexicon.is(&self.words[at], kind::AGE))
            && (self.words[at].gap != Gap::Blank || self.flags(at + 1) & flag::STRONG != 0 || self.is_short_title(at))
    }

    /// `HLV`, `NSND`
    fn is_short_title(&self, at: usize) -> bool {
        let word = &self.words[at];
        word.shape == Shape::Upper && word.end - word.start > 2 && self.words[at + 1].shape == Shape::Capital
    }

    /// Whether the name of a country behind a title is a given name: `bà Nga`, but `phi công Nga`.
    fn is_given(&self, at: usize) -> bool {
        let calling = self.lexicon.backward(self.words, at, kind::RANK).is_some();
        self.flags(at) & flag::SYLLABLE != 0 && (!calling || self.acts(at + 1))
    }

    fn middle_follows(&self, at: usize, end: usize) -> bool {
        let syllable = |n: usize| self.flags(n) & flag::SYLLABLE != 0;
        at + 2 < end && (self.flags(at + 1) & flag::MIDDLE != 0 || syllable(at + 1) && syllable(at + 2))
    }

    /// `Hà Trung Kiên` begins like the district of Hà Trung.
    fn is_longer_name(&self, at: usize, end: usize, found: Found) -> bool {
        let behind = at + found.len;
        let rest = self.name_end(at, end).saturating_sub(behind);
        found.len == 2
            && rest == 1
            && behind + 1 == end
            && self.flags(at) & flag::FAMILY != 0
            && self.flags(behind) & flag::SYLLABLE != 0
            && self.flags(behind) & flag::STRONG == 0
            && self.words[at].shape == Shape::Capital
    }

    /// Whether a list of people announced by its head goes on with the words of a place.
    fn is_listed(&self, at: usize, found: Found) -> bool {
        let syllables = (at..at + found.len).all(|n| self.flags(n) & flag::SYLLABLE != 0);
        found.len == 2 && syllables && matches!(self.chain_at(at), Chain::People(count) if count >= ANNOUNCED)
    }

    /// Reads the name of a well-known person.
    fn read_known(&mut self, at: usize, end: usize) -> Option<usize> {
        let (words, lexicon) = (self.words, self.lexicon);
        let found = lexicon.forward(words, at, kind::KNOWN)?;
        let known = lexicon.known(&found)?;
        let stop = at + found.len;
        // `Mác-xen`
        let glued = words.get(stop).is_some_and(|next| next.gap == Gap::Hyphen && next.shape == Shape::Small);
        if found.len == 1 && glued {
            return None;
        }
        let left = self.left(at);
        let joined = stop < end && (self.name_end(at, end) > stop || self.flags(stop) & flag::SYLLABLE != 0);
        // `CHỦ TỊCH HỒ CHÍ MINH SỐNG MÃI`
        let heading = found.len > 2 && words[at].shape == Shape::Upper;
        if joined && found.len > 1 && !heading || stop > end && found.len == 1 || at > 0 && found.len == 1 && joined {
            return None;
        }
        let titled = matches!(left, Left::Title(_) | Left::Office | Left::OfficeFar | Left::Thought | Left::Many)
            || left == Left::Alias;
        let upper = words[at].shape == Shape::Upper && found.len == 1;
        let in_places = matches!(self.chain_at(at), Chain::Places(_)) && !titled;
        let verdict = match left {
            Left::Place | Left::Named => Verdict::Not,
            _ if in_places || upper => Verdict::Not,
            _ if known.needs == Needs::Text && !self.stands_alone(at) => return None,
            _ if known.needs == Needs::Text => Verdict::Perhaps,
            _ if known.needs == Needs::Title && !titled && !self.acts(stop) => Verdict::Perhaps,
            _ => Verdict::Person,
        };
        let chain = if verdict == Verdict::Not { Chain::Places(self.many_places(at)) } else { self.grown(at, left) };
        self.chain = (stop, chain);
        self.found.push(Candidate { start: at, end: stop, verdict, left, known: Some(known.name) });
        Some(stop)
    }

    /// Whether the words behind say what people do.
    fn acts(&self, stop: usize) -> bool {
        surroundings::right(self.text, self.lexicon, self.words, stop) == Right::Says
    }

    /// A word with a capital that no sentence and no longer word gives it: `lời dạy của Bác`.
    fn stands_alone(&self, at: usize) -> bool {
        let next = self.words.get(at + 1).filter(|next| matches!(next.gap, Gap::Blank | Gap::Line));
        let pair = next.is_some_and(|next| next.capital() || self.lexicon.is_phrase(&[self.words[at].id, next.id], !0));
        self.words[at].gap == Gap::Blank && !pair
    }

    /// Capitalized words without a family name, whole between two gaps: a name only if a list or
    /// another place in the text says so.
    fn other(&mut self, run: usize, at: usize, end: usize, left: Left) -> usize {
        let len = end - at;
        let free = |n: usize| {
            let flags = self.flags(n);
            flags & (flag::BODY | flag::WORD) == 0 || flags & flag::SYLLABLE != 0
        };
        let next = &self.words[at];
        let unknown = !self.lexicon.has(next.id) && next.shape == Shape::Capital;
        let member = matches!(self.chain_at(at), Chain::People(count) if count >= ANNOUNCED)
            && self.flags(at) & flag::SYLLABLE != 0;
        let inside = at != run && self.chain.0 != at && self.flags(at - 1) & (flag::WORD | flag::FOREIGN) != flag::WORD;
        if inside
            || len > 4
            || len < 2 && !unknown && !member
            || next.shape == Shape::Upper
            || !(at..end).all(free)
            || self.opens_body(end)
        {
            return at + 1;
        }
        let mixed = self.is_mixed_name(at, end);
        if !mixed && (at + 1..end).any(|n| self.flags(n) & flag::STRONG != 0 && end - n >= 2) {
            return at + 1;
        }
        let whole = self.words.get(end).is_none_or(|word| word.gap != Gap::Blank || self.lexicon.is(word, kind::JOIN));
        let foreign = (at..end).all(|n| self.is_strange(n))
            && !(at > 0
                && matches!(&self.text[self.words[at - 1].start..self.words[at - 1].end], "the" | "of" | "in" | "a"));
        let right = surroundings::right(self.text, self.lexicon, self.words, end);
        let syllables = (at..end).all(|n| self.flags(n) & flag::SYLLABLE != 0);
        let whole_run = self.words[at].shape == Shape::Capital && !self.opens_body(end);
        let verdict = match (self.chain_at(at), left) {
            // `Công ty cổ phần James …`
            (_, Left::Named) if next.gap == Gap::Blank && self.is_strange(at) && !self.acts(end) => Verdict::Perhaps,
            (Chain::Places(announced), _) => {
                if announced {
                    Verdict::Not
                } else {
                    Verdict::Perhaps
                }
            }
            (Chain::People(count), _) if count >= SURE && whole => Verdict::Person,
            (Chain::People(_), _) if len >= 2 && whole_run && right != Right::Nothing => Verdict::Likely,
            _ if self.is_called_and_lives(at, end) => Verdict::Likely,
            // `(ngày 3 tháng 5 năm 2019)` stands behind the author of an article
            _ if right == Right::Dated && len == 2 && self.words[at].gap != Gap::Blank && syllables => Verdict::Person,
            // what follows a person's name directly is the rest of a headline
            (_, Left::OfficeFar) if len >= 2 && foreign && !self.follows_person(at) => Verdict::Likely,
            _ if len >= 2 && right != Right::Nothing && foreign => Verdict::Likely,
            _ if (2..=3).contains(&len) && self.is_pinyin_name(at, end) => Verdict::Likely,
            _ if len >= 2
                && self.opens_foreign_name(at)
                && !self.is_initial(end - 1)
                && (self.is_foreign_name(at + 1, end) || self.is_plain_name(at + 1, end)) =>
            {
                Verdict::Likely
            }
            _ if mixed || self.is_initialed(at, end) => Verdict::Likely,
            (Chain::People(_), _) if len >= 2 && foreign && whole => Verdict::Likely,
            _ if len >= 2 && foreign && self.ends_foreign_name(end) && left != Left::At => Verdict::Likely,
            _ => Verdict::Perhaps,
        };
        let chain = match (verdict, self.chain_at(at)) {
            (Verdict::Person, _) => self.grown(at, left),
            (Verdict::Likely, _) if foreign => self.grown(at, left),
            (_, Chain::Places(announced)) => Chain::Places(announced),
            _ => Chain::Nothing,
        };
        self.chain = (end, chain);
        self.found.push(Candidate { start: at, end, verdict, left, known: None });
        end
    }

    /// Whether a list of people goes on: `Đinh Núp, A Sanh`.
    fn follows_people(&self, at: usize) -> bool {
        matches!(self.chain_at(at), Chain::People(_)) && self.words[at].gap == Gap::Comma
    }

    fn follows_person(&self, at: usize) -> bool {
        self.chain.0 == at && matches!(self.chain.1, Chain::People(_))
    }

    /// What the list is that goes on at `at`.
    fn chain_at(&self, at: usize) -> Chain {
        let (end, chain) = self.chain;
        let word = &self.words[at];
        let crossing = word.gap == Gap::Dash && chain == Chain::Places(true);
        // `Ảnh: Quốc Khánh - Minh Đức`
        let credits = word.gap == Gap::Dash && self.found.last().is_some_and(|last| last.left == Left::Byline);
        let next = end == at && (crossing || credits || matches!(word.gap, Gap::Comma | Gap::Semicolon | Gap::Hyphen));
        let joined = at == end + 1
            && end > 0
            && word.gap == Gap::Blank
            && self.lexicon.is_phrase(&[self.words[end].id], kind::JOIN);
        if next || joined { chain } else { Chain::Nothing }
    }

    /// The list with one person more.
    fn grown(&self, at: usize, left: Left) -> Chain {
        match (left, self.chain_at(at)) {
            (Left::Many, _) => Chain::People(ANNOUNCED),
            (_, Chain::People(count)) => Chain::People(count + 1),
            _ => Chain::People(1),
        }
    }
}
