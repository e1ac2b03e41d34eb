//! What is wrong with an index in a cluster, in English.

use crate::error::ClusterFault;

pub fn fault(index: &str, fault: &ClusterFault) -> String {
    match fault {
        ClusterFault::Without => format!("{index}: this program was built without what asks clusters"),
        ClusterFault::Address => {
            format!("{index} is no address of an index: write it as https://HOST:PORT/NAME, the name in small letters")
        }
        ClusterFault::Insecure => {
            format!("{index}: whoever listens on the way would read all: use https, or allow it by `--insecure-http`")
        }
        ClusterFault::Credentials => {
            format!("{index}: what lets the user in is neither USER:PASSWORD nor ApiKey KEY in one line")
        }
        ClusterFault::Unreachable(said) => format!("no node of {index} answers ({said})"),
        ClusterFault::Slow(seconds) => format!("{index} has not answered within {seconds} s"),
        ClusterFault::Certificate(said) => format!("{index} does not prove who it is ({said})"),
        ClusterFault::Unauthorized => format!("{index} does not know the user or the password"),
        ClusterFault::Forbidden(said) => format!("the user may not do that on {index} ({said})"),
        ClusterFault::Odd(said) => format!("{index} does not answer as OpenSearch does ({said})"),
        ClusterFault::Foreign(name) => {
            format!("{index}: the index {name} there was not made by `tracuu`; nothing of it is touched")
        }
        ClusterFault::Shards { failed, total } => {
            format!("{failed} of {total} shards of {index} do not answer: an answer would lack what they hold")
        }
        ClusterFault::Blocked(said) => format!("{index} takes nothing in ({said})"),
        ClusterFault::Overloaded(said) => format!("{index} had too much to do for too long ({said})"),
        ClusterFault::Refused(said) => format!("{index} cannot do that ({said})"),
        ClusterFault::Passage { doc, said } => format!("{index} does not take a passage of {doc} ({said})"),
        ClusterFault::Replaced => format!("{index} was changed meanwhile: ask again"),
        ClusterFault::LockLost => {
            format!("{index} could not be reached for so long that another process may write to it now: run it again")
        }
    }
}
