//! Whether a place is whole, and whether somebody works in it.
use crate::{args::Place, outcome::refuse};
use anyhow::Context;
use std::{
    fs::{File, TryLockError},
    path::PathBuf,
};

/// While this file is in a folder, what is in it is not to be taken for a whole place.
const UNFINISHED_FILE: &str = "restore.unfinished";
const LOCK_FILE: &str = "luodi.lock";

/// Held by whoever works in a data folder; given back when it is dropped, also by being killed.
pub struct Lock(#[expect(dead_code, reason = "it holds the lock by being open")] File);

impl Lock {
    /// For serving: many may.
    pub fn shared(place: &Place) -> anyhow::Result<Lock> {
        let file = file(place)?;
        match file.try_lock_shared() {
            Ok(()) => Ok(Lock(file)),
            Err(TryLockError::WouldBlock) => refuse(format!(
                "{0} 正在搬迁或恢复。请等它完成后再启动。\n{0} is being moved or brought back. Start when that is done.",
                place.data.display()
            )),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }

    /// For moving away and bringing back: nobody else.
    pub fn alone(place: &Place) -> anyhow::Result<Lock> {
        let file = file(place)?;
        match file.try_lock() {
            Ok(()) => Ok(Lock(file)),
            Err(TryLockError::WouldBlock) => refuse(format!(
                "{0} 正有 luodi 在运行。请先停止它，再试一次；现在什么也没有改变。\n\
                 luodi is running on {0}. Stop it first and try again; nothing was changed.",
                place.data.display()
            )),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }
}

fn file(place: &Place) -> anyhow::Result<File> {
    std::fs::create_dir_all(&place.data)
        .with_context(|| format!("cannot make the folder {}", place.data.display()))?;
    let path = place.data.join(LOCK_FILE);
    let mut options = File::options();
    options.write(true).create(true).truncate(false);
    options
        .open(&path)
        .with_context(|| format!("cannot open {}", path.display()))
}

pub(super) fn unfinished(place: &Place) -> PathBuf {
    place.data.join(UNFINISHED_FILE)
}

/// Refuses a folder into which somebody began to bring something back.
pub fn require_whole(place: &Place) -> anyhow::Result<()> {
    if place.database.is_none() && unfinished(place).exists() {
        return refuse(format!(
            "{0} 的恢复没有做完，不能使用。请用同一备份再次运行 luodi restore。\n\
             Bringing back a backup into {0} was cut off. Run luodi restore with the same backup again.",
            place.data.display()
        ));
    }
    Ok(())
}
