//! References to files that a module brings along.

use super::packing;

/// A file, named after its content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Path relative to the folder of `module.json`: no scheme, no `..`, no leading slash.
    pub path: String,
    /// SHA-256 of the bytes as served, lower-case hexadecimal.
    pub sha256: String,
    /// Size of the bytes as served.
    pub size: u64,
    /// What it is, where the bytes are sealed; `None` where they are open.
    pub seal: Option<FileSeal>,
}

/// What opens a sealed file, together with the module's content key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileSeal {
    /// What the file is called in the module.
    pub file: String,
    /// Its language; empty where it has none.
    pub language: String,
    /// SHA-256 of what was sealed, lower-case hexadecimal: the open bytes, or those that they were packed into.
    pub sha256: String,
    /// Where they were packed before: the size of the open bytes.
    pub packed: Option<u64>,
}

impl FileSeal {
    /// The open bytes, from what was sealed; `None` where that is damaged.
    pub fn unpack(&self, inside: Vec<u8>) -> Option<Vec<u8>> {
        match self.packed {
            Some(size) => packing::unpack(&inside, size),
            None => Some(inside),
        }
    }
}

/// A file larger than this is not fetched: 8 MiB.
pub const LARGEST: u64 = 8 * 1024 * 1024;

/// Whether `path` stays inside the module's folder.
pub fn is_inside(path: &str) -> bool {
    !path.is_empty()
        && !path.contains([':', '\\', '?', '#', '%'])
        && path.bytes().all(|b| b > 0x20 && b < 0x7f)
        && path.split('/').all(|part| !part.is_empty() && part != "." && part != "..")
}

#[cfg(test)]
mod tests {
    use super::is_inside;

    #[test]
    fn refuses_paths_that_leave_the_folder() {
        for good in ["en/u1.3f.json", "media/flow.ab.svg"] {
            assert!(is_inside(good), "{good}");
        }
        for bad in ["", "/etc", "../x", "a/../b", "https://x", "a//b", "a\\b", "a?b", "%2e%2e/x", "a b"] {
            assert!(!is_inside(bad), "{bad}");
        }
    }
}
