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
