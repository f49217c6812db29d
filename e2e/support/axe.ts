// Everything that axe knows of WCAG 2.2 A, AA and AAA, and its best practices; no rule of these is off.
// Of those that it still tries out, all but `p-as-heading`: that guesses from the weight of a line and
// from how long the next one is, and took the same status for a heading in English and not in Vietnamese.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, type Page } from "@playwright/test";
import type axe from "axe-core";
import type { RunOptions } from "axe-core";

type Axe = typeof axe;

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

const SOURCE = readFileSync(resolve(import.meta.dirname, "../node_modules/axe-core/axe.min.js"), "utf8");

const OPTIONS: RunOptions = {
  resultTypes: ["violations"],
  runOnly: { type: "tag", values: TAGS },
  rules: Object.fromEntries(TRIED_OUT.map((rule) => [rule, { enabled: true }])),
};

export async function noViolations(page: Page, what?: string): Promise<void> {
  // The page before is still in its slot for a second; the new one is what people have.
  await expect(page.locator('[data-slot="leaving"]')).toHaveCount(0);
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(SOURCE);
  const told = await page.evaluate(async (options) => {
    const { violations } = await (window as unknown as { axe: Axe }).axe.run(options);
    return violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map((node) => node.html) }));
  }, OPTIONS);
  expect(told, what ?? (await page.title())).toEqual([]);
}
