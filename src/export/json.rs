//! Writing JSON, without a tree in memory.

use crate::article::Article;

/// The article as JSON: its serde form, on one line, as in a link: in lines would be 4 kB of
/// program more.
pub(super) fn write(article: &Article) -> Vec<u8> {
    serde_json::to_vec(article).unwrap_or_default()
}

/// A JSON text that is being written.
#[derive(Debug, Default)]
pub(super) struct Json {
    text: String,
    /// Whether a comma belongs before what comes next.
    comma: bool,
}

impl Json {
    fn value(&mut self) {
        if self.comma {
            self.text.push(',');
        }
        self.comma = true;
    }

    /// A value that is written as it is: a number, `true`.
    pub fn raw(&mut self, value: &str) {
        self.value();
        self.text.push_str(value);
    }

    /// A string as a value.
    pub fn string(&mut self, value: &str) {
        self.value();
        self.text.push('"');
        for c in value.chars() {
            match c {
                '"' | '\\' => self.text.extend(['\\', c]),
                '\n' => self.text.push_str("\\n"),
                c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') => {
                    self.text.push_str(&format!("\\u{:04x}", u32::from(c)));
                }
                c => self.text.push(c),
            }
        }
        self.text.push('"');
    }

    /// The name of a member, before its value.
    pub fn name(&mut self, name: &str) {
        self.string(name);
        self.text.push(':');
        self.comma = false;
    }

    /// A member that is a string.
    pub fn text(&mut self, name: &str, value: &str) {
        self.name(name);
        self.string(value);
    }

    /// A member that is a string, if it says anything.
    pub fn text_if(&mut self, name: &str, value: Option<&str>) {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            self.text(name, value);
        }
    }

    /// The start of an object or list as a value.
    pub fn open(&mut self, bracket: char) {
        self.value();
        self.text.push(bracket);
        self.comma = false;
    }

    /// Its end.
    pub fn close(&mut self, bracket: char) {
        self.text.push(bracket);
        self.comma = true;
    }

    /// The text, with a line end.
    pub fn end(self) -> String {
        self.text + "\n"
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn commas_stand_between() {
        let mut json = Json::default();
        json.open('{');
        json.text("a", "b");
        json.name("c");
        json.open('[');
        json.raw("1");
        json.open('{');
        json.close('}');
        json.close(']');
        json.text_if("d", Some(""));
        json.text_if("e", Some("f"));
        json.close('}');
        assert_eq!(json.end(), "{\"a\":\"b\",\"c\":[1,{}],\"e\":\"f\"}\n");
    }

    proptest! {
        #[test]
        fn any_string(text: String) {
            let mut json = Json::default();
            json.string(&text);
            prop_assert_eq!(serde_json::from_str::<String>(&json.end()).ok(), Some(text));
        }
    }
}
