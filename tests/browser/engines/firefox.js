// Firefox, driven over WebDriver BiDi.
import puppeteer from "puppeteer-core";

export const name = "Firefox";
export const binary = process.env.KEREGE_FIREFOX ?? "/usr/bin/firefox-esr";

/** Starts the browser; `find` and `run` take a function that is evaluated in the page. */
export async function start() {
  const browser = await puppeteer.launch({ browser: "firefox", executablePath: binary, headless: true });
  const page = await browser.newPage();
  return {
    open: (url) => page.goto(url),
    reload: () => page.reload(),
    run: (look, ...words) => page.evaluate(look, ...words),
    find: async (look, ...words) => (await page.evaluateHandle(look, ...words)).asElement(),
    click: (element) => element.click(),
    type: (element, text) => element.type(text),
    select: (element, value) => element.select(value),
    stop: () => browser.close(),
  };
}
