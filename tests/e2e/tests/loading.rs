//! The ways by which a site gets its scripts: put off, made by code, held back by an optimizer, twice, from elsewhere. By
//! each of them the loader finds its files and its place, and a visitor gets to the first question.

use std::time::Duration;

use e2e::{Page, Result, Visit, ensure, visit::dist};

use crate::{frame::files, host, way::Way};

/// Goes from the introduction of a widget with the short form to its first question.
async fn reaches_the_first_question(page: &Page) -> Result<()> {
    let way = Way::on(page)?;
    way.start().await?;
    way.stage("later").await?;
    way.stands_at("item.feels-understood").await
}

/// What stands right before the widget.
async fn stands_after(page: &Page, id: &str) -> Result<()> {
    let script = "return document.querySelector('therapist-fit').previousElementSibling?.id ?? ''";
    let before: String = page.script(script, Vec::new()).await?;
    ensure!(before == id, "before it stands “{before}”");
    Ok(())
}

/// Fails unless the loader and all that it fetched came from this folder.
fn all_came_from(page: &Page, folder: &str) -> Result<()> {
    let asked = page.requests();
    let mut ours = asked.iter().filter(|path| path.contains("therapist-fit"));
    ensure!(
        ours.clone().count() > 2 && ours.all(|path| path.starts_with(&format!("{folder}therapist-fit"))),
        "{asked:?}"
    );
    Ok(())
}

/// A page whose body ends with this code, which no loader came with.
fn later(html: &str, code: &str) -> Visit {
    host::body(&format!("{html}<script>{code}</script>"))
}

#[tokio::test]
async fn put_off_until_the_page_is_parsed_it_stands_where_its_tag_stands() -> Result<()> {
    host::body("<p id=before></p><script defer src=/therapist-fit.js data-form=short></script><p>After</p>")
        .run(async |page| {
            stands_after(page, "before").await?;
            reaches_the_first_question(page).await
        })
        .await
}

#[tokio::test]
async fn a_tag_manager_may_make_the_tag_long_after_the_page_is_there() -> Result<()> {
    // Such a tag comes first in the head, where nothing shows: the elements stand in the page.
    for kind in ["text/javascript", "module"] {
        let code = format!(
            "addEventListener('load', () => setTimeout(() => {{
               const made = document.createElement('script');
               Object.assign(made, {{ type: '{kind}', async: true, src: '/therapist-fit.js?id=GTM-1' }});
               document.head.prepend(made);
             }}, 300))"
        );
        later("<therapist-fit form=short></therapist-fit>", &code)
            .run(reaches_the_first_question_of)
            .await?;
    }
    Ok(())
}

async fn reaches_the_first_question_of(page: &Page) -> Result<()> {
    reaches_the_first_question(page).await
}

#[tokio::test]
async fn a_tag_that_an_optimizer_holds_back_stands_where_it_was_written_with_its_data() -> Result<()> {
    for kind in ["text/javascript", "module"] {
        let held = "<p id=before></p><script type=text/lazy data-src=/therapist-fit.js data-form=short></script>";
        let code = format!(
            "addEventListener('load', () => setTimeout(() => {{
               const held = document.querySelector('[type=\"text/lazy\"]');
               const made = document.createElement('script');
               for (const {{ name, value }} of held.attributes) if (name.startsWith('data-')) made.setAttribute(name, value);
               Object.assign(made, {{ type: '{kind}', src: held.dataset.src }});
               held.replaceWith(made);
             }}, 100))"
        );
        later(held, &code)
            .run(async |page| {
                reaches_the_first_question(page).await?;
                stands_after(page, "before").await
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn code_that_a_library_fetches_and_runs_in_a_tag_of_its_own_still_finds_its_files() -> Result<()> {
    // As libraries do that write scripts with the rest of a fragment: the tag stays, its text runs in the head.
    let code = "addEventListener('load', async () => {
                  const held = document.createElement('div');
                  held.innerHTML = '<p id=before></p><script src=\"/assets/therapist-fit.js\" data-form=short></scr' + 'ipt>';
                  document.querySelector('main').append(held);
                  const made = document.createElement('script');
                  made.text = await (await fetch('/assets/therapist-fit.js')).text();
                  document.head.append(made);
                  made.remove();
                })";
    let dist = dist()?;
    later("", code)
        .site(|site| site.folder("/assets/", dist))
        .run(async |page| {
            reaches_the_first_question(page).await?;
            stands_after(page, "before").await?;
            all_came_from(page, "/assets/")
        })
        .await
}

#[tokio::test]
async fn of_two_versions_the_first_to_run_takes_its_own_files_and_the_other_nothing() -> Result<()> {
    // The old one's tag comes first and its script last.
    let tags = "<script async src=/old/therapist-fit.js></script><script type=module src=/therapist-fit.js></script>";
    let dist = dist()?;
    host::body(&format!("{tags}<therapist-fit form=short></therapist-fit>"))
        .site(|site| {
            site.folder("/old/", dist)
                .slow("/old/therapist-fit.js", Duration::from_secs(1))
        })
        .run(async |page| {
            reaches_the_first_question(page).await?;
            let of_old = page.requests().into_iter().filter(|path| path.starts_with("/old/"));
            let of_old: Vec<String> = of_old.collect();
            ensure!(of_old == ["/old/therapist-fit.js"], "{of_old:?}");
            let count: u32 = page
                .script("return document.querySelectorAll('therapist-fit').length", Vec::new())
                .await?;
            ensure!(count == 1);
            Ok(())
        })
        .await
}

#[tokio::test]
async fn an_old_version_that_runs_first_serves_the_elements_of_both() -> Result<()> {
    let dist = dist()?;
    let tags = "<script src=/old/therapist-fit.js></script><script type=module src=/therapist-fit.js></script>";
    host::body(&format!("<therapist-fit form=short></therapist-fit>{tags}"))
        .site(|site| site.folder("/old/", dist))
        .run(async |page| {
            reaches_the_first_question(page).await?;
            let wasm = page.requests_of("wasm");
            ensure!(wasm.len() == 1 && wasm[0].starts_with("/old/"), "{wasm:?}");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn a_base_address_moves_the_owners_files_and_none_of_ours() -> Result<()> {
    let page = "<!doctype html><html lang=en><head><base href=/elsewhere/><title>A page</title>\
                <script async src=/assets/therapist-fit.js></script></head>\
                <body><main><therapist-fit form=short messages=words.json></therapist-fit></main></body></html>";
    let dist = dist()?;
    Visit::to("/pages/base.html")
        .page(page)
        .site(|site| {
            site.folder("/assets/", dist)
                .text("/elsewhere/words.json", r#"{"intro.title":"Before we meet"}"#)
        })
        .run(async |page| {
            page.widget().heading_becomes("Before we meet").await?;
            reaches_the_first_question(page).await?;
            all_came_from(page, "/assets/")
        })
        .await
}

#[tokio::test]
async fn a_plain_tag_brings_it_from_another_origin() -> Result<()> {
    let files = files()?;
    host::body(&format!(
        "<p id=before></p><script async src={} data-form=short></script>",
        files.url("/therapist-fit.js")
    ))
    .run(async |page| {
        reaches_the_first_question(page).await?;
        stands_after(page, "before").await?;
        ensure!(page.requests() == ["/pages/page.html"], "{:?}", page.requests());
        Ok(())
    })
    .await
}

#[tokio::test]
async fn in_a_folder_of_the_sites_own_it_finds_its_files_there() -> Result<()> {
    let dist = dist()?;
    host::body("<script async src=../assets/widgets/therapist-fit.js?ver=6.5 data-form=short data-lang=es></script>")
        .site(|site| site.folder("/assets/widgets/", dist))
        .run(async |page| {
            let way = Way::on(page)?.in_language("es")?;
            way.start().await?;
            way.stage("later").await?;
            way.stands_at("item.feels-understood").await?;
            all_came_from(page, "/assets/widgets/")
        })
        .await
}
