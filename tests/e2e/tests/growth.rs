//! How the home screen keeps up with many check-ins: the time from putting the element on the page to the painted screen,
//! for 10, 100 and 1,000 check-ins kept. A measurement, run by `cargo xtask bench`.

use e2e::{Result, ensure};

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

async fn opening(count: u64) -> Result<f64> {
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
    let mut times = Vec::new();
    host::with("")
        .beforehand(&fill)
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
