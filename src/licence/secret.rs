//! The secret part of a licence: course keys, and the private key for certificates (a COSE_KeySet, RFC 9052, section 7).

use super::cbor;
use super::key::PrivateKey;
use crate::content::Id;
use crate::seal::Key;
use minicbor::Decoder;

/// What only the holder of a licence has. It is wiped from memory when it is dropped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Secret {
    /// The key that certificates are signed with.
    pub certificate: PrivateKey,
    /// A key for each course.
    pub courses: Vec<(Id, Key)>,
}

/// Labels of a COSE_Key: key type, key id, algorithm, and the parameters of its type (RFC 9053, section 7).
const KTY: i64 = 1;
const KID: i64 = 2;
const ALG: i64 = 3;
const CRV_OR_K: i64 = -1;
const D: i64 = -4;

/// AES key wrap with 256 bits (RFC 9053, section 6.2.1).
const A256KW: i64 = -5;

impl Secret {
    /// The key of a course.
    pub fn course(&self, course: &Id) -> Option<&Key> {
        self.courses.iter().find(|(known, _)| known == course).map(|(_, key)| key)
    }

    /// Its bytes.
    pub fn to_bytes(&self) -> zeroize::Zeroizing<Vec<u8>> {
        zeroize::Zeroizing::new(cbor::write(|out| {
            out.array(1 + self.courses.len() as u64)?;
            out.map(3)?.i64(KTY)?.i64(1)?.i64(CRV_OR_K)?.i64(6)?.i64(D)?.bytes(self.certificate.seed())?;
            for (course, key) in &self.courses {
                out.map(4)?.i64(KTY)?.i64(4)?.i64(KID)?.bytes(course.as_str().as_bytes())?;
                out.i64(ALG)?.i64(A256KW)?.i64(CRV_OR_K)?.bytes(key.bytes())?;
            }
            Ok(())
        }))
    }

    /// Reads it; `None` where the bytes are no secret part.
    pub fn read(bytes: &[u8]) -> Option<Secret> {
        cbor::read(bytes, secret, |secret| secret.to_bytes().to_vec())
    }
}

fn secret(from: &mut Decoder<'_>) -> Option<Secret> {
    let keys = from.array().ok()?.filter(|n| (1..=cbor::MOST).contains(n))?;
    let mut seed = None;
    cbor::map(from, |label, from| match label {
        KTY => (from.i64().ok()? == 1).then_some(()),
        CRV_OR_K => (from.i64().ok()? == 6).then_some(()),
        D => {
            seed = Some(PrivateKey::new(cbor::fixed(from)?));
            Some(())
        }
        _ => None,
    })?;
    let courses = (1..keys).map(|_| course(from)).collect::<Option<_>>()?;
    Some(Secret { certificate: seed?, courses })
}

fn course(from: &mut Decoder<'_>) -> Option<(Id, Key)> {
    let (mut id, mut key) = (None, None);
    cbor::map(from, |label, from| {
        match label {
            KTY => return (from.i64().ok()? == 4).then_some(()),
            ALG => return (from.i64().ok()? == A256KW).then_some(()),
            KID => id = Some(Id::new(std::str::from_utf8(from.bytes().ok()?).ok()?)?),
            CRV_OR_K => key = Some(Key::new(cbor::fixed(from)?)),
            _ => return None,
        }
        Some(())
    })?;
    Some((id?, key?))
}
