//! One branch, three PCs, each with a real window and a program of its own: they join, see each other's work at once, lose the hub
//! and find it again without anybody doing anything.

mod window;

use std::net::{Ipv4Addr, TcpListener};

use stage::keys::{CONTROL, ENTER};
use stage::{Pc, Window};
use window::{open, pc};

const PASSWORD: &str = "a long password";

/// A port that is free now.
fn free_port() -> u16 {
    let socket = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    socket.local_addr().expect("an address").port()
}

async fn sign_in(window: &Window) {
    window.fill("周敏的密码", PASSWORD).await;
    window.key(ENTER).await;
    window.press("以后再说").await;
    window.focused("快速登记").await;
}

/// Goes to the page of the PCs.
async fn to_the_pcs(window: &Window) {
    window.press("设置").await;
    window.press("电脑").await;
}

/// Joins with a code that another window shows, and signs in.
async fn join(window: &Window, hub: &Window, port: u16, name: &str) {
    hub.chord(&[CONTROL, 'n']).await;
    hub.see("只能用一次").await;
    hub.picture("pcs-invitation").await;
    let code = hub
        .script("return document.querySelector('[data-copy]').innerText")
        .await;
    window.press_containing("加入已有门店").await;
    window.focused("接入码").await;
    window
        .type_text(code.as_str().expect("a code").trim())
        .await;
    window.fill("这台电脑叫什么", name).await;
    window
        .fill("主机地址（找不到主机时填写）", &format!("127.0.0.1:{port}"))
        .await;
    window.picture("pcs-join").await;
    window.key(ENTER).await;
    hub.see(&format!("{name}已接入")).await;
    hub.press("完成").await;
    sign_in(window).await;
    window.see("已同步").await;
}

#[tokio::test]
async fn three_pcs_of_a_branch_show_the_same_and_go_on_without_the_hub() {
    let port = free_port();
    let reception: Pc = pc().answering_on(port);
    let _ = reception.cli(PASSWORD, &["init", "--branch", "河西店", "--admin", "周敏"]);
    let (left, right) = (pc(), pc());

    let hub = open(&reception).await;
    sign_in(&hub).await;
    to_the_pcs(&hub).await;
    hub.see("只有这一台电脑").await;
    hub.picture("pcs-alone").await;
    hub.press("把这台设为主机").await;
    hub.see("接入新电脑").await;
    let one = open(&left).await;
    join(&one, &hub, port, "展厅左边").await;
    let two = open(&right).await;
    join(&two, &hub, port, "展厅右边").await;
    hub.picture("pcs").await;

    // What one logs the others see, without touching anything.
    one.type_text("王女士 2 13800138000 雅阁 H").await;
    one.key(ENTER).await;
    one.see("已登记 王女士").await;
    two.see("王女士").await;
    hub.press("前台").await;
    hub.see("王女士").await;

    // The hub's plug is pulled: everybody works on.
    hub.kill();
    one.type_text("李先生 1 13900139000 雅阁 B").await;
    one.key(ENTER).await;
    one.see("已登记 李先生").await;
    one.see("离线 · 1 条待同步").await;
    to_the_pcs(&one).await;
    one.see("现在联系不上主机").await;
    one.picture("pcs-offline").await;
    two.type_text("赵小姐 3 13700137000 雅阁 A").await;
    two.key(ENTER).await;
    two.see("已登记 赵小姐").await;

    // It is switched on again, and somebody signs in.
    let hub = open(&reception).await;
    hub.fill("周敏的密码", PASSWORD).await;
    hub.key(ENTER).await;
    hub.press("以后再说").await;
    for name in ["王女士", "李先生", "赵小姐"] {
        hub.see(name).await;
    }
    two.see("李先生").await;
    two.see("已保存 · 已同步").await;
    one.see("已同步").await;
    one.press("前台").await;
    one.see("赵小姐").await;
    one.picture("pcs-healed").await;
    for window in [hub, one, two] {
        window.close().await;
    }
    for pc in [&reception, &left, &right] {
        assert_eq!(pc.cli(PASSWORD, &["verify", "--as", "周敏"])["ok"], true);
        let found = pc.cli(PASSWORD, &["search", "7000", "--as", "周敏"]);
        assert_eq!(found[0]["name"], "赵小姐");
    }
}
