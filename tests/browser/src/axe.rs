//! Accessibility by axe-core, a package of the npm registry.

use crate::Page;
use serde_json::json;
use std::path::{Path, PathBuf};

/// Where axe-core is, in the folder of tools.
pub fn axe_script(tools: &Path) -> PathBuf {
    tools.join("node_modules/axe-core/axe.min.js")
}

/// The rules of WCAG 2.2, levels A and AA.
const TAGS: [&str; 5] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

impl Page<'_> {
    /// What stands in the way of readers by WCAG 2.2 AA, one line for each rule broken.
    #[track_caller]
    pub fn barriers(&self) -> Vec<String> {
        let script = axe_script(&self.browser.tools);
        let Ok(axe) = std::fs::read_to_string(&script) else {
            panic!("expected {}; `cargo xtask test` fetches it", script.display());
        };
        if self.eval("typeof axe") == "undefined" {
            self.run(&axe, &[]);
        }
        let found = self.run(
            "return axe.run(document, { runOnly: arguments[0], resultTypes: ['violations'] })
                .then(found => found.violations.map(rule => rule.id + ': ' + rule.help + ' — '
                    + rule.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(' | ')))",
            &[json!(TAGS)],
        );
        let lines = found.as_array().cloned().unwrap_or_default();
        lines.iter().filter_map(|line| line.as_str().map(str::to_owned)).collect()
    }
}
