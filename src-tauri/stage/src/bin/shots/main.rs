//! Pictures of every screen and dialogue of a demo branch, in the real window: each place × language × look × size, with an index page
//! to look through them. Run by `cargo xtask shots`.

mod index;
mod place;
mod places;

use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Parser;
use serde_json::json;
use stage::{Pc, Screen, Window};

use place::{Do, Place, Who};
use places::PLACES;

/// Photographs the application.
#[derive(Debug, Parser)]
#[command(name = "shots", version)]
struct Args {
    /// The application.
    #[arg(long, env = "FORECOURT_APP", value_name = "FILE")]
    app: PathBuf,
    /// The pictures go there; what is there is replaced.
    #[arg(long, value_name = "DIR")]
    into: PathBuf,
    /// Only places whose name has this in it.
    #[arg(long, value_name = "PART")]
    only: Option<String>,
    /// Only this language.
    #[arg(long, value_name = "LANG")]
    lang: Option<String>,
}

/// The languages of the screens.
pub const LANGUAGES: [&str; 3] = ["zh-CN", "zh-TW", "en"];
/// The looks.
pub const THEMES: [&str; 2] = ["light", "dark"];
/// The screens of showrooms: the usual one, and a large one.
pub const SIZES: [(u32, u32); 2] = [(1366, 768), (1920, 1080)];

const PASSWORD: &str = "a password for pictures";
/// So that nobody is asked to choose one.
const PIN: &str = "581269";

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let args = Args::parse();
    let begun = Instant::now();
    let wanted = |place: &&Place| {
        args.only
            .as_deref()
            .is_none_or(|part| place.name.contains(part))
    };
    let places: Vec<&Place> = PLACES.iter().filter(wanted).collect();
    let languages: Vec<&str> = LANGUAGES
        .into_iter()
        .filter(|lang| args.lang.as_deref().is_none_or(|only| only == *lang))
        .collect();
    if args.only.is_none() {
        // No picture of a place that is gone stays among them.
        for (lang, theme, size) in every(&languages) {
            let _ = std::fs::remove_dir_all(args.into.join(index::folder(lang, theme, size)));
        }
    }
    let (width, height) = SIZES[SIZES.len() - 1];
    for who in Who::ALL {
        let here: Vec<&&Place> = places.iter().filter(|place| place.who == who).collect();
        if here.is_empty() {
            continue;
        }
        let pc = Pc::new(&args.app);
        if who != Who::Nobody {
            let _ = pc.cli(PASSWORD, &["demo", "--seed", "7"]);
        }
        let window = Window::open(&pc.program(), Some(Screen::sized(width, height))).await;
        for lang in &languages {
            for (lang, theme, size) in every(&[*lang]) {
                window.resize(size.0, size.1).await;
                come_in(&window, who).await;
                let folder = args.into.join(index::folder(lang, theme, size));
                std::fs::create_dir_all(&folder).expect("a folder");
                for place in &here {
                    show(&window, place, lang, theme).await;
                    let file = folder.join(format!("{}.png", place.name));
                    window.picture_to(&file, size).await;
                }
            }
            println!("{:?} in {lang}: {} places", who, here.len());
        }
        window.close().await;
    }
    let names: Vec<&str> = places.iter().map(|place| place.name).collect();
    write(
        &args.into.join("index.html"),
        index::page(&names, &languages).as_bytes(),
    );
    let pictures = names.len() * languages.len() * THEMES.len() * SIZES.len();
    println!(
        "{pictures} pictures in {:.0} s: {}",
        begun.elapsed().as_secs_f64(),
        args.into.join("index.html").display()
    );
}

/// Every look of some languages.
fn every<'a>(
    languages: &'a [&'a str],
) -> impl Iterator<Item = (&'a str, &'static str, (u32, u32))> {
    languages.iter().flat_map(|lang| {
        THEMES
            .iter()
            .flat_map(move |theme| SIZES.iter().map(move |size| (*lang, *theme, *size)))
    })
}

/// Signs in, where somebody is: the last place of a round may be a locked screen.
async fn come_in(window: &Window, who: Who) {
    let Some(login) = who.login() else { return };
    let me = json!({ "login": login, "password": PASSWORD });
    call(window, "sign_in", me).await;
    call(window, "set_pin", json!({ "pin": PIN })).await;
}

/// Goes to a place, from a page that begins anew.
async fn show(window: &Window, place: &Place, lang: &str, theme: &str) {
    let go = "localStorage.setItem('forecourt.lang', arguments[0]); localStorage.setItem('forecourt.theme', arguments[1]); location.hash = arguments[2]; return true";
    window
        .script_with(go, vec![json!(lang), json!(theme), json!(place.path)])
        .await;
    window.reload().await;
    window
        .until(
            place.name,
            "return document.querySelector('h1, h2') !== null",
        )
        .await;
    for step in place.steps.iter().copied().flatten() {
        match step {
            Do::Key(key) => window.key(*key).await,
            Do::Chord(keys) => window.chord(keys).await,
            Do::Type(text) => window.type_text(text).await,
            Do::Press(css) => {
                let ready = format!("return document.querySelector({css:?}) !== null");
                window.until(css, &ready).await;
                let press = format!(
                    "const at = document.querySelector({css:?}); at.scrollIntoView({{ block: 'center' }}); at.focus(); at.click(); return true"
                );
                window.script(&press).await;
            }
            Do::See(css) => {
                let ready = format!("return document.querySelector({css:?}) !== null");
                window.until(css, &ready).await;
            }
        }
    }
    // What is fetched after the first paint is here, and nothing moves any more.
    let calm = "const done = arguments[0];
        let timer;
        const rest = () => { clearTimeout(timer); timer = setTimeout(() => { watch.disconnect(); done(true); }, 120); };
        const watch = new MutationObserver(rest);
        watch.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
        rest();";
    window.script_async(calm).await;
}

/// Gives the desk a command from the page, as the screens do.
async fn call(window: &Window, name: &str, ask: serde_json::Value) {
    let script = format!(
        "const done = arguments[0]; window.__TAURI_INTERNALS__.invoke('call', {{ name: '{name}', ask: {ask} }}).then(() => done(true), (no) => done(JSON.stringify(no)))"
    );
    let answer = window.script_async(&script).await;
    assert_eq!(answer, json!(true), "{name}");
}

fn write(file: &Path, bytes: &[u8]) {
    std::fs::write(file, bytes).unwrap_or_else(|cause| panic!("{}: {cause}", file.display()));
}
