//! The snippet builder: what is chosen shows in the preview, in the snippet for every kind of site and in the policy; what
//! it writes works as it stands.

use e2e::{Page, Result, Visit, ensure, wait};
use serde_json::json;

/// Sets a field of the builder as a visitor's choice would.
async fn set(page: &Page, name: &str, value: &str) -> Result<()> {
    let script = "const [name, value] = arguments; const it = document.querySelector('#options').elements[name] ?? document.getElementById(name);
                  if (it.type === 'checkbox') it.checked = value === 'on'; else it.value = value;
                  it.dispatchEvent(new Event('input', { bubbles: true }))";
    wait::until("the form", async || {
        page.script(
            "return document.querySelectorAll('#attributes label').length > 5",
            vec![],
        )
        .await
    })
    .await?;
    page.driver().execute(script, vec![json!(name), json!(value)]).await?;
    Ok(())
}

async fn snippet(page: &Page) -> Result<String> {
    page.script("return document.querySelector('#snippet').textContent", vec![])
        .await
}

#[tokio::test]
async fn what_is_chosen_in_the_builder_shows_in_the_preview_and_in_the_snippet_for_every_kind_of_site() -> Result<()> {
    Visit::to("/builder.html")
        .run(async |page| {
            set(page, "lang", "es").await?;
            set(page, "form", "short").await?;
            set(page, "theme", "dark").await?;
            page.widget()
                .heading_becomes("¿Es tu terapeuta la persona adecuada para ti?")
                .await?;
            let tag = snippet(page).await?;
            let address = page.address("/therapist-fit.js");
            ensure!(
                tag == format!(
                    r#"<script async src="{address}" data-lang="es" data-theme="dark" data-form="short"></script>"#
                ),
                "{tag}"
            );
            let platforms: usize = page
                .script("return document.querySelector('#platform').length", vec![])
                .await?;
            ensure!(platforms >= 8);
            for place in 0..platforms {
                set(page, "platform", &place.to_string()).await?;
                let tag = snippet(page).await?;
                ensure!(tag.contains(&address) && tag.contains(r#"form="short""#), "{tag}");
                let steps: usize = page
                    .script("return document.querySelectorAll('#steps li').length", vec![])
                    .await?;
                ensure!(steps > 0);
            }
            set(page, "isolation", "frame").await?;
            let policy: String = page
                .script("return document.querySelector('#policy').textContent", vec![])
                .await?;
            ensure!(
                policy.contains("frame-src") && !policy.contains("wasm-unsafe-eval"),
                "{policy}"
            );
            Ok(())
        })
        .await
}

#[tokio::test]
async fn a_value_with_markup_in_it_stays_a_value_in_the_snippet() -> Result<()> {
    Visit::to("/builder.html")
        .run(async |page| {
            set(page, "messages", r#""><script>harm()</script>&amp;"#).await?;
            let tag = snippet(page).await?;
            let script = "const holder = new DOMParser().parseFromString(arguments[0], 'text/html');
                          return [holder.querySelectorAll('script').length, holder.querySelector('script').dataset.messages]";
            page.execute("trustedTypes.createPolicy('default', { createHTML: (text) => text })").await?;
            let (scripts, value): (u32, String) = page.script(script, vec![json!(tag)]).await?;
            ensure!(scripts == 1 && value == r#""><script>harm()</script>&amp;"#, "{tag}");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn a_snippet_from_the_builder_works_on_a_strangers_page_also_pinned_by_its_hash() -> Result<()> {
    for pinned in ["off", "on"] {
        let mut tag = String::new();
        Visit::to("/builder.html")
            .run(async |page| {
                set(page, "form", "full").await?;
                set(page, "pinned", pinned).await?;
                tag = snippet(page).await?.replace(&page.address("/"), "/");
                Ok(())
            })
            .await?;
        ensure!(tag.contains("integrity=\"sha256-") == (pinned == "on"), "{tag}");
        crate::host::body(&tag)
            .run(async |page| {
                page.widget().button("Start").click().await?;
                page.widget()
                    .heading_becomes("How far along are you with this therapist?")
                    .await
            })
            .await?;
    }
    Ok(())
}

async fn policy(page: &Page) -> Result<String> {
    page.script("return document.querySelector('#policy').textContent", vec![])
        .await
}

#[tokio::test]
async fn the_tag_and_the_policy_are_copied_as_they_stand() -> Result<()> {
    Visit::to("/builder.html")
        // Else the page is still on its way down when the button is pressed.
        .media("prefers-reduced-motion", "reduce")
        .run(async |page| {
            set(page, "form", "short").await?;
            page.cdp(
                "Browser.grantPermissions",
                json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] }),
            )
            .await?;
            for (button, expected) in [("snippet", snippet(page).await?), ("policy", policy(page).await?)] {
                page.click(&format!("[data-copy={button}]")).await?;
                wait::until("the copy", async || {
                    let copied: String = page.script("return navigator.clipboard.readText()", vec![]).await?;
                    Ok(copied == expected)
                })
                .await?;
            }
            Ok(())
        })
        .await
}

#[tokio::test]
async fn the_address_of_the_files_is_a_folder_with_and_without_its_slash_and_never_anything_but_the_web() -> Result<()>
{
    Visit::to("/builder.html")
        .run(async |page| {
            let here = page.address("/therapist-fit.js");
            for (typed, expected) in [
                (
                    "https://cdn.example/widgets",
                    "https://cdn.example/widgets/therapist-fit.js",
                ),
                (
                    "https://cdn.example/widgets/",
                    "https://cdn.example/widgets/therapist-fit.js",
                ),
                ("https://cdn.example", "https://cdn.example/therapist-fit.js"),
                ("", &here),
                ("data:,x", &here),
                ("file:///somewhere/", &here),
            ] {
                set(page, "base", typed).await?;
                let tag = snippet(page).await?;
                ensure!(
                    tag == format!("<script async src=\"{expected}\"></script>"),
                    "{typed}: {tag}"
                );
            }
            Ok(())
        })
        .await
}

#[tokio::test]
async fn the_policy_names_where_an_owners_own_files_come_from() -> Result<()> {
    Visit::to("/builder.html")
        .run(async |page| {
            set(page, "base", "https://cdn.example/").await?;
            for (name, value, expected) in [
                (
                    "checklist",
                    "https://files.example/a.json",
                    "https://cdn.example https://files.example",
                ),
                (
                    "checklist",
                    "//files.example/a.json",
                    "https://cdn.example files.example",
                ),
                ("checklist", "/a.json", "https://cdn.example 'self'"),
                ("checklist", "https://cdn.example/a.json", "https://cdn.example"),
                ("checklist", "alliance", "https://cdn.example"),
                ("messages", "words.json", "https://cdn.example 'self'"),
            ] {
                set(page, name, value).await?;
                let lines = policy(page).await?;
                ensure!(
                    lines == format!("script-src https://cdn.example 'wasm-unsafe-eval'; connect-src {expected}"),
                    "{name}={value}: {lines}"
                );
            }
            Ok(())
        })
        .await
}

#[tokio::test]
async fn a_style_stands_with_the_script_where_a_component_follows_and_the_page_says_that_a_policy_may_forbid_it()
-> Result<()> {
    Visit::to("/builder.html")
        .run(async |page| {
            let note = "return document.querySelector('#note').textContent";
            ensure!(page.script::<String>(note, vec![]).await?.is_empty());
            set(page, "accent", "#112233").await?;
            let names: Vec<String> = page
                .script(
                    "return [...document.querySelector('#platform').options].map((it) => it.textContent)",
                    vec![],
                )
                .await?;
            for wanted in ["React", "Vue"] {
                let place = names.iter().position(|name| name == wanted).unwrap_or(usize::MAX);
                set(page, "platform", &place.to_string()).await?;
                let tag = snippet(page).await?;
                ensure!(tag.contains("<style>"), "{tag}");
                ensure!(
                    tag.ends_with("</style>\n<therapist-fit></therapist-fit>"),
                    "{wanted}: {tag}"
                );
            }
            let said: String = page.script(note, vec![]).await?;
            ensure!(said.contains("inline styles"), "{said}");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn nothing_but_the_policy_from_the_builder_is_needed_to_answer() -> Result<()> {
    let (mut tag, mut lines) = (String::new(), String::new());
    Visit::to("/builder.html")
        .run(async |page| {
            set(page, "lang", "es").await?;
            set(page, "checklist", "/examples/study-group.json").await?;
            let origin = page.address("/");
            tag = snippet(page).await?.replace(&origin, "/");
            // The stranger's page has an origin of its own.
            lines = policy(page).await?.replace(origin.trim_end_matches('/'), "'self'");
            Ok(())
        })
        .await?;
    crate::host::body(&tag)
        .header("*", "Content-Security-Policy", &format!("default-src 'none'; {lines}"))
        .run(async |page| page.widget().heading_becomes("¿Te sirve este grupo de estudio?").await)
        .await
}

#[tokio::test]
async fn where_a_file_that_it_is_made_from_is_missing_the_page_says_so() -> Result<()> {
    Visit::to("/builder.html")
        .site(|site| site.missing("/integrity.json"))
        .run(async |page| {
            let said = "return document.querySelector('#note').textContent";
            wait::until("a plain sentence", async || {
                Ok(page
                    .script::<String>(said, vec![])
                    .await?
                    .contains("could not load integrity.json"))
            })
            .await?;
            page.assert_console_holds(&["status of 404", "Script error"]).await
        })
        .await
}
