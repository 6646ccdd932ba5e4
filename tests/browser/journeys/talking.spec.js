// Talking: a conversation is led, looked back at and led again; a case opens stage by stage.
import AxeBuilder from "@axe-core/playwright";
import { course, exercise, rightAnswer } from "../support/course.js";
import { DIST } from "../support/folders.js";
import { expect, test } from "../support/test.js";

const clean = async (page) => expect((await new AxeBuilder({ page }).include("main").analyze()).violations.map((one) => `${one.id}: ${one.nodes[0].html}`)).toEqual([]);

for (const language of ["en", "ru"]) {
  test.describe(language, () => {
    test.use({ language });
    const module = () => course(DIST, "gallery", language);
    const place = (site, name) => `${site.url}gallery/${language === "en" ? "" : "ru/"}#/u/talking/${name}`;
    const saying = (card, id) => card.root.locator(`button[data-do="say"][data-part="${id}"]`);
    const lines = (card) => card.root.locator(".talk > li");

    test("a conversation is on paper as a whole, to be led there, and afterwards as it was led", async ({ page, player, site }) => {
      const { t } = player;
      const one = exercise(module(), "g-late-book");
      const card = player.card(one);
      const [script, talk] = [".script", ".talk"].map((part) => card.root.locator(part));
      await page.goto(place(site, "conversation"));
      await expect(talk).toBeVisible();
      await expect(script).toBeHidden();
      await page.emulateMedia({ media: "print" });
      await expect(script.locator("ol > li")).toHaveCount(one.prompt.turns.length);
      await expect(script.locator(".answers > li")).toHaveCount(one.prompt.turns.flatMap((turn) => turn.choices ?? []).length);
      await expect(script).toBeVisible();
      await expect(script).toContainText(t("Tick what you say, note what it changes, and go on at the number behind the arrow."));
      await expect(script.locator(".answers > li").first()).toContainText(/\+1; → 2$/);
      await expect(talk).toBeHidden();
      await expect(card.check).toBeHidden();
      await page.emulateMedia({ media: "screen" });
      await card.answer(rightAnswer(one));
      await page.emulateMedia({ media: "print" });
      await expect(script).toHaveCount(0);
      await expect(talk).toBeVisible();
      await expect(card.panel).toBeVisible();
    });

    test("a conversation is led to an end, looked back at, kept over a reload, and led again @phone", async ({ page, player, site }) => {
      const { t } = player;
      const one = exercise(module(), "g-late-book");
      const card = player.card(one);
      await page.goto(place(site, "conversation"));
      await card.check.click();
      await expect(card.panel).toHaveText(t("Lead the conversation to its end first."));
      await expect(card.root.getByText(/[:] 2 (of|из) 5/)).toBeVisible();

      await saying(card, "remind").click();
      await expect(card.root.locator("[data-now]")).toBeFocused();
      await expect(lines(card)).toHaveCount(3);
      await expect(card.root.getByText(/[:] 0 (of|из) 5/)).toBeVisible();
      // At this trust the joke is not offered.
      await expect(card.root.locator("[data-do=say]")).toHaveCount(2);
      await page.reload();
      await expect(lines(card)).toHaveCount(3);
      await card.button("Take the last one back").click();
      await expect(lines(card)).toHaveCount(1);
      await saying(card, "remind").click();
      await saying(card, "insist").click();
      await expect(card.root.getByText(t("The conversation ends here."))).toBeVisible();
      await clean(page);

      await card.check.click();
      await expect(card.panel).toContainText(t.part("Not quite: {points}"));
      await expect(card.panel).toBeFocused();
      const first = card.root.locator(".talk > .you").first();
      await expect(first).toContainText(t("Does not help here"));
      await expect(first).toContainText("−2");
      await expect(first.locator(".better")).toContainText(t("Better here"));
      await expect(card.root.getByText(t("How you spoke"))).toBeVisible();
      await clean(page);
      await page.reload();
      await expect(first.locator(".better")).toBeVisible();

      await card.button("Try again").click();
      await expect(lines(card)).toHaveCount(1);
      await card.answer(rightAnswer(one));
      await expect(card.panel).toContainText(t.part("That holds: {points}"));
      await expect(card.root.locator(".better")).toHaveCount(0);
      await expect(card.root.locator(".talk > .you.right")).toHaveCount(3);
    });

    test("the answer of a conversation is a whole one, and the keyboard is enough to lead one", async ({ page, player, site }) => {
      const { t } = player;
      const card = player.card(exercise(module(), "g-late-book"));
      await page.goto(place(site, "conversation"));
      await expect(saying(card, "remind")).toBeVisible();
      for (const id of ["remind", "insist"]) {
        await saying(card, id).focus();
        await page.keyboard.press("Enter");
      }
      await card.check.focus();
      await page.keyboard.press("Enter");
      await expect(card.panel).toContainText(t.part("Not quite: {points}"));
      await card.button("Show the answer").click();
      await expect(card.model).toBeFocused();
      await expect(card.model.locator(".talk > .you")).toHaveCount(3);
      await expect(card.model.locator(".better")).toHaveCount(0);
    });

    test("a case opens its next stage when the questions before are answered, and keeps it open @phone", async ({ page, player, site }) => {
      const { t } = player;
      const ids = ["g-case-first", "g-case-second", "g-case-plan"];
      const [first, second, third] = ids.map((id) => player.card(exercise(module(), id)));
      const waits = page.getByText(t("The case goes on here once the questions above are answered."));
      await page.goto(place(site, "case"));
      await expect(first.root).toBeVisible();
      await expect(waits).toHaveCount(1);
      await expect(second.root).toHaveCount(0);
      await first.answer(["reminder"]);
      await expect(second.root).toBeVisible();
      await expect(first.panel).toContainText(t.part("Not quite: {points}"));
      await second.answer(["shame", "names"]);
      await expect(waits).toHaveCount(1);
      await third.answer({ message: "helps", list: "away", box: "helps", call: "away" });
      await expect(waits).toHaveCount(0);
      await clean(page);
      await page.reload();
      await expect(third.panel).toContainText(t.part("That holds: {points}"));
      await expect(waits).toHaveCount(0);
      await expect(first.panel).toContainText(t.part("Not quite: {points}"));
    });
  });
}
