//! TEMP
#[derive(Debug, Default)]
pub struct Imports {}
impl Imports { pub fn forget(&self) {} }
