//! An organiser as the world knows it: name, address, and public keys with their time spans.

use super::key::{KeyId, PublicKey};
use super::span::{Span, moment, seconds};
use super::text;
use crate::json::{self, Value};
use crate::port::Moment;

/// Who vouches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organiser {
    /// Name.
    pub name: String,
    /// Address (`https:`).
    pub url: String,
    /// Public keys, the present one and earlier ones.
    pub keys: Vec<OrganiserKey>,
}

/// A key of an organiser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OrganiserKey {
    /// The key.
    pub key: PublicKey,
    /// When the organiser signed with it.
    pub span: Span,
}

impl Organiser {
    /// The domain of the address, which people compare.
    pub fn domain(&self) -> &str {
        domain(&self.url)
    }

    /// The key that tokens name like this.
    pub fn key(&self, id: &KeyId) -> Option<&OrganiserKey> {
        self.keys.iter().find(|key| key.key.id() == *id)
    }

    /// Reads `organiser.json`; `None` where the bytes are none. Keys that cannot be read are left out: another player
    /// may know more kinds.
    pub fn read(bytes: &[u8]) -> Option<Organiser> {
        let value = json::read(bytes).ok()?;
        let text = |name| value.get(name).and_then(Value::as_str).filter(|text| is_plain(text));
        let url = text("url").filter(|url| url.starts_with("https://") && !domain(url).is_empty())?;
        let keys = value.get("keys")?.as_array()?.iter().take(MOST_KEYS).filter_map(read_key).collect();
        Some(Organiser { name: text("name")?.to_owned(), url: url.to_owned(), keys })
    }

    /// `organiser.json`: a JWK Set (RFC 7517, section 5) with name and address, which other readers of JWK Sets pass over.
    pub fn to_json(&self) -> String {
        let mut out = String::new();
        json::fields(
            &mut out,
            &[
                ("kerege", &|out| json::number(out, 1)),
                ("type", &|out| json::text(out, "organiser")),
                ("name", &|out| json::text(out, &self.name)),
                ("url", &|out| json::text(out, &self.url)),
                ("keys", &|out| json::list(out, &self.keys, write_key)),
            ],
        );
        out
    }
}

/// The organiser's key with this id, and whose it is.
pub fn find<'a>(organisers: &'a [Organiser], id: &KeyId) -> Option<(&'a Organiser, &'a OrganiserKey)> {
    organisers.iter().find_map(|organiser| Some((organiser, organiser.key(id)?)))
}

/// The domain of an address.
pub fn domain(url: &str) -> &str {
    let rest = url.strip_prefix("https://").unwrap_or(url);
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}

/// More keys than this nobody has had.
const MOST_KEYS: usize = 100;

fn is_plain(text: &str) -> bool {
    !text.is_empty() && text.chars().count() <= 200 && !text.chars().any(crate::certificate::is_hidden)
}

fn read_key(value: &Value) -> Option<OrganiserKey> {
    let text = |name| value.get(name).and_then(Value::as_str);
    let is_ours = text("kty") == Some("OKP") && text("crv") == Some("Ed25519");
    let x = text("x").filter(|_| is_ours).and_then(text::from_base64)?;
    let at = |name| match value.get(name) {
        Some(value) => value.as_i64().and_then(moment).map(Some),
        None => Some(None),
    };
    // A span that cannot be read must not become one without ends.
    let span = Span { from: at("nbf")?.unwrap_or(Moment(0)), until: at("exp")? };
    Some(OrganiserKey { key: PublicKey::new(x.try_into().ok()?)?, span: Some(span).filter(Span::is_sound)? })
}

fn write_key(out: &mut String, key: &OrganiserKey) {
    let (x, kid) = (text::base64(key.key.as_bytes()), key.key.fingerprint());
    let texts = [("kty", "OKP"), ("crv", "Ed25519"), ("x", &x), ("kid", &kid), ("alg", "EdDSA"), ("use", "sig")];
    let mut members: Vec<(&str, String)> = Vec::new();
    for (name, value) in texts {
        let mut written = String::new();
        json::text(&mut written, value);
        members.push((name, written));
    }
    members.push(("nbf", seconds(key.span.from).to_string()));
    members.extend(key.span.until.map(|until| ("exp", seconds(until).to_string())));
    json::object(out, members.iter().map(|(name, value)| (*name, value)), |out, value| out.push_str(value));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::licence::key::PrivateKey;

    #[test]
    fn an_organiser_is_read_back_with_its_keys_and_their_spans() {
        let key = |seed, span| OrganiserKey { key: PrivateKey::new([seed; 32]).public(), span };
        let organiser = Organiser {
            name: "Сообщество «Кереге»".to_owned(),
            url: "https://example.org/курсы".to_owned(),
            keys: vec![
                key(1, Span { from: Moment(1000), until: Some(Moment(5000)) }),
                key(2, Span { from: Moment(5000), until: None }),
            ],
        };
        assert_eq!(Organiser::read(organiser.to_json().as_bytes()), Some(organiser.clone()));
        assert_eq!(organiser.domain(), "example.org");
    }

    #[test]
    fn a_key_whose_span_cannot_be_read_is_left_out() {
        let key = PrivateKey::new([1; 32]).public();
        let organiser = |extra: &str| {
            let x = text::base64(key.as_bytes());
            let text = format!(
                r#"{{"name":"A","url":"https://a.example","keys":[{{"kty":"OKP","crv":"Ed25519","x":"{x}"{extra}}}]}}"#
            );
            Organiser::read(text.as_bytes()).unwrap().keys.len()
        };
        assert_eq!(organiser(""), 1);
        assert_eq!(organiser(r#","exp":100"#), 1);
        for bad in [r#","exp":"soon""#, r#","exp":-1"#, r#","nbf":9,"exp":9"#, r#","exp":99999999999999"#] {
            assert_eq!(organiser(bad), 0, "{bad}");
        }
    }
}
