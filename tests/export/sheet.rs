//! A result as plain text.

use therapist_fit::export::{Line, Sheet};

fn sheet() -> Sheet {
    let mut sheet = Sheet::default();
    sheet.title("Title".to_owned());
    sheet.text("Said first.".to_owned());
    sheet.heading("To bring up".to_owned());
    sheet.point("One thing".to_owned());
    sheet.point("ثقة".to_owned());
    sheet
}

#[test]
fn headings_follow_an_empty_line_and_points_have_a_dash() {
    assert_eq!(
        sheet().plain(),
        "Title\nSaid first.\n\nTo bring up\n- One thing\n- ثقة\n"
    );
}

#[test]
fn lines_keep_their_order_and_kind() {
    let kinds: Vec<&str> = sheet()
        .0
        .iter()
        .map(|line| match line {
            Line::Title(_) => "title",
            Line::Heading(_) => "heading",
            Line::Text(_) => "text",
            Line::Point(_) => "point",
        })
        .collect();
    assert_eq!(kinds, ["title", "text", "heading", "point", "point"]);
}

#[test]
fn an_empty_paragraph_leaves_no_line() {
    let mut sheet = Sheet::default();
    sheet.text(String::new());
    assert_eq!(sheet, Sheet::default());
    assert_eq!(sheet.plain(), "");
}

#[test]
fn lines_of_a_note_stay_lines() {
    let mut sheet = Sheet::default();
    sheet.text("one\n\ntwo".to_owned());
    assert_eq!(sheet.plain(), "one\n\ntwo\n");
}
