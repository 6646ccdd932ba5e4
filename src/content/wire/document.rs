//! A file: a body under the header that says what it is and in which version.

use crate::content::FORMAT;
use schemars::{JsonSchema, SchemaGenerator, generate::SchemaSettings};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

/// What can be a file of its own.
pub trait Body {
    /// The name in the header's `type`.
    const TYPE: &'static str;
}

#[derive(Serialize)]
struct Headed<'a, T> {
    kerege: u64,
    r#type: &'static str,
    #[serde(flatten)]
    body: &'a T,
}

/// The bytes of a file: compact JSON with its header first.
///
/// # Errors
/// Only where a value cannot be JSON, which none of the types here is.
pub fn to_vec<T: Body + Serialize>(body: &T) -> serde_json::Result<Vec<u8>> {
    serde_json::to_vec(&Headed { kerege: FORMAT, r#type: T::TYPE, body })
}

/// Reads a file strictly: an unknown field is an error. For tools; the player reads with [`crate::content::read`].
///
/// # Errors
/// Where the bytes are not such a file.
pub fn from_slice<T: Body + DeserializeOwned>(bytes: &[u8]) -> serde_json::Result<T> {
    let mut value: Value = serde_json::from_slice(bytes)?;
    if let Some(object) = value.as_object_mut() {
        object.remove("kerege");
        object.remove("type");
    }
    T::deserialize(value)
}

/// The JSON Schema (draft 2020-12) of a file.
pub fn schema<T: Body + JsonSchema>() -> Value {
    let generator: SchemaGenerator = SchemaSettings::draft2020_12().into_generator();
    let mut schema = generator.into_root_schema_for::<T>().to_value();
    let header = [("kerege", json!({ "const": FORMAT })), ("type", json!({ "const": T::TYPE }))];
    for (name, rule) in header {
        if let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) {
            properties.insert(name.to_owned(), rule);
        }
        if let Some(required) = schema.get_mut("required").and_then(Value::as_array_mut) {
            required.insert(0, name.into());
        }
    }
    schema
}
