//! The part `numbering.xml` -> the lists of a document, by ECMA-376 part 1, 17.9.

use std::collections::HashMap;

use crate::corpus::lists::{Figures, LEVELS, List};
use crate::corpus::room::insert;
use crate::corpus::xml::{Piece, Tag, pieces};

/// The lists of a document, and how far each has been counted.
#[derive(Default)]
pub(super) struct Numbering {
    lists: HashMap<String, Abstract>,
    nums: HashMap<String, Num>,
    /// By the name of a style of lists: the list that defines it.
    defined: HashMap<String, String>,
}

/// A list (`abstractNum`): all that is numbered by it counts on.
#[derive(Default)]
struct Abstract {
    list: List,
    /// The style of paragraphs that are on each level.
    styles: [Option<String>; LEVELS],
    /// The style of lists that tells its levels instead of it.
    link: Option<String>,
}

/// A way to use a list (`num`).
#[derive(Default)]
struct Num {
    list: String,
    /// What a level starts at, the first time that it is used so.
    starts: [Option<u32>; LEVELS],
}

/// Where the reading of the part stands.
#[derive(Default)]
struct Reading {
    list: Option<(String, Abstract)>,
    num: Option<(String, Num)>,
    level: usize,
}

impl Numbering {
    pub fn read(part: &str) -> Self {
        let mut numbering = Self::default();
        let mut reading = Reading::default();
        // A broken part gives the lists before the break.
        let _ = pieces(part, |piece| match piece {
            Piece::Start(tag) => numbering.start(&tag, &mut reading),
            Piece::End(name) if name.local() == "abstractNum" => {
                if let Some((id, list)) = reading.list.take() {
                    insert(&mut numbering.lists, id, list);
                }
            }
            Piece::End(name) if name.local() == "num" => {
                if let Some((id, num)) = reading.num.take() {
                    insert(&mut numbering.nums, id, num);
                }
            }
            _ => {}
        });
        numbering
    }

    fn start(&mut self, tag: &Tag, reading: &mut Reading) {
        let text = |name: &str| tag.get(name).map(|value| value.into_owned());
        let number = || tag.get("val").and_then(|value| value.parse().ok());
        match tag.local() {
            "abstractNum" => reading.list = text("abstractNumId").map(|id| (id, Abstract::default())),
            "num" => reading.num = text("numId").map(|id| (id, Num::default())),
            "lvl" | "lvlOverride" => {
                let level = tag.get("ilvl").and_then(|level| level.parse().ok());
                reading.level = level.filter(|&level| level < LEVELS).unwrap_or(LEVELS - 1);
            }
            _ => {}
        }
        if let Some((_, num)) = &mut reading.num {
            match tag.local() {
                "abstractNumId" => num.list = text("val").unwrap_or_default(),
                "startOverride" => num.starts[reading.level] = number(),
                _ => {}
            }
        } else if let Some((id, list)) = &mut reading.list {
            let level = &mut list.list.levels[reading.level];
            match tag.local() {
                "numStyleLink" => list.link = text("val"),
                "styleLink" => {
                    if let Some(style) = text("val") {
                        insert(&mut self.defined, style, id.clone());
                    }
                }
                "start" => level.start = number().unwrap_or(0),
                "numFmt" => level.figures = figures(&text("val").unwrap_or_default()),
                "lvlText" => level.pattern = pattern(&text("val").unwrap_or_default()),
                "pStyle" => list.styles[reading.level] = text("val"),
                "isLgl" => level.is_legal = tag.is_on(),
                "lvlRestart" => level.counts_on = number() == Some(0),
                _ => {}
            }
        }
    }

    /// The level of the paragraphs of a style that names this `num`.
    pub fn level_of(&self, num: &str, style: &str) -> Option<usize> {
        let list = self.lists.get(&self.nums.get(num)?.list)?;
        list.styles.iter().position(|own| own.as_deref() == Some(style))
    }

    /// Counts a paragraph on this level and returns its number as it is shown; empty if it has none.
    pub fn next(&mut self, num: &str, level: usize) -> String {
        let Some(num) = self.nums.get_mut(num) else {
            return String::new();
        };
        let link = self.lists.get(&num.list).and_then(|list| list.link.as_ref());
        let linked = link.and_then(|link| self.defined.get(link));
        let Some(list) = self.lists.get_mut(linked.unwrap_or(&num.list)) else {
            return String::new();
        };
        let start = num.starts.get_mut(level).and_then(Option::take);
        list.list.next(level, start)
    }
}

fn figures(name: &str) -> Figures {
    match name {
        "decimalZero" => Figures::TwoDigits,
        "upperRoman" => Figures::UpperRoman,
        "lowerRoman" => Figures::LowerRoman,
        "upperLetter" => Figures::UpperLetter,
        "lowerLetter" => Figures::LowerLetter,
        "bullet" | "none" => Figures::None,
        _ => Figures::Decimal,
    }
}

/// `%1` stands for the number of the first level.
fn pattern(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let digit = rest.peek().filter(|_| c == '%').and_then(|digit| digit.to_digit(10));
        match digit.and_then(|digit| digit.checked_sub(1)).and_then(char::from_u32) {
            Some(level) => {
                rest.next();
                out.push(level);
            }
            None => out.push(if c.is_control() { ' ' } else { c }),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const PART: &str = "<w:numbering>\
        <w:abstractNum w:abstractNumId='0'>\
        <w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='upperRoman'/><w:lvlText w:val='Chương %1'/><w:pStyle w:val='Chuong'/></w:lvl>\
        <w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='Điều %2.'/><w:lvlRestart w:val='0'/><w:pStyle w:val='Dieu'/></w:lvl>\
        <w:lvl w:ilvl='2'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='%3)'/></w:lvl>\
        <w:lvl w:ilvl='3'><w:start w:val='1'/><w:isLgl/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.%2.%4'/></w:lvl>\
        <w:lvl w:ilvl='4'><w:numFmt w:val='bullet'/><w:lvlText w:val='-'/></w:lvl>\
        </w:abstractNum>\
        <w:abstractNum w:abstractNumId='1'><w:numStyleLink w:val='DanhSach'/></w:abstractNum>\
        <w:abstractNum w:abstractNumId='2'><w:styleLink w:val='DanhSach'/>\
        <w:lvl w:ilvl='0'><w:start w:val='5'/><w:numFmt w:val='decimalZero'/><w:lvlText w:val='%1/'/></w:lvl></w:abstractNum>\
        <w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>\
        <w:num w:numId='2'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='1'><w:startOverride w:val='9'/></w:lvlOverride></w:num>\
        <w:num w:numId='3'><w:abstractNumId w:val='1'/></w:num></w:numbering>";

    #[test]
    fn paragraphs_are_numbered_in_order() {
        let mut numbering = Numbering::read(PART);
        for (num, level, expected) in [
            ("1", 0, "Chương I"),
            ("1", 1, "Điều 1."),
            ("1", 1, "Điều 2."),
            ("1", 2, "a)"),
            ("1", 2, "b)"),
            ("1", 1, "Điều 3."),
            ("1", 2, "a)"),
            ("1", 0, "Chương II"),
            ("1", 1, "Điều 4."),
            ("1", 3, "2.4.1"),
            ("1", 4, "-"),
            ("2", 1, "Điều 9."),
            ("2", 1, "Điều 10."),
            ("1", 1, "Điều 11."),
            ("3", 0, "05/"),
            ("3", 0, "06/"),
            ("3", 99, ""),
            ("4", 0, ""),
        ] {
            assert_eq!(numbering.next(num, level), expected, "{num} {level}");
        }
        assert_eq!(numbering.level_of("1", "Dieu"), Some(1));
        assert_eq!(numbering.level_of("1", "Khac"), None);
    }

    #[test]
    fn a_broken_part_numbers_nothing() {
        for cut in (0..PART.len()).filter(|&cut| PART.is_char_boundary(cut)) {
            let mut numbering = Numbering::read(&PART[..cut]);
            let _ = numbering.next("1", 1);
        }
    }
}
