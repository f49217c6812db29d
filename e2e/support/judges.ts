// All that is judged of a page as it stands, on one visit: what its accessibility tree tells, what axe finds, how it
// fits, where Tab leads, and whether each text is in the language that it says it is in; in Vietnamese and in English.
import { expect, type Page } from "@playwright/test";
import type { Wizard } from "../pages/wizard.ts";
import { noViolations } from "./axe.ts";
import { isSeenEverywhere } from "./focus.ts";
import { unsaid, unsaidVietnamese } from "./languages.ts";
import { everyWay } from "./layout.ts";
import { speak } from "./looks.ts";
import { tree, unclear, written } from "./tree.ts";
import { words } from "./words.ts";

interface Judging {
  /** The file in a11y/tree that has what a screen reader is given here, to the letter. */
  heard?: string[];
  /** What of it is another one in each run. */
  hide?: (text: string) => string;
  /** The page is judged in English too: its words are longer or shorter, its elements the same. */
  inEnglish?: boolean;
  /** The whole page is written down, not only what changes from page to page. */
  isWhole?: boolean;
}

/** Asks every judge about the page. */
export async function judge(page: Page, what: string, { heard, hide = (text) => text, inEnglish = true, isWhole = false }: Judging = {}): Promise<void> {
  // The page before is still in its slot for a second; the new one is what people have.
  await expect(page.locator('[data-slot="leaving"]')).toHaveCount(0);
  // The portal has said whose it is: that stands around every page, and in its title.
  await expect(page.getByRole("contentinfo").getByText(words("operator"))).toBeVisible();
  const all = await tree(page, isWhole ? "body" : "[data-slot=shown]");
  expect.soft(unclear(all), `${what}: names, states and reasons`).toEqual([]);
  if (heard) {
    // A minute more or less.
    const told = `title "${await page.title()}"\n${written(all)}`.replace(/\d{2}:\d{2} (?=\d{1,2}\/\d{1,2}\/\d{4})/g, "<time> ");
    expect.soft(hide(told), what).toMatchSnapshot(heard);
  }
  expect.soft(await unsaid(page), `${what}: its language`).toEqual([]);
  await noViolations(page, what);
  const before = page.viewportSize()!;
  await everyWay(page, what);
  await page.setViewportSize(before);
  await isSeenEverywhere(page, what);
  if (!inEnglish) return;
  await speak(page, "en");
  await expect(page.locator('[data-slot="leaving"]')).toHaveCount(0);
  // A page that asks the portal first is drawn anew when it knows.
  await expect(page.locator("[data-slot=shown] h1")).toBeVisible();
  expect.soft(unclear(await tree(page, "body")), `${what}, in English: names, states and reasons`).toEqual([]);
  expect.soft(await unsaidVietnamese(page), `${what}, in English: its language`).toEqual([]);
  await noViolations(page, `${what}, in English`);
  await speak(page, "vi");
}

/** Its own heading and title; no level of heading is left out. */
export async function isTitled(page: Page, wizard: Wizard): Promise<void> {
  const heading = await wizard.heading.innerText();
  expect.soft(await page.title()).toContain(heading.replace(words("optional"), "").replace(/\s+/g, " ").trim());
  expect.soft(await page.title()).toMatch(/^.+ – .+ – .+$/);
  await expect.soft(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  const levels = await wizard.shown.locator("h1, h2, h3, h4").evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])));
  for (const [n, level] of levels.entries()) expect.soft(level - (levels[n - 1] ?? 0), `${heading}: ${levels}`).toBeLessThanOrEqual(1);
  await expect.soft(page.locator("html")).toHaveAttribute("lang", "vi");
}

/** One primary button that goes on, nothing switched off, the skip link and the way back before all else. */
export async function leadsOn(page: Page, wizard: Wizard): Promise<void> {
  const primary = wizard.shown.locator("button.primary, .button");
  await expect.soft(primary).toHaveCount(1);
  await expect.soft(primary).toHaveText(words("continue"));
  await expect.soft(primary).toHaveAttribute("type", "submit");
  await expect.soft(primary).toHaveAccessibleDescription(/\S/);
  await expect.soft(page.locator(":disabled, [aria-disabled=true]")).toHaveCount(0);
  const isFirst = await wizard.shown.getByRole("link", { name: words("back"), exact: true }).evaluate((link) => {
    const main = document.querySelector("[data-slot=shown] main")!;
    const before = [...document.querySelectorAll("[data-slot=shown] :is(a, button, input)")].find((one) => !main.contains(one));
    return before === link && Boolean(link.compareDocumentPosition(main) & Node.DOCUMENT_POSITION_FOLLOWING);
  });
  expect.soft(isFirst, "the way back comes first").toBe(true);
  const skip = await page.evaluate(() => [...document.querySelectorAll("a, button, input, summary")].find((one) => one.checkVisibility())!.textContent);
  expect.soft(skip).toBe(words("skip"));
}

/** Visible labels, no placeholders, nothing chosen beforehand, nothing that the browser checks by itself. */
export async function isPlain({ shown }: Wizard): Promise<void> {
  await expect.soft(shown.locator(".hint :is(a, button)")).toHaveCount(0);
  await expect.soft(shown.locator("[placeholder], [type=number], [required], [pattern], [maxlength], [aria-required]")).toHaveCount(0);
  await expect.soft(shown.locator("form")).toHaveAttribute("novalidate");
  await expect.soft(shown.locator("select")).toHaveCount(0);
  await expect.soft(shown.getByRole("radio", { checked: true })).toHaveCount(0);
  await expect.soft(shown.getByRole("checkbox", { checked: true })).toHaveCount(0);
  const unlabelled = await shown.locator("input, textarea").evaluateAll((inputs) =>
    inputs
      .filter((input) => {
        const [label] = (input as HTMLInputElement).labels!;
        return !(label?.checkVisibility() && label.getBoundingClientRect().width > 1 && label.innerText.trim());
      })
      .map((input) => input.outerHTML),
  );
  expect.soft(unlabelled, "inputs without a label that is seen").toEqual([]);
}

/** What the browser may fill in: what it knows of the person, and of nobody else. */
const OWN: Record<string, RegExp> = {
  ap_name: /^name$/,
  ap_dob: /^bday-(day|month|year)$/,
  ap_addr: /^(address-level[12]|street-address)$/,
  ap_tel: /^tel$/,
  ap_mail: /^email$/,
};

/** What is asked about the citizen can be filled in by the browser, and nothing about others. Dates are typed. */
export async function isFilledInByBrowser(wizard: Wizard, questions: { id: string; kind: string }[]): Promise<void> {
  for (const { id, kind } of questions) {
    const inputs = wizard.shown.locator(`input[id="${id}"], input[id^="${id}-"], input[id$="-${id}"], input[id*="-${id}-"], textarea[id="${id}"]`);
    const all = await inputs.evaluateAll((inputs) => inputs.map((input) => [(input as HTMLInputElement).type, input.getAttribute("autocomplete") ?? ""] as const));
    for (const [type, autocomplete] of all) {
      if (["radio", "checkbox", "file"].includes(type)) continue;
      expect.soft(autocomplete, id).toMatch(OWN[id] ?? /^off$/);
      if (kind === "date") expect.soft(type, id).toBe("text");
    }
  }
}

/**
 * The summary of errors comes first in main, has the words of each error in the order of the page, and leads to each first wrong
 * control, which is marked, described, and seen with its label.
 */
export async function isToldWhatIsWrong(page: Page, wizard: Wizard): Promise<void> {
  await expect.soft(page).toHaveTitle(/^Lỗi: /);
  const isFirst = await wizard.summary.evaluate((summary) => summary.parentElement!.firstElementChild === summary && summary.parentElement!.tagName === "MAIN");
  expect.soft(isFirst, "first in main").toBe(true);
  const links = wizard.summary.getByRole("link");
  const prefix = `${words("error-prefix")} `;
  const errors = (await wizard.shown.locator(".error").allTextContents()).map((text) => text.replace(/\s+/g, " ").trim());
  expect.soft(errors.map((text) => text.startsWith(prefix))).not.toContain(false);
  expect.soft(await links.allTextContents()).toEqual(errors.map((text) => text.slice(prefix.length)));
  for (const [n, link] of (await links.all()).entries()) {
    await link.click();
    const control = wizard.shown.locator(":focus");
    await expect.soft(control).toHaveAccessibleDescription(new RegExp(errors[n]!.replace(/[()?]/g, "\\$&")));
    const { isMarked, isBordered, isLabelSeen } = await control.evaluate((control) => {
      const group = control.closest("fieldset[aria-describedby], [data-invalid]");
      const input = control as HTMLInputElement;
      const isChoice = input.type === "radio" || input.type === "checkbox";
      const label = (isChoice ? control.closest("fieldset")!.querySelector("legend") : input.labels?.[0])!.getBoundingClientRect();
      return {
        isMarked: control.getAttribute("aria-invalid") === "true" || (isChoice && Boolean(group)),
        isBordered: parseFloat(getComputedStyle(control.closest("[data-invalid]")!).borderInlineStartWidth) >= 4,
        // Half a pixel is lost to rounding.
        isLabelSeen: label.top > -1 && label.top < innerHeight,
      };
    });
    expect.soft(isMarked, `${errors[n]}: marked`).toBe(true);
    expect.soft(isBordered, `${errors[n]}: a border`).toBe(true);
    expect.soft(isLabelSeen, `${errors[n]}: its label is in view`).toBe(true);
  }
}
