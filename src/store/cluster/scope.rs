//! Searches of an index to those of some of its roots alone.

use serde_json::{Value, json};

use crate::store::only::{Only, Renamed};

/// Files that are named together; a cluster takes no more than 65,536.
const FILES: usize = 60_000;

/// What of an index is told of.
#[derive(Default)]
pub(super) struct Scope {
    /// The roots; all of them, where there is nothing.
    only: Option<Only>,
    /// What finds the passages of these.
    filter: Option<Value>,
    /// The files that are known by other names there.
    pub(super) renamed: Renamed,
}

impl Scope {
    /// Some roots alone.
    pub(super) fn of(only: &Only, renamed: Renamed) -> Self {
        let mut parts: Vec<Value> =
            only.roots().map(|root| json!({ "prefix": { "file": format!("{root}/") } })).collect();
        let files: Vec<&str> = renamed.files().collect();
        for field in ["file", "doc"] {
            parts.extend(files.chunks(FILES).map(|files| json!({ "terms": { field: files } })));
        }
        // without any part nothing is found
        let filter = json!({ "bool": { "should": parts, "minimum_should_match": 1 } });
        Self { only: Some(only.clone()), filter: Some(filter), renamed }
    }

    /// The roots, where not all are told of.
    pub(super) fn only(&self) -> Option<&Only> {
        self.only.as_ref()
    }

    /// A search within it: what else there is, is neither found nor counted.
    pub(super) fn within(&self, search: &Value) -> Value {
        let mut search = search.clone();
        if let Some(filter) = &self.filter {
            search["query"] = match search["query"].take() {
                Value::Null => json!({ "bool": { "filter": [filter] } }),
                query => json!({ "bool": { "must": [query], "filter": [filter] } }),
            };
        }
        search
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn searches_are_narrowed_whatever_they_look_for() {
        let scope = Scope::of(&Only::new(["a".to_owned()]), Renamed::default());
        let filter = json!({ "bool": { "should": [{ "prefix": { "file": "a/" } }], "minimum_should_match": 1 } });
        let narrowed = json!({ "size": 0, "query": { "bool": { "filter": [&filter] } } });
        assert_eq!(scope.within(&json!({ "size": 0 })), narrowed);
        let narrowed = json!({ "query": { "bool": { "must": [{ "match_all": {} }], "filter": [&filter] } } });
        assert_eq!(scope.within(&json!({ "query": { "match_all": {} } })), narrowed);
        assert_eq!(Scope::default().within(&narrowed), narrowed);
    }
}
