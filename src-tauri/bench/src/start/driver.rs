//! A window that is driven: its own web view, through its WebDriver.

use std::future::Future;
use std::net::TcpListener;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use super::program::{PATIENCE, Program, Running};
use crate::trouble::{Outcome, Trouble};

/// Another one may be named, as the stories in the window do.
const DRIVER: &str = "WEBKIT_WEBDRIVER";
const PAUSE: Duration = Duration::from_millis(50);

/// An open window.
pub struct Window {
    client: Client,
    driver: Running,
    program: u32,
}

impl Window {
    /// Starts the program.
    pub async fn open(program: &Program<'_>) -> Outcome<Self> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let name = std::env::var(DRIVER).unwrap_or_else(|_| "WebKitWebDriver".to_owned());
        let mut command = Command::new(&name);
        program
            .on_data(&mut command)
            .arg(format!("--port={port}"))
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .stderr(Stdio::null());
        let driver = Running::from(
            command
                .spawn()
                .map_err(|cause| Trouble::from(cause).during(name))?,
        );
        let capabilities = json!({ "webkitgtk:browserOptions": { "binary": program.path } });
        let Value::Object(capabilities) = capabilities else {
            return Err(Trouble::new("capabilities are an object"));
        };
        let begun = Instant::now();
        let client = loop {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            match builder
                .capabilities(capabilities.clone())
                .connect(&format!("http://127.0.0.1:{port}"))
                .await
            {
                Ok(client) => break client,
                Err(cause) if begun.elapsed() > PATIENCE => {
                    return Err(Trouble::from(cause).during("no session with the window"));
                }
                Err(_) => tokio::time::sleep(PAUSE).await,
            }
        };
        let process = program
            .below(driver.id())
            .ok_or(Trouble::new("the window's process is not found"))?;
        Ok(Self {
            client,
            driver,
            program: process,
        })
    }

    /// The program's process.
    pub fn process(&self) -> u32 {
        self.program
    }

    /// Runs a script in the page.
    pub async fn script(&self, script: &str, arguments: Vec<Value>) -> Outcome<Value> {
        Ok(patiently(self.client.execute(script, arguments)).await??)
    }

    /// Waits until a script answers something.
    pub async fn until(&self, what: &str, script: &str, arguments: Vec<Value>) -> Outcome<Value> {
        let begun = Instant::now();
        loop {
            let answer = self.script(script, arguments.clone()).await?;
            if !answer.is_null() && answer != json!(false) {
                return Ok(answer);
            }
            if begun.elapsed() > PATIENCE {
                return Err(Trouble::new(format!("waited in vain for {what}")));
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Types into whatever has the focus.
    pub async fn type_text(&self, text: &str) -> Outcome {
        let keys = text
            .chars()
            .fold(KeyActions::new("keyboard".to_owned()), |keys, value| {
                keys.then(KeyAction::Down { value })
                    .then(KeyAction::Up { value })
            });
        Ok(patiently(self.client.perform_actions(keys)).await??)
    }

    /// Closes the window as its button does.
    pub async fn close(self) -> Outcome {
        patiently(self.client.close()).await??;
        drop(self.driver);
        Ok(())
    }
}

/// A driver that does not answer is a failure, not a wait without end.
async fn patiently<T>(answer: impl Future<Output = T>) -> Outcome<T> {
    tokio::time::timeout(PATIENCE, answer)
        .await
        .map_err(|_| Trouble::new("the driver does not answer"))
}
