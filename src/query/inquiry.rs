//! The words of a query to what it asks of a document: whether it is in force, since when, what documents do to it or
//! it to them.

use std::ops::Range;

use super::typed_number::TypedNumber;
use super::word::{Part, Word};
use crate::mention::Relation;
use crate::mention::number::Number;
use crate::store::Side;

/// What a law is called, folded: others are named by their numbers.
const LAWS: [&[&str]; 4] = [&["bo", "luat"], &["luat"], &["phap", "lenh"], &["hien", "phap"]];

/// What is issued with a document and called by its own title, folded. Words that are verbs as often are none of them.
const THINGS: [&[&str]; 9] = [
    &["qui", "che"],
    &["dieu", "le"],
    &["noi", "qui"],
    &["qui", "tac"],
    &["danh", "muc"],
    &["de", "an"],
    &["chuong", "trinh"],
    &["bo", "tieu", "chi"],
    &["bieu", "thue"],
];

/// The last word, folded, of what is asked for by `nào`: a document or a part of one, and not a time or somebody.
const PAPERS: [&str; 25] = [
    "ban", "luat", "lenh", "dinh", "tu", "quyet", "thi", "che", "van", "hoach", "dan", "kien", "trinh", "dien", "bao",
    "phap", "cu", "so", "dieu", "khoan", "phan", "cho", "diem", "dung", "chuan",
];

/// What asks by itself, folded.
const ASKING: [&str; 6] = ["gi", "ai", "dau", "which", "what", "who"];

/// What ends a title, folded.
const BEHIND_TITLES: [&str; 14] =
    ["con", "co", "het", "bi", "duoc", "da", "do", "nao", "hien", "dang", "thi", "is", "was", "still"];

/// More words than these are no title.
const MAX_TITLE: usize = 24;

/// So many words may stand between `bị` and its verb.
const MAX_BETWEEN: usize = 8;

/// What a query asks of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Inquiry {
    /// What is asked, in order, each once.
    pub(crate) aspects: Vec<Aspect>,
    /// Of which document.
    pub(crate) subject: Subject,
    /// Whether the query says nothing else.
    pub(crate) alone: bool,
}

/// Something that can be asked of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aspect {
    /// Whether it is in force.
    InForce,
    /// From when on.
    Effective,
    /// Until when.
    Expires,
    /// What it does to others, or they to it.
    Related(Relation, Side),
}

/// The document that is asked of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    /// By its number.
    Number(Number),
    /// A law by its title, or what is issued with a document.
    Title {
        /// Its type and title as they were typed.
        typed: String,
        /// The year behind the title.
        year: Option<i16>,
    },
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    InForce,
    Effective,
    Expires,
    Basis,
    Does(Relation),
}

/// A run of words that asks.
struct Cue {
    kind: Kind,
    exact: &'static [&'static str],
    /// None where the letters alone may mean something else.
    folded: Option<&'static [&'static str]>,
}

// CUES: longer ones first
include!(concat!(env!("OUT_DIR"), "/inquiries.rs"));

/// What a query asks of a document that it names by number or title.
pub(super) fn read(words: &[&Word], numbers: &[TypedNumber]) -> Option<Inquiry> {
    let cues = cues(words);
    if cues.is_empty() {
        return None;
    }
    let asked = Asked::of(words, numbers, &cues)?;
    let mut aspects = Vec::new();
    for (at, (range, kind)) in cues.iter().enumerate() {
        if range.start < asked.place.end && asked.place.start < range.end {
            continue;
        }
        let aspect = match *kind {
            Kind::InForce => Some(Aspect::InForce),
            Kind::Effective => Some(Aspect::Effective),
            Kind::Expires => Some(Aspect::Expires),
            Kind::Basis => Some(Aspect::Related(Relation::BasedOn, Side::Does)),
            Kind::Does(relation) => {
                let before = at.checked_sub(1).and_then(|at| cues.get(at)).map_or(0, |(before, _)| before.end);
                asked.side(relation, range, before).map(|side| Aspect::Related(relation, side))
            }
        };
        aspects.extend(aspect.filter(|aspect| !aspects.contains(aspect)));
    }
    let alone = words.iter().enumerate().all(|(at, word)| {
        let is_cue = cues.iter().any(|(range, _)| range.contains(&at));
        let is_asking = asked.asking.iter().any(|asking| (at..at + 3).contains(asking));
        word.stop || word.part.is_some() || is_cue || is_asking || asked.place.contains(&at)
    });
    (!aspects.is_empty()).then_some(Inquiry { aspects, subject: asked.subject, alone })
}

/// The runs of words that ask, in order, apart from each other.
fn cues(words: &[&Word]) -> Vec<(Range<usize>, Kind)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match CUES.iter().find(|cue| stands(cue, &words[at..])) {
            Some(cue) => {
                found.push((at..at + cue.exact.len(), cue.kind));
                at += cue.exact.len();
            }
            None => at += 1,
        }
    }
    found
}

/// Whether words begin with a cue, each with its marks or, as far as they are no others, without any.
fn stands(cue: &Cue, words: &[&Word]) -> bool {
    let is = |(at, (word, exact)): (usize, (&&Word, &&str))| {
        let bare = || cue.folded.and_then(|folded| folded.get(at)) == Some(&&*word.folded) && !word.marked();
        !matches!(word.part, Some(Part::Number(_) | Part::Date(_))) && (word.exact == **exact || bare())
    };
    words.len() >= cue.exact.len() && words.iter().zip(cue.exact).enumerate().all(is)
}

/// The document that is asked of among the words of a query, and what asks.
struct Asked<'a> {
    words: &'a [&'a Word],
    subject: Subject,
    /// Where it is named.
    place: Range<usize>,
    /// Where words ask for another document or a part of it.
    asking: Vec<usize>,
}

impl<'a> Asked<'a> {
    fn of(words: &'a [&'a Word], numbers: &[TypedNumber], cues: &[(Range<usize>, Kind)]) -> Option<Self> {
        let asking: Vec<usize> = (0..words.len()).filter(|at| asks(words, *at)).collect();
        let (subject, place) = numbered(words, numbers, &asking)
            .or_else(|| titled(words, &LAWS, cues, &asking))
            .or_else(|| titled(words, &THINGS, cues, &asking))?;
        Some(Self { words, subject, place, asking })
    }

    fn is(&self, at: usize, exact: &str, folded: &str) -> bool {
        self.words.get(at).is_some_and(|word| word.exact == exact || word.folded == folded && !word.marked())
    }

    /// Who does what a verb says: the document that is asked of, or the one that is asked for; none where nothing asks.
    fn side(&self, relation: Relation, verb: &Range<usize>, before: usize) -> Option<Side> {
        if relation == Relation::IssuedWith {
            let is_thing = matches!(self.subject, Subject::Title { .. });
            return (!self.asking.is_empty()).then_some(if is_thing { Side::Does } else { Side::Undergoes });
        }
        // `văn bản hướng dẫn`
        let is_named = verb.start >= 2
            && self.is(verb.start - 2, "văn", "van")
            && self.is(verb.start - 1, "bản", "ban")
            && verb.start != self.place.end;
        let suffers = |at: &usize| {
            let is_issued = self.is(at + 1, "ban", "ban") && self.is(at + 2, "hành", "hanh");
            (self.is(*at, "bị", "bi") || self.is(*at, "được", "duoc")) && !is_issued
        };
        let first = before.max(verb.start.saturating_sub(MAX_BETWEEN + self.place.len()));
        let marker = (first..verb.start).rev().find(suffers);
        let behind = verb.end..self.words.len().min(verb.end + 4);
        let by = |at: usize| self.is(at, "bởi", "boi") || self.is(at, "by", "by");
        let last = self.words.get(verb.end.saturating_sub(1)).map(|word| &*word.folded);
        let is_passive = marker.is_some() || behind.clone().any(by) || last == Some("bang");
        let open = self.words.len().saturating_sub(2)..self.words.len();
        let is_whether =
            is_passive && open.clone().any(|at| self.is(at, "chưa", "chua") || self.is(at, "không", "khong"));
        if self.asking.is_empty() && !is_named && !is_whether {
            return None;
        }
        let bound = if is_passive { marker.unwrap_or(verb.start) } else { verb.start };
        let own = (self.place.end <= bound).then_some(self.place.end);
        let other = self.asking.iter().copied().filter(|at| *at < bound).max();
        let named_last = match (own, other) {
            (Some(own), Some(other)) => Some(own > other),
            (Some(_), None) => Some(true),
            (None, Some(_)) => Some(false),
            (None, None) => None,
        };
        // the subject of a passive undergoes it
        let does = match (is_passive, named_last) {
            _ if is_named && !is_passive => false,
            (true, Some(is_own)) => !is_own,
            (true, None) => marker.is_some_and(|marker| marker < self.place.start && self.place.end <= verb.start),
            (false, is_own) => is_own.unwrap_or(false),
        };
        Some(if does { Side::Does } else { Side::Undergoes })
    }
}

/// Whether a word asks for a document: `văn bản nào`, `ai`, `những gì`.
fn asks(words: &[&Word], at: usize) -> bool {
    let word = words[at];
    if word.part.is_some() {
        return false;
    }
    let is_marked_else = word.marked() && !matches!(&*word.exact, "nào" | "gì" | "đâu");
    let before = at.checked_sub(1).map(|before| &*words[before].folded);
    match &*word.folded {
        _ if is_marked_else => false,
        "nao" => before.is_some_and(|before| PAPERS.contains(&before)),
        asking => ASKING.contains(&asking),
    }
}

/// The first number of a query, with the title before it: `Luật Cán bộ, công chức 22/2008/QH12`.
fn numbered(words: &[&Word], numbers: &[TypedNumber], asking: &[usize]) -> Option<(Subject, Range<usize>)> {
    let start = words.iter().position(|word| matches!(word.part, Some(Part::Number(_))))?;
    let part = words[start].part;
    let mut number = match part {
        Some(Part::Number(at)) => numbers.get(at)?.number.clone(),
        _ => return None,
    };
    let mut end = start + words[start..].iter().take_while(|word| word.part == part).count();
    // `Quyết định 12 năm 2020`
    if let Some((year, behind)) = dated(words, end).filter(|_| number.year.is_none()) {
        (number.year, end) = (u16::try_from(year).ok(), behind);
    }
    let first = start.saturating_sub(MAX_TITLE);
    let is_law =
        |at: &usize| type_at(words, *at, &LAWS).is_some() && !asking.iter().any(|asking| (*at..start).contains(asking));
    let law = (first..start).find(is_law).unwrap_or(start);
    Some((Subject::Number(number), law..end))
}

/// How many words the type has that stands here, of some; none where none does.
fn type_at(words: &[&Word], at: usize, types: &[&[&str]]) -> Option<usize> {
    let folded = |at: usize| words.get(at).map(|word| &*word.folded);
    // `pháp luật` is no law
    if at.checked_sub(1).is_some_and(|before| matches!(folded(before), Some("phap" | "bo"))) {
        return None;
    }
    let starts = |of: &&&[&str]| (at..).zip(of.iter()).all(|(at, word)| folded(at) == Some(word));
    types.iter().find(starts).map(|of| of.len())
}

/// The first document of some types that a query names by its title.
fn titled(
    words: &[&Word],
    types: &[&[&str]],
    cues: &[(Range<usize>, Kind)],
    asking: &[usize],
) -> Option<(Subject, Range<usize>)> {
    let mut at = 0;
    loop {
        let (start, behind) = (at..words.len()).find_map(|at| Some((at, at + type_at(words, at, types)?)))?;
        let year = |at: usize| {
            let year = words.get(at)?.folded.parse().ok().filter(|year| (1945..2100).contains(year))?;
            Some(year)
        };
        let mut end = behind;
        let mut told = None;
        while end < words.len().min(behind + MAX_TITLE) {
            let word = words[end];
            if let Some(found) = year(end) {
                told = Some((found, end + 1));
                break;
            }
            let is_year = word.folded == "nam" && year(end + 1).is_some();
            let is_behind = BEHIND_TITLES.contains(&&*word.folded) && !(word.marked() && is_part_of_title(&word.exact));
            let is_cue = cues.iter().any(|(cue, _)| cue.start == end);
            let is_other = word.part.is_some() && !matches!(word.part, Some(Part::Person(_)));
            if is_year || is_other || asking.contains(&end) || end > behind && (is_cue || is_behind) {
                told = if is_year { year(end + 1).map(|year| (year, end + 2)) } else { dated(words, end) };
                break;
            }
            end += 1;
        }
        if end > behind {
            let typed: Vec<&str> = words[start..end].iter().map(|word| &*word.typed).collect();
            let place = start..told.map_or(end, |(_, end)| end);
            return Some((Subject::Title { typed: typed.join(" "), year: told.map(|(year, _)| year) }, place));
        }
        at = behind;
    }
}

/// Whether a word that may end a title is another with these marks.
fn is_part_of_title(exact: &str) -> bool {
    !["còn", "có", "hết", "bị", "được", "đã", "do", "nào", "hiện", "đang", "thì"].contains(&exact)
}

/// The year of a day that stands here, and the word behind it: `ngày 20/11/2019`, `năm 2013`.
fn dated(words: &[&Word], at: usize) -> Option<(i16, usize)> {
    let part = words.get(at)?.part?;
    if !matches!(part, Part::Date(_)) {
        return None;
    }
    let end = at + words[at..].iter().take_while(|word| word.part == Some(part)).count();
    let year = words[at..end].iter().rev().find_map(|word| word.folded.parse().ok())?;
    (1945..2100).contains(&year).then_some((year, end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::{parse, read as read_query};

    fn shown(query: &str) -> String {
        let reading = read_query(&parse(query));
        let Some(Inquiry { aspects, subject, .. }) = &reading.inquiry else { return "-".to_owned() };
        let aspect = |aspect: &Aspect| match aspect {
            Aspect::InForce => "in_force".to_owned(),
            Aspect::Effective => "effective".to_owned(),
            Aspect::Expires => "expires".to_owned(),
            Aspect::Related(relation, Side::Does) => relation.as_str().to_owned(),
            Aspect::Related(relation, Side::Undergoes) => format!("<{}", relation.as_str()),
        };
        let aspects: Vec<String> = aspects.iter().map(aspect).collect();
        let subject = match subject {
            Subject::Number(number) => number.canonical(),
            Subject::Title { typed, year } => format!("{typed}|{}", year.map_or("-".to_owned(), |y| y.to_string())),
        };
        format!("{} {subject}", aspects.join(" "))
    }

    #[test]
    fn what_is_asked_of_a_document_is_read() {
        let check = |query: &str, expected: &str| assert_eq!(shown(query), expected, "{query}");
        check("Nghị định 15/2013/NĐ-CP còn hiệu lực không?", "in_force 15/2013/NĐ-CP");
        check("nghi dinh 15/2013/nd-cp con hieu luc khong", "in_force 15/2013/NĐ-CP");
        check("nd 15/2013 còn hieu luc ko", "in_force 15/2013/NĐ");
        check("15/2013/NĐ-CP hết hiệu lực chưa", "in_force 15/2013/NĐ-CP");
        check("QD 12 nam 2020 con hieu luc ko", "in_force 12/2020/QĐ");
        check("nghị định 100 năm 2019 hết hiệu lực chưa", "in_force 100/2019/NĐ");
        check("nghi dinh 100 2019 het hieu luc chua", "in_force 100/2019/NĐ");
        check("nd 100/2019 con hl ko", "in_force 100/2019/NĐ");
        check("nd 100/2019 het hl chua", "in_force 100/2019/NĐ");
        check("15/2013/NĐ-CP có hiệu lực từ ngày nào", "effective 15/2013/NĐ-CP");
        check("bao giờ có hiệu lực 15/2013/NĐ-CP", "effective 15/2013/NĐ-CP");
        check("15/2013/NĐ-CP hết hiệu lực khi nào", "expires 15/2013/NĐ-CP");
        check("15/2013/NĐ-CP có hiệu lực đến bao giờ", "expires 15/2013/NĐ-CP");
        check("văn bản nào thay thế 15/2013/NĐ-CP", "<replaces 15/2013/NĐ-CP");
        check("van ban nao thay the nghi dinh 15/2013/nd-cp", "<replaces 15/2013/NĐ-CP");
        check("15/2013/NĐ-CP thay thế văn bản nào", "replaces 15/2013/NĐ-CP");
        check("15/2013/NĐ-CP bị thay thế bởi văn bản nào", "<replaces 15/2013/NĐ-CP");
        check("15/2013/NĐ-CP được thay bằng nghị định nào", "<replaces 15/2013/NĐ-CP");
        check("15/2013/NĐ-CP đã bị thay thế chưa", "<replaces 15/2013/NĐ-CP");
        check("15/2013/NĐ-CP bị nghị định nào bãi bỏ", "<repeals 15/2013/NĐ-CP");
        check("văn bản nào bị 15/2013/NĐ-CP bãi bỏ", "repeals 15/2013/NĐ-CP");
        check("những văn bản nào được thay thế bởi 15/2013/NĐ-CP", "replaces 15/2013/NĐ-CP");
        check("15/2013/NĐ-CP làm hết hiệu lực những văn bản nào", "repeals 15/2013/NĐ-CP");
        check("ai sửa đổi 15/2013/NĐ-CP", "<amends 15/2013/NĐ-CP");
        check("15/2013/NĐ-CP: ai đã sửa đổi, ai thay thế", "<amends <replaces 15/2013/NĐ-CP");
        check("15/2013/NĐ-CP có văn bản nào sửa đổi, bổ sung", "<amends 15/2013/NĐ-CP");
        check("căn cứ pháp lý của 15/2013/NĐ-CP", "based_on 15/2013/NĐ-CP");
        check("15/2013/NĐ-CP căn cứ vào văn bản nào", "based_on 15/2013/NĐ-CP");
        check("15/2013/NĐ-CP được ban hành căn cứ vào văn bản nào", "based_on 15/2013/NĐ-CP");
        check("văn bản nào căn cứ vào 15/2013/NĐ-CP", "<based_on 15/2013/NĐ-CP");
        check("thông tư nào quy định chi tiết 15/2013/NĐ-CP", "<details 15/2013/NĐ-CP");
        check("văn bản hướng dẫn Nghị định 15/2013/NĐ-CP", "<details 15/2013/NĐ-CP");
        check("15/2013/NĐ-CP đính chính văn bản nào, còn dùng được không", "corrects in_force 15/2013/NĐ-CP");
        check("15/2013/NĐ-CP ban hành kèm theo gì", "<issued_with 15/2013/NĐ-CP");
        check("Luật Đất đai 2013 còn hiệu lực không", "in_force Luật Đất đai|2013");
        check("luat dat dai nam 2013 con hieu luc khong", "in_force luat dat dai|2013");
        check("văn bản nào hướng dẫn Bộ luật Lao động", "<details Bộ luật Lao động|-");
        check("luật nào thay thế Luật Đất đai 2013", "<replaces Luật Đất đai|2013");
        check("Quy chế bảo lãnh được ban hành kèm theo văn bản nào", "issued_with Quy chế bảo lãnh|-");
        check(
            "quy che ve phong chay rung ban hanh theo quyet dinh nao, con hieu luc khong",
            "issued_with in_force quy che ve phong chay rung|-",
        );
        check("Luật Cán bộ, công chức 22/2008/QH12 hết hiệu lực khi nào", "expires 22/2008/QH12");
        check(
            "Luật sửa đổi một số điều của Luật Giá số 16/2023/QH15 có hiệu lực từ ngày nào",
            "effective 16/2023/QH15",
        );
        check("which decree replaces 15/2013/NĐ-CP", "<replaces 15/2013/NĐ-CP");
        check("is 15/2013/NĐ-CP still in force", "in_force 15/2013/NĐ-CP");
        // nothing is asked, or nothing of a document
        check("15/2013/NĐ-CP thay thế 12/2010/NĐ-CP", "-");
        check("thực hiện 15/2013/NĐ-CP như thế nào", "-");
        check("nghị định nào thay thế", "-");
        check("thẻ còn hiệu lực không", "-");
        check("quy định pháp luật còn hiệu lực", "-");
        check("15/2013/NĐ-CP", "-");
        check("", "-");
    }

    proptest::proptest! {
        #[test]
        fn no_query_panics(line in "((luật|bộ|pháp lệnh|15/2013/NĐ-CP|bị|được|thay thế|nào|gì|văn bản|năm|2013|còn hiệu lực|bởi|đất) ?){0,14}") {
            read_query(&parse(&line));
        }
    }
}
