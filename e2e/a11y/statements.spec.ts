// What is true of every page of questions. The numbers are those of the project's list of statements
// about accessible wizards; pages and questions come from the definitions.
import type { Page } from "@playwright/test";
import type { Wizard } from "../pages/wizard.ts";
import { LICENCE, RESIDENCE } from "../support/drafts.ts";
import { speak } from "../support/looks.ts";
import { alone, open, places, refuse, withEveryPage, without, type Place } from "../support/places.ts";
import { expect, test } from "../support/test.ts";
import { words } from "../support/words.ts";

test.describe.configure({ mode: "parallel" });

interface Given {
  page: Page;
  wizard: Wizard;
  origin: string;
  residence: string;
  licence: string;
}

/** Every page, one after the other, empty. */
async function onEachPage(given: Given, see: (place: Place) => Promise<void>, isAlone = false): Promise<void> {
  const { page, wizard, origin, residence, licence } = given;
  for (const code of [RESIDENCE, LICENCE]) {
    const draft = withEveryPage(code === RESIDENCE ? residence : licence);
    // With no file there is only the first question about files.
    const all = places(code).flatMap((place) => (isAlone ? alone(place).slice(0, place.step.id === "documents" ? 1 : undefined) : [place]));
    for (const place of all) {
      await test.step(place.path, async () => {
        await open(page, wizard, origin, without(draft, place), place.path, `?mode=${isAlone ? "one-question" : "steps"}`);
        await see(place);
      });
    }
  }
}

/** Its own heading and title; no level of heading is left out. */
async function isTitled(page: Page, wizard: Wizard): Promise<string> {
  const heading = await wizard.heading.innerText();
  expect.soft(await page.title()).toContain(heading.replace(words("optional"), "").replace(/\s+/g, " ").trim());
  expect.soft(await page.title()).toMatch(/^.+ – .+ – .+$/);
  await expect.soft(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  const levels = await wizard.shown.locator("h1, h2, h3, h4").evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])));
  for (const [n, level] of levels.entries()) expect.soft(level - (levels[n - 1] ?? 0), `${heading}: ${levels}`).toBeLessThanOrEqual(1);
  await expect.soft(page.locator("html")).toHaveAttribute("lang", "vi");
  return heading;
}

/** One primary button that goes on, nothing switched off, the skip link and the way back before all else. */
async function leadsOn(page: Page, wizard: Wizard): Promise<void> {
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
  expect.soft(isFirst).toBe(true);
  const skip = await page.evaluate(() => [...document.querySelectorAll("a, button, input, summary")].find((one) => one.checkVisibility())!.textContent);
  expect.soft(skip).toBe(words("skip"));
}

/** Visible labels, no placeholders, nothing chosen beforehand, nothing that the browser checks by itself. */
async function isPlain({ shown }: Wizard): Promise<void> {
  await expect.soft(shown.locator(".hint :is(a, button)")).toHaveCount(0);
  await expect.soft(shown.locator("[placeholder], [type=number], [required], [pattern], [maxlength], [aria-required]")).toHaveCount(0);
  await expect.soft(shown.locator("form")).toHaveAttribute("novalidate");
  await expect.soft(shown.locator("select")).toHaveCount(0);
  await expect.soft(shown.getByRole("radio", { checked: true })).toHaveCount(0);
  await expect.soft(shown.getByRole("checkbox", { checked: true })).toHaveCount(0);
  for (const input of await shown.locator("input, textarea").all()) {
    const label = await input.evaluate((input) => {
      const [label] = (input as HTMLInputElement).labels!;
      return label?.checkVisibility() && label.getBoundingClientRect().width > 1 ? label.innerText.replace(/\s+/g, " ").trim() : "";
    });
    expect.soft(label).not.toBe("");
    await expect.soft(input).toHaveAccessibleName(label);
  }
}

for (const isAlone of [false, true]) {
  const layout = isAlone ? "one question a page" : "steps";

  // [2] [3] [4] [6] [106] titles and headings; [7] [8] [9] [21] [27] [87] ways on and back;
  // [13] [37] [45] [51] [62] fields.
  test(`${layout}: titles and headings, ways on and back, plain fields`, async ({ page, wizard, portal, residence, licence }) => {
    test.slow();
    const headings: string[] = [];
    await onEachPage({ page, wizard, origin: portal.url, residence, licence }, async ({ code }) => {
      headings.push(`${code} ${await isTitled(page, wizard)}`);
      await leadsOn(page, wizard);
      await isPlain(wizard);
    }, isAlone);
    expect(headings.filter((heading, n) => headings.indexOf(heading) !== n)).toEqual([]);
  });

  test(`${layout}: [64] the summary first in main, [65] with the words of each error in the order of the page, [66] and a link to each first wrong control, [67] [68] marked and described, [69] in words and a border`, async ({ page, wizard, portal, residence, licence }) => {
    test.slow();
    await onEachPage({ page, wizard, origin: portal.url, residence, licence }, async ({ isFree }) => {
      if (isFree) return;
      await refuse(wizard);
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
    }, isAlone);
  });
}

test("[38] what is asked about the citizen can be filled in by the browser, [39] and nothing about others; [40] dates are typed", async ({ page, wizard, portal, residence, licence }) => {
  const OWN: Record<string, RegExp> = {
    ap_name: /^name$/,
    ap_dob: /^bday-(day|month|year)$/,
    ap_addr: /^(address-level[12]|street-address)$/,
    ap_tel: /^tel$/,
    ap_mail: /^email$/,
  };
  await onEachPage({ page, wizard, origin: portal.url, residence, licence }, async ({ questions }) => {
    for (const { id, kind } of questions) {
      const inputs = wizard.shown.locator(`input[id="${id}"], input[id^="${id}-"], input[id$="-${id}"], input[id*="-${id}-"], textarea[id="${id}"]`);
      for (const input of await inputs.all()) {
        const type = await input.getAttribute("type");
        if (["radio", "checkbox", "file"].includes(type ?? "")) continue;
        expect.soft((await input.getAttribute("autocomplete")) ?? "", id).toMatch(OWN[id] ?? /^off$/);
        if (kind === "date") expect.soft(type, id).toBe("text");
      }
    }
  });
});

test("[61] the page may be enlarged and turned", async ({ page, wizard }) => {
  await page.goto("/");
  await wizard.at(words("home-title"));
  const viewport = await page.locator("meta[name=viewport]").getAttribute("content");
  expect(viewport).not.toMatch(/user-scalable|maximum-scale|minimum-scale/);
});

test("[109] help, [110] the bar and [111] how things look are in the same place on every page", async ({ page, wizard, portal, residence, licence }) => {
  const around = () => page.evaluate(() => [...document.querySelectorAll("header, footer")].map((one) => one.outerHTML.replace(/href="[^"]*"/g, "")).join("\n"));
  let first: string | undefined;
  await onEachPage({ page, wizard, origin: portal.url, residence, licence }, async () => {
    await expect(page.getByRole("contentinfo").getByText(words("help-title"))).toBeVisible();
    await expect(page.getByRole("banner").getByRole("button", { name: words("preferences-link") })).toBeVisible();
    first ??= await around();
    expect.soft(await around()).toBe(first);
  });
});

test("[106] what falls back to another language says so, [107] and each language is named in itself", async ({ page, wizard }) => {
  await page.goto("/");
  await wizard.at(words("home-title"));
  const bar = page.getByRole("banner");
  await expect(bar.getByRole("link", { name: "English" })).toHaveAttribute("hreflang", "en");
  await speak(page, "en");
  await expect(bar.getByRole("link", { name: "Tiếng Việt" })).toHaveAttribute("lang", "vi");
  await expect(bar.getByRole("link", { name: "Tiếng Việt" })).toHaveAttribute("hreflang", "vi");
  for (const path of ["/", "/preferences", `/procedures/${RESIDENCE}/apply/who`]) expect.soft(await unsaid(page, wizard, path), path).toEqual([]);
});

test("[106] the page of a procedure in English says what is Vietnamese", async ({ page, wizard }) => {
  for (const code of [RESIDENCE, LICENCE]) expect.soft(await unsaid(page, wizard, `/procedures/${code}?lang=en`), code).toEqual([]);
});

/** Vietnamese on an English page that does not say that it is. Names of things may (WCAG 3.1.2). */
async function unsaid(page: Page, wizard: Wizard, path: string): Promise<string[]> {
  await page.goto(path);
  await expect(wizard.heading).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  if (path === "/") await expect(wizard.shown.getByRole("list").getByRole("link").first()).toBeVisible();
  return page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (texts.nextNode()) {
      const { data, parentElement } = texts.currentNode as Text;
      if (!parentElement!.checkVisibility() || parentElement!.closest("[lang]")!.getAttribute("lang") === "vi") continue;
      if (/[ăâđêôơư\u1ea0-\u1ef9]/i.test(data.replace(/đồng|Bộ phận Một cửa/g, ""))) found.push(data);
    }
    return found;
  });
}
