//! One walk-in through every layer: from the key press to the disk and back onto the screen, in the real window.

mod window;

use stage::Window;
use stage::keys::ENTER;
use window::{open, pc};

const PASSWORD: &str = "a long password";
const OWN: &str = "my own password";

#[tokio::test]
async fn a_walk_in_typed_in_the_window_is_on_the_disk_and_on_the_screen() {
    let pc = pc();
    let _ = pc.cli(PASSWORD, &["init", "--branch", "河西店", "--admin", "周敏"]);

    let window = open(&pc).await;
    window.picture("sign-in").await;
    window.fill("周敏的密码", PASSWORD).await;
    window.key(ENTER).await;
    window.press("以后再说").await;
    window.focused("快速登记").await;
    window.picture("reception-empty").await;
    window.type_text("赵女士 2 13800138000 H").await;
    window.see("138 0013 8000").await;
    window.picture("reception-typing").await;
    window.key(ENTER).await;
    window.see("已登记 赵女士").await;
    window.see("缺").await;
    window.picture("reception-logged").await;
    // The plug is pulled: what the screen said is on the disk.
    window.kill();

    let found = pc.cli(PASSWORD, &["search", "8000", "--as", "周敏"]);
    assert_eq!(found[0]["name"], "赵女士");
    assert_eq!(found[0]["level"], "H");
    assert_eq!(pc.cli(PASSWORD, &["verify"])["ok"], true);
}

#[tokio::test]
async fn a_customer_of_the_old_register_comes_again_and_the_owner_works_the_card() {
    let pc = pc();
    let _ = pc.cli(PASSWORD, &["init", "--branch", "河西店", "--admin", "周敏"]);
    let reception = pc.cli(
        PASSWORD,
        &["staff", "add", "林晓", "--role", "receptionist"],
    );
    let owner = pc.cli(PASSWORD, &["staff", "add", "李强", "--role", "consultant"]);
    let register = pc.below("register.csv");
    std::fs::write(&register, "来店登记表\n日期,时间,姓名,电话,意向车型,级别,销售顾问\n2026-3-2,10:20,钱先生,13900139000,雅阁,A,李强\n").expect("a file");
    let taken = pc.cli(
        PASSWORD,
        &["import", "register", &register.display().to_string()],
    );
    assert_eq!(
        (&taken["contacts"], &taken["customers_new"]),
        (&1.into(), &1.into())
    );

    let window = open(&pc).await;
    sign_in_first(&window, "林晓", &reception["one_time_password"]).await;
    window.focused("快速登记").await;
    window.type_text("13900139000").await;
    window.see("由归属顾问 李强 接待").await;
    window.picture("returning-customer").await;
    window.key(ENTER).await;
    window.see("已登记 钱先生，老客户，归 李强").await;
    window.picture("returning-logged").await;
    window.close().await;

    let window = open(&pc).await;
    sign_in_first(&window, "李强", &owner["one_time_password"]).await;
    window.press("今日").await;
    window.see("到店次日回访").await;
    window.picture("today").await;
    window.press("钱先生").await;
    window.fill("结果", "周六来试驾").await;
    window.see("139****9000").await;
    window.picture("today-working").await;
    window.press("保存").await;
    window.see("钱先生 已跟进").await;
    window.picture("today-done").await;
    window.close().await;

    let today = pc.cli(OWN, &["today", "李强", "--as", "李强"]);
    assert_eq!(today["done_today"], 1);
    assert_eq!(today["upcoming"][0]["last"]["content"], "周六来试驾");
}

/// Signs in with a one-time password, replaces it, and leaves the PIN for later.
async fn sign_in_first(window: &Window, name: &str, password: &serde_json::Value) {
    window.press(name).await;
    window
        .fill(
            &format!("{name}的密码"),
            password.as_str().expect("a password"),
        )
        .await;
    window.key(ENTER).await;
    window.fill("新密码", OWN).await;
    window.key(ENTER).await;
    window.press("以后再说").await;
}
