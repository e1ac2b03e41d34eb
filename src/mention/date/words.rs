//! A written word to the date word that it is: the table behind the scanner.

use std::sync::LazyLock;

use super::letters::{Class, class};

/// A word that has a part in dates, with its figure where it has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    Day,
    Month,
    Year,
    Quarter,
    QuarterEn,
    NthEn(u8),
    Early,
    Middle,
    Late,
    Half,
    EarlyEn,
    MidEn,
    LateEn,
    Season,
    PartOfSeason(u8),
    SeasonEn(u8),
    TenDays(u8),
    From,
    To,
    And,
    Now,
    Current,
    NowEn,
    Term,
    Span,
    Stage,
    SpanOfStage,
    TimeSpan,
    Those,
    Century,
    CenturyEn,
    Decade,
    Age,
    Ordinal,
    Sun,
    DayOfSun,
    Study,
    Course,
    Each,
    Fixed,
    Same,
    That,
    After,
    Before,
    Common,
    Era,
    BeforeChrist,
    AfterChrist,
    LunarMonth(u8),
    Opening,
    FullMoon,
    NewYear,
    Moon,
    MoonMark,
    Leap,
    Stem(u8),
    Branch(u8),
    Calendar,
    Closing(u8),
    All,
    Of,
    The,
    In,
    By,
    On,
    TermEn,
    Time,
    Dawn,
    NextDay,
    Number(u8),
    Tens,
    Hundred,
    Thousand,
    Odd,
    MonthEn(u8),
    Weekday,
    Label,
    Counted,
}

impl Word {
    /// Whether a figure may be glued to it: `tháng11 năm2025`.
    pub(super) fn takes_figure(self) -> bool {
        matches!(self, Word::Day | Word::Month | Word::Year)
    }
}

/// The plain letters of a word, five bits each.
pub(super) type Key = u64;

/// A word of more letters is no date word.
pub(super) const MAX_LETTERS: usize = 12;

/// Slots of the table: more than twice its words, so that a search is short.
const SLOTS: usize = 1024;

#[derive(Clone, Copy)]
struct Entry {
    key: Key,
    marks: u16,
    word: Word,
}

static TABLE: LazyLock<Vec<Option<Entry>>> = LazyLock::new(|| {
    let mut table = vec![None; SLOTS];
    for (spelling, word) in spellings() {
        let (key, marks) = key(spelling);
        let mut slot = slot(key);
        while table[slot].is_some() {
            slot = (slot + 1) % SLOTS;
        }
        table[slot] = Some(Entry { key, marks, word });
    }
    table
});

/// All date words with their spellings.
pub(super) fn spellings() -> impl Iterator<Item = (&'static str, Word)> {
    let lines = include_str!("../data/date_words.txt").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| {
        let mut fields = line.split(' ');
        let (spelling, name) = (fields.next()?, fields.next()?);
        let figure = fields.next().and_then(|figure| figure.parse().ok()).unwrap_or(0);
        Some((spelling, named(name, figure)?))
    })
}

fn slot(key: Key) -> usize {
    (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 54) as usize % SLOTS
}

/// The date word of these letters and marks; `folded` takes a word without marks for one with.
pub(super) fn look_up(key: Key, marks: u16, folded: bool) -> Option<Word> {
    let mut slot = slot(key);
    let mut plain = None;
    while let Some(entry) = TABLE[slot] {
        if entry.key == key {
            if entry.marks == marks {
                return Some(entry.word);
            }
            plain = plain.or(Some(entry.word));
        }
        slot = (slot + 1) % SLOTS;
    }
    plain.filter(|_| folded && marks == 0)
}

fn key(spelling: &str) -> (Key, u16) {
    spelling.chars().fold((0, 0), |(key, all), letter| match class(letter) {
        Class::Letter { plain, marks, .. } => (key << 5 | Key::from(plain), all | marks),
        Class::Mark(marks) => (key, all | marks),
        _ => (key, all),
    })
}

fn named(name: &str, figure: u8) -> Option<Word> {
    Some(match name {
        "day" => Word::Day,
        "month" => Word::Month,
        "year" => Word::Year,
        "quarter" => Word::Quarter,
        "quarter-en" => Word::QuarterEn,
        "nth-en" => Word::NthEn(figure),
        "early" => Word::Early,
        "middle" => Word::Middle,
        "late" => Word::Late,
        "half" => Word::Half,
        "early-en" => Word::EarlyEn,
        "mid-en" => Word::MidEn,
        "late-en" => Word::LateEn,
        "season" => Word::Season,
        "part-of-season" => Word::PartOfSeason(figure),
        "season-en" => Word::SeasonEn(figure),
        "ten-days" => Word::TenDays(figure),
        "from" => Word::From,
        "to" => Word::To,
        "and" => Word::And,
        "now" => Word::Now,
        "current" => Word::Current,
        "now-en" => Word::NowEn,
        "term" => Word::Term,
        "span" => Word::Span,
        "stage" => Word::Stage,
        "span-of-stage" => Word::SpanOfStage,
        "time-span" => Word::TimeSpan,
        "those" => Word::Those,
        "century" => Word::Century,
        "century-en" => Word::CenturyEn,
        "decade" => Word::Decade,
        "age" => Word::Age,
        "ordinal" => Word::Ordinal,
        "sun" => Word::Sun,
        "day-of-sun" => Word::DayOfSun,
        "study" => Word::Study,
        "course" => Word::Course,
        "each" => Word::Each,
        "fixed" => Word::Fixed,
        "same" => Word::Same,
        "that" => Word::That,
        "after" => Word::After,
        "before" => Word::Before,
        "common" => Word::Common,
        "era" => Word::Era,
        "before-christ" => Word::BeforeChrist,
        "after-christ" => Word::AfterChrist,
        "lunar-month" => Word::LunarMonth(figure),
        "opening" => Word::Opening,
        "full-moon" => Word::FullMoon,
        "new-year" => Word::NewYear,
        "moon" => Word::Moon,
        "moon-mark" => Word::MoonMark,
        "leap" => Word::Leap,
        "stem" => Word::Stem(figure),
        "branch" => Word::Branch(figure),
        "calendar" => Word::Calendar,
        "closing" => Word::Closing(figure),
        "all" => Word::All,
        "of" => Word::Of,
        "the" => Word::The,
        "in" => Word::In,
        "by" => Word::By,
        "on" => Word::On,
        "term-en" => Word::TermEn,
        "time" => Word::Time,
        "dawn" => Word::Dawn,
        "next-day" => Word::NextDay,
        "number" => Word::Number(figure),
        "tens" => Word::Tens,
        "hundred" => Word::Hundred,
        "thousand" => Word::Thousand,
        "odd" => Word::Odd,
        "month-en" => Word::MonthEn(figure),
        "weekday" => Word::Weekday,
        "label" => Word::Label,
        "counted" => Word::Counted,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_read() {
        for line in include_str!("../data/date_words.txt").lines().filter(|line| !line.starts_with('#')) {
            let mut fields = line.split(' ');
            let (spelling, name) = (fields.next().expect("spelling"), fields.next().expect("name"));
            let figure = fields.next().map_or(0, |figure| figure.parse().expect("figure"));
            let (key, marks) = key(spelling);
            assert!(spelling.chars().count() <= MAX_LETTERS, "{line}");
            assert_eq!(look_up(key, marks, false), Some(named(name, figure).expect(line)), "{line}");
            assert!(look_up(key, 0, true).is_some(), "{line}");
        }
    }

    #[test]
    fn a_word_is_known_by_its_marks() {
        let read = |word: &str, folded| {
            let (key, marks) = key(word);
            look_up(key, marks, folded)
        };
        assert_eq!(read("năm", false), Some(Word::Year));
        assert_eq!(read("na\u{306}m", false), Some(Word::Year));
        assert_eq!(read("nam", false), None);
        assert_eq!(read("NAM", true), Some(Word::Year));
        assert_eq!(read("nám", true), None);
        assert_eq!(read("qúy", false), Some(Word::Quarter));
        assert_eq!(read("thắng", false), None);
        assert_eq!(read("tu", true), Some(Word::From));
        assert_eq!(read("tư", true), Some(Word::Number(4)));
        assert_eq!(read("đen", true), None);
    }
}
