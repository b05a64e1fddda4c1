//! Writing TOML, line by line.

use std::fmt::Write;

/// A TOML text that is being written.
#[derive(Debug, Default)]
pub(super) struct Toml(pub String);

impl Toml {
    /// A line of its own, such as a table's header.
    pub fn line(&mut self, line: &str) {
        self.0.push_str(line);
        self.0.push('\n');
    }

    /// Each line of a remark.
    pub fn remark(&mut self, words: &str) {
        for line in words.lines() {
            let line: String = line.chars().filter(|c| !c.is_control()).collect();
            self.line(&format!("# {line}"));
        }
    }

    /// A key with a text, be it empty.
    pub fn words(&mut self, key: &str, value: &str) {
        self.line(&format!("{key} = {}", quoted(value)));
    }

    /// A key with a text, if it says anything.
    pub fn text(&mut self, key: &str, value: &str) {
        if !value.is_empty() {
            self.words(key, value);
        }
    }

    /// The same for what may be missing.
    pub fn text_if(&mut self, key: &str, value: Option<&str>) {
        self.text(key, value.unwrap_or_default());
    }

    /// A key that is there when it is true.
    pub fn flag(&mut self, key: &str, is: bool) {
        if is {
            self.line(&format!("{key} = true"));
        }
    }

    /// A key with a number: whole ones without a point.
    pub fn number(&mut self, key: &str, value: f64) {
        if !value.is_finite() {
            self.line(&format!("{key} = 0"));
        } else if value.fract() == 0.0 && value.abs() < 1e15 {
            self.line(&format!("{key} = {value}"));
        } else {
            self.line(&format!("{key} = {value:?}"));
        }
    }

    /// A key with texts; several stand on lines of their own.
    pub fn texts<'t>(&mut self, key: &str, values: impl IntoIterator<Item = &'t str>) {
        self.items(key, &values.into_iter().map(quoted).collect::<Vec<_>>());
    }

    /// A key with values that are TOML already.
    pub fn items(&mut self, key: &str, values: &[String]) {
        let long: usize = values.iter().map(|value| value.chars().count() + 2).sum();
        if values.is_empty() {
        } else if long < 80 {
            self.line(&format!("{key} = [{}]", values.join(", ")));
        } else {
            let _ = writeln!(self.0, "{key} = [");
            for value in values {
                let _ = writeln!(self.0, "  {value},");
            }
            self.line("]");
        }
    }
}

/// A TOML string, on one line.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out + "\""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_escaped() {
        assert_eq!(quoted("a \"b\" \\ \n\u{1}"), r#""a \"b\" \\ \n\u0001""#);
    }

    #[test]
    fn numbers_are_toml() {
        let mut toml = Toml::default();
        for value in [5200.0, 0.5, -1e21, 1e-7] {
            toml.number("v", value);
        }
        assert_eq!(toml.0, "v = 5200\nv = 0.5\nv = -1e21\nv = 1e-7\n");
    }
}
