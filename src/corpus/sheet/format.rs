//! The code of a number format -> what it shows and where, by ECMA-376 part 1, 18.8.30 and 18.8.31.

/// Longer codes are none.
const MAX_CODE_CHARS: usize = 512;

/// The language of Vietnam in codes.
const VIETNAMESE: u32 = 0x042A;

/// Formats that files do not spell out, by number. Days and times are shown as Vietnam has them, for what these are
/// is left to the system.
const BUILT_IN: [(u16, &str); 36] = [
    (1, "0"),
    (2, "0.00"),
    (3, "#,##0"),
    (4, "#,##0.00"),
    (5, "#,##0;-#,##0"),
    (6, "#,##0;-#,##0"),
    (7, "#,##0.00;-#,##0.00"),
    (8, "#,##0.00;-#,##0.00"),
    (9, "0%"),
    (10, "0.00%"),
    (11, "0.00E+00"),
    (12, "# ?/?"),
    (13, "# ??/??"),
    (14, "dd/mm/yyyy"),
    (15, "d-mmm-yy"),
    (16, "d-mmm"),
    (17, "mmm-yy"),
    (18, "h:mm AM/PM"),
    (19, "h:mm:ss AM/PM"),
    (20, "h:mm"),
    (21, "h:mm:ss"),
    (22, "dd/mm/yyyy h:mm"),
    (27, "dd/mm/yyyy"),
    (30, "dd/mm/yyyy"),
    (36, "dd/mm/yyyy"),
    (37, "#,##0;(#,##0)"),
    (38, "#,##0;(#,##0)"),
    (39, "#,##0.00;(#,##0.00)"),
    (40, "#,##0.00;(#,##0.00)"),
    (41, "#,##0;(#,##0);-;@"),
    (42, "#,##0;(#,##0);-;@"),
    (43, "#,##0.00;(#,##0.00);-;@"),
    (44, "#,##0.00;(#,##0.00);-;@"),
    (45, "mm:ss"),
    (46, "[h]:mm:ss"),
    (48, "##0.0E+0"),
];

/// A number format.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::corpus) struct Format {
    /// For what is above zero, below it, zero, and text, as far as they are told; none shows a number as it is.
    pub(super) sections: Vec<Section>,
}

/// What is shown of some values.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Section {
    pub tokens: Vec<Token>,
    pub condition: Option<Condition>,
    /// Whether names of days and months are those of Vietnam.
    pub is_vietnamese: bool,
}

/// The values that a section is for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Condition {
    pub less: bool,
    pub equal: bool,
    pub more: bool,
    pub than: f64,
}

impl Condition {
    pub fn holds(self, number: f64) -> bool {
        (self.less && number < self.than) || (self.equal && number == self.than) || (self.more && number > self.than)
    }
}

/// A piece of a section.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    Literal(String),
    /// The place of a figure: `0`, `#` or `?`.
    Place(char),
    Point,
    Comma,
    Percent,
    /// The exponent of ten; whether its plus is shown.
    Exponent(bool),
    Slash,
    /// The value as it is.
    General,
    Text,
    Year(usize),
    Month(usize),
    Day(usize),
    Hour(usize),
    Minute(usize),
    Second(usize),
    /// All hours, minutes or seconds since the calendar began, with the least figures.
    Elapsed(char, usize),
    /// AM or PM; whether by one letter.
    HalfDay(bool),
}

impl Section {
    /// Whether it shows a time.
    pub fn is_time(&self) -> bool {
        use Token::{Day, Elapsed, HalfDay, Hour, Minute, Month, Second, Year};
        let is_time = |token: &Token| {
            matches!(token, Year(_) | Month(_) | Day(_) | Hour(_) | Minute(_) | Second(_) | Elapsed(..) | HalfDay(_))
        };
        self.tokens.iter().any(is_time)
    }
}

impl Format {
    /// Reads a code; what is odd in it is shown as it stands.
    pub fn read(code: &str) -> Self {
        let chars: Vec<char> = code.chars().take(MAX_CODE_CHARS).collect();
        if code.eq_ignore_ascii_case("general") || code.is_empty() {
            return Self::default();
        }
        let mut sections = vec![Section::default()];
        let mut rest = &chars[..];
        while let [first, after @ ..] = rest {
            if *first == ';' {
                sections.push(Section::default());
                rest = after;
            } else if let Some(section) = sections.last_mut() {
                rest = section.read(rest);
            }
        }
        sections.iter_mut().for_each(Section::tell_minutes);
        Self { sections }
    }

    /// The format of this number that files do not spell out.
    pub fn built_in(number: u16) -> Self {
        let code = BUILT_IN.iter().find(|(known, _)| *known == number).map(|(_, code)| *code);
        code.map_or_else(Self::default, Self::read)
    }
}

impl Section {
    /// Reads a token and returns what stands behind it.
    fn read<'c>(&mut self, chars: &'c [char]) -> &'c [char] {
        let first = chars[0].to_ascii_lowercase();
        let run = chars.iter().take_while(|c| c.to_ascii_lowercase() == first).count();
        let starts = |word: &str| {
            word.chars().count() <= chars.len() && word.chars().zip(chars).all(|(a, b)| a == b.to_ascii_lowercase())
        };
        let (token, taken) = match first {
            '"' => {
                let end = chars[1..].iter().position(|&c| c == '"').unwrap_or(chars.len() - 1);
                (Token::Literal(chars[1..=end].iter().collect()), end + 2)
            }
            '\\' => (Token::Literal(chars.get(1).into_iter().collect()), 2),
            '_' => (Token::Literal(" ".to_owned()), 2),
            '*' => (Token::Literal(String::new()), 2),
            '[' => return self.bracket(chars),
            '0' | '#' | '?' => (Token::Place(first), 1),
            '.' => (Token::Point, 1),
            ',' => (Token::Comma, 1),
            '%' => (Token::Percent, 1),
            '/' => (Token::Slash, 1),
            '@' => (Token::Text, 1),
            'e' if matches!(chars.get(1), Some('+' | '-')) => (Token::Exponent(chars[1] == '+'), 2),
            'g' if starts("general") => (Token::General, 7),
            'a' if starts("am/pm") => (Token::HalfDay(false), 5),
            'a' if starts("a/p") => (Token::HalfDay(true), 3),
            'y' | 'e' => (Token::Year(run), run),
            'm' => (Token::Month(run), run),
            'd' => (Token::Day(run), run),
            'h' => (Token::Hour(run), run),
            's' => (Token::Second(run), run),
            _ => (Token::Literal(chars[0].to_string()), 1),
        };
        self.tokens.push(token);
        chars.get(taken..).unwrap_or_default()
    }

    /// Reads what stands in brackets: a color, a condition, a sign with a language, or an elapsed time.
    fn bracket<'c>(&mut self, chars: &'c [char]) -> &'c [char] {
        let Some(end) = chars.iter().position(|&c| c == ']') else {
            self.tokens.push(Token::Literal(chars.iter().collect()));
            return &[];
        };
        let told: String = chars[1..end].iter().collect();
        let lower = told.to_ascii_lowercase();
        let first = lower.chars().next().unwrap_or(' ');
        if let Some(sign) = told.strip_prefix('$') {
            let (sign, language) = sign.split_once('-').unwrap_or((sign, ""));
            let language = u32::from_str_radix(language.rsplit(',').next().unwrap_or(language), 16).unwrap_or(0);
            self.is_vietnamese |= language & 0xFFFF == VIETNAMESE;
            self.tokens.push(Token::Literal(sign.to_owned()));
        } else if matches!(first, 'h' | 'm' | 's') && lower.chars().all(|c| c == first) {
            self.tokens.push(Token::Elapsed(first, lower.len()));
        } else if matches!(first, '<' | '>' | '=') {
            let signs = lower.len() - lower.trim_start_matches(['<', '>', '=']).len();
            let (sign, than) = lower.split_at(signs);
            let holds = |c: char| sign.contains(c);
            let condition = |than| Condition { less: holds('<'), equal: holds('='), more: holds('>'), than };
            self.condition = than.trim().parse().ok().map(condition);
        }
        &chars[end + 1..]
    }

    /// Tells minutes from months: they stand behind hours or before seconds.
    fn tell_minutes(&mut self) {
        let is_time = |token: &Token| !matches!(token, Token::Literal(_) | Token::Slash | Token::Point);
        for at in 0..self.tokens.len() {
            let Token::Month(figures @ 1..=2) = self.tokens[at] else { continue };
            let before = self.tokens[..at].iter().rev().find(|token| is_time(token));
            let behind = self.tokens[at + 1..].iter().find(|token| is_time(token));
            let is_behind_hours = matches!(before, Some(Token::Hour(_) | Token::Elapsed('h', _)));
            if is_behind_hours || matches!(behind, Some(Token::Second(_) | Token::Elapsed('s', _))) {
                self.tokens[at] = Token::Minute(figures);
            }
        }
    }
}
