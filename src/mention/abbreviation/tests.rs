//! Texts and the abbreviations that they define, and words in brackets that define none.

mod laws;

use unicode_normalization::UnicodeNormalization;

use super::table::Long;
use super::*;
use crate::analysis::fold;

/// `short = long` of all that is found, parted by ` | `.
fn found(text: &str) -> String {
    let found: Vec<String> = find(text).iter().map(|found| format!("{} = {}", found.short, found.long)).collect();
    found.join(" | ")
}

#[test]
fn definitions_are_found_in_every_form() {
    for (text, expected) in [
        // the long form, then the short
        ("Liên đoàn Lao động (LĐLĐ) tỉnh", "LĐLĐ = Liên đoàn Lao động"),
        ("của Tổng Liên đoàn Lao động (LĐLĐ) Việt Nam", "LĐLĐ = Liên đoàn Lao động"),
        ("Ban chấp hành\n (BCH).", "BCH = Ban chấp hành"),
        ("Hội đồng\nnhân dân (HĐND)", "HĐND = Hội đồng nhân dân"),
        ("Hội đồng\u{A0}nhân  dân ( HĐND )", "HĐND = Hội đồng nhân dân"),
        ("công nhân, viên chức, lao động (CNVCLĐ)", "CNVCLĐ = công nhân, viên chức, lao động"),
        ("Lao động - Thương binh và Xã hội (LĐTB&XH)", "LĐTB&XH = Lao động - Thương binh và Xã hội"),
        ("Lao động, Thương binh và Xã hội (LĐTBXH)", "LĐTBXH = Lao động, Thương binh và Xã hội"),
        ("Lao động, Thương binh và Xã hội (LĐ – TB&XH)", "LĐ – TB&XH = Lao động, Thương binh và Xã hội"),
        ("Kế hoạch & Đầu tư (KH&ĐT)", "KH&ĐT = Kế hoạch & Đầu tư"),
        ("các đồng chí (Đ/c)", "Đ/c = đồng chí"),
        ("Công ty (Cty) Sao Mai", "Cty = Công ty"),
        ("Chương trình (CTr) công tác", "CTr = Chương trình"),
        ("Thủ tướng (TTg)", "TTg = Thủ tướng"),
        ("ban hành Quy định (QyĐ)", "QyĐ = Quy định"),
        ("Trung ương (TW)", "TW = Trung ương"),
        ("Trung ương (TƯ)", "TƯ = Trung ương"),
        ("Trung ương (T.Ư)", "T.Ư = Trung ương"),
        ("ỦY BAN NHÂN DÂN (UBND)", "UBND = ỦY BAN NHÂN DÂN"),
        ("Liên đoàn Lao động (LDLD)", "LDLD = Liên đoàn Lao động"),
        ("Ủy ban nhân dân tỉnh Lào Cai (UBND)", "UBND = Ủy ban nhân dân"),
        ("Ủy ban nhân dân các cấp (UBND)", ""),
        ("Quốc hội 14 (QH14)", "QH14 = Quốc hội 14"),
        ("văn hóa của dân tộc (VHDT)", "VHDT = văn hóa của dân tộc"),
        ("Ban Thường vụ LĐLĐ (BTVLĐLĐ)", "BTVLĐLĐ = Ban Thường vụ LĐLĐ"),
        ("hợp tác xã (“HTX”)", "HTX = hợp tác xã"),
        ("hợp tác xã **(HTX)**", "HTX = hợp tác xã"),
        ("**hợp tác xã** (HTX, cả liên hiệp)", "HTX = hợp tác xã"),
        ("Bảo hiểm xã hội (cơ quan BHXH)", "BHXH = Bảo hiểm xã hội"),
        ("World Health Organization (WHO)", "WHO = World Health Organization"),
        ("ủy ban (UB), hội đồng nhân dân (HĐND)", "UB = ủy ban | HĐND = hội đồng nhân dân"),
        // the short form, then the long
        ("LĐLĐ (Liên đoàn Lao động)", "LĐLĐ = Liên đoàn Lao động"),
        ("LĐLĐ\n(Liên đoàn\nLao động)", "LĐLĐ = Liên đoàn Lao động"),
        ("của HĐND (Hội đồng nhân dân) tỉnh", "HĐND = Hội đồng nhân dân"),
        ("UBND (ủy ban nhân dân tỉnh Lào Cai)", "UBND = ủy ban nhân dân"),
        ("NFC (Near-Field Communication)", "NFC = Near-Field Communication"),
        ("WB (World Bank – nhà băng)", "WB = World Bank"),
        ("DN (doanh nghiệp), NLĐ (người lao động)", "DN = doanh nghiệp | NLĐ = người lao động"),
        // in words
        ("Bảo hiểm y tế (sau đây viết tắt là BHYT)", "BHYT = Bảo hiểm y tế"),
        ("Bảo hiểm y tế (sau đây gọi tắt là BHYT) và", "BHYT = Bảo hiểm y tế"),
        ("Bảo hiểm y tế (dưới đây được viết tắt là “BHYT”)", "BHYT = Bảo hiểm y tế"),
        ("Bảo hiểm y tế (viết tắt: BHYT)", "BHYT = Bảo hiểm y tế"),
        ("Bảo hiểm y tế (viết tắt BHYT)", "BHYT = Bảo hiểm y tế"),
        ("Bảo hiểm y tế, gọi tắt là BHYT, được", "BHYT = Bảo hiểm y tế"),
        ("Bảo hiểm y tế\n(gọi\ntắt là BHYT)", "BHYT = Bảo hiểm y tế"),
        ("tiêu chuẩn cơ sở và được viết tắt là TCCS.", "TCCS = tiêu chuẩn cơ sở"),
        ("BHYT là viết tắt của bảo hiểm y tế.", "BHYT = bảo hiểm y tế"),
        ("BHYT là chữ viết tắt của cụm từ “bảo hiểm y tế”", "BHYT = bảo hiểm y tế"),
        ("Giấy chứng nhận bay (sau đây viết tắt là AOC)", "AOC = Giấy chứng nhận bay"),
        ("theo Chứng chỉ nghề bay (viết tắt là AOC)", "AOC = Chứng chỉ nghề bay"),
        // lists
        ("CHỮ VIẾT TẮT\nBCH: Ban Chấp hành\nBTV: Ban Thường vụ", "BCH = Ban Chấp hành | BTV = Ban Thường vụ"),
        ("- BCH: Ban Chấp hành;\n2. BTV – Ban Thường vụ.", "BCH = Ban Chấp hành | BTV = Ban Thường vụ"),
        ("| 1 | BCH | Ban Chấp hành |\n| 2 | BTV | Ban Thường vụ |", "BCH = Ban Chấp hành | BTV = Ban Thường vụ"),
        ("BCH\tBan Chấp hành", "BCH = Ban Chấp hành"),
    ] {
        assert_eq!(found(text), expected, "{text}");
        let decomposed: String = text.nfd().collect();
        assert_eq!(found(&decomposed), expected, "decomposed {text}");
    }
}

#[test]
fn what_defines_nothing_is_left_alone() {
    for text in [
        "",
        "(",
        "()",
        "(LĐLĐ)",
        "LĐLĐ (LĐLĐ)",
        "của UBKT (UBKT)",
        "Ngân hàng Thế giới (WB)",
        "Liên đoàn Lao động. (LĐLĐ)",
        "Liên đoàn Lao động\n\n(LĐLĐ)",
        "hội đồng; nhân dân (HĐND)",
        "đội Lao động (LĐLĐ)",
        "in ít (II)",
        "vấn đề này (V)",
        "thủ tục hành chính (48 TTHC)",
        "lãnh đạo tỉnh (Lan)",
        "Hội nghị (Hà Nội)",
        "lao động (Luật Đất đai)",
        "Viết tắt (nếu có)",
        "tên gọi tắt là gì",
        "Cột viết tắt\n\nBHYT",
        "(sau đây gọi tắt là Hội đồng nghiệm thu)",
        "thông tư của Bộ (sau đây viết tắt là Thông tư số 12/2022/TT-BNV)",
        "BCH: Ban Chấp hành họp",
        "VN-2000 (VN-2000)",
        "trạm chuyển Internet quốc gia (viết tắt là VNX)",
        "người lao động (NLD1234567890123456789)",
    ] {
        assert_eq!(found(text), "", "{text}");
    }
}

#[test]
fn ranges_hold_both_forms() {
    for (text, expected) in [
        ("của Ban chấp hành\n (BCH).", "Ban chấp hành\n (BCH)"),
        ("và LĐLĐ (Liên đoàn Lao động) tỉnh", "LĐLĐ (Liên đoàn Lao động)"),
        ("về bảo hiểm y tế (sau đây viết tắt là BHYT) là", "bảo hiểm y tế (sau đây viết tắt là BHYT)"),
        ("về bảo hiểm y tế, viết tắt là BHYT, là", "bảo hiểm y tế, viết tắt là BHYT"),
        ("UBND (ủy ban nhân dân tỉnh Lào Cai) họp", "UBND (ủy ban nhân dân tỉnh Lào Cai)"),
        ("- BCH: Ban Chấp hành;", "BCH: Ban Chấp hành"),
    ] {
        let found = find(text);
        assert_eq!(&text[found[0].range.clone()], expected);
    }
}

/// The long forms in the table, parted by `; `.
fn longs(short: &str) -> String {
    known(short).iter().map(|long| long.long).collect::<Vec<_>>().join("; ")
}

#[test]
fn the_table_keeps_long_forms_apart() {
    for (short, expected) in [
        ("CĐ", "công đoàn; cao đẳng; công điện; cộng đồng"),
        ("cđ", "công đoàn; cao đẳng; công điện; cộng đồng"),
        ("LĐLĐ", "liên đoàn lao động"),
        ("ldld", "liên đoàn lao động"),
        ("LDLD", "liên đoàn lao động"),
        ("lđtb&xh", "lao động, thương binh và xã hội"),
        ("Cty", "công ty"),
        ("T.Ư", "trung ương"),
        ("tw", "trung ương"),
        ("hđ", "hợp đồng; hội đồng; hoạt động; hóa đơn"),
        ("hd", "hướng dẫn; hợp đồng; hội đồng; hoạt động; hóa đơn"),
        ("TU", "tỉnh ủy; thành ủy; trung ương"),
        ("tu", ""),
        ("tư", ""),
        ("xyzzy", ""),
        ("", ""),
    ] {
        assert_eq!(longs(short), expected, "{short}");
    }
    assert_eq!(shorts_of("lien doan lao dong"), ["LĐLĐ"]);
    assert_eq!(shorts_of("lien doan"), [] as [&str; 0]);
    let words: Vec<&str> = "bao hiem xa hoi viet nam giao".split(' ').collect();
    assert_eq!(longest_at(&words), Some((6, ["BHXHVN"].as_slice())));
    assert_eq!(longest_at(&words[..5]), Some((4, ["BHXH"].as_slice())));
    assert_eq!(longest_at(&words[2..]), None);
    assert_eq!(longest_at(&[]), None);
}

/// The entries of the data file in its order.
fn entries() -> impl Iterator<Item = Long> {
    let lines = include_str!("../data/abbreviations.txt").lines();
    lines.filter_map(|line| line.split_once('\t')).flat_map(|(short, longs)| {
        longs.split("; ").map(move |long| {
            let foreign = long.strip_prefix('~');
            Long { short, long: foreign.unwrap_or(long), initials: foreign.is_none() }
        })
    })
}

#[test]
fn letters_of_the_table_are_initials() {
    let mut count = 0;
    for entry in entries() {
        count += 1;
        assert!(known(entry.short).iter().any(|known| known.long == entry.long), "{entry:?}");
        assert!(shorts_of(&fold(entry.long)).contains(&entry.short), "{entry:?}");
        if entry.initials && entry.short.starts_with(char::is_uppercase) {
            let text = format!("{} ({})", entry.long, entry.short);
            assert_eq!(found(&text), format!("{} = {}", entry.short, entry.long));
        }
    }
    assert!(count > 600, "{count}");
}
