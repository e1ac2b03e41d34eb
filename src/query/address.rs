//! The words of a query to a place within a paper that is parted into articles: `điểm a khoản 2 Điều 6`.

use super::word::Word;
use crate::mention::numeral::numeral;

/// A part of a law, a decision or another paper, the outermost first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// `Phụ lục`
    Annex,
    /// `Phần`
    Part,
    /// `Chương`
    Chapter,
    /// `Mục`
    Section,
    /// `Điều`
    Article,
    /// `khoản`
    Clause,
    /// `điểm`
    Point,
}

impl Level {
    /// What a word means that leads the number of a part: its exact form, or its folded one where the text around has
    /// no diacritics.
    pub(crate) fn of(word: &str) -> Option<Self> {
        Some(match word {
            "lục" | "luc" => Self::Annex,
            "phần" | "phan" => Self::Part,
            "chương" | "chuong" => Self::Chapter,
            "mục" | "muc" => Self::Section,
            "điều" | "dieu" => Self::Article,
            "khoản" | "khoan" => Self::Clause,
            "điểm" | "diem" => Self::Point,
            _ => return None,
        })
    }
}

/// One step down into a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Which kind of part.
    pub level: Level,
    /// Its number: see [`number`].
    pub number: String,
}

/// A place within a paper: its parts from the outermost to the innermost, none twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The parts; the first is an article or what holds articles.
    pub steps: Vec<Step>,
    /// Whether the words name nothing else but papers.
    pub(super) alone: bool,
}

/// The number of a part in one form, however it is written: `II` and `2` are one, of `6a` the letters are small.
pub(crate) fn number(written: &str) -> String {
    numeral(written).map_or_else(|| written.to_lowercase(), |value| value.to_string())
}

/// The first place that the words name; clauses of no named article are none.
pub(super) fn read(words: &[Word]) -> Option<Address> {
    let mut steps: Vec<Step> = Vec::new();
    let mut is_step = vec![false; words.len()];
    for (at, pair) in words.windows(2).enumerate() {
        let [lead, counted] = pair else { continue };
        let Some(level) = Level::of(&lead.exact) else { continue };
        let is_free = lead.part.is_none() && counted.part.is_none();
        let is_whole = level != Level::Annex || at > 0 && words[at - 1].folded == "phu";
        if !is_free || !is_whole || !counts(level, counted) || steps.iter().any(|step| step.level == level) {
            continue;
        }
        let number = if level == Level::Point { counted.exact.clone() } else { number(&counted.typed) };
        steps.push(Step { level, number });
        is_step[at..at + 2].fill(true);
    }
    steps.sort_by_key(|step| step.level);
    let is_said = |(word, step): (&Word, &bool)| *step || word.stop || word.part.is_some() || word.folded == "phu";
    let alone = words.iter().zip(&is_step).all(is_said);
    steps.first().is_some_and(|outermost| outermost.level <= Level::Article).then_some(Address { steps, alone })
}

/// Whether a word is the number of such a part: a letter for points, figures for articles, either for others.
fn counts(level: Level, word: &Word) -> bool {
    let begins_with_digit = word.folded.starts_with(|c: char| c.is_ascii_digit());
    match level {
        Level::Point => word.exact.chars().count() == 1 && word.exact.chars().all(char::is_alphabetic),
        Level::Article | Level::Clause => begins_with_digit,
        _ => begins_with_digit || word.typed.chars().all(|c| "IVXivx".contains(c)),
    }
}

#[cfg(test)]
mod tests {
    use crate::query::{parse, read};

    #[test]
    fn places_within_papers_are_read_from_the_outermost_in() {
        let check = |query: &str, expected: &str| {
            let address = read(&parse(query)).address;
            let steps: Vec<String> = address.map_or(Vec::new(), |address| {
                address.steps.iter().map(|step| format!("{:?} {}", step.level, step.number)).collect()
            });
            assert_eq!(steps.join(", "), expected, "{query}");
        };
        check("điểm a khoản 2 Điều 6 Quyết định 15/QĐ-UB", "Article 6, Clause 2, Point a");
        check("dieu 6a khoan 2 quyet dinh 15/QD-UB", "Article 6a, Clause 2");
        check("điểm đ khoản 2 Điều 6", "Article 6, Clause 2, Point đ");
        check("chương II nghị định 15/2020/NĐ-CP", "Chapter 2");
        check("chuong 2 muc 1", "Chapter 2, Section 1");
        check("phụ lục III thông tư 15/2020/TT-BTC", "Annex 3");
        check("Điều 6 và Điều 7", "Article 6");
        check("khoản 2", "");
        check("điều tra 6 hộ", "");
        check("kỷ lục 6 huy chương", "");
        check("", "");
    }
}
