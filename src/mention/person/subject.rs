//! The sentences of a text to the person whom each is about, whom `ông` or `bà` means there.
//!
//! It is who is named first in a sentence as what it is about, else who was so before; in a new paragraph it is again
//! the person of the section or of the document, where its title or first sentence tells one.

mod aside;
mod entries;
mod pronouns;
mod teller;

use rustc_hash::FxHashMap;

pub(crate) use self::pronouns::pronouns;
use self::pronouns::{Sex, WORDS, is_comrade, is_teacher};
use super::candidate::Candidate;
use super::lexicon::{Lexicon, flag, kind};
use super::mention::PersonMention;
use super::surroundings::{Left, lives_below};
use super::word::{Gap, Id, Shape, Word};
use crate::mention::lists::{BIRTHS, DEATHS, LIFE_HEADINGS};

/// Whom the sentences of a text are about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Subjects {
    /// From which byte on it is whom, by the index among those named.
    turns: Vec<(usize, Option<usize>)>,
    /// From which byte on the section is about whom, where its heading or the title tells it.
    topics: Vec<(usize, Option<usize>)>,
    /// The person whose life the document tells, by the same index.
    life: Option<usize>,
    /// From which byte on the line is an entry on whom, in a list of lives.
    entries: Vec<(usize, Option<usize>)>,
    /// The person who tells the text: whom `tôi` means.
    narrator: Option<usize>,
    /// Which of those named are one person: the index of the first of each.
    first: Vec<usize>,
    /// Whether `thầy` means the person whose life the document tells.
    teacher: bool,
    /// Who is named only as kin of the one before.
    kin: Vec<bool>,
    /// Who stands behind words that make it no subject.
    led: Vec<bool>,
    /// Where the titles of each begin.
    heads: Vec<usize>,
    /// Whose name is that of a government: `chống chính phủ A`.
    governments: Vec<bool>,
}

impl Subjects {
    /// The person whom the sentence at a byte is about.
    pub(crate) fn at(&self, byte: usize) -> Option<usize> {
        let next = self.turns.partition_point(|(from, _)| *from <= byte);
        self.turns[..next].last()?.1
    }

    /// The person whom the section or document is about, as its heading or title tells.
    pub(crate) fn topic(&self, byte: usize) -> Option<usize> {
        let next = self.topics.partition_point(|(from, _)| *from <= byte);
        self.topics[..next].last()?.1.or(self.life)
    }

    /// The person whose life the document tells.
    pub(crate) fn life(&self) -> Option<usize> {
        self.life
    }

    /// The person whose life the document tells, or the line at a byte as an entry in a list of lives.
    pub(crate) fn life_at(&self, byte: usize) -> Option<usize> {
        let next = self.entries.partition_point(|(from, _)| *from <= byte);
        self.life.or_else(|| self.entries[..next].last()?.1)
    }

    /// The person who tells the document.
    pub(crate) fn narrator(&self) -> Option<usize> {
        self.narrator
    }

    /// Whether two of those named are one person.
    pub(crate) fn is_same(&self, one: usize, other: usize) -> bool {
        self.first.get(one) == self.first.get(other)
    }

    /// Whether somebody is named only as kin of the one before: B in `A, con trưởng cụ B, …`.
    pub(crate) fn is_kin(&self, n: usize) -> bool {
        self.kin.get(n) == Some(&true)
    }

    /// Whether somebody stands behind words, and a title, that make it no subject: `thay Thiếu tướng A`.
    pub(crate) fn is_led(&self, n: usize) -> bool {
        self.led.get(n) == Some(&true)
    }

    /// Whether somebody is named only as who leads a government: `chống chính phủ A`.
    pub(crate) fn leads_government(&self, n: usize) -> bool {
        self.governments.get(n) == Some(&true)
    }

    /// The byte at which the titles before a name begin, or the name.
    pub(crate) fn head(&self, n: usize) -> usize {
        self.heads.get(n).copied().unwrap_or_default()
    }

    /// Whether a word stands for a person by itself: `ông`, or the last of `đồng chí`.
    pub(super) fn is_pronoun(&self, words: &[Word], at: usize) -> bool {
        WORDS.pronouns.iter().any(|(known, _)| *known == words[at].id)
            || is_comrade(words, at)
            || self.teacher && is_teacher(words, at)
    }

    /// Whether `thầy` means the person whose life the document tells.
    pub(crate) fn has_teacher(&self) -> bool {
        self.teacher
    }

    /// Whether whoever is named behind a word is not whom the sentence is about.
    pub(super) fn is_oblique(&self, id: Id) -> bool {
        WORDS.oblique.contains(&id)
    }
}

/// How far from its begin a text tells whose life it is, in words.
const LEAD: usize = 300;

/// No more words before the subject of a sentence are read.
const HEAD: usize = 60;

/// No more people that were spoken of before are compared.
const RECENT: usize = 8;

/// No title with such words goes on for more.
const TITLE: usize = 10;

/// No label before a name has more words: `Họ và tên khai sinh`.
const LABEL: usize = 8;

/// Within how many words of a name a birth stands, and a death.
const NEAR: usize = 16;
const FAR: usize = 45;

/// So many lives are a list of people.
const MANY: usize = 3;

/// Reads whom the sentences are about; `named` are `people` in the same order.
pub(super) fn read(text: &str, words: &[Word], people: &[Candidate], named: &[PersonMention]) -> Subjects {
    if people.is_empty() {
        return Subjects::default();
    }
    let mut first: FxHashMap<&str, usize> = FxHashMap::default();
    let first = named.iter().enumerate().map(|(n, mention)| *first.entry(&mention.name).or_insert(n)).collect();
    let mut reader = Reader {
        text,
        words,
        people,
        named,
        lexicon: Lexicon::get(),
        women: FxHashMap::default(),
        recent: Vec::new(),
        entry: None,
        held: None,
        subjects: Subjects { first, ..Subjects::default() },
    };
    reader.read();
    reader.subjects
}

struct Reader<'a> {
    text: &'a str,
    words: &'a [Word],
    people: &'a [Candidate],
    named: &'a [PersonMention],
    lexicon: &'static Lexicon,
    /// Whether those are women whose title or name tells it.
    women: FxHashMap<&'a str, bool>,
    /// Those whom sentences were about, the last at the end.
    recent: Vec<usize>,
    /// Whose entry of a list of lives the line is, and the entry whose name and years fill the line above.
    entry: Option<usize>,
    held: Option<usize>,
    subjects: Subjects,
}

impl Reader<'_> {
    fn read(&mut self) {
        let named = self.named;
        for (n, mention) in named.iter().enumerate() {
            if let Some(woman) = self.woman(n) {
                self.women.entry(&mention.name).or_insert(woman);
            }
        }
        (self.subjects.kin, self.subjects.led, self.subjects.heads) = (self.kin(), self.led(), self.heads());
        self.subjects.governments = self.governments();
        self.subjects.narrator = self.narrator();
        let document = self.document().or(self.subjects.narrator);
        self.subjects.life = document.filter(|_| self.tells_life(document));
        self.subjects.teacher = self.subjects.life.is_some_and(|life| self.is_called_teacher(life));
        let (mut section, mut about) = (document, document);
        self.subjects.topics.push((0, document));
        let lists = self.lists_lives();
        // whose life the line tells that begins with a name and a birth: `A (1862 – 1929) là …`
        let mut line = None;
        // whether the paragraph has spoken of somebody
        let mut spoken = false;
        let mut start = 0;
        while start < self.words.len() {
            let end = (start + 1..self.words.len()).find(|&at| self.begins(at)).unwrap_or(self.words.len());
            if self.is_heading(start) {
                (self.entry, self.held) = (None, None);
                section = self.alone(start, end).or(document);
                about = section;
                self.subjects.topics.push((self.words[start].start, section));
            } else {
                if self.breaks(start) > 1 {
                    about = section.or(about);
                    spoken = false;
                }
                if lists {
                    self.enter(start, end);
                }
                if self.subjects.entries.last().is_none_or(|(_, last)| *last != self.entry) {
                    self.subjects.entries.push((self.words[start].start, self.entry));
                }
                if self.breaks(start) > 0 {
                    line = self.begun_life(start, end);
                }
                // a life goes on with whom it tells
                let known = line.or(self.subjects.life).or(self.entry);
                let before = known.or(about);
                about = self.subject(start, end, before);
                spoken |= about != before;
                if known.is_none() && !spoken {
                    about = self.alone_and_named(start, end).or(about);
                }
            }
            if let Some(person) = about {
                self.recent.retain(|known| self.named[*known].name != self.named[person].name);
                self.recent.push(person);
                if self.recent.len() > RECENT {
                    self.recent.remove(0);
                }
            }
            if self.subjects.turns.last().is_none_or(|(_, last)| *last != about) {
                self.subjects.turns.push((self.words[start].start, about));
            }
            start = end;
        }
    }

    /// Whether a sentence or line begins with a word.
    fn begins(&self, at: usize) -> bool {
        let word = &self.words[at];
        match word.gap {
            Gap::Blank | Gap::Hyphen => false,
            Gap::Paragraph | Gap::Stop => true,
            _ => self.breaks(at) > 0 && word.shape != Shape::Small,
        }
    }

    /// How many lines end before a word.
    fn breaks(&self, at: usize) -> usize {
        let from = at.checked_sub(1).map_or(0, |before| self.words[before].end);
        self.text[from..self.words[at].start].bytes().filter(|byte| *byte == b'\n').count()
    }

    /// Whether a line with the mark of a heading begins with a word.
    fn is_heading(&self, at: usize) -> bool {
        let before = self.text[..self.words[at].start].trim_end_matches([' ', '*']);
        before.ends_with('#')
    }

    /// The one person whom `start..end` names.
    fn alone(&self, start: usize, end: usize) -> Option<usize> {
        let first = self.people.partition_point(|person| person.start < start);
        let here = self.people[first..].iter().take_while(|person| person.start < end).count();
        (here == 1).then_some(first)
    }

    /// The one person whom a sentence names that no pronoun stands in: `Lễ cử hành cho linh mục A.`
    fn alone_and_named(&self, start: usize, end: usize) -> Option<usize> {
        let alone = self.alone(start, end)?;
        let pronoun = |at: usize| self.pronoun(at, self.people.partition_point(|person| person.start < at)).is_some();
        let person = &self.people[alone];
        let aside = self.subjects.is_kin(alone) || self.is_of_event(person.start - self.title(person));
        (!aside && !(start..end).any(pronoun)).then_some(alone)
    }

    /// The person whom the document is about: who is alone in its title, or whose life its first sentences tell.
    fn document(&self) -> Option<usize> {
        let end = (1..self.words.len()).find(|&at| self.breaks(at) > 0);
        let title = end.filter(|end| *end <= HEAD).and_then(|end| self.alone(0, end));
        title.or_else(|| self.labelled()).or_else(|| {
            let lead = self.people.iter().take_while(|person| person.start < LEAD).count();
            let told = (0..lead).find(|&n| self.is_born(n) || self.is_dead(n));
            let first = told.or_else(|| (lead > 0 && self.is_headed_as_life()).then_some(0))?;
            // a list of people is nobody's life
            let mut others: Vec<&str> = Vec::new();
            for n in (0..self.people.len()).filter(|&n| self.is_born(n)) {
                if !others.contains(&&*self.named[n].name) && others.len() < MANY {
                    others.push(&self.named[n].name);
                }
            }
            (others.len() < MANY).then_some(first)
        })
    }

    /// The one person whose name a form asks for at its head: `Họ và tên: A`.
    fn labelled(&self) -> Option<usize> {
        let is = |at: usize, word: &str| Some(self.words[at].id) == self.lexicon.by_spelling(word);
        let asked = |n: &usize| {
            let start = self.people[*n].start;
            let label = start.saturating_sub(LABEL)..start;
            let named = |at: &usize| is(*at, "họ") && (at + 1..start).any(|at| is(at, "tên"));
            let head = label.clone().find(named);
            self.words[start].gap == Gap::Colon
                && head.is_some_and(|head| !(head + 1..=start).any(|at| self.breaks(at) > 0))
        };
        let mut all = (0..self.people.len()).filter(asked);
        let first = all.next().filter(|first| self.people[*first].start < LEAD)?;
        all.all(|other| self.named[other].name == self.named[first].name).then_some(first)
    }

    fn spells(&self, at: usize, spelling: &str) -> bool {
        let id = self.lexicon.by_spelling(spelling);
        id.is_some() && self.words.get(at).is_some_and(|word| Some(word.id) == id)
    }

    /// Whether the first lines say that a text tells a life: `SƠ YẾU LÝ LỊCH`, `Tin buồn`.
    fn is_headed_as_life(&self) -> bool {
        self.is_headed(LIFE_HEADINGS)
    }

    /// Whether one of the first lines begins with one of these words.
    fn is_headed(&self, pairs: &[&str]) -> bool {
        let pairs: Vec<_> = pairs.iter().filter_map(|pair| self.pair(pair)).collect();
        let head = &self.words[..self.words.len().min(HEAD)];
        head.windows(2).enumerate().any(|(at, pair)| {
            let line = (0..=at).rev().find(|&at| at == 0 || self.breaks(at) > 0).unwrap_or(0);
            at - line <= 3
                && pair[0].capital()
                && pair[1].gap == Gap::Blank
                && pairs.contains(&[pair[0].id, pair[1].id])
                && (at + 2 >= self.words.len()
                    || (at + 2..at + TITLE).any(|at| at < self.words.len() && self.breaks(at) > 0))
        })
    }

    /// Whether a birth or the years of a life stand right behind a name and its brackets.
    fn is_born(&self, n: usize) -> bool {
        let at = self.people[n].end;
        let Some(word) = self.words.get(at) else { return false };
        // the name alone on the line above: `LÒ VĂN ÉN⏎Sinh ngày …`
        let below = word.gap == Gap::Line && self.breaks(self.people[n].start) > 0 && self.says_soon(at, 2, BIRTHS);
        let near = matches!(word.gap, Gap::Blank | Gap::Comma | Gap::Open | Gap::Dash | Gap::Close);
        let years = word.gap == Gap::Open && word.shape == Shape::Other;
        let row = lives_below(self.text, self.words, at);
        below || row || near && (years || self.says_soon(at, NEAR, BIRTHS) || self.is_born_soon(at))
    }

    /// Whether a death is told of whom a sentence names first, in full, and hardly anybody is named before.
    fn is_dead(&self, n: usize) -> bool {
        let whole = self.people[n].end - self.people[n].start > 1;
        whole && n < MANY && self.says_soon(self.people[n].end, FAR, DEATHS)
    }

    /// Whether `sinh` stands before figures in a sentence among the next words: `A, con trưởng cụ B, sinh 2-10-1905`.
    fn is_born_soon(&self, at: usize) -> bool {
        let behind = self.words.get(at..).unwrap_or_default();
        let here = behind.iter().take(NEAR).take_while(|word| !matches!(word.gap, Gap::Stop | Gap::Paragraph));
        let years = here
            .into_iter()
            .zip(&behind[behind.len().min(1)..])
            .position(|(_, next)| next.shape == Shape::Other && next.gap == Gap::Blank);
        years.is_some_and(|last| self.spells(at + last, "sinh"))
    }

    /// Whether one of these pairs of words stands in a sentence among the next words.
    fn says_soon(&self, at: usize, most: usize, pairs: &[&str]) -> bool {
        let behind = self.words.get(at..).unwrap_or_default();
        let here = behind.iter().take(most).take_while(|word| !matches!(word.gap, Gap::Stop | Gap::Paragraph));
        let here: Vec<Id> = here.map(|word| word.id).collect();
        pairs.iter().filter_map(|pair| self.pair(pair)).any(|pair| here.windows(2).any(|ids| ids == pair))
    }

    /// The two words of a pair in the lexicon.
    fn pair(&self, pair: &str) -> Option<[Id; 2]> {
        let (one, two) = pair.split_once(' ')?;
        Some([self.lexicon.by_spelling(one)?, self.lexicon.by_spelling(two)?])
    }

    /// Whether a text tells the birth of the person whom it is about.
    fn tells_life(&self, document: Option<usize>) -> bool {
        let Some(person) = document else { return false };
        if self.is_headed_as_life() || self.labelled() == document || self.subjects.narrator == document {
            return true;
        }
        if self.tells_birth_of_pronoun() {
            return true;
        }
        let name = &self.named[person].name;
        let told = |n: usize| self.is_born(n) || self.is_dead(n) || self.has_bracket(n);
        let born = |n: usize| self.named[n].name == *name && told(n);
        (0..self.people.len()).take_while(|&n| self.people[n].start < 2 * LEAD).any(born)
    }

    /// Whether `Ông sinh …` heads a sentence among the first, which tells the birth of whom the title names.
    fn tells_birth_of_pronoun(&self) -> bool {
        (0..self.words.len().min(LEAD)).any(|at| {
            let word = &self.words[at];
            let heads = word.shape == Shape::Capital && self.begins(at);
            let pronoun = heads && WORDS.pronouns.iter().any(|(id, _)| *id == word.id);
            let next = self.words.get(at + 1).is_some_and(|next| next.gap == Gap::Blank);
            pronoun && next && (self.spells(at + 1, "sinh") || self.spells(at + 1, "húy"))
        })
    }

    /// Whether a bracket with figures stands right behind a name: `(tiếng Pháp: …; 12 tháng 3 năm 1901 – …)`.
    fn has_bracket(&self, n: usize) -> bool {
        let at = self.people[n].end;
        let behind = self.words.get(at..).unwrap_or_default();
        behind.first().is_some_and(|word| word.gap == Gap::Open)
            && behind.iter().take(HEAD).take_while(|word| word.gap != Gap::Stop).any(|word| word.shape == Shape::Other)
    }

    /// Whom the sentence `start..end` is about, where the one before was about `about`.
    fn subject(&self, start: usize, end: usize, about: Option<usize>) -> Option<usize> {
        let mut next = self.people.partition_point(|person| person.start < start);
        let mut at = start;
        // `Khi A đến, ông …` tells of the life that is told
        let mut aside = None;
        while at < end.min(start + HEAD) {
            if let Some(person) = self.people.get(next).filter(|person| person.start <= at) {
                if !self.is_oblique(start, person) {
                    if !self.is_subordinate(start, person.start) {
                        // `Sau khi A mất, B lên thay`: of B, but in a life of whom is named first
                        let of_life = aside.filter(|_| self.subjects.life.is_some());
                        return of_life.or(Some(next));
                    }
                    aside = aside.or(Some(next));
                }
                at = person.end.max(at + 1);
                next += 1;
                continue;
            }
            if let Some(sex) = self.pronoun(at, next) {
                return self.meant(sex, about);
            }
            at += 1;
        }
        aside.or(about)
    }

    /// Whether `khi` or the like opens the part of a sentence that goes on to a word.
    fn is_subordinate(&self, start: usize, at: usize) -> bool {
        let part = (start..at).rev().take_while(|&n| self.words[n + 1].gap != Gap::Comma);
        part.into_iter().any(|n| self.words[n].id == WORDS.when)
    }

    /// Whether what stands before a name makes its bearer somebody else than whom the sentence is about.
    fn is_oblique(&self, start: usize, person: &Candidate) -> bool {
        let before = person.start.saturating_sub(self.title(person));
        // `Minh Mạng nguyên niên`
        let reign = || self.spells(person.end, "nguyên") && self.spells(person.end + 1, "niên");
        if person.known.is_some() && reign() {
            return true;
        }
        let joined = before > start && !matches!(self.words[before].gap, Gap::Comma | Gap::Colon | Gap::Open);
        joined
            && (WORDS.oblique.contains(&self.words[before - 1].id)
                || self.lexicon.is(&self.words[before - 1], kind::AT)
                || self.is_killed(before)
                || self.is_of_event(before))
    }

    /// Whom a pronoun at a word may mean, if there is one and no name behind it.
    fn pronoun(&self, at: usize, next: usize) -> Option<Sex> {
        let word = &self.words[at];
        let teacher = self.subjects.teacher && is_teacher(self.words, at);
        if is_comrade(self.words, at) || teacher && self.people.get(next).is_none_or(|person| person.start != at + 1) {
            return Some(Sex::Any);
        }
        let sex = WORDS.pronouns.iter().find(|(id, _)| *id == word.id).map(|(_, sex)| *sex)?;
        let named = self.people.get(next).is_some_and(|person| person.start == at + 1);
        let behind = self.words.get(at + 1);
        let other = behind.is_some_and(|word| word.gap == Gap::Blank && WORDS.no_pronoun.contains(&word.id));
        // England is `Anh`, and `Y` opens names
        let name = word.shape != Shape::Small
            && self.lexicon.flags(word.id) & flag::SYLLABLE != 0
            && sex != Sex::She
            && self.spelled(word) != "Ông";
        (!named && !other && !name).then_some(sex)
    }

    fn spelled(&self, word: &Word) -> &str {
        &self.text[word.start..word.end]
    }

    /// The person spoken of last whom a pronoun fits.
    fn meant(&self, sex: Sex, about: Option<usize>) -> Option<usize> {
        let fits = |person: &usize| match (sex, self.women.get(&*self.named[*person].name)) {
            (Sex::He, Some(woman)) => !woman,
            (Sex::She, Some(woman)) => *woman,
            _ => true,
        };
        about.filter(fits).or_else(|| self.recent.iter().rev().copied().find(fits))
    }

    /// Whether somebody is a woman, as far as the title or name tells.
    fn woman(&self, n: usize) -> Option<bool> {
        let person = &self.people[n];
        let name = &self.words[person.start..person.end];
        let thi = self.lexicon.by_spelling("thị");
        if name.len() > 2 && name[1..name.len() - 1].iter().any(|word| Some(word.id) == thi) {
            return Some(true);
        }
        match person.left {
            Left::Title(kinds) if kinds & kind::SHE != 0 => Some(true),
            Left::Title(kinds) if kinds & kind::HE != 0 => Some(false),
            _ => None,
        }
    }
}
