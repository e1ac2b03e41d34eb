//! Sources -> whether one of them is kept from others, as what is made of it then has to be.

use std::collections::HashSet;
use std::path::Path;

use crate::corpus::Walk;
use crate::system;

/// Whether others who may read a file of the usual mode in the folder of the index may not read a source: by its own
/// mode, or by that of a folder above it that is not above the index as well.
pub(super) fn keeps_any(walk: &Walk, index: &Path, usual_mode: u32) -> bool {
    let readers = usual_mode & 0o044;
    let is_closed = |path: &Path, needed: u32| {
        // what is gone meanwhile is not read
        path.metadata().is_ok_and(|file| needed & !system::mode(&file) != 0)
    };
    let index = index.canonicalize().unwrap_or_else(|_| index.to_owned());
    let mut open = HashSet::new();
    walk.sources.iter().any(|source| {
        // behind a link those of what it leads to
        let real = walk.links.get(&source.id).and_then(|_| source.path.canonicalize().ok());
        let path = real.as_deref().unwrap_or(&source.path);
        let folder = path.parent().filter(|folder| open.insert(folder.to_path_buf()));
        let real = folder.map(|folder| if folder == Path::new("") { Path::new(".") } else { folder });
        let real = real.and_then(|folder| folder.canonicalize().ok());
        let mut above =
            real.iter().flat_map(|folder| folder.ancestors()).take_while(|folder| !index.starts_with(folder));
        // whoever may enter a folder has the bit for it two below the one for reading
        above.any(|folder| is_closed(folder, readers >> 2)) || is_closed(&source.path, readers)
    })
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::fs::{self, Permissions};
    use std::os::unix::fs::PermissionsExt;

    use super::*;
    use crate::corpus;

    #[test]
    fn a_source_is_kept_by_its_mode_or_that_of_a_folder() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir_all(at("papers/in")).unwrap();
        fs::create_dir(at("index")).unwrap();
        fs::write(at("papers/in/a.txt"), "a").unwrap();
        let check = |modes: [u32; 3], usual_mode: u32, expected: bool| {
            for (name, mode) in ["papers", "papers/in", "papers/in/a.txt"].into_iter().zip(modes) {
                fs::set_permissions(at(name), Permissions::from_mode(mode)).unwrap();
            }
            let walk = corpus::walk(&[at("papers")]);
            assert_eq!(keeps_any(&walk, &at("index"), usual_mode), expected, "{modes:?} {usual_mode:o}");
        };
        check([0o755, 0o755, 0o644], 0o644, false);
        check([0o755, 0o755, 0o600], 0o644, true);
        check([0o755, 0o755, 0o640], 0o644, true);
        check([0o755, 0o755, 0o640], 0o640, false);
        check([0o755, 0o755, 0o600], 0o600, false);
        check([0o755, 0o700, 0o644], 0o644, true);
        check([0o700, 0o755, 0o644], 0o644, true);
        check([0o750, 0o755, 0o644], 0o644, true);
        check([0o711, 0o755, 0o444], 0o644, false);
        // behind a link to a file the folders count that it lies in
        fs::create_dir(at("open")).unwrap();
        std::os::unix::fs::symlink("../papers/in/a.txt", at("open/link.txt")).unwrap();
        fs::set_permissions(at("papers"), Permissions::from_mode(0o700)).unwrap();
        assert!(keeps_any(&corpus::walk(&[at("open")]), &at("index"), 0o644));
    }
}
