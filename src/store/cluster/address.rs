//! What was typed for a place to the hosts of a cluster and the name of an index there.

use std::net::IpAddr;
use std::path::{Path, PathBuf};

use super::connection::connection;
use super::failure::{Result, fault};
use crate::error::ClusterFault;

/// Names of an index that a cluster takes, with room for what is written around them.
const MAX_NAME: usize = 200;

/// Where an index lies in a cluster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Address {
    /// As it was typed.
    pub(super) typed: PathBuf,
    /// The addresses of its nodes, without a `/` at the end.
    pub(super) hosts: Vec<String>,
    /// The name of the index.
    pub(super) name: String,
}

impl Address {
    /// Reads `SCHEME://HOST[:PORT][,HOST[:PORT]...]/NAME`.
    ///
    /// # Errors
    /// [`ClusterFault::Address`] where it is none, [`ClusterFault::Insecure`] where it leads beyond this machine
    /// without encryption and that was not allowed.
    pub(super) fn of(place: &Path) -> Result<Self> {
        let no_address = || fault(place, ClusterFault::Address);
        let typed = place.to_str().ok_or_else(no_address)?;
        let (scheme, rest) = typed.split_once("://").ok_or_else(no_address)?;
        let (hosts, name) = rest.trim_end_matches('/').split_once('/').ok_or_else(no_address)?;
        let names: Vec<&str> = hosts.split(',').collect();
        if !is_name(name) || !names.iter().all(|host| is_host(host)) {
            return Err(no_address());
        }
        if scheme == "http" && !connection().insecure_http && !names.iter().all(|host| is_loopback(host)) {
            return Err(fault(place, ClusterFault::Insecure));
        }
        let hosts = names.iter().map(|host| format!("{scheme}://{host}")).collect();
        Ok(Self { typed: place.to_owned(), hosts, name: name.to_owned() })
    }
}

/// Whether a cluster takes it for a name.
fn is_name(name: &str) -> bool {
    let is_letter = |letter: u8| letter.is_ascii_lowercase() || letter.is_ascii_digit() || b"-_.".contains(&letter);
    name.len() <= MAX_NAME
        && name.bytes().all(is_letter)
        && name.bytes().next().is_some_and(|first| first.is_ascii_alphanumeric())
}

/// Whether it is a name or number of a machine, perhaps with a port; what lets a user in is never part of it.
fn is_host(host: &str) -> bool {
    let is_letter = |letter: u8| letter.is_ascii_alphanumeric() || b"-_.:[]".contains(&letter);
    !host.is_empty() && host.bytes().all(is_letter)
}

fn is_loopback(host: &str) -> bool {
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    };
    name == "localhost" || name.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Error;

    #[test]
    fn an_address_has_hosts_and_a_name() {
        let check = |typed: &str, hosts: &[&str], name: &str| {
            let address = Address::of(Path::new(typed)).unwrap();
            assert_eq!(
                (&*address.hosts, &*address.name),
                (&*hosts.iter().map(|host| (*host).to_owned()).collect::<Vec<_>>(), name),
                "{typed}"
            );
        };
        check("http://127.0.0.1:9201/kho", &["http://127.0.0.1:9201"], "kho");
        check("http://localhost:1,[::1]:2/kho-2/", &["http://localhost:1", "http://[::1]:2"], "kho-2");
        check("https://a.example,b.example:9200/k", &["https://a.example", "https://b.example:9200"], "k");
    }

    #[test]
    fn what_is_no_address_or_open_to_listeners_is_refused() {
        let check = |typed: &str, expected: ClusterFault| match Address::of(Path::new(typed)) {
            Err(Error::Cluster { fault, .. }) => assert_eq!(fault, expected, "{typed}"),
            other => panic!("{typed}: {other:?}"),
        };
        for typed in [
            "http://127.0.0.1:9201",
            "http://127.0.0.1:9201/",
            "https:///kho",
            "https://a/KHO",
            "https://a/kho/b",
            "https://a/-kho",
            "https://user:secret@a/kho",
            "https://a,,b/kho",
        ] {
            check(typed, ClusterFault::Address);
        }
        check("http://a.example:9200/kho", ClusterFault::Insecure);
        check("http://127.0.0.1:9200,10.0.0.1:9200/kho", ClusterFault::Insecure);
    }
}
