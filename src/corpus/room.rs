//! What a file may take in memory, whatever it repeats -> whether there is room for more of it.
//!
//! Few bytes of a file can ask for much: a note that is referred to a thousand times, a table in a table in a
//! table. Whatever makes a text of the parts of a file asks here.

use std::cell::Cell;
use std::collections::HashMap;
use std::hash::Hash;
use std::rc::Rc;

use super::limits::Limits;
use super::unreadable::Unreadable;

/// No file that was made in earnest has as many styles, fonts, lists or notes, or as many cells in a row.
const MAX_ENTRIES: usize = 1 << 16;

/// Elements that are open in each other and remembered; no file that was made in earnest has as many.
pub(super) const MAX_OPEN: usize = 4096;

/// How many bytes of text a file may still give; its clones are one.
#[derive(Clone)]
pub(super) struct Room {
    /// Nothing once more was asked for than was left.
    left: Rc<Cell<Option<u64>>>,
    limit: u64,
}

impl Room {
    pub fn of(limits: &Limits) -> Self {
        let limit = limits.max_file_bytes;
        Self { left: Rc::new(Cell::new(Some(limit))), limit }
    }

    /// Whether there is room for so many bytes more, which are then taken.
    pub fn take(&self, bytes: usize) -> bool {
        let left = self.left.get().and_then(|left| left.checked_sub(bytes as u64));
        self.left.set(left);
        left.is_some()
    }

    /// # Errors
    /// More was asked for than there was room for.
    pub fn check(&self) -> Result<(), Unreadable> {
        if self.left.get().is_some() { Ok(()) } else { Err(Unreadable::UnpacksTooLarge { limit: self.limit }) }
    }
}

/// Adds an entry to a list that a file fills, unless it is full.
pub(super) fn push<T>(list: &mut Vec<T>, entry: T) -> bool {
    let has_room = list.len() < MAX_ENTRIES;
    if has_room {
        list.push(entry);
    }
    has_room
}

/// The entry of a table that a file fills, made if it is not there; nothing if the table is full.
pub(super) fn entry<K: Eq + Hash, V: Default>(table: &mut HashMap<K, V>, key: K) -> Option<&mut V> {
    if table.len() >= MAX_ENTRIES && !table.contains_key(&key) {
        return None;
    }
    Some(table.entry(key).or_default())
}

/// Adds an entry to a table that a file fills, unless it is full.
pub(super) fn insert<K: Eq + Hash, V>(table: &mut HashMap<K, V>, key: K, value: V) {
    if table.len() < MAX_ENTRIES || table.contains_key(&key) {
        table.insert(key, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn once_there_is_no_room_there_is_none_any_more() {
        let room = Room::of(&Limits { max_file_bytes: 10, ..Limits::default() });
        let other = room.clone();
        assert!(room.take(4) && other.take(6) && room.take(0) && room.check().is_ok());
        assert!(!other.take(1) && !room.take(0));
        assert!(matches!(room.check(), Err(Unreadable::UnpacksTooLarge { limit: 10 })));
    }
}
