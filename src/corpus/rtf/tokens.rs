//! Bytes of Rich Text Format -> braces, control words, control signs and bytes of text.

/// What stands in a file.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    Open,
    Close,
    /// `\par` or `\u7843`.
    Word(&'a str, Option<i32>),
    /// `\~`.
    Sign(u8),
    /// A byte as it stands, or as `\'e1`.
    Byte(u8),
}

/// The rest of a file.
pub(super) struct Tokens<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Tokens<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// Passes over bytes of a picture.
    pub fn skip(&mut self, count: usize) {
        self.at = self.at.saturating_add(count).min(self.bytes.len());
    }

    fn byte(&mut self) -> Option<u8> {
        let byte = self.bytes.get(self.at).copied();
        self.at += usize::from(byte.is_some());
        byte
    }

    fn escaped(&mut self) -> Option<Token<'a>> {
        let first = self.byte()?;
        if first == b'\'' {
            return Some(self.hex());
        }
        if matches!(first, b'\\' | b'{' | b'}') {
            return Some(Token::Byte(first));
        }
        if !first.is_ascii_alphabetic() {
            return Some(Token::Sign(first));
        }
        let start = self.at - 1;
        let name = self.run(start, u8::is_ascii_alphabetic);
        let start = self.at;
        let sign = usize::from(self.bytes.get(start) == Some(&b'-'));
        self.at += sign;
        let digits = self.run(self.at, u8::is_ascii_digit);
        let value = digits.parse().ok().map(|value: i32| if sign > 0 { -value } else { value });
        if digits.is_empty() {
            self.at = start;
        }
        if self.bytes.get(self.at) == Some(&b' ') {
            self.at += 1;
        }
        Some(Token::Word(name, value))
    }

    fn hex(&mut self) -> Token<'a> {
        let digit = |at: usize| self.bytes.get(at).and_then(|&byte| char::from(byte).to_digit(16));
        match (digit(self.at), digit(self.at + 1)) {
            (Some(high), Some(low)) => {
                self.at += 2;
                Token::Byte((high * 16 + low) as u8)
            }
            _ => Token::Sign(b'\''),
        }
    }

    /// The bytes from `start` that are of a kind; they are ASCII.
    fn run(&mut self, start: usize, is_of_kind: fn(&u8) -> bool) -> &'a str {
        let rest = &self.bytes[start..];
        let length = rest.iter().position(|byte| !is_of_kind(byte)).unwrap_or(rest.len());
        self.at = start + length;
        std::str::from_utf8(&rest[..length]).unwrap_or_default()
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            match self.byte()? {
                b'{' => return Some(Token::Open),
                b'}' => return Some(Token::Close),
                b'\\' => return self.escaped(),
                b'\r' | b'\n' | 0 => {}
                byte => return Some(Token::Byte(byte)),
            }
        }
    }
}
