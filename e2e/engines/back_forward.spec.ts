// With the browser's back/forward cache, which Playwright switches off: a page that was left comes back as it was.
import type { Page } from "@playwright/test";
import { LICENCE, putDraft } from "../support/drafts.ts";
import { signInByPhone } from "../support/sign_in.ts";
import { expect, test } from "../support/test.ts";
import { words } from "../support/words.ts";
import config from "../playwright.config.ts";

test.use({ launchOptions: { ...config.use!.launchOptions, ignoreDefaultArgs: ["--disable-back-forward-cache"] } });

const NAME = "Họ, chữ đệm và tên";

/** From now on the page says whether it comes back out of the cache, and what is seen of it then. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    addEventListener("pageshow", ({ persisted }) => {
      if (!persisted) return;
      const isSeen = getComputedStyle(document.body).visibility === "visible";
      sessionStorage.setItem("came back", isSeen ? "seen" : "hidden");
    });
  });
}

/** Playwright's own waits for a load, and there is none. */
async function back(page: Page): Promise<void> {
  await page.evaluate(() => history.back());
}

const cameBack = (page: Page) => page.evaluate(() => sessionStorage.getItem("came back"));

test("after signing out, Back does not show the last person's answers", async ({ page, wizard, portal }) => {
  await page.goto("/account");
  await signInByPhone(wizard, portal, "0912 000 111");
  await page.goto(`/procedures/${LICENCE}/apply/who`);
  await wizard.fill(NAME, "Khách Một Mẫu");
  await expect(wizard.shown.getByText(/^Đã lưu trên máy này/)).toBeVisible();
  await watch(page);
  // By its address, and so by a full load.
  await page.goto("/account");
  await wizard.shown.getByRole("button", { name: words("sign-out"), exact: true }).click();
  await expect(wizard.shown.getByLabel(words("sign-in-phone"), { exact: true })).toBeVisible();
  await back(page);
  await expect(wizard.shown.getByLabel(NAME, { exact: true })).toHaveValue("");
  expect(await cameBack(page), "it came out of the cache, and nobody saw it").toBe("hidden");
});

test("what a guest has left comes back as it was", async ({ page, wizard, portal, licence }) => {
  await putDraft(page, portal.url, licence);
  await page.goto(`/procedures/${LICENCE}/apply/who`);
  await wizard.fill(NAME, "Khách Hai Mẫu");
  await watch(page);
  await page.goto("/preferences");
  await wizard.at(words("preferences-title"));
  await back(page);
  await expect(wizard.shown.getByLabel(NAME, { exact: true })).toHaveValue("Khách Hai Mẫu");
  expect(await cameBack(page)).not.toBeNull();
  await expect(page.locator("html")).not.toHaveAttribute("data-away");
  await expect(wizard.shown.getByLabel(NAME, { exact: true })).toBeVisible();
});
