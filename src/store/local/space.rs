//! What each field of an index takes on disk.

use std::collections::BTreeMap;

use tantivy::Searcher;
use tantivy::space_usage::PerFieldSpaceUsage;

use crate::store::space::FieldSpace;

/// The fields of an index, the largest first.
pub(super) fn fields(searcher: &Searcher) -> tantivy::Result<Vec<FieldSpace>> {
    let usage = searcher.space_usage()?;
    let mut fields: BTreeMap<String, FieldSpace> = BTreeMap::new();
    let mut add = |part: &PerFieldSpaceUsage, set: fn(&mut FieldSpace) -> &mut u64| {
        for field in part.fields() {
            *set(fields.entry(field.field_name().to_owned()).or_default()) += field.total().get_bytes();
        }
    };
    let mut stored = 0;
    for segment in usage.segments() {
        add(segment.termdict(), |field| &mut field.terms);
        add(segment.postings(), |field| &mut field.postings);
        add(segment.positions(), |field| &mut field.positions);
        add(segment.fieldnorms(), |field| &mut field.norms);
        add(segment.fast_fields(), |field| &mut field.columns);
        stored += segment.store().total().get_bytes();
    }
    fields.insert(String::new(), FieldSpace { stored, ..FieldSpace::default() });
    let named = fields.into_iter().map(|(name, field)| FieldSpace { name, ..field });
    let mut named: Vec<FieldSpace> = named.filter(|field| field.total() > 0).collect();
    named.sort_by_key(|field| std::cmp::Reverse(field.total()));
    Ok(named)
}
