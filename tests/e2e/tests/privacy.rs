//! What a visitor answers leaves the browser in no way: no request after loading, nothing in addresses, in the history, in
//! cookies or on the page.

use e2e::{Page, Result, ensure};

use crate::{
    host,
    way::{SHORT, Way, alternating},
};

#[tokio::test]
async fn from_the_first_question_to_deleting_everything_the_browser_asks_the_network_for_nothing() -> Result<()> {
    host::with("region=gb")
        .run(async |page| {
            let way = Way::on(page)?;
            way.widget.button("Need help now?").element().await?;
            let loaded = page.sent().await?;
            let own = page.address("/");
            ensure!(loaded.iter().all(|address| address.starts_with(&own)), "{loaded:?}");
            // The page, the loader, the script, the wasm: no language file for English, no font, no picture.
            ensure!(loaded.len() == 4, "{loaded:?}");
            let before = traces(page).await?;

            way.press("button.help").await?;
            way.press("button.close").await?;
            way.start().await?;
            way.stage("early").await?;
            way.form("short").await?;
            way.items(&SHORT, &alternating("not-true", "very-true", 14)).await?;
            way.context("mostly", "yes", Some("no")).await?;
            way.safety("hurt-or-threatened", "yes").await?;
            way.press("button.see-result").await?;
            way.reads("safety.first").await?;
            for disclosure in ["answers.title", "how.title", "privacy.title", "sources.title"] {
                way.press(disclosure).await?;
            }
            way.press("button.home").await?;
            way.stands_at("home.title").await?;
            ensure!(
                traces(page).await? == before,
                "{:?} was {before:?}",
                traces(page).await?
            );
            way.press("button.delete-everything").await?;
            way.press("button.delete-everything-yes").await?;
            way.reads("home.deleted").await?;

            let sent = page.sent().await?;
            ensure!(sent.is_empty(), "{sent:?}");
            ensure!(page.requests().len() == 4, "{:?}", page.requests());
            ensure!(traces(page).await? == before);
            Ok(())
        })
        .await
}

#[tokio::test]
async fn the_page_around_the_widget_is_left_as_it_was() -> Result<()> {
    host::with("form=short storage=none")
        .run(async |page| {
            let way = Way::on(page)?;
            let script = "return [document.head.outerHTML, document.body.outerHTML,
                                  // The driver's own come and go.
                                  Object.keys(window).filter((it) => !/^(cdc_|se_|ret_)/.test(it)).sort().join(),
                                  String(document.adoptedStyleSheets.length)]";
            let mut before: Vec<String> = page.script(script, Vec::new()).await?;
            // The loader may be fetching already, by a link that goes.
            if let Some((start, link)) = before[0].split_once("<link rel=\"modulepreload\"") {
                let rest = link.split_once('>').map_or("", |(_, rest)| rest);
                before[0] = format!("{start}{rest}");
            }
            way.start().await?;
            way.stage("met-once").await?;
            way.stands_at("item.feels-understood").await?;
            way.answer("mostly").await?;
            way.stands_at("item.feelings-valued").await?;
            let after: Vec<String> = page.script(script, Vec::new()).await?;
            ensure!(before == after, "{before:?}\n{after:?}");
            Ok(())
        })
        .await
}

/// Where a page can leave traces beside storage: address, history, title, name, cookies, databases.
async fn traces(page: &Page) -> Result<Vec<String>> {
    let script = "const databases = await indexedDB.databases();
                  const caches = await self.caches.keys();
                  return [location.href, history.length, JSON.stringify(history.state), document.title, window.name,
                          document.cookie, databases.length, caches.length].map(String)";
    page.script(&format!("return (async () => {{ {script} }})()"), Vec::new())
        .await
}
