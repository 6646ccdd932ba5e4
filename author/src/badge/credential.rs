//! The AchievementCredential (Open Badges 3.0, section 5.1; Verifiable Credentials 2.0).

use super::canon::{BADGES, CREDENTIALS};
use crate::vault::did;
use kerege::content::Module;
use kerege::content::module::Award;
use kerege::licence::{Organiser, PublicKey};
use serde_json::{Value, json};

/// What is endorsed.
#[derive(Clone, Copy, Debug)]
pub struct Endorsed<'a> {
    /// Who endorses.
    pub organiser: &'a Organiser,
    /// The key that it is signed with.
    pub key: &'a PublicKey,
    /// The module.
    pub module: &'a Module,
    /// Position of the track.
    pub track: usize,
    /// The award level.
    pub award: &'a Award,
    /// The learner's name.
    pub name: &'a str,
    /// Points earned and full points.
    pub points: (u32, u32),
    /// The language that it is written in.
    pub language: &'a str,
    /// When, like `2026-11-24T09:00:00Z`.
    pub at: &'a str,
    /// A random UUID.
    pub uuid: &'a str,
}

/// The credential, not signed yet.
pub fn credential(about: &Endorsed<'_>) -> Option<Value> {
    let Endorsed { module, language, .. } = *about;
    let track = module.tracks.get(about.track)?;
    let title = module.card.title.get(language);
    let objectives: Vec<String> =
        module.objectives.iter().map(|objective| format!("- {}", objective.text.get(language))).collect();
    let achievement = format!(
        "{}/#achievement/{}/{}/{}/{}",
        about.organiser.url, module.id, module.edition.number, track.id, about.award.id
    );
    let description = [module.card.summary.get(language), track.certificate.get(language)].join(" ");
    let mut subject = json!({
        "type": ["AchievementSubject"],
        "identifier": [{
            "type": "IdentityObject", "identityHash": about.name, "identityType": "name", "hashed": false
        }],
        "achievement": {
            "id": achievement,
            "type": ["Achievement"],
            "achievementType": "Certificate",
            "inLanguage": language,
            "name": format!("{title} – {}", about.award.title.get(language)),
            "description": description.trim(),
            "criteria": { "narrative": objectives.join("\n") },
        },
    });
    if about.points.1 > 0 {
        subject["achievement"]["resultDescription"] = json!([{
            "id": format!("{achievement}/points"),
            "type": ["ResultDescription"],
            "name": "Points",
            "resultType": "RawScore",
            "valueMin": "0",
            "valueMax": about.points.1.to_string(),
        }]);
        subject["result"] = json!([{
            "type": ["Result"],
            "resultDescription": format!("{achievement}/points"),
            "value": about.points.0.to_string(),
        }]);
    }
    Some(json!({
        "@context": [CREDENTIALS, BADGES],
        "id": format!("urn:uuid:{}", about.uuid),
        "type": ["VerifiableCredential", "AchievementCredential"],
        "name": title,
        "issuer": {
            "id": did::key(about.key),
            "type": ["Profile"],
            "name": about.organiser.name,
            "url": about.organiser.url,
        },
        "validFrom": about.at,
        "credentialSubject": subject,
    }))
}
