//! What lives tell in plain words: awards in lists, books, retirement, deaths of kings, arrests, joining, war.

use super::check;

#[test]
fn awards_as_items_of_lists() {
    check(&[
        ("Huân chương Kháng chiến hạng Nhì (1985).", &["award 1985-01-01 1985-12-31"]),
        (
            "Huân chương Lao động hạng Ba (1979); Kỷ niệm chương “Vì nghề rừng”, năm 2001.",
            &["award 1979-01-01 1979-12-31", "award 2001-01-01 2001-12-31"],
        ),
        ("* Giải thưởng Văn học về đề tài biển, đợt 2, năm 2003", &["award 2003-01-01 2003-12-31"]),
        ("Bằng khen của Bộ Nội vụ (3/1990).", &["award 1990-03-01 1990-03-31"]),
        ("Khiển trách tháng 6/1989 (buông lỏng quản lý).", &["other 1989-06-01 1989-06-30"]),
        (
            "Phó giáo sư (1980), Giáo sư (1984); Tiến sĩ khoa học (5/1988).",
            &["promotion 1980-01-01 1980-12-31", "promotion 1984-01-01 1984-12-31", "study 1988-05-01 1988-05-31"],
        ),
        ("Tết Nguyên đán năm 2019, nhà xuất bản ra mắt tập thơ mới.", &["publication 2019-01-01 2019-12-31"]),
        ("Thu ngân sách năm 2019, nhà xuất bản ra mắt tập thơ mới.", &[]),
        ("Giáo sư Lò Văn Bun, Tiến sĩ Vi Thị Sơn (1984).", &[]),
        ("Huy hiệu 30 năm tuổi Đảng.", &[]),
        ("Huân chương Sao vàng do Nhà nước đặt ra năm 1947.", &[]),
        ("Giải thưởng gồm tiền mặt, quà của năm 1990 còn lại.", &[]),
        ("Danh sách huân chương của huyện từ thời trước (1985) đã mất.", &[]),
    ]);
}

#[test]
fn books_births_and_deaths_in_plain_words() {
    check(&[
        ("Bộ sách gồm hai tập in năm 1993.", &["publication 1993-01-01 1993-12-31"]),
        ("Tập thơ tái bản năm 1998.", &["publication 1998-01-01 1998-12-31"]),
        ("Bị cáo Lò Văn Én (SN 1979) khai nhận.", &["birth 1979-01-01 1979-12-31"]),
        ("Ông Lò Văn Én sinh giờ Mão ngày 2/9/1934.", &["birth 1934-09-02 1934-09-02"]),
        ("Ngày 5/3/1847, vua Thiệu Trị băng.", &["death 1847-03-05 1847-03-05"]),
        ("Tháng 3/1847, ông Lò Văn Én mất.", &["death 1847-03-01 1847-03-31"]),
        ("Năm 1960, ông Lò Văn Én mất trên giường bệnh.", &["death 1960-01-01 1960-12-31"]),
        ("Năm 1960, ông Lò Văn Én mất trên 100 triệu.", &[]),
        ("Năm 1960, ông Lò Văn Én mất trong một giờ toàn bộ số tiền.", &[]),
        ("Năm 1960, ông Lò Văn Én mất khi đang họp.", &["death 1960-01-01 1960-12-31"]),
        ("Năm 1960, ông Lò Văn Én mất ba con trâu.", &[]),
        ("Năm 1960, ông Lò Văn Én thu băng ghi âm.", &[]),
        ("They met in 1993 and left in 1998.", &[]),
    ]);
}

#[test]
fn retirement_joining_and_arrests() {
    check(&[
        (
            "Tháng 9/1978, ông Lò Văn Én được bổ nhiệm làm Hiệu trưởng cho đến khi nghỉ hưu năm 1996.",
            &["appointment 1978-09-01 1978-09-30", "dismissal 1996-01-01 1996-12-31"],
        ),
        ("Cuối năm 1853, ông Lò Văn Én cáo lão.", &["dismissal 1853-09-01 1853-12-31"]),
        ("Ông Lò Văn Én xin từ chức tháng 10/1953.", &["dismissal 1953-10-01 1953-10-31"]),
        ("Ông Lò Văn Én được đứng vào hàng ngũ của Đảng tháng 1/1947.", &["joining 1947-01-01 1947-01-31"]),
        ("Năm 1967, 312 thanh niên lên đường nhập ngũ.", &["joining 1967-01-01 1967-12-31"]),
        ("Ngày vào Đoàn TNLĐ: cuối năm 1966", &["joining 1966-09-01 1966-12-31"]),
        ("Cụ Lò Văn Én bị Tây bắt đày Côn Đảo năm 1941.", &["trial 1941-01-01 1941-12-31"]),
        ("Tháng 9/1957, chúng giải ông Lò Văn Én về khám lớn.", &[]),
        ("Năm 2010, ông Lò Văn Én lý giải về việc này.", &[]),
        ("Năm 2015, ông Lò Văn Én có hành vi hành hung.", &[]),
        ("Ngày vào chợ: đông vui như năm 1966", &[]),
    ]);
}

#[test]
fn armies_and_appointments() {
    check(&[
        ("Cuối năm 1945, quân Pháp kéo vào thị xã.", &["war 1945-09-01 1945-12-31"]),
        ("Năm 1945, gió kéo vào từng đợt.", &[]),
        ("Năm 1945, đội bóng kéo về bản.", &[]),
        ("Năm 1945, một sư đoàn kéo về bản.", &["war 1945-01-01 1945-12-31"]),
        ("Năm 1996, trường lấy được thành tích cao.", &[]),
        ("Ngày 3/8/1966, dân quân xã bắn rơi một máy bay.", &["war 1966-08-03 1966-08-03"]),
        ("Xuân Mậu Thân 1968, ông Lò Văn Én chỉ huy một cánh quân đánh vào thị xã.", &["war 1968-01-01 1968-12-31"]),
        ("Tháng 3/1947, tỉnh cử đồng chí Lò Văn Én lên vùng cao.", &["appointment 1947-03-01 1947-03-31"]),
        ("Năm 1817, ông Lò Văn Én được bổ làm Tri huyện.", &["appointment 1817-01-01 1817-12-31"]),
        ("Năm 1817, ông Lò Văn Én thăng Tri phủ.", &["appointment 1817-01-01 1817-12-31"]),
        ("Năm 1817, cử nhân Lò Văn Én ở nhà.", &[]),
    ]);
}

#[test]
fn years_of_lives_in_brackets() {
    check(&[
        (
            "Ông Lò Văn Én (còn gọi là Lò Văn Ánh, dân gọi là Cụ Bảng; 1862 – 1929) quê ở huyện.",
            &["birth 1862-01-01 1862-12-31", "death 1929-01-01 1929-12-31"],
        ),
        ("Ông Lò Văn Én (hiệu: Núi Cao, 1479 - ?) đỗ đầu.", &["birth 1479-01-01 1479-12-31"]),
        ("Ông Lò Văn Én (? – 1510) quê ở huyện.", &["death 1510-01-01 1510-12-31"]),
        ("Bản Mường (1479 - ?) không còn. Ông Lò Văn Én đến bản năm nào, 1479 - ?", &[]),
        ("Ông Lò Văn Én hỏi: Bao giờ họp? – 1510 người đến.", &[]),
        // a name that nothing else tells, behind which a life stands
        (
            "Marius Moutard (19 tháng 4, 1876 – 29 tháng 10, 1968) là nhà ngoại giao.",
            &["birth 1876-04-19 1876-04-19", "death 1968-10-29 1968-10-29"],
        ),
        ("Marius Moutard (19 tháng 4, 1950 – 29 tháng 10, 1951) là một ban nhạc.", &[]),
        ("Nhà sư đến thăm chúa Lò Văn Én (1692 - 1725) ở huyện.", &[]),
        (
            "Nhà sư đến thăm chúa Lò Văn Én (1662 - 1725) ở huyện.",
            &["birth 1662-01-01 1662-12-31", "death 1725-01-01 1725-12-31"],
        ),
        ("Ngôi đình ở bản (do Lò Văn Én và Hà Văn Pọm trông nom, 1920 – 1950) rất lớn.", &[]),
        (
            "Ông Lò Văn Én (thầy của Hà Văn Pọm (1920 – 1950)) quê ở huyện.",
            &["birth 1920-01-01 1920-12-31", "death 1950-01-01 1950-12-31"],
        ),
    ]);
}

#[test]
fn kings_martyrs_and_countries() {
    check(&[
        ("Ông Lò Văn Én chịu tử đạo ngày 12 tháng 3 năm 1946.", &["death 1946-03-12 1946-03-12"]),
        ("Tháng 12 năm 1915, ông Lò Văn Én xưng là hoàng đế.", &["appointment 1915-12-01 1915-12-31"]),
        ("Năm 962, vua Lò Văn Én đăng quang.", &["appointment 0962-01-01 0962-12-31"]),
        (
            "Sau khi vua Lò Văn Én mất, tháng 11 năm 1278, ông Hà Văn Pọm nhường ngôi cho con.",
            &["dismissal 1278-11-01 1278-11-30"],
        ),
        ("Sau khi ông Lò Văn Én mất năm 1278, dân bỏ làng.", &["death 1278-01-01 1278-12-31"]),
        ("Năm 1971, nội chiến bùng phát ở miền đông.", &["war 1971-01-01 1971-12-31"]),
        ("Năm 2018, ông Lò Văn Én trở thành Tiến sĩ Kinh tế.", &["study 2018-01-01 2018-12-31"]),
        ("Năm 2006, bà Vi Thị Sơn hoàn thành chương trình Thạc sĩ.", &["study 2006-01-01 2006-12-31"]),
        (
            "Đầu năm 1970, ông Lò Văn Én được thăng cấp Đại tá, và được bổ nhiệm làm Tư lệnh.",
            &["appointment 1970-01-01 1970-04-30", "promotion 1970-01-01 1970-04-30"],
        ),
        ("Năm 1970, ông Lò Văn Én được bầu làm Bí thư.", &["election 1970-01-01 1970-12-31"]),
        (
            "Ông Lò Văn Én cưới Hoa hậu Thế giới 1990 Vi Thị Sơn vào ngày 13 tháng 8 năm 1994.",
            &["marriage 1994-08-13 1994-08-13"],
        ),
        ("Từ năm 2008 trở về trước, tên này chỉ đơn vị được thành lập năm 1981.", &["founding 1981-01-01 1981-12-31"]),
        (
            "Ngày 6/8/2020, tại Đại hội lần thứ XV nhiệm kỳ 2020 - 2025, ông Lò Văn Én được bầu làm Phó Bí thư.",
            &["congress 2020-08-06 2020-08-06", "election 2020-08-06 2020-08-06"],
        ),
        (
            "Ông Lò Văn Én (sinh 26 tháng 6 năm 1937 - mất 19 tháng 2 năm 2013), sinh tại bản Mường, dạy học.",
            &["birth 1937-06-26 1937-06-26", "death 2013-02-19 2013-02-19"],
        ),
        ("Năm 1971, dịch bùng phát ở miền đông.", &[]),
        (
            "Trường được thành lập năm 1882 với tên Mường Lò, đã được đổi tên thành Đại học Mường năm 1902.",
            &["founding 1882-01-01 1882-12-31", "renaming 1902-01-01 1902-12-31"],
        ),
        // kin of whom the text tells, and a woman who is not known
        (
            "Ông Lò Văn Én mất năm 1980. Con trai ông sinh năm 1981.",
            &["death 1980-01-01 1980-12-31", "birth 1981-01-01 1981-12-31"],
        ),
        ("Năm 1990, ông Lò Văn Én trao quyết định bổ nhiệm bà Vi Thị Sơn.", &["appointment 1990-01-01 1990-12-31"]),
        ("Cuối năm 1972, họ chấm dứt chiến tranh, lập lại hòa bình.", &[]),
        ("Phải đến năm 1960, huyện quyết định thành lập lại trường.", &["founding 1960-01-01 1960-12-31"]),
        ("Năm 1968, huyện hoãn lại cuộc bầu cử.", &[]),
        ("Năm 2011, máy tính ra mắt ở huyện.", &["publication 2011-01-01 2011-12-31"]),
        ("Năm 2011, câu lạc bộ ra mắt ở huyện.", &["founding 2011-01-01 2011-12-31"]),
    ]);
}
