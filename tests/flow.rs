//! The way through the checklist: which step follows which, for every stage and form.
#![cfg(not(target_arch = "wasm32"))]

use therapist_fit::checklist::{Checklist, Form};
use therapist_fit::config::FormChoice;
use therapist_fit::flow::{Setting, Step, default_form, steps};
use therapist_fit::response::Stage;

fn setting(stage: Option<Stage>, form: Option<Form>) -> Setting {
    Setting {
        returning: false,
        offered: FormChoice::Ask,
        stage,
        form,
        to_raise: Vec::new(),
        raised: false,
    }
}

fn items(way: &[Step]) -> usize {
    way.iter().filter(|step| matches!(step, Step::Item(_))).count()
}

#[test]
fn before_the_stage_is_chosen_the_way_is_that_one_question() {
    let way = steps(&Checklist::alliance(), &setting(None, None));
    assert_eq!(way, [Step::Stage]);
}

#[test]
fn a_visitor_who_has_not_met_the_therapist_is_asked_nothing_more() {
    let way = steps(&Checklist::alliance(), &setting(Some(Stage::NotMet), None));
    assert_eq!(way, [Step::Stage]);
}

#[test]
fn after_one_meeting_ten_items_follow_without_a_choice_of_form() {
    let way = steps(&Checklist::alliance(), &setting(Some(Stage::MetOnce), None));
    assert!(!way.contains(&Step::Form));
    assert_eq!(items(&way), 10);
    assert_eq!(way.last(), Some(&Step::Safety));
}

#[test]
fn the_short_form_has_fourteen_items_and_the_full_form_twenty_eight() {
    let checklist = Checklist::alliance();
    for stage in [Stage::Early, Stage::Later, Stage::Ended] {
        let short = steps(&checklist, &setting(Some(stage), Some(Form::Short)));
        let full = steps(&checklist, &setting(Some(stage), Some(Form::Full)));
        assert_eq!((items(&short), items(&full)), (14, 28));
        assert_eq!(short[..2], [Step::Stage, Step::Form]);
    }
}

#[test]
fn an_owner_who_fixes_the_form_takes_the_question_away() {
    let mut setting = setting(Some(Stage::Later), None);
    setting.offered = FormChoice::Full;
    let way = steps(&Checklist::alliance(), &setting);
    assert!(!way.contains(&Step::Form));
    assert_eq!(items(&way), 28);
    assert_eq!(
        default_form(&Checklist::alliance(), Stage::Later, FormChoice::Short),
        Form::Short
    );
}

#[test]
fn whether_one_could_change_is_not_asked_once_it_has_ended() {
    let checklist = Checklist::alliance();
    let ended = steps(&checklist, &setting(Some(Stage::Ended), Some(Form::Short)));
    let later = steps(&checklist, &setting(Some(Stage::Later), Some(Form::Short)));
    assert!(!ended.contains(&Step::Choice));
    assert!(later.contains(&Step::Choice));
}

#[test]
fn a_returning_visitor_first_says_whom_it_is_about() {
    let mut setting = setting(None, None);
    setting.returning = true;
    let way = steps(&Checklist::alliance(), &setting);
    assert_eq!(way, [Step::Therapist, Step::Stage]);
}

/// The steps from the context on.
fn end(way: &[Step]) -> &[Step] {
    let items = way.iter().rposition(|step| matches!(step, Step::Item(_)));
    &way[items.map_or(0, |last| last + 1)..]
}

fn raised(item: &str) -> Step {
    Step::Raised(item.to_owned())
}

#[test]
fn what_came_of_each_item_to_raise_is_asked_between_the_choice_and_safety() {
    let mut setting = setting(Some(Stage::Later), Some(Form::Short));
    // In the order they were marked in, asked in this form or not.
    setting.to_raise = vec!["knows-next".to_owned(), "feels-understood".to_owned()];
    let way = steps(&Checklist::alliance(), &setting);
    assert_eq!(
        end(&way),
        [
            Step::Like,
            Step::TrustPast,
            Step::Choice,
            raised("knows-next"),
            raised("feels-understood"),
            Step::Safety
        ]
    );
}

#[test]
fn when_it_was_brought_up_is_asked_once_and_only_if_it_was() {
    let mut setting = setting(Some(Stage::Early), Some(Form::Full));
    setting.to_raise = vec!["has-plan".to_owned(), "knows-next".to_owned()];
    let way = steps(&Checklist::alliance(), &setting);
    assert!(!way.contains(&Step::RaisedRecently));
    setting.raised = true;
    let way = steps(&Checklist::alliance(), &setting);
    assert_eq!(
        end(&way)[3..],
        [
            raised("has-plan"),
            raised("knows-next"),
            Step::RaisedRecently,
            Step::Safety
        ]
    );
}

#[test]
fn where_nothing_was_marked_nothing_is_asked_about_it() {
    for stage in [Stage::MetOnce, Stage::Early, Stage::Later, Stage::Ended] {
        let way = steps(&Checklist::alliance(), &setting(Some(stage), None));
        let about = |step: &Step| matches!(step, Step::Raised(_) | Step::RaisedRecently);
        assert!(!way.iter().any(about), "{stage:?}");
    }
}

#[test]
fn what_was_marked_is_asked_about_after_the_end_too_but_not_before_the_first_meeting() {
    let mut setting = setting(Some(Stage::Ended), Some(Form::Short));
    setting.to_raise = vec!["has-plan".to_owned()];
    setting.raised = true;
    let way = steps(&Checklist::alliance(), &setting);
    let asked = [
        Step::Like,
        Step::TrustPast,
        raised("has-plan"),
        Step::RaisedRecently,
        Step::Safety,
    ];
    assert_eq!(end(&way), asked);
    setting.stage = Some(Stage::NotMet);
    assert_eq!(steps(&Checklist::alliance(), &setting), [Step::Stage]);
    setting.stage = None;
    assert_eq!(steps(&Checklist::alliance(), &setting), [Step::Stage]);
}
