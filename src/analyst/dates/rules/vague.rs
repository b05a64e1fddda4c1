//! Words for the past, the present and the future, and nothing closer.

use super::{Rule, Test, rule};
use crate::analyst::dates::mode::Mode;
use crate::analyst::dates::spec::Spec;
use crate::analyst::dates::unit::Ref;

const PAST: fn(&crate::analyst::dates::pattern::Caps) -> Option<Spec> =
    |_| Some(Spec::vague(Ref::Past));
const PRESENT: fn(&crate::analyst::dates::pattern::Caps) -> Option<Spec> =
    |_| Some(Spec::vague(Ref::Present));
const FUTURE: fn(&crate::analyst::dates::pattern::Caps) -> Option<Spec> =
    |_| Some(Spec::vague(Ref::Future));

pub(super) const RULES: &[Rule] = &[
    rule("present", "now", PRESENT),
    rule("present", "right now", PRESENT),
    rule("present", "currently|presently|nowadays", PRESENT),
    rule("present", "current", PRESENT).not_before("account accounts events affairs"),
    rule("present", "at present", PRESENT),
    rule("present", "the? present day", PRESENT),
    rule("present", "these days", PRESENT),
    rule("present", "the time being", PRESENT),
    rule("present", "the? present", PRESENT).after("at the until").check(Test::EndOfPhrase),
    rule("present", "the moment", PRESENT).after("at for of"),
    rule("present", "this time|point|moment|date|stage", PRESENT).after("at by").only(Mode::News),
    rule("past", "very|more|most? recently", PAST),
    rule("past", "recent", PAST).not_before("past"),
    rule("past", "recent times|memory|history", PAST),
    rule("past", "lately|formerly", PAST),
    rule("past", "former", PAST).only(Mode::Narrative),
    rule("past", "the recent? past", PAST).check(Test::EndOfPhrase),
    rule("past", "long ago", PAST),
    rule("past", "some time ago", PAST),
    rule("future", "the near|foreseeable|distant|not? future", FUTURE),
    rule("future", "future", FUTURE),
    rule("future", "very soon", FUTURE),
    rule("future", "someday", FUTURE),
    rule("future", "soon", FUTURE)
        .not_after("as")
        .not_before("after as")
        .check(Test::Soon)
        .only(Mode::News),
];
