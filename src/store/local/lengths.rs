//! Lengths as the engine rounds them, for other stores that rank alike.

use tantivy::fieldnorm::FieldNormReader;

/// What the engine takes for a length of so many terms.
pub(in crate::store) fn rounded(terms: u32) -> u32 {
    FieldNormReader::id_to_fieldnorm(FieldNormReader::fieldnorm_to_id(terms))
}
