// A map of power and interest: by tap, by key, and in the list; compared with the author's places and reasons.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "../support/test.js";
import { reach } from "../support/player.js";

for (const language of ["en", "ru"]) {
  test.describe(language, () => {
    test.use({ language });

    const open = async (page, site) => {
      await page.goto(`${site.url}gallery/${language === "en" ? "" : "ru/"}#/u/planning/stakeholders`);
      const card = page.locator("#x-g-stakeholders");
      await expect(card.locator(".place-on-map")).toHaveCount(16);
      return card;
    };
    const field = (card, place) => card.locator(`[data-place="${place}"]`);
    const menu = (card, who) => card.locator(`select[data-part="${who}"]`);

    test("by tap: somebody, then a field; the list shows it, and the next one is chosen @phone", async ({ page, site }) => {
      const card = await open(page, site);
      await field(card, "4/2").click();
      await expect(menu(card, "owner")).toHaveValue("4/2");
      await expect(field(card, "4/2").locator("b")).toHaveText("1");
      await expect(card.locator("[data-do=pick][aria-pressed=true]")).toHaveAttribute("data-part", "street");
      await card.locator("[data-do=pick][data-part=council]").click();
      await field(card, "3/1").click();
      await expect(menu(card, "council")).toHaveValue("3/1");
      // Somebody who has a place can have another one.
      await card.locator("[data-do=pick][data-part=owner]").click();
      await field(card, "1/1").click();
      await expect(menu(card, "owner")).toHaveValue("1/1");
      await page.reload();
      await expect(menu(card, "owner")).toHaveValue("1/1");
      for (const size of await field(card, "1/1").evaluate((one) => [one.offsetWidth, one.offsetHeight])) expect(size).toBeGreaterThanOrEqual(24);
    });

    test("by key and in the list; ones own come and go; the reasons stand beside", async ({ page, player, site }) => {
      const { t } = player;
      const card = await open(page, site);
      const check = card.getByRole("button", { name: t("Compare with the author") });
      await check.click();
      await expect(card.locator(".panel")).toHaveText(t.like("Choose an answer for each item first."));
      await reach(field(card, "4/2"));
      await page.keyboard.press("Enter");
      await expect(menu(card, "owner")).toHaveValue("4/2");
      await menu(card, "street").selectOption("1/4");
      await expect(field(card, "1/4").locator("b")).toHaveText("2");
      await check.click();
      await expect(card.locator(".panel")).toHaveText(t.like("{n} item is still without an answer.", "{n} items are still without an answer."));
      await menu(card, "council").selectOption("1/4");

      const name = card.getByRole("textbox", { name: t("Who else?") });
      await name.fill("Соседи & друзья");
      await card.locator("[data-do=join]").click();
      await expect(card.locator("[data-do=pick][data-part='+0']")).toBeFocused();
      await menu(card, "+0").selectOption("2/3");
      await expect(field(card, "2/3").locator("b")).toHaveText("4");
      await name.fill("Соседи & друзья");
      await card.locator("[data-do=join]").click();
      await expect(card.locator(".everybody > li")).toHaveCount(4);
      await name.fill("Ещё кто-то");
      await card.locator("[data-do=join]").click();
      await card.locator("[data-do=drop][data-part='+1']").click();
      await expect(card.locator(".everybody > li")).toHaveCount(4);

      await check.click();
      await expect(card.locator(".panel")).toContainText(t.part("Partly there: {points}"));
      const rows = card.locator(".everybody > li");
      await expect(rows.nth(0).locator(".mark")).toContainText(t("As the author sees it"));
      await expect(rows.nth(2).locator(".mark")).toContainText(t("The author sees it differently"));
      await expect(rows.nth(2).locator(".said")).toContainText(/\S/);
      await expect(rows.nth(3)).toContainText("Соседи & друзья");
      await card.getByRole("button", { name: t("Show the answer") }).click();
      await expect(card.locator(".model .drawn b")).toHaveCount(3);
      await page.reload();
      await expect(rows.nth(3)).toContainText("Соседи & друзья");
      await expect(card.locator(".model li")).toHaveCount(3);
    });

    test.describe("checked by axe", () => {
      // axe puts its own script into the page, which the policy refuses; nothing else is tested here.
      test.use({ bypassCSP: true, viewport: { width: 1280, height: 3000 } });

      test("every state can be read, heard and reached", async ({ page, player, site }) => {
        const { t } = player;
        const clean = async () => expect((await new AxeBuilder({ page }).include("main").analyze()).violations).toEqual([]);
        const card = await open(page, site);
        await clean();
        for (const [who, place] of [["owner", "4/2"], ["street", "1/4"], ["council", "1/4"]]) await menu(card, who).selectOption(place);
        await clean();
        await card.getByRole("button", { name: t("Compare with the author") }).click();
        await expect(card.locator(".panel")).toContainText(t.part("Partly there: {points}"));
        await card.getByRole("button", { name: t("Show the answer") }).click();
        await clean();
      });
    });
  });
}
