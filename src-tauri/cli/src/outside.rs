//! What comes from outside the program: folders, secrets, randomness.

use std::path::{Path, PathBuf};

use desk::door::{Door, Place};
use desk::keys::{DeviceKeyring, Policy};
use desk::problem::{Code, Outcome, Problem};

const FOLDER: &str = "Forecourt";
const PASSWORD: &str = "FORECOURT_PASSWORD";
const RECOVERY_KEY: &str = "FORECOURT_RECOVERY_KEY";

/// The door of a data folder.
pub fn door(data: Option<&Path>) -> Outcome<Door> {
    let folder = match data {
        Some(folder) => folder.to_owned(),
        None => dirs::data_local_dir()
            .map(|folder| folder.join(FOLDER))
            .ok_or(Problem::failed(Code::DiskFailed))?,
    };
    let folder = absolute(&folder);
    let keyring = DeviceKeyring::of_this_user(&folder)
        .map_err(|cause| Problem::failed(Code::DeviceKeyFailed).with("detail", cause))?;
    let mut seed = [0; 32];
    getrandom::fill(&mut seed)
        .map_err(|cause| Problem::failed(Code::DeviceKeyFailed).with("detail", cause))?;
    Ok(Door::new(Place {
        folder,
        keyring,
        policy: Policy::production(),
        seed,
    }))
}

/// A path that still means the same when it is written down.
pub fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// The password of somebody.
pub fn password(of: &str) -> Outcome<String> {
    secret(PASSWORD, &format!("{of}: "))
}

/// The recovery key.
pub fn recovery_key() -> Outcome<String> {
    secret(RECOVERY_KEY, "recovery key: ")
}

fn secret(variable: &str, prompt: &str) -> Outcome<String> {
    if let Ok(secret) = std::env::var(variable) {
        return Ok(secret);
    }
    rpassword::prompt_password(prompt)
        .map_err(|cause| Problem::refused(Code::PasswordNeeded).with("detail", cause))
}
