// What axe finds on a screen.
import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";

const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * Expects axe to find nothing on the page as it stands; `where` says in a failure which screen it was.
 * Meanwhile the window is so high that nothing lies under what sticks to its edges.
 */
export async function axe(page, where = page.url()) {
  const size = page.viewportSize();
  await page.setViewportSize({ ...size, height: 3000 });
  const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze();
  await page.setViewportSize(size);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target} ${node.failureSummary}`).join(" | ")}`), where).toEqual([]);
}
