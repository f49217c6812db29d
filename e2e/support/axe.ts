// Everything that axe knows of WCAG 2.2 A, AA and AAA, and its best practices; no rule of these is off.
// Of those that it still tries out, all but `p-as-heading`: that guesses from the weight of a line and
// from how long the next one is, and took the same status for a heading in English and not in Vietnamese.
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

const TRIED_OUT = [
  "css-orientation-lock",
  "focus-order-semantics",
  "hidden-content",
  "label-content-name-mismatch",
  "table-fake-caption",
  "td-has-header",
];

export async function noViolations(page: Page, what?: string): Promise<void> {
  // The page before is still in its slot for a second; the new one is what people have.
  await expect(page.locator('[data-slot="leaving"]')).toHaveCount(0);
  // There are no frames, so axe runs in the page itself, where it is put once; what is right is not
  // listed. Many times as fast.
  const isThere = await page.evaluate(() => "axe" in window);
  const axe = new AxeBuilder({ page, ...(isThere && { axeSource: ";" }) })
    .setLegacyMode(true)
    .options({
      resultTypes: ["violations"],
      runOnly: { type: "tag", values: TAGS },
      rules: Object.fromEntries(TRIED_OUT.map((rule) => [rule, { enabled: true }])),
    });
  const { violations } = await axe.analyze();
  const told = violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map((node) => node.html) }));
  expect(told, what ?? (await page.title())).toEqual([]);
}
