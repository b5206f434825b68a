//! Pictures of every screen, to look at: small, middling and large; light, dark and right to left. Not a test of anything:
//! `cargo test --package e2e -- --ignored screenshots` writes them to `tests/e2e/out/screens/`.

use std::path::Path;

use e2e::Result;

use crate::{host, tour::PARTS, way::Way};

#[tokio::test]
#[ignore = "it makes pictures for people to look at, and asserts nothing"]
async fn every_screen_in_light_and_dark() -> Result<()> {
    pictures("en").await
}

#[tokio::test]
#[ignore = "it makes pictures for people to look at, and asserts nothing"]
async fn every_screen_in_spanish() -> Result<()> {
    pictures("es").await
}

#[tokio::test]
#[ignore = "it makes pictures for people to look at, and asserts nothing"]
async fn every_screen_from_right_to_left() -> Result<()> {
    pictures("ar").await
}

async fn pictures(tag: &str) -> Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("out/screens");
    for part in PARTS {
        part.prepare(host::with(&format!("lang={tag}")))
            .run(async |page| {
                let way = Way::on(page)?.in_language(tag)?;
                part.pass(&way, async |screen| {
                    for (width, height) in [(320, 568), (390, 844), (1280, 800)] {
                        page.resize(width, height).await?;
                        for colours in ["light", "dark"] {
                            page.set_media(&[("prefers-color-scheme", colours), ("prefers-reduced-motion", "reduce")])
                                .await?;
                            let name = format!("{screen}-{tag}-{width}-{colours}.png");
                            page.screenshot(&folder.join(name)).await?;
                        }
                    }
                    Ok(())
                })
                .await
            })
            .await?;
    }
    Ok(())
}
