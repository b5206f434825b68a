//! Compression as good hosts do it, each result made only once: the same bytes are weighed first and then served.

use std::{
    collections::HashMap,
    io::Write,
    sync::{LazyLock, Mutex, PoisonError},
};

use flate2::{Compression, write::GzEncoder};

use super::files::short_hash;

/// A way to compress that every supported browser reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// Brotli at quality 11, its best.
    Brotli,
    /// Gzip at level 9, its best.
    Gzip,
}

/// Compressed bytes by encoding and hash of the content.
type Made = HashMap<(Encoding, String), Vec<u8>>;

static MADE: LazyLock<Mutex<Made>> = LazyLock::new(Mutex::default);

impl Encoding {
    /// The compressed bytes.
    pub fn apply(self, bytes: &[u8]) -> Vec<u8> {
        let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
        let compressed = made.entry((self, short_hash(bytes))).or_insert_with(|| match self {
            Self::Brotli => brotli(bytes),
            Self::Gzip => gzip(bytes),
        });
        compressed.clone()
    }
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    // Writing to memory can't fail.
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}

fn brotli(bytes: &[u8]) -> Vec<u8> {
    let mut compressed = Vec::new();
    let mut encoder = brotli::CompressorWriter::new(&mut compressed, 64 * 1024, 11, 22);
    // Writing to memory can't fail; the rest is written when the encoder is dropped.
    let _ = encoder.write_all(bytes);
    drop(encoder);
    compressed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compression_makes_text_smaller_and_can_be_undone() {
        let text = "one question a screen ".repeat(100);
        let mut back = Vec::new();
        let small = Encoding::Brotli.apply(text.as_bytes());
        brotli::BrotliDecompress(&mut small.as_slice(), &mut back).unwrap();
        assert_eq!(back, text.as_bytes());
        assert!(small.len() < Encoding::Gzip.apply(text.as_bytes()).len());
    }
}
