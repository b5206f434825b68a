//! Which encoding the browser accepts, and for what it is worth it.

use axum::http::HeaderValue;

use crate::dist::compress::Encoding;

/// The encoding's name in the headers.
pub fn name(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Brotli => "br",
        Encoding::Gzip => "gzip",
    }
}

/// Whether files of this type get smaller.
pub fn is_worth_it(media_type: &str) -> bool {
    media_type.starts_with("text/") || matches!(media_type, "application/json" | "application/wasm" | "image/svg+xml")
}

/// The best encoding among those the header `Accept-Encoding` names. One with `q=0` is refused.
pub fn chosen(accepted: Option<&HeaderValue>) -> Option<Encoding> {
    let accepted = accepted?.to_str().ok()?;
    let accepts = |encoding: &Encoding| {
        accepted.split(',').any(|offer| {
            let mut parts = offer.split(';').map(str::trim);
            let is_named = parts.next() == Some(name(*encoding));
            let is_refused = parts.any(|part| matches!(part, "q=0" | "q=0.0"));
            is_named && !is_refused
        })
    };
    [Encoding::Brotli, Encoding::Gzip].into_iter().find(accepts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(header: &'static str) -> Option<Encoding> {
        chosen(Some(&HeaderValue::from_static(header)))
    }

    #[test]
    fn brotli_is_preferred_and_a_refusal_is_heeded() {
        assert_eq!(of("gzip, deflate, br, zstd"), Some(Encoding::Brotli));
        assert_eq!(of("gzip;q=0.8, br;q=0"), Some(Encoding::Gzip));
        assert_eq!(of("identity"), None);
        assert_eq!(chosen(None), None);
    }
}
