//! The real window, driven as a person drives it: the built program on a screen, its own WebView, real keys.

#![allow(dead_code, reason = "each story takes what it needs")]

use std::future::Future;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::{Client, ClientBuilder, Locator};
use serde_json::{Value, json};
use tempfile::TempDir;

/// How long something may take to appear before a story gives up. Generous: it says nothing about speed.
const PATIENCE: Duration = Duration::from_secs(30);

/// One PC: a home of its own with a data folder in it.
pub struct Pc {
    pub home: TempDir,
}

impl Pc {
    pub fn new() -> Self {
        let pc = Self {
            home: tempfile::tempdir().expect("a folder"),
        };
        for (_, folder) in pc.environment() {
            std::fs::create_dir_all(folder).expect("a folder");
        }
        pc
    }

    pub fn data(&self) -> PathBuf {
        self.home.path().join("data")
    }

    /// The command line on this PC's data, with a password. Answers what it printed.
    pub fn cli(&self, password: &str, arguments: &[&str]) -> Value {
        let output = Command::new(cli())
            .args(arguments)
            .args(["--json", "--data"])
            .arg(self.data())
            .env("FORECOURT_PASSWORD", password)
            .envs(self.environment())
            .output()
            .expect("the command line starts");
        assert!(
            output.status.success(),
            "{arguments:?}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        serde_json::from_slice(&output.stdout).expect("JSON")
    }

    fn environment(&self) -> [(&'static str, PathBuf); 4] {
        let below = |name: &str| self.home.path().join(name);
        [
            ("HOME", below("home")),
            ("XDG_CONFIG_HOME", below("config")),
            ("XDG_DATA_HOME", below("share")),
            ("XDG_CACHE_HOME", below("cache")),
        ]
    }
}

/// The command line, built beside the window.
fn cli() -> PathBuf {
    let path = Path::new(env!("CARGO_BIN_EXE_forecourt"))
        .with_file_name(format!("forecourt-cli{}", std::env::consts::EXE_SUFFIX));
    if !path.exists() {
        let built = Command::new(env!("CARGO"))
            .args(["build", "--package", "forecourt-cli"])
            .status()
            .expect("cargo");
        assert!(built.success(), "the command line builds");
    }
    path
}

/// A screen of its own for each window: stories run beside each other, and nothing covers anything.
struct Screen {
    server: Child,
    display: String,
}

impl Screen {
    fn new() -> Self {
        let mut server = Command::new("Xvfb")
            .args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1366x768x24",
                "-nolisten",
                "tcp",
            ])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb starts (package xvfb)");
        let mut number = String::new();
        BufReader::new(server.stdout.take().expect("piped"))
            .read_line(&mut number)
            .expect("a display");
        Self {
            server,
            display: format!(":{}", number.trim()),
        }
    }

    /// What a person would see.
    fn picture(&self, file: &Path) {
        let taken = Command::new("import")
            .args(["-window", "root", "-display", &self.display])
            .arg(file)
            .status();
        assert!(
            taken
                .expect("import starts (package imagemagick)")
                .success(),
            "a picture"
        );
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        self.server.kill().ok();
        self.server.wait().ok();
    }
}

/// The open window.
pub struct Window {
    client: Client,
    driver: Child,
    screen: Screen,
}

impl Window {
    /// Starts the program on a PC's data.
    pub async fn open(pc: &Pc) -> Self {
        let screen = Screen::new();
        let port = free_port();
        let driver =
            std::env::var("WEBKIT_WEBDRIVER").unwrap_or_else(|_| "WebKitWebDriver".to_owned());
        let driver = Command::new(driver)
            .arg(format!("--port={port}"))
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("FORECOURT_DATA", pc.data())
            .env("DISPLAY", &screen.display)
            .env("GDK_BACKEND", "x11")
            // Software drawing: a test machine has no graphics card.
            .env("WEBKIT_DISABLE_COMPOSITING_MODE", "1")
            .envs(pc.environment())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("WebKitWebDriver starts (package webkit2gtk-driver)");
        let capabilities =
            json!({ "webkitgtk:browserOptions": { "binary": env!("CARGO_BIN_EXE_forecourt") } });
        let Value::Object(capabilities) = capabilities else {
            unreachable!("an object")
        };
        let begun = Instant::now();
        loop {
            let mut builder =
                ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new());
            let address = format!("http://127.0.0.1:{port}");
            match patiently(builder.capabilities(capabilities.clone()).connect(&address)).await {
                Ok(client) => {
                    let window = Self {
                        client,
                        driver,
                        screen,
                    };
                    window.shown().await;
                    return window;
                }
                Err(cause) => assert!(begun.elapsed() < PATIENCE, "no session: {cause}"),
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Waits until the window is on the screen and draws: the driver never answers for one that is hidden still.
    async fn shown(&self) {
        let begun = Instant::now();
        while self.script("return document.visibilityState").await != json!("visible") {
            assert!(begun.elapsed() < PATIENCE, "the window does not show");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        self.drawn().await;
    }

    /// Waits until what the page says by now is on the screen.
    async fn drawn(&self) {
        let drawn = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(true)))";
        patiently(self.client.execute_async(drawn, Vec::new()))
            .await
            .expect("a frame");
    }

    /// Waits for something that the screen says.
    pub async fn see(&self, text: &str) {
        let begun = Instant::now();
        while !self.says(text).await {
            if begun.elapsed() > PATIENCE {
                self.picture("not-found").await;
                panic!("the screen does not say: {text}");
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Whether the screen says it now.
    pub async fn says(&self, text: &str) -> bool {
        let script = self.client.execute(
            "return document.body.innerText.includes(arguments[0])",
            vec![json!(text)],
        );
        let shown = patiently(script).await;
        shown.expect("a page") == json!(true)
    }

    /// Waits until the screen does not say it any more.
    pub async fn see_no_more(&self, text: &str) {
        let begun = Instant::now();
        while self.says(text).await {
            assert!(begun.elapsed() < PATIENCE, "still there: {text}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Presses what has this name.
    pub async fn press(&self, name: &str) {
        let name_ = quoted(name);
        let path = format!(
            "//*[(self::button or self::a or @role='button' or @role='tab' or @role='menuitem' or @role='option' or @role='radio' or @role='row') \
             and (normalize-space(.)={name_} or @aria-label={name_} or .//text()[normalize-space(.)={name_}])]"
        );
        let element = self.find(&path, name).await;
        patiently(element.click())
            .await
            .unwrap_or_else(|cause| panic!("press {name}: {cause}"));
    }

    /// Presses what has these words among others.
    pub async fn press_containing(&self, words: &str) {
        let path = format!(
            "//*[(self::button or self::a or @role='button' or @role='option' or @role='row') and contains(., {})]",
            quoted(words)
        );
        let element = self.find(&path, words).await;
        patiently(element.click())
            .await
            .unwrap_or_else(|cause| panic!("press {words}: {cause}"));
    }

    /// The recovery key that the screen shows: groups of four characters.
    pub async fn recovery_key(&self) -> Vec<String> {
        let text = self.script("return document.body.innerText").await;
        let text = text.as_str().expect("a text").to_owned();
        let groups: Vec<String> = text
            .split(|c: char| c.is_whitespace() || c == '-')
            .filter(|word| {
                word.len() == 4
                    && word
                        .chars()
                        .all(|c| c.is_ascii_digit() || c.is_ascii_uppercase())
            })
            .map(str::to_owned)
            .collect();
        assert_eq!(groups.len(), 7, "a recovery key has seven groups: {text}");
        groups
    }

    /// The groups of the key that the screen wants back, by their labels.
    pub async fn asked_groups(&self, key: &[String]) -> Vec<(String, String)> {
        let text = self.script("return document.body.innerText").await;
        let text = text.as_str().expect("a text").to_owned();
        let asked = (1..=key.len()).filter(|n| text.contains(&format!("第 {n} 组")));
        asked
            .map(|n| (format!("第 {n} 组"), key[n - 1].clone()))
            .collect()
    }

    /// Types into the field with this label.
    pub async fn fill(&self, label: &str, text: &str) {
        let field = self.field(label).await;
        patiently(field.click()).await.expect("a field");
        self.type_text(text).await;
    }

    /// The field with this label.
    pub async fn field(&self, label: &str) -> Element {
        let label_ = quoted(label);
        let path = format!(
            "//*[(self::input or self::textarea) and (@aria-label={label_} or @id=//label[normalize-space(.)={label_} or *[1][normalize-space(.)={label_}] or text()[normalize-space(.)={label_}]]/@for)]"
        );
        self.find(&path, label).await
    }

    /// Types as a keyboard does, into whatever has the focus.
    pub async fn type_text(&self, text: &str) {
        let mut keys = KeyActions::new("keyboard".to_owned());
        for value in text.chars() {
            keys = keys
                .then(KeyAction::Down { value })
                .then(KeyAction::Up { value });
        }
        patiently(self.client.perform_actions(keys))
            .await
            .expect("keys");
    }

    /// Presses one key by its WebDriver code.
    pub async fn key(&self, value: char) {
        let keys = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value })
            .then(KeyAction::Up { value });
        patiently(self.client.perform_actions(keys))
            .await
            .expect("a key");
    }

    /// Runs a script in the page.
    pub async fn script(&self, script: &str) -> Value {
        patiently(self.client.execute(script, Vec::new()))
            .await
            .expect("a script")
    }

    /// Takes a picture into `target/stories/`.
    pub async fn picture(&self, name: &str) {
        self.drawn().await;
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("../stories");
        std::fs::create_dir_all(&folder).expect("a folder");
        self.screen.picture(&folder.join(format!("{name}.png")));
    }

    /// Closes the window as its button does.
    pub async fn close(self) {
        patiently(self.client.clone().close()).await.ok();
    }

    /// Ends the program as a power cut does.
    pub fn kill(self) {
        drop(self);
    }

    async fn find(&self, path: &str, what: &str) -> Element {
        let begun = Instant::now();
        loop {
            for element in patiently(self.client.find_all(Locator::XPath(path)))
                .await
                .expect("a page")
            {
                if patiently(element.is_displayed()).await.unwrap_or(false) {
                    return element;
                }
            }
            if begun.elapsed() > PATIENCE {
                self.picture("not-found").await;
                panic!("not on the screen: {what}");
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}

impl Drop for Window {
    /// Whatever is left of it goes, also when a story fails.
    fn drop(&mut self) {
        let program = Path::new(env!("CARGO_BIN_EXE_forecourt"));
        // The driver started it; it is a child of the driver.
        let children = format!("/proc/{0}/task/{0}/children", self.driver.id());
        for child in std::fs::read_to_string(children)
            .unwrap_or_default()
            .split_whitespace()
        {
            if std::fs::read_link(format!("/proc/{child}/exe")).is_ok_and(|exe| exe == program) {
                Command::new("kill").args(["-9", child]).status().ok();
            }
        }
        self.driver.kill().ok();
        self.driver.wait().ok();
    }
}

/// A driver that does not answer is a failure, not a wait without end.
async fn patiently<T>(answer: impl Future<Output = T>) -> T {
    tokio::time::timeout(PATIENCE, answer)
        .await
        .expect("the driver answers")
}

fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.local_addr().expect("an address").port()
}

fn quoted(text: &str) -> String {
    assert!(!text.contains('"'), "no quotes in what is looked for");
    format!("\"{text}\"")
}

/// Enter, as WebDriver spells it.
pub const ENTER: char = '\u{E007}';
/// Escape, as WebDriver spells it.
pub const ESCAPE: char = '\u{E00C}';
/// Down, as WebDriver spells it.
pub const DOWN: char = '\u{E015}';
