//! Reads `player.yaml`: what an organiser sets for the whole site.

use super::text;
use super::value::https;
use crate::finding::Findings;
use crate::passage::{Files, Passage};
use crate::site::Config;
use crate::yaml::{self, Fields};
use kerege::certificate::qr::LONGEST_ADDRESS;
use kerege::embed::Origin;
use kerege::licence::text::CERTIFICATE;
use std::path::Path;

/// Reads the file; it is added to `files`.
pub fn read(path: &Path, files: &mut Files, findings: &mut Findings) -> Option<Config> {
    let name = path.display().to_string();
    match text::load(path) {
        Ok(text) => {
            let id = files.add(name, text);
            config(&files.passage(id), findings)
        }
        Err(problem) => {
            let id = files.add(name.clone(), String::new());
            findings.wrong(id.start(), format!("{name} {problem}"), "name a file with `embed:` or `hide:`");
            None
        }
    }
}

fn config(source: &Passage, findings: &mut Findings) -> Option<Config> {
    let node = yaml::parse(source, findings)?;
    let mut fields = Fields::of(&node, "the configuration", findings)?;
    let mut config = Config::default();
    if let Some(mut embed) = fields.get("embed").and_then(|node| Fields::of(node, "`embed`", findings)) {
        for node in embed.list("origins", findings) {
            config.origins.extend(yaml::text(node, "origins", findings).and_then(|text| origin(text, findings)));
        }
        embed.finish(findings);
    }
    config.hide = fields.text("hide", findings).and_then(|text| https(text, findings));
    config.verify = fields.text("verify", findings).and_then(|text| verify(text, findings));
    fields.finish(findings);
    Some(config)
}

/// The address that is printed in certificates' QR codes, where room is scarce.
fn verify(text: &Passage, findings: &mut Findings) -> Option<String> {
    let address = format!("{}/", https(text, findings)?.trim_end_matches('/'));
    let longest = LONGEST_ADDRESS - CERTIFICATE.len();
    if address.len() > longest || address.contains(['#', '?']) {
        let help = format!("name the site that verifies, without `#` and `?`, in at most {longest} characters");
        findings.wrong(text.all(), "the address does not fit a certificate's QR code", help);
        return None;
    }
    Some(address)
}

fn origin(text: &Passage, findings: &mut Findings) -> Option<Origin> {
    let origin = Origin::new(&text.text);
    if origin.is_none() {
        findings.wrong(
            text.all(),
            format!("`{}` is not the origin of a site", text.text),
            "write scheme and host only, such as https://learn.example.org: no path, no `*`",
        );
    }
    origin
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_text(yaml: &str) -> (Option<Config>, bool) {
        let (mut files, mut findings) = (Files::default(), Findings::default());
        let id = files.add("player.yaml".to_owned(), yaml.to_owned());
        let config = config(&files.passage(id), &mut findings);
        (config, findings.any_wrong())
    }

    #[test]
    fn origins_and_the_neutral_address_are_read() {
        let (config, wrong) =
            read_text("embed: { origins: [\"https://learn.example.org\"] }\nhide: \"https://example.org/\"\n");
        assert!(!wrong);
        let config = config.unwrap();
        assert_eq!(config.origins.iter().map(Origin::as_str).collect::<Vec<_>>(), ["https://learn.example.org"]);
        assert_eq!(config.hide.as_deref(), Some("https://example.org/"));
        let (config, wrong) = read_text("verify: \"https://courses.example.org\"\n");
        assert!(!wrong);
        assert_eq!(config.unwrap().verify.as_deref(), Some("https://courses.example.org/"));
    }

    #[test]
    fn what_is_no_origin_or_no_address_is_said() {
        for yaml in [
            "embed: { origins: [\"https://*.example.org\"] }",
            "embed: { origins: [\"https://example.org/path\"] }",
            "embed: { orgins: [] }",
            "hide: \"javascript:alert(1)\"",
            "hid: x",
            "verify: courses.example.org",
            "verify: \"https://courses.example.org/?x\"",
            "verify: \"https://courses.example.org/a-long-way-down/to-the/verify/screen\"",
        ] {
            assert!(read_text(yaml).1, "{yaml}");
        }
    }
}
