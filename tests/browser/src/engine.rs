//! The three browser engines and how each is started.

use anyhow::{Result, bail};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::str::FromStr;

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium with ChromeDriver; the one with a DevTools protocol, hence emulation.
    Chromium,
    /// Firefox with geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser with WebKitWebDriver.
    WebKit,
}

impl Engine {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The program that speaks WebDriver for it.
    pub fn driver(self) -> &'static str {
        match self {
            Self::Chromium => "chromedriver",
            Self::Firefox => "geckodriver",
            Self::WebKit => "WebKitWebDriver",
        }
    }

    /// Where the driver is: in `tools/bin` (what we installed ourselves) or on the path.
    pub fn find_driver(self, tools: &Path) -> Option<PathBuf> {
        let own = tools.join("bin").join(self.driver());
        own.is_file().then_some(own).or_else(|| on_path(self.driver()))
    }

    /// The command that starts the driver on a port of the loopback.
    pub(crate) fn driver_command(self, program: &Path, port: u16) -> Command {
        let mut command = Command::new(program);
        match self {
            Self::Chromium | Self::WebKit => command.arg(format!("--port={port}")),
            Self::Firefox => command.args(["--port", &port.to_string(), "--log", "error"]),
        };
        command
    }

    /// What is asked of the browser: no window, no calls home, a fresh profile.
    pub(crate) fn capabilities(self, profile: &Path) -> Result<Value> {
        Ok(match self {
            Self::Chromium => {
                let Some(binary) =
                    ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(on_path)
                else {
                    bail!("expected chromium on the path; on Debian: apt-get install chromium");
                };
                json!({
                    "browserName": "chrome",
                    "goog:loggingPrefs": { "browser": "ALL" },
                    "goog:chromeOptions": {
                        "binary": binary,
                        "args": [
                            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic",
                            "--no-first-run", "--disable-background-networking",
                            "--disable-component-update", "--disable-sync",
                            "--disable-dev-shm-usage", "--hide-scrollbars",
                            "--disable-features=DialMediaRouteProvider,OptimizationHints",
                            format!("--user-data-dir={}", profile.display()),
                        ],
                    },
                })
            }
            Self::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "args": ["-headless"],
                    "prefs": {
                        "app.update.enabled": false,
                        "network.captive-portal-service.enabled": false,
                        "network.connectivity-service.enabled": false,
                        "services.settings.server": "",
                    },
                },
            }),
            Self::WebKit => json!({
                "browserName": "MiniBrowser",
                "webkitgtk:browserOptions": {
                    "binary": mini_browser(),
                    "args": ["--automation"],
                },
            }),
        })
    }
}

impl FromStr for Engine {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        Self::ALL
            .into_iter()
            .find(|engine| engine.name() == text)
            .ok_or_else(|| format!("expected chromium, firefox or webkit, found {text:?}"))
    }
}

/// Debian keeps MiniBrowser off the path, beside the library of the machine's kind.
fn mini_browser() -> PathBuf {
    let places = std::fs::read_dir("/usr/lib").into_iter().flatten().flatten();
    let mut found = places
        .map(|place| place.path().join("webkit2gtk-4.1/MiniBrowser"))
        .chain(["/usr/libexec/webkit2gtk-4.1/MiniBrowser".into()])
        .filter(|path| path.is_file());
    found.next().unwrap_or_else(|| "MiniBrowser".into())
}

fn on_path(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}
