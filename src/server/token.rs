//! What a browser or program tells of itself to whether it may ask.

use sha2::{Digest, Sha256};

/// The checksum of the token that lets in; the token itself is not kept.
#[derive(Clone, Debug)]
pub struct Token([u8; 32]);

impl Token {
    /// Of a token as it stands in its file.
    pub fn new(token: &str) -> Self {
        Self(Sha256::digest(token.as_bytes()).into())
    }

    /// Whether what follows `Authorization:` tells the token: `Bearer TOKEN`, or `Basic` with it as the password of
    /// any name, which browsers ask for. It takes the same time whatever is told.
    pub fn is_told(&self, authorization: &str) -> bool {
        let Some((scheme, rest)) = authorization.split_once(' ') else { return false };
        let told = match () {
            () if scheme.eq_ignore_ascii_case("bearer") => Some(rest.trim().as_bytes().to_vec()),
            () if scheme.eq_ignore_ascii_case("basic") => password(rest.trim()),
            () => None,
        };
        let told: [u8; 32] = Sha256::digest(told.unwrap_or_default()).into();
        self.0.iter().zip(told).fold(0, |differing, (one, two)| differing | (one ^ two)) == 0
    }
}

/// The password of `name:password` in base 64.
fn password(encoded: &str) -> Option<Vec<u8>> {
    let decoded = base64(encoded)?;
    let colon = decoded.iter().position(|byte| *byte == b':')?;
    decoded.get(colon + 1..).map(<[u8]>::to_vec)
}

/// The bytes that a text in base 64 stands for.
fn base64(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len());
    let (mut bits, mut held) = (0_u32, 0_u32);
    for letter in text.trim_end_matches('=').bytes() {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        bits = bits << 6 | u32::from(value);
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push((bits >> held) as u8);
            bits &= (1 << held) - 1;
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_token_lets_in() {
        let token = Token::new("mật khẩu rất dài");
        assert!(token.is_told("Bearer mật khẩu rất dài"));
        assert!(token.is_told("bearer  mật khẩu rất dài "));
        // "an:mật khẩu rất dài"
        assert!(token.is_told("Basic YW46beG6rXQga2jhuql1IHLhuqV0IGTDoGk="));
        for told in ["", "Bearer", "Bearer ", "Basic", "Basic !", "Basic YW46", "Basic YW4=", "Bearer mật khẩu", "x y"]
        {
            assert!(!token.is_told(told), "{told}");
        }
    }

    #[test]
    fn base_64_is_decoded() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(base64(text), expected.map(|text| text.as_bytes().to_vec()), "{text}");
        };
        check("", Some(""));
        check("Zg==", Some("f"));
        check("Zm8", Some("fo"));
        check("Zm9vYmFy", Some("foobar"));
        check("Zm 9", None);
    }
}
