//! What really lies on the disk: for whoever has to know that something does not.

use std::path::Path;

use cbc::cipher::block_padding::NoPadding;
use cbc::cipher::{BlockDecryptMut, KeyIvInit};

/// Everything that the files of a store hold, page by page and without the cipher.
pub fn plain_bytes(folder: &Path, key: &[u8; 32]) -> Vec<u8> {
    const PAGE: usize = 4096;
    const RESERVED: usize = 80;
    let mut pages = Vec::new();
    let database = std::fs::read(folder.join("forecourt.db")).expect("a store has a file");
    pages.extend(database.chunks_exact(PAGE).map(<[u8]>::to_vec));
    // After 32 bytes, each page behind 24 bytes of its own.
    let written_ahead = std::fs::read(folder.join("forecourt.db-wal")).unwrap_or_default();
    let frames = written_ahead.get(32..).unwrap_or_default();
    pages.extend(
        frames
            .chunks_exact(24 + PAGE)
            .map(|frame| frame[24..].to_vec()),
    );
    let mut plain = Vec::new();
    for (at, mut page) in pages.into_iter().enumerate() {
        let salt = if at == 0 { 16 } else { 0 };
        let iv: [u8; 16] = page[PAGE - RESERVED..][..16].try_into().expect("16 bytes");
        let cipher = cbc::Decryptor::<aes::Aes256>::new(key.into(), &iv.into());
        let body = &mut page[salt..PAGE - RESERVED];
        let decrypted = cipher.decrypt_padded_mut::<NoPadding>(body);
        decrypted.expect("whole blocks");
        plain.extend_from_slice(body);
    }
    plain
}
