//! The place within a paper that a query names, to the passage where it stands: `khoản 2 Điều 6` is the line `2.` below
//! the heading `Điều 6`, in the paper that is asked of.

use std::ops::Range;

use super::ranked::Ranked;
use super::shelf::Shelf;
use crate::analysis::fold;
use crate::error::Result;
use crate::mention::number::{NumberMention, Role};
use crate::query::{Address, Level, Reading, part_number};
use crate::store::{Candidate, Clause, Field, Handle, Held, Snapshot, StoredPassage, Term};
use crate::text::is_dash;

/// So many papers at most may be meant.
const PAPERS: usize = 3;

/// The best so many passages tell which papers may be meant.
const LOOKED_AT: usize = 24;

/// No more passages of a paper are read.
const MOST_READ: usize = 2048;

/// So many passages of a paper are read at a time.
const AT_A_TIME: usize = 128;

/// A passage where the place stands that a query names.
pub(super) struct Addressed {
    pub(super) candidate: Candidate,
    pub(super) passage: StoredPassage,
    /// The line with which the place begins, in bytes of the text; empty where a heading is the place.
    pub(super) line: Range<usize>,
}

/// The passages where the place stands that the query names, in the best papers that it may be asked of.
pub(super) fn find(
    snapshot: &dyn Snapshot,
    shelf: &Shelf<'_>,
    reading: &Reading,
    ranked: &[Ranked],
) -> Result<Vec<Addressed>> {
    let Some(address) = &reading.address else { return Ok(Vec::new()) };
    let sources: Vec<String> = reading.sources().iter().map(|source| fold(source)).collect();
    if reading.numbers.is_empty() && sources.is_empty() {
        return Ok(Vec::new());
    }
    let mut papers: Vec<(u64, String)> = Vec::new();
    for ranked in ranked.iter().take(LOOKED_AT) {
        let read = match ranked.passage {
            Some(_) => None,
            None => Some(shelf.get(ranked.candidate.handle)?),
        };
        let Some(passage) = ranked.passage.as_deref().or(read.as_ref()) else { continue };
        let document = ranked.candidate.id.document;
        if papers.iter().all(|(known, _)| *known != document) && is_asked_of(passage, reading, &sources) {
            papers.push((document, passage.doc.clone()));
        }
    }
    papers.truncate(PAPERS);
    let of_paper = |(_, id): &(u64, String)| (Clause::Term(Term::new(Field::Doc, &**id)), AT_A_TIME);
    // far the beginnings of all papers are read by one question
    let begun = match snapshot.is_near() || papers.is_empty() {
        true => Vec::new(),
        false => snapshot.holding(&papers.iter().map(of_paper).collect::<Vec<_>>())?,
    };
    let mut begun = begun.into_iter();
    let mut found = Vec::new();
    for (document, id) in papers {
        found.extend(match begun.next() {
            Some(held) if held.len() < AT_A_TIME => Walk::new(address).through(held, document),
            Some(held) => match Walk::new(address).through(held, document) {
                Some(found) => Some(found),
                None => locate(snapshot, address, id, document)?,
            },
            None => locate(snapshot, address, id, document)?,
        });
    }
    Ok(found)
}

/// Whether a passage shows that its paper is one that the query names: it bears the number, or its title says so.
fn is_asked_of(passage: &StoredPassage, reading: &Reading, sources: &[String]) -> bool {
    let is_number = |mention: &NumberMention| {
        mention.role != Role::Cites && reading.numbers.iter().any(|asked| asked.number.fit(&mention.number).is_some())
    };
    let title = fold(&passage.title);
    passage.mentions.numbers.iter().any(is_number) || sources.iter().any(|source| title.contains(source.as_str()))
}

/// The first passage of a paper where a place stands.
fn locate(snapshot: &dyn Snapshot, address: &Address, id: String, document: u64) -> Result<Option<Addressed>> {
    let (mut passages, _) = snapshot.all(&Clause::Term(Term::new(Field::Doc, id)), MOST_READ)?;
    passages.retain(|(_, id)| id.document == document);
    passages.sort_unstable_by_key(|(_, id)| id.ordinal);
    let mut walk = Walk::new(address);
    for passages in passages.chunks(AT_A_TIME) {
        let handles: Vec<Handle> = passages.iter().map(|(handle, _)| *handle).collect();
        for (&(handle, id), passage) in passages.iter().zip(snapshot.stored(&handles)?) {
            if let Some(line) = walk.reaches(&passage) {
                return Ok(Some(Addressed { candidate: Candidate { handle, score: 0, id }, passage, line }));
            }
        }
    }
    Ok(None)
}

/// A walk through a paper from its first line on, down into the part that is looked for.
struct Walk<'a> {
    address: &'a Address,
    /// How many steps of the address the lines before lie in.
    inside: usize,
    section: Vec<String>,
}

impl<'a> Walk<'a> {
    fn new(address: &'a Address) -> Self {
        Self { address, inside: 0, section: Vec::new() }
    }

    /// The first passage of a paper, of those that were read of it, where the place stands.
    fn through(mut self, mut held: Vec<Held>, document: u64) -> Option<Addressed> {
        held.retain(|held| held.id.document == document);
        held.sort_unstable_by_key(|held| held.id.ordinal);
        held.into_iter().find_map(|Held { passage, handle, id }| {
            let line = self.reaches(&passage)?;
            Some(Addressed { candidate: Candidate { handle, score: 0, id }, passage, line })
        })
    }

    /// The line of a passage with which the place begins; an empty one where the place is all of its section.
    fn reaches(&mut self, passage: &StoredPassage) -> Option<Range<usize>> {
        let known = self.section.iter().zip(&passage.section).take_while(|(old, new)| old == new).count();
        let heads = passage.section[known..].iter().any(|heading| self.step(heading));
        self.section.clone_from(&passage.section);
        if heads {
            return Some(0..0);
        }
        let mut end = 0;
        passage.text.split_inclusive('\n').find_map(|line| {
            let start = end;
            end += line.len();
            self.step(line).then(|| start..start + line.trim_end().len())
        })
    }

    /// Goes on over a line; whether the place begins with it.
    fn step(&mut self, line: &str) -> bool {
        let steps = &self.address.steps;
        let Some((level, number)) = opened(line) else { return false };
        // another part of this level or around it ends those within
        self.inside = self.inside.min(steps.partition_point(|step| step.level < level));
        let is_next = steps.get(self.inside).is_some_and(|step| step.level == level && step.number == number);
        self.inside += usize::from(is_next);
        is_next && self.inside == steps.len()
    }
}

/// The part of a paper that a line opens, with its number: `Điều 6. Nhiệm vụ`, `2. Nộp báo cáo`, `a) Giấy tờ`.
fn opened(line: &str) -> Option<(Level, String)> {
    let line = line.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_' | '#' | '>'));
    let end = line.find(|c: char| !c.is_alphanumeric()).unwrap_or(line.len());
    let (first, rest) = line.split_at(end);
    if first.is_empty() {
        return None;
    }
    let is_item = rest.starts_with([')', '.']) && !rest[1..].starts_with(|c: char| c.is_ascii_digit());
    if is_item && first.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some((Level::Clause, part_number(first)));
    }
    if is_item && first.chars().count() == 1 {
        return Some((Level::Point, first.to_lowercase()));
    }
    let lead = first.to_lowercase();
    let (level, rest) = match &*lead {
        "phụ" => {
            (Level::Annex, rest.trim_start().split_once(' ').filter(|(word, _)| word.to_lowercase() == "lục")?.1)
        }
        _ => (Level::of(&lead).filter(|level| *level != Level::Annex && *level <= Level::Article)?, rest),
    };
    let rest = rest.trim_start();
    let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    let (number, behind) = rest.split_at(end);
    let title =
        behind.trim_start_matches(|c: char| c.is_whitespace() || is_dash(c) || matches!(c, '.' | ':' | '*' | '_'));
    // `Điều 6 của Luật này` at the beginning of a broken line opens nothing
    let opens = title.is_empty() || !title.starts_with(char::is_lowercase);
    (!number.is_empty() && opens).then(|| (level, part_number(number)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::{parse, read};

    #[test]
    fn lines_open_the_parts_of_a_paper() {
        let check = |line: &str, expected: Option<(Level, &str)>| {
            assert_eq!(opened(line).as_ref().map(|(level, number)| (*level, &**number)), expected, "{line}");
        };
        check("**Điều 6. Nhiệm vụ của kho**", Some((Level::Article, "6")));
        check("ĐIỀU 6: NHIỆM VỤ", Some((Level::Article, "6")));
        check("Điều 6", Some((Level::Article, "6")));
        check("Điều 6 của Quy chế này và những điều khác", None);
        check("Chương II", Some((Level::Chapter, "2")));
        check("## CHƯƠNG IV. QUẢN LÝ", Some((Level::Chapter, "4")));
        check("Phụ lục III", Some((Level::Annex, "3")));
        check("2. Nộp báo cáo", Some((Level::Clause, "2")));
        check("02) Nộp báo cáo", Some((Level::Clause, "2")));
        check("2.1. Nộp báo cáo", None);
        check("đ) Giấy tờ", Some((Level::Point, "đ")));
        check("Kho có 6 phòng", None);
        check("", None);
    }

    #[test]
    fn places_are_found_below_their_headings() {
        let passage = |section: &[&str], text: &str| StoredPassage {
            section: section.iter().map(|&heading| heading.to_owned()).collect(),
            text: text.to_owned(),
            ..StoredPassage::default()
        };
        let paper = [
            passage(&[], "Số: 15/QĐ-UB\nĐiều 1. Ban hành\n1. Nội quy\n2. Lịch trực"),
            passage(&["Điều 6. Kho"], "1. Giữ sạch.\n2. Khóa cửa"),
            passage(&["Điều 6. Kho"], "a) cửa trước;\nb) cửa sau.\n3. Ghi sổ."),
            passage(&["Điều 7. Sổ"], "1. Sổ kho\n2. Sổ trực"),
        ];
        let check = |query: &str, expected: Option<(usize, &str)>| {
            let reading = read(&parse(query));
            let address = reading.address.expect(query);
            let mut walk = Walk::new(&address);
            let found = paper.iter().enumerate().find_map(|(at, passage)| Some((at, walk.reaches(passage)?)));
            let told = found.map(|(at, line)| (at, &paper[at].text[line]));
            assert_eq!(told, expected, "{query}");
        };
        check("Điều 1", Some((0, "Điều 1. Ban hành")));
        check("Điều 6", Some((1, "")));
        check("khoản 2 Điều 1", Some((0, "2. Lịch trực")));
        check("khoản 2 Điều 6", Some((1, "2. Khóa cửa")));
        check("điểm b khoản 2 Điều 6", Some((2, "b) cửa sau.")));
        check("khoản 3 Điều 6", Some((2, "3. Ghi sổ.")));
        check("khoan 2 dieu 7", Some((3, "2. Sổ trực")));
        check("khoản 3 Điều 7", None);
        check("Điều 8", None);
    }
}
