//! Hundreds of damaged records in the browser: none breaks the widget, none is lost, the good ones beside them open.

use e2e::{Result, ensure};
use serde_json::json;

use crate::{host, kept::Kept, way::Way};

/// How many damaged records there are.
const DAMAGED: usize = 400;

/// A good record, changed at some places: always the same ones, so that a failure can be seen again.
fn damaged(seed: usize) -> String {
    let mut letters: Vec<char> = Kept::new("later", "short", "333 1 3 1 3 1 333 1 33")
        .text()
        .chars()
        .collect();
    let mut random = seed.wrapping_mul(2_654_435_761) + 12_345;
    for _ in 0..=seed % 4 {
        random = random.wrapping_mul(1_103_515_245).wrapping_add(12_345) % 0x8000_0000;
        let place = random % letters.len();
        match random % 5 {
            0 => letters.truncate(place),
            1 => letters[place] = '"',
            2 => letters[place] = '\u{1f642}',
            3 => drop(letters.remove(place)),
            _ => letters.insert(place, '{'),
        }
        if letters.is_empty() {
            break;
        }
    }
    letters.into_iter().collect()
}

#[tokio::test]
async fn hundreds_of_damaged_records_break_nothing_and_none_is_lost() -> Result<()> {
    let broken: Vec<(String, String)> = (0..DAMAGED)
        .map(|seed| (format!("therapist-fit:default:check-in:damaged-{seed}"), damaged(seed)))
        .collect();
    let fill = format!(
        "for (const [key, text] of {}) localStorage.setItem(key, text)",
        json!(broken)
    );
    let visit =
        Kept::new("later", "short", "333 1 3 1 3 1 333 1 33").finished(host::with("form=short").beforehand(&fill));
    visit
        .run(async |page| {
            let way = Way::on(page)?;
            way.widget.heading_becomes("Welcome back").await?;
            way.reads("storage.corrupt").await?;
            way.widget.text_has("Strong so far").await?;
            let kept = page.storage().await?;
            for (key, text) in &broken {
                ensure!(kept.get(key) == Some(text), "{key} is not as it was");
            }
            ensure!(kept.len() == DAMAGED + 1, "{} records", kept.len());
            way.press("button.new-check-in").await?;
            way.stands_at("therapist.prompt").await
        })
        .await
}
