//! What the browser keeps for the page: IndexedDB.
//!
//! Three stores, so that a long list is read without the articles: `articles` (what the list says),
//! `texts` (the article as it was read) and `drafts` (what was corrected); each holds JSON under
//! the article's key. What is in the JSON is none of this file's business.

use idb::{
    Database, DatabaseEvent, Error, Factory, ObjectStore, ObjectStoreParams, Query, Request,
    Transaction, TransactionMode,
};
use js_sys::{Array, Function, Promise};
use std::fmt;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

const NAME: &str = "dateline";
const VERSION: u32 = 1;
const ENTRIES: &str = "articles";
const TEXTS: &str = "texts";
const DRAFTS: &str = "drafts";
const ALL: [&str; 3] = [ENTRIES, TEXTS, DRAFTS];

/// Why something was not kept or not found again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// There is no room left.
    Full,
    /// The browser does not let pages keep anything: a private window, or cookies are off.
    Blocked,
    /// Something else; with the browser's words.
    Other(String),
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Full => f.write_str("the browser’s storage is full"),
            Self::Blocked => f.write_str("this browser does not let pages keep things"),
            Self::Other(words) => write!(f, "the browser’s storage does not answer ({words})"),
        }
    }
}

/// What is stored under a key, as JSON.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stored {
    /// What the list says.
    pub entry: String,
    /// The article as it was read.
    pub text: String,
    /// What was corrected.
    pub draft: String,
}

/// What is to be written under a key, as JSON; what is none stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// What the list says.
    pub entry: Option<String>,
    /// The article as it was read.
    pub text: Option<String>,
    /// What was corrected.
    pub draft: Option<String>,
}

/// The open database.
#[derive(Debug)]
pub struct Store(Database);

impl Store {
    /// Opens it; makes it if it is not there.
    ///
    /// # Errors
    /// When the browser does not let pages keep anything.
    pub async fn open() -> Result<Self, Trouble> {
        let factory = Factory::new().map_err(|_| Trouble::Blocked)?;
        let mut request = factory.open(NAME, Some(VERSION)).map_err(|_| Trouble::Blocked)?;
        request.on_upgrade_needed(|event| {
            let Ok(database) = event.database() else { return };
            for store in ALL {
                let _ = database.create_object_store(store, ObjectStoreParams::new());
            }
        });
        // Whatever the reason: nothing can be kept.
        let database = answer(&mut request).await.map_err(|_| Trouble::Blocked)?;
        let mut database = Database::try_from(database).map_err(|error| trouble(&error))?;
        // A later version of the page waits until all earlier ones have let go.
        database.on_version_change(|event| {
            if let Ok(database) = event.database() {
                database.close();
            }
        });
        Ok(Self(database))
    }

    /// What the list says of all articles, in the order of their keys.
    ///
    /// # Errors
    /// When the storage does not answer.
    pub async fn entries(&self) -> Result<Vec<String>, Trouble> {
        let (_, store) = self.one(ENTRIES)?;
        let mut request = store.get_all(None, None).map_err(|error| trouble(&error))?;
        let all: Array = answer(&mut request).await?.unchecked_into();
        Ok(all.iter().filter_map(|entry| entry.as_string()).collect())
    }

    /// The article under a key as it was read, and nothing else of it.
    ///
    /// # Errors
    /// When the storage does not answer.
    pub async fn text(&self, key: &str) -> Result<Option<String>, Trouble> {
        let (_, store) = self.one(TEXTS)?;
        get(&store, key).await
    }

    /// Everything under a key.
    ///
    /// # Errors
    /// When the storage does not answer.
    pub async fn read(&self, key: &str) -> Result<Option<Stored>, Trouble> {
        let transaction = self.begin(&ALL, TransactionMode::ReadOnly)?;
        let entry = get(&part(&transaction, ENTRIES)?, key).await?;
        let text = get(&part(&transaction, TEXTS)?, key).await?;
        let draft = get(&part(&transaction, DRAFTS)?, key).await?;
        let (Some(entry), Some(text)) = (entry, text) else { return Ok(None) };
        Ok(Some(Stored { entry, text, draft: draft.unwrap_or_default() }))
    }

    /// Changes what is under a key, in one step that no other tab can come between: `change` is
    /// given what the list says and what was corrected, if anything is there, and says what to
    /// write.
    ///
    /// # Errors
    /// When it could not be written; everything is then as it was.
    pub async fn change(
        &self,
        key: &str,
        change: impl FnOnce(Option<(String, String)>) -> Change,
    ) -> Result<(), Trouble> {
        let transaction = self.begin(&ALL, TransactionMode::ReadWrite)?;
        let entry = get(&part(&transaction, ENTRIES)?, key).await?;
        let draft = get(&part(&transaction, DRAFTS)?, key).await?;
        let Change { entry, text, draft } =
            change(entry.map(|entry| (entry, draft.unwrap_or_default())));
        for (store, value) in [(ENTRIES, entry), (TEXTS, text), (DRAFTS, draft)] {
            if let Some(value) = value {
                let put = part(&transaction, store)?.put(&value.into(), Some(&key.into()));
                // How it ends is known when the transaction does.
                put.map_err(|error| trouble(&error))?;
            }
        }
        end(transaction).await
    }

    /// Throws away what is under these keys, if `unwanted` still says so of what the list says of
    /// it: another tab may have brought it back.
    ///
    /// # Errors
    /// When the storage does not answer; everything is then as it was.
    pub async fn remove(
        &self,
        keys: &[String],
        unwanted: impl Fn(&str) -> bool,
    ) -> Result<(), Trouble> {
        let transaction = self.begin(&ALL, TransactionMode::ReadWrite)?;
        let entries = part(&transaction, ENTRIES)?;
        for key in keys {
            if !get(&entries, key).await?.is_some_and(|entry| unwanted(&entry)) {
                continue;
            }
            for store in ALL {
                let query = Query::Key(key.into());
                part(&transaction, store)?.delete(query).map_err(|error| trouble(&error))?;
            }
        }
        end(transaction).await
    }

    fn begin(&self, stores: &[&str], mode: TransactionMode) -> Result<Transaction, Trouble> {
        self.0.transaction(stores, mode).map_err(|error| trouble(&error))
    }

    /// One store, to read in.
    fn one(&self, name: &str) -> Result<(Transaction, ObjectStore), Trouble> {
        let transaction = self.begin(&[name], TransactionMode::ReadOnly)?;
        let store = part(&transaction, name)?;
        Ok((transaction, store))
    }
}

fn part(transaction: &Transaction, name: &str) -> Result<ObjectStore, Trouble> {
    transaction.object_store(name).map_err(|error| trouble(&error))
}

async fn get(store: &ObjectStore, key: &str) -> Result<Option<String>, Trouble> {
    let mut request = store.get(Query::Key(key.into())).map_err(|error| trouble(&error))?;
    Ok(answer(&mut request).await?.as_string())
}

/// Waits for the answer to a request. The transaction goes on meanwhile: what comes after this
/// runs before the browser would end it.
async fn answer<R: Request>(request: &mut R) -> Result<JsValue, Trouble> {
    let (promise, done, failed) = promise();
    request.on_success(move |_| call(&done));
    request.on_error(move |_| call(&failed));
    match JsFuture::from(promise).await {
        Ok(_) => request.result().map_err(|error| trouble(&error)),
        Err(_) => Err(request.error().ok().flatten().map_or(Trouble::Blocked, |e| named(&e))),
    }
}

/// Waits until all of a transaction is written.
async fn end(mut transaction: Transaction) -> Result<(), Trouble> {
    let (promise, done, failed) = promise();
    transaction.on_complete(move |_| call(&done));
    transaction.on_abort(move |_| call(&failed));
    match JsFuture::from(promise).await {
        Ok(_) => Ok(()),
        Err(_) => Err(transaction
            .error()
            .map_or(Trouble::Other("it was given up".to_owned()), |error| named(&error))),
    }
}

/// A promise, and what keeps or breaks it.
fn promise() -> (Promise, Function, Function) {
    let mut ways = None;
    let promise = Promise::new(&mut |done, failed| ways = Some((done, failed)));
    let (done, failed) = ways.unwrap_or_default();
    (promise, done, failed)
}

fn call(function: &Function) {
    let _ = function.call0(&JsValue::NULL);
}

fn named(error: &web_sys::DomException) -> Trouble {
    match error.name().as_str() {
        "QuotaExceededError" => Trouble::Full,
        "SecurityError" => Trouble::Blocked,
        name => Trouble::Other(name.to_owned()),
    }
}

fn trouble(error: &Error) -> Trouble {
    let words = error.to_string();
    if words.contains("QuotaExceededError") { Trouble::Full } else { Trouble::Other(words) }
}
