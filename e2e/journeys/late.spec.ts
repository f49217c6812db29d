// What arrives late, on a slow line, takes nothing away from under somebody who is already there.
import type { Page } from "@playwright/test";
import { putDraft } from "../support/drafts.ts";
import { expect, test } from "../support/test.ts";
import { words } from "../support/words.ts";

/** Holds back what fits until it is let go. */
async function hold(page: Page, what: RegExp): Promise<() => void> {
  let go!: () => void;
  const gone = new Promise<void>((let_go) => (go = let_go));
  await page.route(what, async (route) => {
    await gone;
    await route.continue();
  });
  return go;
}

const LATER = /\/(later|split)[^/]*\.wasm|\/later\.ftl/;
const CATALOGUE = /\/api\/catalogue/;

for (const [name, path, late, arrived] of [
  ["the procedures of the home page", "/", LATER, undefined],
  ["what a search has found", "/?q=giay%20phep", CATALOGUE, "filters"],
  ["the whole catalogue", "/?all=1", CATALOGUE, "filters"],
] as const) {
  test(`${name}: a link that has the focus stays, and keeps it`, async ({ page, wizard, portal, licence }) => {
    if (path === "/") await putDraft(page, portal.url, licence);
    const letGo = await hold(page, late);
    await page.goto(path);
    const links = wizard.shown.locator(".results").getByRole("link");
    const link = links.nth(2);
    await link.focus();
    const before = await links.evaluateAll((all) => all.map((one) => ((one as unknown as { mark: number }).mark = 1) && one.textContent));
    letGo();
    if (arrived) await expect(wizard.shown.getByText(words("search-filters"))).toBeVisible();
    else await expect(wizard.shown.getByRole("heading", { name: words("drafts-title") })).toBeVisible();
    await expect(link).toBeFocused();
    const marked = await links.evaluateAll((all) => all.filter((one) => (one as unknown as { mark?: number }).mark).map((one) => one.textContent));
    expect(marked, "what stood there stands there still, as it was and in its order").toEqual(before);
    await expect(links.first()).toHaveText(before[0]!);
  });
}

test("a question is answered anew when somebody asks another one", async ({ page, wizard }) => {
  const letGo = await hold(page, CATALOGUE);
  await page.goto("/?q=giay%20phep");
  await expect(wizard.shown.locator(".results").getByRole("link").first()).toBeVisible();
  letGo();
  await expect(wizard.shown.getByText(words("search-filters"))).toBeVisible();
  await page.getByRole("searchbox").fill("doi bang lai");
  await expect(wizard.shown.locator(".results").getByRole("link").first()).toHaveText("Đổi giấy phép lái xe");
});
