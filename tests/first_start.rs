//! The first start of a fresh PC: a branch is set up, or looked around in.

mod window;

use stage::Window;
use stage::keys::ENTER;
use window::{open, pc};

const PASSWORD: &str = "a long password";

#[tokio::test]
async fn a_branch_is_set_up_with_its_recovery_key_typed_back_and_a_colleague_taken_in() {
    let pc = pc();
    let window = open(&pc).await;
    window.see("从哪里开始？").await;
    window.picture("welcome").await;
    window.press_containing("建立我的门店").await;
    window.fill("门店名称", "河西店").await;
    window.fill("品牌", "广汽本田").await;
    window.fill("管理员姓名", "周敏").await;
    window.fill("密码", PASSWORD).await;
    window.picture("set-up-branch").await;
    window.press("建立门店").await;
    window.see("打印恢复密钥").await;
    window.picture("set-up-key").await;
    let key = recovery_key(&window).await;
    window.press("已打印或抄好").await;
    window.see("对照纸上的密钥").await;
    for (label, group) in asked_groups(&window, &key).await {
        window.fill(&label, &group).await;
    }
    window.press("核对").await;
    window.see("添加同事").await;
    window.fill("姓名", "李强").await;
    window.key(ENTER).await;
    window.type_text("2").await;
    window.picture("set-up-staff").await;
    window.close().await;
    assert_eq!(
        pc.cli(PASSWORD, &["staff", "list", "--as", "周敏"])[0]["name"],
        "周敏"
    );
}

#[tokio::test]
async fn whoever_only_wants_to_look_around_sees_a_month_of_a_showroom() {
    let pc = pc();
    let window = open(&pc).await;
    window.press_containing("先看看演示门店").await;
    window.see("以什么身份看？").await;
    window.press_containing("登记进店和来电").await;
    window.field("快速登记").await;
    window.see("待补全").await;
    window.picture("demo-reception").await;
    window.press("客户").await;
    window.see("星汉 S5").await;
    window.picture("demo-customers").await;
    window.close().await;
}

/// The recovery key that the screen shows: groups of four characters.
async fn recovery_key(window: &Window) -> Vec<String> {
    let text = text(window).await;
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
async fn asked_groups(window: &Window, key: &[String]) -> Vec<(String, String)> {
    let text = text(window).await;
    let asked = (1..=key.len()).filter(|n| text.contains(&format!("第 {n} 组")));
    asked
        .map(|n| (format!("第 {n} 组"), key[n - 1].clone()))
        .collect()
}

async fn text(window: &Window) -> String {
    let text = window.script("return document.body.innerText").await;
    text.as_str().expect("a text").to_owned()
}
