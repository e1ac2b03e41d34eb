//! Sentences and the events they tell, and those that tell none.

mod kinds;
mod laws;
mod lives;
mod rules;
mod told;
mod verbs;
mod who;
mod words;

use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization;

use crate::mention::Mentions;

/// The mentions of a text, which tell its events.
pub(super) fn events(text: &str) -> Mentions {
    Mentions::of(text, None)
}

/// Kind and interval of each: `congress 2020-01-02 2020-01-04`, with `-` for no date.
fn written(text: &str) -> Vec<String> {
    let day = |day: Option<Date>| day.map_or("-".to_owned(), |day| day.to_string());
    events(text)
        .events
        .iter()
        .map(|event| format!("{} {} {}", event.kind.as_str(), day(event.from), day(event.to)))
        .collect()
}

/// Checks all rows, composed and decomposed, before it complains.
fn check(rows: &[(&str, &[&str])]) {
    let wrong: Vec<String> = rows
        .iter()
        .flat_map(|(text, expected)| [(text.nfc().collect::<String>(), expected), (text.nfd().collect(), expected)])
        .filter(|(text, expected)| written(text) != **expected)
        .map(|(text, expected)| format!("{text}\n  found {:?}\n  for   {expected:?}", written(&text)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn sentences_tell_what_happened_and_when() {
    check(&[
        ("Ngày 12/3/1963, Đảng bộ huyện tổ chức Đại hội lần thứ IV.", &["congress 1963-03-12 1963-03-12"]),
        (
            "Từ ngày 5 đến 7/8/1991, Đại hội Hội Nông dân tỉnh lần thứ II họp tại thị xã.",
            &["congress 1991-08-05 1991-08-07"],
        ),
        ("Đại hội lần thứ VI diễn ra từ ngày 10 đến ngày 12 tháng 5 năm 1994.", &["congress 1994-05-10 1994-05-12"]),
        ("Ngày 3/4/1950, Đại hội Hội Phụ nữ xã lần thứ nhất đã được khai mạc.", &["congress 1950-04-03 -"]),
        ("Đại hội Đoàn trường lần thứ V năm 1988 đề ra ba nhiệm vụ.", &["congress 1988-01-01 1988-12-31"]),
        ("Sáng 9/6/2022, Sở Nội vụ tổ chức hội nghị tập huấn.", &["conference 2022-06-09 2022-06-09"]),
        ("Hội thảo khoa học diễn ra vào tháng 4/2018.", &["conference 2018-04-01 2018-04-30"]),
        ("Chiều 2/2/2020, hai sở có buổi làm việc về nước sạch.", &["meeting 2020-02-02 2020-02-02"]),
        ("Hợp tác xã được thành lập ngày 1/5/1960.", &["founding 1960-05-01 1960-05-01"]),
        ("Năm 1971 nhà máy ra đời với 40 thợ.", &["founding 1971-01-01 1971-12-31"]),
        ("Đầu năm 1953, huyện thành lập ba đội dân công.", &["founding 1953-01-01 1953-04-30"]),
        ("Năm 1992, trường được đổi tên thành Trường Trung học số 2.", &["renaming 1992-01-01 1992-12-31"]),
        ("Ngày 1/7/1976 hai tỉnh hợp nhất.", &["merger 1976-07-01 1976-07-01"]),
        ("Tháng 9/1981, xã được chia thành hai xã mới.", &["separation 1981-09-01 1981-09-30"]),
        ("Ngày 5/5/1989, hợp tác xã bị giải thể.", &["dissolution 1989-05-05 1989-05-05"]),
        ("Tháng 6 năm 1996 bà được bầu làm Chủ tịch Hội.", &["election 1996-06-01 1996-06-30"]),
        ("Ngày 4/1/2011, ông được bổ nhiệm làm Giám đốc Sở.", &["appointment 2011-01-04 2011-01-04"]),
        ("Cuối năm 1974 do yêu cầu công việc ông về làm Bí thư huyện.", &["appointment 1974-09-01 1974-12-31"]),
        ("Ngày 8/8/2019, Ủy ban huyện ban hành Kế hoạch số 77/KH-UBND.", &["issuance 2019-08-08 2019-08-08"]),
        ("Thực hiện Chỉ thị số 09-CT/TU ngày 6/7/2015 của Tỉnh ủy.", &["issuance 2015-07-06 2015-07-06"]),
        ("Ngày 20/7/1954 hiệp định được ký kết.", &["signing 1954-07-20 1954-07-20"]),
        ("Bộ luật mới có hiệu lực từ ngày 01/01/2008.", &["entry-into-force 2008-01-01 2008-01-01"]),
        ("Ngày 14/9/2021, đoàn công tác đã kiểm tra sổ sách của xã.", &["inspection 2021-09-14 2021-09-14"]),
        ("Năm 2014 đơn vị được tặng Huân chương.", &["award 2014-01-01 2014-12-31"]),
        ("Và đặc biệt năm 2009 được tặng thưởng Cờ thi đua.", &["award 2009-01-01 2009-12-31"]),
        ("Tháng 2/1965 Trung ương Đoàn phát động phong trào “Năm xung phong”.", &["campaign 1965-02-01 1965-02-28"]),
        ("Ngày 7 tháng 5 năm 1954, quân địch đầu hàng.", &["war 1954-05-07 1954-05-07"]),
        ("Những năm 1947-1950, quân dân huyện đã đánh giặc giữ làng.", &["war 1947-01-01 1950-12-31"]),
        ("Sau cách mạng Tháng Tám năm 1945, dân làng dựng lại trường.", &["war 1945-08-01 1945-08-31"]),
        ("Ngày 2/9/2015 xã tổ chức lễ kỷ niệm trọng thể.", &["ceremony 2015-09-02 2015-09-02"]),
        ("Hội thao công nhân tỉnh năm 2013 có 20 đoàn.", &["competition 2013-01-01 2013-12-31"]),
        ("Ngày 11/11/2011, đoàn đến thăm trại trẻ.", &["visit 2011-11-11 2011-11-11"]),
        ("Ông sinh năm 1931 ở một làng chài.", &["birth 1931-01-01 1931-12-31"]),
        ("Thông tư có hiệu lực kể từ ngày 5/6/2016.", &["entry-into-force 2016-06-05 2016-06-05"]),
        ("Bà mất năm 1999.", &["death 1999-01-01 1999-12-31"]),
        ("Ngày 3/3/1973, ông qua đời.", &["death 1973-03-03 1973-03-03"]),
        ("The union was founded in 1998 by twelve workers.", &["founding 1998-01-01 1998-12-31"]),
        (
            "On 5 May 2019 the congress elected a new board.",
            &["congress 2019-05-05 2019-05-05", "election 2019-05-05 2019-05-05"],
        ),
    ]);
}

#[test]
fn dates_are_those_of_the_event() {
    check(&[
        // a list of clauses, each with its own
        (
            "Ngày 1/2/1950 lập đội du kích; ngày 3/4/1951 huyện thành lập xưởng giấy; ngày 5/6/1952 xưởng bị giải thể.",
            &["founding 1951-04-03 1951-04-03", "dissolution 1952-06-05 1952-06-05"],
        ),
        // the last before the words
        (
            "Tại hội nghị họp ngày 6/1/1946, đã quyết định đổi tên Hội và ngày 9/2/1946 Tổng hội chính thức thành lập.",
            &["conference 1946-01-06 1946-01-06", "renaming 1946-01-06 1946-01-06", "founding 1946-02-09 1946-02-09"],
        ),
        // not those of a paper or a term
        (
            "Sáng 4/4/2021, Hội tổ chức hội nghị sơ kết Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị, giai đoạn 2016 - 2021.",
            &["conference 2021-04-04 2021-04-04", "issuance 2016-05-15 2016-05-15"],
        ),
        // two events of one sentence
        (
            "Ngày 9/9/1985, Đại hội lần thứ X đã bầu 15 ủy viên.",
            &["congress 1985-09-09 1985-09-09", "election 1985-09-09 1985-09-09"],
        ),
        // begun and ended
        ("Đợt thi đua diễn ra từ ngày 1/3/2021 và kết thúc vào ngày 30/4/2021.", &["campaign 2021-03-01 2021-04-30"]),
        // plans with a day are events
        ("Ngày 20/11/2030, trường sẽ tổ chức lễ kỷ niệm 50 năm.", &["ceremony 2030-11-20 2030-11-20"]),
        // named only, but with its own day
        ("Lập thành tích chào mừng Đại hội Anh hùng toàn quốc (05/8/1962).", &["congress 1962-08-05 1962-08-05"]),
        // what comes into force has its day behind
        (
            "Ngày 4/5/2011, tỉnh ban hành quy chế, có hiệu lực từ ngày 6/7/2011.",
            &["issuance 2011-05-04 2011-05-04", "entry-into-force 2011-07-06 2011-07-06"],
        ),
        // a table row
        ("| Thành lập | 12/4/1988 |", &["founding 1988-04-12 1988-04-12"]),
        ("- Năm 1990: được tặng Cờ luân lưu.", &["award 1990-01-01 1990-12-31"]),
    ]);
}

#[test]
fn sentences_go_on_with_the_time_before() {
    check(&[
        (
            "Ngày 6/6/1980, Đại hội lần thứ VII họp tại huyện. Đại hội đã bầu 21 ủy viên.",
            &["congress 1980-06-06 1980-06-06", "election 1980-06-06 1980-06-06"],
        ),
        (
            "Ngày 6/6/1980, Đại hội lần thứ VII họp tại huyện.\n\nĐại hội bầu ra Ban Chấp hành mới.",
            &["congress 1980-06-06 1980-06-06", "election 1980-06-06 1980-06-06"],
        ),
        (
            "Tháng 5/1964, Đại hội lần thứ II họp tại xã. Đồng chí Ba được bầu làm Bí thư.",
            &["congress 1964-05-01 1964-05-31", "election 1964-05-01 1964-05-31"],
        ),
        (
            "Ngày 8/3/1949, huyện mở trường. Cùng ngày, Hội Phụ nữ được thành lập.",
            &["founding 1949-03-08 1949-03-08", "founding 1949-03-08 1949-03-08"],
        ),
        (
            "2. Giai đoạn 1961 - 1965\n\nHuyện phát động phong trào “Gió mới” trong các hợp tác xã.",
            &["campaign 1961-01-01 1965-12-31"],
        ),
        // another gathering without a date stands between
        (
            "Ngày 6/6/1980, Đại hội lần thứ VII họp. Sau đó huyện đã tổ chức Đại hội lần thứ VIII. Đại hội đã bầu 9 ủy viên.",
            &["congress 1980-06-06 1980-06-06", "congress - -", "election - -"],
        ),
    ]);
}

#[test]
fn rules_wishes_and_names_tell_nothing() {
    check(&[
        "Đại hội được tổ chức năm năm một lần.",
        "Chủ tịch được bầu tại kỳ họp thứ nhất của Hội đồng.",
        "Bộ trưởng ban hành quyết định theo thẩm quyền.",
        "Nếu công ty bị giải thể ngày 1/1/2020 thì nợ được thanh toán.",
        "Trường hợp được thành lập trước ngày 01/7/2015 thì phải đăng ký lại.",
        "Doanh nghiệp thành lập sau ngày 1/1/2010 được giảm thuế.",
        "Đến ngày 5/4/2020 huyện chưa thành lập ban chỉ đạo.",
        "Ngày 7/7/2007, huyện không tổ chức hội nghị.",
        "Hội đồng nhân dân là cơ quan quyền lực.",
        "Đại hội đồng cổ đông họp thường niên.",
        "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XV nêu rõ ba khâu.",
        "Việc thành lập quỹ cần vốn.",
        "Để chuẩn bị thành lập Hội, tỉnh cử người về xã.",
        "Học sinh năm 2020 học tốt hơn.",
        "Vệ sinh năm 2019 được cải thiện.",
        "Bầu trời tháng 5 năm 2020 trong xanh.",
        "Khen thưởng thế nào trong năm 2025?",
        "Năm 1955 ông bị thương, sau đó xã mới được thành lập.",
        "Ông chưa bao giờ được bầu làm Bí thư trong năm 1960.",
        "Kế hoạch phát triển giai đoạn 2021 - 2025 nêu các chỉ tiêu.",
        "Truy cập ngày 12 tháng 8 năm 2013.",
        "Công tác kiểm tra, giám sát được quan tâm.",
        "Điều 1. Phạm vi\nĐiều 2. Hội đã bầu Chủ tịch thì báo cáo.\nĐiều 3. Theo Nghị định số 12/2009/NĐ-CP ngày 5/2/2009.",
        "",
        "Đại hội",
        "đã",
    ]
    .map(|text| (text, &[][..])));
}

#[test]
fn events_name_people_places_and_numbers() {
    let text = "Mở đầu. Ngày 8/8/2019, tại thị trấn Nà Phặc, huyện Ngân Sơn, tỉnh Bắc Kạn, ông Lò Văn Thái Bình \
                ban hành Kế hoạch số 77/KH-UBND. Kết thúc.";
    let Mentions { dates, people, events, .. } = events(text);
    assert_eq!(events.len(), 1);
    let event = &events[0];
    assert!(text[event.range.clone()].starts_with("Ngày 8/8/2019") && text[event.range.clone()].ends_with("UBND."));
    assert_eq!(event.places, ["thị trấn Nà Phặc", "huyện Ngân Sơn", "Bắc Kạn"]);
    assert_eq!((&event.people[..], &event.numbers[..]), (&[0][..], &[0][..]));
    assert_eq!(event.dated_by.map(|at| &text[dates[at].range.clone()]), Some("Ngày 8/8/2019"));
    assert_eq!(people.len(), 1);
}

#[test]
fn places_are_units_and_known_names() {
    for (text, expected) in [
        ("Năm 1950 quân Pháp rút về Lạng Sơn và Lào Cai.", &["Pháp", "Lạng Sơn", "Lào Cai"] as &[&str]),
        ("Năm 1950, đội ra đời ở bản Nậm Pồ.", &["bản Nậm Pồ"]),
        ("Năm 1950, đội ra đời theo lệnh của chính phủ Lào.", &["Lào"]),
        ("Năm 1979, hội ra đời ở thành phố Hồ Chí Minh, xã hội đổi thay.", &["thành phố Hồ Chí Minh"]),
    ] {
        let found = &events(text).events;
        assert_eq!(
            found.first().map(|event| &event.places[..]),
            Some(&expected.iter().map(|s| s.to_string()).collect::<Vec<_>>()[..]),
            "{text}"
        );
    }
}

#[test]
fn the_range_is_the_sentence_or_clause() {
    for (text, expected) in [
        (
            "Luật này có hiệu lực từ ngày\n08 tháng 5 năm 2011 ở xã.",
            "Luật này có hiệu lực từ ngày\n08 tháng 5 năm 2011 ở xã.",
        ),
        ("Xã nghèo.\nNăm 1971 nhà máy\nra đời với 40 thợ. Dân vui.", "Năm 1971 nhà máy\nra đời với 40 thợ."),
        (
            "- Ngày 3/4/1951 lập xưởng giấy, thành lập đội; năm sau mở rộng.",
            "Ngày 3/4/1951 lập xưởng giấy, thành lập đội",
        ),
        ("Năm 1958 GS. Tạ thành lập viện tại TP. Huế.", "Năm 1958 GS. Tạ thành lập viện tại TP. Huế."),
        ("1. Năm 1958 xã thành lập đội.", "1. Năm 1958 xã thành lập đội."),
    ] {
        let found = &events(text).events;
        assert_eq!(found.first().map(|event| &text[event.range.clone()]), Some(expected));
    }
}
