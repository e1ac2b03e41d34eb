//! Names of other forms than family, middle and given name, with what only looks like them.

use super::check;

#[test]
fn baptismal_religious_and_second_names_are_whole() {
    check(&[
        ("Đức cha Phêrô Nguyễn Văn Lộc chủ tế thánh lễ.", "Phêrô Nguyễn Văn Lộc"),
        ("Linh mục Giuse Maria Lê Văn Hậu quản xứ từ năm 1962.", "Giuse Maria Lê Văn Hậu"),
        ("Giám mục Gioan Baotixita Trần Đức Thuần qua đời.", "Gioan Baotixita Trần Đức Thuần"),
        ("Ông Phaolô Hoàng Quang Kính là trùm họ đạo.", "Phaolô Hoàng Quang Kính"),
        ("Nữ tu Têrêsa Phạm Thị Mến dạy học ở đây.", "Têrêsa Phạm Thị Mến"),
        ("Theo cha Đa Minh Bùi Đình Quý, nhà thờ xây năm 1925.", "Đa Minh Bùi Đình Quý"),
        ("Cha Vinh Sơn Đỗ Minh Hiển về xứ.", "Vinh Sơn Đỗ Minh Hiển"),
        ("Đức Hồng y Gioan Baotixita Vũ Hữu Lý", "Gioan Baotixita Vũ Hữu Lý"),
        ("Tổng Giám mục Phanxicô Xaviê Ngô Đình Cẩn", "Phanxicô Xaviê Ngô Đình Cẩn"),
        ("Phê-rô Đinh Công Bằng và Phao-lô Tạ Văn Hoạt bị bắt.", "Phê-rô Đinh Công Bằng; Phao-lô Tạ Văn Hoạt"),
        ("LM. Antôn Cao Đức Hạnh", "Antôn Cao Đức Hạnh"),
        ("Anna Nguyễn Thị Nhài, sinh năm 1931, là con thứ ba.", "Anna Nguyễn Thị Nhài"),
        ("Giáo dân Micae Lương Bá Kiệm bị bắt năm 1840.", "Micae Lương Bá Kiệm"),
        ("Hòa thượng Thích Trí Nghiêm viên tịch.", "Thích Trí Nghiêm"),
        ("Thượng tọa Thích Minh Tuệ Hải giảng kinh.", "Thích Minh Tuệ Hải"),
        ("Ni trưởng Thích nữ Diệu Hương trụ trì.", "Thích nữ Diệu Hương=Thích Nữ Diệu Hương"),
        ("Ni sư Thích Nữ Như Tịnh và các tăng ni", "Thích Nữ Như Tịnh"),
        ("Ông xuất gia, pháp danh Trừng Nguyên, tu ở chùa làng.", "Trừng Nguyên"),
        ("Lê Văn Ngộ, pháp danh Trừng Nguyên, xuất gia năm 1920.", "Lê Văn Ngộ; Trừng Nguyên=Lê Văn Ngộ"),
        ("Trần Văn Kỉnh, pháp hiệu Thiện Chánh, trụ trì chùa.", "Trần Văn Kỉnh; Thiện Chánh=Trần Văn Kỉnh"),
        ("Phạm Văn Thêm, bí danh Hai Nghĩa, làm Bí thư.", "Phạm Văn Thêm; Hai Nghĩa=Phạm Văn Thêm"),
        ("Huỳnh Văn Tiểng (tên thường gọi là Mười Cúc) sinh năm 1915.", "Huỳnh Văn Tiểng; Mười Cúc=Huỳnh Văn Tiểng"),
        ("Ông Đỗ Văn Hượt, thường gọi là Tư Hượt, mất năm 1968.", "Đỗ Văn Hượt; Tư Hượt=Đỗ Văn Hượt"),
        ("Đồng chí Nguyễn Thị Lựu (Năm Lựu) ở lại.", "Nguyễn Thị Lựu; Năm Lựu=Nguyễn Thị Lựu"),
        ("Ông Bảy Nhỏ và bà Ba Thi nuôi giấu cán bộ.", "Bảy Nhỏ; Ba Thi"),
        ("Thiền sư Khuông Việt tên thật là Ngô Chân Lưu.", "Khuông Việt; Ngô Chân Lưu=Khuông Việt"),
        ("Dòng Phanxicô có mặt ở đây từ lâu, lễ thánh Phêrô vào cuối tháng Sáu.", "Phêrô"),
        ("Giáo xứ Phaolô Lộc và nhà thờ Đa Minh", ""),
        (
            "Nguyễn Công Trứ, tự Tồn Chất, hiệu Ngộ Trai, quê Nghi Xuân.",
            "Nguyễn Công Trứ; Tồn Chất=Nguyễn Công Trứ; Ngộ Trai=Nguyễn Công Trứ",
        ),
        ("Phan Văn San, hiệu là Sào Nam, đỗ đầu.", "Phan Văn San=Phan Bội Châu; Sào Nam=Phan Bội Châu"),
        ("Ông lấy bút hiệu Thanh Tịnh Am.", "Thanh Tịnh Am"),
        ("Đại đức Danh Lung trụ trì chùa Khmer.", "Danh Lung"),
        ("Phật giáo Việt Nam thống nhất, Thiên Chúa giáo, Thích Ca Mâu Ni", "Thích Ca Mâu Ni"),
    ]);
}

#[test]
fn names_of_the_highlands_the_south_and_the_court_are_read() {
    check(&[
        ("Ông Y Blôk kể chuyện xưa.", "Y Blôk"),
        ("Tù trưởng N'Trang Gưh lãnh đạo dân làng.", "N'Trang Gưh"),
        ("Cuộc khởi nghĩa do N’Trang Lơng lãnh đạo kéo dài.", "N’Trang Lơng"),
        ("Bà H' Ler Niê dệt thổ cẩm.", "H' Ler Niê"),
        ("Chị H’ Bliă Kbuôr là giáo viên.", "H’ Bliă Kbuôr"),
        ("Bí thư Chi bộ Ly Mí Và vận động bà con.", "Ly Mí Và"),
        ("Thò Mí Lử sinh năm 1962, quê ở Mèo Vạc.", "Thò Mí Lử"),
        ("Vừ Già Pó là trưởng bản.", "Vừ Già Pó"),
        ("Giàng Seo Phử được bầu làm Chủ tịch.", "Giàng Seo Phử"),
        ("Ông Nay Der và Ksor Krơn ra Bắc tập kết.", "Nay Der; Ksor Krơn"),
        ("Kpă Klơng diệt nhiều địch.", "Kpă Klơng"),
        ("Rmah H'Bé hát trên sân khấu.", "Rmah H'Bé"),
        ("Y Ngông Niê Kdăm là bác sĩ đầu tiên của người Ê Đê.", "Y Ngông Niê Kdăm"),
        ("Già làng K'Tiêng và anh K’ Brơm đánh chiêng.", "K'Tiêng; K’ Brơm"),
        ("Ông Ama Jhao từng nuôi voi; Ama Kông nổi tiếng hơn.", "Ama Jhao; Ama Kông"),
        ("Đinh Núp, A Sanh, Bok Nhong đều đi theo cách mạng.", "Đinh Núp; A Sanh; Bok Nhong"),
        ("Vua Chế Mân dâng hai châu Ô, Lý.", "Chế Mân"),
        ("Vua Chế Củ bị bắt, công chúa An Tư sang trại giặc.", "Chế Củ; An Tư"),
        ("Cùng học có H'Nhương, Y Wang Mlô Du và Y Bham Ênuôl.", "H'Nhương; Y Wang Mlô Du; Y Bham Ênuôl"),
        ("Chế Bồng Nga tiến đánh kinh thành.", "Chế Bồng Nga"),
        ("Công chúa Huyền Trân về Chiêm Thành.", "Huyền Trân"),
        ("Huyền Trân công chúa lên thuyền năm 1306.", "Huyền Trân"),
        ("Vua Po Klong Garai xây đập, Pô Sah mở mương.", "Po Klong Garai; Pô Sah"),
        ("Thạch Ngọc Biên, Sơn Thông và Kim Sa Vang theo kháng chiến.", "Thạch Ngọc Biên; Sơn Thông; Kim Sa Vang"),
        ("Bà Néang Sóc Khône và ông Chau Kim Seng ở Tri Tôn.", "Néang Sóc Khône; Chau Kim Seng"),
        ("Hưng Đạo Vương lui quân về Vạn Kiếp.", "Hưng Đạo Vương=Trần Hưng Đạo"),
        ("Chiêu Minh Vương Trần Quang Khải thắng trận Chương Dương.", "Chiêu Minh Vương; Trần Quang Khải"),
        ("Lý Nhân Tông lên ngôi, Nguyên phi Ỷ Lan nhiếp chính.", "Lý Nhân Tông; Ỷ Lan"),
        ("Trần Thái Tông nhường ngôi cho con là Trần Thánh Tông.", "Trần Thái Tông; Trần Thánh Tông"),
        ("Lê Thánh Tông ban bộ luật Hồng Đức.", "Lê Thánh Tông"),
        ("Thái hậu Dương Vân Nga khoác áo bào cho Lê Hoàn.", "Dương Vân Nga; Lê Hoàn"),
        ("Tùng Thiện Vương Miên Thẩm làm thơ.", "Tùng Thiện Vương Miên Thẩm"),
        ("Kỳ Ngoại hầu Cường Để sang Nhật.", "Cường Để"),
        ("Thủ lĩnh Đề Thám đóng ở Phồn Xương.", "Đề Thám=Hoàng Hoa Thám"),
        ("Lãnh binh Tống Duy Tân và Cai Kinh cầm quân.", "Tống Duy Tân; Cai Kinh=Hoàng Đình Kinh"),
        ("đường Hùng Vương, phường Y La, tộc người H'Mông", ""),
        ("Cao Lan, Hà Nhì, A Lưới, Y Tý, Ka Lăng", ""),
        ("Quốc Vương Campuchia, Thiên Vương, trung tâm Hà Vương", ""),
    ]);
}

#[test]
fn names_joined_by_hyphens_are_names() {
    check(&[
        ("Chủ-tịch Hồ-chí-Minh đọc Tuyên-ngôn.", "Hồ-chí-Minh=Hồ Chí Minh"),
        ("Đại-tướng Võ-nguyên-Giáp chỉ-huy.", "Võ-nguyên-Giáp=Võ Nguyên Giáp"),
        ("Ông Hoàng-Quốc-Việt tới dự.", "Hoàng-Quốc-Việt=Hoàng Quốc Việt"),
        ("Bà Kim-Ngân và chị Kim-Chi", "Kim-Ngân=Kim Ngân; Kim-Chi=Kim Chi"),
        ("Bộ-trưởng Bộ Nội-vụ Phan-kế-Toại ký.", "Phan-kế-Toại=Phan Kế Toại"),
        ("Ông Nguyễn-văn-Tố giữ chức Trưởng ban.", "Nguyễn-văn-Tố=Nguyễn Văn Tố"),
        ("Nguyễn-Thị-Minh-Khai hy-sinh.", "Nguyễn-Thị-Minh-Khai=Nguyễn Thị Minh Khai"),
        ("do Trần-huy-Liệu và Tôn-quang-Phiệt soạn", "Trần-huy-Liệu=Trần Huy Liệu; Tôn-quang-Phiệt=Tôn Quang Phiệt"),
        (
            "Thủ-tướng Ngô-đình-Diệm; Tổng-thống Nguyễn-văn-Thiệu",
            "Ngô-đình-Diệm=Ngô Đình Diệm; Nguyễn-văn-Thiệu=Nguyễn Văn Thiệu",
        ),
        (
            "các ông Lê-văn-Hiến, Phạm-văn-Đồng, Đỗ-đức-Dục",
            "Lê-văn-Hiến=Lê Văn Hiến; Phạm-văn-Đồng=Phạm Văn Đồng; Đỗ-đức-Dục=Đỗ Đức Dục",
        ),
        ("TRẦN-VĂN-GIÁP biên-soạn", "TRẦN-VĂN-GIÁP=Trần Văn Giáp"),
        ("Luật-sư Trần-công-Tường", "Trần-công-Tường=Trần Công Tường"),
        ("Bác-sĩ Tôn-thất-Tùng mổ gan.", "Tôn-thất-Tùng=Tôn Thất Tùng"),
        ("Nhà thơ Thế-Lữ và Xuân-Diệu", "Thế-Lữ=Thế Lữ; Xuân-Diệu=Xuân Diệu"),
        ("Đồng-chí Trường-Chinh báo-cáo.", "Trường-Chinh=Trường Chinh"),
        (
            "Ông Trần-Hữu-Dực; bà Lê-thị-Nhuần, ông Lê-Văn-Dần.",
            "Trần-Hữu-Dực=Trần Hữu Dực; Lê-thị-Nhuần=Lê Thị Nhuần; Lê-Văn-Dần=Lê Văn Dần",
        ),
        ("Ký tên: Nguyễn-hữu-Thọ", "Nguyễn-hữu-Thọ=Nguyễn Hữu Thọ"),
        ("Đặng-Thai-Mai chủ-biên, Cao-xuân-Hạo hiệu-đính.", "Đặng-Thai-Mai=Đặng Thai Mai; Cao-xuân-Hạo=Cao Xuân Hạo"),
        ("Lê Hồng-Phong và Hà Huy-Tập", "Lê Hồng-Phong=Lê Hồng Phong; Hà Huy-Tập=Hà Huy Tập"),
        ("nước Việt-Nam Dân-chủ Cộng-hòa", ""),
        ("tỉnh Thừa-thiên, Hà-nội, Sài-gòn, Hải-phòng", ""),
        ("Bộ Quốc-gia Giáo-dục, Sở Liêm-phóng, Ủy-ban Hành-chính Trung-bộ", ""),
        ("chủ-nghĩa Mác - Lê-nin và chủ-nghĩa cộng-sản", "Mác=Karl Marx; Lê-nin=Vladimir Ilyich Lenin"),
        ("đường Phan-đình-Phùng, phố Hàng-Bông", ""),
        ("trường Chu-văn-An và trường Đồng-khánh", ""),
        ("Đồng-bào Thượng, quân-đội Liên-hiệp Pháp", ""),
        ("Mặt-trận Tổ-quốc, Đảng Lao-động Việt-nam", ""),
        ("Hai-Bà-Trưng khởi-nghĩa.", "Hai-Bà-Trưng=Hai Bà Trưng"),
        ("ngày 19-5, bà Nguyễn-thị-Định (Ba Định) nói", "Nguyễn-thị-Định=Nguyễn Thị Định; Ba Định=Nguyễn Thị Định"),
        ("Quận Gia-Lâm, xã Kim-Liên, tỉnh Lâm-Đồng", ""),
    ]);
}

#[test]
fn letters_and_lone_foreign_words_are_people_beside_a_cue() {
    check(&[
        ("Cháu N.T.D. bị thương nặng.", "N.T.D."),
        ("Anh T. cho biết đã trình báo.", "T."),
        ("Chị Lê Thị Nh. kể lại sự việc.", "Lê Thị Nh."),
        ("Bị cáo Nguyễn Văn Q. (SN 1977) khai nhận.", "Nguyễn Văn Q."),
        ("Em V.T.Đ khóc nhiều.", "V.T.Đ"),
        ("bà H.T.M.L, 46 tuổi, ở quận 3", "H.T.M.L"),
        ("gặp ông Trần Văn B., trú tại xã Tân Lập", "Trần Văn B."),
        ("Theo lời khai của Phạm Thị Th. thì hôm đó trời mưa.", "Phạm Thị Th."),
        ("Nạn nhân là chị K. và con gái.", "K."),
        ("Ông L.V.H. (56 tuổi) và bà N.", "L.V.H.; N."),
        ("Nhân chứng H.V.T. (45 tuổi) kể lại.", "H.V.T."),
        ("Em H. nói rằng bạn T. nghỉ học.", "H.; T."),
        ("V.I. Lênin và C. Mác viết.", "V.I. Lênin=Vladimir Ilyich Lenin; C. Mác=Karl Marx"),
        ("Nhà bác học Anh-xtanh đề ra thuyết tương đối.", "Anh-xtanh=Albert Einstein"),
        ("Tổng thống Oa-sinh-tơn nhậm chức.", "Oa-sinh-tơn=George Washington"),
        ("Đoàn bay tới Oa-sinh-tơn hôm qua.", ""),
        ("Nhà văn Tônxtôi viết tiểu thuyết.", "Tônxtôi"),
        ("Ông Hughes nói rằng ông Hughes không biết.", "Hughes; Hughes"),
        ("Tướng Navarre nhận lệnh; Navarre bay sang Hà Nội.", "Navarre; Navarre"),
        ("Toàn quyền Decoux ký nghị định.", "Decoux"),
        ("Theo Giáo sư Boudarel, tài liệu còn thiếu.", "Boudarel"),
        ("Đại tá De Castries đầu hàng.", "De Castries=Christian de Castries"),
        ("Kỹ sư Eiffel thiết kế cầu.", "Eiffel"),
        ("Thống chế Pétain lên cầm quyền.", "Pétain"),
        ("nhà vật lý Niu-tơn và nhà văn Huy-gô", "Niu-tơn=Isaac Newton; Huy-gô"),
        ("Trung úy Morel bị thương. Sau đó Morel được đưa về Pháp.", "Morel; Morel"),
        ("Công ty Honda, hãng Boeing, kênh Discovery, báo Figaro", ""),
        ("Xếp loại A. Hạng B. Vitamin C. Điểm D.", ""),
        ("Thành phố H. và huyện B. thuộc tỉnh N.", ""),
        ("mệnh đề A. Trường hợp B. là sai", ""),
        ("Cầu thủ Messi ghi bàn. Messi mừng rỡ.", "Messi; Messi"),
        ("Huấn luyện viên Wenger than phiền về trọng tài.", "Wenger"),
        ("Bác sĩ A. Yersin tìm ra Đà Lạt.", "A. Yersin"),
        ("Giáo sư P. Mus viết nhiều sách.", "P. Mus"),
    ]);
}

#[test]
fn labels_lead_to_second_names() {
    check(&[
        ("Phan Văn Lữ\nHiệu: Tây Hồ\nQuê quán: xã Mới", "Phan Văn Lữ; Tây Hồ=Phan Văn Lữ"),
        (
            "1. Họ và tên: Triệu Quang Viên\n2. Tên gọi khác: Triệu Sành Viên",
            "Triệu Quang Viên; Triệu Sành Viên=Triệu Quang Viên",
        ),
        ("Họ và tên khai sinh: TRIỆU QUANG VIÊN       Nam/Nữ: Nam", "TRIỆU QUANG VIÊN=Triệu Quang Viên"),
        ("Bí danh: Hai Nghĩa", "Hai Nghĩa"),
        // other labels
        ("Khẩu hiệu: Đoàn Kết", ""),
        ("Ký hiệu: Tây Hồ", ""),
        ("Thương hiệu: Trung Nguyên", ""),
        ("Thứ tự: Tây Hồ", ""),
        // the year of an examination is nobody
        ("Khoa Canh Tý ông đỗ cử nhân.", ""),
    ]);
}
