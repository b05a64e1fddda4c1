//! Short names between the glue and the program.
//!
//! wasm-bindgen names each import by what it does and a hash: half of the glue and 10 kB of
//! the program, of which the hashes do not compress. Nobody but the two reads these names.

use anyhow::{Result, bail};
use walrus::Module;

/// Renames the program's imports, in the program and in its glue.
pub fn shorten(module: &mut Module, glue: &str) -> Result<String> {
    let mut glue = glue.to_owned();
    for (n, import) in module.imports.iter_mut().enumerate() {
        let key = format!("{}:", import.name);
        if glue.matches(&key).count() != 1 {
            bail!("expected the glue to define {} once", import.name);
        }
        let short = letters(n);
        glue = glue.replacen(&key, &format!("{short}:"), 1);
        import.name = short;
    }
    Ok(glue)
}

/// The script without comments of whole lines, empty lines and indents.
pub fn trim(script: &str) -> String {
    let lines = script.lines().map(str::trim);
    let kept = lines.filter(|line| !line.is_empty() && !line.starts_with("//"));
    kept.map(|line| format!("{line}\n")).collect()
}

/// `a` … `z`, `aa` …
fn letters(n: usize) -> String {
    let last = char::from(b'a' + (n % 26) as u8);
    if n < 26 { last.to_string() } else { format!("{}{last}", letters(n / 26 - 1)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_all_different() {
        let all: std::collections::HashSet<String> = (0..2000).map(letters).collect();
        assert_eq!(all.len(), 2000);
        assert_eq!((letters(0), letters(25), letters(26), letters(702)), {
            ("a".into(), "z".into(), "aa".into(), "aaa".into())
        });
    }

    #[test]
    fn both_sides_are_renamed() {
        let mut module = Module::default();
        let kind = module.types.add(&[], &[]);
        module.add_import_func("./x.js", "__wbg_focus_0a8d513ea5d8338e", kind);
        let glue = "{\n  // why\n  __wbg_focus_0a8d513ea5d8338e: f,\n}\n";
        assert_eq!(trim(&shorten(&mut module, glue).expect("it is there")), "{\na: f,\n}\n");
        assert_eq!(module.imports.iter().next().map(|i| &*i.name), Some("a"));
        assert!(shorten(&mut module, "{}").is_err());
    }
}
