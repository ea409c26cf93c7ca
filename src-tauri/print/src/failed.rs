//! Why there is no paper.

/// Why a paper could not be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PrintFailed {
    /// This PC has no font with Chinese characters; boxes are not printed.
    #[error("no font with Chinese characters")]
    NoChineseFont,
    /// The template does not fit the data, or is no Typst: our mistake. Where and what, for us; it may quote the data.
    #[error("{0}")]
    Template(String),
    /// The paper has fewer pages, or the page cannot be drawn so large.
    #[error("no picture of this page")]
    NoPicture,
}
