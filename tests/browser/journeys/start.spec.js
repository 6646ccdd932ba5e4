// How a page begins: readable at once, and with words for when the player cannot run.
import { expect, test } from "@playwright/test";

const PAGE = "data-analysis/";

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the first text is in the page, with a word on how to go on", async ({ page }) => {
    await page.goto(PAGE);
    await expect(page.getByText("Data Analysis").first()).toBeVisible();
    await expect(page.getByRole("heading", { name: "A shoe box and a spreadsheet" })).toBeVisible();
    await expect(page.locator("noscript p")).toBeVisible();
    await expect(page.locator("noscript p")).toContainText("needs JavaScript");
  });

  test("the catalogue lists the courses as links", async ({ page }) => {
    await page.goto("");
    await page.getByRole("link", { name: "Data Analysis" }).click();
    // The module's own page is asked for by name: without one, the player goes where the learner stopped.
    await expect(page).toHaveURL(/\/data-analysis\/#\/$/);
  });

  test("another language has a page of its own", async ({ page }) => {
    await page.goto(`${PAGE}ru/`);
    await expect(page.locator("html")).toHaveAttribute("lang", "ru");
    await expect(page.locator("noscript p")).toContainText(/[а-я].*JavaScript/);
  });
});

test("where WebAssembly is switched off, the page says what to do", async ({ page }) => {
  await page.addInitScript(() => delete window.WebAssembly);
  await page.goto(PAGE);
  await expect(page.locator("#help-blocked")).toBeVisible();
  await expect(page.locator("#help-network")).toBeHidden();
  await expect(page.getByText("Lockdown Mode")).toBeVisible();
});

test("where the player does not arrive, the page offers to try again", async ({ page }) => {
  let broken = true;
  await page.route("**/*.wasm", (route) => (broken ? route.abort() : route.continue()));
  await page.goto(PAGE);
  const again = page.getByRole("link", { name: "load the page again" });
  await expect(again).toBeVisible();
  broken = false;
  await again.click();
  await expect(page.locator("#help-network")).toBeHidden();
});

for (const address of ["", PAGE, `${PAGE}ru/`]) {
  test(`nothing leaves the site and nothing is refused by the policy: /${address}`, async ({ page, baseURL }) => {
    const trouble = [];
    page.on("request", (request) => {
      if (!request.url().startsWith(baseURL)) trouble.push(`left the site: ${request.url()}`);
    });
    page.on("response", (response) => {
      if (response.status() >= 400) trouble.push(`${response.status()}: ${response.url()}`);
    });
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) trouble.push(message.text());
    });
    page.on("pageerror", (error) => trouble.push(String(error)));
    const answer = await page.goto(address, { waitUntil: "networkidle" });
    expect(answer.headers()["content-security-policy"]).toContain("default-src 'none'");
    expect(trouble).toEqual([]);
  });
}
