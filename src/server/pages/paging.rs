//! The lines of a document to the pages that they are shown on: none is too long to be read, whatever a line holds.

/// Lines of a page at most.
const LINES: u32 = 500;

/// Bytes of a page at most, unless one line has more.
pub const BYTES: usize = 200 << 10;

/// Which lines of a document are shown, and where its pages begin.
#[derive(Debug, PartialEq, Eq)]
pub struct Paging {
    starts: Vec<u32>,
    /// The first line that is shown.
    pub first: u32,
    /// The last line that is shown.
    pub last: u32,
    /// The first line of the page before.
    pub previous: Option<u32>,
    /// The first line of the page behind.
    pub next: Option<u32>,
}

impl Paging {
    /// Of lines that hold something, with their lengths in bytes, in order, shown from one on.
    pub fn new(lines: &[(u32, usize)], first: u32) -> Self {
        let mut starts = vec![1];
        let mut rest = lines;
        while let Some(next) = behind(rest, starts.last().copied().unwrap_or(1)) {
            starts.push(next);
            rest = from(rest, next);
        }
        let own = from(lines, first);
        let next = behind(own, first);
        let shown = own.iter().take_while(|(line, _)| next.is_none_or(|next| *line < next));
        let last = shown.last().map_or(first, |(line, _)| *line);
        let paging = Self { starts, first, last, previous: None, next };
        Self { previous: (first > 1).then(|| paging.start(first - 1)), ..paging }
    }

    /// The first line of the page on which a line is.
    pub fn start(&self, line: u32) -> u32 {
        let at = self.starts.partition_point(|start| *start <= line);
        at.checked_sub(1).and_then(|at| self.starts.get(at)).copied().unwrap_or(1)
    }
}

/// The lines from one on.
fn from(lines: &[(u32, usize)], first: u32) -> &[(u32, usize)] {
    lines.get(lines.partition_point(|(line, _)| *line < first)..).unwrap_or_default()
}

/// The first line that has no room on a page which begins with `first` and these lines.
fn behind(lines: &[(u32, usize)], first: u32) -> Option<u32> {
    let mut bytes = 0;
    let mut has_no_room = |(line, length): &(u32, usize)| {
        let is_behind = line.saturating_sub(first) >= LINES || bytes > 0 && bytes + length > BYTES;
        bytes += length;
        is_behind
    };
    lines.iter().find(|line| has_no_room(line)).map(|(line, _)| *line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_end_where_they_are_full() {
        let check = |lines: &[(u32, usize)], first: u32, shown: (u32, u32), around: (Option<u32>, Option<u32>)| {
            let paging = Paging::new(lines, first);
            let Paging { first, last, previous, next, .. } = paging;
            assert_eq!(((first, last), (previous, next)), (shown, around), "{first}");
        };
        let short: Vec<(u32, usize)> = (1..=1200).map(|line| (line, 80)).collect();
        check(&short, 1, (1, 500), (None, Some(501)));
        check(&short, 501, (501, 1000), (Some(1), Some(1001)));
        check(&short, 1001, (1001, 1200), (Some(501), None));
        check(&short, 700, (700, 1199), (Some(501), Some(1200)));
        check(&short, 9999, (9999, 9999), (Some(1001), None));
        // what lies between is blank
        let far = [(1, 80), (400, 80), (900, 80)];
        check(&far, 1, (1, 400), (None, Some(900)));
        check(&far, 900, (900, 900), (Some(1), None));
        let long = [(1, 80), (2, BYTES), (3, BYTES * 9), (4, 80)];
        check(&long, 1, (1, 1), (None, Some(2)));
        check(&long, 2, (2, 2), (Some(1), Some(3)));
        check(&long, 3, (3, 3), (Some(2), Some(4)));
        check(&[], 1, (1, 1), (None, None));
        assert_eq!([1, 500, 501, 1100].map(|line| Paging::new(&short, 1).start(line)), [1, 1, 501, 1001]);
    }
}
