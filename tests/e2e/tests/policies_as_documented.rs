//! The header lines of the page on policies, taken from that page: with them and nothing more, the widget runs.

use std::fs;

use e2e::{Page, Result, Visit, ensure, visit::dist};

use crate::{
    frame::{enter, files, leave, visit},
    host,
    kept::Kept,
    way::Way,
};

/// The values of the headers of this name on the page, in its order.
fn documented(header: &str) -> Result<Vec<String>> {
    let page = fs::read_to_string(dist()?.join("policies.html"))?;
    let page = page.replace("&quot;", "\"");
    let start = format!("<pre><code>{header}: ");
    let values = page
        .split(&start)
        .skip(1)
        .filter_map(|rest| rest.split("</code>").next());
    Ok(values.map(str::to_owned).collect())
}

/// A visit under a documented policy, for a page which else may do nothing but run a script of its own.
fn under(visit: Visit, policy: &str) -> Visit {
    let policy = policy.replace("script-src", "script-src 'self'");
    visit.header("*", "Content-Security-Policy", &format!("default-src 'none'; {policy}"))
}

/// In Spanish, whose words are fetched.
async fn reaches_the_first_question(page: &Page) -> Result<()> {
    let way = Way::on(page)?.in_language("es")?;
    way.start().await?;
    way.stage("later").await?;
    way.stands_at("item.feels-understood").await
}

#[tokio::test]
async fn each_content_security_policy_lets_the_widget_run_where_the_page_says_so() -> Result<()> {
    let policies = documented("Content-Security-Policy")?;
    let [own, other, framed, types] = policies.as_slice() else {
        e2e::bail!("the page has other policies: {policies:?}")
    };
    let files = files()?;
    let at = |policy: &str| policy.replace("https://cdn.example", &files.url(""));

    let here = under(host::with("form=short lang=es"), own);
    here.run(async |page| reaches_the_first_question(page).await).await?;

    let trusted = under(host::with("form=short lang=es"), &format!("{own}; {types}"));
    trusted.run(async |page| reaches_the_first_question(page).await).await?;

    let tag = format!(
        "<script async src={} data-form=short data-lang=es></script>",
        files.url("/therapist-fit.js")
    );
    let elsewhere = under(host::body(&tag), &at(other));
    elsewhere
        .run(async |page| reaches_the_first_question(page).await)
        .await?;

    under(visit(&files, "form=short lang=es", ""), &at(framed))
        .run(async |page| {
            enter(page).await?;
            reaches_the_first_question(page).await?;
            leave(page).await
        })
        .await
}

#[tokio::test]
async fn the_permissions_policy_hands_copying_and_sharing_on_to_the_frame() -> Result<()> {
    let policies = documented("Permissions-Policy")?;
    let [policy] = policies.as_slice() else {
        e2e::bail!("the page has other policies: {policies:?}")
    };
    let files = files()?;
    visit(&files, "", "")
        .header(
            "*",
            "Permissions-Policy",
            &policy.replace("https://cdn.example", &files.url("")),
        )
        .run(async |page| {
            enter(page).await?;
            page.widget().button("Start").element().await?;
            let kept = Kept::scoring("later", 40);
            page.store(&kept.key(), &kept.text()).await?;
            leave(page).await?;
            page.reload().await?;
            enter(page).await?;
            let way = Way::on(page)?;
            way.widget.heading_becomes("Welcome back").await?;
            page.execute("document.querySelector('therapist-fit').shadowRoot.querySelector('[part=card]').click()")
                .await?;
            let handed_on: bool = page
                .script(
                    "return document.featurePolicy.allowsFeature('clipboard-write')",
                    Vec::new(),
                )
                .await?;
            ensure!(handed_on, "the frame may write to the clipboard");
            way.press("button.copy-all").await?;
            way.reads("button.copied").await?;
            leave(page).await?;
            // A browser that can't share says so, as the page tells; nothing else is there.
            let told = page.console().await?;
            ensure!(
                told.iter()
                    .all(|entry| entry.text.contains("Unrecognized feature: 'web-share'")),
                "{told:#?}"
            );
            Ok(())
        })
        .await
}
