//! The fonts of this PC. Shipping one would double the program; every system that shows Chinese has one.

use std::path::Path;
use std::sync::OnceLock;

use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst_kit::fonts::FontStore;

use crate::PrintFailed;

/// Simplified forms, best first: what Debian, Windows and macOS bring.
const SIMPLIFIED: &[&str] = &[
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Microsoft YaHei",
    "PingFang SC",
    "Hiragino Sans GB",
    "WenQuanYi Micro Hei",
    "SimHei",
    "SimSun",
];

/// Traditional forms.
const TRADITIONAL: &[&str] = &[
    "Noto Sans CJK TC",
    "Noto Sans TC",
    "Source Han Sans TC",
    "Microsoft JhengHei",
    "PingFang TC",
    "PMingLiU",
    "MingLiU",
];

/// A font that lacks one of these is no Chinese font.
const CHINESE: [char; 4] = ['展', '厅', '廳', '龍'];

/// Fonts that papers are set in.
pub struct Fonts {
    store: FontStore,
}

impl Fonts {
    /// Those of this PC, searched for at the first paper of the process and kept. Takes tens of milliseconds, on a PC with
    /// many fonts some hundred: not for the thread that draws the window.
    #[must_use]
    pub fn of_this_pc() -> &'static Self {
        static FOUND: OnceLock<Fonts> = OnceLock::new();
        FOUND.get_or_init(|| {
            let mut store = FontStore::new();
            store.extend(typst_kit::fonts::system());
            Self { store }
        })
    }

    /// Those of a folder and the folders below it.
    #[must_use]
    pub fn of_folder(folder: &Path) -> Self {
        let mut store = FontStore::new();
        store.extend(typst_kit::fonts::scan(folder));
        Self { store }
    }

    /// The families to set a language in, those that are here, best first. Any font with Chinese characters will do where none
    /// of the usual ones is.
    pub(crate) fn families(&self, traditional: bool) -> Result<Vec<String>, PrintFailed> {
        let (first, second) = if traditional {
            (TRADITIONAL, SIMPLIFIED)
        } else {
            (SIMPLIFIED, TRADITIONAL)
        };
        let book = self.book();
        let usual = first.iter().chain(second).copied();
        let mut families: Vec<String> = usual
            .filter(|family| book.contains_family(&family.to_lowercase()))
            .map(str::to_owned)
            .collect();
        if families.is_empty() {
            families.extend(book.families().filter_map(|(family, mut faces)| {
                faces
                    .any(|face| self.is_chinese(face))
                    .then(|| family.to_owned())
            }));
        }
        if families.is_empty() {
            Err(PrintFailed::NoChineseFont)
        } else {
            Ok(families)
        }
    }

    /// Whether any font has this character.
    pub(crate) fn have(&self, character: char) -> bool {
        (0..)
            .map_while(|face| self.book().info(face))
            .any(|info| info.coverage.contains(character.into()))
    }

    pub(crate) fn book(&self) -> &LazyHash<FontBook> {
        self.store.book()
    }

    pub(crate) fn font(&self, face: usize) -> Option<Font> {
        self.store.font(face)
    }

    fn is_chinese(&self, face: usize) -> bool {
        self.book().info(face).is_some_and(|info| {
            CHINESE
                .iter()
                .all(|character| info.coverage.contains((*character).into()))
        })
    }
}
