//! Bytes that Outlook attaches to mails (winmail.dat) -> the text and the files in them, by \[MS-OXTNEF\].

use super::bytes::{u16_at, u32_at};
use super::oddity::Oddity;
use super::outlook::Properties;
use super::reading::Reading;
use super::unreadable::{Damage, Unreadable};

/// What such a file begins with, and where its attributes follow.
const SIGNATURE: [u8; 4] = 0x223E_9F78_u32.to_le_bytes();
const ATTRIBUTES_AT: usize = 6;

/// Attributes, by number, and the properties that they stand for.
const FILE: u16 = 0x9002;
const PROPERTIES: [u16; 2] = [0x9003, 0x9005];
const TEXTS: [(u16, u16, u16); 4] =
    [(0x8004, 0x0037, 0x1E), (0x800C, 0x1000, 0x1E), (0x8010, 0x3704, 0x1E), (0x800F, 0x3701, 0x0102)];

/// Of numbers from this one on, a name follows.
const NAMED: u16 = 0x8000;
const MANY: u16 = 0x1000;

/// Reads what Outlook has attached.
pub(super) fn open(id: &str, bytes: &[u8], reading: &mut Reading) -> Result<(), Unreadable> {
    let attributes = bytes.strip_prefix(&SIGNATURE).and_then(|_| bytes.get(ATTRIBUTES_AT..));
    let mut rest = attributes.ok_or_else(|| Unreadable::Damaged(Damage::Beginning("dat".to_owned())))?;
    let (mut message, mut files, mut is_cut) = (Properties::default(), Vec::new(), false);
    // whether of the message or of a file, what it is, its length, its bytes and their sum
    while let (Some(number), Some(length)) = (u16_at(rest, 1), u32_at(rest, 5)) {
        let behind = rest.get(9..).unwrap_or_default();
        let data = &behind[..behind.len().min(length as usize)];
        is_cut |= behind.len() < data.len() + 2 || data.len() < length as usize;
        rest = behind.get(data.len() + 2..).unwrap_or_default();
        if number == FILE {
            files.push(Properties::default());
        }
        let target = files.last_mut().unwrap_or(&mut message);
        match TEXTS.iter().find(|(known, ..)| *known == number) {
            Some(&(_, property, kind)) => target.set(property, kind, data.to_vec()),
            None if PROPERTIES.contains(&number) => _ = add_all(data, target),
            None => {}
        }
    }
    if is_cut || !rest.is_empty() {
        reading.notice(id, Oddity::BreaksOff);
    }
    let mut letter = message.letter(reading.limits())?;
    letter.attached = files.iter_mut().filter_map(Properties::attached).collect();
    letter.hand_out(id, reading);
    Ok(())
}

/// Adds a list of properties, as far as it goes.
fn add_all(data: &[u8], properties: &mut Properties) -> Option<()> {
    let mut rest = data.get(4..)?;
    for _ in 0..u32_at(data, 0)? {
        let (kind, number) = (u16_at(rest, 0)?, u16_at(rest, 2)?);
        rest = rest.get(4..)?;
        if number >= NAMED {
            let is_text = u32_at(rest, 16)? == 1;
            let length = if is_text { 4 + (u32_at(rest, 20)? as usize).next_multiple_of(4) } else { 4 };
            rest = rest.get(20_usize.checked_add(length)?..)?;
        }
        let (one, is_long) = match kind & !MANY {
            0x02 | 0x03 | 0x04 | 0x0A | 0x0B => (4, false),
            0x05 | 0x06 | 0x07 | 0x14 | 0x40 => (8, false),
            0x48 => (16, false),
            _ => (0, true),
        };
        let count = if is_long || kind & MANY != 0 {
            let count = u32_at(rest, 0)?;
            rest = rest.get(4..)?;
            count
        } else {
            1
        };
        for _ in 0..count {
            let length = if is_long { u32_at(rest, 0)? as usize } else { one };
            rest = rest.get(if is_long { 4 } else { 0 }..)?;
            let value = rest.get(..length)?;
            if number < NAMED {
                properties.set(number, kind, value.to_vec());
            }
            rest = rest.get(length.checked_next_multiple_of(4)?.min(rest.len())..)?;
        }
    }
    Some(())
}

#[cfg(test)]
pub(super) mod tests {
    use std::ops::ControlFlow;

    use super::*;
    use crate::corpus::document::Document;
    use crate::corpus::formats::FORMATS;
    use crate::corpus::limits::Limits;
    use crate::corpus::manner::Manner;

    fn attribute(level: u8, number: u16, data: &[u8]) -> Vec<u8> {
        [&[level][..], &number.to_le_bytes(), &[0, 0], &(data.len() as u32).to_le_bytes(), data, &[0, 0]].concat()
    }

    /// A message with one file.
    pub fn sample() -> Vec<u8> {
        let name: Vec<u8> = "số.txt\0".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let padding = vec![0; name.len().next_multiple_of(4) - name.len()];
        let long_name = [
            &2_u32.to_le_bytes()[..],
            &[3, 0, 5, 0x37, 1, 0, 0, 0],
            &[0x1F, 0, 7, 0x37, 1, 0, 0, 0],
            &(name.len() as u32).to_le_bytes(),
            &name,
            &padding,
        ];
        [
            SIGNATURE.to_vec(),
            vec![1, 0],
            attribute(1, 0x8004, b"Ke hoach\0"),
            attribute(1, 0x800C, "Kính gửi\0".as_bytes()),
            attribute(2, FILE, &[0; 14]),
            attribute(2, 0x8010, b"so~1.txt\0"),
            attribute(2, 0x800F, "Số 1".as_bytes()),
            attribute(2, 0x9005, &long_name.concat()),
        ]
        .concat()
    }

    #[test]
    fn what_outlook_attaches_is_a_letter() {
        let (limits, manner, mut documents) = (Limits::default(), Manner::default(), Vec::<Document>::new());
        let mut each = |document| {
            documents.push(document);
            ControlFlow::Continue(())
        };
        let mut reading = Reading::new("winmail.dat", FORMATS, &manner, &limits, &mut each);
        open("winmail.dat", &sample(), &mut reading).unwrap();
        let told: Vec<_> = documents.iter().map(|d| (d.id.as_str(), d.title.as_deref(), d.text.as_str())).collect();
        assert_eq!(told, [("winmail.dat", Some("Ke hoach"), "Kính gửi"), ("winmail.dat/số.txt", None, "Số 1")]);
    }
}
