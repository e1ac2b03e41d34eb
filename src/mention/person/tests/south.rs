//! People of the south by the order of their birth, of the highlands in short form, of orders and of forms.

use super::check;

#[test]
fn people_by_order_of_birth() {
    check(&[
        ("Anh Út Nhỡ và chị Tư Lành ở lại xóm.", "Út Nhỡ; Tư Lành"),
        ("Chú Mười Cần đánh xe bò.", "Mười Cần"),
        ("Bọn lính bắt thằng Út Nhỡ. Út Nhỡ không khai. Má nhớ Nhỡ lắm.", "Út Nhỡ; Út Nhỡ; Nhỡ=Út Nhỡ"),
        ("Học trò gọi là “thầy Tư Đành”.", "Tư Đành"),
        ("Hai đồng chí Lê Văn Cảnh và Ba Lịnh giới thiệu.", "Lê Văn Cảnh; Ba Lịnh"),
        ("Anh Ba Lịnh về xã. Tên thật anh là Phạm Ngọc Lịnh.", "Ba Lịnh=Phạm Ngọc Lịnh; Phạm Ngọc Lịnh"),
        ("Chú Năm Hùng về xã. Bạn đọc Trần Quốc Hùng gửi thư.", "Năm Hùng; Trần Quốc Hùng"),
        ("Ông Phạm Ngọc Lịnh về xã. Anh Ba Lịnh cười.", "Phạm Ngọc Lịnh; Ba Lịnh=Phạm Ngọc Lịnh"),
        (
            "Chị Sáu Thoa về quê. Bà Trương Thị Thoa, tức Sáu Thoa, mất tại Cà Mau.",
            "Sáu Thoa=Trương Thị Thoa; Trương Thị Thoa; Sáu Thoa=Trương Thị Thoa",
        ),
        ("Trương Thị Thoa (Sáu Thoa) làm Bí thư.", "Trương Thị Thoa; Sáu Thoa=Trương Thị Thoa"),
        ("Anh Ba Lịnh nói gọn. Anh Ba cười.", "Ba Lịnh; Ba=Ba Lịnh"),
        ("Cô Tư Sanh bị bắt. Cô Tư không khai.", "Tư Sanh; Tư=Tư Sanh"),
        ("Nó lấy tên là Năm Thợ Rèn.", "Năm Thợ Rèn"),
        ("(Bí danh: Tư Sanh, Út Mười)", "Tư Sanh; Út Mười=Tư Sanh"),
        // several of one given name, or another sex, are others
        ("Anh Ba Lịnh đi. Ông Phạm Ngọc Lịnh và ông Hà Văn Lịnh ở lại.", "Ba Lịnh; Phạm Ngọc Lịnh; Hà Văn Lịnh"),
        ("Anh Ba Lành đi. Bà Trần Thị Lành ở lại.", "Ba Lành; Trần Thị Lành"),
        // what only looks so
        ("Lăng ở Ba Đình đông người.", ""),
        ("Năm Mậu Thân lúa mất mùa.", ""),
        ("Tháng Mười Nga vang dội.", ""),
        ("Hai Miền Trung Nam thi đấu.", ""),
        ("Chợ Ba Tri họp sớm. Út Nhỡ chưa ai biết là gì.", ""),
        ("Nhà Tám Lầu rất cao.", ""),
        ("Số Chín Mươi là số nhà.", ""),
        ("Cầu Ba Cẳng bắc qua rạch.", ""),
    ]);
}

#[test]
fn people_of_the_highlands_and_of_orders_in_short_form() {
    check(&[
        ("Ông Y Bhun Niê Kdăm về buôn. Bài của Y Bhun rất hay.", "Y Bhun Niê Kdăm; Y Bhun=Y Bhun Niê Kdăm"),
        ("(đổi hướng từ Y Bhun)\n\nÔng Y Bhun Niê là nhạc sĩ.", "Y Bhun=Y Bhun Niê; Y Bhun Niê"),
        ("Ông A Dênh Kpă và ông A Dênh Siu ở hai buôn. Nhà A Dênh xa.", "A Dênh Kpă; A Dênh Siu"),
        (
            "Hòa thượng Thích Minh Chánh Quang ở chùa. Ông Minh Chánh Quang giảng kinh.",
            "Thích Minh Chánh Quang; Minh Chánh Quang=Thích Minh Chánh Quang",
        ),
        ("Cả sư Đàng Nẻ chủ trì lễ.", "Đàng Nẻ"),
        ("Sư cả Thạch Sôm tu ở chùa.", "Thạch Sôm"),
        ("Có một người Chăm ở Châu Giang tên Mách Sa Lam.", "Mách Sa Lam"),
        ("Chị bạn tên Hoài Thu.", "Hoài Thu"),
        ("Con sông tên Vàm Nao chảy xiết.", ""),
        ("Cái xóm nhỏ tên Gò Mả vắng.", ""),
    ]);
}

#[test]
fn names_behind_the_labels_of_forms() {
    check(&[
        (
            "1) Họ và tên đang dùng: LÒ VĂN ÉN        Nam, nữ: Nam\n2) Họ và tên khai sinh: Lò Văn Ánh\n3) Bí danh, tên gọi khác: Hai Nghĩa, Việt Hà\n",
            "LÒ VĂN ÉN=Lò Văn Én; Lò Văn Ánh=Lò Văn Én; Hai Nghĩa=Lò Văn Én; Việt Hà=Lò Văn Én",
        ),
        ("Họ và tên: Lò Văn Én\nTên thường gọi: Tư Én\n", "Lò Văn Én; Tư Én=Lò Văn Én"),
        ("| Tên khai sinh | Y Bhun Niê Kdăm\n| Bút danh | Hồng Bhun\n", "Y Bhun Niê Kdăm; Hồng Bhun=Y Bhun Niê Kdăm"),
        ("- Cha: Lò Kên, sinh 1919, chết 1946\n- Mẹ: Vi Thị Sơn, sinh 1922", "Lò Kên; Vi Thị Sơn"),
        ("Chồng: Hà Pọm, làm ruộng", "Hà Pọm"),
        ("Tháng 3/1947, tỉnh cử đồng chí Lò Văn Én, bí danh Trường Sơn.", "Lò Văn Én; Trường Sơn=Lò Văn Én"),
        ("Ông Lò Văn Én, quê Trường Sơn.", "Lò Văn Én"),
        // another paragraph has another subject
        ("Bản dịch của Vi Thị Sơn\n\nÔng tự Trọng Hòa, người làng.", "Vi Thị Sơn; Trọng Hòa"),
        ("Nghề nghiệp: Làm Ruộng", ""),
        ("Nguồn: Báo Đời Sống", ""),
    ]);
}

#[test]
fn names_behind_old_ranks_and_hyphens() {
    check(&[
        ("Ông học với cụ Cử Hoàng Văn Giản ở làng.", "Hoàng Văn Giản"),
        ("Cụ Nghè Ngô Đức Kế mất.", "Ngô Đức Kế"),
        ("Ông Tú Anh ở xóm trên.", "Tú Anh"),
        ("Cụ Đốc-phủ Huỳnh-Văn-Ngân họp ở nhà.", "Huỳnh-Văn-Ngân=Huỳnh Văn Ngân"),
        ("Thầy dạy Pháp-văn Lê-Công-Lập mất.", "Lê-Công-Lập=Lê Công Lập"),
        ("Giáo-sư Lê-Công-Lập dạy toán.", "Lê-Công-Lập=Lê Công Lập"),
        ("– Ô. Tôn-Thất-Bình, 10-1953 đến 6-1956", "Tôn-Thất-Bình=Tôn Thất Bình"),
        ("Ông thăng Tuần phủ Định Tường.", ""),
        ("Tổng đốc Hoàng Văn Diệu giữ thành.", "Hoàng Văn Diệu"),
        ("Nhà trường bán-công Trung-học mở lớp.", ""),
        ("Quan-hệ Hàn-Việt tốt đẹp.", ""),
        ("Vùng đầm Ô Loan rộng.", ""),
    ]);
}
