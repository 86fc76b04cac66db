//! Looks through a zip file before anything trusts it.
use crate::FileProblem;
use kernel::limits;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Most parts of a workbook; one of 200 sheets with pictures has some 1,000.
const PARTS_MAX: usize = 10_000;

/// Largest part that holds the texts of a workbook, in bytes: they are kept in memory at once.
const TEXTS_BYTES_MAX: u64 = 128 * 1024 * 1024;

const PROBE_BYTES: usize = 64 * 1024;

/// The names of the parts of a zip file whose sizes were checked.
pub(super) struct Parts {
    names: Vec<String>,
}

impl Parts {
    /// Compares both the sizes that the file declares and those that it really has: a zip bomb lies about the first.
    pub(super) fn checked(bytes: &[u8]) -> Result<Self, FileProblem> {
        Self::checked_within(bytes, limits::WORKBOOK_UNPACKED_BYTES_MAX)
    }

    fn checked_within(bytes: &[u8], unpacked_bytes_max: u64) -> Result<Self, FileProblem> {
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| FileProblem::Damaged)?;
        if PARTS_MAX < zip.len() {
            return Err(FileProblem::UnpacksTooLarge);
        }
        let declared: u64 = (0..zip.len())
            .filter_map(|index| zip.by_index_raw(index).ok().map(|part| part.size()))
            .fold(0, u64::saturating_add);
        if unpacked_bytes_max < declared {
            return Err(FileProblem::UnpacksTooLarge);
        }
        let mut left = unpacked_bytes_max;
        let mut names = Vec::with_capacity(zip.len());
        for index in 0..zip.len() {
            let mut part = zip.by_index(index).map_err(|error| match error {
                zip::result::ZipError::UnsupportedArchive(text)
                    if text == zip::result::ZipError::PASSWORD_REQUIRED =>
                {
                    FileProblem::Encrypted
                }
                _ => FileProblem::Damaged,
            })?;
            let name = part
                .name()
                .map_err(|_| FileProblem::Damaged)?
                .replace('\\', "/");
            let is_texts = name.to_lowercase().ends_with("sharedstrings.xml");
            let bytes_max = if is_texts {
                left.min(TEXTS_BYTES_MAX)
            } else {
                left
            };
            let start = start_of(&mut part)?;
            if is_texts && !is_plausible(&start) {
                return Err(FileProblem::UnpacksTooLarge);
            }
            let rest = std::io::copy(&mut part.by_ref().take(bytes_max + 1), &mut std::io::sink())
                .map_err(|_| FileProblem::Damaged)?;
            let size = start.len() as u64 + rest;
            if bytes_max < size {
                return Err(FileProblem::UnpacksTooLarge);
            }
            left -= size;
            names.push(name);
        }
        Ok(Self { names })
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.names
            .iter()
            .any(|part| part.eq_ignore_ascii_case(name))
    }

    /// Some programs call the workbook part otherwise, but all keep the sheets in one folder.
    pub(super) fn has_sheets(&self) -> bool {
        self.names.iter().any(|part| {
            let part = part.to_lowercase();
            part.contains("worksheets/") && part.ends_with(".xml")
        })
    }
}

fn start_of(part: &mut impl Read) -> Result<Vec<u8>, FileProblem> {
    let mut start = Vec::with_capacity(1024);
    part.take(PROBE_BYTES as u64)
        .read_to_end(&mut start)
        .map_err(|_| FileProblem::Damaged)?;
    Ok(start)
}

/// calamine reserves room for as many texts as the file says it has; no file within the limits can have more than this.
fn is_plausible(start: &[u8]) -> bool {
    const SHORTEST_TEXT_BYTES: u64 = "<si/>".len() as u64;
    let start = String::from_utf8_lossy(start);
    let counts = start.match_indices("uniqueCount").map(|(at, name)| {
        let digits: String = start[at + name.len()..]
            .chars()
            .skip_while(|c| !c.is_ascii_digit() && *c != '>')
            .take_while(char::is_ascii_digit)
            .collect();
        digits
            .parse::<u64>()
            .unwrap_or(if digits.is_empty() { 0 } else { u64::MAX })
    });
    counts.max().unwrap_or(0) <= TEXTS_BYTES_MAX / SHORTEST_TEXT_BYTES
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    const BYTES_MAX: u64 = 1_000_000;

    fn zip(parts: &[(&str, usize)]) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, size) in parts {
            let options = zip::write::SimpleFileOptions::default();
            zip.start_file(*name, options).unwrap();
            zip.write_all(&vec![b' '; *size]).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    fn refused(bytes: &[u8]) -> Option<FileProblem> {
        Parts::checked_within(bytes, BYTES_MAX).err()
    }

    #[test]
    fn what_unpacks_beyond_the_limit_is_refused() {
        let bytes = zip(&[("a", 600_000), ("b", 400_000)]);
        assert_eq!(refused(&bytes), None);
        let bytes = zip(&[("a", 600_000), ("b", 400_001)]);
        assert!(bytes.len() < 10_000);
        assert_eq!(refused(&bytes), Some(FileProblem::UnpacksTooLarge));
    }

    #[test]
    fn what_lies_about_its_size_is_refused() {
        let size = BYTES_MAX as u32 * 2;
        let mut bytes = zip(&[("a", size as usize)]);
        let places = (0..bytes.len() - 4).filter(|at| bytes[*at..*at + 4] == size.to_le_bytes());
        let places: Vec<usize> = places.collect();
        assert!(!places.is_empty());
        for place in places {
            bytes[place..place + 4].copy_from_slice(&100u32.to_le_bytes());
        }
        assert!(refused(&bytes).is_some());
    }
}
