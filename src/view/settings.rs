//! How the reader likes to read; remembered between visits.

use std::fmt;

/// Light, dark, or as the system is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system is set.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// Largest step of the text size; the smallest is its negative.
pub const MOST_SIZE: i8 = 3;

/// The reading settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Colours.
    pub theme: Theme,
    /// Text size in steps from the usual one, from `-MOST_SIZE` to [`MOST_SIZE`].
    pub size: i8,
    /// Whether names, dates, quotations and figures are marked in the text.
    pub marks: bool,
    /// Whether single keys such as `/` and `?` do something.
    pub keys: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self { theme: Theme::Auto, size: 0, marks: true, keys: true }
    }
}

impl Settings {
    /// Reads what [`Display`](fmt::Display) wrote; what it does not understand stays usual.
    pub fn read(text: &str) -> Self {
        let mut settings = Self::default();
        for word in text.split_whitespace() {
            match word.split_once('=') {
                Some(("theme", "light")) => settings.theme = Theme::Light,
                Some(("theme", "dark")) => settings.theme = Theme::Dark,
                Some(("size", step)) => {
                    settings.size = step.parse().unwrap_or(0).clamp(-MOST_SIZE, MOST_SIZE);
                }
                Some(("marks", "off")) => settings.marks = false,
                Some(("keys", "off")) => settings.keys = false,
                _ => {}
            }
        }
        settings
    }
}

impl fmt::Display for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let theme = match self.theme {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        };
        let switch = |on| if on { "on" } else { "off" };
        let (marks, keys) = (switch(self.marks), switch(self.keys));
        write!(f, "theme={theme} size={} marks={marks} keys={keys}", self.size)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let settings = Settings { theme: Theme::Dark, size: -2, marks: false, keys: false };
        assert_eq!(Settings::read(&settings.to_string()), settings);
        assert_eq!(
            Settings::read("size=99 theme=pink marks"),
            Settings { size: 3, ..Settings::default() }
        );
    }
}
