//! Phrases as a tree of words, each with what it says: the longest that stands at a place is found.

use rustc_hash::FxHashMap;

use crate::mention::words;

/// Phrases by their words.
pub(super) struct Phrases<M> {
    steps: FxHashMap<(u32, u64), u32>,
    meanings: Vec<Option<M>>,
}

impl<M: Copy> Phrases<M> {
    pub(super) fn new() -> Self {
        Self { steps: FxHashMap::default(), meanings: vec![None] }
    }

    /// Adds all forms of a line: `a/b` is either, `[a b]` may be left out. What stands there already stays.
    pub(super) fn add(&mut self, line: &str, meaning: M) {
        for form in forms(line) {
            let mut node = 0;
            for word in form {
                let next = self.meanings.len() as u32;
                let step = *self.steps.entry((node, words::key(word))).or_insert(next);
                if step == next {
                    self.meanings.push(None);
                }
                node = step;
            }
            self.meanings[node as usize].get_or_insert(meaning);
        }
    }

    /// The longest phrase among words that come one by one, until one cannot stand in a phrase: what it says and
    /// how many words it has.
    pub(super) fn longest(&self, keys: impl Iterator<Item = u64>) -> Option<(M, usize)> {
        let (mut node, mut found) = (0, None);
        for (at, key) in keys.enumerate() {
            let Some(step) = self.steps.get(&(node, key)).filter(|_| key != 0) else { break };
            node = *step;
            found = self.meanings[node as usize].map(|meaning| (meaning, at + 1)).or(found);
        }
        found
    }
}

/// The forms of a line of a table.
fn forms(line: &str) -> Vec<Vec<&str>> {
    let mut forms: Vec<Vec<&str>> = vec![Vec::new()];
    let mut rest = line;
    while !rest.is_empty() {
        let (group, optional, behind) = match rest.strip_prefix('[').and_then(|inner| inner.split_once(']')) {
            Some((inner, behind)) => (inner, true, behind),
            None => {
                let end = rest.find(' ').unwrap_or(rest.len());
                (&rest[..end], false, &rest[end..])
            }
        };
        rest = behind.trim_start();
        let mut longer = if optional { forms.clone() } else { Vec::new() };
        let mut with = forms;
        for word in group.split(' ') {
            with = with
                .iter()
                .flat_map(|form| word.split('/').map(|word| form.iter().copied().chain([word]).collect()))
                .collect();
        }
        longer.extend(with);
        forms = longer;
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_have_all_their_forms() {
        let told: Vec<String> = forms("bị/được bãi [thi hành] bỏ").iter().map(|form| form.join(" ")).collect();
        assert_eq!(told, ["bị bãi bỏ", "được bãi bỏ", "bị bãi thi hành bỏ", "được bãi thi hành bỏ"]);
    }

    #[test]
    fn the_longest_phrase_is_found() {
        let mut phrases = Phrases::new();
        phrases.add("bãi bỏ", 1);
        phrases.add("bãi bỏ toàn bộ", 2);
        phrases.add("bãi bỏ", 3);
        let found = |text: &str| phrases.longest(text.split(' ').map(words::key));
        assert_eq!(found("bãi bỏ toàn phần"), Some((1, 2)));
        assert_eq!(found("Bãi bỏ toàn bộ"), Some((2, 4)));
        assert_eq!(found("toàn bộ"), None);
    }
}
