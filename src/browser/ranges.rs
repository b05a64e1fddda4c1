//! Between offsets in the plain text and places in the document.

use super::dom::{all, document, from_dom};
use crate::article::{Article, PlainText, Span};
use crate::view::place::Rect;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node, Range, Selection};

/// The elements of the article's blocks, looked up once.
pub struct Blocks {
    elements: Vec<Option<Element>>,
    spans: Vec<Span>,
}

impl Blocks {
    /// Finds the blocks of this article in the page.
    pub fn find(article: &Article) -> Self {
        let spans = article.block_spans();
        let mut elements = vec![None; spans.len()];
        for element in all("#article [data-block]") {
            let number = element.get_attribute("data-block").and_then(|n| n.parse::<usize>().ok());
            if let Some(place) = number.and_then(|n| elements.get_mut(n)) {
                *place = Some(element);
            }
        }
        Self { elements, spans }
    }

    /// The elements, in order.
    pub fn elements(&self) -> impl Iterator<Item = (usize, &Element)> {
        self.elements.iter().enumerate().filter_map(|(n, e)| Some((n, e.as_ref()?)))
    }

    /// The first block whose element is so; those before it must not be. Looks at few of them.
    pub fn first(&self, is: impl Fn(&Element) -> bool) -> Option<usize> {
        let there: Vec<(usize, &Element)> = self.elements().collect();
        there.get(there.partition_point(|(_, element)| !is(element))).map(|(n, _)| *n)
    }

    /// The element of a block.
    pub fn element(&self, n: usize) -> Option<&Element> {
        self.elements.get(n)?.as_ref()
    }

    /// The ranges of a span, one for each block it touches.
    pub fn ranges(&self, text: &PlainText, span: Span) -> Vec<Range> {
        let from = self.spans.partition_point(|b| b.end <= span.start);
        let touched = self.spans.iter().enumerate().skip(from);
        touched
            .take_while(|(_, block)| block.start < span.end)
            .filter_map(|(n, block)| {
                let cut = Span::new(span.start.max(block.start), span.end.min(block.end));
                self.range(text, n, *block, cut)
            })
            .collect()
    }

    fn range(&self, text: &PlainText, n: usize, block: Span, cut: Span) -> Option<Range> {
        let element = self.elements.get(n)?.as_ref()?;
        let units = |span: Span| text.slice(span).chars().map(char::len_utf16).sum::<usize>();
        let start = units(Span::new(block.start, cut.start)) as u32;
        let end = start + units(cut) as u32;
        let range = document().create_range().ok()?;
        let mut at = 0;
        let mut started = false;
        let walker = document().create_tree_walker_with_what_to_show(element, SHOW_TEXT).ok()?;
        while let Ok(Some(node)) = walker.next_node() {
            let length = node.unchecked_ref::<web_sys::Text>().length();
            if !started && start < at + length {
                range.set_start(&node, start - at).ok()?;
                started = true;
            }
            if started && end <= at + length {
                range.set_end(&node, end - at).ok()?;
                return Some(range);
            }
            at += length;
        }
        None
    }

    /// Where a span stands in the viewport: all its lines in its first block.
    pub fn rect(&self, text: &PlainText, span: Span) -> Option<Rect> {
        let range = self.ranges(text, span).into_iter().next()?;
        Some(from_dom(&range.get_bounding_client_rect()))
    }

    /// The span of what is selected, if it lies in the article.
    pub fn selected(&self, text: &PlainText, selection: &Selection) -> Option<Span> {
        if selection.is_collapsed() || selection.range_count() == 0 {
            return None;
        }
        let range = selection.get_range_at(0).ok()?;
        let start =
            self.offset(text, &range.start_container().ok()?, range.start_offset().ok()?)?;
        let end = self.offset(text, &range.end_container().ok()?, range.end_offset().ok()?)?;
        let span = Span::new(start, end);
        (!text.slice(span).trim().is_empty()).then_some(span)
    }

    /// The span of the words in an element of the article.
    pub fn span_of(&self, text: &PlainText, element: &Element) -> Option<Span> {
        let start = self.offset(text, element, 0)?;
        let length = element.text_content()?.chars().count() as u32;
        Some(Span::new(start, start + length))
    }

    fn offset(&self, text: &PlainText, node: &Node, offset: u32) -> Option<u32> {
        let element = match node.dyn_ref::<Element>() {
            Some(element) => element.clone(),
            None => node.parent_element()?,
        };
        let block = element.closest("[data-block]").ok()??;
        let n: usize = block.get_attribute("data-block")?.parse().ok()?;
        let span = *self.spans.get(n)?;
        let before = document().create_range().ok()?;
        before.select_node_contents(&block).ok()?;
        before.set_end(node, offset).ok()?;
        let units = before.to_string().length() as usize;
        let mut seen = 0;
        let scalars = text.slice(span).chars().take_while(|c| {
            seen += c.len_utf16();
            seen <= units
        });
        Some(span.start + scalars.count() as u32)
    }
}

/// `NodeFilter.SHOW_TEXT`.
const SHOW_TEXT: u32 = 4;
