//! Signs a certificate, once, under the licence that opened the module, and shows the one that was signed before.

use super::code;
use super::paper::Paper;
use super::{of_track, reached};
use crate::certificate::checked::{Behind, Brought, Checked};
use crate::certificate::draft::Draft;
use crate::certificate::qr::Qr;
use crate::certificate::{Certificate, make};
use crate::content::Id;
use crate::port::Moment;
use crate::progress::Event;
use crate::view::Player;
use crate::view::state::State;
use crate::view::ui::spawn;
use crate::view::vouch::Trouble;
use leptos::prelude::{GetUntracked as _, Set as _};
use std::rc::Rc;

/// What a certificate is signed with.
#[derive(Clone)]
pub(super) enum Licence {
    /// That is being asked.
    Asking,
    /// Nothing: the module is free.
    None,
    /// This one.
    Signs(Rc<Behind>),
    /// Certificates could be made under it until just before then.
    Ended(Moment),
    /// It may not certify what was reached.
    Unable,
    /// It could not be asked for.
    Absent,
}

impl Licence {
    /// The award levels that it may certify; `None` where there is nothing to keep to.
    pub(super) fn levels(&self) -> Option<Vec<Id>> {
        match self {
            Licence::Signs(licence) => Some(licence.awards.clone()),
            Licence::Asking | Licence::None | Licence::Ended(_) | Licence::Unable | Licence::Absent => None,
        }
    }

    /// The name that it demands.
    pub(super) fn bound(&self) -> Option<&str> {
        match self {
            Licence::Signs(licence) if licence.is_label_binding => licence.label.as_deref(),
            Licence::Signs(_) | Licence::Asking | Licence::None => None,
            Licence::Ended(_) | Licence::Unable | Licence::Absent => None,
        }
    }
}

/// A signed certificate, as it was looked at.
pub(super) struct Signed {
    /// The certificate in base64url.
    pub(super) token: String,
    /// What it says.
    pub(super) checked: Checked,
    /// The certificate in digits.
    pub(super) digits: String,
    /// Its QR code.
    pub(super) qr: Qr,
}

impl Signed {
    /// The link that verifies it; `None` where the organiser named no address.
    pub(super) fn link(&self, player: Player) -> Option<String> {
        let site = player.state().world.place.verify.clone()?;
        Some([&site, CERTIFICATE, self.digits.as_str()].concat())
    }
}

/// What stands between the address of the verify screen's site and a certificate.
const CERTIFICATE: &str = "#certificate/";

/// Finds out what signs, and shows what was signed already.
pub(super) fn begin(paper: &Paper) {
    let player = paper.player;
    let state = player.state();
    let last = state.progress(|module, track, progress| {
        let last = of_track(module, track, progress).last();
        last.map(|one| one.name.clone())
    });
    if let Some(name) = last.flatten().filter(|_| state.typed.get_untracked().is_empty()) {
        state.typed.set(name);
    }
    let is_sealed = state.module().is_some_and(|module| !module.seal.is_empty());
    if !is_sealed {
        paper.licence.set(Licence::None);
    }
    let paper = paper.clone();
    spawn(Box::pin(async move {
        if is_sealed {
            let licence = match state.licensed().await {
                Ok(Some(licence)) => of(&state, licence),
                Ok(None) => Licence::None,
                Err(_) => Licence::Absent,
            };
            paper.licence.set(licence);
        }
        if let Some(token) = made_before(&paper) {
            paper.token.set(Some(token.clone()));
            show(&paper, token).await;
        }
    }));
}

/// What a licence can sign now.
fn of(state: &State, licence: Behind) -> Licence {
    let can = |module: &_, track, progress: &_| reached(module, track, progress, Some(&licence.awards)).is_some();
    if !state.progress(can).unwrap_or_default() {
        return Licence::Unable;
    }
    match licence.certifies.1 {
        Some(until) if state.now() >= until => Licence::Ended(until),
        _ => Licence::Signs(Rc::new(licence)),
    }
}

/// The certificate that was signed last for the highest level that can be made; where nothing can be signed any more, the
/// last one.
fn made_before(paper: &Paper) -> Option<String> {
    let (_, award) = paper.award()?;
    let can_sign = matches!(paper.licence.get_untracked(), Licence::Signs(_));
    let found = paper.player.state().progress(|module, track, progress| {
        let signed = || of_track(module, track, progress).filter(|one| one.signed.is_some());
        let same = signed().filter(|one| one.award == award).last();
        same.or_else(|| signed().last().filter(|_| !can_sign)).and_then(|one| one.signed.clone())
    });
    found.flatten()
}

/// Looks at a signed certificate, and shows it.
async fn show(paper: &Paper, token: String) {
    let state = paper.player.state();
    paper.trouble.set(None);
    match looked_at(&state, token).await {
        Ok(signed) => paper.signed.set(Some(Rc::new(signed))),
        Err(trouble) => paper.trouble.set(Some(trouble)),
    }
}

/// Shows the certificate that was signed, once more.
pub(super) fn show_again(paper: &Paper) {
    let Some(token) = paper.token.get_untracked() else { return };
    let paper = paper.clone();
    spawn(Box::pin(async move { show(&paper, token).await }));
}

async fn looked_at(state: &State, token: String) -> Result<Signed, Trouble> {
    let make = code::part().await.map_err(|_| Trouble::Absent)?;
    let digits = state.digits_of(&token).await?;
    let address = state.world.place.verify.as_ref().map(|site| [site, CERTIFICATE].concat());
    let qr = make(&address.unwrap_or_default(), &digits).ok_or(Trouble::TooLong)?;
    match state.look(token.as_bytes()).await?.0 {
        Brought::Certificate(checked) => Ok(Signed { token, checked: *checked, digits, qr }),
        Brought::Badge(_) | Brought::SelfAttested | Brought::Licence | Brought::Nothing => Err(Trouble::Silent),
    }
}

/// Signs the certificate for the name that was typed, and keeps it with the progress.
pub(super) fn sign(paper: &Paper) {
    let state = paper.player.state();
    if paper.is_busy.get_untracked() {
        return;
    }
    let Some((draft, event)) = draft(paper) else {
        paper.trouble.set(None);
        paper.player.say(paper.player.t("Write your name first."));
        return crate::view::app::focus_soon("#name");
    };
    paper.is_busy.set(true);
    let paper = paper.clone();
    spawn(Box::pin(async move {
        match state.sign(&draft).await {
            Ok(token) => {
                state.record(None, vec![event(token.clone())], false);
                paper.signed.set(None);
                paper.token.set(Some(token.clone()));
                show(&paper, token).await;
                crate::view::app::focus_soon("h1");
            }
            Err(trouble) => paper.trouble.set(Some(trouble)),
        }
        paper.is_busy.set(false);
    }));
}

/// What comes of a signed certificate.
type Kept = Box<dyn FnOnce(String) -> Event>;

/// What is to be signed; `None` where there is no name yet.
fn draft(paper: &Paper) -> Option<(Draft, Kept)> {
    let state = paper.player.state();
    let (_, award) = paper.award()?;
    let language = state.language.borrow().clone();
    let typed = state.typed.get_untracked();
    let drafted = state.progress(|module, track, progress| {
        let made = make(module, track, progress, &typed, &language, state.now())?;
        let draft = Draft::new(&made, module, track, &award, &language, progress)?;
        let (name, track) = (draft.name.clone(), draft.track.clone());
        let event = move |token| Event::Certified { name, track, award, signed: Some(token) };
        Some((draft, Box::new(event) as Kept))
    });
    drafted.flatten()
}

impl State {
    /// A certificate as it was signed, with what the module says of it.
    pub(super) fn as_signed(&self, signed: &Signed) -> Option<Certificate> {
        let of = &signed.checked;
        let made = self.progress(|module, track, progress| {
            let index = module.tracks.iter().position(|track| track.id == of.track).unwrap_or(track);
            let mut made = make(module, index, progress, &of.name, &of.language, of.at)?;
            let award = module.tracks.get(index)?.awards.iter().find(|award| award.id == of.award);
            let title = award.map(|award| award.title.get(&of.language).to_owned());
            made.award = of.award_title.clone().or(title).unwrap_or_else(|| of.award.to_string());
            made.award_en = award.map_or_else(|| made.award.clone(), |award| award.title.get("en").to_owned());
            made.title = of.title.clone();
            made.title_en = of.title_en.clone();
            (made.edition, made.score, made.attempts, made.minutes) = (of.edition, of.score, of.attempts, of.minutes);
            if module.edition.number != of.edition {
                // They may be others now.
                made.objectives.clear();
            }
            Some(made)
        });
        made.flatten()
    }
}

/// What has to be known about what signs, before a name is written.
pub(super) fn words(player: Player, licence: &Licence) -> Option<String> {
    Some(match licence {
        Licence::Asking | Licence::None => return None,
        Licence::Signs(licence) => player.fill(
            "It will be signed under your licence from {organiser}, so that anybody can check it.",
            &[("organiser", &licence.organiser)],
        ),
        Licence::Ended(until) => {
            let state = player.state();
            let day = state.outlet(|out| out.day(Moment(until.0.saturating_sub(1000)), &player.language()));
            player.fill(
                "Your licence let you sign certificates until {date}. One that you signed before stays good. For a new one, turn to the organiser; the sheet below is not signed.",
                &[("date", &day)],
            )
        }
        Licence::Unable => player.t(
            "Your licence does not allow signing what you have reached. Turn to the organiser; the sheet below is not signed.",
        ),
        Licence::Absent => player.t(
            "The part that signs certificates could not be fetched. Check the connection, then open this page again; the sheet below is not signed.",
        ),
    })
}

/// Why it was not signed.
pub(super) fn trouble(player: Player, trouble: Trouble) -> String {
    match trouble {
        Trouble::Absent => {
            player.t("The part that signs certificates could not be fetched. Check the connection, then try again.")
        }
        Trouble::TooLong => player.t("The name is too long for the QR code. Write it shorter, then try again."),
        Trouble::Refused => player.t("Your licence does not allow signing this. Turn to the organiser."),
        Trouble::Silent => player.t("It could not be signed. Load the page again, then try once more."),
    }
}
