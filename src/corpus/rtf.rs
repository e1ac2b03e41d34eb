//! Bytes of Rich Text Format -> its text, by the specification 1.9.1, with headings and pages.
//!
//! Groups are counted, not nested; comments, pictures, hidden text, deletions and
//! the codes of fields are not read.

mod fonts;
mod state;
mod tokens;

use std::collections::HashMap;

use super::content::Content;
use super::limits::Limits;
use super::oddity::Oddity;
use super::room::{MAX_OPEN, Room, insert};
use super::story::Story;
use super::title;
use super::unreadable::Unreadable;

use self::fonts::Fonts;
use self::state::{Place, State, Style};
use self::tokens::{Token, Tokens};

/// Reads Rich Text Format.
pub(super) fn parse(bytes: &[u8], limits: &Limits) -> Result<Content, Unreadable> {
    let mut paper = Paper::within(Room::of(limits));
    let mut tokens = Tokens::new(bytes);
    while let Some(token) = tokens.next() {
        paper.take(token, &mut tokens);
    }
    paper.finish()
}

/// A file under way.
struct Paper {
    story: Story,
    /// The heads and feet of pages; the text while one is read.
    heads: Story,
    fonts: Fonts,
    styles: HashMap<i32, Style>,
    title: String,
    name: String,
    state: State,
    outer: Vec<State>,
    /// Groups beyond those remembered.
    deeper: usize,
    /// Bytes of text that are not decoded yet.
    bytes: Vec<u8>,
    /// The first half of a character beyond U+FFFF.
    high_surrogate: Option<u16>,
    /// Characters to leave out after a Unicode one, for which they stand in old programs.
    stand_ins: usize,
    /// The group just opened may name where its text belongs, and may be marked as optional.
    is_new_group: bool,
    is_optional: bool,
    has_begun: bool,
    in_table: bool,
    in_row: bool,
    starts_page: bool,
}

impl Paper {
    fn within(room: Room) -> Self {
        Self {
            story: Story::within(room.clone()),
            heads: Story::within(room),
            fonts: Fonts::default(),
            styles: HashMap::new(),
            title: String::new(),
            name: String::new(),
            state: State::default(),
            outer: Vec::new(),
            deeper: 0,
            bytes: Vec::new(),
            high_surrogate: None,
            stand_ins: 0,
            is_new_group: false,
            is_optional: false,
            has_begun: false,
            in_table: false,
            in_row: false,
            starts_page: false,
        }
    }

    fn take(&mut self, token: Token, tokens: &mut Tokens) {
        match token {
            Token::Open => {
                self.decode();
                self.stand_ins = 0;
                self.open();
            }
            Token::Close => {
                self.decode();
                self.stand_ins = 0;
                self.close();
            }
            Token::Byte(byte) if self.stand_ins == 0 => {
                self.is_new_group = false;
                self.bytes.push(byte);
            }
            Token::Word("bin", length) => tokens.skip(usize::try_from(length.unwrap_or(0)).unwrap_or(0)),
            // Programs that leave out the stand-in must not lose what comes next.
            Token::Word("u" | "par" | "pard" | "cell" | "row", _) if self.stand_ins > 0 => {
                self.stand_ins = 0;
                self.take(token, tokens);
            }
            Token::Byte(_) | Token::Word(..) | Token::Sign(_) if self.stand_ins > 0 => self.stand_ins -= 1,
            Token::Byte(_) => {}
            Token::Sign(b'*') => self.is_optional = true,
            Token::Sign(sign) => {
                self.is_new_group = false;
                match sign {
                    b'~' => self.bytes.push(b' '),
                    b'_' => self.bytes.push(b'-'),
                    b'-' => self.soft_hyphen(),
                    b'\n' | b'\r' => self.word("par", None),
                    _ => {}
                }
            }
            Token::Word(word, value) => {
                let is_first = std::mem::take(&mut self.is_new_group);
                let is_optional = std::mem::take(&mut self.is_optional);
                if !(is_first && self.enter(word, is_optional)) {
                    self.word(word, value);
                }
            }
        }
    }

    fn open(&mut self) {
        self.is_new_group = true;
        self.is_optional = false;
        // deeper ones share the state of the last
        if self.outer.len() < MAX_OPEN {
            self.outer.push(self.state.clone());
        } else {
            self.deeper += 1;
        }
    }

    fn close(&mut self) {
        self.is_new_group = false;
        if self.deeper > 0 {
            self.deeper -= 1;
        } else if let Some(outer) = self.outer.pop() {
            if self.state.place == Place::Note && outer.place != Place::Note {
                self.story.close_note();
            }
            if self.state.place == Place::Styles {
                self.end_style();
            }
            if self.state.place == Place::Head && outer.place != Place::Head {
                self.end_paragraph();
                std::mem::swap(&mut self.story, &mut self.heads);
            }
            self.state = outer;
        }
    }

    /// Whether the first word of a group names where its text belongs.
    fn enter(&mut self, word: &str, is_optional: bool) -> bool {
        if self.state.place == Place::Nowhere {
            return true;
        }
        let place = match word {
            "fonttbl" => Place::Fonts,
            "stylesheet" => Place::Styles,
            "info" => Place::Nowhere,
            "title" => Place::Title,
            "footnote" if self.state.place == Place::Text && self.deeper == 0 => {
                self.story.open_note();
                Place::Note
            }
            "shpinst" => return true,
            word if state::is_head(word) => match self.state.place {
                Place::Text if self.deeper == 0 && !self.has_begun => {
                    std::mem::swap(&mut self.story, &mut self.heads);
                    Place::Head
                }
                _ => Place::Nowhere,
            },
            word if state::is_no_text(word) => Place::Nowhere,
            // What is optional and unknown is to be passed over.
            _ if is_optional && self.state.place != Place::Styles => Place::Nowhere,
            _ => return false,
        };
        // The title lies in a group whose other texts are none.
        self.state.place = if word == "info" { Place::Info } else { place };
        true
    }

    fn word(&mut self, word: &str, value: Option<i32>) {
        let is_on = value != Some(0);
        match word {
            "u" => return self.unicode(value.unwrap_or(0)),
            "ansicpg" => return self.fonts.set_code_page(value.unwrap_or(0)),
            "deff" => return self.fonts.default = value.unwrap_or(0),
            "uc" => return self.state.stand_ins = usize::try_from(value.unwrap_or(1)).unwrap_or(1),
            _ => {}
        }
        match self.state.place {
            Place::Text | Place::Note | Place::Head => {}
            Place::Fonts => {
                self.decode();
                return self.fonts.word(word, value.unwrap_or(0));
            }
            Place::Styles => return self.style_word(word, value),
            Place::Nowhere | Place::Title | Place::Info => return,
        }
        if let Some(text) = state::sign(word) {
            return self.write(text);
        }
        match word {
            "f" => {
                self.decode();
                self.state.font = value;
            }
            "plain" => {
                self.decode();
                self.state.reset_run();
            }
            "v" => {
                self.decode();
                self.state.is_hidden = is_on;
            }
            "deleted" => {
                self.decode();
                self.state.is_deleted = is_on;
            }
            "super" | "nosupersub" | "sub" => {
                self.decode();
                self.state.is_raised = is_on && word == "super";
            }
            "pard" => {
                self.decode();
                self.state.reset_paragraph();
            }
            "s" => self.state.style = value,
            "outlinelevel" => self.state.outline = value,
            "intbl" => self.state.in_table = is_on,
            "pagebb" => self.starts_page |= is_on,
            _ => self.break_word(word),
        }
    }

    /// What ends a line, a paragraph, a cell, a row or a page.
    fn break_word(&mut self, word: &str) {
        match word {
            "par" | "sect" | "nestcell" | "nestrow" => self.end_paragraph(),
            "line" | "lbr" | "softline" => {
                self.decode();
                self.story.line_break();
            }
            "cell" => {
                self.end_paragraph();
                if self.in_row {
                    self.story.open_cell();
                }
            }
            "trowd" => self.open_row(),
            "row" => {
                self.end_paragraph();
                if std::mem::take(&mut self.in_row) {
                    self.story.close_row();
                }
            }
            _ => {}
        }
        match word {
            "sbknone" => self.state.goes_on = true,
            "sectd" => self.state.goes_on = false,
            "page" => {
                self.decode();
                self.story.start_paragraph(None);
                self.story.start_page();
            }
            "sect" if !self.state.goes_on && self.state.place == Place::Text => self.story.start_page(),
            "softpage" => {
                self.decode();
                self.story.start_page();
            }
            _ => {}
        }
    }

    fn style_word(&mut self, word: &str, value: Option<i32>) {
        match word {
            "s" => self.state.style = value,
            "cs" | "ds" | "ts" => self.state.style = None,
            "outlinelevel" => self.state.outline = value,
            _ => {}
        }
    }

    fn end_style(&mut self) {
        let name = std::mem::take(&mut self.name);
        if let Some(number) = self.state.style {
            insert(&mut self.styles, number, Style::new(self.state.outline, &name));
        }
    }

    fn unicode(&mut self, value: i32) {
        self.decode();
        self.stand_ins = self.state.stand_ins;
        // Numbers above 32767 are written as negative ones.
        let unit = value.rem_euclid(0x1_0000) as u16;
        let units = [self.high_surrogate.take().unwrap_or(unit), unit];
        let is_pair = (0xDC00..0xE000).contains(&unit) && units[0] != unit;
        if (0xD800..0xDC00).contains(&unit) {
            self.high_surrogate = Some(unit);
        } else {
            let text = String::from_utf16_lossy(if is_pair { &units } else { &units[1..] });
            self.write(&text);
        }
    }

    /// Makes text of the bytes before this point.
    fn decode(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.bytes);
        match self.state.place {
            Place::Nowhere | Place::Info => {}
            Place::Fonts => self.fonts.name(&bytes),
            _ => {
                let text = self.fonts.decode(self.state.font, &bytes);
                self.write(&text);
            }
        }
        self.bytes = bytes;
        self.bytes.clear();
    }

    fn write(&mut self, text: &str) {
        self.decode_before_write();
        match self.state.place {
            Place::Title => self.title.push_str(text),
            Place::Styles => self.name.push_str(text),
            Place::Text | Place::Note | Place::Head if !self.state.is_hidden && !self.state.is_deleted => {
                self.begin();
                let font = self.fonts.family(self.state.font);
                if self.state.is_raised {
                    self.story.raised(font, text);
                } else {
                    self.story.text(font, text);
                }
            }
            _ => {}
        }
    }

    fn soft_hyphen(&mut self) {
        self.decode();
        if matches!(self.state.place, Place::Text | Place::Note) && !self.state.is_hidden && !self.state.is_deleted {
            self.begin();
            self.story.soft_hyphen(self.fonts.family(self.state.font));
        }
    }

    fn decode_before_write(&mut self) {
        if !self.bytes.is_empty() {
            self.decode();
        }
    }

    /// Opens what the first text of a paragraph stands in.
    fn begin(&mut self) {
        if self.has_begun {
            return;
        }
        self.has_begun = true;
        if self.state.place == Place::Text {
            if self.state.in_table {
                self.open_row();
            } else if self.in_table && !self.in_row {
                self.in_table = false;
                self.story.close_table();
            }
        }
        if std::mem::take(&mut self.starts_page) {
            self.story.start_page();
        }
        self.story.start_paragraph(self.level());
    }

    fn end_paragraph(&mut self) {
        self.decode();
        let level = self.level().filter(|_| self.has_begun);
        self.story.end_paragraph(level);
        self.has_begun = false;
    }

    fn open_row(&mut self) {
        if self.in_row || self.state.place != Place::Text {
            return;
        }
        if !self.in_table {
            self.story.open_table();
        }
        self.in_table = true;
        self.in_row = true;
        self.story.open_row();
        self.story.open_cell();
    }

    fn level(&self) -> Option<u8> {
        if self.state.place != Place::Text {
            return None;
        }
        let style = self.state.style.and_then(|style| self.styles.get(&style));
        match self.state.outline {
            Some(outline) => state::level_of(outline),
            None => style.and_then(|style| style.level),
        }
    }

    fn finish(mut self) -> Result<Content, Unreadable> {
        self.decode();
        let mut notices = Vec::new();
        if !self.outer.is_empty() {
            notices.push(Oddity::BreaksOff);
        }
        if self.state.place == Place::Head {
            std::mem::swap(&mut self.story, &mut self.heads);
        }
        self.story.write_heads(&self.heads.into_text()?);
        Ok(Content { title: title::told(&self.title), notices, ..self.story.finish()? })
    }
}

#[cfg(test)]
pub(super) mod tests;
