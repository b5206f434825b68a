//! CSV (RFC 4180): a row for each check-in, a column for each item. For spreadsheets and statistics.

use super::{Export, time};
use crate::checklist::Form;
use crate::response::{CheckIn, Choice, TrustPast};
use crate::scoring::{self, Verdict};

const COLUMNS: [&str; 14] = [
    "id",
    "finished",
    "therapist",
    "stage",
    "form",
    "checklist",
    "version",
    "answered",
    "score",
    "band",
    "like",
    "trust-past",
    "choice",
    "note",
];

/// The check-ins as rows, under a row with the names of the columns. An item's cell holds the word of its answer.
#[allow(clippy::unnecessary_wraps)] // All formats have the same shape.
pub fn check_ins(export: &Export) -> Option<String> {
    let items: Vec<&str> = export
        .checklist
        .items(Form::Full)
        .map(|(_, item)| item.id.as_str())
        .collect();
    // The mark at the start tells spreadsheets that it is UTF-8.
    let mut out = ["\u{feff}", &COLUMNS.join(","), ",", &items.join(","), "\r\n"].concat();
    for check_in in export.check_ins {
        let mut cells = about(export, check_in);
        let response = &check_in.response;
        cells.extend(items.iter().map(|id| {
            let answer = response.get(id).map(|answer| export.word(answer));
            answer.unwrap_or_default().to_owned()
        }));
        let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
        out.push_str(&[&cells.join(","), "\r\n"].concat());
    }
    Some(out)
}

fn about(export: &Export, check_in: &CheckIn) -> Vec<String> {
    let response = &check_in.response;
    let summary = scoring::summarize(export.checklist, response, (export.urgent)(&check_in.id));
    let (score, band) = match (&summary.verdict, &summary.score) {
        (Verdict::Band { id, .. }, Some(score)) => (score.shown(export.checklist).to_string(), id.clone()),
        _ => <_>::default(),
    };
    let context = &response.context;
    let like = context.like.map(|answer| export.word(answer));
    let (version, answered) = (check_in.version.to_string(), summary.answered.to_string());
    let finished = time::instant(check_in.created);
    let texts: [&str; 14] = [
        &check_in.id,
        &finished,
        export.label(&check_in.therapist),
        response.stage.id(),
        response.form.id(),
        &check_in.checklist,
        &version,
        &answered,
        &score,
        &band,
        like.unwrap_or_default(),
        context.trust_past.map_or("", TrustPast::id),
        context.choice.map_or("", Choice::id),
        &check_in.note,
    ];
    texts.map(str::to_owned).into()
}

/// A cell. A visitor's own words that a spreadsheet would take for a formula get an apostrophe in front.
fn quoted(cell: &str) -> String {
    let guard = if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
        "'"
    } else {
        ""
    };
    if guard.is_empty() && !cell.contains(['"', ',', '\n', '\r']) {
        return cell.to_owned();
    }
    ["\"", guard, &cell.replace('"', "\"\""), "\""].concat()
}
