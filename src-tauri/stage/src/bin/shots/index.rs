//! The page by which the pictures are looked through: a row per place, a column per language and look.

use std::fmt::Write as _;

use crate::{SIZES, THEMES};

/// The folder of one language, look and size.
pub fn folder(lang: &str, theme: &str, (width, height): (u32, u32)) -> String {
    format!("{lang}-{theme}-{width}x{height}")
}

/// The page.
pub fn page(names: &[&str], languages: &[&str]) -> String {
    let mut page = String::from(
        "<!doctype html><meta charset=utf-8><title>Forecourt</title>
<style>
body { font: 14px system-ui, sans-serif; margin: 16px; background: #777; }
section { margin-bottom: 32px; }
div { display: grid; grid-template-columns: repeat(auto-fill, minmax(430px, 1fr)); gap: 8px; }
figure { margin: 0; } figcaption { color: #fff; padding: 2px 0; } img { width: 100%; display: block; }
h2 { color: #fff; margin: 0 0 8px; }
</style>\n",
    );
    for name in names {
        let _ = writeln!(page, "<section id={name}><h2>{name}</h2><div>");
        for size in SIZES {
            for lang in languages {
                for theme in THEMES {
                    let folder = folder(lang, theme, size);
                    let _ = writeln!(
                        page,
                        "<figure><figcaption>{folder}</figcaption><a href='{folder}/{name}.png'><img loading=lazy src='{folder}/{name}.png'></a></figure>"
                    );
                }
            }
        }
        page.push_str("</div></section>\n");
    }
    page
}
