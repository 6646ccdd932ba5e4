// A plan: it fills over several pages, is checked for what is open, and leaves as a document, on paper and as text.
import { execFileSync } from "node:child_process";
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "../support/test.js";
import { reach } from "../support/player.js";

const GALLERY = "gallery/";

for (const language of ["en", "ru"]) {
  test.describe(language, () => {
    test.use({ language });

    const place = (site, page) => `${site.url}${GALLERY}${language === "en" ? "" : "ru/"}#/u/planning/${page}`;
    const card = (page, section) => page.locator(section ? `#x-g-plan-${section}` : "#x-g-plan");
    const LABELS = { en: { goal: "Goal", who: "Who has to know", step: "Step", by: "Who", risk: "Risk" }, ru: { goal: "Цель", who: "Кто должен об этом узнать", step: "Шаг", by: "Кто", risk: "Риск" } }[language];

    test("what is written in a part stands in the whole plan, and the other way round, after a reload too @phone", async ({ page, player, site }) => {
      const { t } = player;
      await page.goto(place(site, "plan-part"));
      const part = card(page, "why");
      await expect(part.getByRole("button", { name: t("Check what is open") })).toBeHidden();
      await part.getByRole("textbox", { name: LABELS.goal }).fill("Двадцать семей\nмежду собой");
      await part.getByRole("link", { name: t("To the whole plan") }).click();
      const whole = card(page);
      await expect(whole.getByRole("textbox", { name: LABELS.goal })).toHaveValue("Двадцать семей\nмежду собой");
      await whole.getByRole("textbox", { name: LABELS.who }).fill("Соседи");
      await page.reload();
      await expect(whole.getByRole("textbox", { name: LABELS.who })).toHaveValue("Соседи");
      await page.goto(place(site, "plan-part"));
      await expect(part.getByRole("textbox", { name: LABELS.who })).toHaveValue("Соседи");
      // The same plan in the other language.
      await page.goto(place(site, "plan").replace(language === "en" ? GALLERY : "/ru/", language === "en" ? `${GALLERY}ru/` : "/"));
      await expect(card(page).locator("textarea").first()).toHaveValue("Двадцать семей\nмежду собой");
    });

    test("it is checked for what is open and never judged; the criteria are ticked", async ({ page, player, site }) => {
      const { t } = player;
      await page.goto(place(site, "plan"));
      const whole = card(page);
      const panel = whole.getByRole("status").filter({ hasText: /\S/ });
      await whole.getByRole("button", { name: t("Check what is open") }).click();
      await expect(panel.first()).toHaveText(t.like("Write something first. A few words are enough."));
      await whole.getByRole("textbox", { name: LABELS.goal }).fill("x");
      await whole.getByRole("button", { name: t("Check what is open") }).click();
      await expect(whole.locator(".panel")).toContainText(t("Noted."));
      await expect(whole.locator(".panel p").nth(1)).toHaveText(t.like("{n} field is still open.", "{n} fields are still open."));
      await expect(whole.locator(".fill.right .name")).toContainText([LABELS.goal]);
      await expect(whole.locator(".model")).toContainText(t("One good answer among many"));
      await whole.getByRole("checkbox").first().check();
      await page.reload();
      await expect(whole.getByRole("checkbox").first()).toBeChecked();
      await whole.getByRole("button", { name: t("Change my answer") }).click();
      await expect(whole.getByRole("textbox", { name: LABELS.goal })).toHaveValue("x");
      await page.goto(place(site, "plan-part"));
      await expect(card(page, "why").getByRole("textbox", { name: LABELS.goal })).toHaveValue("x");
    });

    test("rows come and go by key alone, and a written one only when asked twice", async ({ page, player, site }) => {
      const { t } = player;
      await page.goto(place(site, "plan"));
      const whole = card(page);
      const steps = whole.locator("fieldset.line");
      await expect(steps).toHaveCount(3);
      const add = whole.locator("[data-do=add]");
      await reach(add);
      await page.keyboard.press("Enter");
      await expect(steps).toHaveCount(4);
      await expect(steps.nth(3).getByRole("textbox", { name: LABELS.step })).toBeFocused();
      await page.keyboard.type("Спросить");
      await steps.nth(0).getByRole("textbox", { name: LABELS.by, exact: true }).fill("Нино");
      const remove = steps.nth(3).getByRole("button");
      await reach(remove);
      await page.keyboard.press("Enter");
      await expect(steps).toHaveCount(4);
      await expect(remove).toHaveText(t("Press again to remove it with its text"));
      await page.keyboard.press("Enter");
      await expect(steps).toHaveCount(3);
      await page.reload();
      await expect(steps).toHaveCount(3);
      await expect(steps.nth(0).getByRole("textbox", { name: LABELS.by, exact: true })).toHaveValue("Нино");
      await expect(page.getByText("Спросить")).toHaveCount(0);
    });

    test("it leaves as a document that other programs open, as text, and on paper", async ({ page, player, site }) => {
      const { t } = player;
      await page.goto(place(site, "plan"));
      const whole = card(page);
      await whole.getByRole("textbox", { name: LABELS.risk }).fill("Қайта & «снова» <да>");
      const [download] = await Promise.all([page.waitForEvent("download"), whole.getByRole("button", { name: t("Save as a document (DOCX)") }).click()]);
      expect(download.suggestedFilename()).toBe("g-plan.docx");
      const reader = "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print(z.read('word/document.xml').decode())";
      const body = execFileSync("python3", ["-c", reader, await download.path()], { encoding: "utf8", env: { ...process.env, PYTHONIOENCODING: "utf8" } });
      expect(body).toContain("Қайта &amp; «снова» &lt;да&gt;");
      // A browser inside of another app drops files and says nothing.
      await expect(whole.locator(".as-text")).toContainText(t("The file is where your browser keeps downloads. If there is none, choose “Show as text” and copy the plan from there."));
      await whole.getByRole("button", { name: t("Show as text") }).click();
      const text = whole.getByRole("textbox", { name: t("The plan as text") });
      await expect(text).toBeFocused();
      await expect(text).toHaveValue(/Қайта & «снова» <да>/);
      expect(await text.evaluate((area) => area.value.slice(area.selectionStart, area.selectionEnd) === area.value)).toBe(true);

      await page.evaluate(() => (window.print = () => (window.printed = document.querySelector("body > .paper")?.innerText)));
      await page.emulateMedia({ media: "print" });
      for (const [button, has] of [["Print", true], ["Print an empty form", false]]) {
        await whole.locator("[data-do]", { hasText: new RegExp(`^${t(button)}$`) }).evaluate((one) => one.click());
        const printed = await page.evaluate(() => window.printed);
        expect(printed.includes("Қайта & «снова» <да>")).toBe(has);
        await expect(page.locator("body > .paper")).toBeVisible();
        await expect(whole).toBeHidden();
        await page.evaluate(() => dispatchEvent(new Event("afterprint")));
        await expect(page.locator("body > .paper")).toHaveCount(0);
        await expect(whole).toBeVisible();
      }
    });

    test.describe("checked by axe", () => {
      // axe puts its own script into the page, which the policy refuses; nothing else is tested here.
      test.use({ bypassCSP: true, viewport: { width: 1280, height: 3000 } });

      test("every state can be read, heard and reached", async ({ page, player, site }) => {
        const { t } = player;
        const clean = async () => expect((await new AxeBuilder({ page }).include("main").analyze()).violations).toEqual([]);
        await page.goto(place(site, "plan-part"));
        await expect(card(page, "why")).toBeVisible();
        await clean();
        await page.goto(place(site, "plan"));
        await card(page).getByRole("textbox", { name: LABELS.goal }).fill("x");
        await clean();
        await card(page).getByRole("button", { name: t("Check what is open") }).click();
        await expect(card(page).locator(".panel")).toContainText(t("Noted."));
        await clean();
      });
    });
  });
}
