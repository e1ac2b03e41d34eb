//! Rows of the rules for what a text says elsewhere, and for what looks like a name.

use super::{evidence, possible};
use crate::mention::judged::Judged;
use crate::mention::person::explain;
use crate::mention::rule::check;

/// What is judged in a text without dates and numbers.
fn judged(text: &str) -> Vec<Judged> {
    explain(text, &[])
}

#[test]
fn likely_people() {
    let rows = &[
        ("Bản Ngô Ích nghèo. Ngô Ích đông dân.", "Ngô Ích: none by strong_pair, place_elsewhere"),
        ("Ngô Ích đến muộn.", "Ngô Ích: full by strong_pair, no_place_elsewhere, full_name"),
    ];
    check(evidence::LIKELY, judged, rows, &[]);
}

#[test]
fn perhaps_people() {
    let rows = &[
        ("Bác sĩ đến muộn, sau đó Bác về.", "Bác: none by known_by_the_text, known_person_elsewhere"),
        (
            "Sùng Văn Dùng đến xã. Ông Dùng trồng cây.",
            "Dùng: short by other_word_behind_title, given_name_behind_title, short_for_one",
        ),
        ("Con chim Mai hót.", "Mai: none by no_family, one_word_of_the_language"),
        ("TRẦN HẢI=Trần Hải", "TRẦN HẢI: full by two_words_in_capitals, person_elsewhere, full_name"),
        (
            "Ông Y Bhun Niê về. Bài của Y Bhun hay.",
            "Y Bhun: short by weak_family, head_of_highlander, head_of_highland_name",
        ),
        (
            "Bà Vũ Liên Hằng dự. Gia đình Liên Hằng ở lại.",
            "Liên Hằng: short by behind_loose_title, end_of_name_elsewhere, short_for_one",
        ),
        ("Dân bản nhớ Ruôm nhiều.", "Ruôm: none by unsaid, nobody_elsewhere"),
    ];
    check(evidence::PERHAPS, judged, rows, &[]);
}

#[test]
fn possible_people() {
    let rows = &[
        ("Vi Hồng", "Vi Hồng: possible by weak_family, family_name_and_syllables"),
        ("Vừ Già Pó", "Vừ Già Pó: possible by weak_family, family_and_no_common_word"),
        ("Park; Park Chan-ju", "Park Chan-ju: possible by unsaid, words_of_another_language"),
    ];
    check(possible::RULES, judged, rows, &[]);
}
