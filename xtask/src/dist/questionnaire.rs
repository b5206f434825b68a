//! The checklist as a FHIR R4 Questionnaire, for programs that read visitors' files. The widget itself never fetches it.

use therapist_fit::{checklist::Checklist, export::fhir, i18n::Messages};

use super::{
    NAME,
    files::{File, Role},
};

/// When the content of the checklist last changed. It goes up with its version.
const DATE: &str = "2026-11-23";

/// The questionnaire in English.
pub fn file() -> File {
    let english = Messages::english();
    let words = |key: &str| english.get(key).to_owned();
    let text = fhir::questionnaire(&Checklist::alliance(), &words, "en", DATE);
    File::named(
        Role::Definition,
        &format!("{NAME}.questionnaire.json"),
        text.into_bytes(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dist::sizes::Report;
    use serde_json::Value;

    #[test]
    fn it_has_a_stable_name_and_asks_in_english() {
        let file = file();
        assert_eq!(file.name, "therapist-fit.questionnaire.json");
        let read: Value = serde_json::from_slice(&file.bytes).unwrap();
        assert_eq!(read["resourceType"], "Questionnaire");
        assert_eq!((&read["language"], &read["date"]), (&"en".into(), &DATE.into()));
        assert_eq!(read["title"], Messages::english().get("intro.title"));
        assert_eq!(read["item"].as_array().map(Vec::len), Some(7));
    }

    #[test]
    fn it_is_dated_anew_when_the_content_of_the_checklist_changes() {
        assert_eq!((Checklist::alliance().version, DATE), (1, "2026-11-23"));
    }

    #[test]
    fn it_is_not_weighed() {
        let name = file().name;
        assert!(!Report::of(&[file()]).to_string().contains(&name));
    }
}
