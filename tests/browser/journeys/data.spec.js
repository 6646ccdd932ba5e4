// Working with data: a transcript that is coded by finger, mouse and keys, and a table of one's own.
import AxeBuilder from "@axe-core/playwright";
import { course } from "../support/course.js";
import { DIST } from "../support/folders.js";
import { reach } from "../support/player.js";
import { expect, test } from "../support/test.js";

const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Opens a page of the gallery's unit in a language. */
async function open(page, site, language, name) {
  const module = course(DIST, "gallery", language);
  await page.goto(`${site.url}${module.address}#/u/data/${name}`);
}

/** The coding on the page, as a person sees it. */
function desk(page, t) {
  const card = page.locator("#x-g-coding");
  return {
    card,
    sentence: (at) => card.getByRole("option").nth(at),
    code: (at) => card.locator(".codes").getByRole("button").nth(at),
    said: card.locator(".pick-said"),
    check: card.getByRole("button", { name: t("Compare with the expert") }),
    byWord: card.getByRole("radio", { name: t("word by word") }),
  };
}

/** The table on the page. */
function bench(page, t) {
  const card = page.locator("#x-g-table");
  const list = (name) => card.getByRole("combobox", { name: t(name), exact: true });
  return {
    card,
    list,
    field: (name) => card.getByRole("textbox", { name: t(name), exact: true }),
    cases: card.locator(".count-cases"),
    own: card.getByRole("region", { name: t("Your table") }),
    number: (at) => card.locator(".asks").getByRole("textbox").nth(at),
    check: card.getByRole("button", { name: t("Check"), exact: true }),
  };
}

/** Makes the table that is asked for, and answers the other questions. */
async function solve(b, t) {
  await b.list("In the rows").selectOption("light");
  await b.list("In the columns").selectOption("borrowed");
  const row = (name) => b.own.getByRole("row", { name });
  await row(/^(after dark|в темноте)/).getByRole("button").nth(1).click();
  await b.card.getByRole("button", { name: t("Use the chosen cell") }).click();
  await b.list("In the columns").selectOption("borrowed");
  await b.list("In the rows").selectOption("day");
  await b.list("In the cells").selectOption("row");
  const share = await row(/^(weekday|будни)/).getByRole("button").first().innerText();
  await b.number(1).fill(share);
  await b.list("Look at a column").selectOption({ index: 2 });
  await expect(b.card.locator(".facts")).toContainText("74");
  await b.number(0).fill("74");
  await b.field("A new group begins at (separate with spaces)").fill("18 60");
  await b.list("Look at a column").selectOption({ index: 3 });
  await b.card.locator(".filtering").getByRole("checkbox").first().check();
  await b.list("In the rows").selectOption("age");
  await b.list("In the columns").selectOption("");
  await b.list("In the cells").selectOption("mean");
  await b.list("of").selectOption("books");
}

for (const language of ["en", "ru"]) {
  test.describe(language, () => {
    test.use({ language, locale: language === "en" ? "en-GB" : "ru-RU" });

    test("a transcript is coded with the keys alone, word by word too, and stays after a reload", async ({ page, player, site }) => {
      const { t } = player;
      await open(page, site, language, "coding-words");
      const d = desk(page, t);
      await reach(d.sentence(0));
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Space");
      await expect(d.sentence(1)).toHaveAttribute("aria-selected", "true");
      await expect(d.said).toHaveText(t.like("{n} sentence is selected.", "{n} sentences are selected."));
      await page.keyboard.press("Shift+ArrowDown");
      await expect(d.sentence(2)).toHaveAttribute("aria-selected", "true");
      await page.keyboard.press("Escape");
      await expect(d.said).toHaveText(t("Nothing is selected."));
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("Space");
      await reach(d.code(1));
      await page.keyboard.press("Enter");
      await expect(d.code(1)).toHaveAttribute("aria-pressed", "true");
      await expect(d.sentence(1).locator(".chip")).toHaveCount(1);
      await d.byWord.check();
      await reach(d.sentence(1));
      for (const key of ["ArrowDown", "ArrowRight", "Shift+ArrowRight"]) await page.keyboard.press(key);
      await expect(d.said).toHaveText(t.like("Selected: “{text}”"));
      await reach(d.code(0));
      await page.keyboard.press("Enter");
      await expect(d.sentence(2).locator(".marked").first()).toBeVisible();
      await page.reload();
      await expect(d.sentence(1).locator(".chip")).toHaveCount(1);
      await expect(d.sentence(2).locator(".marked")).toHaveCount(1);
      await reach(d.check);
      await page.keyboard.press("Enter");
      await expect(d.card.getByText(t("only the expert")).first()).toBeVisible();
      await expect(d.card.getByRole("region", { name: t("Agreement by code") }).getByRole("row")).toHaveCount(4);
      await expect(d.card.getByText(t("There are fewer than 30 sentences: one difference more or less moves kappa by much."))).toBeVisible();
      await page.reload();
      await expect(d.card.getByText(t("only you"))).toBeVisible();
    });

    test("a transcript is coded by taps, with a code of one's own that is compared once it is mapped @phone", async ({ page, player, site }) => {
      const { t } = player;
      await open(page, site, language, "coding-words");
      const d = desk(page, t);
      await d.code(0).click();
      await expect(d.said).toHaveText(t("Select a sentence or some words first, then choose a code."));
      await d.check.click();
      await expect(d.card.getByText(t("Give a code to at least one sentence first."))).toBeVisible();
      await d.card.getByRole("textbox", { name: t("A code of your own") }).fill("Tea");
      await page.keyboard.press("Enter");
      await expect(d.code(3)).toHaveText("Tea");
      await d.sentence(1).click();
      await d.sentence(6).click();
      await d.code(3).click();
      await expect(d.sentence(6).locator(".chip")).toHaveText("Tea");
      // A code that is there is taken back.
      await d.sentence(1).click();
      await d.code(3).click();
      await expect(d.sentence(1).locator(".chip")).toHaveCount(0);
      await d.card.locator(".own-codes select").selectOption("people");
      await d.check.click();
      await expect(d.card.getByText(t("you and the expert"))).toBeVisible();
      await d.card.getByRole("button", { name: t("Show the answer") }).click();
      await expect(d.card.getByRole("status").filter({ hasText: t("The answer") })).toBeVisible();
    });

    test("a table is made, judged and kept", async ({ page, player, site }) => {
      const { t } = player;
      await open(page, site, language, "own-table");
      const b = bench(page, t);
      await b.check.click();
      await expect(b.card.getByText(t("Answer the questions below the table first."))).toBeVisible();
      await solve(b, t);
      await expect(b.own.getByRole("row")).toHaveCount(5);
      await b.check.click();
      await expect(b.card.getByText(t.part("That holds: {points}"))).toBeVisible();
      await expect(b.card.locator(".judged .right")).toHaveCount(4);
      await page.reload();
      await expect(b.card.locator(".judged .right")).toHaveCount(4);
      await b.card.getByRole("button", { name: t("Try again") }).click();
      await b.list("In the cells").selectOption("median");
      await b.check.click();
      await expect(b.card.getByText(t.part("Partly there: {points}"))).toBeVisible();
      await expect(b.card.locator(".judged .wrong")).toHaveCount(1);
      await b.card.getByRole("button", { name: t("Show the answer") }).click();
      await expect(b.card.locator(".model").getByRole("region", { name: t("Your table") })).toBeVisible();
    });

    test("filters, sorting and the first rows @phone", async ({ page, player, site }) => {
      const { t } = player;
      await open(page, site, language, "own-table");
      const b = bench(page, t);
      await b.card.locator("details.data > summary").click();
      await expect(b.card.locator(".grid").getByRole("row")).toHaveCount(21);
      await expect(b.card.getByText(t.like("The first {n} of {of} cases are shown."))).toBeVisible();
      await b.list("Look at a column").selectOption({ index: 2 });
      await b.list("Sort the cases").selectOption("down");
      await expect(b.card.locator(".grid").getByRole("row").nth(1)).toContainText("74");
      await b.field("at least").fill("200");
      await expect(b.card.getByText(t("No case is left: remove a filter."))).toBeVisible();
      await b.card.locator(".filters").getByRole("button").click();
      await expect(b.cases).toHaveText(/60.*60/);
    });

    test("on paper all cases stand together, with room for a table made by hand", async ({ page, player, site }) => {
      await open(page, site, language, "own-table");
      const b = bench(page, player.t);
      const paper = b.card.locator(".bench > .on-paper");
      await expect(b.list("In the rows")).toBeVisible();
      await expect(paper).toBeHidden();
      await page.emulateMedia({ media: "print" });
      await expect(paper.locator("tbody tr")).toHaveCount(60);
      await expect(paper.locator("tbody tr").last()).toBeVisible();
      for (const gone of [".column", ".maker", ".count-line", ".crosstab > .note"]) await expect(b.card.locator(`.bench ${gone}`)).toBeHidden();
      expect((await b.card.locator(".bench .crosstab").boundingBox()).height).toBeGreaterThan(100);
    });

    test.describe("checked by axe", () => {
      test.use({ bypassCSP: true, viewport: { width: 1280, height: 4000 } });

      test("nothing is found in a coding or a table, open or checked", async ({ page, player, site }) => {
        const { t } = player;
        const problems = [];
        const look = async (where) => {
          const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze();
          problems.push(...violations.map(({ id, nodes }) => `${where}: ${id}: ${nodes.map((node) => `${node.target} ${node.failureSummary}`).join(" | ")}`));
        };
        await open(page, site, language, "coding-words");
        const d = desk(page, t);
        await d.sentence(1).click();
        await d.code(1).click();
        await d.sentence(3).click();
        await look("a coding");
        await d.check.click();
        await expect(d.card.getByText(t("only the expert")).first()).toBeVisible();
        await look("two codings");
        await open(page, site, language, "own-table");
        const b = bench(page, t);
        await b.card.locator("details.data > summary").click();
        await solve(b, t);
        await look("a table");
        await b.check.click();
        await expect(b.card.locator(".judged")).toBeVisible();
        await look("a table that is judged");
        expect(problems).toEqual([]);
      });
    });
  });
}

test("words are selected by two taps, sentences by dragging the mouse over them", async ({ page, player, site }) => {
  const { t } = player;
  await open(page, site, "en", "coding-words");
  const d = desk(page, t);
  await d.sentence(1).scrollIntoViewIfNeeded();
  const middle = async (at, x = 0.5) => {
    const box = await d.sentence(at).boundingBox();
    return [box.x + Math.min(box.width * x, box.width - 4), box.y + 12];
  };
  await page.mouse.move(...(await middle(0, 0.2)));
  await page.mouse.down();
  await page.mouse.move(...(await middle(1, 0.3)), { steps: 5 });
  await page.mouse.up();
  for (const at of [0, 1]) await expect(d.sentence(at)).toHaveAttribute("aria-selected", "true");
  await d.card.getByRole("button", { name: t("Clear the selection") }).click();
  await d.byWord.check();
  await page.mouse.click(...(await middle(0, 0.02)));
  await expect(d.said).toHaveText("Selected: “How”");
  await page.mouse.click(...(await middle(0, 0.35)));
  await expect(d.said).toHaveText(/^Selected: “How did/);
});

test("what is coded in one language is coded in the other, where words are sentences", async ({ page, player, site }) => {
  await open(page, site, "en", "coding-words");
  let d = desk(page, player.t);
  await d.byWord.check();
  await d.sentence(3).click();
  await d.code(0).click();
  await expect(d.sentence(3).locator(".marked")).toHaveCount(1);
  const there = player.in("ru");
  await page.goto("about:blank");
  await open(page, site, "ru", "coding-words");
  d = desk(page, there.t);
  await expect(d.sentence(3).locator(".chip")).toHaveText("Дорога");
  await expect(d.sentence(3).locator("[data-from]")).toHaveClass("marked");
});
