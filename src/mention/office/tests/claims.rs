//! Offices that nobody is said to hold, those of others, and words in brackets between them.

use super::check;

#[test]
fn what_nobody_held() {
    check(&[
        ("Ông Lò Văn Én không còn làm Chủ tịch xã từ ngày 1/1/2000.", &["Lò Văn Én | Chủ tịch xã | - 2000-01-01"]),
        ("Ông Lò Văn Én từ chối làm Giám đốc năm 1990.", &[]),
        ("Ông Lò Văn Én chưa được bầu làm Chủ tịch xã.", &[]),
        ("Ông Lò Văn Én được giới thiệu bầu làm Chủ tịch xã năm 2015 nhưng không trúng cử.", &[]),
        ("Nếu được bầu, bà Vi Thị Sơn sẽ làm Chủ tịch Hội Nông dân vào năm 2030.", &[]),
        ("Đảng ủy dự kiến bổ nhiệm ông Lò Văn Én làm Trưởng ban Tổ chức năm 2027.", &[]),
        (
            "Tháng 7/1954, ông Lò Văn Én được đề nghị và được bầu làm Chủ tịch xã.",
            &["Lò Văn Én | Chủ tịch xã | 1954-07-01 -"],
        ),
        (
            "Mùa thu năm 2000, Tổng thống Lò Văn Én trở thành Tổng thống đầu tiên đến thăm bản.",
            &["Lò Văn Én | Tổng thống | - -"],
        ),
        ("Ông Lò Văn Én trở thành Chủ tịch đầu tiên của Hội.", &["Lò Văn Én | Chủ tịch đầu tiên của Hội | - -"]),
    ]);
}

#[test]
fn offices_of_others() {
    check(&[
        (
            "Năm 1975, ông Lò Văn Én kế nhiệm ông Hà Văn Pọm làm Giám đốc Xí nghiệp gỗ.",
            &["Lò Văn Én | Giám đốc Xí nghiệp gỗ | 1975-01-01 -"],
        ),
        ("Năm 1990, ông Lò Văn Én thay ông Hà Văn Pọm làm Giám đốc.", &["Lò Văn Én | Giám đốc | 1990-01-01 -"]),
        (
            "Theo đề nghị của ông Lò Văn Én, bà Vi Thị Sơn được bổ nhiệm Trưởng phòng ngày 4/5/2001.",
            &["Vi Thị Sơn | Trưởng phòng | 2001-05-04 -"],
        ),
        (
            "Chủ tịch là đồng chí Lò Văn Én, Phó Chủ tịch là đồng chí Hà Văn Pọm.",
            &["Lò Văn Én | Chủ tịch | - -", "Hà Văn Pọm | Phó Chủ tịch | - -"],
        ),
        (
            "Bí thư: đồng chí Lò Văn Én, Phó Bí thư: đồng chí Hà Văn Pọm.",
            &["Lò Văn Én | Bí thư | - -", "Hà Văn Pọm | Phó Bí thư | - -"],
        ),
        ("Thay mặt Chủ tịch UBND tỉnh, Phó Chủ tịch Lò Văn Én ký.", &["Lò Văn Én | Phó Chủ tịch | - -"]),
        ("Học sĩ kiêm Quốc sử viện Giám tu Lò Văn Én soạn sách.", &[]),
        (
            "Hội bầu ông Lò Văn Én làm Phó Chủ tịch kiêm Tổng Thư ký và bà Vi Thị Sơn làm Phó Chủ tịch.",
            &["Lò Văn Én | Phó Chủ tịch | - -", "Lò Văn Én | Tổng Thư ký | - -", "Vi Thị Sơn | Phó Chủ tịch | - -"],
        ),
        // whom the name of what happened names is not whom the text tells of
        (
            "# Lò Văn Én\n\nCuối năm 1963, sau cuộc đảo chính Tổng thống Hà Văn Pọm. Ngày 5/11/1963 ông được cử làm Trưởng phòng Ba.",
            &["Hà Văn Pọm | Tổng thống | - -", "Lò Văn Én | Trưởng phòng Ba | 1963-11-05 -"],
        ),
    ]);
}

#[test]
fn words_in_brackets() {
    check(&[
        (
            "Từ tháng 5/2001 đến tháng 8/2006 (thăng Thượng tướng năm 2003), ông Lò Văn Én giữ chức Tổng tham mưu trưởng (thay Trung tướng Hà Văn Pọm sang giữ chức Chủ nhiệm Tổng cục Chính trị), Thứ trưởng Bộ Quốc phòng.",
            &[
                "Lò Văn Én | Tổng tham mưu trưởng | 2001-05-01 2006-08-31",
                "Hà Văn Pọm | Chủ nhiệm Tổng cục Chính trị | - -",
                "Lò Văn Én | Thứ trưởng Bộ Quốc phòng | 2001-05-01 2006-08-31",
            ],
        ),
        (
            "Lò Văn Én (23 tháng 6 năm 1909 – 21 tháng 6 năm 1992) là Chủ tịch Hội Nông dân.",
            &["Lò Văn Én | Chủ tịch Hội Nông dân | - -"],
        ),
        (
            "Ông Lò Văn Én từng giữ chức Bộ trưởng Bộ Nông trường (1976).",
            &["Lò Văn Én | Bộ trưởng Bộ Nông trường | 1976-01-01 1976-12-31"],
        ),
        (
            "Năm 1963, ông Lò Văn Én làm Chủ tịch xã Đoài, 1968 hy sinh.",
            &["Lò Văn Én | Chủ tịch xã Đoài | 1963-01-01 -"],
        ),
    ]);
}

#[test]
fn verbs_and_bodies() {
    check(&[
        (
            "Ông Lò Văn Én còn từng giữ các chức vụ và vai trò khác như: Phó Chủ tịch Hội Nông dân; Giám đốc Trại giống.",
            &["Lò Văn Én | Phó Chủ tịch Hội Nông dân | - -", "Lò Văn Én | Giám đốc Trại giống | - -"],
        ),
        (
            "Tháng 2/1997, ông Lò Văn Én giữ chức Chủ nhiệm Chính trị Bộ đội Biên phòng tỉnh Sơn La.",
            &["Lò Văn Én | Chủ nhiệm Chính trị Bộ đội Biên phòng tỉnh Sơn La | 1997-02-01 -"],
        ),
        ("Ông Lò Văn Én được bầu làm Phó Bí thư Tỉnh ủy rồi tiếp tục học.", &["Lò Văn Én | Phó Bí thư Tỉnh ủy | - -"]),
        (
            "Ông Lò Văn Én được bầu làm Ủy viên dự khuyết tại Đại hội II của Hội năm 1951.",
            &["Lò Văn Én | Ủy viên dự khuyết | 1951-01-01 -"],
        ),
        (
            "Đồng chí Lò Văn Én làm Phó Bí thư Huyện ủy Quảng Uyên.",
            &["Lò Văn Én | Phó Bí thư Huyện ủy Quảng Uyên | - -"],
        ),
        (
            "# Lò Văn Én\n\nLò Văn Én (sinh năm 1920) quê ở huyện.\n\nMãn khóa học năm 1950. Sau đó được cử giữ chức vụ Pháo đội trưởng.",
            &["Lò Văn Én | Pháo đội trưởng | - -"],
        ),
    ]);
}
