//! Host pages as site owners write them, in a few words.

use e2e::Visit;

/// A visit to a clinic's page with one element, which has these attributes.
pub fn with(attributes: &str) -> Visit {
    let page =
        include_str!("../pages/inline.html").replace("<therapist-fit>", &format!("<therapist-fit {attributes}>"));
    Visit::to("/pages/clinic.html").page(&page)
}

/// A visit to a page with this in its body, and the loader as a module in its head unless the body holds it.
pub fn body(html: &str) -> Visit {
    let loader = if html.contains("<script") {
        ""
    } else {
        r#"<script type="module" src="/therapist-fit.js"></script>"#
    };
    let page = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A page</title>{loader}</head>\
         <body><main><h1>A page</h1>{html}</main></body></html>"
    );
    Visit::to("/pages/page.html").page(&page)
}
