//! The number of a code page -> the encoding that it stands for.

use encoding_rs::{Encoding, WINDOWS_1252};

/// The encoding that has this number in Windows; that of Western Europe where there is none.
pub(super) fn code_page(number: u16) -> &'static Encoding {
    let label = match number {
        874 => "windows-874".to_owned(),
        932 => "shift_jis".to_owned(),
        936 => "gbk".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        10_000 => "macintosh".to_owned(),
        20_866 => "koi8-r".to_owned(),
        28_591..=28_606 => format!("iso-8859-{}", number - 28_590),
        65_001 => "utf-8".to_owned(),
        number => format!("windows-{number}"),
    };
    Encoding::for_label(label.as_bytes()).unwrap_or(WINDOWS_1252)
}
