//! Signs between words: which are dashes, which are quotes.

/// Whether it is a dash or hyphen of any length, the minus sign among them.
pub(crate) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '−')
}

/// Whether it is a dash that joins no words to one: longer than a hyphen, or the minus sign.
pub(crate) fn is_long_dash(c: char) -> bool {
    matches!(c, '\u{2012}'..='\u{2015}' | '−')
}

/// Whether it is the mark of an item that is nothing else besides.
pub(crate) fn is_bullet(c: char) -> bool {
    matches!(c, '•' | '▪' | '●' | '‣' | '✓')
}

/// Whether it quotes what stands behind or before it: one of those that come in pairs of two strokes.
pub(crate) fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '＂')
}

/// Whether it is a quote of one stroke, or an apostrophe.
pub(crate) fn is_single_quote(c: char) -> bool {
    matches!(c, '\'' | '‘' | '’' | '‚' | '‛' | '‹' | '›')
}

/// Whether a quotation may begin with it; quotes that look alike on both sides may begin and end one.
pub(crate) fn opens_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '‘' | '„' | '‚' | '«' | '‹' | '＂')
}

/// Whether a quotation may end with it.
pub(crate) fn closes_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | '›' | '＂')
}

/// Whether it closes a bracket.
pub(crate) fn closes_bracket(c: char) -> bool {
    matches!(c, ')' | ']' | '}')
}

/// How the brackets of a stretch stand: whether one closes that opened before it, and whether one that opens in it stays
/// open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Brackets {
    pub closes: bool,
    pub opens: bool,
}

impl Brackets {
    /// Those of a stretch of text.
    pub(crate) fn of(stretch: &str) -> Self {
        let (mut depth, mut closes) = (0_usize, false);
        for c in stretch.chars() {
            match c {
                '(' => depth += 1,
                ')' if depth == 0 => closes = true,
                ')' => depth -= 1,
                _ => {}
            }
        }
        Self { closes, opens: depth > 0 }
    }
}
