//! Bytes of a message of Outlook (.msg) -> its text, and the documents attached to it, by \[MS-OXMSG\].

use super::bytes::{u16_at, u32_at};
use super::letter::Letter;
use super::limits::Limits;
use super::oddity::Oddity;
use super::ole::Ole;
use super::outlook::Properties;
use super::reading::Reading;
use super::unreadable::{Damage, Unreadable};

/// What begins the name of a stream with a property, and those of the folders of what is attached.
const PROPERTY: &str = "__substg1.0_";
const ATTACHED: &str = "__attach_version1.0_";

/// The stream with the properties that are short, and bytes of each of them.
const SHORT: &str = "__properties_version1.0";
const SHORT_BYTES: usize = 16;

/// The folder of a message that is attached to one.
const MESSAGE: &str = "__substg1.0_3701000D";

/// Messages in each other at most.
const MAX_DEPTH: usize = 16;

/// Reads a message and what is attached to it; an attachment that cannot be read is left out.
pub(super) fn open(id: &str, bytes: &[u8], reading: &mut Reading) -> Result<(), Unreadable> {
    let mut file = Ole::open(bytes)?;
    if !file.has(SHORT) {
        let has_any = || file.names("/").iter().any(|name| name.starts_with(PROPERTY));
        match file.is_cut() {
            true if has_any() => {}
            true => return Err(Unreadable::Damaged(Damage::BreaksOff)),
            false => return Err(Unreadable::Damaged(Damage::NoHeader)),
        }
    }
    if file.is_cut() {
        reading.notice(id, Oddity::BreaksOff);
    }
    let letter = read(&mut file, "/", MAX_DEPTH, reading.limits())?;
    letter.hand_out(id, reading);
    Ok(())
}

fn read(file: &mut Ole, folder: &str, depth: usize, limits: &Limits) -> Result<Letter, Unreadable> {
    let mut letter = properties(file, folder, limits).letter(limits)?;
    for name in file.names(folder).into_iter().filter(|name| name.starts_with(ATTACHED)) {
        let inner = format!("{folder}{name}/");
        let message = format!("{inner}{MESSAGE}");
        if file.has_folder(&message) {
            if depth > 0 {
                letter.inner.push(read(file, &format!("{message}/"), depth - 1, limits)?);
            }
            continue;
        }
        letter.attached.extend(properties(file, &inner, limits).attached());
    }
    Ok(letter)
}

/// The properties in a folder.
fn properties(file: &mut Ole, folder: &str, limits: &Limits) -> Properties {
    let mut properties = Properties::default();
    for name in file.names(folder) {
        let Some(tag) = name.strip_prefix(PROPERTY).and_then(|tag| u32::from_str_radix(tag, 16).ok()) else { continue };
        if let Some(value) = file.part(format!("{folder}{name}"), limits) {
            properties.set((tag >> 16) as u16, tag as u16, value);
        }
    }
    let short = file.part(format!("{folder}{SHORT}"), limits).unwrap_or_default();
    // what stands before them is longer in a message than in what is attached to one
    let head = short.len() % SHORT_BYTES;
    let head = if head == 0 { 2 * SHORT_BYTES } else { head + if folder.contains(MESSAGE) { SHORT_BYTES } else { 0 } };
    for entry in short.get(head..).unwrap_or_default().chunks_exact(SHORT_BYTES) {
        let (Some(kind), Some(number)) = (u16_at(entry, 0), u16_at(entry, 2)) else { continue };
        let is_short = u32_at(entry, 0).is_some() && matches!(kind, 0x02 | 0x03 | 0x0B | 0x40);
        if is_short {
            properties.set(number, kind, entry[8..].to_vec());
        }
    }
    properties
}

#[cfg(test)]
pub(super) mod tests {
    use std::io::{Cursor, Write};
    use std::ops::ControlFlow;

    use cfb::CompoundFile;

    use super::*;
    use crate::corpus::document::Document;
    use crate::corpus::formats::FORMATS;
    use crate::corpus::manner::Manner;

    /// A message with a file and a message attached.
    pub fn sample() -> Vec<u8> {
        let mut file = CompoundFile::create(Cursor::new(Vec::new())).unwrap();
        let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        let sent = [
            &0x0040_u16.to_le_bytes()[..],
            &0x0039_u16.to_le_bytes(),
            &[6, 0, 0, 0],
            &132_900_000_000_000_000_u64.to_le_bytes(),
        ];
        let short = [&[0; 32][..], &sent.concat()].concat();
        let message = format!("/{ATTACHED}#00000001/{MESSAGE}");
        for folder in [format!("/{ATTACHED}#00000000"), format!("/{ATTACHED}#00000001"), message.clone()] {
            file.create_storage(folder).unwrap();
        }
        let streams = [
            (format!("/{SHORT}"), short),
            ("/__substg1.0_0037001F".to_owned(), utf16("Kế hoạch")),
            ("/__substg1.0_0C1A001F".to_owned(), utf16("Văn phòng")),
            ("/__substg1.0_0C1F001E".to_owned(), b"vp@example.vn".to_vec()),
            ("/__substg1.0_0E04001F".to_owned(), utf16("An; Bình")),
            ("/__substg1.0_1000001F".to_owned(), utf16("Kính gửi\r\nđồng chí")),
            (format!("/{ATTACHED}#00000000/__substg1.0_3707001F"), utf16("số.txt")),
            (format!("/{ATTACHED}#00000000/__substg1.0_37010102"), "Số 1".into()),
            (format!("{message}/{SHORT}"), vec![0; 24]),
            (format!("{message}/__substg1.0_0037001F"), utf16("Trả lời")),
            (format!("{message}/__substg1.0_10130102"), "<p>Đã nhận".into()),
        ];
        for (path, bytes) in streams {
            file.create_stream(path).unwrap().write_all(&bytes).unwrap();
        }
        file.into_inner().into_inner()
    }

    #[test]
    fn a_message_is_its_text_and_what_is_attached() {
        let (limits, manner, mut documents) = (Limits::default(), Manner::default(), Vec::<Document>::new());
        let mut each = |document| {
            documents.push(document);
            ControlFlow::Continue(())
        };
        let mut reading = Reading::new("a.msg", FORMATS, &manner, &limits, &mut each);
        open("a.msg", &sample(), &mut reading).unwrap();
        let told: Vec<_> = documents.iter().map(|d| (d.id.as_str(), d.title.as_deref(), d.text.as_str())).collect();
        let expected = [
            ("a.msg", Some("Kế hoạch"), "Kính gửi\nđồng chí"),
            ("a.msg/số.txt", None, "Số 1"),
            ("a.msg/Trả lời", Some("Trả lời"), "Đã nhận"),
        ];
        assert_eq!(told, expected);
        assert_eq!(documents[0].about, ["Văn phòng <vp@example.vn> → An; Bình", "số.txt"]);
        assert_eq!(documents[0].date.as_deref(), Some("2022-02-22"));
    }
}
