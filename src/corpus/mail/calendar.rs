//! The text of a calendar -> what its events say, by RFC 5545.

/// What is read of an event.
const KEPT: [&str; 6] = ["SUMMARY", "DTSTART", "DTEND", "LOCATION", "DESCRIPTION", "ORGANIZER"];

/// The lines of a calendar that people read.
pub(super) fn text(calendar: &str) -> String {
    // a line that begins with a blank goes on with the one before
    let whole = calendar.replace("\r\n", "\n").replace("\n ", "").replace("\n\t", "");
    let mut out = String::new();
    let mut in_event = false;
    for line in whole.lines() {
        match line.trim() {
            "BEGIN:VEVENT" | "BEGIN:VTODO" | "BEGIN:VJOURNAL" => in_event = true,
            "END:VEVENT" | "END:VTODO" | "END:VJOURNAL" => in_event = false,
            _ => {}
        }
        let Some((name, value)) = line.split_once(':').filter(|_| in_event) else { continue };
        let (name, told) = name.split_once(';').unwrap_or((name, ""));
        if !KEPT.contains(&name.to_ascii_uppercase().as_str()) {
            continue;
        }
        let shown = match name.to_ascii_uppercase().as_str() {
            "DTSTART" | "DTEND" => day(value),
            "ORGANIZER" => told.split(';').find_map(|told| told.strip_prefix("CN=")).unwrap_or(value).to_owned(),
            _ => value.replace("\\n", "\n").replace("\\N", "\n").replace("\\,", ",").replace("\\;", ";"),
        };
        out.push_str(shown.trim());
        out.push('\n');
    }
    out
}

/// A time as people write it; one that is none as it stands.
fn day(value: &str) -> String {
    let digits = |from: usize, to: usize| value.get(from..to).filter(|part| part.bytes().all(|b| b.is_ascii_digit()));
    let (Some(year), Some(month), Some(day)) = (digits(0, 4), digits(4, 6), digits(6, 8)) else {
        return value.to_owned();
    };
    let hour = digits(9, 11).zip(digits(11, 13)).filter(|_| value.as_bytes().get(8) == Some(&b'T'));
    let zone = if value.ends_with('Z') { " UTC" } else { "" };
    let hour = hour.map_or(String::new(), |(hour, minute)| format!(" {hour}:{minute}{zone}"));
    format!("{day}/{month}/{year}{hour}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_read_as_people_write_it() {
        let calendar = "BEGIN:VCALENDAR\r\nPRODID:x\r\nBEGIN:VEVENT\r\nSUMMARY;LANGUAGE=vi:Họp\r\n  thôn\r\n\
            DTSTART:20250310T010000Z\r\nDTEND;VALUE=DATE:20250311\r\nLOCATION:Nhà\\, sân\r\nUID:1\r\nEND:VEVENT\r\nEND:VCALENDAR";
        assert_eq!(text(calendar), "Họp thôn\n10/03/2025 01:00 UTC\n11/03/2025\nNhà, sân\n");
        assert_eq!(text("x"), "");
    }
}
