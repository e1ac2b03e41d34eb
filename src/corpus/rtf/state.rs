//! What holds for the text of a group, and which words put text where.

/// Where text belongs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Place {
    #[default]
    Text,
    Note,
    /// The head or the foot of pages.
    Head,
    Fonts,
    Styles,
    /// The properties of the document, of which the title is one.
    Info,
    Title,
    Nowhere,
}

/// What holds until the group ends.
#[derive(Clone, Debug)]
pub(super) struct State {
    pub place: Place,
    pub font: Option<i32>,
    pub is_hidden: bool,
    pub is_deleted: bool,
    pub is_raised: bool,
    pub style: Option<i32>,
    pub outline: Option<i32>,
    pub in_table: bool,
    /// The next section goes on upon the same page.
    pub goes_on: bool,
    /// How many characters follow a Unicode one for old programs.
    pub stand_ins: usize,
}

impl Default for State {
    fn default() -> Self {
        Self {
            place: Place::Text,
            font: None,
            is_hidden: false,
            is_deleted: false,
            is_raised: false,
            style: None,
            outline: None,
            in_table: false,
            goes_on: false,
            stand_ins: 1,
        }
    }
}

impl State {
    pub fn reset_run(&mut self) {
        self.font = None;
        self.is_hidden = false;
        self.is_deleted = false;
        self.is_raised = false;
    }

    pub fn reset_paragraph(&mut self) {
        self.style = None;
        self.outline = None;
        self.in_table = false;
    }
}

/// A paragraph style.
#[derive(Clone, Debug)]
pub(super) struct Style {
    pub level: Option<u8>,
}

impl Style {
    pub fn new(outline: Option<i32>, name: &str) -> Self {
        let by_name = || {
            let name = name.trim().trim_end_matches(';').to_ascii_lowercase();
            name.strip_prefix("heading ")?.parse().ok().filter(|level| (1..=9).contains(level))
        };
        Self { level: outline.and_then(level_of).or_else(by_name) }
    }
}

/// The level of `\outlinelevel`: 1 for 0; none for 9, which is body text.
pub(super) fn level_of(outline: i32) -> Option<u8> {
    u8::try_from(outline).ok().filter(|&outline| outline < 9).map(|outline| outline + 1)
}

/// Words that stand for text.
pub(super) fn sign(word: &str) -> Option<&'static str> {
    Some(match word {
        "tab" | "enspace" | "emspace" | "qmspace" => " ",
        "emdash" => "—",
        "endash" => "–",
        "lquote" => "‘",
        "rquote" => "’",
        "ldblquote" => "“",
        "rdblquote" => "”",
        "bullet" => "•",
        _ => return None,
    })
}

/// Groups with the head or the foot of pages.
pub(super) fn is_head(word: &str) -> bool {
    let kind = word.strip_prefix("header").or_else(|| word.strip_prefix("footer"));
    matches!(kind, Some("" | "l" | "r" | "f"))
}

/// Groups whose content is no text of the document.
pub(super) fn is_no_text(word: &str) -> bool {
    matches!(
        word,
        "colortbl"
            | "pict"
            | "object"
            | "objdata"
            | "ftnsep"
            | "ftnsepc"
            | "ftncn"
            | "aftnsep"
            | "aftnsepc"
            | "aftncn"
            | "xe"
            | "tc"
            | "rxe"
            | "txe"
            | "nonshppict"
            | "fldinst"
            | "annotation"
            | "atnid"
            | "atnauthor"
            | "filetbl"
            | "private"
            | "template"
            | "nonesttables"
            | "shprslt"
            | "sp"
            | "themedata"
            | "datastore"
            | "listtable"
            | "revtbl"
            | "rsidtbl"
            | "generator"
            | "bkmkstart"
            | "bkmkend"
            | "falt"
            | "panose"
            | "do"
            | "latentstyles"
    )
}
