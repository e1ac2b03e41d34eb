//! The closed classes of words that rules look at, as `data/rule_words.txt` has them.

include!(concat!(env!("OUT_DIR"), "/rule_words.rs"));
