//! Makes the workers of our browser slower, as a phone's processor is.
//!
//! Chromium slows down pages only. Where Linux lets us (a CPU controller of cgroup version 1 that
//! we may write), each worker's thread gets a share of the processor instead.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// Where the groups of the CPU controller are.
const GROUPS: &str = "/sys/fs/cgroup/cpu";
/// The share is given anew so often, in microseconds: short beside what a worker does.
const PERIOD: f64 = 4_000.0;
/// How long to wait before looking for new threads again: a worker starts in tens of ms.
const PAUSE: Duration = Duration::from_millis(3);
/// Processes are looked for only once in so many looks: they are far fewer than threads.
const LOOKS: usize = 20;

/// As long as it lives, workers of browsers that this process has started are slow.
pub struct SlowWorkers {
    group: PathBuf,
    over: Arc<AtomicBool>,
    catcher: Option<JoinHandle<usize>>,
}

impl SlowWorkers {
    /// `times` slower; `None` where the system has no such group or does not let us.
    pub fn begin(times: f64) -> Option<Self> {
        let group = Path::new(GROUPS).join(format!("dateline-{}", std::process::id()));
        fs::create_dir(&group).ok()?;
        let over = Arc::new(AtomicBool::new(false));
        let mut slow = Self { group, over, catcher: None };
        for (file, value) in [("cpu.cfs_period_us", PERIOD), ("cpu.cfs_quota_us", PERIOD / times)] {
            fs::write(slow.group.join(file), format!("{value:.0}")).ok()?;
        }
        let (tasks, over) = (slow.group.join("tasks"), Arc::clone(&slow.over));
        slow.catcher = Some(thread::spawn(move || catch(&tasks, &over)));
        Some(slow)
    }

    /// Ends it; gives how many workers were slow.
    pub fn end(mut self) -> usize {
        self.over.store(true, Ordering::Relaxed);
        self.catcher.take().and_then(|catcher| catcher.join().ok()).unwrap_or(0)
    }
}

impl Drop for SlowWorkers {
    fn drop(&mut self) {
        self.over.store(true, Ordering::Relaxed);
        let all = Path::new(GROUPS).join("tasks");
        for thread in fs::read_to_string(self.group.join("tasks")).unwrap_or_default().lines() {
            // It may have ended meanwhile.
            let _ = fs::write(&all, thread);
        }
        let _ = fs::remove_dir(&self.group);
    }
}

/// Puts each worker's thread into the group as soon as it is there; gives how many there were.
fn catch(tasks: &Path, over: &AtomicBool) -> usize {
    let mut caught = BTreeSet::new();
    let mut pages = Vec::new();
    for look in 0.. {
        if over.load(Ordering::Relaxed) {
            break;
        }
        if look % LOOKS == 0 {
            pages = numbers(Path::new("/proc")).into_iter().filter(|id| is_page(*id)).collect();
        }
        for page in &pages {
            let threads = PathBuf::from(format!("/proc/{page}/task"));
            for thread in numbers(&threads) {
                let name = threads.join(format!("{thread}/comm"));
                let name = fs::read_to_string(name).unwrap_or_default();
                if name.starts_with("DedicatedWorker")
                    && !caught.contains(&thread)
                    && fs::write(tasks, thread.to_string()).is_ok()
                {
                    caught.insert(thread);
                }
            }
        }
        thread::sleep(PAUSE);
    }
    caught.len()
}

/// Whether this process draws pages of a browser that we have started.
fn is_page(process: u32) -> bool {
    let line = fs::read(format!("/proc/{process}/cmdline")).unwrap_or_default();
    let ours = std::process::id();
    String::from_utf8_lossy(&line).contains("--type=renderer")
        && std::iter::successors(Some(process), |process| parent(*process)).any(|id| id == ours)
}

/// The process that has started this one.
fn parent(process: u32) -> Option<u32> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("PPid:"))?;
    line.trim().parse().ok().filter(|id| *id != 0)
}

/// The entries of a folder that are numbers.
fn numbers(folder: &Path) -> Vec<u32> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok()).collect()
}
