//! The interface's words that stand in a page before the player runs.

use std::collections::HashMap;

use serde::Deserialize;
use serde_json::Value;

use super::error::SiteError;
use super::player::Player;

/// The interface in one language; what is not translated is said in English.
#[derive(Debug, Default)]
pub struct Words {
    messages: HashMap<String, Value>,
}

#[derive(Deserialize)]
struct Catalogue {
    messages: HashMap<String, Value>,
}

impl Words {
    /// The player's translation for a page's language.
    pub fn read(player: &Player, language: &str) -> Result<Self, SiteError> {
        let Some(text) = player.translation(language)? else {
            return Ok(Self::default());
        };
        let catalogue: Catalogue = serde_json::from_str(&text)
            .map_err(|e| SiteError::Player(language.into(), format!("the translation cannot be read: {e}")))?;
        Ok(Self { messages: catalogue.messages })
    }

    /// The translation of an English text, or that text.
    pub fn say<'a>(&'a self, english: &'a str) -> &'a str {
        self.messages.get(english).and_then(Value::as_str).unwrap_or(english)
    }
}
