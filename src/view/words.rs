//! Words and small pieces that several screens share.

use super::Player;
use crate::content::Finding;
use leptos::prelude::*;

/// What is wrong with a file, for those who can mend it; nothing where nothing is.
pub(super) fn details(player: Player, findings: &[Finding]) -> AnyView {
    if findings.is_empty() {
        return ().into_any();
    }
    let all: Vec<AnyView> = findings.iter().map(|finding| view! { <li>{finding.to_string()}</li> }.into_any()).collect();
    view! {
        <details class="findings">
            <summary>{player.t("Details for the organiser")}</summary>
            <ul lang="en">{all}</ul>
        </details>
    }
    .into_any()
}
