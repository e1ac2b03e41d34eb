//! Offices in forms, in lists of holders, at court, in memoirs.

use super::check;

const FORM: &str = "LÝ LỊCH CÁN BỘ\n(Bản khai tháng 6 năm 2004)\n\n1) Họ và tên đang dùng: LÒ VĂN ÉN        Nam, nữ: Nam\n2) Họ và tên khai sinh: Lò Văn Ánh\n3) Bí danh, tên gọi khác: Hai Nghĩa, Việt Hà\n";

#[test]
fn offices_of_forms() {
    let rows: &[(&str, &[&str])] = &[
        (
            "- 10/1967 - 01/1970: Phó Bí thư chi bộ xã Mường, phụ trách binh vận.",
            &["Lò Văn Én | Phó Bí thư chi bộ xã Mường | 1967-10-01 1970-01-31"],
        ),
        (
            "- 5/1975 - 12/1979: Bí thư Đảng ủy kiêm Trưởng Ban Quân quản xã Mường",
            &[
                "Lò Văn Én | Bí thư Đảng ủy | 1975-05-01 1979-12-31",
                "Lò Văn Én | Trưởng Ban Quân quản xã Mường | 1975-05-01 1979-12-31",
            ],
        ),
        (
            "- Từ 4/1996 đến nay: Tỉnh ủy viên, Trưởng Ban Dân tộc; Phó Chủ tịch Hội Nông dân tỉnh (1999 - 2002)",
            &[
                "Lò Văn Én | Tỉnh ủy viên | 1996-04-01 -",
                "Lò Văn Én | Trưởng Ban Dân tộc | 1996-04-01 -",
                "Lò Văn Én | Phó Chủ tịch Hội Nông dân tỉnh | 1999-01-01 2002-12-31",
            ],
        ),
        (
            "- 4/1992, chia tách tỉnh: về làm Phó Trưởng Ban Dân tộc tỉnh",
            &["Lò Văn Én | Phó Trưởng Ban Dân tộc tỉnh | 1992-04-01 -"],
        ),
        // who signs for others
        ("Người khai\n\nT/M BAN THƯỜNG VỤ\nPhó Bí thư: Vi Thị Sơn", &["Vi Thị Sơn | Phó Bí thư | - -"]),
    ];
    let whole: Vec<(String, &[&str])> =
        rows.iter().map(|(line, found)| (format!("{FORM}\n{line}\n"), *found)).collect();
    let rows: Vec<(&str, &[&str])> = whole.iter().map(|(text, found)| (text.as_str(), *found)).collect();
    check(&rows);
}

#[test]
fn offices_of_lives() {
    check(&[
        (
            "Các vị Hiệu trưởng kế tiếp:\n– Ô. Lò Văn Én, 10-1953 đến 6-1956\n– Bà Vi Thị Sơn, từ 1957",
            &["Lò Văn Én | Hiệu trưởng | 1953-10-01 1956-06-30", "Vi Thị Sơn | Hiệu trưởng | 1957-01-01 -"],
        ),
        ("Ông Lò Văn Én sinh năm 1928, nguyên Trưởng ban Dân vận.", &["Lò Văn Én | nguyên Trưởng ban Dân vận | - -"]),
        (
            "Cụ là con của ông Lò Văn Én, người từng đi sứ, làm đến Thượng thư bộ Lễ.",
            &["Lò Văn Én | Thượng thư bộ Lễ | - -"],
        ),
        ("Ban Thường vụ Khu ủy chỉ định Lò Văn Én.", &[]),
        ("Tỉnh cử đảng viên Lò Văn Én.", &[]),
        ("Các vị Hiệu trưởng các trường:\nhọp bàn việc mở lớp.", &[]),
    ]);
}
