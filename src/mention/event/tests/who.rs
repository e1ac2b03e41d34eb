//! Events to the people whom they are about.

use super::events;

/// Kind and people of each event of a text: `birth Lò Văn Én`.
fn written(text: &str) -> Vec<String> {
    let mentions = events(text);
    let line = |event| {
        let people = mentions.people_of(event);
        format!("{} {}", event.kind.as_str(), people.join(", ")).trim().to_owned()
    };
    mentions.events.iter().map(line).collect()
}

fn check(rows: &[(&str, &[&str])]) {
    let wrong: Vec<String> = rows
        .iter()
        .filter(|(text, expected)| written(text) != **expected)
        .map(|(text, expected)| format!("{text}\n  found {:?}\n  for   {expected:?}", written(text)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_subject_is_whom_it_is_about() {
    check(&[
        ("Năm 1930, ông Lò Văn Én bị bắt.", &["trial Lò Văn Én"]),
        ("Ông Lò Văn Én và bà Vi Thị Sơn kết hôn năm 1950.", &["marriage Lò Văn Én, Vi Thị Sơn"]),
        (
            "Năm 1949, các ông Lò Văn Én, Hà Văn Pọm và Vi Văn Tài vào Đảng.",
            &["joining Lò Văn Én, Hà Văn Pọm, Vi Văn Tài"],
        ),
        // by name or by pronoun
        ("Ông Lò Văn Én quê ở huyện. Năm 1930, ông bị bắt.", &["trial Lò Văn Én"]),
        ("Bà Vi Thị Sơn quê ở huyện. Năm 1930, bà bị bắt.", &["trial Vi Thị Sơn"]),
        ("Ông Lò Văn Én quê ở huyện. Năm 1930, ông Én bị bắt.", &["trial Lò Văn Én"]),
        ("Bà Vi Thị Sơn gặp ông Lò Văn Én. Năm 1930, bà bị bắt.", &["trial Vi Thị Sơn"]),
        ("Ông Lò Văn Én đến. Bà Vi Thị Sơn đến. Năm 1930, ông bị bắt.", &["trial Lò Văn Én"]),
        // not who is only named beside
        ("Năm 1930, ông Lò Văn Én cùng với bạn của ông Hà Văn Pọm vào Đảng.", &["joining Lò Văn Én"]),
        ("Năm 1930, ông Lò Văn Én, con của ông Hà Văn Pọm, bị bắt.", &["trial Lò Văn Én"]),
        ("Ông Lò Văn Én mất năm 1990, ông Hà Văn Pọm dự lễ.", &["death Lò Văn Én"]),
        // who did it too
        ("Năm 1978, ông Lò Văn Én bị ông Hà Văn Pọm bắt giam.", &["trial Lò Văn Én, Hà Văn Pọm"]),
        // whom it befalls
        ("Năm 1978, tòa án xét xử ông Lò Văn Én.", &["trial Lò Văn Én"]),
        ("Tháng 6/1970, tỉnh bổ nhiệm ông Lò Văn Én làm Giám đốc Sở.", &["appointment Lò Văn Én"]),
        ("Ngày 1/2/1971, xã bầu ông Lò Văn Én làm Chủ tịch.", &["election Lò Văn Én"]),
        // whom somebody marries
        ("Năm 1950, ông Lò Văn Én cưới bà Vi Thị Sơn.", &["marriage Lò Văn Én, Vi Thị Sơn"]),
        ("Năm 1950, ông Lò Văn Én kết hôn với bà Vi Thị Sơn.", &["marriage Lò Văn Én, Vi Thị Sơn"]),
        // `đồng chí` means one
        ("Đồng chí Lò Văn Én quê ở huyện. Năm 1930, đồng chí bị bắt.", &["trial Lò Văn Én"]),
        ("Đ/c Lò Văn Én không tái cử; từ ngày 1/11/2023 đ/c nghỉ hưu.", &["dismissal Lò Văn Én"]),
        ("Ông Lò Văn Én quê ở huyện. Năm 1930, 9 đồng chí bị bắt.", &["trial"]),
        ("Ông Lò Văn Én quê ở huyện. Năm 1930, các đồng chí bị bắt.", &["trial"]),
        // what happens at a congress is of whom it happens to
        (
            "Tại Đại hội lần thứ II (22/7/2020), ông Lò Văn Én tái đắc cử Phó Bí thư.",
            &["congress", "election Lò Văn Én"],
        ),
        ("Năm 1950, ông Lò Văn Én được ông Hà Văn Pọm kế nhiệm.", &["appointment Hà Văn Pọm"]),
        ("Thực hiện Chỉ thị số 09-CT/TU ngày 6/7/2015 của Tỉnh ủy, ông Lò Văn Én về bản.", &["issuance"]),
        // who is elected to a body
        (
            "Ngày 1/2/1948, Đại hội bầu Ban Chấp hành; ông Lò Văn Én làm Bí thư, bà Vi Thị Sơn làm Phó Bí thư.",
            &["congress", "election Lò Văn Én, Vi Thị Sơn"],
        ),
        // a gathering is about all whom its sentence names
        ("Ngày 8/8/1988, ông Lò Văn Én và bà Vi Thị Sơn dự hội nghị tại xã.", &["conference Lò Văn Én, Vi Thị Sơn"]),
        ("Ông Lò Văn Én về xã. Ngày 8/8/1988, ông dự hội nghị tại xã.", &["conference Lò Văn Én"]),
        ("Năm 1951 xã thành lập hội. Ông Lò Văn Én làm thơ.", &["founding"]),
    ]);
}

#[test]
fn those_beside_kin_and_successors() {
    check(&[
        // whose kin somebody is
        ("Ông Lò Văn Én, con trưởng cụ Hà Văn Pọm, sinh năm 1905.", &["birth Lò Văn Én"]),
        (
            "Bà Vi Thị Sơn (1920 – 1980), em ông Hà Văn Pọm, vào Đảng năm 1945.",
            &["joining Vi Thị Sơn", "birth Vi Thị Sơn", "death Vi Thị Sơn"],
        ),
        ("Năm 1930, anh em ông Lò Văn Én bị bắt.", &["trial Lò Văn Én"]),
        ("Sau khi ông Lò Văn Én mất, ông Hà Văn Pọm lên thay. Năm 1930, ông bị bắt.", &["trial Hà Văn Pọm"]),
        // who is beside a pronoun
        ("Ông Lò Văn Én quê ở huyện. Năm 1943, ông cùng Hà Văn Pọm vượt ngục.", &["trial Hà Văn Pọm, Lò Văn Én"]),
        ("Ông Lò Văn Én quê ở huyện. Năm 1943, ông và Hà Văn Pọm vượt ngục.", &["trial Hà Văn Pọm, Lò Văn Én"]),
        ("Ông Lò Văn Én quê ở huyện. Năm 1943, ông cùng vợ của Hà Văn Pọm vượt ngục.", &["trial Lò Văn Én"]),
        // whom somebody follows, and kills
        (
            "Ông Lò Văn Én quê ở huyện. Năm 1973, ông thay Thiếu tướng Hà Văn Pọm làm Tư lệnh.",
            &["appointment Lò Văn Én"],
        ),
        (
            "Ông Lò Văn Én quê ở huyện. Năm 1885, quân ta giết Đề đốc Hà Văn Pọm; ông được phong Tán lý.",
            &["award Lò Văn Én"],
        ),
        // offices of one time
        (
            "Năm 1976, ông Lò Văn Én làm Giám đốc, bà Vi Thị Sơn làm Phó Giám đốc.",
            &["appointment Lò Văn Én, Vi Thị Sơn"],
        ),
        ("Năm 1976, ông Lò Văn Én làm Giám đốc, bà Vi Thị Sơn tiếp tục làm Phó Giám đốc.", &["appointment Lò Văn Én"]),
        ("Ngày 1/2/1948, Đại hội bầu 7 ủy viên, ông Lò Văn Én làm Thư ký.", &["congress", "election Lò Văn Én"]),
        // who did it, over an apposition, and who is only told next
        ("Năm 1938, ông Lò Văn Én được Hà Văn Pọm, Xứ ủy viên, kết nạp vào Đảng.", &["joining Lò Văn Én, Hà Văn Pọm"]),
        ("Năm 1958 ông Lò Văn Én được điều về tỉnh, ông Hà Văn Pọm ở lại.", &["appointment Lò Văn Én"]),
        (
            "Năm 1947, ông Lò Văn Én vào Đảng, do ông Hà Văn Pọm và bà Vi Thị Sơn giới thiệu.",
            &["joining Lò Văn Én, Hà Văn Pọm, Vi Thị Sơn"],
        ),
        // clauses and sentences that begin with the verb
        ("Bác sĩ Lò Văn Én quê ở huyện; tốt nghiệp năm 1997.", &["study Lò Văn Én"]),
        ("Bão làm sập 10 nhà; chết năm 1997 có 3 người.", &[]),
        ("Tốt nghiệp năm 1925, ông Lò Văn Én về quê.", &["study Lò Văn Én", "other Lò Văn Én"]),
        ("Năm 1998, tốt nghiệp trường huyện, chị Vi Thị Sơn về quê.", &["study Vi Thị Sơn", "other Vi Thị Sơn"]),
        // who does it behind `giúp` and `do`, and who is beside him with a title
        ("Ông Hà Văn Pọm giúp ca sĩ Lò Văn Én đoạt huy chương năm 1995.", &["award Lò Văn Én"]),
        (
            "Năm 1963, đoàn được thành lập, do Trung tá Lò Văn Én làm Trưởng đoàn.",
            &["founding Lò Văn Én", "appointment Lò Văn Én"],
        ),
        (
            "Ông Lò Văn Én quê ở huyện. Năm 1991, ông cùng với giáo sư Hà Văn Pọm vượt ngục.",
            &["trial Hà Văn Pọm, Lò Văn Én"],
        ),
        (
            "Ông Lò Văn Én bị Hà Văn Pọm đày ra đảo năm 1931 và qua đời năm 1933.",
            &["trial Lò Văn Én, Hà Văn Pọm", "death Lò Văn Én"],
        ),
        // the day of a decision
        (
            "Theo Sắc lệnh số 12/SL ngày 5/2/1948, ông Lò Văn Én được phong quân hàm Trung tá.",
            &["issuance", "promotion Lò Văn Én"],
        ),
        ("Sau Chỉ thị số 17-CT/TU, tháng 9/1982 ông Lò Văn Én nghỉ hưu.", &["dismissal Lò Văn Én"]),
        ("Năm 2018, tòa xét xử vụ án và tuyên phạt bị cáo Lò Văn Én.", &["trial Lò Văn Én"]),
    ]);
}

#[test]
fn lists_of_lives_and_teachers() {
    let chronicle = "Phả ký\n\nCụ Lò Văn Bun (1837 – 1888)\nCụ húy Bun. Năm 1860, đỗ cử nhân.\n\nVua Hàm Nghi xuống chiếu. Năm 1885, cụ bị bắt.\n\nĐỜI THỨ HAI\n";
    let entries = "1. Cụ Lò Văn Én (1873 – 1945), con thứ. Năm 1912 lĩnh Tri huyện. Ông Hà Văn Pọm đến chơi. Năm 1920, cụ nghỉ hưu.\n2. Bà Lò Thị Sơn (1882 – 1971). Bà gặp ông Hà Văn Pọm. Năm 1902, kết hôn.";
    let of_list = format!("{chronicle}{entries}");
    check(&[
        (
            &of_list,
            &[
                "birth Lò Văn Bun",
                "death Lò Văn Bun",
                "study Lò Văn Bun",
                "trial Lò Văn Bun",
                "birth Lò Văn Én",
                "death Lò Văn Én",
                "appointment Lò Văn Én",
                "dismissal Lò Văn Én",
                "birth Lò Thị Sơn",
                "death Lò Thị Sơn",
                "marriage Lò Thị Sơn",
            ],
        ),
        (
            "TRƯỜNG TRUNG HỌC MƯỜNG\n            TIN BUỒN\n\nNhà trường báo tin:\n\nNHÀ GIÁO\nLÒ VĂN ÉN\nSinh ngày 1-5-1929 ở huyện.\n\n+ 1950: Vào Đảng, người giới thiệu: Hà Văn Pọm.\n\nKính thưa thầy Én! Năm 1970, thầy nghỉ hưu. Năm 1971, thầy giáo bị bắt.",
            &["birth Lò Văn Én", "joining Lò Văn Én", "dismissal Lò Văn Én", "trial Lò Văn Én"],
        ),
        // rows of a table of lives
        (
            "| Tên | Tiểu sử |\n|---|---|\nLò Văn Én |\n1910-1986 | Nhà thơ. Năm 1974, ông được bổ nhiệm làm Bộ trưởng. |\nVi Hoa Sơn |\n1917-1979 | Nhà thơ. Năm 1975, ông bị bắt. |\nHà Hoa Pọm |\n1958-... | Nhà thơ |",
            &[
                "birth Lò Văn Én",
                "death Lò Văn Én",
                "appointment Lò Văn Én",
                "birth Vi Hoa Sơn",
                "death Vi Hoa Sơn",
                "trial Vi Hoa Sơn",
            ],
        ),
        // no teacher's life
        ("Ông Lò Văn Én dạy học. Năm 1970, thầy nghỉ hưu.", &["dismissal"]),
        (
            "# Lò Văn Én\n\n| Sinh | 5 tháng 6 năm 1911 |\n| Vợ | Vi Thị Sơn (cưới 1946) |\n\nLò Văn Én (sinh năm 1911) là nhà thơ.",
            &["birth Lò Văn Én", "marriage Vi Thị Sơn, Lò Văn Én", "birth Lò Văn Én"],
        ),
    ]);
}

#[test]
fn a_life_is_about_whom_it_tells() {
    check(&[
        (
            "# Lò Văn Én\n\nLò Văn Én (sinh năm 1920) là nhà thơ.\n\nNăm 1930, vào Đảng. Năm 1950, nghỉ hưu.",
            &["birth Lò Văn Én", "joining Lò Văn Én", "dismissal Lò Văn Én"],
        ),
        (
            "# Lò Văn Én\n\n| Sinh | 5 tháng 6 năm 1911 |\n| Mất | 7 tháng 8 năm 1990 |\n\nLò Văn Én (1911 – 1990) là nhà thơ.",
            &["birth Lò Văn Én", "death Lò Văn Én", "birth Lò Văn Én", "death Lò Văn Én"],
        ),
        (
            "Đồng chí Lò Văn Én, sinh năm 1920 ở huyện. Năm 1941, đồng chí Hà Văn Pọm về huyện. Năm 1945, vào Đảng.",
            &["birth Lò Văn Én", "joining Lò Văn Én"],
        ),
        (
            "# Lò Văn Én\n\nLò Văn Én (sinh năm 1920) là nhà thơ. Cha là ông Lò Văn Pọm. Năm 1930, ông vào Đảng.",
            &["birth Lò Văn Én", "joining Lò Văn Én"],
        ),
        (
            "Tin buồn\n\nĐồng chí Lò Văn Én, nguyên Bí thư Huyện ủy, đã từ trần ngày 5/6/1999.\n\nNăm 1945, vào Đảng.",
            &["death Lò Văn Én", "joining Lò Văn Én"],
        ),
        // a form and a text whose first lines say so
        (
            "SƠ YẾU LÝ LỊCH\n\n1. Họ và tên: Lò Văn Én\n2. Sinh ngày: 7/11/1968\n3. Ngày vào Đảng: 3/2/1996",
            &["birth Lò Văn Én", "joining Lò Văn Én"],
        ),
        (
            "TÓM TẮT TIỂU SỬ\n\nĐồng chí Lò Văn Én quê ở huyện.\n\nNăm 1945, vào Đảng.\n\nLễ tang cử hành ngày 4-4-1990.",
            &["joining Lò Văn Én", "ceremony Lò Văn Én"],
        ),
        // whom a clause of time names is not whom the life is about
        (
            "# Lò Văn Én\n\nLò Văn Én (sinh năm 1920) là nhà thơ. Năm 1922, khi vua Hà Văn Pọm sang chơi, ông bị bắt.",
            &["birth Lò Văn Én", "trial Lò Văn Én"],
        ),
        // who tells it
        (
            "HỒI KÝ\nNgười kể: Lò Văn Én\n\nTôi sinh năm 1948. Anh Hà Văn Pọm làm tổ trưởng. Năm 1965, tôi vào Đảng. Năm 1966, tôi bị bắt.",
            &["birth Lò Văn Én", "joining Lò Văn Én", "trial Lò Văn Én"],
        ),
        ("Tôi tên là Lò Văn Én. Năm 1965, tôi vào Đảng.", &["joining Lò Văn Én"]),
        ("Ông Lò Văn Én kể chuyện. Năm 1965, tôi vào Đảng.", &["joining"]),
        // who fell in a fight is not whom the text is about
        (
            "Lịch sử xã\n\nDu kích giữ đồn. Ông Lò Văn Én chỉ huy. Anh Én cùng 11 chiến sĩ hy sinh.\n\nNăm 1950, xã bầu Ban Chấp hành gồm 5 người.",
            &["election"],
        ),
        // a section about somebody
        (
            "# Danh nhân\n\n## Lò Văn Én\n\nNăm 1930, ông vào Đảng.\n\n## Vi Thị Sơn\n\nNăm 1940, bà vào Đảng.",
            &["joining Lò Văn Én", "joining Vi Thị Sơn"],
        ),
        // a list of people is about each
        (
            "- Ông Lò Văn Én (1923-1998)\n- Ông Hà Văn Pọm (1930-2001)",
            &["birth Lò Văn Én", "death Lò Văn Én", "birth Hà Văn Pọm", "death Hà Văn Pọm"],
        ),
        ("Năm 1930 có 5 người vào Đảng.", &["joining"]),
    ]);
}

#[test]
fn who_does_it_and_who_suffers_it() {
    check(&[
        // the verb far behind `bị`
        ("Năm 1941, ông Lò Văn Én bị chính quyền thực dân Pháp bắt và đày đi Sơn La.", &["trial Lò Văn Én"]),
        ("Năm 1977, ông Lò Văn Én bị ông Hà Văn Pọm giết.", &["death Lò Văn Én, Hà Văn Pọm"]),
        ("Năm 1977, ông Lò Văn Én bắt buộc phải đi.", &[]),
        ("Năm 1977, nước bị bẩn, ông Lò Văn Én bắt cá.", &[]),
        // to whom somebody does it
        (
            "Năm 1955, Thủ tướng Lò Văn Én bổ nhiệm Thiếu tướng Hà Văn Pọm làm Tư lệnh.",
            &["appointment Lò Văn Én, Hà Văn Pọm"],
        ),
        ("Năm 1955, tỉnh bổ nhiệm ông Hà Văn Pọm làm Giám đốc.", &["appointment Hà Văn Pọm"]),
        (
            "Đầu năm 1953, ông Lò Văn Én được ông Hà Văn Pọm cử sang làm Giám đốc Sở.",
            &["appointment Lò Văn Én, Hà Văn Pọm"],
        ),
        // who does it, not who is told of behind
        (
            "Ngày 8/7/1914, ông Lò Văn Én thành lập đảng, song Hà Văn Pọm và Vi Văn Tài từ chối tham gia.",
            &["founding Lò Văn Én"],
        ),
        ("Khi Hiến pháp được ban hành năm 1983, ông Lò Văn Én đang ở tỉnh.", &["issuance"]),
        ("Năm 1985, Hạ viện thông qua khoản viện trợ chống lại chính quyền Hà Văn Pọm.", &["issuance"]),
        // England is no man
        ("Ông Lò Văn Én đến đảo. Năm 1826, đảo thuộc Anh trở thành thủ phủ.", &[]),
        ("Ông Lò Văn Én đến đảo. Năm 1826, anh trở thành Thư ký.", &["appointment Lò Văn Én"]),
        // many of one time
        (
            "Các ông Lò Văn Én (sinh năm 1955, Phó Chủ tịch), Hà Văn Pọm (sinh năm 1955, Thứ trưởng) dự.",
            &["birth Lò Văn Én", "birth Hà Văn Pọm"],
        ),
    ]);
}

#[test]
fn kin_of_a_pronoun_and_brackets() {
    check(&[
        ("Ông Lò Văn Én quê ở huyện. Mẹ ông mất năm 1950.", &["death"]),
        ("Ông Lò Văn Én quê ở huyện. Năm 1950, ông mất.", &["death Lò Văn Én"]),
        ("Sau khi thành này thất thủ (17 tháng 2 năm 1859), ông Lò Văn Én bỏ làng.", &["war"]),
        ("Những năm 1988–2007, ông Lò Văn Én chơi đàn bầu.", &[]),
    ]);
}

#[test]
fn whom_paragraphs_are_about() {
    check(&[
        // a line that begins with another life, in the life of somebody
        (
            "# Lò Văn Én\n\nLò Văn Én (1890 – 1950) quê ở huyện.\n\nHà Văn Pọm (1862 – 1929) là cha của Lò Văn Én. Năm 1906, ông được bổ nhiệm làm Tri huyện.\n\nNăm 1910, ông thi đỗ.",
            &[
                "birth Lò Văn Én",
                "death Lò Văn Én",
                "birth Hà Văn Pọm",
                "death Hà Văn Pọm",
                "appointment Hà Văn Pọm",
                "study Lò Văn Én",
            ],
        ),
        // who alone was named, where nobody's life is told
        (
            "Các vị tử đạo\n\nÔng Lò Văn Én được nhớ đến.\n\nNgười ta điều tra cho linh mục Hà Văn Pọm. Ông chịu tử đạo năm 1946.",
            &["death Hà Văn Pọm"],
        ),
    ]);
}
