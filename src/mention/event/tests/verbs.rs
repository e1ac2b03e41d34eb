//! Everyday verbs that tell events, and the same words where they tell none.

use super::check;

#[test]
fn everyday_verbs_tell_events() {
    check(&[
        // goes and comes back
        ("Năm 1911, ông Lò Văn Én sang Pháp.", &["visit 1911-01-01 1911-12-31"]),
        ("Ông Lò Văn Én quê ở huyện. Năm 1911 ông lại sang Pháp.", &["visit 1911-01-01 1911-12-31"]),
        ("Đầu năm 1906, ông Lò Văn Én lên đường sang Quảng Đông.", &["visit 1906-01-01 1906-04-30"]),
        ("Giữa năm 1925, bà Vi Thị Sơn về tới Sài Gòn.", &["other 1925-05-01 1925-08-31"]),
        ("Năm 1931, bà Vi Thị Sơn về Hà Nội.", &["other 1931-01-01 1931-12-31"]),
        // examinations and schools
        ("Khoa Canh Tý (1900), ông Lò Văn Én đỗ cử nhân.", &["study 1900-01-01 1900-12-31"]),
        ("Năm 1901, ông Lò Văn Én đậu hương cống.", &["study 1901-01-01 1901-12-31"]),
        ("Năm 1938, ông Lò Văn Én đỗ thành chung.", &["study 1938-01-01 1938-12-31"]),
        ("Năm 1989, bà Vi Thị Sơn là sinh viên trường Y.", &["study 1989-01-01 1989-12-31"]),
        // begun
        ("Tháng 3-1907, trường làng khai giảng ở phố Mới.", &["founding 1907-03-01 1907-03-31"]),
        ("Tháng 5 năm 2001, ông Lò Văn Én lập tổ bảo vệ rừng.", &["founding 2001-05-01 2001-05-31"]),
        ("Năm 1927, ông Lò Văn Én mở nhà in ở huyện.", &["founding 1927-01-01 1927-12-31"]),
        // signed
        ("Ngày 19-5-2021, hai bên ký Chương trình phối hợp.", &["signing 2021-05-19 2021-05-19"]),
        ("Ngày 4/5/2019, hai xã ký giao ước.", &["signing 2019-05-04 2019-05-04"]),
        ("Thực hiện Chỉ thị ngày 15-2-1947 của Khu ủy, dân tản về bản.", &["issuance 1947-02-15 1947-02-15"]),
        // put to death, taken
        ("Ông Lò Văn Én bị chém ngày 3-5-1908.", &["death 1908-05-03 1908-05-03"]),
        ("Năm 1887, sau khi ông Lò Văn Én bị hại, con ông bỏ làng.", &["death 1887-01-01 1887-12-31"]),
        ("Ngày 3/11/1947, địch bắt ông Lò Văn Én.", &["trial 1947-11-03 1947-11-03"]),
        // works
        ("Năm 1922, ông Lò Văn Én viết Thất điều thư.", &["publication 1922-01-01 1922-12-31"]),
        ("Năm 1960, bà Vi Thị Sơn viết hồi ký.", &["publication 1960-01-01 1960-12-31"]),
        // labels of a form
        ("Ngày vào Đảng CSVN: 03/02/1996", &["joining 1996-02-03 1996-02-03"]),
        ("Ngày kết nạp: 3/2/1996", &["joining 1996-02-03 1996-02-03"]),
        ("Ngày nhập ngũ: 5/3/1971", &["joining 1971-03-05 1971-03-05"]),
        // risings, fights, meetings, honors
        ("Tháng 3 năm 1908, dân kháng thuế ở ba huyện.", &["campaign 1908-03-01 1908-03-31"]),
        ("Ngày 3/11/1947, chúng nhảy dù xuống Phố Bằng.", &["war 1947-11-03 1947-11-03"]),
        ("Ngày 14-9-1945, Tỉnh ủy họp phiên đầu tiên.", &["meeting 1945-09-14 1945-09-14"]),
        ("Năm 1954, bà Vi Thị Sơn được bầu là Chiến sĩ thi đua.", &["award 1954-01-01 1954-12-31"]),
        ("Ngày 6/4/1998, lễ viếng bắt đầu lúc 8 giờ.", &["ceremony 1998-04-06 1998-04-06"]),
    ]);
}

#[test]
fn the_same_words_tell_none() {
    check(&[
        // a way, a work, a topic
        ("Năm 1955, tuyến đường sang Lào được mở rộng.", &[]),
        ("Năm 1955, ông Lò Văn Én nói về Hà Nội.", &[]),
        ("Năm 1955, báo cáo về Việt Nam có ba phần.", &[]),
        ("Năm 2019, xã bàn về Đề án số 2.", &[]),
        ("Sang năm 2020, giá tăng.", &[]),
        ("Năm 2020, phòng làm bài viết Luận văn.", &[]),
        ("Năm 2021, công ty lập kế hoạch.", &[]),
        ("Năm 2021, lễ bắt đầu lúc 8 giờ.", &[]),
        ("Năm 2021, tổ kiểm phiếu công bố số phiếu bầu.", &["issuance 2021-01-01 2021-12-31"]),
        ("Năm 2021, hội kết nạp mới 200 đoàn viên.", &[]),
        // the title of a part
        ("II. Kháng chiến toàn quốc (1947 - 1950)\n\nDân về bản.", &[]),
        ("XÂY DỰNG HẬU PHƯƠNG, KHÁNG CHIẾN (1946 - 1954)\nDân về bản.", &[]),
        // plans
        ("Tỉnh cử đoàn dự Đại hội lần thứ XIII (dự kiến họp từ ngày 1/12/2023).", &[]),
    ]);
}

#[test]
fn seasons_and_days_that_follow() {
    check(&[
        ("Thu đông 1947, địch tấn công lên huyện.", &["war 1947-08-01 1948-01-31"]),
        (
            "Ngày 3/11/1947, địch bắt ông Lò Văn Én; ông bị sát hại sau đó ba hôm.",
            &["trial 1947-11-03 1947-11-03", "death 1947-11-06 1947-11-06"],
        ),
        (
            "Ngày 20 tháng 12 năm 1946, địch tấn công thị xã. Ngày 22, địch chiếm lại đồn.",
            &["war 1946-12-20 1946-12-20", "war 1946-12-22 1946-12-22"],
        ),
    ]);
}
