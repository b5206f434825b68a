//! The headers that a static host shall send with each file, in the format that the common hosts read (`_headers`): what is
//! named by its content or stands under an exact version may be kept for ever, other loaders only for an hour. Any site may
//! use them, also one that takes only what is marked as safe to embed: the page of the frame has to say that it does the same.

use super::{
    NAME,
    files::{File, Role},
    versions,
};

/// The file, for a version such as `1.2.3`.
pub fn file(version: &str) -> File {
    let any_site = "  Access-Control-Allow-Origin: *\n  Cross-Origin-Resource-Policy: cross-origin\n  \
                    Cross-Origin-Embedder-Policy: require-corp\n";
    let hour = "  Cache-Control: public, max-age=3600\n";
    let ever = "  Cache-Control: public, max-age=31536000, immutable\n";
    let major = versions::major(version);
    let rules = [
        (format!("/{NAME}.js"), hour),
        (format!("/{NAME}-*"), ever),
        (format!("/{major}/{NAME}.js"), hour),
        (format!("/{major}/{NAME}-*"), ever),
        (format!("/{version}/*"), ever),
    ];
    let text: String = rules
        .iter()
        .map(|(path, caching)| [path, "\n", caching, any_site].concat())
        .collect();
    File::named(Role::Definition, "_headers", text.into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_named_by_content_or_exact_version_is_kept_for_ever_and_the_other_loaders_for_an_hour() {
        let text = String::from_utf8(file("1.2.3").bytes).unwrap();
        let caching = |path: &str| {
            let (_, after) = text.split_once(&format!("{path}\n")).unwrap();
            after.lines().next().unwrap().to_owned()
        };
        for path in ["/therapist-fit.js", "/1/therapist-fit.js"] {
            assert!(caching(path).contains("max-age=3600"), "{path}");
        }
        for path in ["/therapist-fit-*", "/1/therapist-fit-*", "/1.2.3/*"] {
            assert!(caching(path).contains("immutable"), "{path}");
        }
    }
}
