//! Every form in which an article with its annotations leaves.
//!
//! A form is made from the article alone, the same bytes every time: nothing here knows a
//! clock. What a form has no room for is left out by it and said in its file; [`Form::Json`]
//! and, for what the source format can say, [`Form::Folder`] lose nothing.

mod csv;
pub mod folder;
mod form;
mod icalendar;
mod json;
pub mod link;
mod markdown;
mod origin;
mod source;
mod timelinejs;
pub mod web_annotation;
mod zip;

pub use form::{Form, file_stem};

use crate::article::{Article, settled};

/// The article in a form: the bytes of one file.
pub fn export(article: &Article, form: Form) -> Vec<u8> {
    let article = &*settled(article);
    match form {
        Form::Json => json::write(article),
        Form::Folder => folder::zipped(article),
        Form::WebAnnotation => web_annotation::write(article, None).into_bytes(),
        Form::TimelineJs => timelinejs::write(article).into_bytes(),
        Form::ICalendar => icalendar::write(article).into_bytes(),
        Form::Csv => csv::write(article).into_bytes(),
        Form::Markdown => markdown::write(article).into_bytes(),
    }
}
