//! The time, and ids that never come twice.

use super::crypto::random;

const DIGITS: &[u8; 16] = b"0123456789abcdef";

/// Now, in milliseconds since the epoch (UTC).
pub fn now() -> u64 {
    // Dates are whole numbers far below 2^53, so nothing is cut off.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let now = js_sys::Date::now() as u64;
    now
}

/// A new id: 128 random bits in hexadecimal digits.
pub fn new_id() -> String {
    // Every supported browser has random numbers; without them the time still tells check-ins apart.
    let bytes = random(16).map_or_else(|| now().to_be_bytes().to_vec(), |bytes| bytes.to_vec());
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .map(|digit| char::from(DIGITS[usize::from(digit)]))
        .collect()
}
