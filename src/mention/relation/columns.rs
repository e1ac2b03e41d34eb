//! Rows of a table whose header names the day on which documents ended to that day, the part that ended, and the end
//! itself where no verb of the row tells it: `| Số, ký hiệu | Nội dung hết hiệu lực | Lý do | Ngày hết hiệu lực |`.

use std::ops::Range;

use jiff::civil::Date;

use super::mention::{Force, Paper, RelationMention, ValidityMention};
use super::reader::SOME;
use super::title::plain;
use crate::mention::date::{DateMention, Grain};
use crate::mention::number::NumberMention;

/// The columns of a table, by their place in a row.
struct Columns {
    day: usize,
    part: Option<usize>,
    reason: Option<usize>,
}

/// What a table is read from.
pub(super) struct Table<'a> {
    pub text: &'a str,
    pub numbers: &'a [NumberMention],
    pub dates: &'a [DateMention],
}

/// Words of what is only planned.
const PLANS: [&str; 3] = ["dự kiến", "đề nghị", "đề xuất"];

/// Longer lines are no headings, in bytes.
const HEADING: usize = 400;

impl Table<'_> {
    /// Sets what the columns say on what was told of the rows, and tells what nothing else does.
    pub(super) fn read(&self, relations: &mut [RelationMention], validity: &mut Vec<ValidityMention>) {
        let (mut columns, mut partly, mut planned) = (None, false, false);
        let mut start = 0;
        for line in self.text.split_inclusive('\n') {
            let row = start..start + line.trim_end_matches(['\r', '\n']).len();
            start += line.len();
            let cells = cells(self.text, row.clone());
            if cells.len() < 3 {
                let heading = line.to_lowercase();
                if heading.contains("hết hiệu lực") && heading.len() <= HEADING {
                    partly = heading.contains("một phần") && !heading.contains("toàn bộ");
                    planned = PLANS.iter().any(|plan| heading.contains(plan));
                }
                columns = columns.filter(|_| line.trim().is_empty());
                continue;
            }
            match (header(self.text, &cells), &columns) {
                (Some(header), _) => columns = Some(header),
                (None, Some(columns)) if !planned => self.row(&cells, columns, partly, (relations, validity)),
                _ => {}
            }
        }
    }

    /// Reads a row: the first document in it that stands in no reason is the one that ended.
    fn row(
        &self,
        cells: &[Range<usize>],
        columns: &Columns,
        partly: bool,
        (relations, validity): (&mut [RelationMention], &mut Vec<ValidityMention>),
    ) {
        let Some((first, last)) = cells.first().zip(cells.last()) else { return };
        let row = first.start..last.end;
        let from = self.numbers.partition_point(|mention| mention.range.start < row.start);
        let in_row = || self.numbers[from..].iter().take_while(|mention| mention.range.start < row.end);
        let is_reason = |at: usize| {
            let cell = |place: usize| cells.get(place).is_some_and(|cell| cell.contains(&at));
            columns.reason.is_some_and(cell) || columns.part.is_some_and(cell) || cell(columns.day)
        };
        let Some(ended) = in_row().find(|mention| !is_reason(mention.range.start)) else { return };
        let of = Paper::Number(ended.number.clone());
        let Some(day) = cells.get(columns.day).and_then(|cell| self.day(cell)) else { return };
        let words = columns.part.and_then(|part| cells.get(part)).map(|cell| plain(&self.text[cell.clone()]));
        let is_whole = |words: &String| words.is_empty() || words.to_lowercase().starts_with("toàn");
        let part = words.filter(|words| !is_whole(words)).or_else(|| partly.then(|| SOME.to_owned()));
        let mut told = false;
        for relation in relations.iter_mut().filter(|told| row.contains(&told.range.start)) {
            if relation.to == of && relation.relation.takes_hold() {
                told = true;
                relation.date = relation.date.or(Some(day.1));
                relation.part = relation.part.take().or_else(|| part.clone());
            }
        }
        for end in validity.iter_mut().filter(|told| row.contains(&told.range.start)) {
            if end.of == of && end.what == Force::Expires {
                told = true;
                end.date = end.date.or(Some(day.1));
                end.part = end.part.take().or_else(|| part.clone());
            }
        }
        if !told {
            let range = ended.range.start.min(day.0.start)..day.0.end.max(ended.range.end);
            let (what, date) = (Force::Expires, Some(day.1));
            let told = ValidityMention { range, what, of, date, last_day: false, rule: None, part, unreckoned: false };
            validity.push(told);
        }
    }

    /// The day in a cell.
    fn day(&self, cell: &Range<usize>) -> Option<(Range<usize>, Date)> {
        let from = self.dates.partition_point(|mention| mention.range.start < cell.start);
        let mut inside = self.dates[from..].iter().take_while(|mention| mention.range.start < cell.end);
        let mention = inside.find(|mention| mention.valid && mention.grain == Grain::Day)?;
        Some((mention.range.clone(), mention.from?))
    }
}

/// What the cells of a header say of the columns; none of a row that names no column for the day of the end.
fn header(text: &str, cells: &[Range<usize>]) -> Option<Columns> {
    let names: Vec<String> = cells.iter().map(|cell| plain(&text[cell.clone()]).to_lowercase()).collect();
    let ends = |name: &String| name.contains("hết hiệu lực") && !PLANS.iter().any(|plan| name.contains(plan));
    let is_day = |name: &String| ends(name) && (name.starts_with("ngày") || name.starts_with("thời"));
    let is_part = |name: &String| ends(name) && ["nội dung", "quy định", "điều"].iter().any(|part| name.contains(part));
    let is_reason =
        |name: &String| name.starts_with("lý do") || name.starts_with("căn cứ") || name.starts_with("ghi chú");
    let day = names.iter().position(is_day)?;
    let part = names.iter().position(|name| is_part(name) && !is_reason(name) && !is_day(name));
    Some(Columns { day, part, reason: names.iter().position(is_reason) })
}

/// The cells of a row.
fn cells(text: &str, row: Range<usize>) -> Vec<Range<usize>> {
    let line = &text[row.clone()];
    let Some(sign) = ['|', '\t'].into_iter().find(|sign| line.matches(*sign).count() > 1) else { return Vec::new() };
    let mut start = row.start;
    let mut cells = Vec::new();
    for cell in line.split(sign) {
        cells.push(start..start + cell.len());
        start += cell.len() + 1;
    }
    cells
}
