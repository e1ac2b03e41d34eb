//! The data file to the table of date words, for the build script.

use super::{Key, Word};
use crate::text::{Class, class, code};

/// The letters of a word and its marks.
pub(super) fn key(spelling: &str) -> (Key, u16) {
    spelling.chars().fold((0, 0), |(key, all), letter| match class(letter) {
        Class::Letter { plain, marks, .. } => (key << 5 | Key::from(code(plain)), all | marks),
        Class::Mark(marks) => (key, all | marks),
        _ => (key, all),
    })
}

/// What a name of the data file stands for.
pub(super) fn named(name: &str, figure: u8) -> Option<Word> {
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
        "civil" => Word::Civil,
        "by" => Word::By,
        "leap" => Word::Leap,
        "stem" => Word::Stem(figure),
        "branch" => Word::Branch(figure),
        "calendar" => Word::Calendar,
        "closing" => Word::Closing(figure),
        "all" => Word::All,
        "of" => Word::Of,
        "the" => Word::The,
        "in" => Word::In,
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

/// Writes the table, and how the words in it begin that tell of a date.
#[cfg(not(with_tables))]
pub(crate) fn write() -> crate::making::Result<()> {
    use super::{Entry, MAX_LETTERS, SLOTS, slot};
    use crate::making::{data::Data, source::Source};
    use crate::mention::prefixes::Prefixes;

    let data = Data::read("mention/data/date_words.txt")?;
    let mut table: Vec<Option<Entry>> = std::iter::repeat_with(|| None).take(SLOTS).collect();
    let (mut count, mut telling) = (0, Vec::new());
    for line in data.lines() {
        let (spelling, rest) = line.parted(' ')?;
        let (name, figure) = rest.split_once(' ').unwrap_or((rest, "0"));
        let Some(word) = figure.parse().ok().and_then(|figure| named(name, figure)) else {
            return line.fault("no word of dates is named so");
        };
        if spelling.chars().count() > MAX_LETTERS {
            return line.fault("the word is too long");
        }
        if word.tells() {
            telling.push(spelling);
        }
        count += 1;
        if 2 * count > SLOTS {
            return line.fault("the table is full: it needs more slots");
        }
        let (key, marks) = key(spelling);
        let mut slot = slot(key);
        while let Some(entry) = &table[slot] {
            if (entry.key, entry.marks) == (key, marks) {
                return line.fault("another line has the same word");
            }
            slot = (slot + 1) % SLOTS;
        }
        table[slot] = Some(Entry { key, marks, word });
    }
    let entry = |entry: &Option<Entry>| match entry {
        Some(Entry { key, marks, word }) => {
            format!("Some(Entry {{ key: {key}, marks: {marks}, word: Word::{word:?} }})")
        }
        None => "None".to_owned(),
    };
    let mut source = Source::default();
    source.slice("TABLE", "Option<Entry>", table.iter().map(entry));
    source.save("date_words.rs")?;
    let anchors = Prefixes::of(telling.into_iter()).and_all(|byte| byte.is_ascii_digit());
    let mut source = Source::default();
    source.item("ANCHORS", "Prefixes", anchors.expression());
    source.save("date_anchors.rs")
}
