//! From the start of the process to the first picture, as the X server has it: the middle of the screen shows more than one colour.
//! For the application that is its sign-in, since the paper before it is of one colour; for the empty window its word.

use std::time::{Duration, Instant};

use x11rb::connection::Connection;
use x11rb::protocol::xproto::{ConnectionExt, ImageFormat, Window};
use x11rb::rust_connection::RustConnection;

use super::program::{PATIENCE, Program};
use crate::figure::{Figure, Report};
use crate::timing::Series;
use crate::trouble::{Outcome, Trouble};

/// Starts of each; one more before them is not counted.
const STARTS: usize = 15;
/// The middle of the screen: both windows write there.
const WIDTH: u16 = 400;
const HEIGHT: u16 = 300;
/// Points of another colour than the first that make a picture.
const ENOUGH: usize = 50;
/// Between two looks.
const GLANCE: Duration = Duration::from_millis(1);

/// Measures, one start of each in turn.
pub fn measure(app: &Program<'_>, empty: &Program<'_>, report: &mut Report) -> Outcome {
    let screen = Screen::open()?;
    let (mut ours, mut theirs) = (Series::default(), Series::default());
    for at in 0..=STARTS {
        for (program, times) in [(empty, &mut theirs), (app, &mut ours)] {
            screen.until_empty()?;
            let ms = screen.first_picture(program)?;
            if at > 0 {
                times.note(ms);
            }
        }
    }
    let figure = Figure::new("start, process → sign-in painted", "ms", &ours);
    report.add(
        figure
            .against("an empty Tauri window", &theirs)
            .ratio_at_most(1.5),
    );
    Ok(())
}

struct Screen {
    server: RustConnection,
    root: Window,
    left: i16,
    top: i16,
}

impl Screen {
    fn open() -> Outcome<Self> {
        let (server, at) = RustConnection::connect(None)
            .map_err(|cause| Trouble::from(cause).during("no X server"))?;
        let screen = &server.setup().roots[at];
        let (root, middle) = (screen.root, |whole: u16, part: u16| {
            i16::try_from(whole.saturating_sub(part) / 2).unwrap_or_default()
        });
        let (left, top) = (
            middle(screen.width_in_pixels, WIDTH),
            middle(screen.height_in_pixels, HEIGHT),
        );
        Ok(Self {
            server,
            root,
            left,
            top,
        })
    }

    /// Milliseconds until something is to be seen.
    fn first_picture(&self, program: &Program<'_>) -> Outcome<f64> {
        let begun = Instant::now();
        let mut running = program.start()?;
        while !self.shows_something()? {
            running.still_runs(&program.path)?;
            if begun.elapsed() > PATIENCE {
                return Err(Trouble::new(format!(
                    "{} paints nothing",
                    program.path.display()
                )));
            }
            std::thread::sleep(GLANCE);
        }
        Ok(begun.elapsed().as_secs_f64() * 1e3)
    }

    fn until_empty(&self) -> Outcome {
        let begun = Instant::now();
        while self.shows_something()? {
            if begun.elapsed() > PATIENCE {
                return Err(Trouble::new("something else stands on the screen"));
            }
            std::thread::sleep(10 * GLANCE);
        }
        Ok(())
    }

    fn shows_something(&self) -> Outcome<bool> {
        let asked = self.server.get_image(
            ImageFormat::Z_PIXMAP,
            self.root,
            self.left,
            self.top,
            WIDTH,
            HEIGHT,
            !0,
        )?;
        let picture = asked.reply()?.data;
        let points: Vec<&[u8]> = picture.chunks_exact(4).map(|point| &point[..3]).collect();
        let first = points.first().copied().unwrap_or_default();
        Ok(points.iter().filter(|point| **point != first).count() >= ENOUGH)
    }
}
