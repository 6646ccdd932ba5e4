// Charts: drawn from data in a text, and read, built and mended.
import AxeBuilder from "@axe-core/playwright";
import { course, exercise, rightAnswer } from "../support/course.js";
import { DIST } from "../support/folders.js";
import { keys } from "../support/player.js";
import { expect, test } from "../support/test.js";

const clean = async (page) => expect((await new AxeBuilder({ page }).include("main").analyze()).violations.map((one) => `${one.id}: ${one.nodes[0].html}`)).toEqual([]);

for (const language of ["en", "ru"]) {
  test.describe(language, () => {
    test.use({ language, locale: language === "en" ? "en-GB" : "ru-RU" });
    const module = () => course(DIST, "gallery", language);
    const place = (site, name) => `${site.url}${module().address}#/u/data/${name}`;
    const tool = (card, what, more = "") => card.root.locator(`[data-tool="${what}"]${more}`);

    test("charts in a text have a name, a description and their numbers behind them @phone", async ({ page, player, site }) => {
      await page.goto(place(site, "charts"));
      const charts = page.locator("figure.chart");
      await expect(charts).toHaveCount(7);
      for (const chart of await charts.all()) {
        const title = await chart.locator("figcaption").innerText();
        const drawing = chart.getByRole("img");
        await expect(drawing).toHaveAttribute("aria-label", new RegExp(`^${title.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\. .`));
        const box = await drawing.boundingBox();
        for (const mark of await drawing.locator(".slab, .pt, text").all()) {
          const at = await mark.boundingBox();
          expect(at.x, "on the sheet").toBeGreaterThan(box.x - 12);
          expect(at.x + at.width, "on the sheet").toBeLessThan(box.x + box.width + 12);
        }
        await chart.getByText(player.t("The numbers as a table")).click();
        expect(await chart.locator("tbody tr").count()).toBeGreaterThan(1);
      }
      await clean(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    });

    test("a chart is read by pointing at it and from the list, and stays so @phone", async ({ page, player, site }) => {
      const { t } = player;
      const one = exercise(module(), "g-chart-read");
      const card = player.card(one);
      await page.goto(place(site, "own-chart"));
      await card.check.click();
      await expect(card.panel).toHaveText(t("Answer the questions, and change the chart where one of your own is asked for."));
      await card.root.locator(".area[data-row='2']").click();
      await expect(card.root.locator("input[data-part=least][value='2']")).toBeChecked();
      await expect(card.root.locator(".area.on")).toHaveAttribute("data-row", "2");
      await card.root.locator("input[data-part=grown]").fill(language === "en" ? "9.0" : "9,0");
      await card.check.click();
      await expect(card.panel).toContainText(t.part("Partly there: {points}"));
      await clean(page);
      await page.reload();
      await expect(card.panel).toContainText(t.part("Partly there: {points}"));
      await card.button("Try again").click();
      await card.root.locator("input[data-part=least][value='4']").check();
      await expect(card.root.locator(".area.on")).toHaveAttribute("data-row", "4");
      await card.check.click();
      await expect(card.panel).toContainText(t.part("That holds: {points}"));
    });

    test("a misleading chart is mended with a keyboard, and what does not hold yet is said", async ({ page, player, site }) => {
      const { t } = player;
      const one = exercise(module(), "g-chart-mend");
      const card = player.card(one);
      await page.goto(place(site, "own-chart"));
      await expect(card.root.getByRole("img")).toHaveAttribute("aria-label", /40/);
      await keys.tick(card.root.locator("input[data-part=why][value=axis]"), true);
      await card.check.click();
      await expect(card.panel).toContainText("2");
      const long = () => card.root.locator(".chart [role=img] .slab").nth(2).getAttribute("width").then(Number);
      const before = await long();
      await tool(card, "from").focus();
      await page.keyboard.press("ArrowUp");
      await expect.poll(long).toBeGreaterThan(before);
      await expect(card.root.locator(".chart-tools [role=status]")).toContainText("0");
      await card.check.click();
      await expect(card.panel).toContainText(t.part("Partly there: {points}"));
      await expect(card.root.locator(".chart-tools")).toHaveCount(0);
      await clean(page);
      await card.button("Try again").click();
      await card.answer(rightAnswer(one));
      await expect(card.panel).toContainText(t.part("That holds: {points}"));
    });

    test("bars that are not equally wide mislead by their height, and are mended by density or by equal bars", async ({ page, player, site }) => {
      const { t } = player;
      const one = exercise(module(), "g-chart-density");
      const card = player.card(one);
      const counts = [5, 6, 4, 8];
      await page.goto(place(site, "own-chart"));
      await expect(card.root.locator(".axis")).toHaveText(t("The height of a bar says how many."));
      // The table behind it counts what lies in each bar.
      await card.root.locator(".chart summary").click();
      const rows = card.root.locator(".chart table").first().locator("tbody tr");
      await expect(rows).toHaveCount(counts.length);
      for (const [at, count] of counts.entries()) await expect(rows.nth(at).locator("td").first()).toHaveText(String(count));
      const size = (what) => card.root.locator(".chart [role=img] .slab").evaluateAll((all, what) => all.map((one) => Number(one.getAttribute(what))), what);
      const ratio = (numbers) => numbers.map((number) => Math.round((number / numbers[0]) * 100) / 100);
      expect(ratio(await size("height"))).toEqual(ratio(counts));
      await tool(card, "heights").selectOption("density");
      await expect(card.root.locator(".axis")).toHaveText(t.like("The height of a bar says how many for each unit of “{of}” (density); its area says how many."));
      const areas = async () => {
        const [wide, high] = [await size("width"), await size("height")];
        return ratio(wide.map((one, at) => one * high[at]));
      };
      await expect.poll(areas).toEqual(ratio(counts));
      await expect(card.root.locator(".chart details")).toHaveAttribute("open", "");
      await card.answer(rightAnswer(one));
      await expect(card.panel).toContainText(t.part("That holds: {points}"));
      await clean(page);
      await page.reload();
      await expect.poll(areas).toEqual(ratio(counts));
      await card.button("Try again").click();
      await tool(card, "width").selectOption("30");
      await expect.poll(async () => (await size("width")).length).toBe(4);
      await card.check.click();
      await expect(card.panel).toContainText(t.part("That holds: {points}"));
    });

    test("on paper the bars of a chart are there, and what is closed or set is not", async ({ page, player, site }) => {
      await page.goto(place(site, "own-chart"));
      const card = player.card(exercise(module(), "g-chart-mend"));
      await expect(card.root.locator(".chart-tools")).toBeVisible();
      await page.emulateMedia({ media: "print" });
      const bar = card.root.locator(".chart [role=img] .slab").first();
      await expect(bar).toBeVisible();
      expect((await bar.boundingBox()).width).toBeGreaterThan(20);
      await expect(card.root.locator(".chart-tools")).toBeHidden();
      await expect(card.root.locator(".chart summary")).toBeHidden();
      // A chart of one's own is drawn by hand, from its numbers.
      const paper = player.card(exercise(module(), "g-chart-build")).root.locator(".bench > .on-paper");
      await expect(paper.locator("tbody tr")).toHaveCount(12);
      expect((await paper.locator(".room").boundingBox()).height).toBeGreaterThan(100);
      await page.emulateMedia({ media: "screen" });
      await expect(paper).toBeHidden();
    });

    test("a chart is built, its model shown and read out, and another language changes nothing @phone", async ({ page, player, site }) => {
      const { t } = player;
      const one = exercise(module(), "g-chart-build");
      const card = player.card(one);
      await page.goto(place(site, "own-chart"));
      await card.enter(rightAnswer(one));
      await page.goto(`${site.url}gallery/${language === "en" ? "ru/" : ""}#/u/data/own-chart`);
      await expect(tool(card, "shape")).toHaveValue("histogram");
      await expect(tool(card, "width")).toHaveValue("10");
      await page.goto(place(site, "own-chart"));
      await expect(tool(card, "of", "[value='2']")).not.toBeChecked();
      await tool(card, "shape").selectOption("line");
      await card.check.click();
      await expect(card.panel).toContainText(t.part("Partly there: {points}"));
      await card.button("Show the answer").click();
      await expect(card.model).toBeFocused();
      await expect(card.model.locator(".chart [role=img] .slab").first()).toBeVisible();
      await expect(card.model.locator(".own-chart")).toContainText(t("Histogram"));
      await clean(page);
    });
  });
}
