//! One walk-in through every layer: from the key press to the disk and back onto the screen, in the real window.

mod window;

use window::{ENTER, Pc, Window};

const PASSWORD: &str = "a long password";

#[tokio::test]
async fn a_walk_in_typed_in_the_window_is_on_the_disk_and_on_the_screen() {
    let pc = Pc::new();
    pc.cli(PASSWORD, &["init", "--branch", "河西店", "--admin", "周敏"]);

    let window = Window::open(&pc).await;
    window.see("周敏").await;
    window.picture("sign-in").await;
    window.fill("周敏的密码", PASSWORD).await;
    window.key(ENTER).await;
    window.see("快速登记").await;
    window.picture("reception-empty").await;
    window.type_text("赵女士 2 13800138000 H").await;
    window.picture("reception-typing").await;
    window.key(ENTER).await;
    window.see("138****8000").await;
    window.picture("reception-logged").await;
    window.close().await;

    let found = pc.cli(PASSWORD, &["search", "8000", "--as", "周敏"]);
    assert_eq!(found[0]["name"], "赵女士");
    assert_eq!(found[0]["level"], "H");
    assert_eq!(pc.cli(PASSWORD, &["verify"])["ok"], true);
}
