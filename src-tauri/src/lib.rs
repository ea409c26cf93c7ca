//! The shell: a window around the screens and a thin adapter around the desk. It has the clock, the randomness and the folders of
//! this PC; it has no rules.

mod call;
mod clock;
mod instance;
mod os;
mod place;
mod timer;
mod wire;

use std::sync::Arc;

use desk::door::Door;
use tauri::{Manager, WebviewWindowBuilder};

pub use place::DATA;
pub use wire::HUB_PORT;

/// Opens the window and stays until it is closed.
///
/// # Panics
/// When the system has no window to give; there is nobody to tell.
pub fn run() {
    let place = match place::here() {
        Ok(place) => place,
        Err(problem) => return refuse(&problem),
    };
    let instance = match instance::Instance::first(&place.folder) {
        Ok(Some(instance)) => instance,
        // The window that is open comes to the front.
        Ok(None) => return,
        Err(problem) => return refuse(&problem.to_string()),
    };
    let window = wire::Window::default();
    let door = Door::new(place).viewing_with(os::view);
    let door = Arc::new(door.on_the_line(wire::wire(&window)));
    let built = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .manage(Arc::clone(&door))
        .invoke_handler(tauri::generate_handler![call::call])
        .setup(move |app| {
            let config = app
                .config()
                .app
                .windows
                .first()
                .cloned()
                .ok_or("tauri.conf.json names no window")?;
            drop(window.set(app.handle().clone()));
            let window = WebviewWindowBuilder::from_config(app, &config)?.build()?;
            timer::start(window, door, instance);
            Ok(())
        })
        .build(tauri::generate_context!())
        .expect("the window's configuration is compiled in and tested");
    built.run(|app, event| {
        if let tauri::RunEvent::Exit = event {
            // Seals the log's tail and wipes the keys.
            drop(app.state::<Arc<Door>>().close());
        }
    });
}

/// Before there is a window, words go where the program was started from.
fn refuse(problem: &str) {
    use std::io::Write as _;
    drop(writeln!(std::io::stderr(), "展厅本 Forecourt: {problem}"));
    std::process::exit(4);
}
