//! Heads of papers and the subject and the province that they state.

use super::super::find;

const MOTTO: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";

/// The subject and the province of the first document in a text.
fn stated(text: &str) -> (Option<String>, Option<String>) {
    let mention = find(text).swap_remove(0);
    (mention.subject, mention.province)
}

#[test]
fn subjects_are_read_below_the_number_or_the_type() {
    let check = |text: &str, expected: &str| {
        let subject = stated(text).0;
        assert_eq!(subject.as_deref().unwrap_or_default(), expected, "{text}");
    };
    // below the number
    check("Số: 5/LĐLĐ-TG\nV/v mở lớp học bơi.\n\nKính gửi: Công đoàn các huyện", "V/v mở lớp học bơi");
    check("Số: 5/LĐLĐ-TG\n*v/v: mở lớp\nhọc bơi hè*\n|\n*Cao Bằng, ngày 2*", "v/v: mở lớp học bơi hè");
    check(
        "Số: 5/LĐLĐ-TG          Cao Bằng, ngày 2 tháng 3 năm 2021\nV/v mở lớp      \n  học bơi\n      Kính gửi: Các huyện",
        "V/v mở lớp học bơi",
    );
    check("| Số: 5/LĐLĐ-TG<br>V/v mở lớp học bơi | Cao Bằng, ngày 2 tháng 3 |\n\nKính gửi", "V/v mở lớp học bơi");
    check("Số: 5/LĐLĐ-TG V/v mở lớp học bơi\tCao Bằng, ngày 2/3/2021\nKính gửi", "V/v mở lớp học bơi");
    check("Số: 5/LĐLĐ-TG\nVê\u{300} viê\u{323}c mở lớp\nCăn cứ Luật;", "Vê\u{300} viê\u{323}c mở lớp");
    // below the words of the type
    check("Số: 5/KH-LĐLĐ\n\nKẾ HOẠCH\n\nMỞ LỚP HỌC BƠI\nCHO THIẾU NHI\n\nCăn cứ", "MỞ LỚP HỌC BƠI CHO THIẾU NHI");
    check("Số: 5/KH-LĐLĐ\n**KẾ\nHOẠCH**\nMở lớp học bơi\n**CHỦ TỊCH**\nCăn cứ Luật", "Mở lớp học bơi");
    check("Số: 5/KH-LĐLĐ\nKẾ HOẠCH MỞ LỚP HỌC BƠI\nCăn cứ Luật", "MỞ LỚP HỌC BƠI");
    check("Số: 5/KH-LĐLĐ\nKẾ HOẠCH\nPhối hợp mở lớp\nThực hiện Chỉ thị này, hai bên", "Phối hợp mở lớp");
    check(
        "Số: 5/QĐ-UBND\nQUYẾT ĐỊNH\nVỀ VIỆC BÃI BỎ QUYẾT ĐỊNH\nSỐ 4/QĐ-UBND NGÀY 1/3/2025 CỦA\nỦY BAN NHÂN DÂN TỈNH\nCHỦ TỊCH ỦY BAN NHÂN DÂN\nCăn cứ",
        "VỀ VIỆC BÃI BỎ QUYẾT ĐỊNH SỐ 4/QĐ-UBND NGÀY 1/3/2025 CỦA ỦY BAN NHÂN DÂN TỈNH",
    );
    check("Số: 5/NQ-TU\nNGHỊ QUYẾT\nCỦA BAN THƯỜNG VỤ TỈNH ỦY\nvề trồng rừng\n-----\nCăn cứ Điều lệ", "về trồng rừng");
    check("QUYẾT ĐỊNH\nSố: 5/QĐ-LĐLĐ ngày 4/5/2021\nVề việc tặng thưởng\n\nBAN THƯỜNG VỤ", "Về việc tặng thưởng");
    check("Số: 5/TT-BCT\nTHÔNG TƯ\nQuy định về chợ phiên[1]\n\nCăn cứ", "Quy định về chợ phiên");
    // none is stated
    check("Số: 5/QĐ-UBND\n\nQUYẾT ĐỊNH\n\nCHỦ TỊCH UBND TỈNH\n\nCăn cứ Luật;\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Tặng", "");
    check("Số: 5/TB-LĐLĐ\nCao Bằng, ngày 2 tháng 3 năm 2021\n\nTin trong ngày. Về việc này xin nói thêm.", "");
    check("Số: 5/KH-LĐLĐ\nKẾ HOẠCH\nI. MỤC ĐÍCH\nMở lớp", "");
    check("Số: 5/KH-LĐLĐ\nSố: 6/KH-LĐLĐ\nKẾ HOẠCH\nMở lớp", "");
    let listed = find("Số: 5/KH-LĐLĐ\nSố: 6/KH-LĐLĐ\nKẾ HOẠCH\nMở lớp");
    assert!(listed.len() == 2 && listed.iter().all(|mention| mention.subject.is_none()));
    check("Theo Kế hoạch số 5/KH-LĐLĐ\n\nKẾ HOẠCH\nMở lớp học bơi", "");
    let paragraph = "Các lớp học bơi mở từ tháng sáu, ".repeat(8);
    check(&format!("Số: 5/KH-LĐLĐ\nKẾ HOẠCH\n{paragraph}hai bên cùng lo."), "");
    check("Số: 5/KH-LĐLĐ", "");
}

#[test]
fn long_subjects_are_cut_between_words() {
    let text = format!("Số: 5/KH-LĐLĐ\nKẾ HOẠCH\n{}", "Mở lớp học bơi ".repeat(20));
    let subject = stated(&text).0.expect("it has one");
    let kept = subject.strip_suffix('…').expect("it is cut");
    assert!((190..=200).contains(&kept.chars().count()) && text.contains(&format!("\n{kept} ")), "{subject}");
}

#[test]
fn provinces_are_read_in_the_head_or_beside_the_day() {
    let check = |text: &str, expected: &str| {
        let province = stated(text).1;
        assert_eq!(province.as_deref().unwrap_or_default(), expected, "{text}");
    };
    // before the number
    check(&format!("ỦY BAN NHÂN DÂN\nTỈNH BẮC CẠN          {MOTTO}\nSố: 5/UBND-VX"), "Bắc Kạn");
    check(&format!("|\n**ỦY BAN NHÂN DÂN TỈNH HOÀ\nBÌNH**\n-----\n|\n{MOTTO}\n|\nSố: 5/UBND-VX"), "Hòa Bình");
    check("TỈNH ỦY LẠNG SƠN\n*\nSố 5-CT/TU", "Lạng Sơn");
    check("LĐLĐ TỈNH CAO BẰNG\nCÔNG ĐOÀN HUYỆN HÒA AN\nSố: 5/KH-CĐ", "Cao Bằng");
    check("UBND HUYỆN HÒA BÌNH\nTỈNH BẠC LIÊU\nSố: 5/QĐ-UBND", "Bạc Liêu");
    check("ĐOÀN TNCS HỒ CHÍ MINH\nSố: 5/KH-TĐTN", "");
    check("UBND TP.HỒ CHÍ MINH\nSố: 5/KH-UBND", "Thành phố Hồ Chí Minh");
    check("THÀNH ỦY HÀ NỘI\nSố 5-CT/TU\nHà Nội, ngày 2/3/2021", "Hà Nội");
    check("Đoàn về thăm tỉnh Cao Bằng trong hai ngày.\nBỘ Y TẾ\nSố: 5/BYT-KH", "");
    // beside the day
    check("SỞ Y TẾ\nSố: 5/BC-SYT\n|\n*Hà Tĩnh,\nngày 2 tháng 3 năm 2021*", "Hà Tĩnh");
    check("SỞ Y TẾ\nSố: 5/BC-SYT          Thị xã Bắc Kạn, ngày 2 tháng 3 năm 2021", "Bắc Kạn");
    check("BỘ Y TẾ\nSố: 5/BYT-KH\nHà Nội, ngày 2 tháng 3 năm 2021", "");
    check("PHÒNG Y TẾ\nSố: 5/YT\nBảo Lạc, ngày 2 tháng 3 năm 2021", "");
    // below the words of the type, and in the words for an issuer
    check("Số: 5/QĐ-UBND\n\nQUYẾT ĐỊNH\n\nCHỦ TỊCH UBND TỈNH SƠN LA\n\nCăn cứ Luật;", "Sơn La");
    check("Kế hoạch số 5/KH-UBND ngày 2/3/2021 của UBND tỉnh Cao Bằng về", "Cao Bằng");
    check("Kế hoạch số 5/KH-UBND ngày 2/3/2021 của UBND tỉnh về", "");
    check("Kế hoạch số 5/KH-UBND ngày 2/3/2021 của Ủy ban nhân dân tỉnh Cao Bằng ban hành quy chế", "Cao Bằng");
    check("Kế hoạch số 5/KH-UBND ngày 2/3/2021 của Uỷ ban nhân\ndân tỉnh Cao Bằng về", "Cao Bằng");
    check("Nghị quyết số 5/NQ-HĐND ngày 2/3/2021 của Hội đồng nhân dân tỉnh Cao Bằng", "Cao Bằng");
}
