//! A PC of one's own for every test: data, settings and home in a folder that nobody else uses.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{SystemTime, UNIX_EPOCH};

use desk::commands::dispatch;
use desk::door::{Door, Place, SetUpBranch, SignIn};
use desk::keys::{DeviceKeyring, Policy};
use desk::now::Now;
use domain::when::Moment;
use serde_json::{Value, json};
use tempfile::TempDir;

pub const ADMIN: &str = "周敏";
pub const PASSWORD: &str = "a long password";

pub struct Pc {
    pub folder: TempDir,
    /// Of the branch, once there is one.
    pub recovery_key: String,
}

/// What a run of the program came to.
#[derive(Debug)]
pub struct Said {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Said {
    pub fn of(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).unwrap().trim_end().to_owned();
        Self {
            code: output.status.code().unwrap(),
            out: text(output.stdout),
            err: text(output.stderr),
        }
    }

    /// What it printed, after it did what it was asked.
    pub fn done(self) -> String {
        assert_eq!(self.code, 0, "{self:?}");
        assert_eq!(self.err, "", "nothing is wrong");
        self.out
    }

    /// The same, as JSON.
    pub fn json(self) -> Value {
        serde_json::from_str(&self.done()).unwrap()
    }

    /// What it said on the error stream, with this exit code.
    pub fn refused(self, code: i32) -> String {
        assert_eq!(self.code, code, "{self:?}");
        assert_eq!(self.out, "", "an answer is given or a reason, never both");
        self.err
    }
}

impl Pc {
    /// With nothing on it.
    pub fn bare() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            recovery_key: String::new(),
        }
    }

    /// With a branch, of which the administrator alone works there.
    pub fn with_branch() -> Self {
        let mut pc = Self::bare();
        let door = pc.door();
        let ask = SetUpBranch {
            branch: "长沙河西店".into(),
            brand: "广汽本田".into(),
            admin_name: ADMIN.into(),
            password: PASSWORD.into(),
        };
        pc.recovery_key = door.set_up_branch(ask, now()).unwrap().recovery_key;
        door.close().unwrap();
        pc
    }

    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// The same store as the window opens it, in this process.
    pub fn door(&self) -> Door {
        // Two openings of one store draw different ids.
        let mut seed = [0; 32];
        getrandom::fill(&mut seed).unwrap();
        let keyring =
            DeviceKeyring::in_folder(&self.folder.path().join("config").join("forecourt"));
        Door::new(Place {
            folder: self.data(),
            keyring,
            policy: Policy::production(),
            seed,
        })
    }

    /// The same with the administrator signed in.
    pub fn open(&self) -> Door {
        let door = self.door();
        door.sign_in(SignIn {
            login: ADMIN.into(),
            password: PASSWORD.into(),
        })
        .unwrap();
        door
    }

    /// Takes somebody in; gives their one-time password.
    pub fn add_staff(&self, door: &Door, name: &str, roles: &[&str]) -> String {
        let added = ask(door, "add_staff", json!({ "name": name, "roles": roles }));
        added["one_time_password"].as_str().unwrap().to_owned()
    }

    /// The program with these words on its line, and nothing of this account's around it.
    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_forecourt-cli"));
        command
            .args(words)
            .current_dir(self.folder.path())
            .stdin(Stdio::null())
            .env_clear()
            .env("HOME", self.folder.path())
            .env("XDG_CONFIG_HOME", self.folder.path().join("config"))
            .env("XDG_DATA_HOME", self.folder.path().join("share"))
            .env("LC_ALL", "en_US.UTF-8")
            .env("FORECOURT_DATA", self.data())
            .env("FORECOURT_PASSWORD", PASSWORD);
        command
    }

    /// Runs it to its end.
    pub fn run(&self, words: &[&str]) -> Said {
        Said::of(self.command(words).output().unwrap())
    }

    /// A file of this PC.
    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        path.to_str().unwrap().to_owned()
    }
}

/// Gives a command that works.
pub fn ask(door: &Door, name: &str, ask: Value) -> Value {
    dispatch(door, name, ask, now())
        .unwrap_or_else(|problem| panic!("{name}: {problem:?}"))
        .answer
}

pub fn now() -> Now {
    #[expect(
        clippy::disallowed_methods,
        reason = "the program under test reads the same clock"
    )]
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    Now(Moment(i64::try_from(since.as_millis()).unwrap()))
}

/// A real sheet made by others; tests on it skip where it is absent.
pub fn shared(file: &str) -> Option<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../../shared/data")
        .join(file);
    path.exists().then(|| path.to_str().unwrap().to_owned())
}

/// Names of the fields of an object, sorted.
pub fn keys(object: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = object
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    keys.sort_unstable();
    keys
}
