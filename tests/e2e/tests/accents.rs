//! Whatever accent a site owner gives, the widget stays readable: axe-core finds no want of contrast, in light and dark.

use e2e::{Result, ensure};

use crate::{accessibility::check, host, kept::Kept, way::Way};

/// Accents that would be hard to read as they are: too light for light ground, or too dark for dark ground.
const ACCENTS: [&str; 9] = [
    "#ffee00", "#ffc0cb", "#00ffff", "#00ff00", "#ff00ff", "#0000ff", "#000080", "black", "white",
];

#[tokio::test]
async fn every_accent_stays_readable_in_light_and_dark() -> Result<()> {
    Kept::new("later", "short", "333 1 3 1 3 1 222 3 22")
        .finished(host::with("").media("prefers-reduced-motion", "reduce"))
        .run(async |page| {
            let way = Way::on(page)?;
            way.widget.heading_becomes("Welcome back").await?;
            page.execute("document.querySelector('therapist-fit').shadowRoot.querySelector('[part=card]').click()")
                .await?;
            way.widget.button("Print").element().await?;
            for colours in ["light", "dark"] {
                page.set_media(&[("prefers-color-scheme", colours), ("prefers-reduced-motion", "reduce")])
                    .await?;
                for accent in ACCENTS {
                    page.execute(&format!(
                        "document.querySelector('therapist-fit').style.setProperty('--tf-accent', '{accent}')"
                    ))
                    .await?;
                    check(page, &format!("{accent}, {colours}")).await?;
                }
            }
            Ok(())
        })
        .await
}

#[tokio::test]
async fn an_accent_that_can_be_read_is_left_as_it_is() -> Result<()> {
    host::with("style=\"--tf-accent: #8a2be2\"")
        .run(async |page| {
            let way = Way::on(page)?;
            way.widget.button(&way.words.get("button.help")).element().await?;
            let script = "const root = document.querySelector('therapist-fit').shadowRoot;
                          const canvas = new OffscreenCanvas(1, 1).getContext('2d');
                          canvas.fillStyle = getComputedStyle(root.querySelector('.go')).backgroundColor;
                          canvas.fillRect(0, 0, 1, 1);
                          return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3)";
            let colour: Vec<i32> = page.script(script, Vec::new()).await?;
            let wanted = [0x8a, 0x2b, 0xe2];
            let close = colour.iter().zip(wanted).all(|(one, other)| (one - other).abs() < 4);
            ensure!(close, "{colour:?}");
            Ok(())
        })
        .await
}
