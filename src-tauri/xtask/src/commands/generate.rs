//! `generate`: writes the files that are made from Rust again. The tests that compare them with the
//! checked-in ones write them when they are told to.

use crate::args::Args;
use crate::place::Place;
use crate::process;
use crate::stop::{Outcome, Stop};

/// The package and the test that owns each set of generated files.
const OWNERS: [(&str, &str); 2] = [("desk", "generated"), ("store", "schema")];

/// `cargo xtask generate`
pub fn command(place: &Place, args: Args) -> Outcome {
    args.finish()?;
    write(place)
}

/// Writes all generated files.
pub fn write(place: &Place) -> Outcome {
    owners(place, true)
}

/// Fails when a generated file is not what the code would write now.
pub fn compare(place: &Place) -> Outcome {
    owners(place, false)
}

fn owners(place: &Place, write: bool) -> Outcome {
    for (package, test) in OWNERS {
        if !place.targets(package, "test").contains(&test) {
            return Err(Stop::Failed(format!(
                "package {package} has no test target `{test}`"
            )));
        }
    }
    // `--workspace` only so that Cargo chooses the same features as in a full test run, and compiles
    // nothing twice.
    let mut command = place.cargo(["test", "--quiet", "--workspace"]);
    for (_, test) in OWNERS {
        command.args(["--test", test]);
    }
    if write {
        command.env("FORECOURT_BLESS", "1");
    }
    process::run(&mut command)
}
