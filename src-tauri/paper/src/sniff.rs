//! What a file is, by its first bytes. Refuses to look at its name.

/// What the bytes are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Content {
    /// A ZIP container: a new workbook, or another document.
    Zip,
    /// A compound file: an old workbook, or an encrypted new one, or another document.
    Compound,
    /// A table in a web page or an XML sheet, whatever the name says.
    Markup,
    /// A picture, a PDF, a program.
    Other,
    /// Text, perhaps with delimiters.
    Text,
}

pub(crate) fn sniff(bytes: &[u8]) -> Content {
    const OTHERS: [&[u8]; 14] = [
        b"%PDF",
        b"\x89PNG",
        b"\xff\xd8\xff",
        b"GIF8",
        b"BM\x00",
        b"MZ",
        b"\x7fELF",
        b"Rar!",
        b"7z\xbc\xaf",
        b"\x1f\x8b",
        b"{\\rtf",
        b"SQLite format 3",
        b"RIFF",
        b"II*\x00",
    ];
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Content::Zip;
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) {
        return Content::Compound;
    }
    if OTHERS.iter().any(|magic| bytes.starts_with(magic)) {
        return Content::Other;
    }
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let start: Vec<u8> = text
        .iter()
        .copied()
        .skip_while(u8::is_ascii_whitespace)
        .take(512)
        .map(|b| b.to_ascii_lowercase())
        .collect();
    let markup: [&[u8]; 6] = [
        b"<html",
        b"<!doctype",
        b"<?xml",
        b"<table",
        b"<meta",
        b"<head",
    ];
    if markup.iter().any(|tag| start.starts_with(tag)) {
        Content::Markup
    } else {
        Content::Text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_counts_and_not_the_name() {
        assert_eq!(sniff(b"PK\x03\x04rest"), Content::Zip);
        assert_eq!(
            sniff(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
            Content::Compound
        );
        assert_eq!(sniff(b"%PDF-1.7"), Content::Other);
        assert_eq!(sniff("\u{feff}  <html><table>".as_bytes()), Content::Markup);
        assert_eq!(sniff("姓名,电话".as_bytes()), Content::Text);
        assert_eq!(sniff(b"<5 years,a"), Content::Text);
    }
}
