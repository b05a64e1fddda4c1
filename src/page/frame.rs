//! The controls of the page as HTML, in their default state, rendered natively by Leptos.
//!
//! In the browser they are not made again: each file of this room finds its controls by their
//! names and keeps them as the state says.

use leptos::either::Either;
use leptos::prelude::*;

const HELP: &str = include_str!("help.html");

/// The bar. `open` is the address of the page that opens any other article.
#[component]
pub fn Bar(open: Option<String>) -> impl IntoView {
    view! {
        <nav class="bar" aria-label="Explore the article">
            {match open {
                Some(address) => Either::Left(view! {
                    <p class="wordmark"><a href=address title="Open an article of your own">"Dateline"</a></p>
                }),
                None => Either::Right(view! { <p class="wordmark">"Dateline"</p> }),
            }}
            <button type="button" class="sheet-button" aria-haspopup="dialog" data-opens="sheet">
                "Timeline"
            </button>
            <PanelButton panel="who" name="Who"/>
            <PanelButton panel="when" name="When"/>
            <PanelButton panel="said" name="Said"/>
            <PanelButton panel="figures" name="Figures"/>
            <WindowButton window="find" name="Find" says="Find in the article"/>
            <WindowButton window="settings" name="Aa" says="Reading settings"/>
            <WindowButton window="help" name="?" says="Help"/>
        </nav>
        <FindBox/>
        <ReadingSettings/>
        <Help/>
    }
}

#[component]
fn PanelButton(panel: &'static str, name: &'static str) -> impl IntoView {
    view! {
        <button type="button" aria-controls="reference" data-panel=panel aria-expanded="false">
            {name}
        </button>
    }
}

#[component]
fn WindowButton(window: &'static str, name: &'static str, says: &'static str) -> impl IntoView {
    view! {
        <button type="button" class="window-button" aria-label=says title=says data-opens=window
            aria-expanded="false">
            {name}
        </button>
    }
}

/// The search field with its results.
#[component]
fn FindBox() -> impl IntoView {
    view! {
        <div class="window find" role="search" hidden><template>
            <input id="find-field" type="search" autocomplete="off" aria-label="Find in the article"
                placeholder="Find words, names, notes"/>
            <p class="count" role="status"></p>
            <button type="button" data-step="back" aria-label="Previous place">"‹"</button>
            <button type="button" data-step="on" aria-label="Next place">"›"</button>
            <div class="others"></div>
        </template></div>
    }
}

/// The settings.
#[component]
fn ReadingSettings() -> impl IntoView {
    view! {
        <div class="window settings" role="group" aria-label="Reading settings" hidden><template>
            <div class="choice" role="group" aria-label="Colours">
                <button type="button" data-theme="auto" aria-pressed="true">"As the system"</button>
                <button type="button" data-theme="light" aria-pressed="false">"Light"</button>
                <button type="button" data-theme="dark" aria-pressed="false">"Dark"</button>
            </div>
            <div class="choice" role="group" aria-label="Text size">
                <button type="button" data-size="smaller" aria-label="Smaller text">"A−"</button>
                <button type="button" data-size="larger" aria-label="Larger text">"A+"</button>
            </div>
            <label><input type="checkbox" data-setting="marks" checked/>" Marks in the text"</label>
            <label><input type="checkbox" data-setting="keys" checked/>" Single keys (/ and ?)"</label>
        </template></div>
    }
}

/// The help.
#[component]
fn Help() -> impl IntoView {
    view! {
        <div class="window help" role="region" aria-label="Help" tabindex="-1" hidden
            inner_html=format!("<template>{HELP}</template>")></div>
    }
}

/// The panel's head: its way to close, and how "Who" is sorted.
#[component]
pub fn PanelHead() -> impl IntoView {
    view! {
        <div class="panel-head">
            <div class="choice" role="group" aria-label="Sort" hidden>
                <button type="button" data-sort="first" aria-pressed="true">"As they come"</button>
                <button type="button" data-sort="count" aria-pressed="false">"Most named"</button>
            </div>
            <button type="button" class="close" aria-label="Close the panel">"×"</button>
        </div>
    }
}

/// All of it.
#[component]
pub fn Explored() -> impl IntoView {
    view! {
        <Band/>
        <Ruler/>
        <Card/>
        <SelectionBar/>
        <Notices/>
    }
}

/// The timeline.
#[component]
fn Band() -> impl IntoView {
    view! {
        <section id="band" aria-label="Timeline">
            <div class="band-head">
                <h2>"Timeline"</h2>
                <div class="choice" role="group" aria-label="Scale">
                    <ScaleButton scale="fit" pressed="true" name="Fit" says="Fitted: long gaps are cut"/>
                    <ScaleButton scale="true" pressed="false" name="True" says="True to time"/>
                    <ScaleButton scale="order" pressed="false" name="Order" says="One after the other"/>
                    <ScaleButton scale="telling" pressed="false" name="Telling"
                        says="Order of telling against order of time"/>
                </div>
                <p class="shown" aria-live="polite">"all"</p>
                <div class="choice" role="group" aria-label="Zoom">
                    <button type="button" data-zoom="out" aria-label="Farther">"−"</button>
                    <button type="button" data-zoom="in" aria-label="Closer">"+"</button>
                    <button type="button" data-zoom="all">"All"</button>
                </div>
                <button type="button" class="fold" aria-controls="axis"
                    aria-label="Fold the timeline" aria-expanded="true">"▾"</button>
            </div>
            <div id="axis">
                <svg id="telling" aria-hidden="true"><path></path></svg>
                <ol id="ticks" aria-hidden="true"></ol>
                <ol id="marks" aria-label="Events in order of time"></ol>
            </div>
        </section>
        <section id="sheet" role="dialog" aria-label="Timeline" tabindex="-1" hidden>
            <div class="card-head">
                <h2>"Timeline"</h2>
                <button type="button" class="close" aria-label="Close the timeline">"×"</button>
            </div>
            <div class="window-of" hidden>
                <p class="shown"></p>
                <button type="button" data-zoom="all">"All events"</button>
            </div>
            <div class="scroll">
                <ol id="sheet-rows"></ol>
            </div>
        </section>
    }
}

#[component]
fn ScaleButton(
    scale: &'static str,
    pressed: &'static str,
    name: &'static str,
    says: &'static str,
) -> impl IntoView {
    view! {
        <button type="button" title=says data-scale=scale aria-pressed=pressed>{name}</button>
    }
}

/// The strip. What it shows is told in words on the card; for the pointer it is a way there.
#[component]
fn Ruler() -> impl IntoView {
    view! {
        <div id="ruler" aria-hidden="true" hidden>
            <svg viewBox="0 0 10 1000" preserveAspectRatio="none">
                <path></path>
            </svg>
        </div>
    }
}

/// The card's frame; its inside is a copy of the thing's entry.
#[component]
fn Card() -> impl IntoView {
    view! {
        <div id="card" role="dialog" aria-labelledby="card-title" tabindex="-1" hidden>
            <div class="card-head">
                <h2 id="card-title"><bdi></bdi></h2>
                <button type="button" class="close" aria-label="Close the card">"×"</button>
            </div>
            <div class="inside"></div>
            <div class="card-foot" hidden>
                <span class="steps" hidden>
                    <button type="button" data-place="last"
                        aria-label="Previous place in the article">"‹"</button>
                    <span class="place"></span>
                    <button type="button" data-place="next"
                        aria-label="Next place in the article">"›"</button>
                </span>
                <button type="button" data-card="only" aria-pressed="false">"Only about this"</button>
                <button type="button" data-card="quotation" hidden>"Copy quotation"</button>
                <button type="button" data-card="link">"Copy link"</button>
            </div>
        </div>
    }
}

/// A small bar over the selected words: link, citation, and who and what is in them.
#[component]
fn SelectionBar() -> impl IntoView {
    view! {
        <div class="selection" role="group" aria-label="Selected words" hidden>
            <button type="button" data-copy="passage">"Copy link"</button>
            <button type="button" data-copy="words">"Copy quotation"</button>
            <div class="inside"></div>
        </div>
    }
}

/// All three.
#[component]
fn Notices() -> impl IntoView {
    view! {
        <div class="quiet">
            <div class="only" role="group" aria-label="Only sentences about" hidden></div>
            <p class="notice empty" role="status"></p>
            <button type="button" class="dismiss" aria-label="Dismiss" hidden>"×"</button>
            <button type="button" class="way-back" hidden></button>
        </div>
    }
}
