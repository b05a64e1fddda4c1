//! The kinds of names, and the labels of tokens that spell them.

use std::fmt;

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A person.
    Person,
    /// A body with members: company, party, ministry, army, club, newspaper.
    Organization,
    /// A country, town, region, building, river.
    Place,
    /// A word for people or things of a country, such as "Iraqi".
    Demonym,
    /// A ship or another craft.
    Thing,
}

impl Kind {
    /// The kinds that the model tells apart, in the order of its labels.
    pub const TAGGED: [Self; 3] = [Self::Person, Self::Organization, Self::Place];

    /// Its usual short form in data sets.
    pub fn code(self) -> &'static str {
        match self {
            Self::Person => "PER",
            Self::Organization => "ORG",
            Self::Place => "LOC",
            Self::Demonym | Self::Thing => "MISC",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Person => "person",
            Self::Organization => "organization",
            Self::Place => "place",
            Self::Demonym => "demonym",
            Self::Thing => "thing",
        })
    }
}

/// Number of labels.
pub const LABELS: usize = 7;
/// Outside of any name.
pub const OUTSIDE: u8 = 0;

/// The label of a name's first token.
pub fn begin(kind: Kind) -> u8 {
    match kind {
        Kind::Person => 1,
        Kind::Organization => 3,
        Kind::Place => 5,
        Kind::Demonym | Kind::Thing => OUTSIDE,
    }
}

/// The label of a name's other tokens.
pub fn inside(kind: Kind) -> u8 {
    if matches!(kind, Kind::Demonym | Kind::Thing) { OUTSIDE } else { begin(kind) + 1 }
}

/// The kind that a label spells.
pub fn kind_of(label: u8) -> Option<Kind> {
    Kind::TAGGED.get((label.checked_sub(1)? / 2) as usize).copied()
}

/// Whether the label begins a name.
pub fn is_begin(label: u8) -> bool {
    label % 2 == 1
}

/// Whether `next` may follow `label`: the inside of a name follows its beginning or inside.
pub fn may_follow(label: u8, next: u8) -> bool {
    next == OUTSIDE || is_begin(next) || (label + 1 == next && is_begin(label)) || label == next
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn insides_follow_their_own() {
        for kind in Kind::TAGGED {
            assert_eq!(kind_of(begin(kind)), Some(kind));
            assert_eq!(kind_of(inside(kind)), Some(kind));
            assert!(may_follow(begin(kind), inside(kind)));
            assert!(may_follow(inside(kind), inside(kind)));
            assert!(!may_follow(OUTSIDE, inside(kind)));
        }
        assert!(!may_follow(inside(Kind::Person), inside(Kind::Organization)));
        assert!(!may_follow(begin(Kind::Person), inside(Kind::Organization)));
        assert_eq!(kind_of(OUTSIDE), None);
    }
}
