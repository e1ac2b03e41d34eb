//! The one integration binary.

#[cfg(unix)]
mod access;
mod alive;
mod answers;
mod archive;
mod asked;
#[cfg(unix)]
mod called;
mod closed;
mod damage;
mod disks;
mod documentation;
mod encode;
mod english;
mod entries;
mod filters;
#[cfg(unix)]
mod forget;
mod goldens;
mod handed;
mod hostile;
mod inquiries;
mod kills;
mod laws;
mod limits;
mod lines;
#[cfg(unix)]
mod links;
mod mcp;
mod members;
mod names;
mod paging;
mod people;
mod program;
mod ranking;
mod reading;
#[cfg(unix)]
mod rebuild;
mod roots;
mod round_trip;
mod rows;
mod second;
#[cfg(unix)]
mod serve;
mod settings;
mod slips;
mod structure;
mod support;
mod threads;
mod times;
mod told;
mod twins;
mod typed;
mod upkeep;
#[cfg(unix)]
mod watch;
mod written;
