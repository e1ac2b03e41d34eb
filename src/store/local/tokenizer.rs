//! The lines of an [`Analysis`](crate::analysis::Analysis) to tantivy tokens.
//!
//! The text was understood before; here it is only cut at blanks.

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use crate::analysis::WHOLE;

/// Cuts a line at its blanks: a token a word; a whole symbol takes the position of what follows it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Blanks;

impl Tokenizer for Blanks {
    type TokenStream<'a> = BlankStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> BlankStream<'a> {
        let token = Token { text: String::with_capacity(64), ..Token::default() };
        BlankStream { rest: text, next: 0, token }
    }
}

/// The stream of [`Blanks`].
pub struct BlankStream<'a> {
    rest: &'a str,
    next: usize,
    token: Token,
}

impl TokenStream for BlankStream<'_> {
    fn advance(&mut self) -> bool {
        let Some(word) = next_word(&mut self.rest) else { return false };
        self.token.position = self.next;
        let word = match word.strip_prefix(WHOLE) {
            Some(whole) => whole,
            None => {
                self.next += 1;
                word
            }
        };
        self.token.text.clear();
        self.token.text.push_str(word);
        true
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}

/// Takes the first word off a line whose words are parted by single blanks.
fn next_word<'a>(rest: &mut &'a str) -> Option<&'a str> {
    if rest.is_empty() {
        return None;
    }
    // words are a few bytes long: a plain loop beats a search that has to be set up
    let end = rest.bytes().position(|byte| byte == b' ').unwrap_or(rest.len());
    let word = &rest[..end];
    *rest = rest.get(end + 1..).unwrap_or_default();
    Some(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Analysis;

    fn cut(mut tokenizer: impl Tokenizer, line: &str) -> Vec<(usize, String)> {
        let mut found = Vec::new();
        tokenizer.token_stream(line).process(&mut |token| found.push((token.position, token.text.clone())));
        found
    }

    #[test]
    fn symbols_stand_beside_their_parts() {
        let analysis = Analysis::of("Luật 45/2019/QH14 mới");
        let words = cut(Blanks, analysis.folded_line());
        let expected = [(0, "luat"), (1, "45/2019qh14"), (1, "45"), (2, "2019"), (3, "qh14"), (4, "moi")];
        assert_eq!(words, expected.map(|(n, word)| (n, word.to_owned())));
        assert!(cut(Blanks, "").is_empty());
    }
}
