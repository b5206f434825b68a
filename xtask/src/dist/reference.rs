//! The reference's tables, from the widget's own: attributes, slots, events, methods, custom properties and parts.

use therapist_fit::{
    config::ATTRIBUTES,
    contract::{Described, EVENTS, METHODS, PARTS, PROPERTIES, SLOTS},
};

/// Each token of a page, and the table that comes there.
pub fn tables() -> [(&'static str, String); 6] {
    let described = |head, rows: &[Described]| {
        table(
            &[head, "What it is for"],
            rows.iter().map(|row| vec![code(row.name), text(row.about)]),
        )
    };
    let attributes = ATTRIBUTES
        .iter()
        .map(|it| vec![code(it.name), text(it.about), text(it.values), text(it.default)]);
    let slots = SLOTS.iter().map(|it| {
        let name = if it.name.is_empty() { "none" } else { it.name };
        vec![code(name), text(it.about)]
    });
    let events = EVENTS.iter().map(|it| {
        let detail: Vec<String> = it
            .detail
            .iter()
            .map(|(name, kind)| code(&format!("{name}: {kind}")))
            .collect();
        vec![code(it.name), text(it.about), detail.join("<br>")]
    });
    let methods = METHODS
        .iter()
        .map(|it| vec![code(&format!("{}()", it.name)), text(it.about)]);
    let properties = PROPERTIES
        .iter()
        .map(|it| vec![code(it.name), text(it.about), text(it.default)]);
    [
        (
            "<!-- attributes -->",
            table(&["Attribute", "What it is for", "Values", "Default"], attributes),
        ),
        ("<!-- slots -->", table(&["Slot", "What it is for"], slots)),
        ("<!-- events -->", table(&["Event", "When", "Detail"], events)),
        ("<!-- methods -->", table(&["Method", "What it does"], methods)),
        (
            "<!-- properties -->",
            table(&["Property", "What it is for", "Default"], properties),
        ),
        ("<!-- parts -->", described("Part", PARTS)),
    ]
}

fn table(heads: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    // A narrow screen has no room for the heads, and shows each with its cell.
    let cell = |(text, head): (&String, &&str)| format!("<td data-head=\"{head}\">{text}</td>");
    let columns: String = heads
        .iter()
        .map(|head| ["<th scope=\"col\">", head, "</th>"].concat())
        .collect();
    let rows: Vec<String> = rows
        .map(|cells| {
            let (first, rest) = cells
                .split_first()
                .map_or(("", &[][..]), |(first, rest)| (first.as_str(), rest));
            let rest: String = rest.iter().zip(heads.iter().skip(1)).map(cell).collect();
            format!("<tr><th scope=\"row\">{first}</th>{rest}</tr>")
        })
        .collect();
    format!(
        "<table>\n<thead><tr>{columns}</tr></thead>\n<tbody>\n{}\n</tbody>\n</table>",
        rows.join("\n")
    )
}

fn code(name: &str) -> String {
    ["<code>", &text(name), "</code>"].concat()
}

/// Text as HTML.
fn text(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_has_a_row_for_each_entry() {
        let rows = [
            ATTRIBUTES.len(),
            SLOTS.len(),
            EVENTS.len(),
            METHODS.len(),
            PROPERTIES.len(),
            PARTS.len(),
        ];
        for ((token, table), rows) in tables().iter().zip(rows) {
            assert_eq!(table.matches("<th scope=\"row\">").count(), rows, "{token}");
        }
    }

    #[test]
    fn what_is_text_stays_text() {
        assert_eq!(code("a<b>&"), "<code>a&lt;b&gt;&amp;</code>");
    }
}
