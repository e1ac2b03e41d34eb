//! Words to the part of a document that they name: `điểm a khoản 2 Điều 5`, `Điều 14, 18`.

use super::lexed::Words;
use super::rules::TABLE;

/// Most words of a part: `Khoản 1 Điều 3; Điều 4; Điều 12 …`.
const MAX_WORDS: usize = 160;

/// How many words from the `n`th on name a part, or several in a list.
pub(super) fn read(lexer: &Words, text: &str, n: usize) -> Option<usize> {
    let mut end = n;
    let mut at = n;
    let join = &TABLE.join;
    while at < lexer.words.len().min(n + MAX_WORDS) {
        if lexer.words[at].word.key == join.the && at > n {
            at += 1;
            continue;
        }
        let named = one(lexer, text, at).or_else(|| (at > n).then(|| sign(lexer, text, at)).flatten());
        let Some(behind) = named else { break };
        end = behind;
        at = behind;
        let Some(next) = lexer.words.get(at) else { break };
        if !joins(&text[lexer.words[at - 1].word.end..next.word.start]) {
            break;
        }
        if [join.and, join.to, join.of].contains(&next.word.key) {
            at += 1;
        }
    }
    (end > n).then_some(end - n)
}

/// One part with its sign: `khoản 2`, `Phụ lục II`, `Mẫu số 02`; the word behind it.
fn one(lexer: &Words, text: &str, at: usize) -> Option<usize> {
    let ((), count) = TABLE.parts.longest(lexer.phrase(at))?;
    let first = at + count;
    lexer.words.get(first).filter(|next| next.gap.joins() && !next.gap.comma)?;
    sign(lexer, text, first)
}

/// The sign of a part: a figure, a letter, a Roman figure; the word behind it.
fn sign(lexer: &Words, text: &str, at: usize) -> Option<usize> {
    let lexed = lexer.words.get(at)?;
    let word = &text[lexed.word.start..lexed.word.end];
    let short = word.chars().count() <= 5;
    let figure = word.contains(|c: char| c.is_ascii_digit());
    let letter = word.chars().count() == 1 && word != "ở";
    let roman = word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    if !short || !(figure || letter || roman) {
        return None;
    }
    // `19.2`
    let dotted = |next: usize| {
        let lexed = lexer.words.get(next)?;
        let between = &text[lexer.words[next - 1].word.end..lexed.word.start];
        (between == "." && text[lexed.word.start..].starts_with(|c: char| c.is_ascii_digit())).then_some(next + 1)
    };
    let mut end = at + 1;
    while let Some(next) = dotted(end) {
        end = next;
    }
    Some(end)
}

/// Whether a list of parts goes on over these signs.
fn joins(between: &str) -> bool {
    between.chars().all(|c| c.is_whitespace() || matches!(c, ',' | ';' | '*')) && between.matches('\n').count() < 2
}
