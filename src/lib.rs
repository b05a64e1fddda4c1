//! Dateline: an article explorer that runs in the reader's browser.
//!
//! The house, room by room. *Pure* rooms know no DOM, no Leptos, no files and no
//! clock; imports run one way, from the page down to the article.
//!
//! | room | what it holds | pure |
//! |---|---|---|
//! | [`article`] | what an article is; its JSON | yes |
//! | [`anchor`] | passages: making selectors, finding them again | yes |
//! | [`time`] | partial dates (EDTF): bounds, order, words for them | yes |
//! | [`timeline`] | from events to marks on an axis | yes |
//! | [`analyst`] | from plain text to a draft of its annotations | yes |
//! | [`intake`] | any file or pasted words as an article | yes |
//! | [`correct`] | what a person corrects: corrections, undo, the reading date | yes |
//! | [`library`] | the articles that a reader keeps: entries, search, backup | yes |
//! | [`markup`] | from an article to HTML, escaped in one place | yes |
//! | [`export`] | every form in which an article leaves | yes |
//! | [`view`] | what the reader looks at: state, actions, links | yes |
//! | `page` | the controls, and what keeps them as the state says | |
//! | `browser` | the browser's interfaces, made safe to call | |
//! | `studio` | any article: opened, corrected, kept, exported, shared | |
//! | `publish` | native: the source format, checks, building pages | |

pub mod analyst;
pub mod anchor;
pub mod article;
pub mod correct;
pub mod export;
pub mod intake;
pub mod library;
pub mod markup;
#[cfg(feature = "source")]
pub mod publish;
pub mod time;
pub mod timeline;
pub mod view;

#[cfg(feature = "page")]
pub mod browser;
#[cfg(feature = "page")]
pub mod page;
#[cfg(feature = "studio")]
pub mod studio;
