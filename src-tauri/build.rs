//! Compiles the window's configuration and its permissions into the binary.

fn main() {
    let attributes = tauri_build::Attributes::new()
        .capabilities_path_pattern("./src-tauri/capabilities/**/*")
        .app_manifest(tauri_build::AppManifest::new().commands(&["call"]));
    if let Err(problem) = tauri_build::try_build(attributes) {
        panic!("tauri.conf.json or a capability is wrong: {problem:#}");
    }
}
