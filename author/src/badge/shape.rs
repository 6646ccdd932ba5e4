//! Whether a credential has the form of an AchievementCredential (Open Badges 3.0, appendix B): what has to be there, and
//! of which type it is. What a member is about is not judged.

use serde_json::Value;

/// Which type an object has under this name, wherever it stands.
const TYPES: [(&str, &str); 13] = [
    ("credentialSubject", "AchievementSubject"),
    ("achievement", "Achievement"),
    ("issuer", "Profile"),
    ("creator", "Profile"),
    ("source", "Profile"),
    ("parentOrg", "Profile"),
    ("otherIdentifier", "IdentifierEntry"),
    ("alignment", "Alignment"),
    ("related", "Related"),
    ("result", "Result"),
    ("resultDescription", "ResultDescription"),
    ("rubricCriterionLevel", "RubricCriterionLevel"),
    ("image", "Image"),
];

/// What an object has to have.
const NEEDS: [(&str, &[&str]); 7] = [
    ("issuer", &["id"]),
    ("achievement", &["id", "name", "description", "criteria"]),
    ("alignment", &["targetName", "targetUrl"]),
    ("otherIdentifier", &["identifier", "identifierType"]),
    ("resultDescription", &["id", "name", "resultType"]),
    ("rubricCriterionLevel", &["id", "name"]),
    ("image", &["id"]),
];

/// Every place that has not the form of an Open Badge, with what is expected there.
pub fn faults(credential: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    for name in ["@context", "id", "type", "issuer", "credentialSubject"] {
        if credential.get(name).is_none() {
            faults.push(format!("/{name} is missing"));
        }
    }
    let is_old = credential.get("issuanceDate").is_some();
    if !is_old && credential.get("validFrom").is_none() {
        faults.push("/validFrom is missing".to_owned());
    }
    let is_ours = ["AchievementCredential", "OpenBadgeCredential"].iter().any(|name| is_of(credential, name));
    if !(is_ours && is_of(credential, "VerifiableCredential")) {
        faults.push("/type has to name VerifiableCredential and AchievementCredential".to_owned());
    }
    for subject in each(credential.get("credentialSubject")) {
        if subject.get("id").or(subject.get("identifier")).is_none() {
            faults.push("/credentialSubject has to have an id or an identifier".to_owned());
        }
        if subject.get("achievement").is_none() {
            faults.push("/credentialSubject/achievement is missing".to_owned());
        }
    }
    walk(credential, "", DEEPEST, &mut faults);
    faults
}

/// Deeper nesting is not looked at.
const DEEPEST: u32 = 32;

/// What has a form of its own: an endorsement is a credential about something else.
const OTHERS: [&str; 3] = ["@context", "proof", "endorsement"];

fn walk(value: &Value, place: &str, depth: u32, faults: &mut Vec<String>) {
    let Some(inside) = depth.checked_sub(1) else { return };
    match value {
        Value::Object(members) => {
            for (name, member) in members.iter().filter(|(name, _)| !OTHERS.contains(&name.as_str())) {
                let place = format!("{place}/{name}");
                each(Some(member)).filter(|item| item.is_object()).for_each(|item| object(name, item, &place, faults));
                walk(member, &place, inside, faults);
            }
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, item)| walk(item, &format!("{place}/{at}"), inside, faults));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn object(name: &str, object: &Value, place: &str, faults: &mut Vec<String>) {
    if let Some((_, needed)) = TYPES.iter().find(|(known, _)| *known == name)
        && !is_of(object, needed)
    {
        faults.push(format!("{place} has to be of the type {needed}"));
    }
    let needs = NEEDS.iter().find(|(known, _)| *known == name).map_or(&[][..], |(_, needs)| needs);
    faults.extend(
        needs.iter().filter(|need| object.get(**need).is_none()).map(|need| format!("{place}/{need} is missing")),
    );
}

/// Whether an object is of a type.
pub(super) fn is_of(object: &Value, name: &str) -> bool {
    each(object.get("type")).any(|found| found.as_str() == Some(name))
}

/// The items of a list, or the one that stands in its place.
pub(super) fn each(value: Option<&Value>) -> impl Iterator<Item = &Value> {
    let items = match value {
        Some(Value::Array(items)) => items.as_slice(),
        Some(one) => std::slice::from_ref(one),
        None => &[],
    };
    items.iter()
}
