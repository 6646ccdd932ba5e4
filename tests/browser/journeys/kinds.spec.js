// Each kind of exercise in detail: not ready, hint, wrong, partly, the answer, right, and all of it after a reload.
import { KINDS } from "../support/folders.js";
import { course, exercise, plain, rightAnswer } from "../support/course.js";
import { expect, test } from "../support/test.js";
import { tap } from "../support/player.js";

/** What is tried, by exercise: its page, what is said before anything is entered, and answers with their points. */
const TRIED = [
  { id: "one", page: "choosing", wait: "Choose an answer first.", wrong: ["pear"] },
  { id: "several", page: "choosing", wait: "Choose an answer first.", wrong: ["none"], partly: ["fifty"], points: "2/4" },
  { id: "truth", page: "choosing", wait: "Choose an answer first.", wrong: ["true"] },
  { id: "gap", page: "gaps", wait: "Fill in the gaps first.", half: { n: "40" }, open: ["{n} gap is still open.", "{n} gaps are still open."], wrong: { n: "4", share: "half" }, partly: { n: "40", share: "half" }, points: "1/2" },
  { id: "number-of", page: "number", wait: "Write a number, for example {number}.", half: "many", open: ["Write a number, for example {number}."], wrong: "20", partly: "78", points: "1/2" },
  { id: "pair", page: "pairs", wait: "Choose an answer for each item first.", half: { apple: "apple" }, open: ["{n} item is still without an answer.", "{n} items are still without an answer."], wrong: { apple: "grape", grape: "nut", nut: "apple" }, partly: { apple: "apple", grape: "nut", nut: "grape" }, points: "1/3" },
  { id: "seasons", page: "order", wrong: ["winter", "autumn", "summer", "spring"], partly: ["spring", "summer", "winter", "autumn"], points: null },
  { id: "groups-of", page: "groups", wait: "Choose an answer for each item first.", half: { pear: "fruit" }, open: ["{n} item is still without an answer.", "{n} items are still without an answer."], wrong: { pear: "tool", saw: "fruit", plum: "tool", ladder: "fruit" }, partly: { pear: "fruit", saw: "tool", plum: "tool", ladder: "fruit" }, points: "2/4" },
];

for (const language of ["en", "ru"]) {
  test.describe(language, () => {
    test.use({ language });
    const module = () => course(KINDS, "kinds", language);

    for (const tried of TRIED) {
      test(`${exerciseKind(tried.id)} (${tried.id}): every state, and all of it after a reload`, async ({ page, player, kinds }) => {
        const { t } = player;
        const one = exercise(module(), tried.id);
        const card = player.card(one);
        const right = rightAnswer(one);
        await page.goto(`${kinds.url}${module().address}#/u/practice/${tried.page}`);
        await expect(card.check).toBeVisible();
        await expect(card.button("Show the answer")).toBeHidden();

        if (tried.wait) {
          await card.check.click();
          await expect(card.panel).toHaveText(t.like(tried.wait));
        }
        if (tried.half) {
          await card.enter(tried.half);
          await card.check.click();
          await expect(card.panel).toHaveText(t.like(...tried.open));
        }
        await expect(card.button("Try again")).toHaveCount(0);

        for (const [at, hint] of (one.hints ?? []).entries()) {
          await card.button("Hint ({n})", "Hint ({n} more)").click();
          await expect(card.root.getByText(plain(hint))).toBeVisible();
          if (at + 1 === one.hints.length) await expect(card.button("Hint ({n})", "Hint ({n} more)")).toBeHidden();
        }

        await card.answer(tried.wrong);
        await expect(card.panel).toContainText(t.part("Not quite: {points}"));
        if (one.feedback?.wrong) await expect(card.panel).toContainText(plain(one.feedback.wrong));
        await expect(card.panel).toBeFocused();
        await expect(card.model).toBeEmpty();

        if (tried.partly) {
          await card.button("Try again").click();
          await card.answer(tried.partly);
          await expect(card.panel).toContainText(t.part("Partly there: {points}"));
          if (tried.points) await expect(card.panel).toContainText(new RegExp(tried.points.replace("/", "\\D+")));
          await expect(card.panel).toContainText(plain(one.feedback.partly));
        }

        await card.button("Show the answer").click();
        await expect(card.model).toContainText(t("The answer"));
        if (one.answer) await expect(card.model).toContainText(plain(one.answer));
        await expect(card.button("Show the answer")).toBeHidden();

        await card.button("Try again").click();
        await card.answer(right);
        await expect(card.panel).toContainText(t.part("That holds: {points}"));
        if (one.feedback?.right) await expect(card.panel).toContainText(plain(one.feedback.right));
        await expect(card.button("Try again")).toBeVisible();

        await page.reload();
        await expect(card.panel).toContainText(t.part("That holds: {points}"));
        await card.shows(right);
        for (const hint of one.hints ?? []) await expect(card.root.getByText(plain(hint))).toBeVisible();
      });
    }

    test("reflection: one's own text beside an example, and what to look for in it, after a reload too", async ({ page, player, kinds }) => {
      const { t } = player;
      const one = exercise(module(), "thought");
      const card = player.card(one);
      await page.goto(`${kinds.url}${module().address}#/u/practice/thinking`);
      await card.check.click();
      await expect(card.panel).toHaveText(t.like("Write something first. A few words are enough."));
      await expect(page.getByText(plain(one.key.model))).toHaveCount(0);
      await card.answer({ text: "Яблоню, because of the birds.", met: ["named"] });
      await expect(card.panel).toContainText(t("Noted."));
      await expect(card.model).toContainText(plain(one.key.model));
      await page.reload();
      await expect(card.root).toContainText("Яблоню, because of the birds.");
      await expect(card.criterion("named")).toBeChecked();
      await expect(card.criterion("reason")).not.toBeChecked();
      await card.button("Change my answer").click();
      await expect(card.text).toHaveValue("Яблоню, because of the birds.");
    });

    test("scale: where one stands is noted, and there after a reload", async ({ page, player, kinds }) => {
      const { t } = player;
      const card = player.card(exercise(module(), "stand"));
      await page.goto(`${kinds.url}${module().address}#/u/practice/standing`);
      await card.check.click();
      await expect(card.panel).toHaveText(t.like("Choose an answer first."));
      await card.answer(2);
      await expect(card.panel).toContainText(t("Noted."));
      await page.reload();
      await expect(card.point(2)).toBeChecked();
      await card.button("Change my answer").click();
      await card.answer(5);
      await page.reload();
      await expect(card.point(5)).toBeChecked();
    });

    test("something entered and not checked is there after a reload, for each kind", async ({ page, player, kinds }) => {
      const drafts = { choosing: ["several", ["half"]], gaps: ["gap", { n: "39" }], number: ["number-of", "12"], pairs: ["pair", { nut: "stone" }], order: ["seasons", ["winter", "spring", "summer", "autumn"]], groups: ["groups-of", { saw: "fruit" }], thinking: ["thought", { text: "A few words", met: [] }], standing: ["stand", 3] };
      for (const [place, [id, response]] of Object.entries(drafts)) {
        await page.goto(`${kinds.url}${module().address}#/u/practice/${place}`);
        await player.card(exercise(module(), id)).enter(response, tap);
      }
      await page.reload();
      for (const [place, [id, response]] of Object.entries(drafts)) {
        const card = player.card(exercise(module(), id));
        await page.goto(`${kinds.url}${module().address}#/u/practice/${place}`);
        await expect(card.check).toBeVisible();
        if (id === "thought") await expect(card.text).toHaveValue(response.text);
        else await card.shows(response);
      }
    });
  });
}

function exerciseKind(id) {
  return { one: "choice", several: "multiple choice", truth: "true or false", gap: "blanks", "number-of": "numeric", pair: "matching", seasons: "ordering", "groups-of": "categorise" }[id];
}
