//! A library's file taken apart into its articles, chunk by chunk: a large one is never in memory
//! as a whole.

use super::backup::{BackupError, check_head};

/// The longest beginning that is looked at, in bytes.
const LONGEST_HEAD: usize = 4096;

/// The longest article, in bytes of JSON.
const LONGEST_ITEM: usize = 60 * 1024 * 1024;

/// Where in the file we are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum At {
    /// Before the articles.
    #[default]
    Head,
    /// Between two articles.
    Between,
    /// In an article, so many brackets deep.
    Item(u32),
    /// Behind the articles.
    End,
}

/// Finds where each article of a library's file begins and ends; looks no closer.
#[derive(Clone, Debug, Default)]
pub struct Splitter {
    at: At,
    in_string: bool,
    escaped: bool,
    held: Vec<u8>,
    seen: u64,
}

impl Splitter {
    /// Takes the next bytes of the file, and hands on each article that ends in them, as JSON.
    ///
    /// # Errors
    /// When it is no library, or broken; what was handed on is good all the same.
    pub fn feed(&mut self, bytes: &[u8], mut each: impl FnMut(Vec<u8>)) -> Result<(), BackupError> {
        for &byte in bytes {
            self.step(byte, &mut each)?;
            self.seen += 1;
        }
        Ok(())
    }

    /// The file is over.
    ///
    /// # Errors
    /// When it should not be.
    pub fn end(&self) -> Result<(), BackupError> {
        match self.at {
            At::End => Ok(()),
            At::Head => Err(BackupError::NotALibrary),
            At::Between | At::Item(_) => Err(BackupError::CutShort),
        }
    }

    fn step(&mut self, byte: u8, each: &mut impl FnMut(Vec<u8>)) -> Result<(), BackupError> {
        match self.at {
            At::Head => {
                self.held.push(byte);
                if !self.quoted(byte) && byte == b'[' {
                    check_head(&std::mem::take(&mut self.held))?;
                    self.at = At::Between;
                } else if self.held.len() > LONGEST_HEAD || self.held[0] != b'{' {
                    return Err(BackupError::NotALibrary);
                }
            }
            At::Between => match byte {
                b'{' => {
                    self.held.push(byte);
                    self.at = At::Item(1);
                }
                b']' => self.at = At::End,
                b',' | b' ' | b'\n' | b'\r' | b'\t' => {}
                _ => return Err(BackupError::Broken(self.seen)),
            },
            At::Item(depth) => {
                self.held.push(byte);
                if self.held.len() > LONGEST_ITEM {
                    return Err(BackupError::TooLong(self.seen));
                }
                if self.quoted(byte) {
                    return Ok(());
                }
                match byte {
                    b'{' | b'[' => self.at = At::Item(depth + 1),
                    b'}' | b']' if depth == 1 => {
                        each(std::mem::take(&mut self.held));
                        self.at = At::Between;
                    }
                    b'}' | b']' => self.at = At::Item(depth - 1),
                    _ => {}
                }
            }
            At::End => match byte {
                b'}' | b' ' | b'\n' | b'\r' | b'\t' => {}
                _ => return Err(BackupError::Broken(self.seen)),
            },
        }
        Ok(())
    }

    /// Whether this byte belongs to a string.
    fn quoted(&mut self, byte: u8) -> bool {
        if self.in_string {
            match byte {
                _ if self.escaped => self.escaped = false,
                b'\\' => self.escaped = true,
                b'"' => self.in_string = false,
                _ => {}
            }
            return true;
        }
        self.in_string = byte == b'"';
        self.in_string
    }
}

#[cfg(test)]
mod tests {
    use super::super::{FILE_END, FILE_START};
    use super::*;
    use proptest::prelude::*;

    fn split(file: &[u8], chunk: usize) -> (Vec<String>, Result<(), BackupError>) {
        let mut splitter = Splitter::default();
        let mut items = Vec::new();
        for bytes in file.chunks(chunk) {
            let fed = splitter
                .feed(bytes, |item| items.push(String::from_utf8_lossy(&item).into_owned()));
            if fed.is_err() {
                return (items, fed);
            }
        }
        (items, splitter.end())
    }

    #[test]
    fn what_is_wrong_is_said_and_what_came_before_is_kept() {
        let good = r#"{"a":"]}\"{"}"#;
        let file = |rest: &str| format!("{FILE_START}{good}{rest}");
        let behind = (FILE_START.len() + good.len()) as u64;
        for (rest, problem) in [
            ("\n]}\n", Ok(())),
            ("\n", Err(BackupError::CutShort)),
            (",{\"b\"", Err(BackupError::CutShort)),
            (",x", Err(BackupError::Broken(behind + 1))),
            ("]}x", Err(BackupError::Broken(behind + 2))),
        ] {
            let (items, ended) = split(file(rest).as_bytes(), 1000);
            assert_eq!((items, ended), (vec![good.to_owned()], problem), "{rest}");
        }
        for other in [
            "",
            "{",
            "PK\u{3}\u{4}",
            "{\"a\":[",
            &" ".repeat(9),
            &format!("{{{}", " ".repeat(5000)),
        ] {
            assert_eq!(split(other.as_bytes(), 1000).1, Err(BackupError::NotALibrary), "{other}");
        }
    }

    fn json() -> impl Strategy<Value = serde_json::Value> {
        let leaf =
            prop_oneof![any::<String>().prop_map(Into::into), any::<i64>().prop_map(Into::into)];
        leaf.prop_recursive(3, 20, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Into::into),
                prop::collection::hash_map(any::<String>(), inner, 0..4)
                    .prop_map(|map| serde_json::Value::Object(map.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn every_item_comes_out_whole_whatever_the_chunks(
            values in prop::collection::vec(json(), 0..4), chunk in 1..40_usize
        ) {
            let items: Vec<String> =
                values.iter().map(|value| format!("{{\"x\":{value}}}")).collect();
            let file = format!("{FILE_START}{}{FILE_END}", items.join(",\n"));
            prop_assert_eq!(split(file.as_bytes(), chunk), (items, Ok(())));
        }

        #[test]
        fn no_bytes_are_too_strange(bytes: Vec<u8>, chunk in 1..40_usize) {
            let _ = split(&[FILE_START.as_bytes(), &bytes].concat(), chunk);
        }
    }
}
