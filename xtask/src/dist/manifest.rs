//! What tools read of the element: the custom elements manifest for editors and documentation, and the types for TypeScript,
//! React's JSX among them. Both come from the tables of the widget's `contract` and `config`.

use anyhow::Result;
use serde_json::{Value, json};
use therapist_fit::{
    config::{ATTRIBUTES, Attribute},
    contract::{EVENTS, Event, METHODS, PARTS, PROPERTIES, SLOTS},
};

use super::{
    NAME,
    files::{File, Role},
};

/// The version of the manifest's schema.
const SCHEMA: &str = "1.0.0";

/// The class of the element.
const CLASS: &str = "TherapistFitElement";

/// The files.
pub fn files() -> Result<Vec<File>> {
    let manifest = serde_json::to_string_pretty(&manifest())? + "\n";
    Ok(vec![
        File::named(Role::Definition, "custom-elements.json", manifest.into_bytes()),
        File::named(Role::Definition, &format!("{NAME}.d.ts"), types().into_bytes()),
        File::named(Role::Definition, &format!("{NAME}.react.d.ts"), react().into_bytes()),
    ])
}

/// The manifest.
pub fn manifest() -> Value {
    let file = format!("{NAME}.js");
    let attributes = ATTRIBUTES.iter().map(
        |it| json!({ "name": it.name, "description": description(it), "default": it.default, "type": { "text": attribute_type(it) } }),
    );
    let slots = SLOTS
        .iter()
        .map(|it| json!({ "name": it.name, "description": it.about }));
    let events = EVENTS
        .iter()
        .map(|it| json!({ "name": it.name, "description": it.about, "type": { "text": event_type(it) } }));
    let methods = METHODS.iter().map(|it| {
        json!({ "kind": "method", "name": it.name, "description": it.about, "return": { "type": { "text": "void" } } })
    });
    let properties = PROPERTIES
        .iter()
        .map(|it| json!({ "name": it.name, "description": it.about, "default": it.default }));
    let parts = PARTS
        .iter()
        .map(|it| json!({ "name": it.name, "description": it.about }));
    json!({
        "schemaVersion": SCHEMA,
        "readme": "README.md",
        "modules": [{
            "kind": "javascript-module",
            "path": file,
            "declarations": [{
                "kind": "class",
                "customElement": true,
                "name": CLASS,
                "tagName": NAME,
                "description": "A private checklist on the therapeutic alliance, run wholly in the visitor's browser.",
                "superclass": { "name": "HTMLElement" },
                "attributes": attributes.collect::<Vec<_>>(),
                "slots": slots.collect::<Vec<_>>(),
                "events": events.collect::<Vec<_>>(),
                "members": methods.collect::<Vec<_>>(),
                "cssProperties": properties.collect::<Vec<_>>(),
                "cssParts": parts.collect::<Vec<_>>(),
            }],
            "exports": [{
                "kind": "custom-element-definition",
                "name": NAME,
                "declaration": { "name": CLASS, "module": file },
            }],
        }],
    })
}

/// What an attribute is for and, where its type does not tell, what it may hold.
fn description(attribute: &Attribute) -> String {
    let Attribute { about, values, .. } = attribute;
    if attribute_type(attribute) == "string" {
        format!("{about}: {values}")
    } else {
        (*about).to_owned()
    }
}

/// The types.
pub fn types() -> String {
    let methods = lines(METHODS, |it| {
        format!("  /** {}. */\n  {}(): void;\n", it.about, it.name)
    });
    let events = lines(EVENTS, |it| {
        format!("    /** {}. */\n    \"{}\": {};\n", it.about, it.name, event_type(it))
    });
    let attributes = lines(ATTRIBUTES, |it| {
        let about = format!("{}. Default: {}.", description(it), it.default);
        format!("  /** {about} */\n  \"{}\"?: {};\n", it.name, attribute_type(it))
    });
    format!(
        "/** The element `<{NAME}>`. */
export interface {CLASS} extends HTMLElement {{
{methods}}}

/** Its attributes, as they are written in markup. */
export interface TherapistFitAttributes {{
{attributes}}}

declare global {{
  interface HTMLElementTagNameMap {{
    \"{NAME}\": {CLASS};
  }}
  interface HTMLElementEventMap {{
{events}  }}
}}
"
    )
}

/// The types for React's JSX. In a file of their own, because who has no React could not read them.
pub fn react() -> String {
    format!(
        "import type {{ DetailedHTMLProps, HTMLAttributes }} from \"react\";
import type {{ {CLASS}, TherapistFitAttributes }} from \"./{NAME}.js\";

declare module \"react\" {{
  namespace JSX {{
    interface IntrinsicElements {{
      \"{NAME}\": DetailedHTMLProps<HTMLAttributes<{CLASS}>, {CLASS}> & TherapistFitAttributes;
    }}
  }}
}}
"
    )
}

/// What `line` writes for each row of a table.
fn lines<T>(table: &[T], line: impl Fn(&T) -> String) -> String {
    table.iter().map(line).collect::<Vec<_>>().concat()
}

/// The words of an attribute that has only some; a number, which markup writes as text; else text.
fn attribute_type(attribute: &Attribute) -> String {
    if attribute.values.starts_with("a whole number") {
        return "number | string".to_owned();
    }
    let words: Vec<&str> = attribute.values.split(", ").collect();
    let is_word = |word: &&str| word.bytes().all(|byte| byte.is_ascii_lowercase());
    if words.len() < 2 || !words.iter().all(is_word) {
        return "string".to_owned();
    }
    let quoted: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
    quoted.join(" | ")
}

fn event_type(event: &Event) -> String {
    if event.detail.is_empty() {
        return "CustomEvent<null>".to_owned();
    }
    let members: Vec<String> = event
        .detail
        .iter()
        .map(|(name, kind)| format!("{name}: {kind}"))
        .collect();
    format!("CustomEvent<{{ {} }}>", members.join("; "))
}
