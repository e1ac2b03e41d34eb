//! Queries over a page of documents to what is planned for them: each rule of planning has a row here.

use std::fmt::Write as _;

use super::page::{PAGE, golden};
use super::*;
use crate::store::{Clause, Field, Memory, Term};

/// Queries, each for what planning makes of it.
const QUERIES: &[(&str, &str)] = &[
    ("words with diacritics, stop words among them", "nội quy kho của xã"),
    ("words without diacritics", "noi quy kho"),
    ("one word without them among others", "nội quy kho cua xa"),
    ("a word half typed", "nội quy kho thu"),
    ("a word that nothing holds", "nội quy khoo"),
    ("two words run together", "noi quykho"),
    ("a word of which another is likelier", "thử kho giữ chìa khóa"),
    ("a document number", "quyết định 12/2020/QĐ-UBND"),
    ("a number that only shares the digits", "12/QĐ-TTg"),
    ("a number that nothing has", "99/2020/QĐ-UBND kho"),
    ("a bare figure", "12"),
    ("a name", "Lê Văn Bình"),
    ("a name with a slip", "Lê Văn Bính đại hội"),
    ("a title and a given name", "ông Bình"),
    ("a name that nobody bears", "Phạm Văn Đức"),
    ("a name that stands as words alone", "Luật Lưu trữ"),
    ("a year beside words", "đại hội 1960"),
    ("a day", "ngày 26/3/1960"),
    ("a day that only longer times hold", "ngày 27/3/1960"),
    ("a time that nothing names", "năm 1850 kho"),
    ("an open period", "trước năm 1945"),
    ("an open period beside words", "trước năm 1945 ở Hoa Lư"),
    ("an ordinal", "đại hội lần thứ 8"),
    ("an address within a law", "Điều 5 kho"),
    ("a short form", "LĐLĐ huyện"),
    ("a long form", "liên đoàn lao động tỉnh"),
    ("what is often misspelt", "sát nhập huyện"),
    ("a question in English", "where are the key of the warehouse and a trade union"),
    ("what a term is", "nội quy kho là gì"),
    ("a phrase", "\"nội quy kho\" xã"),
    ("a phrase alone", "\"nội quy kho\""),
    ("a word left out", "kho -nghỉ"),
    ("a filter by person", "người:\"Lê Văn Bình\" lễ"),
    ("a filter by number", "số:12/2020/QĐ-UBND"),
    ("a filter by time", "ngày:1960 công đoàn"),
    ("a filter that finds nothing", "người:\"Phạm Văn Đức\" kho"),
    ("a filter by place", "trong:2 công đoàn"),
    ("a place that is not there", "trong:9 công đoàn"),
    ("a law that is asked of", "theo Luật Lưu trữ, ai giữ kho"),
    ("a word twice", "kho kho nghỉ"),
    ("stop words alone", "là của và"),
    ("nothing", ""),
    ("an ordinal in words", "đại hội lần thứ tám"),
    ("a figure behind `lần`", "họp lần 8"),
    ("a numeral that is no ordinal", "kỳ năm ở xã"),
    ("a number alone", "12/2020/QĐ-UBND"),
    ("a number alone that nothing has", "99/2020/QĐ-UBND"),
    ("a figure that numbers no document", "tổ 12 kho"),
    ("a number with a stop word in it", "quyết định số 12/2020/QĐ-UBND của tỉnh"),
    ("a bare figure beside a stop word", "số 12"),
    ("a number and a phrase", "\"nội quy\" 12/2020/QĐ-UBND"),
    ("a day that there is not", "ngày 31/2/2020 kho"),
    ("a day alone that there is not", "ngày 31/2/2020"),
    ("a filter by a day that there is not", "ngày:31/2/2020 kho"),
    ("a time alone that nothing names", "năm 1850"),
    ("a period that one begun before it meets", "từ 1963 đến 1970"),
    ("a name in small letters", "lê văn bình dự lễ"),
    ("a name without marks among words with them", "Le Van Binh đại hội"),
    ("a name of which the text has but the end", "Nguyễn Lê Văn Bình"),
    ("a name with y for i", "Trần Thỵ Hoa"),
    ("a name with a wrong tone", "Trần Thị Hòa"),
    ("a title before a word of two syllables", "bà hoa lư"),
    ("a title and a given name with a stop word between", "ông của Bình"),
    ("a title and a given name that nobody has", "ông Đức"),
    ("a filter by a given name", "người:Bình lễ"),
    ("a filter by a name with a slip", "người:\"Trần Thị Hòa\" thư ký"),
    ("filters alone", "người:\"Lê Văn Bình\" ngày:1960"),
    ("filters left out", "công đoàn -người:\"Lê Văn Bình\" -ngày:1946"),
    ("a place left out", "công đoàn -trong:2"),
    ("two places, one of them not there", "trong:2 trong:9 công đoàn"),
    ("a phrase left out", "kho -\"nội quy\""),
    ("only what is left out", "-kho"),
    ("a phrase half typed", "\"nội quy kho cua\""),
    ("a phrase without marks in a query with them", "\"noi quy\" của xã"),
    ("a phrase with a short form", "\"LĐLĐ tỉnh\""),
    ("a phrase with an ordinal", "\"đại hội lần thứ 8\""),
    ("what a name is", "công đoàn xã là gì"),
    ("more words than find candidates", "kho mở cửa từ giờ thủ giữ chìa khóa trong tháng ngày nghỉ mấy ai"),
];

#[test]
fn plans_are_as_they_were() -> Result<()> {
    let memory = Memory::of(PAGE);
    let mut text = String::new();
    for (what, query) in QUERIES {
        let _ = writeln!(text, "## {what}: {query}");
        for matching in [Matching::Folded, Matching::Exact] {
            let (written, facts) = (query::parse(query), Facts::of(&memory));
            let understood = query::understand(&written, (None, None), &facts, matching, &Weights::default())?;
            let Some(plan) = understood.plan else { continue };
            match matching {
                Matching::Folded => describe(&plan, &mut text),
                Matching::Exact => {
                    let (clause, pairs) = (plan.by_words.as_ref().map(shown).unwrap_or_default(), plan.pairs.len());
                    let _ = writeln!(text, "exact      {clause}{}", if pairs > 0 { ", pairs" } else { "" });
                }
            }
            for notice in understood.reading.notices.iter().chain(&plan.notices) {
                let _ = writeln!(text, "notice     {notice}");
            }
        }
    }
    golden("plans.txt", &text);
    Ok(())
}

fn describe(plan: &query::Plan, text: &mut String) {
    for evidence in &plan.evidence {
        let next = evidence.next.as_ref().map(|next| format!(" {}", next.text)).unwrap_or_default();
        let term = format!("{}{next}", evidence.term.text).replace('\u{1f}', "|");
        let _ = writeln!(text, "{:<10} {term} in {}", evidence.kind.to_string(), evidence.passages);
    }
    for (at, word) in plan.words.iter().enumerate() {
        let signs = [(word.stop, "stop"), (word.source, "source"), (word.dated, "dated"), (word.named, "named")];
        let signs: Vec<&str> = signs.into_iter().filter_map(|(is, sign)| is.then_some(sign)).collect();
        let (idf, heading) = (word.idf, word.heading_idf);
        let _ = writeln!(text, "word {at}     {idf:.3} {heading:.3} loose {} {}", word.loose, signs.join(" "));
    }
    for (at, pair) in plan.pairs.iter().enumerate() {
        let signs = [
            (pair.source, "source"),
            (pair.dated, "dated"),
            (pair.named, "named"),
            (pair.ordinal, "ordinal"),
            (pair.address, "address"),
        ];
        let signs: Vec<&str> = signs.into_iter().filter_map(|(is, sign)| is.then_some(sign)).collect();
        let _ = writeln!(text, "pair {at}     {:?} {:.3} {}", pair.words, pair.idf, signs.join(" "));
    }
    for (what, names) in [("number", &plan.numbers), ("person", &plan.people)] {
        for name in names {
            let _ = writeln!(text, "{what:<10} words {:?} pairs {:?} {:.3}", name.words, name.pairs, name.rarity);
        }
    }
    for date in &plan.dates {
        let _ = writeln!(text, "date       {:?} {:.3}", date.at, date.rarity);
    }
    for other in &plan.alternatives {
        let _ =
            writeln!(text, "stands for {}: {}{}", other.typed, other.form, if other.same { ", the same" } else { "" });
    }
    let clauses = [
        ("rare", plan.rare.as_ref().map(|rare| &rare.any)),
        ("scored", plan.rare.as_ref().map(|rare| &rare.scored)),
        ("words", plan.by_words.as_ref()),
        ("explaining", plan.explaining.as_ref()),
        ("wider", plan.wider.as_ref()),
        ("passing", plan.passing.as_ref()),
    ];
    for (what, clause) in clauses {
        if let Some(clause) = clause {
            let _ = writeln!(text, "{what:<10} {}", shown(clause));
        }
    }
    if let Some(together) = &plan.together {
        let pairs: Vec<String> = together.pairs.iter().map(|pair| terms(pair)).collect();
        let _ = writeln!(text, "together   {} of {}", pairs.join(", "), terms(&together.words));
    }
    let _ = writeln!(text, "neighbors  {:?}{}", plan.neighbors, if plan.only_named { " only named" } else { "" });
}

/// A clause on one line.
fn shown(clause: &Clause) -> String {
    let all = |parts: &[Clause], sign: &str| format!("({})", parts.iter().map(shown).collect::<Vec<_>>().join(sign));
    match clause {
        Clause::Term(word) => term(word),
        Clause::AnyOf(words) => format!("any of {}", terms(words)),
        Clause::Phrase(words) => format!("\"{}\"", terms(words)),
        Clause::Under(word) => format!("under {}", term(word)),
        Clause::All(parts) => all(parts, " & "),
        Clause::Any(parts) => all(parts, " | "),
        Clause::Best(parts) => format!("best {}", all(parts, " | ")),
        Clause::Not(part) => format!("not {}", shown(part)),
        Clause::Maybe(part) => format!("maybe {}", shown(part)),
        Clause::Weighted(part, weight) => format!("{weight} {}", shown(part)),
        Clause::Constant(part, score) => format!("{score}: {}", shown(part)),
        Clause::Everything => "all".to_owned(),
        Clause::Nothing => "none".to_owned(),
    }
}

fn terms(terms: &[Term]) -> String {
    terms.iter().map(term).collect::<Vec<_>>().join(" ")
}

fn term(term: &Term) -> String {
    let text = term.text.replace('\u{1f}', "|");
    match term.field {
        Field::Folded => text,
        field => format!("{}:{text}", format!("{field:?}").to_lowercase()),
    }
}
