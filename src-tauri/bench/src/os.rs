//! What is asked of the operating system about ourselves: processor time, memory, its cache of a file. Answers nothing where the
//! system cannot say; the figure is then left out.

use std::fs;
use std::path::Path;
use std::time::Duration;

/// Processor time that this thread has used.
#[cfg(unix)]
pub fn thread_cpu() -> Option<Duration> {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Some(Duration::new(
        u64::try_from(time.tv_sec).ok()?,
        u32::try_from(time.tv_nsec).ok()?,
    ))
}

/// Processor time that this thread has used.
#[cfg(not(unix))]
pub fn thread_cpu() -> Option<Duration> {
    None
}

/// Makes the system forget what it has cached of a file: everything is on the disk first, since only clean pages can go.
#[cfg(target_os = "linux")]
pub fn drop_from_cache(path: &Path) -> std::io::Result<bool> {
    use rustix::fs::{Advice, fadvise};
    let file = fs::File::options().read(true).write(true).open(path)?;
    file.sync_all()?;
    fadvise(&file, 0, None, Advice::DontNeed)?;
    Ok(true)
}

/// Makes the system forget what it has cached of a file: cannot be asked for here.
#[cfg(not(target_os = "linux"))]
pub fn drop_from_cache(_path: &Path) -> std::io::Result<bool> {
    Ok(false)
}

/// Bytes that this process has made the disk read.
pub fn disk_reads() -> Option<u64> {
    let text = fs::read_to_string("/proc/self/io").ok()?;
    text.lines()
        .find_map(|line| line.strip_prefix("read_bytes: "))?
        .parse()
        .ok()
}

/// Forgets the greatest memory of the past, so that [`peak_mb`] is that of what follows.
pub fn forget_peak() {
    // Where it cannot be forgotten the figure is too great, never too small.
    drop(fs::write("/proc/self/clear_refs", "5"));
}

/// The greatest resident memory since [`forget_peak`], in megabytes (10⁶).
pub fn peak_mb() -> Option<f64> {
    let text = fs::read_to_string("/proc/self/status").ok()?;
    kilobytes(&text, "VmHWM:").map(|kb| kb * 1.024 / 1000.0)
}

/// A process and all its descendants.
pub fn tree(root: u32) -> Vec<u32> {
    let mut all = vec![root];
    let mut at = 0;
    while let Some(process) = all.get(at) {
        let tasks = fs::read_dir(format!("/proc/{process}/task"))
            .into_iter()
            .flatten()
            .flatten();
        for task in tasks {
            let children = fs::read_to_string(task.path().join("children")).unwrap_or_default();
            all.extend(
                children
                    .split_whitespace()
                    .filter_map(|id| id.parse::<u32>().ok()),
            );
        }
        at += 1;
    }
    all
}

/// Ends a process at once, if it still runs.
#[cfg(target_os = "linux")]
pub fn kill(process: u32) {
    use rustix::process::{Pid, Signal, kill_process};
    if let Some(process) = i32::try_from(process).ok().and_then(Pid::from_raw) {
        kill_process(process, Signal::KILL).ok();
    }
}

/// Memory of these processes in megabytes (10⁶), each shared page counted once among those who share it.
pub fn pss_mb(processes: &[u32]) -> Option<f64> {
    let of = |process: &u32| {
        let text = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).ok()?;
        kilobytes(&text, "Pss:").map(|kb| kb * 1.024 / 1000.0)
    };
    let known: Vec<f64> = processes.iter().filter_map(of).collect();
    (!known.is_empty()).then(|| known.iter().sum())
}

fn kilobytes(text: &str, name: &str) -> Option<f64> {
    text.lines()
        .find_map(|line| line.strip_prefix(name))?
        .trim()
        .trim_end_matches(" kB")
        .parse()
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_is_read_from_the_line_of_that_name() {
        let text = "VmPeak:\t  9 kB\nVmHWM:\t  2000 kB\n";
        assert_eq!(kilobytes(text, "VmHWM:"), Some(2000.0));
        assert_eq!(kilobytes(text, "VmSwap:"), None);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn we_are_in_our_own_tree_and_use_memory() {
        let tree = tree(std::process::id());
        assert_eq!(tree.first(), Some(&std::process::id()));
        assert!(pss_mb(&tree).is_some_and(|mb| mb > 0.1));
    }
}
