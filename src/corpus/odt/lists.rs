//! Styles of lists and the lists in the text -> the number of each paragraph, by OpenDocument 1.3.

use std::collections::HashMap;

use crate::corpus::lists::{Figures, LEVELS, List};
use crate::corpus::room::{MAX_OPEN, entry};
use crate::corpus::xml::{Piece, Tag, pieces};

/// The numbering of headings has a style without a name.
const OUTLINE: &str = "";

/// The lists of a text under way.
#[derive(Default)]
pub(super) struct Lists {
    /// By the names of their styles; lists of one style count on where they say so.
    lists: HashMap<String, List>,
    /// The styles of the open lists, the innermost last.
    open: Vec<String>,
    /// Lists beyond those remembered.
    deeper: usize,
    /// An item whose first paragraph has not come, with the number that it starts at, if it says one.
    item: Option<Option<u32>>,
}

impl Lists {
    pub fn read(parts: [&str; 2]) -> Self {
        let mut lists: HashMap<String, List> = HashMap::new();
        for part in parts {
            let mut style = None;
            // A broken part gives the styles before the break.
            let _ = pieces(part, |piece| match piece {
                Piece::Start(tag) => match (tag.local(), &style) {
                    ("list-style", _) => style = tag.get("name").map(|name| name.into_owned()),
                    ("outline-style", _) => style = Some(OUTLINE.to_owned()),
                    (kind, Some(name)) if kind.starts_with("list-level-style") || kind == "outline-level-style" => {
                        if let Some(list) = entry(&mut lists, name.clone()) {
                            set_level(list, &tag);
                        }
                    }
                    _ => {}
                },
                Piece::End(name) if matches!(name.local(), "list-style" | "outline-style") => style = None,
                _ => {}
            });
        }
        Self { lists, ..Self::default() }
    }

    pub fn start_list(&mut self, tag: &Tag) {
        let own = tag.get("style-name").map(|name| name.into_owned());
        let style = own.or_else(|| self.open.last().cloned()).unwrap_or_default();
        let goes_on = tag.get("continue-list").is_some() || tag.get("continue-numbering").as_deref() == Some("true");
        if self.open.is_empty()
            && !goes_on
            && let Some(list) = self.lists.get_mut(&style)
        {
            list.restart();
        }
        if self.open.len() < MAX_OPEN {
            self.open.push(style);
        } else {
            self.deeper += 1;
        }
    }

    pub fn end_list(&mut self) {
        match self.deeper {
            0 => drop(self.open.pop()),
            deeper => self.deeper = deeper - 1,
        }
        self.item = None;
    }

    pub fn start_item(&mut self, tag: &Tag) {
        self.item = Some(tag.get("start-value").and_then(|start| start.parse().ok()));
    }

    pub fn end_item(&mut self) {
        self.item = None;
    }

    /// The number of a paragraph that starts here; `level` is that of a heading.
    pub fn number(&mut self, level: Option<u8>) -> Option<String> {
        let (style, level, start) = match (self.open.last(), level) {
            (Some(style), _) => (style.as_str(), self.open.len() - 1, self.item.take()?),
            (None, level) => (OUTLINE, usize::from(level?.saturating_sub(1)), None),
        };
        let list = self.lists.get_mut(style)?;
        Some(list.next(level, start)).filter(|number| !number.is_empty())
    }
}

fn set_level(list: &mut List, tag: &Tag) {
    let number = |name: &str| tag.get(name).and_then(|value| value.parse::<usize>().ok());
    let text = |name: &str| tag.get(name).unwrap_or_default().into_owned();
    let Some(at) = number("level").and_then(|level| level.checked_sub(1)).filter(|&level| level < LEVELS) else {
        return;
    };
    let level = &mut list.levels[at];
    level.start = tag.get("start-value").and_then(|start| start.parse().ok()).unwrap_or(1);
    level.figures = figures(&text("num-format"));
    level.pattern = match (tag.get("bullet-char"), level.figures) {
        (Some(bullet), _) => bullet.into_owned(),
        (None, Figures::None) => String::new(),
        (None, _) => {
            let shown = number("display-levels").unwrap_or(1).clamp(1, at + 1);
            let levels: Vec<String> = (at + 1 - shown..=at).map(|level| char::from(level as u8).into()).collect();
            format!("{}{}{}", text("num-prefix"), levels.join("."), text("num-suffix"))
        }
    };
}

fn figures(format: &str) -> Figures {
    match format {
        "" => Figures::None,
        "01" => Figures::TwoDigits,
        "I" => Figures::UpperRoman,
        "i" => Figures::LowerRoman,
        "A" => Figures::UpperLetter,
        "a" => Figures::LowerLetter,
        _ => Figures::Decimal,
    }
}
