//! A part of an office package -> the other parts that it names, by ECMA-376 part 2, 9.

use super::oddity::Oddity;
use super::package::Package;
use super::room::push;
use super::unreadable::Unreadable;
use super::xml::{Piece, pieces, text_of};

/// What a part says of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Relation {
    /// What the part calls it.
    pub id: String,
    /// What it is: the last word of its type.
    pub kind: String,
    /// The name of the other part.
    pub part: String,
}

/// The parts that a part names.
#[derive(Clone, Debug, Default)]
pub(super) struct Relations(Vec<Relation>);

impl Relations {
    /// Those of a part; `""` is the package.
    pub fn of(package: &mut Package, part: &str, notices: &mut Vec<Oddity>) -> Result<Self, Unreadable> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let between = if folder.is_empty() { "" } else { "/" };
        let own = format!("{folder}{between}_rels/{name}.rels");
        let text = package.part(&own, notices)?.map(text_of).transpose()?.unwrap_or_default();
        let mut relations = Vec::new();
        // Broken relations name what stands before the break.
        let _ = pieces(&text, |piece| {
            let Piece::Start(tag) = piece else { return };
            if tag.local() != "Relationship" || tag.get("TargetMode").is_some_and(|mode| mode == "External") {
                return;
            }
            let told = |name: &str| tag.get(name).unwrap_or_default().into_owned();
            let kind = told("Type").rsplit('/').next().unwrap_or_default().to_owned();
            push(&mut relations, Relation { id: told("Id"), kind, part: resolved(folder, &told("Target")) });
        });
        Ok(Self(relations))
    }

    /// The part that is called so.
    pub fn by_id(&self, id: &str) -> Option<&Relation> {
        self.0.iter().find(|relation| relation.id == id)
    }

    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = &Relation> {
        self.0.iter()
    }

    /// The parts of a kind.
    pub fn of_kind(&self, kind: &str) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |relation| relation.kind == kind).map(|relation| relation.part.as_str())
    }
}

/// The part that holds what the file is about.
pub(super) fn main_part(package: &mut Package, notices: &mut Vec<Oddity>) -> Result<Option<String>, Unreadable> {
    let relations = Relations::of(package, "", notices)?;
    Ok(relations.of_kind("officeDocument").next().map(str::to_owned))
}

/// The name of a part by how a part in this folder tells it.
pub(super) fn resolved(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let start = if target.starts_with('/') { "" } else { folder };
    let mut names = Vec::new();
    for name in start.split('/').chain(target.split('/')) {
        match name {
            "" | "." => {}
            ".." => drop(names.pop()),
            name => names.push(name),
        }
    }
    names.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::package::tests::zip_of;

    #[test]
    fn a_part_names_others() {
        let told = r#"<Relationships><Relationship Id="r1" Type="http://a/worksheet" Target="sheets/one.xml"/>
            <Relationship Id="r2" Type="http://a/image" Target="http://b/c" TargetMode="External"/>
            <Relationship Id="r3" Type="http://a/worksheet" Target="/xl/../two.xml"/></Relationships>"#;
        let bytes = zip_of(&[("xl/_rels/workbook.xml.rels", told.as_bytes())]);
        let mut package = Package::open(&bytes, 1 << 20).unwrap();
        let relations = Relations::of(&mut package, "xl/workbook.xml", &mut Vec::new()).unwrap();
        assert_eq!(relations.by_id("r1").map(|relation| relation.part.as_str()), Some("xl/sheets/one.xml"));
        assert_eq!(relations.by_id("r2"), None);
        assert_eq!(relations.of_kind("worksheet").collect::<Vec<_>>(), ["xl/sheets/one.xml", "two.xml"]);
        assert_eq!(main_part(&mut package, &mut Vec::new()).unwrap(), None);
    }
}
