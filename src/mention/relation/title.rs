//! Words to a document that is named by its title: `Luật Đất đai năm 2013`, `Bộ luật Lao động ngày 20/11/2019`; and
//! to the one whose title tells what it amends: `Luật sửa đổi, bổ sung một số điều của Luật Đấu thầu số 90/2025/QH15`.

use std::ops::Range;

use super::lexed::Words;
use super::mention::{Paper, Relation};
use super::piece::{Kind, Named, Source, titled};
use super::rules::{Says, TABLE, Way};
use crate::mention::abbreviation::AbbreviationMention;
use crate::text::Word;

/// Most words of a title.
const MAX_WORDS: usize = 20;

/// A title or law at the `n`th word: its kind, how many words it has, where it ends.
pub(super) fn read(
    lexer: &Words,
    source: &Source<'_>,
    n: usize,
    numbers: &mut usize,
    dates: &mut usize,
    named: &mut Vec<Named>,
) -> Option<(Kind, usize, usize)> {
    let ((), kind_words) = TABLE.laws.longest(lexer.phrase(n))?;
    if !begins(lexer, source.text, n) {
        return None;
    }
    if let Some(amending) = amending(lexer, source, n, kind_words, numbers, named) {
        return Some(amending);
    }
    let kind = kind_of(lexer, source.text, n, kind_words);
    let constitution = kind == "Hiến pháp";
    let first = n + kind_words;
    // `Điều lệ công ty` is none of its own
    if kind == "Điều lệ" && !lexer.words.get(first)?.word.capital {
        return None;
    }
    let end = if constitution { first } else { title_end(lexer, source, first)? };
    let mut behind = end;
    let mut last = lexer.words[end - 1].word.end;
    let mut title = written_out(&text_of(source.text, lexer, first..end), source.shorts);
    for aside in ["(sửa đổi)", "(khóa ", "(khoá "] {
        let Some(rest) = source.text[last..].strip_prefix(' ').and_then(|rest| rest.strip_prefix(aside)) else {
            continue;
        };
        let end = if aside.ends_with(')') {
            Some(0)
        } else {
            rest.bytes().take(8).position(|byte| byte == b')').map(|at| at + 1)
        };
        let Some(end) = end.filter(|end| rest.is_char_boundary(*end)) else { continue };
        let from = last + 1;
        last = source.text.len() - rest.len() + end;
        title = format!("{title} {}", &source.text[from..last]);
        behind += lexer.words[behind..].iter().take_while(|lexed| lexed.word.start < last).count();
    }
    let mut date = None;
    while source.dates.get(*dates).is_some_and(|date| date.range.start < last) {
        *dates += 1;
    }
    let near = |last: usize, at: usize| {
        source.text.get(last..at).is_some_and(|gap| gap.chars().all(|c| c.is_whitespace() || matches!(c, '*' | '_')))
    };
    if let Some(mention) = source.dates.get(*dates).filter(|date| near(last, date.range.start))
        && let Some(from) = mention.from.filter(|_| mention.valid)
    {
        use crate::mention::date::Grain;
        date = match mention.grain {
            Grain::Day => Some(from.to_string()),
            Grain::Year => Some(from.year().to_string()),
            _ => None,
        };
        last = if date.is_some() { mention.range.end } else { last };
    }
    // `Bộ luật Hình sự 2015`
    let next = lexer.words.get(behind).map(|lexed| &source.text[lexed.word.start..lexed.word.end]);
    if date.is_none()
        && let Some(year) = next.filter(|next| next.len() == 4 && matches!(next.parse(), Ok(1945..=2099)))
        && near(last, lexer.words[behind].word.start)
    {
        date = Some(year.to_owned());
        last = lexer.words[behind].word.end;
    }
    if title.chars().count() < 2 && !constitution {
        return None;
    }
    let range = lexer.words[n].word.start..last;
    named.push(titled(&kind, title, date, range));
    let count = lexer.words[n..].iter().take_while(|lexed| lexed.word.start < last).count();
    Some((Kind::Papers(named.len() - 1..named.len()), count, last))
}

/// Whether the words of a type may begin a title here: they bear a capital, or all of it is of capitals.
fn begins(lexer: &Words, text: &str, n: usize) -> bool {
    let lexed = lexer.words[n];
    let before = n.checked_sub(1).map(|before| lexer.words[before].word.key);
    // `pháp luật`, `dự luật`, `PHÁP LUẬT`
    let inside = before.is_some_and(|key| TABLE.title.before.contains(&key));
    let is_title = || {
        let is_loud = |word: Word| !text[word.start..word.end].contains(char::is_lowercase);
        let before = n.checked_sub(1).map(|before| lexer.words[before].word);
        text[lexed.word.start..].starts_with('L') && !(is_loud(lexed.word) && before.is_some_and(is_loud))
    };
    lexed.word.capital && !(inside && !lexed.gap.hard && !is_title())
}

/// The words of a type as a title writes them.
fn kind_of(lexer: &Words, text: &str, n: usize, count: usize) -> String {
    let written = text_of(text, lexer, n..n + count).to_lowercase();
    let mut letters = written.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The word behind a title that begins with the word `first`.
fn title_end(lexer: &Words, source: &Source<'_>, first: usize) -> Option<usize> {
    let titles = &TABLE.title;
    let start = lexer.words.get(first)?;
    let figure = source.text[start.word.start..].starts_with(|c: char| c.is_ascii_digit());
    if start.gap.hard
        || start.gap.comma
        || start.gap.lines > 1
        || figure
        || !start.word.capital && titles.unfirst.contains(&start.word.key)
    {
        return None;
    }
    // a title in small letters needs a word before it that leads to one
    let led = || {
        let before = &lexer.words[first.saturating_sub(3)..first];
        before.iter().any(|lexed| titles.leads.contains(&lexed.word.key)) || start.gap.lines > 0
    };
    let is_end = || titles.ends.longest(lexer.keys(first)).is_some_and(|((), count)| count > 1);
    if !start.word.capital && (tells(lexer, first) || is_end() || !led()) {
        return None;
    }
    // treaties are named by their parties
    let is_open = first > 0 && lexer.words[first - 1].word.key == TABLE.join.treaty;
    let mut at = first;
    let mut doubtful = None;
    while at < lexer.words.len() && at < first + MAX_WORDS {
        let lexed = lexer.words[at];
        let word = &source.text[lexed.word.start..lexed.word.end];
        let between = if at > first { &source.text[lexer.words[at - 1].word.end..lexed.word.start] } else { "" };
        let dash = lexed.gap.lines == 0 && matches!(between.trim(), "-" | "–");
        let ends = at > first
            && (lexed.gap.hard && !dash
                || lexed.gap.lines > 1
                || lexed.gap.comma && titles.comma.longest(lexer.keys(at)).is_none()
                || word.starts_with(|c: char| c.is_ascii_digit())
                || titles.ends.longest(lexer.keys(at)).is_some_and(|((), count)| count > 1 || !is_inside(lexer, at))
                || says(lexer, at)
                || TABLE.laws.longest(lexer.phrase(at)).is_some() && lexed.word.capital);
        if ends {
            break;
        }
        if at > first && lexed.word.key == TABLE.join.and {
            if parts_papers(lexer, source, at + 1) {
                break;
            }
            if !is_open && doubtful.is_none() && titles.joined.longest(lexer.keys(at + 1)).is_none() {
                doubtful = Some(at);
            }
        }
        at += 1;
    }
    let at = doubtful.filter(|_| !is_cited(lexer, source, at)).unwrap_or(at);
    let whole = at > first && at < first + MAX_WORDS;
    let joined = lexer.words.get(at.wrapping_sub(1)).is_some_and(|lexed| lexed.word.key == TABLE.join.and);
    let end = at - usize::from(joined);
    (whole && end > first).then_some(end)
}

/// Whether the number or the day of a document stands here.
fn is_cited(lexer: &Words, source: &Source<'_>, at: usize) -> bool {
    let Some(lexed) = lexer.words.get(at).filter(|lexed| lexed.gap.joins() && !lexed.gap.comma) else { return false };
    let start = lexed.word.start;
    let number = source.numbers.partition_point(|number| number.range.end <= start);
    let date = source.dates.partition_point(|date| date.range.end <= start);
    source.numbers.get(number).is_some_and(|number| number.range.start <= start)
        || source.dates.get(date).is_some_and(|date| date.range.start <= start)
}

/// Whether any verb begins here that says something of documents.
fn tells(lexer: &Words, at: usize) -> bool {
    match TABLE.says.longest(lexer.phrase(at)) {
        Some((Says::Rule(rule), _)) => rule.way != Way::Shield,
        told => told.is_some(),
    }
}

/// Whether a word that ends titles stands inside one.
fn is_inside(lexer: &Words, at: usize) -> bool {
    let is = |at: usize| TABLE.title.inside.longest(lexer.keys(at).take(2)).is_some();
    is(at) || at.checked_sub(1).is_some_and(is)
}

/// Whether a verb or the like begins here that no title has in it.
fn says(lexer: &Words, at: usize) -> bool {
    match TABLE.says.longest(lexer.phrase(at)) {
        Some((Says::Rule(rule), _)) => {
            !matches!(rule.way, Way::Active | Way::Shield)
                || matches!(rule.relation, Some(Relation::Amends | Relation::Details | Relation::Replaces))
        }
        Some((Says::This | Says::Force, _)) => true,
        _ => false,
    }
}

/// Whether what stands behind `và` is another document, or no part of a title.
fn parts_papers(lexer: &Words, source: &Source<'_>, at: usize) -> bool {
    let Some(lexed) = lexer.words.get(at) else { return true };
    let next = source.numbers.partition_point(|number| number.range.start < lexed.word.start);
    let numbered = source.numbers.get(next).is_some_and(|number| number.range.start == lexed.word.start);
    numbered || TABLE.laws.longest(lexer.phrase(at)).is_some() || TABLE.title.apart.longest(lexer.keys(at)).is_some()
}

/// A law whose title tells what it amends; its number stands behind the last of them.
fn amending(
    lexer: &Words,
    source: &Source<'_>,
    n: usize,
    kind_words: usize,
    numbers: &mut usize,
    named: &mut Vec<Named>,
) -> Option<(Kind, usize, usize)> {
    let verb = n + kind_words;
    lexer.words.get(verb).filter(|lexed| lexed.gap.joins())?;
    let (Says::Rule(rule), verb_words) = TABLE.says.longest(lexer.phrase(verb))? else { return None };
    if rule.relation != Some(Relation::Amends) || rule.way != Way::Active {
        return None;
    }
    let mut at = verb + verb_words;
    while lexer.words.get(at).is_some_and(|lexed| TABLE.title.whole.contains(&lexed.word.key)) {
        at += 1;
    }
    let mut amended = Vec::new();
    let (mut end, mut number) = (at, None);
    while let Some(((), count)) = lexer.words.get(at).and_then(|_| TABLE.laws.longest(lexer.phrase(at))) {
        let Some(stop) = title_end(lexer, source, at + count) else { break };
        let kind = kind_of(lexer, source.text, at, count);
        let range = lexer.words[at].word.start..lexer.words[stop - 1].word.end;
        amended.push(titled(&kind, text_of(source.text, lexer, at + count..stop), None, range));
        end = stop;
        let inside = source.numbers[*numbers..].iter().find(|mention| mention.range.end > lexer.words[at].word.start);
        if let Some(mention) = inside.filter(|mention| mention.range.start <= lexer.words[stop - 1].word.end) {
            number = Some(mention);
            break;
        }
        // the next of a list
        let and = lexer.words.get(stop).is_some_and(|lexed| lexed.word.key == TABLE.join.and);
        let comma = lexer.words.get(stop).is_some_and(|lexed| lexed.gap.comma);
        if !and && !comma {
            break;
        }
        at = stop + usize::from(and);
    }
    if amended.is_empty() {
        return None;
    }
    let first = named.len();
    let start = lexer.words[n].word.start;
    let last = number.map_or(lexer.words[end - 1].word.end, |mention| mention.range.end);
    named.append(&mut amended);
    let amends: Vec<usize> = (first..named.len()).collect();
    let paper = match number {
        Some(mention) => Paper::Number(mention.number.clone()),
        None => {
            let title = text_of(source.text, lexer, n + kind_words..end);
            titled(&kind_of(lexer, source.text, n, kind_words), title, None, 0..0).paper
        }
    };
    named.push(Named { paper, range: start..last, amends });
    if number.is_some() {
        *numbers += source.numbers[*numbers..].iter().take_while(|mention| mention.range.start < last).count();
    }
    let count = lexer.words[n..].iter().take_while(|lexed| lexed.word.start < last).count();
    Some((Kind::Papers(named.len() - 1..named.len()), count, last))
}

/// A title with the short forms that the text defines written out: `Thuế TNCN`.
fn written_out(title: &str, shorts: &[AbbreviationMention]) -> String {
    let is_short = |word: &str| word.len() > 1 && !word.chars().any(char::is_lowercase);
    if shorts.is_empty() || !title.split(' ').any(is_short) {
        return title.to_owned();
    }
    let long = |word: &str| {
        let short = shorts.iter().find(|short| is_short(word) && short.short == word);
        short.map_or_else(|| word.to_owned(), |short| plain(&short.long).to_lowercase())
    };
    title.split(' ').map(long).collect::<Vec<_>>().join(" ")
}

/// The words of a range as they stand there, with commas and single blanks.
fn text_of(text: &str, lexer: &Words, range: Range<usize>) -> String {
    if range.is_empty() {
        return String::new();
    }
    let written = &text[lexer.words[range.start].word.start..lexer.words[range.end - 1].word.end];
    plain(written)
}

/// A text with single blanks and without marks of emphasis.
pub(super) fn plain(text: &str) -> String {
    let letters: String = text.chars().map(|c| if matches!(c, '*' | '_' | '|' | '>') { ' ' } else { c }).collect();
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}
