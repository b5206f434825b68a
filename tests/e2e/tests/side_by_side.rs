//! Two therapists side by side: only what can be compared, and never ranked.

use e2e::{Result, ensure, wait};

use crate::{
    host,
    kept::Kept,
    record::{all, begin_with, element, texts},
    way::Way,
};

#[tokio::test]
async fn therapists_are_compared_only_at_the_same_stage_with_the_same_form_and_never_ranked() -> Result<()> {
    let of_a = Kept::scoring("later", 50);
    let of_b = Kept::scoring("later", 14).about("b").days_later("b", 1);
    let unlike = [
        vec![of_a.clone()],
        vec![of_a.clone(), Kept::scoring("later", 14).days_later("more", 1)],
        vec![of_a.clone(), Kept::scoring("early", 14).about("b").days_later("b", 1)],
        vec![
            of_a.clone(),
            Kept::new("later", "full", &"4440".repeat(7))
                .about("b")
                .days_later("b", 1),
        ],
    ];
    host::with("")
        .run(async |page| {
            let way = Way::on(page)?;
            for kept in &unlike {
                begin_with(page, kept, None).await?;
                way.reads("home.kept").await?;
                ensure!(!way.widget.has_button("Compare").await?);
            }
            begin_with(page, &[of_a, of_b], None).await?;
            way.press("button.compare").await?;
            way.stands_at("compare.title").await?;
            let cards = texts(page, ".side-by-side .card").await?;
            ensure!(
                cards.len() == 2 && cards[0].contains("Therapist B") && cards[0].contains("Thin so far"),
                "{cards:?}"
            );
            ensure!(
                cards[1].contains("Therapist A") && cards[1].contains("Strong in most parts"),
                "{cards:?}"
            );
            ensure!(texts(page, "select").await?.is_empty(), "there is no other pair");
            ensure!(texts(page, ".pairs > li").await?.len() == 7);
            way.press("answers.title").await?;
            let all = texts(page, ".screen").await?.concat().to_lowercase();
            for word in ["better", "worse", "winner", "best", "wins", "beats"] {
                ensure!(!all.contains(word), "“{word}” in {all}");
            }
            way.press("button.back").await?;
            way.stands_at("home.title").await
        })
        .await
}

#[tokio::test]
async fn with_more_than_two_therapists_the_visitor_chooses_the_pair() -> Result<()> {
    let kept = ["a", "b", "c"].map(|id| {
        Kept::scoring("later", 20)
            .about(id)
            .later(id, u64::from(id.as_bytes()[0]))
    });
    all(&kept, host::with(""))
        .run(async |page| {
            let way = Way::on(page)?;
            way.press("button.compare").await?;
            way.stands_at("compare.title").await?;
            let pairs = texts(page, "select option").await?;
            let names = ["C and Therapist B", "C and Therapist A", "B and Therapist A"];
            ensure!(
                pairs.len() == 3 && pairs.iter().zip(names).all(|(pair, name)| pair.contains(name)),
                "{pairs:?}"
            );
            element(page, "select option", 2).await?.click().await?;
            wait::until("the pair", async || {
                let cards = texts(page, ".side-by-side .card").await?;
                Ok(cards[0].contains("Therapist B") && cards[1].contains("Therapist A"))
            })
            .await
        })
        .await
}
