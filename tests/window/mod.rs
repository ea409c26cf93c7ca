//! A PC of the stories, and the window on it.

use stage::{Pc, Screen, Window};

/// A PC that nobody has used yet, with the program on it.
pub fn pc() -> Pc {
    Pc::new(env!("CARGO_BIN_EXE_forecourt"))
}

/// The window on a PC's data; its pictures go to `target/stories/`.
pub async fn open(pc: &Pc) -> Window {
    let pictures = concat!(env!("CARGO_TARGET_TMPDIR"), "/../stories");
    Window::open(&pc.program(), Some(Screen::new()))
        .await
        .with_pictures(pictures)
}
