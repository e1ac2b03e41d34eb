//! Properties of a message of Outlook -> what a letter holds, by \[MS-OXPROPS\].

mod unpack;

use std::collections::HashMap;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::bytes::utf16_text;
use super::code_page::code_page;
use super::content::Content;
use super::html;
use super::letter::{Attached, Letter};
use super::limits::Limits;
use super::plain;
use super::room::insert;
use super::rtf;
use super::unreadable::Unreadable;

use self::unpack::unpacked;

/// Types of values.
const NUMBER: u16 = 0x0003;
const TEXT: u16 = 0x001F;
const OLD_TEXT: u16 = 0x001E;

/// Properties of a message, by number.
const SUBJECT: u16 = 0x0037;
const SENT: u16 = 0x0039;
const DELIVERED: u16 = 0x0E06;
const SENDER: u16 = 0x0C1A;
const SENDER_ADDRESS: [u16; 2] = [0x5D01, 0x0C1F];
const TO: [u16; 2] = [0x0E04, 0x0E03];
const BODY: u16 = 0x1000;
const BODY_RTF: u16 = 0x1009;
const BODY_HTML: u16 = 0x1013;
const CODE_PAGES: [u16; 2] = [0x3FFD, 0x3FDE];

/// Properties of what is attached.
const FILE_DATA: u16 = 0x3701;
const FILE_NAMES: [u16; 3] = [0x3707, 0x3704, 0x3001];
const FILE_KIND: u16 = 0x370E;

/// A page that says so many times as much as the plain text beside it says what that leaves out.
const MUCH_MORE: usize = 2;

/// Steps of 100 nanoseconds that Windows counts a second in, and its seconds from 1601 to 1970.
const STEPS_A_SECOND: u64 = 10_000_000;
const SECONDS_TO_1970: i64 = 11_644_473_600;

/// Properties by number, each with the type of its value.
#[derive(Default)]
pub(super) struct Properties(HashMap<u16, (u16, Vec<u8>)>);

impl Properties {
    pub fn set(&mut self, number: u16, kind: u16, value: Vec<u8>) {
        // a text in Unicode counts for more than the same of before
        if kind != OLD_TEXT || !self.0.contains_key(&number) {
            insert(&mut self.0, number, (kind, value));
        }
    }

    /// A text, and how it is written where it is not in Unicode.
    pub fn text(&self, number: u16) -> Option<String> {
        let (kind, value) = self.0.get(&number)?;
        let text = match *kind {
            TEXT => utf16_text(value),
            _ => self.decoded(value),
        };
        Some(text.trim_end_matches('\0').to_owned()).filter(|text| !text.trim().is_empty())
    }

    fn bytes(&self, number: u16) -> Option<&[u8]> {
        self.0.get(&number).map(|(_, value)| value.as_slice())
    }

    /// The text of bytes of before Unicode.
    fn decoded(&self, bytes: &[u8]) -> String {
        if let Ok(text) = std::str::from_utf8(bytes) {
            return text.to_owned();
        }
        let number = CODE_PAGES.iter().find_map(|page| match self.0.get(page) {
            Some((NUMBER, value)) => value.first_chunk().map(|number| u32::from_le_bytes(*number)),
            _ => None,
        });
        let encoding = code_page(number.and_then(|number| u16::try_from(number).ok()).unwrap_or(0));
        encoding.decode(bytes).0.into_owned()
    }

    /// The day of a time, as in ISO 8601.
    fn day(&self, number: u16) -> Option<String> {
        let steps = u64::from_le_bytes(*self.bytes(number)?.first_chunk()?);
        let seconds = i64::try_from(steps / STEPS_A_SECOND).ok()? - SECONDS_TO_1970;
        let day = Timestamp::from_second(seconds).ok()?.to_zoned(TimeZone::UTC).date();
        (day.year() > 1970).then(|| day.to_string())
    }

    /// The letter that these properties make, with nothing attached.
    pub fn letter(&self, limits: &Limits) -> Result<Letter, Unreadable> {
        let address =
            SENDER_ADDRESS.iter().find_map(|number| self.text(*number)).filter(|address| address.contains('@'));
        let from = match (self.text(SENDER), address) {
            (Some(name), Some(address)) if name != address => Some(format!("{name} <{address}>")),
            (name, address) => name.or(address),
        };
        Ok(Letter {
            subject: self.text(SUBJECT),
            from: from.into_iter().collect(),
            to: TO.iter().filter_map(|number| self.text(*number)).collect(),
            date: self.day(SENT).or_else(|| self.day(DELIVERED)),
            body: self.body(limits)?,
            ..Letter::default()
        })
    }

    /// The plain text, unless the page or the formatted text says much more.
    fn body(&self, limits: &Limits) -> Result<Content, Unreadable> {
        let plain = self.text(BODY).map(|text| plain::parse(text.into_bytes(), limits)).transpose()?;
        let words = |content: &Content| content.text.split_whitespace().count();
        let page = self.bytes(BODY_HTML).map(|page| self.page(page, limits)).transpose()?;
        let rich = || {
            let packed = self.bytes(BODY_RTF).filter(|_| page.is_none())?;
            rtf::parse(&unpacked(packed, limits)?, limits).ok()
        };
        // formatted text is what the plain one was made of, and is unpacked where that is missing
        let other = page.clone().or_else(|| plain.is_none().then(rich).flatten());
        Ok(match (plain, other) {
            (Some(plain), Some(other)) if words(&other) > words(&plain) * MUCH_MORE => other,
            (Some(plain), _) => plain,
            (None, other) => other.unwrap_or_default(),
        })
    }

    fn page(&self, page: &[u8], limits: &Limits) -> Result<Content, Unreadable> {
        let whole = html::parse(page.to_vec(), limits);
        whole.or_else(|_| html::parse(self.decoded(page).into_bytes(), limits))
    }

    /// The file that these properties make, if they hold one.
    pub fn attached(&mut self) -> Option<Attached> {
        let name = FILE_NAMES.iter().find_map(|number| self.text(*number));
        let kind = self.text(FILE_KIND);
        let (_, bytes) = self.0.remove(&FILE_DATA)?;
        Some(Attached { name, kind, extension: None, is_look: false, bytes })
    }
}
