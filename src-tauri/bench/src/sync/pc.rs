//! A PC of a branch in a process of its own, told what to do line by line; and the hand that tells it.

use std::io::{BufRead, BufReader, Write};
use std::net::{IpAddr, Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use desk::commands::dispatch;
use desk::door::{Door, Place};
use desk::exchange::Wire;
use desk::keys::{DeviceKeyring, Policy};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::os;
use crate::trouble::{Outcome, Trouble};
use crate::{branch, clock};

/// What a PC is told, and what it answers with.
#[derive(Debug, Serialize, Deserialize)]
enum Told {
    /// Give a command as the window does; its answer.
    Call(String, Value),
    /// Give it again, whenever the screens are told of something, until its answer has this at this place.
    Until(String, Value, String, Value),
    /// Merge what was left for later, as a window's timer does.
    Tidy,
    /// Close the store.
    Close,
    /// Forget the greatest memory of the past.
    ForgetPeak,
    /// The greatest memory since, in MB.
    Peak,
}

/// How long an `Until` waits for a sign before it looks without one.
const LOOK: Duration = Duration::from_millis(50);

/// Plays a PC until nobody tells it anything any more.
///
/// # Errors
/// When it cannot begin.
pub fn play(folder: &Path, port: u16) -> Outcome {
    let mut seed = [0; 32];
    getrandom::fill(&mut seed).map_err(|cause| Trouble::new(format!("no randomness: {cause}")))?;
    std::fs::create_dir_all(folder.join("data"))?;
    let (signs, touched) = channel();
    let door = Door::new(Place {
        folder: folder.join("data"),
        keyring: keyring(folder),
        policy: Policy::production(),
        seed,
    })
    .on_the_line(Wire {
        clock: || clock::now().moment(),
        touched: Box::new(move |_| {
            let _ = signs.send(());
        }),
        listen: IpAddr::V4(Ipv4Addr::LOCALHOST),
        port,
    });
    for line in std::io::stdin().lock().lines() {
        let answer = obey(&door, &touched, serde_json::from_str(&line?)?);
        let answer = answer.map_err(|trouble| trouble.to_string());
        println!("{}", serde_json::to_string(&answer)?);
    }
    Ok(())
}

fn keyring(folder: &Path) -> DeviceKeyring {
    DeviceKeyring::in_folder(&folder.join("device"))
}

fn obey(door: &Door, touched: &Receiver<()>, told: Told) -> Outcome<Value> {
    Ok(match told {
        Told::Call(name, ask) => branch::ask(door, &name, ask, clock::now())?,
        Told::Until(name, ask, place, wanted) => loop {
            while touched.try_recv().is_ok() {}
            // Refused for now is not there yet: it may be closed, or nobody may be known.
            let answer = dispatch(door, &name, ask.clone(), clock::now());
            if answer.is_ok_and(|reply| reply.answer.pointer(&place) == Some(&wanted)) {
                break Value::Null;
            }
            let _ = touched.recv_timeout(LOOK);
        },
        Told::Tidy => {
            while door.tidy()? {}
            Value::Null
        }
        Told::Close => {
            door.close()?;
            Value::Null
        }
        Told::ForgetPeak => {
            os::forget_peak();
            Value::Null
        }
        Told::Peak => json!(os::peak_mb()),
    })
}

/// A PC that was switched on.
pub struct Pc {
    process: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
    pub folder: PathBuf,
    pub port: u16,
}

impl Pc {
    /// Switches one on; what lay in its folder before is gone.
    ///
    /// # Errors
    /// The machine's.
    pub fn new(folder: PathBuf) -> Outcome<Self> {
        drop(std::fs::remove_dir_all(&folder));
        Self::on(folder)
    }

    /// Switches one on, with what its folder has.
    fn on(folder: PathBuf) -> Outcome<Self> {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
            .local_addr()?
            .port();
        let mut process = Command::new(std::env::current_exe()?)
            .arg("pc")
            .arg("--folder")
            .arg(&folder)
            .args(["--port", &port.to_string()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let no_line = || Trouble::new("a PC without a line to it");
        Ok(Self {
            to: process.stdin.take().ok_or_else(no_line)?,
            from: BufReader::new(process.stdout.take().ok_or_else(no_line)?),
            process,
            folder,
            port,
        })
    }

    /// Where its device key lies.
    pub fn keyring(&self) -> DeviceKeyring {
        keyring(&self.folder)
    }

    /// Switches it off and on again: what it needs in memory is then its own.
    ///
    /// # Errors
    /// The machine's.
    pub fn again(&mut self) -> Outcome {
        self.close()?;
        self.end();
        *self = Self::on(std::mem::take(&mut self.folder))?;
        Ok(())
    }

    fn end(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
    }

    fn tell(&mut self, told: &Told) -> Outcome {
        writeln!(self.to, "{}", serde_json::to_string(told)?)?;
        Ok(())
    }

    /// What it answered to what it was told last.
    ///
    /// # Errors
    /// What went wrong there.
    pub fn answered(&mut self) -> Outcome<Value> {
        let mut line = String::new();
        self.from.read_line(&mut line)?;
        if line.is_empty() {
            return Err(Trouble::new("a PC ended before its time"));
        }
        let answer: Result<Value, String> = serde_json::from_str(&line)?;
        answer.map_err(Trouble::new)
    }

    fn told(&mut self, told: &Told) -> Outcome<Value> {
        self.tell(told)?;
        self.answered()
    }

    /// Gives a command.
    ///
    /// # Errors
    /// As it is refused there.
    pub fn call(&mut self, name: &str, ask: Value) -> Outcome<Value> {
        self.told(&Told::Call(name.to_owned(), ask))
            .map_err(|trouble| trouble.during(name))
    }

    /// Waits there until a command answers this at this place.
    ///
    /// # Errors
    /// The machine's.
    pub fn until(&mut self, name: &str, ask: Value, place: &str, wanted: Value) -> Outcome {
        self.begins_waiting(name, ask, place, wanted)?;
        self.answered().map(drop)
    }

    /// The same; answered later.
    ///
    /// # Errors
    /// The machine's.
    pub fn begins_waiting(
        &mut self,
        name: &str,
        ask: Value,
        place: &str,
        wanted: Value,
    ) -> Outcome {
        let place = place.to_owned();
        self.tell(&Told::Until(name.to_owned(), ask, place, wanted))
    }

    /// Waits there until nothing is left to exchange.
    ///
    /// # Errors
    /// The machine's.
    pub fn until_synced(&mut self) -> Outcome {
        self.until("exchange_status", json!({}), "/state", json!("synced"))
    }

    /// Does what a window's timer does.
    ///
    /// # Errors
    /// The desk's.
    pub fn tidy(&mut self) -> Outcome {
        self.told(&Told::Tidy).map(drop)
    }

    /// Closes its store.
    ///
    /// # Errors
    /// The desk's.
    pub fn close(&mut self) -> Outcome {
        self.told(&Told::Close).map(drop)
    }

    /// Forgets how much memory it needed.
    ///
    /// # Errors
    /// The machine's.
    pub fn forget_peak(&mut self) -> Outcome {
        self.told(&Told::ForgetPeak).map(drop)
    }

    /// The greatest memory since, in MB.
    ///
    /// # Errors
    /// The machine's.
    pub fn peak(&mut self) -> Outcome<Option<f64>> {
        Ok(self.told(&Told::Peak)?.as_f64())
    }
}

impl Drop for Pc {
    fn drop(&mut self) {
        self.end();
        // A PC that goes on elsewhere has left its folder.
        if !self.folder.as_os_str().is_empty() {
            drop(std::fs::remove_dir_all(&self.folder));
        }
    }
}
