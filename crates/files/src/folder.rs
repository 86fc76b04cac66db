//! A local folder: `ab/ab…`, two digits to a folder, so that none grows too large.
use crate::store::{Sha256Hex, Store, StoreError};
use chrono::{DateTime, Utc};
use std::{
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
    time::SystemTime,
};
use uuid::Uuid;

/// What is being written stands here until it is whole.
const NEW: &str = "new";

#[derive(Debug, Clone)]
pub(crate) struct Folder {
    root: PathBuf,
}

impl Folder {
    pub(crate) fn new(root: PathBuf) -> Folder {
        Folder { root }
    }

    fn path(&self, name: &Sha256Hex) -> PathBuf {
        self.root.join(&name.as_str()[..2]).join(name.as_str())
    }

    fn put_now(&self, bytes: &[u8], now: DateTime<Utc>) -> io::Result<Sha256Hex> {
        let name = Sha256Hex::of(bytes);
        let path = self.path(&name);
        if let Ok(there) = File::options().write(true).open(&path) {
            there.set_modified(now.into())?;
            return Ok(name);
        }
        let folder = path.parent().unwrap_or(&self.root);
        fs::create_dir_all(folder)?;
        fs::create_dir_all(self.root.join(NEW))?;
        let aside = self.root.join(NEW).join(Uuid::new_v4().to_string());
        let written = write_aside(&aside, bytes, now).and_then(|()| fs::rename(&aside, &path));
        if written.is_err() {
            // Whatever stays is swept away like all that belongs to nobody.
            let _ = fs::remove_file(&aside);
        }
        written?;
        // The name is on disk once the folder is.
        File::open(folder)?.sync_all()?;
        File::open(&self.root)?.sync_all()?;
        Ok(name)
    }

    fn idle_now(&self, before: DateTime<Utc>) -> io::Result<Vec<Sha256Hex>> {
        let mut idle = Vec::new();
        if !self.root.exists() {
            return Ok(idle);
        }
        for folder in fs::read_dir(&self.root)? {
            let folder = folder?;
            for file in fs::read_dir(folder.path())? {
                let file = file?;
                let is_idle = file.metadata()?.modified()? < SystemTime::from(before);
                match file.file_name().to_str().and_then(Sha256Hex::parse) {
                    Some(name) if is_idle => idle.push(name),
                    // Half written by a process that was ended.
                    None if is_idle && folder.file_name() == NEW => fs::remove_file(file.path())?,
                    _ => {}
                }
            }
        }
        Ok(idle)
    }

    fn remove_now(&self, name: &Sha256Hex, before: DateTime<Utc>) -> io::Result<()> {
        let path = self.path(name);
        match fs::metadata(&path).and_then(|there| there.modified()) {
            Ok(modified) if modified < SystemTime::from(before) => fs::remove_file(path),
            Ok(_) => Ok(()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            Err(error) => Err(error),
        }
    }
}

fn write_aside(aside: &Path, bytes: &[u8], now: DateTime<Utc>) -> io::Result<()> {
    let mut file = File::create_new(aside)?;
    file.write_all(bytes)?;
    file.set_modified(now.into())?;
    file.sync_all()
}

/// Disks are slow: not on a thread that serves requests.
async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, StoreError> + Send + 'static,
) -> Result<T, StoreError> {
    tokio::task::spawn_blocking(work)
        .await
        .unwrap_or_else(|ended| Err(io::Error::other(ended).into()))
}

#[async_trait::async_trait]
impl Store for Folder {
    async fn put(&self, bytes: Vec<u8>, now: DateTime<Utc>) -> Result<Sha256Hex, StoreError> {
        let folder = self.clone();
        aside(move || Ok(folder.put_now(&bytes, now)?)).await
    }

    async fn get(&self, name: &Sha256Hex) -> Result<Vec<u8>, StoreError> {
        let (path, name) = (self.path(name), name.clone());
        aside(move || match fs::read(path) {
            Ok(bytes) => Ok(bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                Err(StoreError::NotThere(name))
            }
            Err(error) => Err(error.into()),
        })
        .await
    }

    async fn idle_since(&self, before: DateTime<Utc>) -> Result<Vec<Sha256Hex>, StoreError> {
        let folder = self.clone();
        aside(move || Ok(folder.idle_now(before)?)).await
    }

    async fn remove_idle(&self, name: &Sha256Hex, before: DateTime<Utc>) -> Result<(), StoreError> {
        let (folder, name) = (self.clone(), name.clone());
        aside(move || Ok(folder.remove_now(&name, before)?)).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    #[tokio::test]
    async fn the_same_content_is_kept_once_and_stays_while_it_is_wanted() {
        let root = tempfile::tempdir().unwrap();
        let folder = Folder::new(root.path().join("files"));
        let monday = DateTime::from_timestamp(1_618_800_000, 0).unwrap();
        let tuesday = monday + TimeDelta::days(1);
        assert!(folder.idle_since(tuesday).await.unwrap().is_empty());

        let name = folder.put(b"abc".to_vec(), monday).await.unwrap();
        assert_eq!(
            name.as_str(),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
        assert_eq!(
            folder.idle_since(tuesday).await.unwrap(),
            std::slice::from_ref(&name)
        );
        assert_eq!(folder.put(b"abc".to_vec(), tuesday).await.unwrap(), name);
        assert!(folder.idle_since(tuesday).await.unwrap().is_empty());
        // Wanted again since: it stays.
        folder.remove_idle(&name, tuesday).await.unwrap();
        assert_eq!(folder.get(&name).await.unwrap(), b"abc");
        let later = tuesday + TimeDelta::seconds(1);
        folder.remove_idle(&name, later).await.unwrap();
        folder.remove_idle(&name, later).await.unwrap();
        assert!(matches!(
            folder.get(&name).await,
            Err(StoreError::NotThere(_))
        ));
    }
}
