//! The badge that is baked into a picture (Open Badges 3.0, section 5.3).

/// The beginning of every PNG.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// The keyword of the text in a PNG, with the zero after it and the two that say it is not compressed.
const KEYWORD: &[u8] = b"openbadgecredential\0\0\0";

/// What is baked into a PNG or SVG; `None` where the bytes are no such picture, or hold none that is plain.
pub(super) fn credential(bytes: &[u8]) -> Option<Vec<u8>> {
    match bytes.strip_prefix(PNG) {
        Some(chunks) => png(chunks),
        None => svg(std::str::from_utf8(bytes).ok()?),
    }
}

/// The text of the first chunk iTXt with the keyword (PNG, section 11.3.3.4).
fn png(mut rest: &[u8]) -> Option<Vec<u8>> {
    loop {
        let (length, after) = rest.split_first_chunk::<4>()?;
        let (name, after) = after.split_first_chunk::<4>()?;
        let (data, after) = after.split_at_checked(usize::try_from(u32::from_be_bytes(*length)).ok()?)?;
        if let (b"iTXt", Some(text)) = (name, data.strip_prefix(KEYWORD)) {
            // Language and translated keyword come first, each ended by a zero.
            return text.splitn(3, |byte| *byte == 0).nth(2).map(<[u8]>::to_vec);
        }
        rest = after.get(4..)?;
    }
}

/// What the element `openbadges:credential` holds, or its attribute `verify` where the badge is a token.
fn svg(text: &str) -> Option<Vec<u8>> {
    let (_, rest) = text.split_once("<openbadges:credential")?;
    let (attributes, inside) = rest.split_once('>')?;
    if let Some((_, token)) = attributes.split_once("verify=\"") {
        return token.split('"').next().map(|token| token.as_bytes().to_vec());
    }
    let (inside, _) = inside.split_once("</openbadges:credential>")?;
    // A section ends and begins again where its own end stood in a text.
    let plain = inside.trim().strip_prefix("<![CDATA[")?.strip_suffix("]]>")?;
    Some(plain.replace("]]]]><![CDATA[>", "]]>").into_bytes())
}
