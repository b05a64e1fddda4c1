//! What stands inside each element, counted from the inside out.

use crate::intake::html::{NodeId, Step, Tree, is_heading};

/// Commas of many scripts: they stand in prose, hardly in menus.
const COMMAS: [char; 8] = [',', '،', '﹐', '︐', '︑', '⹁', '⸴', '，'];

/// How many links to the page itself weigh, compared with others: notes and contents.
const OWN_LINK: f32 = 0.3;

/// What stands in an element.
#[derive(Clone, Copy, Debug, Default)]
pub struct Count {
    /// Scalars, a run of white space as one.
    chars: u32,
    /// Whether the words begin with white space, and end with it.
    begins_white: bool,
    ends_white: bool,
    /// Whether there is nothing but white space.
    has_words: bool,
    /// Commas of any script.
    pub commas: u32,
    /// Latin commas.
    pub latin_commas: u32,
    /// Scalars in links, weighed.
    pub in_links: f32,
    /// Scalars in headings.
    pub in_headings: u32,
    /// Scalars in lists; those of a list in a list twice.
    pub in_lists: u32,
    /// Whether words stand in some element that is made for words.
    pub in_textish: bool,
    /// Paragraphs.
    pub paragraphs: u32,
    /// Pictures.
    pub pictures: u32,
    /// Items of lists.
    pub items: u32,
    /// Fields to type into.
    pub inputs: u32,
    /// What is embedded.
    pub embeds: u32,
    /// Whether a video of a known site is embedded.
    pub has_video: bool,
    /// Line breaks and rules.
    pub breaks: u32,
    /// Whether a table with data is inside.
    pub has_data: bool,
    /// Whether a block is inside.
    pub has_blocks: bool,
}

impl Count {
    /// Length of the words in scalars, a run of white space as one, none around.
    pub fn length(&self) -> u32 {
        if !self.has_words {
            return 0;
        }
        self.chars - u32::from(self.begins_white) - u32::from(self.ends_white)
    }

    /// The share of the words that stand in links.
    pub fn link_density(&self) -> f32 {
        match self.length() {
            0 => 0.0,
            length => self.in_links / length as f32,
        }
    }

    fn of_text(text: &str) -> Self {
        let mut count = Self::default();
        let mut white = false;
        for c in text.chars() {
            let is_white = c.is_whitespace();
            count.chars += u32::from(!(is_white && white));
            count.has_words |= !is_white;
            count.commas += u32::from(COMMAS.contains(&c));
            count.latin_commas += u32::from(c == ',');
            white = is_white;
        }
        count.begins_white = text.starts_with(char::is_whitespace);
        count.ends_white = white;
        count
    }

    /// Adds what stands behind it.
    pub fn add(&mut self, next: &Self) {
        if next.chars > 0 {
            let joined = self.chars > 0 && self.ends_white && next.begins_white;
            if self.chars == 0 {
                self.begins_white = next.begins_white;
            }
            self.chars += next.chars - u32::from(joined);
            self.ends_white = next.ends_white;
        }
        self.has_words |= next.has_words;
        self.commas += next.commas;
        self.latin_commas += next.latin_commas;
        self.in_links += next.in_links;
        self.in_headings += next.in_headings;
        self.in_lists = self.in_lists.saturating_add(next.in_lists);
        self.in_textish |= next.in_textish;
        self.paragraphs += next.paragraphs;
        self.pictures += next.pictures;
        self.items += next.items;
        self.inputs += next.inputs;
        self.embeds += next.embeds;
        self.has_video |= next.has_video;
        self.breaks += next.breaks;
        self.has_data |= next.has_data;
        self.has_blocks |= next.has_blocks;
    }

    /// What the element around it sees: its content and the element itself.
    pub fn with_element(mut self, tree: &Tree, id: NodeId) -> Self {
        let length = self.length();
        let tag = tree.tag(id);
        match tag {
            "a" => {
                let own = tree
                    .attribute(id, "href")
                    .is_some_and(|to| to.len() > 1 && to.starts_with('#'));
                self.in_links += length as f32 * if own { OWN_LINK } else { 1.0 };
            }
            "ul" | "ol" => self.in_lists = self.in_lists.saturating_add(length),
            "p" => self.paragraphs += 1,
            "img" => self.pictures += 1,
            "li" => self.items += 1,
            "input" => self.inputs += 1,
            "br" | "hr" => self.breaks += 1,
            "iframe" | "embed" | "object" => {
                self.embeds += 1;
                self.has_video |= tree.attribute(id, "src").is_some_and(is_video);
            }
            _ if is_heading(tag) => self.in_headings += length,
            _ => {}
        }
        let is_block = matches!(
            tag,
            "blockquote" | "dl" | "div" | "img" | "ol" | "p" | "pre" | "table" | "ul"
        );
        self.in_textish |=
            (is_block || matches!(tag, "span" | "font" | "li" | "td")) && self.has_words;
        self.has_blocks |= is_block;
        self
    }
}

fn is_video(address: &str) -> bool {
    let sites =
        ["youtube.com", "youtube-nocookie.com", "vimeo.com", "dailymotion.com", "twitch.tv"];
    sites.iter().any(|site| address.contains(site))
}

/// The counts of all elements.
pub struct Counts(Vec<Count>);

impl Counts {
    /// What stands inside an element; nothing for those made later.
    pub fn of(&self, id: NodeId) -> Count {
        self.0.get(id as usize).copied().unwrap_or_default()
    }

    /// Adds to the element around what a node is.
    fn pass_on(&mut self, tree: &Tree, id: NodeId, count: &Count) {
        if let Some(parent) = tree.node(id).parent
            && let Some(around) = self.0.get_mut(parent as usize)
        {
            around.add(count);
        }
    }
}

/// Counts what stands inside of a node and of all inside it.
pub fn measure(tree: &Tree, top: NodeId) -> Counts {
    let mut counts = Counts(vec![Count::default(); tree.len()]);
    for step in tree.walk(top) {
        match step {
            Step::Enter(id) => {
                if let Some(text) = &tree.node(id).text {
                    let count = Count::of_text(text);
                    counts.0[id as usize] = count;
                    counts.pass_on(tree, id, &count);
                }
            }
            Step::Leave(id) => {
                let seen = counts.of(id).with_element(tree, id);
                if id != top {
                    counts.pass_on(tree, id, &seen);
                }
            }
        }
    }
    counts
}
