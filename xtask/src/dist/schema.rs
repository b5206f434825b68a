//! The JSON Schema of an owner's checklist file, made from the widget's own types. The checker says more: what a schema
//! can't, such as that ids differ and that every text is there.

use anyhow::Result;
use schemars::schema_for;
use serde_json::{Value, json};
use therapist_fit::checklist::Checklist;

use super::files::{File, Role};

/// The file.
pub fn file() -> Result<File> {
    let text = serde_json::to_string_pretty(&schema())? + "\n";
    Ok(File::named(
        Role::Definition,
        "checklist.schema.json",
        text.into_bytes(),
    ))
}

/// The schema.
pub fn schema() -> Value {
    let mut schema = schema_for!(Checklist).to_value();
    schema["title"] = json!("Checklist");
    // The place where editors look for a file's schema.
    schema["properties"]["$schema"] = json!({ "type": "string" });
    schema
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_asks_for_what_the_reader_asks_for_and_describes_it() {
        let schema = schema();
        let required = schema["required"].as_array().cloned().unwrap_or_default();
        for name in ["id", "version", "scale", "bands", "full", "sections", "texts"] {
            assert!(required.contains(&json!(name)), "{name}");
            assert!(schema["properties"][name]["description"].is_string(), "{name}");
        }
        for name in ["short", "therapy", "$schema"] {
            assert!(!required.contains(&json!(name)), "{name}");
        }
        assert_eq!(schema["additionalProperties"], json!(false));
    }
}
