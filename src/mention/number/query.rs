//! A query to references to numbered documents: also in small letters, without diacritics, parted by blanks.

use std::ops::Range;

use super::find::find;
use super::mention::NumberMention;
use super::symbol::{self, SymbolPart, Written};
use super::tables::{
    self, FOLDED_COUNTED, FOLDED_FOLLOWS, FOLDED_TYPES, ISSUER_WORDS, MAX_WORDS, Needs, Part, TypeWords,
};
use super::value::Number;
use crate::analysis::{Analysis, Token, fold};
use crate::text::is_dash;

/// All references to numbered documents in a query: those of [`find`], and those that are typed with
/// blanks for signs, in any case, or without diacritics (`chi thi 06 tinh uy`, `142 kh ldld`).
pub fn find_in_query(text: &str) -> Vec<NumberMention> {
    find_typed(text, false)
}

/// The same; where a number is asked for, `12/2015` is one and no month.
fn find_typed(text: &str, is_asked: bool) -> Vec<NumberMention> {
    let analysis = Analysis::of(text);
    let words: Vec<Token> = analysis.words().flat_map(|word| unglued(text, word)).collect();
    let mut mentions = find(text);
    let mut typed = Vec::new();
    let mut at = 0;
    while at < words.len() {
        at = match read_at(text, &words, at, is_asked) {
            Some((mention, next)) => {
                typed.push(mention);
                next
            }
            None => at + 1,
        };
    }
    mentions.sort_by_key(|mention| mention.range.start);
    let known = Placed::new(&mentions);
    // what the text says more fully holds
    typed.retain(|new: &NumberMention| {
        known.over(&new.range).all(|old| {
            let wider = new.range.start < old.range.start || old.range.end < new.range.end;
            let (known, more) = (old.number.key(), new.number.key());
            let fuller = wider && (known == more || known.parts.len() < more.parts.len());
            fuller && is_one(&mentions, old)
        })
    });
    let fuller = Placed::new(&typed);
    mentions.retain(|old| fuller.over(&old.range).next().is_none());
    mentions.append(&mut typed);
    mentions.extend(mentions.is_empty().then(|| read_whole(text)).flatten());
    mentions.sort_by_key(|mention| mention.range.start);
    mentions
}

/// The type and the number of a word that holds both, in either order: `KH142`, `142kh`; else the word itself.
fn unglued<'a>(text: &str, word: Token<'a>) -> impl Iterator<Item = Token<'a>> {
    let is_digit = |c: char| c.is_ascii_digit();
    let starts_with_digit = word.folded.starts_with(is_digit);
    let turn = |form: &str| form.find(|c: char| is_digit(c) != starts_with_digit);
    let parts = || {
        let source = turn(&text[word.start..word.end])?;
        let [exact, folded] = [word.exact, word.folded].map(|form| turn(form).map(|at| form.split_at(at)));
        let (exact, folded) = exact.zip(folded)?;
        let first = Token { end: word.start + source, exact: exact.0, folded: folded.0, ..word };
        let second = Token { start: word.start + source, exact: exact.1, folded: folded.1, ..word };
        let (letters, digits) = if starts_with_digit { (second, first) } else { (first, second) };
        let is_number = (1..=6).contains(&digits.folded.len()) && digits.folded.chars().all(is_digit);
        let is_type = letters.folded.len() > 1
            && matches!(SymbolPart::new(symbol::fold_part(letters.exact)).known, Some(Part::Type(_)));
        (is_number && is_type).then_some([first, second])
    };
    let parts = parts();
    let whole = parts.is_none().then_some(word);
    parts.into_iter().flatten().chain(whole)
}

/// Whether a word stands right behind the one before it, with nothing between.
fn is_glued(words: &[Token], at: usize) -> bool {
    at > 0 && at < words.len() && words[at - 1].end == words[at].start
}

/// The document that a text names and nothing else: a number in any of its spellings, or its digits, `số` before them
/// or not. As nothing but a number can be meant, small letters and blanks around signs are no hindrance.
pub fn read(text: &str) -> Option<Number> {
    let text = text.trim();
    let named = text.split_once(char::is_whitespace).filter(|(word, _)| fold(word) == "so").map(|(_, rest)| rest);
    let digits = named.unwrap_or(text).trim().trim_start_matches('0');
    if !digits.is_empty() && digits.len() < 7 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(Number { number: digits.to_owned(), year: None, symbol: None, kind: None, issuer: None });
    }
    let first = |text: &str| find_typed(text, true).into_iter().next().map(|mention| mention.number);
    first(text).or_else(|| first(&as_printed(text))).or_else(|| turned(text).iter().find_map(|text| first(text)))
}

/// The numbers that a text names behind the one that is [`read`], as they are written.
pub fn behind_first(text: &str) -> Vec<String> {
    let behind = find(text).into_iter().skip(1).filter(|mention| mention.number.symbol.is_some());
    behind.map(|mention| mention.written).collect()
}

/// A type and digits in the order and with the sign that papers give them: `ct 06`, `06cttu`, `06 chi thi`.
fn turned(text: &str) -> Vec<String> {
    let is_digit = |c: char| c.is_ascii_digit();
    let Some(start) = text.find(is_digit) else { return Vec::new() };
    let end = text[start..].find(|c: char| !is_digit(c)).map_or(text.len(), |end| start + end);
    let (digits, letters) = match (text[..start].trim(), text[end..].trim()) {
        (letters, "") | ("", letters) if !letters.contains(is_digit) => (&text[start..end], letters),
        _ => return Vec::new(),
    };
    let known = |letters: &str| SymbolPart::new(symbol::fold_part(letters)).known;
    let is_kind = |letters: &str| matches!(known(letters), Some(Part::Type(_)));
    let is_pair = |(kind, issuer): &(&str, &str)| is_kind(kind) && matches!(known(issuer), Some(Part::Issuer(..)));
    let mut pairs = letters.char_indices().filter(|(at, _)| *at >= 2).map(|(at, _)| letters.split_at(at));
    let as_symbol = match pairs.find(is_pair) {
        _ if is_kind(letters) => Some(format!("{digits}/{}", letters.to_uppercase())),
        Some((kind, issuer)) => Some(format!("{digits}/{}-{}", kind.to_uppercase(), issuer.to_uppercase())),
        None => None,
    };
    let is_type = FOLDED_TYPES.get(&fold(letters)).is_some();
    as_symbol.into_iter().chain(is_type.then(|| format!("{letters} {digits}"))).collect()
}

/// A number as papers print it: in capitals, with no blanks around its signs.
fn as_printed(text: &str) -> String {
    let mut printed = text.to_uppercase();
    for sign in ['/', '-'] {
        let parts: Vec<&str> = printed.split(sign).map(str::trim).collect();
        printed = parts.join(sign.encode_utf8(&mut [0; 4]));
    }
    printed
}

/// A query that is nothing but a number and its symbol, which need not be known: `5/XYZ`.
fn read_whole(text: &str) -> Option<NumberMention> {
    let start = text.len() - text.trim_start().len();
    let is_number = text[start..].starts_with(|c: char| c.is_ascii_digit());
    let written = is_number.then(|| symbol::read(text, start)).flatten()?;
    let (end, whole) = (written.end, !written.parts.is_empty() && text[written.end..].trim().is_empty());
    let spelling = written.spelling(text, &written);
    let number = whole.then(|| Number::of(written, None))?;
    Some(NumberMention::cited(start..end, number, spelling))
}

/// Mentions in order of where they begin, to be found by their place.
struct Placed<'a> {
    mentions: &'a [NumberMention],
    /// How far any of them up to each reaches.
    reach: Vec<usize>,
}

impl<'a> Placed<'a> {
    fn new(mentions: &'a [NumberMention]) -> Self {
        let furthest = |reach: &mut usize, mention: &NumberMention| {
            *reach = mention.range.end.max(*reach);
            Some(*reach)
        };
        Self { mentions, reach: mentions.iter().scan(0, furthest).collect() }
    }

    /// Those that share any letter with a range.
    fn over(&self, range: &Range<usize>) -> impl Iterator<Item = &'a NumberMention> {
        let (start, end) = (range.start, range.end);
        let first = self.reach.partition_point(|reach| *reach <= start);
        let begun = self.mentions[first..].iter().take_while(move |mention| mention.range.start < end);
        begun.filter(move |mention| start < mention.range.end)
    }
}

/// Whether a mention is no member of a list, whose members have one place.
fn is_one(mentions: &[NumberMention], mention: &NumberMention) -> bool {
    let first = mentions.partition_point(|other| other.range.start < mention.range.start);
    let same = mentions[first..].iter().take_while(|other| other.range.start == mention.range.start);
    same.filter(|other| other.range == mention.range).nth(1).is_none()
}

/// The mention whose number is `words[at]`, and the word behind it.
fn read_at(text: &str, words: &[Token], at: usize, is_asked: bool) -> Option<(NumberMention, usize)> {
    let mut written = read_number(text, words[at])?;
    let (start, kind, so) = read_before(text, words, at);
    let mut next = at + 1;
    if let Some(year) = words.get(next).and_then(|word| read_year(word.folded)).filter(|_| is_joined(text, words, next))
    {
        written.year = Some(year);
        next += 1;
    }
    while next < words.len() && is_joined(text, words, next) {
        if let Some((part, count)) = read_part(text, &words[next..]) {
            written.parts.push(part);
            next += count;
            continue;
        }
        let part = SymbolPart::new(symbol::fold_part(words[next].exact));
        if let Some((kind, issuer)) = symbol::unglued(&part) {
            written.parts.extend([kind, issuer].map(SymbolPart::new));
        } else if written.year.is_some() && is_signed(text, words[next]) {
            written.parts.push(SymbolPart::new(words[next].exact.to_uppercase()));
        } else {
            break;
        }
        next += 1;
    }
    // words that name an issuer may stand behind `của`
    let of = kind.is_some() && written.parts.is_empty() && words.get(next).is_some_and(|word| word.folded == "cua");
    if let Some((part, count)) = of.then(|| read_issuer(&words[next + 1..])).flatten() {
        written.parts.push(part);
        next += 1 + count;
    }
    let glued = so || text[words[at].end..].starts_with(['/', '-']) || is_glued(words, at + 1);
    let is_year = written.number.len() == 4 && read_year(&written.number).is_some() && !is_glued(words, at);
    let alone = next > at + 1 || !is_counted(words, next);
    let has_year = written.year.is_some() && &text[words[at].end..words[next - 1].start.max(words[at].end)] == "/";
    // more months than a year has: `45/2019`
    let is_no_month = has_year && (is_asked || written.number.parse().is_ok_and(|number: u32| number > 12));
    let fits = match kind {
        Some(_) if !written.parts.is_empty() => true,
        Some(TypeWords { needs: Needs::Symbol, .. }) => alone && is_no_month,
        // `kh 142` is as short as `kế hoạch số 142` gets
        Some(TypeWords { needs: Needs::So, abbreviation }) => {
            let typed = text[start..words[at].start].trim_matches(|c: char| !c.is_alphanumeric());
            let is_short = |typed: &str| fold(typed) == fold(abbreviation) && abbreviation.chars().count() > 1;
            let short = is_short(typed) || is_short(&typed.replace('/', ""));
            alone && (so || short && !is_year || has_year)
        }
        Some(_) => alone && !is_year,
        None if written.parts.is_empty() => is_no_month,
        None if is_year && !glued && written.parts.len() < 2 => false,
        None => written.known_types() < written.parts.len() || glued && !written.parts.is_empty(),
    };
    if !fits {
        return None;
    }
    let end = words[next - 1].end;
    let spelling = written.spelling(text, &written);
    let number = Number::of(written, kind.map(|kind| kind.abbreviation));
    Some((NumberMention::cited(start..end, number, spelling), next))
}

/// Whether a word of a few letters is joined to the one before by nothing but a sign: `12/2019/ds-st`.
fn is_signed(text: &str, word: Token) -> bool {
    let letters = (2..=5).contains(&word.folded.len()) && word.folded.bytes().all(|byte| byte.is_ascii_lowercase());
    let plain = word.exact.chars().all(|c| c.is_ascii() || c == 'đ');
    let before = text[..word.start].strip_suffix(['/', '-']);
    letters && plain && before.is_some_and(|before| before.ends_with(char::is_alphanumeric))
}

/// Whether the word behind the number is one that is counted, and is no other without its diacritics: what follows in
/// `nghi dinh 178 con hieu luc` is `còn`.
fn is_counted(words: &[Token], next: usize) -> bool {
    // `qd 12 nam 2020`
    let is_of_year = words.get(next).is_some_and(|word| word.folded == "nam")
        && words.get(next + 1).is_some_and(|word| read_year(word.folded).is_some());
    !is_of_year
        && words.get(next).is_some_and(|word| match word.exact == word.folded {
            true => FOLDED_COUNTED.contains(word.folded) && !FOLDED_FOLLOWS.contains(word.folded),
            false => tables::is_counted(word.exact, false),
        })
}

fn read_number(text: &str, word: Token) -> Option<Written> {
    let digits = word.folded.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let letters = word.folded.len() - digits.len() - symbol::again(&word.folded[digits.len()..]).len();
    let fits = (1..=6).contains(&digits.len()) && digits != "0" && digits.bytes().all(|b| b.is_ascii_digit());
    if !fits || letters > 1 {
        return None;
    }
    let before = text[..word.start].chars().next_back();
    if matches!(before, Some('/' | '-' | '.' | ',' | ':'))
        && text[..word.start - 1].ends_with(|c: char| c.is_ascii_digit())
    {
        return None;
    }
    let number = word.folded.trim_start_matches('0').to_owned();
    Some(Written { number, year: None, parts: Vec::new(), digits: word.start..word.end, end: word.end, slash: false })
}

/// Where the mention starts, its type, and whether `số` stands before the number.
fn read_before(text: &str, words: &[Token], at: usize) -> (usize, Option<TypeWords>, bool) {
    let mut start = words[at].start;
    let mut first = at;
    let mut so = false;
    if at > 0 && words[at - 1].folded == "so" && is_joined(text, words, at) {
        (start, first, so) = (words[at - 1].start, at - 1, true);
    }
    for count in (1..=MAX_WORDS.min(first)).rev() {
        let folded: Vec<&str> = words[first - count..first].iter().map(|word| word.folded).collect();
        let joined = (first - count + 1..=first).all(|n| is_joined(text, words, n));
        if let Some(kind) = FOLDED_TYPES.get(&folded.join(" ")).filter(|_| joined && !is_glued(words, first)) {
            return (words[first - count].start, Some(*kind), so);
        }
        // an abbreviation that is glued to the number can be nothing else
        let part = SymbolPart::new(symbol::fold_part(words[first - 1].exact));
        if let Some(Part::Type(abbreviation)) = part.known.filter(|_| count == 1 && is_glued(words, first)) {
            return (words[first - 1].start, Some(TypeWords { abbreviation, needs: Needs::Nothing }), so);
        }
        // `K/H`: an abbreviation in pieces
        let sign = |n: usize| text[words[n - 1].end..words[n].start].trim() == "/";
        let in_pieces = count > 1 && folded.iter().all(|word| word.len() == 1) && (first - count + 1..first).all(sign);
        if let Some(kind) = FOLDED_TYPES.get(&folded.concat()).filter(|_| joined && in_pieces) {
            return (words[first - count].start, Some(*kind), so);
        }
    }
    (start, None, so)
}

fn read_year(word: &str) -> Option<u16> {
    word.parse().ok().filter(|year| word.len() == 4 && (1930..=2099).contains(year))
}

/// Whether nothing parts a word from the one before it.
fn is_joined(text: &str, words: &[Token], at: usize) -> bool {
    text[words[at - 1].end..words[at].start]
        .chars()
        .all(|c| c.is_whitespace() || matches!(c, '/' | '\\' | '_' | '&' | '.' | ':') || is_dash(c))
}

/// A known part of a symbol, or words that name an issuer, at the start of `words`; how many words.
fn read_part(text: &str, words: &[Token]) -> Option<(SymbolPart, usize)> {
    if let Some(issuer) = read_issuer(words).filter(|(_, count)| *count > 1) {
        return Some(issuer);
    }
    let word = words.first()?;
    let part = SymbolPart::new(symbol::fold_part(word.exact));
    let is_known = match part.known? {
        // a single letter must be joined: `23-L/CTN`
        Part::Type(abbreviation) => abbreviation.len() > 1 || text[..word.start].ends_with(['/', '-']),
        Part::Issuer(..) => true,
    };
    // a word of the language is no symbol: `từ` is not TU
    let is_word = word.exact.chars().any(|c| !c.is_ascii() && !matches!(c, 'đ' | 'ư'));
    (is_known && !is_word).then_some((part, 1))
}

fn read_issuer(words: &[Token]) -> Option<(SymbolPart, usize)> {
    (1..=7.min(words.len())).rev().find_map(|count| {
        let folded: Vec<&str> = words[..count].iter().map(|word| word.folded).collect();
        ISSUER_WORDS.get(&folded.join(" ")).map(|symbol| (SymbolPart::new(*symbol), count))
    })
}
