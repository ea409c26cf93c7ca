//! Where this PC keeps its data.

use std::path::PathBuf;

use desk::door::Place;
use desk::keys::{DeviceKeyring, Policy};

/// Names another data folder, for tests and for more than one branch on a PC.
pub const DATA: &str = "FORECOURT_DATA";
const FOLDER: &str = "Forecourt";

/// This PC's place.
///
/// # Errors
/// A sentence, when the system names no folder for data or gives no randomness.
pub(crate) fn here() -> Result<Place, String> {
    let named = std::env::var_os(DATA).map(PathBuf::from);
    let folder = named
        .or_else(|| dirs::data_local_dir().map(|folder| folder.join(FOLDER)))
        .ok_or("系统没有给出数据文件夹 / the system names no folder for data")?;
    std::fs::create_dir_all(&folder).map_err(|cause| format!("{}: {cause}", folder.display()))?;
    let mut seed = [0; 32];
    getrandom::fill(&mut seed).map_err(|cause| cause.to_string())?;
    let keyring = DeviceKeyring::of_this_user(&folder).map_err(|cause| cause.to_string())?;
    Ok(Place {
        folder,
        keyring,
        policy: Policy::production(),
        seed,
    })
}
