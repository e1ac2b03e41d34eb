//! A passage and a reading to the stretches of the passage that answer it.

use std::cmp::Ordering;
use std::collections::HashSet;

use super::dates;
use crate::analysis::{Agreement, Analysis, Token, agreement, kept};
use crate::mention::number::Number;
use crate::mention::person::{Likeness, PersonMention, likeness, typed_likeness};
use crate::query::{Alternative, Filter, Matching, Part, PhraseTest, Reading, TypedName, Word};
use crate::store::{Interval, StoredPassage};

/// Bytes of a passage's text, on letter boundaries.
pub type Span = std::ops::Range<usize>;

/// What highlights are made of.
pub(super) struct Wanted<'a> {
    pub(super) reading: &'a Reading,
    pub(super) alternatives: &'a [Alternative],
    pub(super) phrases: &'a PhraseTest,
    pub(super) matching: Matching,
}

/// The stretches of a passage that hold words of the query or a document that it names.
///
/// A phrase is marked where it stands as a whole, and nothing else of it. A stop word is marked only
/// beside a word that says something. Where a word stands with the diacritics that were typed, its
/// other spellings are not marked.
pub(super) fn highlights(passage: &StoredPassage, wanted: &Wanted) -> Vec<Span> {
    let mut spans = kept(&passage.text, |analysis| {
        let mut spans = words(&passage.text, analysis, wanted);
        spans.extend(wanted.phrases.places(analysis));
        spans.extend(wanted.alternatives.iter().flat_map(|alternative| standing_in(analysis, &alternative.words)));
        spans
    });
    spans.extend(mentions(passage, wanted.reading));
    unite(spans)
}

/// The words that were typed outside of phrases.
fn loose_words(reading: &Reading) -> impl Iterator<Item = &Word> {
    reading.groups.iter().filter(|group| !group.phrase).flat_map(|group| &group.words)
}

/// The document numbers and people that fit one of the query, and the times that lie in or closely around one.
fn mentions(passage: &StoredPassage, reading: &Reading) -> Vec<Span> {
    let (mut numbers, mut wanted, mut names) = (Vec::<&Number>::new(), Vec::new(), Vec::<&TypedName>::new());
    let parts: HashSet<Part> = loose_words(reading).filter_map(|word| word.part).collect();
    for part in parts {
        match part {
            Part::Number(at) => numbers.extend(reading.numbers.get(at).map(|typed| &typed.number)),
            Part::Date(at) => wanted.extend(reading.dates.get(at).and_then(|date| Interval::of(&date.mention))),
            Part::Person(at) => names.extend(reading.people.get(at)),
        }
    }
    for filter in &reading.filters {
        match filter {
            Filter::Number(typed) => numbers.push(&typed.number),
            Filter::Date(date) => wanted.extend(Interval::of(&date.mention)),
            Filter::Person(name) => names.push(name),
            Filter::InForce(_) => {}
        }
    }
    let fits: Vec<_> = numbers.into_iter().map(Number::fitter).collect();
    let named = passage.mentions.numbers.iter();
    let named = named.filter(|mention| fits.iter().any(|fit| fit(&mention.number).is_some()));
    let dated = passage.mentions.dates.iter().filter(|mention| {
        Interval::of(mention).is_some_and(|written| wanted.iter().any(|wanted| dates::is_close(*wanted, written)))
    });
    let people = passage.mentions.people.iter().chain(&passage.mentions.possible);
    let people = people.filter(|mention| names.iter().any(|name| is_named(name, mention)));
    let spans = named.map(|mention| mention.range.clone()).chain(dated.map(|mention| mention.range.clone()));
    let spans = spans.chain(people.map(|mention| mention.range.clone()));
    spans.filter(|span| passage.text.get(span.clone()).is_some()).collect()
}

/// Whether a mention may be of the person whose name was typed.
fn is_named(typed: &TypedName, mention: &PersonMention) -> bool {
    let name = typed.name.syllables.join(" ");
    match (typed.name.short, mention.name.rsplit(' ').next()) {
        (true, Some(given)) => likeness(&name, given) >= Likeness::Unmarked,
        _ => {
            let written = mention.written.iter().chain([&mention.name]);
            written.map(|written| typed_likeness(&name, written)).max() > Some(Likeness::Different)
        }
    }
}

/// Spans in order, those that touch or overlap as one.
fn unite(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_by_key(|span| span.start);
    let mut united: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match united.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => united.push(span),
        }
    }
    united
}

/// A word of the query in a passage, by its number.
struct Written {
    span: Span,
    word: usize,
    agreement: Agreement,
}

/// The words of the query: whole ones, neighbors in one stretch.
fn words(text: &str, analysis: &Analysis, wanted: &Wanted) -> Vec<Span> {
    let words: Vec<&Word> = loose_words(wanted.reading).collect();
    let mut written: Vec<Written> = Vec::new();
    for token in analysis.words() {
        for (at, word) in words.iter().enumerate().filter(|(_, word)| word.folded == token.folded) {
            written.push(Written { span: token.start..token.end, word: at, agreement: agrees(word, token.exact) });
        }
    }
    let mut best = vec![Agreement::Folded; words.len()];
    written.iter().for_each(|written| best[written.word] = best[written.word].max(written.agreement));
    // as well as the best that the passage has
    let least = |word: usize| match wanted.matching {
        Matching::Exact => Agreement::Exact,
        // typed without marks it is any word of its letters
        Matching::Folded if words[word].marked() => best[word],
        Matching::Folded => best[word].min(Agreement::Compatible),
    };
    written.retain(|written| written.agreement >= least(written.word));
    let exact: Vec<(Span, usize)> = written
        .iter()
        .filter(|written| written.agreement == Agreement::Exact && !words[written.word].stop)
        .map(|written| (written.span.clone(), written.word))
        .collect();
    // where words stand as they were typed, other marks make another word, but beside its neighbor
    let is_beside = |one: &Written| {
        exact.iter().any(|(span, word)| {
            let gap = match word.cmp(&one.word) {
                Ordering::Less => text.get(span.end..one.span.start),
                _ => text.get(one.span.end..span.start),
            };
            word.abs_diff(one.word) == 1 && gap.is_some_and(beside)
        })
    };
    let is_it = |written: &Written| written.agreement == Agreement::Exact || !words[written.word].marked();
    written.retain(|written| exact.is_empty() || is_it(written) || is_beside(written));
    let each = written.chunk_by(|one, other| one.span == other.span);
    let matched: Vec<(Span, bool)> =
        each.map(|each| (each[0].span.clone(), each.iter().all(|written| words[written.word].stop))).collect();
    join(text, &matched)
}

/// Where words that stand for others stand: all side by side, else any two neighbors of them, by which they are looked
/// for: `làm thêm` of `giờ làm thêm`.
fn standing_in(analysis: &Analysis, words: &[String]) -> Vec<Span> {
    let whole = runs(analysis, words);
    if whole.is_empty() && words.len() > 2 {
        return words.windows(2).flat_map(|two| runs(analysis, two)).collect();
    }
    whole
}

/// Where folded words stand side by side.
fn runs(analysis: &Analysis, words: &[String]) -> Vec<Span> {
    let tokens: Vec<Token> = analysis.words().collect();
    let stands = |run: &&[Token]| run.iter().zip(words).all(|(token, word)| token.folded == word);
    let runs = tokens.windows(words.len().max(1)).filter(stands);
    runs.filter_map(|run| Some(run.first()?.start..run.last()?.end)).collect()
}

/// Numbers agree whatever their leading zeros.
fn agrees(word: &Word, written: &str) -> Agreement {
    match agreement(&word.exact, written) {
        Agreement::None => Agreement::Compatible,
        agreement => agreement,
    }
}

/// Puts neighbors together and drops stop words that stand alone.
fn join(text: &str, matched: &[(Span, bool)]) -> Vec<Span> {
    let mut joined: Vec<(Span, bool)> = Vec::new();
    for (span, stop) in matched {
        match joined.last_mut() {
            Some((last, only_stop)) if text.get(last.end..span.start).is_some_and(beside) => {
                last.end = span.end;
                *only_stop &= stop;
            }
            _ => joined.push((span.clone(), *stop)),
        }
    }
    joined.into_iter().filter(|(_, only_stop)| !only_stop).map(|(span, _)| span).collect()
}

/// Whether nothing but blanks, or the sign of a symbol, parts two words.
fn beside(between: &str) -> bool {
    between.chars().all(char::is_whitespace) || matches!(between, "/" | "-" | "." | "&" | "–")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mention::Mentions;
    use crate::query::{parse, read};

    fn check(query: &str, text: &str, expected: &[&str]) {
        let mentions = Mentions::of(text, None);
        let passage = StoredPassage { text: text.to_owned(), mentions, ..StoredPassage::default() };
        let (reading, phrases) = (read(&parse(query)), PhraseTest::default());
        let wanted = Wanted { reading: &reading, alternatives: &[], phrases: &phrases, matching: Matching::Folded };
        let spans = highlights(&passage, &wanted);
        let found: Vec<&str> = spans.into_iter().map(|span| &text[span]).collect();
        assert_eq!(found, expected, "{query} in {text}");
    }

    #[test]
    fn the_sources_own_letters_are_marked() {
        check("do van thang", "đồng chí Đỗ Văn Thắng, Chủ tịch", &["Đỗ Văn Thắng"]);
        check("Đỗ Văn Thắng", "ĐỖ VĂN THẮNG và đo văn", &["ĐỖ VĂN THẮNG", "văn"]);
        check("họp năm nào", "xã họp ở Việt Nam", &["họp"]);
        check("tỉnh họp", "tình hình tỉnh", &["tỉnh"]);
        check("họp tỉnh", "họp tình, tình hình", &["họp tình"]);
        check("năm", "Việt Nam", &["Nam"]);
        check("nam hop", "năm họp, Nam", &["năm họp", "Nam"]);
        check("Đổ Văn Thắng", "Đỗ Văn Thắng", &["Đỗ Văn Thắng"]);
        check("bán", "bán và bạn", &["bán"]);
        check("thư ký của tỉnh", "thư ký của tỉnh; của cải", &["thư ký của tỉnh"]);
        check("06-ct/tu", "Chỉ thị số 06-CT/TU về", &["Chỉ thị số 06-CT/TU"]);
        check("4/4/1947", "ngày 04.4.1947", &["ngày 04.4.1947"]);
        check(
            "ngày:30/4",
            "Dịp 30/4, cờ treo từ ngày 28/4/1975 đến 30/4/1975, trong tháng 4/1975.",
            &["30/4", "từ ngày 28/4/1975 đến 30/4/1975"],
        );
        check("30 tháng 4", "Ngày 30 tháng 4 năm 1975, xưởng nghỉ", &["Ngày 30 tháng 4 năm 1975"]);
        check("ngày:1950..1952", "năm 1951, năm 1953", &["năm 1951"]);
        check("benh vien", "be\u{302}\u{323}nh viện", &["be\u{302}\u{323}nh viện"]);
        check("QĐ 315", "theo QĐ 111, 176, 315/HĐBT", &["QĐ 111, 176, 315/HĐBT"]);
        check("ai", "ai đó", &[]);
    }
}
