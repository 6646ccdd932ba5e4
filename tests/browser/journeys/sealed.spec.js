// Sealed courses where something is missing, broken, or was changed on the way.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "../support/organiser.js";

test.describe.configure({ timeout: 180_000 });

test("a free course loads nothing that opens seals", async ({ page, kinds }) => {
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(`${kinds.url}kinds/`);
  await expect(page.locator("section.exercise").first()).toBeVisible();
  await page.waitForLoadState("networkidle");
  expect(asked.filter((url) => /seals-|proofs-|\/trust-|licence-|organiser\.json|\.cose/.test(url))).toEqual([]);
});

for (const [what, change] of [
  ["a price", (folder) => edit(path.join(folder, "catalogue.json"), '"75"', '"15"')],
  ["a rule", (folder) => edit(path.join(folder, "kinds/module.json"), '"percent":70', '"percent":10')],
]) {
  test(`${what} that was changed on the way is refused`, async ({ page, player, spoilt, trouble }) => {
    trouble.allow(/./);
    const site = await spoilt(change);
    await page.goto(`${site.url}kinds/#/u/practice`);
    if (what === "a price") {
      await expect(page.locator(".locked")).toBeVisible();
      await page.waitForLoadState("networkidle");
      await expect(page.locator(".price")).toHaveCount(0);
    } else {
      await expect(player.title).toHaveText(player.t("This course is not what its organiser signed"));
    }
  });
}

function edit(file, from, to) {
  const text = readFileSync(file, "utf8");
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}
