//! A written word to the date word that it is: the table behind the scanner.

#[cfg(any(not(with_tables), test))]
pub(super) mod making;

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
    Civil,
    By,
    Leap,
    Stem(u8),
    Branch(u8),
    Calendar,
    Closing(u8),
    All,
    Of,
    The,
    In,
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

    /// Whether a date has such a word.
    pub(super) fn tells(self) -> bool {
        matches!(self, Word::Day | Word::MonthEn(_) | Word::CenturyEn | Word::Age) || self.is_dated()
    }

    /// Whether it may make a date without a figure.
    pub(super) fn is_dated(self) -> bool {
        matches!(
            self,
            Word::Month
                | Word::Year
                | Word::Century
                | Word::Quarter
                | Word::FullMoon
                | Word::Opening
                | Word::Span
                | Word::BeforeChrist
                | Word::AfterChrist
        )
    }
}

/// The plain letters of a word, five bits each.
pub(super) type Key = u64;

/// A word of more letters is no date word.
pub(super) const MAX_LETTERS: usize = 12;

/// Slots of the table: more than twice its words, so that a search is short.
const SLOTS: usize = 1024;

#[derive(Debug)]
struct Entry {
    key: Key,
    marks: u16,
    word: Word,
}

#[cfg(with_tables)]
include!(concat!(env!("OUT_DIR"), "/date_words.rs"));
#[cfg(not(with_tables))]
static TABLE: &[Option<Entry>] = &[];

fn slot(key: Key) -> usize {
    (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 54) as usize % SLOTS
}

/// The date word of these letters and marks; `folded` takes a word without marks for one with.
pub(super) fn look_up(key: Key, marks: u16, folded: bool) -> Option<Word> {
    let mut slot = slot(key);
    let mut plain = None;
    while let Some(Some(entry)) = TABLE.get(slot) {
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

#[cfg(test)]
mod tests {
    use super::making::{key, named};
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
