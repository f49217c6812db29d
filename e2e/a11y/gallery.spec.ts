// Every kind of question in every state: all that the fixtures have, on a page for each language.
// `cargo xtask test e2e` has a render test write them into target/gallery.
import { readdirSync, readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { noViolations } from "../support/axe.ts";
import { shortIf } from "../support/extent.ts";
import { fits } from "../support/layout.ts";
import { expect, test } from "../support/test.ts";

const folder = process.env.GALLERY ?? resolve(import.meta.dirname, "../../target/gallery");
const app = process.env.APP ?? resolve(import.meta.dirname, "../../dist");

/** What the preferences set on the root of the page. */
const LOOKS: Record<string, Record<string, string>> = {
  "as it comes": {},
  "yellow on black": { theme: "yellow-on-black" },
  dark: { theme: "dark" },
  "wider spacing": { spacing: "wider" },
};

for (const locale of ["vi", "en"]) {
  test.describe(locale, () => {
    test.beforeEach(async ({ page }) => {
      // A page of a folder may not read its style sheet, which axe does.
      await page.route("http://gallery.test/*", (route) => route.fulfill({ path: resolve(folder, basename(route.request().url())) }));
      await page.goto(`http://gallery.test/${locale}.html`);
      await expect(page.getByRole("heading", { level: 2, name: "address", exact: true })).toBeVisible();
    });

    // In English the words are others, the elements the same.
    for (const [name, look] of Object.entries(LOOKS).slice(0, locale === "vi" ? undefined : 1)) {
      // Of colours tests/contrast.rs knows each pair.
      test(`axe: ${name}`, shortIf(name === "as it comes"), async ({ page }) => {
        await page.evaluate((look) => Object.assign(document.documentElement.dataset, look), look);
        await noViolations(page);
      });
    }

    test("[57, 58] everything fits on 320 pixels, also with text four times as large", async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      await fits(page, "320 pixels");
      await page.evaluate(() => (document.documentElement.dataset.textSize = "400"));
      await fits(page, "320 pixels, text 400 %", 4);
    });
  });
}

test("the app for deployment has nothing of it", async () => {
  const programs = readdirSync(app).filter((name) => /\.(wasm|js)$/.test(name));
  expect(programs.some((name) => name.endsWith(".wasm"))).toBe(true);
  for (const name of programs) {
    const program = readFileSync(resolve(app, name), "latin1");
    expect(program.includes("gallery"), name).toBe(false);
    expect(program.includes("only in Vietnamese"), name).toBe(false);
  }
});
