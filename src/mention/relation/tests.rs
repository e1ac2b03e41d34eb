//! What texts say of documents, row by row.

use std::fmt::Write as _;

use proptest::prelude::*;

use super::{Paper, RelationMention, Torn, ValidityMention};
use crate::mention::Mentions;
use crate::mention::relation::Relation;

const ROWS: &str = include_str!("tests/rows.txt");

/// A text with what is expected of it.
type Row = (&'static str, Vec<&'static str>);

/// The sections of the table: what each is of, and its rows.
fn sections() -> Vec<(&'static str, Vec<Row>)> {
    let mut sections: Vec<(&str, Vec<Row>)> = Vec::new();
    for line in ROWS.lines().filter(|line| !line.starts_with("# ")) {
        match (line.strip_prefix("=== "), line.strip_prefix('\t')) {
            (Some(name), _) => sections.push((name, Vec::new())),
            (None, Some(expected)) => {
                let rows = &mut sections.last_mut().expect("a section").1;
                rows.last_mut().expect("a text").1.push(expected);
            }
            (None, None) => sections.last_mut().expect("a section").1.push((line, Vec::new())),
        }
    }
    sections
}

#[test]
fn relations_are_those_of_the_table() {
    let mut wrong = String::new();
    for (name, rows) in sections() {
        for (row, expected) in rows {
            let mentions = Mentions::of(&row.replace('⏎', "\n"), None);
            let relations = mentions
                .relations
                .iter()
                .filter(|told| name == Relation::RefersTo.as_str() || told.relation != Relation::RefersTo);
            let told: Vec<(usize, String)> = relations.map(|told| (told.range.start, relation(told))).collect();
            let validity = mentions.validity.iter().map(|told| (told.range.start, validity(told)));
            let mut told: Vec<(usize, String)> = told.into_iter().chain(validity).collect();
            told.sort_by_key(|(start, _)| *start);
            let told: Vec<String> = told.into_iter().map(|(_, told)| told).collect();
            if told != expected {
                let _ = writeln!(wrong, "{name}: {row}\n\t{}", told.join("\n\t"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn each_relation_has_its_rows() {
    let sections = sections();
    for relation in Relation::ALL {
        let rows = sections.iter().find(|(name, _)| *name == relation.as_str()).map_or(0, |(_, rows)| rows.len());
        assert!(rows >= 20, "{} has {rows} rows", relation.as_str());
    }
}

#[test]
fn a_verb_is_that_of_the_article_and_not_of_its_heading() {
    let text =
        "Số: 8/2025/QĐ-UBND\n\n**Điều 1. Bãi bỏ toàn bộ văn bản**\nBãi bỏ toàn bộ Quyết định số 40/2017/QĐ-UBND\n";
    let told = Mentions::of(text, None).relations;
    let words: Vec<&str> = told.iter().map(|told| &text[told.range.clone()]).collect();
    assert_eq!(words, ["Bãi bỏ toàn bộ Quyết định số 40/2017/QĐ-UBND"]);
}

#[test]
fn a_part_of_a_text_keeps_what_stands_in_another() {
    let text = "(Điều 9 Thông tư số 04/2019/TT-BNN)\n\nCác văn bản sau hết hiệu lực:\n\na) Thông tư số 01/2010/TT-BNN;\n\nb) Thông tư số 02/2010/TT-BNN.\n";
    let all = Mentions::of(text, None);
    let cut = text.find("b) ").expect("it stands there");
    let told = |part: std::ops::Range<usize>| {
        let written = |written: Option<String>| written.unwrap_or_default();
        let told = all.within(&part).relations.into_iter();
        told.map(|told| (told.torn, written(told.of_written), written(told.to_written))).collect::<Vec<_>>()
    };
    let (of, to) = ("04/2019/TT-BNN".to_owned(), "02/2010/TT-BNN".to_owned());
    let empty = String::new;
    assert_eq!(told(0..cut), [(Torn::Not, empty(), empty()), (Torn::Behind, empty(), to)]);
    assert_eq!(told(cut..text.len()), [(Torn::Before, of, empty())]);
}

#[test]
fn what_is_said_of_one_of_two_documents_of_a_number_stands_with_it() {
    let told = |text: &str| {
        let mentions = Mentions::of(text, None);
        let relations = mentions.relations.iter().filter(|told| told.relation != Relation::RefersTo);
        let ranges = relations.map(|told| &told.range).chain(mentions.validity.iter().map(|told| &told.range));
        ranges.map(|range| text[range.clone()].to_owned()).collect::<Vec<_>>()
    };
    let (one, other) = ("Quyết định số 5/2020/QĐ-UBND của UBND tỉnh Cao Bằng", "Quyết định số 5/2020/QĐ-UBND");
    let check = |text: &str, expected: &[&str]| assert_eq!(told(text), expected, "{text}");
    let ended = format!("{one} hết hiệu lực từ 1/1/2024");
    check(&format!("{ended}. {other} của UBND tỉnh Lạng Sơn còn hiệu lực."), &[&*ended]);
    check(&format!("{other} (Lạng Sơn) còn hiệu lực. {ended}."), &[&*ended]);
    let both = format!("Số: 9/QĐ-UBND\nBãi bỏ {one} và {other} của UBND tỉnh Lạng Sơn.");
    check(&both, &["Bãi bỏ Quyết định số 5/2020/QĐ-UBND", other]);
    let rows = format!("| Cao Bằng | {other} | hết hiệu lực từ 1/1/2024 |\n| Lạng Sơn | {other} | còn hiệu lực |");
    check(&rows, &["Quyết định số 5/2020/QĐ-UBND | hết hiệu lực từ 1/1/2024"]);
    // either may be meant
    check(&format!("{one} và {other} của UBND tỉnh Lạng Sơn khác nhau. {other} hết hiệu lực từ 1/1/2024."), &[]);
    let days = "Quyết định số 5/QĐ-SYT ngày 2/3/2016 hết hiệu lực. Quyết định số 5/QĐ-SYT ngày 4/5/2018 còn hiệu lực.";
    check(days, &["Quyết định số 5/QĐ-SYT ngày 2/3/2016 hết hiệu lực"]);
    let own = "Số: 5/QĐ-SYT\nNgày 3 tháng 4 năm 2021\nThay thế Quyết định số 5/QĐ-SYT ngày 4/5/2018.";
    check(own, &["Thay thế Quyết định số 5/QĐ-SYT"]);
}

fn relation(told: &RelationMention) -> String {
    let part = told.part.as_ref().map(|part| format!(" [{part}]")).unwrap_or_default();
    let date = told.date.map(|date| format!(" {date}")).unwrap_or_default();
    let until = told.until.map(|until| format!(" until {until}")).unwrap_or_default();
    let open = if told.unreckoned { " unreckoned" } else { "" };
    format!("{} {} {}{part}{date}{until}{open}", paper(&told.of), told.relation.as_str(), paper(&told.to))
}

fn validity(told: &ValidityMention) -> String {
    let part = told.part.as_ref().map(|part| format!(" [{part}]")).unwrap_or_default();
    let last = if told.last_day { " at its end" } else { "" };
    let date = told.date.map(|date| format!(" {date}{last}")).unwrap_or_default();
    let rule = told.rule.as_ref().map(|rule| format!(" ({rule})")).unwrap_or_default();
    let open = if told.unreckoned { " unreckoned" } else { "" };
    format!("{} {}{part}{date}{rule}{open}", paper(&told.of), told.what.as_str())
}

fn paper(paper: &Paper) -> String {
    match paper {
        Paper::This => "this".to_owned(),
        Paper::Number(number) => number.canonical(),
        Paper::Titled(titled) => {
            let date = titled.date.as_ref().map(|date| format!(", {date}")).unwrap_or_default();
            format!("<{} {}{date}>", titled.kind, titled.title)
        }
    }
}

/// Pieces of sentences about documents, and what parts them.
fn piece() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "Căn cứ ",
        "Thông tư số 5/2020/TT-BTC",
        "Luật Đất đai",
        "Nghị định số 8/2021/NĐ-CP ",
        "sửa đổi, bổ sung ",
        "được thay thế ",
        "bởi ",
        "hết hiệu lực ",
        "kể từ ngày ",
        "1/2/2020",
        "Thông tư này ",
        "có hiệu lực ",
        "khoản 2 Điều 5 ",
        ";",
        ", ",
        " và ",
        ":\n\n",
        "a) ",
        "\n\n",
        "\n",
        "Điều 3. ",
        "(",
        ")",
        "“",
        ". ",
        "ban hành kèm theo ",
        "Quy chế ",
        "Số: 4/QĐ-UBND\n",
        "| ",
        "quy định chi tiết ",
        "Luật sửa đổi, bổ sung một số điều của ",
        "các Nghị định ",
        "thực hiện ",
        "nhận được ",
        "ké\u{301}",
        "…",
        "năm 2013 ",
        "số 4/2019/QH14 ",
    ])
}

proptest! {
    #[test]
    fn ranges_lie_in_the_text_and_in_order(pieces in prop::collection::vec(piece(), 0..40)) {
        let text = pieces.concat();
        let mentions = Mentions::of(&text, None);
        for range in mentions.relations.iter().map(|told| &told.range).chain(mentions.validity.iter().map(|told| &told.range)) {
            prop_assert!(range.start < range.end, "{text:?} {range:?}");
            prop_assert!(text.get(range.clone()).is_some(), "{text:?} {range:?}");
        }
        prop_assert!(mentions.relations.is_sorted_by_key(|told| told.range.start));
        prop_assert!(mentions.relations.iter().all(|told| told.of != told.to));
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,200}") {
        let _ = Mentions::of(&format!("Số: 1/QĐ-UBND\nCăn cứ Luật {text} số 5/2019/QH14; {text}"), None);
    }
}
