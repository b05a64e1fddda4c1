//! Which names name the same thing.

mod alias;
mod describe;
mod group;
mod normal;

pub use alias::country_of;
pub use describe::{Description, titled};

use super::names::{Kind, Name};
use super::text::Text;

/// Why a mention belongs to its cluster.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// The first mention.
    First,
    /// Spelled the same.
    Same,
    /// Another usual name: "US" for "United States", "Iraqi" for "Iraq".
    Alias,
    /// A family name, or the end of a longer name.
    Surname,
    /// The beginning or the middle of a longer name.
    Part,
    /// The first letters of a longer name.
    Acronym,
}

impl Rule {
    /// The rule in a few words.
    pub fn words(self) -> &'static str {
        match self {
            Self::First => "the first mention",
            Self::Same => "spelled the same",
            Self::Alias => "another name for it",
            Self::Surname => "the end of a longer name",
            Self::Part => "a part of a longer name",
            Self::Acronym => "the first letters of a longer name",
        }
    }
}

/// Names that name one thing.
#[derive(Clone, Debug)]
pub struct Cluster {
    /// What is named.
    pub kind: Kind,
    /// Its fullest name in the text.
    pub name: String,
    /// Its mentions in text order, as indices of names, and why each is one.
    pub mentions: Vec<(usize, Rule)>,
    /// How the text introduces it.
    pub descriptions: Vec<Description>,
}

/// Joins the names of a text. Every name is in one cluster; clusters stand in order of their
/// first mention.
pub fn clusters(text: &Text, names: &[Name]) -> Vec<Cluster> {
    let mut clusters = group::group(text, names);
    for cluster in &mut clusters {
        cluster.name = fullest(text, names, cluster);
        cluster.descriptions = describe::describe(text, names, cluster);
    }
    clusters
}

/// The longest name that is not a demonym; the first of these.
fn fullest(text: &Text, names: &[Name], cluster: &Cluster) -> String {
    let worth = |&(index, rule): &(usize, Rule)| {
        let name = &names[index];
        let words = text.slice(name.tokens.clone());
        let shouted = words.len() > 5 && words.chars().all(|c| !c.is_lowercase());
        let plain = name.kind != Kind::Demonym && rule != Rule::Acronym && !shouted;
        // of equal ones the first
        (plain, words.chars().count(), std::cmp::Reverse(index))
    };
    let best = cluster.mentions.iter().max_by_key(|mention| worth(mention));
    best.map_or_else(String::new, |&(index, _)| text.slice(names[index].tokens.clone()).to_owned())
}

/// For each name the index of its cluster.
pub fn cluster_of(clusters: &[Cluster], names: usize) -> Vec<usize> {
    let mut of = vec![usize::MAX; names];
    for (index, cluster) in clusters.iter().enumerate() {
        cluster.mentions.iter().for_each(|&(mention, _)| of[mention] = index);
    }
    of
}
