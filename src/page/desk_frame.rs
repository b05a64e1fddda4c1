//! What the studio's page has more than a reader's: the desk over the article and the start
//! screen, rendered natively by Leptos.

use leptos::prelude::*;

/// All of it.
#[component]
pub fn Studio() -> impl IntoView {
    view! {
        <Desk/>
        <Start/>
    }
}

/// One line over the article: where it is kept, and what can be done with it.
#[component]
fn Desk() -> impl IntoView {
    view! {
        <header class="desk-bar">
            <button type="button" data-desk="start">"‹ All articles"</button>
            <button type="button" data-opens="article" aria-expanded="false">"Details"</button>
            <button type="button" data-opens="share" aria-expanded="false">"Share"</button>
            <button type="button" data-desk="undo" aria-label="Undo" title="Undo" disabled>"↶"</button>
            <button type="button" data-desk="redo" aria-label="Redo" title="Redo" disabled>"↷"</button>
            <p class="kept" role="status"></p>
            <button type="button" data-desk="stop" hidden>"Stop"</button>
            <ArticleWindow/>
            <ShareWindow/>
        </header>
        <p class="update" hidden>
            <span role="status">"A new version is ready"</span>
            " · "
            <button type="button" data-desk="update">"Use it now"</button>
        </p>
        <p class="offer twin" hidden>
            <span role="status"></span>
            <button type="button" class="main" data-desk="kept-one">"Open it"</button>
            <button type="button" data-desk="copy">"Keep a new copy"</button>
        </p>
        <p class="offer left-out" hidden>
            <span role="status"></span>
            <button type="button" data-desk="all-of-it">"Open all of it"</button>
            <button type="button" data-desk="left-out">"Fine"</button>
        </p>
        <div class="leaving" role="alertdialog" aria-labelledby="leaving-says" hidden>
            <p id="leaving-says">
                "This article is kept nowhere: if you leave it now, it is gone with what you \
                 corrected. Export it first, to have it as a file."
            </p>
            <p class="asked">
                <button type="button" class="main" data-leaving="export">"Export…"</button>
                <button type="button" data-leaving="stay">"Stay"</button>
                <button type="button" data-leaving="leave">"Leave it"</button>
            </p>
        </div>
        <form class="asks" hidden>
            <label for="asked-day">"When was it published? “Today” and weekdays count from that day."</label>
            <span class="asked">
                <input id="asked-day" type="text" autocomplete="off" placeholder="8 January 2020"/>
                <button type="submit" class="main">"Set"</button>
                <button type="button" data-desk="not-known">"Not known"</button>
            </span>
            <p class="understood" role="status"></p>
        </form>
    }
}

/// What is known of the article as a whole, and what has been corrected.
#[component]
fn ArticleWindow() -> impl IntoView {
    view! {
        <div class="window article" role="group" aria-label="About the article" hidden><template>
            <form class="about-article">
                <Field name="title" says="Title"/>
                <Field name="author" says="By"/>
                <Field name="publisher" says="Publisher"/>
                <Field name="site" says="Site"/>
                <Field name="address" says="Address of the original"/>
                <Field name="published" says="Published"/>
                <Field name="written" says="Reading date: “today” counts from it"/>
                <Field name="slug" says="Short name, for files and folders"/>
                <p class="understood" role="status"></p>
                <button type="submit" class="main">"Save"</button>
            </form>
            <h2>"Corrections"</h2>
            <p>
                "Press “Correct” on a card to change it, select words to mark them, drag one name \
                 onto another in Who where both are one: a finger holds it first. Undo, or Ctrl+Z, \
                 takes back."
            </p>
            <ol class="history"></ol>
            <p class="again"><button type="button" data-desk="again">"Read again"</button>
            " The program looks once more; what was corrected stays."</p>
        </template></div>
    }
}

#[component]
fn Field(name: &'static str, says: &'static str) -> impl IntoView {
    view! {
        <label>{says}<input type="text" name=name autocomplete="off"/></label>
    }
}

/// The ways out.
#[component]
fn ShareWindow() -> impl IntoView {
    view! {
        <div class="window share" role="group" aria-label="Share and export" hidden><template>
            <h2>"Share"</h2>
            <p class="links">
                <button type="button" class="main" data-share="send" hidden>"Send link…"</button>
                <button type="button" class="main" data-share="link">"Copy link with the article in it"</button>
            </p>
            <p class="link-length"></p>
            <h2>"Export"</h2>
            <ul class="forms"></ul>
        </template></div>
    }
}

/// The start screen: open an article, or take one that is kept.
#[component]
fn Start() -> impl IntoView {
    view! {
        <section id="start" aria-labelledby="start-title">
            <h1 id="start-title" tabindex="-1">"Read any article with its names, dates and quotations at hand"</h1>
            <p class="promise">
                "Paste or choose an article. A program in this browser marks names, dates, events, \
                 quotations and figures; you correct it. Nothing leaves this browser."
            </p>
            <form class="paste">
                <textarea id="pasted" rows="7" aria-label="The article’s words"
                    placeholder="Paste an article here"></textarea>
                <p class="ways">
                    <button type="submit" class="main">"Read it"</button>
                    <button type="button" data-start="choose">"Choose files…"</button>
                    <button type="button" data-start="example">"Try an example"</button>
                    <span class="or">"or drop files anywhere on this page"</span>
                </p>
                <input id="files" type="file" multiple hidden
                    accept=".txt,.md,.markdown,.html,.htm,.xhtml,.json,text/plain,text/html,application/json"/>
            </form>
            <div class="progress" hidden>
                <p role="status"></p>
                <button type="button" data-start="cancel">"Cancel"</button>
            </div>
            <p class="refused" role="alert" hidden></p>
            <div class="handed" role="alertdialog" aria-label="An article was handed over" hidden>
                <p>"A page of " <b class="handed-from"></b> " has handed its article over."</p>
                <button type="button" class="main" data-start="take">"Read it"</button>
                <button type="button" data-start="leave">"No"</button>
            </div>
            <div class="shared" role="alertdialog" aria-label="An article was sent" hidden>
                <p>"Something was sent to this page with “Share to”, or by another page."</p>
                <button type="button" class="main" data-shared="take">"Read it"</button>
                <button type="button" data-shared="leave">"No"</button>
            </div>
            <section class="library" aria-labelledby="library-title" hidden>
                <h2 id="library-title">"Articles kept in this browser"</h2>
                <input id="library-search" type="search" aria-label="Search the articles"
                    placeholder="Search titles and words" autocomplete="off"/>
                <p class="library-line" role="status"></p>
                <p class="deleted" hidden>
                    <span role="status"></span>
                    " "
                    <button type="button" data-library="undelete">"Undo"</button>
                </p>
                <ol class="kept-articles"></ol>
                <button type="button" class="library-more" hidden></button>
            </section>
            <details class="more">
                <summary>"Back up, restore, send from any page"</summary>
                <p>
                    <button type="button" data-start="backup">"Save all as one file"</button>
                    <button type="button" data-start="restore">"Restore from a file…"</button>
                    <input id="library-file" type="file" hidden accept=".json,application/json"/>
                </p>
                <p class="backup-line" role="status"></p>
                <p class="bookmarklet">
                    "Drag this to your bookmarks, then press it on any article: "
                    <a data-start="bookmarklet" href="#">"Read in Dateline"</a>
                    ". The article goes from that page to this one, in your browser, and nowhere else."
                </p>
            </details>
        </section>
    }
}
