//! Help lines by region, from one dated file.
//!
//! Only national, well-established lines. To add or correct one, change `crisis-lines.txt` and its date. One line for each
//! help line: region, emergency number, name, telephone, text message; `-` for none.

const FILE: &str = include_str!("crisis-lines.txt");

/// What begins the line that holds the date of the file.
const UPDATED: &str = "updated ";

/// The help of a region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// The emergency number.
    pub emergency: String,
    /// The help lines, the most general first.
    pub lines: Vec<Line>,
}

/// A help line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its own name.
    pub name: String,
    /// The number to call.
    pub phone: Option<String>,
    /// The number to text.
    pub sms: Option<String>,
}

/// The day on which the numbers were last gone through, as `2026-11-23`.
pub fn updated() -> String {
    let line = FILE.lines().find_map(|line| line.strip_prefix(UPDATED));
    line.unwrap_or_default().to_owned()
}

/// The regions there are lines for (ISO 3166), in the order of the file.
pub fn regions() -> Vec<String> {
    let mut codes: Vec<String> = Vec::new();
    for [code, ..] in rows() {
        if !codes.iter().any(|known| known == code) {
            codes.push(code.to_owned());
        }
    }
    codes
}

/// The help of a region; none where no line is known.
pub fn region(code: &str) -> Option<Region> {
    let rows: Vec<[&str; 5]> = rows().filter(|[known, ..]| *known == code).collect();
    let [_, emergency, ..] = rows.first()?;
    let some = |word: &str| (word != "-").then(|| word.to_owned());
    let line = |[_, _, name, phone, sms]: &[&str; 5]| Line {
        name: (*name).to_owned(),
        phone: some(phone),
        sms: some(sms),
    };
    Some(Region {
        emergency: (*emergency).to_owned(),
        lines: rows.iter().map(line).collect(),
    })
}

/// A number as a telephone takes it: without what only makes it readable.
pub fn dialled(number: &str) -> String {
    number
        .chars()
        .filter(|sign| sign.is_ascii_digit() || matches!(sign, '*' | '+'))
        .collect()
}

fn rows() -> impl Iterator<Item = [&'static str; 5]> {
    FILE.lines().filter_map(|line| {
        let mut fields = line.split('|');
        let mut next = || fields.next();
        Some([next()?, next()?, next()?, next()?, next()?])
    })
}
