//! From the password to the reception, and the memory of a window in use.
//!
//! The page itself tells the two moments, so that nobody's asking is counted: the Enter key, and the frame after the one in which the
//! reception's quick line has the focus.

use std::time::Duration;

use serde_json::Value;
use stage::Window;
use stage::keys::ENTER;

use super::program::Program;
use crate::bare::Key;
use crate::branch::PASSWORD;
use crate::figure::{Figure, Report};
use crate::os;
use crate::timing::Series;
use crate::trouble::{Outcome, Trouble};

/// Times each window is opened; one more before them is not counted.
const OPENED: usize = 5;
/// What a window does by itself after it has opened is over by then.
const REST: Duration = Duration::from_secs(5);

const WORDS: &str = include_str!("../../../../assets/words/zh-CN/reception.json");

const ASKED_FOR_PASSWORD: &str = "return document.activeElement?.type === 'password'";
const LISTEN: &str = "
    const [label] = arguments;
    const seen = { entered: null, usable: null };
    window.seen = seen;
    addEventListener('keydown', (event) => { if (event.key === 'Enter') seen.entered ??= performance.now(); }, true);
    const look = () => {
      if (seen.usable === null && document.activeElement?.getAttribute('aria-label') === label) seen.usable = performance.now();
      else requestAnimationFrame(look);
    };
    look();
    return true";
const SEEN: &str =
    "return window.seen.usable === null ? null : window.seen.usable - window.seen.entered";

/// Measures.
pub fn measure(app: &Program<'_>, empty: &Program<'_>, report: &mut Report) -> Outcome {
    let quick: Value = serde_json::from_str(WORDS)?;
    let quick = quick["quick"].clone();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let (mut usable, mut ours, mut theirs, mut stretched) = (
        Series::default(),
        Series::default(),
        Series::default(),
        Series::default(),
    );
    for at in 0..=OPENED {
        let (ms, mb) = runtime.block_on(sign_in(app, quick.clone()))?;
        let blank = runtime.block_on(memory_of_empty(empty))?;
        let mut once = Series::default();
        once.time(|| Key::of(app.branch))?;
        if at > 0 {
            usable.note(ms);
            ours.note(mb);
            theirs.note(blank);
            stretched.extend(&once);
        }
    }
    let argon = stretched.p50().unwrap_or_default();
    let name = "Argon2id and opening the slot";
    report.add(
        Figure::new("start, password accepted → reception usable", "ms", &usable)
            .against(name, &stretched),
    );
    report.add(
        Figure::new(
            "start, password accepted → reception usable, beyond Argon2id",
            "ms",
            &usable.map(|ms| ms - argon),
        )
        .p50_at_most(500.0),
    );
    report.add(
        Figure::new(
            "start, memory of all processes with the reception open",
            "MB",
            &ours,
        )
        .against("an empty Tauri window", &theirs)
        .ratio_at_most(1.3),
    );
    Ok(())
}

/// Signs in; answers the milliseconds until the reception can be used, and the memory after a rest.
async fn sign_in(app: &Program<'_>, quick: Value) -> Outcome<(f64, f64)> {
    let window = app.window().await;
    window
        .until("the password's field", ASKED_FOR_PASSWORD)
        .await;
    window.script_with(LISTEN, vec![quick]).await;
    window.type_text(PASSWORD).await;
    window.key(ENTER).await;
    let ms = window
        .until("the reception", SEEN)
        .await
        .as_f64()
        .ok_or(Trouble::new("no key was pressed"))?;
    let mb = memory(&window, app).await?;
    window.close().await;
    Ok((ms, mb))
}

async fn memory_of_empty(empty: &Program<'_>) -> Outcome<f64> {
    let window = empty.window().await;
    window
        .until("the page", "return document.readyState === 'complete'")
        .await;
    let mb = memory(&window, empty).await?;
    window.close().await;
    Ok(mb)
}

async fn memory(window: &Window, program: &Program<'_>) -> Outcome<f64> {
    tokio::time::sleep(REST).await;
    window.until("the page", "return true").await;
    let process = window.process(&program.path);
    let process = process.ok_or(Trouble::new("the window's process is not found"))?;
    os::pss_mb(&os::tree(process)).ok_or(Trouble::new(
        "the system does not tell the memory of a process",
    ))
}
