//! Loads text files as authors' editors write them.

use std::path::Path;

/// A text file larger than this is no text of an author: 4 MiB.
const LARGEST: u64 = 4 * 1024 * 1024;

/// The text of a file, without a byte order mark and with line feeds only; else what is wrong with it.
pub(super) fn load(path: &Path) -> Result<String, String> {
    let about = std::fs::metadata(path).map_err(|_| "does not exist".to_owned())?;
    if about.len() > LARGEST {
        return Err("is larger than 4 MiB".to_owned());
    }
    let bytes = std::fs::read(path).map_err(|error| format!("cannot be read: {error}"))?;
    let text = String::from_utf8(bytes).map_err(|_| "is not UTF-8 text".to_owned())?;
    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    Ok(if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text })
}
