// Where progress is kept: forbidden, full, damaged, newer, erased, shared by two tabs.
import { KINDS } from "../support/folders.js";
import { course, exercise, rightAnswer } from "../support/course.js";
import { expect, test } from "../support/test.js";
import { Player } from "../support/player.js";

const MODULE = "tst0kinds1";
const PROGRESS = `kerege/progress/${MODULE}/`;

/** Everything that is stored, by key. */
const stored = (page) => page.evaluate(() => Object.fromEntries(Object.entries(localStorage)));

/** Puts something into the storage before the player is opened for the first time. */
const before = (page, key, value) =>
  page.addInitScript(([key, value]) => {
    if (sessionStorage.getItem("put")) return;
    sessionStorage.setItem("put", "1");
    localStorage.setItem(key, value);
  }, [key, value]);

const forbid = () => {
  const refuse = () => {
    throw new DOMException("The operation is insecure.", "SecurityError");
  };
  Object.defineProperty(window, "localStorage", { get: refuse });
  Object.defineProperty(window, "sessionStorage", { get: refuse });
};

const fill = () => {
  Storage.prototype.setItem = () => {
    throw new DOMException("There is no room left.", "QuotaExceededError");
  };
};

for (const language of ["en", "ru"]) {
  test.describe(language, () => {
    test.use({ language });
    const module = () => course(KINDS, "kinds", language);
    const at = (kinds, hash) => `${kinds.url}${module().address}${hash}`;

    for (const [name, script, words] of [
      ["forbids storage", forbid, "This device will not remember what you do here: the browser forbids it, perhaps because the window is private. You can go on; finish in one go, or save it as a file in the settings."],
      ["has no room left", fill, "There is no room left on this device: what you do now is not saved. Make room, or save it as a file in the settings."],
    ]) {
      test(`where the browser ${name}, it is said and the session goes on in memory`, async ({ page, player, kinds }) => {
        await page.addInitScript(script);
        await page.goto(at(kinds, "#/u/practice/choosing"));
        const one = exercise(module(), "one");
        await player.card(one).answer(rightAnswer(one));
        await expect(player.card(one).panel).toContainText(player.t.part("That holds: {points}"));
        await expect(page.getByText(player.t.part(words)).first()).toBeVisible();
        await page.evaluate(() => (location.hash = "#/u/practice/gaps"));
        await expect(player.card(exercise(module(), "gap")).check).toBeVisible();
        await page.evaluate(() => (location.hash = "#/u/practice/choosing"));
        await expect(player.card(one).panel).toContainText(player.t.part("That holds: {points}"));
        await player.card(one).shows(rightAnswer(one));
      });
    }

    for (const [name, value, words] of [
      ["damaged", "\n{\"kerege\":1,\"type\":\"progress\",\"module\":\"tst0kin", "A part of what was saved here is damaged and cannot be read. It is kept as it is; everything else is there."],
      ["no text of ours", "\u0000 rubbish", "A part of what was saved here is damaged and cannot be read. It is kept as it is; everything else is there."],
      ["damaged in one record", `\n${JSON.stringify({ kerege: 1, type: "progress", module: MODULE, writer: "old", seq: 2, records: [{ n: 1, at: 5, hinted: { exercise: "several", count: 1 } }, { n: 2, at: 6, dreamt: {} }] })}`, "A part of what was saved here is damaged and cannot be read. It is kept as it is; everything else is there."],
      ["of a newer player", "\n{\"kerege\":7,\"type\":\"progress\",\"module\":\"tst0kinds1\",\"writer\":\"old\",\"seq\":3,\"records\":[{\"n\":3,\"at\":5,\"dreamt\":{}}]}", "A newer version of this player has saved something here that this one cannot read. It is kept as it is; load the page again to see it."],
    ]) {
      test(`stored progress that is ${name} is said, and left as it is to the byte`, async ({ page, player, kinds }) => {
        const key = `${PROGRESS}old`;
        await before(page, key, value);
        await page.goto(at(kinds, "#/u/practice/choosing"));
        await expect(page.getByText(player.t.part(words)).first()).toBeVisible();
        const one = exercise(module(), "one");
        await player.card(one).answer(rightAnswer(one));
        await expect(player.card(one).panel).toContainText(player.t.part("That holds: {points}"));
        await expect.poll(async () => Object.keys(await stored(page)).filter((name) => name.startsWith(PROGRESS)).length).toBe(2);
        expect((await stored(page))[key]).toBe(value);
        await page.reload();
        await expect(player.card(one).panel).toContainText(player.t.part("That holds: {points}"));
        expect((await stored(page))[key]).toBe(value);
      });
    }
  });
}

test.describe("two tabs", () => {
  const module = () => course(KINDS, "kinds");
  const open = async (context, kinds, hash) => {
    const page = await context.newPage();
    await page.goto(`${kinds.url}kinds/${hash}`);
    return new Player(page, "en");
  };

  test("each shows what was answered in the other, and neither loses its own", async ({ context, kinds }) => {
    const [one, several, gap] = ["one", "several", "gap"].map((id) => exercise(module(), id));
    const first = await open(context, kinds, "#/u/practice/choosing");
    const second = await open(context, kinds, "#/u/practice/choosing");
    await first.card(one).answer(rightAnswer(one));
    await expect(second.card(one).panel).toContainText("That holds");
    await second.card(several).answer(rightAnswer(several));
    await expect(first.card(several).panel).toContainText("That holds");
    await second.page.evaluate(() => (location.hash = "#/u/practice/gaps"));
    await second.card(gap).answer(rightAnswer(gap));
    await expect(second.card(gap).panel).toContainText("That holds");
    await first.page.reload();
    await expect(first.card(one).panel).toContainText("That holds");
    await expect(first.card(several).panel).toContainText("That holds");
    await first.page.evaluate(() => (location.hash = "#/u/practice/gaps"));
    await expect(first.card(gap).panel).toContainText("That holds");
  });

  test("what is being typed in one is not lost when the other answers something", async ({ context, kinds }) => {
    const [thought, stand] = ["thought", "stand"].map((id) => exercise(module(), id));
    const first = await open(context, kinds, "#/u/practice/thinking");
    const second = await open(context, kinds, "#/u/practice/standing");
    await first.card(thought).text.pressSequentially("A cherry ");
    await second.card(stand).answer(3);
    await expect(second.card(stand).panel).toContainText("Noted.");
    await first.card(thought).text.pressSequentially("tree");
    await expect(first.card(thought).text).toHaveValue("A cherry tree");
    await expect(first.card(thought).text).toBeFocused();
    await first.page.reload();
    await expect(first.card(thought).text).toHaveValue("A cherry tree");
  });

  test("what one has erased, the other does not bring back", async ({ context, kinds }) => {
    const [one, several] = ["one", "several"].map((id) => exercise(module(), id));
    const first = await open(context, kinds, "#/u/practice/choosing");
    const second = await open(context, kinds, "#/u/practice/choosing");
    await first.card(one).answer(rightAnswer(one));
    await second.card(several).answer(rightAnswer(several));
    await expect(first.card(several).panel).toContainText("That holds");
    await first.page.evaluate(() => (location.hash = "#/settings"));
    await first.erase();
    const left = async () => Object.entries(await stored(first.page)).filter(([key, value]) => key.startsWith("kerege/progress") && /"answered"/.test(value));
    await expect.poll(left).toEqual([]);
    await expect(first.page).toHaveURL(/#\/$/);
    await expect(second.page).toHaveURL(/#\/$/);
    await second.page.goto(`${kinds.url}kinds/#/u/practice/choosing`);
    await expect(second.card(one).check).toBeVisible();
    await expect(second.card(several).check).toBeVisible();
    await second.page.reload();
    await expect(second.card(several).panel).toBeEmpty();
    expect(await left()).toEqual([]);
    await first.page.goto(`${kinds.url}kinds/#/u/practice/choosing`);
    await expect(first.card(one).panel).toBeEmpty();
  });

  test("a tab that was asleep during an erase writes nothing from before", async ({ context, kinds, trouble }) => {
    // The card is gone by the time that the browser thinks of sending its form.
    trouble.allow(/Form submission canceled/);
    const one = exercise(module(), "one");
    // It hears nothing of the other tab, as a tab that the system has frozen.
    const asleep = await context.newPage();
    await asleep.addInitScript(() => addEventListener("storage", (event) => event.stopImmediatePropagation(), { capture: true }));
    await asleep.goto(`${kinds.url}kinds/#/u/practice/choosing`);
    const sleeper = new Player(asleep, "en");
    await sleeper.card(one).answer(rightAnswer(one));
    await expect(sleeper.card(one).panel).toContainText("That holds");
    const other = await open(context, kinds, "#/settings");
    await other.erase();
    await sleeper.card(exercise(module(), "several")).answer(["fifty"]);
    await expect.poll(async () => Object.values(await stored(other.page)).some((value) => /"one"/.test(value))).toBe(false);
    await other.page.goto(`${kinds.url}kinds/#/u/practice/choosing`);
    await expect(other.card(one).panel).toBeEmpty();
  });
});

test("text typed just before the page is left is kept", async ({ page, player, kinds }) => {
  const module = course(KINDS, "kinds");
  await page.goto(`${kinds.url}kinds/#/u/practice/thinking`);
  await player.card(exercise(module, "thought")).text.pressSequentially("The last word");
  await page.reload();
  await expect(player.card(exercise(module, "thought")).text).toHaveValue("The last word");
});
