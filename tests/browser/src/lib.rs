//! The built page, driven as a reader would, in real browsers.
//!
//! A [`Browser`] is one process of one [`Engine`], spoken to by W3C WebDriver; a [`Page`] is
//! a tab of it that shows a [`Site`], our own static server on the loopback. Each test gets a
//! site on a port of its own, so that nothing stored by one test is seen by the next.

mod axe;
mod browser;
mod client;
mod clock;
mod emulate;
mod engine;
mod finger;
mod http;
mod keys;
mod line;
mod page;
mod pointer;
mod site;
mod skip;
mod tabs;
mod watch;
mod words;

pub use axe::axe_script;
pub use browser::Browser;
pub use emulate::{Emulation, Network};
pub use engine::Engine;
pub use http::Reply;
pub use page::{Page, Rect};
pub use site::{Extra, Site, SiteOptions};
pub use skip::{Skipped, skip};
pub use tabs::Tab;
