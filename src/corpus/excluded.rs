//! Patterns that a user writes -> which paths below a folder are passed over.
//!
//! They are written as in `.gitignore`: one without a slash is of names wherever they are, others are of paths from the
//! folder on; one that ends in a slash is of folders alone. There is no way to take one back.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};

/// The file of a folder that holds patterns, one a line, `#` before what is none.
const FILE: &str = ".tracuuignore";

/// Longer ones are no such files, and more patterns are not heeded.
const MAX_FILE_BYTES: u64 = 1 << 20;
const MAX_PATTERNS: usize = 10_000;

/// What is passed over below some folders.
#[derive(Clone, Debug, Default)]
pub(super) struct Excluded {
    folders: Vec<Arc<Folder>>,
}

/// What is passed over below a folder.
#[derive(Debug)]
struct Folder {
    path: PathBuf,
    all: GlobSet,
    folders: GlobSet,
}

impl Excluded {
    /// What is passed over at a path below a folder, or at that itself, with these patterns for all that is below it.
    pub fn above(folder: &Path, path: &Path, patterns: &[String]) -> Self {
        let mut excluded = Self::default();
        excluded.add(folder, patterns.iter().map(String::as_str));
        let around: Vec<&Path> = path.ancestors().skip(1).take_while(|above| above.starts_with(folder)).collect();
        around.iter().rev().for_each(|above| excluded.enter(above));
        excluded
    }

    /// Whether a walk of a folder with these patterns, from what lies at `start` in it on, passes over what lies below
    /// the folder, or over a folder around that.
    pub fn hold_between((folder, start): (&Path, &Path), below: &Path, is_file: bool, patterns: &[String]) -> bool {
        let excluded = Self::above(folder, &folder.join(below), patterns);
        let around = below.ancestors().take_while(|path| !path.as_os_str().is_empty());
        let mut around = around.filter(|path| !start.starts_with(path));
        around.any(|path| excluded.holds(&folder.join(path), !is_file || path != below))
    }

    /// Heeds patterns below a folder.
    pub fn add<'p>(&mut self, folder: &Path, patterns: impl IntoIterator<Item = &'p str>) {
        let (mut all, mut folders) = (GlobSetBuilder::new(), GlobSetBuilder::new());
        let mut is_empty = true;
        for pattern in patterns.into_iter().map(str::trim).take(MAX_PATTERNS) {
            let plain = pattern.trim_start_matches("./").trim_end_matches('/');
            if plain.trim_matches('/').is_empty() || pattern.starts_with('#') {
                continue;
            }
            let read = |plain: &str| {
                let anchored = match plain.strip_prefix('/') {
                    Some(path) => path.to_owned(),
                    None if plain.contains('/') => plain.to_owned(),
                    None => format!("**/{plain}"),
                };
                GlobBuilder::new(&anchored).literal_separator(true).build()
            };
            // what is no pattern is a name
            if let Ok(glob) = read(plain).or_else(|_| read(&globset::escape(plain))) {
                if pattern.ends_with('/') { &mut folders } else { &mut all }.add(glob);
                is_empty = false;
            }
        }
        if let (false, Ok(all), Ok(folders)) = (is_empty, all.build(), folders.build()) {
            self.folders.push(Arc::new(Folder { path: folder.to_owned(), all, folders }));
        }
    }

    /// Heeds what the file in a folder says, and forgets what was said elsewhere.
    pub fn enter(&mut self, folder: &Path) {
        self.folders.retain(|known| folder.starts_with(&known.path));
        let file = folder.join(FILE);
        let is_small = fs::metadata(&file).is_ok_and(|file| file.is_file() && file.len() <= MAX_FILE_BYTES);
        if is_small && let Ok(text) = fs::read(&file) {
            let text = String::from_utf8_lossy(&text);
            self.add(folder, text.trim_start_matches('\u{FEFF}').lines());
        }
    }

    /// Whether a path is passed over.
    pub fn holds(&self, path: &Path, is_folder: bool) -> bool {
        self.folders.iter().any(|known| {
            let below = path.strip_prefix(&known.path).ok().filter(|below| !below.as_os_str().is_empty());
            below.is_some_and(|below| known.all.is_match(below) || (is_folder && known.folders.is_match(below)))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_of_names_or_of_paths() {
        let check = |pattern: &str, path: &str, is_folder: bool, expected: bool| {
            let mut excluded = Excluded::default();
            excluded.add(Path::new("/kho"), [pattern]);
            assert_eq!(excluded.holds(&Path::new("/kho").join(path), is_folder), expected, "{pattern} {path}");
        };
        check("*.bak", "a.bak", false, true);
        check("*.bak", "x/y/a.bak", false, true);
        check("*.bak", "a.txt", false, false);
        check("nháp", "x/nháp", true, true);
        check("nháp/", "nháp", true, true);
        check("nháp/", "nháp", false, false);
        check("/nháp", "x/nháp", true, false);
        check("x/*.txt", "x/a.txt", false, true);
        check("x/*.txt", "y/x/a.txt", false, false);
        check("x/**/a.txt", "x/y/z/a.txt", false, true);
        check("# a", "# a", false, false);
        check("", "a", false, false);
        check("a[", "a[", false, true);
    }
}
