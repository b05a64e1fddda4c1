//! One browser process and its driver; both end with it.

use crate::client::Client;
use crate::{Engine, Page, Site};
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

/// How long a driver may take to listen.
const START_LIMIT: Duration = Duration::from_secs(30);

/// A running browser.
pub struct Browser {
    /// Which engine it is.
    pub engine: Engine,
    pub(crate) client: Client,
    driver: Child,
    profile: PathBuf,
    /// Where tools of ours are.
    pub(crate) tools: PathBuf,
}

impl Browser {
    /// Starts a browser. `tools` is a folder whose `bin` is looked into before the path.
    ///
    /// # Errors
    /// When the driver or browser is missing or does not start; the message says which.
    pub fn start(engine: Engine, tools: &Path) -> Result<Self> {
        let program = engine.driver();
        let Some(driver) = engine.find_driver(tools) else {
            bail!("expected {program} on the path; `cargo xtask test` installs it on Debian");
        };
        let port = free_port()?;
        let profile = std::env::temp_dir().join(format!("dateline-browser-{port}"));
        let driver = engine
            .driver_command(&driver, port)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("could not start {program}"))?;
        let mut driver = Driver(Some(driver));
        wait_for_port(port).with_context(|| format!("{program} does not answer"))?;
        let capabilities = engine.capabilities(&profile)?;
        let client = Client::new_session(&format!("http://127.0.0.1:{port}"), &capabilities)
            .with_context(|| format!("{program} could not start its browser"))?;
        let driver = driver.0.take().context("the driver is running")?;
        Ok(Self { engine, client, driver, profile, tools: tools.to_owned() })
    }

    /// A new tab for `site`, empty as yet. The tab before it is closed.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub fn page<'a>(&'a self, site: &'a Site) -> Result<Page<'a>> {
        let old = self.client.get("/window")?;
        let new = self.client.post("/window/new", &json!({ "type": "tab" }))?;
        self.client.post("/window", &json!({ "handle": old }))?;
        self.client.delete("/window")?;
        self.client.post("/window", &json!({ "handle": new["handle"] }))?;
        Ok(Page::new(self, site))
    }

    /// A DevTools protocol command; Chromium only.
    ///
    /// # Errors
    /// When the browser refuses it.
    pub fn devtools(&self, command: &str, params: Value) -> Result<Value> {
        self.client.post("/goog/cdp/execute", &json!({ "cmd": command, "params": params }))
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // The driver ends its browser with the session.
        let _ = self.client.delete("");
        end(&mut self.driver);
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}

/// Ends the driver if the browser could not be started.
struct Driver(Option<Child>);

impl Drop for Driver {
    fn drop(&mut self) {
        if let Some(child) = &mut self.0 {
            end(child);
        }
    }
}

fn end(child: &mut Child) {
    let _ = child.kill();
    let _ = child.wait();
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

fn wait_for_port(port: u16) -> Result<()> {
    let begun = Instant::now();
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        if begun.elapsed() > START_LIMIT {
            bail!("nothing listens on its port after {} s", START_LIMIT.as_secs());
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    Ok(())
}
