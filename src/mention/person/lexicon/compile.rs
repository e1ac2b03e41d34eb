//! Data files to the lexicon.

use rustc_hash::FxHashMap;

use super::spellings::Spellings;
use super::{Info, Known, Lexicon, MAX_WORDS, Needs, flag, kind};
use crate::analysis::{exact, fold};
use crate::mention::lists::{
    BIRTHS, DEATHS, EVENT_HEADS, KILLS, KIN_GOES_ON, KIN_HEADS, LEADS_TO_OFFICE, LIFE_HEADINGS, MEMOIR_HEADINGS,
    NOT_BEHIND_TEACHER,
};
use crate::mention::person::word::Id;
use crate::mention::phrases::lines;

impl Lexicon {
    pub(super) fn compile() -> Self {
        let mut lexicon = Self {
            spellings: Spellings::default(),
            infos: vec![Info::default()],
            phrases: FxHashMap::default(),
            known: FxHashMap::default(),
            folded: FxHashMap::default(),
            given: lines(include_str!("../../data/foreign_given_names.txt")).collect(),
            families: lines(include_str!("../../data/foreign_family_names.txt")).collect(),
        };
        for line in lines(include_str!("../../data/family_names.txt")) {
            let (word, strength) = line.split_once(' ').unwrap_or((line, "weak"));
            lexicon.mark(word, if strength == "strong" { flag::STRONG } else { flag::WEAK });
        }
        for word in lines(include_str!("../../data/name_syllables.txt")) {
            lexicon.mark(word, flag::SYLLABLE);
        }
        lexicon.mark("văn", flag::MIDDLE | flag::SYLLABLE);
        lexicon.mark("thị", flag::MIDDLE | flag::SYLLABLE);
        // of Hmông men
        lexicon.mark("mí", flag::MIDDLE | flag::SYLLABLE);
        lexicon.mark("seo", flag::MIDDLE | flag::SYLLABLE);
        lexicon.add_phrases();
        // what these say is told where offices are read
        for line in lines(include_str!("../../data/office_words.txt")) {
            line.split(' ').skip(1).for_each(|word| lexicon.mark(word, 0));
        }
        // words of headings may be in no other list
        let told = [
            BIRTHS,
            DEATHS,
            LIFE_HEADINGS,
            MEMOIR_HEADINGS,
            EVENT_HEADS,
            KILLS,
            KIN_HEADS,
            KIN_GOES_ON,
            LEADS_TO_OFFICE,
        ];
        told.into_iter().flatten().for_each(|words| lexicon.mark(words, 0));
        NOT_BEHIND_TEACHER.iter().for_each(|word| lexicon.mark(word, 0));
        lexicon.mark("thầy", 0);
        for line in lines(include_str!("../../data/aliases.txt")) {
            let mut fields = line.split('\t');
            let (Some(alias), Some(name)) = (fields.next(), fields.next()) else { continue };
            if let Some(key) = lexicon.add(alias, kind::KNOWN) {
                let needs = match fields.next() {
                    Some("doubtful") => Needs::Title,
                    Some(_) => Needs::Text,
                    None => Needs::Nothing,
                };
                lexicon.known.insert(key, Known { name, needs });
            }
        }
        lexicon.add_aliens();
        lexicon
    }

    fn add_phrases(&mut self) {
        for line in lines(include_str!("../../data/titles.txt")) {
            let (title, phrase) = line.split_once(' ').unwrap_or(("any", line));
            let kinds = match title {
                "he" => kind::HE,
                "she" => kind::SHE,
                "age" => kind::AGE,
                "two" => kind::TWO,
                "one" => kind::ONE,
                "many" => kind::MANY,
                "rank" => kind::ANY | kind::RANK,
                _ => kind::ANY,
            };
            self.add(phrase, kinds);
        }
        lines(include_str!("../../data/offices.txt")).for_each(|office| _ = self.add(office, kind::OFFICE));
        let districts =
            lines(include_str!("../../data/districts.txt")).map(|name| (name, kind::PLACE | kind::DISTRICT));
        let places = lines(include_str!("../../data/places.txt")).filter(|name| !is_alien(name));
        let places = places.map(|name| (name, kind::PLACE));
        places.chain(districts).for_each(|(place, kinds)| {
            self.add(place, kinds);
            // small parts behind hyphens are read as one word: `Phi-líp-pin`
            if place.contains('-') {
                self.add(&place.replace('-', ""), kinds);
            }
            // `Ha Noi` in English; a single syllable would be too many other words
            if place.contains(' ') {
                self.add(&crate::analysis::fold(place), kinds);
            }
        });
        for line in lines(include_str!("../../data/name_heads.txt")) {
            let (head, phrase) = line.split_once(' ').unwrap_or(("place", line));
            let kinds = match head {
                "named" => kind::NAMED_HEAD,
                "area" => kind::AREA,
                _ => kind::PLACE_HEAD,
            };
            self.add(phrase, kinds);
        }
        for line in lines(include_str!("../../data/not_names.txt")) {
            match line.split_once(' ').unwrap_or(("pair", line)) {
                ("word", word) => self.mark(word, flag::WORD),
                ("body", word) => self.mark(word, flag::BODY),
                (_, pair) => _ = self.add(pair, kind::PAIR),
            }
        }
        lines(include_str!("../../data/foreign_words.txt"))
            .for_each(|word| self.mark(word, flag::WORD | flag::FOREIGN));
        for line in lines(include_str!("../../data/beside_names.txt")) {
            let (side, phrase) = line.split_once(' ').unwrap_or(("says", line));
            let kinds = match side {
                "byline" => kind::BYLINE,
                "human" => kind::HUMAN,
                "alias" => kind::ALIAS,
                "at" => kind::AT,
                "join" => kind::JOIN,
                "thought" => kind::THOUGHT,
                "ends" => kind::ENDS,
                "stops" => kind::STOPS,
                "elected" => kind::ELECTED,
                "holds" => kind::HOLDS,
                "modifier" => kind::MODIFIER,
                "signed" => kind::SIGNED,
                "replaces" => kind::REPLACES,
                _ => kind::SAYS,
            };
            self.add(phrase, kinds);
        }
    }

    fn mark(&mut self, word: &str, flags: u8) {
        for word in word.split(' ') {
            let id = self.id(word);
            self.infos[id.0 as usize].flags |= flags;
            if flags & (flag::FAMILY | flag::SYLLABLE) != 0 {
                let folded = fold(word);
                for form in with_y(&folded).into_iter().chain([folded]) {
                    *self.folded.entry(form).or_default() |= flags;
                }
            }
        }
    }

    fn add(&mut self, phrase: &str, kinds: u32) -> Option<[Id; MAX_WORDS]> {
        let words: Vec<&str> = phrase.split([' ', '-', '.']).filter(|word| !word.is_empty()).collect();
        let mut key = [Id::NONE; MAX_WORDS];
        for (slot, word) in key.get_mut(..words.len())?.iter_mut().zip(&words) {
            *slot = self.id(word);
        }
        let (first, last) = (*key.first()?, key[words.len().checked_sub(1)?]);
        self.infos[first.0 as usize].starts.add(words.len(), kinds);
        self.infos[last.0 as usize].ends.add(words.len(), kinds);
        if words.len() == 1 {
            self.infos[first.0 as usize].kinds |= kinds;
        }
        *self.phrases.entry(key).or_default() |= kinds;
        Some(key)
    }

    /// Adds names of other languages, whose words are none of the lexicon if nothing else has them.
    fn add_aliens(&mut self) {
        let known = self.infos.len();
        let places = lines(include_str!("../../data/places.txt")).filter(|name| is_alien(name));
        places.for_each(|name| _ = self.add(name, kind::PLACE));
        for (data, kinds) in [
            (include_str!("../../data/baptismal_names.txt"), kind::BAPTISM),
            (include_str!("../../data/brands.txt"), kind::BRAND),
        ] {
            lines(data).for_each(|name| _ = self.add(name, kinds));
        }
        self.infos.iter_mut().skip(known).for_each(|info| info.flags |= flag::ALIEN);
    }

    fn id(&mut self, word: &str) -> Id {
        let written = word.to_lowercase();
        // `Ly` without its marks is Lý, not the Chinese Li
        let is_bare_y = written.is_ascii() && written.ends_with('y');
        let word = if word.contains('/') || is_bare_y { written } else { exact(word).into_owned() };
        if let Some(id) = self.by_spelling(&word) {
            return id;
        }
        let id = Id(self.infos.len() as u32);
        self.infos.push(Info::default());
        let with_y = with_y(&word).filter(|form| !form.is_ascii());
        for form in [late_tone(&word), with_y, Some(word)].into_iter().flatten() {
            self.spellings.add(&capitalized(&form), id);
            self.spellings.add(&form.to_uppercase(), id);
            self.spellings.add(&form, id);
        }
        id
    }
}

/// Whether a name of a place is of several words in another language: `Los Angeles`.
fn is_alien(name: &str) -> bool {
    name.is_ascii() && name.contains(' ')
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The other habit of placing the tone: `thuỷ` for `thủy`.
fn late_tone(word: &str) -> Option<String> {
    const EARLY: [&str; 15] =
        ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"];
    const LATE: [&str; 15] = ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"];
    EARLY.iter().zip(LATE).find_map(|(early, late)| Some(format!("{}{late}", word.strip_suffix(early)?)))
}

/// The other spelling of a vowel that ends a word: `ký` for `kí`.
fn with_y(word: &str) -> Option<String> {
    const I: [&str; 6] = ["i", "ì", "í", "ỉ", "ĩ", "ị"];
    const Y: [&str; 6] = ["y", "ỳ", "ý", "ỷ", "ỹ", "ỵ"];
    let other = I.iter().zip(Y).find_map(|(i, y)| Some(format!("{}{y}", word.strip_suffix(i)?)))?;
    (fold(&other) == fold(word)).then_some(other)
}
