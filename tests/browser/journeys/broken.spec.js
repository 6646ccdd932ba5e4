// What a person sees when something is broken: what happened, that their work is safe, and a way on.
import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "../support/test.js";

const outline = (folder) => path.join(folder, "kinds/module.json");
const read = (file) => JSON.parse(readFileSync(file, "utf8"));

/** The file of the practice unit, relative to the site. */
function practice(folder, language) {
  return `kinds/${read(outline(folder)).units[0].files[language].path}`;
}

/** Puts other bytes in place of a unit, and says so in the outline: only the content is broken. */
function replaceUnit(folder, change, languages = ["en", "ru"]) {
  const module = read(outline(folder));
  for (const language of languages) {
    const file = module.units[0].files[language];
    const bytes = Buffer.from(change(readFileSync(path.join(folder, "kinds", file.path), "utf8")));
    writeFileSync(path.join(folder, "kinds", file.path), bytes);
    Object.assign(file, { size: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") });
  }
  writeFileSync(outline(folder), JSON.stringify(module));
}

const both = (folder, change) => ["en", "ru"].forEach((language) => change(path.join(folder, practice(folder, language)), language));
const HUGE = Buffer.alloc(50 * 1024 * 1024, " ");

const BROKEN = [
  {
    name: "an outline that is no JSON",
    change: (folder) => writeFileSync(outline(folder), "<!doctype html><title>Sign in to the network</title>"),
    title: "This part of the course cannot be read",
    todo: "Open another site to see whether the network wants something of you, then try again.",
    details: true,
  },
  {
    name: "an outline that breaks off",
    change: (folder) => writeFileSync(outline(folder), readFileSync(outline(folder)).subarray(0, 900)),
    title: "This part of the course cannot be read",
    todo: "Open another site to see whether the network wants something of you, then try again.",
    details: true,
  },
  {
    name: "an outline of a future version",
    change: (folder) => writeFileSync(outline(folder), JSON.stringify({ ...read(outline(folder)), kerege: 2 })),
    title: "This course needs a newer player",
    todo: "Load the page again. If it stays like this, tell the organiser of the course.",
    details: true,
  },
  {
    name: "a unit without pages",
    change: (folder) => replaceUnit(folder, () => JSON.stringify({ kerege: 1, type: "unit", title: "?" })),
    title: "This part of the course cannot be read",
    todo: "Tell the organiser of the course; the details below help to mend it.",
    details: true,
  },
  {
    name: "a unit that is another unit",
    change: (folder) => replaceUnit(folder, (text) => JSON.stringify({ ...JSON.parse(text), id: "another" })),
    title: "This part of the course cannot be read",
    todo: "Tell the organiser of the course; the details below help to mend it.",
  },
  {
    name: "a unit of 50 MB that says its length",
    change: (folder) => both(folder, (file) => writeFileSync(file, HUGE)),
    title: "This part is larger than it may be",
    todo: "Try again in another network. If it stays like this, tell the organiser of the course.",
  },
  {
    name: "a unit of 50 MB that says no length",
    options: {
      answer: (_, response, file) => {
        if (!/practice\..*json$/.test(file)) return false;
        response.writeHead(200, { "content-type": "application/json" });
        response.end(HUGE);
        return true;
      },
    },
    title: "This part is larger than it may be",
    todo: "Try again in another network. If it stays like this, tell the organiser of the course.",
  },
  {
    name: "a unit that was changed by one letter",
    change: (folder) => both(folder, (file) => writeFileSync(file, readFileSync(file, "utf8").replace("40", "41"))),
    title: "This part was changed on the way",
    todo: "Try again in another network. If it stays like this, tell the organiser of the course.",
  },
  {
    name: "a unit that is not there",
    change: (folder) => both(folder, (file) => rmSync(file)),
    title: "This part is not there",
    todo: "Try again in a few minutes. If it stays like this, tell the organiser of the course.",
  },
  {
    name: "a host that fails",
    options: {
      answer: (_, response, file) => {
        if (!/practice\..*json$/.test(file)) return false;
        response.writeHead(503).end();
        return true;
      },
    },
    title: "The site has a problem of its own",
    todo: "Try again in a few minutes. If it stays like this, tell the organiser of the course.",
  },
];

for (const language of ["en", "ru"]) {
  test.describe(language, () => {
    test.use({ language });
    const address = (hash) => `kinds/${language === "en" ? "" : "ru/"}${hash}`;

    for (const { name, change, options, title, todo, details } of BROKEN) {
      test(`says so and goes on: ${name}`, async ({ page, player, broken, trouble }) => {
        const { t } = player;
        trouble.allow(/Failed to load resource|preload/);
        const site = await broken(change, options);
        await page.goto(site.url + address("#/u/practice/gaps"));
        await expect(player.title).toHaveText(t.like(title));
        await expect(page.getByText(t(todo))).toBeVisible();
        await expect(page.getByText(t("What you have done so far is safe on this device.")).filter({ visible: true })).toBeVisible();
        await expect(player.link("To the beginning")).toBeVisible();
        await expect(player.button("Hide")).toBeVisible();
        await expect(page.getByText(t("Details for the organiser"))).toHaveCount(details ? 1 : 0);
        await player.button("Try again").click();
        await expect(player.title).toHaveText(t.like(title));
      });
    }

    test("when what was missing is there again, “Try again” leads to the page", async ({ page, player, broken, trouble }) => {
      trouble.allow(/Failed to load resource|preload/);
      let gone = true;
      const answer = (_, response, file) => {
        if (!gone || !/practice\..*json$/.test(file)) return false;
        response.writeHead(404).end();
        return true;
      };
      const site = await broken(undefined, { answer });
      await page.goto(site.url + address("#/u/practice/gaps"));
      await expect(player.title).toHaveText(player.t.like("This part is not there"));
      gone = false;
      await player.button("Try again").click();
      await expect(player.title).toHaveText(language === "en" ? "Gaps" : "Пропуски");
      await expect(player.title).toBeFocused();
    });

    test("without a network, what is open stays, the next unit says why it is not there, and comes when there is one", async ({ page, context, player, kinds, trouble }) => {
      // The parts that come in the background are tried as well, and say in the console that they cannot be fetched.
      trouble.allow(/Failed to load resource|ERR_INTERNET_DISCONNECTED|Failed to fetch/);
      await page.goto(kinds.url + address("#/u/practice/choosing"));
      await expect(player.title).toHaveText(language === "en" ? "Choosing" : "Выбор");
      await context.setOffline(true);
      await page.evaluate(() => (location.hash = "#/u/practice/gaps"));
      await expect(player.title).toHaveText(language === "en" ? "Gaps" : "Пропуски");
      await page.evaluate(() => (location.hash = "#/u/test/the-test"));
      await expect(player.title).toHaveText(player.t.like("The site does not answer"));
      await context.setOffline(false);
      await player.button("Try again").click();
      await expect(player.title).toHaveText(language === "en" ? "The test" : "Итоговая проверка");
    });

    test("a picture that is not there leaves its words, and the page goes on", async ({ page, player, broken, trouble }) => {
      trouble.allow(/Failed to load resource/);
      const site = await broken((folder) => rmSync(path.join(folder, "kinds/media"), { recursive: true }));
      await page.goto(site.url + address("#/u/practice/choosing"));
      await expect(page.getByText(language === "en" ? "The orchard in summer" : "Сад летом")).toBeVisible();
      await expect(page.getByText(player.t.part("The picture could not be loaded. It shows: {alt}"))).toBeVisible();
      await expect(page.getByText(language === "en" ? "Of which trees are there more?" : "Каких деревьев больше?")).toBeVisible();
    });

    test("a link to a page that is gone says so, and leads to the course", async ({ page, player, kinds }) => {
      await page.goto(kinds.url + address("#/u/practice/gone"));
      await expect(player.title).toHaveText(player.t.like("This link leads nowhere"));
      await player.link("To the beginning").click();
      await expect(page).toHaveURL(/#\/$/);
      await expect(player.title).not.toHaveText(player.t.like("This link leads nowhere"));
    });
  });
}

test("an exercise that cannot be read is left out, said, and does not stop the others", async ({ page, player, broken }) => {
  const site = await broken((folder) =>
    replaceUnit(folder, (text) => {
      const unit = JSON.parse(text);
      delete unit.exercises.find((one) => one.id === "one").prompt;
      return JSON.stringify(unit);
    }),
  );
  await page.goto(`${site.url}kinds/#/u/practice/choosing`);
  await expect(page.getByText("Which sentences hold for this orchard?")).toBeVisible();
  await expect(page.getByText("Of which trees are there more?")).toHaveCount(0);
  await expect(page.getByText(player.t("Details for the organiser"))).toBeVisible();
});
