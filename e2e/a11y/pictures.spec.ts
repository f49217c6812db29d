// The main pages in every way of looking at them: each fits, and its picture is in results/pictures, for somebody to
// look at after a change of style. `npx playwright test a11y/pictures` makes them; contact.html there shows all.
import { mkdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Page } from "@playwright/test";
import type { Wizard } from "../pages/wizard.ts";
import { LICENCE, putDraft, RESIDENCE } from "../support/drafts.ts";
import type { Files } from "../support/files.ts";
import { fits } from "../support/layout.ts";
import { type Language, speak } from "../support/looks.ts";
import { refuse } from "../support/places.ts";
import { expect, test } from "../support/test.ts";
import { words } from "../support/words.ts";

test.describe.configure({ mode: "parallel" });

const folder = resolve(import.meta.dirname, "../results/pictures");

interface Way {
  query?: string;
  language?: Language;
  width?: number;
  media?: Parameters<Page["emulateMedia"]>[0];
  /** Letters of the longest word that must not be broken. */
  letters?: number;
}

const WAYS: Record<string, Way> = {
  phone: {},
  desk: { width: 1280 },
  english: { language: "en" },
  "text 200": { query: "text=200" },
  "text 400": { query: "text=400", width: 320, letters: 4 },
  "text 400 desk": { query: "text=400", width: 1280 },
  "wider spacing": { query: "spacing=wider" },
  dark: { query: "theme=dark" },
  "yellow on black": { query: "theme=yellow-on-black" },
  "black on white": { query: "theme=black-on-white" },
  "forced colours": { media: { forcedColors: "active" } },
  "one question": { query: "mode=one-question" },
  "screen reader": { query: "mode=screen-reader" },
};

for (const [name, way] of Object.entries(WAYS)) {
  test(name, async ({ page, wizard, portal, residence, licence, files }) => {
    const { query = "", language = "vi", width = 390, media, letters } = way;
    const place = resolve(folder, name.replaceAll(" ", "-"));
    mkdirSync(place, { recursive: true });
    await page.setViewportSize({ width, height: 800 });
    if (media) await page.emulateMedia(media);
    const taken: string[] = [];
    for (const draft of [residence, licence]) await putDraft(page, portal.url, draft);
    // What an address sets is remembered.
    await page.goto(`/?${query}`);
    await speak(page, language);
    await mainPages(page, wizard, files, async (what) => {
      await expect(page.locator('[data-slot="leaving"]')).toHaveCount(0);
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      await fits(page, what, letters);
      const file = `${what.replaceAll(" ", "-")}.png`;
      await page.screenshot({ path: resolve(place, file), fullPage: true });
      taken.push(file);
    });
    writeFileSync(resolve(place, "contact.html"), sheet(name, taken));
  });
}

async function mainPages(page: Page, wizard: Wizard, files: Files, look: (what: string) => Promise<void>): Promise<void> {
  const { shown } = wizard;
  await expect(shown.locator(".results a").first()).toBeVisible();
  await expect(shown.locator(".cards a").first()).toBeVisible();
  await look("1 home");
  await page.goto(`/procedures/${LICENCE}`);
  await expect(shown.locator("#start")).toBeVisible();
  await look("2 procedure");
  await page.goto(`/procedures/${RESIDENCE}/apply/who`);
  await wizard.heading.waitFor();
  await look("3 step");
  await page.goto(`/procedures/${LICENCE}/apply/documents`);
  await wizard.heading.waitFor();
  const [first] = await shown.locator("input[type=file]").all();
  await first!.setInputFiles(files.liar);
  await expect(shown.locator(".files .error")).toBeVisible();
  await refuse(wizard);
  await look("4 files and errors");
  await page.locator("#display").click();
  await expect(page.locator("#panel").getByRole("radio").first()).toBeVisible();
  await look("5 display settings");
  await page.goto(`/procedures/${RESIDENCE}/review`);
  await expect(shown.locator("#send")).toBeVisible();
  await expect(shown.getByText(words("answer-on-its-way"))).toHaveCount(0);
  await look("6 check");
  await shown.getByRole("checkbox").check();
  await wizard.send();
  await expect(shown.locator(".history li").first()).toBeVisible();
  await look("7 receipt");
}

function sheet(name: string, pictures: string[]): string {
  const shown = pictures.map((file) => `<figure><img src="${file}" height="700"><figcaption>${file}</figcaption></figure>`);
  return `<!doctype html><title>${name}</title><style>body{display:flex;gap:1rem}figure{margin:0}</style>${shown.join("")}`;
}
