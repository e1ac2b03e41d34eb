//! Sentences and the people in them, and names that are no people.

mod called;
mod forms;
mod laws;
mod lines;
mod queries;
mod south;

use super::*;

/// The people found in `text`: the names as they stand, with `=` and the canonical name where it differs.
fn found(text: &str) -> String {
    let names: Vec<String> = find(text, &[])
        .into_iter()
        .map(|mention| {
            let raw = &text[mention.range];
            if raw == mention.name { mention.name } else { format!("{raw}={}", mention.name) }
        })
        .collect();
    names.join("; ")
}

fn check(rows: &[(&str, &str)]) {
    let wrong: Vec<String> = rows
        .iter()
        .map(|(text, expected)| (text, expected, found(text)))
        .filter(|(_, expected, found)| found != **expected)
        .map(|(text, expected, found)| format!("{text}\n  expected {expected}\n  found    {found}"))
        .collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}

#[test]
fn people_are_found_in_running_text() {
    check(&[
        ("Đồng chí Trần Văn Khải phát biểu tại buổi lễ.", "Trần Văn Khải"),
        ("Đồng chí Trần Văn Khải³ phát biểu.", "Trần Văn Khải"),
        ("Đồng chí Trần Văn Khải[3] phát biểu.", "Trần Văn Khải"),
        ("Hội nghị bầu đồng chí Nông Văn Tiệp làm Thư ký.", "Nông Văn Tiệp"),
        ("Trong phiên họp, bà Lê Thị Ngọc Ánh nêu ý kiến.", "Lê Thị Ngọc Ánh"),
        ("Theo Nguyễn Đình Bảo, công trình đã xong.", "Nguyễn Đình Bảo"),
        ("Ngày 3/2, Phạm Gia Khiết đến thăm xã.", "Phạm Gia Khiết"),
        ("Giám đốc Sở Xây dựng Vũ Hữu Thọ cho biết.", "Vũ Hữu Thọ"),
        ("Chủ tịch Quốc hội Trần Quang Hợp chủ trì.", "Trần Quang Hợp"),
        ("Bí thư Tỉnh ủy Cao Bằng Bế Ngọc Lanh tới dự.", "Bế Ngọc Lanh"),
        ("Chủ tịch UBND huyện Bảo Lâm Lục Văn Điển trao quà.", "Lục Văn Điển"),
        ("Phó Chủ tịch UBND tỉnh Lâm Thế Giảng đề nghị", "Lâm Thế Giảng"),
        ("Trung tướng Y Sơn Hà Niê Kbuôr", "Y Sơn Hà Niê Kbuôr"),
        ("Hiệu trưởng Đoàn Bích Ngọc đọc báo cáo.", "Đoàn Bích Ngọc"),
        ("Thiếu tướng Cao Xuân Hạo chỉ huy trận đánh.", "Cao Xuân Hạo"),
        ("PGS.TS. Đặng Thái Học nhận xét.", "Đặng Thái Học"),
        ("TS Mai Quốc Thịnh và ThS. Kim Thu Hà cùng viết.", "Mai Quốc Thịnh; Kim Thu Hà"),
        ("Liệt sĩ Vi Văn Lẻng hy sinh năm 1951.", "Vi Văn Lẻng"),
        ("Anh hùng Ma Văn Coóng quê ở Nà Phặc.", "Ma Văn Coóng"),
        ("Đ/c Hoàng Kim Tố thay mặt đoàn.", "Hoàng Kim Tố"),
        ("đ/c Lý Sao Mai và đ/c Tô Hiển", "Lý Sao Mai; Tô Hiển"),
        ("Ông Giàng A Tủa ở bản Phình Hồ.", "Giàng A Tủa"),
        ("Già làng Y Bih Niê kể chuyện.", "Y Bih Niê"),
        ("Bà H'Yim Kđoh nhận nhà mới.", "H'Yim Kđoh"),
        ("Ông Ksor Blâm là người uy tín.", "Ksor Blâm"),
        ("Chị Thào Thị Dí bán chè.", "Thào Thị Dí"),
        ("Nghệ nhân Lò Văn Phớ dạy khèn.", "Lò Văn Phớ"),
        ("Nguyễn Phúc Vĩnh Tường sinh năm 1920.", "Nguyễn Phúc Vĩnh Tường"),
        ("Hà Thúc Kháng (sinh năm 1946) vào Đảng sớm.", "Hà Thúc Kháng"),
        ("Cao Mạnh Tưởng - Phó Chủ tịch Hội", "Cao Mạnh Tưởng"),
        ("Vi Hồng, Giám đốc Công ty, ký.", "Vi Hồng"),
        ("Người ký: Đỗ Thế Duyệt", "Đỗ Thế Duyệt"),
        ("| Giám đốc | Lương Bá Toại |", "Lương Bá Toại"),
        ("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nNguyễn Thanh Bút", "Nguyễn Thanh Bút"),
        ("(Đã ký)\n\n**Triệu Đình Lê**", "Triệu Đình Lê"),
        ("Bài và ảnh: Thu Huyền", "Thu Huyền"),
        ("Tác giả: Trần Ngọc Mỹ", "Trần Ngọc Mỹ"),
        ("Trung tướng AHLLVT Nguyễn Hữu Quế - Phi công", "Nguyễn Hữu Quế"),
        ("PGS-TS-KTS Nguyễn Đình Luyến, sinh năm 1970", "Nguyễn Đình Luyến"),
        ("Quân do tướng Châu Định chỉ huy tiến vào.", "Châu Định"),
        ("| Mùa A Thếnh |\n| Hầu A Dề |", "Mùa A Thếnh; Hầu A Dề"),
        ("Trần Huy Bách (ngày 3 tháng 5 năm 2021). Báo mới.", "Trần Huy Bách"),
        ("Hết.**^**Minh Trâm (ngày 3 tháng 5 năm 2021). Báo mới.", "Minh Trâm"),
        ("cựu phóng viên tờ *Buổi Sáng* Lê Hồng Mận kể", "Lê Hồng Mận"),
        ("đồng chí **V**õ Hữu Bằng", "V**õ Hữu Bằng=Võ Hữu Bằng"),
        ("Đến Cao Bằng, Hứa Văn Dền vào Đảng.", "Hứa Văn Dền"),
        ("1. Phan Thị Sen\n2. Bùi Văn Chắt\n3. Ngô Hải", "Phan Thị Sen; Bùi Văn Chắt; Ngô Hải"),
        ("Vợ chồng ông Đinh Khắc Nhu", "Đinh Khắc Nhu"),
        ("do đồng chí Tống Phước Lai làm trưởng đoàn", "Tống Phước Lai"),
        ("nguyên Bí thư Huyện ủy Hứa Viết Páo từ trần", "Hứa Viết Páo"),
    ]);
}

#[test]
fn lists_are_read_from_their_heads() {
    check(&[
        ("Các đồng chí: Lê Tám, Doãn Quế, Nông Ích và Thanh Sơn.", "Lê Tám; Doãn Quế; Nông Ích; Thanh Sơn"),
        ("Tổ công tác gồm các đồng chí Hòa, Bình và Thịnh.", "Hòa; Bình; Thịnh"),
        ("Dự có các ông Mai Bá, Vi Kiểm; các bà Cao Lý, Hà My.", "Mai Bá; Vi Kiểm; Cao Lý; Hà My"),
        ("Trần Văn Ba, Lê Thị Tư, Ngô Văn Sáu, Thanh Nhàn.", "Trần Văn Ba; Lê Thị Tư; Ngô Văn Sáu; Thanh Nhàn"),
        ("Phạm Quý, Trần Hưng Yên; Đào Sự", "Phạm Quý; Trần Hưng Yên; Đào Sự"),
        ("các đồng chí Tô Văn Cấp (Bí thư), Bế Sinh (Phó Bí thư)", "Tô Văn Cấp; Bế Sinh"),
        ("Ban gồm 3 người: Cao Trọng Tính, Lâm Kiết và Bế Ngọ", "Cao Trọng Tính; Lâm Kiết; Bế Ngọ"),
        ("Về sau Hà Kỷ và Nông Đạo Thuần lên thay", "Hà Kỷ; Nông Đạo Thuần"),
        ("Tổng thống Vích-xơn ra lệnh", "Vích-xơn"),
        ("Tổng thống Ních-xơn ra lệnh", "Ních-xơn=Richard Nixon"),
        ("Chủ tịch Tập đoàn Hòa Lộc Trần Duy Cẩn", "Trần Duy Cẩn"),
        (
            "Dự có Lê Văn Hợi, Trần Đình Bảo, Phạm Thị Tý, Vĩnh Long, Đỗ Bá Thìn.",
            "Lê Văn Hợi; Trần Đình Bảo; Phạm Thị Tý; Vĩnh Long; Đỗ Bá Thìn",
        ),
        (
            "Ủy viên: Lê Hợi (mất năm 1965), Trần Bảo (mất năm 1969), Triệu Tử Lăng (mất năm 1970).",
            "Lê Hợi; Trần Bảo; Triệu Tử Lăng",
        ),
        (
            "- Phan Thị Sen năm 1982\n- Triệu Tử Lăng năm 1987\n- Bùi Văn Chắt năm 1989\n- Ngô Hải Yến năm 1990",
            "Phan Thị Sen; Triệu Tử Lăng; Bùi Văn Chắt; Ngô Hải Yến",
        ),
        (
            "| Ủy viên | Lê Cường Triệu Lạc Tô Vương Hữu Hòa Thái Kiên Đinh Tiến Hưng Lý Hân |",
            "Lê Cường; Triệu Lạc Tô; Vương Hữu Hòa; Thái Kiên; Đinh Tiến Hưng; Lý Hân",
        ),
        ("Gồm Lê Đức, Bác Kha, Trần Hạng. Bác Kha nói.", "Lê Đức; Bác Kha; Trần Hạng; Bác Kha"),
        ("các xã: Lê Lai, Trần Phán, Hồng Trị, Bế Triều", ""),
        ("gồm các huyện Hà Quảng, Hòa An, Nguyên Bình", ""),
        ("các phường Lê Bình, Trần Nam và Phan Lộc", ""),
        ("Tổ gồm 3 đồng chí, trong đó đồng chí Ngô Ích làm tổ trưởng", "Ngô Ích"),
    ]);
}

#[test]
fn names_are_read_however_they_are_written() {
    check(&[
        ("ĐỒNG CHÍ BÙI QUANG TỰU", "BÙI QUANG TỰU=Bùi Quang Tựu"),
        ("CHỦ TỊCH\n\nLÊ VĂN DŨNG", "LÊ VĂN DŨNG=Lê Văn Dũng"),
        ("Ông Trần  Thế   Duyệt đến.", "Trần  Thế   Duyệt=Trần Thế Duyệt"),
        ("Bà Lê\u{A0}Thị\u{A0}Hảo", "Lê\u{A0}Thị\u{A0}Hảo=Lê Thị Hảo"),
        ("ông Nguyê\u{303}n Va\u{306}n Hu\u{300}ng", "Nguyê\u{303}n Va\u{306}n Hu\u{300}ng=Nguyễn Văn Hùng"),
        ("đồng chí **Trương Hồng Phú**", "Trương Hồng Phú"),
        ("đồng chí Lương Văn\nThụ được bầu", "Lương Văn\nThụ=Lương Văn Thụ"),
        ("đồng chí Nguyễn\nVăn Tuất được bầu", "Nguyễn\nVăn Tuất=Nguyễn Văn Tuất"),
        ("đồng\nchí Lê Hải Yến", "Lê Hải Yến"),
        ("PHAM DUC HAI, Chairman of the Labor Confederation", "PHAM DUC HAI=Pham Duc Hai"),
        ("The meeting was opened by Mr. Tran Quoc Bao, Director of the company.", "Tran Quoc Bao"),
        ("Comrade Le Thi Hoa visited workers in the province.", "Le Thi Hoa"),
        ("Nguyen Van Tam said the union will help its members.", "Nguyen Van Tam"),
        ("ông Ðỗ Duy Thường", "Ðỗ Duy Thường=Đỗ Duy Thường"),
    ]);
}

#[test]
fn words_around_a_name_are_no_part_of_it() {
    check(&[
        ("Trần Đăng Ninh Tổng Bí thư Đảng đoàn", "Trần Đăng Ninh"),
        ("Ông Lê Hữu Phước Giám đốc Công ty", "Lê Hữu Phước"),
        ("Sở Tư pháp Lạng Sơn Hoàng Văn Bền", "Hoàng Văn Bền"),
        ("xã Hồng Quang Nông Thị Mẩy", "Nông Thị Mẩy"),
        ("Khi Nguyễn Hữu Chí tới nơi", "Nguyễn Hữu Chí"),
        ("Tại đây, Đỗ Bá Tước nói", "Đỗ Bá Tước"),
        ("Ông Vũ Trọng Kính Chủ tịch Hội", "Vũ Trọng Kính"),
        ("Nguyễn Văn Sang Trần Văn Giàu Lê Thị Riêng", "Nguyễn Văn Sang; Trần Văn Giàu; Lê Thị Riêng"),
        ("Hà Trung Kiên cho biết", "Hà Trung Kiên"),
        ("Phạm Văn A đứng tên", "Phạm Văn A"),
    ]);
}

#[test]
fn places_bodies_and_things_are_no_people() {
    for text in [
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "LƯU TRỮ VÀ ĐÀO TẠO CÁN BỘ",
        "VĂN PHÒNG CHÍNH PHỦ",
        "Thành phố Hồ Chí Minh",
        "TP. Hồ Chí Minh",
        "TP Hồ Chí Minh",
        "Tp.Hồ Chí Minh",
        "Hà Nội, Hồ Chí Minh, Đà Nẵng",
        "đường Nguyễn Trãi",
        "đường Hồ Chí Minh",
        "phố Trần Quốc Toản",
        "số 12 Lê Trọng Tấn, quận Thanh Xuân",
        "Trường THPT Lê Hồng Phong",
        "Trường Tiểu học Võ Thị Sáu",
        "trường Đại học Tôn Đức Thắng",
        "Bệnh viện Nguyễn Tri Phương",
        "Công ty TNHH Nguyễn Hoàng",
        "Công ty Cổ phần Trần Anh",
        "Đoàn Thanh niên Cộng sản Hồ Chí Minh",
        "Đoàn TNCS Hồ Chí Minh",
        "Đội Thiếu niên Tiền phong Hồ Chí Minh",
        "Huân chương Hồ Chí Minh",
        "giải thưởng Nguyễn Văn Trỗi",
        "chiến dịch Hồ Chí Minh",
        "cầu Nguyễn Văn Cừ",
        "chợ Bà Chiểu",
        "xã Trần Hợi",
        "huyện Trần Văn Thời",
        "phường Hoàng Văn Thụ",
        "nhà Nguyễn và nhà Lê",
        "vua Lê, chúa Trịnh",
        "triều Nguyễn",
        "dân tộc Tày, Nùng, Dao",
        "Hoàng Liên Sơn",
        "Hoàng Sa và Trường Sa",
        "Lý Sơn và Phú Quốc",
        "Cao Bằng, Lạng Sơn, Hà Giang",
        "Hà Tĩnh có nhiều đồi",
        "Kim ngạch tăng",
        "Lương tối thiểu vùng",
        "Đoàn kiểm tra của Bộ",
        "đồng chí Chủ tịch Công đoàn",
        "các đồng chí lãnh đạo Sở",
        "đồng chí Bí thư Chi bộ",
        "Ông chủ tịch xã",
        "Bà Rịa - Vũng Tàu",
        "người dân Hà Nam",
        "Chủ tịch nước",
        "Thủ tướng Chính phủ",
        "Bộ trưởng Bộ Quốc phòng",
        "Văn hóa, Thể thao và Du lịch",
        "Tết Mậu Thân, Tết Nguyên đán",
        "Kinh Thầy, Thái Bình",
        "Thái Bình Dương",
        "lao động Việt Nam",
        "sông Lô, sông Gâm, núi Tam Đảo",
        "hồ Núi Cốc",
        "Tiến sĩ Lịch sử",
        "Quang Trung, Hà Đông",
        "phường Quang Trung",
        "Trình Bộ trưởng ban hành quy chuẩn",
        "Phó Chi cục trưởng Chi cục Kiểm lâm",
        "Các Phó Giám đốc và Phó Tiểu đoàn trưởng",
        "Phó Khẩu đội trưởng, Phó Lữ đoàn trưởng",
        "đồng chí: Một Phó Thủ tướng, Các Phó Giám đốc",
        "Trình Ủy ban Thường vụ Quốc hội",
        "cán bộ Khung A chủ trì sinh hoạt",
        "giấy phép lái xe Hạng B, Hạng A",
        "gió hướng Đông Đông Nam",
        "Từ Quảng Bình đến Cà Mau",
        "NGƯỜI ĐỨNG ĐẦU CƠ QUAN BÁO CHÍ",
        "Cục trưởng Cục Quản lý Y Dược cổ truyền",
        "Liên Hợp Quốc ra nghị quyết",
        "chính phủ Nam Việt Nam",
        "vay nội tệ (Đồng Việt Nam) trong nước",
        "Bộ trưởng Bộ Công Thương Việt Nam",
        "đảng KPNLF (còn gọi là Khmer Xanh)",
        "người Mông Trắng và người Dao Đỏ",
        "quân của Nam Chiếu",
        "đăng trên báo An Ninh Thế giới",
        "tổ chức Human Rights Watch đề nghị",
        "kênh tin tức Al Jazeera nhận định",
        "Professor Wins National Book Prize",
        "diễn đàn World Leaders Forum",
        "nhóm này do Cercle Marxiste lãnh đạo",
        "công ty may MS Vina",
        "đồ chơi trẻ em Kam Fung",
        "Chùa xưa có tên là Sùng Nghiêm Linh Tự",
        "thành phố Lục Bàn Thủy, tỉnh Quý Châu",
        "tòa nhà E6, **đ**ường\nPhạm Hùng, phường Yên Hòa",
        "Phó CTr, Phó CVP",
        "Accused Party Members Face Harsh Discipline",
    ] {
        assert_eq!(found(text), "", "{text}");
    }
}

#[test]
fn well_known_people_are_known() {
    check(&[
        ("tư tưởng Hồ Chí Minh", "Hồ Chí Minh"),
        ("học tập tấm gương đạo đức Hồ Chí Minh", "Hồ Chí Minh"),
        ("Chủ tịch Hồ Chí Minh đọc Tuyên ngôn", "Hồ Chí Minh"),
        ("cháu ngoan Bác Hồ", "Bác Hồ=Hồ Chí Minh"),
        ("Di chúc của Hồ Chủ tịch", "Hồ Chủ tịch=Hồ Chí Minh"),
        ("Bác Hồ về thăm. Nhớ lời dạy của Bác, cả xã thi đua.", "Bác Hồ=Hồ Chí Minh; Bác=Hồ Chí Minh"),
        ("Bác sĩ đến muộn, sau đó Bác về.", ""),
        ("chủ nghĩa Mác - Lênin", "Mác=Karl Marx; Lênin=Vladimir Ilyich Lenin"),
        ("chủ nghĩa Mác-Lê-nin", "Mác=Karl Marx; Lê-nin=Vladimir Ilyich Lenin"),
        ("C. Mác và V.I. Lênin", "C. Mác=Karl Marx; V.I. Lênin=Vladimir Ilyich Lenin"),
        ("Vua Lê Lợi dựng cờ", "Lê Lợi"),
        ("vua Quang Trung ra Bắc", "Quang Trung=Nguyễn Huệ"),
        ("Trần Hưng Đạo đánh quân Nguyên", "Trần Hưng Đạo"),
        ("thờ Hai Bà Trưng", "Hai Bà Trưng"),
    ]);
}

#[test]
fn short_forms_stand_for_the_full_name_before() {
    check(&[
        ("Ông Lê Quang Hải đến. Ông Hải nói.", "Lê Quang Hải; Hải=Lê Quang Hải"),
        (
            "Bà Vũ Thị Thu Hằng dự. Bà Hằng hỏi, bà Thu Hằng đáp.",
            "Vũ Thị Thu Hằng; Hằng=Vũ Thị Thu Hằng; Thu Hằng=Vũ Thị Thu Hằng",
        ),
        (
            "Lê Thị Hà và Trần Văn Hà cùng dự. Bà Hà nói, ông Hà nghe.",
            "Lê Thị Hà; Trần Văn Hà; Hà=Lê Thị Hà; Hà=Trần Văn Hà",
        ),
        ("Ông Trần Minh Sơn và ông Lê Tiến Sơn cùng đến. Ông Sơn nói.", "Trần Minh Sơn; Lê Tiến Sơn; Sơn"),
        ("đồng chí Dần được cử đi", "Dần"),
        ("Ông Mạnh nói gì? Hôm qua, ông Đinh Tiến Mạnh cho biết.", "Mạnh=Đinh Tiến Mạnh; Đinh Tiến Mạnh"),
        ("ĐỒNG CHÍ NGÔ VĂN TẠO\nĐồng chí Tạo sinh năm 1930.", "NGÔ VĂN TẠO=Ngô Văn Tạo; Tạo=Ngô Văn Tạo"),
        ("Hoàng Đình Rụ (tức Đức) vào Đảng.", "Hoàng Đình Rụ; Đức=Hoàng Đình Rụ"),
        (
            "Tô Quân (tức Mạc Vận) đến. Mạc Vận (tên thật Tô Quân) nói.",
            "Tô Quân; Mạc Vận=Tô Quân; Mạc Vận=Tô Quân; Tô Quân",
        ),
        ("Đồng chí Cổn (tức Tần Bang Hiền) đến. Tần Bang Hiền nói.", "Cổn=Tần Bang Hiền; Tần Bang Hiền; Tần Bang Hiền"),
        ("Nhà lãnh đạo Lý Mỗ (bí danh của Nguyễn Ái Quốc)", "Lý Mỗ=Hồ Chí Minh; Nguyễn Ái Quốc=Hồ Chí Minh"),
        (
            "Hiệp định Paris, Liên Hằng. Bà Vũ Thị Liên Hằng dự. Gia đình Liên Hằng ở lại.",
            "Liên Hằng=Vũ Thị Liên Hằng; Vũ Thị Liên Hằng; Liên Hằng=Vũ Thị Liên Hằng",
        ),
        ("Lê Thị Mai Hoa ở lại. Về sau Mai Hoa lập gia đình.", "Lê Thị Mai Hoa; Mai Hoa=Lê Thị Mai Hoa"),
    ]);
    let rivals =
        find("Ông Trần Minh Sơn và ông Lê Tiến Sơn cùng đến. Ông Sơn nói.", &[]).pop().map(|mention| mention.rivals);
    assert_eq!(rivals, Some(vec!["Lê Tiến Sơn".to_owned(), "Trần Minh Sơn".to_owned()]));
}

#[test]
fn kinds_are_told() {
    for (text, kind) in [
        ("ông Lê Quang Hải", NameKind::Full),
        ("ông Hải", NameKind::Unresolved),
        ("Ông Lê Quang Hải, ông Hải", NameKind::Short),
        ("lời Bác Hồ", NameKind::Alias),
        ("Hoàng Đình Rụ (tức Đức)", NameKind::Alias),
    ] {
        assert_eq!(find(text, &[]).pop().map(|mention| mention.kind), Some(kind), "{text}");
    }
}

#[test]
fn offices_are_read_around_the_name() {
    for (text, role) in [
        ("Chủ tịch UBND huyện Hòa An Bế Văn Tấn dự", "Chủ tịch UBND huyện Hòa An"),
        ("Phó Chủ tịch LĐLĐ tỉnh, đồng chí Vi Thị Sơn", ""),
        ("đồng chí Vi Thị Sơn, Ủy viên BCH, Chủ tịch Hội Phụ nữ, phát biểu", "Ủy viên BCH, Chủ tịch Hội Phụ nữ"),
        ("đồng chí Lò Văn Én - Phó Chủ tịch, Chủ nhiệm UBKT - dự", "Phó Chủ tịch, Chủ nhiệm UBKT"),
        ("ông Hà Tất Đạt (Giám đốc Sở Giáo dục và Đào tạo) nói", "Giám đốc Sở Giáo dục và Đào tạo"),
        ("đồng chí Ngô Tự Lập được bầu làm Thư ký Công đoàn tỉnh.", "Thư ký Công đoàn tỉnh"),
        ("bầu đồng chí Ngô Tự Lập giữ chức vụ Chủ tịch.", "Chủ tịch"),
        ("đồng chí Ngô Tự Lập và đồng chí Đào Vọng làm Phó Thư ký.", "Phó Thư ký"),
        ("Anh hùng La Văn Cầu", "Anh hùng"),
        ("đồng chí Lê Tám thay đồng chí Ngô Tự Lập.", ""),
        ("Chủ tịch Hồ Chí Minh", "Chủ tịch"),
        ("PHAM DUC HAI, Chairman of the Labor Confederation", "Chairman of the Labor Confederation"),
        ("**KT. CHỦ TỊCH** \n**PHÓ CHỦ TỊCH**\n**Trần Hữu Bách**", "PHÓ CHỦ TỊCH"),
        ("TL. CHÁNH\nVĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG\n\n(Đã ký)\n\nTrần Hữu Bách", "PHÓ CHÁNH VĂN PHÒNG"),
        ("CHỦ TỊCH\n\n*(ký, đóng dấu)*\nTrần Hữu Bách", "CHỦ TỊCH"),
        ("**PHÓ GIÁM Đ****Ố****C**\nTrần Hữu Bách", "PHÓ GIÁM ĐỐC"),
        ("Phó Thủ\ntướng Chính phủ Trần Hữu Bách", "Phó Thủ tướng Chính phủ"),
        ("báo cáo Thủ tướng Chính phủ, Phó Thủ tướng Chính phủ Trần Hữu Bách", "Phó Thủ tướng Chính phủ"),
        ("Tổng Bí thư, Chủ tịch nước Trần Hữu Bách", "Tổng Bí thư, Chủ tịch nước"),
        ("Người ký: Trần Hữu Bách", ""),
        ("Dr. Trần Hữu Bách", ""),
        ("Vi Sơn thay thế Trần Hữu Bách làm Tổng Bí thư.", ""),
        ("Trần Hữu Bách làm lãnh đạo chính của tàn quân sau khi thua", "lãnh đạo chính của tàn quân"),
        ("Trần Hữu Bách, Chủ tịch Đảng năm 1945", "Chủ tịch Đảng"),
        ("nhóm này do Trần Hữu Bách lãnh đạo", ""),
        ("Lê Tám và Trần Hữu Bách. Ngô Hữu Lập được bầu làm Bí thư. Trần Hữu Bách", ""),
        ("Ủy viên: Lê Tám, Ngô Hữu Lập và Trần Hữu Bách", "Ủy viên"),
        (
            "Trần Hữu Bách, Chủ nhiệm Ủy ban Văn hóa - Xã hội của Quốc hội, dự",
            "Chủ nhiệm Ủy ban Văn hóa - Xã hội của Quốc hội",
        ),
        ("Trần Hữu Bách - Chủ tịch Hội đồng Nhân dân tỉnh", "Chủ tịch Hội đồng Nhân dân tỉnh"),
        ("quyền lãnh đạo giữa Chủ tịch Đảng Trần Hữu Bách", "Chủ tịch Đảng"),
        ("leader since Trần Hữu Bách", ""),
    ] {
        let last = find(text, &[]).pop().and_then(|mention| mention.role).unwrap_or_default();
        assert_eq!(last, role, "{text}");
    }
}

#[test]
fn taken_stretches_are_left_alone() {
    let text = "Luật Trần Văn Khải và ông Lê Hòa";
    let taken = 0.."Luật Trần Văn Khải".len();
    let names: Vec<String> = find(text, &[taken]).into_iter().map(|mention| mention.name).collect();
    assert_eq!(names, ["Lê Hòa"]);
}
