//! The browser's interfaces, made safe to call.
//!
//! Nothing here decides anything: what to show is decided in [`crate::view`], what it looks
//! like in `page`. A browser that lacks something (highlights, storage, a share sheet) makes
//! the function say so by its result, never by a panic.

#[cfg(feature = "studio")]
pub mod chance;
#[cfg(feature = "studio")]
pub mod clock;
pub mod dom;
#[cfg(feature = "studio")]
pub mod download;
pub mod events;
#[cfg(feature = "studio")]
pub mod fetch;
pub mod highlight;
pub mod history;
pub mod later;
pub mod measure;
#[cfg(feature = "studio")]
pub mod offline;
pub mod ranges;
pub mod share;
pub mod storage;
#[cfg(feature = "studio")]
pub mod store;
#[cfg(feature = "studio")]
pub mod tabs;
