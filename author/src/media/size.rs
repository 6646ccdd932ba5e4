//! Width and height of an image, from its first bytes, so that nothing jumps when it arrives.

/// Width and height in CSS pixels, where the file says so.
pub(super) fn of(name: &str, bytes: &[u8]) -> Option<(u32, u32)> {
    let (_, extension) = name.rsplit_once('.')?;
    let (width, height) = match extension.to_ascii_lowercase().as_str() {
        "svg" => svg(bytes)?,
        "png" if bytes.starts_with(b"\x89PNG") => (big(bytes, 16, 4)?, big(bytes, 20, 4)?),
        "gif" if bytes.starts_with(b"GIF8") => (little(bytes, 6, 2)?, little(bytes, 8, 2)?),
        "jpg" | "jpeg" if bytes.starts_with(b"\xff\xd8") => jpeg(bytes)?,
        "webp" if bytes.starts_with(b"RIFF") => webp(bytes)?,
        _ => return None,
    };
    (width > 0 && height > 0).then_some((width, height))
}

fn number(bytes: &[u8], at: usize, length: usize) -> Option<&[u8]> {
    bytes.get(at..at + length)
}

fn big(bytes: &[u8], at: usize, length: usize) -> Option<u32> {
    Some(number(bytes, at, length)?.iter().fold(0, |sum, byte| sum << 8 | u32::from(*byte)))
}

fn little(bytes: &[u8], at: usize, length: usize) -> Option<u32> {
    Some(number(bytes, at, length)?.iter().rev().fold(0, |sum, byte| sum << 8 | u32::from(*byte)))
}

/// The first frame header.
fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut at = 2;
    loop {
        let marker = big(bytes, at, 2)?;
        let frame = (0xffc0..=0xffcf).contains(&marker) && ![0xffc4, 0xffc8, 0xffcc].contains(&marker);
        if frame {
            return Some((big(bytes, at + 7, 2)?, big(bytes, at + 5, 2)?));
        }
        at += 2 + big(bytes, at + 2, 2)?.max(2) as usize;
    }
}

/// The three kinds of WebP.
fn webp(bytes: &[u8]) -> Option<(u32, u32)> {
    match bytes.get(12..16)? {
        b"VP8 " => Some((little(bytes, 26, 2)? & 0x3fff, little(bytes, 28, 2)? & 0x3fff)),
        b"VP8L" => {
            let bits = little(bytes, 21, 4)?;
            Some(((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1))
        }
        b"VP8X" => Some((little(bytes, 24, 3)? + 1, little(bytes, 27, 3)? + 1)),
        _ => None,
    }
}

/// `width` and `height` of the root element, else its `viewBox`.
fn svg(bytes: &[u8]) -> Option<(u32, u32)> {
    let text = String::from_utf8_lossy(bytes.get(..4096).unwrap_or(bytes));
    let root = text.get(text.find("<svg")?..)?.split('>').next()?;
    let pixels = |name: &str| attribute(root, name).and_then(|value| value.trim_end_matches("px").parse::<f64>().ok());
    let (width, height) = pixels("width").zip(pixels("height")).or_else(|| {
        let view = attribute(root, "viewBox")?;
        let numbers: Vec<f64> = view.split([' ', ',']).filter_map(|number| number.parse().ok()).collect();
        Some((*numbers.get(2)?, *numbers.get(3)?))
    })?;
    Some((width.round() as u32, height.round() as u32))
}

fn attribute<'a>(element: &'a str, name: &str) -> Option<&'a str> {
    let at = element.find(&format!(" {name}=\"")).or_else(|| element.find(&format!("\n{name}=\"")))?;
    element.get(at..)?.split('"').nth(1)
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn reads_what_the_file_says() {
        let svg = b"<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 300.4\">";
        assert_eq!(of("a.svg", svg), Some((720, 300)));
        assert_eq!(of("a.svg", b"<svg width=\"10px\" height=\"20\" viewBox=\"0 0 1 1\">"), Some((10, 20)));
        assert_eq!(of("a.gif", b"GIF89a\x0a\x00\x14\x00"), Some((10, 20)));
        let jpeg = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc2, 0, 11, 8, 0, 20, 0, 10];
        assert_eq!(of("a.JPG", &jpeg), Some((10, 20)));
        for broken in [&b""[..], b"\xff\xd8\xff", b"<svg", b"RIFF....WEBPVP8X"] {
            for name in ["a.svg", "a.png", "a.gif", "a.jpg", "a.webp", "a"] {
                assert_eq!(of(name, broken), None);
            }
        }
    }
}
