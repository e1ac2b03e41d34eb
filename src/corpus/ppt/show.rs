//! The records of a presentation -> its slides with their texts and notes, by \[MS-PPT\] 2.1.2 and 2.4.

use std::collections::HashMap;

use crate::corpus::bytes::{u32_at, utf16_text};
use crate::corpus::room::{insert, push};
use crate::corpus::story::Story;
use crate::corpus::unreadable::{Damage, Unreadable};

use super::records::{Record, Records};
use super::styles::master_font;
use super::text::{Fonts, Kind, Text, texts};

const DOCUMENT: u16 = 0x03E8;
const SLIDE: u16 = 0x03EE;
const ENVIRONMENT: u16 = 0x03F2;
const SLIDE_PLACE: u16 = 0x03F3;
const NOTES: u16 = 0x03F0;
const NOTES_HEAD: u16 = 0x03F1;
const SLIDE_LIST: u16 = 0x0FF0;
const DRAWING: u16 = 0x040C;
const TEXT_BOX: u16 = 0xF00D;
const FONT: u16 = 0x0FB7;
const MASTER_STYLE: u16 = 0x0FA3;
const EDIT: u16 = 0x0FF5;
const PLACES: u16 = 0x1772;

/// Which slides a list is of.
const OF_SLIDES: u16 = 0;
const OF_MASTERS: u16 = 1;
const OF_NOTES: u16 = 2;

/// Nobody has saved a file more often.
const MAX_EDITS: usize = 10_000;

/// Bytes of the name of a font.
const FONT_BYTES: usize = 64;

/// Styles of masters from this kind of text on number their levels.
const NUMBERED_LEVELS: u16 = 5;

/// A presentation.
pub(super) struct Show {
    pub slides: Vec<Slide>,
    pub fonts: Fonts,
}

/// A slide.
#[derive(Default)]
pub(super) struct Slide {
    texts: Vec<Text>,
    notes: Vec<Text>,
}

impl Slide {
    /// Writes a slide, its title first and its notes last.
    pub fn write(&self, fonts: &Fonts, story: &mut Story) {
        let shown = |texts: &'_ [Text]| texts.iter().filter(|text| !text.is_empty()).cloned().collect::<Vec<_>>();
        let (titles, others): (Vec<_>, Vec<_>) = shown(&self.texts).into_iter().partition(Text::is_title);
        titles.iter().chain(&others).for_each(|text| text.write(fonts, story));
        let notes = shown(&self.notes);
        if !notes.is_empty() {
            story.gap();
        }
        notes.iter().for_each(|text| text.write(fonts, story));
    }
}

impl Show {
    /// Reads a presentation whose last edit lies at a place, if that is known.
    pub fn read(stream: &[u8], edit: Option<usize>) -> Result<Self, Unreadable> {
        let (places, document) = places(stream, edit);
        let at = |number: u32| places.get(&number).and_then(|&place| Record::at(stream, place));
        let found = document.and_then(at).filter(|record| record.kind == DOCUMENT);
        // without a table of its parts they lie side by side
        let document = found.or_else(|| Records { rest: stream }.filter(|record| record.kind == DOCUMENT).last());
        let document = document.ok_or(Unreadable::Damaged(Damage::NoPresentation))?;
        let fonts = fonts(document, at);
        let notes = notes(document, at);
        let mut slides = Vec::new();
        for entry in entries(document, OF_SLIDES) {
            let slide = at(entry.place).filter(|record| record.kind == SLIDE);
            let own = slide.map(|slide| slide_texts(slide, &entry.texts)).unwrap_or_default();
            let texts = if own.is_empty() { entry.texts } else { own };
            let notes = notes.get(&entry.id).cloned().unwrap_or_default();
            push(&mut slides, Slide { texts, notes });
        }
        if slides.iter().all(|slide| slide.texts.is_empty()) {
            slides = Records { rest: stream }
                .filter(|record| record.kind == SLIDE)
                .map(|slide| Slide { texts: slide_texts(slide, &[]), notes: Vec::new() })
                .collect();
        }
        Ok(Self { slides, fonts })
    }
}

/// The places of the parts by their numbers, and the number of the document: what was saved last counts.
fn places(stream: &[u8], edit: Option<usize>) -> (HashMap<u32, usize>, Option<u32>) {
    let mut places = HashMap::new();
    let mut document = None;
    let mut next = edit;
    for _ in 0..MAX_EDITS {
        let Some(edit) = next.and_then(|place| Record::at(stream, place)).filter(|record| record.kind == EDIT) else {
            break;
        };
        let told = |at: usize| u32_at(edit.data, at).unwrap_or(0);
        document = document.or(Some(told(16)));
        if let Some(table) = Record::at(stream, told(12) as usize).filter(|record| record.kind == PLACES) {
            add_places(table.data, &mut places);
        }
        let before = told(8) as usize;
        // each edit lies behind the one before
        next = Some(before).filter(|&before| before > 0 && next.is_some_and(|next| before < next));
    }
    (places, document)
}

fn add_places(mut rest: &[u8], places: &mut HashMap<u32, usize>) {
    while let Some(head) = u32_at(rest, 0) {
        let (first, count) = (head & 0xF_FFFF, head >> 20);
        rest = &rest[4..];
        for number in (first..).take(count as usize) {
            let Some(place) = u32_at(rest, 0) else { return };
            if !places.contains_key(&number) {
                insert(places, number, place as usize);
            }
            rest = &rest[4..];
        }
    }
}

/// An entry of a list of slides.
struct Entry {
    /// The number of its part.
    place: u32,
    id: u32,
    /// Its texts in the outline.
    texts: Vec<Text>,
}

/// The entries of the list of some slides.
fn entries(document: Record, of: u16) -> Vec<Entry> {
    let lists = document.records().filter(|record| record.kind == SLIDE_LIST && record.instance == of);
    let mut entries = Vec::new();
    for list in lists {
        let records: Vec<Record> = list.records().collect();
        for entry in records.chunk_by(|_, next| next.kind != SLIDE_PLACE) {
            let Some(head) = entry.first().filter(|record| record.kind == SLIDE_PLACE) else { continue };
            let told = |at: usize| u32_at(head.data, at).unwrap_or(0);
            push(&mut entries, Entry { place: told(0), id: told(12), texts: texts(entry.iter().copied()) });
        }
    }
    entries
}

/// The texts on a slide; those that only refer to the outline are taken from there.
fn slide_texts(slide: Record, outline: &[Text]) -> Vec<Text> {
    let mut found: Vec<Text> = Vec::new();
    let mut used = vec![false; outline.len()];
    for drawing in slide.records().filter(|record| record.kind == DRAWING) {
        drawing.each(&[TEXT_BOX], &mut |text_box| {
            for text in texts(text_box_records(text_box)) {
                match text.outline {
                    None => _ = push(&mut found, text),
                    // one that two boxes refer to is shown once
                    Some(number) if used.get(number).is_some_and(|used| !used) => {
                        used[number] = true;
                        push(&mut found, outline[number].clone());
                    }
                    Some(_) => {}
                }
            }
        });
    }
    let unused = outline.iter().zip(used).filter(|(_, used)| !used).map(|(text, _)| text.clone());
    found.extend(unused);
    found
}

/// The records in a box of text, whose version does not always say that it holds some.
fn text_box_records(text_box: Record<'_>) -> Records<'_> {
    Records { rest: text_box.data }
}

/// The texts of the pages of notes by the numbers of their slides.
fn notes<'a>(document: Record<'a>, at: impl Fn(u32) -> Option<Record<'a>>) -> HashMap<u32, Vec<Text>> {
    let mut notes = HashMap::new();
    for entry in entries(document, OF_NOTES) {
        let Some(page) = at(entry.place).filter(|record| record.kind == NOTES) else { continue };
        let slide = page.first(NOTES_HEAD).and_then(|head| u32_at(head.data, 0));
        if let Some(slide) = slide {
            insert(&mut notes, slide, slide_texts(page, &entry.texts));
        }
    }
    notes
}

fn fonts<'a>(document: Record<'a>, at: impl Fn(u32) -> Option<Record<'a>>) -> Fonts {
    let mut fonts = Fonts::default();
    if let Some(environment) = document.first(ENVIRONMENT) {
        environment.each(&[FONT], &mut |font| {
            let name = utf16_text(&font.data[..font.data.len().min(FONT_BYTES)]);
            push(&mut fonts.names, name);
        });
    }
    let master = entries(document, OF_MASTERS).first().and_then(|entry| at(entry.place));
    for container in [master, document.first(ENVIRONMENT)].into_iter().flatten() {
        for style in container.records().filter(|record| record.kind == MASTER_STYLE) {
            let kind = Kind(u8::try_from(style.instance).unwrap_or(Kind::OTHER.0));
            let font = master_font(style.data, style.instance >= NUMBERED_LEVELS);
            fonts.masters.extend(font.map(|font| (kind, font)));
        }
    }
    fonts
}
