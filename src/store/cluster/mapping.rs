//! The fields of a passage in a cluster, how each is cut into terms, and what tells that an index is ours.

use serde_json::{Value, json};

use crate::store::field::{FORMAT, Field};

/// What an index of this program says of itself.
pub(super) const PROGRAM: &str = "tracuu";

/// Joins words at one position. No text that is understood has it; as a blank parts words, none of those can join them.
pub(super) const JOINT: char = '\u{e000}';

/// How many parts an index has, each on one node.
pub(super) const SHARDS: u32 = 3;

/// Longer words are cut there, in UTF-16; a cluster takes no term of more than 32,766 bytes.
const MAX_LETTERS: u32 = 8191;

/// The name of a field whose terms can be asked for.
pub(super) fn name(field: Field) -> &'static str {
    match field {
        Field::Exact => "exact",
        Field::Folded => "folded",
        Field::Context => "context",
        Field::Doc => "doc",
        Field::File => "file",
        Field::Numbers => "numbers",
        Field::People => "people",
        Field::Dates => "dates",
        Field::Abbreviations => "abbreviations",
        Field::Relations => "relations",
    }
}

/// The name of the field that says what a passage holds in a field: its headings are kept with each that stands under
/// them.
pub(super) fn stored_name(field: Field) -> &'static str {
    match field {
        Field::Context => UNDER,
        field => name(field),
    }
}

/// Title and headings of every passage that stands under them.
pub(super) const UNDER: &str = "under";

/// What only a reader needs.
pub(super) const KEPT: &str = "kept";

/// The packed times that a passage names.
pub(super) const INTERVALS: &str = "intervals";

fn meta() -> Value {
    json!({ "program": PROGRAM, "version": env!("CARGO_PKG_VERSION"), "format": FORMAT })
}

/// An index of passages.
pub(super) fn passages() -> Value {
    let text = |options: &str, stored: bool| json!({ "type": "text", "analyzer": "words", "similarity": "words", "index_options": options, "store": stored });
    let keyword = |values: bool, stored: bool| json!({ "type": "keyword", "ignore_above": MAX_LETTERS, "doc_values": values, "store": stored });
    let mut folded = text("positions", true);
    folded["index_phrases"] = json!(true);
    let mut under = text("docs", true);
    under["norms"] = json!(false);
    json!({
        "settings": {
            "number_of_shards": SHARDS,
            "auto_expand_replicas": "0-1",
            "refresh_interval": "-1",
            "similarity": {
                "words": { "type": "BM25", "k1": 1.2, "b": 0.75, "discount_overlaps": false },
            },
            "analysis": {
                "tokenizer": {
                    "blanks": { "type": "char_group", "tokenize_on_chars": [" "], "max_token_length": 1_000_000 },
                },
                "filter": {
                    "joined": {
                        "type": "pattern_capture",
                        "preserve_original": false,
                        "patterns": [format!("([^{JOINT}]+)")],
                    },
                    "bounded": { "type": "truncate", "length": MAX_LETTERS },
                },
                "analyzer": {
                    "words": { "type": "custom", "tokenizer": "blanks", "filter": ["joined", "bounded"] },
                },
            },
        },
        "mappings": {
            "_meta": meta(),
            "dynamic": "strict",
            "_source": { "enabled": false },
            "_routing": { "required": true },
            "properties": {
                "exact": text("freqs", true),
                "folded": folded,
                "context": text("freqs", false),
                UNDER: under,
                "doc": keyword(true, true),
                "file": keyword(true, true),
                "sample": keyword(false, false),
                "numbers": keyword(true, true),
                "people": keyword(true, true),
                "abbreviations": keyword(true, true),
                "relations": keyword(true, true),
                "dates": keyword(false, false),
                INTERVALS: { "type": "long", "index": false, "doc_values": false, "store": true },
                "order": { "type": "long" },
                "ordinal": { "type": "integer" },
                "run": { "type": "long" },
                KEPT: { "type": "binary", "store": true },
            },
        },
    })
}

/// The template of the indexes of passages, as a cluster takes it: what it would make of one that is not told how.
pub fn template() -> Value {
    json!({ "index_patterns": ["tracuu-*-p-*"], "template": passages() })
}

/// An index that tells of commits.
pub(super) fn book() -> Value {
    json!({
        "settings": { "number_of_shards": 1, "auto_expand_replicas": "0-1" },
        "mappings": {
            "_meta": meta(),
            "dynamic": "strict",
            "properties": { "body": { "type": "object", "enabled": false } },
        },
    })
}

/// Whether the mapping of an index says that it is ours.
pub(super) fn is_ours(mapping: &Value) -> bool {
    mapping["mappings"]["_meta"]["program"] == PROGRAM
}
