//! Days as papers and histories write them: without `ngày`, without a year, with other signs.

use super::{check, find, found};

/// The text holds these mentions alone, each with its days: `--08-20` where no year is told.
fn shows(rows: &[(&str, &str)]) {
    let shown = |text: &str| {
        let dates = find(text, &[], None).0;
        let each = dates.iter().map(|date| {
            let yearly = date.yearly.map(|days| days.to_string());
            let days = match (date.from, date.to) {
                (Some(from), Some(to)) if from == to => from.to_string(),
                (Some(from), to) => format!("{from}..{}", to.map(|to| to.to_string()).unwrap_or_default()),
                _ => yearly.unwrap_or_default(),
            };
            format!("{}={days}", &text[date.range.clone()])
        });
        each.collect::<Vec<_>>().join(" | ")
    };
    let wrong: Vec<_> = rows
        .iter()
        .map(|(text, expected)| (text, shown(text), expected))
        .filter(|(_, is, should)| is != *should)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn none(rows: &[&str]) {
    let wrong: Vec<_> = rows.iter().map(|text| (text, found(text))).filter(|(_, found)| !found.is_empty()).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_year_may_stand_behind_a_comma() {
    check(&[
        ("20 tháng 10, 1920", "20 tháng 10, 1920", "1920-10-20"),
        ("Ngày 20 tháng 10, 1920, ông", "Ngày 20 tháng 10, 1920", "1920-10-20"),
        ("họp 20 tháng 10, 1920 tại Huế", "20 tháng 10, 1920", "1920-10-20"),
        ("Tháng 6, 1965 – Tháng 4, 1972", "Tháng 6, 1965 – Tháng 4, 1972", "1965-06-01..1972-04-30"),
        ("(Tháng 6, 1965)", "(Tháng 6, 1965)", "1965-06-01..1965-06-30"),
        ("tháng 6, 1965 đến tháng 4, 1972", "tháng 6, 1965 đến tháng 4, 1972", "1965-06-01..1972-04-30"),
        ("tháng Tám, 1945.", "tháng Tám, 1945", "1945-08-01..1945-08-31"),
        ("ngày 2 tháng 9, 1945 Hồ Chí Minh", "ngày 2 tháng 9, 1945", "1945-09-02"),
        ("2 thg 9, 2025", "2 thg 9, 2025", "2025-09-02"),
        ("02 Thg 9 2025", "02 Thg 9 2025", "2025-09-02"),
        ("thg 9, 2025", "thg 9, 2025", "2025-09-01..2025-09-30"),
        ("12 Th09 2025", "12 Th09 2025", "2025-09-12"),
        ("12 Th9, 2025", "12 Th9, 2025", "2025-09-12"),
        ("Th12 2025", "Th12 2025", "2025-12-01..2025-12-31"),
        ("nhập ngũ T8/1957", "T8/1957", "1957-08-01..1957-08-31"),
        ("từ T8/1957 - T12/1960", "từ T8/1957 - T12/1960", "1957-08-01..1960-12-31"),
        ("T02-1968", "T02-1968", "1968-02-01..1968-02-29"),
        ("T5 năm 1968", "T5 năm 1968", "1968-05-01..1968-05-31"),
    ]);
    shows(&[
        ("Ngày 5 tháng 6, 1200 công nhân đến.", "Ngày 5 tháng 6=--06-05"),
        ("Ngày 5 tháng 6, 1950 đoàn viên họp.", "Ngày 5 tháng 6=--06-05"),
        ("Ngày 5 tháng 6, 1950 hộ dân dời đi.", "Ngày 5 tháng 6=--06-05"),
    ]);
    none(&["Xe T54, nhà T8", "T13/1957 là mã", "tháng 6, 1200 công nhân", "Đường T5/12", "vị trí Th9", "Q5/T3"]);
}

#[test]
fn roman_months_and_hyphens() {
    check(&[
        ("19-XII-1946", "19-XII-1946", "1946-12-19"),
        ("ngày 19-XII-1946.", "ngày 19-XII-1946", "1946-12-19"),
        ("2/IX/1945", "2/IX/1945", "1945-09-02"),
        ("Ngày 2.IX.1945, tại", "Ngày 2.IX.1945", "1945-09-02"),
        ("7-V-1954", "7-V-1954", "1954-05-07"),
        ("20/VII/1954", "20/VII/1954", "1954-07-20"),
        ("31-I-1968", "31-I-1968", "1968-01-31"),
        ("30-II-1968", "30-II-1968", "1968-02-29!"),
        ("ngày 19 tháng XII năm 1946", "ngày 19 tháng XII năm 1946", "1946-12-19"),
        ("tháng IX năm 1945", "tháng IX năm 1945", "1945-09-01..1945-09-30"),
        ("tháng IX-1945", "tháng IX-1945", "1945-09-01..1945-09-30"),
        ("từ 1-V-1954 đến 7-V-1954", "từ 1-V-1954 đến 7-V-1954", "1954-05-01..1954-05-07"),
        ("thế-kỷ XIX", "thế-kỷ XIX", "1801-01-01..1900-12-31"),
        ("Thế-kỷ thứ 18", "Thế-kỷ thứ 18", "1701-01-01..1800-12-31"),
        ("thời-kỳ 1945-1954", "thời-kỳ 1945-1954", "1945-01-01..1954-12-31"),
        ("nhiệm-kỳ 1960-1965", "nhiệm-kỳ 1960-1965", "1960-01-01..1965-12-31"),
        ("giai-đoạn 1954-1960", "giai-đoạn 1954-1960", "1954-01-01..1960-12-31"),
        ("niên-khóa 1960-1961", "niên-khóa 1960-1961", "1960-01-01..1961-12-31"),
        ("thập-niên 60", "thập-niên 60", "1960-01-01..1969-12-31"),
        ("ngày hai-mươi tháng bảy năm 1954", "ngày hai-mươi tháng bảy năm 1954", "1954-07-20"),
        ("ngày mười-chín tháng chạp", "ngày mười-chín tháng chạp", "?("),
        ("Chủ-nhật, ngày 15-9-1957", "Chủ-nhật, ngày 15-9-1957", "1957-09-15"),
        ("tháng-giêng", "tháng-giêng", "?("),
        ("mùa-xuân năm 1968", "mùa-xuân năm 1968", "1968-02-01..1968-04-30"),
        ("thượng-tuần tháng 8 năm 1945", "thượng-tuần tháng 8 năm 1945", "1945-08-01..1945-08-10"),
    ]);
    none(&["Phần II-IX", "điều 5-X", "Đại hội X-XI", "19-XIII-1946", "khóa IX/1945x", "A-XII-B"]);
}

#[test]
fn periods_and_rows_without_words_of_their_own() {
    shows(&[
        ("Từ 18-3 đến 22-5-2020, ông điều trị.", "Từ 18-3 đến 22-5-2020=2020-03-18..2020-05-22"),
        ("từ 18/3 đến 22/5/2020", "từ 18/3 đến 22/5/2020=2020-03-18..2020-05-22"),
        ("từ 5-8 đến 7-9-2020", "từ 5-8 đến 7-9-2020=2020-08-05..2020-09-07"),
        ("Từ ngày 9 đến 12-3.", "Từ ngày 9 đến 12-3=--03-09/--03-12"),
        ("từ ngày 8-8 đến 9-8, thầy", "từ ngày 8-8 đến 9-8=--08-08/--08-09"),
        ("Từ 27-6 đến 6-7, đoàn", "Từ 27-6 đến 6-7=--06-27/--07-06"),
        ("Từ 13 đến 24-7 anh ở nhà.", "Từ 13 đến 24-7=--07-13/--07-24"),
        ("Ngày 16, 17 và 18-8, đoàn đi.", "Ngày 16, 17 và 18-8=--08-16/--08-18"),
        ("Ngày 9 và 10-4, trung tâm", "Ngày 9 và 10-4=--04-09/--04-10"),
        ("các ngày 10, 23 và 25-3 cho", "ngày 10, 23 và 25-3=--03-10/--03-25"),
        ("họp 22, 23, 24-7.", ""),
        ("22, 23, 24-7", "22, 23, 24-7=--07-22/--07-24"),
        ("Vào 22, 23, 24-7 họp.", "22, 23, 24-7=--07-22/--07-24"),
        ("10/8, 12/8 và 13/8/2020", "10/8=2020-08-10 | 12/8=2020-08-12 | 13/8/2020=2020-08-13"),
        ("Ngày 7-3 và 10-3, ông", "Ngày 7-3=--03-07 | 10-3=--03-10"),
        ("Ngày 7/3, 10/3 và 12/3 năm 1960.", "Ngày 7/3=1960-03-07 | 10/3=1960-03-10 | 12/3 năm 1960=1960-03-12"),
        ("Liên tiếp hai ngày 2 - 3/8, chị", "ngày 2 - 3/8=--08-02/--08-03"),
        ("đêm 19 rạng ngày 20 tháng 12 năm 1946", "19 rạng ngày 20 tháng 12 năm 1946=1946-12-19..1946-12-20"),
        ("Đêm 19, rạng sáng 20/12/1946", "19, rạng sáng 20/12/1946=1946-12-19..1946-12-20"),
        ("đêm 19 rạng 20-12-1946", "19 rạng 20-12-1946=1946-12-19..1946-12-20"),
        ("đêm ngày 19 rạng ngày 20/12/1946", "ngày 19 rạng ngày 20/12/1946=1946-12-19..1946-12-20"),
        ("đêm 30 rạng 31-1-1968", "30 rạng 31-1-1968=1968-01-30..1968-01-31"),
        ("Rạng sáng 20/12/1946", "20/12/1946=1946-12-20"),
    ]);
    none(&[
        "từ 5-6 đến 7-8 người",
        "từ 10-12 đến 12-15 triệu",
        "từ 5 đến 10-12 người",
        "Điều 22, 23, 24",
        "trang 22, 23, 24-7",
        "các phòng 22, 23, 24-7",
        "tổ 22, 23, 24-7",
        "tăng từ 2/3 lên 3/4",
        "từ 3 đến 5-6 nhà",
    ]);
}

#[test]
fn days_behind_prepositions_and_in_brackets() {
    shows(&[
        ("Anh về vào 20-8.", "20-8=--08-20"),
        ("Khỏi bệnh vào 15/3, song ông", "15/3=--03-15"),
        ("làm việc từ 19/3 do trực tiếp", "19/3=--03-19"),
        ("cách ly từ 3/8 vì là nơi", "3/8=--08-03"),
        ("(từ 18-3)", "(từ 18-3)=--03-18"),
        ("sốt từ 17-3.", "17-3=--03-17"),
        ("Đến 28-7, sau nhiều ngày", "28-7=--07-28"),
        ("nhưng đến 9/3 mới vào viện", "9/3=--03-09"),
        ("trước 20-8 phải xong", "20-8=--08-20"),
        ("sau 15/9, xưởng nghỉ", "15/9=--09-15"),
        ("Sáng mai 27-7, đoàn đi", "27-7=--07-27"),
        ("Hôm qua 16-6, đoàn về", "16-6=--06-16"),
        ("Hôm qua (20/8), lần đầu", "(20/8)=--08-20"),
        ("chiều tối nay (2-4).", "(2-4)=--04-02"),
        ("khuya 17/3 họ về", "17/3=--03-17"),
        ("Lễ khai trương (15/9) đông vui", "(15/9)=--09-15"),
        ("Lần 2 ngày 20-8 âm tính", "ngày 20-8=--08-20"),
        ("lần một ngày 26/5 âm tính", "ngày 26/5=--05-26"),
        ("bệnh nhân 133 ngày 16-3.", "ngày 16-3=--03-16"),
        ("Từ 15-3 ông nghỉ", "15-3=--03-15"),
    ]);
    none(&[
        "thắng (3-1)",
        "Đội mỏ thắng (21/9)",
        "(24/7)",
        "nhà (15/9)",
        "Nhà số 15/9",
        "phòng (15/2)",
        "đạt chỉ tiêu (15/10)",
        "tỷ lệ (15/9)",
        "từ 3-1 thành 3-3",
        "đến 3/4 diện tích",
        "từ 2/3 số hộ",
        "vào 5-6 giờ",
        "vào 3-4 tổ",
        "đến 12/12 xã",
        "từ 10-12 người",
        "từ 15-9 người",
        "đến 15-20%",
        "mỗi ngày 2/3 suất",
        "ngõ 15/9",
        "trong 30 ngày làm việc",
    ]);
}

#[test]
fn lines_of_a_career() {
    for mark in
        ["", "- ", "– ", "— ", "+ ", "• ", "* ", "-", "–", "‑ ", "· ", "o ", "\u{F0B7} ", "1. ", "a) ", "| ", "> "]
    {
        let text = format!(
            "Quá trình công tác:\n{mark}04/2023 đến nay: Phó Giám đốc\n{mark}Từ 01/2018 - 03/2023: Chuyên viên"
        );
        let dates = find(&text, &[], None).0;
        let shown: Vec<_> =
            dates.iter().map(|date| (&text[date.range.clone()], date.from.map(|day| day.to_string()))).collect();
        let expected =
            [("04/2023 đến nay", Some("2023-04-01".into())), ("Từ 01/2018 - 03/2023", Some("2018-01-01".into()))];
        assert_eq!(shown, expected, "{mark:?}");
    }
    shows(&[
        ("Quá trình công tác\n\n9/1986 - 2/1989 | Chiến sĩ", "9/1986 - 2/1989=1986-09-01..1989-02-28"),
        ("- 1997 - 2000: Bí thư", "1997 - 2000=1997-01-01..2000-12-31"),
        ("– 1997–2000: Bí thư", "1997–2000=1997-01-01..2000-12-31"),
        ("• 10/1997 – 12/2000: Bí thư", "10/1997 – 12/2000=1997-10-01..2000-12-31"),
        ("- T10/1997 - nay: Bí thư", "T10/1997 - nay=1997-10-01.."),
        ("+ 2005: Bí thư", "2005=2005-01-01..2005-12-31"),
        ("- Từ tháng 4/2023 đến nay: Bí thư", "Từ tháng 4/2023 đến nay=2023-04-01.."),
        ("−04/2023 - 05/2024: Bí thư", "04/2023 - 05/2024=2023-04-01..2024-05-31"),
        ("· 4/2023–5/2024: Bí thư", "4/2023–5/2024=2023-04-01..2024-05-31"),
    ]);
}

#[test]
fn a_bare_day_goes_on_in_its_month() {
    shows(&[
        (
            "Ngày 20 tháng 12 năm 1946, súng nổ. Dân tản về bản. Ngày 22, địch vào làng.",
            "Ngày 20 tháng 12 năm 1946=1946-12-20 | Ngày 22=1946-12-22",
        ),
        (
            "Đêm 19 rạng ngày 20 tháng 12 năm 1946, súng nổ. Ngày 22, địch vào làng.",
            "19 rạng ngày 20 tháng 12 năm 1946=1946-12-19..1946-12-20 | Ngày 22=1946-12-22",
        ),
        // an earlier day is of another month, another paragraph tells of something else
        ("Ngày 20 tháng 12 năm 1946, súng nổ. Ngày 2, địch vào.", "Ngày 20 tháng 12 năm 1946=1946-12-20"),
        ("Ngày 20 tháng 12 năm 1946, súng nổ.\n\nNgày 22, địch vào.", "Ngày 20 tháng 12 năm 1946=1946-12-20"),
        ("Ông sinh ngày 3/5/1923. Ngày 28, ông thăm xưởng.", "ngày 3/5/1923=1923-05-03"),
        ("Tháng 12 năm 1946, súng nổ. Ngày 22, địch vào.", "Tháng 12 năm 1946=1946-12-01..1946-12-31"),
    ]);
}

#[test]
fn seasons_in_pairs() {
    shows(&[
        ("Thu đông 1947, quân kéo lên.", "Thu đông 1947=1947-08-01..1948-01-31"),
        ("chiến dịch Thu - Đông 1947", "Thu - Đông 1947=1947-08-01..1948-01-31"),
        ("Trong Đông Xuân 1953 - 1954, toàn tỉnh", "Đông Xuân 1953 - 1954=1953-11-01..1954-04-30"),
        ("vụ đông xuân 2023-2024 được mùa", "đông xuân 2023-2024=2023-11-01..2024-04-30"),
        ("mùa hè thu năm 1972", "mùa hè thu năm 1972=1972-05-01..1972-10-31"),
        ("Xuân hè 1975", "Xuân hè 1975=1975-02-01..1975-07-31"),
        ("Xuân 1975", "Xuân 1975=1975-02-01..1975-04-30"),
        // no pair of seasons
        ("Phạm Thu Đông, 1947", "1947=1947-01-01..1947-12-31"),
        ("phía Đông Thu 1947", "1947=1947-01-01..1947-12-31"),
    ]);
}

#[test]
fn a_town_heads_its_paper_too() {
    let text = "Số: 58/BC\nThị xã Gò Chùa, ngày 06 tháng 10 năm 2023\n\nHội họp chiều 27/9.\n\nNgày 19-5-2021, hai bên gặp.\n\nTổ họp chiều 27/9.";
    let dates = find(text, &[], None).0;
    let years: Vec<_> = dates.iter().map(|date| date.from.map(|day| day.year())).collect();
    assert_eq!(years, [Some(2023), Some(2023), Some(2021), Some(2023)]);
}

#[test]
fn news_tell_of_their_own_year() {
    shows(&[
        (
            "Khánh thành cầu\nThứ Tư, 17/01/2024 | 15:40\n\nCầu khởi công ngày 20-4-2022. Trước đó, ngày 15-1, đoàn đi xem.",
            "Thứ Tư, 17/01/2024=2024-01-17 | ngày 20-4-2022=2022-04-20 | ngày 15-1=2024-01-15",
        ),
        // a story of long ago keeps its years
        (
            "Chuyện cũ\nThứ Tư, 17/01/2024 | 15:40\n\nĐoàn họp ngày 20/9/1950 tại bản. Ngày 25/9 đoàn về.",
            "Thứ Tư, 17/01/2024=2024-01-17 | ngày 20/9/1950=1950-09-20 | Ngày 25/9=1950-09-25",
        ),
        ("Năm 1994 đồng chí nghỉ hưu.", "Năm 1994=1994-01-01..1994-12-31"),
        ("trong 5 năm 200 đồng chí", ""),
        (
            "Cụ mất sáng thứ Ba, ngày 05/3/2024 (nhằm ngày 25 tháng Giêng năm Giáp Thìn).\n\nLễ viếng từ ngày 6/3.\n\nCụ vào Đảng ngày 19/5/1954.",
            "thứ Ba, ngày 05/3/2024=2024-03-05 | ngày 25 tháng Giêng năm Giáp Thìn=2024-03-05 | ngày 6/3=2024-03-06 | ngày 19/5/1954=1954-05-19",
        ),
        (
            "Ngày 5/2/2000 dương lịch, mùng 1 tháng giêng âm lịch năm 2000.",
            "Ngày 5/2/2000=2000-02-05 | mùng 1 tháng giêng âm lịch năm 2000=2000-02-05",
        ),
        (
            "Ông từ trần hồi 9h20 ngày 11/4. Ông vào Đảng ngày 19/5/1954.",
            "ngày 11/4=--04-11 | ngày 19/5/1954=1954-05-19",
        ),
    ]);
}

#[test]
fn years_of_two_figures() {
    shows(&[
        ("Nhà đọc khánh thành 25-3-58.", "25-3-58=1958-03-25"),
        ("Anh hy sinh 12-11-67, chị ở lại.", "12-11-67=1967-11-12"),
        ("Anh về tháng 5-75, cả làng mừng.", "tháng 5-75=1975-05-01..1975-05-31"),
        ("nhập ngũ tháng 2/68 tại xã", "tháng 2/68=1968-02-01..1968-02-29"),
    ]);
    none(&[
        "Tủ cao rộng 20-10-60",
        "Có số đo 30-12-90",
        "Tiêm theo liều 10-5-30",
        "Ghi bàn ở phút 10-12-45",
        "lương tháng 8-40 triệu đồng",
        "Giá xăng tháng 3-35 nghìn",
        "Đội nhà thắng 25-3-58",
        "gọi số 25-3-58",
        "ở nhà 25-3-58",
        "Mỗi năm 69 tấn",
        "Năm 69 tuổi",
        "Năm 43, quân Hán sang.",
    ]);
}
