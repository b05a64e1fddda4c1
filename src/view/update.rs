//! From a view and an action to the next view.

use super::action::{Action, Pace};
use super::state::{Panel, ViewState};
use crate::article::Id;

/// What becomes of the browser's history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HistoryStep {
    /// A new entry (`pushState`): Back returns to the view before.
    Push,
    /// The same entry with a new link (`replaceState`).
    Replace,
    /// Nothing to do.
    None,
}

/// The view after the action. The history steps on for what is done deliberately, and stays
/// at its entry for what comes in many small steps (typing, dragging), for what the history
/// itself asked for ([`Action::Restore`]), and when nothing changed.
///
/// What was opened last is what the reader looks at: opening a card ends the showing of a
/// passage. A passage leaves the card open, so that both can be shared.
pub fn update(view: &ViewState, action: Action) -> (ViewState, HistoryStep) {
    let mut next = view.clone();
    let step = match action {
        Action::SetWindow(_, Pace::Continuous) | Action::Find(_) => HistoryStep::Replace,
        Action::Restore(_) => HistoryStep::None,
        _ => HistoryStep::Push,
    };
    match action {
        Action::Focus(id) => {
            next.focus = Some(id);
            next.text = None;
        }
        Action::GoTo(id) => {
            next.focus = Some(id);
            next.text = None;
            next.panel = None;
        }
        Action::Unfocus => next.focus = None,
        Action::ToggleOnly(id) => toggle(&mut next.only, id),
        Action::ClearOnly => next.only.clear(),
        Action::SetWindow(window, _) => next.when = window,
        Action::SetScale(scale) => next.scale = scale,
        Action::Find(words) => next.find = words,
        Action::OpenPanel(panel) => next.panel = Some(panel),
        Action::ClosePanel => next.panel = None,
        Action::TogglePanel(panel) => next.panel = toggled(next.panel, panel),
        Action::ShowPassage(passage) => next.text = Some(passage),
        Action::ClearPassage => next.text = None,
        Action::Restore(restored) => next = *restored,
        Action::Reset => next = ViewState::default(),
    }
    let next = next.normal();
    let step = if next == *view { HistoryStep::None } else { step };
    (next, step)
}

fn toggle(ids: &mut Vec<Id>, id: Id) {
    match ids.iter().position(|other| *other == id) {
        Some(index) => {
            ids.remove(index);
        }
        None => ids.push(id),
    }
}

fn toggled(open: Option<Panel>, panel: Panel) -> Option<Panel> {
    (open != Some(panel)).then_some(panel)
}

#[cfg(test)]
mod tests {
    use super::super::state::{Passage, Scale};
    use super::*;
    use crate::time;

    fn id(text: &str) -> Id {
        Id::new(text).unwrap()
    }

    /// Runs the actions and gives the link after each, with the step it took.
    fn links(actions: Vec<Action>) -> Vec<(String, HistoryStep)> {
        let mut view = ViewState::default();
        let mut links = Vec::new();
        for action in actions {
            let (next, step) = update(&view, action);
            links.push((super::super::to_fragment(&next), step));
            view = next;
        }
        links
    }

    #[test]
    fn deliberate_steps_are_pushed_and_repeated_ones_are_none() {
        use HistoryStep::{None as Stay, Push};
        let steps = links(vec![
            Action::Unfocus,
            Action::Focus(id("pmf")),
            Action::Focus(id("pmf")),
            Action::OpenPanel(Panel::Who),
            Action::TogglePanel(Panel::Said),
            Action::TogglePanel(Panel::Said),
            Action::ClosePanel,
            Action::ToggleOnly(id("iraq")),
            Action::ToggleOnly(id("esper")),
            Action::ToggleOnly(id("iraq")),
            Action::ClearOnly,
            Action::SetScale(Scale::Telling),
            Action::Unfocus,
            Action::Reset,
            Action::Reset,
        ]);
        let expected = [
            ("", Stay),
            ("pmf", Push),
            ("pmf", Stay),
            ("at=pmf&panel=who", Push),
            ("at=pmf&panel=said", Push),
            ("pmf", Push),
            ("pmf", Stay),
            ("at=pmf&only=iraq", Push),
            ("at=pmf&only=esper,iraq", Push),
            ("at=pmf&only=esper", Push),
            ("pmf", Push),
            ("at=pmf&scale=telling", Push),
            ("scale=telling", Push),
            ("", Push),
            ("", Stay),
        ];
        assert_eq!(steps, expected.map(|(link, step)| (link.to_owned(), step)));
    }

    #[test]
    fn typing_and_dragging_replace() {
        let window = |text| time::parse(text).ok();
        let steps = links(vec![
            Action::Find("dr".into()),
            Action::Find("drone strike".into()),
            Action::Find(String::new()),
            Action::SetWindow(window("2020-01-03/2020-01-07"), Pace::Continuous),
            Action::SetWindow(window("2020-01-03/2020-01-08"), Pace::Deliberate),
            Action::SetWindow(window("2020-01-03/2020-01-08"), Pace::Continuous),
            Action::SetWindow(None, Pace::Deliberate),
        ]);
        let expected = [
            ("find=dr", HistoryStep::Replace),
            ("find=drone+strike", HistoryStep::Replace),
            ("", HistoryStep::Replace),
            ("when=2020-01-03/2020-01-07", HistoryStep::Replace),
            ("when=2020-01-03/2020-01-08", HistoryStep::Push),
            ("when=2020-01-03/2020-01-08", HistoryStep::None),
            ("", HistoryStep::Push),
        ];
        assert_eq!(steps, expected.map(|(link, step)| (link.to_owned(), step)));
    }

    #[test]
    fn a_card_ends_a_passage_but_a_passage_keeps_the_card() {
        let passage = Passage { start: "go\nhome".into(), ..Passage::default() };
        let steps = links(vec![
            Action::Focus(id("pmf")),
            Action::ShowPassage(passage.clone()),
            Action::Focus(id("pmf")),
            Action::ShowPassage(passage),
            Action::ClearPassage,
            Action::ShowPassage(Passage { prefix: "no words".into(), ..Passage::default() }),
        ]);
        let links: Vec<&str> = steps.iter().map(|(link, _)| link.as_str()).collect();
        let both = "at=pmf&text=go%20home";
        assert_eq!(links, ["pmf", both, "pmf", both, "pmf", "pmf"]);
    }

    #[test]
    fn what_the_history_restores_is_no_step() {
        let restored = ViewState {
            only: vec![id("iraq"), id("esper"), id("iraq")],
            find: "a\u{202e}b\0".into(),
            when: time::parse("[2019,2020]").ok(),
            ..ViewState::default()
        };
        let (view, step) = update(&ViewState::default(), Action::Restore(Box::new(restored)));
        assert_eq!(step, HistoryStep::None);
        assert_eq!(super::super::to_fragment(&view), "find=ab&only=esper,iraq");
    }
}
