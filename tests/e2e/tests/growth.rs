//! How the home screen keeps up with many check-ins: the time from putting the element on the page to the painted screen,
//! for 10, 100 and 1,000 check-ins kept, a measurement run by `cargo xtask bench`; and what another tab does to so many.

use e2e::{Result, Visit, ensure};

use crate::{host, kept::Kept};

/// How often each number is measured; the median counts.
const ROUNDS: usize = 9;

/// A further 100 times as many check-ins may take this much longer, and no more: linear, as things are measured.
const LINEAR: f64 = 100.0;

/// Puts a new element on the page and waits until it is painted, with the line of the course drawn.
const PAINTED: &str = "
    const done = arguments[0];
    const start = performance.now();
    document.querySelectorAll('therapist-fit').forEach((it) => it.remove());
    const made = document.createElement('therapist-fit');
    made.setAttribute('loading', 'eager');
    made.addEventListener('therapist-fit-ready', () =>
        requestAnimationFrame(() => setTimeout(() => {
            const drawn = made.shadowRoot.querySelector('path.line') !== null;
            done(drawn ? performance.now() - start : -1);
        })));
    document.querySelector('main').append(made);";

#[tokio::test]
#[ignore = "it measures: `cargo xtask bench` runs it"]
async fn a_thousand_check_ins_open_without_a_pause() -> Result<()> {
    let mut medians = Vec::new();
    for count in [10, 100, 1000] {
        let median = opening(count).await?;
        println!("home with {count:>4} check-ins: {median:>7.1} ms");
        medians.push(median);
    }
    let ratio = medians[2] / medians[0];
    println!("1,000 to 10: {ratio:.1} times as long, for 100 times as many");
    ensure!(ratio < LINEAR, "{medians:?}");
    Ok(())
}

#[tokio::test]
async fn a_thousand_changes_of_another_tab_are_taken_up_in_a_few_goes() -> Result<()> {
    // Each as the browser tells it; what is drawn at once is drawn within the dispatch.
    let hear = "const hear = (times) => {
                  const start = performance.now();
                  for (let i = 0; i < times; i++)
                    dispatchEvent(new StorageEvent('storage', { key: `therapist-fit:default:check-in:number-${i}` }));
                  return performance.now() - start;
                };
                const pause = () => new Promise((done) => setTimeout(done, 500));
                hear(1); await pause();
                const one = hear(1); await pause();
                localStorage.removeItem('therapist-fit:default:check-in:number-7');
                const many = hear(1000);
                return [one, many]";
    let shown = "return document.querySelector('therapist-fit').shadowRoot.querySelectorAll('[part=card]').length";
    with_many(1000)?
        .run(async |page| {
            page.widget().heading_becomes("Welcome back").await?;
            let before: u32 = page.script(shown, Vec::new()).await?;
            let (one, many): (f64, f64) = page.script(hear, Vec::new()).await?;
            ensure!(many < 50.0 * one.max(1.0), "1,000 changes took {many} ms, one {one} ms");
            // What came last is taken up as well.
            page.execute("localStorage.clear(); dispatchEvent(new StorageEvent('storage', { key: null }))")
                .await?;
            page.widget()
                .heading_becomes("Is this the right therapist for you?")
                .await?;
            ensure!(before > 0);
            Ok(())
        })
        .await
}

fn with_many(count: u64) -> Result<Visit> {
    let answers = ["333 1 3 1 3 1 333 1 33", "222 2 1 2 2 2 222 1 22"];
    let records: Vec<String> = (0..count)
        .map(|place| {
            let answers = answers[usize::from(place % 3 == 0)];
            Kept::new("later", "short", answers)
                .later(&format!("number-{place}"), place * 86_400_000)
                .text()
        })
        .collect();
    let fill = format!(
        "for (const it of {}) localStorage.setItem('therapist-fit:default:check-in:' + JSON.parse(it).id, it)",
        serde_json::to_string(&records)?
    );
    Ok(host::with("").beforehand(&fill))
}

async fn opening(count: u64) -> Result<f64> {
    let mut times = Vec::new();
    with_many(count)?
        .run(async |page| {
            page.widget().heading_becomes("Welcome back").await?;
            for _ in 0..ROUNDS {
                let took = page
                    .driver()
                    .execute_async(PAINTED, Vec::new())
                    .await?
                    .convert::<f64>()?;
                ensure!(took >= 0.0, "the course is not drawn");
                times.push(took);
            }
            Ok(())
        })
        .await?;
    times.sort_by(f64::total_cmp);
    Ok(times[ROUNDS / 2])
}
