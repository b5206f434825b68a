//! The browser's own cryptography (`WebCrypto`): a key from a passphrase, and texts sealed and opened with it.

use super::later::promised;
use super::reach::{get, global, invoke, object};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;

/// Rounds of PBKDF2 with SHA-256, as OWASP's Password Storage Cheat Sheet recommends (600,000, since 2023). It is kept with
/// the lock, so it can rise without locking anybody out.
pub const ROUNDS: u32 = 600_000;

/// What every sealed text begins with.
const MARK: &str = "locked:1:";

/// AES-GCM takes 96 bits that come never twice with the same key.
const NONCE: u8 = 12;

/// A key that can't be read out, only used.
pub struct Key(JsValue);

/// Whether the browser has cryptography here: it keeps it from pages that are not secure.
pub fn is_there() -> bool {
    subtle().is_some()
}

/// Whether a text is sealed.
pub fn is_sealed(text: &str) -> bool {
    text.starts_with(MARK)
}

/// New random bytes, in base64.
pub fn salt() -> Option<String> {
    base64(&random(16)?)
}

impl Key {
    /// The key for a passphrase; none where the browser fails.
    pub async fn derive(passphrase: &str, salt: &str, rounds: u32) -> Option<Self> {
        let subtle = subtle()?;
        let no = JsValue::FALSE;
        let uses = |names: &[&str]| JsValue::from(names.iter().map(|name| JsValue::from(*name)).collect::<Array>());
        let raw = Uint8Array::from(passphrase.as_bytes());
        let from = Array::of5(&"raw".into(), &raw, &"PBKDF2".into(), &no, &uses(&["deriveKey"]));
        let password = promised(invoke(&subtle, "importKey", &from)).await?;
        let how = object(&[
            ("name", "PBKDF2".into()),
            ("hash", "SHA-256".into()),
            ("salt", unbase64(salt)?.into()),
            ("iterations", rounds.into()),
        ]);
        let what = object(&[("name", "AES-GCM".into()), ("length", 256.into())]);
        let to = Array::of5(&how, &password, &what, &no, &uses(&["encrypt", "decrypt"]));
        promised(invoke(&subtle, "deriveKey", &to)).await.map(Self)
    }

    /// A text as only this key opens it, and only under the same `name`.
    pub async fn seal(&self, name: &str, text: &str) -> Option<String> {
        let nonce = random(NONCE.into())?;
        let sealed = self
            .run("encrypt", &nonce, name, &Uint8Array::from(text.as_bytes()))
            .await?;
        let all = [nonce.to_vec(), sealed.to_vec()].concat();
        Some([MARK, &base64(&Uint8Array::from(all.as_slice()))?].concat())
    }

    /// The text that was sealed; none with another key or name, or where it is damaged.
    pub async fn open(&self, name: &str, sealed: &str) -> Option<String> {
        let all = unbase64(sealed.strip_prefix(MARK)?)?.to_vec();
        let (nonce, sealed) = all.split_at_checked(NONCE.into())?;
        let (nonce, sealed) = (Uint8Array::from(nonce), Uint8Array::from(sealed));
        let text = self.run("decrypt", &nonce, name, &sealed).await?;
        String::from_utf8(text.to_vec()).ok()
    }

    async fn run(&self, method: &str, nonce: &Uint8Array, name: &str, data: &Uint8Array) -> Option<Uint8Array> {
        let how = object(&[
            ("name", "AES-GCM".into()),
            ("iv", nonce.into()),
            ("additionalData", Uint8Array::from(name.as_bytes()).into()),
        ]);
        let done = promised(invoke(&subtle()?, method, &Array::of3(&how, &self.0, data))).await?;
        Some(Uint8Array::new(&done))
    }
}

fn subtle() -> Option<JsValue> {
    let subtle = get(&global("crypto"), "subtle");
    subtle.is_object().then_some(subtle)
}

/// Random bytes; none where the browser has none.
pub fn random(length: u32) -> Option<Uint8Array> {
    let bytes = Uint8Array::new_with_length(length);
    invoke(&global("crypto"), "getRandomValues", &Array::of1(&bytes)).ok()?;
    Some(bytes)
}

/// The browser's base64 goes through texts of one byte a character.
fn base64(bytes: &Uint8Array) -> Option<String> {
    let text: String = bytes.to_vec().into_iter().map(char::from).collect();
    invoke(&js_sys::global(), "btoa", &Array::of1(&text.into()))
        .ok()?
        .as_string()
}

fn unbase64(text: &str) -> Option<Uint8Array> {
    let text = invoke(&js_sys::global(), "atob", &Array::of1(&text.into()))
        .ok()?
        .as_string()?;
    let bytes: Option<Vec<u8>> = text
        .chars()
        .map(|letter| u8::try_from(u32::from(letter)).ok())
        .collect();
    Some(Uint8Array::from(bytes?.as_slice()))
}
