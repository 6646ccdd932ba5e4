//! The secret part of a licence: course keys, and the private key for certificates (a COSE_KeySet, RFC 9052, section 7).

use super::cbor::{self, Value};
use super::key::PrivateKey;
use crate::content::Id;
use crate::seal::Key;
use zeroize::Zeroizing;

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
    pub fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        Zeroizing::new(self.to_value().to_bytes())
    }

    /// Reads it; `None` where the bytes are no secret part.
    pub fn read(bytes: &[u8]) -> Option<Secret> {
        Secret::from_value(&cbor::read(bytes)?)
    }

    pub(super) fn from_value(value: &Value) -> Option<Secret> {
        let (certificate, courses) = value.items()?.split_first()?;
        let certificate = PrivateKey::new(certificate.get(D)?.as_fixed()?);
        let courses = courses.iter().map(course).collect::<Option<_>>()?;
        let secret = Secret { certificate, courses };
        (secret.to_value() == *value).then_some(secret)
    }

    pub(super) fn to_value(&self) -> Value {
        let seed = Value::bytes(self.certificate.seed());
        let mut keys = vec![Value::Map(vec![(KTY, Value::Int(1)), (CRV_OR_K, Value::Int(6)), (D, seed)])];
        keys.extend(self.courses.iter().map(|(course, key)| {
            let (id, key) = (Value::bytes(course.as_str().as_bytes()), Value::bytes(key.bytes()));
            Value::Map(vec![(KTY, Value::Int(4)), (KID, id), (ALG, Value::Int(A256KW)), (CRV_OR_K, key)])
        }));
        Value::List(keys)
    }
}

fn course(value: &Value) -> Option<(Id, Key)> {
    let id = std::str::from_utf8(value.get(KID)?.as_bytes()?).ok()?;
    Some((Id::new(id)?, Key::new(value.get(CRV_OR_K)?.as_fixed()?)))
}
