//! A stranger's page is a hostile place: styles that hit everything, globals that other libraries have changed, a sandbox.
//! The widget stands it, and leaves nothing of its own on the page.

use e2e::{Page, Result, ensure, visit::dist};
use serde_json::{Value, json};
use xtask::server::{Server, Site};

use crate::{
    host,
    way::{SHORT, Way},
};

/// How the widget looks: sizes, places within the widget, and what is inherited.
const LOOKS: &str = "const root = document.querySelector('therapist-fit').shadowRoot;
    const base = root.querySelector('.base').getBoundingClientRect();
    return ['.base', '.title', '.go', '.lead', '[part~=leave]'].map((selector) => {
      const it = root.querySelector(selector);
      const style = getComputedStyle(it);
      return [selector, it.offsetWidth, it.offsetHeight, style.lineHeight, style.letterSpacing, style.textTransform, style.fontStyle,
        style.direction, style.textAlign, style.wordSpacing, style.textIndent, style.visibility, style.whiteSpace].join(' ');
    })";

/// A page with this style sheet, and how the widget looks on it.
async fn looks(style: &str) -> Result<Vec<String>> {
    let mut looks = Vec::new();
    host::body(&format!(
        "<script type=module src=/therapist-fit.js></script>\
         <style>main {{ display: block; width: 700px; font: 18px/1.5 serif }} {style}</style><therapist-fit></therapist-fit>"
    ))
    .run(async |page| {
        Way::on(page)?.reads("intro.disclaimer").await?;
        looks = page.script(LOOKS, vec![]).await?;
        Ok(())
    })
    .await?;
    Ok(looks)
}

#[tokio::test]
async fn styles_that_hit_everything_do_not_change_how_it_looks() -> Result<()> {
    let plain = looks("").await?;
    for style in [
        "* { line-height: 5 !important; letter-spacing: 1em !important; text-transform: uppercase !important }",
        "* { direction: rtl !important; text-align: end !important; font-style: italic !important; word-spacing: 2em !important }",
        "div, button, p, h2, section, label, input { all: unset !important; display: inline !important; color: red !important }",
        "* { box-sizing: content-box !important; margin: 3em !important; padding: 2em !important; border: 9px solid red !important }
         html, body, main { margin: 0 !important; padding: 0 !important; border: 0 !important }
         therapist-fit { margin: 0 !important; padding: 0 !important; border: 0 !important }",
    ] {
        let hit = looks(style).await?;
        ensure!(hit == plain, "{style}\n{plain:#?}\n{hit:#?}");
    }
    Ok(())
}

#[tokio::test]
async fn where_the_page_unsets_everything_it_still_stands_as_wide_as_its_place() -> Result<()> {
    host::body(
        "<script type=module src=/therapist-fit.js></script>\
         <style>* { all: unset !important }</style><div><therapist-fit></therapist-fit></div>",
    )
    .run(async |page| {
        let way = Way::on(page)?;
        way.reads("intro.disclaimer").await?;
        let script = "return document.querySelector('therapist-fit').shadowRoot.querySelector('.base').offsetWidth";
        let width: u32 = page.script(script, vec![]).await?;
        ensure!(width > 600, "{width}");
        way.start().await?;
        way.stage("early").await?;
        way.stands_at("form.prompt").await
    })
    .await
}

#[tokio::test]
async fn turned_and_scaled_with_the_page_it_can_still_be_used() -> Result<()> {
    host::body(
        "<script type=module src=/therapist-fit.js></script>\
         <style>main { transform: rotate(2deg) scale(.8); perspective: 500px; filter: sepia(1) }</style><therapist-fit form=short></therapist-fit>",
    )
    .run(async |page| {
        let way = Way::on(page)?;
        way.start().await?;
        way.stage("later").await?;
        way.items(&SHORT[..3], &["mostly", "partly", "a-little"]).await?;
        way.press("button.help").await?;
        way.press("button.close").await
    })
    .await
}

/// What libraries of all ages do to the page's globals: those that extend prototypes, patch promises and timers, or
/// watch for errors.
const CHANGED: &str = "
    Object.defineProperty(Array.prototype, 'toJSON', { value() { return 'broken'; }, configurable: true });
    Array.prototype.contains = function () { return false; };
    Object.prototype.extend = function () { return this; };
    String.prototype.trim = function () { return this.replace(/^\\s+|\\s+$/g, ''); };
    Function.prototype.bind = function (that, ...args) { const it = this; return function (...more) { return it.call(that, ...args, ...more); }; };
    const parse = JSON.parse; JSON.parse = (...args) => parse(...args);
    const stringify = JSON.stringify; JSON.stringify = (value, ...rest) => stringify(value, ...rest).replace('secret', '');
    const get = window.fetch; window.fetch = (...args) => get(...args).then((answer) => answer);
    const later = window.setTimeout; window.setTimeout = (act, ...rest) => later(() => act(), ...rest);
    class ZonePromise extends Promise { then(...args) { return super.then(...args); } }
    window.Promise = ZonePromise;
    const listen = EventTarget.prototype.addEventListener;
    EventTarget.prototype.addEventListener = function (type, act, options) {
      const heard = typeof act === 'function' ? function (...args) { return act.apply(this, args); } : act;
      return listen.call(this, type, heard, options);
    };
    const set = Storage.prototype.setItem; Storage.prototype.setItem = function (key, value) { return set.call(this, key, String(value)); };
";

#[tokio::test]
async fn on_a_page_whose_globals_others_have_changed_a_whole_check_in_goes_through_and_is_kept() -> Result<()> {
    host::with("form=short")
        .before_load(CHANGED)
        .run(async |page| {
            let way = Way::on(page)?;
            whole_check_in(&way).await?;
            page.reload().await?;
            way.widget.heading_becomes("Welcome back").await
        })
        .await
}

async fn whole_check_in(way: &Way<'_>) -> Result<()> {
    way.start().await?;
    way.stage("later").await?;
    let answers = SHORT.map(|item| if item.starts_with('-') { "not-true" } else { "mostly" });
    way.items(&SHORT, &answers).await?;
    way.context("very-true", "no", Some("yes")).await?;
    way.press("button.skip").await?;
    way.widget.button("Print").element().await?;
    Ok(())
}

#[tokio::test]
async fn in_a_sandbox_without_an_origin_it_runs_and_says_that_nothing_can_be_kept() -> Result<()> {
    let files = Server::start(
        Site::new()
            .folder("/", dist()?)
            .header("*", "Access-Control-Allow-Origin", "*"),
        0,
    )?;
    let inner = format!(
        "<!doctype html><html lang=en><title>In</title><body><script async crossorigin src={}></script></body></html>",
        files.url("/therapist-fit.js")
    );
    host::body("<iframe sandbox=allow-scripts src=/inner.html width=800 height=900></iframe>")
        .site(|site| site.text("/inner.html", inner))
        .run(async |page| {
            let there = "return document.readyState === 'complete' && !!document.querySelector('iframe')";
            e2e::wait::until("the sandbox", async || page.script(there, vec![]).await).await?;
            let frame = page.driver().find(thirtyfour::By::Css("iframe")).await?;
            frame.enter_frame().await?;
            let way = Way::on(page)?;
            way.reads("storage.unavailable").await?;
            // The driver's own clicks don't reach into a page without an origin.
            for (press, next) in [
                (".go", "stage.prompt"),
                (".answer:nth-child(3) input", "stage.prompt"),
                (".go", "form.prompt"),
            ] {
                page.execute(&format!(
                    "document.querySelector('therapist-fit').shadowRoot.querySelector('{press}').click()"
                ))
                .await?;
                way.reads(next).await?;
            }
            page.driver().enter_default_frame().await?;
            Ok(())
        })
        .await
}

/// What of the page anyone could trip over.
async fn page_state(page: &Page) -> Result<Value> {
    let script = "return {
        // The driver of these tests leaves names of its own behind.
        globals: Object.getOwnPropertyNames(window).filter((name) => !/^\\d+$|^ret_nodes$|^se_/.test(name)).sort(),
        html: document.documentElement.getAttributeNames(),
        body: document.body.getAttributeNames(),
        sheets: [document.styleSheets.length, document.adoptedStyleSheets.length],
        head: [...document.head.children].map((it) => it.outerHTML),
        inBody: [...document.body.children].map((it) => it.localName),
        inMain: [...document.querySelector('main').children].map((it) => it.localName),
        prototypes: [Array, Object, String, Promise, Element, HTMLElement].map((it) => Object.getOwnPropertyNames(it.prototype).length),
        title: document.title,
        hash: location.hash,
        history: history.length,
        cookies: document.cookie,
    }";
    page.script(script, vec![]).await
}

#[tokio::test]
async fn nothing_of_it_is_left_on_the_page_but_the_element() -> Result<()> {
    host::body("<therapist-fit form=short></therapist-fit><script>0</script>")
        .run(async |page| {
            let before = page_state(page).await?;
            page.execute(
                "const script = document.createElement('script'); script.src = '/therapist-fit.js'; script.id = 'ours'; document.head.append(script)",
            )
            .await?;
            let way = Way::on(page)?;
            whole_check_in(&way).await?;
            page.execute("document.querySelector('#ours').remove()").await?;
            let after = page_state(page).await?;
            ensure!(after == before, "before {before:#}\nafter {after:#}");
            let defined: bool = page.script("return !!customElements.get('therapist-fit')", vec![json!(0)]).await?;
            ensure!(defined);
            Ok(())
        })
        .await
}
