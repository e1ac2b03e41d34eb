//! What people do and what befalls them to its kind, and words that look like it.

use super::check;

#[test]
fn lives_are_told() {
    check(&[
        ("Lò Văn Én (1923-1998) là nhà thơ.", &["birth 1923-01-01 1923-12-31", "death 1998-01-01 1998-12-31"]),
        (
            "Ông Lò Văn Én (5/6/1911 – 7/8/1990) quê ở huyện.",
            &["birth 1911-06-05 1911-06-05", "death 1990-08-07 1990-08-07"],
        ),
        (
            "Ông Lò Văn Én (tiếng Thái: Lo; 12 tháng 3 năm 1901 – tháng 4 năm 1980) là nhà giáo.",
            &["birth 1901-03-12 1901-03-12", "death 1980-04-01 1980-04-30"],
        ),
        ("Ông Lò Văn Én (sinh 1955) là thợ.", &["birth 1955-01-01 1955-12-31"]),
        ("| Sinh | Mường Lay, Lai Châu | 23 tháng 6 năm 1909 |", &["birth 1909-06-23 1909-06-23"]),
        ("| Mất | 21 tháng 6 năm 1992 | Hà Nội |", &["death 1992-06-21 1992-06-21"]),
        ("Bà sinh tại Điện Biên năm 1931.", &["birth 1931-01-01 1931-12-31"]),
        ("Ngày sinh: 12/3/1950", &["birth 1950-03-12 1950-03-12"]),
        ("Hòa thượng viên tịch ngày 5 tháng 6 năm 1987.", &["death 1987-06-05 1987-06-05"]),
        ("Lúc 5 giờ ngày 3/3/1973, cụ tạ thế.", &["death 1973-03-03 1973-03-03"]),
        ("Ông Lò Văn Én chết ở Sơn La, Việt Nam vì sốt rét năm 1943.", &["death 1943-01-01 1943-12-31"]),
        // terms, theses, others
        ("Bí thư Lò Văn Én (2015-2020) chủ trì.", &[]),
        ("Sách về làng cũ (1945-1975) có ba phần.", &[]),
        ("Bão năm 2020 làm 6 người chết và mất tích.", &[]),
        ("Năm 2020, học sinh mất liên lạc với trường.", &[]),
    ]);
}

#[test]
fn careers_are_told() {
    check(&[
        ("Năm 1988, ông thôi giữ chức Chủ tịch.", &["dismissal 1988-01-01 1988-12-31"]),
        ("Bà Vi Thị Sơn nghỉ hưu năm 2001.", &["dismissal 2001-01-01 2001-12-31"]),
        ("Tháng 5/1963, ông Lò Văn Én bị cách chức.", &["dismissal 1963-05-01 1963-05-31"]),
        ("Vua thoái vị ngày 30/8/1945.", &["dismissal 1945-08-30 1945-08-30"]),
        ("Ông Lò Văn Én vào Đảng năm 1930.", &["joining 1930-01-01 1930-12-31"]),
        ("Ngày 3/2/1950, ông được kết nạp vào Đảng.", &["joining 1950-02-03 1950-02-03"]),
        ("Tháng 4 năm 1948, bà Vi Thị Sơn nhập ngũ.", &["joining 1948-04-01 1948-04-30"]),
        ("Năm 1925, hòa thượng xuất gia tại chùa làng.", &["joining 1925-01-01 1925-12-31"]),
        ("Năm 1995, Việt Nam gia nhập ASEAN.", &["joining 1995-01-01 1995-12-31"]),
        ("Bà Vi Thị Sơn tốt nghiệp trường sư phạm năm 1960.", &["study 1960-01-01 1960-12-31"]),
        ("Năm 1843, ông thi đỗ cử nhân.", &["study 1843-01-01 1843-12-31"]),
        ("Năm 2008, bà Vi Thị Sơn nhận bằng tiến sĩ.", &["study 2008-01-01 2008-12-31"]),
        ("Năm 1974, ông được thăng quân hàm Đại tá.", &["promotion 1974-01-01 1974-12-31"]),
        ("Tháng 8/1988, ông được phong Thiếu tướng.", &["promotion 1988-08-01 1988-08-31"]),
        ("Ngày 5/6/1932, linh mục thụ phong.", &["promotion 1932-06-05 1932-06-05"]),
        ("Năm 1950, ông Lò Văn Én kết hôn với một cô giáo.", &["marriage 1950-01-01 1950-12-31"]),
        ("Năm 1950, ông Lò Văn Én lấy vợ.", &["marriage 1950-01-01 1950-12-31"]),
        ("Tập thơ được xuất bản năm 1967.", &["publication 1967-01-01 1967-12-31"]),
        ("Năm 1967, ông Lò Văn Én sáng tác bản trường ca.", &["publication 1967-01-01 1967-12-31"]),
        ("Năm 1975, ông Lò Văn Én di tản sang Lào.", &["other 1975-01-01 1975-12-31"]),
        ("Ông Lò Văn Én đầu hàng vào tháng 12 năm 1998.", &["other 1998-12-01 1998-12-31"]),
        ("Năm 1930, ông Lò Văn Én bị bắt giam.", &["trial 1930-01-01 1930-12-31"]),
        ("Năm 1936, ông Lò Văn Én ra tù.", &["trial 1936-01-01 1936-12-31"]),
        ("Năm 1958, ông Lò Văn Én làm Hiệu trưởng trường huyện.", &["appointment 1958-01-01 1958-12-31"]),
        // nobody, or another thing
        ("Năm 2020 học phí của trường tăng.", &[]),
        ("Người kế nhiệm năm 1990 chưa rõ.", &[]),
        ("Ủy ban giải phóng mặt bằng năm 2020 trả tiền cho dân.", &[]),
        ("Năm 1969, Mặt trận Giải phóng nêu mười điểm.", &[]),
        ("Huân chương Kháng chiến năm 1985 treo trên tường.", &[]),
        ("Ông Lê Chiến Thắng ở xã năm 1990.", &[]),
        ("Năm 2020 dân muốn đăng ký kết hôn tại xã.", &[]),
    ]);
}

#[test]
fn wars_and_bodies_are_told() {
    check(&[
        ("Năm 1885, nghĩa quân nổi dậy khắp vùng.", &["war 1885-01-01 1885-12-31"]),
        ("Ngày 17 tháng 4 năm 1975, quân nổi loạn chiếm Phnôm Pênh.", &["war 1975-04-17 1975-04-17"]),
        ("Năm 1970, Quốc vương bị lật đổ.", &["war 1970-01-01 1970-12-31"]),
        ("Năm 1968, dân quân tiến hành một cuộc nổi dậy.", &["war 1968-01-01 1968-12-31"]),
        ("Ngày 15/1/2020, đài dừng phát sóng.", &["dissolution 2020-01-15 2020-01-15"]),
        ("Sự tan rã của liên minh vào năm 1991 gây khó khăn.", &["dissolution 1991-01-01 1991-12-31"]),
        ("Việc thành lập hội vào ngày 1 tháng 10 năm 1949 được chào đón.", &["founding 1949-10-01 1949-10-01"]),
        ("Năm 1975, khi quân ta giành được chính quyền, dân vui mừng.", &["war 1975-01-01 1975-12-31"]),
        ("Khi cụ Lò Văn Én qua đời vào tháng 3 năm 1925, dân làng thương tiếc.", &["death 1925-03-01 1925-03-31"]),
        ("Chùa được xây dựng năm 1632.", &["founding 1632-01-01 1632-12-31"]),
        // a share is taken by nobody
        ("Năm 2020 lúa chiếm 40% diện tích.", &[]),
        ("Khi đại hội họp, năm 2020 đã qua.", &[]),
    ]);
}
