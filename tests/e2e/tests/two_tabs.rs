//! The widget in two tabs of the same browser: whatever is done in either, both end up with the same.

use std::fmt::Debug;

use e2e::{Page, Result, ensure, wait};
use serde_json::json;

use crate::{
    host,
    kept::Kept,
    record::{all, within},
    tabs::Tabs,
    way::{SHORT, Way},
};

/// How many things are done.
const STEPS: u32 = 500;

/// What is seen of the check-ins: headings, and the lines of the cards.
const LIST: &str =
    "return [...root.querySelectorAll('ul.cards, h3')].map((it) => [...it.querySelectorAll('[part=card]')]
  .map((card) => card.textContent).join('\\n') || it.textContent)";

/// Does something that can be done on the screen that is there, chosen by a number; tells what it was, and how many
/// check-ins more the storage holds for it.
const ACT: &str = r"
const choose = (list) => list[Math.floor(arguments[0] / 7) % list.length];
const button = (words) => [...root.querySelectorAll('button')].find((it) => it.textContent === words);
const type = (field, words) => {
  field.value = words;
  field.dispatchEvent(new Event('input', { bubbles: true }));
};
const pause = () => new Promise((done) => setTimeout(done, 20));
const count = () => Object.keys(localStorage).filter((key) => key.includes(':check-in:')).length;
if (root.querySelector('dialog [type=password]')) return ['lock: under way', 0];
const locked = root.querySelector('[type=password]');
if (locked) {
  if (root.querySelector('.missing').textContent) return ['unlock: under way', 0];
  type(locked, 'correct horse');
  button('Unlock').click();
  return ['unlock', 0];
}
const acts = [];
const cards = [...root.querySelectorAll('[part=card]')];
const area = root.querySelector('textarea');
if (area) {
  const ticks = [...root.querySelectorAll('[part=raise] input')];
  if (ticks.length) acts.push(['tick', () => choose(ticks).click()], ['tick', () => choose(ticks).click()]);
  acts.push(['note', () => type(area, 'Note ' + arguments[0])]);
  acts.push(['home', () => button('Your check-ins').click()]);
  if (arguments[0] % 3 === 0) acts.push(['delete', () => button('Delete this check-in').click()]);
} else {
  if (cards.length) acts.push(['open', () => choose(cards).click()], ['open', () => choose(cards).click()]);
  const renames = [...root.querySelectorAll('button')].filter((it) => it.textContent === 'Rename');
  if (renames.length) acts.push(['rename', async () => {
    choose(renames).click();
    await pause();
    type(root.querySelector('dialog input'), 'Name ' + arguments[0]);
    button('Save').click();
  }]);
  if (button('Undo')) acts.push(['undo', () => button('Undo').click()]);
  const off = button('Take the lock off');
  if (Math.floor(arguments[0] / 11) % 2 === 0) acts.push(off ? ['lock off', () => off.click()] : ['lock', async () => {
    button('Lock with a passphrase').click();
    await pause();
    for (const field of root.querySelectorAll('dialog [type=password]')) type(field, 'correct horse');
    button('Lock').click();
  }]);
}
if (!acts.length) return ['nothing', 0];
const [name, act] = acts[arguments[0] % acts.length];
return (async () => {
  const before = count();
  await act();
  await pause();
  // With the lock on, a record is sealed before it is there.
  for (let i = 0; name === 'undo' && count() === before && i < 100; i++) await pause();
  return [name, count() - before];
})();
";

#[tokio::test]
async fn five_hundred_things_done_in_two_tabs_leave_both_with_the_same() -> Result<()> {
    let kept: Vec<Kept> = (0..150)
        .map(|day| {
            let about = if day % 2 == 0 { "a" } else { "b" };
            Kept::scoring("later", 10)
                .about(about)
                .days_later(&format!("d{day}"), day)
        })
        .collect();
    all(&kept, host::with(""))
        .run(async |page| {
            let way = Way::on(page)?;
            let tabs = Tabs::open(page).await?;
            let mut random = Random(20_261_123);
            let (mut done, mut expected) = (Vec::new(), i64::try_from(kept.len())?);
            for _ in 0..STEPS {
                if random.next().is_multiple_of(2) {
                    tabs.first().await?;
                } else {
                    tabs.second().await?;
                }
                let (act, more): (String, i64) = within(page, ACT, vec![json!(random.next())]).await?;
                ensure!(more == 0 || act == "delete" || act == "undo", "{more} more by {act}");
                done.push(act);
                expected += more;
            }
            for act in [
                "tick", "note", "delete", "undo", "open", "rename", "lock", "unlock", "lock off",
            ] {
                let times = done.iter().filter(|it| *it == act).count();
                println!("{act}: {times}");
                ensure!(times > 0, "never {act}: {done:?}");
            }

            tabs.both(async || unlocked(&way).await).await?;
            tabs.first().await?;
            at_home(&way).await?;
            if way.widget.has_button(&way.words.get("button.lock-off")).await? {
                way.press("button.lock-off").await?;
            }
            tabs.both(async || {
                at_home(&way).await?;
                let lock = way.widget.button(&way.words.get("button.lock"));
                lock.element().await.map(drop)
            })
            .await?;
            let (one, other) = tabs.both(async || at_home(&way).await).await?;
            same(&one, &other, "storage")?;
            let left = one.iter().filter(|(key, _)| key.contains(":check-in:")).count();
            ensure!(
                i64::try_from(left)? == expected,
                "{left} check-ins are left of {expected}"
            );
            ensure!(
                one.iter().all(|(_, text)| text.starts_with('{')),
                "all are readable without the lock: {one:#?}"
            );
            for place in 0..one.len() {
                let open = "root.querySelectorAll('details').forEach((it) => { it.open = true; })";
                let kept = tabs
                    .both(async || {
                        within::<()>(page, open, Vec::new()).await?;
                        shown(page, place).await
                    })
                    .await?;
                same(&kept.0, &kept.1, "check-ins")?;
                if kept.0.is_null() {
                    break;
                }
            }
            let lists = tabs
                .both(async || within::<Vec<String>>(page, LIST, Vec::new()).await)
                .await?;
            same(&lists.0, &lists.1, "lists")?;
            tabs.assert_quiet().await
        })
        .await
}

#[tokio::test]
async fn a_check_in_under_way_goes_on_when_another_tab_finishes_one_or_deletes_everything() -> Result<()> {
    host::with("")
        .run(async |page| {
            let way = Way::on(page)?;
            let tabs = Tabs::open(page).await?;
            tabs.second().await?;
            way.start().await?;
            way.stage("early").await?;
            way.form("short").await?;
            way.items(&SHORT[..2], &["mostly"; 2]).await?;
            way.stands_at("item.respects-who-i-am").await?;
            tabs.first().await?;
            let first = Kept::scoring("later", 20);
            page.store(&first.key(), &first.text()).await?;
            tabs.second().await?;
            heard(page).await?;
            // Whatever is known by now, the next question is the next question.
            way.items(&SHORT[2..5], &["mostly", "cant-tell", "partly"]).await?;
            way.stands_at("item.hides-feelings").await?;
            tabs.first().await?;
            page.execute("localStorage.clear()").await?;
            tabs.second().await?;
            heard(page).await?;
            way.items(&SHORT[5..], &["mostly"; 9]).await?;
            way.context("mostly", "no", Some("yes")).await?;
            way.see_result("Mixed so far").await?;
            way.widget.text_has("13 of 14 answers").await?;
            tabs.assert_quiet().await
        })
        .await
}

/// Waits until a lock or an unlocking under way is done, and unlocks what is locked.
async fn unlocked(way: &Way<'_>) -> Result<()> {
    let script = "const field = root.querySelector('[type=password]');
                  if (!field) return true;
                  if (!field.closest('dialog') && !root.querySelector('.missing').textContent) {
                    field.value = 'correct horse';
                    field.dispatchEvent(new Event('input', { bubbles: true }));
                    [...root.querySelectorAll('button')].find((it) => it.textContent === 'Unlock').click();
                  }
                  return false";
    wait::until("all to be unlocked", async || {
        within(way.page, script, Vec::new()).await
    })
    .await
}

/// Lets the browser tell this tab what another has done.
async fn heard(page: &Page) -> Result<()> {
    page.execute("return new Promise((done) => setTimeout(done, 300))")
        .await
}

/// Goes to the list of check-ins, and gives what the storage holds.
async fn at_home(way: &Way<'_>) -> Result<Vec<(String, String)>> {
    let home = "const home = [...root.querySelectorAll('button')].find((it) => it.textContent === 'Your check-ins');
                home?.click();";
    within::<()>(way.page, home, Vec::new()).await?;
    way.widget.heading_becomes(&way.words.get("home.title")).await?;
    let kept = way.page.storage().await?.into_iter();
    // The other tab tries for a moment whether the storage holds anything.
    Ok(kept.filter(|(key, _)| key != "therapist-fit:probe").collect())
}

/// Opens a check-in and gives its ticks and note; null where there are not so many.
async fn shown(page: &Page, place: usize) -> Result<serde_json::Value> {
    let script = "const pause = () => new Promise((done) => setTimeout(done, 20));
                  return (async () => {
                    await pause();
                    const card = root.querySelectorAll('[part=card]')[arguments[0]];
                    if (!card) return null;
                    card.click();
                    await pause();
                    const seen = [root.querySelector('.title').textContent, root.querySelector('textarea').value,
                      [...root.querySelectorAll('[part=raise] input')].map((it) => it.checked)];
                    [...root.querySelectorAll('button')].find((it) => it.textContent === 'Your check-ins').click();
                    await pause();
                    return seen;
                  })()";
    let script = script.replace("arguments[0]", &place.to_string());
    within(page, &script, Vec::new()).await
}

fn same<T: PartialEq + Debug>(one: &T, other: &T, what: &str) -> Result<()> {
    ensure!(one == other, "the {what} differ: {one:#?}\n{other:#?}");
    Ok(())
}

/// Numbers that look like chance, and are the same each time (Lehmer's generator).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0 * 48_271 % 2_147_483_647;
        self.0
    }
}
