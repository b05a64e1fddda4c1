//! W3C WebDriver over HTTP: one command, one answer.

use anyhow::{Context, Result, anyhow, bail};
use serde_json::{Value, json};
use std::time::Duration;

/// Longer than any command should take; a browser that needs more hangs.
const COMMAND_LIMIT: Duration = Duration::from_secs(60);

/// A session of a WebDriver server.
pub(crate) struct Client {
    agent: ureq::Agent,
    session: String,
}

impl Client {
    /// Asks the server at `base` (`http://127.0.0.1:PORT`) for a new session.
    pub(crate) fn new_session(base: &str, capabilities: &Value) -> Result<Self> {
        let agent = ureq::Agent::new_with_config(
            ureq::Agent::config_builder()
                .timeout_global(Some(COMMAND_LIMIT))
                .http_status_as_error(false)
                .build(),
        );
        let client = Self { agent, session: format!("{base}/session") };
        let answer =
            client.post("", &json!({ "capabilities": { "alwaysMatch": capabilities } }))?;
        let id = answer["sessionId"].as_str().context("the driver gave no session id")?;
        Ok(Self { session: format!("{base}/session/{id}"), ..client })
    }

    /// `GET`s a property of the session.
    pub(crate) fn get(&self, path: &str) -> Result<Value> {
        let mut answer = self.agent.get(format!("{}{path}", self.session)).call()?;
        value_of(path, answer.body_mut().with_config().limit(u64::MAX).read_json()?)
    }

    /// `POST`s a command to the session.
    pub(crate) fn post(&self, path: &str, body: &Value) -> Result<Value> {
        let mut answer = self.agent.post(format!("{}{path}", self.session)).send_json(body)?;
        value_of(path, answer.body_mut().with_config().limit(u64::MAX).read_json()?)
    }

    /// `DELETE`s a part of the session; with an empty path the session itself.
    pub(crate) fn delete(&self, path: &str) -> Result<Value> {
        let mut answer = self.agent.delete(format!("{}{path}", self.session)).call()?;
        value_of(path, answer.body_mut().read_json()?)
    }
}

/// The `value` of an answer, or what the driver says went wrong.
fn value_of(path: &str, mut answer: Value) -> Result<Value> {
    let value = answer["value"].take();
    match value.get("error").and_then(Value::as_str) {
        None => Ok(value),
        Some(error) => {
            let message = value["message"].as_str().unwrap_or_default();
            let first = message.lines().next().unwrap_or_default();
            if error.is_empty() {
                bail!("{path}: {first}");
            }
            Err(anyhow!("{error}: {first}").context(format!("WebDriver {path}")))
        }
    }
}
