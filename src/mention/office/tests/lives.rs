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
        // a subject left out, and the time before each verb
        (
            "Ông Lò Văn Én quê ở huyện. Năm 1912 lĩnh Tri huyện Hương Trà, năm 1919 thăng Tri phủ Thiệu Hóa, 1927 – 1933 làm Án sát Hải Dương.",
            &[
                "Lò Văn Én | Tri huyện Hương Trà | 1912-01-01 -",
                "Lò Văn Én | Tri phủ Thiệu Hóa | 1919-01-01 -",
                "Lò Văn Én | Án sát Hải Dương | 1927-01-01 1933-12-31",
            ],
        ),
        ("Dân họp. Năm 1912 lĩnh Tri huyện Hương Trà.", &[]),
        ("Ông Lò Văn Én, con trưởng cụ Hà Văn Pọm, làm Tri huyện.", &["Lò Văn Én | Tri huyện | - -"]),
        // the time of what is told before
        ("Từ năm 1896 đến năm 1900 ông Lò Văn Én học ở tỉnh, ra làm Tri huyện.", &["Lò Văn Én | Tri huyện | - -"]),
        (
            "Ông Lò Văn Én làm Hiệu trưởng Trường Mường từ tháng 9-1960 đến khi về hưu năm 1972.",
            &["Lò Văn Én | Hiệu trưởng Trường Mường | 1960-09-01 1972-12-31"],
        ),
        // offices of terms, in brackets, of a trade
        (
            "Ông Lò Văn Én là đại biểu Quốc hội khóa V, khóa VI.",
            &["Lò Văn Én | đại biểu Quốc hội khóa V, khóa VI | - -"],
        ),
        (
            "Vợ là bà Vi Thị Sơn (1928–2014), nguyên Phó Hiệu trưởng Trường Mường.",
            &["Vi Thị Sơn | nguyên Phó Hiệu trưởng Trường Mường | - -"],
        ),
        ("Bà Vi Thị Sơn, giáo viên Trường Vùng cao, kể lại.", &["Vi Thị Sơn | giáo viên Trường Vùng cao | - -"]),
        ("Bà Vi Thị Sơn, giáo viên, kể lại.", &[]),
        (
            "Năm 1948, ông Lò Văn Én giữ chức Trung đoàn trưởng Trung đoàn 44, rồi Tham mưu trưởng Liên khu.",
            &[
                "Lò Văn Én | Trung đoàn trưởng Trung đoàn 44 | 1948-01-01 -",
                "Lò Văn Én | Tham mưu trưởng Liên khu | 1948-01-01 -",
            ],
        ),
        (
            "# Lò Văn Én\n\nLò Văn Én (sinh năm 1920) quê ở huyện.\n\n+ 9/1968 – 2/1976: Phó Chủ nhiệm rồi Chủ nhiệm Khoa Nông học.\n+ 01/1994: Nghỉ hưu; 1995 – 2005: Chủ tịch Hội Khoa học tỉnh.",
            &[
                "Lò Văn Én | Phó Chủ nhiệm | 1968-09-01 1976-02-29",
                "Lò Văn Én | Chủ nhiệm Khoa Nông học | 1968-09-01 1976-02-29",
                "Lò Văn Én | Chủ tịch Hội Khoa học tỉnh | 1995-01-01 2005-12-31",
            ],
        ),
        (
            "Lò Văn Én\n\n| Đại sứ Việt Nam tại Lào\n| Nhiệm kỳ | 1987 – 1991\n| Tiền nhiệm | Hà Văn Pọm\n| Biệt danh | Chín Hòa\n| Sinh | 1920\n\nLò Văn Én (sinh năm 1920) quê ở huyện.\n\nNăm 1966, Chín Hòa làm Phó Tư lệnh.",
            &["Lò Văn Én | Đại sứ Việt Nam | 1987-01-01 1991-12-31", "Lò Văn Én | Phó Tư lệnh | 1966-01-01 -"],
        ),
        ("Ban Thường vụ Khu ủy chỉ định Lò Văn Én.", &[]),
        ("Tỉnh cử đảng viên Lò Văn Én.", &[]),
        ("Các vị Hiệu trưởng các trường:\nhọp bàn việc mở lớp.", &[]),
    ]);
}

#[test]
fn offices_given_by_others() {
    check(&[
        // who gives an office does not hold it
        (
            "Đầu năm 1953, ông Lò Văn Én được ông Hà Văn Pọm cử sang làm Giám đốc Khu Mường.",
            &["Lò Văn Én | Giám đốc Khu Mường | 1953-01-01 -"],
        ),
        (
            "Ông Lò Văn Én quê ở huyện. Ông được đồng chí Bộ trưởng Hà Văn Pọm giao nhiệm vụ là Trưởng ban Bảo vệ.",
            &["Hà Văn Pọm | Bộ trưởng | - -", "Lò Văn Én | Trưởng ban Bảo vệ | - -"],
        ),
        (
            "Năm 1955, Thủ tướng Lò Văn Én bổ nhiệm Thiếu tướng Hà Văn Pọm, kiêm nhiệm chức vụ Trưởng ban Hải quân.",
            &["Lò Văn Én | Thủ tướng | - -", "Hà Văn Pọm | Trưởng ban Hải quân | 1955-01-01 -"],
        ),
        (
            "Ông Lò Văn Én là người theo chủ nghĩa Hà Văn Pọm đầu tiên trở thành Bí thư Huyện ủy.",
            &["Lò Văn Én | Bí thư Huyện ủy | - -"],
        ),
        // `kiêm` is a verb by itself
        (
            "Ông Lò Văn Én quê ở huyện. Từ tháng 2 năm 1945, ông kiêm Bí thư Huyện ủy.",
            &["Lò Văn Én | Bí thư Huyện ủy | 1945-02-01 -"],
        ),
        (
            "Ông Lò Văn Én quê ở huyện. Năm 1949, ông kiêm thêm chức Cục trưởng Cục Dân vận.",
            &["Lò Văn Én | Cục trưởng Cục Dân vận | 1949-01-01 -"],
        ),
        ("Dân họp. Chủ tịch kiêm Bí thư dự.", &[]),
        // offices that begin with `phó`, and former ones
        (
            "Ông Lò Văn Én quê ở huyện. Ngày 3 tháng 10 năm 1947 được bổ nhiệm làm Phó phòng Dân quân.",
            &["Lò Văn Én | Phó phòng Dân quân | 1947-10-03 -"],
        ),
        ("Ông Lò Văn Én đỗ tiến sĩ, làm quan tới chức Hữu thị lang bộ Hộ.", &["Lò Văn Én | Hữu thị lang bộ Hộ | - -"]),
        (
            "Ông Lò Văn Én quê ở huyện. Ông từng giữ các chức vụ: Trưởng ban Nông vận, Ủy viên Ban Điền địa.",
            &["Lò Văn Én | Trưởng ban Nông vận | - -", "Lò Văn Én | Ủy viên Ban Điền địa | - -"],
        ),
        // what a minister did is no line of a career
        (
            "# Lò Văn Én\n\nLò Văn Én (sinh năm 1960) quê ở huyện.\n\nTháng 2 năm 2019, Bộ trưởng Bộ Nông trường đã có quyết định đối với ông.",
            &[],
        ),
        // in brackets
        (
            "Ông Lò Văn Én (sinh năm 1955, Phó Chủ tịch Hội Nông dân), ông Hà Văn Pọm (sinh năm 1954, Đại tướng, Thứ trưởng Bộ Nông trường) dự.",
            &["Lò Văn Én | Phó Chủ tịch Hội Nông dân | - -", "Hà Văn Pọm | Thứ trưởng Bộ Nông trường | - -"],
        ),
        ("Ông Lò Văn Én (sinh năm 1955, con Chủ tịch xã) dự.", &[]),
        (
            "Ông Lò Văn Én là Trưởng phái đoàn Mường tại Sài Gòn, Chủ nhiệm Ủy ban Mường.",
            &["Lò Văn Én | Trưởng phái đoàn Mường | - -", "Lò Văn Én | Chủ nhiệm Ủy ban Mường | - -"],
        ),
        (
            "Ông Lò Văn Én quê ở huyện. Chức vụ cao cấp cuối cùng trước khi rời nhiệm sở của ông là Ủy viên Ban Mường.",
            &["Lò Văn Én | Ủy viên Ban Mường | - -"],
        ),
        ("Bộ trưởng Công an Lò Văn Én đến bản.", &["Lò Văn Én | Bộ trưởng Công an | - -"]),
        ("Thông thường bộ trưởng Công an Lò Văn Én đến bản.", &["Lò Văn Én | bộ trưởng Công an | - -"]),
        (
            "# Lò Văn Én\n\nLò Văn Én (sinh năm 1920) quê ở huyện. Trong kháng chiến, là tư lệnh Quân khu Mường.",
            &["Lò Văn Én | tư lệnh Quân khu Mường | - -"],
        ),
        (
            "Từ năm 1946 đến năm 1948, ông Lò Văn Én lần lượt giữ các chức vụ Trung đội phó, Đại đội trưởng.",
            &[
                "Lò Văn Én | Trung đội phó | 1946-01-01 1948-12-31",
                "Lò Văn Én | Đại đội trưởng | 1946-01-01 1948-12-31",
            ],
        ),
        // other names of one, kin of one, a term
        (
            "Lò Văn Én (1918 – 2016), tên thật là Lò Văn Ánh, là một tướng lĩnh, nguyên Thứ trưởng Bộ Nông trường.",
            &["Lò Văn Én | nguyên Thứ trưởng Bộ Nông trường | - -"],
        ),
        ("Bà Vi Thị Sơn quê ở huyện. Mẹ bà là Hiệu trưởng Trường Mường.", &[]),
        (
            "Ông Lò Văn Én giữ chức Phó Chủ nhiệm Ủy ban Mường nhiệm kỳ 2020 – 2025.",
            &["Lò Văn Én | Phó Chủ nhiệm Ủy ban Mường | 2020-01-01 2025-12-31"],
        ),
        (
            "Lò Văn Én, Thư ký, bầu ngày 16/3/1962; thôi chức cuối năm 1974.",
            &["Lò Văn Én | Thư ký | 1962-03-16 1974-12-31"],
        ),
    ]);
}
