//! An index to the right to write to it, and to what does, wherever it lies.

use std::ops::Deref;
use std::path::Path;

use super::handed::HandOver;
use super::local;
use super::manifest::{Manifest, Totals};
use super::place::is_address;
use super::sink::{Feed, Sink};
use super::writing::Writing;
#[cfg(not(feature = "cluster"))]
use crate::error::ClusterFault;
use crate::error::{Error, Result};

/// The right to write to an index; given back when the last clone is dropped.
#[derive(Clone)]
pub struct WriteLock(Held);

#[derive(Clone)]
enum Held {
    Folder(local::WriteLock),
    #[cfg(feature = "cluster")]
    Cluster(super::cluster::WriteLock),
}

impl WriteLock {
    /// Takes the lock of an index, which is made if it is not there.
    ///
    /// # Errors
    /// [`Error::Busy`] with the process that holds it, and where it cannot be taken.
    pub fn take(place: &Path) -> Result<Self> {
        if !is_address(place) {
            return local::WriteLock::take(place).map(Held::Folder).map(Self);
        }
        #[cfg(feature = "cluster")]
        return super::cluster::WriteLock::take(place).map(Held::Cluster).map(Self);
        #[cfg(not(feature = "cluster"))]
        Err(Error::Cluster { path: place.to_owned(), fault: ClusterFault::Without })
    }

    /// Where the index lies.
    pub fn folder(&self) -> &Path {
        match &self.0 {
            Held::Folder(lock) => lock.folder(),
            #[cfg(feature = "cluster")]
            Held::Cluster(lock) => lock.place(),
        }
    }

    /// What can be told of the last commit of an index that cannot be continued.
    pub fn last(&self) -> Manifest {
        match &self.0 {
            Held::Folder(lock) => Manifest::last(lock.folder()),
            #[cfg(feature = "cluster")]
            Held::Cluster(lock) => lock.last(),
        }
    }
}

/// The one who writes to an index; a second one is refused with [`Error::Busy`].
pub struct Writer(Box<dyn Writing>);

impl Writer {
    /// Opens the index that is locked, or makes a new one, with what it holds already; so many threads write.
    ///
    /// # Errors
    /// [`Error::OtherFormat`], [`Error::Damaged`] and [`Error::Lost`] for an index that cannot be continued, and where
    /// it cannot be written.
    pub fn open(lock: &WriteLock, threads: usize) -> Result<(Self, Manifest)> {
        match &lock.0 {
            Held::Folder(lock) => {
                local::Writer::open(lock, threads).map(|(writer, known)| (Self(Box::new(writer)), known))
            }
            #[cfg(feature = "cluster")]
            Held::Cluster(lock) => {
                super::cluster::Writer::open(lock).map(|(writer, known)| (Self(Box::new(writer)), known))
            }
        }
    }

    /// Removes an index that cannot be continued, and nothing else that lies in its place.
    ///
    /// # Errors
    /// Where it cannot be removed.
    pub fn discard(lock: &WriteLock) -> Result<()> {
        match &lock.0 {
            Held::Folder(lock) => local::Writer::discard(lock),
            #[cfg(feature = "cluster")]
            Held::Cluster(lock) => super::cluster::Writer::discard(lock),
        }
    }

    /// Makes all changes visible at once, together with the manifest that describes them.
    ///
    /// # Errors
    /// Those of [`Writing::commit`].
    pub fn commit(&mut self, manifest: &Manifest) -> Result<()> {
        self.0.commit(manifest)
    }

    /// As [`Writing::abandon`].
    pub fn abandon(self) -> Option<Error> {
        self.0.abandon()
    }

    /// As [`Writing::finish`].
    ///
    /// # Errors
    /// Those of it.
    pub fn finish(self) -> Result<()> {
        self.0.finish()
    }
}

impl Deref for Writer {
    type Target = dyn Writing;

    fn deref(&self) -> &Self::Target {
        &*self.0
    }
}

impl Sink for Writer {
    fn feeder(&self) -> Box<dyn Feed + '_> {
        self.0.feeder()
    }

    fn remove(&self, files: &[&String]) -> Result<()> {
        self.0.remove(files)
    }

    fn hand_over(&self, given: &HandOver) -> Result<Totals> {
        self.0.hand_over(given)
    }
}
