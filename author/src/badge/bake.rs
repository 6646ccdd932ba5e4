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

/// The credential that is baked into a picture: JSON or a JWT; `None` where there is none.
pub fn unbake(picture: &[u8]) -> Option<String> {
    if picture.starts_with(PNG) { from_png(picture) } else { from_svg(std::str::from_utf8(picture).ok()?) }
}

/// The text of the first iTXt chunk with the keyword: not compressed, and with the checksum that it says.
fn from_png(picture: &[u8]) -> Option<String> {
    let mut rest = picture.get(PNG.len()..)?;
    loop {
        let (length, after) = rest.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        let (chunk, after) = after.split_at_checked(length.checked_add(4)?)?;
        let (checksum, after) = after.split_first_chunk::<4>()?;
        let text = chunk.strip_prefix(b"iTXt").and_then(|data| data.strip_prefix(KEYWORD));
        // Not compressed, no method; neither language nor translated keyword is of interest.
        if let Some(text) = text.and_then(|data| data.strip_prefix(&[0, 0, 0])) {
            let mut parts = text.splitn(3, |byte| *byte == 0);
            let text = parts.nth(2).filter(|_| u32::from_be_bytes(*checksum) == crc32fast::hash(chunk))?;
            return String::from_utf8(text.to_vec()).ok();
        }
        rest = after;
    }
}

/// The text of the element, or its attribute `verify`, where a JWT stands.
fn from_svg(picture: &str) -> Option<String> {
    let start = picture.find("<openbadges:credential")?;
    let (head, body) = picture.get(start..)?.split_once('>')?;
    if let Some((_, rest)) = head.split_once("verify=") {
        let quote = rest.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
        return rest.get(1..)?.split(quote).next().map(str::to_owned);
    }
    let (text, _) = body.split_once("</openbadges:credential>")?;
    let text = text.trim().strip_prefix("<![CDATA[")?.strip_suffix("]]>")?;
    Some(text.replace("]]]]><![CDATA[>", "]]>"))
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
        assert_eq!(unbake(&baked).as_deref(), Some("{\"a\":\"]]>\"}"));
        let with_jwt =
            b"<svg><openbadges:credential xmlns:openbadges=\"x\" verify=\"a.b.c\"></openbadges:credential></svg>";
        assert_eq!(unbake(with_jwt).as_deref(), Some("a.b.c"));
        assert_eq!(unbake(b"<svg></svg>"), None);
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
        assert_eq!(unbake(&baked).as_deref(), Some("{}"));
        let mut altered = baked.clone();
        altered[at + 8 + KEYWORD.len() + 5] = b'[';
        assert_eq!(unbake(&altered), None, "the checksum is another one");
        for cut in 0..baked.len() - 4 {
            assert!(unbake(&baked[..cut]).is_none());
        }
        assert_eq!(bake(&baked, "{}"), Err(BakeError::Baked));
        assert_eq!(bake(PNG, "{}"), Err(BakeError::Damaged));
    }
}
