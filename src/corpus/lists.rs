//! Paragraphs of an automatic list in order -> what each is numbered, as office programs show it.

mod figures;

pub(super) use self::figures::Figures;

/// Levels of a list.
pub(super) const LEVELS: usize = 10;

/// Longer patterns are no numbers.
const MAX_PATTERN_CHARS: usize = 64;

/// A list, and how far each of its levels has been counted.
#[derive(Clone, Default)]
pub(super) struct List {
    pub levels: [Level; LEVELS],
    counts: [Option<u32>; LEVELS],
}

/// How the paragraphs of a level are numbered.
#[derive(Clone, Default)]
pub(super) struct Level {
    /// The first number.
    pub start: u32,
    pub figures: Figures,
    /// The text around the numbers; the characters U+0000 to U+0009 stand for those of the levels.
    pub pattern: String,
    /// Whether the numbers of higher levels are shown in decimal figures.
    pub is_legal: bool,
    /// Whether it counts on where a higher level goes on.
    pub counts_on: bool,
}

impl List {
    /// Counts a paragraph on this level, or starts there at `start`, and returns its number.
    pub fn next(&mut self, level: usize, start: Option<u32>) -> String {
        let level = level.min(LEVELS - 1);
        let next = || self.counts[level].map_or(self.levels[level].start, |last| last.saturating_add(1));
        self.counts[level] = Some(start.unwrap_or_else(next));
        for (deeper, count) in self.levels.iter().zip(&mut self.counts).skip(level + 1) {
            if !deeper.counts_on {
                *count = None;
            }
        }
        self.shown(level)
    }

    /// Forgets what was counted.
    pub fn restart(&mut self) {
        self.counts = [None; LEVELS];
    }

    /// The number of a level with those of the levels above it where its pattern wants them.
    fn shown(&self, at: usize) -> String {
        let own = &self.levels[at];
        let mut out = String::new();
        for c in own.pattern.chars().take(MAX_PATTERN_CHARS) {
            match self.levels.get(c as usize) {
                Some(level) => {
                    let count = self.counts[c as usize].unwrap_or(level.start);
                    let figures = if own.is_legal { Figures::Decimal } else { level.figures };
                    figures.write(count, &mut out);
                }
                None => out.push(c),
            }
        }
        out
    }
}
