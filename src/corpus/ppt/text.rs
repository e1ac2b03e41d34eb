//! Records side by side -> the texts in them, each with what it is and its fonts.

use crate::corpus::room::push;
use crate::corpus::story::Story;

use super::records::Record;
use super::styles::{Run, runs};

const OUTLINE_REFERENCE: u16 = 0x0F9E;
const HEAD: u16 = 0x0F9F;
const CHARACTERS: u16 = 0x0FA0;
const STYLE: u16 = 0x0FA1;
const BYTES: u16 = 0x0FA8;

/// What a field shows where its number is not known yet.
const NUMBER: &str = "*";

/// How deep the title of a slide stands among the headings.
const LEVEL: u8 = 1;

/// What a text is on a slide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) struct Kind(pub u8);

impl Kind {
    pub const TITLE: Self = Self(0);
    pub const BODY: Self = Self(1);
    pub const OTHER: Self = Self(4);
    const CENTER_BODY: Self = Self(5);
    const CENTER_TITLE: Self = Self(6);

    /// The kind that a master has a style for.
    pub fn plain(self) -> Self {
        match self {
            Self::CENTER_TITLE => Self::TITLE,
            Self::CENTER_BODY | Self(7 | 8) => Self::BODY,
            kind => kind,
        }
    }
}

/// The fonts of a presentation, and of the styles of its first master.
#[derive(Default)]
pub(super) struct Fonts {
    pub names: Vec<String>,
    /// The font of each kind of text that tells none itself.
    pub masters: Vec<(Kind, u16)>,
}

impl Fonts {
    fn of(&self, kind: Kind, told: Option<u16>) -> &str {
        let master = || self.masters.iter().find(|(known, _)| *known == kind.plain()).map(|(_, font)| *font);
        let number = told.or_else(master).map(usize::from);
        number.and_then(|number| self.names.get(number)).map_or("", String::as_str)
    }
}

/// A text.
#[derive(Clone, Debug, Default)]
pub(super) struct Text {
    pub kind: Kind,
    units: Vec<u16>,
    runs: Vec<Run>,
    /// The number of the text in the outline that stands here.
    pub outline: Option<usize>,
}

/// The texts in records side by side.
pub(super) fn texts<'a>(records: impl Iterator<Item = Record<'a>>) -> Vec<Text> {
    let mut texts: Vec<Text> = Vec::new();
    for record in records {
        match record.kind {
            HEAD => {
                let kind = Kind(record.data.first().copied().unwrap_or(Kind::OTHER.0));
                push(&mut texts, Text { kind, ..Text::default() });
            }
            OUTLINE_REFERENCE => {
                let number = record.data.first().copied().map(usize::from);
                push(&mut texts, Text { outline: number, ..Text::default() });
            }
            CHARACTERS => set(&mut texts, || {
                record.data.as_chunks::<2>().0.iter().map(|pair| u16::from_le_bytes(*pair)).collect()
            }),
            BYTES => set(&mut texts, || record.data.iter().map(|&byte| u16::from(byte)).collect()),
            STYLE => {
                if let Some(text) = texts.last_mut() {
                    text.runs = runs(record.data, text.units.len());
                }
            }
            _ => {}
        }
    }
    texts
}

fn set(texts: &mut [Text], units: impl FnOnce() -> Vec<u16>) {
    if let Some(text) = texts.last_mut() {
        text.units = units();
    }
}

impl Text {
    /// Whether it shows nothing, or only a number that its page has.
    pub fn is_empty(&self) -> bool {
        let text = String::from_utf16_lossy(&self.units);
        matches!(text.trim(), "" | NUMBER)
    }

    pub fn is_title(&self) -> bool {
        self.kind.plain() == Kind::TITLE
    }

    /// Writes its paragraphs.
    pub fn write(&self, fonts: &Fonts, story: &mut Story) {
        let level = self.is_title().then_some(LEVEL);
        story.start_paragraph(level);
        let whole = [Run { units: self.units.len(), font: None }];
        let mut rest = &self.units[..];
        for run in self.runs.iter().chain(&whole) {
            let (units, behind) = rest.split_at(run.units.min(rest.len()));
            rest = behind;
            self.write_run(units, fonts.of(self.kind, run.font), level, story);
        }
        story.end_paragraph(level);
    }

    fn write_run(&self, units: &[u16], font: &str, level: Option<u8>, story: &mut Story) {
        let text: String = char::decode_utf16(units.iter().copied()).map(|c| c.unwrap_or('\u{FFFD}')).collect();
        let mut rest = text.as_str();
        while let Some(end) = rest.find(['\r', '\u{B}']) {
            story.text(font, &rest[..end]);
            match rest.as_bytes()[end] {
                b'\r' if level.is_none() => story.start_paragraph(None),
                _ => story.line_break(),
            }
            rest = &rest[end + 1..];
        }
        story.text(font, rest);
    }
}
