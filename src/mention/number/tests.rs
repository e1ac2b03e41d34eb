//! Spellings and their documents, and figures that name none.

mod heads;
mod kinds;
mod laws;
mod queries;

use jiff::civil::date;
use unicode_normalization::UnicodeNormalization;

use super::*;

/// The canonical forms found in `text`, parted by one blank.
fn found(text: &str) -> String {
    let found: Vec<String> = find(text).iter().map(|mention| mention.number.canonical()).collect();
    found.join(" ")
}

#[test]
fn numbers_are_found_in_every_spelling() {
    for (text, expected) in [
        // state
        ("Kế hoạch số 142/KH-LĐLĐ", "142/KH-LĐLĐ"),
        ("Kế hoạch số 142/KH-LĐLĐ³ và số 15/QĐ-UB[4]", "142/KH-LĐLĐ 15/QĐ-UB"),
        ("Kế hoạch 142/KH-LĐLĐ", "142/KH-LĐLĐ"),
        ("KẾ HOẠCH SỐ 142/KH-LĐLĐ", "142/KH-LĐLĐ"),
        ("kế hoạch số 142/KH–LĐLĐ.", "142/KH-LĐLĐ"),
        ("Kế hoạch số 142 /KH-LĐLĐ", "142/KH-LĐLĐ"),
        ("Kế hoạch số 142/ KH-LĐLĐ", "142/KH-LĐLĐ"),
        ("Kế hoạch số 142/KH- LĐLĐ", "142/KH-LĐLĐ"),
        ("Kế hoạch số 142/KH - LĐLĐ ngày", "142/KH-LĐLĐ"),
        ("Kế hoạch số 142/KH-\nLĐLĐ", "142/KH-LĐLĐ"),
        ("Kế\nhoạch số\n142/KH-LĐLĐ", "142/KH-LĐLĐ"),
        ("Kế hoạch\u{A0}số\u{A0}142/KH-LĐLĐ", "142/KH-LĐLĐ"),
        ("Kế hoạch số 142/KH\u{2011}LĐLĐ", "142/KH-LĐLĐ"),
        ("Kế hoạch số 142/KH-LÐLÐ", "142/KH-LĐLĐ"),
        ("kế hoạch số 142/kh-lđlđ", "142/KH-LĐLĐ"),
        ("Kế hoạch số 142\\KH-LĐLĐ", "142/KH-LĐLĐ"),
        ("Kế hoạch số 136/KHPH-LĐLĐ-SYT", "136/KHPH-LĐLĐ-SYT"),
        ("Nghị định số 30/2020/NĐ-CP", "30/2020/NĐ-CP"),
        ("Nghị định số* *30/2020/NĐ-CP", "30/2020/NĐ-CP"),
        ("**Nghị định số** 30**/2020/NĐ-CP**", "30/2020/NĐ-CP"),
        ("Nghị định số 30/2020/NĐ-CР", "30/2020/NĐ-CP"),
        ("Nghị định số 30/2020/ND-CP", "30/2020/NĐ-CP"),
        ("Nghị định số 30 / 2020 / NĐ-CP", "30/2020/NĐ-CP"),
        ("Nghị định số 30/2020/NĐ-CPngày 5/3/2020", "30/2020/NĐ-CP"),
        ("Nghị định 30/2020", "30/2020/NĐ"),
        ("NĐ 30/2020/NĐ-CP", "30/2020/NĐ-CP"),
        ("theo 30/2020/NĐ-CP và", "30/2020/NĐ-CP"),
        ("Nghị quyết 30a/2008/NQ-CP", "30a/2008/NQ-CP"),
        ("Quyết định số 12A/QĐ-UBND", "12a/QĐ-UBND"),
        ("Quyết định 235-QĐ/TTg", "235/QĐ-TTg"),
        ("Quyết định số 1609/QĐ-TTPVHCC", "1609/QĐ-TTPVHCC"),
        ("Quyết định số 4255/QĐ-BNN-KHCN", "4255/QĐ-BNN-KHCN"),
        ("Thông tư số 03/2021/TTBKHĐT", "3/2021/TT-BKHĐT"),
        ("Thông tư liên tịch số 208/2014/TTLT-BTC-BNV", "208/2014/TTLT-BTC-BNV"),
        ("Thông tư số 05/LĐTB&XH-TT", "5/TT-LĐTB&XH"),
        ("công văn số 18380/BTC-CST", "18380/BTC-CST"),
        ("Công văn 513/TLĐ-QHLĐ", "513/TLĐ-QHLĐ"),
        ("văn bản số 16947/SXD-TCĐT", "16947/SXD-TCĐT"),
        ("(số 464/TTr-SXD)", "464/TTr-SXD"),
        ("Chương trình 1643/CTr-TLĐ", "1643/CTr-TLĐ"),
        ("Chương trình 1643/Ctr-TLĐ", "1643/CTr-TLĐ"),
        ("Hướng dẫn 38/HD-TLĐ", "38/HD-TLĐ"),
        ("Hợp đồng số 38/HĐ-ABC", "38/HĐ-ABC"),
        ("Quyết định 80/2025/QĐ-UBND", "80/2025/QĐ-UBND"),
        ("Thông báo số 12/TB-LĐLĐ", "12/TB-LĐLĐ"),
        ("Văn bản hợp nhất số 57/VBHN-BCT", "57/VBHN-BCT"),
        // laws
        ("Luật số 43/2024/QH15", "43/2024/QH15"),
        ("Bộ luật Lao động số 45/2019/QH14", "45/2019/QH14"),
        ("Luật Công đoàn số 50/2024/QH15", "50/2024/QH15"),
        ("Luật 50/2024/QH15", "50/2024/QH15"),
        ("Bộ luật 45/2019/QH 14", "45/2019/QH"),
        ("Nghị quyết số 351/2017/UBTVQH14", "351/2017/UBTVQH14"),
        ("Nghị quyết số 1238/NQ-UBTVQH15", "1238/NQ-UBTVQH15"),
        ("Pháp lệnh số 08/2008/PL-UBTVQH12", "8/2008/PL-UBTVQH12"),
        ("Lệnh số 23-L/CTN", "23/L-CTN"),
        ("Luật số 21-LCT/HĐNN8", "21/LCT-HĐNN8"),
        ("Sắc lệnh số 102-SL/L", "102/SL-L"),
        // Party
        ("Chỉ thị số 06-CT/TU", "6-CT/TU"),
        ("Chỉ thị 6-CT/TU", "6-CT/TU"),
        ("Chỉ thị số 06 - CT/TU", "6-CT/TU"),
        ("Chỉ thị số 06–CT/TU", "6-CT/TU"),
        ("Chỉ thị số 06-CT / TU", "6-CT/TU"),
        ("Chỉ thị số 06- CT/TU", "6-CT/TU"),
        ("Chỉ thị số 06-CT/\nTU", "6-CT/TU"),
        ("Chỉ thị số 22/CT-TW", "22-CT/TW"),
        ("Chỉ thị số 22-CT/TƯ", "22-CT/TW"),
        ("Chỉ thị số 22-CT/T.Ư", "22-CT/TW"),
        ("Nghị quyết số 68- NQ/TW", "68-NQ/TW"),
        ("Nghị quyết 68-NQ/TW", "68-NQ/TW"),
        ("theo 68-NQ/TW,", "68-NQ/TW"),
        ("Quy định 366-QĐ/TW", "366-QĐ/TW"),
        ("Quy định số 11-QĐi/TW", "11-QĐi/TW"),
        ("Thông báo kết luận 432-TB/VPTW", "432-TB/VPTW"),
        ("Công văn 19370-CV/VPTW", "19370-CV/VPTW"),
        ("Hướng dẫn số 06-HD/ĐU", "6-HD/ĐU"),
        // old forms
        ("Quyết định 217/HĐBT", "217/QĐ-HĐBT"),
        ("Quyết định 217 /HĐBT", "217/QĐ-HĐBT"),
        ("217/HĐBT", "217/HĐBT"),
        ("Quyết định số 15-HĐBT", "15/QĐ-HĐBT"),
        ("Quyết định 564/UB/QĐ", "564/QĐ-UB"),
        ("Nghị định 43/CP", "43/NĐ-CP"),
        ("Quyết định 177-CP", "177/QĐ-CP"),
        ("Quyết định 73-NV năm 1966", "73/QĐ-NV"),
        // the type word alone
        ("Chỉ thị 194", "194/CT"),
        ("Chỉ thị 194 của Ban Bí thư", "194/CT"),
        ("Nghị quyết số 21 của BCH Tổng Công đoàn", "21/NQ"),
        ("Nghị quyết 22 của Bộ Chính trị", "22/NQ"),
        ("nghị quyết 18 của Bộ Chính trị", "18/NQ"),
        ("Quyết định 176 về trợ cấp", "176/QĐ"),
        ("thực hiện quyết định 176 của", "176/QĐ"),
        ("QĐ 66", "66/QĐ"),
        ("(NQ68)", "68/NQ"),
        ("Kết luận 126 trong thời gian nào?", "126/KL"),
        ("Nghị quyết 22 - một nghị quyết lớn", "22/NQ"),
        ("kế hoạch 141 của Chính phủ", "141/KH"),
        ("Thông báo số 5", "5/TB"),
        ("Kế hoạch 34 nói gì? Kế hoạch 34/KH-TLĐ nói", "34/KH 34/KH-TLĐ"),
        // lists
        ("Nghị quyết 8, 9 của Đảng bộ", "8/NQ 9/NQ"),
        ("Nghị quyết 8 và 9", "8/NQ 9/NQ"),
        ("Nghị quyết số 8,\n9 và số 10-NQ/TW", "8-NQ/TW 9-NQ/TW 10-NQ/TW"),
        ("Chỉ thị số 10 CT/TW", "10-CT/TW"),
        ("Nghi dinh 70_2019_ND-CP.doc", "70/2019/NĐ-CP"),
        ("|4098/VPCP-KTTH|", "4098/VPCP-KTTH"),
        ("QĐ 111, 176, 315/HĐBT", "111/QĐ-HĐBT 176/QĐ-HĐBT 315/QĐ-HĐBT"),
        ("QĐ 111, 176, 315 /HĐBT", "111/QĐ-HĐBT 176/QĐ-HĐBT 315/QĐ-HĐBT"),
        ("Nghị định số 1/2020/NĐ-CP, số 2/2021/NĐ-CP và số 3/2022/NĐ-CP", "1/2020/NĐ-CP 2/2021/NĐ-CP 3/2022/NĐ-CP"),
        ("Nghị định số 214/2025/NĐCP", "214/2025/NĐ-CP"),
        ("Nghị quyết số 10-NQTW", "10-NQ/TW"),
        ("số 45/1998/QĐUB", "45/1998/QĐ-UB"),
        ("Quyết định số 5/2012/TTCP", "5/2012/QĐ-TTCP"),
        ("Nghị quyết số 66.18/2026/NQ-CP", "66.18/2026/NQ-CP"),
        ("Thông tư số105/2020/TT-BTC", "105/2020/TT-BTC"),
        ("quyết định số 05-QĐNS/TW", "5-QĐNS/TW"),
        ("Resolution No. 18-NQ/TW", "18-NQ/TW"),
        ("Decree No. 43/1999/ND-CP", "43/1999/NĐ-CP"),
        ("bản án số 12/2019/HS-ST", "12/2019/HS-ST"),
        ("huấn lệnh số 3", "3/L"),
        // heads
        ("Số: 142/KH-LĐLĐ", "142/KH-LĐLĐ"),
        ("Số:142/KH-LĐLĐ", "142/KH-LĐLĐ"),
        ("**Số:** 142/KH-LĐLĐ", "142/KH-LĐLĐ"),
        ("Số: 06-CT/TU", "6-CT/TU"),
    ] {
        assert_eq!(found(text), expected, "{text}");
        assert_eq!(found(&text.nfd().collect::<String>()), expected, "decomposed {text}");
    }
}

#[test]
fn other_figures_are_no_numbers() {
    for text in [
        "Điều 5",
        "khoản 2 Điều 7",
        "Nghị quyết 66.5 điểm",
        "đạt 66.18/2026",
        "a plan 5 of 2020",
        "đạt 14/14",
        "342/345 phiếu",
        "ngày 23/4/2021",
        "23-4-2021",
        "75 nghìn",
        "km4",
        "km4-A",
        "tháng 4/1964",
        "ĐT: 0983.123.456",
        "số điện thoại 0206 3852 123",
        "số tài khoản 12345678",
        "1.200.000 đồng",
        "thắng 3-1",
        "tỷ số 2 - 0",
        "Chương trình 5 điểm",
        "Kế hoạch 5 năm",
        "Chương trình 135",
        "Chương trình 135 của Chính phủ",
        "Nghị quyết XII",
        "Nghị quyết Đại hội lần thứ VIII",
        "Hội nghị lần thứ 13",
        "Luật Công đoàn năm 2012",
        "Nghị quyết năm 2020",
        "Nghị quyết 2020",
        "Nghị quyết Trung ương 5 khóa VIII",
        "Quyết định 5 người",
        "quyết định 3 vấn đề",
        "quyết định 3 Phó Chủ tịch",
        "Mẫu:\n01/TB-RSĐT\n02/HUY-HĐBLG",
        "Hướng dẫn 4 thủ tục",
        "Đề án 06",
        "Dự án số 5",
        "nhà số 12/A",
        "số 5 Lê Lợi",
        "Mẫu số 01/ĐKTĐ-HĐĐT",
        "(02 TTHC)",
        "QUYẾT ĐỊNH\n1. Phê duyệt",
        "QUYẾT ĐỊNH:\n1. Phê duyệt",
        "COVID-19",
        "1PRx1.5mm2",
        "S2CID 152829399",
        "24/7",
        "20 - 30 người",
        "T/p 5",
        "năm 2019-2020",
        "36-AG",
        "29A-123.45",
        "số     /2025/QĐ-UBND",
        "10/TB",
        "Kế hoạch 34",
        "Báo cáo 6 tháng",
        "báo cáo số 15 trường hợp",
        "2005\n- Hải Nam",
        "Nghị quyết 8,5 điểm",
        "Nghị quyết 15/5",
        "thông báo số 0983123456",
        "Chỉ thị 10%",
        "QUYẾT ĐỊNH\n\n5 của",
        "PL 6",
        "TT 12",
        "CT 3",
        "",
        "5",
        "/",
        "số",
        "Số:",
    ] {
        assert_eq!(found(text), "", "{text}");
    }
}

#[test]
fn issue_and_issuer_are_read_beside_the_number() {
    let day = |year, month, day| Some(date(year, month, day));
    for (text, issued, issuer, role) in [
        ("Kế hoạch số 142/KH-LĐLĐ ngày 23/4/2021", day(2021, 4, 23), "LĐLĐ", Role::Cites),
        ("Kế hoạch số 142/KH-LĐLĐ, ngày 10 tháng 3 năm 2021 của", day(2021, 3, 10), "LĐLĐ", Role::Cites),
        ("Quyết định 217/HĐBT (ngày 4.11.1987)", day(1987, 11, 4), "HĐBT", Role::Cites),
        ("Chỉ thị 194 của Ban Bí thư ngày 5-6-1960 về", day(1960, 6, 5), "Ban Bí thư", Role::Cites),
        ("Nghị quyết 22 ngày 5/6/1960 của Bộ  Chính trị về", day(1960, 6, 5), "Bộ Chính trị", Role::Cites),
        ("Ngày 23/4/2021, LĐLĐ tỉnh đã ban hành Kế hoạch số 142/KH-LĐLĐ", day(2021, 4, 23), "LĐLĐ", Role::Issues),
        ("Ngày 1/1/2021 họp. LĐLĐ tỉnh ban hành Kế hoạch số 142/KH-LĐLĐ", None, "LĐLĐ", Role::Issues),
        ("Ban hành kèm theo Quyết định số 3303/QĐ-BTP", None, "BTP", Role::Cites),
        ("Số: 142/KH-LĐLĐ\nCao Bằng, ngày 23 tháng 4 năm 2021", day(2021, 4, 23), "LĐLĐ", Role::Head),
        ("Kế hoạch số 142/KH-LĐLĐ ngày 31/2/2021", None, "LĐLĐ", Role::Cites),
    ] {
        let mention = find(text).swap_remove(0);
        assert_eq!(
            (mention.issued, mention.number.issuer.as_deref(), mention.role),
            (issued, Some(issuer), role),
            "{text}"
        );
    }
}

#[test]
fn the_range_runs_from_the_type_to_the_end_of_the_number() {
    for (text, range) in [
        ("theo Kế hoạch số 142/KH-LĐLĐ.", "Kế hoạch số 142/KH-LĐLĐ"),
        ("theo QĐ 111, 176, 315 /HĐBT,", "QĐ 111, 176, 315 /HĐBT"),
        ("tại Bộ luật Lao động số 45/2019/QH14;", "Bộ luật Lao động số 45/2019/QH14"),
        ("Nghị định\nsố 30/2020/NĐ-CP*", "Nghị định\nsố 30/2020/NĐ-CP"),
        ("(số 464/TTr-SXD)", "số 464/TTr-SXD"),
        ("các Tờ trình: số 441/TTr-SXD", "số 441/TTr-SXD"),
        (
            "Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15;",
            "Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15",
        ),
        ("tại luật số 64/2025/QH15;", "luật số 64/2025/QH15"),
        ("Báo cáo thẩm tra số 103/BC-BVHXH", "Báo cáo thẩm tra số 103/BC-BVHXH"),
        ("Báo cáo giải trình, tiếp thu số 492/BC-UBND ngày", "Báo cáo giải trình, tiếp thu số 492/BC-UBND"),
        ("Quyết định về việc này và tờ trình của Sở số 4/BC-SNV", "số 4/BC-SNV"),
        ("(Mẫu 8/2005/XX, QĐ-TTg số 142/2008/QĐ-TTg)", "số 142/2008/QĐ-TTg"),
        ("Decree No. 43/1999/ND-CP on", "Decree No. 43/1999/ND-CP"),
        ("Nghị quyết 22 - BCH", "Nghị quyết 22"),
    ] {
        let mentions = find(text);
        assert!(!mentions.is_empty() && mentions.iter().all(|mention| &text[mention.range.clone()] == range), "{text}");
    }
}

#[test]
fn one_document_has_one_key() {
    let key = |text: &str| find_in_query(text).swap_remove(0).number.key();
    assert_eq!(key("Chỉ thị 22/CT-TW"), key("22-CT/TW"));
    assert_eq!(key("564/UB/QĐ"), key("Quyết định 0564/QĐ-UB"));
    assert_eq!(key("Quyết định 217/HĐBT"), key("QĐ 217 hdbt"));
    assert_ne!(key("Nghị quyết 22"), key("Chỉ thị 22"));
}

#[test]
fn numbers_fit_as_far_as_they_say_the_same() {
    use Fit::{Bare, Part, Same};
    let check = |typed: &str, written: &str, expected: Option<Fit>| {
        let read = |text: &str| read(text).expect(text);
        assert_eq!(read(typed).fit(&read(written)), expected, "{typed} and {written}");
    };
    check("142 kh ldld", "Kế hoạch số 142/KH-LĐLĐ", Some(Same));
    check("217/HĐBT", "Quyết định 217/HĐBT", Some(Same));
    check("QĐ 217", "Quyết định 217/HĐBT", Some(Bare));
    check("kế hoạch 136", "Kế hoạch số 136/KHPH-LĐLĐ-SYT", Some(Bare));
    check("136/KH-LĐLĐ", "136/KHPH-LĐLĐ-SYT", Some(Part));
    check("45/2019", "Bộ luật Lao động số 45/2019/QH14", Some(Part));
    check("luật 45/2019/QH14", "Bộ luật số 45/2019/QH14", Some(Same));
    check("nghị quyết 22 của Bộ Chính trị", "Nghị quyết 22-NQ/TW", Some(Same));
    check("Nghị quyết 22 của Bộ Chính trị khóa IX", "nghị quyết 22", Some(Bare));
    check("142", "142/KH-LĐLĐ", Some(Bare));
    check("quy định 8", "Quy định số 08-QĐi/TW", Some(Bare));
    check("quyết định 5", "Quyết định 05-QĐNS/TW", Some(Bare));
    check("30/2020/ndcp", "Nghị định 30/2020/NĐ-CP", Some(Same));
    check("66.18/2026/nq-cp", "66.18/2026/NQ-CP", Some(Same));
    check("18/2026/NQ-CP", "66.18/2026/NQ-CP", None);
    check("13/KH-LĐLĐ", "136/KH-LĐLĐ", None);
    check("22-CT/TW", "22-NQ/TW", None);
    check("142/KH-LĐLĐ", "142/KH-UBND", None);
    check("45/2019/QH14", "45/2013/QH13", None);
    check("142/LĐLĐ", "Kế hoạch 142", None);
}

#[test]
fn numbers_are_kept_as_they_are_written() {
    let check = |text: &str, expected: &[&str]| {
        let found = find(text);
        let written: Vec<&str> = found.iter().map(|mention| &*mention.written).collect();
        assert_eq!(written, expected, "{text}");
    };
    check("Thực hiện Chỉ thị số 06-CT/TU của Tỉnh ủy.", &["06-CT/TU"]);
    check("Kế hoạch số 0142 /KH-LĐLĐ", &["0142/KH-LĐLĐ"]);
    check("Quyết định số 05/2019/QĐ-UBND.", &["05/2019/QĐ-UBND"]);
    check("QĐ 111, 176, 315/HĐBT.", &["111/HĐBT", "176/HĐBT", "315/HĐBT"]);
    check("Chỉ thị 194 của Ban Bí thư.", &["194"]);
    check("Nghị định số **12**/2020/NĐ-CP", &["12/2020/NĐ-CP"]);
}
