//! Single-page applications put the widget up and take it down again and again: nothing may be left of it each time.

use e2e::{Page, Result, ensure};
use serde_json::json;

use crate::host;

/// How often it is put up and taken down between the two counts.
const TIMES: u32 = 500;

/// What is in memory, after everything that nobody needs has been thrown away.
#[derive(Debug)]
struct Left {
    nodes: f64,
    listeners: f64,
    heap: f64,
}

async fn left(page: &Page) -> Result<Left> {
    // The recorder of these tests keeps every event.
    page.execute("__events.length = 0").await?;
    for _ in 0..3 {
        page.cdp("HeapProfiler.collectGarbage", json!({})).await?;
    }
    let metrics = page.cdp("Performance.getMetrics", json!({})).await?;
    let of = |name: &str| {
        let all = metrics["metrics"].as_array().into_iter().flatten();
        let found = all
            .filter(|metric| metric["name"] == name)
            .find_map(|metric| metric["value"].as_f64());
        found.unwrap_or(f64::NAN)
    };
    Ok(Left {
        nodes: of("Nodes"),
        listeners: of("JSEventListeners"),
        heap: of("JSHeapUsedSize"),
    })
}

/// Puts a new element up, waits until it can be used, has it begin, and takes it down, so many times.
async fn up_and_down(page: &Page, times: u32) -> Result<()> {
    let script = "const [times] = arguments;
        for (let time = 0; time < times; time++) {
          const element = document.createElement('therapist-fit');
          element.setAttribute('loading', 'eager');
          element.setAttribute('storage', 'none');
          const ready = new Promise((done) => element.addEventListener('therapist-fit-ready', done, { once: true }));
          document.querySelector('main').append(element);
          await ready;
          element.start();
          await new Promise((done) => requestAnimationFrame(done));
          element.remove();
          await new Promise((done) => setTimeout(done));
        }
        return true";
    // In portions: a script may run for a limited time only.
    for _ in 0..times / 50 {
        ensure!(page.script::<bool>(script, vec![json!(50)]).await?);
    }
    Ok(())
}

#[tokio::test]
async fn five_hundred_mounts_and_unmounts_leave_no_node_no_listener_and_no_growing_memory() -> Result<()> {
    host::body("<p>Here it comes and goes.</p>")
        .run(async |page| {
            page.cdp("Performance.enable", json!({})).await?;
            up_and_down(page, 50).await?;
            let before = left(page).await?;
            up_and_down(page, TIMES).await?;
            let after = left(page).await?;
            println!("before {before:?}\nafter  {after:?}");
            ensure!(after.nodes <= before.nodes + 20.0, "nodes: {before:?} {after:?}");
            ensure!(
                after.listeners <= before.listeners + 5.0,
                "listeners: {before:?} {after:?}"
            );
            let grown = (after.heap - before.heap) / f64::from(TIMES);
            ensure!(grown < 256.0, "{grown} bytes are left of each: {before:?} {after:?}");
            Ok(())
        })
        .await
}
