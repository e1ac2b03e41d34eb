//! A part with drawings -> the lines of text in its shapes, charts and diagrams, by ECMA-376 part 1, 20 and 21.
//!
//! Of a chart the titles and the names are read, its numbers are not.

use super::oddity::Oddity;
use super::package::Package;
use super::relations::Relations;
use super::room::push;
use super::unreadable::Unreadable;
use super::xml::{Piece, pieces, text_of};

/// The texts of a line, each with its font.
pub(super) type Line = Vec<(String, String)>;

/// The kinds of parts in which drawings keep what they show.
const SHOWN: [&str; 2] = ["diagramData", "chart"];

/// The lines of a part, and of what it shows.
pub(super) fn lines(package: &mut Package, part: &str, notices: &mut Vec<Oddity>) -> Result<Vec<Line>, Unreadable> {
    let text = package.part(part, notices)?.map(text_of).transpose()?.unwrap_or_default();
    let mut lines = lines_of(&text);
    lines.append(&mut shown(package, part, notices)?);
    Ok(lines)
}

/// The lines of the charts and diagrams that a part shows.
pub(super) fn shown(package: &mut Package, part: &str, notices: &mut Vec<Oddity>) -> Result<Vec<Line>, Unreadable> {
    let relations = Relations::of(package, part, notices)?;
    let mut lines = Vec::new();
    for part in SHOWN.iter().flat_map(|kind| relations.of_kind(kind)) {
        let text = package.part(part, notices)?.map(text_of).transpose()?.unwrap_or_default();
        lines_of(&text).into_iter().for_each(|line| _ = push(&mut lines, line));
    }
    Ok(lines)
}

/// The paragraphs of all shapes, and the lists of names in a chart, each once.
fn lines_of(text: &str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut line: Line = Vec::new();
    let (mut in_text, mut in_name, mut in_names, mut skipped) = (false, false, false, 0_usize);
    let mut font = String::new();
    // A broken part gives the lines before the break.
    let _ = pieces(text, |piece| match piece {
        Piece::Start(_) if skipped > 0 => skipped += 1,
        Piece::End(_) if skipped > 0 => skipped -= 1,
        Piece::Start(tag) => match tag.local() {
            "Fallback" => skipped = 1,
            // comments of PowerPoint have one text each
            "p" | "strCache" | "text" => {
                line.clear();
                in_names = tag.local() == "strCache";
                in_text = tag.local() == "text";
            }
            "r" => font.clear(),
            "latin" => font = tag.get("typeface").unwrap_or_default().into_owned(),
            "t" => in_text = true,
            "v" if in_names => {
                in_name = true;
                if !line.is_empty() {
                    line.push((String::new(), " | ".to_owned()));
                }
            }
            "br" | "tab" => line.push((String::new(), " ".to_owned())),
            _ => {}
        },
        Piece::End(name) => match name.local() {
            "p" | "strCache" | "text" => {
                (in_names, in_text) = (false, false);
                let has_text = line.iter().any(|(_, text)| !text.trim().is_empty());
                let line = std::mem::take(&mut line);
                if has_text && lines.last() != Some(&line) {
                    push(&mut lines, line);
                }
            }
            "t" => in_text = false,
            "v" => in_name = false,
            _ => {}
        },
        Piece::Text(text) if skipped == 0 && (in_text || in_name) => line.push((font.clone(), text.into_owned())),
        Piece::Text(_) => {}
    });
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_diagrams_and_charts_are_lines() {
        let check = |part: &str, expected: &[&str]| {
            let lines = lines_of(part).into_iter();
            let lines: Vec<String> = lines.map(|line| line.into_iter().map(|(_, text)| text).collect()).collect();
            assert_eq!(lines, expected, "{part}");
        };
        check("<wsDr><txBody><p><r><t>Ghi </t></r><r><t>chú</t></r></p><p/></txBody></wsDr>", &["Ghi chú"]);
        check("<a><Choice><p><t>một</t></p></Choice><Fallback><p><t>hai</t></p></Fallback></a>", &["một"]);
        let names = "<strCache><ptCount val='2'/><pt><v>Quý 1</v></pt><pt><v>Quý 2</v></pt></strCache>";
        let chart = format!("<chart><title><p><t>Thu</t></p></title>{names}<numCache><v>5</v></numCache></chart>");
        check(&chart, &["Thu", "Quý 1 | Quý 2"]);
    }
}
