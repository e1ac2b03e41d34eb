//! What is wrong with what was typed, in Vietnamese.

use super::counts::number;
use super::figures::day;
use crate::voice::said::Fault;

const TRY_TIME: &str = "thử 17/2/1979, 4/1964 hoặc 1947";

/// What to type as a document number.
pub const TRY_NUMBER: &str = "thử 142/KH-LĐLĐ hoặc chỉ thị 06 tỉnh ủy";

pub fn usage(fault: Fault) -> String {
    match fault {
        Fault::NoVerb => "hãy nêu việc cần làm".to_owned(),
        Fault::UnknownVerb { typed, near } => {
            format!("không có lệnh `{typed}`: {}gõ `tracuu --help` để xem các lệnh", meant(near))
        }
        Fault::UnknownOption { typed, near, verb } => {
            format!("không có tùy chọn `{typed}`: {}{}", meant(near), lists(verb))
        }
        Fault::Unexpected { typed, verb } => format!("thừa `{typed}`: {}", lists(verb)),
        Fault::NoValue { option, possible: [] } => format!("`{option}` chưa có giá trị"),
        Fault::NoValue { option, possible } => {
            format!("`{option}` chưa có giá trị: hãy chọn {}", possible.join(", "))
        }
        Fault::NotPossible { option, typed, near, possible } => {
            format!("`{option}` không nhận giá trị `{typed}`: {}hãy chọn {}", meant(near), possible.join(", "))
        }
        Fault::BadValue { option, why } => format!("{option}: {why}"),
        Fault::Conflict { one, other } => format!("không dùng `{one}` cùng với `{other}`"),
        Fault::Missing { arguments, verb } => format!("còn thiếu {}: {}", arguments.join(" "), lists(verb)),
        Fault::Twice { option } => format!("`{option}` chỉ nêu được một lần"),
        Fault::Values { option, wanted, given } => format!("`{option}` cần {wanted} giá trị, không phải {given}"),
        Fault::NotUnicode => "có tham số không phải UTF-8".to_owned(),
        Fault::OutOfRange { typed, least, most } => {
            format!("{typed} không phải số từ {} đến {}", number(least), number(most))
        }
        Fault::NoPattern { typed } => format!("{} không phải mẫu đường dẫn: thử corpus/*.txt", named(typed)),
        Fault::NoNumber { typed } => format!("{} không phải số hiệu: {TRY_NUMBER}", named(typed)),
        Fault::NoName { typed } => format!("{} không phải tên người: thử 'Đỗ Văn Thắng'", named(typed)),
        Fault::NoTime { typed } => format!("{} không phải ngày, tháng hay năm: {TRY_TIME}", named(typed)),
        Fault::UnreadTime { typed } => {
            format!("không hiểu {} là thời gian nào: {TRY_TIME}", named(typed))
        }
        Fault::NoYear { typed } => format!("{typed} không có năm: thử {typed}/1979"),
        Fault::NoFirstDay { typed } => format!("{typed} không có ngày đầu"),
        Fault::NoLastDay { typed } => format!("{typed} không có ngày cuối"),
        Fault::Reversed { from, to } => {
            format!("--from {} --to {} kết thúc trước khi bắt đầu", day(from), day(to))
        }
        Fault::NoCount { typed } => format!("{typed:?} không phải con số: thử 20"),
        Fault::Usage(said) => said.to_owned(),
    }
}

fn named(typed: &str) -> &str {
    if typed.trim().is_empty() { "giá trị trống" } else { typed }
}

fn meant(near: Option<&str>) -> String {
    near.map_or_else(String::new, |near| format!("có phải `{near}`? "))
}

fn lists(verb: Option<&str>) -> String {
    match verb {
        Some(verb) => format!("gõ `tracuu help {verb}` để xem cách dùng"),
        None => "gõ `tracuu --help` để xem cách dùng".to_owned(),
    }
}
