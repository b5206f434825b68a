//! The whole way by keyboard alone: number keys answer and go on, arrow keys only select, Enter goes on, and Tab leads to
//! everything in the order it is read.

use std::time::Duration;

use e2e::{Result, ensure};
use serde_json::json;

use crate::{
    host,
    way::{By, FIRST, FULL, SHORT, Way, alternating},
};

#[tokio::test]
async fn who_has_not_met_the_therapist_gets_the_list_by_keyboard_and_tab_passes_everything_in_order() -> Result<()> {
    host::with("")
        .run(async |page| {
            let way = Way::by(By::Arrows, page)?;
            way.widget.button("Need help now?").element().await?;
            page.press("Tab").await?;
            let passed = way.tab_to("button", "Start").await?;
            let order = ["button.help", "button.leave", "intro.keep-nothing"].map(|key| way.words.get(key));
            ensure!(passed == order, "{passed:?}");
            way.start().await?;
            way.stage("not-met").await?;
            way.stands_at("prepare.title").await?;
            let passed = way.tab_to("button", "Copy the list").await?;
            ensure!(passed[1..] == ["New check-in", "Print"], "{passed:?}");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn who_has_met_once_answers_ten_questions_with_number_keys() -> Result<()> {
    host::with("")
        .run(async |page| {
            let way = Way::by(By::Numbers, page)?;
            way.start().await?;
            way.stage("met-once").await?;
            way.items(&FIRST, &["very-true"; 10]).await?;
            way.context("very-true", "rather-not-say", Some("no")).await?;
            way.see_result("First impressions").await?;
            way.widget.text_has("10 of 10 answered.").await
        })
        .await
}

/// Odd places: "very true" on seven plain items, 4 each: 28. Even places: "not true", 0 on three plain items and 4 (keyed)
/// on four reversed ones: 16. 44 of 56 is 78.57.
#[tokio::test]
async fn the_short_form_with_number_keys_alone_gives_79() -> Result<()> {
    host::with("")
        .run(async |page| {
            let way = Way::by(By::Numbers, page)?;
            way.start().await?;
            way.stage("early").await?;
            way.form("short").await?;
            way.items(&SHORT, &alternating("very-true", "not-true", 14)).await?;
            way.context("mostly", "no", Some("yes")).await?;
            way.see_result("Strong so far").await?;
            way.widget.text_has("79 of 100, from 14 of 14 answers.").await
        })
        .await
}

/// A whole section: 3, 2, 3, and 3 (keyed, from "a little"): 11 of 16, 68.75. The first section lacks its first answer: 2,
/// 3, 3 is 8 of 12, 66.67. The last lacks its second: 3, 3, 3 is 9 of 12, 75. The mean is (5 × 68.75 + 66.67 + 75) / 7,
/// 69.35.
#[tokio::test]
async fn the_full_form_with_number_keys_skip_and_cant_tell_gives_69() -> Result<()> {
    host::with("")
        .run(async |page| {
            let way = Way::by(By::Numbers, page)?;
            way.start().await?;
            way.stage("later").await?;
            way.form("full").await?;
            let mut answers = ["mostly", "partly", "mostly", "a-little"].repeat(7);
            answers[0] = "skip";
            answers[25] = "cant-tell";
            way.items(&FULL, &answers).await?;
            way.context("skip", "no", Some("hard")).await?;
            way.see_result("Mixed so far").await?;
            way.widget.text_has("69 of 100, from 26 of 28 answers.").await
        })
        .await
}

/// "A little" is 1 on ten plain items and 3 (keyed) on four reversed ones: 22 of 56, 39.29. But it is the same answer
/// throughout, so one differs: "partly" on the first, 23 of 56, 41.07.
#[tokio::test]
async fn an_ended_therapy_with_arrow_keys_and_enter_alone_gives_41() -> Result<()> {
    host::with("")
        .run(async |page| {
            let way = Way::by(By::Arrows, page)?;
            way.start().await?;
            way.stage("ended").await?;
            way.form("short").await?;
            let mut answers = ["a-little"; 14];
            answers[0] = "partly";
            way.items(&SHORT, &answers).await?;
            way.context("partly", "yes", None).await?;
            way.see_result("Thin so far").await?;
            way.widget.text_has("41 of 100, from 14 of 14 answers.").await
        })
        .await
}

#[tokio::test]
async fn arrow_keys_only_select_enter_waits_for_an_answer_and_back_is_in_reach() -> Result<()> {
    host::with("form=short")
        .run(async |page| {
            let way = Way::by(By::Numbers, page)?;
            way.start().await?;
            way.stage("early").await?;
            way.stands_at("item.feels-understood").await?;
            page.press("Enter").await?;
            way.widget.text_has("Choose an answer first, or use Skip.").await?;

            page.press("Tab").await?;
            way.widget.focus_is_on("radio", "Not true").await?;
            page.press_all(&["ArrowDown", "ArrowDown", "ArrowDown"]).await?;
            way.widget.focus_is_on("radio", "Mostly").await?;
            // Longer than a chosen answer is seen before the next question comes.
            tokio::time::sleep(Duration::from_millis(500)).await;
            ensure!(way.widget.heading().await? == way.words.get("item.feels-understood"));
            ensure!(way.widget.radio("Mostly").is_chosen().await?);

            page.press("Tab").await?;
            way.widget.focus_is_on("button", "Back").await?;
            let passed = way.tab_to("button", "Next").await?;
            ensure!(passed == ["Back", "Skip"], "{passed:?}");
            page.press("Enter").await?;
            way.stands_at("item.on-my-side").await?;

            // Keys that mean something else: of no option, of the browser, of another control.
            page.press_all(&["6", "0", "9", "Alt+2"]).await?;
            tokio::time::sleep(Duration::from_millis(500)).await;
            ensure!(way.widget.heading().await? == way.words.get("item.on-my-side"));
            page.press("Shift+Tab").await?;
            way.widget.focus_is_on("button", "Leave quickly").await?;
            way.press("button.back").await?;
            way.stands_at("item.feels-understood").await?;
            ensure!(way.widget.radio("Mostly").is_chosen().await?);
            // A question with an answer lets Enter go on from its heading.
            page.press("Enter").await?;
            way.stands_at("item.on-my-side").await
        })
        .await
}

#[tokio::test]
async fn a_number_key_held_down_answers_one_question_only() -> Result<()> {
    host::with("form=short")
        .run(async |page| {
            let way = Way::by(By::Numbers, page)?;
            way.start().await?;
            way.stage("early").await?;
            way.stands_at("item.feels-understood").await?;
            let key = |repeated| {
                json!({ "type": "keyDown", "key": "3", "code": "Digit3", "text": "3", "windowsVirtualKeyCode": 51,
                        "autoRepeat": repeated })
            };
            page.cdp("Input.dispatchKeyEvent", key(false)).await?;
            way.stands_at("item.on-my-side").await?;
            page.cdp("Input.dispatchKeyEvent", key(true)).await?;
            tokio::time::sleep(Duration::from_millis(500)).await;
            ensure!(
                way.widget.heading().await? == way.words.get("item.on-my-side"),
                "the key was held down, and answered the next question too"
            );
            Ok(())
        })
        .await
}
