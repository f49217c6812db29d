// What is the same on every page, and what an address sets.
import { LICENCE, RESIDENCE } from "../support/drafts.ts";
import { unsaidVietnamese } from "../support/languages.ts";
import { fits, SMALL } from "../support/layout.ts";
import { setLook, speak } from "../support/looks.ts";
import { expect, test } from "../support/test.ts";
import { words } from "../support/words.ts";

// [61]
test("the page may be enlarged and turned", async ({ page, wizard }) => {
  await page.goto("/");
  await wizard.at(words("home-title"));
  const viewport = await page.locator("meta[name=viewport]").getAttribute("content");
  expect(viewport).not.toMatch(/user-scalable|maximum-scale|minimum-scale/);
});

test("[109] help, [110] the bar and [111] how things look are in the same place on every page", async ({ page, wizard }) => {
  const around = () => page.evaluate(() => [...document.querySelectorAll("header, footer")].map((one) => one.outerHTML.replace(/href="[^"]*"/g, "")).join("\n"));
  let first: string | undefined;
  for (const path of [`/procedures/${RESIDENCE}`, `/procedures/${RESIDENCE}/apply/who`, `/procedures/${LICENCE}`, `/procedures/${LICENCE}/apply/who`, "/preferences"]) {
    await page.goto(path);
    await expect(wizard.heading).toBeVisible();
    await expect(page.getByRole("contentinfo").getByText(words("help-title"))).toBeVisible();
    await expect(page.getByRole("banner").getByRole("button", { name: words("preferences-link") })).toBeVisible();
    // The portal has said whose it is.
    await expect(page.getByRole("contentinfo").getByText(words("operator"))).toBeVisible();
    first ??= await around();
    expect.soft(await around(), path).toBe(first);
  }
});

test("[106] what falls back to another language says so, [107] and each language is named in itself", async ({ page, wizard }) => {
  await page.goto("/");
  await wizard.at(words("home-title"));
  const bar = page.getByRole("banner");
  await expect(bar.getByRole("link", { name: "Tiếng Việt" })).toHaveAttribute("aria-current", "true");
  await expect(bar.getByRole("link", { name: "English" })).toHaveAttribute("hreflang", "en");
  await expect(bar.getByRole("link", { name: "English" })).toHaveAttribute("lang", "en");
  await speak(page, "en");
  await expect(bar.getByRole("link", { name: "Tiếng Việt" })).toHaveAttribute("lang", "vi");
  await expect(bar.getByRole("link", { name: "Tiếng Việt" })).toHaveAttribute("hreflang", "vi");
  await expect(wizard.shown.getByRole("list").getByRole("link").first()).toBeVisible();
  expect(await unsaidVietnamese(page)).toEqual([]);
});

// [60]
test("the address sets the size of the text", async ({ page, wizard }) => {
  await page.setViewportSize(SMALL);
  await page.goto("/?text=400");
  await wizard.at(words("home-title"));
  await expect(page.locator("html")).toHaveAttribute("data-text-size", "400");
  await expect(wizard.shown.getByRole("link", { name: "Đăng ký tạm trú", exact: true })).toBeVisible();
  await fits(page, "the home page", 4);
  const size = await wizard.shown.getByRole("searchbox").evaluate((input) => parseFloat(getComputedStyle(input).fontSize));
  expect(size).toBeGreaterThanOrEqual(64);
});

test("the address sets the look, and nothing but attributes of the root changes", async ({ page, wizard }) => {
  const body = () => wizard.shown.innerHTML();
  await page.goto(`/procedures/${RESIDENCE}`);
  await wizard.at("Đăng ký tạm trú");
  const before = await body();
  await setLook(page, { text: 400, theme: "yellow-on-black", spacing: true });
  const root = () => page.evaluate(() => ({ ...document.documentElement.dataset }));
  const set = await root();
  await page.goto(`/procedures/${RESIDENCE}?text=400&theme=yellow-on-black&spacing=wide`);
  await wizard.at("Đăng ký tạm trú");
  expect(await root()).toEqual(set);
  expect(await body()).toBe(before);
});
