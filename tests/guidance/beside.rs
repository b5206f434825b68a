//! What stands beside the rows: liking, trust, the end, the conversation starters, and what is never said.

use super::cases::{Outcome, WEAKER, guided, notes, raised, response};
use crate::made::answer_keyed;
use therapist_fit::checklist::Checklist;
use therapist_fit::guidance::{Note, guide};
use therapist_fit::i18n::Messages;
use therapist_fit::response::{Answer, Choice, Context, Raised, Stage, TrustPast};
use therapist_fit::scoring::summarize;

use Note::{EndedLookBack, LikingIsNotAll, NeedNotBeFriends, TrustTakesLonger};
use Outcome::{Mixed, Strong, StrongWithAGap, StrongWithALowItem, Thin, Unknown};

#[test]
fn liking_and_a_low_result_or_a_high_one_without_liking_are_told_apart() {
    let said = |result, like| {
        let context = Context {
            like,
            ..Context::default()
        };
        let notes = notes(result, &context);
        let about = |note: &Note| [LikingIsNotAll, NeedNotBeFriends].contains(note);
        notes.into_iter().filter(about).collect::<Vec<_>>()
    };
    for step in 0..=4 {
        let (low, high) = (step < 2, step > 2);
        for result in WEAKER {
            assert_eq!(
                said(result, Some(Answer::Step(step))),
                [LikingIsNotAll].repeat(usize::from(high)),
                "{step}"
            );
        }
        assert_eq!(
            said(Strong, Some(Answer::Step(step))),
            [NeedNotBeFriends].repeat(usize::from(low)),
            "{step}"
        );
        assert_eq!(said(Unknown, Some(Answer::Step(step))), []);
    }
    for open in [None, Some(Answer::CantTell), Some(Answer::Skip)] {
        assert_eq!([said(Strong, open), said(Thin, open)].concat(), []);
    }
}

#[test]
fn who_finds_trust_hard_because_of_the_past_hears_that_it_may_take_longer() {
    for stage in [Stage::Early, Stage::Later, Stage::Ended] {
        for result in [Strong, Mixed, Thin, Unknown] {
            for (answer, told) in [
                (TrustPast::Yes, true),
                (TrustPast::No, false),
                (TrustPast::RatherNotSay, false),
            ] {
                let context = Context {
                    trust_past: Some(answer),
                    ..Context::default()
                };
                assert_eq!(guided(result, stage, &context).notes.contains(&TrustTakesLonger), told);
            }
            assert!(
                !guided(result, stage, &Context::default())
                    .notes
                    .contains(&TrustTakesLonger)
            );
        }
    }
}

#[test]
fn once_it_has_ended_there_is_nothing_to_raise_track_or_change() {
    for result in [Strong, StrongWithAGap, Mixed, Thin, Unknown] {
        let context = Context {
            choice: Some(Choice::No),
            ..raised(&[Raised::NoChange, Raised::Worse], false)
        };
        assert_eq!(
            guided(result, Stage::Ended, &context).notes,
            [EndedLookBack],
            "{result:?}"
        );
    }
}

#[test]
fn every_low_item_has_a_starter_the_lowest_first_and_at_most_five_are_shown_first() {
    let checklist = Checklist::alliance();
    let mut low = response(Thin);
    answer_keyed(&mut low, &checklist, "changes-course", 0);
    let summary = summarize(&checklist, &low, false);
    let guidance = guide(&checklist, &summary, Stage::Later, &Context::default());
    assert_eq!(guidance.starters.len(), 14);
    assert_eq!(guidance.starters[..2], ["changes-course", "feels-understood"]);
    assert_eq!(guidance.first, 5);
}

#[test]
fn without_low_items_a_middling_result_offers_the_middling_ones_and_a_strong_one_none() {
    assert_eq!(guided(Mixed, Stage::Later, &Context::default()).starters.len(), 13);
    let mut high = response(Strong);
    answer_keyed(&mut high, &Checklist::alliance(), "talked-over", 2);
    let summary = summarize(&Checklist::alliance(), &high, false);
    let guidance = guide(&Checklist::alliance(), &summary, Stage::Later, &Context::default());
    assert_eq!(guidance.starters, Vec::<String>::new());
    assert_eq!(
        guided(StrongWithALowItem, Stage::Later, &Context::default()).starters,
        ["talked-over"]
    );
}

#[test]
fn no_result_ever_tells_a_visitor_to_leave_or_to_stay() {
    let advice = ["note.", "verdict.", "reason.", "liking.", "raise."];
    let orders = ["leave", "leaving", "stay", "staying", "quit", "must", "should", "stick"];
    let messages = Messages::english();
    let mut read = 0;
    for key in messages
        .keys()
        .filter(|key| advice.iter().any(|prefix| key.starts_with(prefix)))
    {
        read += 1;
        let text = messages.get(key).to_lowercase();
        let mut words = text.split(|sign: char| !sign.is_alphabetic());
        let order = words.find(|word| orders.contains(word));
        assert_eq!(order, None, "{key}: {text}");
    }
    assert!(read > 2 * Note::ALL.len());
}
