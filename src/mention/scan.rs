//! The cheap tests before the dear ones: bytes many at once.

/// The first byte from `from` on for which `is` holds, asked with the byte behind it, 0 at the end.
///
/// Fast where `is` has no branches (`|` and `&`): many bytes are compared at once.
pub(super) fn position(bytes: &[u8], from: usize, is: impl Fn(u8, u8) -> bool) -> Option<usize> {
    let (last, before) = bytes.get(from..)?.split_last()?;
    let (chunks, rest) = before.as_chunks::<CHUNK>();
    let (nexts, rest_next) = bytes[from + 1..].as_chunks::<CHUNK>();
    let first = |bytes: &[u8], nexts: &[u8]| bytes.iter().zip(nexts).position(|(byte, next)| is(*byte, *next));
    // without an exit from the loop the compiler compares all bytes of a chunk at once
    let holds = |(chunk, next): (&[u8; CHUNK], &[u8; CHUNK])| {
        chunk.iter().zip(next).fold(false, |any, (byte, next)| any | is(*byte, *next))
    };
    if let Some(n) = chunks.iter().zip(nexts).position(holds) {
        return first(&chunks[n], &nexts[n]).map(|at| from + n * CHUNK + at);
    }
    let end = bytes.len() - 1;
    first(rest, rest_next).map(|at| end - rest.len() + at).or_else(|| is(*last, 0).then_some(end))
}

/// How many bytes are compared at once.
const CHUNK: usize = 32;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_found_wherever_they_stand() {
        for len in [0, 1, 31, 32, 33, 64, 100] {
            let mut bytes = vec![0; len];
            assert_eq!(position(&bytes, 0, |byte, _| byte == 1), None);
            for at in 0..len {
                bytes[at] = 1;
                assert_eq!(position(&bytes, 0, |byte, _| byte == 1), Some(at));
                assert_eq!(position(&bytes, 0, |_, next| next == 1), at.checked_sub(1));
                assert_eq!(position(&bytes, at + 1, |byte, _| byte == 1), None);
                bytes[at] = 0;
            }
        }
    }
}
