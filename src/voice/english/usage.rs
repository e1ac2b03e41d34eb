//! What is wrong with what was typed, in English.

use crate::voice::said::Fault;

const TRY_TIME: &str = "try 17/2/1979, 4/1964 or 1947";

/// What to type as a document number.
pub const TRY_NUMBER: &str = "try 142/KH-LĐLĐ or chỉ thị 06 tỉnh ủy";

pub fn usage(fault: Fault) -> String {
    match fault {
        Fault::NoVerb => "name what to do".to_owned(),
        Fault::UnknownVerb { typed, near } => {
            format!("`{typed}` is not a verb: {}`tracuu --help` lists them", meant(near))
        }
        Fault::UnknownOption { typed, near, verb } => {
            format!("there is no option `{typed}`: {}{}", meant(near), lists(verb))
        }
        Fault::Unexpected { typed, verb } => format!("`{typed}` is one word too many: {}", lists(verb)),
        Fault::NoValue { option, possible: [] } => format!("`{option}` has no value"),
        Fault::NoValue { option, possible } => format!("`{option}` has no value: choose {}", possible.join(", ")),
        Fault::NotPossible { option, typed, near, possible } => {
            format!("`{typed}` is no value of `{option}`: {}choose {}", meant(near), possible.join(", "))
        }
        Fault::BadValue { option, why } => format!("{option}: {why}"),
        Fault::Conflict { one, other } => format!("`{one}` cannot be used with `{other}`"),
        Fault::Missing { arguments, verb } => format!("{} is missing: {}", arguments.join(" "), lists(verb)),
        Fault::Twice { option } => format!("`{option}` can be given only once"),
        Fault::Values { option, wanted, given } => format!("`{option}` takes {wanted} values, not {given}"),
        Fault::NotUnicode => "an argument is not valid UTF-8".to_owned(),
        Fault::OutOfRange { typed, least, most } => format!("{typed} is no number from {least} to {most}"),
        Fault::NoPattern { typed } => format!("{} is no pattern of paths: try corpus/*.txt", named(typed)),
        Fault::NoNumber { typed } => format!("{} is no document number: {TRY_NUMBER}", named(typed)),
        Fault::NoName { typed } => format!("{} is no name: try 'Đỗ Văn Thắng'", named(typed)),
        Fault::NoTime { typed } => format!("{} is no day, month or year: {TRY_TIME}", named(typed)),
        Fault::UnreadTime { typed } => format!("{} is not understood as one time: {TRY_TIME}", named(typed)),
        Fault::NoYear { typed } => format!("{typed} has no year: try {typed}/1979"),
        Fault::NoFirstDay { typed } => format!("{typed} has no first day"),
        Fault::NoLastDay { typed } => format!("{typed} has no last day"),
        Fault::Reversed { from, to } => format!("--from {from} --to {to} ends before it begins"),
        Fault::NoCount { typed } => format!("{typed:?} is no number: try 20"),
        Fault::Usage(said) => said.to_owned(),
    }
}

fn named(typed: &str) -> &str {
    if typed.trim().is_empty() { "nothing" } else { typed }
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
