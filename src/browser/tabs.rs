//! The other tabs in which this site is open.

use super::events;
use web_sys::{BroadcastChannel, MessageEvent};

/// What tabs tell each other. None of them hears itself.
#[derive(Debug)]
pub struct Tabs(Option<BroadcastChannel>);

impl Tabs {
    /// Listens on a channel of this name. A browser without channels never hears anything.
    pub fn new(name: &str, heard: impl Fn(String) + 'static) -> Self {
        let channel = BroadcastChannel::new(name).ok();
        if let Some(channel) = &channel {
            events::listen(channel, "message", move |event: MessageEvent| {
                if let Some(words) = event.data().as_string() {
                    heard(words);
                }
            });
        }
        Self(channel)
    }

    /// Tells the others.
    pub fn tell(&self, words: &str) {
        if let Some(channel) = &self.0 {
            let _ = channel.post_message(&words.into());
        }
    }
}
