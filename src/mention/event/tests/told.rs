//! Times that are told by others to their days, and those that are none.

use super::check;

#[test]
fn times_are_told_by_those_before() {
    check(&[
        (
            "Năm 1951 hội được thành lập. Một năm sau, hội bị giải tán.",
            &["founding 1951-01-01 1951-12-31", "dissolution 1952-01-01 1952-12-31"],
        ),
        // what is lost is no death, and the mark of a note hides no word
        (
            "Năm 1951 quân ta nổ súng.[3] Kết quả là bộ đội đã chiếm lại những làng đã mất.",
            &["war 1951-01-01 1951-12-31", "war 1951-01-01 1951-12-31"],
        ),
        (
            "Năm 1951 hội được thành lập. Năm sau, hội bị giải tán.",
            &["founding 1951-01-01 1951-12-31", "dissolution 1952-01-01 1952-12-31"],
        ),
        (
            "Năm 1951 hội được thành lập. Năm sau đó, hội bị giải tán.",
            &["founding 1951-01-01 1951-12-31", "dissolution 1952-01-01 1952-12-31"],
        ),
        (
            "Tháng 10 năm 2007, hội được thành lập. Ba năm sau, hội bị giải tán.",
            &["founding 2007-10-01 2007-10-31", "dissolution 2010-01-01 2010-12-31"],
        ),
        (
            "Năm 2007 hội được thành lập. 3 năm sau, hội bị giải tán.",
            &["founding 2007-01-01 2007-12-31", "dissolution 2010-01-01 2010-12-31"],
        ),
        (
            "Năm 1951 hội được thành lập, hai năm sau bị giải tán.",
            &["founding 1951-01-01 1951-12-31", "dissolution 1953-01-01 1953-12-31"],
        ),
        // one after the other
        (
            "Năm 1951 hội được thành lập. Một năm sau, hội bị giải tán. Ba năm sau, hội được tái lập.",
            &["founding 1951-01-01 1951-12-31", "dissolution 1952-01-01 1952-12-31", "founding 1955-01-01 1955-12-31"],
        ),
        // from the time at the head of the sentence before, not from an older event
        (
            "Năm 1940 hội được thành lập. Năm 1952 hội gửi thư ngỏ. Một năm sau, hội bị giải tán.",
            &["founding 1940-01-01 1940-12-31", "dissolution 1953-01-01 1953-12-31"],
        ),
        ("Ngày 8/3/1949, huyện họp dân. Cùng ngày, Hội Phụ nữ được thành lập.", &["founding 1949-03-08 1949-03-08"]),
        (
            "Ngày 8/3/1949, huyện họp dân. Tối cùng ngày, Hội Phụ nữ được thành lập.",
            &["founding 1949-03-08 1949-03-08"],
        ),
        ("Ngày 8/3/1949, huyện họp dân. Hôm sau, Hội Phụ nữ được thành lập.", &["founding 1949-03-09 1949-03-09"]),
        ("Ngày 8/3/1949, huyện họp dân. Hai ngày sau, hội được thành lập.", &["founding 1949-03-10 1949-03-10"]),
        ("Ngày 8/3/1949, huyện họp dân. Hai tháng sau, hội được thành lập.", &["founding 1949-05-01 1949-05-31"]),
        ("Tháng 3 năm 1949, huyện họp dân. Cùng tháng, hội được thành lập.", &["founding 1949-03-01 1949-03-31"]),
        ("Tháng 3 năm 1949, huyện họp dân. Cùng năm, hội được thành lập.", &["founding 1949-01-01 1949-12-31"]),
        ("Tháng 3 năm 1949, huyện họp dân. Năm đó hội được thành lập.", &["founding 1949-01-01 1949-12-31"]),
        ("Tháng 3 năm 1949, huyện họp dân. Năm ấy hội được thành lập.", &["founding 1949-01-01 1949-12-31"]),
        ("Tháng 3 năm 1949, huyện họp dân. Tháng 5 năm ấy, hội được thành lập.", &["founding 1949-05-01 1949-05-31"]),
        ("Tháng 3 năm 1949, huyện họp dân. Tháng 9 cùng năm, hội được thành lập.", &["founding 1949-09-01 1949-09-30"]),
        ("Năm 1949 huyện họp dân. Đến năm 1952, hội được thành lập.", &["founding 1952-01-01 1952-12-31"]),
        ("Thời gian 1949 - 1954, ông được cử làm Chủ tịch huyện.", &["appointment 1949-01-01 1954-12-31"]),
        ("Tại Lào năm 1961 hội được thành lập.", &["founding 1961-01-01 1961-12-31"]),
        // the day of a birth is that of nothing else
        (
            "Ông Lò Văn Én sinh ngày 2/9/1934, tham gia cách mạng từ tháng 8/1950.",
            &["birth 1934-09-02 1934-09-02", "joining 1950-08-01 1950-08-31"],
        ),
        ("Ông Lò Văn Én sinh ngày 2/9/1934, tốt nghiệp đại học.", &["birth 1934-09-02 1934-09-02"]),
        // nobody knows when
        ("Năm 1951 dân họp. Ba năm sau khi dân đến, hội được thành lập.", &[]),
        ("Năm 1951 dân họp. Nhiều năm sau, hội được thành lập.", &[]),
        ("Một năm sau, hội được thành lập.", &[]),
        ("Tháng 3 năm 1949, huyện họp dân. Hôm sau, hội được thành lập.", &[]),
        ("Những năm đó, hội được thành lập ở nhiều nơi.", &[]),
        (
            "Theo Nghị định số 12/2009/NĐ-CP ngày 5/2/2009. Một năm sau, hội được thành lập.",
            &["issuance 2009-02-05 2009-02-05"],
        ),
    ]);
}
