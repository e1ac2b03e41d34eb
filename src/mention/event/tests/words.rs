//! Words of the table, each in a sentence that tells its event.

use super::written;

/// A kind, what stands before the words and behind them, the words.
type Row = (&'static str, &'static str, &'static str, &'static [&'static str]);

const ROWS: &[Row] = &[
    ("trial", "Năm 1950, ông Lò Văn Én bị quan huyện", ".", &["bắt đi", "giam lỏng", "kết tội"]),
    (
        "death",
        "Năm 1950, ông Lò Văn Én bị quan huyện",
        ".",
        &["giết chết", "giết hại", "ám sát", "hạ sát", "thủ tiêu", "đầu độc", "chém đầu"],
    ),
    ("dismissal", "Năm 1950, ông Lò Văn Én bị quan huyện", ".", &["bãi chức", "giáng chức", "thải hồi", "phế"]),
    ("death", "Năm 1950, ông Lò Văn Én", "ở tỉnh.", &["tuẫn quốc", "tuẫn đạo", "lâm bệnh qua đời"]),
    (
        "appointment",
        "Năm 1950, ông Lò Văn Én",
        "ở tỉnh.",
        &[
            "đăng cơ",
            "tức vị",
            "lên ngôi vua",
            "lên ngôi hoàng đế",
            "xưng hoàng đế",
            "xưng là vua",
            "tự xưng hoàng đế",
            "tự xưng vương",
            "tự xưng",
            "lên làm vua",
            "kế nghiệp",
            "được thuyên chuyển",
            "được luân chuyển",
            "được tái bổ nhiệm",
            "được mời làm",
            "được tôn làm",
            "được lập làm",
            "để giữ chức",
        ],
    ),
    (
        "dismissal",
        "Năm 1950, ông Lò Văn Én",
        "ở tỉnh.",
        &[
            "truyền ngôi",
            "bàn giao chức vụ",
            "ra khỏi đảng",
            "rời khỏi đảng",
            "rút khỏi chính trường",
            "rời chính trường",
            "rời quân ngũ",
            "rời khỏi quân ngũ",
            "rời quân đội",
            "được miễn nhiệm",
            "được giải ngũ",
            "rời ban nhạc",
            "từ bỏ chức vụ",
            "bị bãi miễn",
        ],
    ),
    (
        "joining",
        "Năm 1950, ông Lò Văn Én",
        "ở tỉnh.",
        &[
            "thực hiện nghĩa vụ quân sự",
            "tham gia thường vụ",
            "tình nguyện vào",
            "nhập đạo",
            "được rửa tội",
            "đầu quân cho",
        ],
    ),
    (
        "study",
        "Năm 1950, ông Lò Văn Én",
        "ở tỉnh.",
        &[
            "xin vào học",
            "xin vào khóa",
            "xin vào trường",
            "mãn khóa",
            "thụ huấn",
            "trình luận án",
            "đỗ kinh trạng nguyên",
            "đỗ đồng tiến sĩ",
            "đỗ nhị giáp",
            "đỗ tam giáp",
            "đỗ hội nguyên",
            "đỗ sinh đồ",
            "đỗ kỳ thi",
            "hoàn thành khóa",
            "trở thành tiến sỹ",
            "trở thành thạc sĩ",
            "trở thành sinh viên",
            "trở thành học viên",
            "trở thành nghiên cứu sinh",
        ],
    ),
    (
        "founding",
        "Năm 1950, quân ta",
        "xứ Mường.",
        &["tái thành lập", "khởi lập", "lập chính phủ", "lập chính quyền", "lập tỉnh", "lập huyện"],
    ),
    (
        "founding",
        "Năm 1950, tỉnh Mường",
        ".",
        &["được thành lập lại", "được hình thành", "được nâng cấp lên", "được nâng cấp thành", "được nâng lên thành"],
    ),
    (
        "war",
        "Năm 1950, quân ta",
        "xứ Mường.",
        &[
            "chinh phạt",
            "chinh phục",
            "thôn tính",
            "xâm chiếm",
            "chiến bại",
            "bại trận",
            "đại bại",
            "soán ngôi",
            "cướp ngôi",
            "tiếm ngôi",
            "đoạt ngôi",
            "cất quân",
            "làm phản",
            "cuộc nội chiến bùng phát",
            "chiến tranh bùng phát",
        ],
    ),
    ("war", "Năm 1950, tỉnh Mường", ".", &["bị đánh chiếm", "bị xâm lược", "bị chiếm đóng"]),
    ("war", "Năm 1950, tỉnh mở cuộc", ".", &["hải chiến"]),
    (
        "competition",
        "Năm 1950,",
        "diễn ra ở tỉnh.",
        &["đại hội thể thao", "đại hội thể dục thể thao", "thế vận hội", "giải vô địch"],
    ),
    ("election", "Năm 1950, ông Lò Văn Én", "ở tỉnh.", &["thắng cử"]),
    (
        "award",
        "Năm 1950, ông Lò Văn Én",
        "ở tỉnh.",
        &[
            "được sắc phong",
            "được phong thánh",
            "được phong chân phước",
            "được tuyên thánh",
            "được phong tước",
            "giành được giải",
            "giành được hai giải",
            "giành được huy chương",
        ],
    ),
    ("marriage", "Năm 1950, ông Lò Văn Én", "ở tỉnh.", &["kết duyên"]),
    ("other", "Năm 1950, ông Lò Văn Én", "ở tỉnh.", &["trốn tù", "tị nạn", "dời đô", "dời thủ đô", "dời kinh đô"]),
    ("renaming", "Năm 1950, quân ta", "xứ Mường.", &["cải danh", "cải tên", "đặt quốc hiệu", "đổi quốc hiệu"]),
    ("death", "Vua Lò Văn Én", "năm 1950.", &["giá băng"]),
    ("promotion", "Năm 1950, ông Lò Văn Én", "ở tỉnh.", &["được vinh thăng", "được thăng hàm"]),
    ("dissolution", "Năm 1950, tỉnh Mường", ".", &["bị xóa bỏ"]),
];

#[test]
fn each_word_tells_its_event() {
    let mut wrong = Vec::new();
    for (kind, before, behind, words) in ROWS {
        for word in *words {
            let text = format!("{before} {word} {behind}").replace(" .", ".");
            let found = written(&text);
            if !found.iter().any(|event| event.starts_with(&format!("{kind} 1950-01-01"))) {
                wrong.push(format!("{text} found {found:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
