//! The open window: looking, pressing, typing, and counting what a hand has done.

use std::cell::Cell;
use std::future::Future;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::{Client, ClientBuilder};
use serde_json::{Value, json};

use crate::pc::Program;
use crate::{PATIENCE, Screen};

/// Keys that are no characters, as WebDriver spells them.
pub mod keys {
    /// Enter.
    pub const ENTER: char = '\u{E007}';
    /// Escape.
    pub const ESCAPE: char = '\u{E00C}';
    /// Tab.
    pub const TAB: char = '\u{E004}';
    /// Down.
    pub const DOWN: char = '\u{E015}';
    /// Up.
    pub const UP: char = '\u{E013}';
    /// Backspace.
    pub const BACKSPACE: char = '\u{E003}';
    /// Control.
    pub const CONTROL: char = '\u{E009}';
    /// Alt.
    pub const ALT: char = '\u{E00A}';
    /// Shift.
    pub const SHIFT: char = '\u{E008}';
    /// F1; the others follow it.
    pub const F1: char = '\u{E031}';

    /// The n-th function key.
    #[must_use]
    pub fn f(n: u32) -> char {
        char::from_u32(u32::from(F1) + n - 1).expect("twelve function keys")
    }
}

/// The open window.
pub struct Window {
    pub(crate) client: Client,
    driver: Child,
    screen: Option<Screen>,
    /// Keys pressed, with those that an input method takes; and presses of the mouse.
    hand: Cell<(u32, u32)>,
    pictures: Option<std::path::PathBuf>,
}

impl Window {
    /// Starts a program; on a screen of its own, or on the one that the environment names.
    pub async fn open(program: &Program, screen: Option<Screen>) -> Self {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("an address").port();
        drop(listener);
        let driver = std::env::var("WEBKIT_WEBDRIVER").unwrap_or("WebKitWebDriver".to_owned());
        let mut command = Command::new(driver);
        command
            .arg(format!("--port={port}"))
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("GDK_BACKEND", "x11")
            // Software drawing: a test machine has no graphics card.
            .env("WEBKIT_DISABLE_COMPOSITING_MODE", "1")
            .envs(
                program
                    .environment
                    .iter()
                    .map(|(name, value)| (name, value)),
            )
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        if let Some(screen) = &screen {
            command.env("DISPLAY", screen.display());
        }
        let driver = command
            .spawn()
            .expect("WebKitWebDriver starts (package webkit2gtk-driver)");
        let client = session(&program.path, port).await;
        let window = Self {
            client,
            driver,
            screen,
            hand: Cell::default(),
            pictures: None,
        };
        window.shown().await;
        window
    }

    /// Keeps pictures in this folder.
    #[must_use]
    pub fn with_pictures(mut self, folder: impl Into<std::path::PathBuf>) -> Self {
        let folder = folder.into();
        std::fs::create_dir_all(&folder).expect("a folder");
        self.pictures = Some(folder);
        self
    }

    /// Waits until the window is on the screen and draws: the driver never answers for one that is hidden still.
    async fn shown(&self) {
        self.until(
            "the window",
            "return document.visibilityState === 'visible'",
        )
        .await;
        self.drawn().await;
    }

    /// Waits until what the page says by now is on the screen.
    pub async fn drawn(&self) {
        let drawn = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(true)))";
        self.script_async(drawn).await;
    }

    /// Waits until a script answers something other than null or false.
    pub async fn until(&self, what: &str, script: &str) -> Value {
        let begun = Instant::now();
        loop {
            let answer = self.script(script).await;
            if !answer.is_null() && answer != json!(false) {
                return answer;
            }
            if begun.elapsed() > PATIENCE {
                self.picture("not-found").await;
                let text = self.script("return document.body.innerText").await;
                panic!("waited in vain for {what}; the screen says {text}");
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Types as a keyboard does, into whatever has the focus.
    pub async fn type_text(&self, text: &str) {
        let mut strokes = KeyActions::new("keyboard".to_owned());
        for value in text.chars() {
            strokes = strokes
                .then(KeyAction::Down { value })
                .then(KeyAction::Up { value });
            self.count(1, 0);
        }
        self.perform(strokes).await;
    }

    /// Types words that an input method makes of its letters: counted as the letters and the key that takes the candidate.
    pub async fn compose(&self, letters: &str, text: &str) {
        self.type_text(text).await;
        let by_hand = letters.chars().count() + 1;
        self.count(by_hand as u32, 0);
        let (pressed, presses) = self.hand.get();
        self.hand
            .set((pressed - text.chars().count() as u32, presses));
    }

    /// Presses one key.
    pub async fn key(&self, value: char) {
        self.chord(&[value]).await;
    }

    /// Presses a key while others are held; counted once.
    pub async fn chord(&self, held_and_key: &[char]) {
        let mut strokes = KeyActions::new("keyboard".to_owned());
        for value in held_and_key {
            strokes = strokes.then(KeyAction::Down { value: *value });
        }
        for value in held_and_key.iter().rev() {
            strokes = strokes.then(KeyAction::Up { value: *value });
        }
        self.count(1, 0);
        self.perform(strokes).await;
    }

    async fn perform(&self, strokes: KeyActions) {
        patiently(self.client.perform_actions(strokes))
            .await
            .expect("keys");
    }

    pub(crate) fn count(&self, pressed: u32, presses: u32) {
        let (keys, mouse) = self.hand.get();
        self.hand.set((keys + pressed, mouse + presses));
    }

    /// Keys and presses of the mouse since this was last asked.
    pub fn by_hand(&self) -> (u32, u32) {
        self.hand.take()
    }

    /// Runs a script in the page.
    pub async fn script(&self, script: &str) -> Value {
        self.script_with(script, Vec::new()).await
    }

    /// Runs a script in the page, with arguments.
    pub async fn script_with(&self, script: &str, arguments: Vec<Value>) -> Value {
        patiently(self.client.execute(script, arguments))
            .await
            .expect("a script")
    }

    /// Runs a script that answers by calling its argument.
    pub async fn script_async(&self, script: &str) -> Value {
        patiently(self.client.execute_async(script, Vec::new()))
            .await
            .expect("a script")
    }

    /// Makes the window so large, in points. The screen has no window manager that the driver could ask.
    pub async fn resize(&self, width: u32, height: u32) {
        let mut resize = Command::new("xdotool");
        resize.args(["search", "--onlyvisible", "--class", "forecourt"]);
        resize.args([
            "windowsize",
            "--sync",
            &width.to_string(),
            &height.to_string(),
        ]);
        resize.args(["windowmove", "0", "0"]);
        if let Some(screen) = &self.screen {
            resize.env("DISPLAY", screen.display());
        }
        let size = format!("return innerWidth === {width} && innerHeight === {height}");
        if self.script(&size).await == json!(true) {
            return;
        }
        let asked = resize.stdout(Stdio::null()).stderr(Stdio::null()).status();
        assert!(
            asked.expect("xdotool starts (package xdotool)").success(),
            "another size"
        );
        self.until("the size", &size).await;
    }

    /// The page begins anew, as after a restart of the window.
    pub async fn reload(&self) {
        patiently(self.client.refresh()).await.expect("a page");
        self.until("the page", "return document.readyState === 'complete'")
            .await;
    }

    /// Takes a picture of the window's part of its screen.
    pub async fn picture_to(&self, file: &Path, size: (u32, u32)) {
        self.drawn().await;
        if let Some(screen) = &self.screen {
            screen.picture_of(file, size);
        }
    }

    /// Keeps a picture of the screen, where pictures are kept.
    pub async fn picture(&self, name: &str) {
        let (Some(folder), Some(screen)) = (&self.pictures, &self.screen) else {
            return;
        };
        self.drawn().await;
        screen.picture(&folder.join(format!("{name}.png")));
    }

    /// The program's process.
    #[must_use]
    pub fn process(&self, program: &Path) -> Option<u32> {
        let children = format!("/proc/{0}/task/{0}/children", self.driver.id());
        std::fs::read_to_string(children)
            .unwrap_or_default()
            .split_whitespace()
            .filter_map(|child| child.parse().ok())
            .find(|child: &u32| {
                std::fs::read_link(format!("/proc/{child}/exe")).is_ok_and(|exe| exe == program)
            })
    }

    /// Closes the window as its button does.
    pub async fn close(self) {
        patiently(self.client.clone().close()).await.ok();
    }

    /// Ends the program as a power cut does.
    pub fn kill(self) {
        drop(self);
    }
}

impl Drop for Window {
    /// Whatever is left of it goes, also when a story fails.
    fn drop(&mut self) {
        // The driver started it; it is a child of the driver.
        let children = format!("/proc/{0}/task/{0}/children", self.driver.id());
        for child in std::fs::read_to_string(children)
            .unwrap_or_default()
            .split_whitespace()
        {
            Command::new("kill").args(["-9", child]).status().ok();
        }
        self.driver.kill().ok();
        self.driver.wait().ok();
    }
}

async fn session(program: &Path, port: u16) -> Client {
    let capabilities = json!({ "webkitgtk:browserOptions": { "binary": program } });
    let Value::Object(capabilities) = capabilities else {
        unreachable!("an object")
    };
    let begun = Instant::now();
    loop {
        let mut builder =
            ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new());
        let address = format!("http://127.0.0.1:{port}");
        match patiently(builder.capabilities(capabilities.clone()).connect(&address)).await {
            Ok(client) => return client,
            Err(cause) => assert!(begun.elapsed() < PATIENCE, "no session: {cause}"),
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// A driver that does not answer is a failure, not a wait without end.
pub(crate) async fn patiently<T>(answer: impl Future<Output = T>) -> T {
    tokio::time::timeout(PATIENCE, answer)
        .await
        .expect("the driver answers")
}
