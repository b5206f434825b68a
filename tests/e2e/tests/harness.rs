//! The harness itself, against a page of its own: if one of these fails, what the other tests say can't be trusted.

use e2e::{Result, Visit, ensure};

const STRICT: &str = "default-src 'none'; script-src 'self'; require-trusted-types-for 'script'";

#[tokio::test]
async fn a_visitor_clicks_chooses_and_types() -> Result<()> {
    Visit::to("/pages/harness.html")
        .run(async |page| {
            let widget = page.widget();
            ensure!(widget.heading().await? == "Welcome");
            widget.assert_accessible().await?;
            page.assert_accessible().await?;
            widget.button("Start").click().await?;
            widget.heading_becomes("Question 1").await?;
            widget.focus_is_on("heading", "Question 1").await?;
            ensure!(!widget.has_button("Start").await?);
            ensure!(widget.names("radio").await? == ["Partly", "Mostly"]);

            ensure!(
                widget.answer("Mostly").await? == "Question 2",
                "choosing with the pointer moves on"
            );
            page.press_all(&["Tab", "ArrowDown"]).await?;
            widget.focus_is_on("radio", "Mostly").await?;
            ensure!(widget.radio("Mostly").is_chosen().await?, "an arrow key only selects");
            widget.text_has("Partly").await?;
            ensure!(page.storage().await?["answer-1"] == "Mostly");
            ensure!(page.requests() == ["/pages/harness.html", "/pages/harness.js"]);
            page.reload().await?;
            widget.heading_becomes("Welcome").await
        })
        .await
}

#[tokio::test]
async fn a_visit_fails_where_the_console_is_not_empty() -> Result<()> {
    let outcome = Visit::to("/pages/harness.html")
        .run(async |page| page.execute("console.warn('careful', { a: 1 })").await)
        .await;
    let error = format!("{:#}", outcome.unwrap_err());
    ensure!(error.contains(r#"careful {\"a\":1}"#), "{error}");
    Ok(())
}

#[tokio::test]
async fn complaints_of_every_kind_are_recorded_under_a_strict_policy() -> Result<()> {
    Visit::to("/pages/harness.html")
        .header("*", "Content-Security-Policy", STRICT)
        .site(|site| site.text("/pages/harness.js", "Promise.reject(Error('unhandled one')); missing()"))
        .run(async |page| {
            page.execute("document.body.style.cssText = ''; document.body.setAttribute('style', 'color: red')")
                .await?;
            page.assert_console_holds(&[
                "unhandled one",
                "missing is not defined",
                "style-src-attr",
                "Applying inline style",
            ])
            .await
        })
        .await
}

#[tokio::test]
async fn a_page_sees_what_was_set_before_it_loaded() -> Result<()> {
    Visit::to("/pages/harness.html")
        .language("ar")
        .dark()
        .size(390, 844)
        .before_load("window.early = true")
        .run(async |page| {
            let script = "return [early, innerWidth, matchMedia('(prefers-color-scheme: dark)').matches, navigator.language, \
                          new Intl.NumberFormat().resolvedOptions().locale]";
            let seen: (bool, u32, bool, String, String) = page.script(script, Vec::new()).await?;
            ensure!(seen == (true, 390, true, "ar".to_owned(), "ar".to_owned()), "{seen:?}");
            page.widget().assert_fits().await
        })
        .await
}

#[tokio::test]
async fn blocked_storage_throws_when_it_is_asked_for() -> Result<()> {
    Visit::to("/pages/harness.html")
        .storage_blocked()
        .run(async |page| {
            let script = "try { return String(localStorage) } catch (error) { return error.name }";
            ensure!(page.script::<String>(script, Vec::new()).await? == "SecurityError");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn a_nameless_button_is_found_by_axe_also_in_the_shadow() -> Result<()> {
    Visit::to("/pages/harness.html")
        .run(async |page| {
            page.widget().heading_becomes("Welcome").await?;
            let script = "document.querySelector('therapist-fit').shadowRoot.querySelector('button').textContent = ''";
            page.execute(script).await?;
            let found = page.widget().violations().await?;
            ensure!(
                found.iter().any(|violation| violation.id == "button-name"),
                "{found:#?}"
            );
            Ok(())
        })
        .await
}

#[tokio::test]
async fn requests_to_any_host_and_events_are_seen() -> Result<()> {
    Visit::to("/pages/harness.html")
        .run(async |page| {
            page.widget().heading_becomes("Welcome").await?;
            ensure!(page.sent().await? == ["/pages/harness.html", "/pages/harness.js"].map(|path| page.address(path)));
            page.execute("fetch('http://127.0.0.1:9/?answer=4').catch(() => {})")
                .await?;
            page.execute(
                "document.querySelector('therapist-fit').dispatchEvent(\
                 new CustomEvent('therapist-fit-progress', { bubbles: true, detail: { answered: 1 } }))",
            )
            .await?;
            ensure!(page.sent().await? == ["http://127.0.0.1:9/?answer=4"]);
            let events = page.events().await?;
            ensure!(
                events.len() == 1 && events[0].name == "progress" && events[0].detail["answered"] == 1,
                "{events:?}"
            );
            page.assert_console_holds(&["ERR_"]).await
        })
        .await
}
