//! Positions of two words to how often one stands right behind the other; and how many passages hold them so.

/// A word in more passages than this is common: where it stands beside another is looked at in a sample alone.
pub(super) const MOST_COUNTED: u64 = 2048;

/// In how many passages two words were seen side by side.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Neighbors {
    /// In how many of the passages looked at.
    pub seen: usize,
    /// How many passages of the index one of those stands for: 1 where all were looked at.
    pub share: f32,
}

impl Neighbors {
    /// In how many passages of the index they likely stand so; 0 if they were not seen.
    pub fn passages(self) -> u64 {
        (self.seen as f32 * self.share) as u64
    }

    /// Whether this was drawn from a sample: what was not seen may be there.
    pub fn is_drawn(self) -> bool {
        self.share > 1.0
    }

    /// In how many they may be taken to stand; never 0 where they only were not seen.
    pub fn about(self) -> u64 {
        if self.is_drawn() && self.seen == 0 { (self.share / 2.0) as u64 } else { self.passages() }
    }
}

/// Two folded words side by side, and exact forms that stand where they do.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Spellings {
    /// The two words.
    pub pair: [String; 2],
    /// The forms.
    pub forms: Vec<String>,
}

/// How many of some passages in which two words stand side by side hold exact forms.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spelled {
    /// How many passages were looked at.
    pub passages: usize,
    /// How many of them hold each form, in order.
    pub holding: Vec<usize>,
}

/// No more passages than this are looked at for how words are spelled.
pub const MOST_SPELLED: usize = 64;

/// As many of these as are looked at for how words are spelled, from among all of them.
pub fn some_of<T>(passages: Vec<T>) -> Vec<T> {
    let step = passages.len().div_ceil(MOST_SPELLED).max(1);
    passages.into_iter().step_by(step).collect()
}

/// How often `second` stands right behind `first`, of positions in order.
pub fn side_by_side(first: &[u32], second: &[u32]) -> usize {
    let mut rest = second.iter().peekable();
    let follows = |&&at: &&u32| {
        while rest.next_if(|other| **other <= at).is_some() {}
        rest.peek() == Some(&&(at + 1))
    };
    first.iter().filter(follows).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_side_by_side_in_order_only() {
        for (first, second, expected) in
            [(&[1, 5, 9][..], &[2, 4, 10][..], 2), (&[2], &[1], 0), (&[], &[1], 0), (&[3, 4], &[4, 5], 2)]
        {
            assert_eq!(side_by_side(first, second), expected, "{first:?} {second:?}");
        }
    }

    #[test]
    fn what_was_not_seen_in_a_sample_may_be_there() {
        let drawn = Neighbors { seen: 0, share: 50.0 };
        assert_eq!((drawn.passages(), drawn.about(), drawn.is_drawn()), (0, 25, true));
        let counted = Neighbors { seen: 0, share: 1.0 };
        assert_eq!((counted.passages(), counted.about(), counted.is_drawn()), (0, 0, false));
    }
}
