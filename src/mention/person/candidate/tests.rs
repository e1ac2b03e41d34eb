//! Rows of the steps, of known names, and of words without a family name.

use super::{known, other, steps};
use crate::mention::judged::Judged;
use crate::mention::person::explain;
use crate::mention::rule::check;

/// What is judged in a text without dates and numbers.
fn judged(text: &str) -> Vec<Judged> {
    explain(text, &[])
}

#[test]
fn steps_in_order() {
    let rows = &[
        ("Vua Chế Mân dâng hai châu Ô, Lý.", "Lý: none by member_of_announced_places"),
        ("Antôn Cao Đức Hạnh", "Antôn Cao Đức Hạnh: full by baptized_name, full_name"),
        ("Em V.T.Đ khóc nhiều.", "V.T.Đ: full by letters_for_name, full_name"),
        ("cụ Cử Hoàng Văn Giản", "Cử: none by rank_before_name"),
        ("Bí danh: Hai Nghĩa, Việt Hà", "Việt Hà: full by another_alias, other_name_of_one_before"),
        ("Bí danh: Hai Nghĩa", "Hai Nghĩa: full by called_by_birth_rank, two_words"),
        ("K'Tiêng; K’ Brơm", "K'Tiêng: unresolved by highland_name, no_place_elsewhere, short_for_none_or_many"),
        ("Tùng Thiện Vương Miên Thẩm", "Tùng Thiện Vương Miên Thẩm: full by prince, no_place_elsewhere, full_name"),
        ("Tin trên Facebook chậm.", "Facebook: none by brand"),
        ("Bắc Kạn", "Bắc Kạn: none by known_place"),
        ("Ủy viên", "Ủy viên: none by office_title_or_pair"),
        ("PGS-TS Trần Văn Khải đến.", "TS: none by letters_before_name"),
        ("Núi Cốc rất cao.", "Núi: none by head_of_place_or_body"),
        ("Những ngày ấy rất vui.", "Những: none by common_word"),
        ("xã Đoài Hạ đông dân", "Đoài Hạ: none by behind_head"),
        ("Chủ tịch Hội khen.", "Hội: none by word_of_body"),
    ];
    check(steps::STEPS, judged, rows, &["well_known", "without_family_name", "with_family_name"]);
}

#[test]
fn known_names() {
    let rows = &[
        ("TP Hồ Chí Minh", "Hồ Chí Minh: none by place_or_body_named_after"),
        ("Hà Nội, Hồ Chí Minh, Đà Nẵng", "Hồ Chí Minh: none by known_name_among_places"),
        ("BÁC về thăm bản.", "BÁC: none by known_word_in_capitals"),
        ("Bác sĩ đến muộn, sau đó Bác về.", "Bác: none by known_by_the_text, known_person_elsewhere"),
        ("Cường Để", "Cường Để: none by known_by_a_title, nobody_elsewhere"),
        ("Chế Mân", "Chế Mân: full by known_name, well_known_name"),
    ];
    check(known::RULES, judged, rows, &[]);
}

#[test]
fn words_that_are_no_candidate() {
    let rows = &[
        ("BÍCH QUYÊN nở.", "QUYÊN: none by rest_of_run"),
        ("Vườn Hoa Phượng Đỏ Xinh Tươi", "Vườn Hoa Phượng Đỏ Xinh Tươi: none by many_words"),
        ("Rừng rất xanh.", "Rừng: none by lone_word"),
        ("BÍCH QUYÊN nở.", "BÍCH QUYÊN: none by other_in_capitals"),
        ("Sách Đảng Cờ Xanh hay.", "Sách Đảng Cờ Xanh: none by words_of_bodies"),
        ("Kính gửi: Bộ Tư pháp, Hội Luật gia, Ủy ban Dân tộc", "Bộ Tư: none by first_word_of_body"),
        ("Cụm Trần Văn Khải", "Cụm Trần Văn Khải: none by family_name_inside"),
    ];
    check(other::REFUSALS, judged, rows, &[]);
}

#[test]
fn words_without_a_family_name() {
    let rows = &[
        ("Giám đốc công ty cổ phần Zoth xây nhà.", "Zoth: none by body_with_strange_name, nobody_elsewhere"),
        ("các xã: Đoài, Thung Phượng Tím Xinh", "Thung Phượng Tím Xinh: none by among_announced_places"),
        ("xã Đoài, Bích Phượng nghèo.", "Bích Phượng: none by among_places, nobody_elsewhere"),
        ("Trần Văn Ba; Lê Thị Tư; Ngô Văn Sáu; Thanh Nhàn", "Thanh Nhàn: full by long_list_of_people, two_words"),
        (
            "Trần Văn Khải, Bích Quyên cho biết",
            "Bích Quyên: full by said_in_list_of_people, no_place_elsewhere, two_words",
        ),
        ("Năm ấy Diệu Nhi qua đời.", "Diệu Nhi: full by called_and_lives, no_place_elsewhere, two_words"),
        ("Bích Quyên (ngày 3 tháng 5 năm 2019)", "Bích Quyên: full by author_before_day, two_words"),
        (
            "cựu Đại sứ Hoa Kỳ Raymond Burghardt dự",
            "Raymond Burghardt: full by foreign_behind_far_office, no_place_elsewhere, two_words",
        ),
        (
            "Ông gặp Gennady Zyuganov, Bí thư thứ nhất.",
            "Gennady Zyuganov: full by foreign_name_said_behind, no_place_elsewhere, two_words",
        ),
        (
            "Khi Wu Guanzheng đến, trời đã tối hẳn rồi.",
            "Wu Guanzheng: full by pinyin_name_alone, no_place_elsewhere, two_words",
        ),
        ("Lon Nol", "Lon Nol: full by foreign_given_name, no_place_elsewhere, two_words"),
        ("David Nguyễn Vũ", "David Nguyễn Vũ: full by foreign_given_and_family, no_place_elsewhere, full_name"),
        (
            "Sách của M. Hutchinson được in.",
            "M. Hutchinson: full by letter_and_foreign_word, no_place_elsewhere, two_words",
        ),
        (
            "Trần Văn Khải, Zoth Zamora cùng đến.",
            "Zoth Zamora: full by foreign_name_in_list, no_place_elsewhere, two_words",
        ),
        (
            "Keiran Hutchinson đến muộn. Cô giáo cười vì trời đã sáng.",
            "Keiran Hutchinson: full by foreign_family_name, no_place_elsewhere, two_words",
        ),
        ("Dân bản nhớ Ruôm nhiều.", "Ruôm: none by unsaid, nobody_elsewhere"),
    ];
    check(other::RULES, judged, rows, &[]);
}
