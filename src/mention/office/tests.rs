//! Sentences, lists and tables to the offices that people held, and what is none.

mod claims;
mod lives;
mod rules;
mod words;

use unicode_normalization::UnicodeNormalization;

use crate::mention::Mentions;

/// The offices of a text: `Lò Văn Én | Chủ tịch | 1998-01-01 -`.
fn written(text: &str) -> Vec<String> {
    let day = |day: Option<jiff::civil::Date>| day.map_or("-".to_owned(), |day| day.to_string());
    let line = |office: &super::OfficeMention| {
        format!(
            "{} | {} | {} {}",
            office.person,
            office.role.nfc().collect::<String>(),
            day(office.from),
            day(office.to)
        )
    };
    Mentions::of(text, None).offices.iter().map(line).collect()
}

/// Checks all rows before it complains.
fn check(rows: &[(&str, &[&str])]) {
    let wrong: Vec<String> = rows
        .iter()
        .filter(|(text, expected)| written(text) != **expected)
        .map(|(text, expected)| format!("{text}\n  found {:?}\n  for   {expected:?}", written(text)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn offices_beside_a_name() {
    check(&[
        (
            "Đồng chí Lò Văn Én, Chủ tịch Hội Nông dân tỉnh, phát biểu.",
            &["Lò Văn Én | Chủ tịch Hội Nông dân tỉnh | - -"],
        ),
        // an enumeration of others is none
        (
            "Đồng chí Lò Văn Én, Chủ tịch Hội Nông dân tỉnh, lãnh đạo thường trực, cán bộ các ban và 14 chủ tịch huyện dự.",
            &["Lò Văn Én | Chủ tịch Hội Nông dân tỉnh | - -"],
        ),
        (
            "Đồng chí Lò Văn Én, Ủy viên Ban Thường vụ, Chủ tịch Hội Nông dân tỉnh, dự.",
            &["Lò Văn Én | Ủy viên Ban Thường vụ | - -", "Lò Văn Én | Chủ tịch Hội Nông dân tỉnh | - -"],
        ),
        ("Chủ tịch Hội Nông dân tỉnh Lò Văn Én dự.", &["Lò Văn Én | Chủ tịch Hội Nông dân tỉnh | - -"]),
        ("Ngày 5/3/1998, Bí thư Lò Văn Én dự họp.", &["Lò Văn Én | Bí thư | - -"]),
        (
            "Bộ Chính trị gồm 2 ủy viên: Lò Văn Én và Vi Thị Sơn.",
            &["Lò Văn Én | ủy viên Bộ Chính trị | - -", "Vi Thị Sơn | ủy viên Bộ Chính trị | - -"],
        ),
        (
            "- Lò Văn Én, Chủ tịch, bầu tháng 6/2008, bầu lại tháng 3/2013, nghỉ đầu năm 2016.",
            &["Lò Văn Én | Chủ tịch | 2008-06-01 2016-04-30"],
        ),
        (
            "Đồng chí Lò Văn Én làm Thư ký; Phó Thư ký là hai đồng chí Vi Thị Sơn và Hà Văn Pọm.",
            &["Lò Văn Én | Thư ký | - -", "Vi Thị Sơn | Phó Thư ký | - -", "Hà Văn Pọm | Phó Thư ký | - -"],
        ),
        (
            "Các đồng chí Lò Văn Én và Vi Thị Sơn cùng giữ chức Phó Thư ký.",
            &["Lò Văn Én | Phó Thư ký | - -", "Vi Thị Sơn | Phó Thư ký | - -"],
        ),
        // a list of holders with their years
        (
            "Các đ/c nguyên Chủ tịch Hội: Lò Văn Én (1992 - 1998), Hà Văn Pọm (1998 - 2008), Vi Văn Tài (2008 - 4/2017).",
            &[
                "Lò Văn Én | nguyên Chủ tịch Hội | 1992-01-01 1998-12-31",
                "Hà Văn Pọm | nguyên Chủ tịch Hội | 1998-01-01 2008-12-31",
                "Vi Văn Tài | nguyên Chủ tịch Hội | 2008-01-01 2017-04-30",
            ],
        ),
        // the years of a life are no term
        ("Chủ tịch Hội Lò Văn Én (1920 - 1990) dự.", &["Lò Văn Én | Chủ tịch Hội | - -"]),
        (
            "Phó Chủ tịch: đ/c Lò Văn Én, đ/c Vi Thị Sơn",
            &["Lò Văn Én | Phó Chủ tịch | - -", "Vi Thị Sơn | Phó Chủ tịch | - -"],
        ),
        (
            "Phó Chủ tịch: ông Lò Văn Én và bà Vi Thị Sơn",
            &["Lò Văn Én | Phó Chủ tịch | - -", "Vi Thị Sơn | Phó Chủ tịch | - -"],
        ),
        (
            "- Đ/c Lò Văn Én, UVBCH Đảng bộ tỉnh, Trưởng Ban Dân vận Tỉnh ủy;",
            &["Lò Văn Én | UVBCH Đảng bộ tỉnh | - -", "Lò Văn Én | Trưởng Ban Dân vận Tỉnh ủy | - -"],
        ),
        ("Bí thư Huyện ủy khi đó là ông Lò Văn Én.", &["Lò Văn Én | Bí thư Huyện ủy | - -"]),
        (
            "Đồng chí Lò Văn Én - Bí thư Huyện ủy (2007-2016), Đại biểu Quốc hội khóa XIII, XIV.",
            &[
                "Lò Văn Én | Bí thư Huyện ủy | 2007-01-01 2016-12-31",
                "Lò Văn Én | Đại biểu Quốc hội khóa XIII, XIV | - -",
            ],
        ),
    ]);
}

#[test]
fn offices_behind_a_verb() {
    check(&[
        ("Năm 1958, ông Lò Văn Én làm Bí thư Huyện ủy.", &["Lò Văn Én | Bí thư Huyện ủy | 1958-01-01 -"]),
        (
            "Từ năm 1958 đến năm 1963, ông Lò Văn Én là Bí thư Huyện ủy.",
            &["Lò Văn Én | Bí thư Huyện ủy | 1958-01-01 1963-12-31"],
        ),
        (
            "Từ tháng 7 năm 1963, ông Lò Văn Én giữ chức Bí thư Huyện ủy.",
            &["Lò Văn Én | Bí thư Huyện ủy | 1963-07-01 -"],
        ),
        (
            "Ông Lò Văn Én làm Bí thư Huyện ủy từ năm 1958 đến năm 1963.",
            &["Lò Văn Én | Bí thư Huyện ủy | 1958-01-01 1963-12-31"],
        ),
        ("Ông Lò Văn Én trở thành Bí thư Huyện ủy năm 1958.", &["Lò Văn Én | Bí thư Huyện ủy | 1958-01-01 -"]),
        (
            "Ông Lò Văn Én về nước. Năm 1958, ông được cử làm Bí thư Huyện ủy.",
            &["Lò Văn Én | Bí thư Huyện ủy | 1958-01-01 -"],
        ),
        (
            "Thời gian 1949 - 1954, ông Lò Văn Én được cử làm Chủ tịch huyện, Bí thư Huyện ủy kiêm Chính ủy.",
            &[
                "Lò Văn Én | Chủ tịch huyện | 1949-01-01 1954-12-31",
                "Lò Văn Én | Bí thư Huyện ủy | 1949-01-01 1954-12-31",
                "Lò Văn Én | Chính ủy | 1949-01-01 1954-12-31",
            ],
        ),
        ("Năm 1988, ông Lò Văn Én thôi giữ chức Bí thư Huyện ủy.", &["Lò Văn Én | Bí thư Huyện ủy | - 1988-12-31"]),
        ("Ông Lò Văn Én từng là Bí thư Huyện ủy.", &["Lò Văn Én | Bí thư Huyện ủy | - -"]),
        // a day beside `là` is none of a term
        ("Năm 1989, ông Lò Văn Én là Bí thư Huyện ủy.", &["Lò Văn Én | Bí thư Huyện ủy | - -"]),
        // over a bracket, and no word of the sentence that goes on
        ("Tỉnh ủy do đồng chí Lò Văn Én (tức Bảy Dần) làm Bí thư họp phiên đầu tiên.", &["Lò Văn Én | Bí thư | - -"]),
        ("Hội nghị bầu đồng chí Lò Văn Én làm Phó Bí thư họp tại đình.", &["Lò Văn Én | Phó Bí thư | - -"]),
        ("Năm 1903, ông Lò Văn Én được bổ làm Thừa biện bộ Lễ.", &["Lò Văn Én | Thừa biện bộ Lễ | 1903-01-01 -"]),
        // the days of a congress are no term
        (
            "Tại Đại hội lần thứ II (22-24/7/2020), ông Lò Văn Én tái đắc cử Phó Bí thư.",
            &["Lò Văn Én | Phó Bí thư | 2020-07-22 -"],
        ),
        (
            "Ngày 10/5/1948, Đại hội lần thứ nhất họp tại bản. Đ/c Lò Văn Én được bầu làm Bí thư, đ/c Vi Thị Sơn làm Phó Bí thư.",
            &["Lò Văn Én | Bí thư | 1948-05-10 -", "Vi Thị Sơn | Phó Bí thư | 1948-05-10 -"],
        ),
        // whose it is not
        ("Ông Lò Văn Én có cha là Bí thư Huyện ủy.", &[]),
        ("Ông Lò Văn Én được Chủ tịch tỉnh tặng bằng khen.", &[]),
        ("Cuộc họp bầu Chủ tịch Hội.", &[]),
        ("Ông Lò Văn Én họp. Thôn được công nhận là thôn văn hóa, có Chủ tịch Hội về dự.", &[]),
    ]);
}

#[test]
fn offices_in_lines() {
    check(&[
        (
            "# Lò Văn Én\n\nLò Văn Én (sinh năm 1920) quê ở huyện.\n\n- 1958 - 1963: Bí thư Huyện ủy\n- 04/1970 đến nay: Chủ tịch Hội",
            &["Lò Văn Én | Bí thư Huyện ủy | 1958-01-01 1963-12-31", "Lò Văn Én | Chủ tịch Hội | 1970-04-01 -"],
        ),
        (
            "# Lò Văn Én\n\nLò Văn Én (sinh năm 1920) quê ở huyện.\n\nBộ trưởng Bộ Nông trường | |\n| Nhiệm kỳ | 1960 – 1970 |",
            &["Lò Văn Én | Bộ trưởng Bộ Nông trường | 1960-01-01 1970-12-31"],
        ),
        (
            "Danh sách:\n- Lò Văn Én, sinh năm 1967, quê xã Mường, Thứ trưởng Bộ Nội vụ.\n- Vi Thị Sơn (sinh 1970), nguyên Giám đốc Sở Y tế.",
            &["Lò Văn Én | Thứ trưởng Bộ Nội vụ | - -", "Vi Thị Sơn | nguyên Giám đốc Sở Y tế | - -"],
        ),
        // the years of a life are no term
        (
            "| Tên | Hoạt động |\nÔng Lò Văn Én |\n1935-2010 | Phó Chủ tịch Mặt trận, Chủ tịch Hội. |",
            &["Lò Văn Én | Phó Chủ tịch Mặt trận | - -", "Lò Văn Én | Chủ tịch Hội | - -"],
        ),
        // a form
        (
            "SƠ YẾU LÝ LỊCH\n(Người ứng cử)\n\n1. Họ và tên: Lò Văn Én\n2. Sinh ngày: 7/11/1968\n\nQUÁ TRÌNH CÔNG TÁC\n\n9/1986 - 2/1989 | Chiến sĩ, Tiểu đội trưởng, Trung đoàn 9\n6/2004 – 9/2007 | Hạt trưởng Hạt Kiểm lâm; Huyện ủy viên khóa XIX\n03/2019 - nay | Chủ tịch UBND huyện",
            &[
                "Lò Văn Én | Tiểu đội trưởng | 1986-09-01 1989-02-28",
                "Lò Văn Én | Hạt trưởng Hạt Kiểm lâm | 2004-06-01 2007-09-30",
                "Lò Văn Én | Huyện ủy viên khóa XIX | 2004-06-01 2007-09-30",
                "Lò Văn Én | Chủ tịch UBND huyện | 2019-03-01 -",
            ],
        ),
        // nobody's line
        ("Kế hoạch\n- 1958 - 1963: Bí thư Huyện ủy họp mỗi tháng.", &[]),
    ]);
}
