// Everything that axe knows of WCAG 2.2 A, AA and AAA, and its best practices. No rule is off.
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const TAGS = [
  "wcag2a",
  "wcag2aa",
  "wcag2aaa",
  "wcag21a",
  "wcag21aa",
  "wcag22a",
  "wcag22aa",
  "best-practice",
];

export async function noViolations(page: Page): Promise<void> {
  // The page before is still in its slot for a second; the new one is what people have.
  await expect(page.locator('[data-slot="leaving"]')).toHaveCount(0);
  // There are no frames, so axe runs in the page itself; what is right is not listed. Three times as fast.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] }).withTags(TAGS);
  const { violations } = await axe.analyze();
  const told = violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map((node) => node.html) }));
  expect(told, await page.title()).toEqual([]);
}
