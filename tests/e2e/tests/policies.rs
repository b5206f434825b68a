//! Policies that a site may have beside the strict one of `policy`: nonces, isolation across origins, features that are
//! denied, and a list of whom it frames.

use e2e::{Page, Result, Visit, ensure, visit, visit::dist};
use serde_json::{Value, json};
use xtask::server::{Server, Site};

use crate::{
    frame::{self, enter, leave},
    host,
    kept::Kept,
    way::Way,
};

async fn reaches_the_first_question(page: &Page) -> Result<()> {
    let way = Way::on(page)?;
    way.start().await?;
    way.stage("later").await?;
    way.stands_at("item.feels-understood").await
}

/// A visit to a page with this in its body, where scripts need the nonce `abc` and whatever else the policy says of them.
fn with_nonce(html: &str, scripts: &str) -> Visit {
    let policy = format!("script-src 'nonce-abc' {scripts} 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'");
    // The harness's own script needs the nonce as well; it is written into the tag after the address.
    let recorder = format!(r#"{}" nonce="abc"#, visit::RECORDER);
    host::body(html)
        .site(|site| site.first_script(&recorder))
        .header("*", "Content-Security-Policy", &policy)
}

#[tokio::test]
async fn the_nonce_of_its_tag_is_all_the_leave_that_scripts_need() -> Result<()> {
    for scripts in ["'strict-dynamic'", ""] {
        for kind in ["text/javascript", "module"] {
            let tag = format!("<script type={kind} nonce=abc src=/therapist-fit.js data-form=short></script>");
            with_nonce(&tag, scripts)
                .run(async |page| reaches_the_first_question(page).await)
                .await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn where_trust_is_handed_on_a_tag_made_by_a_trusted_script_needs_no_nonce() -> Result<()> {
    let code = "<script nonce=abc>document.head.append(
                  Object.assign(document.createElement('script'), { src: '/therapist-fit.js' }))</script>";
    with_nonce(
        &format!("{code}<therapist-fit form=short></therapist-fit>"),
        "'strict-dynamic'",
    )
    .run(async |page| reaches_the_first_question(page).await)
    .await
}

#[tokio::test]
async fn on_a_page_isolated_from_other_origins_it_comes_from_another_that_allows_it() -> Result<()> {
    let site = Site::new()
        .folder("/", dist()?)
        .header("*", "Access-Control-Allow-Origin", "*")
        .header("*", "Cross-Origin-Resource-Policy", "cross-origin");
    let files = Server::start(site, 0)?;
    let address = files.url("/therapist-fit.js");
    host::body(&format!(
        "<script async src={address} data-form=short data-lang=es></script>"
    ))
    .header("*", "Cross-Origin-Embedder-Policy", "require-corp")
    .header("*", "Cross-Origin-Opener-Policy", "same-origin")
    .run(async |page| {
        ensure!(
            page.script::<bool>("return crossOriginIsolated", Vec::new()).await?,
            "the page should be isolated"
        );
        let way = Way::on(page)?.in_language("es")?;
        way.start().await?;
        way.stage("later").await?;
        way.stands_at("item.feels-understood").await
    })
    .await
}

/// The result of an earlier visit, with its button that copies everything.
async fn at_the_result(page: &Page) -> Result<Way<'_>> {
    let way = Way::on(page)?;
    way.widget.heading_becomes("Welcome back").await?;
    page.execute("document.querySelector('therapist-fit').shadowRoot.querySelector('[part=card]').click()")
        .await?;
    way.widget.button("Copy as text").element().await?;
    Ok(way)
}

#[tokio::test]
async fn where_the_clipboard_is_denied_it_is_copied_the_old_way() -> Result<()> {
    Kept::scoring("later", 40)
        .finished(host::with(""))
        .header("*", "Permissions-Policy", "clipboard-write=(), fullscreen=()")
        .run(async |page| {
            let way = at_the_result(page).await?;
            let denied = "return navigator.clipboard.writeText('').then(() => false, () => true)";
            ensure!(
                page.script::<bool>(denied, Vec::new()).await?,
                "the policy should deny it"
            );
            way.press("button.copy-all").await?;
            way.reads("button.copied").await?;
            page.cdp(
                "Browser.grantPermissions",
                json!({ "permissions": ["clipboardReadWrite"] }),
            )
            .await?;
            let pasted: String = page.script("return navigator.clipboard.readText()", Vec::new()).await?;
            ensure!(pasted.contains("A guide for thinking"), "{pasted}");
            // The browser itself notes what the policy held back; nothing else is there.
            let told = page.console().await?;
            ensure!(
                told.iter().all(|entry| entry
                    .text
                    .contains("The Clipboard API has been blocked because of a permissions policy")),
                "{told:#?}"
            );
            Ok(())
        })
        .await
}

#[tokio::test]
async fn where_nothing_can_be_copied_the_button_says_so() -> Result<()> {
    Kept::scoring("later", 40)
        .finished(host::with(""))
        .before_load(
            "Object.defineProperty(navigator, 'clipboard', { value: undefined }); document.execCommand = () => false",
        )
        .run(async |page| {
            let way = at_the_result(page).await?;
            way.press("button.copy-all").await?;
            way.reads("button.not-copied").await
        })
        .await
}

/// A browser that shares, or may not. The one of these tests knows no sharing of its own.
fn sharing(allowed: bool) -> String {
    format!(
        "navigator.canShare = (what) => {allowed} && typeof what.text === 'string';
         navigator.share = async (what) => {{ window.shared = what }};"
    )
}

#[tokio::test]
async fn what_is_shared_is_the_text_of_the_result_and_where_sharing_is_denied_it_is_not_offered() -> Result<()> {
    for allowed in [true, false] {
        Kept::scoring("later", 40)
            .finished(host::with(""))
            .before_load(&sharing(allowed))
            .run(async |page| {
                let way = at_the_result(page).await?;
                ensure!(way.widget.has_button("Share").await? == allowed);
                if allowed {
                    way.press("button.share").await?;
                    let shared: Value = page.script("return window.shared", Vec::new()).await?;
                    let text = shared["text"].as_str().unwrap_or_default();
                    ensure!(
                        text.contains("A guide for thinking") && shared.as_object().is_some_and(|it| it.len() == 1),
                        "{shared}"
                    );
                }
                Ok(())
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_frame_needs_leave_for_the_loader_and_to_be_framed_and_no_more() -> Result<()> {
    let files = frame::files()?;
    let origin = files.url("");
    let policy = format!(
        "default-src 'none'; script-src 'self' {origin}; frame-src {origin}; require-trusted-types-for 'script'; \
         trusted-types 'none'"
    );
    frame::visit(&files, "form=short", "")
        .header("*", "Content-Security-Policy", &policy)
        .run(async |page| {
            enter(page).await?;
            reaches_the_first_question(page).await?;
            leave(page).await
        })
        .await
}
