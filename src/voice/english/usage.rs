//! What is wrong with what was typed, in English.

use super::figures::number;
use crate::voice::said::Fault;

const TRY_TIME: &str = "try 17/2/1979, 4/1964 or 1947";

/// What to type as a document number.
pub const TRY_NUMBER: &str = "try 142/KH-LĐLĐ or chỉ thị 06 tỉnh ủy";

pub fn usage(fault: Fault) -> String {
    match fault {
        Fault::NoVerb => "name what to do".to_owned(),
        Fault::UnknownVerb { typed, near, verb } => {
            format!("`{typed}` is not a verb: {}`tracuu {}` lists them", meant(near), list_of(verb))
        }
        Fault::UnknownOption { typed, near, verb } => {
            format!("there is no option `{typed}`: {}{}", meant(near), lists(verb))
        }
        Fault::OnlyTyped { option } => format!("`{option}` can only be typed on the command line"),
        Fault::Unexpected { typed, verb } => format!("`{typed}` is one word too many: {}", lists(verb)),
        Fault::NoValue { option, possible: [] } => format!("`{option}` has no value"),
        Fault::NoValue { option, possible } => format!("`{option}` has no value: choose {}", possible.join(", ")),
        Fault::NotPossible { option, typed, near, possible } => {
            format!("`{typed}` is no value of `{option}`: {}choose {}", meant(near), possible.join(", "))
        }
        Fault::BadValue { option, why } => format!("`{option}`: {why}"),
        Fault::Conflict { one, other } => format!("`{one}` cannot be used with `{other}`"),
        Fault::Missing { arguments, verb } => format!("{} is missing: {}", arguments.join(" "), lists(verb)),
        Fault::Twice { option } => format!("`{option}` can be given only once"),
        Fault::Values { option, wanted, given } => format!("`{option}` takes {wanted} values, not {given}"),
        Fault::TakesNone { option } => format!("`{option}` takes no value: type `{option}` alone"),
        Fault::NotUnicode => "an argument is not valid UTF-8".to_owned(),
        Fault::OutOfRange { typed, least, most } => {
            format!("`{typed}` is no number from {} to {}", number(least), number(most))
        }
        Fault::NoPattern { typed } => format!("{}: try corpus/*.txt", is_no(typed, "pattern of paths")),
        Fault::NoNumber { typed } => format!("{}: {TRY_NUMBER}", is_no(typed, "document number")),
        Fault::NoName { typed } => format!("{}: try 'Đỗ Văn Thắng'", is_no(typed, "name")),
        Fault::NoTime { typed } => format!("{}: {TRY_TIME}", is_no(typed, "day, month or year")),
        Fault::UnreadTime { typed } => format!("{typed} is not understood as one time: {TRY_TIME}"),
        Fault::NoYear { typed } => format!("{typed} has no year: try {typed}/1979"),
        Fault::NoFirstDay { typed } => format!("{typed} has no first day: {TRY_TIME}"),
        Fault::NoLastDay { typed } => format!("{typed} has no last day: {TRY_TIME}"),
        Fault::Reversed { from, to } => format!("`--from {from} --to {to}` ends before it begins"),
        Fault::Blank => "a value is missing".to_owned(),
        Fault::NoUrl { typed } => {
            format!("{}: try https://tracuu.example.vn", is_no(&quoted(typed), "address of a page"))
        }
        Fault::NoCount { typed: "" } => "no number is given: try 20".to_owned(),
        Fault::NoCount { typed } => format!("`{typed}` is no whole number from 0 on"),
        Fault::NoAddress { typed } => format!("{}: try 127.0.0.1:7878", is_no(&quoted(typed), "address with a port")),
        Fault::NoWeight { typed } => format!("there is no weight `{typed}`"),
        Fault::NoFigure { name } => format!("`{name}` must be a number from 0 on"),
        Fault::Usage(said) => said.to_owned(),
    }
}

fn is_no(typed: &str, wanted: &str) -> String {
    match typed.trim().is_empty() {
        true => format!("no {wanted} is given"),
        false => format!("{typed} is no {wanted}"),
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
    near.map_or_else(String::new, |near| format!("did you mean `{near}`? "))
}

fn lists(verb: Option<&str>) -> String {
    match verb {
        Some(verb) => format!("`tracuu help {verb}` tells what can be typed"),
        None => "`tracuu --help` tells what can be typed".to_owned(),
    }
}
