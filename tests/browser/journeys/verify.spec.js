// Certificates: verified by a stranger in a clean profile, by link, by pasted code and by file.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { axe } from "../support/axe.js";
import { finished } from "../support/course.js";
import { PAID, VERIFY, expect, test, unlock } from "../support/organiser.js";
import { CERTIFICATE, LICENCE, altered, bytes, scanned, vouch } from "../support/proof.js";
import { serve } from "../support/server.js";

/** The verify screen, as a person sees it. */
const screen = (page, t) => ({
  verdict: page.locator("#found h2"),
  found: page.locator("#found"),
  code: page.getByRole("textbox", { name: t("The link or code of the certificate") }),
  check: page.getByRole("button", { name: t("Check"), exact: true }),
  file: page.locator("#file"),
});

const link = (site, code = CERTIFICATE) => `${site.url}#certificate/${code}`;

for (const language of ["en", "ru"]) {
  test.describe(language, () => {
    test.use({ language, locale: language === "ru" ? "ru-RU" : "en-GB" });

    test(`a certificate is verified from its link, with every signed field @phone`, async ({ page, player, broken, trouble }) => {
      trouble.allow(/404/);
      const site = await broken(vouch);
      const { t } = player;
      await page.goto(link(site));
      const { verdict, found } = screen(page, t);
      await expect(verdict).toHaveText(t("This certificate is valid; whether it was revoked is not checked"));
      if (language === "ru") await expect(found).toContainText("This certificate is valid; whether it was revoked is not checked");
      for (const words of [
        "Әсел Нұрланқызы", "Анализ данных: от коробки с записями к выводам", "Data Analysis", "С отличием (distinction)",
        "92", "k7m2q9x4ta", "0701-0203-0405-06FF", "completed, distinction", "cbpr", "example.org", "Қауымдастық «Кереге»",
      ]) {
        await expect(found).toContainText(words);
      }
      await expect(found).toContainText(t("What is not proven"));
      await expect(page.getByText(t("Before you believe this page: is the address at the top of the browser the one at which you know the organiser? A forged code leads to a forger’s page, which says whatever they like. If in doubt, open the organiser’s address yourself and paste the code there."))).toBeVisible();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect(wide, "nothing is wider than the window").toBe(false);
    });

    test.describe("checked by axe", () => {
      // axe puts its own script into the page, which the policy refuses. So high that nothing lies under what sticks.
      test.use({ bypassCSP: true, viewport: { width: 1280, height: 3000 } });

      for (const [name, media] of [["light", { colorScheme: "light" }], ["dark", { colorScheme: "dark" }], ["forced colours", { forcedColors: "active" }]]) {
        test(name, async ({ page, player, broken, trouble }) => {
          trouble.allow(/404/);
          await page.emulateMedia(media);
          const site = await broken(vouch);
          const revoked = await broken((folder) => vouch(folder, { isRevoked: true }));
          for (const address of [`${site.url}#/verify`, link(site), link(revoked)]) {
            await page.goto(address);
            await expect(player.title).toBeVisible();
            if (address.includes("certificate/")) await expect(page.locator("#found h2")).toBeVisible();
            await expect(page.getByText("Қауымдастық «Кереге»").first()).toBeVisible();
            await axe(page);
          }
        });
      }
    });

    test("altered, of an unknown organiser, and revoked: each is said", async ({ page, player, broken, trouble }) => {
      trouble.allow(/404/);
      const { t } = player;
      const { verdict, found, code, check } = screen(page, t);
      const known = await broken(vouch);
      await page.goto(`${known.url}#/verify`);
      await code.fill(altered(CERTIFICATE, -1));
      await check.click();
      await expect(verdict).toHaveText(t("This certificate is not valid"));
      await expect(found).toContainText(t("Something in it was altered: it is not what was signed. Ask the holder for the original."));
      await code.fill(CERTIFICATE.slice(0, -20));
      await check.click();
      await expect(verdict).toHaveText(t("This is no certificate, or a part of it is missing"));
      const unknown = await broken((folder) => vouch(folder, { seed: 9 }));
      await page.goto(link(unknown));
      await expect(verdict).toHaveText(t("Not confirmed: the organiser is not known here"));
      const none = await broken();
      await page.goto(link(none));
      await expect(verdict).toHaveText(t("Not confirmed: the organiser is not known here"));
      const revoked = await broken((folder) => vouch(folder, { isRevoked: true }));
      await page.goto(link(revoked));
      await expect(verdict).toHaveText(t("This certificate was revoked"));
      await expect(found.locator(".told")).toHaveClass(/against/);
    });
  });
}

test("without a network: not checked is told apart from not revoked, and a pasted code is verified", async ({ page, player, broken, context, trouble }) => {
  trouble.allow(/404|ERR_INTERNET_DISCONNECTED|Failed to load resource/);
  const { t } = player;
  const site = await broken(vouch);
  await page.goto(`${site.url}#/verify`);
  await expect(page.getByText("This site knows the keys of one organiser: Қауымдастық «Кереге» (example.org).")).toBeVisible();
  await context.setOffline(true);
  const { verdict, found, code, check } = screen(page, t);
  await check.click();
  await expect(found).toContainText("Paste the link or the code first, or open a file.");
  await expect(code).toBeFocused();
  await code.fill(`Look: ${link(site)}`);
  await check.click();
  await expect(verdict).toHaveText("This certificate is valid; whether it was revoked is not checked");
  await expect(found).toContainText("Connect to the internet and check again.");
});

test("by file; and a licence that somebody pastes is neither shown nor kept in the address", async ({ page, player, broken, trouble }) => {
  trouble.allow(/404/);
  const { t } = player;
  const site = await broken(vouch);
  await page.goto(site.url);
  await page.getByRole("link", { name: "Verify a certificate" }).last().click();
  const { verdict, found, code, check, file } = screen(page, t);
  await file.setInputFiles({ name: "c.cose", mimeType: "application/cose", buffer: bytes(CERTIFICATE) });
  await expect(verdict).toHaveText(/^This certificate is valid/);
  await file.setInputFiles({ name: "c.json", mimeType: "application/json", buffer: Buffer.from('{"type":"certificate","attested":"self"}') });
  await expect(verdict).toHaveText("This certificate is attested by its holder alone");
  await code.fill(LICENCE);
  await check.click();
  await expect(verdict).toHaveText("This is a licence, not a certificate");
  expect(page.url()).not.toContain(LICENCE.slice(0, 20));
  await expect(found).not.toContainText("cbpr");
  // The language changes, and what was brought is still there.
  await file.setInputFiles({ name: "c.txt", mimeType: "text/plain", buffer: Buffer.from(`${CERTIFICATE}\n`) });
  await expect(verdict).toHaveText(/^This certificate is valid/);
});

test.describe("a certificate from the licence to the verifier", () => {
  // As sharp as a camera sees it.
  test.use({ deviceScaleFactor: 3, viewport: { width: 1280, height: 900 } });

  /** Opens the finished course at its certificate; with a licence, where there is one. */
  async function finish(player, organiser, address, licence) {
    const [key, value] = finished(organiser.answers(PAID), "whole");
    await player.page.addInitScript(([key, value]) => localStorage.getItem(key) ?? localStorage.setItem(key, value), [key, value]);
    if (licence) await unlock(player, address(PAID), licence);
    else await player.page.goto(`${address(PAID)}#/settings`);
    await player.go("#/certificate");
  }

  const sheet = (page) => page.locator("svg.sheet");
  const sign = (page) => page.getByRole("button", { name: "Sign the certificate" });
  const digits = async (page) => (await page.locator(".digits").textContent()).trim();

  /** What the QR code on the sheet says, from a picture of the screen. */
  async function code(page) {
    await page.locator("svg.qr").scrollIntoViewIfNeeded();
    return scanned(await page.locator("svg.qr").screenshot({ scale: "device" }));
  }

  test("signed once, scanned, printed, verified by a stranger; then altered and revoked", async ({ page, browser, player, organiser, address, sealed }) => {
    const { t } = player;
    const licence = organiser.issue(PAID, "--name", "Әсел Нұрланқызы");
    await finish(player, organiser, address, licence);
    await expect(page.getByText("It will be signed under your licence from Қауымдастық «Кереге», so that anybody can check it.")).toBeVisible();
    await expect(sheet(page)).toContainText("Not signed yet");
    await sign(page).click();
    await expect(page.getByText("Write your name first.").first()).toBeAttached();
    await player.name.fill("Айгүл Серікқызы");
    await sign(page).click();
    await expect(page.locator("svg.qr")).toBeVisible();
    for (const words of ["Айгүл Серікқызы", "Pears and pruning", "Completed with distinction", "4 of 4 points", "Қауымдастық «Кереге» · example.org", "Fingerprint of the key"]) {
      await expect(sheet(page)).toContainText(words);
    }
    await expect(sheet(page)).not.toContainText("Self-attested");
    const signed = await digits(page);
    expect(await code(page)).toBe(`${VERIFY}#certificate/${signed}`);
    await expect(page.getByRole("link", { name: /verify\.example\.org/ }).last()).toHaveAttribute("href", `${VERIFY}#certificate/${signed}`);

    await page.emulateMedia({ media: "print" });
    // The dark modules alone; the quiet zone around them is not painted.
    const { width } = await page.locator("svg.qr path").boundingBox();
    expect(width, "50 mm of paper").toBeGreaterThan((50 / 25.4) * 96);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page[^s]/g), "one sheet of paper").toHaveLength(1);
    expect(pdf).toMatch(/MediaBox\s*\[0 0 84\d(\.\d+)? 59\d/);
    await page.emulateMedia({ media: "screen" });

    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save the certificate as a file" }).click();
    const file = await (await saved).path();

    // Later, without the licence: the same certificate, and not another one.
    await page.reload();
    await expect(page.locator("svg.qr")).toBeVisible();
    expect(await digits(page)).toBe(signed);
    await expect(sign(page)).toHaveCount(0);

    const stranger = await browser.newPage();
    const at = screen(stranger, t);
    await stranger.goto(`${sealed.url}#certificate/${signed}`);
    await expect(at.verdict).toHaveText("This certificate is valid");
    for (const words of ["Айгүл Серікқызы", "Issued to", "Әсел Нұрланқызы", "it is not on list number"]) await expect(at.found).toContainText(words);
    await expect(at.found).toContainText("Title, track, level, objectives and full points are those of the course description that the organiser signed.");
    await at.file.setInputFiles(file);
    await expect(at.verdict).toHaveText("This certificate is valid");
    await at.code.fill(altered(signed, -70));
    await at.check.click();
    await expect(at.verdict).toHaveText("This certificate is not valid");
    const older = readFileSync(path.join(organiser.site, "revocations.cose"));
    organiser.revoke(licence);
    await stranger.goto(`${sealed.url}#certificate/${signed}`);
    await stranger.reload();
    await expect(at.verdict).toHaveText("This certificate was revoked");
    // Somebody puts the list from before back: whoever has seen the newer one is not taken in.
    const newer = readFileSync(path.join(organiser.site, "revocations.cose"));
    writeFileSync(path.join(organiser.site, "revocations.cose"), older);
    await stranger.reload();
    await expect(at.verdict).toHaveText("This certificate is valid; whether it was revoked is not checked");
    await expect(at.found).toContainText("is older than one that this device has seen");
    writeFileSync(path.join(organiser.site, "revocations.cose"), newer);
    await stranger.close();
  });

  test("the licence's name where the organiser demands it, and no level beyond the licence", async ({ page, player, organiser, address }) => {
    await finish(player, organiser, address, organiser.issue(PAID, "--name", "Әсел Нұрланқызы", "--name-binds", "--award", "completed"));
    await expect(page.getByText("The name is the one on your licence: Әсел Нұрланқызы.")).toBeVisible();
    await expect(page.locator("#name")).toHaveCount(0);
    await sign(page).click();
    await expect(page.locator("svg.qr")).toBeVisible();
    await expect(sheet(page)).toContainText("Әсел Нұрланқызы");
    await expect(sheet(page)).not.toContainText("distinction");
  });

  test("where the organiser named no address, the code holds the certificate alone, and any copy of the player takes it", async ({ page, player, organiser }) => {
    const site = await serve(organiser.build("nowhere"));
    const at = () => `${site.url}paid/`;
    await finish(player, organiser, at, organiser.issue(PAID));
    await player.name.fill("Әсел Нұрланқызы");
    await sign(page).click();
    await expect(page.locator("svg.qr")).toBeVisible();
    await axe(page);
    expect(await code(page)).toBe(await digits(page));
    await expect(sheet(page).getByRole("link")).toHaveCount(0);
    await expect(page.getByText("The organiser has named no address for verifying.")).toBeVisible();
    const signed = await code(page);
    await page.goto(`${site.url}#/verify`);
    const { verdict, code: field, check } = screen(page, player.t);
    await field.fill(signed);
    await check.click();
    await expect(verdict).toHaveText("This certificate is valid");
    await site.stop();
  });

  test("a licence under which no certificate can be made any more says so before the work, and at its end", async ({ page, player, organiser, address }) => {
    const licence = organiser.issue(PAID, "--from", "2020-01-01", "--until", "2099-12-31", "--certify-until", "2020-06-30");
    await unlock(player, address(PAID), licence);
    const ended = page.getByText("Certificates could be made under this licence until June 30, 2020: it opens the course, and signs nothing any more. If you need a certificate, turn to the organiser before you begin.");
    await expect(ended).toBeVisible();
    await axe(page);
    await player.go("#/");
    await expect(ended).toBeVisible();
    // A new page: what was done is put into it before it reads.
    await page.goto("about:blank");
    await finish(player, organiser, address, licence);
    await expect(page.getByText("Your licence let you sign certificates until June 30, 2020.")).toBeVisible();
    await expect(sheet(page).locator("text").first()).toHaveText(/^Self-attested/);
    await expect(sign(page)).toHaveCount(0);
    await axe(page);
    // One that still can says until when.
    await unlock(player, address(PAID), organiser.issue(PAID, "--until", "2099-12-31", "--certify-until", "2099-06-30"));
    await expect(page.getByText("Certificates can be made under it until June 30, 2099.")).toBeVisible();
  });

  test("without a licence it is attested by its holder, and says so in its first line", async ({ page, player, organiser, address }) => {
    await finish(player, organiser, address);
    await expect(sheet(page).locator("text").first()).toHaveText(/^Self-attested/);
    await expect(sign(page)).toHaveCount(0);
  });
});
