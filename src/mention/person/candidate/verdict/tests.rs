//! Rows of the rules for stretches of capitalized words.

use super::*;
use crate::mention::judged::Judged;
use crate::mention::person::explain;
use crate::mention::rule::check;

/// What is judged in a text without dates and numbers.
fn judged(text: &str) -> Vec<Judged> {
    explain(text, &[])
}

#[test]
fn what_is_no_name() {
    let rows = &[
        ("Trình Bộ trưởng ban hành quy chuẩn", "Trình Bộ: none by first_half_of_office"),
        ("giấy phép lái xe Hạng B, Hạng A", "Hạng B: none by word_and_letter"),
        ("huấn luyện viên The Voice Kids", "The Voice Kids: none by word_of_foreign_titles"),
        ("Bác sĩ Khoa Cấp cứu cho biết", "Khoa Cấp: none by pair_behind_title"),
        ("Trình Ủy ban Thường vụ Quốc hội", "Trình Ủy: none by first_half_of_phrase"),
        ("Chủ nhiệm Khoa Nông học cho biết", "Khoa Nông: none by name_of_a_faculty"),
        ("Phó Khẩu đội trưởng, Phó Lữ đoàn trưởng", "Phó Khẩu: none by deputy_of_office"),
    ];
    check(no_name::RULES, judged, rows, &[]);
}

#[test]
fn behind_titles() {
    let rows = &[
        ("nước Việt-Nam Dân-chủ Cộng-hòa", "Nam Dân: possible by first_half, family_name_and_syllables"),
        ("Quân của tướng Navarre rút về.", "Navarre: unresolved by lone_foreign_word, short_for_none_or_many"),
        ("vua Lê, chúa Trịnh", "Lê: none by word_behind_loose_title, one_word_of_the_language"),
        (
            "Chùa Vân xưa có tên là Sùng Nghiêm Linh Tự",
            "Sùng Nghiêm Linh Tự: possible by name_of_a_place, family_name_and_syllables",
        ),
        ("Gia đình Đinh Khắc Nhu ở xã.", "Đinh Khắc Nhu: full by strong_behind_loose_title, full_name"),
        ("Quân do tướng Châu Định chỉ huy tiến vào.", "Châu Định: full by family_behind_loose_title, two_words"),
        ("Giáo sư P. Mus viết nhiều sách.", "P. Mus: full by foreign_behind_loose_title, two_words"),
        ("Tập thơ của tác giả Thu Hà.", "Thu Hà: full by pair_behind_loose_title, two_words"),
        ("Một người Chăm tên Mách Sa Lam đến.", "Mách Sa Lam: full by called_by_name, full_name"),
        ("Ông thăng Tuần phủ Định Tường.", "Định Tường: none by land_behind_court_office, nobody_elsewhere"),
        ("Tổng đốc Đào Tấn đã viết vở mới.", "Đào Tấn: full by behind_title, two_words"),
        ("Học sinh Hoa Phượng chăm.", "Hoa Phượng: possible by behind_loose_title, family_name_and_syllables"),
        ("lễ cúng ông Công ông Táo", "Công: none by other_word_behind_title, one_word_of_the_language"),
        ("ông Hải", "Hải: unresolved by behind_title, short_for_none_or_many"),
    ];
    check(titled::RULES, judged, rows, &[]);
}

#[test]
fn in_capitals() {
    let rows = &[
        ("nước Việt-Nam Dân-chủ Cộng-hòa", "Nam Dân: possible by first_half, family_name_and_syllables"),
        ("Ảnh: TTXVN", "TTXVN: none by no_name_in_capitals, one_word_of_the_language"),
        ("ĐỒNG CHÍ BÙI QUANG TỰU", "BÙI QUANG TỰU: full by announced_strong_family, full_name"),
        ("NGƯỜI ĐỨNG ĐẦU CƠ QUAN BÁO CHÍ", "QUAN BÁO CHÍ: none by far_office_and_no_middle, nobody_elsewhere"),
        ("LÊ XANH BÁT", "LÊ XANH BÁT: none by other_words_in_capitals, nobody_elsewhere"),
        ("Ảnh: TRẦN HẢI", "TRẦN HẢI: full by announced_in_capitals, full_name"),
        ("TRẦN HẢI", "TRẦN HẢI: none by two_words_in_capitals, nobody_elsewhere"),
        ("CỦA TRẦN VĂN HẢI", "TRẦN VĂN HẢI: none by inside_heading, nobody_elsewhere"),
        ("TRẦN VĂN HẢI", "TRẦN VĂN HẢI: full by strong_family_in_capitals, full_name"),
        ("MAI THU HÀ", "MAI THU HÀ: none by weak_family_in_capitals, nobody_elsewhere"),
    ];
    check(capitals::RULES, judged, rows, &[]);
}

#[test]
fn behind_anything_else() {
    let rows = &[
        ("nước Việt-Nam Dân-chủ Cộng-hòa", "Nam Dân: possible by first_half, family_name_and_syllables"),
        ("Chủ tịch Tập đoàn Hòa Lộc Trần Duy Cẩn", "Trần Duy Cẩn: full by behind_name_of_body, full_name"),
        ("Giám đốc công ty vận tải Trần Thị Khải cho biết", "Trần Thị Khải: full by acts_behind_body, full_name"),
        ("Công ty Cổ phần Trần Anh", "Trần Anh: none by name_of_body"),
        ("Từ Quảng Bình đến Cà Mau", "Từ Quảng Bình: possible by ends_in_place, family_name_and_syllables"),
        ("Theo Cai Hesen, ngày mai trời sẽ mưa lớn.", "Cai Hesen: full by pinyin_name, no_place_elsewhere, two_words"),
        ("Chủ tịch Tập Cận Bình", "Tập Cận Bình: full by family_behind_office, full_name"),
        ("chủ tịch Thắng", "Thắng: unresolved by called_by_office, short_for_none_or_many"),
        (
            "Giám đốc Stuart Bernath Prize trao giải.",
            "Stuart Bernath: possible by foreign_before_common_word, words_of_another_language",
        ),
        ("Thủ tướng Lon Nol bị lật đổ.", "Lon Nol: full by foreign_name_behind_office, two_words"),
        (
            "Hiệu trưởng Bích Quyên đọc báo cáo.",
            "Bích Quyên: full by syllables_behind_office, no_place_elsewhere, two_words",
        ),
        ("Ảnh: Thanh Sơn", "Thanh Sơn: full by syllables_behind_byline, two_words"),
        ("Cha: Lò Kên, sinh 1919", "Lò Kên: full by family_behind_label, full_name"),
        ("Ảnh: Lò Xanh Hà", "Lò Xanh Hà: full by family_behind_byline, full_name"),
        ("Ông Trần Văn Khải, bí danh Thép hoạt động ở xã.", "Thép: none by one_word_alias, nobody_elsewhere"),
        ("Hoàng Đình Rụ (tức Đức)", "Đức: alias by alias, other_name_of_one_before"),
        ("Bộ trưởng Bộ Mai Hòa vui.", "Mai Hòa: possible by what_a_ministry_is_called, family_name_and_syllables"),
        (
            "Cục trưởng Cục Quản lý Mai Hòa cổ truyền",
            "Mai Hòa: possible by goes_on_behind_far_office, family_name_and_syllables",
        ),
        (
            "Phó Bí thư Huyện ủy Quảng Uyên họp.",
            "Quảng Uyên: possible by place_of_committee, family_name_and_syllables",
        ),
        ("Bộ-trưởng Bộ Nội-vụ Phan-kế-Toại ký.", "Phan-kế-Toại: full by family_behind_far_office, full_name"),
        ("Dân bản nhớ Mai nhiều.", "Mai: none by no_family, one_word_of_the_language"),
        ("các xã: Đoài, Mai Hòa Chủ Tịch Xã", "Mai Hòa: none by pair_of_announced_places"),
        ("Cao Lan, Hà Nhì, A Lưới, Y Tý, Ka Lăng", "Hà Nhì: none by pair_among_places, nobody_elsewhere"),
        ("Dân sống tại Lê Hòa.", "Lê Hòa: possible by strong_pair_inside, family_name_and_syllables"),
        ("Ngô Ích", "Ngô Ích: full by strong_pair, no_place_elsewhere, full_name"),
        ("Thò Mí Lử", "Thò Mí Lử: full by strong_family, full_name"),
        ("Quân lui về Vạn Kiếp.", "Vạn Kiếp: none by at_a_place, nobody_elsewhere"),
        ("Y Bih Niê", "Y Bih Niê: full by clan_behind_letter, no_place_elsewhere, full_name"),
        ("Ly Mí Và", "Ly Mí Và: full by middle_behind_weak_family, no_place_elsewhere, full_name"),
        ("Cao Xuân Hạo", "Cao Xuân Hạo: full by syllables_alone, no_place_elsewhere, full_name"),
        ("Vi Hồng", "Vi Hồng: possible by weak_family, family_name_and_syllables"),
    ];
    check(untitled::RULES, judged, rows, &[]);
}

#[test]
fn made_more_of() {
    let rows = &[
        ("Hoàng Đình Rụ (tức Đức)", "Hoàng Đình Rụ: full by said_behind, full_name"),
        ("Lý Sao Mai; Tô Hiển", "Tô Hiển: full by next_of_people, two_words"),
        (
            "Tổ công tác gồm các đồng chí Hòa, Bình và Thịnh.",
            "Thịnh: unresolved by member_of_announced_list, short_for_none_or_many",
        ),
        ("Lầu Hoa Vừ |\n1958-... | Quê ở huyện |", "Lầu Hoa Vừ: full by above_years_of_a_life, full_name"),
        ("Nguyễn Văn Cừ Lê Hồng Phong Hà Huy Tập", "Hà Huy Tập: full by side_by_side, no_place_elsewhere, full_name"),
    ];
    check(raised::RULES, judged, rows, &[]);
}
