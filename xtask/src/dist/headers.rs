//! The headers that a static host shall send with each file, in the format that the common hosts read (`_headers`): what is
//! named by its content may be kept for ever, the loader only for an hour. Any site may use them.

use super::{
    NAME,
    files::{File, Role},
};

/// The file.
pub fn file() -> File {
    let any_site = "  Access-Control-Allow-Origin: *\n  Cross-Origin-Resource-Policy: cross-origin\n";
    let text = format!(
        "/{NAME}.js\n  Cache-Control: public, max-age=3600\n{any_site}\
         /{NAME}-*\n  Cache-Control: public, max-age=31536000, immutable\n{any_site}"
    );
    File::named(Role::Definition, "_headers", text.into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_named_by_their_content_are_kept_for_ever_and_the_loader_is_not() {
        let text = String::from_utf8(file().bytes).unwrap();
        let (loader, rest) = text.split_once("/therapist-fit-*").unwrap();
        assert!(loader.starts_with("/therapist-fit.js\n") && loader.contains("max-age=3600"));
        assert!(rest.contains("immutable") && !loader.contains("immutable"));
    }
}
