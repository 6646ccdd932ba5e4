// What axe finds on a screen.
import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";

const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Expects axe to find nothing on the page as it stands; `where` says in a failure which screen it was. */
export async function axe(page, where = page.url()) {
  const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target} ${node.failureSummary}`).join(" | ")}`), where).toEqual([]);
}
