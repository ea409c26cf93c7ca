//! How many keys the everyday things take, counted in the real window as a hand does them: no mouse, and Han characters by the letters
//! that an input method needs for them.

mod window;

use stage::keys::{CONTROL, DOWN, ENTER, f};
use stage::{Pc, Window};
use window::{open, pc};

const PASSWORD: &str = "a long password";

#[tokio::test]
async fn a_walk_in_takes_at_most_twelve_keys_and_a_full_one_thirty_two() {
    let (_pc, window) = demo("林晓").await;
    window.focused("快速登记").await;
    window.by_hand();

    window.key(f(2)).await;
    window.compose("zhang", "张").await;
    window.key(ENTER).await;
    window.type_text("12").await;
    window.chord(&[CONTROL, ENTER]).await;
    window.see("已登记 张先生").await;
    within(&window, 12);

    window.focused("快速登记").await;
    window.key(f(2)).await;
    window.compose("li", "李").await;
    window.key(ENTER).await;
    window.type_text("23").await;
    window.key(ENTER).await;
    window.type_text("13912340001").await;
    window.key(ENTER).await;
    window.type_text("e6").await;
    window.key(ENTER).await;
    window.type_text("3").await;
    window.chord(&[CONTROL, ENTER]).await;
    window.see("已登记 李女士").await;
    within(&window, 32);
    window.close().await;
}

#[tokio::test]
async fn a_call_takes_at_most_twenty_five_keys() {
    let (_pc, window) = demo("林晓").await;
    window.focused("快速登记").await;
    window.by_hand();

    window.key(f(3)).await;
    window.type_text("13912340002").await;
    window.key(ENTER).await;
    window.compose("wang", "王").await;
    window.key(ENTER).await;
    window.type_text("1").await;
    window.chord(&[CONTROL, ENTER]).await;
    window.see("已登记 王先生 来电").await;
    within(&window, 25);
    window.close().await;
}

#[tokio::test]
async fn a_card_takes_at_most_four_keys_besides_the_text() {
    let (_pc, window) = demo("李强").await;
    let at_the_list = "return document.querySelector('main')?.contains(document.activeElement)";
    window
        .until("the cards to have the focus", at_the_list)
        .await;
    window.by_hand();

    window.key(DOWN).await;
    window.key(ENTER).await;
    window
        .until(
            "the ways",
            "return document.activeElement?.closest('[role=radiogroup]') !== null",
        )
        .await;
    window.key('1').await;
    window.focused("结果").await;
    let (before, presses) = window.by_hand();
    window.type_text("周六来试驾").await;
    window.by_hand();
    window.chord(&[CONTROL, ENTER]).await;
    window.see("已跟进").await;
    let (after, more) = window.by_hand();
    assert!(
        before + after <= 4,
        "{before} + {after} keys besides the text"
    );
    assert_eq!(presses + more, 0, "presses of the mouse");
    window.close().await;
}

/// A demo branch with somebody in front of it.
async fn demo(login: &str) -> (Pc, Window) {
    let pc = pc();
    let _ = pc.cli(PASSWORD, &["demo", "--seed", "7"]);
    let window = open(&pc).await;
    window.press(login).await;
    window.focused(&format!("{login}的密码")).await;
    window.type_text(PASSWORD).await;
    window.key(ENTER).await;
    window.press("以后再说").await;
    (pc, window)
}

fn within(window: &Window, most: u32) {
    let (keys, presses) = window.by_hand();
    assert!(keys <= most, "{keys} keys, {most} at most");
    assert_eq!(presses, 0, "presses of the mouse");
}
