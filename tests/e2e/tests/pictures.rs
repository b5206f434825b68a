//! The course as a picture, a slider and a table that say the same.

use e2e::{Page, Result, ensure, wait};
use serde_json::json;

use crate::{
    accessibility::{LARGE, SMALL, check},
    host,
    kept::Kept,
    record::{all, begin_with, date, open, texts, within},
    way::Way,
};

#[tokio::test]
async fn arrow_keys_go_from_dot_to_dot_and_the_words_follow() -> Result<()> {
    let kept = [
        Kept::scoring("later", 20),
        Kept::scoring("later", 56).days_later("new", 30),
    ];
    all(&kept, host::with(""))
        .run(async |page| {
            let way = Way::on(page)?;
            way.reads("course.title").await?;
            let first = format!("{} · Thin so far · 36", date(page, "en", kept[0].created()).await?);
            let last = format!("{} · Strong so far · 100", date(page, "en", kept[1].created()).await?);
            slider_says(page, &last).await?;
            to_slider(page).await?;
            page.press("ArrowRight").await?;
            slider_says(page, &last).await?;
            page.press("ArrowLeft").await?;
            slider_says(page, &first).await?;
            page.press("ArrowLeft").await?;
            slider_says(page, &first).await?;
            way.press("button.open").await?;
            way.stands_at("verdict.thin.title").await?;
            way.widget.text_has("36 of 100").await
        })
        .await
}

#[tokio::test]
async fn two_hundred_check_ins_are_all_in_the_picture_and_in_the_table() -> Result<()> {
    let kept: Vec<Kept> = (0..200)
        .map(|day| {
            let sum = usize::try_from(day * 7 % 57).unwrap_or(0);
            Kept::scoring("later", sum).days_later(&format!("d{day}"), day)
        })
        .collect();
    all(&kept, host::with(""))
        .run(async |page| {
            let way = Way::on(page)?;
            way.reads("course.title").await?;
            ensure!(dots(page).await?.len() == 200);
            ensure!(texts(page, "[part=card]").await?.len() == 5);
            let says = async |place: usize, band: &str, score: u32| -> Result<()> {
                let date = date(page, "en", kept[place].created()).await?;
                slider_says(page, &format!("{date} · {band} · {score}")).await
            };
            to_slider(page).await?;
            page.press("Home").await?;
            says(0, "Thin so far", 0).await?;
            page.press_all(&["ArrowRight", "ArrowRight"]).await?;
            says(2, "Thin so far", 25).await?;
            // 8 × 7 of 56 points.
            page.press_all(&["ArrowRight"; 6]).await?;
            says(8, "Strong so far", 100).await?;
            page.press("End").await?;
            // 199 × 7 is 25 over a multiple of 57.
            says(199, "Thin so far", 45).await?;

            ensure!(
                texts(page, "[part=course] tr").await?.is_empty(),
                "it is made when it is asked for"
            );
            way.press("course.table").await?;
            wait::until("the table", async || {
                Ok(texts(page, "[part=course] tbody tr").await?.len() == 200)
            })
            .await?;
            let newest = texts(page, "[part=course] tbody tr:first-child > *").await?;
            let oldest = texts(page, "[part=course] tbody tr:last-child > *").await?;
            let [old, new] = [
                date(page, "en", kept[0].created()).await?,
                date(page, "en", kept[199].created()).await?,
            ];
            ensure!(
                newest == [new.as_str(), "Short form", "Thin so far", "45"],
                "{newest:?}"
            );
            ensure!(oldest == [old.as_str(), "Short form", "Thin so far", "0"], "{oldest:?}");
            let head = texts(page, "[part=course] thead th").await?;
            ensure!(head == ["Date", "Form", "Result", "Score"], "{head:?}");
            page.widget().assert_fits().await
        })
        .await
}

#[tokio::test]
async fn the_noise_band_is_the_first_score_and_fifteen_either_way_cut_off_at_the_ends() -> Result<()> {
    // The points of 56, and where the band begins and how high it is.
    let cases = [(28, 35, 30), (56, 0, 15), (0, 85, 15), (14, 60, 30), (51, 0, 24)];
    host::with("")
        .run(async |page| {
            let way = Way::on(page)?;
            for (sum, from, height) in cases {
                let kept = [
                    Kept::scoring("later", sum),
                    Kept::scoring("later", 42).days_later("new", 30),
                ];
                begin_with(page, &kept, None).await?;
                way.reads("course.title").await?;
                let band = "const band = root.querySelector('rect.noise');
                            return [band.getAttribute('y'), band.getAttribute('height'), band.ownerSVGElement.getAttribute('viewBox')]";
                let (y, high, view): (String, String, String) = within(page, band, Vec::new()).await?;
                ensure!(view == "0 0 1000 100", "{view}");
                ensure!(y == from.to_string() && high == height.to_string(), "{sum}: {y}, {high}");
                let dots = dots(page).await?;
                ensure!(dots.len() == 2 && dots[1] == 25, "{dots:?}");
            }
            Ok(())
        })
        .await
}

#[tokio::test]
async fn a_check_in_without_a_verdict_has_no_dot_and_one_score_makes_no_course() -> Result<()> {
    let few = Kept::new("later", "short", "444 0 4 0 4 0 44 ssss").days_later("few", 10);
    let kept = [
        Kept::scoring("later", 28),
        few,
        Kept::scoring("later", 14).days_later("new", 20),
    ];
    all(&kept, host::with(""))
        .run(async |page| {
            let way = Way::on(page)?;
            way.reads("course.title").await?;
            ensure!(dots(page).await? == [50, 75]);
            way.press("course.table").await?;
            wait::until("the table", async || {
                Ok(texts(page, "[part=course] tbody tr").await?.len() == 2)
            })
            .await?;
            begin_with(page, &kept[..2], None).await?;
            way.reads("home.kept").await?;
            ensure!(texts(page, "[part=course]").await?.is_empty());
            Ok(())
        })
        .await
}

#[tokio::test]
async fn axe_finds_nothing_on_the_record_in_both_colours_and_sizes() -> Result<()> {
    all(&record(), host::with(""))
        .run(async |page| {
            let way = Way::on(page)?;
            screens(&way, async |screen| {
                for (width, height) in [SMALL, LARGE] {
                    page.resize(width, height).await?;
                    for colours in ["light", "dark"] {
                        page.set_media(&[("prefers-color-scheme", colours), ("prefers-reduced-motion", "reduce")])
                            .await?;
                        check(page, &format!("{screen}, {colours}, {width} pixels wide")).await?;
                    }
                }
                Ok(())
            })
            .await
        })
        .await
}

#[tokio::test]
async fn axe_finds_nothing_on_the_record_in_arabic() -> Result<()> {
    all(&record(), host::with("lang=ar"))
        .media("prefers-reduced-motion", "reduce")
        .run(async |page| {
            let way = Way::on(page)?.in_language("ar")?;
            screens(&way, async |screen| {
                for (width, height) in [SMALL, LARGE] {
                    page.resize(width, height).await?;
                    check(page, &format!("{screen}, Arabic, {width} pixels wide")).await?;
                }
                Ok(())
            })
            .await
        })
        .await
}

/// Two therapists that can be compared, one with a course.
fn record() -> [Kept; 4] {
    [
        Kept::scoring("later", 20),
        Kept::scoring("later", 56).days_later("second", 30),
        Kept::scoring("later", 30).days_later("third", 60),
        Kept::scoring("later", 40).about("b").days_later("b", 40),
    ]
}

/// The list, the result with the change, and the comparison, with all open; calls `look` with the name of each.
async fn screens(way: &Way<'_>, look: impl AsyncFn(&str) -> Result<()>) -> Result<()> {
    way.widget.heading_becomes(&way.words.get("home.title")).await?;
    way.press("course.table").await?;
    look("home").await?;
    open(way, 0).await?;
    way.press("course.table").await?;
    look("result").await?;
    way.press("button.home").await?;
    way.press("button.compare").await?;
    way.stands_at("compare.title").await?;
    way.press("answers.title").await?;
    look("compare").await
}

/// Moves the focus to the slider, as a screen reader does.
async fn to_slider(page: &Page) -> Result<()> {
    within(page, "root.querySelector('[type=range]').focus()", Vec::new()).await
}

/// The slider tells a screen reader what stands under it.
async fn slider_says(page: &Page, expected: &str) -> Result<()> {
    wait::until(&format!("the slider at “{expected}”"), async || {
        let script = "return [root.querySelector('[type=range]').getAttribute('aria-valuetext'),
                        root.querySelector('[part=course] p.strong').innerText]";
        let said: (String, String) = within(page, script, vec![json!(null)]).await?;
        ensure!(said.0 == expected && said.1 == expected, "{said:?}");
        Ok(true)
    })
    .await
}

/// How far down each dot stands, from 0 at the top to 100.
async fn dots(page: &Page) -> Result<Vec<u32>> {
    let script = "return root.querySelector('path.dots').getAttribute('d').split('M').slice(1).map((it) => parseInt(it.split(' ')[1]))";
    within(page, script, Vec::new()).await
}
