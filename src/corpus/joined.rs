//! Contents one after another -> one content, with its headings and pages where they are then.

use super::content::Content;
use super::room::{Room, push};
use super::unreadable::Unreadable;

/// What stands between two contents.
const GAP: &str = "\n\n";

/// A content under way.
pub(super) struct Joined {
    content: Content,
    /// The lines of the text so far but the last.
    lines: usize,
    room: Room,
}

impl Joined {
    /// One that takes no more than there is room for.
    pub fn within(room: Room) -> Self {
        Self { content: Content::default(), lines: 0, room }
    }

    /// Adds the text of a content, with what is known of it.
    pub fn add(&mut self, added: Content) {
        if !self.room.take(added.text.len()) {
            return;
        }
        let own = &mut self.content;
        let text = added.text.trim_end();
        if !own.text.is_empty() && !text.is_empty() {
            own.text.push_str(GAP);
            self.lines += GAP.len();
        }
        for mut heading in added.headings {
            heading.line += self.lines;
            push(&mut own.headings, heading);
        }
        for page in added.pages {
            push(&mut own.pages, page + self.lines);
        }
        self.lines += text.matches('\n').count();
        own.text.push_str(text);
        own.notices.extend(added.notices);
        own.title = own.title.take().or(added.title);
        for font in added.fonts {
            match own.fonts.iter_mut().find(|known| known.font == font.font) {
                Some(known) => known.letters += font.letters,
                None => _ = push(&mut own.fonts, font),
            }
        }
    }

    /// # Errors
    /// There was not room for all of it.
    pub fn finish(self) -> Result<Content, Unreadable> {
        self.room.check()?;
        Ok(self.content)
    }
}
