// Privacy and safety: what a page never does, and how it is left.
import { readFileSync } from "node:fs";
import path from "node:path";
import { course, exercise, rightAnswer } from "../support/course.js";
import { KINDS } from "../support/folders.js";
import { expect, test } from "../support/test.js";

const PAGES = ["index.html", "kinds/index.html", "kinds/ru/index.html"];

test("the policy allows nothing inline, nothing from elsewhere, and no evaluation of texts", async () => {
  for (const page of PAGES) {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(readFileSync(path.join(KINDS, page), "utf8"))[1];
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*|data:/);
    for (const rule of ["default-src 'none'", "base-uri 'none'", "form-action 'none'", "connect-src 'self'", "require-trusted-types-for 'script'; trusted-types 'none'"]) expect(policy).toContain(rule);
  }
});

test("a script put into the page does not run, nor does one in a link", async ({ page, player, kinds, trouble }) => {
  trouble.allow(/refused by the policy|Content Security Policy|violates|TrustedScript/);
  await page.goto(`${kinds.url}kinds/#/u/practice/choosing`);
  await expect(player.title).toBeVisible();
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.append("window.ran = 'inline'");
    document.body.append(script);
    const image = document.createElement("img");
    // Where the browser has Trusted Types, it refuses this already.
    try {
      image.setAttribute("onerror", "window.ran = 'handler'");
    } catch {
      image.alt = "refused";
    }
    image.src = "data:,";
    document.body.append(image);
    const link = document.createElement("a");
    link.href = "javascript:window.ran = 'link'";
    link.textContent = "probe";
    link.style.cssText = "position:fixed;inset:0 auto auto 0;z-index:99;background:#fff";
    document.body.append(link);
  });
  await page.getByText("probe", { exact: true }).click();
  await expect.poll(() => trouble.found.filter((words) => words.startsWith("refused by the policy: script-src") || words.startsWith("refused by the policy: require-trusted-types-for")).length).toBeGreaterThanOrEqual(2);
  expect(await page.evaluate(() => window.ran)).toBeUndefined();
});

test("no text becomes markup, whoever asks for it", async ({ page, player, kinds, trouble }) => {
  trouble.allow(/refused by the policy: (require-trusted-types-for|trusted-types)|Trusted ?(HTML|Script|Type)/);
  await page.goto(`${kinds.url}kinds/#/u/practice/choosing`);
  await expect(player.title).toBeVisible();
  const refused = await page.evaluate(() => {
    const tries = {
      innerHTML: () => (document.body.innerHTML = "<b>x</b>"),
      outerHTML: () => (document.querySelector("h1").outerHTML = "<b>x</b>"),
      insertAdjacentHTML: () => document.body.insertAdjacentHTML("beforeend", "<b>x</b>"),
      template: () => (document.createElement("template").innerHTML = "<b>x</b>"),
      srcdoc: () => (document.createElement("iframe").srcdoc = "<b>x</b>"),
      "a policy of one's own": () => trustedTypes.createPolicy("default", { createHTML: (text) => text }),
    };
    return Object.entries(tries).filter(([, act]) => {
      try {
        act();
        return false;
      } catch (problem) {
        return problem instanceof TypeError;
      }
    }).map(([name]) => name);
  });
  expect(refused).toEqual(["innerHTML", "outerHTML", "insertAdjacentHTML", "template", "srcdoc", "a policy of one's own"]);
  await expect(player.title).toBeVisible();
});

test("a module cannot smuggle in a script: not by text, not by an address, not by a picture", async ({ page, player, broken, trouble }) => {
  trouble.allow(/Failed to load resource/);
  const { createHash } = await import("node:crypto");
  const { writeFileSync } = await import("node:fs");
  const site = await broken((folder) => {
    const outline = path.join(folder, "kinds/module.json");
    const module = JSON.parse(readFileSync(outline, "utf8"));
    const file = module.units[0].files.en;
    const unit = JSON.parse(readFileSync(path.join(folder, "kinds", file.path), "utf8"));
    unit.pages[0].blocks.unshift({
      prose: [
        { p: ["<img src=x onerror=\"window.ran=1\"><script>window.ran=2</script>"] },
        { p: [{ a: "a bad link", href: "javascript:window.ran=3" }] },
        { p: [{ a: "another bad link", href: "data:text/html,<script>window.ran=4</script>" }] },
        { figure: { path: "../../../evil.svg", sha256: "0".repeat(64), size: 3 }, alt: "evil" },
        { figure: { path: "https://evil.example/x.svg", sha256: "0".repeat(64), size: 3 }, alt: "evil too" },
      ],
    });
    const bytes = Buffer.from(JSON.stringify(unit));
    writeFileSync(path.join(folder, "kinds", file.path), bytes);
    Object.assign(file, { size: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") });
    writeFileSync(outline, JSON.stringify(module));
  });
  await page.goto(`${site.url}kinds/#/u/practice/choosing`);
  await expect(page.getByText("<script>window.ran=2</script>")).toBeVisible();
  await expect(page.locator('a[href^="javascript:"], a[href^="data:"], img[src*="evil"]')).toHaveCount(0);
  await expect(page.getByText("Of which trees are there more?")).toBeVisible();
  expect(await page.evaluate(() => window.ran)).toBeUndefined();
});

for (const [how, leave] of [
  ["the button Hide", (page, t) => page.getByRole("button", { name: t("Hide") }).click()],
  ["Shift three times", async (page) => {
    for (let times = 0; times < 3; times += 1) await page.keyboard.press("Shift");
  }],
]) {
  test(`${how} leaves the course at once, and Back does not lead to it again`, async ({ page, player, kinds }) => {
    await page.goto("about:blank");
    await page.goto(`${kinds.url}kinds/#/u/practice/choosing`);
    await player.link("Continue").click();
    await expect(player.title).toHaveText("Gaps");
    await player.link("Continue").click();
    await expect(player.title).toHaveText("A number");
    await leave(page, player.t);
    await expect(page).not.toHaveURL(/kinds/);
    await expect(page.getByText("A number")).toHaveCount(0);
    for (let times = 0; times < 3; times += 1) {
      await page.goBack({ timeout: 3000 }).catch(() => null);
      await expect(page.getByRole("heading")).toHaveCount(0);
      await expect(page.getByText(/apple|orchard|Gaps/)).toHaveCount(0);
    }
  });
}

test("Shift while typing capitals does not hide the page", async ({ page, player, kinds }) => {
  const thought = exercise(course(KINDS, "kinds"), "thought");
  await page.goto(`${kinds.url}kinds/#/u/practice/thinking`);
  const { text } = player.card(thought);
  await text.click();
  for (const letter of "ABCD") await page.keyboard.press(`Shift+${letter}`);
  await expect(text).toHaveValue("ABCD");
});

for (const [app, userAgent] of [
  ["Telegram", "Mozilla/5.0 (Linux; Android 14; SM-A145F; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/130.0.0.0 Mobile Safari/537.36 Telegram-Android/11.4.2"],
  ["Instagram", "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/21F90 Instagram 334.0.4.32.98"],
]) {
  test.describe(`inside ${app}`, () => {
    test.use({ userAgent });
    for (const language of ["en", "ru"]) {
      test(`the browser inside ${app} is told to be forgetful, with a way out (${language})`, async ({ page, player, kinds }) => {
        const { t } = player.in(language);
        await page.goto(`${kinds.url}kinds/${language === "en" ? "" : "ru/"}`);
        await expect(page.getByText(t("This browser inside another app may forget what you do. Better open the page in your usual browser: the menu of the app has an entry for that."))).toBeVisible();
      });
    }
  });
}

test("a usual browser is told nothing of the kind", async ({ page, player, kinds }) => {
  await page.goto(`${kinds.url}kinds/`);
  await expect(player.title).toBeVisible();
  await expect(page.getByText("This browser inside another app")).toHaveCount(0);
});

test("links to other sites open without telling them where from", async ({ page, kinds }) => {
  await page.goto(`${kinds.url}kinds/#/u/practice/choosing`);
  const link = page.getByRole("link", { name: /a page elsewhere/ });
  await expect(link).toHaveAttribute("rel", /noreferrer/);
  await expect(link).toHaveAttribute("rel", /noopener/);
  await expect(page.locator('meta[name="referrer"]')).toHaveAttribute("content", "no-referrer");
});

test("answers leave no trace outside this origin's storage: no cookies, no databases", async ({ page, context, player, kinds }) => {
  const one = exercise(course(KINDS, "kinds"), "one");
  await page.goto(`${kinds.url}kinds/#/u/practice/choosing`);
  await player.card(one).answer(rightAnswer(one));
  await expect(player.card(one).panel).toContainText("That holds");
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  expect(await page.evaluate(() => Object.keys(localStorage).every((key) => key.startsWith("kerege/")))).toBe(true);
});
