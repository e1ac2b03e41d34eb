//! People who are called by one word, foreigners, authors, and those behind a unit's name.

use unicode_normalization::UnicodeNormalization;

use super::{check, found};

#[test]
fn foreign_names_need_a_title() {
    check(&[
        ("Tổng thống Mỹ Joe Biden tới Hà Nội. Ông Biden nói.", "Joe Biden; Biden=Joe Biden"),
        ("Tổng thống Emmanuel Macron và Thủ tướng Olaf Scholz", "Emmanuel Macron; Olaf Scholz"),
        ("ông Pol Pot cầm đầu. Về sau Pol Pot bỏ trốn.", "Pol Pot; Pol Pot"),
        ("Chủ tịch Tập Cận Bình", "Tập Cận Bình"),
        ("nhà sử học David P. Marr viết", "David P. Marr"),
        ("Sách kể về Edward Lansdale và chiến tranh.", "Edward Lansdale"),
        ("Johnman, Albert J. (1996); Maier, Charles S.; Manela, Erez", ""),
        ("sân bay John F. Kennedy, giải Stuart Prize", ""),
        ("Hoa Kỳ thời Ronald Beagan ủng hộ; thời Trần, đời Đường, thời Tam Quốc", "Ronald Beagan"),
        ("Dưới thời Giang Trạch Vân, kinh tế đổi thay.", "Giang Trạch Vân"),
        ("Thủ tướng Lon Nol bị lật đổ.", "Lon Nol"),
        ("Tổng bí thư Kim Jong-il đến thăm.", "Kim Jong-il"),
        ("Ông gặp Gennady Zyuganov, Bí thư thứ nhất.", "Gennady Zyuganov"),
        ("cựu Đại sứ Hoa Kỳ Raymond Burghardt dự", "Raymond Burghardt"),
        (
            "Nhóm gồm ông Pol Pot, Ieng Sary, Khieu Samphan, Son Sen, Hun Sen.",
            "Pol Pot; Ieng Sary; Khieu Samphan; Son Sen; Hun Sen",
        ),
        ("Vùng Pol Pot, ông Pol Pot đến. Nhớ Pol Pot, ông Pol Pot.", "Pol Pot; Pol Pot; Pol Pot"),
        ("Công ty Huawei ra mắt Watch Fit", ""),
    ]);
}

#[test]
fn people_are_called_by_one_word() {
    check(&[
        (
            "Chị Ngô Thị Hoa (xã Tân Lập) cho biết. Chị Hoa kể chuyện cũ. Hoa tâm sự rằng rất vui.",
            "Ngô Thị Hoa; Hoa=Ngô Thị Hoa; Hoa=Ngô Thị Hoa",
        ),
        ("Ông Lê Văn Sáng về quê. Với Sáng, quê là tất cả.", "Lê Văn Sáng; Sáng=Lê Văn Sáng"),
        (
            "Công an bắt Nguyễn Hữu Thuấn (35 tuổi). Thuấn khai do thiếu tiền.",
            "Nguyễn Hữu Thuấn; Thuấn=Nguyễn Hữu Thuấn",
        ),
        ("Bị cáo Trần Thị Lụa khai. Theo cáo trạng, Lụa lừa 3 tỷ đồng.", "Trần Thị Lụa; Lụa=Trần Thị Lụa"),
        (
            "Ở Trung Quốc, Đặng Tiểu Bình lên nắm quyền. Từ Trung Hoa đến Đài Loan, Trung Quốc đổi thay. \
             Sau khi Mao mất, Đặng lập luận khác. Tầm nhìn của Đặng thắng thế.",
            "Đặng Tiểu Bình; Đặng=Đặng Tiểu Bình; Đặng=Đặng Tiểu Bình",
        ),
        ("Ông Đặng Văn Khải đến. Họ Đặng đông, nhà Đặng xưa, của Đặng cũ.", "Đặng Văn Khải"),
        ("Chế độ của Adolf Hitler sụp đổ. Sau khi Hitler chết, ai thay?", "Adolf Hitler; Hitler=Adolf Hitler"),
        ("Hugo Chávez qua đời. Đảng do Chávez lập ra.", "Hugo Chávez; Chávez=Hugo Chávez"),
        ("Ông Trần Văn Nam đi về phía Nam. Miền Nam có mưa, quân Nam tiến.", "Trần Văn Nam"),
        ("Bà Lê Thị Nhân gặp Nhân dân. Quyền của Nhân dân là tối thượng.", "Lê Thị Nhân"),
        ("Anh Lý Văn Hoa đi. Hoa quả năm nay nhiều.", "Lý Văn Hoa"),
        ("Chủ tịch Thắng phát biểu. Đô đốc Bảo đi.", "Thắng; Bảo"),
        ("Tổng thống Johnson ra lệnh ném bom.", "Johnson"),
        ("Chủ tịch Hội phát biểu, Bí thư Đảng ủy ký, Giám đốc Sở, Tổng thống Pháp tuyên bố", ""),
    ]);
}

#[test]
fn names_behind_units_and_of_authors_are_found() {
    let story = "Sáng nay trời nắng đẹp và người dân ra đồng từ sớm để gặt lúa cho kịp vụ sau. ".repeat(4);
    check(&[
        ("Chủ tịch UBND xã Nguyễn Văn Ánh cho biết đường đã xong.", "Nguyễn Văn Ánh"),
        ("Trưởng Công an xã Bàn Văn Thượng có mặt.", "Bàn Văn Thượng"),
        ("Chủ tịch UBND xã Trần Hợi và Bí thư Đảng ủy xã Lê Lợi dự.", ""),
        ("Nhà lý luận nói. Theo Cai Hesen, đảng phải đổi. Khi Wu Guanzheng đến, ông vui.", "Cai Hesen; Wu Guanzheng"),
        ("lời của André G. Haudricourt[11] và Hans Müller", "André G. Haudricourt; Hans Müller"),
        ("nhạc sĩ Jean-Luc Morel ghi âm", "Jean-Luc Morel"),
        ("Chủ tịch Ra-mông Xan-đi-nô tiếp đoàn đại biểu", "Ra-mông Xan-đi-nô"),
        ("Đồng chí Bun-nhăng Xi-xa-vát phát biểu chào mừng", "Bun-nhăng Xi-xa-vát"),
        ("Đoàn đi thăm Mát-xcơ-va và Oa-sinh-tơn", ""),
        ("Tổng thống Ca-dắc-xtan và Tổng thống Phi-líp-pin thăm nước ta", ""),
        ("phong trào Xô-viết Nghệ Tĩnh dâng cao", ""),
        ("Ông tham khảo ý kiến với William A. Smalley ở Lào.", "William A. Smalley"),
        ("chính quyền của Hun Sen ra lệnh", "Hun Sen"),
        ("Xã có 11 thôn: Đông Thịnh, Đoài, Hạ, Trại Mới, Lê Lợi, Hoàng Hoa Thám.", ""),
        ("bạn gái Thiên An khi cô mang thai", "Thiên An"),
        ("cử đồng chí Nông Văn Quảng (bí danh Thanh Sơn) đi", "Nông Văn Quảng; Thanh Sơn=Nông Văn Quảng"),
        (&format!("{story}\n\nThu Hà - Minh Quân"), "Thu Hà; Minh Quân"),
        (&format!("{story}\n\nThái Bình - Hà Nội"), ""),
        (&format!("{story}\n\nVăn phòng - Kế toán"), ""),
    ]);
}

#[test]
fn decomposed_names_with_hyphens_are_the_same() {
    let text = "Đồng chí Bun-nhăng Xi-xa-vát phát biểu. Tổng thống Phi-líp-pin đến thăm.";
    let decomposed: String = text.nfd().collect();
    assert_eq!(found(&decomposed).nfc().collect::<String>(), format!("{0}={0}", found(text)));
}
