//! A paper that was set: as PDF, and page by page as pictures.

use std::fmt;

use serde_json::Value;
use typst::World as _;
use typst::comemo;
use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;
use typst_render::RenderOptions;

use crate::clean::clean;
use crate::world::Desk;
use crate::{Fonts, PrintFailed};

/// Wider than any screen; more would only eat memory.
const WIDEST: u32 = 4_000;

/// A paper.
pub struct Paper {
    document: PagedDocument,
}

/// Sets a template with its data. `lang` of the data chooses the forms of characters (`zh-TW`: traditional ones first). Takes
/// milliseconds for one page, about a second for 500 rows; the first one of the process also searches the fonts.
///
/// A character that no font of this PC has is printed as 〓.
///
/// # Errors
/// [`PrintFailed::NoChineseFont`]; [`PrintFailed::Template`] when the template does not fit the data.
pub fn paper(template: &str, data: &Value, fonts: &Fonts) -> Result<Paper, PrintFailed> {
    let families = fonts.families(data["lang"] == "zh-TW")?;
    let desk = Desk::new(template, &clean(data, fonts), families, fonts)?;
    let set = typst::compile::<PagedDocument>(&desk);
    // What is remembered for the next time holds names and numbers: it would outlive the sitting.
    comemo::evict(0);
    let document = set.output.map_err(|faults| describe(&desk, &faults))?;
    Ok(Paper { document })
}

impl Paper {
    /// How many pages.
    #[must_use]
    pub fn pages(&self) -> usize {
        self.document.pages().len()
    }

    /// The PDF, with its fonts cut down to the characters used; the same paper gives the same bytes.
    ///
    /// # Errors
    /// [`PrintFailed::Template`] when a picture or font in it cannot be embedded.
    pub fn pdf(&self) -> Result<Vec<u8>, PrintFailed> {
        let options = PdfOptions {
            creator: Smart::Custom(Some("Forecourt".into())),
            ..PdfOptions::default()
        };
        let pdf = typst_pdf::pdf(&self.document, &options);
        comemo::evict(0);
        pdf.map_err(|faults| PrintFailed::Template(words(&faults)))
    }

    /// A page as PNG, so many pixels wide; pages count from 0.
    ///
    /// # Errors
    /// [`PrintFailed::NoPicture`] beyond the last page, or wider than 4,000 pixels.
    pub fn page_png(&self, page: usize, width: u32) -> Result<Vec<u8>, PrintFailed> {
        let page = self.document.pages().get(page);
        let page = page.ok_or(PrintFailed::NoPicture)?;
        let points = page.frame.size().x.to_pt();
        if width == 0 || width > WIDEST || points <= 0.0 {
            return Err(PrintFailed::NoPicture);
        }
        let options = RenderOptions {
            pixel_per_pt: (f64::from(width) / points).into(),
            ..RenderOptions::default()
        };
        let picture = typst_render::render(page, &options);
        picture.encode_png().map_err(|_| PrintFailed::NoPicture)
    }
}

impl fmt::Debug for Paper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Paper({} pages)", self.pages())
    }
}

/// Where and what is wrong.
fn describe(desk: &Desk<'_>, faults: &[SourceDiagnostic]) -> PrintFailed {
    let line = faults.first().and_then(|fault| {
        let file = fault.span.id()?;
        let source = desk.source(file).ok()?;
        let at = typst::WorldExt::range(desk, fault.span)?;
        let line = source.lines().byte_to_line(at.start)? + 1;
        Some(format!(
            "{}:{line}: ",
            file.get().vpath().get_without_slash()
        ))
    });
    PrintFailed::Template(line.unwrap_or_default() + &words(faults))
}

fn words(faults: &[SourceDiagnostic]) -> String {
    let words: Vec<&str> = faults.iter().map(|fault| fault.message.as_str()).collect();
    words.join("; ")
}
