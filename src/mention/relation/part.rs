//! Words to the part of a document that they name: `điểm a khoản 2 Điều 5`, `Điều 14, 18`.

use super::lexed::Words;
use super::mention::Relation;
use super::rules::{Rule, Says, TABLE, Way};
use crate::text;

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
        let named = one(lexer, text, at)
            .or_else(|| (at > n && !is_item(lexer, text, at)).then(|| sign(lexer, text, at)).flatten());
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

/// Whether a word is the sign of an item of a list: `b)`.
fn is_item(lexer: &Words, text: &str, at: usize) -> bool {
    lexer.words.get(at).is_some_and(|lexed| text[lexed.word.end..].starts_with(')'))
}

/// The words of a part without what only joins them, so that a part is always called alike: `điểm a tại khoản 2` is
/// `điểm a khoản 2`, `điểm a và bổ sung điểm b` is `điểm a và điểm b`, `Mẫu số 2 (Đơn xin phép) Phụ lục I` is
/// `Mẫu số 2 Phụ lục I`. Other words are left as they are.
pub(super) fn called(words: &str) -> String {
    let bare = without_brackets(words);
    let bare: Vec<&str> = bare.split_whitespace().collect();
    let keys: Vec<u64> = bare.iter().map(|word| text::key(word)).collect();
    let names = |at: usize| at < keys.len() && TABLE.parts.longest(keys[at..].iter().copied()).is_some();
    if !names(0) {
        return words.to_owned();
    }
    let mut called: Vec<&str> = Vec::new();
    let mut at = 0;
    while at < bare.len() {
        let joins = match TABLE.says.longest(keys[at..].iter().copied()) {
            Some((Says::Rule(Rule { relation: Some(Relation::Amends), way: Way::Active, .. }), count)) => count,
            _ => usize::from(keys[at] == TABLE.join.at),
        };
        if joins > 0 && names(at + joins) {
            at += joins;
        } else {
            called.push(bare[at]);
            at += 1;
        }
    }
    called.join(" ")
}

/// A text without what stands in brackets, and the blank before them.
fn without_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    let mut bare = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '(' => {
                depth += 1;
                bare.truncate(bare.trim_end().len());
            }
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => bare.push(sign),
            _ => {}
        }
    }
    bare
}

/// Whether a list of parts goes on over these signs.
fn joins(between: &str) -> bool {
    between.chars().all(|c| c.is_whitespace() || matches!(c, ',' | ';' | '*')) && between.matches('\n').count() < 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_always_called_alike() {
        for (words, expected) in [
            ("khoản 2 Điều 5", "khoản 2 Điều 5"),
            ("điểm a tại khoản 2", "điểm a khoản 2"),
            ("điểm a, b và bổ sung điểm c tại khoản 2 Điều 5", "điểm a, b và điểm c khoản 2 Điều 5"),
            ("Mẫu số 02 (Đơn xin), Mẫu số 03 (Tờ khai (mới)) Phụ lục I", "Mẫu số 02, Mẫu số 03 Phụ lục I"),
            ("một số nội dung tại Phụ lục I", "một số nội dung tại Phụ lục I"),
            ("02 thủ tục (số 4, 5)", "02 thủ tục (số 4, 5)"),
            ("", ""),
        ] {
            assert_eq!(called(words), expected, "{words}");
        }
    }
}
