//! Slips and the words that were meant.

mod laws;

use super::*;

/// The place of `meant` among the candidates of `word`, from 1.
fn place(word: &str, meant: &str, folded_only: bool) -> Option<usize> {
    candidates(word, folded_only).iter().position(|candidate| candidate.form == meant).map(|at| at + 1)
}

#[test]
fn keys_left_undone_are_decoded() {
    for (word, meant) in [
        // Telex
        ("Ddor", "Đỏ"),
        ("Vawn", "Văn"),
        ("Thawngs", "Thắng"),
        ("Thangws", "Thắng"),
        ("thawsng", "thắng"),
        ("Nguyeenx", "Nguyễn"),
        ("Nguyenex", "Nguyễn"),
        ("nguyexen", "nguyễn"),
        ("NGUYEENX", "NGUYỄN"),
        ("ddoanf", "đoàn"),
        ("dodanf", "đoàn"),
        ("ddaauf", "đầu"),
        ("coong", "công"),
        ("Coong", "Công"),
        ("dduowngf", "đường"),
        ("dduwowngf", "đường"),
        ("dduongwf", "đường"),
        ("dduowfng", "đường"),
        ("nguowif", "người"),
        ("thuw", "thư"),
        ("thuwr", "thử"),
        ("muaw", "mưa"),
        ("quawng", "quăng"),
        ("hoawcj", "hoặc"),
        ("thuowr", ""),
        ("huyeenj", "huyện"),
        ("tinhr", "tỉnh"),
        ("hoaf", "hòa"),
        ("quys", "quý"),
        ("giaf", "già"),
        ("cuar", "của"),
        ("vieecj", "việc"),
        ("vieejc", "việc"),
        ("nghieepj", "nghiệp"),
        ("nghiêpj", "nghiệp"),
        ("đoanf", "đoàn"),
        ("khoas", "khóa"),
        ("wowcs", "ước"),
        ("uwowcs", "ước"),
        ("as", "á"),
        // VNI
        ("Va8n", "Văn"),
        ("Tha8ng1", "Thắng"),
        ("Nguye64n", "Nguyễn"),
        ("Nguyen64", "Nguyễn"),
        ("NGUYE64N", "NGUYỄN"),
        ("d9o6", "đô"),
        ("d9oan2", "đoàn"),
        ("doan92", "đoàn"),
        ("D9o64", "Đỗ"),
        ("d9u7o7ng2", "đường"),
        ("d9uo7ng2", "đường"),
        ("d9uong72", "đường"),
        ("ngu7o7i2", "người"),
        ("co6ng", "công"),
        ("vie65c", "việc"),
        ("hoa2", "hòa"),
        // none
        ("thang", ""),
        ("Văn", ""),
        ("moi", ""),
        ("doan", ""),
        ("congdoan", ""),
        ("QH14", ""),
        ("CO2", ""),
        ("A1", ""),
        ("a1", ""),
        ("2021", ""),
        ("12a", ""),
        ("Vawn2", ""),
        ("LĐLĐ", ""),
        ("dd", ""),
        ("x", ""),
        ("", ""),
        ("vieec", ""),
        ("computer", ""),
        ("va8n thu", ""),
        ("d9o6-", ""),
    ] {
        assert_eq!(typed(word).unwrap_or_default(), meant, "{word}");
    }
}

#[test]
fn slips_have_what_was_meant_among_the_first() {
    for (word, meant, first) in [
        // keys
        ("Vawn", "văn", 1),
        ("Nguye64n", "nguyễn", 1),
        ("ddoanf", "đoàn", 1),
        ("nghiêpj", "nghiệp", 1),
        // tone
        ("Đổ", "đỗ", 1),
        ("nguyển", "nguyễn", 1),
        ("sữa", "sửa", 1),
        ("nghỉ", "nghĩ", 1),
        ("lảnh", "lãnh", 1),
        ("đoán", "đoàn", 10),
        ("thằng", "thắng", 10),
        ("công", "cống", 15),
        ("đoan", "đoàn", 20),
        ("nghiêp", "nghiệp", 2),
        ("viêc", "việc", 2),
        ("quôc", "quốc", 2),
        ("thât", "thật", 10),
        // marks
        ("đo", "đô", 15),
        ("bao", "báo", 20),
        ("nãm", "năm", 60),
        ("năn", "nắn", 20),
        ("doàn", "đoàn", 10),
        ("dồng", "đồng", 5),
        ("đich", "địch", 5),
        ("đầo", "đào", 30),
        ("tổ", "tố", 20),
        ("duong", "đường", 60),
        ("viec", "việc", 5),
        // onsets
        ("xản", "sản", 5),
        ("suất", "xuất", 10),
        ("sử", "xử", 15),
        ("trủ", "chủ", 15),
        ("chung", "trung", 30),
        ("chường", "trường", 10),
        ("nao", "lao", 40),
        ("lông", "nông", 30),
        ("lăm", "năm", 40),
        ("dữ", "giữ", 20),
        ("giành", "dành", 20),
        ("rành", "dành", 30),
        ("dấy", "giấy", 20),
        ("nghành", "ngành", 1),
        ("ngiệp", "nghiệp", 1),
        ("gế", "ghế", 1),
        ("kông", "công", 5),
        ("cỷ", "kỉ", 1),
        ("vân", "dân", 60),
        // finals
        ("hoạn", "hoạng", 60),
        ("lan", "lang", 60),
        ("biêng", "biên", 30),
        ("viêng", "viên", 30),
        ("biếc", "biết", 30),
        ("mặc", "mặt", 20),
        ("sỉ", "sĩ", 15),
        ("huynh", "huyn", 60),
        ("hươu", "hưu", 40),
        ("riệu", "rượu", 10),
        ("kíu", "kiếu", 40),
        ("chái", "cháy", 30),
        // letters of the fingers
        ("congg", "cong", 1),
        ("côngg", "công", 1),
        ("ccông", "công", 1),
        ("đoànn", "đoàn", 1),
        ("cogn", "cong", 3),
        ("côgn", "công", 3),
        ("đaòn", "đoàn", 5),
        ("tihnf", "", 0),
        ("tỉhn", "tỉnh", 3),
        ("hyện", "hiện", 20),
        ("huyên", "huyện", 10),
        ("nguễn", "nguyễn", 10),
        ("nguyêễn", "nguyễn", 15),
        ("thnag", "thang", 3),
        ("đoàb", "đoàn", 10),
        ("côbg", "công", 15),
        ("vông", "công", 60),
        ("bệng", "bệnh", 40),
        ("thàng", "thành", 60),
        ("phòg", "phòng", 15),
        ("phhòng", "phòng", 2),
        ("tổnf", "tổn", 40),
        ("đảngh", "đảng", 10),
        ("đảg", "đảng", 40),
        ("khog", "khong", 20),
        // words that are no syllables
        ("covd", "covid", 300),
        ("compter", "computer", 300),
        ("comptuer", "computer", 20),
        ("committtee", "committee", 5),
        ("govrenment", "government", 20),
        ("facebool", "facebook", 80),
    ] {
        let found = place(word, meant, false);
        assert!(found.unwrap_or(usize::MAX) <= first || meant.is_empty(), "{word}: {meant} at {found:?}");
    }
}

#[test]
fn slips_without_marks_have_what_was_meant_among_the_first() {
    for (word, meant, first) in [
        ("Nguyeenx", "nguyen", 1),
        ("ngueyn", "nguyen", 5),
        ("nguyenn", "nguyen", 1),
        ("nguyn", "nguyen", 10),
        ("nghanh", "nganh", 1),
        ("ngiep", "nghiep", 1),
        ("xan", "san", 5),
        ("suat", "xuat", 5),
        ("chuong", "truong", 5),
        ("lao", "nao", 10),
        ("lan", "lang", 15),
        ("lang", "lan", 15),
        ("giu", "du", 15),
        ("dan", "gian", 15),
        ("doann", "doan", 1),
        ("dona", "doan", 5),
        ("cogn", "cong", 3),
        ("thnag", "thang", 3),
        ("biec", "biet", 15),
        ("Đỗ", "do", 0),
        ("tieu", "tuu", 60),
        ("committtee", "committee", 5),
    ] {
        let found = place(word, meant, true);
        assert!(first == 0 || found.unwrap_or(usize::MAX) <= first, "{word}: {meant} at {found:?}");
    }
}

#[test]
fn some_words_have_no_slips() {
    for word in
        ["", "a", "đ", "12", "QH14", "142/KH-LĐLĐ", "x2", "công đoàn", "COVID-19", "-", "中", "🙂🙂", "a1", "2a"]
    {
        assert_eq!(candidates(word, false), [], "{word}");
        assert_eq!(candidates(word, true), [], "{word}");
    }
}

#[test]
fn words_are_split_and_joined() {
    for (word, expected) in [
        ("congdoan", "cong doan"),
        ("côngđoàn", "công đoàn"),
        ("Vănbản", "Văn bản"),
        ("laođộng", "lao động"),
        ("laodong", "lao dong"),
        ("thuky", "thu ky"),
        ("chỉthị", "chỉ thị"),
        ("ởđây", "ở đây"),
        ("nghiquyet", "nghi quyet"),
        ("nghidinh", "nghi dinh"),
        ("caobang", "cao bang"),
        ("công", ""),
        ("cong", ""),
        ("toan", ""),
        ("computer", ""),
        ("congdoanviet", ""),
        ("qh14", ""),
        ("", ""),
        ("a", ""),
        ("đô\u{323}ngviên", "đô\u{323}ng viên"),
    ] {
        let first = splits(word).into_iter().next().map(|(a, b)| format!("{a} {b}")).unwrap_or_default();
        assert_eq!(first, expected, "{word}");
    }
    for (first, second, expected) in [
        ("cô", "ng", "công"),
        ("c", "ông", "công"),
        ("ngh", "iệp", "nghiệp"),
        ("đoà", "n", "đoàn"),
        ("Th", "ắng", "Thắng"),
        ("ho", "at", ""),
        ("to", "an", ""),
        ("công", "đoàn", ""),
        ("công", "", ""),
        ("quý", "2", ""),
        ("x", "yz", ""),
    ] {
        assert_eq!(joined(first, second).unwrap_or_default(), expected, "{first} {second}");
    }
}
