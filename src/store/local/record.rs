//! Passages as the engine takes them, each with a ticket that bounds what waits.

use std::sync::Arc;

use tantivy::schema::TantivyDocument;
use tantivy::schema::document::Document as IndexDocument;

use super::schema::Fields;
use crate::store::gate::{Gate, Ticket};
use crate::store::record::{Form, Part, Recorded};

/// How many bytes of records wait to be written at most.
pub(super) const MAX_WAITING_BYTES: usize = 96 << 20;

/// One passage as the index takes it.
pub(super) struct Record {
    document: TantivyDocument,
    _ticket: Arc<Ticket>,
}

/// A record that has not passed the gate.
pub(super) type Unadmitted = Recorded<Written>;

/// Lets records pass, each with a share of one ticket.
pub(super) fn admit(gate: &Gate, records: Vec<Unadmitted>) -> impl ExactSizeIterator<Item = Record> {
    let ticket = Arc::new(gate.enter(records.iter().map(|record| record.bytes).sum()));
    records.into_iter().map(move |record| Record { document: record.form.document, _ticket: Arc::clone(&ticket) })
}

impl IndexDocument for Record {
    type Value<'a> = <TantivyDocument as IndexDocument>::Value<'a>;
    type FieldsValuesIter<'a> = <TantivyDocument as IndexDocument>::FieldsValuesIter<'a>;

    fn iter_fields_and_values(&self) -> Self::FieldsValuesIter<'_> {
        self.document.iter_fields_and_values()
    }

    fn into_tantivy_document(self) -> TantivyDocument {
        self.document
    }
}

/// A passage as the engine takes it.
pub(super) struct Written {
    fields: Fields,
    document: TantivyDocument,
}

impl Written {
    /// Begins one of about so many bytes.
    pub(super) fn begin(fields: Fields) -> impl FnOnce(usize) -> Self {
        move |bytes| Self { fields, document: TantivyDocument::with_capacity(bytes) }
    }
}

impl Form for Written {
    fn text(&mut self, part: Part, text: &str) {
        self.document.add_text(self.fields.kept(part), text);
    }

    fn number(&mut self, part: Part, number: u64) {
        self.document.add_u64(self.fields.kept(part), number);
    }

    fn bytes(&mut self, part: Part, bytes: &[u8]) {
        self.document.add_bytes(self.fields.kept(part), bytes);
    }

    fn context(&mut self, line: &str, is_headed: bool) {
        if is_headed {
            self.document.add_text(self.fields.context, line);
        }
    }
}
