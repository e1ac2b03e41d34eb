//! Rows of the rules that tell who is named.

use super::RULES;
use crate::mention::judged::Judged;
use crate::mention::person::explain;
use crate::mention::rule::check;

/// What is judged in a text without dates and numbers.
fn judged(text: &str) -> Vec<Judged> {
    explain(text, &[])
}

#[test]
fn who_is_named() {
    let rows = &[
        ("Năm ấy Hồ Chí Minh về nước.", "Hồ Chí Minh: full by known_name, well_known_name"),
        ("Hoàng Đình Rụ (tức Đức)", "Đức: alias by alias, other_name_of_one_before"),
        ("Anh Ba Lịnh nói. Anh Ba cười.", "Ba: short by behind_title, order_of_birth_alone"),
        (
            "Hòa thượng Thích Minh Chánh Quang ở chùa. Ông Minh Chánh Quang giảng.",
            "Minh Chánh Quang: short by behind_title, without_head_of_order",
        ),
        ("Ông Y Bhun Niê về. Ông Y Bhun đi.", "Y Bhun: short by behind_title, head_of_highland_name"),
        ("Ngô Ích đến muộn.", "Ngô Ích: full by strong_pair, no_place_elsewhere, full_name"),
        ("Ông Lê Quang Hải, ông Hải", "Hải: short by behind_title, short_for_one"),
        ("Lon Nol đến muộn.", "Lon Nol: full by foreign_given_name, no_place_elsewhere, two_words"),
        ("Dân bản mến ông Hải.", "Hải: unresolved by behind_title, short_for_none_or_many"),
    ];
    check(RULES, judged, rows, &[]);
}
