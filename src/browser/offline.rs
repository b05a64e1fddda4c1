//! The worker that makes the site work without a network; see `sw.js` beside this file.

use super::dom::window;
use super::events;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Event, File, Response, ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration,
    ServiceWorkerState,
};

/// A newer version of the site that waits until somebody wants it.
#[derive(Clone, Debug)]
pub struct Waiting(ServiceWorker);

/// What the worker is asked to do.
const USE: &str = "use";

fn workers() -> Option<ServiceWorkerContainer> {
    let navigator = window().navigator();
    // Browsers have none on pages that are not safe, such as http:// ones.
    let has = js_sys::Reflect::has(&navigator, &"serviceWorker".into()).unwrap_or(false);
    has.then(|| navigator.service_worker())
}

/// Has the worker look after the site from now on. Tells of each newer version.
///
/// # Errors
/// When the browser has no workers or there is none at this address.
pub async fn register(script: &str, newer: impl Fn(Waiting) + 'static) -> Result<(), JsValue> {
    let workers = workers().ok_or(JsValue::UNDEFINED)?;
    let registration = JsFuture::from(workers.register(script)).await?;
    let registration: ServiceWorkerRegistration = registration.unchecked_into();
    let newer = Rc::new(newer);
    // The first version of all waits for nobody.
    let is_newer = move || workers.controller().is_some();
    if let Some(worker) = registration.waiting().filter(|_| is_newer()) {
        newer(Waiting(worker));
    }
    let found = registration.clone();
    events::listen(&registration, "updatefound", move |_: Event| {
        let Some(worker) = found.installing() else { return };
        let (newer, is_newer, waiting) = (Rc::clone(&newer), is_newer.clone(), worker.clone());
        events::listen(&worker, "statechange", move |_: Event| {
            if waiting.state() == ServiceWorkerState::Installed && is_newer() {
                newer(Waiting(waiting.clone()));
            }
        });
    });
    Ok(())
}

impl Waiting {
    /// Loads the page again, by the newer version.
    pub fn use_now(&self) {
        let reload = || {
            let _ = window().location().reload();
        };
        // Another tab may have wanted it before.
        if matches!(self.0.state(), ServiceWorkerState::Installed) {
            if let Some(workers) = workers() {
                events::listen(&workers, "controllerchange", move |_: Event| reload());
            }
            let _ = self.0.post_message(&USE.into());
        } else {
            reload();
        }
    }
}

/// What the system's "Share to" has given, in order; each is given once.
pub async fn shared() -> Vec<File> {
    let mut files = Vec::new();
    while let Some(file) = shared_file(files.len()).await {
        files.push(file);
    }
    files
}

async fn shared_file(n: usize) -> Option<File> {
    let answer = window().fetch_with_str(&format!("shared/{n}"));
    let answer: Response = JsFuture::from(answer).await.ok()?.dyn_into().ok()?;
    // Without the worker it is the site that answers.
    let name = answer.headers().get("X-Name").ok().flatten().filter(|_| answer.ok())?;
    let name = js_sys::decode_uri_component(&name).ok()?.as_string()?;
    let content = JsFuture::from(answer.blob().ok()?).await.ok()?;
    File::new_with_blob_sequence(&js_sys::Array::of1(&content), &name).ok()
}
