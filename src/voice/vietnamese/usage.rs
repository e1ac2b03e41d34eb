//! What is wrong with what was typed, in Vietnamese.

use super::counts::number;
use crate::voice::said::Fault;

const TRY_TIME: &str = "thử 17/2/1979, 4/1964 hoặc 1947";

/// What to type as a document number.
pub const TRY_NUMBER: &str = "thử 142/KH-LĐLĐ hoặc chỉ thị 06 tỉnh ủy";

pub fn usage(fault: Fault) -> String {
    match fault {
        Fault::NoVerb => "hãy nêu việc cần làm".to_owned(),
        Fault::UnknownVerb { typed, near, verb } => {
            format!("không có lệnh `{typed}`: {}gõ `tracuu {}` để xem các lệnh", meant(near), list_of(verb))
        }
        Fault::UnknownOption { typed, near, verb } => {
            format!("không có tùy chọn `{typed}`: {}{}", meant(near), lists(verb))
        }
        Fault::OnlyTyped { option } => format!("`{option}` chỉ gõ được trên dòng lệnh"),
        Fault::Unexpected { typed, verb } => format!("thừa `{typed}`: {}", lists(verb)),
        Fault::NoValue { option, possible: [] } => format!("`{option}` chưa có giá trị"),
        Fault::NoValue { option, possible } => {
            format!("`{option}` chưa có giá trị: hãy chọn {}", possible.join(", "))
        }
        Fault::NotPossible { option, typed, near, possible } => {
            format!("`{option}` không nhận giá trị `{typed}`: {}hãy chọn {}", meant(near), possible.join(", "))
        }
        Fault::BadValue { option, why } => format!("`{option}`: {why}"),
        Fault::Conflict { one, other } => format!("không dùng `{one}` cùng với `{other}`"),
        Fault::Missing { arguments, verb } => format!("còn thiếu {}: {}", arguments.join(" "), lists(verb)),
        Fault::Twice { option } => format!("`{option}` chỉ nêu được một lần"),
        Fault::Values { option, wanted, given } => format!("`{option}` cần {wanted} giá trị, không phải {given}"),
        Fault::TakesNone { option } => format!("`{option}` không kèm giá trị: chỉ gõ `{option}`"),
        Fault::NotUnicode => "có tham số không phải UTF-8".to_owned(),
        Fault::OutOfRange { typed, least, most } => {
            format!("`{typed}` không phải số từ {} đến {}", number(least), number(most))
        }
        Fault::NoPattern { typed } => format!("{}: thử corpus/*.txt", is_no(typed, "mẫu đường dẫn")),
        Fault::NoNumber { typed } => format!("{}: {TRY_NUMBER}", is_no(typed, "số hiệu")),
        Fault::NoName { typed } => format!("{}: thử 'Đỗ Văn Thắng'", is_no(typed, "tên người")),
        Fault::NoTime { typed } => format!("{}: {TRY_TIME}", is_no(typed, "ngày, tháng hay năm")),
        Fault::UnreadTime { typed } => {
            format!("không hiểu {typed} là thời gian nào: {TRY_TIME}")
        }
        Fault::NoYear { typed } => format!("{typed} không có năm: thử {typed}/1979"),
        Fault::NoFirstDay { typed } => format!("{typed} không có ngày đầu: {TRY_TIME}"),
        Fault::NoLastDay { typed } => format!("{typed} không có ngày cuối: {TRY_TIME}"),
        Fault::Reversed { from, to } => format!("`--from {from} --to {to}` có mốc cuối sớm hơn mốc đầu"),
        Fault::Blank => "chưa có giá trị".to_owned(),
        Fault::NoUrl { typed } => format!("{}: thử https://tracuu.example.vn", is_no(&quoted(typed), "địa chỉ web")),
        Fault::NoCount { typed: "" } => "chưa nêu con số nào: thử 20".to_owned(),
        Fault::NoCount { typed } => format!("`{typed}` không phải số nguyên từ 0 trở lên"),
        Fault::NoAddress { typed } => format!("{}: thử 127.0.0.1:7878", is_no(&quoted(typed), "địa chỉ và cổng")),
        Fault::NoWeight { typed } => format!("không có trọng số `{typed}`"),
        Fault::NoFigure { name } => format!("`{name}` phải là số từ 0 trở lên"),
        Fault::Usage(said) => said.to_owned(),
    }
}

fn is_no(typed: &str, wanted: &str) -> String {
    match typed.trim().is_empty() {
        true => format!("chưa nêu {wanted}"),
        false => format!("{typed} không phải {wanted}"),
    }
}

fn quoted(typed: &str) -> String {
    if typed.trim().is_empty() { String::new() } else { format!("`{typed}`") }
}

/// What lists the verbs that may stand behind this one.
fn list_of(verb: Option<&str>) -> String {
    verb.map_or_else(|| "--help".to_owned(), |verb| format!("help {verb}"))
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
