//! A run of tokens to the same without the hyphens that papers of 1945 to 1975 set within words: `thế-kỷ`, `âm-lịch`.

use super::scan::{Kind, Token};
use super::words::Word;

/// Leaves out hyphens within words of two syllables; those between two ends stay.
pub(super) fn leave_out(run: &mut Vec<Token>) {
    let within = |tokens: &[Token]| {
        let [before, sign, behind] = tokens else { return false };
        let (Kind::Word(first), Kind::Dash, Kind::Word(second)) = (before.kind, sign.kind, behind.kind) else {
            return false;
        };
        sign.glued && behind.glued && is_word(first, second)
    };
    if !run.windows(3).any(within) {
        return;
    }
    let hyphens: Vec<bool> = run.windows(3).map(within).collect();
    let mut hyphens = std::iter::once(false).chain(hyphens);
    run.retain(|_| !hyphens.next().unwrap_or(false));
}

/// Whether two syllables are one word of dates.
fn is_word(first: Word, second: Word) -> bool {
    matches!(
        (first, second),
        (Word::Century, Word::Age)
            | (Word::Decade, Word::Age)
            | (Word::Age, Word::Course)
            | (Word::Term | Word::TimeSpan, Word::Span)
            | (Word::Stage, Word::SpanOfStage)
            | (Word::Month, Word::LunarMonth(_) | Word::Number(_))
            | (Word::Moon | Word::Civil, Word::Calendar)
            | (Word::Sun, Word::DayOfSun)
            | (Word::Ordinal, Word::Number(_))
            | (Word::Number(10) | Word::Tens, Word::Number(_))
            | (Word::Number(_), Word::Tens | Word::Hundred | Word::Thousand)
            | (Word::TenDays(_), Word::TenDays(_))
            | (Word::PartOfSeason(_), Word::TenDays(_))
            | (Word::Season, Word::PartOfSeason(_))
            | (Word::Common, Word::Era)
            | (Word::Stem(_) | Word::Age | Word::Quarter, Word::Branch(_))
    )
}
