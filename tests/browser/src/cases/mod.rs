//! The tests, one file a subject.

mod accessibility;
mod aside;
mod built;
mod cards;
mod copying;
mod correcting;
mod foreign;
mod hostile;
mod keeping;
mod keyboard;
mod languages;
mod layout;
mod left_out;
mod library;
mod links;
mod loading;
mod long;
mod mending;
mod offline;
mod opening;
mod questions;
mod reading;
mod shaping;
mod sharing;
mod stages;
mod standing;
mod targets;
mod timeline;
mod touch;
mod undoing;
mod window;
mod without;

use browser_tests::Page;

/// A test: a fresh tab that shows nothing yet, on a server of its own.
pub struct Case {
    /// Its path, such as `loading::it_answers`.
    pub name: &'static str,
    /// Panics when the page is not as it should be.
    pub run: fn(&Page),
}

/// Makes the functions named the tests of a file.
macro_rules! cases {
    ($($name:ident),* $(,)?) => {
        pub const CASES: &[super::Case] = &[
            $(super::Case { name: concat!(module_path!(), "::", stringify!($name)), run: $name }),*
        ];
    };
}
use cases;

/// All tests.
pub fn all() -> impl Iterator<Item = &'static Case> {
    [
        loading::CASES,
        layout::CASES,
        without::CASES,
        accessibility::CASES,
        questions::CASES,
        cards::CASES,
        standing::CASES,
        aside::CASES,
        links::CASES,
        copying::CASES,
        hostile::CASES,
        timeline::CASES,
        window::CASES,
        keyboard::CASES,
        reading::CASES,
        foreign::CASES,
        languages::CASES,
        keeping::CASES,
        library::CASES,
        offline::CASES,
        opening::CASES,
        left_out::CASES,
        stages::CASES,
        correcting::CASES,
        undoing::CASES,
        sharing::CASES,
        long::CASES,
        mending::CASES,
        shaping::CASES,
        touch::CASES,
        targets::CASES,
    ]
    .into_iter()
    .flatten()
}
