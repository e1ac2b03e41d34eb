//! The lunar calendar, reigns and years before the first.

use super::{check, find, found};

#[test]
fn lunar_days_of_a_year_have_their_civil_day() {
    check(&[
        ("ngày 15 tháng Giêng năm Tân Sửu (2021)", "ngày 15 tháng Giêng năm Tân Sửu (2021)", "2021-02-26("),
        ("mùng 1 tháng Giêng năm Mậu Thân 1968", "mùng 1 tháng Giêng năm Mậu Thân 1968", "1968-01-29("),
        ("Tết Mậu Thân 1968", "Tết Mậu Thân 1968", "1968-01-29("),
        ("dịp Tết Mậu Thân (1968)", "Tết Mậu Thân (1968)", "1968-01-29("),
        ("Tết Ất Mão 1975", "Tết Ất Mão 1975", "1975-02-11("),
        ("Tết Ất Sửu năm 1985", "Tết Ất Sửu năm 1985", "1985-01-21("),
        ("Tết Đinh Hợi 2007", "Tết Đinh Hợi 2007", "2007-02-17("),
        ("Tết Ất Tỵ 2025", "Tết Ất Tỵ 2025", "2025-01-29("),
        ("Tết Quý Tý 2013", "Tết Quý Tý 2013", "2013-02-10("),
        ("Tết Giáp Thìn 2024", "Tết Giáp Thìn 2024", "2024-02-10("),
        ("Tết Quý Mão 2023", "Tết Quý Mão 2023", "2023-01-22("),
        ("Tết Kỷ Hợi 2019", "Tết Kỷ Hợi 2019", "2019-02-05("),
        ("mồng 3 Tết Mậu Thân 1968", "mồng 3 Tết Mậu Thân 1968", "1968-01-31("),
        ("mùng hai Tết năm 1968", "mùng hai Tết năm 1968", "1968-01-30("),
        ("ngày 30 Tết Mậu Thân 1968", "ngày 30 Tết Mậu Thân 1968", "1968-01-28!("),
        ("10-3-2024 (âm lịch)", "10-3-2024 (âm lịch)", "2024-04-18("),
        ("ngày 10/3/2024 âm lịch", "ngày 10/3/2024 âm lịch", "2024-04-18("),
        ("ngày 10 tháng 3 năm 2023 âm lịch", "ngày 10 tháng 3 năm 2023 âm lịch", "2023-04-29("),
        ("10/3/2024 ÂL", "10/3/2024 ÂL", "2024-04-18("),
        ("ngày 10/3/2024 theo âm lịch", "ngày 10/3/2024 theo âm lịch", "2024-04-18("),
        ("ngày 10/3/2024 (theo âm lịch)", "ngày 10/3/2024 (theo âm lịch)", "2024-04-18("),
        ("ngày 6 tháng giêng năm 1946 âm lịch", "ngày 6 tháng giêng năm 1946 âm lịch", "1946-02-07("),
        ("tháng giêng âm lịch năm 1946", "tháng giêng âm lịch năm 1946", "1946-02-02..1946-03-03("),
        ("ngày 10 tháng 3 âm lịch năm 2024", "ngày 10 tháng 3 âm lịch năm 2024", "2024-04-18("),
        ("rằm tháng Bảy năm 2024", "rằm tháng Bảy năm 2024", "2024-08-18("),
        ("Rằm tháng 8 năm Quý Mão 2023", "Rằm tháng 8 năm Quý Mão 2023", "2023-09-29("),
        ("23 tháng Chạp năm Quý Mão (2023)", "23 tháng Chạp năm Quý Mão (2023)", "2024-02-02("),
        ("ngày 1 tháng 2 nhuận năm Quý Mão 2023", "ngày 1 tháng 2 nhuận năm Quý Mão 2023", "2023-03-22("),
        ("tháng Giêng năm Mậu Thân (1968)", "tháng Giêng năm Mậu Thân (1968)", "1968-01-29..1968-02-27("),
        ("năm Mậu Thân (1968)", "năm Mậu Thân (1968)", "1968-01-01..1968-12-31("),
        ("năm Mậu Thân 1968", "năm Mậu Thân 1968", "1968-01-01..1968-12-31("),
        ("năm Canh Tý (1300)", "năm Canh Tý (1300)", "1300-01-01..1300-12-31("),
        ("ngày 5 tháng Giêng năm Kỷ Dậu (1789)", "ngày 5 tháng Giêng năm Kỷ Dậu (1789)", "1789-01-01..1789-12-31("),
        ("mùng 5 tháng giêng năm Ất Dậu", "mùng 5 tháng giêng năm Ất Dậu", "?("),
        ("năm Tân Sửu", "năm Tân Sửu", "?("),
        ("Cuối tháng 1 âm lịch", "tháng 1 âm lịch", "?("),
        ("tháng-chạp năm Bính-Tuất", "tháng-chạp năm Bính-Tuất", "?("),
    ]);
    let told = |text: &str| found(text).pop().map(|(_, days)| days);
    assert_eq!(told("Năm 2021, rằm tháng Bảy, chùa mở cửa.").as_deref(), Some("2021-08-22~("));
    assert_eq!(told("Năm 2021 hội mở. Rằm tháng Bảy hằng năm chùa mở cửa.").as_deref(), Some("?("));
    assert_eq!(
        found("Năm 2021 dịch lan. Ngày 15 tháng Giêng năm Tân Sửu, chùa đóng cửa."),
        [
            ("Năm 2021".to_owned(), "2021-01-01..2021-12-31".to_owned()),
            ("Ngày 15 tháng Giêng năm Tân Sửu".to_owned(), "2021-02-26~(".to_owned())
        ]
    );
}

#[test]
fn years_of_the_cycle_take_their_number_from_what_is_near() {
    let all = |text: &str| found(text).into_iter().map(|(_, days)| days).collect::<Vec<_>>();
    // from the paragraph before
    let text = "Từ năm 1836 đến năm 1840, ông ở biên.\n\nNgày 28 tháng Chạp năm Canh Tý, vua băng.";
    assert_eq!(all(text), ["1836-01-01..1840-12-31", "1841-01-20~("]);
    // and from what follows
    let text = "Năm Canh Tý, vua băng. Năm 1841, ông về.";
    assert_eq!(all(text), ["1840-01-01..1840-12-31~(", "1841-01-01..1841-12-31"]);
    // a year far away tells nothing of it
    assert_eq!(all("Năm Canh Tý, vua băng. Năm 1975, miếu được sửa."), ["?(", "1975-01-01..1975-12-31"]);
    check(&[
        ("Cuối năm Quý Sửu (1853)", "Cuối năm Quý Sửu (1853)", "1853-09-01..1853-12-31"),
        ("cuối năm Quý Sửu", "cuối năm Quý Sửu", "?("),
    ]);
}

#[test]
fn solar_days_stay_solar() {
    check(&[
        ("mồng hai tháng chín năm 1945", "mồng hai tháng chín năm 1945", "1945-09-02"),
        ("mồng 2 tháng 9 năm 1945", "mồng 2 tháng 9 năm 1945", "1945-09-02"),
        ("ngày mồng hai tháng chín năm 1945", "ngày mồng hai tháng chín năm 1945", "1945-09-02"),
        ("mồng 2/9/1945", "mồng 2/9/1945", "1945-09-02"),
        ("mùng 3-2-1930", "mùng 3-2-1930", "1930-02-03"),
        ("ngày 6 tháng giêng năm 1946", "ngày 6 tháng giêng năm 1946", "1946-01-06"),
        ("ngày 19 tháng Chạp năm 1946", "ngày 19 tháng Chạp năm 1946", "1946-12-19"),
        ("tháng Giêng năm 1959", "tháng Giêng năm 1959", "1959-01-01..1959-01-31"),
        ("tháng Chạp 1946", "tháng Chạp 1946", "1946-12-01..1946-12-31"),
        ("10-3-2024", "10-3-2024", "2024-03-10"),
        ("theo dương lịch, ngày 26 tháng 7 năm Ất Dậu (1945)", "ngày 26 tháng 7 năm Ất Dậu (1945)", "1945-09-02("),
        ("ngày 2 tháng 9 năm 1945 (dương lịch)", "ngày 2 tháng 9 năm 1945", "1945-09-02"),
        ("ngày 6 tháng giêng dương lịch 1946", "ngày 6 tháng giêng dương lịch 1946", "1946-01-06"),
        ("ngày 6 tháng giêng (dương lịch) năm 1946", "ngày 6 tháng giêng (dương lịch) năm 1946", "1946-01-06"),
        ("ngày 6 tháng giêng năm 1946 theo dương lịch", "ngày 6 tháng giêng năm 1946", "1946-01-06"),
        ("mùng 6 tháng giêng năm 1846 (theo dương lịch)", "mùng 6 tháng giêng năm 1846", "1846-01-06"),
        ("ngày 6 tháng giêng năm 1846 dương-lịch", "ngày 6 tháng giêng năm 1846", "1846-01-06"),
        ("mồng 6 tháng Chạp dương lịch năm 1946", "mồng 6 tháng Chạp dương lịch năm 1946", "1946-12-06"),
        ("tháng giêng dương lịch 1946", "tháng giêng dương lịch 1946", "1946-01-01..1946-01-31"),
        ("Dương lịch ngày 6 tháng giêng năm 1846", "ngày 6 tháng giêng năm 1846", "1846-01-06"),
        ("ngày 2 tháng 9 dương lịch 1945", "ngày 2 tháng 9 dương lịch 1945", "1945-09-02"),
        ("10-3-2024 (âm ỉ)", "10-3-2024", "2024-03-10"),
        ("quý II năm 2021", "quý II năm 2021", "2021-04-01..2021-06-30"),
        ("thế kỷ XX", "thế kỷ XX", "1901-01-01..2000-12-31"),
        ("năm 1968 thân mến", "năm 1968", "1968-01-01..1968-12-31"),
    ]);
    for text in
        ["Năm tân sinh viên", "năm Thân ái", "Tết đến", "Tết Thân", "năm Giáp Sửu", "năm mậu dịch", "ông Đinh Hợi"]
    {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn reigns_count_years() {
    check(&[
        ("Minh Mạng năm thứ 5", "Minh Mạng năm thứ 5", "1824-01-01..1824-12-31("),
        ("Minh Mệnh năm thứ 5", "Minh Mệnh năm thứ 5", "1824-01-01..1824-12-31("),
        ("dưới triều Gia Long năm thứ 3 đã lập", "Gia Long năm thứ 3", "1804-01-01..1804-12-31("),
        ("năm Minh Mạng thứ 5", "năm Minh Mạng thứ 5", "1824-01-01..1824-12-31("),
        ("Vào năm Tự Đức thứ 10, tỉnh", "năm Tự Đức thứ 10", "1857-01-01..1857-12-31("),
        ("Thiệu Trị năm thứ 7", "Thiệu Trị năm thứ 7", "1847-01-01..1847-12-31("),
        ("Thành Thái năm thứ 12", "Thành Thái năm thứ 12", "1900-01-01..1900-12-31("),
        ("Duy Tân năm thứ ba", "Duy Tân năm thứ ba", "1909-01-01..1909-12-31("),
        ("Khải Định năm thứ 9", "Khải Định năm thứ 9", "1924-01-01..1924-12-31("),
        ("Bảo Đại năm thứ 18", "Bảo Đại năm thứ 18", "1943-01-01..1943-12-31("),
        ("Hồng Đức năm thứ 21", "Hồng Đức năm thứ 21", "1490-01-01..1490-12-31("),
        ("Cảnh Hưng năm thứ 40", "Cảnh Hưng năm thứ 40", "1779-01-01..1779-12-31("),
        ("Quang Trung năm thứ 5", "Quang Trung năm thứ 5", "1792-01-01..1792-12-31("),
        ("Cảnh Thịnh năm thứ tám", "Cảnh Thịnh năm thứ tám", "1800-01-01..1800-12-31("),
        ("năm Chính Hòa thứ 26", "năm Chính Hòa thứ 26", "1705-01-01..1705-12-31("),
        ("năm Vĩnh Thịnh thứ 2", "năm Vĩnh Thịnh thứ 2", "1706-01-01..1706-12-31("),
        ("năm Chương Thánh Gia Khánh thứ 2", "năm Chương Thánh Gia Khánh thứ 2", "1060-01-01..1060-12-31("),
        ("Trùng Hưng năm thứ 4", "Trùng Hưng năm thứ 4", "1288-01-01..1288-12-31("),
        ("Đại Trị năm thứ 5", "Đại Trị năm thứ 5", "1362-01-01..1362-12-31("),
        ("Gia Long năm thứ V", "Gia Long năm thứ V", "1806-01-01..1806-12-31("),
        ("Thuận Thiên năm thứ 19", "Thuận Thiên năm thứ 19", "1028-01-01..1028-12-31("),
    ]);
    for text in [
        "Quang Trung năm thứ 9",
        "Thuận Thiên năm thứ 2",
        "Minh Mạng thứ nhì",
        "minh mạng năm thứ 5",
        "Hà Nội năm thứ 5",
        "sinh viên năm thứ 3",
        "năm Minh Mạng",
        "Duy Tân thứ bảy",
        "năm Nguyễn Văn thứ 5",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
    let dates = find("năm Minh Mạng thứ 5, ngày 12/3/2020", &[], None).0;
    assert!(dates.windows(2).all(|pair| pair[0].range.end <= pair[1].range.start), "{dates:?}");
}

#[test]
fn years_before_the_first_are_signed() {
    check(&[
        ("năm 179 TCN", "năm 179 TCN", "-000178-01-01..-000178-12-31"),
        ("Năm 179 TCN, Triệu Đà", "Năm 179 TCN", "-000178-01-01..-000178-12-31"),
        ("vào 179 TCN", "179 TCN", "-000178-01-01..-000178-12-31"),
        ("năm 111 trước Công nguyên", "năm 111 trước Công nguyên", "-000110-01-01..-000110-12-31"),
        ("năm 1 TCN", "năm 1 TCN", "0000-01-01..0000-12-31"),
        ("năm 2879 TCN", "năm 2879 TCN", "-002878-01-01..-002878-12-31"),
        ("(179 – 111 TCN)", "(179 – 111 TCN)", "-000178-01-01..-000110-12-31"),
        ("(1122 TCN-256 TCN)", "(1122 TCN-256 TCN)", "-001121-01-01..-000255-12-31"),
        ("từ năm 208 TCN đến năm 179 TCN", "từ năm 208 TCN đến năm 179 TCN", "-000207-01-01..-000178-12-31"),
        (
            "từ năm 257 TCN đến năm 43 sau Công nguyên",
            "từ năm 257 TCN đến năm 43 sau Công nguyên",
            "-000256-01-01..0043-12-31",
        ),
        ("thế kỷ III TCN", "thế kỷ III TCN", "-000299-01-01..-000200-12-31"),
        ("thế kỷ III trước Công nguyên", "thế kỷ III trước Công nguyên", "-000299-01-01..-000200-12-31"),
        ("thế kỷ thứ 7 TCN", "thế kỷ thứ 7 TCN", "-000699-01-01..-000600-12-31"),
        ("năm 40 sau Công nguyên", "năm 40 sau Công nguyên", "0040-01-01..0040-12-31"),
        ("năm 43 SCN", "năm 43 SCN", "0043-01-01..0043-12-31"),
        ("thế kỷ II sau Công nguyên", "thế kỷ II sau Công nguyên", "0101-01-01..0200-12-31"),
        ("năm 938 sau Công nguyên", "năm 938 sau Công nguyên", "0938-01-01..0938-12-31"),
    ]);
    for text in ["trước Công nguyên", "TCN", "trước công việc", "sau công nguyên", "5 TCN 12", "14 TCN 12-2002"]
    {
        let found = found(text);
        assert!(found.is_empty() || text.contains("TCN 12"), "{text}: {found:?}");
    }
    assert_eq!(super::find_in_query("năm 179 TCN"), []);
    for (query, year) in [("tet mau than 1968", 1968), ("tet giap thin 2024", 2024), ("tet at ty 2025", 2025)] {
        let found = super::find_in_query(query);
        assert_eq!(
            found.iter().map(|date| date.from.map(|from| from.year())).collect::<Vec<_>>(),
            [Some(year)],
            "{query}"
        );
    }
}
