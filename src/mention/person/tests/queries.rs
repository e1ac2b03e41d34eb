//! Queries and the names in them; names compared and sorted.

use super::super::*;

fn names(query: &str) -> String {
    let names: Vec<String> = find_in_query(query)
        .into_iter()
        .map(|name| {
            let (certain, short) = (if name.certain { "" } else { "?" }, if name.short { "!" } else { "" });
            format!("{}{certain}{short}", name.syllables.join(" "))
        })
        .collect();
    names.join("; ")
}

#[test]
fn a_second_family_name_belongs_to_the_name_in_any_case() {
    let check = |typed: &str| {
        let names: Vec<String> = find_in_query(typed).into_iter().map(|name| typed[name.range].to_owned()).collect();
        assert_eq!(names, [typed]);
    };
    check("NGUYỄN TRẦN MINH TUẤN");
    check("nguyễn trần minh tuấn");
    check("luu nong cuc");
    check("lê nguyễn hoàng");
}

#[test]
fn names_are_found_in_queries() {
    for (query, expected) in [
        ("Tran Khai", "tran khai"),
        ("Nguyễn Thị Hoà Bình", "nguyễn thị hòa bình"),
        ("bà Nguyễn Thị Hòa Bình dự họp", "nguyễn thị hòa bình"),
        ("trần văn khải", "trần văn khải?"),
        ("tran van khai", "tran van khai?"),
        ("TRẦN VĂN KHẢI", "trần văn khải?"),
        ("ông Hải", "hải!"),
        ("ong Hai", "hai!"),
        ("đ/c Tiệp", "tiệp!"),
        ("đồng chí Dần", "dần!"),
        ("dong chi dan", "dan!"),
        ("đồng chí Vi Thị Sơn", "vi thị sơn"),
        ("Vu Huu Tho kiem tra bao lac thang 4/2021", "vu huu tho"),
        ("vu huu tho kiem tra bao lac thang 4/2021", "vu huu tho?"),
        ("Nguyễn Đình Bảo đại hội XV năm 2013", "nguyễn đình bảo"),
        ("le thi ngoc anh chu tich", "le thi ngoc anh?"),
        ("le binh thu ky", "le binh?"),
        ("Ngọc Ánh", "ngọc ánh"),
        ("Đổ Văn Bình hội nghị", "đổ văn bình"),
        ("chủ tịch Thắng", "thắng!"),
        ("họp với chủ tịch Thắng", "thắng!"),
        ("chủ tịch thắng", ""),
        ("chủ tịch Hội Nông dân", ""),
        ("Đỏ Đen Trắng", ""),
        ("đại hội công đoàn tỉnh năm 1957", ""),
        ("Cao Bằng chi viện", ""),
        ("cao bang nam 1950", ""),
        ("hà nội", ""),
        ("chủ tịch liên đoàn lao động", ""),
        ("nghị quyết của Bộ Chính trị", ""),
        ("lương hưu năm 2021", ""),
        ("kế hoạch số 142/KH-LĐLĐ", ""),
        ("anh hùng lao động", ""),
        ("bác sĩ chính hạng II", ""),
        ("kỹ sư trưởng", ""),
        ("cô giáo vùng cao", ""),
        ("em học lớp nào", ""),
        ("", ""),
    ] {
        assert_eq!(names(query), expected, "{query}");
    }
}

#[test]
fn a_whole_text_is_a_name_behind_its_title() {
    for (text, expected) in [
        ("ông Ruôm", "ruôm!"),
        ("Ông Ruôm", "ruôm!"),
        ("ong ruom", "ruom!"),
        ("đồng chí Ruôm", "ruôm!"),
        ("Chủ tịch Ruôm", "ruôm!"),
        ("bà Mai Ruôm", "mai ruôm"),
        ("ba Ruôm", "ruôm!"),
        // a name that looks like a title without its marks
        ("Ba Ruôm", "ba ruôm"),
        ("ba ruom", "ba ruom"),
        ("Ruôm", "ruôm!"),
        ("Bồ Ruôm Ka", "bồ ruôm ka"),
        ("ông", "ông!"),
        ("12", ""),
        ("", ""),
    ] {
        let name = whole_name(text).map(|name| name.syllables.join(" ") + if name.short { "!" } else { "" });
        assert_eq!(name.unwrap_or_default(), expected, "{text}");
    }
}

#[test]
fn names_are_compared() {
    use Likeness::*;
    for (a, b, expected) in [
        ("Trần Văn Khải", "TRẦN  VĂN KHẢI", Same),
        ("Nguyễn Hoà", "Nguyễn Hòa", Same),
        ("Nguyễn Hòa", "Nguye\u{302}\u{303}n Ho\u{300}a", Same),
        ("Trần Văn Khải", "Tran Van Khai", Unmarked),
        ("Đỗ Tự", "Do Tu", Unmarked),
        ("Lê Sĩ Tiến", "Lê Sỹ Tiến", Same),
        ("Lê Quang Hải", "Lê Quang Hài", Slip),
        ("Đổ Văn Tám", "Đỗ Văn Tám", Slip),
        ("Lê Sinh", "Lê Xinh", Slip),
        ("Lê Thị Hoa", "Lê Thị Hoan", Slip),
        ("Vi Thị Mai", "Vi Thị Mai Hoa", Longer),
        ("Vi Thị Mai", "Vi Mai", Longer),
        ("Thị Mai", "Vi Thị Mai", Ending),
        ("Vi Thị Mai Hoa", "Mai Hoa", Ending),
        ("mai hoa", "Vi Thị Mai Hoa", Ending),
        ("Mai Hòa", "Vi Thị Mai Hoa", Different),
        ("Lê Hòa", "Trần Hòa", Different),
        ("Lê Quang Hải", "Lê Quảng Hài", Different),
        ("Hòa", "Lê Hòa", Different),
        ("", "", Different),
    ] {
        assert_eq!(likeness(a, b), expected, "{a} {b}");
    }
    assert!(Same > Unmarked && Unmarked > Slip && Slip > Different);
}

#[test]
fn names_typed_with_some_of_their_marks_are_like_those_with_all() {
    use crate::mention::person::typed_likeness;
    use Likeness::*;
    for (typed, known, expected) in [
        ("lo van pọm", "Lò Văn Pọm", Unmarked),
        ("Lò van pom", "Lò Văn Pọm", Unmarked),
        ("van pọm", "Lò Văn Pọm", Ending),
        ("lo van pom", "Lò Văn Pọm", Unmarked),
        ("Lò Văn Pọm", "Lò Văn Pọm", Same),
        // a mark that is wrong, and a name that has none
        ("lo van póm", "Lò Văn Pọm", Different),
        ("Lò Văn An", "Lò Văn Ấn", Slip),
        ("Lò Văn An", "Lò Văn Ân", Slip),
        ("Pọm", "Lò Văn Pọm", Different),
    ] {
        assert_eq!(typed_likeness(typed, known), expected, "{typed} {known}");
    }
}

#[test]
fn names_are_sorted_by_given_name() {
    let sorted = [
        "Nguyễn An",
        "Trần An",
        "Lê Văn Án",
        "Lê Thị Anh",
        "Hồ Ảnh",
        "Hồ Ánh",
        "Lê Ân",
        "Vũ Bằng",
        "Vũ Bân",
        "Đỗ Chi",
        "Lý Dân",
        "Lê Duy",
        "Cao Đan",
        "Cao Đông",
        "Lê Em",
        "Lê Én",
        "Lê Ê",
        "Mai Giang",
        "Mai Hà",
        "Nguyễn Thị Hạ",
        "Bùi Hải",
        "Lê Khải",
        "Bế Lan",
        "Lê Loan",
        "Lê Lộc",
        "Lê Lơ",
        "Lê Nga",
        "Ma Nghĩa",
        "Vi Tú",
        "Vi Tư",
    ];
    assert_eq!(sorted.len(), 30);
    let mut names: Vec<&str> = sorted.iter().rev().copied().collect();
    names.sort_by_key(|name| collation_key(name));
    assert_eq!(names, sorted);
    assert_eq!(collation_key("  lê   văn án"), collation_key("LÊ VĂN ÁN"));
}

#[test]
fn names_are_spelled_in_one_way() {
    for (written, expected) in [
        ("ĐỖ  QUANG TỰ", "Đỗ Quang Tự"),
        ("lê văn tám", "Lê Văn Tám"),
        ("Lê\nVăn\u{A0}Tám", "Lê Văn Tám"),
        ("K'BRƠ", "K'Brơ"),
        ("", ""),
    ] {
        assert_eq!(canonical(written), expected);
    }
}
