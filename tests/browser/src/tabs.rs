//! Several tabs of one browser.

use crate::Page;
use serde_json::json;

/// A tab that can be turned to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab(String);

impl Page<'_> {
    /// The tab that is shown.
    #[track_caller]
    pub fn tab(&self) -> Tab {
        let handle = self.expect(self.browser.client.get("/window"), "the tab");
        Tab(handle.as_str().unwrap_or_default().to_owned())
    }

    /// All tabs.
    #[track_caller]
    pub fn tabs(&self) -> Vec<Tab> {
        let handles = self.expect(self.browser.client.get("/window/handles"), "the tabs");
        let handles = handles.as_array().cloned().unwrap_or_default();
        handles.iter().filter_map(|tab| tab.as_str()).map(|tab| Tab(tab.to_owned())).collect()
    }

    /// Opens another tab, empty as yet, and turns to it. It is closed with the test.
    #[track_caller]
    pub fn another_tab(&self) -> Tab {
        let new = self.expect(self.post("/window/new", &json!({ "type": "tab" })), "another tab");
        let tab = Tab(new["handle"].as_str().unwrap_or_default().to_owned());
        self.turn_to(&tab);
        tab
    }

    /// Turns to a tab: what comes next is done and seen there.
    #[track_caller]
    pub fn turn_to(&self, tab: &Tab) {
        self.expect(self.post("/window", &json!({ "handle": tab.0 })), "the tab");
    }
}
