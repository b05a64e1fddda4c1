//! What the line over the article says of where it is kept.

/// What is known of where the article on the desk is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Line {
    /// Nothing yet.
    #[default]
    Nothing,
    /// It is in the link that it came by, and nowhere else.
    Link,
    /// It takes longer than a moment.
    Saving,
    /// All of it is kept.
    Kept,
    /// It is not kept.
    Not(Why),
}

/// Why an article is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// There is no room left.
    Full,
    /// The browser does not let pages keep anything.
    Blocked,
    /// The page is a file of its own: see the studio's export.
    File,
    /// The storage does not answer.
    Broken,
}

impl Line {
    /// In words; the way out is a button.
    pub fn html(self) -> &'static str {
        match self {
            Self::Nothing => "",
            Self::Link => concat!(
                "Not kept: it came in a link. ",
                "<button type=\"button\" data-desk=\"keep\">Keep it</button>"
            ),
            Self::Saving => "Saving …",
            Self::Kept => "Kept in this browser",
            Self::Not(Why::Full) => concat!(
                "Not kept: the browser’s storage is full. ",
                "<button type=\"button\" data-opens=\"share\">Export it</button>"
            ),
            Self::Not(Why::Blocked) => "Not kept: this browser does not let pages keep things.",
            Self::Not(Why::File) => "Not kept: this page is a file. Export it to keep changes.",
            Self::Not(Why::Broken) => concat!(
                "Not kept: the browser’s storage does not answer. ",
                "<button type=\"button\" data-opens=\"share\">Export it</button>"
            ),
        }
    }
}
