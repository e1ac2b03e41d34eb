//! Names where lines, lists and things stand around them.

use super::check;

/// Text enough for an author to stand below.
fn story() -> String {
    "Sáng nay trời nắng đẹp và người dân ra đồng từ sớm để gặt lúa cho kịp vụ sau. ".repeat(4)
}

#[test]
fn bylines_rows_and_broken_lines_are_read() {
    check(&[
        (&format!("{}\n\nBÍCH QUYÊN", story()), "BÍCH QUYÊN=Bích Quyên"),
        (&format!("{}Anh Nguyễn Văn Nam ở quê.\nMINH PHONG", story()), "Nguyễn Văn Nam; MINH PHONG=Minh Phong"),
        (&format!("{}\nTHÀNH ĐỒNG - LÊ PHONG", story()), "THÀNH ĐỒNG=Thành Đồng; LÊ PHONG=Lê Phong"),
        // a given name that makes a word with the next one
        ("Ông Nguyễn Văn An sinh năm 1920.", "Nguyễn Văn An"),
        ("Ông Trần Quốc Khánh thành lập công ty.", "Trần Quốc Khánh"),
        ("Ông Trần Văn Học sinh năm 1960.", "Trần Văn Học"),
        ("Trưởng ban Lê Văn Tài chính thức nhận chức.", "Lê Văn Tài"),
        ("Ông Nguyễn Văn Ba Học sinh lớp 5", "Nguyễn Văn Ba"),
        ("Ảnh: TRẦN HẢI", "TRẦN HẢI=Trần Hải"),
        ("Ảnh: Thanh Sơn", "Thanh Sơn"),
        ("Ảnh: Viết Định.", "Viết Định"),
        ("(Ảnh: Anh Trọng).", "Anh Trọng"),
        ("Tin-ảnh: Ngọc Phú", "Ngọc Phú"),
        ("Tin, ảnh: Quốc Khánh - Minh Đức", "Quốc Khánh; Minh Đức"),
        (&format!("{}\nTheo Trung Nam/Dân Việt", story()), "Trung Nam"),
        (&format!("{}\nViệt Cường/VOV", story()), "Việt Cường"),
        (&format!("{}\nNguyễn Thảo/VOV - Tây Nguyên", story()), "Nguyễn Thảo"),
        ("Ảnh: TTXVN", ""),
        ("Ảnh: Internet", ""),
        ("Ảnh: AFP/Getty", ""),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc", ""),
        ("VIỆT NAM MUÔN NĂM\nĐẢNG CỘNG SẢN VIỆT NAM QUANG VINH MUÔN NĂM", ""),
        ("CHỦ TỊCH HỒ CHÍ MINH SỐNG MÃI TRONG SỰ NGHIỆP CỦA CHÚNG TA", "HỒ CHÍ MINH=Hồ Chí Minh"),
        ("Ngày 3/5, bà Trần Thị\nThu Hà tới dự.", "Trần Thị\nThu Hà=Trần Thị Thu Hà"),
        ("Đồng chí Nguyễn\nVăn Thuần phát biểu.", "Nguyễn\nVăn Thuần=Nguyễn Văn Thuần"),
        ("Gạc Ma | Trần Văn Thoa", "Trần Văn Thoa"),
        ("| 1 | Lò Văn Ín | 1948 | Mường La |", "Lò Văn Ín"),
        ("DANH SÁCH\n1. LÊ VĂN THỌ\n2. TRẦN THỊ MƠ", "LÊ VĂN THỌ=Lê Văn Thọ; TRẦN THỊ MƠ=Trần Thị Mơ"),
        ("NGƯỜI LẬP BIỂU\n\nPhạm Thị Hoài Thu", "Phạm Thị Hoài Thu"),
        (
            "KẾ TOÁN TRƯỞNG          GIÁM ĐỐC\n\nVŨ THỊ LAN          NGÔ QUỐC HUY",
            "VŨ THỊ LAN=Vũ Thị Lan; NGÔ QUỐC HUY=Ngô Quốc Huy",
        ),
        ("TỔNG KẾT CÔNG TÁC\nPHƯƠNG HƯỚNG NHIỆM VỤ", ""),
        ("TÀI CHÍNH - KẾ TOÁN\nAN NINH - QUỐC PHÒNG", ""),
        ("HÀ NỘI - HUẾ - SÀI GÒN", ""),
        ("Nguyễn Văn Cừ Lê Hồng Phong Hà Huy Tập", "Nguyễn Văn Cừ; Lê Hồng Phong; Hà Huy Tập"),
        ("Trần Phú, Ngô Gia Tự, Nguyễn Đức Cảnh lần lượt bị bắt.", "Trần Phú; Ngô Gia Tự; Nguyễn Đức Cảnh"),
        ("Hai anh em Lê Văn Tám và Lê Văn Chín nhập ngũ.", "Lê Văn Tám; Lê Văn Chín"),
        (
            "Vợ ông là bà Đoàn Thị Giàu, con là Lê Tiến Đạt, Lê Thị Bích Vân.",
            "Đoàn Thị Giàu; Lê Tiến Đạt; Lê Thị Bích Vân",
        ),
        ("Cha là Trịnh Kiểm, mẹ là Nguyễn Thị Ngọc Bảo.", "Trịnh Kiểm; Nguyễn Thị Ngọc Bảo"),
    ]);
}

#[test]
fn streets_ships_brands_and_honors_are_no_people() {
    check(&[
        ("Danh hiệu Anh hùng Lực lượng vũ trang nhân dân", ""),
        ("Ngày Nhà giáo Thế giới và Nhà giáo Việt Nam", ""),
        ("Bác sĩ Khoa Cấp cứu cho biết", ""),
        ("vi phạm trên các tuyến đường Lê Lợi, Phạm Văn Đồng, Nguyễn Trãi và Trần Phú", ""),
        ("Trụ sở ở số 12 Phan Đình Phùng.", ""),
        ("tàu 012 Lý Thái Tổ và tàu 011 Đinh Tiên Hoàng", ""),
        ("Hai chiếc đầu là 011 Đinh Tiên Hoàng và 012 Lý Thái Tổ.", ""),
        ("cuộc thi Hoa hậu Hoàn vũ Việt Nam, Hoa hậu Đại Dương", ""),
        ("Ngân hàng Ocean Bank, số tiền mà Ocean Bank chi trả", ""),
        ("Công ty cổ phần công nghệ James Boat ký hợp đồng", ""),
        ("CEO Facebook cho biết công ty sẽ chuyển dữ liệu", ""),
        ("Chủ tịch Facebook Mark Zuckerberg tuyên bố", "Mark Zuckerberg"),
        ("người phát ngôn Điện Kremlin Dmitry Peskov nêu rõ", "Dmitry Peskov"),
        ("Chủ Tịch Hiệp Hội người Việt Nam tại Singapore", ""),
        ("Quỹ của Hội người Việt Nam", ""),
        ("Bác sĩ Trưởng khoa Nhi khám bệnh", ""),
        ("khu nghỉ dưỡng Aso Farm Land gồm ba khu", ""),
        ("Hội thi Nhà nông Đua tài, giải Bông Sen Vàng", ""),
        ("ngã tư Trần Hưng Đạo - Lý Thường Kiệt kẹt xe", ""),
        ("các trường Nguyễn Khuyến, Lương Thế Vinh và Lê Quý Đôn", ""),
        ("2 trường: Nguyễn Khuyến và Lương Thế Vinh", ""),
        ("Cầu thủ Nam Mỹ và châu Âu", ""),
        ("Nghệ sĩ Ưu tú, Nghệ sĩ Nhân dân, Thầy thuốc Nhân dân", ""),
        ("Đồng chí Thường trực Tỉnh ủy, đồng chí Trưởng ban", ""),
        ("Anh Quốc, bà con, Chú Giải, Cụ thể", ""),
        ("lễ cúng ông Công ông Táo", ""),
        ("Ông Trời, ông Táo và ông Địa", ""),
        ("xe Honda Wave, điện thoại Samsung Galaxy, trà Dr Thanh", ""),
        ("ca khúc Em Là Để Yêu của nhóm", ""),
        ("huấn luyện viên The Voice Kids", ""),
        ("các phường Nguyễn Du, Bùi Thị Xuân, Phạm Đình Hổ", ""),
        ("Giải bóng đá Cúp Trần Hưng Đạo, học bổng Vừ A Dính", ""),
        ("nhà máy xi măng Hoàng Thạch, mỏ Vàng Danh", ""),
        ("Kính gửi: Bộ Tư pháp, Hội Luật gia, Ủy ban Dân tộc", ""),
        ("Liên đoàn Luật sư Việt Nam; Luật sư Đoàn Luật sư", ""),
    ]);
}

#[test]
fn people_are_told_again_without_their_family_names() {
    check(&[
        ("Ca sĩ Diệu Nhi khoe ảnh. Diệu Nhi cho biết cô ăn ít.", "Diệu Nhi; Diệu Nhi"),
        (
            "Mới đây, Diệu Nhi tiếp tục gây thương nhớ. Diệu Nhi cho biết cô không ăn nhiều. Biểu cảm của Diệu Nhi đã tiến bộ.",
            "Diệu Nhi; Diệu Nhi; Diệu Nhi",
        ),
        ("Thúy Vân chia sẻ về nghề. Tại sự kiện, Thúy Vân cười.", "Thúy Vân; Thúy Vân"),
        ("Hắn chở Thảo và con đi. Trần Thị Thảo khai nhận.", "Thảo=Trần Thị Thảo; Trần Thị Thảo"),
        ("Hòa An có nhiều rừng. Hòa An cho biết sẽ trồng thêm.", ""),
        ("Minh Hải và Cà Mau; Minh Hải là tỉnh cũ.", ""),
        ("Điều dưỡng Hòa và cô giáo Nga bị đánh.", "Hòa; Nga"),
        ("Tướng Park bị bắt. Đại tướng lục quân Park Chan-ju khai.", "Park; Park Chan-ju"),
        (
            "Họa sĩ Tô Ngọc Vân dạy học. Tô Ngọc Vân hy sinh năm 1954. Vân để lại nhiều tranh.",
            "Tô Ngọc Vân; Tô Ngọc Vân",
        ),
    ]);
}
