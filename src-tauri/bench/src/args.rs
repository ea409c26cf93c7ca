//! What can be typed.

use std::path::PathBuf;

use clap::{Parser, ValueEnum};

/// Measures the product against a floor or a peer in the same run.
///
/// Exits non-zero when it could not measure, or when what it measured did something wrong; never because a machine was slow.
#[derive(Debug, Parser)]
#[command(name = "bench", version)]
pub struct Args {
    /// What to measure.
    pub what: What,
    /// The list of figures is written here.
    #[arg(long, value_name = "FILE")]
    pub json: Option<PathBuf>,
    /// Customers in the store. It is made once below the target folder and used again.
    #[arg(long, value_name = "N", default_value_t = 1_000_000)]
    pub customers: u64,
    /// Acts of the program that is watched while its syncs are counted.
    #[arg(long, hide = true, default_value_t = 0)]
    pub acts: u32,
    /// Where others to compare with are installed.
    #[arg(long, value_name = "FOLDER")]
    pub peers: Option<PathBuf>,
    /// Where a PC keeps its store.
    #[arg(long, hide = true)]
    pub folder: Option<PathBuf>,
    /// The port on which a PC answers.
    #[arg(long, hide = true, default_value_t = 0)]
    pub port: u16,
}

/// What to measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum What {
    /// Finding anyone, warm and after reopening a cold file.
    Search,
    /// Logging a walk-in, durably.
    Write,
    /// A consultant's day.
    Today,
    /// From the process to a screen that can be used, and its memory.
    Start,
    /// From a key to the screen that shows what it did.
    Feel,
    /// A register of 100,000 rows, and a catalogue.
    Import,
    /// The same records on every PC of a branch.
    Sync,
    /// Not a measurement of its own: one PC of a branch, told what to do.
    #[value(hide = true)]
    Pc,
    /// Not a measurement of its own: logs walk-ins while somebody counts the syncs.
    #[value(hide = true)]
    Saves,
}
