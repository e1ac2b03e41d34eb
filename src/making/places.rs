//! The data files of places to the tables for places in queries.

use super::Result;
use super::data::Data;
use super::source::Source;
use crate::analysis::fold;

/// The names of places, and those of districts.
pub(super) fn read() -> Result<[Data; 2]> {
    Ok([Data::read("mention/data/places.txt")?, Data::read("mention/data/districts.txt")?])
}

pub(crate) fn write() -> Result<()> {
    let [places, districts] = read()?;
    let mut units = Vec::new();
    let words = Data::read("mention/data/place_words.txt")?;
    for line in words.lines() {
        let (kind, unit) = line.parted(' ')?;
        if line.marked(kind, &[("unit", true), ("kept", true), ("none", false), ("name", false)])? {
            units.push(unit);
        }
    }
    let mut source = Source::default();
    let known =
        places.lines().chain(districts.lines()).map(|place| fold(place.text)).filter(|place| place.contains(' '));
    source.set("KNOWN", &known.collect())?;
    source.set("UNITS", &units.into_iter().map(fold).collect())?;
    source.save("places.rs")
}
