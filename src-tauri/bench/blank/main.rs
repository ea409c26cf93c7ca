//! A window with one word in it: what every Tauri program costs on this machine before it does anything. `bench start` compares
//! the application with it. Built only when asked for, never part of the product.

fn main() {
    let built = tauri::Builder::default().run(tauri::generate_context!(
        "src-tauri/bench/blank/tauri.conf.json"
    ));
    built.expect("the window's configuration is compiled in");
}
