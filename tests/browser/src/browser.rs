//! One browser process and its driver; both end with it.

use crate::client::Client;
use crate::{Engine, Page, Site};
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How long a driver may take to listen.
const START_LIMIT: Duration = Duration::from_secs(30);

/// Whose turn it is to start a browser.
static STARTING: Mutex<()> = Mutex::new(());

/// A running browser.
pub struct Browser {
    /// Which engine it is.
    pub engine: Engine,
    pub(crate) client: Client,
    driver: Child,
    /// The screen of an engine that has no headless mode.
    screen: Option<Child>,
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
        // One after another: the port is free only until the next one asks for a free port.
        let _turn = STARTING.lock().unwrap_or_else(PoisonError::into_inner);
        let port = free_port()?;
        let profile = std::env::temp_dir().join(format!("dateline-browser-{port}"));
        let mut command = engine.driver_command(&driver, port);
        let mut screen = Running(None);
        if engine == Engine::WebKit {
            let (child, display) = start_screen()?;
            screen.0 = Some(child);
            command.env("DISPLAY", display);
        }
        let driver = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("could not start {program}"))?;
        let mut driver = Running(Some(driver));
        wait_for_port(port).with_context(|| format!("{program} does not answer"))?;
        let capabilities = engine.capabilities(&profile)?;
        let client = Client::new_session(&format!("http://127.0.0.1:{port}"), &capabilities)
            .with_context(|| format!("{program} could not start its browser"))?;
        let driver = driver.0.take().context("the driver is running")?;
        let (screen, tools) = (screen.0.take(), tools.to_owned());
        Ok(Self { engine, client, driver, screen, profile, tools })
    }

    /// A new tab for `site`, empty as yet. The tabs before it are closed.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub fn page<'a>(&'a self, site: &'a Site) -> Result<Page<'a>> {
        let old = self.client.get("/window/handles")?;
        let new = self.client.post("/window/new", &json!({ "type": "tab" }))?;
        for old in old.as_array().into_iter().flatten() {
            self.client.post("/window", &json!({ "handle": old }))?;
            self.client.delete("/window")?;
        }
        self.client.post("/window", &json!({ "handle": new["handle"] }))?;
        if self.engine == Engine::Chromium {
            // What the page before this one said is none of its business.
            self.client.post("/se/log", &json!({ "type": "browser" }))?;
        }
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
        if let Some(screen) = &mut self.screen {
            end(screen);
        }
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}

/// A process that ends if what needs it could not be started.
struct Running(Option<Child>);

impl Drop for Running {
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

/// A virtual screen and its name.
fn start_screen() -> Result<(Child, String)> {
    let mut child = Command::new("Xvfb")
        .args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .context("could not start Xvfb, the screen that WebKit needs")?;
    let output = child.stdout.take().context("Xvfb says which screen it is")?;
    let mut running = Running(Some(child));
    let mut number = String::new();
    BufReader::new(output).read_line(&mut number)?;
    let child = running.0.take().context("Xvfb is running")?;
    Ok((child, format!(":{}", number.trim())))
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
