//! A folder -> what tells the disk that it lies on from others.

use std::fs;
use std::path::{Path, PathBuf};

/// More links than this in a row lead nowhere.
const MAX_LINKS: usize = 40;

/// Where a folder lies.
#[derive(Clone, Copy, Debug)]
pub struct Spot {
    /// The number of the device, which another disk may have when this one is gone.
    device: u64,
    /// Where a disk, or a part of one, was mounted there: what tells its topmost folder from others.
    mounted: Option<u64>,
    /// What tells it from other folders, wherever it is moved to.
    number: u64,
}

impl Spot {
    /// What the system tells of a folder.
    #[cfg(target_os = "linux")]
    pub fn of(folder: &Path) -> Option<Self> {
        use rustix::fs::{AtFlags, CWD, StatxAttributes, StatxFlags, makedev, statx};
        let known = statx(CWD, folder, AtFlags::empty(), StatxFlags::INO | StatxFlags::BTIME).ok()?;
        let born = known.stx_btime;
        let top = mixed(known.stx_ino, mixed(born.tv_sec.cast_unsigned(), u64::from(born.tv_nsec)));
        let is_mounted = known.stx_attributes.contains(StatxAttributes::MOUNT_ROOT);
        let device = makedev(known.stx_dev_major, known.stx_dev_minor);
        Some(Self { device, mounted: is_mounted.then_some(top), number: top })
    }

    /// What the system tells of a folder.
    #[cfg(not(target_os = "linux"))]
    pub fn of(folder: &Path) -> Option<Self> {
        use std::os::unix::fs::MetadataExt;
        let known = fs::metadata(folder).ok()?;
        Some(Self { device: known.dev(), mounted: None, number: known.ino() })
    }

    /// What tells the folder from others, wherever on its disk it is moved to.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// Whether another disk begins here than the folder around lies on.
    pub fn begins_disk(&self, around: &Self) -> bool {
        self.mounted.is_some() || self.device != around.device
    }

    /// What tells the disk from others: the id of its file system, where that has one of its own.
    pub fn disk(&self, folder: &Path) -> u64 {
        let own = match rustix::fs::statvfs(folder) {
            // an id that is made of the number of the device tells no more than that
            Ok(known) if known.f_fsid == self.device => {
                let named = volume(self.device).map_or(self.device, |volume| mixed(self.device, volume));
                mixed(named, known.f_blocks)
            }
            Ok(known) if known.f_fsid != 0 => known.f_fsid,
            _ => self.device,
        };
        self.mounted.map_or(own, |top| mixed(own, top))
    }
}

/// What tells a file or folder from others, wherever on its disk it is moved to; 0 if the system does not tell.
#[must_use]
pub fn number_of(path: &Path) -> u64 {
    Spot::of(path).map_or(0, |spot| spot.number())
}

/// What tells the disk that a folder lies on from others; nothing if the system does not tell.
#[must_use]
pub fn disk_of(folder: &Path) -> Option<u64> {
    Spot::of(folder).map(|spot| spot.disk(folder))
}

/// What tells the disk behind a link to a file from others, if that is another than the link lies on; the file need
/// not be there.
#[must_use]
pub fn disk_behind(link: &Path) -> Option<u64> {
    let folder = folder_behind(link);
    let (there, around) = Spot::of(&folder).zip(link.parent().and_then(Spot::of))?;
    // where on the disk the file lies is all the same
    let there = Spot { mounted: None, ..there };
    (there.device != around.device).then(|| there.disk(&folder))
}

/// What file systems are called in which the kernel tells of the machine and of itself: `proc`, `sysfs`, `debugfs`,
/// `tracefs`, `cgroup`, `cgroup2`, `devpts`, `securityfs`, `configfs`, `bpf`, `pstore`, `efivarfs`, `selinuxfs`, `mqueue`.
#[cfg(target_os = "linux")]
const OF_KERNEL: [i64; 14] = [
    0x9FA0,
    0x6265_6572,
    0x6462_6720,
    0x7472_6163,
    0x0027_E0EB,
    0x6367_7270,
    0x1CD1,
    0x7363_6673,
    0x6265_6570,
    0xCAFE_4A11,
    0x6165_676C,
    0xDE5E_81E4,
    0xF97C_FF8C,
    0x1980_0202,
];

/// Whether what the kernel tells of the machine lies at a path: no documents.
#[cfg(target_os = "linux")]
#[must_use]
pub fn is_of_kernel(path: &Path) -> bool {
    rustix::fs::statfs(path)
        .is_ok_and(|known| OF_KERNEL.iter().any(|name| i128::from(known.f_type) == i128::from(*name)))
}

/// Whether what the kernel tells of the machine lies at a path: not told.
#[cfg(not(target_os = "linux"))]
#[must_use]
pub fn is_of_kernel(_: &Path) -> bool {
    false
}

/// Whether a folder lies on another disk than the folder around it.
#[must_use]
pub fn begins_disk(folder: &Path) -> bool {
    let around = folder.parent().and_then(Spot::of);
    Spot::of(folder).zip(around).is_some_and(|(spot, around)| spot.begins_disk(&around))
}

/// The folder around what a link to a file leads to, or the next above that is there.
fn folder_behind(link: &Path) -> PathBuf {
    let mut path = link.to_owned();
    for _ in 0..MAX_LINKS {
        let Ok(target) = fs::read_link(&path) else { break };
        path = path.parent().map(Path::to_owned).unwrap_or_default().join(target);
    }
    path.ancestors().skip(1).find(|folder| folder.is_dir()).map(Path::to_owned).unwrap_or_default()
}

/// The name that the system has for the volume in a device, as a number.
fn volume(device: u64) -> Option<u64> {
    use std::os::unix::fs::MetadataExt;
    let named = fs::read_dir("/dev/disk/by-uuid").ok()?.flatten();
    let mut own = named.filter(|entry| fs::metadata(entry.path()).is_ok_and(|file| file.rdev() == device));
    let name = own.next()?.file_name();
    Some(name.as_encoded_bytes().iter().fold(0, |number, byte| mixed(number, u64::from(*byte))))
}

fn mixed(one: u64, other: u64) -> u64 {
    one.rotate_left(23) ^ other.wrapping_mul(0x9E37_79B9_7F4A_7C15)
}
