//! `ui`: builds the user interface into `ui/dist`, from where the desktop binary takes it.

use crate::args::Args;
use crate::node;
use crate::place::Place;
use crate::process;
use crate::stamp::Stamp;
use crate::stop::Outcome;

/// `cargo xtask ui`
pub fn command(place: &Place, args: Args) -> Outcome {
    args.finish()?;
    node::packages(place)?;
    build(place)
}

/// Builds, when something that the result is made from has changed since the last build.
pub fn build(place: &Place) -> Outcome {
    let sources = [place.ui(), place.root.join("assets/words")];
    let file = place.below_target("xtask/ui-built-from")?;
    let stamp = Stamp::of(file, &sources, &["node_modules", "dist"])?;
    if stamp.is_fresh() && place.ui().join("dist/index.html").is_file() {
        return Ok(());
    }
    process::run(&mut place.node_tool("npm", ["run", "build"]))?;
    stamp.press()
}
