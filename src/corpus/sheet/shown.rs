//! The value of a cell and its format -> what the cell shows.

use super::days::{Moment, moment};
use super::figures::{figures, general};
use super::format::{Format, Section, Token};

/// What a cell holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::corpus) enum Value<'t> {
    Number(f64),
    Text(&'t str),
    Truth(bool),
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const DAYS: [&str; 7] = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

const VIETNAMESE_DAYS: [&str; 7] = ["Chủ Nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"];

impl Format {
    /// What a cell of this format shows; days are counted from 1900 or from 1904.
    pub fn show(&self, value: Value, is_from_1904: bool) -> String {
        match value {
            Value::Truth(truth) => if truth { "TRUE" } else { "FALSE" }.to_owned(),
            Value::Text(text) => self.show_text(text),
            Value::Number(number) if !number.is_finite() => String::new(),
            Value::Number(number) => self.show_number(number, is_from_1904),
        }
    }

    fn show_text(&self, text: &str) -> String {
        let is_for_text = |section: &&Section| section.tokens.contains(&Token::Text);
        let Some(section) = self.sections.get(3).or(self.sections.last()).filter(is_for_text) else {
            return text.to_owned();
        };
        section.tokens.iter().fold(String::new(), |mut out, token| {
            match token {
                Token::Text => out.push_str(text),
                Token::Literal(literal) => out.push_str(literal),
                _ => {}
            }
            out
        })
    }

    fn show_number(&self, number: f64, is_from_1904: bool) -> String {
        let Some((section, shows_sign)) = self.section_for(number) else {
            return general(number);
        };
        let sign = if number < 0.0 && shows_sign { "-" } else { "" };
        if section.is_time() {
            // what is no time is shown all the same, so that nothing is lost
            return time(number, section, is_from_1904).unwrap_or_else(|| general(number));
        }
        if section.tokens.iter().any(|token| matches!(token, Token::Place(_))) {
            let shown = figures(number.abs(), section);
            let is_zero = !shown.bytes().any(|byte| (b'1'..=b'9').contains(&byte));
            return if is_zero { shown } else { format!("{sign}{shown}") };
        }
        let is_value = |token: &Token| matches!(token, Token::General | Token::Text);
        let has_value = section.tokens.iter().any(is_value);
        let mut out = if has_value { sign.to_owned() } else { String::new() };
        for token in &section.tokens {
            match token {
                token if is_value(token) => out.push_str(&general(number.abs())),
                Token::Literal(text) => out.push_str(text),
                Token::Percent => out.push('%'),
                Token::Point => out.push('.'),
                Token::Slash => out.push('/'),
                _ => {}
            }
        }
        out
    }

    /// The section for a number, and whether it leaves its sign to us.
    fn section_for(&self, number: f64) -> Option<(&Section, bool)> {
        let sections = match &self.sections[..] {
            // the one for text is for no number
            [sections @ .., last] if !sections.is_empty() && last.tokens.contains(&Token::Text) => sections,
            all => all,
        };
        let sections = &sections[..sections.len().min(3)];
        if sections.iter().any(|section| section.condition.is_some()) {
            let found =
                sections.iter().find(|section| section.condition.is_none_or(|condition| condition.holds(number)));
            return found.map(|section| (section, true));
        }
        match sections {
            [] => None,
            [_, below, ..] if number < 0.0 => Some((below, false)),
            [_, _, zero] if number == 0.0 => Some((zero, false)),
            [first, ..] => Some((first, true)),
        }
    }
}

fn time(number: f64, section: &Section, is_from_1904: bool) -> Option<String> {
    let tokens = &section.tokens;
    let decimals = |at: usize| tokens[at..].iter().take_while(|token| matches!(token, Token::Place(_))).count();
    let point = tokens.windows(2).position(|pair| pair[0] == Token::Point && matches!(pair[1], Token::Place(_)));
    let moment = moment(number, is_from_1904, point.map_or(0, |point| decimals(point + 1)))?;
    let has_half_days = tokens.iter().any(|token| matches!(token, Token::HalfDay(_)));
    let mut out = String::new();
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Point if Some(at) == point => {
                let places = decimals(at + 1).min(6);
                let part = format!("{:.places$}", moment.second.fract());
                out.push_str(part.trim_start_matches(['0', '1']));
            }
            token => write_time(token, &moment, has_half_days, section.is_vietnamese, &mut out),
        }
    }
    Some(out)
}

fn write_time(token: &Token, moment: &Moment, has_half_days: bool, is_vietnamese: bool, out: &mut String) {
    let day = moment.day;
    let padded = |number: i64, figures: usize| format!("{number:0figures$}");
    let month = usize::try_from(day.month() - 1).unwrap_or(0).min(11);
    let weekday = usize::try_from(day.weekday().to_sunday_zero_offset()).unwrap_or(0).min(6);
    let shown = match *token {
        Token::Year(1..=2) => padded(i64::from(day.year() % 100), 2),
        Token::Year(_) => padded(i64::from(day.year()), 4),
        Token::Month(figures @ 1..=2) => padded(i64::from(day.month()), figures),
        Token::Month(3) if is_vietnamese => format!("Thg {}", day.month()),
        Token::Month(_) if is_vietnamese => format!("Tháng {}", day.month()),
        Token::Month(3) => MONTHS[month][..3].to_owned(),
        Token::Month(5) => MONTHS[month][..1].to_owned(),
        Token::Month(_) => MONTHS[month].to_owned(),
        Token::Day(figures @ 1..=2) => padded(i64::from(day.day()), figures),
        Token::Day(_) if is_vietnamese => VIETNAMESE_DAYS[weekday].to_owned(),
        Token::Day(3) => DAYS[weekday][..3].to_owned(),
        Token::Day(_) => DAYS[weekday].to_owned(),
        Token::Hour(figures) if has_half_days => padded((moment.hour + 11) % 12 + 1, figures.min(2)),
        Token::Hour(figures) => padded(moment.hour, figures.min(2)),
        Token::Minute(figures) => padded(moment.minute, figures.min(2)),
        Token::Second(figures) => padded(moment.second.floor() as i64, figures.min(2)),
        Token::Elapsed(unit, figures) => {
            let seconds = match unit {
                'h' => 3600.0,
                'm' => 60.0,
                _ => 1.0,
            };
            padded((moment.elapsed / seconds).floor() as i64, figures.min(9))
        }
        Token::HalfDay(is_short) => {
            let half = if moment.hour < 12 { "AM" } else { "PM" };
            if is_short { half[..1].to_owned() } else { half.to_owned() }
        }
        Token::Literal(ref text) => text.clone(),
        Token::Slash => "/".to_owned(),
        Token::Comma => ",".to_owned(),
        Token::Point => ".".to_owned(),
        _ => String::new(),
    };
    out.push_str(&shown);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_cell_shows_what_its_format_says() {
        let check = |code: &str, number: f64, expected: &str| {
            assert_eq!(Format::read(code).show(Value::Number(number), false), expected, "{code} {number}");
        };
        check("General", 0.1 + 0.2, "0.3");
        check("General", 1_234_567.0, "1234567");
        check("", -1.5, "-1.5");
        check("General", 1e20, "1E+20");
        check("General", 123_456_789_012.0, "123456789012");
        check("0", 2.5, "3");
        check("0.00", 1.005, "1.01");
        check("0.00", -0.001, "0");
        check("0.00", 1234.0, "1234");
        check("#,##0", 1_234_567.0, "1234567");
        check("#,##0", 123.0, "123");
        check("#,##0.00", 0.5, "0.5");
        check("#,##0.##", 1000.0, "1000");
        check("#", 0.0, "");
        check("00000", 42.0, "00042");
        check("0000\\ 000\\ 000", 912_345_678.0, "0912 345 678");
        check("000-0000", 5_551_234.0, "555-1234");
        check("0%", 0.256, "26%");
        check("0.0%", 0.2565, "25.7%");
        check("0.00E+00", 12345.0, "1.23E+04");
        check("##0.0E+0", 12345.0, "12.3E+3");
        check("0.00E+00", 0.000_99, "9.90E-04");
        check("#,##0,", 1_234_567.0, "1235");
        check("#,##0;(#,##0)", -1234.0, "(1234)");
        check("#,##0;-#,##0;\"-\"", 0.0, "-");
        check("[Red]0;[Blue]-0", -3.0, "-3");
        check("[>=1000]#,##0\" nghìn\";0", 1500.0, "1500 nghìn");
        check("[>=1000]#,##0\" nghìn\";0", 15.0, "15");
        check("#,##0\\ \"đ\"", 5000.0, "5000 đ");
        check("#,##0 [$₫-42A]", 5000.0, "5000 ₫");
        check("\"Số \"0", 7.0, "Số 7");
        check("0\" ngày\"", 3.0, "3 ngày");
        check("# ?/?", 1.5, "1 1/2");
        check("?/8", 0.25, "2/8");
        check("dd/mm/yyyy", 44_562.0, "01/01/2022");
        check("d-mmm-yy", 44_562.0, "1-Jan-22");
        check("[$-42A]dddd, dd mmmm yyyy", 44_562.0, "Thứ Bảy, 01 Tháng 1 2022");
        check("h:mm", 0.75, "18:00");
        check("h:mm AM/PM", 0.75, "6:00 PM");
        check("mm:ss.0", 0.000_734, "01:03.4");
        check("[h]:mm", 1.5, "36:00");
        check("yyyy-mm-dd hh:mm:ss", 44_562.5, "2022-01-01 12:00:00");
        check("\"ngày\" dd \"tháng\" mm \"năm\" yyyy", 44_562.0, "ngày 01 tháng 01 năm 2022");
        check("dd/mm/yyyy", -5.0, "-5");
        check("dd/mm/yyyy;@", 44_562.0, "01/01/2022");
        check("@", 12.5, "12.5");
        check("\"không\"", 12.5, "không");
        check("General\" kg\"", 12.5, "12.5 kg");
    }

    #[test]
    fn a_text_shows_itself() {
        let check = |code: &str, text: &str, expected: &str| {
            assert_eq!(Format::read(code).show(Value::Text(text), false), expected, "{code}");
        };
        check("General", "An", "An");
        check("0.00", "An", "An");
        check("@", "An", "An");
        check("0;-0;0;\"Ông \"@", "An", "Ông An");
        check("dd/mm/yyyy;@", "An", "An");
    }

    proptest! {
        #[test]
        fn no_code_is_too_odd(code in "[0#?.,%/@eEymdhs;\"\\\\_*\\[\\]$<>=AMPg+-]{0,12}", number in any::<f64>()) {
            let format = Format::read(&code);
            let _ = format.show(Value::Number(number), false);
            let _ = format.show(Value::Number(number % 60_000.0), true);
            let _ = format.show(Value::Text("a"), false);
        }
    }
}
