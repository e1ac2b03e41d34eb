//! Data files to the tables that the program is built with: run by cargo before it.
//!
//! It stands among the modules that it needs, for the words of tables are compared in the forms that `analysis` gives
//! them. These modules are built here without any table (`with_tables` is not set) and make theirs.

// only what makes tables is called here
#![allow(dead_code, unused_imports)]

mod analysis;
mod making {
    pub(crate) mod abbreviations;
    pub(crate) mod data;
    pub(crate) mod forms;
    pub(crate) mod lists;
    pub(crate) mod numbers;
    pub(crate) mod people;
    pub(crate) mod places;
    pub(crate) mod queries;
    pub(crate) mod source;

    /// What failed, as a sentence.
    pub(crate) type Result<T> = std::result::Result<T, String>;
}
mod mention {
    pub(crate) mod date {
        mod words;

        pub(crate) use words::making::write;
    }
    mod prefixes;
}
mod tables;
mod text;

use std::process::ExitCode;

use making::Result;

fn main() -> ExitCode {
    println!("cargo::rustc-cfg=with_tables");
    match make() {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            println!("cargo::error={fault}");
            ExitCode::FAILURE
        }
    }
}

fn make() -> Result<()> {
    text::write()?;
    mention::date::write()?;
    making::abbreviations::write()?;
    making::lists::write()?;
    making::numbers::write()?;
    making::people::write()?;
    making::places::write()?;
    making::queries::write()
}
