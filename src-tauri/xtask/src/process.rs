//! Child processes: each is started in a process group of its own, watched, and ended by its id
//! whatever happens to us, its children with it.

use std::io::{BufRead, BufReader};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::sync::{Arc, LazyLock};
use std::time::{Duration, Instant};

use crate::stop::{Outcome, Stop};

const GLANCE: Duration = Duration::from_millis(30);
const PATIENCE: Duration = Duration::from_secs(5);

/// Set by Ctrl+C and by a polite request to end.
static INTERRUPTED: LazyLock<Arc<AtomicBool>> = LazyLock::new(|| {
    use signal_hook::consts::{SIGINT, SIGTERM};
    let flag = Arc::new(AtomicBool::new(false));
    for signal in [SIGINT, SIGTERM] {
        // Without a handler the signal ends us at once: less tidy, never wrong.
        let _ = signal_hook::flag::register(signal, Arc::clone(&flag));
    }
    flag
});

/// A running child with all its descendants; dropping it ends them.
pub struct Child {
    inner: std::process::Child,
    name: String,
    status: Option<ExitStatus>,
}

impl Child {
    /// Starts the command with nothing to read from.
    pub fn start(command: &mut Command) -> Outcome<Self> {
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(command, 0);
        Self::start_beside_us(command.stdin(Stdio::null()))
    }

    /// Starts the command in our own group, where it may ask at the terminal (`sudo` does).
    fn start_beside_us(command: &mut Command) -> Outcome<Self> {
        LazyLock::force(&INTERRUPTED);
        let name = describe(command);
        match command.spawn() {
            Ok(inner) => Ok(Self {
                inner,
                name,
                status: None,
            }),
            Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => {
                let program = command.get_program().to_string_lossy();
                Err(Stop::Missing(format!("`{program}` is not installed.")))
            }
            Err(cause) => Err(Stop::because(format!("cannot start `{name}`"), cause)),
        }
    }

    /// How it ended, if it has.
    pub fn ended(&mut self) -> Outcome<Option<ExitStatus>> {
        if self.status.is_none() {
            self.status = self
                .inner
                .try_wait()
                .map_err(|cause| Stop::because(format!("lost `{}`", self.name), cause))?;
        }
        Ok(self.status)
    }

    /// Waits for its end; an interruption ends it.
    pub fn wait(&mut self) -> Outcome<ExitStatus> {
        loop {
            if let Some(status) = self.ended()? {
                return Ok(status);
            }
            pause()?;
        }
    }

    /// Waits for its end and takes anything but success for a failure.
    pub fn succeed(&mut self) -> Outcome {
        let status = self.wait()?;
        if status.success() {
            Ok(())
        } else {
            Err(Stop::Failed(format!("`{}` ended with {status}", self.name)))
        }
    }

    /// Its piped standard output, line by line, read in the background.
    pub fn lines(&mut self) -> Receiver<String> {
        let (sender, receiver) = mpsc::channel();
        if let Some(stdout) = self.inner.stdout.take() {
            std::thread::spawn(move || {
                let mut reader = BufReader::new(stdout);
                let mut line = Vec::new();
                while matches!(reader.read_until(b'\n', &mut line), Ok(1..)) {
                    let text = String::from_utf8_lossy(&line);
                    if sender.send(text.trim_end().to_owned()).is_err() {
                        break;
                    }
                    line.clear();
                }
            });
        }
        receiver
    }

    /// Asks it and its descendants to end, and insists after five seconds or when it is gone itself.
    pub fn stop(&mut self) {
        let asked = Instant::now();
        if matches!(self.ended(), Ok(None)) {
            self.signal_group(false);
        }
        while matches!(self.ended(), Ok(None)) && asked.elapsed() < PATIENCE {
            std::thread::sleep(GLANCE);
        }
        self.signal_group(true);
        let _ = self.inner.kill();
        let _ = self.inner.wait();
    }

    #[cfg(unix)]
    fn signal_group(&self, insist: bool) {
        use rustix::process::{Pid, Signal, kill_process_group};
        let signal = if insist { Signal::KILL } else { Signal::TERM };
        let _ = kill_process_group(Pid::from_child(&self.inner), signal);
    }

    #[cfg(not(unix))]
    fn signal_group(&self, _insist: bool) {}
}

impl Drop for Child {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Runs a command to its end, its output straight on the terminal.
pub fn run(command: &mut Command) -> Outcome {
    Child::start(command)?.succeed()
}

/// Runs a command that may have to ask the person at the terminal for a password.
pub fn run_asking(command: &mut Command) -> Outcome {
    Child::start_beside_us(command)?.succeed()
}

/// Runs a command and hands over each line of its standard output as it comes.
pub fn watch(command: &mut Command, mut each: impl FnMut(&str)) -> Outcome {
    let mut child = Child::start(command.stdout(Stdio::piped()))?;
    let lines = child.lines();
    let mut spoke = Instant::now();
    loop {
        match lines.recv_timeout(GLANCE) {
            Ok(line) => {
                each(&line);
                spoke = Instant::now();
            }
            Err(RecvTimeoutError::Disconnected) => return child.succeed(),
            Err(RecvTimeoutError::Timeout) => {
                refuse_if_interrupted()?;
                // A descendant that was left behind may hold the pipe open for ever.
                if child.ended()?.is_some() && spoke.elapsed() > PATIENCE {
                    return child.succeed();
                }
            }
        }
    }
}

/// Runs a command and returns its standard output.
pub fn read(command: &mut Command) -> Outcome<String> {
    let mut text = String::new();
    watch(command, |line| {
        text.push_str(line);
        text.push('\n');
    })?;
    Ok(text)
}

/// Looks again and again until there is an answer, for at most `limit`.
pub fn until<T>(
    limit: Duration,
    what: &str,
    mut look: impl FnMut() -> Outcome<Option<T>>,
) -> Outcome<T> {
    let began = Instant::now();
    loop {
        if let Some(found) = look()? {
            return Ok(found);
        }
        if began.elapsed() > limit {
            let seconds = limit.as_secs();
            return Err(Stop::Failed(format!("{what}: not within {seconds} s")));
        }
        pause()?;
    }
}

fn pause() -> Outcome {
    refuse_if_interrupted()?;
    std::thread::sleep(GLANCE);
    Ok(())
}

fn refuse_if_interrupted() -> Outcome {
    if INTERRUPTED.load(Ordering::Relaxed) {
        Err(Stop::Interrupted)
    } else {
        Ok(())
    }
}

/// The command as one would type it, without the folder of the program.
fn describe(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    let program = program.file_name().unwrap_or(program.as_os_str());
    std::iter::once(program)
        .chain(command.get_args())
        .map(|word| word.to_string_lossy().into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn lines_arrive_while_the_command_still_runs() {
        let mut child =
            Child::start(shell("echo one; echo two; sleep 600").stdout(Stdio::piped())).unwrap();
        let lines = child.lines();
        assert_eq!(lines.recv().unwrap(), "one");
        assert_eq!(lines.recv().unwrap(), "two");
        assert_eq!(child.ended(), Ok(None));
    }

    #[test]
    fn ending_a_child_ends_its_children_too() {
        let script = "sh -c 'echo $$; sleep 600' & wait";
        let mut child = Child::start(shell(script).stdout(Stdio::piped())).unwrap();
        let grandchild = child.lines().recv().unwrap();
        assert!(alive(&grandchild));
        drop(child);
        until(PATIENCE, "the grandchild to end", || {
            Ok((!alive(&grandchild)).then_some(()))
        })
        .unwrap();
    }

    #[test]
    fn a_failure_names_the_command_and_its_exit() {
        let problem = run(&mut shell("exit 7")).unwrap_err();
        let message = problem.message().unwrap();
        assert!(message.contains("`sh -c exit 7`"), "{message}");
        assert!(message.contains("exit status: 7"), "{message}");
    }

    #[test]
    fn a_program_that_is_not_there_is_called_missing() {
        let problem = run(&mut Command::new("no-such-program-here")).unwrap_err();
        assert_eq!(problem.exit_code(), 2);
    }

    /// A zombie waiting for init counts as ended.
    fn alive(id: &str) -> bool {
        std::fs::read_to_string(format!("/proc/{id}/stat")).is_ok_and(|stat| !stat.contains(") Z "))
    }
}
