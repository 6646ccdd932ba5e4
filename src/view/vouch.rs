//! What the screens of certificates ask of the second WebAssembly.

use super::state::State;
use crate::certificate::checked::{Behind, Brought};
use crate::certificate::draft::Draft;
use crate::certificate::reason::List;
use crate::json::Value;
use crate::port::TrustError;
use crate::trust::{Answer, Ask, Kept, Lists, Message, Question};

/// Why nothing came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    /// What knows signatures could not be fetched.
    Absent,
    /// It gave no answer, or one that cannot be read.
    Silent,
    /// The certificate's texts are too long for a QR code.
    TooLong,
    /// The licence does not allow signing it.
    Refused,
}

impl From<TrustError> for Trouble {
    fn from(error: TrustError) -> Trouble {
        match error {
            TrustError::Absent => Trouble::Absent,
            TrustError::Silent => Trouble::Silent,
        }
    }
}

/// An organiser whose keys the site has.
pub(super) struct Known {
    /// Name.
    pub(super) name: String,
    /// The domain of the address.
    pub(super) domain: String,
}

impl State {
    /// Tells who the organiser is, and what the list of revoked licences says, as far as the site has them now; what could
    /// not be had is known from before. Gives back the organiser, and what became of the list.
    pub(super) async fn know(&self) -> Result<(Option<Known>, List), Trouble> {
        let mut files = Vec::new();
        for name in ["organiser.json", "revocations.cose"] {
            files.push(self.world.fetch.get(name, None).await.unwrap_or_default());
        }
        let answer = self.ask(Ask::Vouch, self.lists().write(), files).await?;
        let list = self.see_list(&answer.value);
        let organisers = answer.value.get("organisers").and_then(Value::as_array).unwrap_or_default();
        let text = |one: &Value, name: &str| one.get(name).and_then(Value::as_str).map(str::to_owned);
        let known = |one: &Value| Some(Known { name: text(one, "name")?, domain: text(one, "domain")? });
        Ok((organisers.first().and_then(known), list))
    }

    /// Which lists of revoked licences this device has seen.
    pub(super) fn lists(&self) -> Lists {
        let window = &self.world.window;
        let mut lists = window.recall(Lists::NAME).map(|kept| Lists::read(&kept)).unwrap_or_default();
        if let Some(kept) = window.recall(Kept::NAME) {
            lists.take(&kept);
        }
        lists
    }

    /// Takes note of what became of a list: an older one will not be believed any longer.
    pub(super) fn see_list(&self, answer: &Value) -> List {
        let Some(list) = answer.get("list") else {
            return match answer.get("refused").and_then(Value::as_str) {
                Some("older") => List::Older,
                Some(_) => List::Refused,
                None => List::Absent,
            };
        };
        let number = list.get("number").and_then(Value::as_u64).and_then(|number| u32::try_from(number).ok());
        if let Some((url, number)) = list.get("url").and_then(Value::as_str).zip(number) {
            let mut lists = self.lists();
            lists.see(url, number);
            self.world.window.keep(Lists::NAME, &lists.write().end());
        }
        List::Had
    }

    /// Looks at what somebody brought to be verified; says what became of the list of revoked licences.
    pub(super) async fn look(&self, brought: &[u8]) -> Result<(Brought, List), Trouble> {
        let (_, list) = self.know().await?;
        let about = Message::new().plain("now", self.now().0);
        let answer = self.ask(Ask::Verify, about, vec![brought.to_vec()]).await?;
        let brought = answer.value.get("brought").and_then(Brought::from_json).ok_or(Trouble::Silent)?;
        Ok((brought, list))
    }

    /// What the public half of the licence says that opened the module; `None` where none did.
    pub(super) async fn licensed(&self) -> Result<Option<Behind>, Trouble> {
        let answer = self.ask(Ask::Licensed, Message::new(), Vec::new()).await?;
        match answer.value.get("licence") {
            Some(licence) => Behind::from_json(licence).map(Some).ok_or(Trouble::Silent),
            None => Ok(None),
        }
    }

    /// Signs a certificate under that licence; gives it in base64url.
    pub(super) async fn sign(&self, draft: &Draft) -> Result<String, Trouble> {
        let answer = self.ask(Ask::Sign, Message::new().text("draft", &draft.write()), Vec::new()).await?;
        if answer.value.get("over").is_some() {
            return Err(Trouble::TooLong);
        }
        if answer.value.get("refused").is_some() {
            return Err(Trouble::Refused);
        }
        text(&answer, "certificate").ok_or(Trouble::Silent)
    }

    /// The digits of a certificate, as they stand in its QR code.
    pub(super) async fn digits_of(&self, certificate: &str) -> Result<String, Trouble> {
        let answer = self.ask(Ask::Digits, Message::new().text("certificate", certificate), Vec::new()).await?;
        text(&answer, "digits").ok_or(Trouble::Silent)
    }

    pub(super) async fn ask(&self, ask: Ask, message: Message, files: Vec<Vec<u8>>) -> Result<Answer, Trouble> {
        let trust = self.trust().await.map_err(|_| Trouble::Absent)?;
        Ok(trust.ask(Question { ask, message, files }).await?)
    }
}

fn text(answer: &Answer, name: &str) -> Option<String> {
    answer.value.get(name).and_then(Value::as_str).map(str::to_owned)
}
