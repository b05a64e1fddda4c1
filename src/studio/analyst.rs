//! The analyst in its worker: started when the first article is opened.

use crate::browser::dom;
use crate::intake::Extent;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Blob, BlobPropertyBag, MessageEvent, Url, Worker, WorkerOptions, WorkerType};

const SCRIPT: &str = include_str!("../browser/worker.js");

/// The files that the worker loads, as the page and the script call them.
const PARTS: [&str; 5] = ["js", "wasm", "names", "intake-js", "intake-wasm"];

/// What the analyst says, in this order; nothing comes after a refusal.
pub enum Answer {
    /// The article as JSON, with what was known about the file ([`super::opened::Opened`]).
    Opened(String),
    /// A part of what was found, as JSON of an article without blocks.
    Part(String),
    /// What rules alone found has been told; the whole draft comes when the names can be read.
    Draft,
    /// All that was found has been told; nothing if the file came with annotations.
    Read,
    /// The names cannot be read: what that needs could not be loaded. The first draft stands.
    Nameless,
    /// The program that reads such a file could not be loaded.
    Missing,
    /// Why it cannot be read, in words for the reader.
    Refused(String),
}

/// How an article is to be read.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// Not by rules alone before the names can be read.
    pub whole: bool,
    /// How much of pasted words.
    pub extent: Extent,
}

/// Who is told.
type Listener = Rc<dyn Fn(u32, Answer)>;

/// The worker, if it runs.
pub struct Analyst {
    worker: RefCell<Option<Worker>>,
    listener: Listener,
    /// Its parts are still coming.
    loading: Rc<Cell<bool>>,
}

impl Analyst {
    /// Not started yet. `listener` gets the turn's number and what is said.
    pub fn new(listener: impl Fn(u32, Answer) + 'static) -> Self {
        let listener = Rc::new(listener);
        Self { worker: RefCell::default(), listener, loading: Rc::default() }
    }

    /// Has a file read.
    ///
    /// # Errors
    /// When this page has no analyst or the browser starts no worker.
    pub fn read(&self, turn: u32, name: &str, bytes: &[u8], wanted: Wanted) -> Result<(), String> {
        let mut worker = self.worker.borrow_mut();
        let worker = match &mut *worker {
            Some(worker) => worker,
            none => none.insert(self.start()?),
        };
        let message = js_sys::Object::new();
        let bytes = js_sys::Uint8Array::from(bytes);
        let set = |key: &str, value: &JsValue| {
            let _ = js_sys::Reflect::set(&message, &key.into(), value);
        };
        set("turn", &turn.into());
        set("name", &name.into());
        set("bytes", &bytes);
        set("whole", &wanted.whole.into());
        set("all", &(wanted.extent == Extent::All).into());
        let buffers = js_sys::Array::of1(&bytes.buffer());
        worker
            .post_message_with_transfer(&message, &buffers)
            .map_err(|_| "The article could not be handed to the analyst.".to_owned())
    }

    /// Starts the worker if there is none; it loads its program.
    pub fn warm_up(&self) {
        let mut worker = self.worker.borrow_mut();
        if worker.is_none() {
            // A failure is told when something is to be read.
            *worker = self.start().ok();
        }
    }

    /// Whether its parts are still coming: the line is theirs.
    pub fn is_loading(&self) -> bool {
        self.loading.get()
    }

    fn start(&self) -> Result<Worker, String> {
        let worker = start(Rc::clone(&self.listener), Rc::clone(&self.loading))?;
        self.loading.set(true);
        Ok(worker)
    }

    /// Ends the worker in the middle of whatever it does.
    pub fn stop(&self) {
        if let Some(worker) = self.worker.take() {
            worker.terminate();
            self.loading.set(false);
        }
    }
}

/// Whether this page knows where an analyst is.
pub fn is_there() -> bool {
    address("js").is_some()
}

fn address(kind: &str) -> Option<String> {
    let meta = dom::by_selector("meta[name=analyst]")?;
    let path = meta.get_attribute(&format!("data-{kind}"))?;
    let base = dom::document().base_uri().ok()??;
    Some(Url::new_with_base(&path, &base).ok()?.href())
}

fn start(listener: Listener, loading: Rc<Cell<bool>>) -> Result<Worker, String> {
    let none = || "This page has no analyst: it can show and correct, but not read.".to_owned();
    let mut script = SCRIPT.to_owned();
    for part in PARTS {
        script = script.replace(&format!("{{{{{part}}}}}"), &address(part).ok_or_else(none)?);
    }
    let worker = from_text(&script).map_err(|_| {
        "The browser did not let the page start its analyst. Another browser may.".to_owned()
    })?;
    let said = Rc::clone(&listener);
    let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let parts: js_sys::Array = event.data().unchecked_into();
        let turn = parts.get(0).as_f64().unwrap_or_default() as u32;
        let words = parts.get(2).as_string().unwrap_or_default();
        match parts.get(1).as_string().as_deref() {
            Some("opened") => said(turn, Answer::Opened(words)),
            Some("part") => said(turn, Answer::Part(words)),
            Some("draft") => said(turn, Answer::Draft),
            Some("read") => said(turn, Answer::Read),
            Some("nameless") => said(turn, Answer::Nameless),
            Some("missing") => said(turn, Answer::Missing),
            Some("settled") => loading.set(false),
            _ => said(turn, Answer::Refused(words)),
        }
    });
    worker.set_onmessage(Some(heard.into_js_value().unchecked_ref()));
    let failed = Closure::<dyn Fn()>::new(move || {
        listener(u32::MAX, Answer::Refused(String::new()));
    });
    worker.set_onerror(Some(failed.into_js_value().unchecked_ref()));
    Ok(worker)
}

fn from_text(script: &str) -> Result<Worker, JsValue> {
    let parts = js_sys::Array::of1(&script.into());
    let kind = BlobPropertyBag::new();
    kind.set_type("text/javascript");
    let blob = Blob::new_with_str_sequence_and_options(&parts, &kind)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    Worker::new_with_options(&url, &options)
}
