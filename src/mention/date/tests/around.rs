//! Dates whose year or end stands in the text around, and the days of documents.

use super::*;

#[test]
fn several_in_one_text() {
    let check = |text: &str, expected: &[(&str, &str)]| {
        let expected: Vec<_> = expected.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        assert_eq!(found(text), expected, "{text}");
    };
    check("năm 1955 và 1958.", &[("năm 1955", "1955-01-01..1955-12-31"), ("1958", "1958-01-01..1958-12-31")]);
    check(
        "đến năm 2030, tầm nhìn đến năm 2045",
        &[("năm 2030", "2030-01-01..2030-12-31"), ("năm 2045", "2045-01-01..2045-12-31")],
    );
    check(
        "Ngày 2/4/2021 sơ kết quý I, triển khai quý II/2021",
        &[
            ("Ngày 2/4/2021", "2021-04-02"),
            ("quý I", "2021-01-01..2021-03-31~"),
            ("quý II/2021", "2021-04-01..2021-06-30"),
        ],
    );
    check(
        "Năm 2014, ngay từ đầu năm đã có kế hoạch",
        &[("Năm 2014", "2014-01-01..2014-12-31"), ("đầu năm", "2014-01-01..2014-04-30~")],
    );
    check(
        "Năm 1965\n\nNgày 15/3, tỉnh họp. Tháng 9, huyện họp.",
        &[("Năm 1965", "1965-01-01..1965-12-31"), ("Ngày 15/3", "1965-03-15~"), ("Tháng 9", "1965-09-01..1965-09-30~")],
    );
    check(
        "ngày 20/9/1950 và tháng 3 năm sau",
        &[("ngày 20/9/1950", "1950-09-20"), ("tháng 3 năm sau", "1951-03-01..1951-03-31~")],
    );
    check(
        "Từ ngày 20/9/1950 bắt đầu; đến ngày 22, quân ta",
        &[("ngày 20/9/1950", "1950-09-20"), ("ngày 22", "1950-09-22~")],
    );
    check("ngày 20\n2. Giai đoạn 1990-1995", &[("Giai đoạn 1990-1995", "1990-01-01..1995-12-31")]);
    check(
        "Huế, ngày 5 tháng 6 năm 2020\n\nTừ 2018 đến nay",
        &[("ngày 5 tháng 6 năm 2020", "2020-06-05"), ("Từ 2018 đến nay", "2018-01-01..2020-06-05~")],
    );
    check(
        "Trong tháng 5, 10 đơn vị đạt kế hoạch năm 2020",
        &[("tháng 5", "2020-05-01..2020-05-31~"), ("năm 2020", "2020-01-01..2020-12-31")],
    );
    check(
        "Ngày 1 tháng 10 năm 1949 lập nước. Đến cuối năm, quân ta về.",
        &[("Ngày 1 tháng 10 năm 1949", "1949-10-01"), ("cuối năm", "1949-09-01..1949-12-31~")],
    );
    check("Luật năm 1949 còn hiệu lực. Báo cáo vào cuối năm.", &[("năm 1949", "1949-01-01..1949-12-31")]);
    check(
        "Họp ngày 20 tháng 6 năm 1923.\n\nĐến tháng 9 cùng năm, huyện họp.",
        &[("ngày 20 tháng 6 năm 1923", "1923-06-20"), ("tháng 9 cùng năm", "1923-09-01..1923-09-30~")],
    );
    check(
        "Quyết định năm 2016 còn hiệu lực.\n\nBáo cáo trước ngày 31 tháng 01 năm sau.",
        &[("năm 2016", "2016-01-01..2016-12-31")],
    );
    check("Sáng nay (11/5), đoàn", &[("(11/5)", "?")]);
}

#[test]
fn numbers_hold_no_dates_and_the_day_of_the_document_helps() {
    let text = "QĐ 4/4/1947 ngày 5/5";
    let mentions = find(text, std::slice::from_ref(&(0..13)), Some(day("2021-06-01"))).0;
    assert_eq!(mentions.iter().map(shown).collect::<Vec<_>>(), ["2021-05-05~"]);
    let mentions = find("từ 2018 đến nay", &[], Some(day("2021-06-01"))).0;
    assert_eq!(mentions.iter().map(shown).collect::<Vec<_>>(), ["2018-01-01..2021-06-01~"]);
}
