// Wherever Tab leads, in every look: a ring is seen, it stands out, nothing lies over it, and nothing
// that can be used is left out.
import type { Page } from "@playwright/test";
import type { Wizard } from "../pages/wizard.ts";
import { LICENCE, putDraft, RESIDENCE } from "../support/drafts.ts";
import { shortIf } from "../support/extent.ts";
import type { Files } from "../support/files.ts";
import { everyStop, isSeenEverywhere } from "../support/focus.ts";
import { type Look, setLook } from "../support/looks.ts";
import { refuse } from "../support/places.ts";
import { expect, test } from "../support/test.ts";
import { words } from "../support/words.ts";

test.describe.configure({ mode: "parallel" });

const THEMES = ["light", "dark", "yellow-on-black", "black-on-white"] as const;
const LOOKS: Record<string, Look> = { ...Object.fromEntries(THEMES.map((theme) => [theme, { theme }])), "text 400 %": { text: 400 } };

/** The same page in every look, and in colours that the system forces. */
async function inEveryLook(page: Page, what: string): Promise<void> {
  for (const [name, look] of Object.entries(LOOKS)) {
    await setLook(page, look);
    await isSeenEverywhere(page, `${what}, ${name}`);
  }
  await setLook(page, {});
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ forcedColors: "active", colorScheme });
    await isSeenEverywhere(page, `${what}, forced colours, ${colorScheme}`);
  }
  await page.emulateMedia({ forcedColors: null, colorScheme: null });
}

interface Given {
  page: Page;
  wizard: Wizard;
  files: Files;
}

/** A page of each sort, with all that can be pressed on it. */
const PAGES: Record<string, (given: Given) => Promise<void>> = {
  "home page": async ({ page, wizard }) => {
    await page.goto("/");
    await expect(wizard.shown.getByRole("link", { name: "Đăng ký tạm trú", exact: true })).toBeVisible();
    await wizard.shown.getByRole("button", { name: /^Xóa: / }).first().click();
    // The question has the focus: who sets out from there earlier is called back.
    await expect(page.locator(":focus")).toHaveRole("group");
  },
  "page of a procedure": async ({ page, wizard }) => {
    await page.goto(`/procedures/${RESIDENCE}`);
    await expect(wizard.shown.getByRole("link", { name: words("start-continue") })).toBeVisible();
  },
  "address, phone, email, with errors": async ({ page, wizard }) => {
    await page.goto(`/procedures/${RESIDENCE}/apply/contact`);
    await wizard.at("Địa chỉ và liên hệ");
    await wizard.fill("Số điện thoại", "12");
    await refuse(wizard);
  },
  "dates and radios": async ({ page, wizard }) => {
    await page.goto(`/procedures/${RESIDENCE}/apply/place`);
    await wizard.at("Nơi tạm trú");
  },
  "checkboxes": async ({ page, wizard }) => {
    await page.goto(`/procedures/${LICENCE}/apply/licence`);
    await wizard.at("Giấy phép lái xe hiện có");
  },
  "a list of people": async ({ page, wizard }) => {
    await page.goto(`/procedures/${RESIDENCE}/apply/members`);
    await wizard.at("Người cùng đăng ký");
  },
  "files": async ({ page, wizard, files }) => {
    await page.goto(`/procedures/${LICENCE}/apply/documents`);
    await wizard.upload("Giấy phép lái xe, mặt trước", files.png);
    await wizard.attach("Ảnh chân dung", files.tiny);
    await refuse(wizard);
  },
  "check page": async ({ page, wizard }) => {
    await page.goto(`/procedures/${RESIDENCE}/review`);
    await wizard.at(words("review-title"));
    await wizard.send();
    await expect(wizard.summary).toBeFocused();
  },
  "receipt": async ({ page, wizard }) => {
    await page.goto(`/procedures/${RESIDENCE}/review`);
    await wizard.declare();
    await wizard.send();
    await expect(wizard.shown.getByText(words("status-submitted-do"))).toBeVisible();
  },
  "preferences": async ({ page, wizard }) => {
    await page.goto("/preferences");
    await wizard.at(words("preferences-title"));
  },
};

/** In the look that it has by itself, visits.spec.ts goes through every page. */
const SHORT = ["dates and radios", "files"];

for (const [name, go] of Object.entries(PAGES)) {
  // [19] [35] [36]
  test(name, shortIf(SHORT.includes(name)), async ({ page, wizard, portal, residence, licence, files }) => {
    await putDraft(page, portal.url, residence);
    await putDraft(page, portal.url, licence);
    await go({ page, wizard, files });
    await inEveryLook(page, name);
  });
}

// [35]
test("a small window: nothing lies over what has the focus", async ({ page, wizard, portal, residence, licence, files }) => {
  await page.setViewportSize({ width: 320, height: 400 });
  await putDraft(page, portal.url, residence);
  await putDraft(page, portal.url, licence);
  for (const name of ["home page", "dates and radios", "check page"]) {
    await PAGES[name]!({ page, wizard, files });
    for (const text of [undefined, 400] as const) {
      await setLook(page, { text });
      await isSeenEverywhere(page, `${name}, ${text ?? 100} %`);
    }
  }
});

// [19] [35]
test("all of the ring is in the window", async ({ page, wizard, portal, residence, licence, files }) => {
  // The browser scrolls until the control is in the window, not its ring: what Tab comes to at the edge
  // has a ring of three sides. `html` needs a `scroll-padding-block` as wide as the ring.
  await putDraft(page, portal.url, residence);
  await putDraft(page, portal.url, licence);
  for (const name of ["home page", "dates and radios", "checkboxes", "files"]) {
    await PAGES[name]!({ page, wizard, files });
    for (const text of [undefined, 400] as const) {
      await setLook(page, { text });
      const cut = (await everyStop(page)).filter(({ isCutOff }) => isCutOff);
      expect.soft(cut.map(({ what }) => what), `${name}, ${text ?? 100} %`).toEqual([]);
    }
  }
});

// [19]
test("a heading that the focus was moved to has no ring: it is no control", async ({ page, wizard, portal, residence }) => {
  await putDraft(page, portal.url, residence);
  await page.goto(`/procedures/${RESIDENCE}/apply/who`);
  await wizard.shown.getByRole("button", { name: words("continue") }).focus();
  await page.keyboard.press("Enter");
  await wizard.movedTo("Địa chỉ và liên hệ");
  await expect(wizard.heading).toHaveCSS("outline-style", "none");
});
