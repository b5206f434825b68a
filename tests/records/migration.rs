//! The way from each schema version to the next, on versions made up for the tests: there is only one real one yet.

use therapist_fit::json::{Fields, Value, read};
use therapist_fit::storage::StorageError;
use therapist_fit::storage::schema::{Migration, VERSION, migrate};

/// Made-up version 2 calls the note `words`.
fn note_becomes_words(fields: &mut Fields) -> Option<()> {
    let note = fields.take("note")?;
    fields.put("words", note);
    Some(())
}

/// Made-up version 3 has a list of them.
fn words_become_a_list(fields: &mut Fields) -> Option<()> {
    let words = fields.take("words")?;
    fields.put("words", Value::List(vec![words]));
    Some(())
}

const STEPS: &[Migration] = &[note_becomes_words, words_become_a_list];

fn fields(text: &str) -> Fields {
    read(text).and_then(Value::fields).unwrap()
}

#[test]
fn every_older_version_comes_to_the_newest_step_by_step() {
    for text in [
        r#"{"schema": 1, "id": "x", "note": "hm"}"#,
        r#"{"schema": 2, "id": "x", "words": "hm"}"#,
        r#"{"schema": 3, "id": "x", "words": ["hm"]}"#,
    ] {
        let mut fields = fields(text);
        assert_eq!(migrate(&mut fields, STEPS), Ok(()), "{text}");
        assert_eq!(fields.texts("words"), Some(vec!["hm".to_owned()]), "{text}");
        assert_eq!(fields.text("id").as_deref(), Some("x"), "{text}");
        assert!(fields.is_empty(), "{text}");
    }
}

#[test]
fn a_version_beyond_the_last_step_is_newer_and_none_at_all_is_damage() {
    for (text, error) in [
        (r#"{"schema": 4}"#, StorageError::FromNewerVersion),
        (r#"{"schema": 4294967295}"#, StorageError::FromNewerVersion),
        (r#"{"schema": 0}"#, StorageError::Corrupt),
        (r#"{"schema": "1"}"#, StorageError::Corrupt),
        (r#"{"schema": 4294967296}"#, StorageError::Corrupt),
        ("{}", StorageError::Corrupt),
    ] {
        assert_eq!(migrate(&mut fields(text), STEPS), Err(error), "{text}");
    }
}

#[test]
fn a_record_that_a_step_can_t_turn_is_damaged() {
    assert_eq!(
        migrate(&mut fields(r#"{"schema": 1}"#), STEPS),
        Err(StorageError::Corrupt)
    );
}

#[test]
fn the_version_that_is_written_is_the_one_that_the_steps_lead_to() {
    let newest = format!("{{\"schema\": {VERSION}}}");
    let text = format!("{{\"schema\": {}}}", VERSION + 1);
    assert_ne!(
        therapist_fit::storage::schema::read_therapist(&newest),
        Err(StorageError::FromNewerVersion)
    );
    assert_eq!(
        therapist_fit::storage::schema::read_therapist(&text),
        Err(StorageError::FromNewerVersion)
    );
}
