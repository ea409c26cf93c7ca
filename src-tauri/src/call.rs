//! The one way from the screens to the desk.

use std::sync::Arc;

use desk::commands::dispatch;
use desk::door::Door;
use desk::problem::Problem;
use serde_json::Value;
use tauri::{AppHandle, Emitter, State};

use crate::clock;

/// Tells the screens which nouns an act touched.
pub(crate) const TOUCHED: &str = "touched";

/// Gives a command to the desk. Work on the disk never holds up the window.
///
/// # Errors
/// The desk's problem, whose words are the screen's.
#[tauri::command]
pub async fn call(
    app: AppHandle,
    door: State<'_, Arc<Door>>,
    name: String,
    ask: Value,
) -> Result<Value, Problem> {
    let door = Arc::clone(&door);
    let worked =
        tauri::async_runtime::spawn_blocking(move || dispatch(&door, &name, ask, clock::now()))
            .await;
    let reply = worked.map_err(|_| Problem::broken("a command panicked"))??;
    if !reply.touched.is_empty() {
        // A window that is closing hears nothing; that is all right.
        drop(app.emit(TOUCHED, &reply.touched));
    }
    Ok(reply.answer)
}
