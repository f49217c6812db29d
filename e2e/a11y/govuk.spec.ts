// Our widgets beside those of the GOV.UK Design System, case by case: what assistive technology is given
// of both must be the same, or differ in a way that govuk/differences.json gives a reason for.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { CDPSession, Page } from "@playwright/test";
import { cases, COMPONENTS, dist, IN_SCOPE, OTHERS, SAVED, type Case, type Equivalent, type Piece } from "../govuk/cases.ts";
import { render, styles, type Rendered } from "../govuk/ours.ts";
import { PAGE, write, type Compared } from "../govuk/page.ts";
import { reasonOf, reasons, type Reason } from "../govuk/reasons.ts";
import { CONTROLS, differences, met, withPlaceholders, type Met } from "../govuk/tree.ts";
import type { Wizard } from "../pages/wizard.ts";
import { putDraft, RESIDENCE } from "../support/drafts.ts";
import { expect, test } from "../support/test.ts";
import { words } from "../support/words.ts";

test("every component of the package is in scope, or has a reason why it is not", () => {
  expect(COMPONENTS).toEqual([...IN_SCOPE, ...Object.keys(OTHERS)].sort());
});

// [37, 67, 68]
test("our widgets say what those of the GOV.UK Design System say", async ({ browser, page, wizard, portal, residence }) => {
  const all = cases();
  const rendered = render(all.flatMap(({ is }) => ("ours" in is && is.ours.part !== "page" ? [is.ours] : [])));
  await putDraft(page, portal.url, residence);
  const pieces = await piecesOf(page, wizard);
  const context = await browser.newContext({ locale: "en-GB" });
  const [theirs, ours] = [await blank(await context.newPage(), true), await blank(await context.newPage(), false)];
  const compared: Compared[] = [];
  for (const one of all) {
    const is = one.is;
    if ("without" in is) {
      compared.push(one);
      continue;
    }
    const our = is.ours.part === "page" ? pieces[is.ours.piece] : await shownOurs(one, is, rendered.shift()!, ours);
    const their = await shown(theirs, (is.before ?? "") + one.html);
    compared.push({ ...one, differences: compare(is, their, our) });
  }
  await context.close();

  const unexplained: string[] = [];
  const used = new Set<string>();
  const key = (reason: Reason, component: string, line: string) => `${component}: ${line} (${reason.why})`;
  for (const { component, name, differences } of compared) {
    for (const difference of differences ?? []) {
      const found = reasonOf(component, name, difference);
      if (found) used.add(key(found.reason, component, found.line));
      else unexplained.push(`${component}, ${name}: ${difference}`);
    }
  }
  expect(unexplained, "differences without a reason").toEqual([]);
  const given = reasons.flatMap((reason) => reason.components.flatMap((component) => reason.lines.map((line) => key(reason, component, line))));
  expect(
    given.filter((one) => !used.has(one)),
    "reasons for what does not differ",
  ).toEqual([]);

  const written = write(compared);
  if (process.env.UPDATE) writeFileSync(PAGE, written);
  expect(readFileSync(PAGE, "utf8"), `${path.basename(PAGE)} is old: UPDATE=1 npx playwright test a11y/govuk.spec.ts`).toBe(written);
});

interface Blank {
  page: Page;
  cdp: CDPSession;
  isTheirs: boolean;
}

/** A page with nothing but styles; GOV.UK's with its script too. */
async function blank(page: Page, isTheirs: boolean): Promise<Blank> {
  await page.setContent('<!doctype html><html lang="en"><title>x</title><body></body></html>');
  if (isTheirs) {
    await page.addStyleTag({ path: path.join(dist, "govuk-frontend.min.css") });
    await page.addScriptTag({ path: path.join(dist, "all.bundle.js") });
    await page.evaluate(() => document.body.classList.add("js-enabled", "govuk-frontend-supported"));
  } else {
    await page.addStyleTag({ content: styles() });
  }
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("DOM.enable");
  await cdp.send("Accessibility.enable");
  return { page, cdp, isTheirs };
}

function compare(is: Equivalent, theirs: Met[], ours: Met[]): string[] {
  const own = (is.ownWords ?? []).map(([placeholder, said]): [string, string | RegExp] =>
    typeof said === "object" && "message" in said ? [placeholder, words(said.message)] : [placeholder, said],
  );
  const opening = (all: Met[]) => {
    const first = all.findIndex(({ role }) => CONTROLS.includes(role));
    return is.opening && first >= 0 ? all.slice(0, first) : all;
  };
  return differences(
    opening(withPlaceholders(theirs, [...is.words, ...(is.theirWords ?? [])])),
    opening(withPlaceholders(ours, [...is.words, ...own])),
  );
}

async function shownOurs({ component, name }: Case, is: Equivalent, rendered: Rendered, ours: Blank): Promise<Met[]> {
  if ("mistakes" in rendered) throw new Error(`${component}, ${name}: ${rendered.mistakes}`);
  return shown(ours, rendered.html, is.only);
}

/** Where a piece stands is a matter of its page. */
const alone = (all: Met[]): Met[] => all.map((one) => ({ ...one, within: "" }));

/** What is met of pieces of pages, in the app itself. */
async function piecesOf(page: Page, wizard: Wizard): Promise<Record<Piece["piece"], Met[]>> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("DOM.enable");
  await cdp.send("Accessibility.enable");
  const named = async (role: string, key: string) => {
    const found = (await met(page, cdp)).filter((one) => one.role === role && one.name === words(key));
    expect(found, key).toHaveLength(1);
    return alone(found);
  };
  await page.goto(`/procedures/${RESIDENCE}`);
  await wizard.at("Đăng ký tạm trú");
  await expect(wizard.shown.getByRole("link", { name: words("start-continue") })).toBeVisible();
  const [skip, start] = [await named("link", "skip"), await named("link", "start-continue")];
  await page.goto(`/procedures/${RESIDENCE}/apply/contact`);
  await wizard.at("Địa chỉ và liên hệ");
  await expect(wizard.shown.getByRole("button", { name: words("continue") })).toHaveAccessibleDescription(SAVED);
  const [back, next] = [await named("link", "back"), await named("button", "continue")];
  await page.goto(`/procedures/${RESIDENCE}/review`);
  await wizard.declare();
  await wizard.send();
  await wizard.movedTo(words("receipt-title"));
  const all = await met(page, cdp);
  const title = all.findIndex((one) => one.role === "heading" && one.name === words("receipt-title"));
  return { skip, back, continue: next, start, receipt: alone(all.slice(title, title + 2)) };
}

async function shown({ page, cdp, isTheirs }: Blank, html: string, only?: string): Promise<Met[]> {
  await page.evaluate(
    ([html, only, isTheirs]) => {
      document.body.innerHTML = html;
      if (only) document.body.replaceChildren(document.querySelector(only)!);
      if (isTheirs) (window as unknown as { GOVUKFrontend: { initAll(): void } }).GOVUKFrontend.initAll();
    },
    [html, only ?? "", isTheirs] as const,
  );
  return met(page, cdp);
}
