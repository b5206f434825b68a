//! The time, and ids that never come twice.

use wasm_bindgen::JsCast;
use web_sys::Crypto;

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
    let mut bytes = [0_u8; 16];
    let crypto = js_sys::Reflect::get(&js_sys::global(), &"crypto".into());
    let filled = crypto
        .ok()
        .and_then(|crypto| crypto.dyn_into::<Crypto>().ok())
        .is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !filled {
        // Every supported browser has random numbers; without them the time still tells check-ins apart.
        bytes[..8].copy_from_slice(&now().to_be_bytes());
    }
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .map(|digit| char::from(DIGITS[usize::from(digit)]))
        .collect()
}
