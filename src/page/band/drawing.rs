//! The timeline's forms, drawn with what is measured: band, second view, sheet.

use super::super::explorer::{Explorer, Window as Open};
use super::super::{band_keys, card, pieces, track};
use super::Timeline;
use crate::browser::dom;
use crate::timeline::{self, Column, ColumnStyle, TellingFrame, Viewport, Window, telling};
use crate::view::{Scale, Tenths};

/// The narrowest room for one tick's label, in rem.
const TICK: f64 = 5.25;
/// Widest label, in rem.
const LABEL: f64 = 14.375;
/// The same in a narrow window.
const LABEL_NARROW: f64 = 9.375;
/// A window with a narrower axis is narrow, in rem.
const NARROW: f64 = 56.25;

impl Timeline {
    /// Draws the form that is in sight.
    pub(super) fn draw(self) {
        let explorer = self.explorer;
        explorer.model.track();
        // Turned to its side, a phone shows the band.
        let sheet = explorer.window.get() == Some(Open::Sheet) && dom::matches(card::SMALL);
        let scale = explorer.view.with(|view| view.scale);
        let window = self.window.get();
        self.size.get();
        if sheet {
            self.draw_sheet(scale, window);
        } else if !self.folded.get() {
            match scale {
                Scale::Telling => self.draw_telling(window),
                _ => self.draw_band(scale, window),
            }
        }
    }

    fn draw_band(self, scale: Scale, window: Option<Window>) {
        let Some(axis) = dom::by_id("axis") else { return };
        let (length, height) = (f64::from(axis.client_width()), f64::from(axis.client_height()));
        if length <= 0.0 {
            return;
        }
        let model = self.explorer.model();
        let index = model.track.index(&model.article, scale);
        let rem = dom::rem();
        let label_max = if length < NARROW * rem { LABEL_NARROW } else { LABEL } * rem;
        let rows = (height / (pieces::ROW * rem)) as u32;
        let viewport = Viewport { length, window, rows, label_max, tick_width: TICK * rem };
        let layout = timeline::layout(index, &viewport);
        let along = |x: f64| format!("transform:translateX({}px)", Tenths(x));
        let mut scale_pieces = pieces::ticks(&layout.ticks, along);
        pieces::turn_last(&mut scale_pieces, &layout.ticks, length, rem);
        scale_pieces.extend(pieces::breaks(&layout.breaks, along));
        self.patch(pieces::band(&model, &layout, height, rem), scale_pieces, String::new());
        self.layout.set_untracked(Some(layout));
    }

    fn draw_telling(self, window: Option<Window>) {
        let Some(axis) = dom::by_id("axis") else { return };
        let (length, height) = (f64::from(axis.client_width()), f64::from(axis.client_height()));
        let model = self.explorer.model();
        let index = model.track.index(&model.article, Scale::Telling);
        let rem = dom::rem();
        let frame = TellingFrame {
            characters: model.text.len(),
            text_length: length - rem,
            time_length: height,
            window,
        };
        let points = telling(index, &track::told(&model.article), &frame);
        let (marks, line) = pieces::telling(&model, &points, height);
        let (rows, label_max, tick_width) = (0, LABEL * rem, pieces::ROW * rem);
        let viewport = Viewport { length: height, window, rows, label_max, tick_width };
        let times = timeline::layout(index, &viewport);
        let up = |x: f64| format!("transform:translateY({}px)", Tenths(height - x));
        self.patch(marks, pieces::ticks(&times.ticks, up), line);
    }

    /// Of a link made beside a band its scale says nothing here, but its window does.
    fn draw_sheet(self, scale: Scale, window: Option<Window>) {
        let Some(sheet) = dom::by_id("sheet-rows") else { return };
        let model = self.explorer.model();
        let between = window.map(|window| window.minutes(model.track.index(&model.article, scale)));
        let index = model.track.index(&model.article, Scale::Fit);
        let rem = dom::rem();
        let style = ColumnStyle { row_height: 3.5 * rem, heading_height: 2.75 * rem };
        let column = Column::new(index, between, &style, |a, b| pieces::same_date(&model, a, b));
        dom::style(&sheet, "height", &format!("{}px", Tenths(column.height)));
        let (top, seen) = sheet.parent_element().map_or((0.0, 0.0), |scroller| {
            // It has no height as long as it is not shown.
            let height = f64::from(scroller.client_height()).max(dom::viewport().1);
            (f64::from(scroller.scroll_top()), height)
        });
        let rows = pieces::column(&model, column.part(top - seen, top + seen * 2.0));
        let lists = self.lists.get_untracked();
        lists.borrow_mut()[2].show(&sheet, rows);
        // A list of buttons, one under the other: the keyboard goes through them.
        for button in dom::all("#sheet-rows [tabindex]") {
            dom::attribute(&button, "tabindex", None);
        }
    }

    fn patch(self, marks: Vec<pieces::Piece>, scale: Vec<pieces::Piece>, line: String) {
        let lists = self.lists.get_untracked();
        let mut lists = lists.borrow_mut();
        if let Some(list) = dom::by_id("marks") {
            let had_focus = dom::document().active_element().filter(|a| list.contains(Some(a)));
            lists[0].show(&list, marks);
            band_keys::keep_one_stop(&list, had_focus.as_ref());
        }
        if let Some(list) = dom::by_id("ticks") {
            lists[1].show(&list, scale);
        }
        if let Some(path) = dom::by_selector("#telling path") {
            dom::attribute(&path, "d", Some(&line));
        }
        self.light();
    }

    pub(super) fn light(self) {
        let told = self.explorer.told.get_untracked();
        let focus = self.explorer.view.with_untracked(|view| view.focus.clone());
        light(self.explorer, &told, focus.as_deref());
    }
}

/// Lights the events that are told where the reader is, and those of the thing in focus.
fn light(explorer: Explorer, told: &[u32], focus: Option<&str>) {
    let model = explorer.model();
    let told: Vec<String> = told.iter().map(|&n| model.event_id(n)).collect();
    let own: Vec<&str> = match focus.and_then(|id| model.index.entity(id)) {
        Some(entity) => model.index.events_of(&model.article, entity).map(|e| &*e.id).collect(),
        None => focus.into_iter().collect(),
    };
    for mark in dom::all("#marks [data-event]") {
        let id = mark.get_attribute("data-event").unwrap_or_default();
        dom::attribute(&mark, "data-told", told.contains(&id).then_some(""));
        dom::attribute(&mark, "data-focus", own.contains(&id.as_str()).then_some(""));
    }
}
