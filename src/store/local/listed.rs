//! A line of terms, as a list of them is written, to tokens of the engine.

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use crate::store::term_list::END;

/// Cuts the line of a [`TermList`](crate::store::term_list::TermList) into its terms.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Listed;

impl Tokenizer for Listed {
    type TokenStream<'a> = ListedStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> ListedStream<'a> {
        ListedStream { terms: text.split(END), token: Token { position: 0, ..Token::default() } }
    }
}

/// The stream of [`Listed`].
pub(super) struct ListedStream<'a> {
    terms: std::str::Split<'a, char>,
    token: Token,
}

impl TokenStream for ListedStream<'_> {
    fn advance(&mut self) -> bool {
        let Some(term) = self.terms.next() else { return false };
        self.token.text.clear();
        self.token.text.push_str(term);
        true
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}
