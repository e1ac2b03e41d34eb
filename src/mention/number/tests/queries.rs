//! Numbers as they are typed.

use super::super::*;

/// The canonical forms read in a query, parted by one blank.
fn typed(text: &str) -> String {
    let found: Vec<String> = find_in_query(text).iter().map(|mention| mention.number.canonical()).collect();
    found.join(" ")
}

#[test]
fn queries_are_read_however_they_are_typed() {
    for (text, expected) in [
        ("142/kh-ldld", "142/KH-LĐLĐ"),
        ("142 kh ldld", "142/KH-LĐLĐ"),
        ("142 KH LĐLĐ", "142/KH-LĐLĐ"),
        ("kh 142 ldld", "142/KH-LĐLĐ"),
        ("ke hoach 142", "142/KH"),
        ("kh 142", "142/KH"),
        ("KH 142 của Liên đoàn", "142/KH-LĐLĐ"),
        ("kh 2021", ""),
        ("KH142", "142/KH"),
        ("kh142", "142/KH"),
        ("142kh", "142/KH"),
        ("KH142/LDLD", "142/KH-LĐLĐ"),
        ("142KH-LĐLĐ", "142/KH-LĐLĐ"),
        ("K/H 142", "142/KH"),
        ("ct06", "6/CT"),
        ("CT06/TU", "6-CT/TU"),
        ("nđ100", "100/NĐ"),
        ("ND100/2019", "100/2019/NĐ"),
        ("tt96/2015", "96/2015/TT"),
        ("qd1956", "1956/QĐ"),
        ("covid19", ""),
        ("a4", ""),
        ("tp100", ""),
        ("30/2020/ndcp", "30/2020/NĐ-CP"),
        ("nghi quyet 10 nqtw", "10-NQ/TW"),
        ("ke hoach 5 nam", ""),
        // `còn`, not `con`
        ("nghi dinh 178 con hieu luc khong", "178/NĐ"),
        ("nghị định 178 còn hiệu lực không", "178/NĐ"),
        ("quyet dinh 20 co hieu luc tu ngay nao", "20/QĐ"),
        ("quyết định 20 cơ sở", ""),
        ("nghi quyet 5 diem", ""),
        ("ke hoach so 142", "142/KH"),
        ("kế hoạch 142 lđlđ", "142/KH-LĐLĐ"),
        ("chi thi 06 tinh uy", "6-CT/TU"),
        ("chỉ thị 06 tỉnh ủy", "6-CT/TU"),
        ("chỉ thị 06 của tỉnh uỷ", "6-CT/TU"),
        ("Chỉ thị 06-CT/TU", "6-CT/TU"),
        ("06 ct tu", "6-CT/TU"),
        ("06-ct/tu", "6-CT/TU"),
        ("136 KHPH LĐLĐ SYT", "136/KHPH-LĐLĐ-SYT"),
        ("217 hđbt", "217/HĐBT"),
        ("217 hdbt", "217/HĐBT"),
        ("qd 217 hdbt", "217/QĐ-HĐBT"),
        ("nghi quyet 22 bo chinh tri", "22-NQ/TW"),
        ("nghi quyet 22", "22/NQ"),
        ("45/2019/qh14", "45/2019/QH14"),
        ("45 2019 qh14", "45/2019/QH14"),
        ("bo luat lao dong 45/2019/qh14", "45/2019/QH14"),
        ("luật 72/2025", "72/2025/L"),
        ("Luật 45/2019", "45/2019/L"),
        ("LUAT 45/2019", "45/2019/L"),
        ("luat so 45/2019", "45/2019/L"),
        ("bộ luật 45/2019", "45/2019/BL"),
        ("bo luat 5/2019", "5/2019/BL"),
        ("pháp lệnh 9/2014", "9/2014/PL"),
        ("chương trình 38/2021", "38/2021/CTr"),
        ("van ban 45/2019", "45/2019"),
        ("dự án 45/2019", "45/2019/DA"),
        ("dự án 5/2019", ""),
        ("luật 2019", ""),
        ("30/2020/nd-cp", "30/2020/NĐ-CP"),
        ("nghi dinh 30/2020/nd-cp", "30/2020/NĐ-CP"),
        ("nd 30 2020 nd cp", "30/2020/NĐ-CP"),
        ("QĐ 111, 176, 315/HĐBT", "111/QĐ-HĐBT 176/QĐ-HĐBT 315/QĐ-HĐBT"),
        ("đại hội 2021 ldld", ""),
        ("tháng 4 năm 1964", ""),
        ("5/XYZ", "5/XYZ"),
        ("20 người", ""),
        ("23/4/2021", ""),
        ("nghị quyết 2020", ""),
        ("ke hoach 5 năm", ""),
        ("", ""),
    ] {
        assert_eq!(typed(text), expected, "{text}");
    }
}

#[test]
fn what_can_be_nothing_else_is_read_in_any_spelling() {
    let check = |typed: &str, expected: &str| {
        assert_eq!(
            read(typed).map(|number| number.canonical()),
            read(expected).map(|number| number.canonical()),
            "{typed}"
        );
        assert!(read(typed).is_some(), "{typed}");
    };
    check("số 72", "72");
    check("so 72", "72");
    check("3002/svhttdl-vp", "3002/SVHTTDL-VP");
    check("73-nv", "73-NV");
    check("5443 / CT - CS", "5443/CT-CS");
    check("799 / TTr - SDTTG", "799/TTr-SDTTG");
    check("ct 06", "06/CT");
    check("142 kh", "142/KH");
    check("06 chi thi", "chỉ thị 06");
    check("06cttu", "06-CT/TU");
    check("142khldld", "142/KH-LĐLĐ");
    check("77 cv", "77/CV");
    let told = |typed: &str| read(typed).map(|number| number.canonical()).unwrap_or_default();
    assert_eq!(
        ["12/2015", "số 1/2020", "luật 05/2019", "13/2015"].map(told),
        ["12/2015", "1/2020", "5/2019/L", "13/2015"]
    );
    assert_eq!(find_in_query("12/2015"), []);
    for typed in ["số liệu", "bầu 5", "5 bầu", "kh"] {
        assert_eq!(read(typed), None, "{typed}");
    }
}
