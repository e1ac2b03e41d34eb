//! What stands beside a capitalized word to what it says about a name there.

use super::lexicon::{Found, Lexicon, flag, kind};
use super::word::{Gap, Shape, Word};
use crate::analysis::exact;
use crate::mention::lists::{ADVERBS, COMMUNES, SEVERAL};
use crate::text::is_listed;

/// What stands before a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Left {
    Nothing,
    /// A form of address or a rank directly before; its kinds are bits of [`kind`].
    Title(u32),
    /// Words that open a list of names: `các đồng chí:`.
    Many,
    /// An office directly before.
    Office,
    /// An office earlier in the phrase: `Chủ tịch LĐLĐ tỉnh`.
    OfficeFar,
    /// `Ảnh:`, `Tác giả:`, a cell before it that names an office.
    Byline,
    /// `tức`, `bí danh`.
    Alias,
    /// `tư tưởng`, `tấm gương`.
    Thought,
    /// A word whose name is a place or thing.
    Place,
    /// A body that is named after people, earlier in the phrase.
    Named,
    /// `tại`, `từ`.
    At,
}

/// What stands behind a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Right {
    Nothing,
    /// An office behind a comma, dash or bracket, or directly.
    Office,
    /// What people do or are: `cho biết`, `sinh năm`, years of a life.
    Says,
    /// A day in brackets, as behind the author of an article.
    Dated,
}

/// How far back in a phrase an office or a body is looked for.
const FAR: usize = 14;

/// What people do or are.
const SAID: u32 = kind::SAYS | kind::HUMAN;

const DIRECT: u32 = kind::TITLE
    | kind::MANY
    | kind::OFFICE
    | kind::PLACE_HEAD
    | kind::NAMED_HEAD
    | kind::ALIAS
    | kind::AT
    | kind::THOUGHT
    | kind::PAIR;

/// What stands before `words[at]`.
pub(super) fn left(lexicon: &Lexicon, words: &[Word], at: usize) -> Left {
    match words[at].gap {
        Gap::Blank | Gap::Line | Gap::Hyphen | Gap::Comma if is_address(lexicon, words, at) => Left::Place,
        Gap::Blank | Gap::Line | Gap::Hyphen => match lexicon.backward(words, at, DIRECT) {
            Some(found) => direct(lexicon, words, at, found),
            None => far(lexicon, words, at),
        },
        Gap::Stop | Gap::Dot if at > 0 => abbreviated(lexicon, words, at),
        Gap::Open => match lexicon.backward(words, at, kind::TITLE | kind::OFFICE) {
            Some(found) if found.kinds & kind::OFFICE != 0 => Left::OfficeFar,
            _ => Left::Nothing,
        },
        Gap::Colon | Gap::Cell => leading(lexicon, words, at),
        Gap::Quote => match lexicon.backward(words, at, kind::PLACE_HEAD | kind::NAMED_HEAD | kind::ALIAS) {
            Some(found) if found.kinds & kind::ALIAS != 0 => Left::Alias,
            Some(_) => Left::Place,
            None => Left::Nothing,
        },
        _ => Left::Nothing,
    }
}

/// A street without the word: `17 Nguyễn Gia Thiều, phường …`.
fn is_address(lexicon: &Lexicon, words: &[Word], at: usize) -> bool {
    let number = at > 0 && words[at - 1].shape == Shape::Other && words[at - 1].end - words[at - 1].start <= 5;
    if !number || words[at].gap != Gap::Blank {
        return false;
    }
    let behind = words[at..].iter().take(6).skip(1).position(|word| !word.capital() || word.gap != Gap::Blank);
    let Some(end) = behind.map(|behind| at + 1 + behind) else { return false };
    matches!(words[end].gap, Gap::Comma | Gap::Dash)
        && (lexicon.forward(words, end, kind::PLACE_HEAD | kind::PLACE).is_some()
            || words[end].end - words[end].start == 1)
}

fn direct(lexicon: &Lexicon, words: &[Word], at: usize, found: Found) -> Left {
    let kinds = found.kinds;
    let start = at - found.len;
    let has = |wanted: u32| kinds & wanted != 0;
    if has(kind::MANY) {
        return Left::Many;
    }
    if has(kind::ALIAS) && !words[start].capital() {
        // `mở quán lấy tên là …`: the name of a thing
        let thing =
            found.len == 3 && start > 0 && words[start].gap == Gap::Blank && is_named_thing(lexicon, words, start);
        return if thing { Left::Named } else { Left::Alias };
    }
    if has(kind::TITLE) && is_title(lexicon, words, start, found) {
        return Left::Title(kinds & kind::TITLE);
    }
    if has(kind::OFFICE) {
        return Left::Office;
    }
    if has(kind::THOUGHT) {
        return Left::Thought;
    }
    if has(kind::AREA) && is_whole_name(lexicon, words, at) {
        let left = far(lexicon, words, at);
        let body = start > 0 && words[start].gap == Gap::Blank && lexicon.flags(words[start - 1].id) & flag::BODY != 0;
        return if body || left == Left::OfficeFar { left } else { Left::Place };
    }
    if has(kind::PLACE_HEAD) && is_era_of_person(lexicon, words, at, found) {
        return far(lexicon, words, at);
    }
    if has(kind::PLACE_HEAD) && is_head(lexicon, words, at, start, found) {
        // `Chủ tịch UBND xã Trần Văn Khải`: communes bear no such names
        let commune = found.len == 1 && COMMUNES.iter().any(|head| lexicon.by_spelling(head) == Some(words[start].id));
        let middle = words.get(at + 1).is_some_and(|word| lexicon.flags(word.id) & flag::MIDDLE != 0);
        if commune
            && (middle || lexicon.flags(words[at].id) & flag::STRONG != 0)
            && is_whole_name(lexicon, words, at)
            && far(lexicon, words, at) == Left::OfficeFar
        {
            return Left::OfficeFar;
        }
        return Left::Place;
    }
    if has(kind::NAMED_HEAD) && is_head(lexicon, words, at, start, found) {
        return if far(lexicon, words, at) == Left::OfficeFar { Left::Named } else { Left::Place };
    }
    if has(kind::AT) && !words[start].capital() || has(kind::AT) && words[start].gap != Gap::Blank {
        return Left::At;
    }
    far(lexicon, words, at)
}

/// Whether a word of a thing or body stands right before `lấy tên là`, no name, pronoun or adverb.
fn is_named_thing(lexicon: &Lexicon, words: &[Word], start: usize) -> bool {
    let taken = ["lấy", "mang"].iter().any(|word| lexicon.by_spelling(word) == Some(words[start].id));
    let before = &words[start - 1];
    let somebody = lexicon.is(before, kind::TITLE | kind::ENDS | kind::JOIN | kind::ELECTED | kind::MODIFIER)
        || ADVERBS.iter().any(|word| lexicon.by_spelling(word) == Some(before.id));
    taken && before.shape == Shape::Small && !somebody
}

/// Kinship words are capitalized only where a sentence starts: `Anh` inside one is England or a name.
fn is_title(lexicon: &Lexicon, words: &[Word], start: usize, found: Found) -> bool {
    let lone = found.len == 1;
    let inside = words[start].shape == Shape::Capital
        && match words[start].gap {
            Gap::Blank => true,
            // `Chu Đức, Bác Cổ, …` is a list of names
            Gap::Comma | Gap::Semicolon => words.get(start + 2).is_none_or(|next| next.gap != Gap::Blank),
            _ => false,
        };
    // `MS` is no lady
    if lone && words[start].shape == Shape::Upper && words[start].plain && words[start].end - words[start].start <= 2 {
        return found.kinds & kind::ANY != 0;
    }
    // `em` in `trẻ em` is nobody's title
    if lone && is_part(lexicon, words, start) {
        return false;
    }
    // `Bác`, `Cô`, `Anh` inside a sentence; `Ông` and `Bà` are written so out of respect
    let kin = found.kinds & kind::AGE != 0;
    !(lone && inside && kin)
}

/// A family name and two syllables more that are no place: `UBND tỉnh Trần Văn Khải`.
fn is_whole_name(lexicon: &Lexicon, words: &[Word], at: usize) -> bool {
    let known = lexicon.forward(words, at, kind::PLACE | kind::KNOWN).is_some();
    let rest = words[at..].iter().take(4).skip(1).take_while(|word| word.capital() && word.gap == Gap::Blank).count();
    let shape = words[at..].iter().take(rest + 1).all(|word| word.shape == words[at].shape);
    !known && rest == 2 && shape && lexicon.flags(words[at].id) & flag::FAMILY != 0
}

/// `dưới thời Trần Văn Khải` is the time of a person, `thời Trần` that of a house.
fn is_era_of_person(lexicon: &Lexicon, words: &[Word], at: usize, found: Found) -> bool {
    let head = words[at - 1].id;
    let era = found.len == 1 && ["thời", "đời"].iter().any(|era| lexicon.by_spelling(era) == Some(head));
    if !era || lexicon.forward(words, at, kind::PLACE).is_some() {
        return false;
    }
    let name = || {
        let rest = words[at + 1..].iter().take_while(|word| word.capital() && word.gap == Gap::Blank);
        std::iter::once(&words[at]).chain(rest)
    };
    let known = lexicon.forward(words, at, kind::KNOWN).is_some_and(|known| known.len > 1);
    let full = name().nth(2).is_some() && lexicon.flags(words[at].id) & flag::FAMILY != 0;
    known || full || name().nth(1).is_some() && name().all(|word| word.plain && !lexicon.has(word.id))
}

/// A head of one syllable may be the end of a longer word: `lao động`, `Chính phủ`.
fn is_head(lexicon: &Lexicon, words: &[Word], at: usize, start: usize, found: Found) -> bool {
    let part = found.len == 1 && is_part(lexicon, words, start);
    // a capitalized `Hồ`, `Cầu` or `Bản` inside a sentence is a name itself
    let name = found.len == 1
        && words[start].shape == Shape::Capital
        && words[at].shape == Shape::Capital
        && lexicon.flags(words[start].id) & flag::FAMILY != 0;
    !part && !name
}

/// Whether the word is the second half of a common compound.
fn is_part(lexicon: &Lexicon, words: &[Word], at: usize) -> bool {
    at > 0 && words[at].gap == Gap::Blank && lexicon.is_phrase(&[words[at - 1].id, words[at].id], kind::PAIR)
}

/// Titles and heads that end in a full stop: `TS. Nguyễn`, `TP. Hồ Chí Minh`.
fn abbreviated(lexicon: &Lexicon, words: &[Word], at: usize) -> Left {
    let last = &words[at - 1];
    let short = last.plain && last.end - last.start <= 4;
    match lexicon.backward(words, at, kind::TITLE | kind::PLACE_HEAD) {
        Some(found) if short && found.kinds & kind::PLACE_HEAD != 0 && found.len <= 2 => Left::Place,
        Some(found) if short && last.capital() && found.kinds & (kind::ANY | kind::HE | kind::SHE) != 0 => {
            Left::Title(found.kinds & kind::TITLE)
        }
        _ => Left::Nothing,
    }
}

/// What leads to a name over a colon or the border of a cell.
fn leading(lexicon: &Lexicon, words: &[Word], at: usize) -> Left {
    // `Bí danh: A`, `tự: B`
    // a name in capitals leads a form
    let alias = lexicon.backward(words, at, kind::ALIAS).filter(|_| words[at].shape != Shape::Upper);
    if alias.is_some_and(|alias| !is_part(lexicon, words, at - alias.len) && words[at - alias.len].gap != Gap::Blank) {
        return Left::Alias;
    }
    let heads = kind::BYLINE | kind::MANY | kind::TITLE | kind::OFFICE | kind::PLACE_HEAD | kind::NAMED_HEAD;
    let Some(found) = lexicon.backward(words, at, heads) else {
        return if words[at].gap == Gap::Colon { list_head(lexicon, words, at) } else { Left::Nothing };
    };
    match found.kinds {
        kinds if kinds & kind::MANY != 0 => Left::Many,
        kinds if kinds & (kind::BYLINE | kind::OFFICE) != 0 => Left::Byline,
        kinds if kinds & kind::ANY != 0 && words[at].gap == Gap::Colon => Left::Many,
        kinds if kinds & kind::TITLE != 0 => Left::Nothing,
        // `2 trường: …`
        kinds if kinds & (kind::NAMED_HEAD | kind::PLACE_HEAD) == kind::NAMED_HEAD => {
            let counted = words[at].gap == Gap::Colon && is_counted(lexicon, words, at - found.len);
            if counted { Left::Place } else { Left::Nothing }
        }
        // `các xã: …` is a list of places, `gồm 3 người: …` is none
        _ if words[at].gap == Gap::Colon && lexicon.by_spelling("người") != Some(words[at - 1].id) => Left::Place,
        _ => Left::Nothing,
    }
}

/// Whether a number or a word for several stands before `words[at]` or begins there: `các trường`.
pub(super) fn is_counted(lexicon: &Lexicon, words: &[Word], at: usize) -> bool {
    let is = |word: &Word| SEVERAL.iter().any(|several| lexicon.by_spelling(several) == Some(word.id));
    let before = at.checked_sub(1).and_then(|before| words.get(before));
    words.get(at).is_some_and(is) || before.is_some_and(|before| is(before) || before.shape == Shape::Other)
}

/// `các đồng chí trong Ban Thường vụ:`, `các đồng chí sau đây:`.
fn list_head(lexicon: &Lexicon, words: &[Word], at: usize) -> Left {
    for end in (at.saturating_sub(FAR)..at).rev() {
        if let Some(found) = lexicon.backward(words, end, kind::MANY | kind::PLACE_HEAD) {
            return if found.kinds & kind::MANY != 0 { Left::Many } else { Left::Nothing };
        }
        if end == 0 || !matches!(words[end].gap, Gap::Blank | Gap::Line) {
            break;
        }
    }
    Left::Nothing
}

/// Looks for an office or a body earlier in the phrase.
fn far(lexicon: &Lexicon, words: &[Word], at: usize) -> Left {
    let mut body = false;
    let mut end = at;
    for _ in 0..FAR {
        if end == 0 || !matches!(words[end].gap, Gap::Blank | Gap::Line | Gap::Hyphen) {
            break;
        }
        if let Some(found) = lexicon.backward(words, end, kind::OFFICE | kind::TITLE | kind::NAMED_HEAD | kind::PAIR) {
            if found.kinds & (kind::OFFICE | kind::ANY) != 0 {
                return if body { Left::Named } else { Left::OfficeFar };
            }
            // `trường` in `thị trường` is no school
            let part =
                found.len == 1 && end >= 2 && lexicon.is_phrase(&[words[end - 2].id, words[end - 1].id], kind::PAIR);
            body |= found.kinds & kind::NAMED_HEAD != 0 && !part;
            if found.len > 1 {
                end -= found.len;
                continue;
            }
        }
        let word = &words[end - 1];
        if word.shape == Shape::Small && lexicon.is(word, kind::ENDS | kind::STOPS | kind::AT) {
            break;
        }
        if matches!(word.shape, Shape::Other) {
            break;
        }
        end -= 1;
    }
    if body { Left::Named } else { Left::Nothing }
}

/// What stands behind a name that ends before `words[end]`.
pub(super) fn right(text: &str, lexicon: &Lexicon, words: &[Word], end: usize) -> Right {
    let Some(word) = words.get(end) else { return Right::Nothing };
    match word.gap {
        Gap::Blank | Gap::Line | Gap::Hyphen => match lexicon.forward(words, end, kind::OFFICE | SAID) {
            Some(found) if found.kinds & SAID != 0 && word.shape == Shape::Small => Right::Says,
            Some(found) if found.kinds & kind::OFFICE != 0 && (found.len > 1 || word.gap == Gap::Blank) => {
                Right::Office
            }
            _ => Right::Nothing,
        },
        Gap::Open if is_life(text, words, end) => Right::Says,
        Gap::Open if is_day(text, words, end) => Right::Dated,
        Gap::Open | Gap::Dash | Gap::Comma => {
            let year = word.shape == Shape::Other
                && word.gap != Gap::Comma
                && text[word.start..word.end].parse::<u32>().is_ok_and(|year| (1000..2100).contains(&year));
            match lexicon.forward(words, end, kind::OFFICE | SAID | kind::ALIAS) {
                _ if year && word.gap == Gap::Open => Right::Says,
                // `(A-ri-ô, 1474-1533)`
                _ if word.gap == Gap::Open && word.capital() && is_year_behind(text, words, end + 1) => Right::Says,
                Some(found) if found.kinds & kind::OFFICE != 0 && (found.len > 1 || word.gap != Gap::Comma) => {
                    Right::Office
                }
                Some(found) if found.kinds & kind::ALIAS != 0 && word.gap == Gap::Open => Right::Says,
                Some(found) if found.len > 1 && found.kinds & SAID != 0 => Right::Says,
                _ => Right::Nothing,
            }
        }
        _ => Right::Nothing,
    }
}

/// `, 1474-1533`
fn is_year_behind(text: &str, words: &[Word], at: usize) -> bool {
    let year = |word: &Word| text[word.start..word.end].parse::<u32>().is_ok_and(|year| (1000..2100).contains(&year));
    words.get(at).is_some_and(|word| word.gap == Gap::Comma && year(word))
        && words.get(at + 1).is_some_and(|word| matches!(word.gap, Gap::Hyphen | Gap::Dash) && year(word))
}

/// Whether the row of a table below a name begins with the years of a life: `1910-1986`, `1958-...`.
pub(super) fn lives_below(text: &str, words: &[Word], end: usize) -> bool {
    let year = |word: &Word| {
        word.shape == Shape::Other
            && text[word.start..word.end].parse::<u32>().is_ok_and(|year| (1000..2100).contains(&year))
    };
    let Some(first) = words.get(end).filter(|word| end > 0 && year(word)) else { return false };
    let gap = &text[words[end - 1].end..first.start];
    let row =
        gap.contains('\n') && gap.contains('|') && gap.chars().all(|c| c.is_whitespace() || matches!(c, '|' | '*'));
    let open = ["-...", "-…"].iter().any(|open| text[first.end..].starts_with(open));
    let next = || words.get(end + 1).is_some_and(|next| matches!(next.gap, Gap::Hyphen | Gap::Dash) && year(next));
    row && (open || next())
}

/// Whether what stands behind a name is said of people alone: `qua đời`, `đã kết hôn`.
pub(super) fn lives(text: &str, lexicon: &Lexicon, words: &[Word], end: usize) -> bool {
    let close = |word: &Word| matches!(word.gap, Gap::Blank | Gap::Line) && word.shape == Shape::Small;
    let Some(word) = words.get(end).filter(|word| close(word)) else { return false };
    let adverb = is_listed(&text[word.start..word.end], ADVERBS);
    let human = |at: usize| lexicon.forward(words, at, kind::HUMAN).is_some() && close(&words[at]);
    human(end) || adverb && human(end + 1)
}

/// No days of a birth and a death have more words: `ngày 16 tháng 7 năm 1928 – ngày 12 tháng 7 năm 2015`.
const LIFE: usize = 12;

/// How many years a life in brackets has.
const YEARS: std::ops::RangeInclusive<u32> = 14..=125;

/// Whether a bracket begins with the days of a birth and a death: `(16 tháng 7 năm 1928 – 12 tháng 7 năm 2015)`.
fn is_life(text: &str, words: &[Word], at: usize) -> bool {
    let spelled = |word: &Word| &text[word.start..word.end];
    let is = |at: usize, spelling: &str| words.get(at).is_some_and(|word| exact(spelled(word)) == spelling);
    let first = usize::from(is(at, "ngày"));
    let month = is(at + first + 1, "tháng");
    if !month {
        return false;
    }
    let year = |word: &Word| spelled(word).parse::<u32>().ok().filter(|year| (1000..2100).contains(year));
    let closed = words[at + 1..].iter().take(LIFE).position(|word| word.gap == Gap::Close).unwrap_or(LIFE);
    let mut years = words[at..].iter().take(closed + 1).filter_map(year);
    let (birth, death) = (years.next(), years.next());
    birth.zip(death).and_then(|(birth, death)| death.checked_sub(birth)).is_some_and(|years| YEARS.contains(&years))
}

/// `ngày 3 tháng 5`
fn is_day(text: &str, words: &[Word], at: usize) -> bool {
    words.get(at..at + 3).is_some_and(|words| {
        let [day, number, month] = words else { return false };
        let is = |word: &Word, spelling: &str| &text[word.start..word.end] == spelling;
        is(day, "ngày") && number.shape == Shape::Other && is(month, "tháng")
    })
}
