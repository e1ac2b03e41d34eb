//! A page of documents that the tests of planning and ranking look through, and the files that keep what they saw.

use std::fs;
use std::path::Path;

/// A page of documents, each a title and its passages.
pub(super) const PAGE: &[(&str, &[&str])] = &[
    (
        "Nội quy kho của xã Hoa Lư",
        &[
            "Điều 5. Nội quy kho của xã là điều phải theo. Kho nghỉ ba ngày.",
            "Kho mở cửa từ 7 giờ; thủ kho giữ chìa khóa kho trong 12 tháng và 30 ngày.",
            "Kho nghỉ mấy ngày?",
            "Hỏi: kho là gì, kho ở đâu?",
            "Kho xa nhà, khó giữ; ban hành nội quy kho là việc nên làm.",
        ],
    ),
    (
        "Quyết định về kho",
        &[
            "Quyết định số 12/2020/QĐ-UBND ngày 05/3/2020 của Ủy ban nhân dân tỉnh về kho lưu trữ của xã.",
            "Căn cứ Quyết định số 12/2020/QĐ-UBND và Luật Lưu trữ, xã lập kho mới và giữ kho cũ.",
            "Theo Kế hoạch số 12/KH-UBND năm 2021, kho đổi mới. Kế hoạch 12 còn hiệu lực.",
            "Kho nghỉ mấy ngày? Ai giữ kho? Nghỉ ba ngày.",
            "Ngày 2/3/2021, Ủy ban nhân dân xã ban hành Kế hoạch số 14/KH-UBND về kho.",
            "Điều 2. Sổ sách\n1. Ghi mỗi tuần.",
        ],
    ),
    (
        "Lê Văn Bình",
        &[
            "Đồng chí Lê Văn Bình, Chủ tịch Công đoàn xã Hoa Lư, dự lễ của tỉnh ngày 26/3/1960.",
            "Ông Bình sinh năm 1925, vào Đảng tháng 5 năm 1946; ông làm bí thư từ năm 1957 đến năm 1965.",
            "Le Van Binh phat bieu tai hoi nghi cong doan tinh.",
            "Trước năm 1945 ông ở Hoa Lư; từ năm 1967 ông nghỉ.",
        ],
    ),
    (
        "Đại hội Công đoàn tỉnh",
        &[
            "Đại hội Công đoàn tỉnh lần thứ VIII họp từ ngày 24 đến ngày 28/3/1960 tại xã Hoa Lư.",
            "Đại hội lần thứ tám bầu ông Lê Văn Bính và bà Trần Thị Hoa; ông Vũ Lê Văn Bình vắng.",
            "Liên đoàn Lao động (LĐLĐ) tỉnh và LĐLĐ huyện sáp nhập năm 1960, rồi năm 1961 và năm 1960.",
            "Thư ký Công đoàn huyện là bà Trần Thị Hoa; tỉnh họp ở thế kỷ XX.",
            "Từ năm 1010 đến năm 1802 làng ở Hoa Lư.",
        ],
    ),
];

/// Compares a text with the file of this name in `tests/golden`, or rewrites that where `TRACUU_BLESS` is set.
pub(super) fn golden(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if std::env::var_os("TRACUU_BLESS").is_some() {
        return fs::write(path, text).expect("it can be written");
    }
    let kept = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    let differing = kept.lines().zip(text.lines()).find(|(kept, now)| kept != now);
    assert!(kept == text, "tests/golden/{name} differs: {differing:?}; `TRACUU_BLESS=1 cargo test` rewrites it");
}
