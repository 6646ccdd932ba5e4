//! Bakes a badge into its picture (Open Badges 3.0, section 5.3).

use std::fmt;

/// Why a picture takes no badge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BakeError {
    /// It is neither PNG nor SVG.
    Kind,
    /// It holds a badge already.
    Baked,
    /// It is damaged.
    Damaged,
}

impl fmt::Display for BakeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            BakeError::Kind => "the picture is neither PNG nor SVG",
            BakeError::Baked => "the picture holds a badge already: take one without",
            BakeError::Damaged => "the picture is damaged",
        })
    }
}

impl std::error::Error for BakeError {}

/// The beginning of every PNG.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// The keyword of the text in a PNG.
const KEYWORD: &[u8] = b"openbadgecredential";

/// The picture with a signed credential in it.
///
/// # Errors
/// [`BakeError`], where it takes none.
pub fn bake(picture: &[u8], credential: &str) -> Result<Vec<u8>, BakeError> {
    if picture.starts_with(PNG) {
        return png(picture, credential);
    }
    let text = std::str::from_utf8(picture).map_err(|_| BakeError::Kind)?;
    if !text.contains("<svg") {
        return Err(BakeError::Kind);
    }
    svg(text, credential).map(String::into_bytes)
}

/// An iTXt chunk (PNG, section 11.3.4.5), uncompressed, after the header.
fn png(picture: &[u8], credential: &str) -> Result<Vec<u8>, BakeError> {
    let contains = |part: &[u8]| picture.windows(part.len()).any(|window| window == part);
    if contains(&[b"iTXt", KEYWORD].concat()) {
        return Err(BakeError::Baked);
    }
    // Signature, and the header: its length, name, 13 bytes, checksum.
    let (head, rest) = picture.split_at_checked(PNG.len() + 25).ok_or(BakeError::Damaged)?;
    if head.get(PNG.len() + 4..PNG.len() + 8) != Some(b"IHDR") {
        return Err(BakeError::Damaged);
    }
    let data = [b"iTXt", KEYWORD, &[0, 0, 0, 0, 0], credential.as_bytes()].concat();
    let length = u32::try_from(data.len() - 4).map_err(|_| BakeError::Damaged)?;
    let checksum = crc32fast::hash(&data);
    Ok([head, &length.to_be_bytes(), &data, &checksum.to_be_bytes(), rest].concat())
}

/// An element below the root of an SVG.
fn svg(picture: &str, credential: &str) -> Result<String, BakeError> {
    if picture.contains("openbadges:credential") {
        return Err(BakeError::Baked);
    }
    let start = picture.find("<svg").ok_or(BakeError::Kind)?;
    let end = picture.get(start..).and_then(|rest| rest.find('>')).map(|at| start + at).ok_or(BakeError::Damaged)?;
    if picture.get(..end).is_some_and(|head| head.ends_with('/')) {
        return Err(BakeError::Damaged);
    }
    let (head, body) = picture.split_at_checked(end + 1).ok_or(BakeError::Damaged)?;
    // What ends a CDATA section may stand in a text.
    let credential = credential.replace("]]>", "]]]]><![CDATA[>");
    Ok(format!(
        "{head}<openbadges:credential xmlns:openbadges=\"https://purl.imsglobal.org/ob/v3p0\"><![CDATA[{credential}]]>\
         </openbadges:credential>{body}"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_badge_is_baked_once_into_an_svg() {
        let baked = bake(b"<?xml version=\"1.0\"?><svg viewBox=\"0 0 1 1\"><path/></svg>", "{\"a\":\"]]>\"}").unwrap();
        let text = String::from_utf8(baked.clone()).unwrap();
        assert!(text.contains("<svg viewBox=\"0 0 1 1\"><openbadges:credential") && text.ends_with("<path/></svg>"));
        assert_eq!(bake(&baked, "{}"), Err(BakeError::Baked));
        assert_eq!(bake(b"<svg/>", "{}"), Err(BakeError::Damaged));
        assert_eq!(bake(b"GIF89a", "{}"), Err(BakeError::Kind));
    }

    #[test]
    fn a_badge_is_baked_once_into_a_png() {
        let header = [b"\0\0\0\x0dIHDR".as_slice(), &[0; 13], &[1, 2, 3, 4]].concat();
        let picture = [PNG, &header, b"rest"].concat();
        let baked = bake(&picture, "{}").unwrap();
        let at = PNG.len() + header.len();
        assert_eq!(&baked[..at], &picture[..at]);
        assert_eq!(&baked[at..at + 8], b"\0\0\0\x1aiTXt");
        assert!(baked.ends_with(b"rest"));
        assert_eq!(bake(&baked, "{}"), Err(BakeError::Baked));
        assert_eq!(bake(PNG, "{}"), Err(BakeError::Damaged));
    }
}
