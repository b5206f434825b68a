//! A result as lines to read: what text files, the clipboard and paper have in common.

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// What it is about.
    Title(String),
    /// The heading of what follows.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// A point of a list.
    Point(String),
}

/// Lines in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet(pub Vec<Line>);

impl Sheet {
    /// Adds a title.
    pub fn title(&mut self, words: String) {
        self.0.push(Line::Title(words));
    }

    /// Adds a heading.
    pub fn heading(&mut self, words: String) {
        self.0.push(Line::Heading(words));
    }

    /// Adds a paragraph, unless it is empty.
    pub fn text(&mut self, words: String) {
        if !words.is_empty() {
            self.0.push(Line::Text(words));
        }
    }

    /// Adds a point.
    pub fn point(&mut self, words: String) {
        self.0.push(Line::Point(words));
    }

    /// As plain text: headings after an empty line, points with a dash.
    pub fn plain(&self) -> String {
        let mut out = String::new();
        for line in &self.0 {
            let (before, words) = match line {
                Line::Title(words) | Line::Text(words) => ("", words),
                Line::Heading(words) => ("\n", words),
                Line::Point(words) => ("- ", words),
            };
            out.push_str(&[before, words, "\n"].concat());
        }
        out
    }
}
