// What is seen of controls, measured in the pixels of the screen: borders and what is chosen stand out
// in every theme and in colours that the system forces. And nothing moves for those who asked for that.
import type { Locator, Page } from "@playwright/test";
import { noViolations } from "../support/axe.ts";
import { LICENCE, putDraft, RESIDENCE } from "../support/drafts.ts";
import { setLook } from "../support/looks.ts";
import { refuse } from "../support/places.ts";
import { contrastWithin } from "../support/pixels.ts";
import { expect, test } from "../support/test.ts";
import { words } from "../support/words.ts";

test.beforeEach(async ({ page, portal, residence, licence }) => {
  await putDraft(page, portal.url, residence);
  await putDraft(page, portal.url, licence);
});

const THEMES = ["light", "dark", "yellow-on-black", "black-on-white"] as const;

/** Each look in turn. */
async function inEachLook(page: Page, see: (look: string) => Promise<void>): Promise<void> {
  for (const theme of THEMES) {
    await setLook(page, { theme });
    await see(theme);
  }
  await setLook(page, {});
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ forcedColors: "active", colorScheme });
    await see(`forced colours, ${colorScheme}`);
  }
  await page.emulateMedia({ forcedColors: null, colorScheme: null });
}

/** Something of this stands out from what is around it, 3 to 1 or more (WCAG 1.4.11). */
async function standsOut(control: Locator, what: string): Promise<void> {
  expect.soft(await contrastWithin(control), what).toBeGreaterThanOrEqual(3);
}

test("[59] inputs, wrong and right, stand out in every look", async ({ page, wizard }) => {
  await page.goto(`/procedures/${RESIDENCE}/apply/contact`);
  await wizard.at("Địa chỉ và liên hệ");
  await wizard.fill("Số điện thoại", "");
  await refuse(wizard);
  await inEachLook(page, async (look) => {
    await standsOut(wizard.shown.getByLabel("Số điện thoại"), `a wrong input, ${look}`);
    await standsOut(wizard.shown.getByLabel(/^Thư điện tử/), `an empty input, ${look}`);
  });
});

test("[59] [69] what is chosen is seen, and differs from what is not, in every look", async ({ page, wizard }) => {
  await page.goto(`/procedures/${LICENCE}/apply/licence`);
  await wizard.at("Giấy phép lái xe hiện có");
  const boxes = {
    checkbox: [wizard.shown.getByRole("checkbox", { name: /^B2/ }), wizard.shown.getByRole("checkbox", { name: /^A2/ })],
    radio: [wizard.shown.getByRole("radio", { name: words("no"), exact: true }), wizard.shown.getByRole("radio", { name: words("yes"), exact: true })],
  } as const;
  await inEachLook(page, async (look) => {
    for (const [kind, [chosen, other]] of Object.entries(boxes)) {
      await expect(chosen).toBeChecked();
      await standsOut(chosen, `a ${kind} that is chosen, ${look}`);
      await standsOut(other, `a ${kind} that is not, ${look}`);
      await page.mouse.move(0, 0);
      const before = await chosen.screenshot();
      await (kind === "radio" ? other.check() : chosen.uncheck());
      await page.mouse.move(0, 0);
      expect.soft((await chosen.screenshot()).equals(before), `a ${kind} shows whether it is chosen, ${look}`).toBe(false);
      await chosen.check();
    }
  });
});

test("[50] [59] the marked option of a list differs from the others in every look", async ({ page, wizard }) => {
  await page.goto(`/procedures/${RESIDENCE}/apply/contact`);
  await wizard.at("Địa chỉ và liên hệ");
  const province = wizard.shown.getByRole("combobox", { name: words("address-province") });
  await province.fill("h");
  const first = wizard.shown.getByRole("option").first();
  await first.waitFor();
  await inEachLook(page, async (look) => {
    await province.press("Escape");
    await province.fill("ha");
    await first.waitFor();
    const before = await first.screenshot();
    await province.press("ArrowDown");
    await expect(first).toHaveAttribute("aria-selected", "true");
    expect.soft((await first.screenshot()).equals(before), look).toBe(false);
    await standsOut(first, `its text, ${look}`);
  });
});

test("[111] nothing moves: no transition, no animation, no smooth scrolling", async ({ page, wizard }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const moving = () =>
    page.evaluate(() => {
      const seconds = (times: string) => Math.max(...times.split(",").map((time) => parseFloat(time) * (time.trim().endsWith("ms") ? 0.001 : 1)));
      return [...document.querySelectorAll("*")]
        .filter((element) => {
          const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(element);
          return seconds(transitionDuration) > 0.01 || seconds(animationDuration) > 0.01 || scrollBehavior === "smooth";
        })
        .map((element) => element.outerHTML.slice(0, 100));
    });
  await page.goto("/");
  await expect(wizard.shown.getByRole("link", { name: "Đăng ký tạm trú", exact: true })).toBeVisible();
  expect(await moving()).toEqual([]);
  await page.goto(`/procedures/${RESIDENCE}/review`);
  await wizard.at(words("review-title"));
  expect(await moving()).toEqual([]);
  await page.goto(`/procedures/${RESIDENCE}/apply/contact`);
  await wizard.at("Địa chỉ và liên hệ");
  await wizard.fill("Số điện thoại", "");
  await refuse(wizard);
  expect(await moving()).toEqual([]);
});

test("[59] somebody whose system asks for more contrast, or less, or a dark ground", async ({ page, wizard }) => {
  await page.goto(`/procedures/${RESIDENCE}/apply/contact`);
  await wizard.at("Địa chỉ và liên hệ");
  await wizard.fill("Số điện thoại", "");
  await refuse(wizard);
  for (const contrast of ["more", "no-preference"] as const) {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ contrast, colorScheme });
      await noViolations(page, `contrast: ${contrast}, ${colorScheme}`);
      await standsOut(wizard.shown.getByLabel(/^Thư điện tử/), `an input, contrast: ${contrast}, ${colorScheme}`);
    }
  }
});
