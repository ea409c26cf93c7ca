//! One PC: a real store, the machine that decides when to speak, and whatever can happen to it.

use std::path::{Path, PathBuf};

use desk::desk::Desk;
use domain::id::{ActId, DeviceId, IncarnationId};
use domain::when::Moment;
use store::{Edition, Purge, Store};
use sync::peer::Peer;
use sync::round::{Ask, Exchange};

use crate::next;
use crate::pages;
use crate::template::{KEY, cipher, writer};

/// An act of which somebody was told that it is saved.
#[derive(Debug, Clone, Copy)]
pub struct Saved {
    pub act: ActId,
    pub log: IncarnationId,
    pub seq: u64,
}

/// A PC.
pub struct Node {
    /// Which; a clone has the device of its original and a number of its own.
    pub device: u64,
    folder: PathBuf,
    /// Nothing while it is off.
    pub desk: Option<Desk>,
    pub peer: Peer,
    pub exchange: Exchange,
    /// Counts lives of the program, so that each draws its own chances.
    chance: u64,
    /// How wrong its clock goes, in milliseconds.
    pub skew: i64,
    /// Acts that it said were saved.
    pub saved: Vec<Saved>,
    /// Which of its rounds is being held: an answer to an older one is nobody's.
    pub round: u64,
    pub rounding: bool,
    /// What it asked in that round.
    pub asked: Option<Ask>,
    pub listening: bool,
    /// Whom it speaks with.
    pub line: Option<usize>,
    /// The hub that it knows.
    pub hub: Option<DeviceId>,
    /// It answers as the hub, as far as it knows.
    pub plays_hub: bool,
    /// When it wants to be woken.
    pub wake: Option<u64>,
    /// A copy of its folder, made at some time.
    pub kept_copy: Option<PathBuf>,
    /// How many were saved when that copy was made.
    pub saved_then: usize,
    /// It runs the next version of the program.
    pub upgraded: bool,
    /// Wiped, or thrown away: it never comes back.
    pub gone: bool,
}

impl Node {
    /// From a folder that is copied.
    pub fn from(template: &Path, folder: PathBuf, device: u64, chance: u64) -> Self {
        copy(template, &folder);
        let mut node = Self {
            device,
            folder,
            desk: None,
            peer: Peer::new(device + 1),
            exchange: Exchange::default(),
            chance,
            skew: 0,
            saved: Vec::new(),
            round: 0,
            rounding: false,
            asked: None,
            listening: false,
            line: None,
            hub: None,
            plays_hub: false,
            wake: None,
            kept_copy: None,
            saved_then: 0,
            upgraded: false,
            gone: false,
        };
        node.start();
        node
    }

    /// The present, as its clock says.
    pub fn now(&self, truth: Moment) -> Moment {
        Moment(truth.0.saturating_add(self.skew).max(0))
    }

    /// Everything that its files hold, after what is erased was cleared out of them.
    pub fn lies_on_the_disk(&self) -> Option<Vec<u8>> {
        let desk = self.on()?;
        let mut store = desk.store();
        let mut tidier = store.tidier(&cipher()).ok()?;
        loop {
            match store.purge(64).ok()? {
                Purge::GoOn => {}
                Purge::EmptyTheLog => {
                    if !tidier.empty().ok()? {
                        return None;
                    }
                    store.purged().ok()?;
                }
                Purge::Done => break,
            }
        }
        Some(pages::plain_bytes(&self.folder, &KEY))
    }

    /// The desk of a PC that is on.
    pub fn on(&self) -> Option<&Desk> {
        self.desk.as_ref().filter(|_| !self.gone)
    }

    /// Installs the next version.
    pub fn upgrade(&mut self) {
        self.upgraded = true;
        self.desk = None;
        self.start();
    }

    /// Switches it on.
    pub fn start(&mut self) {
        self.chance += 1;
        let (device, chance) = (self.device, self.chance);
        let edition = if self.upgraded {
            next::next()
        } else {
            Edition::THIS
        };
        let store = Store::open_as(edition, &self.folder, &cipher(), |_| {
            Ok(writer(device, chance))
        });
        self.desk = Some(Desk::new(
            store.expect("what was written can be opened"),
            cipher(),
        ));
        self.peer = Peer::new(device * 1_000 + chance);
        self.exchange = Exchange::default();
        self.plays_hub = false;
        self.wake = None;
        self.learn_hub();
        self.hang_up();
    }

    /// Reads who the hub is.
    pub fn learn_hub(&mut self) {
        let hub = self.on().map(|desk| desk.store().read().hub());
        self.hub = hub.and_then(Result::ok).flatten().map(|hub| hub.device);
    }

    /// Whatever comes of a round that was being held is nobody's any more.
    pub fn hang_up(&mut self) {
        self.round += 1;
        self.rounding = false;
        self.listening = false;
        self.line = None;
    }

    /// Pulls the plug: what the disk has at this moment is what is left, and what was being written is as the file system has it.
    pub fn crash(&mut self, moment: u64) {
        let left = self.folder.with_extension(format!("left-{moment}"));
        copy(&self.folder, &left);
        self.desk = None;
        drop(std::fs::remove_dir_all(&self.folder));
        std::fs::rename(&left, &self.folder).expect("in the same folder");
        self.hang_up();
    }

    /// Copies its folder as it is.
    pub fn keep_copy(&mut self, moment: u64) -> PathBuf {
        let kept = self.folder.with_extension(format!("kept-{moment}"));
        copy(&self.folder, &kept);
        self.saved_then = self.saved.len();
        self.kept_copy = Some(kept.clone());
        kept
    }

    /// Brings its copy back, as a disk image is brought back: nobody tells the program.
    pub fn bring_back(&mut self) {
        let Some(kept) = self.kept_copy.take() else {
            return;
        };
        self.desk = None;
        drop(std::fs::remove_dir_all(&self.folder));
        copy(&kept, &self.folder);
        self.start();
    }
}

/// Copies the files of a store.
pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder of our own");
    for file in std::fs::read_dir(from)
        .expect("a folder of our own")
        .flatten()
    {
        let name = file.file_name();
        // Shared memory of readers: made anew by who opens the file.
        if !name.to_string_lossy().ends_with("-shm") {
            std::fs::copy(file.path(), to.join(name)).expect("room in memory");
        }
    }
}
