//! How the result is worked out, about privacy, and the sources.

use crate::ui::kit::{El, away, block, classed, el, say};
use crate::ui::state::App;

/// The works the product rests on: the id of the message that says what they found, the reference, the DOI.
const SOURCES: [(&str, &str, &str); 6] = [
    (
        "bordin",
        "Bordin (1979), Psychotherapy 16(3), 252–260",
        "10.1037/h0085885",
    ),
    (
        "horvath",
        "Horvath & Greenberg (1989), Journal of Counseling Psychology 36(2), 223–233",
        "10.1037/0022-0167.36.2.223",
    ),
    (
        "fluckiger",
        "Flückiger et al. (2018), Psychotherapy 55(4), 316–340",
        "10.1037/pst0000172",
    ),
    (
        "eubanks",
        "Eubanks et al. (2018), Psychotherapy 55(4), 508–519",
        "10.1037/pst0000185",
    ),
    (
        "blanchard",
        "Blanchard & Farber (2016), Counselling Psychology Quarterly 29(1), 90–112",
        "10.1080/09515070.2015.1085365",
    ),
    (
        "crawford",
        "Crawford et al. (2016), British Journal of Psychiatry 208(3), 260–265",
        "10.1192/bjp.bp.114.162628",
    ),
];

/// How the score comes about, and what it can't say.
pub fn how(app: App) -> El {
    if app.checklist().is_own() {
        return paragraphs(app, &["how.own"]);
    }
    paragraphs(
        app,
        &[
            "how.scale",
            "how.full",
            "how.short",
            "how.bands",
            "how.never",
            "how.evidence",
        ],
    )
}

/// What is kept, where, and who could read it.
pub fn privacy(app: App) -> El {
    paragraphs(
        app,
        &[
            "privacy.where",
            "privacy.honest",
            "privacy.safety",
            "privacy.delete",
            "privacy.leave",
        ],
    )
}

/// The sources, with their DOIs.
pub fn sources(app: App) -> El {
    let rows = SOURCES.iter().map(|(id, reference, doi)| {
        let link = away(["https://doi.org/", doi].concat())
            .attr("lang", "en")
            .attr("dir", "ltr")
            .text(*reference);
        el("li")
            .text([&app.text().of("sources.", id), " "].concat())
            .child(link)
    });
    classed("ul", "list").children(rows)
}

fn paragraphs(app: App, keys: &[&str]) -> El {
    block("stack", keys.iter().map(|key| say(app, "", key)))
}
